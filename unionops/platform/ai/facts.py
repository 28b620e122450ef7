"""Compares a model's sentence with its source: figures, dates, references and duties it has and the source has not."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from unionops.platform.ai import opposites, parties
from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import SINGLE, SPANISH

WORTH = {"zero": 0, "cero": 0} | SINGLE | SPANISH
TIMES = {"hundred": 100, "thousand": 1000, "mil": 1000}
NOT_FIGURES = ("one", "uno", "once")  # mostly 'some', and 'at once'
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
NUMBER = re.compile(r"(?<![\w.])[$€£]?\d[\d,]*(?:\.\d+)?%?|\d+(?:\.\d+)?%?")
REFERENCE = re.compile(
    r"\b(?:article|art\.|section|sec\.|§|appendix|artículo|sección)\s*([0-9]+(?:[.\-][0-9A-Za-z]+)*|[IVXLC]+\b|[A-Z]\b)",
    re.IGNORECASE,
)
DUTY = {
    "must": ("shall", "must", "will", "required", "requires", "obliged", "debe", "deberá", "tiene que"),
    "may": ("may", "can", "could", "permitted", "allowed", "entitled", "puede", "podrá", "right"),
    "soft": ("may", "might", "should", "podrá", "podrán", "puede", "pueden", "peut", "peuvent", "pourra", "devrait"),
    "not": (
        "not",
        "no",
        "never",
        "nor",
        "neither",
        "without",
        "cannot",
        "prohibited",
        "except",
        "unless",
        "sin",
        "nunca",
    ),
}


def unsupported(claim: str, source: str, quote: str, label: str = "") -> Iterator[str]:
    """What to check, as short marks such as 'number:30' or 'duty:must'; nothing when the source carries it all.

    `source` are the sentences that a claim rests on, `quote` the words of them it is said to stand on.
    """
    known = figures(f"{source} {label}")
    yield from (f"number:{figure}" for figure in sorted(figures(claim) - known))
    yield from (f"reference:{name}" for name in sorted(references(claim) - references(f"{source} {label}")))
    yield from (f"month:{name}" for name in sorted(_months(claim) - _months(source)))
    yield from (f"unit:{name}" for name in opposites.units_of_their_own(claim, source))
    yield from (f"unit:{amount}" for amount in opposites.amounts_otherwise(claim, source))
    yield from (f"opposite:{words}" for words in opposites.turned_round(claim, source))
    yield from (f"duty:{kind}" for kind in _duties_apart(claim, quote))
    yield from (f"who:{name}" for name in dict.fromkeys(parties.parties_turned(claim, source)))
    yield from (f"modal:{name}" for name in dict.fromkeys(parties.modals_turned(claim, source)))


def _duties_apart(claim: str, quote: str) -> Iterator[str]:
    spoken, written = duties(claim), duties(quote)
    if "not" in spoken and "not" not in written:
        yield "not"
    if "not" in written and "not" not in spoken:
        yield "lost-not"
    if "not" in spoken & written and (_negations(claim) - _negations(quote)) % 2:
        yield "not"
    if "must" in spoken and "must" not in written:
        yield "must"
    if "soft" in spoken and "must" not in spoken and "must" in written and not {"may", "soft"} & written:
        yield "may"


def in_words(marks: Iterable[str]) -> list[str]:
    """The marks as a person reads them."""
    return [_mark_in_words(*mark.partition(":")[::2]) for mark in marks]


def _mark_in_words(kind: str, what: str) -> str:
    said = {
        "aside:": _("it speaks of something else, or gives orders"),
        "duty:not": _("it says “not” otherwise than the source"),
        "duty:lost-not": _("it leaves out a “not” of the source"),
        "duty:must": _("it makes a duty of what the source does not"),
        "duty:may": _("it makes a choice of what is a duty in the source"),
    }
    if kind == "who":
        return _("it says “%(what)s” where the source names another party") % {"what": what}
    if kind in ("opposite", "modal"):
        return _("“%(what)s” says otherwise than the source") % {"what": what}
    return said.get(f"{kind}:{what}") or _("“%(what)s” is not in the source") % {"what": what}


def figures(text: str) -> set[str]:
    """Every number as plain digits: '$1,250.00' and '1250', 'fifteen (15)' and '15' are the same; '%' stays."""
    bare = REFERENCE.sub(" ", text)
    found = {_plain(match) for match in NUMBER.findall(bare)}
    return found | {str(value) for value in _spelled(bare)}


def _plain(figure: str) -> str:
    digits = figure.strip("$€£").replace(",", "")
    return re.sub(r"\.0+(?=%|$)", "", digits)


def _spelled(text: str) -> Iterator[int]:
    """Numbers in words; 'twenty-five' is one number, 'two hundred' too; a bare 'one' is mostly none."""
    words = iter([*re.findall(r"[^\W\d_]+", text.lower()), ""])
    word = next(words)
    while word:
        after = next(words, "")
        value, bare = WORTH.get(word, -1), word in NOT_FIGURES
        if value >= 20 and 0 < WORTH.get(after, 0) < 10:
            value, after = value + WORTH[after], next(words, "")
        if value > 0 and after in TIMES:
            value, after, bare = value * TIMES[after], next(words, ""), False
        if value >= 0 and not bare:
            yield value
        word = after


def references(text: str) -> set[str]:
    return {match.upper() for match in REFERENCE.findall(text)}


def _months(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if word in MONTHS}


def duties(text: str) -> set[str]:
    """Which of must, may, soft (no duty) and not the text speaks; 'no more than' is a bound and no 'not'."""
    words = set(_words(text))
    return {kind for kind, names in DUTY.items() if words & set(names)}


def _negations(text: str) -> int:
    return sum(word in DUTY["not"] for word in _words(text))


def _words(text: str) -> list[str]:
    """'n't' counts as not; 'may not' forbids and gives no choice."""
    plain = opposites.BOUND.sub(" ", text.lower().replace("’", "'"))
    plain = re.sub(r"\bmay not\b", "shall not", plain)
    return re.findall(r"[^\W\d_]+", plain.replace("n't", " not"))
