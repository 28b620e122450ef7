"""Forms of committees and walk lists."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.models import Person, Visit
from unionops.platform.core.widgets import DayInput

DAY = DayInput()


class CommitteeForm(forms.Form):
    name = forms.CharField(label=_("Name of the committee"), max_length=120)
    purpose = forms.CharField(label=_("What is it for?"), max_length=300, required=False)


class TermForm(forms.Form):
    part = forms.CharField(
        label=_("Part"), max_length=60, initial="member", help_text=_("Such as: member, chair, secretary.")
    )
    since = forms.DateField(label=_("First day"), widget=DAY, initial=timezone.localdate)
    until = forms.DateField(
        label=_("Last day"), widget=DAY, required=False, help_text=_("Empty while no end is set. The day counts.")
    )


class CommitteeTermForm(TermForm):
    """`who` is looked up; when several fit, `person` asks which of them."""

    who = forms.CharField(label=_("Name or number"), max_length=80)
    person = forms.ChoiceField(label=_("Which of them?"), required=False)
    field_order = ("who", "person", "part", "since", "until")

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.public_id): person for person in people}
        if len(people) < 2:
            del self.fields["person"]
        elif isinstance(field := self.fields["person"], forms.ChoiceField):
            field.choices = [("", _("choose")), *((key, _known_by(person)) for key, person in self.people.items())]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        chosen = said.get("person") or (next(iter(self.people)) if len(self.people) == 1 else "")
        if chosen:
            said["person"] = self.people[chosen]
        elif self.people:
            self.add_error("person", _("Several people fit. Say which of them."))
        elif "who" in said:
            self.add_error("who", _("Nobody of this name or number is on the roster."))
        return said


def _known_by(person: Person) -> str:
    """What tells two people of one name apart."""
    said = (person.sort_name, person.employee_number or person.member_number, person.worksite, person.job_title)
    return ", ".join(str(part) for part in said if part)


class OwnCommitteeTermForm(TermForm):
    committee = forms.ChoiceField(label=_("Committee"))
    field_order = ("committee", "part", "since", "until")

    def __init__(self, *args: Any, committees: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(row.public_id): row for row in committees}
        if isinstance(field := self.fields["committee"], forms.ChoiceField):
            field.choices = [(key, row.name) for key, row in self.known.items()]

    def clean_committee(self) -> Any:
        return self.known[self.cleaned_data["committee"]]


class LastDayForm(forms.Form):
    on = forms.DateField(label=_("Last day"), widget=DAY, initial=timezone.localdate)


HOW = [
    ("site", _("one list for each worksite")), ("component", _("for each component")),
    ("department", _("for each department")), ("shift", _("for each shift")),
    ("site_shift", _("for each worksite and shift")), ("steward", _("for each steward, whom they stand for")),
    ("even", _("even parts, whatever the place")),
]  # fmt: skip


class CutForm(forms.Form):
    """A saved list, or one in words, and how it is cut."""

    segment = forms.ChoiceField(label=_("Which list?"), required=False)
    text = forms.CharField(
        label=_("Or in words"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: standing is nonmember and in unit is yes. Empty means everybody."),
    )  # fmt: skip
    name = forms.CharField(label=_("Name of the walk"), max_length=120)
    question = forms.CharField(
        label=_("Question of the assessment"), max_length=120,
        help_text=_("Everybody is asked the same, and stands from 1 to 5 on it."),
    )  # fmt: skip
    ask = forms.CharField(label=_("What to ask of people"), max_length=300, required=False)
    how = forms.ChoiceField(label=_("Cut into"), choices=HOW, initial="site_shift")
    most = forms.IntegerField(
        label=_("People on one list, at most"), min_value=1, max_value=2000, required=False,
        help_text=_("Longer lists are divided into even parts."),
    )  # fmt: skip

    def __init__(self, *args: Any, segments: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if isinstance(field := self.fields["segment"], forms.ChoiceField):
            field.choices = [("", _("in words, below")), *((row.name, row.name) for row in segments)]


class VisitForm(forms.Form):
    """One visit on a walk list, made for a thumb."""

    result = forms.ChoiceField(label=_("What came of it?"), choices=Visit, widget=forms.RadioSelect)
    heard = forms.CharField(label=_("What matters to them"), widget=forms.Textarea(attrs={"rows": 2}), required=False)
    ask = forms.CharField(label=_("What was asked"), max_length=200, required=False)
    answer = forms.CharField(label=_("Their answer"), max_length=200, required=False)
    score = forms.TypedChoiceField(
        label=_("Where they stand"), required=False, coerce=int, empty_value=None, widget=forms.RadioSelect,
        choices=[("1", _("1 leads")), ("2", _("2 is with us")), ("3", _("3 is not sure")), ("4", _("4 leans against")),
                 ("5", _("5 is against"))],
    )  # fmt: skip
    follow_up_on = forms.DateField(label=_("Come back on"), widget=DAY, required=False)
    place = forms.CharField(label=_("Where"), max_length=80, required=False)
    off_duty = forms.BooleanField(label=_("Off duty, outside work areas"), required=False, initial=True)
