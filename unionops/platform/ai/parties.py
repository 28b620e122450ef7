"""Who must and who may: a claim that keeps the words of its source but turns the party or the duty round.

The two are laid side by side with every party and every modal verb covered up. Where the words around a covered place
are the same in both, what lies under it has to be the same too: 'the Union may file' is not 'the Employer may file'.
Where the words differ, the deed itself tells: who files, and whether that party must, whatever else is said of it.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from unionops.platform.core import lazy_re as re

EMPLOYER, UNION, WORKER = "employer", "union", "worker"
PARTIES = {
    EMPLOYER: (
        "employer employers agency agencies management managers manager company city county district university "
        "hospital board administration superintendent supervisor supervisors contractor contractors department "
        "director principal empleador empresa patrono employeur direction"
    ),
    UNION: (
        "union unions association guild federation brotherhood steward stewards "
        "sindicato sindicatos delegado delegados syndicat syndicats"
    ),
    WORKER: (
        "you employee employees worker workers member members grievant grievants teacher teachers nurse nurses "
        "empleado empleados trabajador trabajadores empleada trabajadora salarié salariée salariés"
    ),
}
MUST, MAY, CANNOT = "must", "may", "cannot"
MODALS = {
    MUST: "shall must will deberá deberán debe deben doit doivent",
    MAY: "may can could might should podrá podrán puede pueden peut peuvent",
    CANNOT: "cannot",
}
PARTY_OF = {word: party for party, words in PARTIES.items() for word in words.split()}
MODAL_OF = {word: modal for modal, words in MODALS.items() for word in words.split()}
WORD = re.compile(r"[^\W_]+")
LITTLE = frozenset(
    [
        "the",
        "a",
        "an",
        "any",
        "each",
        "every",
        "all",
        "such",
        "his",
        "her",
        "its",
        "their",
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "le",
        "les",
        "des",
        "du",
        "de",
        "of",
        "to",
        "and",
        "or",
        "not",
    ]
)
NEGATED = re.compile(
    r"\b(?:shall|must|will|may|can|could|should)(?:\s+not|n['’]t)\b|\bno (?=(?:podrá|puede|deberá|debe)n?\b)", re.I
)
BEFORE_DEED = frozenset(
    [
        "then",
        "also",
        "first",
        "be",
        "been",
        "only",
        "promptly",
        "immediately",
        "either",
        "have",
        "thereafter",
        "otherwise",
    ]
)
LINKS = frozenset(["or", "and", "the", "a", "an", "any", "each", "such", "either", "o", "y", "el", "la"])
ENDINGS = re.compile(r"(?:ied|ies|ed|es|ing|s|e|y|ar|er|ir)$")
ANY_PARTY, ANY_MODAL = "\x00party", "\x00modal"
LONGEST = 4_000  # characters; a claim is a sentence or two


def parties_turned(claim: str, source: str) -> Iterator[str]:
    """The words of a claim under whose place the source has another party."""
    yield from _turned(claim, source, PARTY_OF)
    done = _deeds(_tokens(source))
    for deed, (doers, _modals) in _deeds(_tokens(claim)).items():
        others = done[deed][0] if deed in done else {}
        yield from (word for party, word in doers.items() if others and party not in others)


def modals_turned(claim: str, source: str) -> Iterator[str]:
    """The modal verbs of a claim under whose place the source has another kind of them."""
    yield from _turned(claim, source, MODAL_OF)
    done = _deeds(_tokens(source))
    for deed, (_doers, modals) in _deeds(_tokens(claim)).items():
        yield from (word for modal, word in modals.items() if deed in done and modal not in done[deed][1])


def _turned(claim: str, source: str, kinds: dict[str, str]) -> Iterator[str]:
    mine, theirs = _tokens(claim), _tokens(source)
    for said, written in _alike(mine, theirs):
        told = {word: [words[at] for words in written] for at, word in enumerate(said) if word in kinds}
        yield from (word for word, others in told.items() if kinds[word] not in {kinds[other] for other in others})


def _tokens(text: str) -> list[str]:
    """'May not', 'shall not' and 'cannot' forbid alike."""
    return WORD.findall(NEGATED.sub("cannot", text[:LONGEST]).casefold())


def _deeds(words: list[str]) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """By the stem of each verb behind a modal: the parties that do it, and the kinds of modals, with their words."""
    found: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for at, word in enumerate(words):
        verb = next((n for n in range(at + 1, min(at + 5, len(words))) if not _leads_to_deed(words[n])), None)
        if word in MODAL_OF and verb is not None and (stem := ENDINGS.sub("", words[verb])) and len(stem) > 2:
            doers, modals = found.setdefault(stem, ({}, {}))
            passive = "be" in words[at:verb]
            doers.update({PARTY_OF[name]: name for name in (_behind(words, verb) if passive else _before(words, at))})
            modals[MODAL_OF[word]] = word
    return found


def _leads_to_deed(word: str) -> bool:
    return word in BEFORE_DEED or word.endswith("ly")


def _before(words: list[str], modal: int) -> list[str]:
    """The parties directly in front of the modal: 'the employee or the Union may'."""
    names: list[str] = []
    at = modal - 1
    while at >= 0 and (words[at] in PARTY_OF or (names and words[at] in LINKS)):
        names += [words[at]] if words[at] in PARTY_OF else []
        at -= 1
    return names


def _behind(words: list[str], verb: int) -> list[str]:
    """The parties by whom it is done: 'filed by the Union or the employee'."""
    by = next((n for n in range(verb + 1, min(verb + 4, len(words))) if words[n] in ("by", "por", "par")), None)
    names: list[str] = []
    for word in words[by + 1 :] if by is not None else []:
        if word not in PARTY_OF and word not in LINKS:
            break
        names += [word] if word in PARTY_OF else []
    return names


def _alike(mine: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Stretches of a claim with all those of the source that read the same once parties and modals are covered up.

    Only stretches with a word of substance tell: 'the Union shall' alone stands everywhere.
    """
    covered, written = [_covered(word) for word in mine], [_covered(word) for word in theirs]
    for start, _other, size in SequenceMatcher(None, covered, written, autojunk=False).get_matching_blocks():
        stretch = covered[start : start + size]
        if any(_tells(word) for word in stretch):
            places = [at for at in range(len(theirs) - size + 1) if written[at : at + size] == stretch]
            yield mine[start : start + size], [theirs[at : at + size] for at in places]


def _covered(word: str) -> str:
    return ANY_PARTY if word in PARTY_OF else ANY_MODAL if word in MODAL_OF else word


def _tells(word: str) -> bool:
    return not word.startswith("\x00") and word not in LITTLE and len(word) > 2
