"""Builds the plan of a list of people: who is who, what differs, what moved together, who is missing."""

from __future__ import annotations

from collections import defaultdict

from members.imports.differences import PLACE_FIELDS, better_name, differences, is_detail, renamed, same_value
from members.imports.plan import (
    OUTSIDE,
    Entry,
    Plan,
    Request,
    brief,
    candidate,
    fields_for,
    fullness,
    known_from_row,
    label,
    nameless,
    person,
    same_row,
    two_people,
    written,
)
from members.imports.renames import moved_together
from members.imports.rows import Read
from members.matching import Known, Match, Roster, Row, name_of, number_key
from unionops.platform.core.progress import Progress, silent

STRONG = 45
"""Points at which two rows of one list are shown as the same person."""
FILLS = frozenset({*PLACE_FIELDS, "hire_date", "seniority_date", "preferred_name", "pronouns", "language"})
RENAMED_FIELDS = ("org", "station", "department", "unit")


def build(read: Read, roster: Roster, request: Request, progress: Progress = silent) -> Plan:
    """The plan for a list of people. `request.decisions` maps a row number to 'new', 'skip' or our pk."""
    return Builder(read, roster, request, progress).build()


class Builder:
    """One pass for rows with a number we know, one for the others, one that compares, then what is missing.

    The rows of a long file are read again for the comparison, so that only those nobody is found for are held.
    """

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
        self.fresh: list[Row] = []
        self.fresh_roster, self.fresh_unnumbered = Roster([]), Roster([])
        self.fills: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.seen: dict[str, set[str]] = {slug: set() for slug in RENAMED_FIELDS}
        self.count = 0
        self.fields = fields_for(request.kind)

    def build(self) -> Plan:
        rest = self._by_numbers()
        self.roster.expect(rest)
        for at, row in enumerate(sorted(rest, key=fullness)):
            if at % 500 == 0:
                self.progress(at, len(rest), "matching")
            self._by_likeness(row)
        self._place_fresh()
        self._compare()
        self._find_renames()
        self._find_leavers()
        self._count()
        return self.plan

    # --- who is who

    def _by_numbers(self) -> list[Row]:
        """Every row once; gives back those whose number says nothing."""
        rest: list[Row] = []
        slugs: set[str] = set()
        for batch in self.read.batches():
            for row in batch:
                slugs.update(row)
                for slug in self.seen.keys() & row.keys():
                    self.seen[slug].add(row[slug])
                if not self._by_number(row):
                    rest.append(row)
            self.count += len(batch)
            self.progress(self.count, None, "matching")
        self.fields = tuple(slug for slug in self.fields if slug in slugs)
        return rest

    def _by_number(self, row: Row) -> bool:
        if str(row["row"]) in self.request.decisions:
            return self._decided(row, self.request.decisions[str(row["row"])])
        match = self.roster.exact(row)
        if match.known:
            self._claim(row, match)
        elif match.candidates:
            self._doubt(row, match)
        return bool(match.known or match.candidates)

    def _decided(self, row: Row, decision: str) -> bool:
        known = self.roster.by_pk.get(int(decision)) if decision.isdigit() else None
        if known:
            self._claim(row, Match(known, "decided by a person", 100, ["decided by a person"]))
        elif decision == "new":
            self._add(row)
        else:
            self.plan.held.append(person(row) | {"row": row["row"], "why": "left out by a person"})
        return True

    def _by_likeness(self, row: Row) -> None:
        match = self.roster.swapped(row) if row.get("employee_number") else Match()
        if match.known and match.known.pk in self.rows_of:
            match = Match()
        if not match.known:
            match = self.roster.likely(row, self.rows_of)
        if match.known:
            self.liked.add(row["row"])
            self._claim(row, match)
        elif match.candidates:
            self._doubt(row, match)
        else:
            self._add(row)

    def _claim(self, row: Row, match: Match) -> None:
        if match.known is None:
            return
        pk = match.known.pk
        self.claims[row["row"]] = pk
        if pk not in self.rows_of:
            self.rows_of[pk] = []
            if match.how == "swapped digits":
                self.corrected.add(pk)
        self.rows_of[pk].append(row["row"])

    def _doubt(self, row: Row, match: Match) -> None:
        candidates = [candidate(known) for known in match.candidates]
        self.protected |= {known.pk for known in match.candidates}
        why = f"{match.how}: {', '.join(match.reasons)}"
        entry = {"row": row["row"], "candidates": candidates, "why": why, "person": person(row)}
        self.plan.review.append(entry | {"apart": self.request.kind == "members" and not row.get("employee_number")})

    def _add(self, row: Row) -> None:
        """Somebody new, unless the same file has them already."""
        if self.request.kind == "members" and row.get("member_id") and self._second_record(row):
            return
        twin = self._twin(row)
        if twin is None:
            self.fresh.append(row)
            known = self._as_known(row)
            self.fresh_roster.add(known)
            if not known.number:
                self.fresh_unnumbered.add(known)
        elif two_people(row, twin):
            self._same_number(row, twin)
        else:
            self._note_duplicate(twin, row)

    def _second_record(self, row: Row) -> bool:
        """A new member number for somebody our own list already has under another."""
        match = self.roster.likely({slug: value for slug, value in row.items() if slug != "member_id"})
        known = match.known
        if known is None or not known.member_id or not (match.how == "contact" or match.score >= STRONG):
            return False
        if known.pk in self.rows_of:
            self.second[self.rows_of[known.pk][0]].append(row)
        else:
            doubt = Match(None, "second member number", match.score, match.reasons, [known])
            self._doubt(row, doubt)
        return True

    def _twin(self, row: Row) -> Row | None:
        """An earlier new row about the same person."""
        number = number_key(row.get("employee_number", ""))
        if number and number in self.fresh_roster.by_number:
            return self.fresh[self.fresh_roster.by_number[number].pk]
        own_list = self.request.kind == "members"
        probe = {k: v for k, v in row.items() if k != "member_id"} if own_list else row
        match = (self.fresh_unnumbered if number else self.fresh_roster).likely(probe)
        if match.known is None:
            return None
        first = self.fresh[match.known.pk]
        sure = match.how == "contact" or match.score >= STRONG or same_row(first, row)
        return first if sure else None

    def _as_known(self, row: Row) -> Known:
        own_list = self.request.kind == "members"
        return known_from_row(len(self.fresh) - 1, row, "" if own_list else row.get("member_id", ""))

    def _same_number(self, row: Row, twin: Row) -> None:
        why = "two people with one employee number"
        for one in (twin, row):
            entry = {"row": one["row"], "candidates": [], "why": why, "person": person(one), "apart": False}
            self.plan.review.append(entry)
        twin["_in_doubt"] = True

    def _note_duplicate(self, first: Row, second: Row) -> None:
        self.plan.duplicates.append([label(first), label(second)])
        self.plan.held.append(
            person(second) | {"row": second["row"], "same_as_row": first["row"], "why": "the same person twice"}
        )
        if is_detail(first) and not is_detail(second):
            first.update({k: v for k, v in second.items() if k != "row"})

    # --- what is different

    def _place_fresh(self) -> None:
        for row in self.fresh:
            if not row.get("_in_doubt"):
                self._place_new(row)

    def _compare(self) -> None:
        """Each person once, piece by piece of the file; who has several rows waits for the last of them."""
        waiting: dict[int, list[Row]] = defaultdict(list)
        done = 0
        for batch in self.read.batches():
            ready = []
            for row in batch:
                for second in self.second.get(row["row"], ()):
                    self._note_duplicate(row, second)
                if (pk := self.claims.get(row["row"])) is not None:
                    waiting[pk].append(row)
                    if len(waiting[pk]) == len(self.rows_of[pk]):
                        ready.append((self.roster.by_pk[pk], waiting.pop(pk)))
            self._compare_some(ready)
            done += len(batch)
            self.progress(done, self.count, "comparing")

    def _compare_some(self, ready: list[tuple[Known, list[Row]]]) -> None:
        self.roster.load(known for known, _rows in ready)
        for known, rows in ready:
            self._compare_one(known, sorted(rows, key=lambda row: row["row"] in self.liked))
        self.roster.forget(known for known, _rows in ready)

    def _place_new(self, row: Row) -> None:
        if self._is_outside(row):
            self.plan.outside.append(person(row) | {"row": row["row"]})
        elif not row.get("last_name"):
            self.plan.refused.append(nameless(row, self.read.columns))
        else:
            self.plan.adds.append(person(row) | {"row": row["row"], "pk": None, "why": "new"})
            self._note_refusal(row, None)

    def _is_outside(self, row: Row) -> bool:
        return self.request.kind == "unit" and row.get("unit", "") in OUTSIDE

    def _compare_one(self, known: Known, rows: list[Row]) -> None:
        strangers = [row for row in rows[1:] if two_people(rows[0], row)]
        if strangers:
            self._clash(known, rows)
            return
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
        found = differences(row, known, self._fields_of(known))
        for field_name, old, new in self._told_first(known, row, found):
            entry: Entry = {"field": field_name, "old": old, "new": new}
            if field_name == "street":
                entry["place"] = {slug: row[slug] for slug in ("street2", "city", "state", "zip") if row.get(slug)}
            self.plan.changes.append(self._ids(known, row) | brief(known) | entry)

    def _told_first(self, known: Known, row: Row, found: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """What a list says of a job for the first time fills a gap; it is not a change. Gives back the changes."""
        for name, old, new in found:
            if not old and name in FILLS:
                self.fills[(name, new)].append(known.pk)
        return [entry for entry in found if entry[1] or entry[0] not in FILLS]

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
            self.plan.duplicates.append([label(kept), *(label(row) for row in others)])
        for row in others:
            held = {"row": row["row"], "same_as_row": kept["row"], "why": "the same person twice"}
            self.plan.held.append(person(row) | held)

    def _left_the_unit(self, known: Known, row: Row) -> None:
        if known.in_unit and self.request.scope != "partial":
            why = f"position is outside the unit ({row['unit']})"
            self.plan.leavers.append(brief(known) | {"pk": known.pk, "why": why, "unit_now": row["unit"]})
        else:
            self.plan.outside.append(person(row) | {"row": row["row"]})

    def _enters(self, known: Known, row: Row) -> bool:
        """Known to us, but not on this kind of list until now."""
        if self.request.kind == "unit":
            return not known.in_unit
        if row.get("status") in {"ended", "none"}:
            return False
        return known.standing not in {"member", "retired", "pending"}

    def _fields_of(self, known: Known) -> tuple[str, ...]:
        """The employer's list says where people work; our own list only fills what nobody else said."""
        if self.request.kind == "members" and known.in_unit:
            return tuple(f for f in self.fields if f not in PLACE_FIELDS and f != "hire_date")
        return self.fields

    def _renames_and_numbers(self, known: Known, row: Row) -> None:
        ids = self._ids(known, row)
        if known.pk in self.corrected:
            self.plan.id_corrections.append(brief(known) | ids | {"shown": row["employee_number"]})
        elif row.get("employee_number") and not known.number:
            entry = {"field": "employee_number", "old": "", "new": row["employee_number"]}
            self.plan.cosmetic.append(ids | entry)
        if renamed(row, known):
            name = name_of(row)
            old, new = written(known.name), written(name)
            entry = {"old": old, "new": new, "name": list(name), "old_name": list(known.name)}
            self.plan.name_changes.append(brief(known) | ids | entry)
        elif better := better_name(known.name, name_of(row)):
            self.plan.cosmetic.append(ids | {"field": "name", "old": list(known.name), "new": list(better)})

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
        units = self.seen["unit"]
        absent = [known for known in self.roster.people if self._could_leave(known)]
        self.roster.load(absent)
        for known in absent:
            if self._is_missing(known, units):
                self.plan.leavers.append(brief(known) | {"pk": known.pk, "why": "no longer on the list"})

    def _could_leave(self, known: Known) -> bool:
        there = known.standing == "member" if self.request.kind == "members" else known.in_unit
        return there and known.pk not in self.rows_of and known.pk not in self.protected

    def _is_missing(self, known: Known, units: set[str]) -> bool:
        """On the list before, and the list still speaks for their unit."""
        if self.request.kind == "members":
            return known.facts.get("member_source") == self.request.source
        speaks_for_it = not units or any(same_value("unit", known.facts.get("unit", ""), unit) for unit in units)
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
        entered = {entry["pk"] for entry in self.plan.adds}
        gone = {entry["pk"] for entry in self.plan.leavers}
        return len(self.rows_of.keys() - changed - entered - gone - self.clashed - self.outside)
