"""Which group of the search index holds a version's text on a day: the printed one, or one that letters changed."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Sequence

from django.db.models import Q

from contracts import amended
from contracts.models import AgreementVersion, Amendment
from unionops.platform.access.models import User
from unionops.platform.search.models import Scope

KIND = "clause"


def scope_of(version: AgreementVersion) -> str:
    """The printed text."""
    return str(version.pk)


def changes_words(scope: str) -> bool:
    """Whether a scope holds a text that letters changed."""
    return "~" in scope


def named(version: AgreementVersion, rows: Iterable[Amendment], day: datetime.date) -> str:
    """The text on a day; equal sets of letters make one text. `rows` are confirmed amendments of its agreement."""
    binding = sorted(row.pk for row in rows if amended.binds(row.version, day))
    if not binding:
        return scope_of(version)
    mark = hashlib.blake2b(",".join(map(str, binding)).encode(), digest_size=8).hexdigest()
    return f"{scope_of(version)}~{mark}"


def scopes_on(
    user: User, versions: Sequence[AgreementVersion], day: datetime.date | None = None
) -> tuple[list[str], bool]:
    """The scopes of the versions' texts on a day (that of each version), and whether each is in the index.

    A text that is not indexed yet (a letter's dates were changed minutes ago) is searched by its printed words.
    """
    rows = amended.confirmed(user, Q(lineage__agreement__in={version.agreement_id for version in versions}))
    if not rows:
        return [scope_of(version) for version in versions], True
    of: dict[int, list[Amendment]] = {}
    for row in rows:
        if row.lineage is not None:
            of.setdefault(row.lineage.agreement_id, []).append(row)
    names = {v: named(v, of.get(v.agreement_id, []), day or amended.day_for(v)) for v in versions}
    held = set(Scope.objects.filter(kind=KIND, name__in=names.values()).values_list("name", flat=True))
    return [name if name in held else scope_of(v) for v, name in names.items()], held >= set(names.values())
