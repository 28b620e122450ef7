"""What somebody wrote of a list, word by word, and the names the roster holds that may stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from members.models import PostalAddress
from members.segments.days import LATELY, OF_NOW, WHOLE, is_day, iso, last_month_named
from members.segments.known import KNOWN, different_values
from members.segments.said_plainly import LONGEST, PLACES
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

T = TypeVar("T")
WORD = re.compile(r'"([^"]*)"|([(),;])|([^\s(),;"]+)')


class Word(NamedTuple):
    """As written, and folded; what stands in quotes is one word."""

    raw: str
    plain: str
    is_quoted: bool = False


def words(text: str) -> list[Word]:
    return [
        Word(quoted or sign or word, fold(quoted or sign or word) or (sign or word), bool(quoted))
        for quoted, sign, word in (match.groups(default="") for match in WORD.finditer(text))
    ]


def held() -> dict[str, dict[str, str]]:
    """{folded: {field: as the roster writes it}} of every place and shift."""
    found: dict[str, dict[str, str]] = {}
    for field in PLACES:
        for value in KNOWN[field]() if field in KNOWN else different_values(field):
            found.setdefault(fold(value), {}).setdefault(field, value)
    found.pop("", None)
    return found


def titles() -> dict[str, list[str]]:
    """Every run of words in a job title: how it is said in the singular, and how titles have it."""
    found: dict[str, set[str]] = {}
    for title in different_values("job_title"):
        written = fold(title).split()
        for start in range(len(written)):
            for end in range(start + 1, min(len(written), start + 5) + 1):
                some = written[start:end]
                found.setdefault(" ".join(map(singular, some)), set()).add(" ".join(some))
    return {said: sorted(as_written) for said, as_written in found.items() if len(said) > 2}


def singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def committees() -> dict[str, str]:
    """{folded, with and without the word: as it is called}."""
    names = KNOWN["committee"]()
    parts = Counter(part for name in names for part in _parts(name))
    short = {part: name for name in names for part in _parts(name) if parts[part] == 1}
    return short | {said: name for name in names for said in (fold(name), f"{fold(name)} committee")}


def _parts(name: str) -> set[str]:
    """'safety committee' of 'Health and safety committee'."""
    own = [word for word in fold(name).split() if word not in {"committee", "and", "of", "the", "for"}]
    return {f"{word} committee" for word in own}


def cities() -> dict[str, str]:
    rows = PostalAddress.objects.filter(until=None).order_by().values_list("city", flat=True).distinct()
    return {fold(city): city for city in rows if fold(city)}


def known_as(column: str) -> dict[str, str]:
    """{folded: as the roster writes it} of what people have in a column."""
    return {fold(value): value for value in different_values(column) if fold(value)}


class Words:
    """The words, read at a place: phrases, numbers, days."""

    words: Sequence[Word]

    def _is(self, at: int, *plain: str) -> bool:
        return at < len(self.words) and not self.words[at].is_quoted and self.words[at].raw.casefold() in plain

    def _phrase(self, at: int, known: Mapping[str, T]) -> tuple[T, int] | None:
        """What the longest known phrase here means, and where it ends."""
        for size in range(min(LONGEST, len(self.words) - at), 0, -1):
            some = self.words[at : at + size]
            if (phrase := " ".join(word.plain for word in some)) in known and not any(w.is_quoted for w in some):
                return known[phrase], at + size
        return None

    def _one_of(self, at: int, phrases: Sequence[str]) -> int | None:
        found = self._phrase(at, dict.fromkeys(phrases, True))
        return found[1] if found else None

    def _number(self, at: int) -> int | None:
        return int(self.words[at].plain) if at < len(self.words) and self.words[at].plain.isdigit() else None

    def _day(self, at: int) -> tuple[str, int] | None:
        """The longest run of words that is a day, a year or a span such as 'the last 5 years'."""
        for size in range(min(5, len(self.words) - at), 0, -1):
            if self._is(at + size - 1, ","):
                continue
            text = " ".join(word.raw for word in self.words[at : at + size] if word.raw != ",")
            if month := last_month_named(text):
                return month, at + size
            if is_day(text) or WHOLE.fullmatch(iso(text)) or LATELY.fullmatch(text) or text.casefold() in OF_NOW:
                return iso(text), at + size
        return None

    def _phrase_or_quoted(self, at: int, known: Mapping[str, T]) -> tuple[T, int] | None:
        if at < len(self.words) and self.words[at].is_quoted:
            plain = self.words[at].plain
            return (known[plain], at + 1) if plain in known else None
        return self._phrase(at, known)
