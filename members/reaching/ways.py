"""The ways to reach people, read a few thousand people at a time and without a model object for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from members import models
from members.models import Channel, ChannelConsent
from members.models.contact import STRICTNESS


class EmailAddress(NamedTuple):
    address: str
    is_employer: bool


class Phone(NamedTuple):
    number: str
    kind: str
    extension: str = ""


class PostalAddress(NamedTuple):
    street: str
    street2: str
    city: str
    state: str
    zip: str
    country: str

    def __str__(self) -> str:
        place = " ".join(part for part in (self.state, self.zip) if part)
        return ", ".join(part for part in (self.street, self.street2, self.city, place, self.country) if part)


class Way(NamedTuple):
    """Where to, what is wrong with it ('' when nothing), and the whole address."""

    to: str
    problem: str
    detail: Any


Ways = dict[int, list[Way]]


def _emails(keys: list[int]) -> Ways:
    found: Ways = {}
    rows = models.EmailAddress.objects.filter(person__in=keys, until=None)
    for key, address, problem, bounced, is_employer in rows.values_list(
        "person_id", "address", "problem", "bounced_at", "is_employer"
    ):
        way = Way(address, problem or ("bounced" if bounced else ""), EmailAddress(address, is_employer))
        found.setdefault(key, []).append(way)
    return found


def _phones(keys: list[int]) -> Ways:
    """Cell numbers first, then those marked as the first to use; never a number at work."""
    found: Ways = {}
    rows = models.Phone.objects.filter(person__in=keys, until=None).exclude(kind="work").order_by("pk")
    columns = ("person_id", "number", "problem", "bounced_at", "kind", "is_primary", "extension")
    for key, number, problem, bounced, kind, _first, extension in sorted(
        rows.values_list(*columns), key=lambda row: (row[4] != "cell", not row[5])
    ):
        way = Way(number, problem or ("bounced" if bounced else ""), Phone(number, kind, extension))
        found.setdefault(key, []).append(way)
    return found


def _places(keys: list[int]) -> Ways:
    found: Ways = {}
    rows = models.PostalAddress.objects.filter(person__in=keys, until=None)
    for key, problem, *lines in rows.values_list("person_id", "problem", *PostalAddress._fields):
        place = PostalAddress(*lines)
        found.setdefault(key, []).append(Way(str(place), problem, place))
    return found


def ways(channels: Iterable[str], keys: list[int]) -> dict[str, Ways]:
    """{channel: {person: their ways, best first}}; text messages go to cell numbers only."""
    wanted = set(channels)
    found: dict[str, Ways] = {}
    if Channel.EMAIL in wanted:
        found[Channel.EMAIL] = _emails(keys)
    if Channel.MAIL in wanted:
        found[Channel.MAIL] = _places(keys)
    if wanted & {Channel.SMS, Channel.PHONE}:
        phones = _phones(keys)
        found[Channel.PHONE] = phones
        found[Channel.SMS] = {key: [way for way in some if way.detail.kind == "cell"] for key, some in phones.items()}
    return found


def refusals(channels: Iterable[str], klass: str, keys: list[int]) -> dict[str, dict[int, str]]:
    """{channel: {person: the strictest of their latest words, for all classes and for this one}}."""
    said: dict[str, dict[int, str]] = {channel: {} for channel in channels}
    latest = ChannelConsent.objects.filter(is_latest=True, klass__in=["", klass], channel__in=list(said))
    rows = latest.filter(person__in=keys).order_by().values_list("channel", "person_id", "status")
    for channel, key, status in rows:
        heard = said[channel]
        if key not in heard or _RANK[status] > _RANK[heard[key]]:
            heard[key] = status
    return said


_RANK = {str(status): rank for rank, status in enumerate(STRICTNESS)}
