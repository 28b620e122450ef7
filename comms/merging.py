"""Fills `{{ name }}` slots from a closed list of fields; never `str.format`, never template code."""

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from unionops.platform.core import lazy_re as re

FIELD = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
# Each field with the word that stands in when it is empty; no field knows anything of a case.
FIELDS = {
    "first_name": "friend",
    "last_name": "",
    "full_name": "friend",
    "worksite": "your worksite",
    "shift": "your shift",
    "department": "your department",
    "job_title": "your job",
    "unit": "your unit",
    "employer": "your employer",
    "steward_name": "your steward",
    "local_name": "your local",
    "local_number": "",
    "local_phone": "",
    "local_email": "",
}
FALLBACKS_ES = {
    "first_name": "colega",
    "full_name": "colega",
    "worksite": "su lugar de trabajo",
    "shift": "su turno",
    "department": "su departamento",
    "job_title": "su puesto",
    "unit": "su unidad",
    "employer": "su empleador",
    "steward_name": "su delegado",
    "local_name": "su sindicato",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]+")

Values = Mapping[str, str]


def plain(value: str) -> str:
    return value


def one_line(value: str) -> str:
    """For subjects and headers: no line break, no control sign survives."""
    return " ".join(_CONTROL.sub(" ", value).split())


def in_html(value: str) -> str:
    return html.escape(value, quote=True)


@dataclass(frozen=True)
class Pattern:
    """A text cut once into literals and fields, so that filling 10,000 of them is joining strings."""

    literals: tuple[str, ...]
    names: tuple[str, ...]
    fallbacks: tuple[str, ...]

    def fill(self, values: Values, clean: Callable[[str], str] = plain) -> str:
        if not self.names:
            return self.literals[0]
        words = [values.get(name) or fallback for name, fallback in self._fields]
        if clean is not plain:
            words = [clean(word) for word in words]
        return self._shape % tuple(words)

    @cached_property
    def _fields(self) -> tuple[tuple[str, str], ...]:
        return tuple(zip(self.names, self.fallbacks, strict=True))

    @cached_property
    def _shape(self) -> str:
        return "%s".join(literal.replace("%", "%%") for literal in self.literals)

    def missing(self, values: Values) -> list[str]:
        return [name for name in dict.fromkeys(self.names) if not values.get(name)]


def cut(text: str, language: str = "en") -> Pattern:
    """Unknown fields stay as they are written: checks have refused them long before."""
    literals, names, fallbacks, at = [], [], [], 0
    for match in FIELD.finditer(text):
        if match[1] not in FIELDS:
            continue
        literals.append(text[at : match.start()])
        names.append(match[1])
        fallbacks.append(_fallback(match[1], language))
        at = match.end()
    return Pattern((*literals, text[at:]), tuple(names), tuple(fallbacks))


def fill(text: str, values: Values, language: str = "en", clean: Callable[[str], str] = plain) -> str:
    return cut(text, language).fill(values, clean)


def names_in(text: str) -> list[str]:
    return list(dict.fromkeys(match[1] for match in FIELD.finditer(text) if match[1] in FIELDS))


def _fallback(name: str, language: str) -> str:
    if language.startswith("es"):
        return FALLBACKS_ES.get(name, FIELDS[name])
    return FIELDS[name]
