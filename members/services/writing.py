"""Turns a plan into rows: every one through the journal, one line of history for each person touched.

`prepare` reads and works everything out and writes nothing; the journal then writes it in one go.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from members.models import (
    DuesPayment,
    Duplicate,
    Person,
    PersonChange,
    PersonNumber,
    Placement,
    RosterImport,
)
from members.models.contact import ConsentStatus
from members.models.imports import ChangeKind
from members.names import name_key
from members.placed import COLUMNS
from members.places import Places
from members.services.contacts import Contacts
from members.services.deaths import ask_for_days
from members.services.newcomers import Newcomers
from members.services.spells import Spells
from members.tight import Tight
from members.undoing import bulk
from members.undoing.bulk import Rows
from members.undoing.journal import Prepared
from unionops.platform.access.models import User
from unionops.platform.core.progress import Phase, Progress

Entry = dict[str, Any]
EVERY = 500
PIECE = 2_000


KNOWN = 3_000
"""People we know, held at once with all that hangs on them."""


@dataclass
class Piece:
    """Some of the people a plan touches, and what it says of them."""

    keys: list[int]
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    renames: list[tuple[int, Entry]] = field(default_factory=list)
    fills: list[tuple[int, Entry]] = field(default_factory=list)


OF_PEOPLE = ("adds", "changes", "name_changes", "cosmetic", "id_corrections", "leavers", "refusals_of_contact")


def pieces_of(plan: dict[str, Any]) -> list[Piece]:
    """Everybody we know whom the plan touches; who is only told a new fact that many share is not among them."""
    entries = [(name, entry) for name in OF_PEOPLE for entry in plan[name] if entry["pk"]]
    renames = [(pk, entry) for entry in plan["renames"] for pk in entry["pks"]]
    keys = sorted({entry["pk"] for _name, entry in entries} | {pk for pk, _entry in renames})
    pieces = [Piece(keys[at : at + KNOWN]) for at in range(0, len(keys), KNOWN)]
    within = {key: pieces[at // KNOWN] for at, key in enumerate(keys)}
    for name, entry in entries:
        within[entry["pk"]].entries[name].append(entry)
    for pk, entry in renames:
        within[pk].renames.append((pk, entry))
    for group in plan["fills"]:
        for pk in group["pks"]:
            if pk in within:
                within[pk].fills.append((pk, group))
    return pieces


class Writer:
    """One plan on its way into the tables."""

    def __init__(self, found: RosterImport, by: User, progress: Progress) -> None:
        self.found, self.by, self.progress = found, by, progress
        self.journal = Prepared()
        self.places = Places(self.journal, found.source)
        self.contacts = Contacts(self.journal, found)
        self.spells = Spells(self.journal, found, self.places)
        self.history: dict[int, tuple[str, dict[str, Any]]] = {}
        self.people: dict[int, Person] = {}
        self.newcomers = Newcomers(self.journal, found, self.spells, by)
        self.by_row: dict[int, int] = {}
        self.filled: dict[int, tuple[int, ...]] = {}
        self.now = timezone.now()
        self.died: list[int] = []

    @property
    def is_empty(self) -> bool:
        return self.journal.is_empty

    def prepare(self, plan: dict[str, Any]) -> None:
        self.total = sum(len(plan[name]) for name in ("adds", "changes", "name_changes", "leavers", "cosmetic"))
        self.total += sum(group["people"] for group in plan["fills"])
        self.done = 0
        self._rename_sites(plan["renames"])
        pieces = pieces_of(plan)
        fills = self._note_fills(plan.pop("fills"), {key for piece in pieces for key in piece.keys})
        self._add_new(plan.pop("adds"))
        for _at in range(len(pieces)):
            self._change_people(pieces.pop(0), fills)
        self._add_apart([entry for entry in plan["review"] if entry.get("apart")])
        self._refuse(entry for entry in plan["refusals_of_contact"] if not entry["pk"])
        self.contacts.flush()
        self._fill(fills)
        ask_for_days(self.journal, self.found, self.by, [*self.newcomers.died, *self.died])
        self._write_shared_history(fills)

    def _change_people(self, piece: Piece, fills: list[Entry]) -> None:
        """Some of the people we know; each piece is let go once its rows are ready."""
        self._load(set(piece.keys))
        self._rename_places(piece.renames)
        for pk, group in piece.fills:
            self.spells.change(self.people[pk], {group["field"]: group["new"]}, same_spell=True)
        self._step(piece.entries["adds"], self._enter)
        self._change_all(piece.entries["changes"])
        self._step(piece.entries["name_changes"], self._rename)
        self._step(piece.entries["cosmetic"], self._mend)
        self._step(piece.entries["id_corrections"], self._note_number)
        self._step(piece.entries["leavers"], self._leave)
        self._refuse(piece.entries["refusals_of_contact"])
        self.contacts.flush()
        self.spells.flush()
        self.journal.flush()
        self._write_history(fills)
        self.people, self.history = {}, {}
        self.contacts.forget()
        self.spells.forget()

    def _step(self, entries: list[Entry], deed: Any) -> None:
        for entry in entries:
            deed(entry)
            self.done += 1
            if self.done % EVERY == 0:
                self.progress(self.done, self.total, Phase.APPLYING)

    def _load(self, keys: set[int]) -> None:
        """People the plan touches, with what hangs on them."""
        self.people = Person.objects.in_bulk(keys)
        self.contacts.load(keys)
        self.spells.load(keys)

    def _note(self, pk: int, kind: str, diff: dict[str, Any]) -> None:
        if pk in self.history:
            self.history[pk][1].update(diff)
        else:
            self.history[pk] = (kind, diff)

    # --- newcomers

    def _add_new(self, entries: Tight) -> None:
        """Each piece is let go once its rows are ready: a first list may bring 100,000 people."""
        entries.reverse()
        while entries:
            taken = [entries.pop() for _at in range(min(PIECE, len(entries)))]
            piece = [entry for entry in taken if entry["pk"] is None]
            self.by_row |= self.newcomers.add(piece)
            self.done += len(piece)
            self.progress(self.done, self.total, Phase.APPLYING)

    def _enter(self, entry: Entry) -> None:
        """Somebody we know comes onto this list."""
        person = self.people[entry["pk"]]
        diff = self.spells.begin(person, entry)
        diff |= self._numbers(person, entry)
        self.contacts.add_all(person, entry)
        kind = ChangeKind.RETURN if entry["why"] == "came back" else ChangeKind.CHANGE
        self._note(person.pk, kind, diff)

    def _numbers(self, person: Person, entry: Entry) -> dict[str, Any]:
        values = {name: value for name, value in self.spells.own(entry).items() if not getattr(person, name)}
        if entry.get("employee_number") and not person.employee_number:
            values["employee_number"] = entry["employee_number"]
        if entry.get("notes") and not person.notes:
            values["notes"] = entry["notes"]
        return self.journal.change(person, **values)

    def _add_apart(self, entries: list[Entry]) -> None:
        """Members nobody is sure about are kept as people of their own, beside the ones they may be."""
        for entry in entries:
            shown = {**entry["person"], "row": entry["row"], "pk": None}
            self._add_new(Tight([shown]))
            key = self.by_row[entry["row"]]
            self.journal.add([self._pair(key, other, entry) for other in entry["candidates"]])

    def _pair(self, pk: int, other: Entry, entry: Entry) -> Duplicate:
        first, second = sorted((pk, other["pk"]))
        return Duplicate(first_id=first, second_id=second, reasons=[entry["why"]], score=50, found_in=self.found)

    # --- changes

    def _change_all(self, entries: list[Entry]) -> None:
        by_person: dict[int, dict[str, Entry]] = defaultdict(dict)
        for entry in entries:
            by_person[entry["pk"]][entry["field"]] = entry
        for at, (pk, fields) in enumerate(by_person.items()):
            self._change(self.people[pk], fields)
            if at % EVERY == 0:
                self.progress(self.done + at, self.total, Phase.APPLYING)
        self.done += len(entries)

    def _change(self, person: Person, fields: dict[str, Entry]) -> None:
        new = {slug: entry["new"] for slug, entry in fields.items()}
        if "has_died" in new and "deceased_on" not in new and person.deceased_on is None:
            self.died.append(person.pk)
        self.spells.change(person, new)
        self.contacts.change(person, fields)
        diff = {slug: [entry["old"], entry["new"]] for slug, entry in fields.items()}
        self._note(person.pk, ChangeKind.CHANGE, diff)

    def _rename(self, entry: Entry) -> None:
        self._set_name(entry, entry["name"])
        self._note(entry["pk"], ChangeKind.CHANGE, {"name": [entry["old"], entry["new"]]})

    def _mend(self, entry: Entry) -> None:
        """Better spelling of the same name, or a number we lacked."""
        if entry["field"] == "name":
            self._set_name(entry, entry["new"])
        else:
            self.journal.change(self.people[entry["pk"]], employee_number=entry["new"])
        shown = [" ".join(v) if isinstance(v, list) else v for v in (entry["old"], entry["new"])]
        self._note(entry["pk"], ChangeKind.CHANGE, {entry["field"]: shown})

    def _set_name(self, entry: Entry, name: list[str]) -> None:
        person = self.people[entry["pk"]]
        last, first, middle, suffix = name
        values = {"last_name": last, "first_name": first, "middle": middle or person.middle}
        values |= {"suffix": suffix or person.suffix, "name_key": name_key(last, first, middle or person.middle)}
        self.journal.change(person, **values)

    def _note_number(self, entry: Entry) -> None:
        number = PersonNumber(person_id=entry["pk"], number=entry["shown"], source_import=self.found)
        self.journal.add([number])
        self._note(entry["pk"], ChangeKind.CHANGE, {"other_number": ["", entry["shown"]]})

    def _rename_sites(self, entries: list[Entry]) -> None:
        for entry in entries:
            if entry["kind"] == "station":
                self.places.rename_site(entry["from"], entry["to"])

    def _rename_places(self, moved: list[tuple[int, Entry]]) -> None:
        for pk, entry in moved:
            if entry["kind"] != "station":
                self.spells.change(self.people[pk], {entry["kind"]: entry["to"]}, same_spell=True)
            self._note(pk, ChangeKind.CHANGE, {entry["kind"]: [entry["from"], entry["to"]]})

    def _leave(self, entry: Entry) -> None:
        person = self.people[entry["pk"]]
        diff = self.spells.end(person, entry["why"])
        self._note(person.pk, ChangeKind.LEAVE, diff)

    def _refuse(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if (key := entry["pk"] or self.by_row.get(entry["row"])) is not None:
                self.contacts.say(key, entry["channel"], ConsentStatus.REVOKED)

    def _note_fills(self, groups: list[Entry], touched: set[int]) -> list[Entry]:
        """Who is changed anyhow gets the new fact with the change; gives back the groups without them."""
        shared: dict[tuple[int, ...], tuple[int, ...]] = {}
        for at, group in enumerate(groups):
            for pk in group["pks"]:
                which = (*self.filled.get(pk, ()), at)
                self.filled[pk] = shared.setdefault(which, which)
        return [group | {"pks": [pk for pk in group["pks"] if pk not in touched]} for group in groups]

    def _fill(self, groups: list[Entry]) -> None:
        """What a list says for the first time, the same for many: nobody is loaded for it."""
        for group in groups:
            keys = group["pks"]
            columns = self.spells.columns_of({group["field"]: group["new"]}) if keys else {}
            spell = {name: value for name, value in columns.items() if name in COLUMNS}
            for piece in (keys[start : start + PIECE] for start in range(0, len(keys), PIECE)):
                self._fill_in(Person.objects.filter(pk__in=piece), columns)
                if spell:
                    self._fill_in(Placement.objects.filter(person__in=piece, until=None), spell)
                self.done += len(piece)
                self.progress(self.done, self.total, Phase.APPLYING)

    def _fill_in(self, rows: QuerySet[Any], columns: dict[str, Any]) -> None:
        names = list(columns)
        groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for key, *old in rows.order_by().values_list("pk", *names):
            groups[tuple(old)].append(key)
        for values, keys in groups.items():
            self.journal.fill(rows.model, keys, dict(zip(names, values, strict=True)), columns)

    @property
    def _said(self) -> dict[str, Any]:
        return {"roster_import_id": self.found.pk, "source": self.found.source, "by_id": self.by.pk, "at": self.now}

    def _write_history(self, groups: list[Entry]) -> None:
        rows, said = Rows(PersonChange), self._said
        for pk, (kind, diff) in self.history.items():
            filled = self._shown(self.filled.pop(pk, ()), groups)
            rows.add(said | {"person_id": pk, "kind": kind, "diff": filled | diff})
        self.journal.add_rows(rows, undone=False)

    def _write_shared_history(self, groups: list[Entry]) -> None:
        """Of those who only got what a list says for the first time."""
        alike: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for pk, which in self.filled.items():
            alike[which].append(pk)
        for which, keys in alike.items():
            told = self._said | {"kind": ChangeKind.CHANGE.value, "diff": self._shown(which, groups)}
            self.journal.add_for_each(PersonChange, told, "person_id", Person, sorted(keys))

    def _shown(self, which: tuple[int, ...], groups: list[Entry]) -> dict[str, Any]:
        return {groups[at]["field"]: [groups[at]["old"], groups[at]["new"]] for at in which}


def write_payments(found: RosterImport, plan: dict[str, Any]) -> None:
    """Lines of a dues file, as they came."""
    rows = [
        DuesPayment(
            roster_import=found,
            person_id=line["pk"],
            row=line["row"],
            cents=line["cents"],
            paid_on=datetime.date.fromisoformat(line["paid_on"]) if line["paid_on"] else None,
            code=line["code"][:20],
            status=line["status"],
            reason=line["reason"][:120],
        )
        for line in plan["payments"]
    ]
    bulk.insert(rows)
