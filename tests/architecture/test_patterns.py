"""No pattern is made of what somebody typed: each part is a constant or escaped (ASVS 1.2.9)."""

import ast
from collections.abc import Iterator

from tests.architecture.source import ROOT

ASKS = {"compile", "match", "search", "sub", "subn", "findall", "finditer", "split", "fullmatch"}
FROM_TABLES = {
    "comms/checks/reading.py": {"words", "word"},  # LONG_WORDS, JARGON
    "comms/checks/rules.py": {"pattern"},
    "comms/returned.py": {"name"},  # of a field of a report
    "contracts/citing.py": {"heading"},
    "contracts/parsing/headings/candidates.py": {"words", "number"},
    "members/imports/cells.py": {"pattern"},
    "members/imports/headless.py": {"pattern"},
    "members/imports/standing.py": {"pattern"},
    "members/normalising/phones.py": {"pattern"},
}
"""Names of parts that come from tables in the same file."""
HANDED_ON = {"unionops/platform/core/lazy_re.py"}
"""Reads what others gave it; they are held to the rule where they give it."""


def open_parts(code: ast.AST, known: set[str]) -> Iterator[str]:
    """What in this expression is neither constant nor escaped."""
    match code:
        case ast.Call() if "re.escape" in ast.unparse(code):
            return
        case ast.Name(id=name) if name not in known and not name.lstrip("_").isupper():
            yield name
        case ast.Attribute() | ast.Subscript() if not ast.unparse(code).split(".")[0].lstrip("_").isupper():
            yield ast.unparse(code)
        case ast.Attribute() | ast.Subscript():
            return
        case ast.Call(func=ast.Attribute(value=inner)):
            yield from open_parts(inner, known)
        case ast.IfExp(body=one, orelse=other):
            yield from (*open_parts(one, known), *open_parts(other, known))
        case _:
            for child in ast.iter_child_nodes(code):
                yield from open_parts(child, known)


def offences(source: str, known: set[str]) -> list[str]:
    found = []
    for function in [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]:
        inside = [*ast.walk(function)]
        made = {
            node.targets[0].id
            for node in inside
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            if not [*open_parts(node.value, known)]
        }
        for call in [node for node in inside if isinstance(node, ast.Call)]:
            if isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "re" and call.func.attr in ASKS:
                found += open_parts(call.args[0], known | made)
    return found


def test_a_pattern_holds_constants_and_escaped_words_only() -> None:
    wrong = {}
    for top in ("unionops", "members", "contracts", "grievances", "comms"):
        for path in sorted((ROOT / top).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if name not in HANDED_ON and (found := offences(path.read_text(), FROM_TABLES.get(name, set()))):
                wrong[name] = found
    assert not wrong


def test_an_open_word_would_be_seen() -> None:
    assert offences("def f(word, text):\n    return re.search(rf'\\b{word}\\b', text)", set()) == ["word"]
    assert offences("def f(word, text):\n    w = re.escape(word)\n    return re.search(w + 's?', text)", set()) == []
