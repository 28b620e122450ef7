"""The Spanish catalogue is whole: nothing empty, nothing guessed, every placeholder kept, the compiled file up to date."""

import gettext
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.platform.access.models import Local

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "unionops" / "locale" / "es" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[+]?(?:\.\d+)?[sdf]|(?<!%)%[sd]")


@pytest.fixture(scope="module")
def catalogue() -> dict[object, str]:
    with (FOLDER / "django.mo").open("rb") as file:
        return dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]


def test_nothing_is_guessed_or_empty() -> None:
    text = (FOLDER / "django.po").read_text()
    assert "#, fuzzy" not in text
    assert not re.findall(r'^msgid "[^"]+"\nmsgstr ""\n(?!")', text, re.M)
    assert not re.findall(r'^msgstr\[\d\] ""\n(?!")', text, re.M)


def test_placeholders_are_kept(catalogue: dict[object, str]) -> None:
    for source, words in catalogue.items():
        if isinstance(source, str) and source:
            assert sorted(PLACEHOLDER.findall(source)) == sorted(PLACEHOLDER.findall(words)), source


def test_the_compiled_file_is_up_to_date(tmp_path: Path, catalogue: dict[object, str]) -> None:
    if shutil.which("msgfmt") is None:
        pytest.skip("msgfmt is not on this machine: apt-get install gettext")
    fresh = tmp_path / "fresh.mo"
    subprocess.run(["msgfmt", "-o", fresh, FOLDER / "django.po"], check=True, capture_output=True)
    with fresh.open("rb") as file:
        assert dict(gettext.GNUTranslations(file)._catalog) == catalogue  # type: ignore[attr-defined]


def test_words_and_plurals_come_in_spanish() -> None:
    with translation.override("es"):
        assert _("Grievances") == "Quejas"
        assert ngettext("%(n)s day ago", "%(n)s days ago", 3) % {"n": 3} == "hace 3 días"


def test_the_browser_language_decides_before_sign_in(local: Local) -> None:
    page = Client().get("/help/", headers={"Accept-Language": "es-MX,es;q=0.9"}).content.decode()
    assert '<html lang="es"' in page
    assert "Ayuda" in page
