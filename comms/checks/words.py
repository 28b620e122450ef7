"""Words, sentences and their folding: the small change of every check."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from unionops.platform.core import lazy_re as re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sr|Sra|St|(?-i:No)|Art|Sec|Rm|Bldg|Ste|vs|etc|e\.g|i\.e|a\.m|p\.m|U\.S|Inc|approx|ext|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(¿¡$]*[^\W_a-z])|\n+|(?<=:)\s*\n")


def listed(text: str) -> list[str]:
    """Words that stand in one string, one after another."""
    return text.split()


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest that fits: at each place a few letters are tried, not all words."""
    after: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        after.setdefault(word[:1], []).append(word[1:])
    ends = "" in after and bool(after.pop(""))
    ways = [re.escape(letter) + (any_of(rest) if rest != [""] else "") for letter, rest in after.items()]
    found = "|".join([*ways, ""] if ends else ways)
    return f"(?:{found})" if len(ways) + ends > 1 else found


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it stands in its text."""

    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """Lower case without accents, curly signs as straight ones."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in flat if not unicodedata.combining(c)).casefold()


def tokens(text: str) -> list[str]:
    return list(_tokens(text))


# The same texts and sentences are cut by many checks.
@lru_cache(4096)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(fold(word).removesuffix("'s") for word in _WORD.findall(text))


def word_spans(text: str) -> Iterator[re.Match[str]]:
    return _WORD.finditer(text)


def sentences(text: str) -> list[Sentence]:
    """Sentences by end marks and line ends; 'Nov. 24' and '5 p.m.' do not end one."""
    return list(_sentences(text))


@lru_cache(1024)
def _sentences(text: str) -> tuple[Sentence, ...]:
    cuts = [0]
    for match in _END.finditer(text):
        before = text[cuts[-1] : match.start()]
        if "\n" not in match.group() and _ABBREVIATION.search(before.rstrip('"”’)')):
            continue
        cuts.append(match.end())
    cuts.append(len(text))
    return tuple(s for s in (_trim(text, a, b) for a, b in pairwise(cuts)) if s.text)


_PARTS = re.compile(r";\s+|,\s+(?=(?:but|while|pero|mientras)\b)|\s+[—–]\s+")


def clauses(text: str) -> list[Sentence]:
    """Sentences parted further where one of them says two things: at semicolons, dashes and 'but'."""
    return list(_clauses(text))


@lru_cache(1024)
def _clauses(text: str) -> tuple[Sentence, ...]:
    found = []
    for line in sentences(text):
        cuts = [0, *(m.end() for m in _PARTS.finditer(line.text)), len(line.text)]
        found += [_trim(text, line.start + a, line.start + b) for a, b in pairwise(cuts)]
    return tuple(part for part in found if part.text)


_SPANISH = frozenset(
    listed("el los las una del que con por para su sus se al es en como más pero este esta lo le ya no sin")
)
_ENGLISH = frozenset(
    listed(
        "the of to and in is for on that with by at be are this from it will as an not our your we you "
        "please than or if have has was were they their can may must do does who what when where which "
        "questions later before after about call come send bring meeting members union"
    )
)


def speaks(text: str) -> str:
    """'es' or 'en', by the small words; English when there are none."""
    words = [word.lower() for word in _WORD.findall(text)]
    return "es" if sum(w in _SPANISH for w in words) > sum(w in _ENGLISH for w in words) else "en"


_PLAIN = 6


def is_english(text: str) -> bool:
    """Whether two small words say so, or one in a sentence without a Spanish one."""
    words = [word.lower() for word in _WORD.findall(text)]
    english, spanish = (sum(word in small for word in words) for small in (_ENGLISH, _SPANISH))
    return english >= max(2, 1 + spanish) or bool(english and not spanish and len(words) >= _PLAIN)


def _trim(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Sentence(start, start + len(piece.strip()), piece.strip())
