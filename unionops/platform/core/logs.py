"""Log lines as JSON, one each, without anything personal in them."""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime

from unionops.platform.core import lazy_re as re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(r"(?<![\w/-])\+?\d?[\s.(-]{0,2}\d{3}[\s.)-]{1,2}\d{3}[\s.-]\d{4}(?!\w)")


def without_contacts(text: str) -> str:
    return PHONE.sub("[phone]", EMAIL.sub("[e-mail]", text))


def where(error: BaseException | None) -> Iterator[str]:
    """Kinds and places of an error and of those behind it, the last one first. Not its words: they may hold a name."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield type(error).__name__
        yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
        error = error.__cause__ or error.__context__


class Private(logging.Filter):
    """Takes e-mail addresses and phone numbers out of every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_contacts(record.getMessage()), None
        return True


class Lines(logging.Formatter):
    """One JSON object per line; line breaks and control characters cannot forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "from": record.name,
            "text": record.getMessage(),
        }
        if number := getattr(getattr(record, "request", None), "incident", ""):
            entry["incident"] = number
        if record.exc_info:
            entry["trace"] = "\n".join(where(record.exc_info[1]))
        return json.dumps(entry)
