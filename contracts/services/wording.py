"""Put a search into the agreement's own words by the model, once per words and agreements, for the person who asked."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from contracts.asking import wordings
from contracts.models import AgreementVersion, SearchWording
from contracts.prompts import REWRITE, OtherWords
from contracts.services.asking import contents_of
from unionops.platform.access.models import User
from unionops.platform.ai import asking
from unionops.platform.audit.services import record
from unionops.platform.jobs.handle import JobHandle

MOST_SEARCHES = 4
KEPT_FOR = datetime.timedelta(days=30)


@transaction.atomic
def begin(*, by: User, words: str, versions: Sequence[AgreementVersion]) -> SearchWording:
    """The row the job fills in: one per words, agreements and person."""
    found, made = SearchWording.objects.get_or_create(
        by=by, key=wordings.key(words, versions), defaults={"words": words}
    )
    if made:
        found.versions.set(versions)
        record(by, "asked the model for an agreement's words", found)
    return found


def reword(*, wording: SearchWording, by: User, task: JobHandle | None = None) -> SearchWording:
    """Up to four searches with the run they came from. Raises Problem for the model's faults."""
    if wording.run_id is not None:
        return wording
    versions = list(wording.versions.order_by("pk")[:3])
    variables = {"question": wording.words, "contents": "\n".join(contents_of(by, one) for one in versions)}
    result = asking.ask(REWRITE, by=by, variables=variables, answer=OtherWords, task=task, about=wording)
    reply = result.answer
    assert isinstance(reply, OtherWords)
    searches = dict.fromkeys(" ".join(one.split())[:120] for one in reply.searches if one.strip())
    wording.searches, wording.run_id = list(searches)[:MOST_SEARCHES], result.run.public_id
    wording.save(update_fields=["searches", "run_id"])
    record(by, "put a search into the agreement's words", wording, count=len(wording.searches))
    return wording


def forget_old() -> int:
    """Searches are kept for a month. Returns how many went."""
    count, _kinds = SearchWording.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
