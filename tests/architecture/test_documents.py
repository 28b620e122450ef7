"""What the documents say of the program is what the program does: settings, limits, fields, ways in."""

import importlib
import re
from collections.abc import Iterator

from allauth.account import app_settings as account
from allauth.mfa import app_settings as factors
from django import forms
from django.conf import settings

from tests.architecture.source import ROOMS, ROOT, modules
from unionops.platform.access import limits
from unionops.platform.ai.asking import DAILY_LIMIT
from unionops.platform.files import archives, checks, kinds, plain
from unionops.platform.sheets.reading import MAX_COLUMNS

NUMBERS = {5: "five", 10: "ten", 12: "twelve", 30: "thirty"}
READS = re.compile(
    r"""(?:env\.(?:text|flag|number|words|time_zone)|environ\.get|environ|getenv)[(\[]\s*["']([A-Z][A-Z0-9_]+)"""
)
PASSED_ON = {
    "UNIONOPS_DAMAGED",
    "UNIONOPS_SUPERVISED",
    "UNIONOPS_CLOCK",
    "UNIONOPS_OPENER",
}  # by the box to its own parts
OF_THE_SYSTEM = {"PATH", "DJANGO_SETTINGS_MODULE"}


def words_of(document: str) -> str:
    return " ".join((ROOT / "docs" / document).read_text().split())


def test_each_setting_that_is_read_stands_in_the_list_and_each_in_the_list_is_read():
    sources = [path for room in (*ROOMS, "bin") for path in (ROOT / room).rglob("*") if path.suffix in (".py", "")]
    texts = [path.read_text() for path in sources if path.is_file()]
    read = {each.removesuffix("_FILE") for text in texts for each in READS.findall(text)} - PASSED_ON - OF_THE_SYSTEM
    named = set(
        re.findall(
            r"`([A-Z][A-Z_]+)`(?=[^|\n]*\|[^|\n]*\|[^|\n]*\|$)", (ROOT / "docs" / "settings.md").read_text(), re.M
        )
    )
    assert read - named == set()
    anywhere = "\n".join(texts)
    assert [each for each in named if each not in anywhere] == []


def test_limits_of_files_and_of_asking_are_as_said():
    mb = kinds.MEGABYTE
    said = (
        f"A file may have {kinds.LARGEST // mb} MB (a zipped one {archives.MOST_MEMBERS:,} parts and "
        f"{archives.MOST_UNPACKED // mb} MB unpacked, a PDF {checks.MOST_PAGES:,} pages, a list {MAX_COLUMNS} columns and "
        f"{plain.MOST_ROWS:,} rows)"
    )
    document = words_of("security-model.md")
    assert said in document
    assert f"One person asks the model {DAILY_LIMIT} times a day" in document
    assert (
        f"follows {NUMBERS[limits.GUESSES]} links that lead nowhere within {NUMBERS[limits.STRETCH // 60]} minutes"
        in document
    )


def forms_of_ours(parent: type = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for each in parent.__subclasses__():
        if each.__module__.partition(".")[0] in ROOMS:
            yield each
        yield from forms_of_ours(each)


def test_every_kind_of_field_has_its_rule_in_the_document():
    for path in [path for path in modules() if "forms" in path.relative_to(ROOT).with_suffix("").as_posix()]:
        importlib.import_module(
            path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        )
    rows = re.findall(r"^\| (`.*?) \|", (ROOT / "docs" / "security-model.md").read_text(), re.M)
    told = {kind for row in rows for kind in re.findall(r"`(\w+)`", row)}
    used = {type(field).__name__ for form in forms_of_ours() for field in form.base_fields.values()}
    assert used == told
    assert settings.DATA_UPLOAD_MAX_NUMBER_FIELDS == 5_000
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 2.5 * kinds.MEGABYTE


def test_tries_and_sessions_end_as_said():
    document = words_of("security-model.md")
    assert account.RATE_LIMITS["login_failed"] == "10/m/ip,5/300s/key"
    assert "Five wrong tries in five minutes for one account, or ten in a minute from one address" in document
    quiet, shared = settings.SESSION_IDLE_SECONDS // 60, settings.SESSION_IDLE_SECONDS_PUBLIC // 60
    whole = settings.SESSION_COOKIE_AGE // 3600
    assert f"ends after {NUMBERS[quiet]} quiet minutes and after {NUMBERS[whole]} hours" in document
    assert f"there {NUMBERS[shared]} quiet minutes end the session" in document
    (least,) = (each["OPTIONS"]["min_length"] for each in settings.AUTH_PASSWORD_VALIDATORS if "OPTIONS" in each)
    assert f"Passwords have {NUMBERS[least]} letters or more" in document


def test_there_are_two_ways_in_as_said():
    assert "There are two ways in: password and second factor" in words_of("security-model.md")
    assert {"email"} == account.LOGIN_METHODS and not account.LOGIN_BY_CODE_ENABLED
    assert factors.PASSKEY_LOGIN_ENABLED and not factors.PASSKEY_SIGNUP_ENABLED and not factors.TRUST_ENABLED
    assert not [app for app in settings.INSTALLED_APPS if "socialaccount" in app or "idp" in app or "headless" in app]
    assert settings.AUTHENTICATION_BACKENDS == ["allauth.account.auth_backends.AuthenticationBackend"]
