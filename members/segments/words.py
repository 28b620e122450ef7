"""A list's question in words, both ways: `parse("shift is Nights") -> criteria -> in_words(criteria)`.

A text is clauses joined by `and` (or `;` or a new line) and `or`, turned round by `not`, held together by
brackets; `and` binds closer than `or`. What follows an `or` is another value of the clause before it unless it
reads as a clause itself. Text in quotes is always a value. Empty text means everybody.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from members.segments import clauses
from members.segments.criteria import OPPOSITE, WITHOUT_VALUES, Criterion, in_words, not_understood, quoted
from members.segments.fields import EITHER, FIELDS, YES
from members.segments.tokens import END_OF_CLAUSE, Token, cut, said, values_of

__all__ = ["WITHOUT_VALUES", "Criterion", "flat", "in_words", "parse", "quoted", "values_of"]

DEEPEST = 12
"""Brackets within brackets."""
All = list[Criterion]


def parse(text: str) -> list[Criterion]:
    """The criteria that a text asks for, all of which must hold. Problem names the part that is not understood."""
    tokens = cut(text)
    if all(token.means(END_OF_CLAUSE) for token in tokens):
        return []
    reader = Reader(tokens)
    found = reader.alternatives()
    if reader.rest:
        raise not_understood(said(reader.rest), _("a closing bracket stands there without an opening one"))
    return found


def flat(criteria: list[Criterion]) -> list[Criterion]:
    """The criteria with those inside of brackets instead of the brackets."""
    found: list[Criterion] = []
    for criterion in criteria:
        if criterion["field"] == EITHER:
            found += [inner for value in criterion["values"] for inner in flat(parse(value))]
        else:
            found.append(criterion)
    return found


class Reader:
    """Reads the tokens from the left: alternatives of conjunctions of clauses."""

    def __init__(self, tokens: list[Token]) -> None:
        self.rest, self.depth = tokens, 0

    def _next_is(self, *words: str) -> bool:
        return bool(self.rest) and self.rest[0].means(*words)

    def alternatives(self) -> All:
        found = [self._conjunction()]
        while self._next_is("or"):
            self.rest = self.rest[1:]
            self._must_follow("or", found[-1])
            found.append(self._conjunction())
        return either(found)

    def _conjunction(self) -> All:
        found = self._factor()
        while self._next_is("and", END_OF_CLAUSE):
            needed = self.rest[0].means("and")
            self.rest = self.rest[1:]
            if self.rest and not self._next_is("and", END_OF_CLAUSE, "or", ")"):
                found = [*found, *self._factor()]
            elif needed:
                self._must_follow("and", found)
        return found

    def _must_follow(self, word: str, found: All) -> None:
        if not self.rest or self._next_is("or", ")"):
            raise not_understood(f"{in_words(found)} {word}", _("nothing stands after '%s'") % word)

    def _factor(self) -> All:
        if self._next_is("not") and not clauses.begins(self.rest):
            self.rest = self.rest[1:]
            if not self.rest:
                raise not_understood("not", _("nothing stands after '%s'") % "not")
            return turned_round(self._factor())
        if self._next_is("("):
            return self._bracket()
        taken = clauses.end(self.rest) or 1
        clause, self.rest = self.rest[:taken], self.rest[taken:]
        return clauses.read(clause)

    def _bracket(self) -> All:
        opened = self.rest
        self.rest, self.depth = self.rest[1:], self.depth + 1
        if self.depth > DEEPEST:
            raise not_understood(said(opened[:6]), _("there are too many brackets within brackets"))
        found = self.alternatives()
        if not self._next_is(")"):
            raise not_understood(said(opened), _("the bracket is not closed"))
        self.rest, self.depth = self.rest[1:], self.depth - 1
        return found


def either(alternatives: list[All]) -> All:
    """The alternatives as criteria: as they are when there is one, as more values of one when they ask the same."""
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return []  # or everybody
    joined = _same_question(alternatives)
    return [joined or {"field": EITHER, "op": "is", "values": [in_words(each) for each in alternatives]}]


def _same_question(alternatives: list[All]) -> Criterion | None:
    first = alternatives[0][0]
    if first["op"] not in {"is", "contains", "starts with"} or FIELDS[first["field"]].ops == YES:
        return None
    if any(len(each) > 1 or each[0] | {"values": []} != first | {"values": []} for each in alternatives):
        return None
    return first | {"values": [value for each in alternatives for value in each[0]["values"]]}


def turned_round(found: All) -> All:
    """Everybody else: those of whom nothing is known are among them."""
    if not found:
        raise not_understood(_("not everybody"), _("that is nobody"))
    first = found[0]
    if len(found) == 1 and first["field"] == EITHER and first["op"] == "is not":
        return parse(f"({' or '.join(first['values'])})")
    if len(found) == 1 and first["op"] in OPPOSITE and OPPOSITE[first["op"]] in FIELDS[first["field"]].ops:
        return [first | {"op": OPPOSITE[first["op"]]}]
    if len(found) == 1 and first["field"] in FIELDS and FIELDS[first["field"]].ops == YES:
        return [first | {"values": ["no" if first["values"] == ["yes"] else "yes"]}]
    return [{"field": EITHER, "op": "is not", "values": [in_words(found)]}]
