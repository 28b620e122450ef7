"""Names apart and compared: 'DE LA CRUZ JR, JUAN P' and 'Juan P. de la Cruz, Jr.' are the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from members.normalising.nicknames import other_given_names, same_given_name
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

SUFFIXES = {
    "jr": "Jr", "junior": "Jr", "sr": "Sr", "senior": "Sr",
    "ii": "II", "2nd": "II", "iii": "III", "3rd": "III", "iv": "IV", "4th": "IV",
}  # fmt: skip
DEGREES = {"md", "rn", "phd", "esq", "cpa", "dds", "mr", "mrs", "ms", "dr", "mx"}
PARTICLES = {
    "de", "del", "della", "di", "da", "das", "dos", "do", "du", "la", "las", "le", "los", "van", "von", "der", "den",
    "ter", "ten", "st", "saint", "san", "santa", "al", "el", "bin", "ibn", "abu", "y", "e", "mac", "mc", "o",
}  # fmt: skip
SHORT_SURNAMES = {"le", "do", "du", "van", "ten", "san", "el", "al", "da", "di", "e", "y", "o"}
"""Particles that are whole surnames too: 'LE FRANK K' is Frank K. Le."""
LOST = re.compile(r"(?<=\w)[?\ufffd]|[?\ufffd](?=\w)")
LAST_FIRST, FIRST_LAST, WITH_TITLES = "last_first", "first_last", "with_titles"
TITLE = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z.\-]{2,7}")
"""Of a degree or licence that is written after a name: 'PhD', 'RN', 'CNA-II', never 'Jo'."""


class Name(NamedTuple):
    last: str
    first: str = ""
    middle: str = ""
    suffix: str = ""


def name_order(values: Iterable[str]) -> str:
    """How a column without commas writes names: by where single initials stand, else first name first."""
    ends = inside = 0
    values = list(values)
    if _have_titles([value for value in values if "," in value]):
        return WITH_TITLES
    if sum("," in value for value in values) > 0.5 * len(values):
        return LAST_FIRST
    for value in values:
        words = [word.rstrip(".") for word in value.split() if fold(word) not in SUFFIXES]
        if "," in value or len(words) < 3:
            continue
        ends += len(words[-1]) == 1
        inside += any(len(word) == 1 for word in words[1:-1])
    return LAST_FIRST if ends > inside else FIRST_LAST


def _have_titles(values: list[str]) -> bool:
    """'Ann Lee, PhD', 'Bo J. Cruz, RN, BSN': whole names before each comma, and what stands after them is no name."""
    mixed = [value for value in values if value != value.upper()]
    return bool(mixed) and sum(_has_title(value) for value in mixed) >= 0.8 * len(mixed)


def _has_title(value: str) -> bool:
    name, *titles = (part.strip() for part in value.split(","))
    words = [word for word in name.split() if fold(word) not in PARTICLES]
    after = [word for part in titles for word in part.split()]
    return len(words) > 1 and all(TITLE.fullmatch(word) or fold(word) in {*SUFFIXES, *DEGREES} for word in after)


@lru_cache(maxsize=4_096)
def split_name(text: str, order: str = FIRST_LAST) -> Name:
    """'Last, First M', 'First M. Last Jr' or (with `order`) 'LAST FIRST M'."""
    cleaned = repaired(" ".join(text.split())).strip(" ,;")
    if text.rstrip().endswith(",") and "," not in cleaned:
        words, suffix = _without_suffix(cleaned.split())
        return _named([], [], words, suffix)
    if order == WITH_TITLES:
        name, *titles = cleaned.split(",")
        suffix = next((word for part in titles for word in part.split() if fold(word) in SUFFIXES), "")
        return split_name(f"{name} {suffix}")
    if "," in cleaned:
        return _from_commas([part.strip() for part in cleaned.split(",") if part.strip()])
    words, suffix = _without_suffix(cleaned.split())
    split = _last_first if order == LAST_FIRST else _first_last
    if not words:
        return Name("")
    first, middle, last = split(words)
    return _named(first, middle, last, suffix)


NUMBER = r"[A-Za-z]{0,3}\d{3,12}[A-Za-z]?"
BESIDE = re.compile(
    rf"({NUMBER})\s*[-–:|]\s*(\D+)|(\D+?)\s*(?:[-–:|]\s*({NUMBER})|[(\[]\s*(?:ID:?\s*|#\s*)?({NUMBER})\s*[)\]])",
    re.IGNORECASE,
)


def apart_from_number(text: str) -> tuple[str, str]:
    """'Doe, Ann (40017)' and '40017 - Doe, Ann': the name, and the number or ''."""
    if not (found := BESIDE.fullmatch(text.strip())):
        return text, ""
    return (found[2] or found[3]).strip(), found[1] or found[4] or found[5]


def last_and_suffix(text: str) -> tuple[str, str]:
    words, suffix = _without_suffix(text.replace(",", " ").split())
    return proper(" ".join(words)), suffix


def given_and_suffix(text: str) -> tuple[str, str]:
    words, suffix = _without_suffix(text.replace(",", " ").split())
    return " ".join(words), suffix


def _from_commas(parts: list[str]) -> Name:
    """Suffixes may stand in any part: 'Cruz Jr, Juan', 'Cruz, Juan Jr.', 'Cruz, Jr., Juan'."""
    last, suffix = _without_suffix(parts[0].split())
    given: list[str] = []
    for part in parts[1:]:
        words, found = _without_suffix(part.split(), keep_one=False)
        given += words
        suffix = suffix or found
    if len(parts) == 2 and not given:
        first, middle, family = _first_last(last)
        return _named(first, middle, family, suffix)
    first, middle = _given(given)
    return _named(first, middle, last, suffix)


def _without_suffix(words: list[str], *, keep_one: bool = True) -> tuple[list[str], str]:
    kept: list[str] = []
    suffix = ""
    for at, word in enumerate(words):
        plain = fold(word)
        if plain in SUFFIXES and (at or not keep_one):
            suffix = SUFFIXES[plain]
        elif plain not in DEGREES or (keep_one and not at and len(words) < 3):
            kept.append(word)
    return kept, suffix


def _given(words: list[str]) -> tuple[list[str], list[str]]:
    """First and middle names: an initial at the end is the middle, else all after the first word."""
    if len(words) > 1 and _initial(words[-1]):
        return words[:-1], words[-1:]
    return words[:1], words[1:]


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _begins_surname(word: str) -> bool:
    """'van' and 'Moore-St.' are not the end of one."""
    return fold(word).rpartition(" ")[2] in PARTICLES


def _first_last(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    for at in range(1, len(words) - 1):
        if _initial(words[at]):
            return words[:at], words[at : at + 1], words[at + 1 :]
    for at in range(1, len(words) - 1):
        if _begins_surname(words[at]):
            return words[:1], words[1:at], words[at:]
    return (words[:1], words[1:-1], words[-1:]) if len(words) > 1 else ([], [], words)


def _last_first(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    at = 0
    if len(words) == 3 and fold(words[0]) in SHORT_SURNAMES and _initial(words[2]):
        return words[1:2], words[2:], words[:1]
    while at < len(words) - 2 and _begins_surname(words[at]):
        at += 1
    first, middle = _given(words[at + 1 :])
    return first, middle, words[: at + 1]


def _named(first: list[str], middle: list[str], last: list[str], suffix: str) -> Name:
    return Name(proper(" ".join(last)), proper(" ".join(first)), proper(" ".join(middle)).rstrip("."), suffix)


@lru_cache(maxsize=4_096)
def proper(text: str) -> str:
    """Names in capitals or small letters only are written as people write them; others are left alone."""
    words = " ".join(repaired(text).split()).replace("’", "'").replace("‘", "'").replace("`", "'")
    if words != words.upper() and words != words.lower():
        return words
    return re.sub(r"(?:[^\W\d_]|\?(?=\w))+", _cased, words)


def _cased(match: re.Match[str]) -> str:
    word = match[0].lower()
    return "Mc" + word[2:].capitalize() if word.startswith("mc") and len(word) > 3 else word.capitalize()


def repaired(text: str) -> str:
    """UTF-8 that was read as Windows text ('GarcÃ­a') is turned back."""
    if "Ã" not in text and "â€" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


@lru_cache(maxsize=30_000)
def folded(text: str) -> str:
    """Folded words; a letter lost to '?' becomes 0, which stands for any letter."""
    return fold(LOST.sub("0", text)) if "?" in text or "\ufffd" in text else fold(text)


@lru_cache(maxsize=30_000)
def key(text: str) -> str:
    return folded(text).replace(" ", "")


def is_damaged(text: str) -> bool:
    return bool(LOST.search(text))


def same(one: str, other: str) -> bool:
    """Equal but for spaces, hyphens, marks and letters that a code page lost; what it lost may be an apostrophe."""
    a, b = key(one), key(other)
    if a == b or ("0" not in a and "0" not in b):
        return a == b or lost_letters(one, other)
    if len(a) == len(b):
        return all(x == y or "0" in (x, y) for x, y in zip(a, b, strict=True))
    return _fits_around(a, b) or _fits_around(b, a)


def _fits_around(damaged: str, whole: str) -> bool:
    """'keli0i' of 'Keli?i' is 'kelii': a mark that names are compared without stood there."""
    return "0" in damaged and bool(re.fullmatch(".?".join(map(re.escape, damaged.split("0"))), whole))


def lost_letters(one: str, other: str) -> bool:
    """'Sren' and 'Søren': some systems leave out what their code page lacks."""
    if one.isascii() == other.isascii():
        return False
    left, whole = (one, other) if one.isascii() else (other, one)
    return len(left) > 2 and key(left) == key("".join(letter for letter in whole if letter.isascii()))


@lru_cache(maxsize=30_000)
def given_matches(one: str, other: str) -> bool:
    """Same first name, a short form of it, or its initial."""
    a, b = (folded(name).split() or [""] for name in (one, other))
    if same(one, other) or same(a[0], b[0]) or same_given_name(a[0], b[0]):
        return True
    return 1 in (len(a[0]), len(b[0])) and a[0][:1] == b[0][:1]


@lru_cache(maxsize=30_000)
def given_keys(first: str) -> frozenset[str]:
    """The first name's key and those of the names it may stand for."""
    words = folded(first).split()
    return frozenset({key(first)} | (set(other_given_names(words[0])) if len(words) == 1 else set()))


def middle_conflicts(one: str, other: str) -> bool:
    """Two different initials. A missing one contradicts nothing."""
    a, b = key(one), key(other)
    return bool(a and b) and a[0] != b[0]


def suffix_conflicts(one: str, other: str) -> bool:
    return bool(one and other) and key(one) != key(other)


def contradicts(one: Name, other: Name) -> bool:
    return middle_conflicts(one.middle, other.middle) or suffix_conflicts(one.suffix, other.suffix)


def same_person_name(one: Name, other: Name) -> bool:
    """The whole name fits: last, first (or short form), and nothing against it."""
    return same(one.last, other.last) and given_matches(one.first, other.first) and not contradicts(one, other)


def same_given(one: str, other: str) -> bool:
    """The same first name, its initial, or one of them with a second name left out."""
    if same(one, other) or _initial(one) or _initial(other):
        return key(one)[:1] == key(other)[:1]
    a, b = folded(one).split(), folded(other).split()
    return bool(a and b) and 1 in (len(a), len(b)) and same(a[0], b[0])


def is_short_form(one: Name, other: Name) -> bool:
    """The same person by the same surname, called Jim in one list and James in the other."""
    return (
        same(one.last, other.last) and not same_given(one.first, other.first) and given_matches(one.first, other.first)
    )


def words_of(name: Name) -> frozenset[str]:
    return frozenset(f"{folded(name.last)} {folded(name.first)}".split())


def is_rename(old: Name, new: Name) -> bool:
    """A different surname, first name, initial or suffix, not just another way of writing or splitting it."""
    if same(old.last, new.last) and (not new.first or same_given(old.first, new.first)):
        return _joined_otherwise(old.last, new.last) or (contradicts(old, new) and not _split_otherwise(old, new))
    one = key(f"{old.first}{old.last}"), key(f"{old.first}{old.middle}{old.last}")
    other = key(f"{new.first}{new.last}"), key(f"{new.first}{new.middle}{new.last}")
    if set(one) & set(other) or same(one[0], other[0]) or same(one[1], other[1]):
        return False
    return words_of(old) != words_of(new)


GLUED = PARTICLES - {"y", "e", "st", "saint"} | {"d", "l"}
"""Beginnings of surnames that lists write on to the rest or apart as they please: 'MACLEOD', 'VANHOUTEN'; not a Saint,
which is no sound of the name: 'STJOHN' for 'St.John' is a slip somebody should look at."""


def _joined_otherwise(one: str, other: str) -> bool:
    """'Norsen-Russell' is no longer what it was as 'Norsenrussell'; 'Mc Donald' and 'McDonald' are one."""
    damaged = is_damaged(one) or is_damaged(other) or lost_letters(one, other)
    return not damaged and _surnames(one) != _surnames(other)


def _surnames(last: str) -> list[str]:
    words: list[str] = []
    goes_on = False
    for word in folded(" ".join(re.sub(r"(?<=\w)\.(?=\w)|,", " ", last).split())).split():
        if goes_on:
            words[-1] += word
        else:
            words.append(word)
        goes_on = word in GLUED
    return words


def _split_otherwise(one: Name, other: Name) -> bool:
    """The same given names, with the middle one counted to the first or left out; suffixes do not contradict."""
    a, b = ("".join(word[0] for word in folded(f"{name.first} {name.middle}").split()) for name in (one, other))
    return not suffix_conflicts(one.suffix, other.suffix) and (a.startswith(b) or b.startswith(a))


def shares_a_word(one: Name, other: Name) -> bool:
    """Some surname or first name in common, or both first names short for the same."""
    return bool(words_of(one) & words_of(other)) or same(one.last, other.last) or given_matches(one.first, other.first)
