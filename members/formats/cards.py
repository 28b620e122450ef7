"""vCard 3.0 (RFC 2426): contacts for a phone."""

from __future__ import annotations

from collections.abc import Iterable

from members.formats.outgoing import Outgoing
from unionops.platform.core import lazy_re as re

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
"""No program takes a card that holds one of these."""


def vcards(people: Iterable[Outgoing]) -> str:
    return "".join(_card(person) for person in people)


def _card(person: Outgoing) -> str:
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_safe(person.last_name)};{_safe(person.first_name)};{_safe(person.middle)};;{_safe(person.suffix)}",
        f"FN:{_safe(person.full_name or person.called or person.email or person.cell)}",
        f"UID:{person.external_id}",
        *([f"NICKNAME:{_safe(person.preferred_name)}"] if person.preferred_name else []),
        *_telephones(person),
        *([f"EMAIL;TYPE=HOME:{_safe(person.email)}"] if person.email else []),
        *([_address(person)] if person.street else []),
        *([f"CATEGORIES:{','.join(map(_safe, person.tags))}"] if person.tags else []),
        "END:VCARD",
    ]
    return "".join(_folded(line) for line in lines)


def _telephones(person: Outgoing) -> list[str]:
    """The number used first, and the one at home beside it."""
    known = {person.cell: ("HOME" if person.cell_is_home else "CELL", person.cell_extension)}
    known.setdefault(person.home_phone, ("HOME", person.home_extension))
    return [
        f"TEL;TYPE={kind}:{number}" + (f" x{extension}" if extension else "")
        for number, (kind, extension) in known.items()
        if number
    ]


def _address(person: Outgoing) -> str:
    parts = ("", person.street2, person.street, person.city, person.state, person.zip, person.nation)
    return "ADR;TYPE=HOME:" + ";".join(map(_safe, parts))


def _safe(text: str) -> str:
    plain = CONTROL.sub("", text).replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    return "\\n".join(plain.splitlines())


def _folded(line: str) -> str:
    """At most 75 octets a line; what follows begins with a space. No character is cut in two."""
    pieces: list[str] = []
    current = ""
    for character in line:
        if len((current + character).encode()) > (75 if not pieces else 74):
            pieces.append(current)
            current = ""
        current += character
    return "\r\n ".join([*pieces, current]) + "\r\n"
