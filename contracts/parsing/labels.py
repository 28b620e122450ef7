"""Labels of headings and list items, and the numbers they stand for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from unionops.platform.core import lazy_re as re
from unionops.platform.core import numerals

ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
STEPS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
ENGLISH = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SPANISH = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
ORDINALS = "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo"
ORDINAL_TENS = {"decimo": 10, "vigesimo": 20, "trigesimo": 30, "cuadragesimo": 40, "quincuagesimo": 50}
FRENCH = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"


def _compounds(tens: dict[str, int], units: list[str]) -> dict[str, int]:
    """'twenty-one', 'vigesimo-primero': a ten and a unit, joined by a hyphen."""
    joined = {f"{ten}-{unit}": value + n for ten, value in tens.items() for n, unit in enumerate(units, start=1)}
    return tens | joined


SPELT = {word: n for names in (ORDINALS, ENGLISH) for n, word in enumerate(names.split(), start=1)}
SPELT |= _compounds(TENS, ENGLISH.split()[:9]) | _compounds(ORDINAL_TENS, ORDINALS.split()[:9])
SPELT |= {word.replace("mo-", "mo"): n for word, n in SPELT.items()}  # 'decimotercero' in one word
SPELT |= {re.sub(r"o\b", "a", word): n for word, n in SPELT.items()}
SPELT |= {"premier": 1, "premiere": 1}
WORDS = (
    {word: n for names in (FRENCH, SPANISH) for n, word in enumerate(names.split(), start=1)}
    | SPELT
    | {"first": 1, "second": 2, "third": 3}
)


def _spelt_pattern() -> str:
    """A number in words, accents and endings free, for use where case is ignored."""

    units = sorted([*ENGLISH.split(), *_ordinals(ORDINALS.split()), "premi[eè]re?"], key=len, reverse=True)
    tens = "|".join([*TENS, *_ordinals(ORDINAL_TENS)])
    return rf"{ORDINAL_PATTERN}|(?:{tens})(?:[ -](?:{'|'.join(units)}))?|{'|'.join(units)}"


def _ordinals(names: Iterable[str]) -> list[str]:
    return [word[:-1].replace("e", "[eé]") + "[oa]" for word in names]


def _ordinal_pattern() -> str:
    """'Primera', 'Décimo segundo', 'Decimotercera': accents free, for use where case is ignored."""
    units = "|".join(sorted(_ordinals(ORDINALS.split()), key=len, reverse=True))
    tens = "|".join(word.replace("[oa]", "[oa]?") for word in _ordinals(ORDINAL_TENS))
    return rf"(?:{tens})[ -]?(?:{units})|{'|'.join(_ordinals(ORDINAL_TENS))}|{units}"


# What is put in behind a number when another comes between it and the next: '10 bis', '10 ter'.
INSERTED = ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"]
INSERTED_PATTERN = rf"(?:\.?[ºª°])?[ -]?(?i:{'|'.join(INSERTED)})\b"
ORDINAL_PATTERN = _ordinal_pattern()
SPELT_PATTERN = _spelt_pattern()
Key = tuple[int, str]
CODED = re.compile(r"([A-Z]{1,2})[.\-]?(\d{1,2})(?:\.00?)?")
MARKS = "*†‡ "


def from_roman(text: str) -> int:
    """The value of a roman number; 0 when it is not written as one."""
    total = 0
    for a, b in zip(text, text[1:] + " ", strict=True):
        value = ROMAN.get(a, 0)
        total += -value if ROMAN.get(b, 0) > value else value
    return total if to_roman(total) == text else 0


def to_roman(number: int) -> str:
    out = ""
    for value, sign in STEPS:
        while number >= value:
            out, number = out + sign, number - value
    return out


def alphabetic(number: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa (as word processors count)."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def letter_value(letter: str) -> int:
    return (len(letter) - 1) * 26 + ord(letter[0].lower()) - 96


def key(label: str) -> Key | None:
    """A sortable value: (8, '') for 8, VIII or Eight, (8, '+1') for 8 bis, (8, '010') for 8.10, (18, 'A') for 18-A.

    What begins with letters ('A.1', 'C12.00') has no number before them: (0, '001001'), (0, '003012').
    """
    bare = label.strip().rstrip(".").strip()
    inserted = re.fullmatch(rf"(.+?)({INSERTED_PATTERN})", bare)
    if inserted and (before := key(inserted[1])):
        return before[0], f"{before[1]}+{INSERTED.index(inserted[2].strip('.ºª° -').lower()) + 1}"
    dotted = re.fullmatch(r"(\d+)((?:[.\-]\d+)+)", bare)
    if dotted:
        return int(dotted[1]), "".join(f"{int(part):03d}" for part in re.findall(r"\d+", dotted[2]))
    if value := _simple(bare):
        return value, ""
    if coded := CODED.fullmatch(bare):
        return 0, f"{letter_value(coded[1]):03d}{int(coded[2]):03d}"
    suffixed = re.fullmatch(r"(.+?)[\s\-]?\(?([A-Z])\)?", bare) if re.match(r"\d|[IVXLC]+[A-Z-]", bare) else None
    base = _simple(suffixed[1]) if suffixed else 0
    return (base, suffixed[2]) if suffixed and base else None


def _simple(bare: str) -> int:
    if re.fullmatch(r"\d{1,4}(er|re|e)?", bare):
        return int(bare.rstrip("er"))
    if re.fullmatch(r"[IVXLC]+", bare):
        return from_roman(bare)
    return WORDS.get(spelt(bare), 0)


def spelt(word: str) -> str:
    """A number word as WORDS has it: lower case, without accents, its parts joined by hyphens."""
    folded = unicodedata.normalize("NFD", word.lower())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[\s\-]+", "-", bare)


def in_words(n: int, *, ordinal: bool = False) -> str:
    """'twenty-one' or 'twenty-first', as Word counts in English; figures from a hundred on."""
    names = {value: word for word, value in (numerals.ORDINALS if ordinal else numerals.ENGLISH).items()}
    return names.get(n, str(n))


def without_mark(text: str) -> str:
    """A label may stand behind stars or daggers that mark what is new: '**Article 8'."""
    return text if text[:1].isalnum() else text.lstrip(MARKS)


def looks_like_sentence(text: str) -> bool:
    """Words that a title does not begin with: what follows a reference in running text."""
    return bool(
        re.match(r"[a-zà-ÿ,;)(]", text)
        or re.match(r"(And|Or|Of|Shall|Is|Are|Will|Must|May|Above|Below|Through|Thru|Herein|Hereof)\b", text)
    )


def capital_share(text: str) -> float:
    if text.isupper():
        return 1.0
    letters = sum(map(str.isalpha, text))
    return sum(map(str.isupper, text)) / letters if letters else 0.0
