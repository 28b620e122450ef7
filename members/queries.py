"""What pages read about people. Every function takes the user first and writes nothing."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from members.models import ImportState, Membership, Person, PersonChange, RosterImport, Segment, Tag
from members.segments.conditions import all_words, question
from members.segments.words import Criterion, parse
from unionops.platform.access.models import User
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold


def people(user: User, capability: str = "members.view") -> QuerySet[Person]:
    """Everybody the user may see, in the order of a list. Erased people are counted elsewhere only."""
    rows: QuerySet[Person] = Person.objects.visible_to(user, capability)
    return rows.filter(erased_at=None).select_related("unit", "worksite", "employer").order_by("name_key", "id")


def person(user: User, public_id: uuid.UUID, capability: str = "members.view") -> Person:
    """Raises Person.DoesNotExist when there is none the user may see."""
    return people(user, capability).get(public_id=public_id)


def matching(user: User, criteria: Iterable[Criterion], capability: str = "members.view") -> QuerySet[Person]:
    return people(user, capability).filter(question(criteria))


def named_like(user: User, words: str) -> QuerySet[Person]:
    """People whose name begins with the words, or contains all of them; or by number."""
    folded = fold(words)
    by_number = Q(employee_number=words.strip()) | Q(member_number=words.strip())
    return people(user).filter(all_words(folded) | by_number) if folded else people(user)


def page(rows: QuerySet[Person], *, after: str = "", size: int = 50) -> tuple[list[Person], str]:
    """One page after the mark, and the mark of the next ('' at the end); flat however long the list."""
    if after:
        key, _sep, number = after.rpartition("~")
        rows = rows.filter(Q(name_key__gt=key) | Q(name_key=key, pk__gt=int(number) if number.isdigit() else 0))
    found = list(rows[: size + 1])
    mark = f"{found[size - 1].name_key}~{found[size - 1].pk}" if len(found) > size else ""
    return found[:size], mark


def segments(user: User) -> QuerySet[Segment]:
    """Saved lists the user may use: their own and the shared ones."""
    rows: QuerySet[Segment] = Segment.objects.visible_to(user, "members.segments")
    return rows.filter(Q(is_shared=True) | Q(owner=user)) if not user.is_system else rows


def segment(user: User, name: str) -> Segment:
    """By its name or public id. Raises Problem when there is none."""
    try:
        wanted = Q(public_id=uuid.UUID(name))
    except ValueError:
        wanted = Q(name__iexact=name)
    if (found := segments(user).filter(wanted).first()) is None:
        raise Problem(
            "no_segment", _("There is no saved list called '%s'.") % name, _("Save it on the page Lists first.")
        )
    return found


def segment_people(user: User, which: Segment, capability: str = "members.segments") -> QuerySet[Person]:
    return matching(user, which.criteria, capability)


def people_for_text(user: User, text: str) -> QuerySet[Person]:
    return matching(user, parse(text))


def imports(user: User) -> QuerySet[RosterImport]:
    return RosterImport.objects.visible_to(user, "members.import").select_related("created_by")


def roster_import(user: User, public_id: str | uuid.UUID) -> RosterImport:
    """Raises Problem when there is none with this id."""
    try:
        found = RosterImport.objects.visible_to(user, "members.reconcile").get(public_id=public_id)
    except (RosterImport.DoesNotExist, ValueError, TypeError) as error:
        message = _("There is no import with the id %s.") % public_id
        raise Problem("no_import", message, _("Look at the page Imports.")) from error
    return found


def applied_imports(user: User, kind: str) -> QuerySet[RosterImport]:
    rows = RosterImport.objects.visible_to(user, "members.reconcile")
    return rows.filter(kind=kind, state__in=[ImportState.APPLIED, ImportState.PLANNED]).order_by("-as_of", "-id")


def tags(user: User) -> QuerySet[Tag]:
    return Tag.objects.all().annotate(people=Count("taggings")) if user.is_authenticated else Tag.objects.none()


def changes(user: User, who: Person) -> QuerySet[PersonChange]:
    rows: QuerySet[PersonChange] = PersonChange.objects.visible_to(user, "members.view")
    return rows.filter(person=who).select_related("by", "roster_import")


def members_on(day: datetime.date) -> QuerySet[Membership]:
    """Spells that hold on the day, ended ones excluded."""
    begun = Q(since=None) | Q(since__lte=day)
    rows: QuerySet[Any] = Membership.objects.filter(begun, Q(until=None) | Q(until__gte=day))
    return rows.exclude(status="ended").select_related("person")
