"""A text read into matters: its clauses with the words that mean something, and which of them a 'not' falls on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from comms.checks import figures, likeness, shares, slots
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.spanish import concepts, english, plainly
from comms.checks.words import Sentence, clauses, fold, listed, sentences, word_spans
from unionops.platform.core import lazy_re as re

NOT = re.compile(
    r"\b(?:not|no one|no(?! to\b)|never|nobody|none|nothing|neither|without|cannot|\w+n['’]t|ning[uú]n[oa]?|nunca|"
    r"nadie|nada|sin|tampoco)\b(?!\s+(?:later|earlier|more|más|less|fewer|matter|doubt|only|just|one\b|"
    r"(?:extra |additional )?(?:cost|charge|fee)\b))",
    re.IGNORECASE,
)
# Helping verbs and verbs that leave the deed to the next word.
LIGHT = frozenset(
    listed(
        "be am is are was were been being have has had having do does did doing can could may might must "
        "shall should will would need needs needed get gets got go goes going want wants wanted able allowed "
        "allow require required requires let lets yet still also too then now even just only please here "
        "there anyone anybody anything someone something unless first second third next last longer more much "
        "many any ever say says said saying one ones way thing things point time ser es son era fue está "
        "están hay ha han puede pueden poder debe deben tiene tienen tener que va van quiere quieren necesita "
        "necesitan hace hacer dice dijo decir todavía aún también ya solo sólo"
    )
)
# Where another part of the clause begins, and the 'not' of this one ends.
_JOINT = re.compile(
    r"[,;:()/\n]|\s-\s|\b(?:and|or|but|if|when|because|so|who|which|whether|until|unless|before|after|while|than|"
    r"y|e|o|pero|si|cuando|porque|hasta|antes|después|mientras)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"without|sin", re.IGNORECASE)
# 'No foreman may cancel': what the foreman may is denied.
_NO_ONE_MAY = re.compile(
    r"(?:no|ning[uú]n[oa]?)\s+(?:[^\W\d_]+\s+){1,2}?(?:may|can|could|will|must|shall|has|have|is|are|was|were|does|do|did|"
    r"puede|debe|tiene|será|serán|es|son|fue|ha|han)\b",
    re.IGNORECASE,
)
# 'Nobody at the company sees it': what they would do is denied, not they.
_NOBODY_OF = re.compile(
    r"(?:nobody|no one|none|nadie)\s+(?:at|in|of|from|on|outside|en|de|del)\s+(?:(?:the|our|this|el|la|los|las)\s+)?"
    r"[^\W\d_]+\b(?=\s+[^\W\d_])",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s+(?:until|till|through|hasta)\b", re.IGNORECASE)
WISH = re.compile(
    r"\b(?:wants? to|wanted|plan(?:s|ned)? to|propos\w+|intend\w*|threat\w+|demand\w*|would|could|might|oppos\w+|"
    r"against|quier\w+|propon\w+|contra|se opon\w+)\b",
    re.IGNORECASE,
)
# 'Work stops', 'it was denied', 'they want to close': what stands beside such a verb is neither said nor denied.
_HEDGE = re.compile(
    r"\b(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|drop(?:s|ped)?|withdr[ae]w\w*|waived?|cancel\w*|"
    r"forbid\w*|prohib\w+|bann?(?:s|ed)?|instead|rather|refus\w+|den(?:y|ied|ies)|reject\w*|eliminat\w+|remov\w+|"
    r"broken?|out of|(?:turn|shut)\w* off|"
    r"fail\w*|miss(?:ed|ing)|lack\w*|unable|lose[sd]?|losing|lost (?:the|their|your|its)|cuts?|abolish\w*|avoid\w*|"
    r"prevent\w*|exempt\w*|except\w*|suspen\w+|quit\w*|claim(?:s|ed) that|rumou?rs?|says?|said|wrote|writes|thinks?|"
    r"wait\w*|await\w*|whether|deja\w*|elimin\w+|perd(?:er|ió|ieron)\w*|pierd\w+|rechaz\w+|niega\w*|neg(?:ó|aron)|dice\w*|dijo)\b|"
    + WISH.pattern,
    re.IGNORECASE,
)
_LEAVE = re.compile(r"\bleav(?:e|es|ing)\b[^.;:]{0,40}\b(?:at home|out|behind)\b|\bdej\w+ en casa\b", re.IGNORECASE)
# After these a 'not' has said all: 'alcohol is not allowed in the hall'.
_NOT_ALLOWED = re.compile(
    r"\b(?:allowed|required|needed|necessary|possible)\s+(?:in|on|at|for|from|with|by|of|within|during|any\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:days?|hours?|weeks?|months?|years?|minutes?|percent|dollars?|d[íi]as?|horas?|semanas?|mes(?:es)?|años?|minutos?)"
)
_ANSWER = re.compile(r"(?:No|Yes|Sí)\b[.,!]?(?=\s|$)")
# What must be done, and what is left to whoever it concerns.
MUST = re.compile(
    r"\b(?:must|shall|(?:have|has) to|needs? to|required|mandatory|obligatory|compulsory|be sure to|"
    r"debe[ns]?|deberá[ns]?|tienen? que|hay que|hace falta|obligatori[oa]s?|es necesario)\b",
    re.IGNORECASE,
)
_FORCES = {
    "must": MUST,
    "free": re.compile(
        r"\b(?:(?-i:may)|might|can|could|optional|voluntar(?:y|ily)|up to (?:you|them|him|her|each)|"
        r"(?:your|their|own|free|personal) choice|if (?:you|they) (?:like|want|wish)|feel free|welcome to|need not|"
        r"no need|pued[ea]n?|podrán?|si (?:lo )?(?:quieren?|desean?)|opcional|voluntari[oa])\b",
        re.IGNORECASE,
    ),
}
# 'You need no card or appointment': the 'no' goes on behind the 'or'.
_OR = re.compile(rf"(?:{NOT.pattern})[^.;:]*\b(?:or|nor|o|ni)\s*$", re.IGNORECASE)
# What hangs on an 'if' is not said by itself.
_HANGS = re.compile(r"\b(?:if|when|whether|unless|until|once|si|cuando|hasta)\s*$", re.IGNORECASE)
# 'You do not have to file' leaves it free and denies nothing.
_NOT_DUE = re.compile(
    r"(?:not|n['’]t|nobody|no one|nadie|no|never)\b[^.,;:]{0,20}?\b(?:(?:have|has|need|needs|required|obliged) to|"
    r"tienen? que|hace falta|es necesario)\b|\bneed not\b|\bno need\b(?: for \w+)?(?: to\b)?",
    re.IGNORECASE,
)
_OF_NOTHING = re.compile(
    r"(?:nothing|none|nobody|nada|nadie)\s+(?:for|to|in|on|at|of|from|para|de|en)\b", re.IGNORECASE
)
# 'Only members may vote': what some may others may not.
_BOUND = re.compile(
    r"\b(?:only|if(?! (?:you|they) (?:like|want|wish)\b)|unless|s[oó]lo|solamente|si|a menos que)\b", re.IGNORECASE
)
PLAIN, DENIED = "plain", "denied"


@dataclass(frozen=True)
class Word:
    """A word that means something; `said` is empty where a 'not' may or may not reach it, `piece` its part of a clause.

    `force` stands with the deed a 'must' or 'may' is said of; `hangs` where an 'if' stands before it.
    """

    start: int
    end: int
    text: str
    keys: frozenset[str]
    forms: frozenset[str]
    said: str
    force: str
    piece: int
    hangs: bool


@dataclass(frozen=True)
class Matter:
    """One clause with its words, and all that its sentence speaks of."""

    clause: Sentence
    words: tuple[Word, ...]
    about: frozenset[str]
    values: tuple[slots.Slot, ...]

    @property
    def own(self) -> frozenset[str]:
        """What the clause itself speaks of."""
        return frozenset().union(*(word.keys for word in self.words))


def keys_of(text: str, language: str, theirs: str) -> frozenset[str]:
    """The words of a text as a brief in `theirs` would have them."""
    return concepts(text, language) if language[:2] != theirs[:2] else plainly(text, language)


@lru_cache(256)
def read(text: str, language: str, theirs: str) -> tuple[Matter, ...]:
    """Every clause of a text; a question and the 'No.' that answers it are one."""
    return tuple(_matters(text, language, theirs))


def _matters(text: str, language: str, theirs: str) -> Iterator[Matter]:
    lines = sentences(text)
    for number, line in enumerate(lines):
        asked = line.text.rstrip('"”’)').endswith("?")
        answer = _ANSWER.match(lines[number + 1].text) if asked and number + 1 < len(lines) else None
        about = keys_of(_bare(line.text), language, theirs)
        for part in clauses(text):
            if line.start <= part.start < line.end:
                words = tuple(_words(part, language, theirs))
                if asked:
                    words = tuple(_answered(words, answer.group()[:1].lower() if answer else ""))
                yield Matter(part, words, about, tuple(slots.find(part.text)))


def _answered(words: tuple[Word, ...], answer: str) -> Iterator[Word]:
    """What a question asks is neither said nor denied, unless the answer follows: 'Must I come? No.' spares it."""
    said = {"y": PLAIN, "s": PLAIN, "n": DENIED}.get(answer, "")
    for word in words:
        force = {PLAIN: word.force, DENIED: "spared" if word.force == "must" else ""}.get(said, "")
        yield replace(word, said="" if force == "spared" else said, force=force)


def _bare(text: str) -> str:
    """Without addresses: the words in them say nothing."""
    return slots.EMAIL.sub(" ", slots.URL.sub(" ", NOT.sub(" ", text)))


def _words(part: Sentence, language: str, theirs: str) -> Iterator[Word]:
    things = (slot for slot in slots.find(part.text) if slot.kind != "number" and not shares.is_deed(slot.text))
    taken = [(slot.start, slot.end) for slot in things]
    twice = len(NOT.findall(part.text)) > 1
    cuts = [0, *(match.end() for match in _JOINT.finditer(part.text)), len(part.text)]
    for start, end in pairwise(cuts):
        piece = part.text[start:end]
        goes_on = _OR.search(part.text[:start]) is not None
        hangs = _HANGS.search(part.text[:start]) is not None
        found = [
            match
            for match in word_spans(piece)
            if _means(fold(match.group())) and not any(a <= start + match.start() < b for a, b in taken)
        ]
        denied = [] if len(NOT.findall(piece)) > 1 else _denied(piece, found)
        is_open = bool(_LEAVE.search(part.text) or _HEDGE.search(piece)) or any(
            not _WITHOUT.match(no.group()) for no in NOT.finditer(piece)
        )
        force = {} if _BOUND.search(part.text) else dict(_forced(piece, found))
        if not (start or force or NOT.search(piece)) and found and _is_asked(piece[: found[0].start()], found[0]):
            force = {found[0].start(): "asked"}
        for match in found:
            unsaid = (
                goes_on or (is_open and not _HEDGE.match(match.group())) or _UNTIL.match(part.text, start + match.end())
            )
            is_denied = match in denied and not (twice and _WITHOUT.search(piece))
            said = DENIED if is_denied else "" if unsaid or match in denied else PLAIN
            at = part.start + start
            word = fold(match.group())
            forms = english(word) if language[:2] == "es" else frozenset({word})
            keys = keys_of(word, language, theirs)
            yield Word(
                at + match.start(), at + match.end(), word, keys, forms, said, force.get(match.start(), ""), at, hangs
            )


def _is_asked(before: str, word: re.Match[str]) -> bool:
    """'File a claim' asks for it as 'you must file' does, though less."""
    plain = fold(word.group())
    return not re.search(r"\w", before) and likeness.is_deed(plain) and likeness.lemmas(plain) == {plain}


def _forced(piece: str, found: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Where the deed stands that must or may be done, and which of the two; what nobody has to do is spared."""
    kinds = {"spared": _NOT_DUE} if NOT.search(piece) else _FORCES
    for kind, words in kinds.items():
        for said in words.finditer(piece):
            if deed := next((match for match in found if match.start() >= said.end()), None):
                yield deed.start(), kind


# 'No increase since 2014', 'do not sign before you ask': what these tell needs no 'not' elsewhere.
_SAYS_OTHERWISE = re.compile(r"\b(?:since|desde)\b|\b(?:before|antes de(?: que)?)\s*$", re.IGNORECASE)
_LOSES_NOTHING = re.compile(r"\b(?:los(?:es?|ing)|lost|pierden?)(?=\s+(?:no|none|nothing)\b)", re.IGNORECASE)


def _means(word: str) -> bool:
    if word in SMALL_WORDS or word in LIGHT or word in figures.WORD_NUMBERS or _UNIT.fullmatch(word):
        return False
    return len(word) > 2 and word.replace("'", "").isalpha() and not NOT.fullmatch(word)


def _denied(piece: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The first word after each 'not'; the one before it where the clause ends there: 'mileage is not'."""
    if lost := _LOSES_NOTHING.search(piece):
        return [match for match in found if match.start() == lost.start()]
    denied = []
    for no in () if _SAYS_OTHERWISE.search(piece) else NOT.finditer(piece):
        whole = _NO_ONE_MAY.match(piece, no.start()) or _NOBODY_OF.match(piece, no.start())
        end = whole.end() if whole else no.end()
        before = [match for match in found if match.end() <= (end if whole else no.start())]
        after = [match for match in found if match.start() >= end]
        if (not whole and _OF_NOTHING.match(piece, no.start())) or _NOT_DUE.search(piece):
            continue
        if after and not _NOT_ALLOWED.search(piece[end : after[0].start()] + " "):
            denied += [word for word in after[:2] if word is after[0] or word.group().lower() == "back"]
        elif before and (after or whole or (no.group().lower() != "no" and not re.search(r"\w", piece[end:]))):
            denied.append(before[-1])
    return denied
