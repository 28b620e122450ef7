"""Forms: the summary of what is wrong first, then each field with its label, hint and error."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.platform.ui.components.part import part


def error_summary(*forms: Any) -> SafeString:
    """What is wrong in these forms (or formsets), each with a link to its field; takes the focus."""
    problems = [problem for form in forms if form is not None for problem in _problems(form)]
    if not problems:
        return SafeString("")
    title = ngettext("There is a problem", "There are %(n)s problems", len(problems)) % {"n": len(problems)}
    return part("error_summary", problems=problems, title=title)


def _problems(form: Any) -> Iterator[tuple[str, str, str]]:
    """(address of the field, its label, the sentence)."""
    if hasattr(form, "forms"):
        yield from (("", "", str(error)) for error in form.non_form_errors())
        for each in form.forms:
            yield from _problems(each)
        return
    yield from (("", "", str(error)) for error in form.non_field_errors())
    for name in form.errors:
        if name in form.fields:
            yield from _of_field(form[name])


def _of_field(field: Any) -> Iterator[tuple[str, str, str]]:
    target = f"#{field.id_for_label or field.auto_id}"
    if field.use_fieldset:
        target = f"#{field.auto_id}_0"
    for error in field.errors:
        yield target, str(field.label).rstrip(" .:"), str(error)


def form_body(form: Any, *, summary: bool = True) -> SafeString:
    """The error summary, hidden fields and every visible field of a form, in its order."""
    return part("form_body", form=form, summary=error_summary(form) if summary else "")


def form_row(field: Any) -> SafeString:
    """One field with its label, hint and error."""
    return SafeString(field.as_field_group())


def field_row(content: str) -> SafeString:
    """Several short fields side by side where there is room."""
    return format_html('<div class="field-row">{}</div>', content)


def form_buttons(content: str) -> SafeString:
    """The buttons below a form: the deed first, the way out second."""
    return format_html('<div class="form-acts">{}</div>', content)


def optional(field: Any) -> str:
    """'(optional)' for a field that may stay empty; not for a box, nor where one of the choices says 'none'."""
    single_box = getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset
    says_none = any(value == "" for value, _label in getattr(field.field, "choices", ()))
    return "" if field.field.required or single_box or says_none else _("(optional)")
