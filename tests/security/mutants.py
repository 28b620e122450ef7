"""The program with one lock taken out: a view without its `@allow`, a query without its `visible_to`."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.source import ROOT

HOUSE = ("unionops", "members", "contracts", "grievances", "comms")
LEAKS = ("tests/security/test_leaks.py", "tests/security/test_case_leaks.py")
NEED_TO_KNOW = ("tests/grievances/test_need_to_know.py", "tests/access/test_scoping.py")
WALK = "tests/security/test_relations.py::test_a_thing_opens_to_whom_the_policy_says"
PLACELESS = "tests/security/test_relations.py::test_a_steward_without_a_place_has_no_unit"
# What "own", "unit", walled, restricted and sealed mean: the conditions behind every `visible_to`.
MEANINGS = {"visible_to", "own_q", "unit_q", "steward_place", "scope_q", "matter_q", "stub_q", "unsealed_q"}
MEANINGS |= {"_reach", "not_walled", "_not_restricted", "in_term", "current_roles", "stewardship_q_rows"}
LOCKS = ("tests/architecture/test_project.py", "tests/access/test_middleware.py")
WALKED = {"access", "ai", "comms", "contracts", "files", "grievances", "jobs", "members", "ops"}
FAILED = 1  # pytest's word for "tests ran and some failed"


@dataclass(frozen=True)
class Mutant:
    """One lock: where it is, and what the file says without it."""

    kind: str
    path: str
    line: int
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} without {self.kind}"

    def tests(self) -> list[str]:
        """The tests that ought to notice: of the house's doors, or of the room and of what leaks."""
        if self.kind == "@allow":
            return list(LOCKS)
        parts = Path(self.path).parts
        if self.kind == "scoping":
            walk = [PLACELESS, *(f"{WALK}[{room}]" for room in ("files", "members", "grievances"))]
            return [*NEED_TO_KNOW, *reversed(LEAKS), *walk, "tests/access/test_policy.py"]
        room = parts[2] if parts[1] == "platform" else parts[0] if parts[0] != "unionops" else parts[1]
        walk = [f"{WALK}[{room}]"] if room in WALKED else []
        return [*walk, *LEAKS, *([f"tests/{room}"] if (ROOT / "tests" / room).exists() else [])]


def mutants() -> Iterator[Mutant]:
    for top in HOUSE:
        for path in sorted((ROOT / top).rglob("*.py")):
            yield from _of(path)


def _of(path: Path) -> Iterator[Mutant]:
    text, name = path.read_text(), str(path.relative_to(ROOT))
    for node in ast.walk(ast.parse(text)):
        for mark in getattr(node, "decorator_list", ()):
            if isinstance(mark, ast.Call) and getattr(mark.func, "id", "") == "allow":
                yield Mutant("@allow", name, mark.lineno, _cut(text, (mark.lineno, 0), _end(mark), ""))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "visible_to":
            assert isinstance(node.func, ast.Attribute)
            if name != "unionops/platform/access/scoping.py":
                yield Mutant("visible_to", name, node.lineno, _cut(text, _end(node.func.value), _end(node), ".all()"))


def scopings() -> Iterator[Mutant]:
    """Every condition of the meanings of scope, taken out alone: half of an `and`, a refusal that refuses no more."""
    for top in HOUSE:
        for path in sorted((ROOT / top).rglob("*.py")):
            text, name = path.read_text(), str(path.relative_to(ROOT))
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and node.name in MEANINGS and "sheets" not in path.parts:
                    yield from _loosened(node, text, name)


def _loosened(function: ast.FunctionDef, text: str, name: str) -> Iterator[Mutant]:
    for node in (inner for statement in function.body for inner in ast.walk(statement)):
        for place, instead in _looser(node):
            source = _cut(text, (place.lineno, place.col_offset), _end(place), instead)
            yield Mutant("scoping", name, place.lineno, source)


def _looser(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """What stands there instead, when the expression is one that keeps somebody out."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
        yield node, ast.unparse(node.left)
        yield node, ast.unparse(node.right)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield node, "Q()"
    elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitAnd):
        yield node.value, "Q()"
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "nothing":
        yield node, "Q()"
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "none":
        yield node, "self"
    else:
        yield from _fewer(node)


def _fewer(node: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """One of several keywords left out, or the `if` of a comprehension."""
    if isinstance(node, ast.Call) and len(node.keywords) > 1:
        for lost in node.keywords:
            kept = [keyword for keyword in node.keywords if keyword is not lost]
            yield node, ast.unparse(ast.Call(node.func, node.args, kept))
    elif isinstance(node, ast.ListComp | ast.GeneratorExp) and node.generators[0].ifs:
        whole = [ast.comprehension(each.target, each.iter, [], each.is_async) for each in node.generators]
        yield node, ast.unparse(type(node)(node.elt, whole))


def _end(node: ast.expr) -> tuple[int, int]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return node.end_lineno, node.end_col_offset


def _cut(text: str, begin: tuple[int, int], end: tuple[int, int], instead: str) -> str:
    """The text with what stands between two places (line, byte of it) taken out."""
    lines = text.encode().splitlines(keepends=True)
    first, last = lines[begin[0] - 1][: begin[1]], lines[end[0] - 1][end[1] :]
    return b"".join([*lines[: begin[0] - 1], first, instead.encode(), last, *lines[end[0] :]]).decode()


def copy_house(to: Path) -> None:
    """The project, light enough for a folder in memory; the environment stays where it is."""
    leave = shutil.ignore_patterns(
        ".git", ".venv", "staticfiles", "__pycache__", "data", "data-secrets", "node_modules"
    )
    shutil.copytree(ROOT, to, ignore=leave)


def survives(mutant: Mutant, house: Path) -> bool:
    """Whether no test notices. RuntimeError when the tests could not be run at all."""
    place = house / mutant.path
    whole = place.read_text()
    place.write_text(mutant.source)
    try:
        return _run(mutant.tests(), house) != FAILED
    finally:
        place.write_text(whole)


def is_sound(house: Path, tests: list[str]) -> bool:
    """Whether the tests pass with every lock in place: else "noticed" would mean nothing."""
    return _run(tests, house) == 0


def _run(tests: list[str], house: Path) -> int:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not browser and not measure", *tests]
    env = {**os.environ, "UNIONOPS_TEST_DATA": str(house / "test-data"), "PYTHONDONTWRITEBYTECODE": "1"}
    env = {key: value for key, value in env.items() if not key.startswith(("PYTEST_", "DJANGO_"))}
    done = subprocess.run(command, cwd=house, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in (0, FAILED):
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return done.returncode
