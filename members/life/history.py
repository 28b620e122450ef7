"""What the roster itself puts on a person's line of time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from members import queries
from members.life import notes, reasons, structure
from members.life.timeline import TimelineEntry
from members.models import Person
from members.reports import TASKS
from members.services.correcting import facts_of
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.access.present import present

PRIVATE = {"email", "work_email", "phone", "home_phone", "work_phone", "street", "contact", "e-mail address",
           "phone number", "postal address", "notes", "dues_amount", "dues_method"}  # fmt: skip


def changes(user: User, person: Person) -> Iterable[TimelineEntry]:
    """Each change with who said so; contact and dues only as far as the viewer may read them."""
    sees = may(user, "field:contact")
    for change in queries.changes(user, person)[:100]:
        said = [
            f"{name.replace('_', ' ')}: {_shown(old)} → {_shown(new)}"
            for name, (old, new) in change.diff.items()
            if (sees or name not in PRIVATE) and not name.endswith("_id") and name != "name_key"
        ]
        said_by = "" if change.source in {"by hand", _("by hand")} else change.source
        title = ", ".join(filter(None, (change.get_kind_display().capitalize(), said_by)))
        yield TimelineEntry(change.at, "history", title, detail="; ".join(said))


def _shown(value: object) -> str:
    return str(value) if value not in (None, "") else "–"


def spells(user: User, person: Person) -> Iterable[TimelineEntry]:
    for spell in queries.placements(user, person):
        if spell.since:
            yield TimelineEntry(spell.since, "map-pin", _("In the unit: %s") % spell)
        if spell.until:
            yield TimelineEntry(spell.until, "map-pin", _("Left: %s") % spell, detail=reasons.said(spell.reason))


def memberships(user: User, person: Person) -> Iterable[TimelineEntry]:
    """When memberships began and ended; how they are paid and why they ended only for those who may read dues."""
    sees = present(user, person, "dues") is not None
    for spell in person.memberships.all():
        if spell.since:
            how = str(spell.get_method_display()) if sees and spell.method else ""
            yield TimelineEntry(spell.since, "users", _("Membership began"), detail=how)
        if spell.until:
            yield TimelineEntry(
                spell.until, "users", _("Membership ended"), detail=reasons.said(spell.reason) if sees else ""
            )


def words(user: User, person: Person) -> Iterable[TimelineEntry]:
    """What they said about being written to and called, for those who may read how to reach them."""
    if present(user, person, "contact") is None:
        return
    for said in queries.consents(user, person):
        yield TimelineEntry(said.at, "message", str(said), detail=said.source)


def deeds(user: User, person: Person) -> Iterable[TimelineEntry]:
    """Tags, tasks from a reconciliation, and walk lists, each for those who work with them."""
    for tagging in person.taggings.select_related("tag", "by"):
        by = {"tag": tagging.tag, "by": tagging.by or ""}
        yield TimelineEntry(tagging.at, "tag", _("Tagged %(tag)s by %(by)s") % by)
    for task in queries.tasks_about(user, person):
        title = str(TASKS.get(task.what, (task.what, ""))[0])
        yield TimelineEntry(task.created_at, "list", _("Task: %s") % title, reverse("members:follow-ups"), task.note)
        if task.done_on:
            yield TimelineEntry(task.done_on, "check", _("Settled: %s") % title, detail=task.outcome)
    if may(user, "members.turf_cut"):
        for place in person.turf_places.select_related("turf__canvass", "visited_by").exclude(visited_at=None):
            said = {"who": place.visited_by, "list": place.turf.canvass}
            title = _("Visited by %(who)s: %(list)s") % said
            yield TimelineEntry(place.visited_at or timezone.now(), "users", title, place.turf.get_absolute_url(),
                                str(place.get_result_display()))  # fmt: skip


def terms(user: User, person: Person) -> Iterable[TimelineEntry]:
    """When offices, stewardships and committees began and ended."""
    today = timezone.localdate()
    for term in structure.terms_of(user, person):
        if term.since and term.since <= today:
            yield TimelineEntry(term.since, "users", _("Began: %s") % term.what, term.url)
        if term.until and term.until <= today:
            yield TimelineEntry(term.until, "users", _("Ended: %s") % term.what, term.url)


def conversations(user: User, person: Person) -> Iterable[TimelineEntry]:
    """One-on-ones, for those who organize with this person."""
    for talk in notes.conversations(user, person):
        title = _("Conversation with %s") % talk.by
        yield TimelineEntry(
            talk.on, "message", title, detail=_heard(facts_of(talk)), correct_url=_to_correct(user, "talk", talk)
        )
    for found in notes.assessments(user, person):
        title = joined((found.question, str(found.score)), ": ")
        yield TimelineEntry(found.on, "star", title, correct_url=_to_correct(user, "assessment", found))
    earlier = list(notes.earlier(user, person))
    withdrawn = notes.withdrawn(earlier)
    for before in earlier:
        title = _("Taken back by %s") if before.is_removed else _("Corrected by %s")
        said = _heard(before.facts) if before.kind == before.Kind.TALK else _stood(before.facts)
        detail = _("it said on %(day)s: %(what)s") % {"day": before.facts["on"], "what": said or "–"}
        why = f" ({before.why})" if before.why else ""
        yield TimelineEntry(
            before.at, "history", title % before.by, detail=detail + why, is_withdrawn=before.note in withdrawn
        )


def _heard(facts: dict[str, Any]) -> str:
    return joined((facts[name] for name in ("heard", "ask", "answer")), "; ")


def _stood(facts: dict[str, Any]) -> str:
    return joined((facts["question"], str(facts["score"])), ": ")


def joined(parts: Iterable[str], by: str) -> str:
    """'Talked in the break. Would you come? yes': after what ends a sentence nothing more than a space."""
    found = ""
    for part in filter(None, parts):
        found += f"{' ' if found[-1:] in set('.?!…') else by}{part}" if found else part
    return found


def _to_correct(user: User, kind: str, note: notes.Note) -> str:
    return reverse("members:note", args=[kind, note.public_id]) if notes.may_correct(user, note) else ""
