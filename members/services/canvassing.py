"""Walk lists: cut, corrected by hand, carried, closed; each visit noted with its talk and assessment."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from members.models import Assessment, Canvass, Conversation, Person, Turf, TurfPerson, Visit
from members.walking import turfs
from members.walking.cutting import Piece, cut
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem

MOST_LISTS = 500


@transaction.atomic
def cut_list(
    *,
    by: User,
    people: QuerySet[Person],
    name: str,
    question: str,
    how: str,
    most: int | None = None,
    ask: str = "",
    segment_name: str = "",
    query_text: str = "",
) -> Canvass:
    """Everybody of the list on exactly one walk list. Problem when nobody is on it or it makes too many."""
    pieces = _pieces(by, people, how, most)
    found = Canvass.objects.create(
        name=name.strip()[:120], question=question.strip()[:120], ask=ask.strip()[:300], cut_by=how, by=by,
        segment_name=segment_name[:120], query_text=query_text,
    )  # fmt: skip
    count = sum(_lay(found, piece, at) for at, piece in enumerate(pieces))
    record(by, "cut a list into walk lists", found, count=count, detail={"lists": len(pieces)})
    return found


def _pieces(by: User, people: QuerySet[Person], how: str, most: int | None) -> list[Piece]:
    if how == "even" and not most:
        raise Problem("no_size", _("Say how many people a walk list may have at most."))
    names = {walker.pk: str(walker) for walker in turfs.walkers(by)}
    unknown = _("no steward") if how == "steward" else _("not known")
    pieces = cut(turfs.to_cut(people), how, most, unknown=unknown, whole=_("List"), names=names)
    if not pieces:
        raise Problem("nobody", _("Nobody is on this list right now."), _("Choose another list."))
    if len(pieces) > MOST_LISTS:
        message = _("That would make %d walk lists.") % len(pieces)
        raise Problem("many_lists", message, _("Cut by something larger, or let a list have more people."))
    for piece in pieces:
        piece.walker = piece.walker if piece.walker in names else None
    return pieces


def _lay(canvass: Canvass, piece: Piece, at: int) -> int:
    turf = Turf.objects.create(canvass=canvass, name=piece.name[:160], walker_id=piece.walker, position=at)
    rows = [TurfPerson(canvass=canvass, turf=turf, person_id=one.pk, position=n) for n, one in enumerate(piece.people)]
    TurfPerson.objects.bulk_create(rows, batch_size=1000)
    return len(rows)


def _refuse_closed(canvass: Canvass) -> None:
    if canvass.closed_on is not None:
        raise Problem("closed", _("These walk lists are closed."), _("Open them again first."))


@transaction.atomic
def give_turf(*, by: User, turf: Turf, walker: User | None) -> None:
    """Who carries it from now on; None takes it back."""
    _refuse_closed(turf.canvass)
    turf.walker = walker
    turf.save(update_fields=["walker"])
    record(by, noop("gave a walk list") if walker else noop("took back a walk list"), turf, detail={"list": turf.name})


@transaction.atomic
def move_people(*, by: User, names: Iterable[TurfPerson], to: Turf) -> int:
    """To the end of another list of the same canvass; how many moved."""
    _refuse_closed(to.canvass)
    last = TurfPerson.objects.filter(turf=to).aggregate(last=Max("position"))["last"] or 0
    moved = [name for name in names if name.canvass_id == to.canvass_id and name.turf_id != to.pk]
    for at, name in enumerate(moved, start=1):
        name.turf, name.position = to, last + at
    TurfPerson.objects.bulk_update(moved, ["turf", "position"], batch_size=200)
    record(by, "moved people between walk lists", to, count=len(moved))
    return len(moved)


@transaction.atomic
def take_off(*, by: User, names: Iterable[TurfPerson]) -> int:
    """Off the list; talks that were noted stay with the people."""
    keys = [name.pk for name in names]
    rows = TurfPerson.objects.filter(pk__in=keys, canvass__closed_on=None)
    gone = rows.count()
    rows.delete()
    record(by, "took people off a walk list", count=gone)
    return gone


@transaction.atomic
def put_on(*, by: User, turf: Turf, person: Person) -> TurfPerson:
    """One more person. Problem when they are on a list of the canvass already."""
    _refuse_closed(turf.canvass)
    if other := TurfPerson.objects.filter(canvass=turf.canvass, person=person).select_related("turf").first():
        said = {"who": person.name, "list": other.turf.name}
        raise Problem("on_a_list", _("%(who)s is on the walk list %(list)s.") % said, _("Move them from there."))
    last = TurfPerson.objects.filter(turf=turf).aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    row = TurfPerson.objects.create(canvass=turf.canvass, turf=turf, person=person, position=position)
    record(by, "put a person on a walk list", person, detail={"list": turf.name})
    return row


@transaction.atomic
def close_canvass(*, by: User, canvass: Canvass) -> None:
    """Nobody walks it any more; figures and talks stay. A closed one is opened again."""
    canvass.closed_on = timezone.localdate() if canvass.closed_on is None else None
    canvass.save(update_fields=["closed_on"])
    record(by, noop("closed walk lists") if canvass.closed_on else noop("opened walk lists again"), canvass)


@transaction.atomic
def drop_canvass(*, by: User, canvass: Canvass) -> None:
    """Take the whole cut back. Problem once somebody has been visited."""
    if TurfPerson.objects.filter(canvass=canvass, visits__gt=0).exists():
        raise Problem("walked", _("People were visited on these lists already."), _("Close them instead."))
    record(by, "took back a cut of walk lists", canvass)
    canvass.delete()


@transaction.atomic
def note_visit(
    *,
    by: User,
    name: TurfPerson,
    result: str,
    score: int | None = None,
    follow_up_on: datetime.date | None = None,
    **talk: Any,
) -> None:
    """What came of a visit; a talk is kept with the person, and where they stand on the question of the canvass."""
    _refuse_closed(name.canvass)
    if score is not None and result != Visit.TALKED:
        raise Problem("score_without_talk", _("Where somebody stands is known from a talk only."),
                      _("Choose 'talked', or leave the number out."))  # fmt: skip
    name.result, name.visits = result, name.visits + 1
    name.visited_at, name.visited_by = timezone.now(), by
    name.save(update_fields=["result", "visits", "visited_at", "visited_by"])
    if result == Visit.TALKED or follow_up_on:
        said = talk if result == Visit.TALKED else {"answer": str(Visit(result).label)}
        Conversation.objects.create(person=name.person, by=by, follow_up_on=follow_up_on, **said)
    if score is not None:
        Assessment.objects.create(person=name.person, by=by, question=name.canvass.question, score=score)
    record(by, "noted a visit", name.person, detail={"result": result})
