"""How a text message is cut into segments, and which letters make it dear."""

from dataclasses import dataclass

from unionops.platform.core import lazy_re as re

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("\f^{}\\[~]|€")
PLAIN_FOR = {
    "‘": "'",
    "’": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "–": "-",
    "—": "-",
    "…": "...",
    "\u00a0": " ",
    "•": "-",
    "\t": " ",
}
_FIELD = re.compile(r"\{\{\s*\w+\s*\}\}")


@dataclass(frozen=True)
class SmsSize:
    """The encoding, its units, the segments, and the letters that are not in the small alphabet."""

    encoding: str
    units: int
    segments: int
    left: int  # units still free in the last segment
    odd: tuple[tuple[int, str], ...] = ()


def size(text: str) -> SmsSize:
    odd = tuple((i, c) for i, c in enumerate(text) if c not in BASIC and c not in EXTENDED)
    if odd:
        widths = [2 if ord(c) > _ONE_UNIT else 1 for c in text]
        return SmsSize("UCS-2", sum(widths), *_segments(widths, 70, 67), odd)
    widths = [2 if c in EXTENDED else 1 for c in text]
    return SmsSize("GSM-7", sum(widths), *_segments(widths, 160, 153))


_ONE_UNIT = 0xFFFF


def filled(text: str) -> str:
    """With ten letters for each merge field: a name is about as long, its braces are not sent."""
    return _FIELD.sub("X" * 10, text)


def plain(text: str) -> str:
    """The same text with typographic signs replaced by those of the small alphabet."""
    return "".join(PLAIN_FOR.get(c, c) for c in text)


def _segments(widths: list[int], single: int, many: int) -> tuple[int, int]:
    """(segments, room left in the last): a sign of two units is never split over two."""
    if sum(widths) <= single:
        return 1, single - sum(widths)
    count, room = 1, many
    for width in widths:
        if width > room:
            count, room = count + 1, many
        room -= width
    return count, room
