"""Choose a forum: the gate before the first paper, the choice on record, and one recorded by mistake taken back."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from grievances import forums
from grievances.models import Deadline, DeadlineState, Forum, ForumElection, Grievance, GrievanceStep, Matter
from grievances.queries import dates
from grievances.services import clocks
from unionops.platform.access.models import User
from unionops.platform.audit.services import record
from unionops.platform.core.problems import Problem


@transaction.atomic
def elect_forum(
    *,
    by: User,
    matter: Matter,
    forum: str,
    elected_on: datetime.date,
    by_act: str,
    acknowledged_on: datetime.date | None = None,
    acknowledged_how: str = "",
) -> ForumElection:
    """Record which road was taken. What was really filed is never taken back, so it is never changed here either."""
    if forums.elected(matter).filter(forum=forum).exists():
        raise Problem("elected", _("This choice is recorded already."))
    road = forums.road_for(matter, forum)
    if road is not None and road.bars and forums.is_filed(matter):
        raise Problem(
            "forum_closed",
            _("A grievance was filed on this matter, so this road is closed (%s).") % road.rule,
            _("If the other filing came first in time, ask your national office before anything else is sent."),
        )
    row: ForumElection = ForumElection.objects.create(
        matter=matter,
        forum=forum,
        elected_on=elected_on,
        by_act=by_act,
        rule=road.rule if road else "",
        irrevocable=road.bars if road else forum == Forum.GRIEVANCE and forums.closes_a_road(matter),
        warned_by=by,
        acknowledged_on=acknowledged_on,
        acknowledged_how=acknowledged_how,
    )
    record(by, "recorded a choice of forum", matter, detail={"forum": str(forum)})
    clocks.start_statutes(by=by, matter=matter)
    return row


def pass_gate(
    by: User, case: Grievance, on: datetime.date, warned: bool, ack_on: datetime.date | None, ack_how: str
) -> None:
    matter = case.matter
    if barred := forums.barred_by(matter):
        raise Problem(
            "forum_closed",
            _("Another road was already taken on this matter: %(forum)s (%(rule)s).")
            % {"forum": barred[0].forum.label, "rule": barred[0].rule},
            _("A grievance on the same issue is closed. Ask your national office if you think the issues differ."),
        )
    if forums.elected(matter).filter(forum=Forum.GRIEVANCE).exists():
        return
    if not warned:
        raise Problem("gate", _("Other roads stand beside this grievance."), _("Read what filing does to them first."))
    if forums.needs_acknowledgement(matter) and ack_on is None:
        raise Problem(
            "not_acknowledged",
            _("The grievant has not yet said that they know which roads close."),
            _("Tell them, then enter the day and how they confirmed it."),
        )
    elect_forum(
        by=by,
        matter=matter,
        forum=Forum.GRIEVANCE,
        elected_on=on,
        by_act=_("filing grievance %s") % case,
        acknowledged_on=ack_on,
        acknowledged_how=ack_how,
    )


def close_roads(case: Grievance) -> None:
    """Filing chose the forum, so the clocks of the closed roads are no longer needed; each says why."""
    for road in forums.roads(case.matter):
        keys = forums.STATUTES.get(road.forum, ()) if road.bars else ()
        live = case.matter.deadlines.filter(statute__in=keys, origin=Deadline.Origin.STATUTE, state__in=dates.LIVE)
        why = _("The grievance was chosen (%s), so this road is closed.") % road.rule
        live.update(state=DeadlineState.DROPPED, reason=why)


@transaction.atomic
def never_chosen(*, by: User, election: ForumElection, reason: str) -> None:
    """The choice was recorded by mistake: nothing was filed there. It stays on record and closes nothing."""
    if election.undone_at is not None:
        raise Problem("undone", _("This choice is taken back already."))
    if not reason.strip():
        raise Problem("no_reason", _("Write why the record was wrong."), _("It stays in the history of the case."))
    election.undone_at, election.undone_by, election.undone_why = timezone.now(), by, reason[:300]
    election.save(update_fields=["undone_at", "undone_by", "undone_why"])
    record(by, "took back a choice of forum", election.matter, reason=reason, detail={"forum": election.forum})
    clocks.start_statutes(by=by, matter=election.matter)


def never_filed(*, by: User, case: Grievance, was_on: datetime.date, reason: str) -> None:
    """The filing never was, so the choice it made falls away; another grievance on the matter that was filed later
    made it then.
    """
    election = forums.elected(case.matter).filter(forum=Forum.GRIEVANCE).first()
    others = case.matter.grievances.exclude(pk=case.pk).exclude(filed_on=None).order_by("filed_on")
    other = others.first()
    if election is None or election.elected_on < was_on or others.filter(filed_on__lte=was_on).exists():
        return
    never_chosen(by=by, election=election, reason=reason)
    if other is not None:
        chosen_by(by=by, case=other, election=election)


def chosen_by(*, by: User, case: Grievance, election: ForumElection) -> None:
    """The grievance was chosen by this case's filing; what the grievant was told stays as it was."""
    assert case.filed_on is not None
    elect_forum(
        by=by,
        matter=case.matter,
        forum=Forum.GRIEVANCE,
        elected_on=case.filed_on,
        by_act=_("filing grievance %s") % case,
        acknowledged_on=election.acknowledged_on,
        acknowledged_how=election.acknowledged_how,
    )


@transaction.atomic
def was_a_talk(*, by: User, talk: GrievanceStep) -> None:
    """The record was a talk: the case was raised then, and filed with its first paper, if there is one."""
    case = talk.grievance
    if not talk.was_a_talk or case.filed_on is None:
        raise Problem("no_talk", _("'%s' is not on record as a paper.") % talk.step)
    rows = case.step_records.filter(undone_at=None).exclude(pk=talk.pk).order_by("on", "id")
    paper = next((row for row in rows if row.is_paper), None)
    election = forums.elected(case.matter).filter(forum=Forum.GRIEVANCE).first()
    talk.sent_on = None
    talk.save(update_fields=["sent_on"])
    was_on = case.filed_on
    case.raised_on, case.filed_on = talk.on, paper.on if paper else None
    case.save(update_fields=["raised_on", "filed_on"])
    never_filed(by=by, case=case, was_on=was_on, reason=_("The first step was a talk; nothing was filed in writing."))
    if paper is not None and election is not None and not forums.is_filed(case.matter):
        chosen_by(by=by, case=case, election=election)
    record(by, "said that a filing was a talk", case, detail={"step": talk.step.key})
    clocks.start_statutes(by=by, matter=case.matter)
    clocks.recompute(by=by, case=case, why=_("The first step is a talk."), adopt=True)
