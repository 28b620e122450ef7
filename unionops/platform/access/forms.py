"""Input at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

from unionops.platform.access import queries
from unionops.platform.access.models import Invitation, Local, User
from unionops.platform.access.roles import OFFICER_LEVEL, Role
from unionops.platform.core.colours import COLOUR, READABLE, contrast
from unionops.platform.core.days import zone
from unionops.platform.core.widgets import DayInput

if TYPE_CHECKING:
    LocalModelForm = forms.ModelForm[Local]
else:
    LocalModelForm = forms.ModelForm

HOUSE_COLOUR, LETTERS = "#174a7c", "#ffffff"
DAY = DayInput()


class SignInForm(LoginForm):
    """allauth's, and whether the computer is shared; the adapter reads it, for passkeys too."""

    shared_computer = forms.BooleanField(
        label=_("Other people use this computer"),
        required=False,
        help_text=_("You are signed out after ten quiet minutes, and the browser forgets all when you leave."),
    )


class Digits:
    """The six digits of the app, and the eight of a recovery code: on a phone the keys for numbers come up."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class CodeForm(Digits, AuthenticateForm):
    pass


class CodeAgainForm(Digits, ReauthenticateForm):
    pass


class FirstCodeForm(Digits, ActivateTOTPForm):
    pass


class CredentialField(forms.JSONField):
    """What a passkey answers, if it reads as such an answer: anybody may send anything here."""

    def __init__(self, reads_as: type[AuthenticationResponse | RegistrationResponse]) -> None:
        super().__init__(widget=forms.HiddenInput)
        self.reads_as = reads_as

    def to_python(self, value: Any) -> Any:
        try:
            found = super().to_python(value)
            self.reads_as.from_dict(found)
        except Exception as error:  # a parser stumbles over odd input in ways of its own
            raise ValidationError(get_adapter().error_messages["incorrect_code"], code="invalid") from error
        return found

    def bound_data(self, data: Any, initial: Any) -> None:
        """Nothing is shown again: the browser asks the key anew."""


class AddKeyForm(AddWebAuthnForm):
    credential = CredentialField(RegistrationResponse)
    passwordless = forms.BooleanField(
        label=_("Sign in with this key alone, without the password"),
        required=False,
        help_text=_("The key then asks for your fingerprint, your face or its own number each time."),
    )


class KeySignInForm(LoginWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class KeyAsSecondForm(AuthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class KeyAgainForm(ReauthenticateWebAuthnForm):
    credential = CredentialField(AuthenticationResponse)


class PlaceForm(forms.Form):
    """A unit, a worksite, or both."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update(
            unit=forms.ModelChoiceField(
                queries.units(),
                label=_("Unit"),
                required=False,
                help_text=_("For a steward: whose people and cases they see. With no unit and no worksite, nobody's."),
            ),
            worksite=forms.ModelChoiceField(queries.worksites(), label=_("Worksite"), required=False),
        )
        self.order_fields(self.field_order)


class InviteForm(PlaceForm):
    email = forms.EmailField(label=_("E-mail"), help_text=_("A personal address, not one of the employer's."))
    name = forms.CharField(label=_("Name"), max_length=120)
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(r.value, r.label) for r in Role if r not in OFFICER_LEVEL],
        initial=Role.STEWARD,
        help_text=_("A leading office is given on the page of the accounts, once the person has one."),
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
    field_order = ("unit", "worksite", "shift", "until")
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
            "accent",
            "density_goal",
            "steward_ratio",
            "contracts_public",
        ]
        widgets = {
            "accent": forms.TextInput(attrs={"type": "color"}),
            "postal_address": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {"accent": _("The ground of your number at the top of every page; white letters stand on it.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["accent"] = self.initial.get("accent") or HOUSE_COLOUR

    def clean_accent(self) -> str:
        """'' for the house's own colour; ValidationError for one that hides the letters."""
        said = str(self.cleaned_data["accent"]).lower()
        if said in ("", HOUSE_COLOUR):
            return ""
        if not COLOUR.fullmatch(said):
            raise ValidationError(_("Write the color as # and six digits, such as #7a1f2b."))
        if (found := contrast(said, LETTERS)) < READABLE:
            raise ValidationError(
                _("White letters on this color are hard to read (%(found).1f to 1, 4.5 is needed). Take a darker one.")
                % {"found": found}
            )
        return said

    def clean_time_zone(self) -> str:
        name: str = self.cleaned_data["time_zone"]
        try:
            zone(name)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        return name
