"""The filter of the audit page and the question before its export."""

from django import forms
from django.utils.translation import gettext_lazy as _

from unionops.platform.core.widgets import DayInput


class FilterForm(forms.Form):
    words = forms.CharField(label=_("What happened"), required=False, max_length=80)
    actor = forms.CharField(label=_("Who"), required=False, max_length=80)
    since = forms.DateField(label=_("Since"), required=False, widget=DayInput())


class ExportForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you need the trail as a file?"), max_length=300, help_text=_("The reason is kept in the trail.")
    )
