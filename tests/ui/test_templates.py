"""Every template keeps the rules of the frame: nothing inline, nothing that needs eval, every button has a name."""

import re
from pathlib import Path

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
    "an address elsewhere": r"(?:src|href|action)=[\"'](?:https?:)?//",
    "autofocus": r"\sautofocus\b",
}


SOURCES = {name: (ROOT / name).read_text() for name in NAMES}
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.S)
# Mail programs press one button without a session, and no session stands over a damaged database:
# the proof is in the address (RFC 8058, a one-time code).
WITHOUT_TOKEN = {"comms/unsubscribe.html", "ops/rescue.html"}


def test_every_template_compiles() -> None:
    assert len(NAMES) > 300
    for name in NAMES:
        get_template(name)


def test_nothing_inline_and_nothing_from_elsewhere() -> None:
    found = [
        f"{name} has {what}"
        for name, text in SOURCES.items()
        if not MAIL_OR_PRINT.search(name)
        for what, pattern in FORBIDDEN.items()
        if re.search(pattern, COMMENT.sub("", text), re.I)
    ]
    assert found == []


def test_scripts_have_no_body() -> None:
    found = [
        name
        for name, text in SOURCES.items()
        for attributes, body in re.findall(r"<script\b([^>]*)>(.*?)</script>", text, re.S)
        if "application/json" not in attributes and body.strip()
    ]
    assert found == []


def test_buttons_have_a_name() -> None:
    found = [
        name
        for name, text in SOURCES.items()
        for attributes, body in re.findall(r"<button\b([^>]*)>(.*?)</button>", text, re.S)
        if not re.sub(r"\{% icon [^%]*%\}|<[^>]*>", "", body).strip() and "aria-label" not in attributes
    ]
    assert found == []


def test_a_page_has_one_heading_and_a_title() -> None:
    pages = {name: text for name, text in SOURCES.items() if 'extends "base.html"' in text and "layouts" not in name}
    assert [name for name, text in pages.items() if "{% block title %}" not in text] == []
    bare = [name for name, text in pages.items() if "{% include" not in text]
    assert [name for name in bare if not re.search(r"<h1\b|\{% page_head ", pages[name])] == []


def test_posts_carry_the_token() -> None:
    found = [
        f"{name}: {form[:80]}"
        for name, text in SOURCES.items()
        if name not in WITHOUT_TOKEN
        for form in re.findall(r"<form\b[^>]*method=\"post\"[^>]*>.*?</form>", text, re.S)
        if "csrf" not in form
    ]
    assert found == []
