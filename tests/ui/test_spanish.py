"""The Spanish catalogue is whole: nothing empty, nothing guessed, every placeholder kept, the compiled file up to date."""

import gettext
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.platform.access.models import Local
from unionops.platform.ui.components.words import shift_name

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


@pytest.mark.parametrize(
    ("shift", "said"), [("Days", "Día"), ("Nights", "Noche"), ("0800-1630", "0800-1630"), ("", "")]
)
def test_the_shifts_of_a_roster_are_said_in_the_readers_language(shift: str, said: str) -> None:
    with translation.override("es"):
        assert shift_name(shift) == said


def test_the_browser_language_decides_before_sign_in(local: Local) -> None:
    page = Client().get("/help/", headers={"Accept-Language": "es-MX,es;q=0.9"}).content.decode()
    assert '<html lang="es"' in page
    assert "Ayuda" in page


def test_every_sentence_of_the_source_is_in_the_catalogue(tmp_path: Path) -> None:
    """What `makemessages` finds in code and templates is translated, neither empty nor guessed."""
    if shutil.which("xgettext") is None:
        pytest.skip("xgettext is not on this machine: apt-get install gettext")
    copy = tmp_path / "source"
    leave = shutil.ignore_patterns(".*", "tests", "docs", "__pycache__", "data", "*-data", "*-secrets", "node_modules")
    shutil.copytree(ROOT, copy, ignore=leave)
    command = [sys.executable, "manage.py", "makemessages", "-l", "es", "--no-location", "--no-wrap", "-v", "0"]
    folders = {"UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_SECRETS": str(tmp_path / "secrets")}
    env = {**os.environ, **folders, "DJANGO_SETTINGS_MODULE": "unionops.settings"}
    subprocess.run(command, cwd=copy, env=env, check=True, capture_output=True)
    text = (copy / FOLDER.relative_to(ROOT) / "django.po").read_text()
    entries = [block for block in text.split("\n\n")[1:] if "#~" not in block]
    empty = re.compile(r'^msgstr(\[\d\])? ""$(?!\n")', re.M)
    lacking = [block for block in entries if "#, fuzzy" in block or empty.search(block)]
    assert lacking == []
