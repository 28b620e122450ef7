"""A list's question in words, both ways: `parse("shift is Nights") -> criteria -> in_words(criteria)`.

A text is clauses joined by `and` (or `;` or a new line); a clause is field, comparison, values joined
by `or`, and for what changes with time `as of` a day. Values with a joining word inside stand in
double quotes. Days are written 2026-11-30, `today`, `30 days ago`, `in 2 months`. Empty text means everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NotRequired, TypedDict, TypeVar

from django.utils.translation import gettext as _

from members.segments.days import is_day
from members.segments.fields import COMPARISONS, FIELDS, IMPLIED, PHRASES
from unionops.platform.core.problems import Problem

__all__ = ["WITHOUT_VALUES", "Criterion", "in_words", "parse", "quoted", "values_of"]


class Criterion(TypedDict):
    """One condition; `values` are alternatives. `as_of` is a day, `about` the question of an assessment."""

    field: str
    op: str
    values: list[str]
    as_of: NotRequired[str]
    about: NotRequired[str]


OPS = {
    **{op: op for op in COMPARISONS},
    "is unknown": "is not known",
    "=": "is",
    "!=": "is not",
    "are": "is",
    "are not": "is not",
    "in": "is",
    "not in": "is not",
    "has": "contains",
    "on or after": "from",
    "since": "from",
    "on or before": "to",
    "until": "to",
    ">=": "at least",
    "<=": "at most",
}
WITHOUT_VALUES = {"is known", "is not known"}
ONE_VALUE = {"after", "from", "before", "to", "at least", "at most"}
JOINING = {"and", "or", "not", "known", "on"}
TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(;|\n)|([^\s;"]+)', re.DOTALL)
Token = tuple[str, bool]
T = TypeVar("T")


def parse(text: str) -> list[Criterion]:
    """The criteria that a text asks for. Raises Problem with the clause that is not understood."""
    return [_clause(tokens) for tokens in _clauses(list(_tokens(text)))]


def in_words(criteria: Iterable[Criterion]) -> str:
    return " and ".join(_say(criterion) for criterion in criteria)


def _say(criterion: Criterion) -> str:
    about = f" on {quoted(criterion['about'])}" if criterion.get("about") else ""
    said = f"{criterion['field']}{about} {criterion['op']}"
    if criterion["op"] not in WITHOUT_VALUES:
        said = f"{said} {' or '.join(map(quoted, criterion['values']))}"
    return f"{said} as of {criterion['as_of']}" if criterion.get("as_of") else said


def quoted(value: str) -> str:
    """As it stands, or in quotes when something in it could be read as more than a value."""
    if re.fullmatch(r"[\w@.:/'’&-]+", value) and value.casefold() not in JOINING:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def values_of(text: str) -> list[str]:
    """The answers in one field of a form: joined by `or`, in quotes where needed; `and` and `;` are letters here."""
    tokens = [(word or end or re.sub(r"\\(.)", r"\1", inside, flags=re.DOTALL), not (word or end))
              for inside, end, word in TOKEN.findall(text)]  # fmt: skip
    return _values(tokens)


def _tokens(text: str) -> Iterable[Token]:
    for inside, end, word in TOKEN.findall(text):
        if word or end:
            yield ("and" if end else word, False)
        else:
            yield (re.sub(r"\\(.)", r"\1", inside, flags=re.DOTALL), True)


def _clauses(tokens: list[Token]) -> Iterable[list[Token]]:
    current: list[Token] = []
    for token in tokens:
        if token[0].casefold() == "and" and not token[1]:
            if current:
                yield current
            current = []
        else:
            current.append(token)
    if current:
        yield current


def _clause(tokens: list[Token]) -> Criterion:
    rest, as_of = _day_at_the_end(tokens)
    implied, after = _longest(rest, IMPLIED)
    if implied is not None and not _begins_with_op(after):
        field, op, about = *implied, ""
    else:
        field, op, about, after = _field_and_op(tokens, rest)
    values = _values(after)
    if not values and op not in WITHOUT_VALUES:
        raise _not_understood(tokens, _("nothing stands after '%s'") % op)
    found: Criterion = {"field": field, "op": op, "values": values}
    if as_of:
        found["as_of"] = as_of
    if about:
        found["about"] = about
    return checked(found, tokens)


def checked(found: Criterion, tokens: list[Token] | None = None) -> Criterion:
    """The criterion, when its field can be asked like this; else Problem."""
    known = FIELDS.get(found["field"])
    if known is None:
        raise Problem("list_field", _("A list cannot ask about '%s'.") % found["field"])
    said = tokens or [(in_words([found]), False)]
    if found["op"] not in known.ops:
        can = ", ".join(str(COMPARISONS[op]) for op in known.ops)
        words = {"field": known.word, "op": found["op"], "can": can}
        raise Problem("list_comparison", _("'%(field)s' cannot be compared by '%(op)s'; it can by: %(can)s.") % words)
    if found.get("as_of") and not known.dated:
        raise _not_understood(said, _("'%s' is not kept day by day, so it cannot be asked 'as of'") % known.word)
    if found["op"] in ONE_VALUE and len(found["values"]) > 1:
        raise _not_understood(said, _("'%s' takes one value only") % found["op"])
    return found


def _field_and_op(tokens: list[Token], rest: list[Token]) -> tuple[str, str, str, list[Token]]:
    """(field, comparison, question, what comes after)."""
    field, after = _longest(rest, PHRASES)
    if field is None:
        raise _not_understood(tokens, _("it does not begin with something a list can ask about"))
    about, after = _question(field, after)
    op, after = _longest(after, OPS)
    if op is None:
        raise _not_understood(tokens, _("after '%s' comes no comparison such as 'is' or 'is not'") % field)
    return field, op, about, after


def _question(field: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """The word or the quoted words after 'on', of a field that is asked about something."""
    has_one = FIELDS[field].about and len(tokens) > 1 and tokens[0] == ("on", False)
    if not has_one or (tokens[1][0].casefold() == "or" and not tokens[1][1]):
        return "", tokens
    return tokens[1][0], tokens[2:]


def _day_at_the_end(tokens: list[Token]) -> tuple[list[Token], str]:
    """What stands before 'as of DAY', and the day."""
    for at in range(len(tokens) - 3, 0, -1):
        words = [word.casefold() for word, inside in tokens[at : at + 2] if not inside]
        day = " ".join(word for word, _inside in tokens[at + 2 :])
        if words == ["as", "of"] and is_day(day):
            return tokens[:at], day
    return tokens, ""


def _begins_with_op(tokens: list[Token]) -> bool:
    return _longest(tokens, OPS)[0] is not None


def _longest(tokens: list[Token], known: Mapping[str, T]) -> tuple[T | None, list[Token]]:
    """What the longest known phrase the tokens begin with means, and the tokens after it."""
    for size in (4, 3, 2, 1):
        phrase = " ".join(word.casefold() for word, _inside in tokens[:size])
        if len(tokens) >= size and phrase in known and not any(inside for _word, inside in tokens[:size]):
            return known[phrase], tokens[size:]
    return None, tokens


def _values(tokens: list[Token]) -> list[str]:
    values: list[list[str]] = [[]]
    for word, inside in tokens:
        if word.casefold() == "or" and not inside:
            values.append([])
        else:
            values[-1].append(word.rstrip(",") if not inside else word)
    return [" ".join(words) for words in values if words]


def _not_understood(tokens: list[Token], why: str) -> Problem:
    said = " ".join(word for word, _inside in tokens)
    return Problem(
        "list_text",
        _("The part '%(part)s' is not understood: %(why)s.") % {"part": said, "why": why},
        _("Write for example: standing is member and shift is Nights and hired after 2024-01-01."),
    )
