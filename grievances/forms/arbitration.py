"""Forms of the arbitration docket."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from grievances.forms.deeds import CaseForm
from grievances.forms.fields import DateField, LinesField, LongText, MoneyField, pick
from grievances.models import Arbitration, Arbitrator, Striker
from grievances.queries import cases

GROUPS = (
    (_("Invoked"), ("voted_on", "voted_by", "vote", "invoked_on")),
    (_("The list"), ("source", "requested_on", "received_on", "strikes_due", "first_strike", "first_why")),
    (_("The hearing"), ("hearing_on", "hearing_place", "exchange_on", "issue", "issue_agreed", "briefs_due")),
    (_("The award"), ("award_due", "award_on", "served_by_mail", "award", "award_text", "removal")),
    (_("The cost"), ("cost_share", "budget")),
)
FIELDS = [name for _title, names in GROUPS for name in names]


def _field(column: models.Field[Any, Any], **given: Any) -> forms.Field | None:
    """Days as days, money as money, long texts as boxes; the rest as the table says."""
    label = column.verbose_name
    if isinstance(column, models.DateField):
        return DateField(label=label, required=False)
    if isinstance(column, models.PositiveIntegerField):
        return MoneyField(label=str(label).split(",")[0], required=False)
    if isinstance(column, models.TextField):
        return LongText(label=label, required=False, rows=4)
    return column.formfield(**given)


class DocketForm(CaseForm):
    """`version` carries what the writer saw."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        self.fields.update(forms.models.fields_for_model(Arbitration, fields=FIELDS, formfield_callback=_field))

    def groups(self) -> list[tuple[Any, list[Any]]]:
        return [(title, [self[name] for name in names]) for title, names in GROUPS]


class NamesForm(CaseForm):
    names = LinesField(label=_("Names of the list, one per line"), rows=7)


class FirstForm(CaseForm):
    side = forms.ChoiceField(label=_("Who strikes first"), choices=Striker.choices)
    why = forms.CharField(label=_("Why: a coin, the clause, who asked"), max_length=120, required=False)


class AppointForm(CaseForm):
    name = forms.CharField(label=_("Arbitrator"), max_length=120)


class CostForm(CaseForm):
    what = forms.CharField(label=_("For what"), max_length=160)
    cents = MoneyField(label=_("Whole amount"))
    paid_on = DateField(label=_("Paid on"), required=False)


class ExhibitForm(CaseForm):
    side = forms.ChoiceField(
        label=_("Whose"), choices=[("U", _("ours (U)")), ("J", _("joint (J)")), ("M", _("management's (M)"))]
    )
    title = forms.CharField(label=_("What it is"), max_length=200)
    document = pick(_("Document of the case"), required=False)

    def prepare(self) -> None:
        self.choose("document", cases.documents(self.user, self.case))


class ArbitratorForm(forms.Form):
    place = forms.CharField(label=_("Where"), max_length=120, required=False)
    day_rate = MoneyField(label=_("Rate per day"), required=False)
    notes = LongText(
        label=_("What we have learned"),
        required=False,
        rows=8,
        help_text=_("How hearings go, what counts for them. Facts people can check; no case in detail."),
    )


def first_values(row: Arbitration | Arbitrator, names: list[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
