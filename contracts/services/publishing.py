"""Put a checked version in force and date the one it replaces; take a file out again that was never read."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from contracts.models import AgreementVersion, VersionState
from contracts.services.indexing import index_letters_of
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem


@transaction.atomic
def publish(*, version: AgreementVersion, by: User, word: bool = False) -> AgreementVersion:
    """Everybody may read it now. Below 99.5 % coverage this takes a person's explicit word."""
    if version.state not in (VersionState.REVIEW, VersionState.PUBLISHED):
        raise Problem(
            "not_read", _("This version has not been read yet."), _("Wait until reading is done, then publish.")
        )
    if version.needs_word and not word:
        raise Problem(
            "coverage",
            _("Only %(share)s percent of the text could be placed.") % {"share": f"{100 * version.coverage:.1f}"},
            _("Check the pages without text, then tick the box to publish it all the same."),
        )
    version.state, version.published_at, version.published_by = VersionState.PUBLISHED, timezone.now(), by
    version.save(update_fields=["state", "published_at", "published_by"])
    _retire(version)
    if version.agreement.parent is not None:
        index_letters_of(version.agreement.parent)
    record(by, "published an agreement", version, reason="below full coverage" if version.needs_word else "")
    return version


@transaction.atomic
def take_out(*, version: AgreementVersion, by: User) -> None:
    """A file that could not be read, or was stopped, goes with the agreement that was to begin with it."""
    if version.state not in (VersionState.READING, VersionState.FAILED) or version.clauses.exists():
        raise Problem(
            "was_read",
            _("This file was read, so it is not taken out."),
            _("Correct it, or bring in the right file as the next version."),
        )
    agreement = version.agreement
    record(by, "took out a file that was not read", version)
    version.delete()
    if not agreement.versions.exists():
        agreement.delete()


def _retire(version: AgreementVersion) -> None:
    if version.supersedes_id:
        AgreementVersion.objects.filter(pk=version.supersedes_id).update(superseded_on=version.effective or today())
