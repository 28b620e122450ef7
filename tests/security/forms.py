"""The forms a page offers, and what a tired thumb, a pasted page or a hostile hand may put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin

import lxml.html

Answers = dict[str, list[str]]
ODD = {
    "long": "x" * 10_000,
    "emoji": "🗝️👩‍👩‍👧‍👦",
    "right to left": "\u202eשלום\u2066",
    "NUL": "a\x00b",
    "negative": "-1",
    "year 1": "0001-01-01",
    "year 9999": "9999-12-31",
    "no day": "2025-02-30",
    "year 1, a minute": "0001-01-01T00:00",
    "huge": "9" * 30,
    "too long for a number": "9" * 5000,
    "no number": "NaN",
    "infinite": "1e400",
    "superscript": "²",
    "markup": "<script>%s {{ x }} {% y %}",
    "nobody's": "00000000-0000-4000-8000-000000000000",
    "white": "   ",
}
PLAUSIBLE = {
    "date": "2026-11-20", "datetime-local": "2026-12-01T10:00", "time": "10:00", "number": "1", "tel": "3125550123",
    "email": "a.b@example.org", "url": "https://example.org/", "password": "four unrelated long words 42",
}  # fmt: skip
DIGITS = re.compile(r"\d+")  # the rows of one table are one kind of field
FEW = 3
PRESSED = ("submit", "image", "button", "reset")


@dataclass
class Form:
    """Where it is sent, what stands in it when nobody touches it (or a likely answer), and its named buttons."""

    action: str
    answers: Answers = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, ...]:
        return (self.action, *sorted(self.answers), *map(str, self.buttons))

    def sent(self, *, one_by_one: bool) -> Iterator[tuple[str, Answers]]:
        """Nothing at all; each field empty; every field odd; `one_by_one` also an odd field among likely ones."""
        start, odd = sum(map(ord, self.action)), list(ODD.items())
        kinds = {DIGITS.sub("", name): name for name in self.answers}.values()
        for button in self.buttons or [()]:
            pressed = {button[0]: [button[1]]} if button else {}
            yield "emptied", {key: [""] for key in self.answers} | pressed
            for number, name in enumerate(kinds if one_by_one else ()):
                which, word = odd[(start + number) % len(odd)]
                yield f"{name} {which}", self.answers | pressed | {name: [word]}
            for number in range(FEW if len(kinds) > 1 else len(odd)):
                which, word = odd[(start + 7 * number) % len(odd)]
                yield f"all {which}", {key: [word] for key in self.answers} | pressed
        yield "nothing", {}


def forms(page: bytes, path: str) -> Iterator[Form]:
    """Every form of a page that changes something."""
    for one in lxml.html.fromstring(page).forms:
        if one.method.upper() == "POST":
            form = Form(urljoin(path, one.get("action") or path))
            for part in _parts(one):
                _take(form, part)
            yield form


def _parts(form: lxml.html.FormElement) -> list[lxml.html.HtmlElement]:
    own = list(form.iter("input", "select", "textarea", "button"))
    elsewhere = form.xpath("//*[@form=$name]", name=form.get("id")) if form.get("id") else []
    return [part for part in [*own, *elsewhere] if part.get("name") and part.get("name") != "csrfmiddlewaretoken"]


def _take(form: Form, part: lxml.html.HtmlElement) -> None:
    name, kind = part.get("name"), (part.get("type") or part.tag).lower()
    if part.tag == "button" or kind in PRESSED:
        form.buttons.append((name, part.get("value") or ""))
    elif kind == "select":
        values = [option.get("value", option.text or "") for option in part.iter("option")]
        chosen = [option.get("value") or "" for option in part.iter("option") if option.get("selected") is not None]
        form.answers[name] = [next(filter(None, [*chosen, *values]), "")]
    elif kind in ("checkbox", "radio"):
        form.answers.setdefault(name, [part.get("value") or "on"])
    elif kind == "textarea":
        form.answers[name] = [(part.text or "").strip() or "Plain words"]
    elif kind != "file":
        form.answers[name] = [part.get("value") or ("" if kind == "hidden" else PLAUSIBLE.get(kind, "Plain words"))]
