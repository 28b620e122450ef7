"""E-mail, phone, post and what people said about them, in a list's question."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from members.models import ChannelConsent, ConsentStatus, EmailAddress, Phone, PostalAddress
from members.segments.comparing import (
    CONTAINS,
    MANY,
    STARTS,
    Condition,
    any_of,
    chosen,
    fitting,
    lookup_of,
    said_yes,
    text,
)
from members.segments.criteria import WITHOUT_VALUES, Criterion
from members.segments.hanging import Hanging

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


def has(model: Contact, **extra: Any) -> Hanging:
    """One that works, of the kind. Every word of a part of an address is looked for in all its lines.

    Asked as one set of people, which is four times faster over everybody than a look for each; who has none is
    looked for one by one, so that a page of them is there at once.
    """

    def rows(criterion: Criterion) -> QuerySet[Any]:
        found = _working(model).filter(**extra)
        if criterion["op"] in WITHOUT_VALUES:
            return found
        if model is PostalAddress and criterion["op"] in CONTAINS:
            return found.filter(any_of(map(_in_lines, criterion["values"])))
        if model is EmailAddress and criterion["op"] not in CONTAINS:
            return found.filter(any_of(map(_written(criterion["op"]), criterion["values"])))
        lookup = f"{LOOKED_AT[model]}__{lookup_of(criterion['op'])}"
        values = map(_digits, criterion["values"]) if model is Phone else criterion["values"]
        return found.filter(any_of(Q(**{lookup: value.strip()}) for value in values))

    return Hanging(rows, at_once=True)


def _written(op: str) -> Callable[[str], Q]:
    """Addresses are kept in small letters, so that one and its beginning stand together in their index.

    PostgreSQL may sort letters and signs by another order than theirs, and finds a beginning by itself.
    """

    def build(value: str) -> Q:
        wanted = value.strip().casefold()
        if op != STARTS:
            return Q(address=wanted)
        begins = Q(address__istartswith=wanted)
        return begins & Q(address__gte=wanted, address__lt=wanted + LAST) if connection.vendor == "sqlite" else begins

    return build


LAST = "\U0010ffff"


def _in_lines(value: str) -> Q:
    found = Q()
    for word in value.replace(",", " ").split() or [value]:
        found &= any_of(Q(**{f"{line}__icontains": word}) for line in LINES)
    return found


def _digits(number: str) -> str:
    """(206) 555-0101 as it is kept."""
    digits = re.sub(r"\D", "", number)
    return (digits[1:] if len(digits) == 11 and digits[0] == "1" else digits) or number


def place(column: str) -> Hanging:
    """A part of the present postal address, however it is spelled."""

    def rows(criterion: Criterion) -> QuerySet[Any]:
        present = _present(PostalAddress)
        if criterion["op"] in WITHOUT_VALUES:
            return present.filter(**{f"{column}__gt": ""})
        written = fitting(different(PostalAddress, column), criterion)
        if len(written) > MANY:
            return present.filter(text(column)(criterion))
        return present.filter(**{f"{column}__in": written})

    return Hanging(rows, at_once=True)


FROM_ONE_TO_THE_NEXT = (
    "WITH RECURSIVE told(value) AS (SELECT min(%(column)s) FROM %(table)s WHERE until IS NULL AND %(column)s > '' "
    "UNION ALL SELECT (SELECT min(%(column)s) FROM %(table)s WHERE until IS NULL AND %(column)s > told.value) "
    "FROM told WHERE told.value IS NOT NULL) SELECT value FROM told WHERE value IS NOT NULL"
)


def different(model: Contact, column: str) -> list[str]:
    """Each value of present rows once, from one to the next in the index of `until` and the column."""
    names = {"column": connection.ops.quote_name(column), "table": connection.ops.quote_name(model._meta.db_table)}
    statement = FROM_ONE_TO_THE_NEXT % names
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [row[0] for row in cursor.fetchall()]


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
