"""What people enter about agreements."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from contracts.models import (
    AgreementKind,
    AgreementVersion,
    ClauseLevel,
    CorrectionKind,
    Element,
    NoteKind,
)
from unionops.platform.access import queries
from unionops.platform.ai.models import Review
from unionops.platform.core.widgets import DayInput
from unionops.platform.ui.widgets import LongSelect

DAY = DayInput()


def words_of_name(file: str) -> str:
    """ "master_agreement-2026.pdf" is "Master agreement 2026"."""
    words = " ".join(Path(file).stem.replace("_", " ").replace("-", " ").split())
    return (words[:1].upper() + words[1:])[:200] or file[:200]


class AddForm(forms.Form):
    file = forms.FileField(label=_("File"), help_text=_("PDF, Word (.docx), HTML, Markdown or text."))
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Such as Master Agreement. Left empty, it is the title of the version before, or the file's name."),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=AgreementKind.choices)
    supersedes = forms.ChoiceField(
        label=_("It replaces"), required=False, help_text=_("Choose the version before, and notes are carried over.")
    )
    parent = forms.ModelChoiceField(
        label=_("It belongs to"),
        queryset=queries.units().none(),
        required=False,
        empty_label=_("nothing, it stands alone"),
        help_text=_("The agreement that a side letter, supplement or award changes."),
    )
    unit = forms.ModelChoiceField(
        label=_("Bargaining unit"), queryset=queries.units().none(), required=False, empty_label=_("every unit")
    )
    effective = forms.DateField(label=_("In force from"), required=False, widget=DayInput())
    expires = forms.DateField(label=_("Expires"), required=False, widget=DayInput())

    def __init__(
        self,
        *args: Any,
        units: Any = None,
        agreements: Any = None,
        versions: Iterable[AgreementVersion] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        before = self.fields["supersedes"]
        if isinstance(before, forms.ChoiceField):
            before.choices = [("", _("nothing, it is new")), *((key, str(v)) for key, v in self.versions.items())]
        for name, rows in (("unit", units), ("parent", agreements)):
            choice = self.fields[name]
            if isinstance(choice, forms.ModelChoiceField) and rows is not None:
                choice.queryset = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("supersedes") and not data.get("title") and data.get("file"):
            data["title"] = words_of_name(data["file"].name)
        if data.get("effective") and data.get("expires") and data["expires"] < data["effective"]:
            self.add_error("expires", _("It expires before it comes into force. Check both dates."))
        return data

    @property
    def before(self) -> AgreementVersion | None:
        return self.versions.get(self.cleaned_data.get("supersedes", ""))


class SearchForm(forms.Form):
    q = forms.CharField(
        label=_("Words, or a number like 8.2"),
        max_length=300,
        error_messages={"required": _("Type a word, a phrase in quotes, or a number like 8.2.")},
    )
    where = forms.ChoiceField(label=_("Agreement"), required=False, widget=LongSelect)
    kind = forms.ChoiceField(
        label=_("Kind of text"),
        choices=[("", _("every kind")), *AgreementKind.choices],
        required=False,
        widget=LongSelect,
    )
    article = forms.CharField(label=_("Article or appendix"), max_length=80, required=False)
    on = forms.DateField(
        label=_("As it stood on"), widget=DAY, required=False, help_text=_("Empty means in force today.")
    )

    def __init__(self, *args: Any, versions: Iterable[AgreementVersion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = {"all": str(_("all agreements")), **{str(v.public_id): str(v) for v in versions}}
        where = self.fields["where"]
        if isinstance(where, forms.ChoiceField):
            where.choices = [("", _("my own agreements")), *self.names.items()]


class AskForm(forms.Form):
    text = forms.CharField(
        label=_("Your question"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As you would say it to a steward. Leave out names."),
    )
    version = forms.ChoiceField(
        label=_("Agreement"), required=False, error_messages={"required": _("Choose the agreement that should answer.")}
    )

    def __init__(
        self, *args: Any, versions: Iterable[AgreementVersion] = (), units: Iterable[int] = (), **kwargs: Any
    ) -> None:
        """Where several agreements may be the person's own, or all are of others than the person's `units`, none is
        taken for it: one must be chosen.
        """
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        version, choices = self.fields["version"], [(key, str(v)) for key, v in self.versions.items()]
        foreign = units and not {v.agreement.unit_id for v in self.versions.values()} & {None, *units}
        version.required = bool(foreign and choices) or len(_own(self.versions.values())) > 1
        if isinstance(version, forms.ChoiceField):
            version.choices = [("", _("choose")), *choices] if version.required else choices

    @property
    def chosen(self) -> AgreementVersion | None:
        return self.versions.get(self.cleaned_data.get("version", ""))


def _own(versions: Iterable[AgreementVersion]) -> list[AgreementVersion]:
    """The agreements proper among a person's texts: those of the person's units, else those of every unit."""
    whole = [version for version in versions if version.agreement.kind == AgreementKind.AGREEMENT]
    return [version for version in whole if version.agreement.unit_id is not None] or whole


class ReviewForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Verdict"), choices=Review.choices)
    text = forms.CharField(
        label=_("In your own words"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    reason = forms.CharField(
        label=_("Why you decide otherwise"),
        required=False,
        max_length=300,
        help_text=_("Stays on record beside the first decision."),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == Review.EDITED and not (data.get("text") or "").strip():
            self.add_error("text", _("Write the answer as you would give it."))
        return data


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Note"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}))
    kind = forms.ChoiceField(label=_("Kind"), choices=NoteKind.choices)
    quote = forms.CharField(
        label=_("About these words"),
        required=False,
        max_length=1000,
        help_text=_("Copied from the clause; may be left empty."),
    )


class ClausesField(forms.CharField):
    """Labels parted by commas or semicolons, such as '8.2, 11.4(b)'; gives a list of them."""

    def clean(self, value: Any) -> Any:
        return [part.strip() for part in str(super().clean(value)).replace(";", ",").split(",") if part.strip()]


class PracticeForm(forms.Form):
    title = forms.CharField(label=_("Practice"), max_length=200, help_text=_("In a few words, as people call it."))
    what = forms.CharField(
        label=_("What is done"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Who does what, when, and on which terms. Leave out names of members."),
    )
    since = forms.DateField(label=_("Since"), required=False, widget=DAY)
    since_words = forms.CharField(
        label=_("Since, in words"), required=False, max_length=120, help_text=_("When nobody knows the day.")
    )
    unit = forms.ModelChoiceField(
        label=_("Bargaining unit"), queryset=queries.units().none(), required=False, empty_label=_("every unit")
    )
    worksite = forms.ModelChoiceField(
        label=_("Worksite"), queryset=queries.worksites().none(), required=False, empty_label=_("every worksite")
    )
    version = forms.ChoiceField(label=_("Agreement"), required=False)
    clauses = ClausesField(
        label=_("Clauses"),
        required=False,
        max_length=300,
        help_text=_("Such as 8.2, 11.4(b)."),
    )

    def __init__(
        self, *args: Any, versions: Iterable[AgreementVersion] = (), units: Any = None, worksites: Any = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        _choose(self, "version", self.versions)
        for name, rows in (("unit", units), ("worksite", worksites)):
            field = self.fields[name]
            if rows is not None and isinstance(field, forms.ModelChoiceField):
                field.queryset = rows

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("since") and not data.get("since_words"):
            self.add_error("since", _("Give the day it began, or say in words since when."))
        return data

    @property
    def chosen(self) -> AgreementVersion | None:
        return self.versions.get(self.cleaned_data.get("version", ""))

    @property
    def facts(self) -> dict[str, Any]:
        names = ("title", "what", "since", "since_words", "unit", "worksite")
        return {name: self.cleaned_data[name] for name in names}


def _choose(form: forms.Form, name: str, versions: dict[str, AgreementVersion], every: Any = None) -> None:
    """Versions to choose from; `every` is what choosing none of them means."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = [*([("", every)] if every else []), *((key, str(v)) for key, v in versions.items())]


class FactForm(forms.Form):
    element = forms.ChoiceField(label=_("It shows that the practice is"), choices=Element.choices)
    happened_on = forms.DateField(label=_("Day"), widget=DAY)
    what = forms.CharField(label=_("What happened"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    knew = forms.CharField(
        label=_("Who knew"), max_length=300, help_text=_("On both sides, by office: the shift manager, the steward.")
    )
    source = forms.CharField(label=_("Source"), max_length=300, help_text=_("The paper, message or log that says so."))
    witnesses = forms.CharField(label=_("Witnesses"), required=False, max_length=300)


class EndForm(forms.Form):
    ended_on = forms.DateField(label=_("Last day"), widget=DAY)
    why = forms.CharField(
        label=_("How it ended"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("By agreement, by notice, or by new words in the agreement; name the paper."),
    )


class MemoForm(forms.Form):
    version = forms.ChoiceField(label=_("Agreement"), required=False)
    text = forms.CharField(
        label=_("The memo or proposal"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Paste the whole text. It is compared here and not kept."),
    )

    def __init__(self, *args: Any, versions: Iterable[AgreementVersion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        _choose(self, "version", self.versions, _("all my agreements"))

    @property
    def chosen(self) -> AgreementVersion | None:
        return self.versions.get(self.cleaned_data.get("version", ""))


class ProposalForm(forms.Form):
    """A proposal of the employer, dropped as a file or pasted; it is kept only when somebody says so."""

    old = forms.ChoiceField(label=_("Text in force"))
    file = forms.FileField(
        label=_("The proposal as a file"), required=False, help_text=_("PDF, Word (.docx), HTML, Markdown or text.")
    )
    text = forms.CharField(
        label=_("Or paste it here"),
        max_length=200_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("With the headings of its articles and sections."),
    )
    whole = forms.BooleanField(
        label=_("It is a whole new agreement"),
        required=False,
        help_text=_("Then articles it leaves out count as removed. Otherwise they are taken to stay."),
    )
    keep = forms.BooleanField(
        label=_("Keep it for the team"),
        required=False,
        help_text=_(
            "Then the team sees it, and the model can put it in words. Otherwise only you see it, for a day at most."
        ),
    )

    def __init__(self, *args: Any, versions: Iterable[AgreementVersion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        _choose(self, "old", self.versions)

    def clean(self) -> dict[str, Any]:
        clean = super().clean() or {}
        if not self.errors and bool(clean.get("file")) == bool((clean.get("text") or "").strip()):
            raise forms.ValidationError(_("Choose a file or paste the text: one of the two."))
        return clean

    @property
    def chosen(self) -> AgreementVersion:
        return self.versions[self.cleaned_data["old"]]


class LetterForm(forms.Form):
    version = forms.ChoiceField(label=_("Agreement"))
    clauses = ClausesField(label=_("Clauses it changes"), max_length=300, help_text=_("Such as 8.2, 11.4(b)."))
    what = forms.CharField(label=_("What it changes"), required=False, max_length=300)

    def __init__(self, *args: Any, versions: Iterable[AgreementVersion] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.versions = {str(version.public_id): version for version in versions}
        _choose(self, "version", self.versions)

    @property
    def chosen(self) -> AgreementVersion | None:
        return self.versions.get(self.cleaned_data.get("version", ""))


class CorrectionForm(forms.Form):
    kind = forms.ChoiceField(label=_("What to correct"), choices=CorrectionKind.choices)
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    number = forms.CharField(label=_("Number"), required=False, max_length=40)
    level = forms.ChoiceField(label=_("It is a"), required=False, choices=[("", _("as it is")), *ClauseLevel.choices])
    words = forms.CharField(
        label=_("First words of the new part"), required=False, max_length=300, help_text=_("Only for a split.")
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == CorrectionKind.SPLIT and not data.get("words"):
            self.add_error("words", _("Copy the first words of the part that should stand alone."))
        return data

    @property
    def value(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key) or "" for key in ("title", "number", "level", "words")}


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(
        choices=[("accept", _("Accept")), ("edit", _("Keep in my words")), ("reject", _("Reject"))]
    )
    text = forms.CharField(required=False, max_length=4000)
    back = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verdict") == "edit" and not (data.get("text") or "").strip():
            self.add_error("text", _("Write it in your words, or accept it as it is."))
        return data

    @property
    def decision(self) -> dict[str, Any]:
        verdict = self.cleaned_data["verdict"]
        return {"accept": verdict != "reject", "text": self.cleaned_data["text"] if verdict == "edit" else ""}
