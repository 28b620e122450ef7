"""How one person likes to read: colours, text size, typeface, keys; kept in a cookie, and with the account."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from urllib.parse import parse_qsl, urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "reading"
YEAR = 365 * 24 * 60 * 60
CHOICES: dict[str, dict[str, str | Promise]] = {
    "theme": {"": _("As the device says"), "light": _("Light"), "dark": _("Dark")},
    "text": {"": _("Normal"), "115": "115 %", "130": "130 %", "150": "150 %", "175": "175 %"},
    "face": {"": _("Normal letters"), "easy": _("Easy-read letters (Atkinson Hyperlegible)")},
    "contrast": {"": _("Normal contrast"), "more": _("More contrast")},
    "density": {"": _("Comfortable rows"), "compact": _("Compact rows")},
    "keys": {"": _("Single letters work as shortcuts"), "off": _("No single-letter shortcuts")},
    "streaming": {"": _("Show the model's words as they come"), "off": _("Show them only when finished")},
}


@dataclass(frozen=True)
class Reading:
    """Each field is one of its CHOICES; '' is the default."""

    theme: str = ""
    text: str = ""
    face: str = ""
    contrast: str = ""
    density: str = ""
    keys: str = ""
    streaming: str = ""

    def as_cookie(self, owner: str = "") -> str:
        """`owner` is whose it is, so that the next person on a shared computer does not inherit it."""
        return urlencode({name: value for name, value in {**asdict(self), "o": owner}.items() if value})

    def attributes(self) -> list[tuple[str, str]]:
        """data-attributes of the html element."""
        return [(f"data-{name}", value) for name, value in asdict(self).items() if value]


def clean(values: Mapping[str, str]) -> Reading:
    """Only known fields with known values."""
    known = {field.name: values.get(field.name, "") for field in fields(Reading)}
    return Reading(**{name: value for name, value in known.items() if value in CHOICES[name]})


def from_cookie(cookie: str) -> tuple[Reading, str]:
    """(the preferences, whose they are)."""
    values = dict(parse_qsl(cookie[:400]))
    return clean(values), values.get("o", "")
