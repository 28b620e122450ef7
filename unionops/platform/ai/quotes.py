"""Finds a quotation in its source, word for word, or says that it is not there.

What counts as the same (contracts.md, section 6): white space, hyphenation at a line end, ligatures, quote marks,
dashes, case and punctuation, and a fraction set as one sign ('½' for '1/2'). What never counts as the same: a letter,
a digit, a currency or per cent sign, a decimal point, a minus, a slash or colon between digits. There is no second,
fuzzy chance. Offsets are code points, half-open, into the text as it was given.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
HYPHENS = frozenset("-\u2010\u2011\u00ad\u00ac\x02\ufffe")  # may join two halves of a word
TYPED = ("-", "\u2010", "\u2011")
DASHES = HYPHENS | frozenset("\u2012\u2013\u2014\u2015\u2212")
SIGNS = frozenset("%‰+<>=≤≥±×÷&")  # kept beside letters, digits and currency marks
APOSTROPHES = frozenset("'\u2019\u02bc")
FRACTION = "\u2044"
NUMBER_JOINTS = frozenset(f"./:{FRACTION}")  # kept when they stand directly between digits
OPENERS = frozenset("([{\"'\u2018\u201c\u00ab")

NEGATION = "not no never nor neither without nunca jamás ni sin tampoco jamais ne pas sans"
NEGATORS = frozenset(NEGATION.split())
# "not able" and "notable", "in direct" and "indirect" differ by a space only; before a small word it does not matter.
PREFIXES = frozenset(["no", "not", "non", "un", "in", "dis", "im", "ir", "il"])
# Those of them that stand alone in no language here, or change what follows.
BOUND_PREFIXES = frozenset(["non", "un", "dis", "im", "ir", "il", "re", "pre", "mis"])
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "such",
        "any",
        "all",
        "each",
        "every",
        "be",
        "been",
        "have",
        "has",
        "had",
        "to",
        "of",
        "for",
        "by",
        "on",
        "or",
        "and",
        "as",
        "at",
        "it",
        "its",
        "his",
        "her",
        "their",
        "our",
        "your",
        "which",
        "whom",
        "what",
        "more",
        "less",
        "later",
        "exceed",
        "apply",
        "limited",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
    ]
)
# Words that are often glued to their neighbor.
OFTEN = SMALL_WORDS | NEGATORS
OFTEN |= frozenset(
    [
        "in",
        "shall",
        "may",
        "must",
        "will",
        "is",
        "are",
        "was",
        "were",
        "from",
        "than",
        "under",
        "upon",
        "se",
        "en",
        "con",
        "que",
        "del",
        "de",
    ]
)


class Span(NamedTuple):
    start: int
    end: int


class Skeleton(NamedTuple):
    """The kept characters of a text, and where each came from."""

    keys: str
    starts: list[int]
    ends: list[int]


def find(quote: str, text: str) -> Span | None:
    """Where the whole quotation stands in the text first; None when any kept character differs."""
    return next(every(quote, text), None)


def every(quote: str, text: str) -> Iterator[Span]:
    """Each place where it stands."""
    wanted, source = skeleton(quote), skeleton(text)
    for at in _occurrences(wanted.keys, source.keys) if wanted.keys else ():
        last = at + len(wanted.keys) - 1
        if _whole_words(source, text, at, last) and _same_breaks(wanted, quote, source, text, at):
            yield _with_edges(Span(source.starts[at], source.ends[last]), quote, text)


def verify(quote: str, text: str) -> bool:
    return find(quote, text) is not None


@lru_cache(maxsize=512)
def skeleton(text: str) -> Skeleton:
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end, key in _kept(text):
        joint = _joint(keys, ends, text, start, key)
        for folded in joint + key:
            keys.append(folded)
            starts.append(start)
            ends.append(end)
    return Skeleton("".join(keys), starts, ends)


def _kept(text: str) -> Iterator[tuple[int, int, str]]:
    """Each kept character with its combining marks, folded: (start, end, key)."""
    at = 0
    while at < len(text):
        end = _cluster_end(text, at)
        key = _key(text, at, end)
        if key:
            yield at, end, key
        at = end


def _cluster_end(text: str, at: int) -> int:
    end = at + 1
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me"):
        end += 1
    return end


def _key(text: str, at: int, end: int) -> str:
    letter = text[at]
    if unicodedata.category(letter) == "No" and FRACTION in unicodedata.normalize("NFKC", letter):
        return unicodedata.normalize("NFKC", letter).replace(FRACTION, "/")
    if letter.isalnum():
        return LIGATURES.get(letter) or unicodedata.normalize("NFC", text[at:end]).casefold()
    if letter in SIGNS or unicodedata.category(letter) == "Sc":
        return letter
    if letter in DASHES:
        return "-" if _starts_number(text, at) else ""
    if letter in NUMBER_JOINTS:
        between = at > 0 and text[at - 1].isdecimal() and text[end : end + 1].isdecimal()
        kept = between or (letter == "." and _starts_number(text, at))
        return letter.replace(FRACTION, "/") if kept else ""
    return ""


def _starts_number(text: str, at: int) -> bool:
    """A minus or a leading decimal point: right before a digit, and nothing that it could be joining on its left."""
    follows = re.match(r"[$€£¢]?\.?\d", text[at + 1 : at + 4])
    before = text[at - 1 : at]
    free = not before or before.isspace() or before in OPENERS or before in DASHES or before in "$€£¢"
    return follows is not None and free


def _joint(keys: list[str], ends: list[int], text: str, start: int, key: str) -> str:
    """A blank between two numbers, so that '1 5', '1,5' or '1-5' can never become 15; '1,000' stays one number.

    A fraction of one character is a number of its own: '1½' is '1 1/2' and not '11/2'.
    """
    if not (keys and keys[-1].isdecimal() and key[:1].isdecimal()):
        return ""
    gap = text[ends[-1] : start]
    if not gap and len(key) > 1:
        return " "
    if not gap or (gap == "," and _thousands(text, start)):
        return ""
    return "-" if set(gap.strip()) & DASHES else " "


def _thousands(text: str, start: int) -> bool:
    before = re.search(r"(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,$", text[max(0, start - 24) : start])
    return before is not None and re.match(r"\d{3}(?!\d)", text[start : start + 4]) is not None


def _occurrences(wanted: str, source: str) -> Iterator[int]:
    at = source.find(wanted)
    while at >= 0:
        yield at
        at = source.find(wanted, at + 1)


def _whole_words(source: Skeleton, text: str, first: int, last: int) -> bool:
    before, after = first - 1, last + 1
    if before > 0 and _is_joint(source, before):
        before -= 1
    if after < len(source.keys) and _is_joint(source, after):
        after += 1
    return not _joined(source, text, before, first) and not _joined(source, text, last, after)


def _is_joint(source: Skeleton, at: int) -> bool:
    """A separator that stands for the gap before the next digit and has no place of its own in the text."""
    return source.keys[at] in " -" and at + 1 < len(source.keys) and source.starts[at] == source.starts[at + 1]


def _joined(source: Skeleton, text: str, left: int, right: int) -> bool:
    """True when the two neighbours in the skeleton belong to one word or one number of the text."""
    if left < 0 or right >= len(source.keys):
        return False
    gap = text[source.ends[left] : source.starts[right]]
    before, after = source.keys[left], source.keys[right]
    if before.isdecimal() and after.isdecimal():
        return not any(mark.isspace() for mark in gap)
    if not gap:
        return not before.isalpha() or after.isalpha() or after in SIGNS
    return _is_hyphenation(gap) or (gap in APOSTROPHES and before.isalpha() and after.isalpha())


def _is_hyphenation(gap: str) -> bool:
    return gap[0] in HYPHENS and not gap[1:].strip()


def _same_breaks(wanted: Skeleton, quote: str, source: Skeleton, text: str, at: int) -> bool:
    """Refuses a lost or added space that makes another word: 'not able' and 'notable', 'in direct' and 'indirect'.

    A space that the text has not is forgiven only where the text shows that two words are glued: 'theParties'.
    """
    for index in range(1, len(wanted.keys)):
        mine = quote[wanted.ends[index - 1] : wanted.starts[index]]
        theirs = text[source.ends[at + index - 1] : source.starts[at + index]]
        if mine.isspace() and not theirs:
            glued = _is_glued(wanted, quote, index, text, source.starts[at + index])
            if not glued or not _harmless_break(wanted.keys, _word_ends(wanted, quote), index):
                return False
        if (mine in TYPED and not theirs and _behind_re(quote, wanted.ends[index - 1])) or (
            theirs in TYPED and not mine and _behind_re(text, source.ends[at + index - 1])
        ):
            return False
        if (theirs.isspace() and not mine) and not _harmless_break(source.keys, _word_ends(source, text), at + index):
            return False
    return True


def _behind_re(text: str, end: int) -> bool:
    """'re-signed' has signed anew, 'resigned' has left; behind other letters or at a line end a hyphen says nothing."""
    return re.search(r"(?<![^\W\d_])re$", text[max(0, end - 3) : end], re.IGNORECASE) is not None


def _is_glued(wanted: Skeleton, quote: str, index: int, text: str, at: int) -> bool:
    """Whether the text runs two words together there: a capital inside, or two words that it also has apart."""
    if text[at - 1 : at].islower() and text[at].isupper():
        return True
    if not (text[at - 1 : at].isalpha() and text[at].isalpha()):
        return True
    left, right = _word_around(wanted, quote, index - 1), _word_around(wanted, quote, index)
    apart = _words_of(text)
    return left not in BOUND_PREFIXES and all(word in apart or word in OFTEN for word in (left, right))


def _word_around(wanted: Skeleton, quote: str, index: int) -> str:
    """The word of the quotation that its kept character at `index` belongs to."""
    breaks, first, last = _word_ends(wanted, quote), index, index + 1
    while first > 0 and not breaks[first]:
        first -= 1
    while last < len(wanted.keys) and not breaks[last]:
        last += 1
    return wanted.keys[first:last]


@lru_cache(maxsize=64)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold()))


def _word_ends(bones: Skeleton, text: str) -> list[bool]:
    return [
        text[bones.ends[index - 1] : bones.starts[index]] != "" if index else True for index in range(len(bones.keys))
    ]


def _harmless_break(keys: str, breaks: list[bool], at: int) -> bool:
    left = at - 1
    while left > 0 and not breaks[left]:
        left -= 1
    right = at + 1
    while right < len(keys) and not breaks[right]:
        right += 1
    return keys[left:at] not in PREFIXES or keys[at:right] in SMALL_WORDS


def _with_edges(span: Span, quote: str, text: str) -> Span:
    """Takes in the marks around the quotation (a bracket, a full stop) that stand in the text just the same."""
    bones = skeleton(quote)
    head, tail = quote[: bones.starts[0]].lstrip(), quote[bones.ends[-1] :].rstrip()
    start = span.start - len(head) if text[: span.start].endswith(head) else span.start
    end = span.end + len(tail) if text[span.end :].startswith(tail) else span.end
    return Span(start, end)
