"""Filters of the list, and handing cases over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contracts import queries as contracts
from grievances.forms.fields import pick, pick_many
from grievances.models import Status, Topic
from grievances.queries import cases, people, work
from unionops.platform.access.models import User
from unionops.platform.ui.widgets import LongSelect


class FilterForm(forms.Form):
    words = forms.CharField(label=_("Number, title or name"), max_length=120, required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[("", _("all that are not closed")), *Status.choices, ("all", _("all"))],
        required=False,
        widget=LongSelect,
    )
    step = forms.ChoiceField(label=_("Step"), required=False, widget=LongSelect)
    steward = forms.ChoiceField(label=_("Steward"), required=False, widget=LongSelect)
    topic = forms.ChoiceField(
        label=_("About"), choices=[("", _("anything")), *Topic.choices], required=False, widget=LongSelect
    )
    cites = forms.UUIDField(label=_("Clause"), required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self._fill("steward", [("", str(_("anybody"))), *work.stewards_with_cases(user)])
        self._fill("step", [("", str(_("any"))), *work.steps_in_use(user)])

    def _fill(self, name: str, pairs: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = pairs

    def in_words(self, name: str, value: Any) -> str:
        if name == "cites":
            cited = contracts.clause(self.user, value)
            return f"{self.fields[name].label}: {cited.name if cited else '?'}"
        choices = dict(getattr(self.fields[name], "choices", []))
        return f"{self.fields[name].label}: {choices.get(value, value)}"


class HandOverForm(forms.Form):
    """The ticked cases and who takes them."""

    id = pick_many(_("Cases"))
    steward = pick(_("Steward"), empty_label=None, widget=LongSelect)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("id", cases.open_cases(user)), ("steward", people.case_workers(user))):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
            field.to_field_name = "public_id"


class SettingsForm(forms.Form):
    number_pattern = forms.CharField(
        label=_("Case numbers"), max_length=40, help_text=_("{year} is the year, {n:03d} the number in three digits.")
    )
    members_see_status = forms.BooleanField(label=_("Grievants may see where their case stands"), required=False)
    reminders_by_mail = forms.BooleanField(
        label=_("Send reminders by e-mail"), required=False, help_text=_("Number and date only, never a name.")
    )

    def clean_number_pattern(self) -> str:
        pattern: str = self.cleaned_data["number_pattern"]
        try:
            first, second = (pattern.format(year=2026, n=n) for n in (1, 2))
        except (KeyError, ValueError, IndexError) as error:
            raise forms.ValidationError(_("Use {year} for the year and {n:03d} for the number.")) from error
        if first == second:
            raise forms.ValidationError(_("The pattern needs {n}, or every case gets the same number."))
        return pattern


class ImportForm(forms.Form):
    file = forms.FileField(label=_("Spreadsheet"), help_text=_("XLSX, XLS, ODS or CSV with one case per row."))
