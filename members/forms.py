"""Forms of the roster's pages."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members.imports.fields import FIELDS_OF_KIND
from members.imports.sums import SEVERAL
from members.labels import label
from members.models import (
    Channel,
    ConsentStatus,
    DuesMethod,
    FileKind,
    ImportScope,
    MembershipStatus,
    Person,
    Standing,
)
from members.models.contact import ContactKind
from members.segments.words import Criterion
from unionops.platform.core import money
from unionops.platform.core.problems import Problem
from unionops.platform.core.widgets import DayInput

if TYPE_CHECKING:
    PersonModelForm = forms.ModelForm[Person]
else:
    PersonModelForm = forms.ModelForm

DAY = DayInput()


def not_ahead(day: datetime.date) -> None:
    """What was said, or has ended, is of a day that has come: until then the roster says what is."""
    if day > timezone.localdate():
        said = (_("The day lies ahead."), _("Choose today or an earlier day; the roster says what is."))
        raise forms.ValidationError(" ".join(map(str, said)))


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, TSV, fixed-width text, XLSX, XLS or ODS. Columns, headings and encoding are found out."),
        error_messages={"empty": _("This file is empty. Check that you saved the right one, and choose it again.")},
    )
    kind = forms.ChoiceField(label=_("Which list is it?"), choices=FileKind)
    source = forms.CharField(
        label=_("Who sent it?"),
        max_length=120,
        help_text=_("The same words each month, such as: Agency HR. The columns are remembered for it."),
    )
    as_of = forms.DateField(label=_("As of which day?"), widget=DAY, initial=timezone.localdate)
    scope = forms.ChoiceField(
        label=_("Does it list everybody?"),
        choices=ImportScope,
        widget=forms.RadioSelect,
        initial=ImportScope.PARTIAL,
        help_text=_("Only a complete list can say that somebody has left."),
    )


class ColumnsForm(forms.Form):
    """One choice per column of the file; built from its heading."""

    def __init__(self, *args: Any, header: list[str], kind: str, mapping: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.header = header
        fields = FIELDS_OF_KIND[kind]
        choices = [("", _("leave out")), *((slug, label(slug)) for slug in fields)]
        for at, name in enumerate(header):
            initial = mapping.get(name, "")
            self.fields[f"c{at}"] = forms.ChoiceField(label=name, choices=choices, required=False, initial=initial)

    def clean(self) -> dict[str, Any]:
        chosen = [slug for slug in self.mapping().values() if slug and slug not in SEVERAL]
        twice = {slug for slug in chosen if chosen.count(slug) > 1}
        if twice:
            message = _("Two columns cannot both be: %(names)s.")
            raise forms.ValidationError(message, params={"names": ", ".join(sorted(map(label, twice)))})
        return self.cleaned_data

    def mapping(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(f"c{at}", "") for at, name in enumerate(self.header)}


YES_NO = [("", _("either")), ("yes", _("yes")), ("no", _("no"))]


class FilterForm(forms.Form):
    """The questions most asked; the same in words stands in `text`."""

    q = forms.CharField(label=_("Name or number"), required=False, max_length=80)
    standing = forms.ChoiceField(label=_("Standing"), required=False, choices=[("", _("any")), *Standing.choices])
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    site = forms.ChoiceField(label=_("Worksite"), required=False)
    shift = forms.ChoiceField(
        label=_("Shift"),
        required=False,
        choices=[("", _("any")), ("Days", _("Days")), ("Evenings", _("Evenings")), ("Nights", _("Nights"))],
    )
    in_unit = forms.ChoiceField(label=_("In the unit"), required=False, choices=YES_NO)
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    text = forms.CharField(
        label=_("Or in words"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: standing is member and shift is Nights and hired after 2024-01-01"),
    )

    def __init__(self, *args: Any, units: Any = (), sites: Any = (), tags: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("unit", units), ("site", sites), ("tag", tags)):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("any")), *((row.name, row.name) for row in rows)]

    def criteria(self) -> list[Criterion]:
        """What the fields (not the text) ask for. Raises Problem when one of them cannot be asked like this."""
        for name, errors in self.errors.items():
            why = " ".join(map(str, errors))
            words = {"field": self.fields[name].label, "value": self.data.get(name, ""), "why": why}
            raise Problem("list_value", gettext("%(field)s: '%(value)s' cannot be asked. %(why)s") % words)
        asked = [
            ("standing", "standing"),
            ("unit", "unit"),
            ("site", "site"),
            ("shift", "shift"),
            ("in unit", "in_unit"),
            ("tag", "tag"),
        ]
        said = self.cleaned_data
        return [{"field": name, "op": "is", "values": [said[key]]} for name, key in asked if said.get(key)]


class SegmentForm(forms.Form):
    name = forms.CharField(label=_("Name of the list"), max_length=120)
    text = forms.CharField(
        label=_("Who is on it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_('For example: standing is member and site is "Lakeside Clinic". Empty means everybody.'),
    )
    is_shared = forms.BooleanField(label=_("Others may use it"), required=False, initial=True)


class PersonForm(PersonModelForm):
    class Meta:
        model = Person
        fields = [
            "last_name", "first_name", "middle", "suffix", "preferred_name", "pronouns", "language", "employee_number",
            "member_number", "hire_date", "seniority_date", "employer", "component",
            "unit", "worksite", "department", "org", "tour", "schedule",
            "job_title", "pay_plan", "series", "grade", "step", "has_died", "deceased_on", "notes",
        ]  # fmt: skip
        widgets = {
            "hire_date": DAY,
            "seniority_date": DAY,
            "deceased_on": DAY,
            "notes": forms.Textarea(attrs={"rows": 3}),
        }

    # Legend, fields, and whether the group is folded as long as nothing stands in it.
    GROUPS = (
        (_("Who"), ("last_name", "first_name", "preferred_name", "employee_number", "member_number"), False),
        (
            _("Place of work"),
            ("employer", "component", "unit", "worksite", "department", "job_title", "tour", "schedule"),
            False,
        ),
        (_("More about the name"), ("middle", "suffix", "pronouns", "language"), True),
        (
            _("Dates and grade"),
            ("hire_date", "seniority_date", "org", "pay_plan", "series", "grade", "step", "has_died", "deceased_on"),
            True,
        ),
        (_("Notes"), ("notes",), True),
    )

    def groups(self) -> Iterator[dict[str, Any]]:
        """The fields as the page shows them; a folded group opens by itself where something stands or is wrong."""
        for legend, names, folds in self.GROUPS:
            fields = [self[name] for name in names]
            said = any(field.errors or field.value() not in (None, "", False) for field in fields)
            yield {"legend": legend, "fields": fields, "folds": folds, "unfolded": said}

    def clean(self) -> dict[str, Any]:
        """A day of death says that somebody has died; without the mark they would still be written to."""
        said = super().clean() or self.cleaned_data
        said["has_died"] = bool(said.get("has_died") or said.get("deceased_on"))
        return said

    def clean_deceased_on(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["deceased_on"]
        if day:
            not_ahead(day)
        return day

    def clean_employee_number(self) -> str | None:
        return self.cleaned_data["employee_number"] or None

    def clean_member_number(self) -> str | None:
        return self.cleaned_data["member_number"] or None


class EmailForm(forms.Form):
    address = forms.CharField(label=_("E-mail address"), max_length=254)
    kind = forms.ChoiceField(label=_("Kind"), choices=[(k.value, k.label) for k in ContactKind if k != "cell"])


class PhoneForm(forms.Form):
    number = forms.CharField(label=_("Phone number"), max_length=40)
    kind = forms.ChoiceField(label=_("Kind"), choices=ContactKind, initial=ContactKind.CELL)


class AddressForm(forms.Form):
    street = forms.CharField(label=_("Street"), max_length=160)
    street2 = forms.CharField(label=_("Second line"), max_length=120, required=False)
    city = forms.CharField(label=_("City"), max_length=80)
    state = forms.CharField(label=_("State"), max_length=40, required=False)
    zip = forms.CharField(label=_("ZIP code"), max_length=12, required=False)
    country = forms.CharField(
        label=_("Country"), max_length=40, required=False, help_text=_("Empty means the United States.")
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[(k.value, k.label) for k in ContactKind if k not in {"cell", "work"}]
    )

    def clean(self) -> dict[str, Any]:
        """An address here needs state and ZIP code; elsewhere they are called otherwise or do not exist."""
        said = super().clean() or {}
        if not said.get("country"):
            for name in ("state", "zip"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("An address in the United States needs this."))
        return said


CONTACT_FORMS: dict[str, type[forms.Form]] = {"email": EmailForm, "phone": PhoneForm, "address": AddressForm}


class ConsentForm(forms.Form):
    channel = forms.ChoiceField(label=_("Channel"), choices=Channel)
    status = forms.ChoiceField(label=_("Their answer"), choices=ConsentStatus)
    source = forms.CharField(label=_("How do we know?"), max_length=120)


class MembershipForm(forms.Form):
    status = forms.ChoiceField(label=_("Status"), choices=[c for c in MembershipStatus.choices if c[0] != "ended"])
    method = forms.ChoiceField(label=_("Pays by"), choices=DuesMethod, required=False)
    since = forms.DateField(label=_("Since"), widget=DAY, initial=timezone.localdate)
    form_file = forms.FileField(
        label=_("The signed form"), required=False, help_text=_("A scan or photo: PDF, PNG, JPG.")
    )


class SignedFormForm(forms.Form):
    form_file = forms.FileField(label=_("The signed form"), help_text=_("A scan or photo: PDF, PNG, JPG."))


class BadContactForm(forms.Form):
    problem = forms.CharField(
        label=_("What is wrong with it?"),
        max_length=80,
        help_text=_("Such as: bounced, mail came back, somebody else's."),
    )


class EndMembershipForm(forms.Form):
    on = forms.DateField(label=_("Last day"), widget=DAY, initial=timezone.localdate, validators=[not_ahead])
    reason = forms.CharField(label=_("Reason"), max_length=120)


class TalkForm(forms.Form):
    on = forms.DateField(label=_("On"), widget=DAY, initial=timezone.localdate, validators=[not_ahead])
    place = forms.CharField(label=_("Where"), max_length=80, required=False)
    off_duty = forms.BooleanField(label=_("Off duty, outside work areas"), required=False, initial=True)
    heard = forms.CharField(label=_("What matters to them"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    ask = forms.CharField(label=_("What was asked"), max_length=200, required=False)
    answer = forms.CharField(label=_("Their answer"), max_length=200, required=False)
    follow_up_on = forms.DateField(label=_("Follow up on"), widget=DAY, required=False)


class ConversationForm(TalkForm):
    """A talk, with where they stand when it was asked."""

    question = forms.CharField(label=_("Question of the assessment"), max_length=120, required=False)
    score = forms.IntegerField(
        label=_("Where they stand"), min_value=1, max_value=5, required=False, help_text=_("1 leads, 5 is against.")
    )


class AssessmentForm(forms.Form):
    on = forms.DateField(label=_("On"), widget=DAY, validators=[not_ahead])
    question = forms.CharField(label=_("Question of the assessment"), max_length=120)
    score = forms.IntegerField(
        label=_("Where they stand"), min_value=1, max_value=5, help_text=_("1 leads, 5 is against.")
    )


class TakeBackForm(forms.Form):
    why = forms.CharField(label=_("Why?"), max_length=200, help_text=_("Such as: noted for the wrong person."))


class ExportForm(forms.Form):
    segment = forms.ChoiceField(label=_("Which list?"))
    format = forms.ChoiceField(label=_("As what?"))
    purpose = forms.CharField(
        label=_("What is it for?"), max_length=300, help_text=_("Kept in the record of exports, with your name.")
    )
    leaves_out = forms.BooleanField(
        label=_("On paper, leave out whose name our letters cannot write"), required=False,
        help_text=_("Else the file is not made, and you are told who they are."),
    )  # fmt: skip

    def __init__(self, *args: Any, segments: Any = (), formats: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("segment", [(row.name, row.name) for row in segments]), ("format", list(formats))):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = choices


class ReconcileForm(forms.Form):
    unit_list = forms.ChoiceField(label=_("Employer's list"))
    dues = forms.ChoiceField(label=_("Payroll remittance"), required=False)
    edues = forms.ChoiceField(label=_("Card and bank payments"), required=False)
    as_of = forms.DateField(label=_("Members as of"), widget=DAY, initial=timezone.localdate)

    def __init__(self, *args: Any, imports: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, kind in (("unit_list", "unit"), ("dues", "remittance"), ("edues", "edues")):
            field = self.fields[name]
            rows = [(str(row.public_id), str(row)) for row in imports if row.kind == kind]
            if isinstance(field, forms.ChoiceField):
                none = [("", _("none"))] if not (rows and field.required) else []
                field.choices = [*none, *rows] if name == "edues" else [*rows, *none]
                field.initial = field.choices[0][0]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not said.get("dues") and not said.get("edues"):
            raise forms.ValidationError(gettext("Choose a payroll remittance or a file of card and bank payments."))
        return said


class DuesForm(forms.Form):
    """`amount` as people write money; `cents` after cleaning."""

    amount = forms.CharField(label=_("Dues each time"), max_length=12, help_text=_("In dollars, such as 19.75."))
    method = forms.ChoiceField(label=_("Pays by"), choices=DuesMethod, required=False)
    why = forms.CharField(label=_("Why is it corrected?"), max_length=120)

    def clean_amount(self) -> int:
        try:
            return money.cents(self.cleaned_data["amount"])
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class OutcomeForm(forms.Form):
    outcome = forms.CharField(label=_("How did it end?"), max_length=300)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
