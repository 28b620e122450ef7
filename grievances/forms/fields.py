"""Fields the forms of case work share."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.utils.translation import gettext_lazy as _

from unionops.platform.core.days import today
from unionops.platform.core.money import cents, dollars
from unionops.platform.core.widgets import DayInput


class DateField(forms.DateField):
    """A calendar day, chosen or typed as YYYY-MM-DD."""

    widget = DayInput()


class PastDateField(DateField):
    """A day that has come already."""

    default_error_messages = {"future": _("This day lies in the future. Enter the day on which it was done.")}

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and value > today():
            raise forms.ValidationError(self.error_messages["future"], code="future")


class LongText(forms.CharField):
    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class LinesField(forms.CharField):
    """One entry per line; gives a tuple of them."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return tuple(line.strip() for line in str(text).splitlines() if line.strip())


def or_today() -> datetime.date:
    return today()


if TYPE_CHECKING:
    OneRow: TypeAlias = forms.ModelChoiceField[Any]
    ManyRows: TypeAlias = forms.ModelMultipleChoiceField[Any]
else:
    OneRow, ManyRows = forms.ModelChoiceField, forms.ModelMultipleChoiceField

NOT_ON_LIST = _("That is not on the list (any more). Choose one that is.")


class Pick(OneRow):
    """One row by its public id. An id that is none is a row that is not there, and no lecture on UUIDs."""

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(NOT_ON_LIST, code="invalid_choice") from error


class PickMany(ManyRows):
    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            if getattr(error, "code", "") == "required":
                raise
            raise forms.ValidationError(NOT_ON_LIST, code="invalid_choice") from error


def pick(label: Any, **more: Any) -> Pick:
    """One of the rows the form fills in when it knows the case."""
    return Pick(None, label=label, **more)


def pick_many(label: Any, **more: Any) -> PickMany:
    return PickMany(None, label=label, **more)


class MoneyField(forms.CharField):
    """Dollars as people write them; gives whole cents, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            amount = cents(str(text))
        except ValueError as error:
            raise forms.ValidationError(_("Write an amount like 1234.50.")) from error
        if not 0 <= amount < 2_000_000_000:
            raise forms.ValidationError(_("Write an amount like 1234.50."))
        return amount

    def prepare_value(self, value: Any) -> Any:
        return dollars(value) if isinstance(value, int) else value
