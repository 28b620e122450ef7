"""Input at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from unionops.platform.access import queries
from unionops.platform.access.models import Invitation, Local, User
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.core.days import zone

if TYPE_CHECKING:
    LocalModelForm = forms.ModelForm[Local]
else:
    LocalModelForm = forms.ModelForm

DAY = forms.DateInput(attrs={"type": "date"})


class PlaceForm(forms.Form):
    """A unit, a worksite, or both."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(
            unit=forms.ModelChoiceField(queries.units(), label=_("Unit"), required=False),
            worksite=forms.ModelChoiceField(queries.worksites(), label=_("Worksite"), required=False),
        )


class InviteForm(PlaceForm):
    email = forms.EmailField(label=_("E-mail"), help_text=_("A personal address, not one of the employer's."))
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(
        label=_("Role"), choices=[(r.value, r.label) for r in Role if r not in OFFICER_LEVEL], initial=Role.STEWARD
    )


class AcceptForm(forms.Form):
    password = forms.CharField(
        label=_("Choose a password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=_("At least 12 characters. Four or five unrelated words are good and easy to remember."),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(email=self.invitation.email, name=self.invitation.name))
        return password


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    until = forms.DateField(label=_("Last day, if known"), required=False, widget=DAY)


class StewardshipForm(PlaceForm):
    shift = forms.CharField(label=_("Shift"), required=False, max_length=40)
    until = forms.DateField(label=_("Last day, if known"), required=False, widget=DAY)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("unit") and not cleaned.get("worksite"):
            raise ValidationError(_("Choose a unit or a worksite, or both."))
        return cleaned


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("It is kept in the trail."))


class LocalForm(LocalModelForm):
    class Meta:
        model = Local
        fields = [
            "name",
            "number",
            "sector",
            "time_zone",
            "postal_address",
            "contact_email",
            "contact_phone",
            "density_goal",
            "steward_ratio",
            "contracts_public",
        ]

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"]
        try:
            zone(name)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return name
