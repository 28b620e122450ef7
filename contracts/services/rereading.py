"""Whether today's reader would cut a text otherwise than the one that cut it: if not, nobody need read it again."""

from __future__ import annotations

from typing import Any

from contracts import cutting
from contracts.citing import cite, mentions
from contracts.models import AgreementVersion, Clause, CrossReference
from contracts.services.correcting import replay
from contracts.services.reading import Node, as_clause, take_apart
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem
from unionops.platform.files.services import read_upload

AT_ONCE = 20  # texts looked at in one night
Cut = list[dict[str, Any]]


def look_again(*, by: User) -> int:
    """Take the texts that would be cut the same for read by today's reader. How many those were."""
    same = 0
    for version in cutting.old(AgreementVersion.objects.select_related("upload", "agreement")).order_by("pk")[:AT_ONCE]:
        if not would_differ(version):
            version.cut_by = cutting.mark()
            version.save(update_fields=["cut_by"])
            record(by, "found an agreement read as it would be today", version)
            same += 1
    return same


def would_differ(version: AgreementVersion) -> bool:
    """A file that cannot be read any more counts as one that would: a person should look."""
    if version.upload is None:
        return False
    try:
        cut = replay(version, take_apart(read_upload(version.upload), version.file_name).clauses)
    except Problem:
        return True
    return _of_cut(version, cut) != _of_rows(version)


def _of_cut(version: AgreementVersion, cut: Cut) -> list[tuple[Any, ...]]:
    labels = cite([Node(c["level"], c["number"], c["title"], c["parent"]) for c in cut], version.language)
    clauses = [as_clause(version, n, c, label) for n, (c, label) in enumerate(zip(cut, labels, strict=True))]
    return [_told(c, [mention.text[:120] for mention in mentions(c.body, c.article)]) for c in clauses]


def _told(clause: Clause, named: list[str]) -> tuple[Any, ...]:
    return clause.path, clause.level, clause.title, clause.text, clause.label, named


def _of_rows(version: AgreementVersion) -> list[tuple[Any, ...]]:
    named: dict[int, list[str]] = {}
    rows = CrossReference.objects.filter(clause__version=version).order_by("clause_id", "start")
    for clause_id, text in rows.values_list("clause_id", "text"):
        named.setdefault(clause_id, []).append(text)
    clauses = Clause.objects.filter(version=version).order_by("ordinal")
    return [_told(clause, named.get(clause.pk, [])) for clause in clauses]
