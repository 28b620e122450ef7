"""Forms of old cases on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grievances.forms.fields import DateField
from grievances.models import Outcome


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; gives a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in files]


class OldFilesForm(forms.Form):
    scans = FilesField(
        label=_("Scanned files"), help_text=_("PDF, PNG or JPEG, one case per file; choose as many as you like.")
    )


class OldCaseForm(forms.Form):
    """The frame of an old case, first filled with what was read. Enter, as soon as the page is there, confirms it."""

    number = forms.CharField(
        label=_("Number"), max_length=40, required=False, widget=forms.TextInput(attrs={"autofocus": True})
    )
    grievant = forms.CharField(label=_("Grievant"), max_length=160, required=False)
    title = forms.CharField(label=_("Short title"), max_length=160, required=False)
    article = forms.CharField(label=_("Article"), max_length=200, required=False)
    incident_on = DateField(label=_("It happened on"), required=False)
    filed_on = DateField(label=_("Filed on"), required=False)
    closed_on = DateField(label=_("Closed on"), required=False)
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=[("", _("not on record")), *Outcome.choices], required=False
    )
    site = forms.CharField(label=_("Worksite"), max_length=120, required=False)
    arbitrator = forms.CharField(label=_("Arbitrator"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not any(data.get(name) for name in ("number", "title", "article", "grievant")):
            raise forms.ValidationError(_("A case needs a number, a title, an article or a grievant."))
        filed, closed = data.get("filed_on"), data.get("closed_on")
        if filed and closed and closed < filed:
            self.add_error("closed_on", _("The case closed before it was filed."))
        return data

    def values_as_text(self) -> dict[str, str]:
        return {name: str(value) if value else "" for name, value in self.cleaned_data.items()}
