"""How a version was read, for the person who checks it: outline, and where every character went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from contracts import queries
from contracts.models import AgreementVersion, Clause
from unionops.platform.access.models import User

REASONS: dict[str, Any] = {
    "running_head": _("Running heads and feet"),
    "page_number": _("Page numbers"),
    "line_number": _("Line numbers"),
    "contents": _("Contents and index pages"),
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
class Line:
    clause: Clause
    pad: int


def set_aside_sums(version: AgreementVersion) -> list[SetAside]:
    sums: dict[str, list[int]] = {}
    for entry in version.set_aside:
        found = sums.setdefault(entry["reason"], [0, 0])
        found[0] += entry["chars"]
        found[1] += 1
    return [SetAside(REASONS.get(reason, reason), chars, pages) for reason, (chars, pages) in sorted(sums.items())]


def outline(user: User, version: AgreementVersion) -> list[Line]:
    """All headings in order; paragraphs only where a person should look."""
    rows = [clause for clause in queries.clauses(user, version) if clause.level != "subsection" or clause.check_needed]
    return [Line(clause, min(clause.depth, 4)) for clause in rows]
