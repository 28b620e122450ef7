"""A box that runs keeps the templates it was started with, whatever an upgrade puts on the disk under it."""

import pytest
from django.template import Context, Engine, TemplateDoesNotExist, engines

from unionops.platform.ui import loading


def test_a_template_changed_or_removed_under_a_running_box_is_served_as_it_was(tmp_path):
    page, gone = tmp_path / "page.html", tmp_path / "gone.html"
    page.write_text("before {{ name }}")
    gone.write_text("was here")
    engine = Engine(dirs=[tmp_path], loaders=["unionops.platform.ui.loading.AsStarted"])
    loading.texts((str(tmp_path),))
    page.write_text("{% load what_the_older_program_lacks %}after")
    gone.unlink()
    (tmp_path / "new.html").write_text("of a later version")
    assert engine.get_template("page.html").render(Context({"name": "Ida"})) == "before Ida"
    assert engine.get_template("gone.html").render(Context()) == "was here"
    with pytest.raises(TemplateDoesNotExist):
        engine.get_template("new.html")


def test_the_houses_own_engine_reads_so():
    (cached,) = engines["django"].engine.template_loaders
    assert isinstance(cached.loaders[0], loading.AsStarted)
    assert engines["django"].get_template("base.html").origin.loader is cached.loaders[0]
