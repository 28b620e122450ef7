"""Input about the model and the house memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from unionops.platform.ai import pulling, quotes
from unionops.platform.ai.guard import Installed
from unionops.platform.ai.models import MemoryItem, MemoryKind, ModelProfile, Role
from unionops.platform.core.problems import Problem

if TYPE_CHECKING:
    MemoryModelForm = forms.ModelForm[MemoryItem]
else:
    MemoryModelForm = forms.ModelForm


class ChooseForm(forms.Form):
    role = forms.ChoiceField(label=_("For what"), choices=Role.choices)
    name = forms.ChoiceField(label=_("Model"))

    def __init__(self, *args: Any, models: list[Installed], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        local = sorted((model for model in models if model.is_local), key=lambda model: not model.writes)
        self.models = {model.name: model for model in local}
        field = self.fields["name"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (name, f"{name} · {_('writes') if model.writes else _('finds texts alike')}")
            for name, model in self.models.items()
        ]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        model = self.models.get(values.get("name", ""))
        if model and values.get("role"):
            fits = model.embeds if values["role"] == Role.EMBED else model.writes
            if not fits:
                raise ValidationError(_("%(name)s cannot do this work."), params={"name": model.name})
        return values

    @property
    def model(self) -> Installed:
        return self.models[self.cleaned_data["name"]]


class PullForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("As in Ollama's library, such as qwen3.5:4b."))

    def clean_name(self) -> str:
        try:
            wanted = pulling.check_name(self.cleaned_data["name"])
            pulling.check_disk(wanted)
        except Problem as problem:
            raise ValidationError(str(problem)) from problem
        return wanted


class OptionsForm(forms.Form):
    num_ctx = forms.IntegerField(
        label=_("Window, in tokens"),
        min_value=1024,
        max_value=262_144,
        help_text=_("How much text the model sees at once. A larger window needs more memory."),
    )
    num_predict = forms.IntegerField(label=_("Longest answer, in tokens"), min_value=64, max_value=32_768)

    def __init__(self, *args: Any, profile: ModelProfile, **kwargs: Any) -> None:
        kwargs["initial"] = {"num_ctx": profile.num_ctx, "num_predict": profile.num_predict}
        super().__init__(*args, **kwargs)
        self.profile = profile

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        window, trained = values.get("num_ctx", 0), self.profile.context_length
        if trained and window > trained:
            self.add_error("num_ctx", _("This model was made for %(most)d tokens at most.") % {"most": trained})
        if window and values.get("num_predict", 0) > window // 2:
            self.add_error("num_predict", _("The answer may take half of the window at most."))
        return values


class MemoryForm(MemoryModelForm):
    class Meta:
        model = MemoryItem
        fields = ["kind", "title", "text", "expected", "language", "active"]
        labels = {
            "kind": _("What it is"),
            "title": _("Name"),
            "text": _("Words"),
            "expected": _("Right words, for exam questions"),
            "language": _("Language"),
            "active": _("Use it in drafts"),
        }
        help_texts = {
            "text": _("A word for translations: the name is the English word, here stands how the local says it."),
            "expected": _(
                "Exam questions: the name is the question, the words are the passage; here stands what to quote."
            ),
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 8})}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        wanted = values.get("kind") == MemoryKind.EXAM
        if wanted and not quotes.verify(values.get("expected", ""), values.get("text", "")):
            self.add_error("expected", _("These words do not stand in the passage. Copy them from it."))
        return values
