"""E-mail, phone, post and what people said about them, in a list's question."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from members.models import ChannelConsent, ConsentStatus, EmailAddress, Phone, PostalAddress
from members.segments.comparing import CONTAINS, Condition, any_of, chosen, lookup_of, said_yes, spelled
from members.segments.criteria import WITHOUT_VALUES, Criterion

Contact = type[EmailAddress] | type[Phone] | type[PostalAddress]
LOOKED_AT = {EmailAddress: "address", Phone: "number", PostalAddress: "street"}
LINES = ("street", "street2", "city", "state", "zip", "country")


def _present(model: Contact) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.filter(until=None).order_by()
    return rows


def _working(model: Contact) -> QuerySet[Any]:
    """Neither marked as bad nor bounced."""
    rows = _present(model).filter(problem="")
    return rows if model is PostalAddress else rows.filter(bounced_at=None)


def has(model: Contact, **extra: Any) -> Condition:
    """One that works, of the kind. Every word of a part of an address is looked for in all its lines.

    Asked as one set of people, which is four times faster over everybody than a look for each; who has none is
    looked for one by one, so that a page of them is there at once.
    """

    def build(criterion: Criterion) -> Q:
        rows = _working(model).filter(**extra)
        if criterion["op"] == "is not known":
            return Q(Exists(rows.filter(person=OuterRef("pk"))))
        if criterion["op"] in WITHOUT_VALUES:
            return Q(pk__in=rows.values("person"))
        if model is PostalAddress and criterion["op"] in CONTAINS:
            return Q(pk__in=rows.filter(any_of(map(_in_lines, criterion["values"]))).values("person"))
        lookup = f"{LOOKED_AT[model]}__{lookup_of(criterion['op'])}"
        values = map(_digits, criterion["values"]) if model is Phone else criterion["values"]
        found = rows.filter(any_of(Q(**{lookup: value.strip()}) for value in values))
        return Q(pk__in=found.values("person"))

    return build


def _in_lines(value: str) -> Q:
    found = Q()
    for word in value.replace(",", " ").split() or [value]:
        found &= any_of(Q(**{f"{line}__icontains": word}) for line in LINES)
    return found


def _digits(number: str) -> str:
    """(206) 555-0101 as it is kept."""
    digits = re.sub(r"\D", "", number)
    return (digits[1:] if len(digits) == 11 and digits[0] == "1" else digits) or number


def place(column: str) -> Condition:
    """A part of the present postal address."""
    fits = spelled(PostalAddress, column)
    return lambda criterion: Q(pk__in=_present(PostalAddress).filter(fits(criterion)).values("person"))


def bad(model: Contact) -> Condition:
    """One that is still on file and does not work."""

    def build(criterion: Criterion) -> Q:
        wrong = ~Q(problem="")
        if model is not PostalAddress:
            wrong |= Q(bounced_at__isnull=False)
        found = Q(pk__in=_present(model).filter(wrong).values("person"))
        return found if said_yes(criterion) else ~found

    return build


def consent(channel: str) -> Condition:
    """The latest word about a channel for every class of message; nobody asked is 'not asked'."""

    def build(criterion: Criterion) -> Q:
        wanted = chosen(criterion["values"], ConsentStatus.choices)
        latest = ChannelConsent.objects.filter(person=OuterRef("pk"), channel=channel, klass="", is_latest=True)
        found = Q(Exists(latest.filter(status__in=wanted)))
        return found | ~Q(Exists(latest)) if ConsentStatus.UNKNOWN in wanted else found

    return build
