"""Input for setting the box up, for the first run and for mail."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models import Local, User
from unionops.platform.access.models.local import RecognitionStatus, Sector
from unionops.platform.access.queries import the_local
from unionops.platform.access.roles import Role
from unionops.platform.access.services import save_unit
from unionops.platform.access.services import set_up_local as change_local
from unionops.platform.core import lazy_re as re
from unionops.platform.core import money
from unionops.platform.core.days import today
from unionops.platform.core.widgets import DayInput
from unionops.platform.ops import duties, keeping, queries, services
from unionops.platform.ops.mail import HERE
from unionops.platform.ops.models import MailServer, Security

if TYPE_CHECKING:
    MailModelForm = forms.ModelForm[MailServer]
    LocalSubForm = forms.ModelForm[Local]
else:
    MailModelForm = LocalSubForm = forms.ModelForm

DAY = DayInput()
FOUR_DIGITS = re.compile(r"[0-9]{4}")
EARLIEST = datetime.date(1976, 1, 1)
CHOOSE = ("", _("Choose"))
ZONES = [
    ("America/New_York", _("Eastern")),
    ("America/Chicago", _("Central")),
    ("America/Denver", _("Mountain")),
    ("America/Phoenix", _("Arizona")),
    ("America/Los_Angeles", _("Pacific")),
    ("America/Anchorage", _("Alaska")),
    ("Pacific/Honolulu", _("Hawaii")),
    ("America/Puerto_Rico", _("Puerto Rico")),
    ("Pacific/Guam", _("Guam")),
    ("UTC", _("UTC")),
]


class SetUpForm(forms.Form):
    """The local and its first officer."""

    local_name = forms.CharField(label=_("Name of the local"), max_length=120)
    number = forms.CharField(label=_("Number"), max_length=20, required=False)
    sector = forms.ChoiceField(label=_("Sector"), choices=[CHOOSE, *Sector.choices])
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=[CHOOSE, *ZONES], help_text=_("It decides on which day a deadline falls.")
    )
    your_name = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(label=_("Your e-mail"), help_text=_("A personal address, not one of the employer's."))
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 12 characters. Four or five unrelated words are good and easy to remember."),
    )

    keeps_roster = forms.BooleanField(
        label=_("I also keep the membership list"),
        required=False,
        initial=True,
        help_text=_("Leave it on if nobody else does yet. You can invite a membership secretary later."),
    )
    leads_stewards = forms.BooleanField(
        label=_("I also look after the agreements and the grievances"),
        required=False,
        initial=True,
        help_text=_("Leave it on if there is no chief steward yet. You can invite one later."),
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        said = self.cleaned_data
        validate_password(password, User(email=said.get("email", ""), name=said.get("your_name", "")))
        return password

    def local(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = {name: said[name] for name in ("number", "sector", "time_zone")}
        return {"name": said["local_name"], **names}


class MailForm(MailModelForm):
    password = forms.CharField(
        label=_("Password"),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Leave empty to keep the one that is stored."),
    )

    class Meta:
        model = MailServer
        fields = ["host", "port", "security", "user_name", "password", "from_address", "from_name"]
        help_texts = {"host": _("For example smtp.example.org. Your mail provider names it.")}

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("security") == Security.NONE and said.get("host") not in HERE:
            self.add_error("security", _("Only a mail server on this machine may be used without encryption."))
        return said


class ReachForm(LocalSubForm):
    """How people reach the local, and its goals."""

    class Meta:
        model = Local
        fields = ["postal_address", "contact_email", "contact_phone", "density_goal", "steward_ratio"]
        widgets = {"postal_address": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "density_goal": _("Density: how many of a hundred people in the unit are members."),
            "steward_ratio": _("One steward for so many people; the pages say where one is missing."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["instance"] = the_local()
        super().__init__(*args, **kwargs)

    def keep(self, by: User) -> None:
        change_local(by=by, **self.cleaned_data)


class UnitForm(forms.Form):
    """One bargaining unit and who employs it."""

    employer = forms.CharField(
        label=_("Employer"), max_length=160, help_text=_("The agency, company or county, as its lists name it.")
    )
    name = forms.CharField(label=_("Name of the unit"), max_length=160)
    code = forms.CharField(
        label=_("BUS code"),
        max_length=10,
        required=False,
        help_text=_("Bargaining unit status: four digits on the employer's list. Only federal units have one."),
    )
    sector = forms.ChoiceField(label=_("Sector"), choices=Sector.choices)
    recognition_status = forms.ChoiceField(label=_("Recognition"), choices=RecognitionStatus.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sector", the_local().sector)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        code = said.get("code", "")
        if code and said.get("sector") == Sector.FEDERAL and not FOUR_DIGITS.fullmatch(code):
            self.add_error("code", _("A BUS code has four digits. Leave it empty if you do not know it."))
        return said

    def keep(self, by: User) -> None:
        save_unit(by=by, **self.cleaned_data)


class TierForm(forms.Form):
    """What one kind of member pays, from a day on."""

    name = forms.CharField(
        label=_("Tier"), max_length=60, help_text=_("As your local calls it: full dues, part time, retired.")
    )
    amount = forms.CharField(label=_("Dues per pay period"), max_length=12, help_text=_("In dollars, such as 19.75."))
    since = forms.DateField(label=_("From"), widget=DAY, help_text=_("A raise is the same tier with its first day."))

    def clean_name(self) -> str:
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean_amount(self) -> int:
        try:
            cents = money.cents(self.cleaned_data["amount"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        if cents < 0:
            raise forms.ValidationError(_("Dues are nothing or more."))
        return cents

    def keep(self, by: User) -> None:
        said = self.cleaned_data
        services.save_tier(by=by, name=said["name"], cents=said["amount"], since=said["since"])


class KeepingForm(forms.Form):
    """One number of days for each kind of thing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = keeping.days_of()
        for kind in keeping.kinds:
            self.fields[kind.name] = forms.IntegerField(
                label=_("%(what)s, in days") % {"what": kind.title},
                help_text=kind.why,
                required=not kind.may_stay,
                min_value=0 if kind.may_stay else kind.shortest,
                max_value=keeping.LONGEST,
                initial=days[kind.name] or None,
            )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for kind in keeping.kinds:
            if said.get(kind.name) and said[kind.name] < kind.shortest:
                self.add_error(kind.name, _("At least %(days)d days.") % {"days": kind.shortest})
        return said

    def keep(self, by: User) -> None:
        services.set_keeping(by=by, days={name: days or 0 for name, days in self.cleaned_data.items()})


class DutiesForm(forms.Form):
    """What is counted from the fiscal year is ticked; everything else is on once the day it was last done is given."""

    year_end = forms.DateField(
        label=_("Last day of the newest fiscal year that is over"),
        widget=DAY,
        help_text=_("What is ticked below is counted from it, year after year."),
    )
    yearly = forms.MultipleChoiceField(
        label=_("To be counted from it"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept, choices = queries.duty_starts(), duties.fitting(the_local().sector)
        from_year_end = [each for each in choices if each.rule.after_year_end]
        names = self.fields["yearly"]
        if isinstance(names, forms.MultipleChoiceField):
            names.choices = [(each.name, each.title) for each in from_year_end]
        ticked = [each.name for each in from_year_end if each.name in kept]
        self.initial.setdefault("yearly", ticked)
        self.initial.setdefault("year_end", kept[ticked[0]] if ticked else datetime.date(today().year - 1, 12, 31))
        self.others = [each.name for each in choices if not each.rule.after_year_end]
        for each in choices:
            if each.name in self.others:
                self.fields[each.name] = forms.DateField(
                    label=_("%(duty)s: last done on") % {"duty": each.title},
                    required=False,
                    widget=DAY,
                    help_text=each.what,
                    initial=kept.get(each.name),
                )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        for name in ("year_end", *self.others):
            if (day := said.get(name)) and not EARLIEST <= day <= today():
                self.add_error(name, _("Give a day of the last fifty years that is over."))
        return said

    def keep(self, by: User) -> None:
        said = self.cleaned_data
        starts = dict.fromkeys(said["yearly"], said["year_end"])
        starts |= {name: said[name] for name in self.others if said[name]}
        services.turn_on_duties(by=by, starts=starts)


class OfficeForm(forms.Form):
    """Who sees to a duty."""

    role = forms.ChoiceField(
        label=_("Who sees to it"),
        choices=[(role.value, role.label) for role in Role if role != Role.MEMBER],
        help_text=_("Whoever holds the office is reminded by e-mail: weeks before, on the day, and once it is late."),
    )


class DoneForm(forms.Form):
    """One duty done, with its proof."""

    done_on = forms.DateField(label=_("Done on"), widget=DAY, initial=today)
    file = forms.FileField(
        label=_("Proof"), help_text=_("The confirmation of filing, the certificate of mailing, the minutes.")
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=300)

    def clean_done_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["done_on"]
        if day > today():
            raise forms.ValidationError(_("This day is still to come."))
        return day


IN_PLACE: dict[str, Callable[[Any], Any]] = {
    "local": ReachForm, "units": UnitForm, "dues_tiers": TierForm, "duties": DutiesForm, "keeping": KeepingForm,
}  # fmt: skip


def first_run_form(name: str, said: Any) -> Any:
    """The form of a step that is answered in place; None for those that lead to a room of the house."""
    return IN_PLACE[name](said) if name in IN_PLACE else None
