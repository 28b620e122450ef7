"""What each field of a list's question means in the database."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.utils.translation import gettext as _

from members.models import (
    Assessment,
    Conversation,
    DuesMethod,
    EmailAddress,
    Membership,
    Person,
    PersonTag,
    Phone,
    PostalAddress,
    Standing,
)
from members.segments.words import Criterion
from unionops.platform.access.models import BargainingUnit, Employer, RoleAssignment, User, Worksite
from unionops.platform.access.models.people import in_term
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold

Condition = Callable[[Criterion], Q]


def question(criteria: Iterable[Criterion]) -> Q:
    """All criteria together. Raises Problem when a value cannot be read."""
    condition = Q()
    for criterion in criteria:
        condition &= one(criterion)
    return condition


def one(criterion: Criterion) -> Q:
    build = CONDITIONS.get(criterion["field"])
    if build is None:
        raise Problem("list_field", _("A list cannot ask about '%s'.") % criterion["field"])
    found = build(criterion)
    return ~found if criterion["op"] in {"is not", "is not known"} else found


def _wrong_op(criterion: Criterion) -> Problem:
    said = {"field": criterion["field"], "op": criterion["op"]}
    return Problem("list_comparison", _("'%(field)s' cannot be compared by '%(op)s'.") % said)


def text(column: str) -> Condition:
    """Equal without regard to case, or containing."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in {"is known", "is not known"}:
            return ~Q(**{column: ""})
        if criterion["op"] not in {"is", "is not", "contains"}:
            raise _wrong_op(criterion)
        if column in FEW:
            return Q(**{f"{column}__in": list(_written(column, criterion))})
        lookup = "icontains" if criterion["op"] == "contains" else "iexact"
        return any_of(Q(**{f"{column}__{lookup}": value}) for value in criterion["values"])

    return build


FEW = {"shift", "department", "org"}
"""Columns of few different values, each indexed: what is asked is looked up among these, not in every row."""


def _written(column: str, criterion: Criterion) -> Iterable[str]:
    """How the roster writes the values asked for, without regard to case."""
    wanted = [value.casefold() for value in criterion["values"]]
    for value in different_values(column):
        said = value.casefold()
        if any(one in said if criterion["op"] == "contains" else one == said for one in wanted):
            yield value


def different_values(column: str) -> list[str]:
    """Each value of an indexed column once, leaping through the index from one to the next."""
    rows = Person.objects.filter(erased_at=None).order_by()
    values: list[str] = []
    value = rows.aggregate(least=Min(column))["least"]
    while value is not None:
        values.append(value)
        value = rows.filter(**{f"{column}__gt": value}).aggregate(least=Min(column))["least"]
    return values


def number(column: str) -> Condition:
    """Grades and steps are kept as two digits, so text order is number order."""

    def build(criterion: Criterion) -> Q:
        values = [value.zfill(2) if value.isdigit() else value for value in criterion["values"]]
        if criterion["op"] in {"is", "is not"}:
            return Q(**{f"{column}__in": values})
        if criterion["op"] in {"at least", "at most"}:
            lookup = "gte" if criterion["op"] == "at least" else "lte"
            return Q(**{f"{column}__{lookup}": values[0]}) & ~Q(**{column: ""})
        raise _wrong_op(criterion)

    return build


DATE_LOOKUPS = {"after": "gt", "from": "gte", "before": "lt", "to": "lte", "is": "exact", "is not": "exact"}


def day(column: str) -> Condition:
    def build(criterion: Criterion) -> Q:
        if criterion["op"] in {"is known", "is not known"}:
            return Q(**{f"{column}__isnull": False})
        if criterion["op"] not in DATE_LOOKUPS:
            raise _wrong_op(criterion)
        value = read_day(criterion["values"][0])
        return Q(**{f"{column}__{DATE_LOOKUPS[criterion['op']]}": value})

    return build


def read_day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        message = _("'%s' is not a date.") % value
        raise Problem("list_date", message, _("Write it as year-month-day: 2026-11-30.")) from error


def any_of(conditions: Iterable[Q]) -> Q:
    found = Q(pk__in=[])
    for condition in conditions:
        found |= condition
    return found


def choice(column: str, choices: Iterable[tuple[str, Any]]) -> Condition:
    """A value by its code or by the words shown for it."""
    known = {str(code).casefold(): code for code, _label in choices}
    known |= {str(label).casefold(): code for code, label in choices}

    def build(criterion: Criterion) -> Q:
        if criterion["op"] not in {"is", "is not"}:
            raise _wrong_op(criterion)
        return Q(**{f"{column}__in": [_chosen(value, known) for value in criterion["values"]]})

    return build


def _chosen(value: str, known: dict[str, str]) -> str:
    if (code := known.get(value.casefold())) is None:
        raise Problem("list_value", _("'%s' is not one of the answers.") % value, ", ".join(sorted(known)))
    return code


def named(column: str, model: type[Employer | Worksite | BargainingUnit]) -> Condition:
    """A unit, site or employer by name or code; resolved first, so that the list reads one table."""

    def build(criterion: Criterion) -> Q:
        if criterion["op"] in {"is known", "is not known"}:
            return Q(**{f"{column}__isnull": False})
        if criterion["op"] not in {"is", "is not", "contains"}:
            raise _wrong_op(criterion)
        lookup = "icontains" if criterion["op"] == "contains" else "iexact"
        wanted = any_of(Q(**{f"name__{lookup}": v}) | Q(code__iexact=v) for v in criterion["values"])
        return Q(**{f"{column}__in": list(model.objects.filter(wanted).values_list("pk", flat=True))})

    return build


def name(criterion: Criterion) -> Q:
    """Every word of the value somewhere in the name."""
    if criterion["op"] not in {"is", "is not", "contains"}:
        raise _wrong_op(criterion)
    return any_of(all_words(value) for value in criterion["values"])


def all_words(value: str) -> Q:
    """Looked for in the index of names alone, however wide the people's rows are."""
    return Q(pk__in=containing(Person.objects.filter(erased_at=None), value).values("pk"))


def containing(rows: QuerySet[Person], value: str) -> QuerySet[Person]:
    """The rows whose folded name contains every word."""
    for at, word in enumerate(fold(value).split()):
        rows = rows.alias(**{f"at{at}": StrIndex("name_key", Value(word))}).filter(**{f"at{at}__gt": 0})
    return rows


def yes_or_no(when_true: Q) -> Condition:
    def build(criterion: Criterion) -> Q:
        said = {value.casefold() for value in criterion["values"]}
        return when_true if said & {"yes", "true", "y", "1"} else ~when_true

    return build


Contact = type[EmailAddress] | type[Phone] | type[PostalAddress]


def has_contact(model: Contact, **extra: str) -> Condition:
    def build(criterion: Criterion) -> Q:
        rows = model.objects.filter(person=OuterRef("pk"), until=None, problem="", **extra)
        if criterion["op"] in {"is known", "is not known"}:
            return Q(Exists(rows))
        column = {EmailAddress: "address", Phone: "number", PostalAddress: "zip"}[model]
        wanted = any_of(Q(**{f"{column}__icontains": value}) for value in criterion["values"])
        return Q(Exists(rows.filter(wanted)))

    return build


def tag(criterion: Criterion) -> Q:
    rows = PersonTag.objects.filter(person=OuterRef("pk"))
    if criterion["op"] in {"is known", "is not known"}:
        return Q(Exists(rows))
    return Q(Exists(rows.filter(any_of(Q(tag__name__iexact=value) for value in criterion["values"]))))


def office(criterion: Criterion) -> Q:
    """People whose account holds the role today."""
    wanted = [value.casefold().replace(" ", "_") for value in criterion["values"]]
    terms = RoleAssignment.objects.filter(in_term(), role__in=wanted)
    accounts = User.objects.filter(is_active=True, pk__in=terms.values("user"), person__isnull=False)
    return Q(public_id__in=list(accounts.values_list("person", flat=True)))


def joined(criterion: Criterion) -> Q:
    rows = Membership.objects.filter(day("since")(criterion), person=OuterRef("pk"), until=None)
    return Q(Exists(rows))


def dues_method(criterion: Criterion) -> Q:
    wanted = choice("method", DuesMethod.choices)(criterion)
    return Q(Exists(Membership.objects.filter(wanted, person=OuterRef("pk"), until=None)))


def talked(criterion: Criterion) -> Q:
    if criterion["op"] in {"is known", "is not known"}:
        return Q(Exists(Conversation.objects.filter(person=OuterRef("pk"))))
    return Q(Exists(Conversation.objects.filter(day("on")(criterion), person=OuterRef("pk"))))


def assessment(criterion: Criterion) -> Q:
    """The newest assessment on any question."""
    newest = Assessment.objects.filter(person=OuterRef("person")).order_by("-on", "-id").values("pk")[:1]
    rows = Assessment.objects.filter(person=OuterRef("pk"), pk=newest)
    if criterion["op"] in {"is known", "is not known"}:
        return Q(Exists(rows))
    if not all(value.isdigit() for value in criterion["values"]):
        raise Problem("list_value", _("An assessment is a number from 1 to 5."))
    lookup = {"at least": "score__gte", "at most": "score__lte"}.get(criterion["op"])
    wanted = Q(**{lookup: int(criterion["values"][0])}) if lookup else Q(score__in=criterion["values"])
    return Q(Exists(rows.filter(wanted)))


CONDITIONS: dict[str, Condition] = {
    "name": name,
    "standing": choice("standing", Standing.choices),
    "member": yes_or_no(Q(standing=Standing.MEMBER)),
    "in unit": yes_or_no(Q(in_unit=True)),
    "unit": named("unit", BargainingUnit),
    "employer": named("employer", Employer),
    "site": named("worksite", Worksite),
    "shift": text("shift"),
    "tour": text("tour"),
    "department": text("department"),
    "org": text("org"),
    "title": text("job_title"),
    "series": text("series"),
    "pay plan": text("pay_plan"),
    "grade": number("grade"),
    "step": number("step"),
    "schedule": text("schedule"),
    "language": text("language"),
    "hired": day("hire_date"),
    "joined": joined,
    "dues method": dues_method,
    "tag": tag,
    "office": office,
    "e-mail": has_contact(EmailAddress),
    "phone": has_contact(Phone),
    "cell": has_contact(Phone, kind="cell"),
    "address": has_contact(PostalAddress),
    "employee number": text("employee_number"),
    "member number": text("member_number"),
    "talked": talked,
    "assessment": assessment,
}


def why(person: Person, criteria: Iterable[Criterion]) -> list[tuple[Criterion, bool]]:
    """Each criterion with whether it holds for this person."""
    rows = Person.objects.filter(pk=person.pk)
    return [(criterion, rows.filter(one(criterion)).exists()) for criterion in criteria]
