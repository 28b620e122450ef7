"""Every template keeps the rules of the frame: nothing inline, nothing that needs eval, every button has a name."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2] / "templates"
NAMES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))
MAIL_OR_PRINT = re.compile(
    r"(^|/)(print|pdf|paper|mail|email|letter|label|sheet|document)s?(/|_|\b)|_(mail|email|pdf|print)\.html$"
)
FORBIDDEN = {
    "an inline style": r"<[^>]*\sstyle=",
    "an inline handler": r"<[^>]*\son[a-z]+=",
    "hx-on": r"\shx-on[:=-]",
    "a js: value": r"=[\"']\s*js(?:cript)?:|javascript:",
    "a trigger filter": r"hx-trigger=\"[^\"{]*\[",
    "a positive tabindex": r"tabindex=\"[1-9]",
    "a style element": r"<style\b",
    "an address elsewhere": r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"https?:",
    "autofocus": r"\sautofocus\b",
}


def source(name: str) -> str:
    return (ROOT / name).read_text()


@pytest.mark.parametrize("name", NAMES)
def test_the_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", [name for name in NAMES if not MAIL_OR_PRINT.search(name)])
def test_nothing_inline(name: str) -> None:
    text = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", source(name), flags=re.S)
    for what, pattern in FORBIDDEN.items():
        assert not re.search(pattern, text), f"{name} has {what}"


@pytest.mark.parametrize("name", NAMES)
def test_scripts_have_no_body(name: str) -> None:
    for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", source(name), re.S):
        assert "application/json" in attributes or not body.strip(), name


@pytest.mark.parametrize("name", NAMES)
def test_buttons_have_a_name(name: str) -> None:
    for attributes, body in re.findall(r"<button\b([^>]*)>(.*?)</button>", source(name), re.S):
        words = re.sub(r"\{% icon [^%]*%\}|<[^>]*>", "", body).strip()
        assert words or "aria-label" in attributes, f"{name}: a button without a name"


@pytest.mark.parametrize(
    "name", [name for name in NAMES if 'extends "base.html"' in source(name) and "layouts" not in name]
)
def test_a_page_has_one_heading_and_a_title(name: str) -> None:
    text = source(name)
    assert "{% block title %}" in text, name
    if "{% include" not in text:
        assert len(re.findall(r"<h1\b|\{% page_head ", text)) >= 1, name


@pytest.mark.parametrize("name", NAMES)
def test_posts_carry_the_token(name: str) -> None:
    if name == "comms/unsubscribe.html":
        pytest.skip("mail programs press this button without a session; its address is the proof (RFC 8058)")
    if name == "ops/rescue.html":
        pytest.skip("no session stands over a damaged database; the one-time code in its address is the proof")
    for form in re.findall(r"<form\b[^>]*method=\"post\"[^>]*>.*?</form>", source(name), re.S):
        assert "csrf" in form, f"{name}: {form[:80]}"
