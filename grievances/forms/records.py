"""Forms of what is written down in a case: facts, arguments, notes, people, papers, time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grievances import forums
from grievances.checklists import ANSWERS, Checklist
from grievances.forms.deeds import MEANS, CaseForm
from grievances.forms.fields import DateField, LongText, PastDateField, or_today, pick, pick_many
from grievances.models import DocumentKind, EvidenceState, Interview, PartyRole, TimeCategory, TimeEntry, W
from grievances.queries import cases, people, procedures, proposals
from unionops.platform.ai.models import AIOutput


class FactForm(CaseForm):
    w = forms.ChoiceField(label=_("It answers"), choices=W.choices, initial=W.WHAT)
    text = LongText(label=_("Fact"), rows=3)
    happened_on = PastDateField(label=_("Date"), required=False)
    source = forms.CharField(label=_("Who or what says so"), max_length=200, required=False)
    keep_anyway = forms.BooleanField(label=_("Keep it, although it reads like argument"), required=False)


class ArgumentForm(CaseForm):
    text = LongText(label=_("Argument"), help_text=_("Why the facts break the agreement. Never printed on the form."))


class ChecklistForm(CaseForm):
    """One answer and one line of evidence for each question."""

    def __init__(self, *args: Any, checklist: Checklist, **kwargs: Any) -> None:
        self.checklist = checklist
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        for line, question in self.checklist.lines:
            self.fields[line] = forms.ChoiceField(label=str(question), choices=ANSWERS, required=False)
            self.fields[f"{line}-text"] = LongText(label=_("What shows it"), required=False, rows=2)

    def answers(self) -> dict[str, tuple[str, str]]:
        data = self.cleaned_data
        return {line: (data[line], data[f"{line}-text"].strip()) for line, _question in self.checklist.lines}


class NoteForm(CaseForm):
    text = LongText(
        label=_("Note"), help_text=_("Write facts, not opinions: some forums can make the union show its notes.")
    )
    sealed = forms.BooleanField(label=_("Sealed: only I and the people named may read it"), required=False)
    readers = pick_many(_("Who else may read it"), required=False)

    def prepare(self) -> None:
        self.choose("readers", people.readers(self.user, self.case))


class InterviewForm(CaseForm):
    kind = forms.ChoiceField(label=_("What it was"), choices=Interview.Kind.choices)
    on = PastDateField(label=_("On"), initial=or_today)
    with_whom = forms.CharField(label=_("With whom"), max_length=200)
    attended = forms.CharField(label=_("Who else was there"), max_length=200, required=False)
    request = forms.ChoiceField(
        label=_("A representative was"), choices=[("", _("does not apply")), *Interview.Request.choices], required=False
    )
    topic_told = forms.CharField(label=_("What they said beforehand it was about"), max_length=200, required=False)
    text = LongText(label=_("What was said"), rows=8, help_text=_("Write facts, not opinions."))
    minutes = forms.IntegerField(label=_("Minutes of official time"), min_value=1, max_value=1440, required=False)
    sealed = forms.BooleanField(label=_("Sealed: only I and the people named may read it"), required=False)
    readers = pick_many(_("Who else may read it"), required=False)

    def prepare(self) -> None:
        self.choose("readers", people.readers(self.user, self.case))


class TaskForm(CaseForm):
    text = forms.CharField(label=_("What is to be done"), max_length=300)
    due = DateField(label=_("By"), required=False)
    owner = pick(_("Who"), required=False, empty_label=_("the steward of the case"))

    def prepare(self) -> None:
        self.choose("owner", people.owners(self.user, self.case))


class CiteForm(CaseForm):
    q = forms.CharField(label=_("Search the agreement"), max_length=200, required=False)
    clauses = forms.MultipleChoiceField(label=_("Clauses found"), required=False, widget=forms.CheckboxSelectMultiple)
    label = forms.CharField(label=_("Or a law, rule or past practice"), max_length=200, required=False)
    why = LongText(label=_("How it was violated"), required=False, rows=3)

    def prepare(self) -> None:
        words = str(self.data.get("q") or self.initial.get("q") or "")
        field = self.fields["clauses"]
        assert isinstance(field, forms.MultipleChoiceField)
        on = self.case.matter.incident_on
        field.choices = procedures.clause_choices(self.user, words, self.asked("clauses"), on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("clauses") and not data.get("label"):
            raise forms.ValidationError(_("Search for a clause and tick it, or name the law or practice."))
        return data


class PartyForm(CaseForm):
    role = forms.ChoiceField(label=_("Role"), choices=PartyRole.choices)
    q = forms.CharField(label=_("Search the roster"), max_length=120, required=False)
    person = pick(_("People found"), required=False, empty_label=_("nobody of these"))
    name = forms.CharField(label=_("Or a name that is not on the roster"), max_length=160, required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def prepare(self) -> None:
        words = str(self.data.get("q") or self.initial.get("q") or "")
        self.choose("person", people.roster(self.user, words))


class EvidenceForm(CaseForm):
    what = forms.CharField(label=_("What"), max_length=300)
    state = forms.ChoiceField(label=_("State"), choices=EvidenceState.choices, initial=EvidenceState.WANTED)


class DocumentForm(CaseForm):
    file = forms.FileField(label=_("File"), help_text=_("PDF, Word, picture, text or spreadsheet, up to 25 MB."))
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=DocumentKind.choices, initial=DocumentKind.EVIDENCE)
    dated = PastDateField(label=_("Dated"), required=False)
    sealed = forms.BooleanField(
        label=_("Sealed: only I and the people named may open it"),
        required=False,
        help_text=_("For medical, EEO, harassment and family matters."),
    )
    readers = pick_many(_("Who else may open it"), required=False)

    def prepare(self) -> None:
        self.choose("readers", people.readers(self.user, self.case))


class DocumentOutForm(CaseForm):
    document = pick(_("Which document"))
    reason = forms.CharField(label=_("Why it does not belong here"), max_length=300)

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))


class HandDateForm(CaseForm):
    title = forms.CharField(label=_("What is due"), max_length=200)
    due = DateField(label=_("Date"))
    reason = forms.CharField(label=_("Where the date comes from"), max_length=300)


class ForumForm(CaseForm):
    forum = forms.ChoiceField(label=_("Which road was taken"))
    elected_on = PastDateField(label=_("On"), initial=or_today)
    by_act = forms.CharField(
        label=_("By which act"), max_length=200, help_text=_("For example: charge filed, case number.")
    )
    acknowledged_on = PastDateField(label=_("Grievant acknowledged on"), required=False)
    acknowledged_how = forms.CharField(label=_("How"), max_length=120, required=False)

    def prepare(self) -> None:
        field = self.fields["forum"]
        assert isinstance(field, forms.ChoiceField)
        others = forums.other_forums(self.case.matter)
        field.choices = [("", "---------"), *((forum.value, forum.label) for forum in others)]


class TimeForm(forms.Form):
    on = PastDateField(label=_("Day"), initial=or_today)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=1440)
    category = forms.ChoiceField(label=_("Category"), choices=TimeCategory.choices, initial=TimeCategory.DISPUTE)
    paid_as = forms.ChoiceField(
        label=_("Paid as"),
        choices=TimeEntry.PaidAs.choices,
        help_text=_("Internal union business is never official time (5 USC 7131(b))."),
    )
    note = forms.CharField(label=_("Note"), max_length=200, required=False)


class CaseTimeForm(TimeForm, CaseForm):
    """The same, from a case."""


class ItemForm(CaseForm):
    """One thing asked for; the three statements are not optional (50 FLRA 661)."""

    description = LongText(label=_("What we ask for"), rows=3)
    period = forms.CharField(label=_("For which time"), max_length=120, required=False)
    format = forms.CharField(label=_("In which form"), max_length=120, required=False)
    why_needed = LongText(label=_("Why we need it"), rows=3)
    use = LongText(label=_("What we will use it for"), rows=3)
    connection = LongText(label=_("How that is part of representing people"), rows=3)
    sanitize_ok = forms.BooleanField(label=_("Names may be blacked out"), required=False, initial=True)
    draft = forms.CharField(required=False, widget=forms.HiddenInput)

    def prepare(self) -> None:
        drafted = proposals.item(self.case, self.initial.get("draft"))
        if drafted is not None:
            self.initial.update({name: text for name, text in drafted.data.items() if name in self.fields})

    def clean_draft(self) -> AIOutput | None:
        return proposals.item(self.case, self.cleaned_data["draft"])


class RequestForm(ItemForm):
    """An information request with its first item."""

    addressed_to = forms.CharField(label=_("To"), max_length=160)
    field_order = ("addressed_to",)


class SendRequestForm(CaseForm):
    sent_on = PastDateField(label=_("Sent on"), initial=or_today)
    means = forms.ChoiceField(label=_("How"), choices=MEANS, required=False)
    days = forms.IntegerField(
        label=_("Working days to answer"),
        initial=10,
        min_value=1,
        max_value=120,
        help_text=_("What the agreement gives; ten working days where it says nothing."),
    )


class AnswerItemForm(CaseForm):
    state = forms.ChoiceField(
        label=_("Answer"),
        choices=[("furnished", _("furnished")), ("partial", _("furnished in part")), ("denied", _("denied"))],
    )
    answered_on = PastDateField(label=_("On"), initial=or_today)
    answer_note = LongText(label=_("Reason given"), required=False, rows=3)
