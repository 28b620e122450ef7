"""How a version was read, for the person who checks it: outline, and where every character went."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contracts import queries
from contracts.models import AgreementVersion, Clause, ClauseLevel
from unionops.platform.access.models import User

REASONS: dict[str, Any] = {
    "running_head": _("Running heads and feet"),
    "page_number": _("Page numbers"),
    "line_number": _("Line numbers"),
    "contents": _("Contents and index pages"),
    "drawn_line": _("Lines drawn below headings"),
    "hidden_text": _("Text that the file hides"),
    "line_break_hyphen": _("Hyphens at line ends"),
}


@dataclass(frozen=True, slots=True)
class SetAside:
    """Characters that belong to no clause, by reason."""

    reason: str | Promise
    chars: int
    pages: int


@dataclass(frozen=True, slots=True)
class Group:
    """An article, appendix or letter with the headings below it."""

    head: Clause
    parts: list[Clause] = field(default_factory=list)

    @property
    def check_needed(self) -> bool:
        return any(clause.check_needed for clause in (self.head, *self.parts))


def set_aside_sums(version: AgreementVersion) -> list[SetAside]:
    sums: dict[str, list[int]] = {}
    for entry in version.set_aside:
        found = sums.setdefault(entry["reason"], [0, 0])
        found[0] += entry["chars"]
        found[1] += 1
    return [SetAside(REASONS.get(reason, reason), chars, pages) for reason, (chars, pages) in sorted(sums.items())]


BELOW = (ClauseLevel.SECTION, ClauseLevel.SUBSECTION, ClauseLevel.TABLE)


def outline(user: User, version: AgreementVersion) -> list[Group]:
    """All headings in order, by article; paragraphs only where a person should look."""
    groups: list[Group] = []
    for clause in queries.clauses(user, version):
        if clause.level not in BELOW or not groups:
            groups.append(Group(clause))
        elif clause.level != ClauseLevel.SUBSECTION or clause.check_needed:
            groups[-1].parts.append(clause)
    return groups
