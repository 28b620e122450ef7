"""Offices, stewardships and committees in a list's question, today or as of a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from members.models import CommitteeTerm, Person
from members.segments.comparing import Condition, any_of, chosen, day, places, said_yes, spelled
from members.segments.criteria import WITHOUT_VALUES, Criterion
from members.segments.days import read_day
from unionops.platform.access.models import BargainingUnit, RoleAssignment, Stewardship, User, Worksite
from unionops.platform.access.models.people import in_term
from unionops.platform.access.roles import Role
from unionops.platform.access.scoping import steward_place
from unionops.platform.core.days import today


def _day(criterion: Criterion) -> datetime.date:
    return read_day(criterion["as_of"]) if criterion.get("as_of") else today()


def _running(criterion: Criterion) -> Q:
    """Terms of accounts that held on the day; one that was ended early held until that day."""
    on = _day(criterion)
    if on == today():
        return in_term()
    lasts = (Q(until=None) | Q(until__gte=on)) & (Q(ended_at=None) | Q(ended_at__date__gt=on))
    return Q(since__lte=on) & lasts


def _people(accounts: Iterable[UUID | None]) -> Q:
    return Q(public_id__in=[person for person in accounts if person])


def office(criterion: Criterion) -> Q:
    """People whose account holds the role."""
    wanted = chosen([value.replace("_", " ") for value in criterion["values"]], _roles())
    terms = RoleAssignment.objects.filter(_running(criterion), role__in=wanted)
    return _holders(terms.values_list("user_id", flat=True), criterion)


def _roles() -> list[tuple[str, str]]:
    """Each office by its name on the screen and by its word in the policy."""
    return [pair for code, label in Role.choices for pair in ((code, code.replace("_", " ")), (code, str(label)))]


def _holders(users: Iterable[int], criterion: Criterion) -> Q:
    accounts = User.objects.filter(pk__in=list(users), person__isnull=False)
    accounts = accounts if criterion.get("as_of") else accounts.filter(is_active=True)
    return _people(accounts.values_list("person", flat=True))


def office_ends(criterion: Criterion) -> Q:
    """A running term with a last day that fits; 'known' is any running term with a last day."""
    ends = Coalesce("until", TruncDate("ended_at"))
    terms = RoleAssignment.objects.filter(in_term()).annotate(ends=ends).filter(ends__isnull=False)
    return _holders(terms.filter(day("ends")(criterion)).values_list("user_id", flat=True), criterion)


def steward_for(column: str, model: type[BargainingUnit | Worksite]) -> Condition:
    """People who are stewards for the place."""

    def build(criterion: Criterion) -> Q:
        terms = Stewardship.objects.filter(_running(criterion), **{f"{column}__isnull": False})
        if criterion["op"] not in WITHOUT_VALUES:
            terms = terms.filter(**{f"{column}__in": places(criterion, model)})
        return _holders(terms.values_list("user_id", flat=True), criterion)

    return build


def _covered_by(terms: QuerySet[Stewardship]) -> Q:
    rows = terms.filter(user__is_active=True).values_list("unit_id", "worksite_id", "shift")
    return any_of(steward_place(Person, row) for row in set(rows))


def covered(criterion: Criterion) -> Q:
    """Somebody is steward for their unit, site and shift."""
    found = _covered_by(Stewardship.objects.filter(_running(criterion)))
    return found if said_yes(criterion) else ~found


def steward(criterion: Criterion) -> Q:
    """People for whom the named account is steward."""
    terms = Stewardship.objects.filter(_running(criterion))
    if criterion["op"] not in WITHOUT_VALUES:
        terms = terms.filter(user__in=User.objects.filter(spelled(User, "name")(criterion)).values("pk"))
    return _covered_by(terms)


def _serving(criterion: Criterion) -> QuerySet[CommitteeTerm]:
    on = _day(criterion)
    rows: QuerySet[CommitteeTerm] = CommitteeTerm.objects.filter(person=OuterRef("pk"), since__lte=on)
    return rows.filter(Q(until=None) | Q(until__gte=on))


def committee(column: str) -> Condition:
    """People who serve on it, or in that part, on the day."""
    fits = spelled(CommitteeTerm, column)

    def build(criterion: Criterion) -> Q:
        rows = _serving(criterion)
        return Q(Exists(rows if criterion["op"] in WITHOUT_VALUES else rows.filter(fits(criterion))))

    return build


def committee_ends(criterion: Criterion) -> Q:
    rows = _serving(criterion).filter(until__isnull=False, since__lte=F("until"))
    return Q(Exists(rows.filter(day("until")(criterion))))
