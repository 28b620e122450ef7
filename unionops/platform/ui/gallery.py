"""Invented values for the gallery page of parts."""

import datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from unionops.platform.core.widgets import DayInput
from unionops.platform.ui.components.charts import Bar, Point, Slice


class SampleForm(forms.Form):
    name = forms.CharField(label=_("Name of the list"), help_text=_("Choose words that others will understand."))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("a", _("Worksite")), ("b", _("Shift"))], widget=forms.RadioSelect
    )
    shift = forms.ChoiceField(label=_("Shift"), choices=[("d", _("Day")), ("n", _("Night"))], required=False)
    since = forms.DateField(label=_("Since"), required=False, widget=DayInput())
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea)
    sure = forms.BooleanField(label=_("I have read the list"), required=False)


def values() -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "today": today,
        "now": timezone.now(),
        "soon": today + datetime.timedelta(days=1),
        "late": today - datetime.timedelta(days=2),
        "tones": ["bad", "warn", "good", "info", "ai", "prec", ""],
        "density": [
            Bar("Riverside Depot", 212, of=268, note="+3"),
            Bar("Claims Center 2", 96, of=171, note="-1"),
            Bar("Air Traffic Annex", 118, of=142, note="0"),
        ],
        "open_steps": [Bar("Step 1", 6, note="11 days"), Bar("Step 2", 3, note="19 days"), Bar("Arbitration", 1)],
        "months": [Point("June", 64.1), Point("July", 65.0), Point("August", 64.7), Point("September", 66.4)],
        "parts": [Slice("Settled", 12), Slice("Withdrawn", 5), Slice("Denied", 3)],
        "spark": [3, 4, 2, 6, 7, 5],
        "model_off": SimpleNamespace(
            ready=False, reason="The model is not running.", fix="Start Ollama on the office machine."
        ),
    }
