"""The structure of real agreements against lists made by hand (they lie beside the project)."""

import json
from pathlib import Path
from typing import Any

import pytest

from contracts.parsing.parse import Parsed, read

pytestmark = pytest.mark.slow
NAMES = ("afge_ost_master", "nalc_national_2023", "seiu503_opu_2022")


def bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def f1(found: set[Any], wanted: set[Any]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted))


def top_name(found: Parsed, at: int) -> str:
    clause = found.clauses[at]
    while clause.parent is not None and found.clauses[clause.parent].level != "other":
        clause = found.clauses[clause.parent]
    return clause.number or bare(clause.title)


@pytest.mark.parametrize("name", NAMES)
def test_structure_of_real_agreements_reaches_the_bar(name: str, shared: Path) -> None:
    folder = shared / "data" / "agreements"
    articles = json.loads((folder / "gold" / f"{name}.articles.json").read_text())
    sections = json.loads((folder / "gold" / f"{name}.sections.json").read_text())
    found = read((folder / articles["file"]).read_bytes(), articles["file"])

    wanted = {(i["label"] or bare(i["title"]), i["page"]) for i in articles["items"]}
    got = {(c.number or bare(c.title), c.page) for c in found.clauses if c.level in ("article", "preamble")}
    assert f1(got, wanted) >= 0.99

    labels = {i["label"] for i in articles["items"]}
    gold = {(i["article"] if i["article"] in labels else bare(i["article"]), i["label"]): i for i in sections["items"]}
    mine = {(top_name(found, n), c.number): c for n, c in enumerate(found.clauses) if c.level == "section"}
    assert f1(set(mine), set(gold)) >= 0.985
    exact = sum(bare(mine[key].title) == bare(item["title"]) for key, item in gold.items() if key in mine)
    assert exact / len(gold) >= 0.93
    assert found.coverage >= 0.995


def test_other_real_agreements_are_read_whole(shared: Path) -> None:
    for path in sorted((shared / "data" / "agreements").glob("*/*.*")):
        if path.suffix in (".pdf", ".docx", ".txt"):
            found = read(path.read_bytes(), path.name)
            assert found.coverage >= 0.995 or not any(p.text for p in found.pages), path.name
