"""One press that changes many people; the whole of it can be taken back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from members.models import (
    BulkDeed,
    BulkTagging,
    FollowUp,
    Person,
    PersonChange,
    PersonTag,
    Placement,
    RosterVersion,
    Segment,
    Tag,
    TurfPerson,
)
from members.models.followups import ASKED
from members.models.imports import ChangeKind
from members.models.turfs import Turf
from members.normalising import jobs
from members.placed import COLUMNS, LEVEL_COLUMNS, LIST_FIELDS, PLACED
from members.segments.comparing import any_of
from members.segments.words import Criterion, in_words
from members.undoing.journal import Journal
from members.undoing.taking_back import changed_since, take_back
from members.walking.sharing import shares
from unionops.platform.access.models import User, Worksite
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

ELSEWHERE = {*PLACED, *LIST_FIELDS}
"""What a later change of a person is of when they work differently by now: by hand, or by a list."""


@transaction.atomic
def place_many(
    *,
    by: User,
    people: Sequence[Person],
    on: datetime.date,
    worksite: Worksite | None = None,
    tour: str = "",
    department: str = "",
) -> BulkDeed:
    """Another site, shift or department begins a new spell on the day; another tour alone does not."""
    if on > timezone.localdate():
        raise Problem("ahead", _("The day lies ahead."), _("Choose today or an earlier day; the roster says what is."))
    wanted: dict[str, Any] = {"worksite_id": worksite.pk} if worksite else {}
    if tour.strip():
        wanted |= {"tour": jobs.tour(tour), "shift": jobs.shift(tour)}
    if department.strip():
        wanted["department"] = department.strip()[:160]
    if not wanted:
        raise Problem("nothing", _("Say where they work now: a site, a shift or a department."))
    journal, touched = Journal(), 0
    spells = {spell.person_id: spell for spell in Placement.objects.filter(person__in=people, until=None)}
    begun: list[Placement] = []
    for person in people:
        old = {name: getattr(person, name) for name in wanted}
        if old == wanted:
            continue
        touched += 1
        journal.change(person, **wanted)
        if spell := spells.get(person.pk):
            begun += _moved(journal, spell, wanted, on)
    journal.flush()
    journal.add(begun)
    said = ", ".join(str(part) for part in (worksite, tour.strip(), department.strip()) if part)
    _note(journal, by, said)
    return _kept(by, BulkDeed.Kind.PLACE, said, touched, journal)


def _moved(journal: Journal, spell: Placement, wanted: dict[str, Any], on: datetime.date) -> list[Placement]:
    """The spell that begins, when a level is another and the present one began before the day."""
    elsewhere = any(wanted.get(name, getattr(spell, name)) != getattr(spell, name) for name in LEVEL_COLUMNS)
    if not elsewhere or (spell.since and spell.since >= on):
        journal.change(spell, **wanted)
        return []
    facts = {name: getattr(spell, name) for name in COLUMNS} | wanted
    journal.change(spell, until=on - datetime.timedelta(days=1), reason=str(_("moved")))
    return [Placement(person_id=spell.person_id, since=on, source=str(_("by hand")), **facts)]


def _note(journal: Journal, by: User, said: str) -> None:
    """The history of each person says what changed."""
    sites = dict(Worksite.objects.values_list("pk", "name"))
    notes = []
    for label, key, diff in journal.changed:
        if label == Person._meta.label:
            shown = {name.removesuffix("_id"): [sites.get(value, value or "") for value in pair]
                     for name, pair in diff.items()}  # fmt: skip
            notes.append(PersonChange(person_id=key, kind=ChangeKind.EDIT, diff=shown, by=by, at=timezone.now(),
                                      source=str(_("many at once"))))  # fmt: skip
    journal.add(notes)


@transaction.atomic
def put_many_on_walk_list(*, by: User, people: Sequence[Person], turf: Turf) -> BulkDeed:
    """Whoever is on no list of the canvass yet, at the end of this one."""
    if turf.canvass.closed_on is not None:
        raise Problem("closed", _("These walk lists are closed."), _("Open them again first."))
    there = set(TurfPerson.objects.filter(canvass=turf.canvass).values_list("person_id", flat=True))
    last = TurfPerson.objects.filter(turf=turf).aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    fresh = [person for person in people if person.pk not in there]
    journal = Journal()
    journal.add([TurfPerson(canvass=turf.canvass, turf=turf, person=person, position=first + at)
                 for at, person in enumerate(fresh)])  # fmt: skip
    return _kept(by, BulkDeed.Kind.WALK, str(turf), len(fresh), journal)


@transaction.atomic
def keep_as_list(*, by: User, people: Sequence[Person], name: str) -> tuple[Segment, BulkDeed]:
    """These very people as a saved list, held together by a tag of its name."""
    name = name.strip()[:60]
    if not name:
        raise Problem("no_name", _("Give the list a name."), _("Such as: Night shift"))
    if Segment.objects.filter(name__iexact=name).exists() or Tag.objects.filter(name__iexact=name).exists():
        raise Problem("name_taken", _("A list or a tag has this name already."), _("Choose another name."))
    journal, now = Journal(), timezone.now()
    (tag,) = journal.add([Tag(name=name)])
    journal.add([PersonTag(person=person, tag=tag, by=by, at=now) for person in people])
    criteria: list[Criterion] = [{"field": "tag", "op": "is", "values": [name]}]
    made = Segment(name=name, owner=by, criteria=criteria, text=in_words(criteria), created_at=now, changed_at=now)
    (segment,) = journal.add([made])
    return segment, _kept(by, BulkDeed.Kind.LIST, name, len(people), journal)


@transaction.atomic
def ask_stewards(*, by: User, people: Sequence[Person], note: str, due_on: datetime.date) -> BulkDeed:
    """One task about each of them for a steward of theirs, as `sharing.shares` shares them out."""
    today = timezone.localdate()
    if due_on < today:
        raise Problem("past", _("The day lies in the past."), _("Choose today or a later day."))
    if not note.strip():
        raise Problem("nothing", _("Say what is to be done."))
    tasks = [FollowUp(what=ASKED, person_id=key, note=note.strip()[:300], as_of=today, owner=share.owner, due_on=due_on,
                      created_at=timezone.now()) for share in shares(by, people) for key in share.people]  # fmt: skip
    journal = Journal()
    journal.add(tasks)
    return _kept(by, BulkDeed.Kind.TASK, note.strip(), len(tasks), journal)


def _kept(by: User, kind: BulkDeed.Kind, label: str, count: int, journal: Journal) -> BulkDeed:
    if not count:
        raise Problem("nobody", _("Nothing would change for any of these people."))
    RosterVersion.grow()
    deed = BulkDeed.objects.create(kind=kind, label=label[:200], count=count, journal=journal.as_json(), by=by)
    record(by, "changed many people at once", deed, count=count, detail={"what": str(kind)})
    return deed


@transaction.atomic
def undo_deed(*, by: User, deed: BulkDeed) -> None:
    """All of it, or nothing. Problem when somebody built on it since."""
    if deed.undone_at is not None:
        raise Problem("undone", _("This was taken back already."))
    if deed.kind == BulkDeed.Kind.WALK and _were_visited(deed):
        raise Problem("walked", _("Some of them were visited already."), _("Take the others off by hand."))
    if deed.kind == BulkDeed.Kind.TASK and _made(deed, FollowUp).exclude(done_on=None).exists():
        raise Problem("settled", _("Some of these tasks were settled already."), _("Settle the others by hand."))
    if _was_built_on(deed):
        raise changed_since()
    take_back(deed.journal)
    RosterVersion.grow()
    deed.undone_at = timezone.now()
    deed.save(update_fields=["undone_at"])
    record(by, "took back a change of many people", deed, count=deed.count)


def _was_built_on(deed: BulkDeed) -> bool:
    """Somebody else was given its tag, its list asks something else, or the people work differently by now."""
    tags, lists, spells = (_made(deed, model) for model in (Tag, Segment, Placement))
    theirs = PersonTag.objects.filter(tag__in=tags).exclude(pk__in=_made(deed, PersonTag).values("pk"))
    touched = {pk for label, pk, _diff in deed.journal["changed"] if label == Person._meta.label}
    later = PersonChange.objects.filter(at__gt=deed.at).values_list("person_id", "diff")
    return (
        theirs.exists()
        or BulkTagging.objects.filter(tag__in=tags).exists()
        or any(row.text != in_words([{"field": "tag", "op": "is", "values": [row.name]}]) for row in lists)
        or spells.exclude(until=None).exists()
        or any(pk in touched and ELSEWHERE & diff.keys() for pk, diff in later)
    )


def _made(deed: BulkDeed, model: type[Any]) -> Any:
    runs = deed.journal["made"].get(model._meta.label, [])
    return model.objects.filter(any_of(Q(pk__range=run) for run in runs)) if runs else model.objects.none()


def _were_visited(deed: BulkDeed) -> bool:
    runs = deed.journal["made"].get(TurfPerson._meta.label, [])
    return any(TurfPerson.objects.filter(pk__range=run, visits__gt=0).exists() for run in runs)
