"""Offices, committees, pay, languages and answers, as people say them when they say whom a list is to hold."""

from __future__ import annotations

from collections.abc import Mapping

from members.segments.criteria import Criterion
from members.segments.fields import BARE
from members.segments.heard import Words, cities, committees, known_as, singular
from members.segments.joining import made
from members.segments.said_plainly import (
    ABOVE,
    AGREED,
    ASSISTING,
    BELOW,
    BETTER,
    CHANNELS,
    COUNTED,
    HAPPENED,
    LIVING,
    NOT_LATELY,
    REFUSED,
    SPEAKING,
    STANDING,
    TOLD,
    WORSE,
)
from unionops.platform.access.roles import Role
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

Found = tuple[Criterion, int]
WHOLE_CONDITIONS: Mapping[str, Criterion] = {
    fold(phrase): made(*means[0][:2], *means[0][2])
    for phrase, means in BARE.items()
    if len(means) == 1 and fold(phrase) not in STANDING and not phrase.startswith("not ")
}
UNITS = ("day", "week", "month", "year")
PLAN = re.compile(r"([a-z]{2})[- ]?(\d{1,2})?s?", re.IGNORECASE)


def _offices() -> dict[str, str]:
    """{'chief stewards': 'chief steward'}: each office by its word and by its name on the screen, one or many."""
    found: dict[str, str] = {}
    for code, label in Role.choices:
        if code != Role.MEMBER:
            for name in {fold(code.replace("_", " ")), fold(str(label))}:
                found |= {name: code.replace("_", " "), f"{name}s": code.replace("_", " ")}
    return found


class ThingsSaid(Words):
    def _whole_condition(self, at: int) -> Found | None:
        """'never talked with', 'untagged'."""
        if (found := self._phrase(at, WHOLE_CONDITIONS)) is None:
            return None
        return made(found[0]["field"], found[0]["op"], *found[0]["values"]), found[1]

    def _not_lately(self, at: int) -> Found | None:
        """'not talked to in 6 months': longer ago, or never."""
        start = self._one_of(at, NOT_LATELY)
        if start is None or not self._is(start + 1, *(unit for one in UNITS for unit in (one, f"{one}s"))):
            return None
        count = self._number(start) or COUNTED.get(self.words[start].plain)
        unit = singular(self.words[start + 1].plain)
        if not count:
            return None
        return made("either", "is", f"talked is not known or last talk before {count} {unit}s ago"), start + 2

    def _told(self, at: int) -> Found | None:
        """'whose card we do not have on file', 'whose mail came back'."""
        if (found := self._phrase(at, TOLD)) is None:
            return None
        (field, *values), end = found
        end = self._one_of(end, ("on file",)) or end
        return made(field, "is" if values else "is not known", *values), end

    def _any_committee(self, at: int) -> Found | None:
        end = self._one_of(at, ("committee members", "committee member", "on a committee", "on any committee"))
        return (made("committee", "is known"), end) if end else None

    def _happened(self, at: int) -> Found | None:
        """'assessed', 'talked to': at any time."""
        found = self._phrase(at, HAPPENED)
        return (made(found[0], "is known"), found[1]) if found else None

    def _assessed(self, at: int) -> Found | None:
        """'assessed 1 or 2', 'assessment 3 or worse'."""
        start = self._one_of(at, ("assessed at", "assessed as", "assessed", "assessment of", "assessment", "rated"))
        score = self._number(start) if start is not None else None
        if start is None or score is None:
            return None
        for phrases, wanted in ((WORSE, "at least"), (BETTER, "at most")):
            if (end := self._one_of(start + 1, phrases)) is not None:
                return made("assessment", wanted, str(score)), end
        scores, end = [str(score)], start + 1
        while self._is(end, "or", ",") and (another := self._number(end + 1)) is not None:
            scores, end = [*scores, str(another)], end + 2
        return made("assessment", "is", *scores), end

    def _office(self, at: int) -> Found | None:
        found = self._phrase(at, _offices())
        return (made("office", "is", found[0]), found[1]) if found else None

    def _on_committee(self, at: int) -> Found | None:
        """'on the safety committee', 'members of the bargaining team'."""
        start = at + 1 if self._is(at, "members", "member") and self._is(at + 1, "of", "on") else at
        while self._is(start, *ASSISTING):
            start += 1
        found = self._phrase(start, committees())
        return (made("committee", "is", found[0]), found[1]) if found else None

    def _pay(self, at: int) -> Found | None:
        """'WG', 'GS-9', 'GS 9 and above'."""
        if at >= len(self.words) or self.words[at].is_quoted or not (said := PLAN.fullmatch(self.words[at].raw)):
            return None
        plan = known_as("pay_plan").get(fold(said[1]))
        if plan is None:
            return None
        grade, at = (int(said[2]), at + 1) if said[2] else (self._number(at + 1), at + 1)
        if grade is None:
            return made("pay plan", "is", plan), at
        at += 0 if said[2] else 1
        for phrases, wanted in ((ABOVE, "at least"), (BELOW, "at most")):
            if (end := self._one_of(at, phrases)) is not None:
                return made("either", "is", f"pay plan is {plan} and grade {wanted} {grade}"), end
        return made("either", "is", f"pay plan is {plan} and grade is {grade}"), at

    def _lives(self, at: int) -> Found | None:
        """'who live in Salem'."""
        start = self._one_of(at, LIVING)
        found = self._phrase(start, cities()) if start is not None else None
        return (made("city", "is", found[0]), found[1]) if found else None

    def _speaks(self, at: int) -> Found | None:
        """'Spanish speakers', 'who speak Vietnamese'."""
        spoken = known_as("language")
        before = self._one_of(at, ("speak", "speaks", "speaking"))
        found = self._phrase(at if before is None else before, spoken)
        end = found[1] if found and before else self._one_of(found[1], SPEAKING) if found else None
        return (made("language", "is", found[0]), end) if found and end is not None else None

    def _answered(self, at: int) -> Found | None:
        """'said no to texts', 'agreed to e-mail'."""
        for phrases, answer in ((REFUSED, "revoked"), (AGREED, "granted")):
            start = self._one_of(at, phrases)
            found = self._phrase(start, CHANNELS) if start is not None else None
            if found:
                return made(f"{found[0]} consent", "is", answer), found[1]
        return None
