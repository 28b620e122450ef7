"""Builds the plan of a list of people: who is who; `comparing` says what differs and who is missing."""

from __future__ import annotations

from collections.abc import Iterable

from members.imports.comparing import Comparing
from members.imports.holders import number_once
from members.imports.plan import Plan, Request, confirmed, fullness, known_from_row, person, two_people
from members.imports.rows import Read
from members.matching import DAMAGED, EMAILS, PHONES, Known, Match, Roster, Row, number_key, surname
from members.tight import Tight
from unionops.platform.core.asked import whole
from unionops.platform.core.progress import Phase, Progress, silent


def build(read: Read, roster: Roster, request: Request, progress: Progress = silent) -> Plan:
    """The plan for a list of people. `request.decisions` maps a row number to 'new', 'skip' or our pk."""
    return Builder(read, roster, request, progress).build()


CONTESTED = "two people of the file have this number, so nobody was given it"


class Builder(Comparing):
    """One pass for rows with a number we know, one for the others, one that compares, then what is missing.

    The rows of a long file are read again for the comparison, so that only those nobody is found for are held.
    """

    def build(self) -> Plan:
        rest = self._by_numbers()
        self._seek(row for row in rest if not row.get("employee_number"))
        self.roster.expect(rest)
        rest.sort(key=fullness)
        rest.reverse()
        for at in range(total := len(rest)):
            if at % 500 == 0:
                self.progress(at, total, Phase.MATCHING)
            self._by_likeness(rest.pop())
        self._place_fresh()
        self._compare()
        self._find_renames()
        self._find_leavers()
        number_once(self.plan, self.roster)
        self._count()
        return self.plan

    # --- who is who

    def _by_numbers(self) -> Tight:
        """Every row once; gives back those whose number says nothing."""
        rest = Tight()
        slugs: set[str] = set()
        for batch in self.read.batches():
            for row in batch:
                slugs.update(row)
                for slug in self.seen.keys() & row.keys():
                    self.seen[slug].add(row[slug])
                if not self._by_number(row):
                    rest.append(row)
            self.count += len(batch)
            self.progress(self.count, None, Phase.MATCHING)
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
        known = self.roster.by_pk.get(whole(decision))
        if known:
            self._claim(row, Match(known, "decided by a person", 100, ["decided by a person"]))
        elif decision == "new":
            self._add(self._with_own_number(row))
        else:
            self.plan.held.append(person(row) | {"row": row["row"], "why": "left out by a person"})
        return True

    def _with_own_number(self, row: Row) -> Row:
        """Two rows a person called new, with one number between them: neither is given it."""
        key = number_key(row.get("employee_number", ""))
        at = self.fresh_numbers.get(key) if key else None
        if at is not None and two_people(row, self.fresh[at]):
            self.contested.add(key)
            self.fresh[at] = self._without_number(self.fresh[at])
            del self.fresh_numbers[key]
        return self._without_number(row) if key in self.contested else row

    def _without_number(self, row: Row) -> Row:
        number = row["employee_number"]
        self.plan.refused.append({"row": row["row"], "column": "employee number", "value": number, "reason": CONTESTED})
        return {slug: value for slug, value in row.items() if slug != "employee_number"}

    def _by_likeness(self, row: Row) -> None:
        match = self.roster.swapped(row)
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

    def _add(self, row: Row) -> None:
        """Somebody new, unless the same file has them already."""
        if self.request.kind == "members" and row.get("member_id") and self._second_record(row):
            return
        at = self._twin(row)
        if at is None:
            self._keep_fresh(row)
            return
        twin = self.fresh[at]
        if two_people(row, twin):
            self._same_number(row, twin)
        else:
            self._note_duplicate(twin, row)
        self.fresh[at] = twin

    def _keep_fresh(self, row: Row) -> None:
        """Of the 100,000 of a first list, only those a row without a number could mean are told apart by name."""
        self.fresh.append(row)
        number = number_key(row.get("employee_number", ""))
        if number:
            self.fresh_numbers[number] = len(self.fresh) - 1
        if not number or self._is_sought(row):
            known = self._as_known(row)
            self.fresh_roster.add(known)
            if not number:
                self.fresh_unnumbered.add(known)

    def _seek(self, unnumbered: Iterable[Row]) -> None:
        for row in unnumbered:
            self.sought.add(surname(row.get("last_name", "")))
            self.sought.update(row[slot] for slot in (*EMAILS, *PHONES) if row.get(slot))

    def _is_sought(self, row: Row) -> bool:
        """A surname that lost letters may be any."""
        key = surname(row.get("last_name", ""))
        if self.sought and (DAMAGED in self.sought or key == DAMAGED):
            return True
        return key in self.sought or any(row.get(slot) in self.sought for slot in (*EMAILS, *PHONES))

    def _second_record(self, row: Row) -> bool:
        """A new member number for somebody our own list already has under another."""
        match = self.roster.likely({slug: value for slug, value in row.items() if slug != "member_id"})
        known = match.known
        if known is None or not known.member_id:
            return False
        if known.pk in self.rows_of:
            self.second[self.rows_of[known.pk][0]].append(row)
        else:
            doubt = Match(None, "second member number", match.score, match.reasons, [known])
            self._doubt(row, doubt)
        return True

    def _twin(self, row: Row) -> int | None:
        """Where an earlier new row about the same person stands."""
        number = number_key(row.get("employee_number", ""))
        if number and number in self.fresh_numbers:
            return self.fresh_numbers[number]
        own_list = self.request.kind == "members"
        probe = {k: v for k, v in row.items() if k != "member_id"} if own_list else row
        match = (self.fresh_unnumbered if number else self.fresh_roster).likely(probe)
        if match.known is None:
            return None
        return match.known.pk if confirmed(self.fresh[match.known.pk], row) else None

    def _as_known(self, row: Row) -> Known:
        own_list = self.request.kind == "members"
        return known_from_row(len(self.fresh) - 1, row, "" if own_list else row.get("member_id", ""))

    def _same_number(self, row: Row, twin: Row) -> None:
        why = "two people with one employee number"
        for one in (row,) if twin.get("_in_doubt") else (twin, row):
            entry = {"row": one["row"], "candidates": [], "why": why, "person": person(one), "apart": False}
            self.plan.review.append(entry)
        twin["_in_doubt"] = True
