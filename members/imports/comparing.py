"""What a list says differently of the people it was matched to, what moved together, and who is missing."""

from __future__ import annotations

from collections import defaultdict

from members.imports.differences import (
    ENDED_FIELDS,
    MEMBERSHIP_FIELDS,
    better_name,
    differences,
    is_detail,
    is_unit,
    renamed,
)
from members.imports.plan import (
    ONE_NAME,
    OUTSIDE,
    Entry,
    Plan,
    Request,
    brief,
    candidate,
    confirmed,
    fields_for,
    is_one_name,
    label,
    nameless,
    person,
    two_people,
    with_one_name,
    written,
)
from members.imports.renames import moved_together
from members.imports.rows import Read
from members.matching import OF_ANOTHER, Known, Match, Roster, Row, name_of, number_key
from members.normalising import names
from members.normalising.names import Name
from members.placed import LIST_FIELDS
from members.tight import Tight
from unionops.platform.core import lazy_re as re
from unionops.platform.core.progress import Phase, Progress
from unionops.platform.core.text import fold

FILLS = frozenset({*LIST_FIELDS, "hire_date", "seniority_date", "preferred_name", "pronouns", "language"})
NUMBERLIKE = re.compile(r"\b\w*\d{4,}\b")
NO_MEMBER, MEMBERS = {"ended", "none"}, {"member", "retired", "pending"}
RENAMED_FIELDS = ("org", "station", "component", "department", "unit")


def _shown_number(row: Row) -> str:
    return str(row.get("employee_number") or row["member_id"])


class Comparing:
    """The second half of a plan: `claims` and `rows_of` say who is who."""

    def __init__(self, read: Read, roster: Roster, request: Request, progress: Progress) -> None:
        self.read, self.roster, self.request, self.progress = read, roster, request, progress
        self.plan = Plan(refused=list(read.refused))
        self.claims: dict[int, int] = {}
        self.rows_of: dict[int, list[int]] = {}
        self.corrected: set[int] = set()
        self.liked: set[int] = set()
        self.protected: set[int] = set()
        self.outside: set[int] = set()
        self.clashed: set[int] = set()
        self.second: dict[int, list[Row]] = defaultdict(list)
        self.fresh = Tight()
        self.fresh_numbers: dict[str, int] = {}
        self.contested: set[str] = set()
        self.sought: set[str] = set()
        self.apart: dict[str, Row] = {}
        self.fresh_roster, self.fresh_unnumbered = Roster([]), Roster([])
        self.fills: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.seen: dict[str, set[str]] = {slug: set() for slug in RENAMED_FIELDS}
        self.count = 0
        self.fields = fields_for(request.kind)

    def _doubt(self, row: Row, match: Match) -> None:
        """To a person. A member nobody is sure about is kept apart meanwhile, once for all their rows.

        Not with the number of somebody else: each month's list would bring them again.
        """
        apart = self.request.kind == "members" and not row.get("employee_number") and match.how != OF_ANOTHER
        if apart and (first := self._apart_already(row)):
            self._note_duplicate(first, row)
            return
        candidates = [candidate(known) for known in match.candidates]
        self.protected |= {known.pk for known in match.candidates}
        why = f"{match.how}: {', '.join(match.reasons)}"
        entry = {"row": row["row"], "candidates": candidates, "why": why, "person": person(row)}
        self.plan.review.append(entry | {"apart": apart})
        if apart:
            self._note_refusal(row, None)

    def _apart_already(self, row: Row) -> Row | None:
        """The row of the same member that is kept apart already: the same contact and a name that fits."""
        ways = [row[slot] for slot in ("email", "work_email", "phone", "home_phone") if row.get(slot)]
        for first in (self.apart[way] for way in ways if way in self.apart):
            if names.same_person_name(name_of(first), name_of(row)):
                return first
        self.apart.update(dict.fromkeys(ways, row))
        return None

    def _note_duplicate(self, first: Row, second: Row) -> None:
        self.plan.duplicates.append([label(first, self.request.kind), label(second, self.request.kind)])
        self.plan.held.append(
            person(second) | {"row": second["row"], "same_as_row": first["row"], "why": "the same person twice"}
        )
        if is_detail(first) and not is_detail(second):
            first.update({k: v for k, v in second.items() if k != "row"})

    # --- what is different

    def _place_fresh(self) -> None:
        """Each row is let go once the plan has it."""
        self.fresh_roster, self.fresh_unnumbered, self.fresh_numbers = Roster([]), Roster([]), {}
        self.fresh.reverse()
        while self.fresh:
            if not (row := self.fresh.pop()).get("_in_doubt"):
                self._place_new(row)

    def _compare(self) -> None:
        """Each person once, piece by piece of the file; who has several rows waits for the last of them."""
        if not self.claims:
            return
        waiting: dict[int, list[Row]] = defaultdict(list)
        done = 0
        for batch in self.read.batches():
            ready = []
            for row in batch:
                for second in self.second.get(row["row"], ()):
                    self._place_second(row, second)
                if (pk := self.claims.get(row["row"])) is not None:
                    waiting[pk].append(row)
                    if len(waiting[pk]) == len(self.rows_of[pk]):
                        ready.append((self.roster.by_pk[pk], waiting.pop(pk)))
            self._compare_some(ready)
            done += len(batch)
            self.progress(done, self.count, Phase.COMPARING)

    def _place_second(self, row: Row, second: Row) -> None:
        """Somebody's second member number, or another member of the same name."""
        if confirmed(row, second):
            self._note_duplicate(row, second)
        else:
            known = self.roster.by_pk[self.claims[row["row"]]]
            self._doubt(second, Match(None, "second member number", 0, ["same name"], [known]))

    def _compare_some(self, ready: list[tuple[Known, list[Row]]]) -> None:
        self.roster.load(known for known, _rows in ready)
        for known, rows in ready:
            self._compare_one(known, sorted(rows, key=lambda row: row["row"] in self.liked))
        self.roster.forget(known for known, _rows in ready)

    def _place_new(self, row: Row) -> None:
        if self._is_outside(row):
            self.plan.outside.append(person(row) | {"row": row["row"]})
            return
        if not row.get("last_name"):
            if not (is_one_name(row) or str(row["row"]) in self.request.decisions):
                entry = {"row": row["row"], "candidates": [], "why": ONE_NAME, "person": person(row), "apart": False}
                self.plan.review.append(entry)
                return
            row = with_one_name(row)
        if not row.get("last_name"):
            self.plan.refused.append(nameless(row))
            return
        self.plan.adds.append(person(row) | {"row": row["row"], "pk": None, "why": "new"})
        self._note_refusal(row, None)

    def _is_outside(self, row: Row) -> bool:
        """In a position outside the unit, or gone from work by the day of the list."""
        return self.request.kind == "unit" and (row.get("unit", "") in OUTSIDE or self._is_gone(row))

    def _is_gone(self, row: Row) -> bool:
        """Their last day at work is told and past; of who died, the death is told."""
        day = row.get("separated_on", "")
        return bool(day) and not row.get("has_died") and day < (self.request.as_of or day)

    def _compare_one(self, known: Known, rows: list[Row]) -> None:
        strangers = [row for row in rows[1:] if two_people(rows[0], row)]
        if strangers:
            self._clash(known, rows)
            return
        rows = self._confirmed(known, rows)
        row = next((row for row in rows if not is_detail(row)), rows[0])
        self._extra_rows(row, rows)
        if self._is_outside(row):
            self.outside.add(known.pk)
            self._left_the_unit(known, row)
            return
        self._note_refusal(row, known)
        if self._enters(known, row):
            why = "came back" if known.facts.get("was_in_unit") else "already known"
            self.plan.adds.append(person(row) | self._ids(known, row) | {"why": why})
            self._renames_and_numbers(known, row)
            return
        self._renames_and_numbers(known, row)
        found = differences(row, known, self._fields_of(known, row))
        for field_name, old, new in self._told_first(known, row, found):
            entry: Entry = {"field": field_name, "old": old, "new": new}
            if field_name == "street":
                entry["place"] = {slug: row[slug] for slug in ("street2", "city", "state", "zip") if row.get(slug)}
            self.plan.changes.append(self._ids(known, row) | brief(known) | entry)

    def _confirmed(self, known: Known, rows: list[Row]) -> list[Row]:
        """Rows that are about one person for sure; another of the same name at the same place goes to a person."""
        rows = sorted(rows, key=lambda row: row.get("status", "active") != "active")
        kept = [row for row in rows if row is rows[0] or row["row"] not in self.liked or confirmed(rows[0], row)]
        for row in rows:
            if row not in kept:
                self._doubt(row, Match(None, "the same name twice", 0, ["same name"], [known]))
        return kept

    def _told_first(self, known: Known, row: Row, found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """What a list says of a job for the first time fills a gap; it is not a change. Gives back the changes."""
        first = [entry for entry in found if entry[0] in FILLS and (not entry[1] or self._is_stand_in(*entry[:2]))]
        for name, _old, new in first:
            self.fills[(name, new)].append(known.pk)
        return [entry for entry in found if entry not in first]

    def _is_stand_in(self, name: str, old: str) -> bool:
        """An employer that no list has named yet is called as whoever sends the list."""
        return name == "employer" and fold(old) == fold(self.request.source)

    def _clash(self, known: Known, rows: list[Row]) -> None:
        """Two people under the number of one of ours: nobody is changed."""
        self.protected.add(known.pk)
        self.clashed.add(known.pk)
        for row in rows:
            why = "two people with one employee number"
            entry = {"row": row["row"], "candidates": [candidate(known)], "why": why, "person": person(row)}
            self.plan.review.append(entry | {"apart": False})

    def _extra_rows(self, kept: Row, rows: list[Row]) -> None:
        others = [row for row in rows if row is not kept]
        if others:
            self.plan.duplicates.append([label(row, self.request.kind) for row in (kept, *others)])
        for row in others:
            held = {"row": row["row"], "same_as_row": kept["row"], "why": "the same person twice"}
            self.plan.held.append(person(row) | held)

    def _left_the_unit(self, known: Known, row: Row) -> None:
        if known.in_unit and self.request.scope != "partial":
            self.plan.leavers.append(brief(known) | {"pk": known.pk} | self._why_outside(row))
        else:
            self.plan.outside.append(person(row) | {"row": row["row"]})

    def _why_outside(self, row: Row) -> Entry:
        if self._is_gone(row):
            return {"why": f"last day at work was {row['separated_on']}"}
        return {"why": f"position is outside the unit ({row['unit']})", "unit_now": row["unit"]}

    def _enters(self, known: Known, row: Row) -> bool:
        """Known to us, but not on this kind of list until now."""
        if self.request.kind == "unit":
            return not known.in_unit
        return row.get("status") not in NO_MEMBER and known.standing not in MEMBERS

    def _fields_of(self, known: Known, row: Row) -> tuple[str, ...]:
        """The employer's list says where people work; our own list only fills what nobody else said.

        Who is no member, to us and to the list, has no dues now; only when the membership was may still be told.
        """
        without: set[str] = set()
        if self.request.kind == "members" and known.in_unit:
            without |= {*LIST_FIELDS, "hire_date"}
        if row.get("status") in NO_MEMBER and known.standing not in MEMBERS:
            without |= {*MEMBERSHIP_FIELDS} - ({*ENDED_FIELDS} if row.get("end_date") else set())
        if known.pk in self.corrected and not row.get("employee_number"):
            without.add("member_id")
        return tuple(name for name in self.fields if name not in without)

    def _renames_and_numbers(self, known: Known, row: Row) -> None:
        ids = self._ids(known, row)
        if known.pk in self.corrected:
            self.plan.id_corrections.append(brief(known) | ids | {"shown": _shown_number(row)})
        elif row.get("employee_number") and not known.number:
            entry = {"field": "employee_number", "old": "", "new": row["employee_number"]}
            self.plan.cosmetic.append(ids | entry)
        name = name_of(row)
        if names.is_short_form(known.name, name) and not (self.request.kind == "unit" and known.in_unit):
            self._note_short_form(known, row)
        elif renamed(row, known):
            old, new = written(known.name), written(name)
            entry = {"old": old, "new": new, "name": list(name), "old_name": list(known.name)}
            self.plan.name_changes.append(brief(known) | ids | entry)
        elif better := better_name(known.name, name_of(row)):
            self.plan.cosmetic.append(ids | {"field": "name", "old": list(known.name), "new": list(better)})

    def _note_short_form(self, known: Known, row: Row) -> None:
        """Jim and James are one name: the employer's list says which is official, the other is what they are called."""
        ours, theirs = known.name, name_of(row)
        called = theirs.first
        if self.request.kind == "unit" or not known.in_unit:
            new = Name(theirs.last, theirs.first, theirs.middle or ours.middle, theirs.suffix or ours.suffix)
            self.plan.cosmetic.append(self._ids(known, row) | {"field": "name", "old": list(ours), "new": list(new)})
            called = ours.first
        if called and not row.get("preferred_name") and not known.facts.get("preferred_name"):
            self.fills[("preferred_name", called)].append(known.pk)

    def _ids(self, known: Known, row: Row) -> Entry:
        number = known.number or row.get("employee_number", "")
        return {"pk": known.pk, "row": row["row"], "employee_number": number}

    def _note_refusal(self, row: Row, known: Known | None) -> None:
        """'Do not text' in a note is an answer the person gave."""
        for channel in row.get("refuses", ()):
            if known is None or channel not in known.facts.get("refused", ""):
                entry = {"row": row["row"], "pk": known.pk if known else None, "channel": channel}
                self.plan.refusals_of_contact.append(entry)

    # --- what moved together, and who is missing

    def _find_renames(self) -> None:
        for slug in RENAMED_FIELDS:
            for old, new, pks in moved_together(self.plan.changes, slug, self.seen[slug], self.roster):
                numbers = [e["employee_number"] for e in self.plan.changes if e["pk"] in pks and e["field"] == slug]
                entry = {"kind": slug, "from": old, "to": new, "people": len(pks), "employee_numbers": numbers}
                self.plan.renames.append(entry | {"pks": sorted(pks)})
                self._take_out(slug, pks)

    def _take_out(self, slug: str, pks: set[int]) -> None:
        """People who only moved with the rename did not change."""
        self.plan.changes = [e for e in self.plan.changes if not (e["field"] == slug and e["pk"] in pks)]

    def _find_leavers(self) -> None:
        if self.request.scope == "partial":
            return
        self._protect_unread()
        units = self.seen["unit"]
        absent = [known for known in self.roster.people if self._could_leave(known)]
        self.roster.load(absent)
        for known in absent:
            if self._is_missing(known, units):
                self.plan.leavers.append(brief(known) | {"pk": known.pk, "why": "no longer on the list"})

    def _protect_unread(self) -> None:
        """Whose number stands in a line that could not be read is on the list all the same."""
        for entry in self.read.refused:
            if not entry["column"]:
                found = (self.roster.by_number.get(number_key(word)) for word in NUMBERLIKE.findall(entry["value"]))
                self.protected.update(known.pk for known in found if known)

    def _could_leave(self, known: Known) -> bool:
        there = known.standing == "member" if self.request.kind == "members" else known.in_unit
        return there and known.pk not in self.rows_of and known.pk not in self.protected

    def _is_missing(self, known: Known, units: set[str]) -> bool:
        """On the list before, and the list still speaks for their unit."""
        if self.request.kind == "members":
            return known.facts.get("member_source") == self.request.source
        return self.speaks_for(known, units)

    def speaks_for(self, known: Known, units: set[str]) -> bool:
        """Whether a whole list of these units, by this source, would hold somebody of ours who is in the unit."""
        speaks_for_it = not units or any(is_unit(known, unit) for unit in units)
        return speaks_for_it or known.facts.get("unit_source") == self.request.source

    # --- sums

    def _count(self) -> None:
        plan = self.plan
        plan.adds.sort(key=lambda entry: entry["row"])
        plan.fills = [
            {"field": name, "old": "", "new": new, "people": len(pks), "pks": pks}
            for (name, new), pks in sorted(self.fills.items())
        ]
        moved = {pk for entry in plan.renames for pk in entry["pks"]}
        plan.unchanged = self._unchanged(plan.changed_people | moved)
        plan.add_up(rows=self.count, refused_rows=self.read.refused_rows)

    def _unchanged(self, changed: set[int]) -> int:
        entered = set(self.plan.adds.column("pk"))
        gone = {entry["pk"] for entry in self.plan.leavers}
        return len(self.rows_of.keys() - changed - entered - gone - self.clashed - self.outside)
