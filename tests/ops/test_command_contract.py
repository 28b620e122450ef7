"""Every command on a bare folder, as a script calls it: one document on stdout, its named keys, clear refusals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.source import ROOT
from tests.ops import contract_calls as calls

pytestmark = pytest.mark.slow


class Box:
    """A bare data folder, its commands, and what they answered (`ids`)."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ids = folder, dict[str, str]()
        kept = {
            k: v for k, v in os.environ.items() if not k.startswith(("UNIONOPS_", "DATABASE_", "REDIS_", "DJANGO_"))
        }
        here = {"UNIONOPS_DATA": str(folder / "data"), "OLLAMA_HOSTS": "http://127.0.0.1:9", "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ops.command_line"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder, env=kept | here,
        )  # fmt: skip

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit status, standard output, standard error; `{folder}` and `{name}` of an id are filled in."""
        filled = [word.format(folder=self.folder, **self.ids) for word in words]
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps([*filled, "--json"]) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        return answer["status"], answer["out"], answer["err"]

    def document(self, *words: str) -> Any:
        status, out, err = self(*words)
        assert status == 0, (words, out, err[-2000:])
        return json.loads(out)

    def write(self, **files: Any) -> None:
        for name, content in files.items():
            path = self.folder / name.replace("__", ".")
            if isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content if isinstance(content, str) else json.dumps(content))


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Box]:
    """Set up, with one list of each kind applied, two agreements, one list of people, one message and one case."""
    made = Box(tmp_path_factory.mktemp("bare"))
    made.write(
        old__txt=calls.OLD,
        new__txt=calls.NEW,
        unit__csv=calls.UNIT,
        members__csv=calls.MEMBERS,
        dues__csv=calls.REMITTANCE,
        edues__csv=calls.EDUES,
    )
    made.write(
        cases__csv=calls.CASES,
        rules__json=[{"id": "a", "rule": calls.RULE}],
        bounce__eml=calls.BOUNCE,
        brief__json=calls.BRIEF,
    )
    made.write(
        empty__csv="", empty__json="", list__json=[1], object__json={}, torn__json="{", noise__pdf=b"\x00\x91\xfe" * 99
    )
    made.write(pretender__csv=b"%PDF-1.7\n%\xe2\xe3\n", fake__docx=b"PK\x03\x04 no", blank__txt="  \n")
    made.write(nothing__json=[{"id": "q", "query": None}], far__json=[{"id": "q", "query": "x", "agreement": "none"}])
    made.write(
        worddate__json=[{"id": "a", "rule": calls.RULE | {"anchor": "2026-02-30"}}],
        wrongmap__json={"No heading": "email"},
    )
    made.write(fax__json=calls.BRIEF | {"channels": ["fax"]}, klingon__json=calls.BRIEF | {"languages": ["xx"]})
    made.write(digits__json='[{"id": "a", "rule": {"n": ' + "9" * 5000 + "}}]")
    made.write(
        nosource__json=calls.BRIEF | {"sources": ["none"]},
        noclass__json=calls.BRIEF | {"class": "spam"},
        key__txt="not a key",
    )
    try:
        yield made
    finally:
        made.process.terminate()
        made.process.wait()


@pytest.fixture(scope="module")
def answers(box: Box) -> list[tuple[list[str], int, str, str]]:
    """The whole journey: words, exit status and both streams of each call."""
    told = []
    for words, _check, remembered in calls.JOURNEY:
        status, out, err = box(*words)
        told.append((words, status, out, err))
        if status == 0:
            box.ids |= {name: json.loads(out)[key] for name, key in remembered.items()}
    return told


def test_every_command_answers_in_its_shape(answers: list[tuple[list[str], int, str, str]]) -> None:
    for (words, status, out, err), (_words, check, _names) in zip(answers, calls.JOURNEY, strict=True):
        assert status == 0, (words, out, err[-2000:])
        assert out.count("\n") == 1, (words, "one document, one line")
        try:
            check(json.loads(out))
        except AssertionError as wrong:
            raise AssertionError(f"{words}: {wrong}; {out[:1500]}") from wrong


NAMED = [
    *(words[0] for words, _check, _names in calls.JOURNEY),
    "doctor",
    "verify_quotes",
    "send_approved",
    "load_demo",
]


def test_no_command_of_the_contract_is_left_out() -> None:
    ours = {path.stem for path in ROOT.glob("**/management/commands/*.py")
            if ".venv" not in path.parts and not path.stem.startswith("_") and path.stem != "makemessages"}  # fmt: skip
    assert ours - set(NAMED) == {
        "ai_selftest",
        "unlock",
        "demo_roster",
        "rekey",
        "seal",
        "rehearse_sign_in",
        "rescue_link",
        "fill_database",
    }  # below, or in tests of their own


def test_doctor_tells_all_and_fails_without_its_helpers(box: Box, answers: object) -> None:
    status, out, _err = box("doctor")
    found = json.loads(out)
    assert status == 1 and found["ok"] is False
    states = {check["name"]: check["state"] for check in found["checks"]}
    assert {"database", "redis", "worker", "beat", "ollama", "pango", "mail", "disk", "backups", "clock"} <= set(states)
    assert states["database"] == "good" and states["redis"] == "bad"
    assert all(check["advice"] for check in found["checks"] if check["state"] == "bad")


def test_quotations_are_verified_in_their_clause_or_text(box: Box, answers: object) -> None:
    clause = box.document("search_agreements", "notice shift", "--agreement", "{old}")[0]["clause_id"]
    box.write(
        quotes__json=[{"clause_id": clause, "quote": "fifteen (15) calendar days"}, {"text": "abc", "quote": "abd"}]
    )
    good, bad = box.document("verify_quotes", "{folder}/quotes.json")
    assert good["verified"] and good["end"] - good["start"] == len("fifteen (15) calendar days")
    assert good["source"] == "fifteen (15) calendar days" and not bad["verified"]


def test_every_refusal_says_what_and_what_to_do(box: Box, answers: object) -> None:
    wrong = [told for words, code in calls.REFUSED if (told := _refusal(box, words, code))]
    assert not wrong, "\n".join(wrong)


def _refusal(box: Box, words: list[str], code: str) -> str:
    """'' when the command failed as it should."""
    status, out, err = box(*words)
    try:
        error = json.loads(out)["error"]
    except (ValueError, KeyError, TypeError):
        return f"{words}: no error document, status {status}: {out[:300]} {err[-500:]}"
    if status != (2 if code == "usage" else 1):
        return f"{words}: exit status {status}"
    if set(error) != {"code", "message", "hint"} or not all(error.values()):
        return f"{words}: {error}"
    return "" if error["code"] == code else f"{words}: {error}"


def test_before_set_up_every_command_says_so(tmp_path: Path) -> None:
    bare = Box(tmp_path)
    bare.write(rules__json=[{"id": "a", "rule": calls.RULE}], unit__csv=calls.UNIT, old__txt=calls.OLD)
    bare.ids = dict.fromkeys(("unit", "people", "dues", "edues", "old", "new", "message"), calls.NOBODY)
    try:
        without = {words[0]: words for words, _check, _names in calls.JOURNEY}
        for name in ("setup", "restore", "compute_deadlines"):
            without.pop(name)
        codes = {name: json.loads(bare(*words)[1]).get("error", {}).get("code") for name, words in without.items()}
        assert {name: code for name, code in codes.items() if code != "not_set_up"} == {}
    finally:
        bare.process.terminate()
        bare.process.wait()
