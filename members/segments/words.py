"""A list's question in words, both ways: `parse("shift is Nights") -> criteria -> in_words(criteria)`.

A text is clauses joined by `and` (or `;` or a new line); a clause is field, comparison, values joined
by `or`. Values with a joining word inside stand in double quotes. Empty text means everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem


class Criterion(TypedDict):
    """One condition; `values` are alternatives."""

    field: str
    op: str
    values: list[str]


ALIASES = {
    "name": "name",
    "standing": "standing",
    "membership": "standing",
    "status": "standing",
    "member": "member",
    "in unit": "in unit",
    "in the unit": "in unit",
    "unit": "unit",
    "bargaining unit": "unit",
    "employer": "employer",
    "agency": "employer",
    "site": "site",
    "worksite": "site",
    "station": "site",
    "duty station": "site",
    "shift": "shift",
    "tour": "tour",
    "department": "department",
    "component": "department",
    "org": "org",
    "organization": "org",
    "title": "title",
    "job title": "title",
    "series": "series",
    "pay plan": "pay plan",
    "grade": "grade",
    "step": "step",
    "schedule": "schedule",
    "language": "language",
    "hired": "hired",
    "hire date": "hired",
    "joined": "joined",
    "join date": "joined",
    "dues method": "dues method",
    "paid by": "dues method",
    "tag": "tag",
    "office": "office",
    "role": "office",
    "e-mail": "e-mail",
    "email": "e-mail",
    "phone": "phone",
    "cell": "cell",
    "address": "address",
    "employee number": "employee number",
    "member number": "member number",
    "talked": "talked",
    "last talk": "talked",
    "assessment": "assessment",
}
OPS = {
    "is not known": "is not known",
    "is unknown": "is not known",
    "is known": "is known",
    "is not": "is not",
    "is": "is",
    "=": "is",
    "!=": "is not",
    "are": "is",
    "in": "is",
    "not in": "is not",
    "contains": "contains",
    "has": "contains",
    "on or after": "from",
    "from": "from",
    "since": "from",
    "after": "after",
    "on or before": "to",
    "to": "to",
    "until": "to",
    "before": "before",
    "at least": "at least",
    ">=": "at least",
    "at most": "at most",
    "<=": "at most",
}
WITHOUT_VALUES = {"is known", "is not known"}
# What a question gives away when it is answered yes or no, and the office that may read it anyway.
GUARDED = {
    "e-mail": "field:contact",
    "phone": "field:contact",
    "cell": "field:contact",
    "address": "field:contact",
    "dues method": "field:dues",
    "talked": "members.organize",
    "assessment": "members.organize",
}
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(;|\n)|([^\s;"]+)')
Token = tuple[str, bool]


def parse(text: str) -> list[Criterion]:
    """The criteria that a text asks for. Raises Problem with the clause that is not understood."""
    return [_clause(tokens) for tokens in _clauses(list(_tokens(text)))]


def in_words(criteria: Iterable[Criterion]) -> str:
    return " and ".join(_say(criterion) for criterion in criteria)


def _say(criterion: Criterion) -> str:
    head = f"{criterion['field']} {criterion['op']}"
    if criterion["op"] in WITHOUT_VALUES:
        return head
    return f"{head} {' or '.join(map(_quoted, criterion['values']))}"


def _quoted(value: str) -> str:
    if re.fullmatch(r"[\w@.:/'’&-]+", value) and value.casefold() not in {"and", "or", "not", "known"}:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _tokens(text: str) -> Iterable[Token]:
    for quoted, end, word in TOKEN.findall(text):
        if word or end:
            yield ("and" if end else word, False)
        else:
            yield (re.sub(r"\\(.)", r"\1", quoted), True)


def _clauses(tokens: list[Token]) -> Iterable[list[Token]]:
    current: list[Token] = []
    for token in tokens:
        if token == ("and", False) or (token[0].casefold() == "and" and not token[1]):
            if current:
                yield current
            current = []
        else:
            current.append(token)
    if current:
        yield current


def _clause(tokens: list[Token]) -> Criterion:
    field, rest = _longest(tokens, ALIASES)
    if field is None:
        raise _not_understood(tokens, _("it does not begin with something a list can ask about"))
    op, rest = _longest(rest, OPS)
    if op is None:
        raise _not_understood(tokens, _("after '%s' comes no comparison such as 'is' or 'is not'") % field)
    values = _values(rest)
    if not values and op not in WITHOUT_VALUES:
        raise _not_understood(tokens, _("nothing stands after '%s'") % op)
    return {"field": field, "op": op, "values": values}


def _longest(tokens: list[Token], known: dict[str, str]) -> tuple[str | None, list[Token]]:
    """The longest known phrase the tokens begin with, and the tokens after it."""
    for size in (3, 2, 1):
        phrase = " ".join(word.casefold() for word, _quoted in tokens[:size])
        if len(tokens) >= size and phrase in known and not any(quoted for _word, quoted in tokens[:size]):
            return known[phrase], tokens[size:]
    return None, tokens


def _values(tokens: list[Token]) -> list[str]:
    values: list[list[str]] = [[]]
    for word, quoted in tokens:
        if word.casefold() == "or" and not quoted:
            values.append([])
        else:
            values[-1].append(word.rstrip(",") if not quoted else word)
    return [" ".join(words) for words in values if words]


def _not_understood(tokens: list[Token], why: str) -> Problem:
    said = " ".join(word for word, _quoted in tokens)
    return Problem(
        "list_text",
        _("The part '%(part)s' is not understood: %(why)s.") % {"part": said, "why": why},
        _("Write for example: standing is member and shift is Nights and hired after 2024-01-01."),
    )
