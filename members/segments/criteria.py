"""One condition of a list's question, how it is said in words, and which comparisons there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from django.utils.translation import gettext as _

from members.segments.fields import ALONE, CHOICE, COMPARISONS, EITHER, FIELDS
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem


class Criterion(TypedDict):
    """One condition; `values` are alternatives. `as_of` is a day, `about` the question of an assessment.

    The values of the field `either` are questions in words, of which at least one holds ('is') or none ('is not').
    """

    field: str
    op: str
    values: list[str]
    as_of: NotRequired[str]
    about: NotRequired[str]


OPS = {
    **{op: op for op in COMPARISONS},
    **{f"is {op}": op for op in ("at least", "at most", "after", "before", "from", "to")},
    **dict.fromkeys(
        ("is unknown", "is missing", "is empty", "is blank", "is not given", "is not on file", "missing"),
        "is not known",
    ),
    **dict.fromkeys(("is given", "is on file", "is not missing", "is not empty", "is not blank"), "is known"),
    **dict.fromkeys(("=", "are", "equals", "is one of", "is any of", "in", "is in", "during", "within"), "is"),
    **dict.fromkeys(("!=", "<>", "are not", "not in", "is not in", "is none of", "isn't", "isn’t"), "is not"),
    **dict.fromkeys(("has", "includes"), "contains"),
    "begins with": "starts with",
    **dict.fromkeys(("on or after", "is on or after", "since"), "from"),
    **dict.fromkeys(("on or before", "is on or before", "until", "by"), "to"),
    **dict.fromkeys((">=", "is or above"), "at least"),
    **dict.fromkeys(("<=", "is or below"), "at most"),
    **dict.fromkeys((">", "more than", "is more than", "above", "is above", "over", "is over"), ">"),
    **dict.fromkeys(("<", "less than", "is less than", "below", "is below", "under", "is under"), "<"),
    **dict.fromkeys(("between", "is between"), "between"),
}
"""How a comparison may be written, and which it is; '>', '<' and 'between' become others by the field."""
WITHOUT_VALUES = {"is known", "is not known"}
ONE_VALUE = {"after", "from", "before", "to", "at least", "at most"}
OPPOSITE = {"is": "is not", "contains": "does not contain", "is known": "is not known"}
OPPOSITE |= {no: yes for yes, no in OPPOSITE.items()}
RESERVED = {word for phrase in OPS for word in phrase.split()} | {"and", "or", "not", "on", "as", "of"}
PLAIN_VALUE = re.compile(r"[\w@.:/&-][\w@.:/'’&-]*")  # an apostrophe at its beginning would open a quotation


def in_words(criteria: Iterable[Criterion]) -> str:
    return " and ".join(_say(criterion) for criterion in criteria)


def _say(criterion: Criterion) -> str:
    if criterion["field"] == EITHER:
        return f"{'not ' if criterion['op'] == 'is not' else ''}({' or '.join(criterion['values'])})"
    about = f" on {quoted(criterion['about'])}" if criterion.get("about") else ""
    said = f"{criterion['field']}{about} {criterion['op']}"
    if criterion["op"] not in WITHOUT_VALUES:
        said = f"{said} {' or '.join(_listed(criterion))}"
    return f"{said} as of {criterion['as_of']}" if criterion.get("as_of") else said


def _listed(criterion: Criterion) -> Iterable[str]:
    """The values; one after 'or' that would be a condition by itself stands in quotes."""
    is_chosen = FIELDS[criterion["field"]].ops == CHOICE
    for at, value in enumerate(criterion["values"]):
        said = quoted(value)
        yield f'"{said}"' if at and said.casefold() in ALONE and not is_chosen else said


def quoted(value: str) -> str:
    """As it stands, or in quotes when something in it could be read as more than a value."""
    if PLAIN_VALUE.fullmatch(value) and value.casefold() not in RESERVED:
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def checked(found: Criterion) -> Criterion:
    """The criterion, when its field can be asked like this; else Problem."""
    known = FIELDS.get(found["field"])
    if known is None:
        raise Problem("list_field", _("A list cannot ask about '%s'.") % found["field"])
    if found["op"] not in known.ops:
        can = ", ".join(str(COMPARISONS[op]) for op in known.ops)
        words = {"field": known.word, "op": found["op"], "can": can}
        raise Problem("list_comparison", _("'%(field)s' cannot be compared by '%(op)s'; it can by: %(can)s.") % words)
    if found.get("as_of") and not known.dated:
        why = _("'%s' is not kept day by day, so it cannot be asked 'as of'") % known.word
        raise not_understood(in_words([found]), why)
    if asks_nothing(found):
        raise not_understood(in_words([found]), _("nothing stands after '%s'") % found["op"])
    if found["op"] in ONE_VALUE and len(found["values"]) > 1:
        raise not_understood(in_words([found]), _("'%s' takes one value only") % found["op"])
    return found


def asks_nothing(found: Criterion) -> bool:
    """An answer is needed, and one is missing or empty: taken as it is, it would fit everybody."""
    return found["op"] not in WITHOUT_VALUES and not (found["values"] and all(map(str.strip, found["values"])))


def not_understood(said: str, why: str) -> Problem:
    example = _("Write for example: standing is member and shift is Nights and hired after 2024-01-01.")
    names = _('A name that holds the word and, or or not stands in quotes: department is "Yard and Fleet".')
    message = _("The part '%(part)s' is not understood: %(why)s.") % {"part": said, "why": why}
    return Problem("list_text", message, f"{example} {names}")
