"""What is asked before many people are changed at once."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.forms import DAY

TWO_WEEKS = datetime.timedelta(days=14)


class TagForm(forms.Form):
    tag = forms.CharField(label=_("Tag"), max_length=60)


class ListNameForm(forms.Form):
    name = forms.CharField(label=_("Name of the list"), max_length=60)


class WalkForm(forms.Form):
    def __init__(self, *args: Any, turfs: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_key = {str(turf.public_id): turf for turf in turfs}
        self.fields["turf"] = forms.TypedChoiceField(
            label=_("Walk list"),
            choices=[(key, f"{turf.canvass}: {turf.name}") for key, turf in by_key.items()],
            coerce=by_key.__getitem__,
            help_text=_("Who is on a list of it already stays there."),
        )


class PlaceForm(forms.Form):
    """What stays empty stays as it is."""

    tour = forms.CharField(
        label=_("Shift or tour"), max_length=60, required=False, help_text=_("Such as Nights, or 0800-1630.")
    )
    department = forms.CharField(label=_("Department"), max_length=160, required=False)
    on = forms.DateField(label=_("Since"), widget=DAY, initial=timezone.localdate)

    def __init__(self, *args: Any, sites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worksite"] = forms.ModelChoiceField(
            sites, label=_("Worksite"), required=False, empty_label=_("as it is")
        )
        self.order_fields(["worksite"])


class TaskForm(forms.Form):
    note = forms.CharField(
        label=_("What is to be done"), max_length=300,
        help_text=_("Such as: Ask whether they would sign the card. The person concerned may read it."),
    )  # fmt: skip
    due_on = forms.DateField(label=_("Until when"), widget=DAY, initial=lambda: timezone.localdate() + TWO_WEEKS)


DEED_FORMS: dict[str, Callable[..., forms.Form]] = {
    "tag": TagForm, "untag": TagForm, "place": PlaceForm, "walk": WalkForm, "list": ListNameForm, "task": TaskForm,
}  # fmt: skip
"""What can be done with many people at once, by the word of the button."""
