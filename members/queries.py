"""What pages read about people. Every function takes the user first and writes nothing."""

from __future__ import annotations

import contextlib
import datetime
import uuid
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from members import nameindex
from members.models import (
    BulkDeed,
    BulkTagging,
    ChannelConsent,
    DensityMonth,
    Duplicate,
    EmailAddress,
    ExportRecord,
    FollowUp,
    ImportState,
    Membership,
    Person,
    PersonChange,
    PersonTag,
    Phone,
    Placement,
    PostalAddress,
    RosterImport,
    Segment,
    Standing,
    Tag,
)
from members.models.followups import ASKED
from members.segments.conditions import affirmed, all_words, as_written, containing, counted_apart, question
from members.segments.fields import ABOUT_MONEY, GUARDED, tells_only_that
from members.segments.plainly import read
from members.segments.words import WITHOUT_VALUES, Criterion, flat
from unionops.platform.access.models import BargainingUnit, User, Worksite
from unionops.platform.access.policy import SCOPES, may, policy
from unionops.platform.core import money
from unionops.platform.core.asked import whole
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold


def people(user: User, capability: str = "members.view") -> QuerySet[Person]:
    """Everybody the user may see, in the order of a list. Erased people are counted elsewhere only."""
    return listed(user, capability).filter(erased_at=None)


def listed(user: User, capability: str = "members.view") -> QuerySet[Person]:
    """The same with the erased among them, for who asks by keys: the database then goes by those."""
    rows: QuerySet[Person] = Person.objects.visible_to(user, capability)
    return rows.select_related("unit", "worksite", "employer").order_by("name_key", "id")


def person(user: User, public_id: uuid.UUID, capability: str = "members.view") -> Person:
    """Raises Person.DoesNotExist when there is none the user may see."""
    return people(user, capability).get(public_id=public_id)


def matching(user: User, criteria: Iterable[Criterion], capability: str = "members.view") -> QuerySet[Person]:
    return people(user, capability).filter(question(criteria))


def how_many(user: User, asked: list[Criterion], capability: str = "members.view") -> str:
    """Of one fact counted in its own rows; who lacks it are all the others."""
    if policy.scope(user, capability) == "all":
        if (others := counted_apart(affirmed(asked))) is not None:
            return capped(people(user, capability).order_by().values("pk").count() - others.count())
        if (rows := counted_apart(asked)) is not None:
            return count_capped(rows)
    return count_capped(people(user, capability).filter(question(asked, counting=True)))


def named_like(user: User, words: str) -> QuerySet[Person]:
    """People whose name begins with the words, or contains all of them; or by number. No words, nobody."""
    folded, rows = fold(words), people(user)
    if not folded:
        return rows.filter(as_written(words))
    if any(character.isdigit() for character in folded):
        return rows.filter(Q(employee_number=words.strip()) | Q(member_number=words.strip()) | all_words(folded))
    if (keys := nameindex.containing(folded.split())) is not None:
        return listed(user).filter(nameindex.among(keys))
    everybody = Person.objects.filter(erased_at=None).order_by("name_key", "id")
    few = list(containing(everybody, folded).values_list("pk", flat=True)[: FEW + 1])
    return rows.filter(pk__in=few) if len(few) <= FEW else containing(rows, folded)


FEW = 300
"""So many people are found by the index of names alone and then taken by key; more fill a page at once anyway."""


def page(rows: QuerySet[Person], *, after: str = "", size: int = 50) -> tuple[list[Person], str]:
    """One page after the mark, and the mark of the next ('' at the end); flat however long the list."""
    if after:
        key, _sep, number = after.rpartition("~")
        later = Q(name_key__gt=key) | Q(pk__gt=whole(number))
        rows = rows.filter(later, name_key__gte=key)
    found = list(rows[: size + 1])
    mark = f"{found[size - 1].name_key}~{found[size - 1].pk}" if len(found) > size else ""
    return found[:size], mark


def namesakes(people: Iterable[Person]) -> set[str]:
    """Names that more than one of them has: the list shows beside these what tells the people apart."""
    return {name for name, many in Counter(person.sort_name for person in people).items() if many > 1}


def filtered(user: User, words: str, asked: list[Criterion], text: str) -> tuple[QuerySet[Person], list[Criterion]]:
    """The list page's rows for a name, the form's questions and a text, with all criteria together."""
    criteria = askable(user, [*asked, *read(text)])
    rows = named_like(user, words) if words.strip() else people(user)
    return rows.filter(question(criteria)), criteria


def counted(user: User, text: str) -> tuple[str, list[Criterion]]:
    """How many a text means, while somebody types it, and what it asks."""
    criteria = askable(user, read(text))
    return how_many(user, criteria), criteria


def askable(user: User, criteria: list[Criterion]) -> list[Criterion]:
    """The criteria, when every answer is one the user may read; else Problem.

    A list that answers 'e-mail is a@b.org' tells the address to whoever may not see it. Whoever makes
    audiences may still ask whether there is one, whether it works, and what was said about it.
    """
    for criterion in flat(criteria):
        needed = GUARDED.get(criterion["field"])
        only_that = criterion["op"] in WITHOUT_VALUES or tells_only_that(criterion["field"])
        of_audiences = only_that and needed not in ABOUT_MONEY and may(user, "members.segments")
        if needed and not of_audiences and not _reads_as_far_as_they_see(user, needed):
            message = _("Your office may not ask about '%s'.") % criterion["field"]
            raise Problem("list_not_yours", message, _("Take it out, or ask the membership secretary for the list."))
    return criteria


def _reads_as_far_as_they_see(user: User, capability: str) -> bool:
    reads, sees = policy.scope(user, capability), policy.scope(user, "members.view")
    return reads is not None and (sees is None or SCOPES.index(reads) >= SCOPES.index(sees))


def count_capped(rows: QuerySet[Any]) -> str:
    """'204', or '10,000+' so that no page waits for a long count."""
    return capped((rows.order_by().values("pk") if rows.model is Person else rows)[:10_001].count())


def capped(found: int) -> str:
    return "10,000+" if found > 10_000 else f"{found:,}"


def places(user: User) -> dict[str, Any]:
    """What the filter offers."""
    return {
        "units": BargainingUnit.objects.order_by("name"),
        "sites": Worksite.objects.order_by("name"),
        "tags": tags(user),
    }


def ticked(user: User, capability: str, ids: Iterable[str]) -> list[Person]:
    wanted = []
    for text in ids:
        with contextlib.suppress(ValueError):
            wanted.append(uuid.UUID(text))
    return list(people(user, capability).filter(public_id__in=wanted[:1000]))


def everybody_listed(user: User, capability: str, words: str, text: str) -> QuerySet[Person]:
    """Everybody a list page shows for a name and a text, of those the user has the capability over."""
    rows, _criteria = filtered(user, words, [], text)
    return people(user, capability).filter(pk__in=rows.order_by().values("pk"))


def deeds(user: User) -> QuerySet[BulkDeed]:
    """What the user changed for many at once."""
    rows: QuerySet[BulkDeed] = BulkDeed.objects.filter(by=user)
    return rows


def taggings(user: User) -> QuerySet[BulkTagging]:
    rows: QuerySet[BulkTagging] = BulkTagging.objects.filter(by=user).select_related("tag")
    return rows


def consents(user: User, who: Person) -> list[ChannelConsent]:
    """Every word they said about a channel, newest first."""
    rows = ChannelConsent.objects.visible_to(user, "field:contact")
    return list(rows.filter(person=who).select_related("by")[:60])


CONTACTS: dict[str, Any] = {"email": EmailAddress, "phone": Phone, "address": PostalAddress}


def contact(user: User, who: Person, what: str, public_id: uuid.UUID) -> Any:
    """One present way to reach a person the user may edit; None when there is none."""
    model = CONTACTS.get(what)
    if model is None:
        return None
    return model.objects.visible_to(user, "field:contact").filter(person=who, public_id=public_id, until=None).first()


def segment_count(user: User, which: Segment) -> str:
    """As many as `segment_people`."""
    try:
        return how_many(user, which.criteria, "members.segments")
    except Problem:
        return "0"


def duplicates(user: User, state: str) -> QuerySet[Duplicate]:
    """Pairs in a state, or all; an open pair with a record that was merged or erased meanwhile waits unseen."""
    rows = Duplicate.objects.visible_to(user, "members.duplicates").select_related("first", "second")
    if state == Duplicate.State.OPEN:
        rows = rows.filter(first__erased_at=None, second__erased_at=None)
    return rows.filter(state=state) if state else rows


def pairs_shown(user: User, state: str, most: int = 50) -> list[Duplicate]:
    """Pairs with everything their two cards show, the likeliest first."""
    sides = ("first", "second")
    related = [f"{side}__{name}" for side in sides for name in ("unit", "worksite", "employer")]
    lists = [f"{side}__{name}" for side in sides for name in ("emails", "phones", "addresses", "memberships")]
    return list(duplicates(user, state).select_related(*related).prefetch_related(*lists)[:most])


def reconcilable(user: User) -> list[RosterImport]:
    """Files that can be held against each other, newest first."""
    rows = RosterImport.objects.visible_to(user, "members.reconcile")
    usable = rows.filter(state__in=[ImportState.APPLIED, ImportState.PLANNED], kind__in=["unit", "remittance", "edues"])
    return list(usable.order_by("-as_of", "-id")[:100])


def follow_ups(user: User, *, what: str = "", is_open: bool = True) -> QuerySet[FollowUp]:
    """Tasks about differences between the lists, and those asked of stewards, the most urgent first."""
    rows: QuerySet[FollowUp] = FollowUp.objects.visible_to(user, "members.tasks").filter(done_on__isnull=is_open)
    return rows.filter(**({"what": what} if what else {})).select_related("person", "owner")


def tasks_about(user: User, who: Person) -> QuerySet[FollowUp]:
    """Tasks about one person, open and settled."""
    rows: QuerySet[FollowUp] = FollowUp.objects.visible_to(user, "members.tasks").filter(person=who)
    return rows.order_by("-created_at")


def asked_of(user: User) -> QuerySet[FollowUp]:
    """What somebody asked of the user and is open, the most urgent first."""
    return follow_ups(user, what=ASKED).filter(owner=user)


def open_by_kind(user: User, *, of_dues: bool = False) -> dict[str, int]:
    """{kind: open tasks}; `of_dues` leaves out those asked of stewards."""
    rows = follow_ups(user).order_by().values_list("what").annotate(many=Count("pk"))
    return dict(rows.exclude(what=ASKED) if of_dues else rows)


def dues_of(who: Person) -> dict[str, str]:
    """The present amount and method as a form shows them."""
    row = Membership.objects.filter(person=who, until=None).first()
    if row is None or row.dues_cents is None:
        return {}
    return {"amount": money.dollars(row.dues_cents), "method": row.method}


def public_ids(user: User, keys: Iterable[int]) -> dict[int, uuid.UUID]:
    """{key: public id} of the people the user may see."""
    return dict(people(user).order_by().filter(pk__in=list(keys)).values_list("pk", "public_id"))


def density(user: User) -> dict[str, int]:
    """People in the unit, and members among them, of those the user may count."""
    rows = in_unit(user)
    members = rows.filter(standing=Standing.MEMBER)
    return {"unit": rows.count(), "members": members.count(), "all_members": _all_members(user)}


def in_unit(user: User) -> QuerySet[Person]:
    rows: QuerySet[Person] = Person.objects.visible_to(user, "members.density").filter(in_unit=True, erased_at=None)
    return rows


def density_months(user: User) -> QuerySet[DensityMonth]:
    """What was kept month by month about the places the user may count."""
    rows: QuerySet[DensityMonth] = DensityMonth.objects.visible_to(user, "members.density")
    return rows.order_by("month")


def _all_members(user: User) -> int:
    rows = Person.objects.visible_to(user, "members.density").filter(erased_at=None)
    return int(rows.filter(standing__in=[Standing.MEMBER, Standing.RETIRED]).count())


def tag_names(keys: list[int]) -> Iterable[tuple[int, str]]:
    for at in range(0, len(keys), 500):
        yield from PersonTag.objects.filter(person__in=keys[at : at + 500]).values_list("person_id", "tag__name")


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
    """Nobody while the list asks for something that cannot be asked any more; `troubles` says what."""
    try:
        return matching(user, which.criteria, capability)
    except Problem:
        return people(user, capability).none()


def in_or_out(user: User, which: Segment, words: str) -> list[tuple[Person, bool]]:
    """People of a name or number, each with whether the list holds them."""
    found = list(named_like(user, words).filter(pk__in=people(user, "members.segments").values("pk"))[:20])
    inside = segment_people(user, which).filter(pk__in=[person.pk for person in found]).order_by()
    keys = set(inside.values_list("pk", flat=True))
    return [(person, person.pk in keys) for person in found]


def imports(user: User) -> QuerySet[RosterImport]:
    return RosterImport.objects.visible_to(user, "members.import").select_related("created_by")


def roster_import(user: User, public_id: str | uuid.UUID) -> RosterImport:
    """Raises Problem when there is none with this id."""
    try:
        found = RosterImport.objects.visible_to(user, "members.reconcile").get(public_id=public_id)
    except (RosterImport.DoesNotExist, ValidationError, ValueError, TypeError) as error:
        message = _("There is no import with the id %s.") % public_id
        raise Problem("no_import", message, _("Look at the page Imports.")) from error
    return found


def applied_imports(user: User, kind: str) -> QuerySet[RosterImport]:
    rows = RosterImport.objects.visible_to(user, "members.reconcile")
    return rows.filter(kind=kind, state=ImportState.APPLIED).order_by("-as_of", "-id")


def list_before(user: User, found: RosterImport) -> RosterImport | None:
    """The newest applied list of the same kind and source that is older than this one."""
    older = applied_imports(user, found.kind).filter(as_of__lt=found.as_of)
    return older.filter(source=found.source).first() or older.first()


def tags(user: User) -> QuerySet[Tag]:
    rows = Tag.objects.annotate(people=Count("taggings")).order_by("name")
    return rows if user.is_authenticated else rows.none()


def changes(user: User, who: Person) -> QuerySet[PersonChange]:
    rows: QuerySet[PersonChange] = PersonChange.objects.visible_to(user, "members.view")
    return rows.filter(person=who).select_related("by", "roster_import")


def members_on(day: datetime.date) -> QuerySet[Membership]:
    """Spells that hold on the day, also those that have ended since; one whose last day it is has ended."""
    begun = Q(since=None) | Q(since__lte=day)
    rows: QuerySet[Any] = Membership.objects.filter(begun, Q(until=None) | Q(until__gte=day))
    return rows.exclude(status="ended", until=day).exclude(status="ended", until=None).select_related("person")


def placements(user: User, who: Person) -> QuerySet[Placement]:
    rows: QuerySet[Placement] = Placement.objects.filter(person=who).select_related("unit", "worksite")
    return rows if people(user).filter(pk=who.pk).exists() else rows.none()


def export_records(user: User) -> QuerySet[ExportRecord]:
    """What left as a file; those who may export see all of it."""
    rows: QuerySet[ExportRecord] = ExportRecord.objects.visible_to(user, "members.export")
    return rows.select_related("by", "second_person")


def person_named(user: User, said: str) -> Person:
    """By public id, employee number or member number. Raises Problem when there is nobody."""
    wanted = Q(employee_number=said) | Q(member_number=said)
    with contextlib.suppress(ValueError):
        wanted |= Q(public_id=uuid.UUID(said))
    if (found := people(user).filter(wanted).first()) is None:
        raise Problem("no_person", _("Nobody on the roster has the id %s.") % said, _("Look at the person's page."))
    return found
