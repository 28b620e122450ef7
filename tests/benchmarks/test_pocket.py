"""The pocket edition of a 299-page agreement: its weight on the way to the phone, and the time to make it."""

from __future__ import annotations

import gzip
import html
import importlib.util
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contracts.models import AgreementVersion
from contracts.pocket import booklet, page
from contracts.pocket.edition import edition_of
from contracts.services import pocketing
from tests.benchmarks.figures import Figures, figures, ratio
from tests.contracts.conftest import bring
from unionops.platform.access.actors import acting, system_actor

pytestmark = [pytest.mark.measure, pytest.mark.django_db]
__all__ = ["bring", "figures"]
SECTION = "Pocket contract"
ARTICLES, PAGES = 100, 299
LIMIT = 400 * 1024


@pytest.fixture
def text(shared: Path) -> str:
    """The generated agreement of 100 articles, 299 pages when printed."""
    spec = importlib.util.spec_from_file_location("gen_contracts", shared / "bench" / "gen_contracts.py")
    assert spec is not None
    assert spec.loader is not None
    made: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return str(made.as_text(made.Gen("7/0").contract(0, ARTICLES)))


@pytest.fixture
def long_version(text: str, bring: Callable[..., AgreementVersion]) -> AgreementVersion:
    return bring(text, title="Long agreement")


def test_pocket_file_of_a_long_agreement(long_version: AgreementVersion, text: str, figures: Figures) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        data = pocketing.make_pocket(version=long_version, by=by)
        packed = len(gzip.compress(data, 6))
        bare = len(gzip.compress(text.encode(), 6))
        assert packed <= LIMIT
        note = f"of {len(data) / 1024:.0f} KB, {packed / bare:.2f} x the bare text; bar 400 KB; {PAGES} pages"
        figures(SECTION, "file, gz", f"{packed / 1024:.0f} KB", note)
        phone = len(gzip.compress(page.for_phone(edition_of(by, long_version), "/"), 6))
        figures(SECTION, "page kept on the phone, gz", f"{phone / 1024:.0f} KB", "style and script stand beside it")
        share, ours, _theirs = ratio(
            lambda: page.one_file(edition_of(by, long_version)),
            lambda: "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines()),
        )
        figures(SECTION, "make the file", f"{ours:.2f} s", f"{share:.0f} x escaping the same lines in memory")


def test_booklet_of_a_long_agreement(long_version: AgreementVersion, figures: Figures) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        source = edition_of(by, long_version)
        began = time.perf_counter()
        data = booklet.draw(source)
        took = time.perf_counter() - began
    parts = len(list(booklet.slices(source)))
    figures(SECTION, "draw the booklet", f"{took:.0f} s", f"{len(data) / 1024:.0f} KB, {parts} parts of bounded memory")
