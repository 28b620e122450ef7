"""Forms of a procedure: its frame, its steps, and the rule of a step in plain fields."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contracts.annotating.sentences import sentence_at
from contracts.proposals import DeadlineProposal
from grievances import wording
from grievances.deadlines.anchors import Event
from grievances.deadlines.limits import check_limit
from grievances.deadlines.pauses import CHRISTMAS_TO_NEW_YEAR
from grievances.deadlines.procedure import SENT_BACK
from grievances.deadlines.reading import BadRuleError
from grievances.deadlines.rule import Kind
from grievances.forms.days import HOLIDAYS, first_days, holidays_of, own_day
from grievances.forms.fields import DateField, LinesField, LongText, or_today, pick
from grievances.models import ACTORS, Deed, Procedure, Scope
from grievances.queries import procedures
from unionops.platform.access.models import User
from unionops.platform.core.widgets import HourInput

UNITS = (
    ("calendar_days", _("calendar days")),
    ("working_days", _("working days")),
    ("weeks", _("weeks")),
    ("months", _("months")),
    ("years", _("years")),
)
ROLLS = (
    ("none", _("stays")),
    ("next_business_day", _("moves to the next business day")),
    ("previous_business_day", _("moves to the business day before")),
)
SIMULATED = (
    ("individual", _("one person")),
    ("discipline", _("discipline")),
    ("group", _("a group")),
    ("union", _("the union itself")),
    ("management", _("filed by management")),
)
KINDS = (("discipline", _("discipline")), *Scope.choices)
BRANCHES = (*KINDS, (SENT_BACK, _("only when the answer before it sends the case back")))


DATES = (
    ("latest", _("the last day")),
    ("earliest", _("the first day, with no last one")),
    ("keep_until", _("the day until which something is kept")),
)


class ProcedureForm(forms.Form):
    """`version` or `unit` say for whom it is; with neither it is for everybody."""

    version = pick(_("From this agreement"), required=False)
    name = forms.CharField(
        label=_("Name"), max_length=160, required=False, help_text=_("Left empty, it is called after the agreement.")
    )
    unit = pick(_("For this bargaining unit"), required=False, help_text=_("Only while its agreement is not loaded."))
    since = DateField(label=_("For what happened since"), required=False)
    until = DateField(label=_("Until"), required=False)
    read_it = forms.BooleanField(
        label=_("Look for time limits in the agreement and propose steps"), required=False, initial=True
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("version", procedures.versions(user)), ("unit", procedures.units(user))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
        only = list(procedures.versions(user)[:2])
        if len(only) == 1:
            self.initial.setdefault("version", only[0])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("name"):
            of = data.get("version") or data.get("unit")
            data["name"] = (_("Grievance procedure, %s") % of if of else _("Grievance procedure"))[:160]
        return data


class RuleFields(forms.Form):
    """One rule, with every part of it that a clause can say."""

    n = forms.IntegerField(label=_("How many"), min_value=0, max_value=36600)
    unit = forms.ChoiceField(label=_("Of what"), choices=UNITS)
    direction = forms.ChoiceField(label=_("Counted"), choices=[("after", _("after")), ("before", _("before"))])
    anchor_kind = forms.ChoiceField(label=_("From"), choices=list(wording.ANCHORS.items()))
    count_first_day = forms.BooleanField(label=_("That day itself is day 1"), required=False)
    weekend = forms.TypedMultipleChoiceField(
        label=_("Days that are never working days"),
        choices=list(enumerate(wording.WEEKDAYS)),
        coerce=int,
        required=False,
        initial=[5, 6],
        widget=forms.CheckboxSelectMultiple,
    )
    holidays = forms.ChoiceField(label=_("Holidays"), choices=HOLIDAYS)
    own_days = LinesField(
        label=_("The employer's own days"),
        required=False,
        help_text=_(
            "One per line: a date with its name (2026-12-24 Founders' Day), or for every year a month and day (12-24) "
            "or the name of a holiday (Thanksgiving Day). None is moved from a weekend: write the other day too."
        ),
    )
    roll = forms.ChoiceField(label=_("A last day that is no business day"), choices=ROLLS)
    christmas = forms.BooleanField(
        label=_("The clock stands still from the last business day before Christmas until after New Year"),
        required=False,
    )
    stretches = LinesField(
        label=_("Other stretches of every year in which the clock stands still"),
        required=False,
        rows=2,
        help_text=_("One per line, as month and day: 06-15..08-20 for a school's summer."),
    )
    kind = forms.ChoiceField(label=_("The date is"), choices=DATES, required=False)
    opens_n = forms.IntegerField(
        label=_("Not before: how many of the same days after the same start"),
        min_value=1,
        max_value=3660,
        required=False,
    )
    cap_n = forms.IntegerField(label=_("Outer limit: never later than"), min_value=1, max_value=3660, required=False)
    cap_unit = forms.ChoiceField(label=_("Of what"), choices=UNITS, required=False)
    cap_anchor = forms.ChoiceField(
        label=_("From"), choices=[("", _("no outer limit")), *wording.ANCHORS.items()], required=False
    )
    filed_means = forms.ChoiceField(
        label=_("In time when it is"),
        choices=[("", _("not said")), *wording.FILED.items()],
        required=False,
    )
    service_add_days = forms.IntegerField(
        label=_("Days added for service by mail"), min_value=0, max_value=30, required=False
    )
    cutoff_time = forms.TimeField(label=_("The day ends at"), required=False, widget=HourInput())
    silence = forms.ChoiceField(
        label=_("When the other side does not answer"), choices=list(wording.SILENCE.items()), initial="no_effect"
    )

    def clean_own_days(self) -> list[dict[str, str]]:
        return [own_day(line) for line in self.cleaned_data["own_days"]]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("cap_n")) != bool(data.get("cap_anchor")):
            self.add_error("cap_n", _("An outer limit needs a number and the day it counts from."))
        n, first = data.get("n"), data.get("opens_n")
        if n is not None and first and (first <= n if data.get("direction") == "before" else first >= n):
            self.add_error("opens_n", _("The first day would not lie before the last one."))
        if not self.errors:
            try:
                check_limit(self.written())
            except BadRuleError as error:
                raise forms.ValidationError(f"{error.key}: {error.message}") from error
        return data

    def written(self) -> dict[str, Any]:
        """The rule in the form the engine reads."""
        data = self.cleaned_data
        made = {name: data[name] for name in ("anchor_kind", "n", "unit", "direction", "roll", "silence", "weekend")}
        made |= {"count_first_day": data["count_first_day"], "holidays": self._holidays()}
        if data["service_add_days"]:
            made["service_add_days"] = data["service_add_days"]
        if data["filed_means"]:
            made["filed_means"] = data["filed_means"]
        if yearly := [CHRISTMAS_TO_NEW_YEAR] * data["christmas"] + list(data["stretches"]):
            made["yearly_pauses"] = yearly
        if data["kind"] not in ("", Kind.LATEST):
            made["kind"] = data["kind"]
        if data["opens_n"]:
            made["opens"] = self._same(made) | {name: made[name] for name in ("unit", "anchor_kind", "direction")}
            made |= {"kind": Kind.WINDOW.value, "opens": made["opens"] | {"n": data["opens_n"]}}
        if data["cutoff_time"]:
            made["cutoff_time"] = data["cutoff_time"].strftime("%H:%M")
        if data["cap_n"]:
            made["cap"] = self._cap(made)
        return made

    def _holidays(self) -> Any:
        return holidays_of(self.cleaned_data["holidays"], self.cleaned_data["own_days"])

    def _cap(self, made: dict[str, Any]) -> dict[str, Any]:
        data = self.cleaned_data
        return self._same(made) | {
            "n": data["cap_n"],
            "unit": data["cap_unit"] or "calendar_days",
            "anchor_kind": data["cap_anchor"],
        }

    @staticmethod
    def _same(made: dict[str, Any]) -> dict[str, Any]:
        """The days that do not count are the same for an outer limit and for a first day."""
        return {name: made[name] for name in ("roll", "weekend", "holidays", "yearly_pauses") if name in made}


def first_values(written: dict[str, Any]) -> dict[str, Any]:
    """A stored rule as the fields show it."""
    cap = written.get("cap") or {}
    pauses = written.get("yearly_pauses") or []
    more = {
        "christmas": CHRISTMAS_TO_NEW_YEAR in pauses,
        "stretches": "\n".join(one for one in pauses if one != CHRISTMAS_TO_NEW_YEAR),
        "kind": "" if written.get("kind") == Kind.WINDOW else written.get("kind"),
        "opens_n": (written.get("opens") or {}).get("n"),
        "cap_n": cap.get("n"),
        "cap_unit": cap.get("unit"),
        "cap_anchor": cap.get("anchor_kind"),
    }
    return written | first_days(written) | more


UNITS_OF_LIMITS = {
    "day": "calendar_days",
    "calendar_day": "calendar_days",
    "work_day": "working_days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}


def from_limit(limit: DeadlineProposal) -> dict[str, Any]:
    """An accepted time limit as the fields of a new step show it: its clause, its sentence and its count."""
    unit = UNITS_OF_LIMITS.get(limit.unit)
    known = {"unit": unit} if unit in dict(UNITS) else {}
    start = {"clause": limit.clause.pk, "quote": sentence_at(limit.clause.now, limit.start), "n": limit.n}
    return start | known | {"direction": limit.direction}


class DaysForm(forms.Form):
    """Which days do not count, for every rule of a procedure at once."""

    weekend = RuleFields.base_fields["weekend"]
    holidays = RuleFields.base_fields["holidays"]
    own_days = RuleFields.base_fields["own_days"]

    clean_own_days = RuleFields.clean_own_days

    def days(self) -> dict[str, Any]:
        named, own = self.cleaned_data["holidays"], self.cleaned_data["own_days"]
        return {"weekend": self.cleaned_data["weekend"], "holidays": holidays_of(named, own)}


class QuoteFields(forms.Form):
    """The words the rule stands on."""

    clause = pick(_("Clause"), required=False)
    quote = LongText(
        label=_("Its words"), required=False, rows=4, help_text=_("Copy the sentence as it stands in the clause.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("quote") and not data.get("clause"):
            self.add_error("clause", _("Choose the clause these words stand in."))
        return data


class StepFields(forms.Form):
    key = forms.SlugField(label=_("Short name"), max_length=40, help_text=_("For example: 2-answer"))
    title = forms.CharField(label=_("Title"), max_length=120)
    actor = forms.ChoiceField(label=_("Who acts"), choices=ACTORS.choices)
    deed = forms.ChoiceField(label=_("What is done"), choices=Deed.choices)
    after = forms.ChoiceField(label=_("It follows"), required=False)
    entry_for = forms.MultipleChoiceField(
        label=_("Kinds of case that start here"), choices=KINDS, required=False, widget=forms.CheckboxSelectMultiple
    )
    applies_to = forms.MultipleChoiceField(
        label=_("Only for these kinds of case"), choices=BRANCHES, required=False, widget=forms.CheckboxSelectMultiple
    )


class StepForm(StepFields, RuleFields, QuoteFields):
    """A new step with its rule and its words."""

    field_order = ("title", "key", "actor", "deed", "after", "clause", "quote")

    def __init__(
        self, data: Any = None, *, user: User, procedure: Procedure, initial: dict[str, Any] | None = None
    ) -> None:
        usual = first_days({"holidays": procedures.usual_holidays(procedure)})
        super().__init__(data, initial=usual | (initial or {}))
        fill_clauses(self, user, procedure)
        field = self.fields["after"]
        assert isinstance(field, forms.ChoiceField)
        steps = [(step.key, step.title) for step in procedure.steps.all()]
        field.choices = [("", _("nothing: it starts the procedure")), *steps]


class RuleForm(RuleFields, QuoteFields):
    """The rule of a step that is there."""

    field_order = ("clause", "quote")

    def __init__(self, *args: Any, user: User, procedure: Procedure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_clauses(self, user, procedure)


def fill_clauses(form: forms.Form, user: User, procedure: Procedure) -> None:
    field = form.fields["clause"]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = procedures.clauses_of(user, procedure)


class MoveForm(forms.Form):
    """Which open cases follow a changed rule; a person ticks them."""

    cases = forms.MultipleChoiceField(label=_("Cases"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, numbers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["cases"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = numbers


EVERY = (Event.INCIDENT, Event.KNOWLEDGE, Event.UNION_KNOWLEDGE, Event.RECEIPT, Event.EFFECTIVE)


class SimulatorForm(forms.Form):
    procedure = pick(_("Procedure"), empty_label=None)
    day = DateField(label=_("The day it happened, or was learned of"), initial=or_today)
    kind = forms.ChoiceField(label=_("Kind of case"), choices=SIMULATED)
    event_on = DateField(
        label=_("A panel or a hearing is on"), required=False, help_text=_("For what must be done before that day.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["procedure"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = procedures.newest_first(user)
        field.to_field_name = "public_id"

    def first_dates(self) -> dict[Event, datetime.date]:
        """The one day stands for all that may start the first clock."""
        data = self.cleaned_data
        made = dict.fromkeys(EVERY, data["day"])
        return made | ({Event.EVENT: data["event_on"]} if data["event_on"] else {})
