"""Talks, assessments, tasks, tags and walk lists in a list's question: the rows of each that fit."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet

from members.models import Assessment, Conversation, FollowUp, PersonTag, Tag, Turf, TurfPerson, Visit
from members.reports import TASKS
from members.segments.comparing import any_of, choice, day, says, score, spelled, text
from members.segments.criteria import WITHOUT_VALUES, Criterion
from unionops.platform.access.models import User

Found = QuerySet[Any]


def talked(criterion: Criterion) -> Found:
    """Any talk on such a day."""
    return Conversation.objects.filter(day("on")(criterion))


def last_talk(criterion: Criterion) -> Found:
    """The newest talk was on such a day."""
    newest = Conversation.objects.filter(person=OuterRef("person")).order_by("-on", "-id").values("pk")[:1]
    return Conversation.objects.filter(day("on")(criterion), pk=newest)


def talked_with(criterion: Criterion) -> Found:
    rows: Found = Conversation.objects.all()
    if criterion["op"] not in WITHOUT_VALUES:
        rows = rows.filter(by__in=User.objects.filter(spelled(User, "name")(criterion)).values("pk"))
    return rows


def heard(criterion: Criterion) -> Found:
    """Words of what was heard, in any talk."""
    return Conversation.objects.filter(text("heard")(criterion))


def follow_up(criterion: Criterion) -> Found:
    """Somebody promised to come back on such a day and has not."""
    rows = Conversation.objects.filter(followed_up=False, follow_up_on__isnull=False)
    return rows.filter(day("follow_up_on")(criterion))


def _newest(criterion: Criterion) -> Found:
    """Each person's newest assessment, on the question asked about or on any."""
    about = {"question__iexact": criterion["about"]} if criterion.get("about") else {}
    newest = Assessment.objects.filter(person=OuterRef("person"), **about).order_by("-on", "-id").values("pk")[:1]
    return Assessment.objects.filter(pk=newest)


def assessment(criterion: Criterion) -> Found:
    return _newest(criterion).filter(score("score")(criterion))


def assessed(criterion: Criterion) -> Found:
    return _newest(criterion).filter(day("on")(criterion))


def task(criterion: Criterion) -> Found:
    """An open task by its name or its title."""
    rows: Found = FollowUp.objects.filter(done_on=None)
    return rows if criterion["op"] in WITHOUT_VALUES else rows.filter(what__in=list(_tasks(criterion)))


def _tasks(criterion: Criterion) -> set[str]:
    return {name for name, (title, _advice) in TASKS.items() if says(name, criterion) or says(str(title), criterion)}


def task_due(criterion: Criterion) -> Found:
    return FollowUp.objects.filter(day("due_on")(criterion), done_on=None)


def tag(criterion: Criterion) -> Found:
    if criterion["op"] in WITHOUT_VALUES:
        return PersonTag.objects.all()
    named = [key for key, name in Tag.objects.values_list("pk", "name") if says(name, criterion)]
    return PersonTag.objects.filter(tag__in=named)


def turf(criterion: Criterion) -> Found:
    """On a walk list that is not closed, by its name or its canvass's."""
    rows: Found = TurfPerson.objects.filter(canvass__closed_on=None)
    if criterion["op"] in WITHOUT_VALUES:
        return rows
    wanted = any_of((spelled(Turf, "name")(criterion), spelled(Turf, "canvass__name")(criterion)))
    return rows.filter(turf__in=Turf.objects.filter(wanted).values("pk"))


def visit(criterion: Criterion) -> Found:
    """What came of the newest visit."""
    newest = TurfPerson.objects.filter(person=OuterRef("person"), visited_at__isnull=False)
    rows = TurfPerson.objects.filter(pk=newest.order_by("-visited_at", "-id").values("pk")[:1])
    return rows.filter(choice("result", Visit.choices)(criterion))


ROWS = {
    "talked": talked, "last talk": last_talk, "talked with": talked_with, "heard": heard, "follow up": follow_up,
    "assessment": assessment, "assessed": assessed, "task": task, "task due": task_due, "tag": tag, "turf": turf,
    "visit": visit,
}  # fmt: skip
