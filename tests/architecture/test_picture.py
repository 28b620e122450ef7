"""The picture in the document is the code's own."""

import ast
from graphlib import TopologicalSorter

from tests.architecture.picture import HEIGHT, arrows, mermaid
from tests.architecture.source import ROOT, modules, nodes


def test_document_carries_the_picture_of_today():
    assert mermaid() in (ROOT / "docs" / "ARCHITECTURE.md").read_text()


def test_arrows_are_few_and_none_points_up():
    found = arrows()
    assert len(found) <= 25
    assert [pair for pair in found if HEIGHT.index(pair[0]) > HEIGHT.index(pair[1])] == []


def test_no_modules_import_each_other_in_a_circle():
    """Imports inside functions count; those for the type checker alone do not."""
    dotted = {_dotted(path): path for path in modules()}
    graph = {name: _imports(path, dotted) - {name} for name, path in dotted.items()}
    TopologicalSorter(graph).prepare()  # CycleError names the circle


def _dotted(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imports(path, known):
    for_types = {
        id(node)
        for block in nodes(path)
        if isinstance(block, ast.If) and getattr(block.test, "id", "") == "TYPE_CHECKING"
        for node in ast.walk(block)
    }
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and id(node) not in for_types:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {each if each in known else node.module for each in names}
    return found & set(known)
