"""Reads lists of returned mail whose columns nobody told us: who it was, and what the words of a row say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from comms.returned import Returned, entry_in, kind_of
from unionops.platform.core import lazy_re as re

_ADDRESS = re.compile(r"[^\s<>\"',;@]+@[^\s<>\"',;@]+\.[^\s<>\"',;@]+")
_WHO = re.compile(r"e-?mail|address|recipient|rcpt|destinat|correo|(?:^|\.)to(?:\.\d+)?$", re.IGNORECASE)
_NOT_WHO = re.compile(r"from|sender|reply|subject|remitente|asunto|user.?agent|campaign", re.IGNORECASE)
_STATUS = re.compile(r"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}\b(?!\.)")
_CODE = re.compile(r"(?<![\d.])(?P<of>[45])\d\d(?![\d.])")
_COMPLAINT = re.compile(
    r"complain|spam.?(?:report|complaint)|marked (?:it )?as spam|\babuse\b|\bqueja|reporte de spam", re.I
)
# Sent, read, put off for the moment or answered by a machine: nobody was missed.
_FINE = re.compile(
    r"\b(?:delivered|opened?|clicked?|processed|sent|accepted|deferred|delayed|unsubscribed?|auto ?-?respon\w+|"
    r"entregado|abierto|diferido)\b",
    re.IGNORECASE,
)
_PASSES = re.compile(
    r"\bsoft|transient|temporar|\bfull\b|quota|over.?limit|blocked|\bspam|content|undetermined|\bsuave|blando|"
    r"temporal|llen[oa]\b|hard_bounce false|inactive false",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\bhard|permanent|bounce|bounced|invalid|no.?(?:such.)?mailbox|unknown|not.?(?:exist|found)|\bduro|inexistente|"
    r"no existe|rebot",
    re.IGNORECASE,
)


def returned(row: Mapping[str, Any]) -> Returned | None:
    """What one row tells; None when it names nobody or tells of no failure."""
    cells = dict(_cells("", row))
    address = next((found[0] for name, cell in cells.items() if (found := _who(name, cell))), "")
    words = " ".join(f"{name.rpartition('.')[2]} {cell}" for name, cell in cells.items() if not _NOT_WHO.search(name))
    words = _ADDRESS.sub(" ", words)
    said = " ".join(_ADDRESS.sub(" ", cell) for name, cell in cells.items() if not _NOT_WHO.search(name))
    status, code = _STATUS.search(said), _CODE.search(said)
    entry = entry_in(" ".join(cells.values()))
    if not (address or entry):
        return None
    if _COMPLAINT.search(said):
        return Returned("complaint", entry, address, "complaint")
    if (_FINE.search(said) and not _GONE.search(said)) or not (status or code or _GONE.search(words)):
        return None
    passes = _PASSES.search(words) or (status and kind_of(status[0], said) == "soft") or (code and code["of"] == "4")
    return Returned("soft" if passes else "hard", entry, address, " ".join(said.split())[:200])


def _who(name: str, cell: str) -> re.Match[str] | None:
    return _ADDRESS.search(cell) if _WHO.search(name) and not _NOT_WHO.search(name) else None


def _cells(path: str, value: Any) -> Iterator[tuple[str, str]]:
    """('msg.email', 'a@b.example') of everything within, however deep."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _cells(f"{path}.{name}".strip("."), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _cells(f"{path}.{number}" if number else path, inner)
    elif value is not None:
        yield path, str(value).lower() if isinstance(value, bool) else str(value)
