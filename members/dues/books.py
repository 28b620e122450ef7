"""Gathers the lists of one month from the tables, for `reconciling`."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from members import queries
from members.dues.listed import list_lines
from members.dues.paying import Line, match_lines
from members.dues.reconciling import Books, reconcile
from members.imports.builder import Builder
from members.imports.funds import of_dues
from members.imports.plan import Request
from members.imports.rows import Read
from members.matching import Known, Roster
from members.models import Duplicate, FileKind, ImportScope, ImportState, RosterImport
from members.snapshot import known_people
from unionops.platform.access.models import User
from unionops.platform.core.progress import silent
from unionops.platform.ops.tiers import tiers_on

EVERYTHING = ("status", "email", "phone", "street", "dues_method", "dues_amount", "join_date", "member_id", "notes")


def reconciliation(
    user: User, *, unit_list: RosterImport, dues: RosterImport | None, edues: RosterImport | None, as_of: datetime.date
) -> dict[str, Any]:
    """The differences between one unit list, one remittance, one E-Dues file and our members on a day.

    A local whose employer withholds nothing any more has no remittance.
    """
    roster = Roster(_with_memberships(known_people(EVERYTHING), as_of))
    unit, size = _unit(unit_list, roster)
    people = {known.pk: known for known in roster.people}
    found = reconcile(
        Books(
            people=people,
            members={pk for pk, known in people.items() if known.facts.get("is_member")},
            unit=unit,
            unit_size=size,
            payroll=_lines(dues, roster) if dues else [],
            edues=_lines(edues, roster) if edues else [],
            twins=_twins(),
            member_duplicates=list(_duplicates(user, people)),
            has_edues=edues is not None,
            has_payroll=dues is not None,
        )
    )
    return found | list_lines(user, unit_list, people)


def earlier_reconciliation(
    user: User, *, unit_list: RosterImport, dues: RosterImport | None, edues: RosterImport | None
) -> tuple[dict[str, Any], datetime.date] | None:
    """The same comparison with the lists before these, and the day it stands for; None when there were none.

    It is worked out anew from the kept lists, with the memberships that held on that day.
    """
    before = {kind: queries.list_before(user, found) if found else None
              for kind, found in (("unit", unit_list), ("dues", dues), ("edues", edues))}  # fmt: skip
    unit_before, dues_before = before["unit"], before["dues"]
    if (paid_before := dues_before if dues else before["edues"]) is None:
        return None
    day = paid_before.as_of
    found = reconciliation(user, unit_list=unit_before or unit_list, dues=dues_before, edues=before["edues"], as_of=day)
    if edues is not None and before["edues"] is None:
        found["not_comparable"] = ["failed_payments", "paid_twice"]
    return found, day


def _with_memberships(people: list[Known], as_of: datetime.date) -> list[Known]:
    """Facts of the spell that holds on the day, whatever holds today; of a raised tier the amount of that day."""
    by_pk, tiers = {known.pk: known for known in people}, tiers_on(as_of)
    for spell in queries.members_on(as_of):
        if known := by_pk.get(spell.person_id):
            known.facts.update(is_member="yes", dues_method=spell.method)
            known.facts["dues_amount"] = "" if spell.dues_cents is None else str(tiers.due(spell.dues_cents))
    return people


def _unit(found: RosterImport, roster: Roster) -> tuple[set[int], int]:
    """Who of ours is in the unit, and how many people are: whom the list holds, and whom it does not speak for.

    A part of a list, or the list of one agency of several, says of nobody else that they have left.
    """
    kept = found.head
    read = Read(columns=kept["columns"], width=kept["width"], again=found.row_pieces)
    request = Request("unit", "partial", found.as_of.isoformat(), found.source, found.decisions)
    builder = Builder(read, roster, request, silent)
    plan = builder.build()
    matched = set(builder.rows_of.keys() - builder.outside)
    elsewhere = {known.pk for known in roster.people if known.in_unit and not _said_of(found, builder, known)}
    fresh = sum(entry["pk"] is None for entry in plan.adds)
    doubtful = len({entry["row"] for entry in plan.review}) if found.scope != ImportScope.PARTIAL else 0
    return matched | elsewhere, len(matched | elsewhere) + fresh + doubtful


def _said_of(found: RosterImport, builder: Builder, known: Known) -> bool:
    if known.pk in builder.rows_of or known.pk in builder.outside:
        return True
    return found.scope != ImportScope.PARTIAL and builder.speaks_for(known, builder.seen["unit"])


def _lines(found: RosterImport, roster: Roster) -> list[Line]:
    return match_lines(of_dues(found.rows["rows"])[0], roster, found.decisions)


def _twins() -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    open_pairs = Duplicate.objects.filter(state=Duplicate.State.OPEN).values_list("first_id", "second_id")
    for first, second in open_pairs:
        found[first].add(second)
        found[second].add(first)
    return found


def _duplicates(user: User, people: dict[int, Known]) -> Iterable[list[Any]]:
    """Rows a member list held twice, and pairs of member records nobody has decided yet."""
    lists = RosterImport.objects.visible_to(user, "members.reconcile").filter(kind=FileKind.MEMBERS)
    newest = lists.filter(state=ImportState.APPLIED).order_by("-as_of", "-id").first()
    if newest is not None:
        yield from newest.plan["duplicates"]
    for first, others in _twins().items():
        for second in others:
            if first < second and first in people and second in people:
                pair = [people[first].member_id, people[second].member_id]
                if all(pair):
                    yield pair
