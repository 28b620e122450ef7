"""Money is whole cents; text is made and read here only."""

from decimal import Decimal

from unionops.platform.core import lazy_re as re

AMOUNT = re.compile(r"^\(?-?\$?(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d{0,2})?-?\)?$")
DECIMAL_COMMA = re.compile(r",\d{1,2}(?=\D*$)")


def cents(text: str) -> int:
    """Cents from '1,234.50', '1.234,50', '-3', '(3.00)' or a trailing minus; ValueError for anything else."""
    raw = text.strip().replace(" ", "").replace("\xa0", "")
    if DECIMAL_COMMA.search(raw):
        raw = raw.translate(str.maketrans(",.", ".,"))
    digits = re.sub(r"[^\d.]", "", raw)
    if not AMOUNT.match(raw) or not re.search(r"\d", digits):
        raise ValueError(f"{text!r} is not an amount of money. Write it like 1234.50.")
    negative = raw.startswith(("-", "(", "$-")) or raw.endswith("-")
    return int(Decimal(digits) * 100) * (-1 if negative else 1)


def dollars(amount: int) -> str:
    """'1234.50' from cents, with a leading minus when negative."""
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
