"""Saved lists and tags; a bulk action can be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from members import queries
from members.formats.outgoing import VAN_ID
from members.models import BulkTagging, Person, PersonTag, Segment, Tag
from members.segments.comparing import says
from members.segments.conditions import question
from members.segments.plainly import read
from members.segments.words import Criterion, flat, in_words
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def save_segment(
    *, by: User, name: str, text: str = "", criteria: Iterable[Criterion] | None = None, is_shared: bool = True
) -> Segment:
    """Make or replace the list of this name, from a text or from criteria. Problem when it cannot be understood."""
    wanted = queries.askable(by, list(criteria) if criteria is not None else read(text))
    question(wanted)
    if not name.strip():
        raise Problem("no_name", _("Give the list a name."), _("Such as: Night shift"))
    found = Segment.objects.filter(name__iexact=name.strip()).first()
    if found and found.owner_id != by.pk and not found.is_shared:
        raise Problem("name_taken", _("Another list has this name."), _("Choose another name."))
    found = found or Segment(name=name.strip()[:120], owner=by)
    found.criteria, found.text, found.is_shared = wanted, in_words(wanted), is_shared
    found.save()
    record(by, "saved a list", found)
    return found


USUAL = (
    (noop("All members"), "standing is member"),
    (noop("Everybody in the unit"), "in unit is yes"),
    (noop("In the unit, not members"), "in unit is yes and standing is nonmember"),
)


@transaction.atomic
def save_usual_lists(*, by: User) -> list[Segment]:
    """The three lists every local begins with; one of these names that is there already is left alone."""
    there = {name.lower() for name in Segment.objects.values_list("name", flat=True)}
    return [save_segment(by=by, name=_(name), text=text) for name, text in USUAL if _(name).lower() not in there]


@transaction.atomic
def delete_segment(*, by: User, segment: Segment) -> None:
    record(by, "removed a saved list", segment)
    try:
        segment.delete()
    except ProtectedError as error:
        said = _("A message is made for this list, so the list stays. Its question can be changed.")
        raise Problem("in_use", said) from error


@transaction.atomic
def tag_people(*, by: User, people: Iterable[Person], name: str, remove: bool = False) -> BulkTagging:
    """Put a tag on many at once, or take it off; remembers exactly who changed."""
    if not name.strip():
        raise Problem("no_tag", _("Write a word for the tag."))
    tag = _tag(name.strip()[:60])
    ids = [person.pk for person in people]
    if not may(by, "members.edit"):
        _check_hangs_on_nothing(by, tag)
        if remove and set(PersonTag.objects.filter(tag=tag).exclude(by=by).values_list("person_id", flat=True)) & {
            *ids
        }:
            said = _("Somebody else put this tag on some of these people.")
            raise Problem("of_another", said, _("Ask somebody who may change records to take it off."))
    tagged = set(PersonTag.objects.filter(tag=tag).values_list("person_id", flat=True))
    touched = [pk for pk in ids if (pk in tagged) == remove]
    if remove:
        _take_off(tag, touched)
    else:
        PersonTag.objects.bulk_create([PersonTag(person_id=pk, tag=tag, by=by) for pk in touched], batch_size=2000)
    record(by, noop("untagged people") if remove else noop("tagged people"), tag, count=len(touched))
    return BulkTagging.objects.create(tag=tag, removed=remove, people=touched, by=by)


def _check_hangs_on_nothing(by: User, tag: Tag) -> None:
    """Who is on a list of somebody else, and which record of VAN a person is, only an editor of records changes."""
    kept = Segment.objects.exclude(owner=by).values_list("criteria", flat=True)
    asked = [each for criteria in kept for each in flat(criteria) if each["field"] == "tag"]
    if VAN_ID.fullmatch(tag.name) or any(says(tag.name, each) for each in asked):
        said = _("A saved list of somebody else or a VAN ID hangs on this tag.")
        raise Problem("tag_in_use", said, _("Choose another tag, or ask somebody who may change records."))


def _take_off(tag: Tag, people: list[int]) -> None:
    for at in range(0, len(people), 900):
        PersonTag.objects.filter(tag=tag, person__in=people[at : at + 900]).delete()


def _tag(name: str) -> Tag:
    return Tag.objects.filter(name__iexact=name).first() or Tag.objects.create(name=name)


@transaction.atomic
def undo_tagging(*, by: User, tagging: BulkTagging) -> None:
    if tagging.undone_at is not None:
        raise Problem("undone", _("This was taken back already."))
    if not may(by, "members.edit"):
        _check_hangs_on_nothing(by, tagging.tag)
    if tagging.removed:
        PersonTag.objects.bulk_create(
            [PersonTag(person_id=pk, tag=tagging.tag, by=by) for pk in tagging.people],
            ignore_conflicts=True,
            batch_size=2000,
        )
    else:
        _take_off(tagging.tag, tagging.people)
    tagging.undone_at = timezone.now()
    tagging.save(update_fields=["undone_at"])
    record(by, "took back a bulk tag", tagging.tag, count=len(tagging.people))
