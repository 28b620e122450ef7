"""Who in a file is who on the roster: by number, then by what else fits. A name alone never matches.

Pure code: `Roster` indexes what we know, `find(row)` answers with a person, a doubt or nobody.
The order is that of the handbook: exact number (zeros given back); a number with two neighbouring
digits swapped and the same name; e-mail; phone; name with site, hire date or address. Another number
vetoes everything after it. A different suffix or initial is a different person.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from members.normalising import names
from members.normalising.names import Name
from unionops.platform.core.text import fold

Row = dict[str, Any]


Facts = dict[str, str]
Contacts = dict[str, tuple[str, ...]]


class Details(Protocol):
    """Where facts and contacts of people are looked up when somebody asks for them."""

    def load(self, people: Iterable[Known]) -> None: ...

    def values_in_unit(self, slug: str) -> Iterable[str]: ...

    def owners(self, values: set[str]) -> Iterable[tuple[str, int]]:
        """(value, pk) of everybody who has one of these addresses or numbers."""
        ...


@dataclass(slots=True)
class Known:
    """One person as the roster has them; facts (by the field names of a plan) and contacts may come later."""

    pk: int
    name: Name
    number: str = ""
    member_id: str = ""
    other_numbers: tuple[str, ...] = ()
    in_unit: bool = False
    standing: str = ""
    details: Details | None = None
    kept: tuple[Facts, Contacts] | None = None

    @property
    def facts(self) -> Facts:
        return self._all()[0]

    @property
    def contacts(self) -> Contacts:
        return self._all()[1]

    def _all(self) -> tuple[Facts, Contacts]:
        if self.kept is None and self.details:
            self.details.load([self])
        if self.kept is None:
            self.kept = ({}, {})
        return self.kept

    def has(self, slot: str, value: str) -> bool:
        return bool(value) and value in self.contacts.get(slot, ())


@dataclass(slots=True)
class Match:
    """`known` when it is one person for sure; else the candidates a person must choose from."""

    known: Known | None = None
    how: str = ""
    score: int = 0
    reasons: list[str] = field(default_factory=list)
    candidates: list[Known] = field(default_factory=list)


NOBODY = Match()
EMAILS, PHONES = ("email", "work_email"), ("phone", "home_phone")
STREET = {
    "avenue": "ave", "street": "st", "road": "rd", "lane": "ln", "boulevard": "blvd", "drive": "dr", "court": "ct",
    "place": "pl", "terrace": "ter", "highway": "hwy", "apartment": "apt", "north": "n", "south": "s", "east": "e",
    "west": "w", "circle": "cir", "parkway": "pkwy", "square": "sq", "suite": "ste",
}  # fmt: skip


def number_key(number: str) -> str:
    """Numbers are compared without the zeros that spreadsheets lose."""
    if number.isdigit():
        return number.lstrip("0")
    return number.strip().upper().lstrip("0")


def name_of(row: Row) -> Name:
    return Name(row.get("last_name", ""), row.get("first_name", ""), row.get("middle", ""), row.get("suffix", ""))


def street_key(street: str, code: str) -> str:
    words = [STREET.get(word, word) for word in fold(street).split()]
    return f"{' '.join(words)}|{code[:5]}" if words else ""


def street_keys(street: str, street2: str, code: str) -> tuple[str, ...]:
    """The address with its flat, and without it for lists that leave it out."""
    return tuple(dict.fromkeys((street_key(f"{street} {street2}", code), street_key(street, code))))


def swaps(number: str) -> Iterable[str]:
    """The number with each pair of neighbouring characters exchanged."""
    for at in range(len(number) - 1):
        if number[at] != number[at + 1]:
            yield number[:at] + number[at + 1] + number[at] + number[at + 2 :]


OF_ANOTHER = "number of somebody else"


class Roster:
    """What we know, indexed once. With `details`, facts and contacts are looked up as they are needed."""

    def __init__(self, people: Iterable[Known], details: Details | None = None) -> None:
        self.people: list[Known] = []
        self.details = details
        self.by_pk: dict[int, Known] = {}
        self.by_number: dict[str, Known] = {}
        self.by_member: dict[str, Known] = {}
        self.by_last: dict[str, list[Known]] = defaultdict(list)
        self.by_surname: dict[str, list[Known]] = defaultdict(list)
        self.by_contact: dict[str, list[Known]] = defaultdict(list)
        self.guessed: dict[str, list[Known]] = {}
        for known in people:
            self.add(known)

    def add(self, known: Known) -> None:
        self.guessed.clear()
        self.people.append(known)
        self.by_pk[known.pk] = known
        for number in (*known.other_numbers, known.number):
            if number:
                self.by_number[number_key(number)] = known
        for number in known.other_numbers:
            self.by_member.setdefault(number_key(number), known)
        if known.member_id:
            self.by_member[number_key(known.member_id)] = known
        self.by_last[block(known.name.last)].append(known)
        self.by_surname[surname(known.name.last)].append(known)
        if self.details is None:
            for value in {value for slot in (*EMAILS, *PHONES) for value in known.contacts.get(slot, ())}:
                self.by_contact[value].append(known)

    def load(self, people: Iterable[Known]) -> None:
        """Look up facts and contacts of many at once."""
        if self.details:
            self.details.load(people)

    def forget(self, people: Iterable[Known]) -> None:
        """Let go of what was looked up; it can be looked up again."""
        for known in people:
            if known.details:
                known.kept = None

    def values_in_unit(self, slug: str) -> Iterable[str]:
        """Every value of a field among the people in the unit."""
        if self.details:
            return self.details.values_in_unit(slug)
        return {known.facts.get(slug, "") for known in self.people if known.in_unit}

    def expect(self, rows: Iterable[Row]) -> None:
        """Look up at once whom the addresses and numbers in these rows belong to, and who has the same name."""
        if self.details is None or not self.people:
            return
        values = {row[slot] for row in rows for slot in (*EMAILS, *PHONES) if row.get(slot)}
        for value, pk in self.details.owners(values - self.by_contact.keys()):
            if pk in self.by_pk:
                self.by_contact[value].append(self.by_pk[pk])
        self.details.load({known.pk: known for row in rows for known in self._candidates(row)}.values())

    def exact(self, row: Row) -> Match:
        """By employee number or member number as written."""
        number, member = row.get("employee_number", ""), row.get("member_id", "")
        known = self.by_number.get(number_key(number)) if number else None
        how = "number"
        if known is None and member:
            known, how = self.by_member.get(number_key(member)), "member number"
        if known is None:
            return NOBODY
        return self._believed(row, known, how)

    def _believed(self, row: Row, known: Known, how: str) -> Match:
        """A number whose name has nothing in common with ours is looked at by a person."""
        name = name_of(row)
        if not name.last or names.shares_a_word(name, known.name) or _same_fact(row, known, "hire_date"):
            return Match(known, how, 100, [f"same {how}"])
        return Match(None, OF_ANOTHER, 0, [f"same {how}, another name"], [known])

    def swapped(self, row: Row) -> Match:
        """Two neighbouring digits exchanged, in the employee number or else the member number, and the same name."""
        number, held = row.get("employee_number", ""), self.by_number
        if not number:
            number, held = row.get("member_id", ""), self.by_member
        name = name_of(row)
        found = {known.pk: known for other in swaps(number) if (known := held.get(number_key(other)))}
        fitting = [known for known in found.values() if names.same_person_name(name, known.name)]
        if len(fitting) != 1:
            return NOBODY
        return Match(fitting[0], "swapped digits", 95, ["two digits exchanged", "same name"])

    def likely(self, row: Row, taken: Container[int] = frozenset()) -> Match:
        """By e-mail, phone, or name with something that backs it."""
        found: dict[int, Match] = {}
        for known in self._candidates(row):
            match = NOBODY if vetoed(row, known) else weigh(row, known)
            if match.reasons and not (known.pk in taken and _is_namesake(row, match)):
                found[known.pk] = match
        free = [match for match in found.values() if match.known and match.known.pk not in taken]
        if all(match.how == "name only" for match in free):
            free += [
                match
                for match in found.values()
                if match.known and match.known.pk in taken and match.how != "name only"
            ]
        return _best(free or list(found.values()))

    def _candidates(self, row: Row) -> list[Known]:
        """Everybody whose name fits as far as the names go, and everybody reached the same way."""
        name = name_of(row)
        found = {known.pk: known for known in self._of_name(name.last) if names.same_person_name(name, known.name)}
        for slot in (*EMAILS, *PHONES):
            if value := row.get(slot, ""):
                found |= {known.pk: known for known in self.by_contact.get(value, ())}
        return list(found.values())

    def _of_name(self, last_name: str) -> Iterable[Known]:
        """A surname with lost letters may be any of its block; a whole one is itself, or one that lost letters."""
        key = surname(last_name)
        if key == DAMAGED:
            return self._damaged(names.key(last_name), last_name)
        damaged = self.by_surname.get(DAMAGED, ())
        return [*self.by_surname.get(key, ()), *(one for one in damaged if names.same(one.name.last, last_name))]

    def _damaged(self, key: str, last_name: str) -> list[Known]:
        """Whose surname fits the letters that are left."""
        if key not in self.guessed:
            shortest = len(key) - key.count("0")  # a mark that was lost may be none of the letters of the key
            fitting = [
                people
                for one, people in self.by_surname.items()
                if shortest <= len(one) <= len(key) and names.same(one, last_name)
            ]
            self.guessed[key] = [known for people in fitting for known in people]
        lost = self.by_surname.get(DAMAGED, ())
        return [*self.guessed[key], *(one for one in lost if names.same(one.name.last, last_name))]


DAMAGED = "0"


def surname(last_name: str) -> str:
    """The key of a whole surname; one that lost letters to a code page has none."""
    key = names.key(last_name)
    return DAMAGED if "0" in key else key


def block(last_name: str) -> str:
    """Where to look for a surname: first letters, with lost letters left out."""
    return re.sub("0.*", "", names.key(last_name))[:3] or "?"


def vetoed(row: Row, known: Known) -> bool:
    """Both have a number and the numbers differ."""
    number, member = row.get("employee_number", ""), row.get("member_id", "")
    if number and known.number:
        return number_key(number) not in {number_key(other) for other in (known.number, *known.other_numbers)}
    if row.get("last4") and known.number:
        return not known.number.endswith(row["last4"])
    return bool(member and known.member_id) and number_key(member) != number_key(known.member_id)


def weigh(row: Row, known: Known) -> Match:
    """How well they fit, with reasons. No reasons: not even worth a look."""
    name = name_of(row)
    contact = [slot for slot in (*EMAILS, *PHONES) if _shares(known, slot, row.get(slot, ""))]
    if names.contradicts(name, known.name):
        return NOBODY
    whole = names.same_person_name(name, known.name)
    if contact and names.shares_a_word(name, known.name) and not _shares_only_a_phone(row, known, name):
        reasons = [f"same {slot.replace('_', ' ')}" for slot in contact]
        return Match(known, "contact", 60 + 10 * whole + 5 * len(contact) + fine(name, known.name), reasons)
    if not whole:
        return NOBODY
    backing = _backing(row, known)
    score = sum(points for points, _reason in backing)
    reasons = ["same name", *(reason for _points, reason in backing)]
    return Match(known, "name" if score >= 20 else "name only", 20 + score + fine(name, known.name), reasons)


def _is_namesake(row: Row, match: Match) -> bool:
    """Only the name is the same and the hire dates differ: not one more row of somebody who has theirs already."""
    return match.how == "name only" and match.known is not None and _hired_otherwise(row, match.known)


def _shares_only_a_phone(row: Row, known: Known, name: Name) -> bool:
    """Another surname and another hire date: two people with one number, in a household or by a slip."""
    return not names.same(name.last, known.name.last) and _hired_otherwise(row, known)


def _hired_otherwise(row: Row, known: Known) -> bool:
    ours, theirs = known.facts.get("hire_date"), row.get("hire_date")
    return bool(ours and theirs) and ours != theirs


def _shares(known: Known, slot: str, value: str) -> bool:
    others = EMAILS if slot in EMAILS else PHONES
    return bool(value) and any(known.has(other, value) for other in others)


def _backing(row: Row, known: Known) -> list[tuple[int, str]]:
    """What besides the name speaks for it. Twenty points are needed."""
    backing = []
    if _same_fact(row, known, "hire_date"):
        backing.append((30, "same hire date"))
    if _places(row) & _places(known.facts):
        backing.append((20, "same site"))
    if (place := street_key(row.get("street", ""), row.get("zip", ""))) and known.has("street", place):
        backing.append((25, "same address"))
    for slug, label in (("employer", "same employer"), ("org", "same organization"), ("title", "same title")):
        if _same_fact(row, known, slug):
            backing.append((4, label))
    return backing


def _places(said: Mapping[str, Any]) -> set[str]:
    """Where somebody works: one list calls it the site, another the department."""
    return {fold(said[slug]) for slug in ("station", "department") if said.get(slug)}


def _same_fact(row: Row, known: Known, slug: str) -> bool:
    ours, theirs = known.facts.get(slug, ""), row.get(slug, "")
    return bool(ours and theirs) and fold(ours) == fold(theirs)


def fine(one: Name, other: Name) -> int:
    """Small points that part two people of one name: the same initial (or none in both), suffix, first name."""
    middle = 6 if names.key(one.middle)[:1] == names.key(other.middle)[:1] else 0
    suffix = 6 if names.key(one.suffix) == names.key(other.suffix) else 0
    return middle + suffix + (3 if names.same(one.first, other.first) else 0)


def _best(matches: list[Match]) -> Match:
    """The one that fits best, when it is alone up there and has more than a name to show."""
    if not matches:
        return NOBODY
    ranked = sorted(matches, key=lambda match: -match.score)
    sure = ranked[0].how != "name only" and (len(ranked) == 1 or ranked[0].score > ranked[1].score)
    if sure:
        return ranked[0]
    candidates = [match.known for match in ranked[:5] if match.known]
    return Match(None, "doubtful", ranked[0].score, ranked[0].reasons, candidates)
