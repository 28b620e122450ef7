"""One clause of a list's question: field, comparison, values, and the short ways people say it.

"shift is Nights", "no e-mail", "never assessed", "hired in 2025", "member on 2025-03-31".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from members.segments.criteria import OPS, WITHOUT_VALUES, Criterion, checked, not_understood
from members.segments.days import LATELY, OF_NOW, is_day, iso
from members.segments.fields import ALONE, BARE, CHOICE, DAY, FIELDS, IMPLIED, NUMBER, PHRASES, YES
from members.segments.tokens import END_OF_CLAUSE, Token, longest, said, values

WITH, WITHOUT = {"has", "have", "having", "with"}, {"no", "without", "lacks", "missing", "lacking"}
WITH_COMMAS = {"name", "heard"}
ARTICLES = {"a", "an", "any"}


class Asked(NamedTuple):
    """A clause before its values are read."""

    field: str
    op: str
    about: str
    rest: list[Token]


def end(tokens: list[Token]) -> int:
    """How many tokens from the left are one clause."""
    depth, between = 0, False
    for at, token in enumerate(tokens):
        depth += token.means("(") - token.means(")")
        if depth < 0 or (depth == 0 and not between and _ends_at(tokens, at)):
            return at
        between = token.means("between") or (between and not token.means("and"))
    return len(tokens)


def _ends_at(tokens: list[Token], at: int) -> bool:
    if tokens[at].means("and", END_OF_CLAUSE):
        return True
    return tokens[at].means("or") and _parts(tokens[:at], tokens[at + 1 :])


def _parts(before: list[Token], after: list[Token]) -> bool:
    """Whether 'or' stands between two clauses, not between two values of one."""
    if _whole(before) is not None:
        return True
    if after and after[0].means("not") and not begins(after):
        after = after[1:]
    return bool(after) and (after[0].means("(") or begins(after) or _stands_alone(before, after))


def _stands_alone(before: list[Token], after: list[Token]) -> bool:
    """'site is Annex or retired': no site, while in 'standing is pending or retired' it is one more answer."""
    ends = len(after) == 1 or after[1].means("and", "or", ")", END_OF_CLAUSE)
    if not (ends and after[0].means(*ALONE)):
        return False
    field = longest(before, PHRASES)[0]
    return field is not None and FIELDS[field].ops != CHOICE


def begins(tokens: list[Token]) -> bool:
    """They begin with a field and a comparison, or another beginning that no value has."""
    implied, after = longest(tokens, IMPLIED)
    if implied is not None and after and not after[0].means("or", "and", END_OF_CLAUSE, ")"):
        return True
    if tokens and tokens[0].means(*WITH, *WITHOUT):
        return longest(_without_article(tokens[1:]), PHRASES)[0] is not None
    field, after = longest(tokens, PHRASES)
    if field is None:
        return False
    return longest(_question(field, after)[1], OPS)[0] is not None


def read(tokens: list[Token]) -> list[Criterion]:
    """The criteria of one clause: mostly one, two for a span of days. Raises Problem."""
    found = _whole(tokens)
    return [checked(each) for each in (_compared(tokens) if found is None else found)]


def _whole(tokens: list[Token]) -> list[Criterion] | None:
    """A clause that takes no values, such as 'never assessed' or 'no cell'; None when it is none."""
    rest, as_of = _day_at_the_end(tokens)
    found, after = longest(rest, BARE)
    if found is not None and not after:
        return [_made(*each, as_of=as_of) for each in found]
    there = not (rest and rest[0].means(*WITHOUT))
    if not rest or (there and not rest[0].means(*WITH)):
        field, after = longest(rest, PHRASES)
        return [_made(field, "is", ["yes"], as_of)] if field and not after and FIELDS[field].ops == YES else None
    if there and len(rest) > 1 and rest[1].means("no"):
        there, rest = False, rest[1:]
    field, after = longest(_without_article(rest[1:]), PHRASES)
    if field is None or after:
        return None
    if FIELDS[field].ops == YES:
        return [_made(field, "is", ["yes" if there else "no"], as_of)]
    return [_made(field, "is known" if there else "is not known", [], as_of)]


def _made(field: str, op: str, said_values: Sequence[str], as_of: str = "", about: str = "") -> Criterion:
    found: Criterion = {"field": field, "op": op, "values": list(said_values)}
    if as_of:
        found["as_of"] = as_of
    if about:
        found["about"] = about
    return found


def _without_article(tokens: list[Token]) -> list[Token]:
    return tokens[1:] if tokens and tokens[0].means(*ARTICLES) else tokens


def _compared(tokens: list[Token]) -> list[Criterion]:
    rest, as_of = _day_at_the_end(tokens)
    field, op, about, after = _asked(tokens, rest)
    found = values(after, commas=splits_at_commas(field))
    if not found and op not in WITHOUT_VALUES:
        raise not_understood(said(tokens), _("nothing stands after '%s'") % op)
    if after and after[-1].means("or"):
        raise not_understood(said(tokens), _("nothing stands after '%s'") % "or")
    if op in WITHOUT_VALUES and found:
        raise not_understood(said(tokens), _("'%s' takes no value") % op)
    return [_made(field, each, some, as_of, about) for each, some in _meant(field, op, after, found)]


def splits_at_commas(field: str) -> bool:
    return field not in WITH_COMMAS and (field not in FIELDS or FIELDS[field].ops != DAY)


def _meant(field: str, op: str, tokens: list[Token], found: list[str]) -> list[tuple[str, list[str]]]:
    """(comparison, values) as the field has them: '> 9' is 'at least 10', 'in the last month' two days."""
    kind = FIELDS[field].ops
    if op == "between":
        return _between(field, tokens)
    if kind == DAY:
        found = [iso(value) for value in found]
        lately = LATELY.fullmatch(found[0]) if op in {"is", "from"} and len(found) == 1 else None
        if lately and found[0].casefold() not in OF_NOW:
            ahead, span = lately[1].casefold() in {"next", "coming"}, f"{lately[2] or 1} {lately[3].casefold()}s"
            since, until = ("today", f"in {span}") if ahead else (f"{span} ago", "today")
            return [("from", [since]), ("to", [until])]
        return [({">": "after", "<": "before"}.get(op, op), found)]
    if op in {">", "<"} and kind == NUMBER and len(found) == 1 and found[0].isdigit():
        return [("at least", [str(int(found[0]) + 1)]) if op == ">" else ("at most", [str(int(found[0]) - 1)])]
    return [(op, found)]


def _between(field: str, tokens: list[Token]) -> list[tuple[str, list[str]]]:
    """Both ends are within."""
    at = next((at for at, token in enumerate(tokens) if token.means("and", "to")), 0)
    low, high = values(tokens[:at], commas=False), values(tokens[at + 1 :], commas=False) if at else []
    if len(low) != 1 or len(high) != 1:
        raise not_understood(said(tokens), _("between stands with two values, such as: between 2024-01-01 and today"))
    if FIELDS[field].ops == DAY:
        return [("from", [iso(low[0])]), ("to", [iso(high[0])])]
    return [("at least", low), ("at most", high)]


def _asked(tokens: list[Token], rest: list[Token]) -> Asked:
    implied, after = longest(rest, IMPLIED)
    if implied is not None and longest(after, OPS)[0] is None:
        return Asked(*implied, "", after)
    field, after = longest(rest, PHRASES)
    if field is None:
        raise not_understood(said(tokens), _("it does not begin with something a list can ask about"))
    about, after = _question(field, after)
    if FIELDS[field].ops == DAY and after and after[0].means("on") and longest(after, OPS)[0] is None:
        return Asked(field, "is", about, after[1:])
    op, after = longest(after, OPS)
    if op is None:
        raise not_understood(said(tokens), _("after '%s' comes no comparison such as 'is' or 'is not'") % field)
    return Asked(field, op, about, after)


def _question(field: str, tokens: list[Token]) -> tuple[str, list[Token]]:
    """What an assessment is about: the word or the quoted words after 'on', or all words up to the comparison."""
    if not FIELDS[field].about or len(tokens) < 2 or not tokens[0].means("on", "of", "about"):
        return "", tokens
    if tokens[1].means("or") or longest(tokens, OPS)[0] is not None:
        return "", tokens
    for at in range(2, len(tokens)):
        if longest(tokens[at:], OPS)[0] is not None:
            return " ".join(token.word for token in tokens[1:at]), tokens[at:]
    return tokens[1].word, tokens[2:]


def _day_at_the_end(tokens: list[Token]) -> tuple[list[Token], str]:
    """What stands before 'as of DAY' (or 'on DAY', of something that is kept day by day), and the day."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].means("as") and tokens[at + 1].means("of"):
            taken = 2
        elif tokens[at].means("on") and _is_dated(tokens[:at]):
            taken = 1
        else:
            continue
        day = " ".join(token.word for token in tokens[at + taken :])
        if is_day(day):
            return tokens[:at], iso(day)
        if taken == 2:
            raise not_understood(said(tokens), _("after 'as of' stands no day such as 2026-11-30"))
    return tokens, ""


def _is_dated(tokens: list[Token]) -> bool:
    """They begin with a field that is kept day by day, and say what is asked about it."""
    bare, after = longest(tokens, BARE)
    if bare is not None and not after:
        return True
    field, after = longest(tokens, PHRASES)
    return field is not None and FIELDS[field].dated and (bool(after) or FIELDS[field].ops == YES)
