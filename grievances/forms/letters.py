"""Forms of letters and of the local's words for its papers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from grievances import letters
from grievances.forms.fields import LongText


class LetterForm(forms.Form):
    """`version` carries what the writer saw."""

    text = LongText(
        label=_("The letter"),
        rows=18,
        max_length=20_000,
        help_text=_("A line that begins with # is a heading. Whatever still stands in braces has to be filled in."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class PaperTextForm(forms.Form):
    text = LongText(
        label=_("Words of this paper"),
        rows=18,
        max_length=20_000,
        required=False,
        help_text=_("{name} is filled in, {name?} may stay empty. Leave all empty for the program's words."),
    )


class OwnFormForm(forms.Form):
    file = forms.FileField(label=_("Fillable PDF form"), help_text=_("The union's own form, up to 25 MB."))


class MatchForm(forms.Form):
    """One row for each field of the PDF: which place of the case goes in."""

    def __init__(self, *args: Any, found: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        for place, one in enumerate(found):
            self.fields[f"f{place}"] = forms.ChoiceField(label=one["label"], choices=_choices(one), required=False)

    def matched(self) -> dict[str, str]:
        return {one["name"]: self.cleaned_data[f"f{place}"] for place, one in enumerate(self.found)}


def first_matches(found: list[dict[str, Any]], fields: dict[str, str]) -> dict[str, str]:
    """The first values of a `MatchForm`."""
    return {f"f{place}": fields.get(one["name"], "") for place, one in enumerate(found)}


def _choices(one: dict[str, Any]) -> list[tuple[str, Any]]:
    places: list[tuple[str, Any]] = [
        ("", _("left empty")),
        *((name, f"{{{name}}} {words}") for name, words in letters.FIELDS.items()),
    ]
    fixed: list[tuple[str, Any]] = [(f"={option}", f"{option}") for option in one["options"]]
    if one["kind"] == "tick":
        return [("", _("not ticked")), *(fixed or [("=yes", _("ticked"))])]
    return [*places, *fixed]
