"""What the kept files say of a person is taken out of them when the record is erased; sums and counts stay exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from members.models import DuesPayment, EmailAddress, Person, PersonNumber, Phone, RosterImport
from members.models.imports import RowStore, packed
from members.names import name_key
from members.normalising import names
from unionops.platform.access.actors import system_actor
from unionops.platform.files.models import Upload
from unionops.platform.files.services import destroy_upload

Row = dict[str, Any]
STAYS = ("row", "amount", "payment_status", "code", "unit")
"""Of a row that is blanked: what sums and counts are made of."""


@dataclass
class Marks:
    """How a kept row is known to be about the person."""

    person: Person
    numbers: set[str] = field(default_factory=set)
    contacts: set[str] = field(default_factory=set)
    is_only_one: bool = False

    @classmethod
    def of(cls, person: Person) -> Marks:
        numbers = {person.employee_number or "", *PersonNumber.objects.filter(person=person)
                   .values_list("number", flat=True)}  # fmt: skip
        contacts = set(EmailAddress.objects.filter(person=person).values_list("address", flat=True))
        contacts |= set(Phone.objects.filter(person=person).values_list("number", flat=True))
        alike = Person.objects.filter(name_key__startswith=name_key(person.last_name, person.first_name, ""))
        only_one = not alike.filter(erased_at=None).exclude(pk=person.pk).exists()
        return cls(person, {number.lstrip("0") for number in numbers if number}, contacts, only_one)

    def fit(self, row: Row) -> bool:
        """A number decides; without one the name does, when something backs it or nobody else has it."""
        if number := row.get("employee_number"):
            return str(number).lstrip("0") in self.numbers
        if member := row.get("member_id"):
            return bool(member == self.person.member_number)
        if not self._named(row):
            return False
        said = {str(row.get(slug, "")) for slug in ("email", "work_email", "phone", "home_phone", "work_phone")}
        last = str(row.get("last4", ""))
        backed = bool(said & self.contacts) or bool(last and any(number.endswith(last) for number in self.numbers))
        return backed or self.is_only_one

    def _named(self, row: Row) -> bool:
        pairs = ((row.get("last_name", ""), self.person.last_name), (row.get("first_name", ""), self.person.first_name))
        return all(names.key(str(theirs)) == names.key(ours) for theirs, ours in pairs)

    def in_cells(self, cells: Iterable[Any]) -> bool:
        """A line of the file as it was written."""
        said = [names.key(str(cell)) for cell in cells]
        whole = names.key(f"{self.person.last_name}{self.person.first_name}")
        has_number = any(str(cell).strip().lstrip("0") in self.numbers for cell in cells if str(cell).strip())
        return has_number or any(whole in cell for cell in said) or whole in "".join(said)


def forget_in_files(person: Person, gone: dict[str, set[int]]) -> int:
    """Blank the person's rows in every kept file and plan, and destroy the files themselves; how many files.

    `gone` is {table: keys} of rows the erasure removes: what an undo would restore of them is forgotten too.
    """
    marks = Marks.of(person)
    paid: dict[int, set[int]] = {}
    for key, row in DuesPayment.objects.filter(person=person).values_list("roster_import_id", "row"):
        paid.setdefault(key, set()).add(row)
    touched = 0
    for found in RosterImport.objects.filter(blobs__name="rows_blob").order_by("pk").iterator(chunk_size=1):
        taken = _blank_rows(found, marks, paid.get(found.pk, set()))
        if taken or _names_them(found, person):
            _blank_plan(found, person, taken, marks)
            _blank_undo(found, gone)
            _destroy(found)
            found.save(update_fields=["plan_hash", "upload"])
            touched += 1
    return touched


def _blank_rows(found: RosterImport, marks: Marks, paid: set[int]) -> set[int]:
    store, taken = RowStore(), set()
    for piece in found.row_pieces():
        theirs = {row["row"] for row in piece if row["row"] in paid or marks.fit(row)}
        taken |= theirs
        store.add([_blank(row, found.kind) if row["row"] in theirs else row for row in piece])
    if taken:
        head = {name: value for name, value in found.head.items() if name != "rows"}
        head["refused"] = [cell for cell in head["refused"] if cell["row"] not in taken]
        head["sample"] = [cells for cells in head["sample"] if not marks.in_cells(cells)]
        head["aside"] = [line for line in head["aside"] if not marks.in_cells([line[2]])]
        found.rows_blob = store.blob(head)
    return taken


def _blank(row: Row, kind: str) -> Row:
    """Still one row, of nobody; told apart from others of nobody where people are counted."""
    kept = {name: row[name] for name in STAYS if name in row} | {"last_name": "erased"}
    return kept | ({"employee_number": f"erased-{row['row']}"} if kind in ("unit", "members") else {})


def _names_them(found: RosterImport, person: Person) -> bool:
    plan = found.plan or {}
    return any(isinstance(entry, dict) and entry.get("pk") == person.pk
               for part in plan.values() if isinstance(part, list) for entry in part)  # fmt: skip


def _blank_plan(found: RosterImport, person: Person, taken: set[int], marks: Marks) -> None:
    """The plan without what it said of the person; `totals` stay as they were counted."""
    if (plan := found.plan) is None:
        return

    def about(entry: Any) -> bool:
        if isinstance(entry, dict):
            return entry.get("pk") == person.pk or entry.get("row") in taken
        return isinstance(entry, list) and any(str(part).lstrip("0") in marks.numbers for part in entry)

    found.seal({
        name: [entry for entry in part if not about(entry)] if isinstance(part, list) else part
        for name, part in plan.items()
    })  # fmt: skip


def _blank_undo(found: RosterImport, gone: dict[str, set[int]]) -> None:
    if found.undo_blob is None:
        return
    journal = found.undo
    journal["changed"] = [entry for entry in journal["changed"] if entry[1] not in gone.get(entry[0], ())]
    filled = ([label, [key for key in keys if key not in gone.get(label, ())], diff]
              for label, keys, diff in journal.get("filled", []))  # fmt: skip
    journal["filled"] = [entry for entry in filled if entry[1]]
    found.undo_blob = packed(journal)


def _destroy(found: RosterImport) -> None:
    if found.upload and (kept := Upload.objects.filter(public_id=found.upload).first()):
        destroy_upload(by=system_actor(), upload=kept, reason="a person on it was erased")
    found.upload = None
