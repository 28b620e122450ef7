"""Dates, phones, e-mail addresses, money and numbers out of cells; ValueError says what is wrong."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

import phonenumbers

from unionops.platform.core import lazy_re as re
from unionops.platform.core import money

BLANK = {"", "-", "--", "n/a", "na", "none", "null", "nil", "unknown", "unk", "tbd", "#n/a", "."}
EXCEL_EPOCH = datetime.date(1899, 12, 30)
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: at for at, name in enumerate(MONTH_NAMES, start=1)} | {
    "ene": 1,
    "abr": 4,
    "ago": 8,
    "set": 9,
    "dic": 12,
    "fév": 2,
    "avr": 4,
    "mai": 5,
    "juin": 6,
    "juil": 7,
    "aoû": 8,
    "déc": 12,
}
"""By the first three letters, in English, Spanish and French; of 'juin' and 'juillet' by four."""
NUMERIC_DATE = re.compile(r"^(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})(?:[ T]\d{1,2}:.*)?$")
NAMED_DATE = re.compile(r"^(\d{1,2})[\s\-/.]*([A-Za-zéû]{3,12})\.?[\s\-/.,]*(\d{2,4})$")
MONTH_FIRST = re.compile(r"^([A-Za-zéû]{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
OF = re.compile(r"\s+del?\s+", re.IGNORECASE)
"""'17 de mayo de 2004'."""
EMAIL = re.compile(r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$")
EXTENSION = re.compile(r"\s*(?:;|,)?\s*(?:ext\.?|extension|x|#)\s*\.?:?\s*(\d{1,7})\s*$", re.IGNORECASE)
SCIENTIFIC = re.compile(r"^\d+(?:\.\d+)?[eE]\+?\d+$")
SIGN = r"(?:US\$|CA\$|C\$|USD|CAD|EUR|GBP|[$€£])"
CURRENCY = re.compile(rf"(?<![\d.,])(?<![\d.,]\s){SIGN}\s*(?=[-−–(]?\s*[\d.,])|(?<=[\d.,)\-])\s*{SIGN}\s*(?![\d.,\s])")
"""A local has one currency; its sign, before the figure or after it, is no part of it."""
EMPLOYER_MAIL = re.compile(r"\.(?:gov|mil)(?:\.[a-z]{2})?$|\.fed\.us$")


def is_blank(text: str) -> bool:
    return text.strip().casefold() in BLANK


def day_first(values: Iterable[str]) -> bool:
    """A column whose dates only make sense with the day in front."""
    day, month = _in_front(values)
    return day and not month


def _in_front(values: Iterable[str]) -> tuple[bool, bool]:
    """Whether some dates only make sense with the day in front, and some only with the month."""
    firsts = [match for value in values if (match := NUMERIC_DATE.match(value.strip())) and len(match[1]) <= 2]
    return any(int(match[1]) > 12 for match in firsts), any(int(match[2]) > 12 for match in firsts)


def past_day_first(values: Iterable[str], until: str, beside: Iterable[str] = ()) -> bool:
    """A column of days that are over by `until` (ISO), where some would lie far ahead with the month in front, and
    none lies ahead with the day. What is paid or who starts soon after it is no sign, nor is anything where days
    `beside` it have the month in front.
    """
    if not until or _in_front(beside)[1]:
        return False
    soon = (datetime.date.fromisoformat(until) + SOON).isoformat()
    found = [cell for cell in map(str.strip, values) if NUMERIC_DATE.match(cell)]
    try:
        either = [(date(cell), date(cell, european=True)) for cell in found]
    except ValueError:
        return False
    ahead = [(one.isoformat() > soon, other.isoformat() > until) for one, other in either]
    return any(one for one, _other in ahead) and not any(other for _one, other in ahead)


SOON = datetime.timedelta(days=62)
"""Dues of a month are paid in the next, and a list names who begins then."""


@lru_cache(maxsize=4_096)
def date(text: str, *, european: bool = False) -> datetime.date:
    """A date from ISO, US or named form, 20260131, or the number Excel keeps for a day."""
    raw = OF.sub(" ", text.strip())
    for read in (_numeric, _named, _compact):
        if found := read(raw, european):
            return found
    raise ValueError("not a date")


def _numeric(raw: str, european: bool) -> datetime.date | None:
    if not (match := NUMERIC_DATE.match(raw)):
        return None
    one, two, three = match[1], match[2], match[3]
    if len(one) == 4:
        return _make(int(one), int(two), int(three))
    month, day = (int(two), int(one)) if european else (int(one), int(two))
    return _make(_century(three), month, day)


def _named(raw: str, european: bool) -> datetime.date | None:
    if (match := NAMED_DATE.match(raw)) and (month := _month(match[2])):
        return _make(_century(match[3]), month, int(match[1]))
    if (match := MONTH_FIRST.match(raw)) and (month := _month(match[1])):
        return _make(int(match[3]), month, int(match[2]))
    return None


def _month(word: str) -> int | None:
    return MONTHS.get(word[:4].lower()) or MONTHS.get(word[:3].lower())


def _compact(raw: str, european: bool) -> datetime.date | None:
    """20260131, 01312026, or an Excel day number between 1927 and 2064."""
    if re.fullmatch(r"(?:19|20)\d{6}", raw):
        return _make(int(raw[:4]), int(raw[4:6]), int(raw[6:]))
    if re.fullmatch(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d", raw):
        return _make(int(raw[4:]), int(raw[:2]), int(raw[2:4]))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", raw) and 10_000 <= int(raw[:5]) <= 60_000:
        return EXCEL_EPOCH + datetime.timedelta(days=int(raw[:5]))
    return None


def _century(year: str) -> int:
    number = int(year)
    if len(year) > 2:
        return number
    return number + (2000 if number <= datetime.datetime.now(tz=datetime.UTC).year % 100 + 1 else 1900)


def _make(year: int, month: int, day: int) -> datetime.date:
    if not 1900 <= year <= 2100:
        raise ValueError(f"there is no year {year} here")
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise ValueError("there is no such day") from error


@lru_cache(maxsize=4_096)
def phone(text: str) -> tuple[str, str]:
    """(ten digits, or '+' and the digits of another country; extension)."""
    raw = text.strip()
    extension = found[1] if (found := EXTENSION.search(raw)) else ""
    body = EXTENSION.sub("", raw) if extension else raw
    if re.search(r"\d\s*[A-Za-z]+\s*\d", body):
        raise ValueError("not a phone number: letters stand within it")
    digits = re.sub(r"\D", "", body)
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    if len(digits) == 10 and digits[0] in "23456789":
        return digits, extension
    if body.startswith(("+", "011")):
        return _foreign(body), extension
    raise ValueError("the area code is missing" if len(digits) == 7 else "not a phone number of ten digits")


def _foreign(body: str) -> str:
    try:
        number = phonenumbers.parse(re.sub(r"^011", "+", body), None)
    except phonenumbers.NumberParseException as error:
        raise ValueError("not a phone number") from error
    if not phonenumbers.is_possible_number(number):
        raise ValueError("not a phone number")
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email(text: str) -> str:
    """In small letters. An address that would bounce is a ValueError, never mended by guessing."""
    address = text.strip().casefold().removeprefix("mailto:")
    if not EMAIL.match(address) or ".." in address or len(address) > 254 or address.split("@")[0].endswith("."):
        raise ValueError("not an e-mail address")
    return address


def is_employer_mail(address: str) -> bool:
    return bool(EMPLOYER_MAIL.search(address))


def cents(text: str) -> int:
    """Cents; trailing minus, parentheses and CR mean money back."""
    raw = CURRENCY.sub("", text.strip().upper())
    sign = -1 if raw.endswith("CR") else 1
    raw = raw.removesuffix("CR").removesuffix("DR").strip().replace("−", "-").replace("–", "-")
    raw = raw.replace("- ", "-")
    return sign * money.cents(raw)


def whole_cents(text: str) -> str:
    """Of a column that says it counts cents."""
    raw = text.strip().removesuffix(".0")
    if not re.fullmatch(r"-?\d+", raw):
        raise ValueError("not a whole number of cents")
    return raw


def identifier(text: str) -> str:
    """A number as text: no spaces, no '.0' from a spreadsheet. Numbers Excel shortened are lost."""
    raw = re.sub(r"\s+", "", text.strip().lstrip("'"))
    if SCIENTIFIC.match(raw) and ("." in raw or "+" in raw):
        raise ValueError("Excel shortened this number; ask for the file with this column as text")
    return re.sub(r"\.0+$", "", raw)


def numbered(text: str) -> str:
    """An employer's number of a person; 'PENDING' is none."""
    if not re.search(r"\d", text):
        raise ValueError("not a number of a person: it has no digit")
    return identifier(text)


def code(text: str) -> str:
    """A code as text. '3.00E+12' is what Excel makes of '3E12', and is read back when nothing is rounded away."""
    raw = " ".join(text.split())
    match = re.fullmatch(r"(\d)\.0+[eE]\+?0*(\d+)", raw)
    return f"{match[1]}E{match[2]}" if match else raw


def was_shortened(text: str) -> bool:
    return bool(re.fullmatch(r"\d\.\d+[eE]\+\d+", text.strip()))


def zip_code(text: str) -> str:
    """Five digits, or five and four; a lost leading zero is given back."""
    raw = re.sub(r"\.0$", "", text.strip())
    digits = re.sub(r"\D", "", raw)
    if not digits or re.search(r"[A-Za-z]", raw):
        return raw.upper()
    if len(digits) in (3, 4):
        return digits.zfill(5)
    if len(digits) in (8, 9):
        digits = digits.zfill(9)
    return digits if len(digits) == 5 else f"{digits[:5]}-{digits[5:]}"
