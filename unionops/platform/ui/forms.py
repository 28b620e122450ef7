"""The form of the reading settings."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from unionops.platform.ui.reading import CHOICES, Reading, clean

LABELS = {
    "theme": _("Colors"),
    "text": _("Size of text"),
    "face": _("Letters"),
    "contrast": _("Contrast"),
    "density": _("Rows of tables"),
    "keys": _("Keyboard"),
    "streaming": _("The model's words"),
}


class ReadingForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"), required=False)
    theme = forms.ChoiceField(label=LABELS["theme"], required=False, widget=forms.RadioSelect)
    text = forms.ChoiceField(label=LABELS["text"], required=False, widget=forms.RadioSelect)
    face = forms.ChoiceField(label=LABELS["face"], required=False, widget=forms.RadioSelect)
    contrast = forms.ChoiceField(label=LABELS["contrast"], required=False, widget=forms.RadioSelect)
    density = forms.ChoiceField(label=LABELS["density"], required=False, widget=forms.RadioSelect)
    keys = forms.ChoiceField(label=LABELS["keys"], required=False, widget=forms.RadioSelect)
    streaming = forms.ChoiceField(label=LABELS["streaming"], required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in CHOICES.items():
            self._choice(name).choices = list(choices.items())
        self._choice("language").choices = [("", _("As the browser says")), *settings.LANGUAGES]

    def _choice(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} is not a choice")
        return field

    def reading(self) -> Reading:
        return clean(self.cleaned_data)
