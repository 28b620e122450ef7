"""Words that begin like a fact and go on otherwise: another count of the same thing, another road, another place."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from comms.checks import dates, figures, slots
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import fold, listed, tokens, word_spans
from unionops.platform.core import lazy_re as re

_NTH = "|".join(dates.ORDINALS)
_COUNT = re.compile(
    rf"(?<![\w.,:/$-])(?P<n>(?:{_NTH})\b|\d+(?:st|nd|rd|th)|\d+(?:,\d{{3}})*|{figures.SPELLED})[ -]+(?:\$[\d,]+ )?"
    r"(?P<thing>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_ROADS = {
    "street": "street st",
    "avenue": "avenue ave av",
    "road": "road rd",
    "lane": "lane ln",
    "drive": "drive dr",
    "court": "court ct",
    "boulevard": "boulevard blvd",
    "place": "place pl",
    "way": "way",
    "highway": "highway hwy",
    "parkway": "parkway pkwy",
    "square": "square sq",
    "terrace": "terrace ter",
    "route": "route rte rt",
}
_ROAD_OF = {short: road for road, names in _ROADS.items() for short in names.split()}
_SHORT_FOR = _ROAD_OF | {"rm": "room", "bldg": "building", "fl": "floor", "ste": "suite", "ctr": "center"}
_SHORT_FOR |= {"centre": "center", "dept": "department", "mtg": "meeting", "bldng": "building", "apt": "apartment"}
_ROAD = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+|\d+(?:st|nd|rd|th))\s+(?P<road>" + "|".join(_ROAD_OF) + r")\b\.?",
    re.IGNORECASE,
)
_PLACES = frozenset({"room", "place", "location", "where", "address"})
_LONGEST_FACT = 8  # words; longer ones are told in other words


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    counts, roads = _counts(given), _roads(given)
    for name, text in draft.fields():
        yield from _other_count(name, text, counts)
        yield from _other_road(name, text, roads)
        yield from _other_end(name, text, ground)
        yield from _other_place(name, text, given)
        yield from _other_office(name, text, given)
        yield from _other_letter(name, text, given)
        yield from _other_code(name, text, given)
        yield from _other_span(name, text, given)


def _counts(given: str) -> dict[str, set[float]]:
    """{thing: the numbers it is counted with anywhere in the brief}; 'round two' is the second round."""
    found: dict[str, set[float]] = defaultdict(set)
    for match in _counted(given):
        found[_thing(match)].add(_number(match["n"]))
    for match in _NUMBERED.finditer(given):
        found[f"{_singular(match['thing'])}#"].add(_number(match["n"]))
    return found


_NUMBERED = re.compile(rf"\b(?P<thing>[a-z]{{4,}})\s+(?P<n>\d{{1,2}}|{figures.SPELLED})(?=[.,;:)\n]|$)")


def _thing(match: re.Match[str]) -> str:
    """'second shift' is another matter than 'two shifts'."""
    return _singular(match["thing"]) + ("#" if _is_nth(match["n"]) else "")


def _is_nth(words: str) -> bool:
    return words.lower() in dates.ORDINALS or (words[-1:].isalpha() and words[0].isdigit())


def _counted(text: str) -> Iterator[re.Match[str]]:
    """A number and the thing after it; the parts of dates, times and addresses count nothing."""
    taken = [(slot.start, slot.end) for slot in slots.find(text) if slot.kind not in {"number", "month"}]
    for match in (*_COUNT.finditer(text), *_NTH_OF_SEVERAL.finditer(text)):
        start = match.start("n")
        if fold(match["thing"]) not in SMALL_WORDS and not any(a <= start < b for a, b in taken):
            yield match


_NTH_OF_SEVERAL = re.compile(
    rf"(?<![\w.,:/$-])(?P<n>{_NTH})\b(?=(?:,\s+(?:{_NTH}))*,?\s+(?:and|or|y|o|&)\s+(?:the\s+)?(?:{_NTH})[ -]+"
    r"(?P<thing>[^\W\d_]{3,}))",
    re.IGNORECASE,
)


def _other_count(name: str, text: str, counts: dict[str, set[float]]) -> Iterator[Finding]:
    """'three posts' where the brief has 'two posts', whatever it is that is counted; 'one' is talk."""
    for match in _counted(text):
        known, number, is_nth = counts.get(_thing(match)), _number(match["n"]), _is_nth(match["n"])
        if not is_nth and (number == 1 or figures.unit_after(text, match.end("n"))):
            continue
        if known and number not in known:
            expected = " / ".join(format(value, "g") for value in sorted(known)[:3])
            yield Finding("fact_differs", Level.BLOCK, name, *match.span("n"), match["n"], expected)


@lru_cache(4096)
def counts(given: str) -> tuple[slots.Slot, ...]:
    """The counts a brief has in words, so that '3 trustees' may stand for 'three trustees'."""
    return tuple(_in_words(given))


# 'Full-time drivers get two jackets, part-time drivers one': the one is a jacket too.
_LEFT_OPEN = re.compile(rf"\b(?P<n>{figures.SPELLED})(?=\s*(?:[.,;:!?)\n]|$))", re.IGNORECASE)


def _in_words(given: str) -> Iterator[slots.Slot]:
    for match in _LEFT_OPEN.finditer(given):
        yield slots.Slot("number", frozenset({_number(match["n"])}), *match.span("n"), match["n"])
    for match in _counted(given):
        unit = figures.singular(match["thing"])
        if _is_nth(match["n"]) and unit in _TIMES:  # 'in their third week': for three weeks
            yield slots.Slot("number", frozenset({_number(match["n"])}), *match.span("n"), match["n"], unit=unit)
        if not _is_nth(match["n"]) and not match["n"][0].isdigit():
            value, unit = frozenset({_number(match["n"])}), f"?{_singular(match['thing'])}"
            yield slots.Slot("number", value, *match.span("n"), match["n"], unit=unit)


_TIMES = frozenset({"day", "week", "month", "year"})


def _number(words: str) -> float:
    if words[0].isdigit():
        return float(re.sub(r"[^\d.]", "", words))
    return float(dates.ORDINALS.get(words.lower(), 0)) or figures.value(words)


def _singular(word: str) -> str:
    return fold(word).removesuffix("s")


def _roads(given: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for match in _ROAD.finditer(given):
        found[fold(match["name"])].add(_ROAD_OF[match["road"].lower()])
    return found


def _other_road(name: str, text: str, roads: dict[str, set[str]]) -> Iterator[Finding]:
    """'Mill Street' for 'Mill Road'."""
    for match in _ROAD.finditer(text):
        known = roads.get(fold(match["name"]))
        if known and match["road"][0].isupper() and _ROAD_OF[match["road"].lower()] not in known:
            expected = " / ".join(f"{match['name']} {road.title()}" for road in sorted(known))
            yield Finding("fact_differs", Level.BLOCK, name, *match.span(), match.group(), expected)


def _other_end(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """'the break room by the pharmacy' for 'break room by the loading dock'."""
    words = [(match.start(), match.end(), fold(match.group())) for match in word_spans(text)]
    for fact in ground.facts:
        for part in re.split(r"[,;:()]", fact.value):
            wanted = [fold(match.group()) for match in word_spans(part)]
            if 3 <= len(wanted) <= _LONGEST_FACT:
                least = 2 if fact.kind in _PLACES else max(3, (len(wanted) + 1) // 2)
                yield from _gone_on(name, text, words, wanted, least, part.strip(), fact.id)


_PLACE = re.compile(
    r"\b(?=(?P<which>[^\W\d_]{3,})\s+(?P<place>hall|room|office|lot|gate|church|school|center|centre|library|"
    r"cafeteria|lobby|"
    r"entrance|shop|garage|gym|chapel|cafe|café|restaurant|pavilion|yard|parking lot|clinic|station|"
    r"chair|president|secretary|treasurer|director|manager|coordinator|supervisor|fund|bank|committee)\b)",
    re.IGNORECASE,
)
_ANY_PLACE = frozenset(
    listed(
        "full big same whole packed next every each empty own other another crowded nearest closest right "
        "wrong which large "
        "small nice main front back new old local your our their this that some any warm quiet public first last after "
        "from into near inside outside open closed few many both"
    )
)


def _other_place(name: str, text: str, given: str) -> Iterator[Finding]:
    """'the church hall' where the brief has a fire hall and no church."""
    known: dict[str, set[str]] = defaultdict(set)
    for match in _PLACE.finditer(given):
        known[match["place"].lower()].add(fold(match["which"]))
    words = set(tokens(given))
    for match in _PLACE.finditer(text):
        which, place = fold(match["which"]), match["place"].lower()
        others = known.get(place, set()) - SMALL_WORDS - _ANY_PLACE
        start, end = match.start("which"), match.end("place")
        if "\n" in text[start:end]:
            continue  # a heading, and the line below it
        if others and which not in words | SMALL_WORDS | _ANY_PLACE and not any(_begin_alike(which, o) for o in others):
            expected = " / ".join(f"{other} {place}" for other in sorted(others))
            yield Finding("fact_differs", Level.FIX, name, start, end, text[start:end], expected)


# 'Canteen B', 'Zone 4': a thing with a letter or number for a name.
_LETTERED = re.compile(
    r"\b(?P<thing>[A-Z][a-z]{2,})\s+(?P<id>[B-HJ-Z]|A(?!\s)|A(?=\s+(?:and|or|at|in|on)\b)|\d{1,4}[A-Z]?)\b(?![:.,]?\d)"
)


def _other_letter(name: str, text: str, given: str) -> Iterator[Finding]:
    """'Canteen A' where the brief has 'Canteen B'."""
    known: dict[str, set[str]] = defaultdict(set)
    for match in _lettered(given):
        known[fold(match["thing"])].add(match["id"])
    for match in _lettered(text):
        others = known.get(fold(match["thing"]), set())
        if others and match["id"] not in others:
            expected = " / ".join(f"{match['thing']} {other}" for other in sorted(others))
            yield Finding("fact_differs", Level.BLOCK, name, *match.span(), match.group(), expected)


def _lettered(text: str) -> Iterator[re.Match[str]]:
    """Days, clauses and the like have their own checks."""
    taken = [(slot.start, slot.end) for slot in slots.find(text) if slot.kind != "number"]
    for match in _LETTERED.finditer(text):
        if (
            not any(a < match.end() and match.start() < b for a, b in taken)
            and fold(match["thing"]) not in _NOT_LETTERED
        ):
            yield match


_CODE = re.compile(r"(?<![\w/.@#-])(?P<letters>[A-Z]{1,5})-?(?P<number>\d{1,5}[A-Z]?)(?![\w@]|[-/.:]\w)")


def _other_code(name: str, text: str, given: str) -> Iterator[Finding]:
    """'form PL-17' where the brief has 'PL-7'; or a form the brief has not."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for match in _CODE.finditer(given):
        known[match["letters"]][match["number"]] = match.group()
    taken = [(slot.start, slot.end) for slot in slots.find(text) if slot.kind != "number"]
    for match in _CODE.finditer(text):
        others = known.get(match["letters"], {})
        if match["number"] in others or any(a < match.end() and match.start() < b for a, b in taken):
            continue
        if others:
            expected = " / ".join(others.values())
            yield Finding("fact_differs", Level.BLOCK, name, *match.span(), match.group(), expected)
        elif len(match["letters"]) > 1:
            yield Finding("fact_unknown", Level.FIX, name, *match.span(), match.group())


# 'last names A to M' of an alphabet.
_SPAN = re.compile(r"(?<![\w.'’-])(?P<a>[A-Z])\s*(?:to|through|–|-|a)\s*(?P<b>[A-Z])(?![\w'’-]|\.\w)")


def _other_span(name: str, text: str, given: str) -> Iterator[Finding]:
    """'N to Z' where the brief has 'A to M'."""
    known = {match.group("a", "b"): match.group() for match in _SPAN.finditer(given)}
    for match in _SPAN.finditer(text) if known else ():
        if match.group("a", "b") not in known:
            expected = " / ".join(known.values())
            yield Finding("fact_differs", Level.BLOCK, name, *match.span(), match.group(), expected)


_NOT_LETTERED = frozenset(
    {*dates.MONTHS, *dates.WEEKDAYS, "the", "all", "about", "only", "over", "from", "vote", "since"}
)
_OFFICE = re.compile(
    r"\b(?:vice[- ]president|president|(?:recording |financial )?secretary|secretary-treasurer|treasurer|trustees?|"
    r"sergeant[- ]at[- ]arms|chief steward|delegates?|parliamentarian|"
    r"vicepresident[ea]|president[ea]|secretari[oa]|tesorer[oa]|fiduciari[oa]s?)\b",
    re.IGNORECASE,
)


_SPANISH_OFFICE = {"vicepresident": "vice president", "president": "president", "secretari": "secretary",
                   "tesorer": "treasurer", "fiduciari": "trustee"}  # fmt: skip


def _office(words: str) -> str:
    """The office whatever the language, hyphen or gender; 'recording secretary' is the secretary too."""
    said = _singular(words).replace("-", " ").removeprefix("recording ").removeprefix("financial ")
    return _SPANISH_OFFICE.get(said[:-1], said)


def _other_office(name: str, text: str, given: str) -> Iterator[Finding]:
    """An office the brief does not have: 'president' for 'vice president', a secretary beside the treasurer."""
    known = {_office(match.group()) for match in _OFFICE.finditer(given)}
    if known:
        for match in _OFFICE.finditer(text):
            if _office(match.group()) not in known:
                yield Finding("fact_unknown", Level.FIX, name, *match.span(), match.group())


def _gone_on(
    name: str, text: str, words: list[tuple[int, int, str]], wanted: list[str], least: int, part: str, fact: str
) -> Iterator[Finding]:
    for at in range(len(words) - 2):
        same = _same(words[at:], wanted, text)
        if same < least or same == len(wanted) or at + same >= len(words) or not _says_much(wanted[:same]):
            continue
        start, end, other = words[at + same]
        between = text[words[at + same - 1][1] : start]
        if wanted[same] in [word for _a, _b, word in words[at + same : at + same + _SOON]]:
            continue  # 'children under 10 eat free' where the fact is 'children under 10 free'
        if between.strip() or "\n" in between or other in wanted or _says_nothing(other, wanted[same]):
            continue
        yield Finding("fact_differs", Level.BLOCK, name, words[at][0], end, text[words[at][0] : end], part, fact)


_SOON = 3  # words


def _same(words: list[tuple[int, int, str]], wanted: list[str], text: str) -> int:
    """How many words in a row are those of the fact."""
    count = 0
    for (start, _end, word), want in zip(words, wanted, strict=False):
        if not _alike(word, want) or (count and text[words[count - 1][1] : start].strip()):
            break
        count += 1
    return count


def _says_nothing(*words: str) -> bool:
    """Small words may come and go, 'wrote' is 'answered'; days and figures are held against the facts elsewhere."""
    if all(word in _SAYING for word in words):
        return True
    return any(
        word in SMALL_WORDS or word in dates.WEEKDAYS or word in dates.MONTHS or word.isdigit() for word in words
    )


_SAYING = frozenset(listed("said says wrote writes told tells answered answers replied stated announced dijo escribió"))


def _alike(word: str, want: str) -> bool:
    """The same word, or short for it: 'rd' for 'road', 'conf' for 'conference', 'rooms' for 'room'."""
    if short(word) == short(want):
        return True
    return len(word) > 2 and len(want) > 2 and (word.startswith(want) or want.startswith(word))


def _begin_alike(word: str, other: str) -> bool:
    """'repaves the lot' is no other lot than 'repaving the lot'."""
    return _alike(word, other) or word[:_BEGINNING] == other[:_BEGINNING]


_BEGINNING = 5


def short(word: str) -> str:
    """The word itself, or the one it is short for."""
    return _SHORT_FOR.get(word, word)


def _says_much(words: list[str]) -> bool:
    """Two words that mean something, the last but a preposition."""
    return sum(word not in SMALL_WORDS for word in words) >= 2


def cut_short(value: str, text: str) -> str:
    """'City Hall' alone where the fact says 'City Hall Annex' is another place."""
    flat = fold(text)
    for run in re.findall(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){2,}", value):
        words = fold(run).split()
        if " ".join(words) not in flat and " ".join(words[:-1]) in flat and words[-1] not in flat:
            return str(run)
    return ""
