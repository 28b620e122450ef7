"""Compares a model's sentence with its source: figures, dates, references and duties it has and the source has not."""

import re
from collections.abc import Iterator

from unionops.platform.core.numerals import SINGLE, SPANISH

WORTH = {"zero": 0, "cero": 0} | SINGLE | SPANISH
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


def unsupported(claim: str, passage: str, quote: str, label: str = "") -> Iterator[str]:
    """What to check, as short marks such as 'number:30' or 'duty:must'; nothing when the source carries it all."""
    known = figures(f"{passage} {label}")
    yield from (f"number:{figure}" for figure in sorted(figures(claim) - known))
    yield from (f"reference:{name}" for name in sorted(references(claim) - references(f"{passage} {label}")))
    yield from (f"month:{name}" for name in sorted(_months(claim) - _months(passage)))
    spoken, written = duties(claim), duties(quote)
    if "not" in spoken and "not" not in written:
        yield "duty:not"
    if "not" in written and "not" not in spoken:
        yield "duty:lost-not"
    if "must" in spoken and "must" not in written:
        yield "duty:must"


def figures(text: str) -> set[str]:
    """Every number as plain digits: '$1,250.00' and '1250', 'fifteen (15)' and '15' are the same; '%' stays."""
    bare = REFERENCE.sub(" ", text)
    found = {_plain(match) for match in NUMBER.findall(bare)}
    return found | {str(value) for value in _spelled(bare)}


def _plain(figure: str) -> str:
    digits = figure.strip("$€£").replace(",", "")
    return re.sub(r"\.0+(?=%|$)", "", digits)


def _spelled(text: str) -> Iterator[int]:
    """Numbers in words; 'twenty-five' is one number, a bare 'one' is mostly none."""
    words = iter([*re.findall(r"[^\W\d_]+", text.lower()), ""])
    word = next(words)
    while word:
        after = next(words, "")
        value = WORTH.get(word, -1)
        if value >= 20 and 0 < WORTH.get(after, 0) < 10:
            value, after = value + WORTH[after], next(words, "")
        if value >= 0 and word not in ("one", "uno"):
            yield value
        word = after


def references(text: str) -> set[str]:
    return {match.upper() for match in REFERENCE.findall(text)}


def _months(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]+", text.lower()) if word in MONTHS}


def duties(text: str) -> set[str]:
    """Which of must, may and not the text speaks; 'n't' counts as not."""
    lowered = text.lower().replace("’", "'")
    words = set(re.findall(r"[^\W\d_]+", lowered))
    found = {kind for kind, names in DUTY.items() if words & set(names)}
    return found | {"not"} if "n't" in lowered else found
