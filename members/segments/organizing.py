"""Talks, assessments, tasks, tags and walk lists in a list's question."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q

from members.models import Assessment, Conversation, FollowUp, PersonTag, Tag, Turf, TurfPerson, Visit
from members.reports import TASKS
from members.segments.comparing import Condition, any_of, choice, day, says, score, spelled, text
from members.segments.criteria import WITHOUT_VALUES, Criterion
from unionops.platform.access.models import User


def talked(column: str) -> Condition:
    """Any talk on such a day."""
    return lambda criterion: Q(Exists(Conversation.objects.filter(day(column)(criterion), person=OuterRef("pk"))))


def last_talk(criterion: Criterion) -> Q:
    """The newest talk was on such a day."""
    newest = Conversation.objects.filter(person=OuterRef("person")).order_by("-on", "-id").values("pk")[:1]
    rows = Conversation.objects.filter(person=OuterRef("pk"), pk=newest)
    return Q(Exists(rows.filter(day("on")(criterion))))


def talked_with(criterion: Criterion) -> Q:
    rows = Conversation.objects.filter(person=OuterRef("pk"))
    if criterion["op"] not in WITHOUT_VALUES:
        rows = rows.filter(by__in=User.objects.filter(spelled(User, "name")(criterion)).values("pk"))
    return Q(Exists(rows))


def heard(criterion: Criterion) -> Q:
    """Words of what was heard, in any talk."""
    return Q(Exists(Conversation.objects.filter(text("heard")(criterion), person=OuterRef("pk"))))


def follow_up(criterion: Criterion) -> Q:
    """Somebody promised to come back on such a day and has not."""
    rows = Conversation.objects.filter(person=OuterRef("pk"), followed_up=False, follow_up_on__isnull=False)
    return Q(Exists(rows.filter(day("follow_up_on")(criterion))))


def _newest(criterion: Criterion) -> Q:
    """The newest assessment, on the question asked about or on any."""
    about = {"question__iexact": criterion["about"]} if criterion.get("about") else {}
    newest = Assessment.objects.filter(person=OuterRef("person"), **about).order_by("-on", "-id").values("pk")[:1]
    return Q(pk=newest)


def assessment(criterion: Criterion) -> Q:
    rows = Assessment.objects.filter(_newest(criterion), score("score")(criterion), person=OuterRef("pk"))
    return Q(Exists(rows))


def assessed(criterion: Criterion) -> Q:
    rows = Assessment.objects.filter(_newest(criterion), day("on")(criterion), person=OuterRef("pk"))
    return Q(Exists(rows))


def task(criterion: Criterion) -> Q:
    """An open task by its name or its title."""
    rows = FollowUp.objects.filter(person=OuterRef("pk"), done_on=None)
    if criterion["op"] in WITHOUT_VALUES:
        return Q(Exists(rows))
    return Q(Exists(rows.filter(what__in=list(_tasks(criterion)))))


def _tasks(criterion: Criterion) -> set[str]:
    return {name for name, (title, _advice) in TASKS.items() if says(name, criterion) or says(str(title), criterion)}


def task_due(criterion: Criterion) -> Q:
    return Q(Exists(FollowUp.objects.filter(day("due_on")(criterion), person=OuterRef("pk"), done_on=None)))


def tag(criterion: Criterion) -> Q:
    rows = PersonTag.objects.filter(person=OuterRef("pk"))
    if criterion["op"] in WITHOUT_VALUES:
        return Q(Exists(rows))
    named = [key for key, name in Tag.objects.values_list("pk", "name") if says(name, criterion)]
    return Q(Exists(rows.filter(tag__in=named)))


def turf(criterion: Criterion) -> Q:
    """On a walk list that is not closed, by its name or its canvass's."""
    rows = TurfPerson.objects.filter(person=OuterRef("pk"), canvass__closed_on=None)
    if criterion["op"] in WITHOUT_VALUES:
        return Q(Exists(rows))
    wanted = any_of((spelled(Turf, "name")(criterion), spelled(Turf, "canvass__name")(criterion)))
    return Q(Exists(rows.filter(turf__in=Turf.objects.filter(wanted).values("pk"))))


def visit(criterion: Criterion) -> Q:
    """What came of the newest visit."""
    newest = TurfPerson.objects.filter(person=OuterRef("person"), visited_at__isnull=False)
    rows = TurfPerson.objects.filter(person=OuterRef("pk"), pk=newest.order_by("-visited_at", "-id").values("pk")[:1])
    return Q(Exists(rows.filter(choice("result", Visit.choices)(criterion))))
