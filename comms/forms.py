"""The forms of a message: brief, facts, sources, words, reasons, sending."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.forms.formsets import BaseFormSet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from comms.checks.facts import no_such_day
from comms.models import Klass, Medium, Result
from comms.services.briefs import BriefInput
from members.models import Channel
from unionops.platform.core import days
from unionops.platform.core.widgets import DayInput, MomentInput

FACT_KINDS = [
    ("", _("choose")),
    ("text", _("What happened")),
    ("date", _("Date")),
    ("time", _("Time")),
    ("room", _("Place or room")),
    ("deadline", _("Do it by")),
    ("name", _("Who to ask")),
    ("phone", _("Phone")),
    ("email", _("E-mail address")),
    ("link", _("Link")),
    ("number", _("Number")),
    ("money", _("Sum of money")),
    ("percent", _("Percent")),
    ("quotation", _("Words to quote")),
]
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]


class BriefForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=160, help_text=_("Short; it heads the message."))
    purpose = forms.CharField(
        label=_("What must be said"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What happened, what it means for whom, and what people should do."),
    )
    klass = forms.ChoiceField(
        label=_("Class of message"),
        choices=Klass.choices,
        help_text=_("Decides who may get it, at which address, and how many people must approve."),
    )
    channels = forms.MultipleChoiceField(
        label=_("Channels"), choices=Medium.choices, widget=forms.CheckboxSelectMultiple, initial=["email"]
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, widget=forms.CheckboxSelectMultiple, initial=["en"]
    )
    segments = forms.MultipleChoiceField(
        label=_("Who: saved lists"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One version is written for each. Lists are made on the page Members."),
    )
    groups = forms.CharField(
        label=_("Other groups"),
        required=False,
        max_length=200,
        help_text=_("For posters and talking points, with commas between: all members, new stewards."),
    )

    def __init__(self, *args: Any, lists: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lists = dict(lists)
        field = self.fields["segments"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = lists

    def clean_purpose(self) -> str:
        purpose = str(self.cleaned_data["purpose"])
        if day := no_such_day("text", purpose):
            raise forms.ValidationError(_("There is no such day: %s. Write it as December 5, 2026.") % day)
        return purpose

    def brief(self, facts: list[dict[str, str]], sources: list[dict[str, str]]) -> BriefInput:
        data = self.cleaned_data
        audiences = [{"label": self._lists[pk], "segment": pk} for pk in data["segments"]]
        audiences += [{"label": name, "segment": ""} for name in _names(data["groups"])]
        return BriefInput(
            title=data["title"],
            purpose=data["purpose"],
            klass=data["klass"],
            channels=data["channels"],
            languages=data["languages"],
            audiences=audiences,
            facts=facts,
            sources=sources,
        )


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


class FactForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=FACT_KINDS, required=False)
    value = forms.CharField(label=_("Fact"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A fact whose kind is settled asks for the fact alone, under the name of its kind."""
        super().__init__(*args, **kwargs)
        names = dict(FACT_KINDS)
        if self.initial.get("kind") in names:
            self.fields["kind"].widget = forms.HiddenInput()
            self.fields["value"].label = names[self.initial["kind"]]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("value") and not data.get("kind"):
            self.add_error("kind", _("Say what kind of fact this is."))
        if day := no_such_day(data.get("kind") or "text", data.get("value") or ""):
            self.add_error("value", _("There is no such day: %s. Write it as December 5, 2026.") % day)
        return data


class SourceForm(forms.Form):
    id = forms.CharField(widget=forms.HiddenInput, required=False)
    label = forms.CharField(label=_("Where it stands"), max_length=160, required=False)
    text = forms.CharField(label=_("The words"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("text") and not data.get("label"):
            self.add_error("label", _("Say where these words stand, such as Article 18, Section 4."))
        return data


FactSet = forms.formset_factory(FactForm, extra=4, max_num=40)
SourceSet = forms.formset_factory(SourceForm, extra=1, max_num=12)


def facts_of(formset: BaseFormSet[Any]) -> list[dict[str, str]]:
    rows = [form.cleaned_data for form in formset.forms if form.cleaned_data.get("value")]
    return [{"id": f"f{n}", "kind": row["kind"], "value": row["value"]} for n, row in enumerate(rows, 1)]


def sources_of(formset: BaseFormSet[Any]) -> list[dict[str, str]]:
    rows = [form.cleaned_data for form in formset.forms if form.cleaned_data.get("text")]
    return [{"id": row["id"] or f"s{n}", "label": row["label"], "text": row["text"]} for n, row in enumerate(rows, 1)]


class WordsForm(forms.Form):
    """The words of one version."""

    subject = forms.CharField(label=_("Subject"), max_length=200, required=False)
    preheader = forms.CharField(
        label=_("Line under the subject"), max_length=200, required=False, help_text=_("Phones show it in the list.")
    )
    body = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 18}), max_length=20_000)

    def __init__(self, *args: Any, channel: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if channel not in {Medium.EMAIL, Medium.LETTER}:
            del self.fields["subject"]
        if channel != Medium.EMAIL:
            del self.fields["preheader"]
        if channel in {Medium.SMS, Medium.SOCIAL}:
            self.fields["body"].widget.attrs["rows"] = 6


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class CommentForm(forms.Form):
    line = forms.TypedChoiceField(label=_("Line"), coerce=int)
    text = forms.CharField(label=_("Remark"), max_length=500)

    def __init__(self, *args: Any, body: str, **kwargs: Any) -> None:
        """Offers the lines of the text that say something, by their number."""
        super().__init__(*args, **kwargs)
        field = self.fields["line"]
        if isinstance(field, forms.ChoiceField):
            said = [(n, line.strip()) for n, line in enumerate(body.splitlines(), 1) if line.strip()]
            field.choices = [(n, f"{n}. {line[:60]}") for n, line in said]


class SendForm(forms.Form):
    at = forms.DateTimeField(
        label=_("Not before"),
        required=False,
        widget=MomentInput(),
        help_text=_("Empty: in 60 seconds."),
    )
    per_minute = forms.IntegerField(
        label=_("Messages a minute"),
        required=False,
        min_value=0,
        max_value=6000,
        help_text=_("Your mail provider may limit this. Empty: as fast as it takes them."),
    )

    def clean_at(self) -> datetime.datetime | None:
        at: datetime.datetime | None = self.cleaned_data["at"]
        if at and at < timezone.now() - datetime.timedelta(minutes=5):
            raise forms.ValidationError(_("That moment has passed. Choose a later one, or leave it empty."))
        return at


class ExportForm(forms.Form):
    file_format = forms.ChoiceField(label=_("For"))
    purpose = forms.CharField(label=_("Purpose"), max_length=300, help_text=_("Kept on record with your name."))

    def __init__(self, *args: Any, formats: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["file_format"]
        if isinstance(field, forms.ChoiceField):
            field.choices = formats


class ReplyForm(forms.Form):
    text = forms.CharField(label=_("What came back"), max_length=300)
    count = forms.IntegerField(label=_("How many"), min_value=1, max_value=100_000, initial=1)


class BounceForm(forms.Form):
    file = forms.FileField(
        label=_("File of returned mail"),
        help_text=_("A mailbox file (.mbox), one message (.eml), or what your provider saved (.json)."),
    )


class OutcomeForm(forms.Form):
    """A file from whoever called, texted or knocked."""

    file = forms.FileField(
        label=_("File with the results"),
        help_text=_("CSV or Excel, as the program gives it: external_id or the number, and what came of it."),
    )
    channel = forms.ChoiceField(label=_("How people were reached"), choices=Channel.choices, initial="sms")
    version = forms.ChoiceField(label=_("Which message"), required=False)

    def __init__(self, *args: Any, versions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["version"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("none in particular")), *versions]


class MeaningsForm(forms.Form):
    """One question for each of the words of a file: what it was read as, to be changed."""

    def __init__(self, *args: Any, words: dict[str, tuple[str, int]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = list(words)
        for number, (said, (result, rows)) in enumerate(words.items()):
            label = ngettext("“%(said)s” in %(n)s row", "“%(said)s” in %(n)s rows", rows) % {"said": said, "n": rows}
            choices = [("", _("leave out")), *Result.choices]
            self.fields[f"word-{number}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=result
            )

    def meanings(self) -> dict[str, str]:
        return {said: self.cleaned_data[f"word-{number}"] for number, said in enumerate(self.words)}


class TemplateForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    klass = forms.ChoiceField(
        label=_("Class of message"), required=False, choices=[("", _("any class")), *Klass.choices]
    )
    channel = forms.ChoiceField(label=_("Channel"), choices=Medium.choices)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    subject = forms.CharField(label=_("Subject"), max_length=200, required=False)
    body = forms.CharField(label=_("Text"), widget=forms.Textarea(attrs={"rows": 14}), max_length=20_000)


class ReleaseForm(forms.Form):
    """A text any message may rest on."""

    label = forms.CharField(
        label=_("Where it stands"), max_length=160, help_text=_("Such as: Minutes of the meeting of November 10.")
    )
    text = forms.CharField(label=_("Words"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000)


class ElectionForm(forms.Form):
    candidates = forms.CharField(
        label=_("Candidates"), widget=forms.Textarea(attrs={"rows": 4}), help_text=_("One name on each line.")
    )
    since = forms.DateField(
        label=_("From the day of nominations"),
        initial=days.today,
        widget=DayInput(),
    )
    until = forms.DateField(label=_("To the day of the count"), widget=DayInput())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("since") and data.get("until") and data["until"] < data["since"]:
            self.add_error("until", _("The count cannot come before the nominations."))
        return data
