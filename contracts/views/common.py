"""What several pages of agreements need."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from contracts import queries
from contracts.models import Agreement, AgreementVersion, Clause
from unionops.platform.access.models import User


def agreement_or_404(user: User, slug: str) -> Agreement:
    found = queries.agreement(user, slug)
    if found is None:
        raise Http404
    return found


def version_or_404(user: User, public_id: UUID | str) -> AgreementVersion:
    found = queries.version(user, public_id)
    if found is None:
        raise Http404
    return found


def clause_or_404(user: User, public_id: UUID | str) -> Clause:
    found = queries.clause(user, public_id)
    if found is None:
        raise Http404
    return found


def shown_version(user: User, agreement: Agreement, wanted: str) -> AgreementVersion:
    """The version named in the address, else the one in force today."""
    found = queries.version(user, wanted) if wanted else queries.version_on(user, agreement)
    if found is None or found.agreement_id != agreement.pk:
        raise Http404
    return found
