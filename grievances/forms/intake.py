"""The intake, one question per page; what is answered so far lives in the draft."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grievances.forms.fields import DateField, LinesField, LongText, PastDateField
from grievances.models import Scope, Topic
from grievances.queries import people, procedures
from grievances.services.cases import Intake
from grievances.wording import REMEDIES
from members.models import Person
from unionops.platform.access.models import User


class IntakePage(forms.Form):
    """`title` is the question; `stored` turns clean answers into what a draft can hold."""

    title: str | Promise = ""

    def __init__(self, *args: Any, user: User, answers: Mapping[str, Any], **kwargs: Any) -> None:
        self.user, self.answers = user, answers
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Subclasses fill choices here."""

    def typed(self, name: str) -> Any:
        """What stands in the field now: sent, or kept in the draft."""
        if self.is_bound:
            field = self.fields[name]
            return field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
        return self.initial.get(name)

    def set_choices(self, name: str, pairs: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = pairs

    def stored(self) -> dict[str, Any]:
        return {name: _plain(value) for name, value in self.cleaned_data.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "\n".join(value)
    return value


class WhoPage(IntakePage):
    title = _("Who is affected?")

    scope = forms.ChoiceField(label=_("It concerns"), choices=Scope.choices, initial=Scope.INDIVIDUAL)
    q = forms.CharField(label=_("Find people on the roster"), max_length=120, required=False)
    people = forms.MultipleChoiceField(label=_("People"), required=False, widget=forms.CheckboxSelectMultiple)
    group = LongText(
        label=_("Who else, in words"),
        required=False,
        rows=2,
        help_text=_("For a group: all night-shift mechanics at the depot, for example."),
    )
    managers = LinesField(label=_("Managers named, one per line"), required=False, rows=2)

    def prepare(self) -> None:
        found = list(people.roster(self.user, str(self.typed("q") or "")))
        chosen = people.named(self.user, self.typed("people") or [])
        rows = {person.pk: person for person in [*chosen, *found]}.values()
        lines = {person: _person_line(person) for person in rows}
        often = Counter(lines.values())
        self.set_choices("people", [
            (str(person.public_id), _told_apart(person, line) if often[line] > 1 else line)
            for person, line in lines.items()
        ])  # fmt: skip


def _person_line(person: Person) -> str:
    place = ", ".join(str(part) for part in (person.worksite, person.shift) if part)
    return f"{person.sort_name} ({place})" if place else person.sort_name


def _told_apart(person: Person, line: str) -> str:
    """Two of one name in one place: the job, the unit and the number say which is which."""
    more = (person.job_title, person.unit, person.employee_number or person.member_number)
    return " · ".join([line, *(str(part) for part in more if part)])


class WhatPage(IntakePage):
    title = _("What happened?")

    title_text = forms.CharField(label=_("A short title"), max_length=160, help_text=_("No names: it stands in lists."))
    topic = forms.ChoiceField(label=_("What it is about"), choices=Topic.choices)
    what = LongText(
        label=_("What happened?"), required=False, help_text=_("Who did what, in which order. No argument.")
    )


class WhenPage(IntakePage):
    title = _("When?")

    incident_on = PastDateField(label=_("It happened on"), required=False)
    is_continuing = forms.BooleanField(label=_("It is still going on"), required=False)
    knowledge_on = PastDateField(label=_("The person learned of it on"), required=False)
    knowledge_how = forms.CharField(label=_("How they learned of it"), max_length=200, required=False)
    union_knowledge_on = PastDateField(label=_("The union learned of it on"), required=False)
    received_on = PastDateField(label=_("A letter was received on"), required=False)
    effective_on = DateField(label=_("It takes effect on"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        known, incident = data.get("knowledge_on"), data.get("incident_on")
        if known and incident and known < incident:
            self.add_error("knowledge_on", _("This is before the day it happened."))
        return data


class WherePage(IntakePage):
    title = _("Where?")

    where = LongText(label=_("Where did it happen?"), required=False, rows=2)
    shift = forms.CharField(label=_("Shift"), max_length=40, required=False)


class WhyPage(IntakePage):
    title = _("Why, and who saw it?")

    why = LongText(label=_("What reason did management give?"), required=False, rows=3)
    harm = LongText(label=_("What did it cost the person?"), required=False, rows=2)
    witnesses = LinesField(label=_("Witnesses, one per line"), required=False)
    have = LinesField(label=_("Papers and other proof we have, one per line"), required=False, rows=2)
    wanted = LinesField(label=_("Proof still to get, one per line"), required=False, rows=2)
    conflicts = forms.MultipleChoiceField(
        label=_("Who in the union must not see this case"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        others = people.case_workers(self.user).exclude(pk=self.user.pk)
        self.set_choices("conflicts", [(str(user.public_id), str(user)) for user in others])


class ClausePage(IntakePage):
    title = _("Which words of the agreement?")

    q = forms.CharField(label=_("Search the agreement"), max_length=200, required=False)
    clauses = forms.MultipleChoiceField(label=_("Clauses"), required=False, widget=forms.CheckboxSelectMultiple)
    other = LinesField(label=_("Laws, rules or past practice, one per line"), required=False, rows=2)

    def prepare(self) -> None:
        on = _day((self.answers.get("when") or {}).get("incident_on"))
        words, chosen = str(self.typed("q") or ""), self.typed("clauses") or []
        self.set_choices("clauses", procedures.clause_choices(self.user, words, chosen, on))


def _day(text: Any) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


class WantPage(IntakePage):
    title = _("What would put it right?")

    remedies = forms.MultipleChoiceField(
        label=_("Remedy"), choices=REMEDIES, required=False, widget=forms.CheckboxSelectMultiple
    )
    remedy_text = LongText(label=_("In the person's own words"), required=False, rows=3)


PAGES: Mapping[str, type[IntakePage]] = {
    "what": WhatPage,
    "when": WhenPage,
    "who": WhoPage,
    "where": WherePage,
    "why": WhyPage,
    "clause": ClausePage,
    "want": WantPage,
}
FACTS = {
    "group": ("who", "who"),
    "what": ("what", "what"),
    "where": ("where", "where"),
    "why": ("why", "why"),
    "harm": ("why", "harm"),
}


def neighbours(page: str) -> tuple[str, str]:
    """The page before and the page after; empty at the ends."""
    names = list(PAGES)
    at = names.index(page)
    return (names[at - 1] if at else "", names[at + 1] if at + 1 < len(names) else "")


def intake_of(user: User, answers: Mapping[str, Mapping[str, Any]]) -> Intake:
    """The answers so far as an intake; a page without answers gives none."""

    def said(page: str, name: str, default: Any = "") -> Any:
        value = (answers.get(page) or {}).get(name)
        return default if value in (None, "") else value

    return Intake(
        title=said("what", "title_text", str(_("Intake without a title"))),
        topic=said("what", "topic", Topic.CONTRACT),
        scope=said("who", "scope", Scope.INDIVIDUAL),
        shift=said("where", "shift"),
        incident_on=_day(said("when", "incident_on")),
        is_continuing=bool(said("when", "is_continuing", False)),
        knowledge_on=_day(said("when", "knowledge_on")),
        union_knowledge_on=_day(said("when", "union_knowledge_on")),
        have=_lines(said("why", "have")),
        wanted=_lines(said("why", "wanted")),
        conflicts=tuple(people.accounts(user).filter(public_id__in=said("why", "conflicts", []))),
        knowledge_how=said("when", "knowledge_how"),
        received_on=_day(said("when", "received_on")),
        effective_on=_day(said("when", "effective_on")),
        grievants=tuple(people.named(user, said("who", "people", []))),
        managers=_lines(said("who", "managers")),
        witnesses=_lines(said("why", "witnesses")),
        facts={w: said(page, name) for name, (page, w) in FACTS.items()},
        clauses=tuple(procedures.clauses_named(user, said("clause", "clauses", []))),
        other_sources=_lines(said("clause", "other")),
        remedies=tuple(said("want", "remedies", [])),
        remedy_text=said("want", "remedy_text"),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
