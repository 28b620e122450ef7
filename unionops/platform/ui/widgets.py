"""Controls of forms that Django's own are too slow for."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """A choice among a hundred: its options are written in one go, not by one template each."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = self.get_context(name, value, attrs)["widget"]
        marked = (
            (one["value"], SafeString(" selected") if one["selected"] else "", one["label"])
            for _group, options, _n in shown["optgroups"]
            for one in options
        )
        rows = format_html_join("", '<option value="{}"{}>{}</option>', marked)
        return format_html('<select name="{}"{}>{}</select>', shown["name"], flatatt(shown["attrs"]), rows)
