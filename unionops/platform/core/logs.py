"""Log lines as JSON, one each, without anything personal in them."""

import json
import logging
import re

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(r"(?<![\w/-])\+?\d?[\s.(-]{0,2}\d{3}[\s.)-]{1,2}\d{3}[\s.-]\d{4}(?!\w)")


def without_contacts(text: str) -> str:
    return PHONE.sub("[phone]", EMAIL.sub("[e-mail]", text))


class Private(logging.Filter):
    """Takes e-mail addresses and phone numbers out of every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_contacts(record.getMessage()), None
        return True


class Lines(logging.Formatter):
    """One JSON object per line; line breaks and control characters cannot forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "from": record.name,
            "text": record.getMessage(),
        }
        if record.exc_info:
            entry["trace"] = without_contacts(self.formatException(record.exc_info))
        return json.dumps(entry)
