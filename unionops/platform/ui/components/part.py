"""Renders one part from `templates/ui/`."""

from typing import Any

from django.template.loader import get_template
from django.utils.safestring import SafeString


def part(name: str, /, **values: Any) -> SafeString:
    """The part's HTML; values are escaped by the template itself."""
    return SafeString(get_template(f"ui/_{name}.html").render(values).strip())


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value, or a ValueError that names the choices: a spelling mistake must not pass in silence."""
    if value not in allowed:
        raise ValueError(f"{name} {value!r} is not one of {', '.join(filter(None, allowed))}")
    return value
