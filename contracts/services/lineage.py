"""Carry the lines of clauses on into a successor, so that notes and cases stay with the words they are about."""

from __future__ import annotations

from django.db import transaction

from contracts.comparing.align import Pair, Unit, align
from contracts.models import AgreementVersion, Clause, ClauseLink
from unionops.platform.access.models import User
from unionops.platform.audit.services import record

BATCH = 400


def units(clauses: list[Clause]) -> list[Unit]:
    """Clauses as comparing sees them."""
    place = {clause.pk: position for position, clause in enumerate(clauses)}
    return [
        Unit(
            key=str(c.public_id),
            label=c.label,
            title=c.title,
            text=f"{c.title}\n{c.body}".strip(),
            mark=c.fingerprint,
            parent=place.get(c.parent_id) if c.parent_id else None,
        )
        for c in clauses
    ]


@transaction.atomic
def carry_on(*, version: AgreementVersion, by: User) -> int:
    """Link a version to the one it supersedes; a clause that goes on takes over the old one's lineage."""
    old_version = version.supersedes
    ClauseLink.objects.filter(new_version=version).delete()
    if old_version is None:
        return 0
    old = list(Clause.objects.filter(version=old_version).order_by("ordinal"))
    new = list(Clause.objects.filter(version=version).order_by("ordinal"))
    pairs = align(units(old), units(new))
    _take_over(old, new, pairs)
    ClauseLink.objects.bulk_create(
        [
            ClauseLink(
                old=old[p.old] if p.old is not None else None,
                new=new[p.new] if p.new is not None else None,
                old_version=old_version,
                new_version=version,
                kind=p.kind,
                similarity=p.similarity,
            )
            for p in pairs
        ],
        batch_size=BATCH,
    )
    record(by, "linked an agreement to the one before", version, count=len(pairs))
    return len(pairs)


def _take_over(old: list[Clause], new: list[Clause], pairs: list[Pair]) -> None:
    changed = []
    for pair in pairs:
        if pair.old is not None and pair.new is not None:
            new[pair.new].lineage_id = old[pair.old].lineage_id
            changed.append(new[pair.new])
    Clause.objects.bulk_update(changed, ["lineage"], batch_size=BATCH)
