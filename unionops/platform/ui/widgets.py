"""Controls of forms that Django's own are too slow for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """A choice among a hundred: its options are written in one go, not by one template each."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen = set(self.format_value(value))
        rows = format_html_join("", '<option value="{}"{}>{}</option>', _options(self.choices, chosen))
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(self.build_attrs(self.attrs, attrs)), rows)


def _options(choices: Iterable[tuple[Any, Any]], chosen: set[str]) -> Iterable[tuple[str, SafeString, Any]]:
    for value, label in choices:
        key = "" if value is None else str(value)
        yield key, SafeString(" selected" if key in chosen else ""), label
