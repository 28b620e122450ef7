"""One source for every form: the clauses of a version in reading order, its dates, its stamp, what stewards add."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from contracts import queries
from contracts.models import AgreementVersion, Clause, ClauseLevel
from contracts.pocket.extras import Extra, beside
from contracts.reading.lines import Line, paragraphs
from unionops.platform.access.models import Local, User

MEMBER, STEWARD = "member", "steward"
EDITIONS = (MEMBER, STEWARD)
INNER = (ClauseLevel.SECTION, ClauseLevel.SUBSECTION)


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause with its words in force line by line (superseded ones struck) and what stewards add."""

    clause: Clause
    lines: list[Line]
    extras: list[Extra]

    @property
    def anchor(self) -> str:
        return f"c{self.clause.ordinal}"

    @property
    def is_part(self) -> bool:
        return self.clause.level == ClauseLevel.SUBSECTION

    @property
    def is_section(self) -> bool:
        return self.clause.level == ClauseLevel.SECTION

    @property
    def heading(self) -> str:
        """'8.2 Offering overtime' for a section, 'Article 8 Overtime' for what stands in the contents."""
        clause = self.clause
        return f"{clause.label} {clause.title}".strip() if self.is_section else clause.name


@dataclass(frozen=True, slots=True)
class Group:
    """An article, appendix or letter with everything under it."""

    entries: list[Entry]

    @property
    def head(self) -> Entry:
        return self.entries[0]


@dataclass(slots=True)
class Edition:
    """`stamp` changes when a word, a date or a remark does, and with nothing else."""

    version: AgreementVersion
    local: Local
    kind: str
    groups: list[Group]
    left_out: int = 0
    made: datetime.datetime = field(default_factory=timezone.localtime)

    @property
    def is_for_stewards(self) -> bool:
        return self.kind == STEWARD

    @property
    def entries(self) -> Iterator[Entry]:
        return (entry for group in self.groups for entry in group.entries)

    @property
    def stamp(self) -> str:
        version = self.version
        dates = [str(day) for day in (version.effective, version.expires, version.superseded_on)]
        words = [[e.heading, e.clause.now, e.clause.printed, [x.text for x in e.extras]] for e in self.entries]
        source = json.dumps([str(version), self.kind, dates, words], ensure_ascii=False)
        return hashlib.sha256(source.encode()).hexdigest()[:12]


def edition_of(user: User, version: AgreementVersion, kind: str = MEMBER) -> Edition:
    """The edition; whoever makes the stewards' one must be allowed to read its notes (checked by the caller)."""
    clauses = queries.read_clauses(user, version)
    extras, left_out = beside(user, clauses) if kind == STEWARD else ({}, 0)
    parents = {clause.parent_id for clause in clauses}
    groups: list[Group] = []
    for clause in clauses:
        clause.version = version
        entry = Entry(clause, list(paragraphs(clause, [], None)), extras.get(clause.pk, []))
        if not (entry.lines or clause.title or clause.pk in parents or entry.extras):
            continue
        if clause.level not in INNER or not groups:
            groups.append(Group([entry]))
        else:
            groups[-1].entries.append(entry)
    return Edition(version, Local.current(), kind, groups, left_out)
