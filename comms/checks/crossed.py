"""What the brief says of one told of the other: 'you pay the fee, the local the test' where it is the reverse.

The brief and the text are cut into the smallest parts that say something. Two parts of the text that each take words of
one of two neighbouring parts of the brief and words of the other, and no word in common, have changed places; whatever
the words are: groups and places, sums and what they are for, days and what happens on them, who goes first.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from comms.checks import slots
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.matters import LIGHT, NOT, keys_of
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import Sentence, clauses, fold, listed, speaks, word_spans
from unionops.platform.core import lazy_re as re

# What joins a part to the one before it in time: the order of the part it opens, and of the other.
_JOINTS = {
    "before|antes de(?: que)?": ("then", "first"),
    "after|despu[ée]s de(?: que)?": ("first", "then"),
    "until|hasta(?: que)?": ("", ""),
}
_JOINT = re.compile("|".join(rf"\b(?P<j{at}>{words})\b" for at, words in enumerate(_JOINTS)), re.IGNORECASE)
_CUT = re.compile(
    r"[,(]\s+(?:(?:and|y|e|or|but|pero)\s+)?|\s+(?:and|or|but|while|y|e|o|pero|mientras)\s+"
    rf"|(?=(?:{_JOINT.pattern})\s+\w)",
    re.IGNORECASE,
)
_BRIEF_REACH, _TEXT_REACH = 4, 3  # parts ahead that a part is held against
_CLAUSE = 3  # words with 'after': in 'they bid after them' only the bid is told
_COVERED = 2 / 3  # of the words of a part, that must be those of the two parts of the brief
# Small words that tell one half of a sentence from the other.
_ROLES = {
    word: role
    for role, words in {
        "you": "you your yours usted ustedes su sus",
        "we": "we us our union local sindicato nosotros nuestro",
        "member": "member members miembro miembros afiliados",
        "steward": "steward stewards delegado delegados",
        "first": "first primero",
        "then": "afterward afterwards then later follow follows next después luego",
    }.items()
    for word in map(fold, listed(words))
}
Keys = frozenset[Hashable]


@dataclass(frozen=True)
class Part:
    """A part of a sentence with the keys of each of its words and values, and all of them."""

    span: Sentence
    words: tuple[Keys, ...]
    keys: Keys

    def is_covered(self, keys: Keys) -> bool:
        return sum(bool(word & keys) for word in self.words) >= _COVERED * len(self.words)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs = speaks(given)
    brief = list(_parts(given, theirs, theirs))
    known = [(one, two) for at, one in enumerate(brief) for two in brief[at + 1 : at + 1 + _BRIEF_REACH]]
    for name, text in draft.fields():
        said = list(_parts(text, draft.language, theirs))
        for left, right in known:
            if pair := _crossed(said, left, right):
                start, end = pair[0].span.start, pair[1].span.end
                expected = " / ".join(part.span.text.strip(" ,.;") for part in (left, right))
                yield Finding("mixed_up", Level.FIX, name, start, end, text[start:end].strip(), expected)


def _crossed(said: list[Part], left: Part, right: Part) -> tuple[Part, Part] | None:
    """Two parts near each other that each have something of one part of the brief alone and of the other alone."""
    ours, theirs, both = left.keys - right.keys, right.keys - left.keys, left.keys | right.keys
    mixed = [(at, p) for at, p in enumerate(said) if p.keys & ours and p.keys & theirs and p.is_covered(both)]
    for (at, one), (then, two) in combinations(mixed, 2):
        if then - at <= _TEXT_REACH and not (one.keys & two.keys & (ours | theirs)):
            return one, two
    return None


def _parts(text: str, language: str, theirs: str) -> Iterator[Part]:
    for clause in clauses(text):
        found = slots.find(clause.text)
        joints = [match.end() for match in _CUT.finditer(clause.text)]
        cuts = [at for at in joints if not any(slot.start < at < slot.end for slot in found)]
        cuts = [at for at in cuts if not any(slot.start == at and _is_last(clause.text, slot.end) for slot in found)]
        pieces = [(a, clause.text[a:b]) for a, b in pairwise([0, *cuts, len(clause.text)])]
        roles = _in_order([piece for _at, piece in pieces])
        for (start, piece), role in zip(pieces, roles, strict=True):
            if words := (*_words(piece, language, theirs), *role):
                at = clause.start + start
                yield Part(Sentence(at, at + len(piece), piece), _counting(words), frozenset().union(*words))


def _is_last(text: str, end: int) -> bool:
    """'Ann, 555-0100': a value that a part ends with belongs to it."""
    return not text[end:] or text[end] in ",;:." or text[end:].startswith((" or ", " and ", " o ", " y "))


def _counting(words: tuple[Keys, ...]) -> tuple[Keys, ...]:
    """'you' tells whose it is, and may come and go."""
    return tuple(word for word in words if word != _YOU) or words


_YOU = frozenset({"=you"})


def _in_order(pieces: list[str]) -> list[list[Keys]]:
    """Which piece comes first: 'A before B', 'after B, A', 'not A until B'."""
    roles: list[list[Keys]] = [[] for _piece in pieces]
    for at, piece in enumerate(pieces):
        joint = _JOINT.match(piece.lstrip(" ,;("))
        other = at - 1 if at and pieces[at - 1].strip() else at + 1
        if joint and joint.lastgroup and other < len(pieces):
            here, there = list(_JOINTS.values())[int(joint.lastgroup[1:])]
            is_clause = len(piece.split()) >= _CLAUSE
            if is_clause and NOT.search(pieces[other]):
                here, there = "first", "then"
            roles[other] += [frozenset({f"={there}"})] if there else []
            roles[at] += [frozenset({f"={here}"})] if here and is_clause else []
    return roles


def _words(piece: str, language: str, theirs: str) -> Iterator[Keys]:
    for slot in slots.find(piece):
        yield _value(slot)
        piece = piece[: slot.start] + " " * (slot.end - slot.start) + piece[slot.end :]
    for match in word_spans(piece):
        word = fold(match.group())
        if role := _ROLES.get(word):
            yield frozenset({f"={role}"})
        elif word not in SMALL_WORDS | LIGHT and (keys := keys_of(word, language, theirs)):
            yield frozenset(keys)


def _value(slot: slots.Slot) -> Keys:
    if slot.date and slot.date.month:
        return frozenset({("date", slot.date.month, slot.date.day)})
    return frozenset((slot.kind, value) for value in slot.values)
