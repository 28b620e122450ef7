"""What pages read of the trail: everyone their own part and that of their office, officers and trustees the whole."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop as noop

from unionops.platform.access.models import User
from unionops.platform.access.policy import policy
from unionops.platform.audit.models import Event
from unionops.platform.audit.parts import kept_from, opened
from unionops.platform.audit.things import ACCOUNT
from unionops.platform.audit.words import in_words

SEARCHED = noop("searched")
VIEW_AGAIN = datetime.timedelta(minutes=15)


def events(user: User) -> QuerySet[Event]:
    """What the user did, what their offices open to them, or the whole; nothing of a case they are kept from."""
    scope = policy.scope(user, "audit.view")
    rows = Event.objects.select_related("actor")
    if scope is None:
        return rows.none()
    if scope != "all":
        rows = rows.filter(Q(actor=user) | opened(user))
    kept = kept_from(user)
    return rows.exclude(kept) if kept else rows


def chain() -> QuerySet[Event]:
    """Every event, oldest first, for an export that can be verified."""
    return Event.objects.select_related("actor").order_by("number")


def withheld(user: User) -> set[int]:
    """The numbers of the events the user is kept from; in an export their hashes stand for them."""
    kept = kept_from(user)
    return set(Event.objects.filter(kept).values_list("number", flat=True)) if kept else set()


def filtered(
    rows: QuerySet[Event], *, words: str = "", actor: str = "", since: datetime.date | None = None
) -> QuerySet[Event]:
    """Narrow by words of the action, the actor's name, and a first day."""
    found = rows.filter(action__in=_actions(words)) if words else rows
    found = found.filter(Q(actor__name__icontains=actor)) if actor else found
    return found.filter(at__date__gte=since) if since else found


def _actions(words: str) -> list[str]:
    """The actions that say these words in the reader's language."""
    every = Event.objects.order_by("action").values_list("action", flat=True).distinct()
    return [action for action in every if words.casefold() in in_words(action).casefold()]


def accounts_of(events: Iterable[Event]) -> dict[str, str]:
    """The names of the accounts that events are about: whoever reads the trail knows the people who act in it."""
    ids = {event.target for event in events if event.kind == ACCOUNT}
    return {str(key): name for key, name in User.objects.filter(public_id__in=ids).values_list("public_id", "name")}


def about(user: User, public_id: UUID) -> QuerySet[Event]:
    """Events about one object the viewer may already see."""
    return Event.objects.filter(target=str(public_id)).select_related("actor")


def seen_lately(user: User, action: str, public_id: object) -> bool:
    """Whether the same person left the same event about the same thing within 15 minutes."""
    return _lately(Event.objects.filter(actor=user, action=action, target=str(public_id)))


def searched_lately(user: User, digest: str) -> bool:
    """Whether the same person searched for the same words within 15 minutes."""
    return _lately(Event.objects.filter(actor=user, action=SEARCHED, detail__words=digest))


def _lately(rows: QuerySet[Event]) -> bool:
    """Events of a day to come, written before the clock was set right, hide nothing that happens now."""
    now = timezone.now()
    return rows.filter(at__range=(now - VIEW_AGAIN, now)).exists()
