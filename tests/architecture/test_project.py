"""The project as Django and the import contracts see it."""

import re
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver
from packaging.version import Version

from tests.architecture.source import ROOT
from unionops.platform.access.middleware import is_account_page
from unionops.policy import POLICY, PUBLIC

# Capabilities that guard fields or rows, and those asked for in code rather than by a page's mark.
ASKED_IN_CODE = {name for name in POLICY if name.startswith("field:")}


def views(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from views(pattern, prefix + space)
        elif isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}", pattern.callback


OWN = [(name, view) for name, view in views() if not is_account_page(view)]


def test_no_library_is_older_than_its_last_security_fix():
    lock = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / "requirements.txt").read_text(), re.M))
    floors = re.findall(r"^([\w-]+) ([\d.]+)", (ROOT / "security-floors.txt").read_text(), re.M)
    assert len(floors) > 15
    assert [name for name, floor in floors if Version(lock[name]) < Version(floor)] == []


def test_every_view_names_a_capability_or_is_public():
    unmarked = [name for name, view in OWN if getattr(view, "capability", None) not in POLICY]
    assert set(unmarked) <= PUBLIC


def test_public_list_names_real_pages():
    assert {name for name, _ in OWN} >= PUBLIC


def test_every_row_of_the_policy_is_used():
    source = "\n".join(
        path.read_text() for path in ROOT.rglob("*.py") if ".venv" not in path.parts and path.name != "policy.py"
    )
    templates = "\n".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    unused = [name for name in POLICY if f'"{name}"' not in source and f'"{name}"' not in templates]
    assert unused == []


def test_no_address_has_two_names():
    names = [name for name, _ in OWN]
    assert sorted(names) == sorted(set(names))


@pytest.mark.django_db
def test_migrations_are_complete():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_import_contracts_hold():
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout[-3000:]


def test_heavy_libraries_are_not_loaded_at_start():
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup();"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "print([name for name in ('numpy', 'ollama', 'pandas', 'weasyprint') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
