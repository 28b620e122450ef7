"""Forms of what is done with an open case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from grievances import forums
from grievances.forms.fields import DateField, LinesField, LongText, PastDateField, or_today, pick
from grievances.models import (
    CountedBy,
    DecisionKind,
    Forum,
    Grievance,
    GrievanceStep,
    Outcome,
    ProcedureStep,
    Topic,
)
from grievances.promises import read_promise
from grievances.queries import alike, cases, procedures
from grievances.wording import REMEDIES
from unionops.platform.access.models import User
from unionops.platform.core.widgets import HourInput

MEANS = (
    ("", _("not noted")),
    ("by hand", _("by hand, with a signature")),
    ("by e-mail", _("by e-mail")),
    ("by certified mail", _("by certified mail")),
    ("by mail", _("by mail")),
    ("by fax", _("by fax")),
    ("in the employer's system", _("in the employer's system")),
)


class CaseForm(forms.Form):
    """A form about one case; `user` and `case` decide what may be chosen. `folded` fields wait behind a fold."""

    folded: tuple[str, ...] = ()

    def __init__(self, *args: Any, user: User, case: Grievance, **kwargs: Any) -> None:
        self.user, self.case = user, case
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """Subclasses fill choices here."""

    def asked(self, name: str) -> list[str]:
        """What was ticked under this name, in a form that was sent or in its first values."""
        given = self.data.getlist(name) if isinstance(self.data, QueryDict) else self.initial.get(name) or []
        return [str(value) for value in given]

    def choose(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class ActForm(CaseForm):
    """Date, way and proof of something done."""

    on = PastDateField(label=_("Done on"), initial=or_today)
    hour = forms.TimeField(
        label=_("At what hour"),
        required=False,
        widget=HourInput(),
        help_text=_("Only when the agreement sets an hour for the last day."),
    )
    counted_by = forms.ChoiceField(
        label=_("What counts as filed"),
        choices=CountedBy.choices,
        initial=CountedBy.SENT,
        required=False,
        help_text=_("Where the agreement is silent, ask how they always counted it, and keep the proof of that day."),
    )
    postmarked_on = PastDateField(label=_("Day of the postmark"), required=False)
    received_on = PastDateField(label=_("Day they received it"), required=False)
    means = forms.ChoiceField(label=_("How it was delivered"), choices=MEANS, required=False)
    received_by = forms.CharField(label=_("Received by"), max_length=120, required=False)
    document = pick(
        _("The paper that proves it"),
        required=False,
        help_text=_("Add the file to the documents of the case first."),
    )
    note = LongText(label=_("Note"), required=False, rows=3)
    folded = ("means", "received_by", "document", "note")

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))
        self.ask_what_counts(self.steps())

    def steps(self) -> list[ProcedureStep]:
        """The steps this form may record."""
        return []

    def ask_what_counts(self, steps: list[ProcedureStep]) -> None:
        """The agreement's own words when it has any, and only the day they need; nothing about what only they do."""
        ours = [step for step in steps if step.files]
        if steps and not any(step.rule.written.get("cutoff_time") for step in ours):
            self._drop("hour")
        if steps and not ours:
            self._drop("counted_by", "postmarked_on", "received_on")
            return
        said = {str(step.rule.written.get("filed_means") or "") for step in ours} - {""}
        if len(said) == 1 and all(step.rule.written.get("filed_means") for step in ours):
            means = said.pop()
            self.initial["counted_by"] = means
            self.fields["counted_by"].disabled = True
            self.fields["counted_by"].help_text = _("So says the rule of this step.")
            self._ask_day_of(means, required=len(steps) == 1)

    def _ask_day_of(self, means: str, *, required: bool) -> None:
        for word, name in (("postmark", "postmarked_on"), ("receipt", "received_on")):
            if word == means:
                self.fields[name].required = required
            else:
                self._drop(name)

    def _drop(self, *names: str) -> None:
        for name in names:
            del self.fields[name]


class FileForm(ActForm):
    """The gate stands in the form itself: without these ticks nothing is filed."""

    warned = forms.BooleanField(
        label=_("I have read which other roads close when this grievance is filed."),
        error_messages={"required": _("Read what stands above about other roads, then tick this box.")},
    )
    acknowledged_on = PastDateField(label=_("The grievant said so on"), required=False)
    acknowledged_how = forms.CharField(label=_("How they said so"), max_length=120, required=False)

    def steps(self) -> list[ProcedureStep]:
        step = procedures.filing_step(self.user, self.case)
        return [step] if step else []

    def prepare(self) -> None:
        super().prepare()
        if not forums.closes_a_road(self.case.matter):
            self.fields["warned"].label = _("I have read how the other roads go with this grievance.")
            self._drop("acknowledged_on", "acknowledged_how")
        elif forums.needs_acknowledgement(self.case.matter):
            self.fields["acknowledged_on"].required = True
            self.fields["acknowledged_on"].help_text = _("The grievant must know that the choice cannot be taken back.")
        self.roads = forums.roads(self.case.matter)


class ReceivedForm(CaseForm):
    """What management filed against the union; the day it came is the day our time to answer starts."""

    on = PastDateField(label=_("Received on"), initial=or_today)
    received_by = forms.CharField(label=_("Received by"), max_length=120, required=False)
    document = pick(_("Their paper"), required=False, help_text=_("Add the file to the documents of the case first."))
    note = LongText(label=_("Note"), required=False, rows=3)

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))


class TalkForm(CaseForm):
    """The talk a case begins with: nothing written, so nothing chosen."""

    on = PastDateField(label=_("On which day"), initial=or_today)
    received_by = forms.CharField(label=_("With whom"), max_length=120)
    note = LongText(label=_("What was said"), required=False, rows=3)


class UnfileForm(CaseForm):
    """The record of the filing is wrong, or the grievance was withdrawn: two things, and only one is taken back."""

    what = forms.ChoiceField(
        label=_("What is true?"),
        choices=[
            ("mistake", _("Nothing was filed that day: the record is wrong.")),
            ("withdrawn", _("It was filed, and was withdrawn later.")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why the record is wrong"),
        max_length=300,
        help_text=_("It stays in the history of the case, beside the record that was taken back."),
    )

    def clean_what(self) -> str:
        if self.cleaned_data["what"] == "withdrawn":
            raise forms.ValidationError(
                _("Then the choice of forum stands. Close the case as withdrawn: its record stays as it is.")
            )
        return str(self.cleaned_data["what"])


class UnchooseForm(CaseForm):
    election = pick(_("Which record"), empty_label=None)
    reason = forms.CharField(
        label=_("Why the record is wrong"),
        max_length=300,
        help_text=_("Only when nothing was filed there. What was really filed cannot be taken back."),
    )

    def prepare(self) -> None:
        self.choose("election", forums.elected(self.case.matter).exclude(forum=Forum.GRIEVANCE))


class DayForm(CaseForm):
    """The day of a hearing or a panel that a step counts from."""

    step = pick(_("For which step"), empty_label=None)
    on = DateField(label=_("The panel meets, or the hearing is held, on"))

    def prepare(self) -> None:
        self.choose("step", procedures.awaiting(self.user, self.case))


class RecordForm(ActForm):
    """An answer, a meeting, an appeal: the steps that can come next."""

    step = pick(_("What was done"), empty_label=None)
    answer = forms.ChoiceField(
        label=_("The answer"), choices=[("", _("no answer to note")), *GrievanceStep.Answer.choices], required=False
    )
    issued_on = PastDateField(
        label=_("Date on the letter"), required=False, help_text=_("Only when it differs from the day you got it.")
    )
    field_order = (
        "step", "on", "hour", "counted_by", "postmarked_on", "received_on", "issued_on", "answer", "means",
        "received_by", "document", "note",
    )  # fmt: skip

    def steps(self) -> list[ProcedureStep]:
        return list(procedures.next_steps(self.user, self.case).select_related("rule"))

    def prepare(self) -> None:
        super().prepare()
        self.choose("step", procedures.next_steps(self.user, self.case))
        self.fields["on"].label = _("On which day")


class ExtendForm(CaseForm):
    deadline = pick(_("Which date"), empty_label=None)
    new_due = DateField(label=_("New date"))
    agreed_on = PastDateField(label=_("Agreed on"), initial=or_today)
    agreed_with = forms.CharField(label=_("Agreed with"), max_length=120)
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)
    document = pick(_("The written agreement"), required=False)

    def prepare(self) -> None:
        self.choose("deadline", cases.extendable_deadlines(self.user, self.case))
        self.choose("document", cases.documents(self.user, self.case))


class PauseForm(CaseForm):
    start = DateField(label=_("First day that does not count"), initial=or_today)
    end = DateField(
        label=_("Last day that does not count"), required=False, help_text=_("Leave empty while nobody knows the end.")
    )
    agreed_with = forms.CharField(label=_("Agreed with"), max_length=120)
    reason = forms.CharField(label=_("Reason"), max_length=300)
    document = pick(_("The written agreement"), required=False)

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("end") and data.get("start") and data["end"] < data["start"]:
            self.add_error("end", _("The last day lies before the first."))
        return data


class ResumeForm(CaseForm):
    last_day = DateField(label=_("Last day of the abeyance"), initial=or_today)


class DecideForm(CaseForm):
    kind = forms.ChoiceField(label=_("Decision"), choices=DecisionKind.choices)
    decided_by = forms.CharField(label=_("Who decided"), max_length=160)
    decided_on = PastDateField(label=_("On"), initial=or_today)
    reason = LongText(label=_("Reason on the merits"), help_text=_("What in the facts and the agreement decided it."))
    evidence = LongText(label=_("What was looked at"), required=False)
    told_on = PastDateField(label=_("Grievant told on"), required=False)
    told_how = forms.CharField(label=_("How, and the proof of it"), max_length=200, required=False)
    appeal_right = forms.CharField(label=_("Appeal inside the union"), max_length=200, required=False)
    comparison = LongText(label=_("Why this case differs from those that went further"), required=False, rows=3)

    def prepare(self) -> None:
        others = alike.advanced(self.user, self.case)
        if others:
            told = "; ".join(f"{other.number}: {other.matter.title} ({other.step or ''})" for other in others)
            self.fields["comparison"].help_text = _("Similar cases that were taken further: %s.") % told
        else:
            del self.fields["comparison"]


class SettleForm(CaseForm):
    settled_on = PastDateField(label=_("Settled on"), initial=or_today)
    terms = LongText(label=_("Terms"))
    promises = LinesField(
        label=_("What is owed, one per line"),
        required=False,
        help_text=_(
            "With its day, as in 'Pay the difference by January 15, 2027' or 'Clear the file within 30 days'. "
            "Each line gets its own clock. Who owes it can stand behind a semicolon."
        ),
    )
    precedent = forms.BooleanField(label=_("It may be cited as precedent"), required=False)
    document = pick(_("The signed settlement"), required=False)

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        made = []
        for line in data.get("promises") or ():
            try:
                made.append(read_promise(line, data.get("settled_on")))
            except ValueError:
                self.add_error("promises", _("There is no such day: %s") % line)
        return data | {"promises": made}


class PromiseDateForm(CaseForm):
    """A day for a promise that was written down without one, or another day for one that has it."""

    term = pick(_("Which promise"))
    due = DateField(label=_("Owed on"))

    def prepare(self) -> None:
        self.choose("term", self.case.matter.settlement_terms.filter(verified_on=None, dropped_on=None))


class CloseForm(CaseForm):
    outcome = forms.ChoiceField(label=_("How it ended"), choices=Outcome.choices)
    closed_on = PastDateField(label=_("On"), initial=or_today)
    reason = LongText(label=_("Reason"))


class ReopenForm(CaseForm):
    reason = forms.CharField(label=_("Why the case is opened again"), max_length=300)


class DatesForm(CaseForm):
    """What happened when. `version` carries what the writer saw."""

    title = forms.CharField(label=_("Short title"), max_length=160)
    topic = forms.ChoiceField(label=_("What it is about"), choices=Topic.choices)
    incident_on = PastDateField(label=_("It happened on"), required=False)
    is_continuing = forms.BooleanField(label=_("It is still going on"), required=False)
    knowledge_on = PastDateField(label=_("The person learned of it on"), required=False)
    union_knowledge_on = PastDateField(label=_("The union learned of it on"), required=False)
    knowledge_how = forms.CharField(label=_("How they learned of it"), max_length=200, required=False)
    received_on = PastDateField(label=_("Letter received on"), required=False)
    effective_on = DateField(label=_("Takes effect on"), required=False)
    shift = forms.CharField(label=_("Shift"), max_length=40, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        known, incident = data.get("knowledge_on"), data.get("incident_on")
        if known and incident and known < incident:
            self.add_error("knowledge_on", _("This is before the day it happened."))
        return data


class WordsForm(CaseForm):
    statement = LongText(
        label=_("Statement of facts, as it goes on the form"),
        rows=10,
        required=False,
        help_text=_("Facts only: who did what, when, where. No argument."),
    )
    remedies = forms.MultipleChoiceField(
        label=_("Remedy"), choices=REMEDIES, widget=forms.CheckboxSelectMultiple, required=False
    )
    remedy_text = LongText(label=_("Remedy in our words"), required=False, rows=3)
    version = forms.IntegerField(widget=forms.HiddenInput)
