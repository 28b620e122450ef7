"""How the code is cut: small functions, short files, thin views, few suppressions."""

import ast
import re
import statistics

from tests import engines
from tests.architecture.source import APPS, ROOT, functions, length, modules, name, nodes, tree

LONGEST_FUNCTION, LONGEST_FILE, MOST_SUPPRESSIONS = 50, 400, 10
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|nosec|pragma: no cover)")


def test_functions_are_small():
    lengths = sorted(length(node) for path in modules() for node in functions(path))
    assert statistics.median(lengths) <= 7
    assert lengths[int(len(lengths) * 0.9)] <= 20


def test_no_function_is_long():
    assert [
        f"{name(path)}:{node.lineno} {node.name} {length(node)}"
        for path in modules()
        for node in functions(path)
        if length(node) > LONGEST_FUNCTION
    ] == []


def test_no_file_is_long():
    long = {name(path): n for path in modules() if (n := len(path.read_text().splitlines())) > LONGEST_FILE}
    assert long == {}


def test_suppressions_are_few_and_have_a_reason():
    found = [
        f"{name(path)}:{number} {line.strip()}"
        for path in modules()
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if SUPPRESSION.search(line)
    ]
    assert len(found) <= MOST_SUPPRESSIONS, "\n".join(found)
    assert [line for line in found if not re.search(r"(noqa: \S+|ignore\[\S+\]|nosec \S+)\s+\S+", line)] == []


def test_every_module_opens_with_a_sentence():
    empty_ones = [name(path) for path in modules() if path.read_text().strip() and not ast.get_docstring(tree(path))]
    assert empty_ones == []


def test_views_forms_exports_and_urls_never_touch_managers():
    """Rule 3: only queries and services read and write tables."""
    outer = ("views", "forms", "exports", "urls")
    touched = [
        f"{name(path)}:{node.lineno}"
        for path in modules()
        if path.stem in outer or path.parent.name in outer
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}
    ]
    assert touched == []


def test_tasks_are_thin():
    thick = [
        f"{name(path)}:{node.name}"
        for app in APPS
        for path in (ROOT / app).rglob("tasks.py")
        for node in functions(path)
        if length(node) > 5
    ]
    assert thick == []


def test_only_the_guarded_client_talks_http():
    """Nothing but the model's client may open a connection by itself."""
    doors = {"httpx", "ollama", "requests", "urllib3", "aiohttp"}
    imported = [
        name(path)
        for path in modules()
        for node in nodes(path)
        if (isinstance(node, ast.Import) and any(alias.name.split(".")[0] in doors for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in doors)
        or (isinstance(node, ast.ImportFrom) and node.module == "urllib.request")
    ]
    assert {path for path in imported if not path.startswith("unionops/platform/ai/client")} == set()


def test_services_leave_an_audit_event():
    """Rule 5: every atomic public deed calls the trail, itself or through another deed of its module."""
    silent = []
    for path in modules():
        if path.stem != "services" and path.parent.name != "services":
            continue
        deeds = {node.name: node for node in tree(path).body if isinstance(node, ast.FunctionDef)}
        loud = _loud(deeds)
        silent += [f"{name(path)}:{deed}" for deed, node in deeds.items() if _public_deed(node) and deed not in loud]
    assert [line for line in silent if line not in QUIET] == []


# Parts of a deed whose caller leaves the event, and the machinery under the trail itself.
QUIET: set[str] = {
    "unionops/platform/audit/services.py:record",
    "unionops/platform/audit/services.py:drop_anchor",
    "unionops/platform/ai/services.py:learn",
    "unionops/platform/search/services.py:index_documents",
    "unionops/platform/search/services.py:put_document",
    "unionops/platform/search/services.py:put_documents",
    "unionops/platform/search/services.py:drop_document",
    "unionops/platform/search/services.py:drop_scope",
    "unionops/platform/search/services.py:drop",
}


def _public_deed(node: ast.FunctionDef) -> bool:
    atomic = any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    return atomic and not node.name.startswith("_")


def _loud(deeds: dict[str, ast.FunctionDef]) -> set[str]:
    calls = {
        deed: {ast.unparse(call.func).split(".")[-1] for call in ast.walk(node) if isinstance(call, ast.Call)}
        for deed, node in deeds.items()
    }
    loud = {deed for deed, called in calls.items() if called & {"record", "leave", "viewed"}}
    while more := {deed for deed, called in calls.items() if called & loud} - loud:
        loud |= more
    return loud


def test_sql_that_leans_on_its_engine_is_run_on_both():
    """A file that begins to write such SQL says in tests/engines.py which tests run it on PostgreSQL too."""
    leaning = [name(path) for path in modules() if engines.LEANING.search(path.read_text())]
    assert [file for file in leaning if not any(file.startswith(place) for place in engines.LEANS)] == []
    assert [place for place in engines.LEANS if not any(file.startswith(place) for file in leaning)] == []
    assert [place for place in engines.ON_BOTH if not place.exists()] == []
