"""Names of people and places in a text that nobody put into the brief."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from comms.checks import slots
from comms.checks.facts import kind_of
from comms.checks.lexicon import COMMON_CAPITALS, GIVEN_NAMES, NOT_PEOPLE, STARTERS, VIRTUES
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import english
from comms.checks.words import fold, listed, tokens
from unionops.platform.core import lazy_re as re

_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W\d_]+)*")
_GAP = re.compile(r"\s(?:(?:de|la|las|los|del|van|von|der|bin|al|y|of|the)\s)?")
_STARTS_AFTER = re.compile(r"(?:^|[.!?:;\n\"“«‘()\[\]}¿¡–—|/-]|[.!?][\"”’)])\s*(?:[-*•#>]+\s*|\d+[.)]\s*)*$")
_PERSON_VERB = re.compile(
    r"\s+(?:said|says|told|asked|promised|warned|called|agreed|(?:will|can|would)\s+(?:speak|lead|answer|"
    r"meet|explain|talk|"
    r"chair|host|present|help|be\s+(?:there|speaking|on))|is\s+(?:our|your|the)\s+(?:steward|president|"
    r"officer|contact))\b"
)
_ORDINARY = STARTERS - GIVEN_NAMES
_NAME = re.compile(r"[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*(?:\s+[A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*)+")
_TITLES = frozenset(
    listed(
        "mr mrs ms mx dr prof rev sgt lt capt sr sra srta don doña officer president secretary treasurer chair steward "
        "chief vice brother sister bro sis hermano hermana delegado delegada presidente presidenta tesorera tesorero"
    )
)
_SIDE_BY_SIDE = re.compile(r"[ \t]+")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Sgt|Lt|Capt|Sr|Sra|Srta|Lic|Hon|St|(?-i:[A-Z]))\.\s*$", re.IGNORECASE
)
_SHORT_FOR = {"conf": "conference", "dept": "department", "univ": "university", "ctr": "center", "mtg": "meeting"}
_SHORT_FOR |= {"hosp": "hospital", "lib": "library", "aud": "auditorium", "rec": "recreation", "comm": "community"}
_SHORT_FOR |= {
    "admin": "administration",
    "hq": "headquarters",
    "pres": "president",
    "assn": "association",
    "gov": "government",
    "rte": "route",
    "hwy": "highway",
    "ave": "avenue",
    "blvd": "boulevard",
    "pkwy": "parkway",
    "mt": "mount",
    "bldg": "building",
    "rm": "room",
    "ft": "fort",
}


_CONTRACTED = re.compile(r"'(?:s|ve|re|ll|d|m)?$")


@dataclass(frozen=True)
class Word:
    start: int
    end: int
    text: str
    first: bool

    @property
    def key(self) -> str:
        return _CONTRACTED.sub("", fold(self.text))


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    allowed = set(tokens(ground.allowed_text()))
    allowed |= {part for token in list(allowed) for part in token.split("'")}
    if draft.language[:2] == "es":
        allowed |= {word for word in tokens(draft.whole()) if english(word) & allowed}  # 'Línea 2' is 'Line 2'
    allowed |= {short for short, word in _SHORT_FOR.items() if word in allowed}
    people = _people(ground)
    for name, text in draft.fields():
        yield from _mixed_up(name, text, people)
        for run in _unknown_runs(text, allowed, ground):
            neighbour = _neighbour(text, run, ground)
            if neighbour or _looks_like_person(run) or not _is_headline(text, run[0].start):
                yield _finding(name, text, run, neighbour, ground)


@dataclass(frozen=True)
class People:
    """The names of the brief: their words, which word may follow which, and the whole name of each word."""

    follows: frozenset[tuple[str, str]]
    whole: dict[str, tuple[str, str]]


def _people(ground: Ground) -> People:
    follows: set[tuple[str, str]] = set()
    whole: dict[str, tuple[str, str]] = {}
    for text in ground.allowed_text().splitlines():
        follows.update(pairwise(tokens(text)))
    for fact in ground.facts:
        if kind_of(fact) == "name":
            for run in _NAME.findall(fact.value):
                words = [word for word in tokens(run) if word not in _TITLES]
                if len(words) > 1:
                    whole |= dict.fromkeys(words, (run, fact.id))
    return People(frozenset(follows), whole)


def _mixed_up(name: str, text: str, people: People) -> Iterator[Finding]:
    """A known half of a name beside a half that is not its own: 'Okafor Tom', 'Beatriz Price', 'Hope Delgado'."""
    words = [m for m in _TOKEN.finditer(text) if m.group()[0].isupper()]
    for one, two in pairwise(words):
        if not _SIDE_BY_SIDE.fullmatch(text[one.end() : two.start()]):
            continue
        left, right = _plain(one.group()), _plain(two.group())
        if (left, right) in people.follows or not {left, right} & people.whole.keys():
            continue
        if left in people.whole and right in people.whole:
            known = people.whole[left]
        elif left in people.whole and right in COMMON_CAPITALS - GIVEN_NAMES - _TITLES:
            known = people.whole[left]
            if known[0].split()[0].lower() != left:
                continue
        elif right in people.whole and left in GIVEN_NAMES | VIRTUES and right not in GIVEN_NAMES:
            known = people.whole[right]
        else:
            continue
        yield Finding("fact_differs", Level.BLOCK, name, one.start(), two.end(), text[one.start() : two.end()], *known)


def _plain(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("'")


def _finding(name: str, text: str, run: list[Word], neighbour: str, ground: Ground) -> Finding:
    start, end = run[0].start, run[-1].end
    shown = text[start:end]
    if ground.is_person and ground.is_person(shown):
        return Finding("person_named", Level.FIX, name, start, end, shown)
    level, code = (Level.BLOCK, "fact_differs") if neighbour else (Level.FIX, "name_unknown")
    return Finding(code, level, name, start, end, shown, neighbour)


def _neighbour(text: str, run: list[Word], ground: Ground) -> str:
    """The name in the brief that shares its other half with this one: 'Dana Ortega' for 'Dana Ortiz'."""
    before = re.search(r"([^\W\d_]+)\s+$", text[: run[0].start])
    after = re.match(r"\s+([^\W\d_]+)", text[run[-1].end :])
    sides = {fold(match[1]) for match in (before, after) if match and match[1][0].isupper()}
    for fact in ground.facts:
        for known in re.findall(r"\b[A-Z][^\W\d_]+(?:\s+[A-Z][^\W\d_]+)+", fact.value):
            words = [fold(word) for word in known.split()]
            if after and words[:2] == tokens(text[run[-1].end :][:60])[:2]:
                continue  # the whole name follows: what stands before it is no part of it
            if sides & set(words[-1:] if after and fold(after[1]) in words[-1:] else words[:-1]):
                return str(known)
    return ""


def _unknown_runs(text: str, allowed: set[str], ground: Ground) -> Iterator[list[Word]]:
    covered = [(slot.start, slot.end) for slot in slots.find(text)]
    covered += [(m.start(), m.end()) for m in re.finditer(r"\{\{.*?\}\}|\]\([^)]*\)", text)]
    words = [w for w in _capitals(text, covered) if not any(a <= w.start < b for a, b in covered)]
    for run in _runs(words, text):
        unknown = [w for w in run if not _is_known(w, allowed)]
        beside = bool(unknown and unknown[0].first and _neighbour(text, unknown[:1], ground))
        yield from _adjacent(unknown if beside else _without_starter(unknown, run, text), text)


def _adjacent(words: list[Word], text: str) -> Iterator[list[Word]]:
    """Unknown words that stand side by side; a known word between them parts them."""
    part: list[Word] = []
    for word in words:
        if part and not _GAP.fullmatch(text[part[-1].end : word.start]):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _capitals(text: str, covered: list[tuple[int, int]]) -> Iterator[Word]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0].isupper() and not (word.isupper() and len(word) > 1) and len(word) > 1:
            yield Word(match.start(), match.end(), word, _starts(text[: match.start()], covered))


def _starts(before: str, covered: list[tuple[int, int]]) -> bool:
    """Whether a sentence begins here; 'Ms. Ortiz' and 'J. Ortiz' begin none, 'Room B. Bring' does."""
    if not _STARTS_AFTER.search(before):
        at = len(before.rstrip())
        return any(b == at and "." in before[a:b] for a, b in covered)
    title = _TITLE.search(before)
    return title is None or any(a <= title.start() < b for a, b in covered)


def _runs(words: list[Word], text: str) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and not (_GAP.fullmatch(text[run[-1].end : word.start]) and not word.first):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_known(word: Word, allowed: set[str]) -> bool:
    parts = [word.key, *re.split(r"[-']", word.key)]
    plain = {word.key, word.key.removesuffix("s"), word.key + "s"}
    return bool(plain & (allowed | COMMON_CAPITALS | _ORDINARY)) or (
        len(parts) > 2 and all(part in allowed | COMMON_CAPITALS for part in parts[1:])
    )


def _without_starter(unknown: list[Word], run: list[Word], text: str) -> list[Word]:
    """A sentence's first word has its capital for free, unless it is a person's name."""
    if not (unknown and unknown[0].first):
        return unknown
    first = unknown[0]
    if first.key in GIVEN_NAMES and unknown[1:2] == run[1:2] != []:
        return unknown
    if first.key in STARTERS or not _is_name(first, unknown, text):
        return unknown[1:]
    return unknown


def _is_name(first: Word, unknown: list[Word], text: str) -> bool:
    if first.key in GIVEN_NAMES:
        return True
    return bool(_PERSON_VERB.match(text, first.end)) and first.key not in NOT_PEOPLE and first.key[-1:] != "s"


def _looks_like_person(words: list[Word]) -> bool:
    return len(words) >= 2 and words[0].key in GIVEN_NAMES


def _is_headline(text: str, at: int) -> bool:
    """A line in Title Case: most of its long words have a capital, and no full stop ends it."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    line = text[start : end if end >= 0 else len(text)].strip()
    words = [w for w in _TOKEN.findall(line) if len(w) > 2]
    upper = sum(word[0].isupper() for word in words)
    return len(words) >= 3 and upper * 3 >= len(words) * 2 and not line.endswith((".", "!"))
