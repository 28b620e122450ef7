"""The figures of a sentence, and whether the workers' side wants more of them or less."""

from __future__ import annotations

import re

from contracts.annotating import rules
from unionops.platform.core.numerals import ENGLISH, HASTA_CIEN, hyphened, spelled
from unionops.platform.search.terms import plain as unaccented

WORDS = ENGLISH | {word: n for word, n in HASTA_CIEN.items() if word not in ("un", "una", "uno", "once")}
SPELLED = rf"(?:{spelled(WORDS)})"
GREAT = {"hundred": 100, "thousand": 1000}
FIGURE = re.compile(
    rf"\b(?P<words>{SPELLED}(?:[\s-]+(?:and[\s-]+)?(?:hundred|thousand|{SPELLED}))*)\b[\s-]*"
    r"(?P<both>\(\s*[$€£]?\d[\d,.]*\s*%?\s*\))?|"
    r"(?P<digits>(?<![\w.])[$€£]?\s?\d[\d,]*(?:\.\d+)?%?)",
    re.I,
)
EACH = re.compile(rf"hundred|thousand|{SPELLED}", re.I)
HALF = re.compile(r"\bone and (?:a|one)[\s-]half\b(?:\s*\([^)]*\))?", re.I)
DAYS = {"hour": 1 / 24, "day": 1, "calendar_day": 1, "work_day": 1.4, "pay_period": 14, "week": 7, "month": 30.4}
LIMITED = re.compile(
    r"\b(?:within|no later than|not later than|dentro de|en un plazo de|a más tardar|dans (?:les|un délai)|"
    r"au plus tard)\b",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:notice|notif\w+|in advance|before|prior to|ahead|antelaci[oó]n|anticipaci[oó]n|aviso|antes de|préavis|"
    r"avant)\b",
    re.I,
)
WAIT = re.compile(
    r"\b(?:after|upon completi(?:on|ng)|following|despu[eé]s de|tras|apr[eè]s)\b[^.,;]{0,30}?\d|"
    r"\bat least \S+ (?:\(\d+\) )?(?:months?|years?|days?|hours?) of (?:\w+ )?(?:service|employment|work)|"
    r"\b(?:removed|expunged|purged|destroyed|retirad\w+|eliminad\w+)\b",
    re.I,
)
COST = re.compile(
    r"\b(?:probation\w*|deductibles?|co-?pay\w*|premium share|(?:employee|member|worker)s? (?:\w+ ){0,2}?"
    r"(?:pays?|contributes?|contributions?|shares?|costs?)|class size|patients|students|pupils|residents|inmates|"
    r"case ?load|work ?load|mandatory|mandated|involuntary|"
    r"required to work|assigned? more than|suspen\w+|standby|dues|per[ií]odo de prueba)\b",
    re.I,
)
FILING = re.compile(
    r"\b(?:fil(?:e|ed|ing)|submit(?:ted)?|present(?:ed)?|appeal(?:ed)?|initiat\w+|request(?:ed)?|bid|invok\w+|grieve|"
    r"refer(?:red)?|advanced|presentar\w*|apelar\w*|déposé\w*)\b",
    re.I,
)
CELL = " · "  # between the cells of a table's row
PAY = re.compile(
    r"\b(?:wages?|salar\w+|rates?|steps?|pay|hourly|annual|monthly|stipends?|differentials?|allowances?|longevity|"
    r"bonus\w*|salarios?|sueldos?|tarifas?|salaires?|taux)\b",
    re.I,
)
MANAGERS = (rules.EMPLOYER, rules.MANAGER)
WORKERS = (rules.WORKER, rules.UNION)


def without(sentence: str) -> str:
    """The sentence with a mark in the place of each figure."""
    return " ".join(FIGURE.sub(" # ", HALF.sub(" # ", sentence)).split())


def grows(old: str, new: str) -> int:
    """1 where figures only go up from the old to the new sentence, -1 where they only go down, else 0."""
    before, after = _values(old), _values(new)
    if len(before) != len(after):
        return 0
    steps = {(b > a) - (b < a) for a, b in zip(before, after, strict=True)} - {0}
    return steps.pop() if len(steps) == 1 else 0


def _values(sentence: str) -> list[float]:
    """A length of time in days whatever its unit, so that 'ten calendar days' are fewer than 'ten working days'."""
    limits = rules.time_limits(sentence)
    if limits:
        return [limit.n * DAYS.get(limit.unit, 365) for limit in limits]
    sentence = HALF.sub("1.5", sentence)
    return [_value(match) for match in FIGURE.finditer(sentence)]


def _value(match: re.Match[str]) -> float:
    digits = re.sub(r"[^\d.]", "", match["both"] or match["digits"] or "").strip(".")
    return float(digits) if digits else _spelled(match["words"])


def _spelled(words: str) -> float:
    """'two hundred and forty' is 240."""
    total = 0.0
    for word in EACH.findall(words):
        total = total * GREAT[word.lower()] if word.lower() in GREAT else total + WORDS[hyphened(unaccented(word))]
    return total


def limits_filing(sentence: str) -> bool:
    """By when something must be filed: no burden of its own, but the life of a right."""
    found = rules.duty(sentence)
    theirs = found is not None and found.agent in MANAGERS
    return not theirs and bool(LIMITED.search(sentence) and FILING.search(sentence))


def wanted(sentence: str, gives: bool, headings: str = "") -> int:
    """1 where more is better for the workers' side, -1 where less is, 0 where only a person can tell.

    `gives` says that the sentence gives them something; the row of a table says by its `headings` what it is about.
    """
    if CELL in sentence:
        costs = COST.search(sentence) or COST.search(headings) or "premium" in headings.lower()
        return -1 if costs else 1 if PAY.search(headings) else 0
    found = rules.duty(sentence)
    agent, modality = (found.agent, found.modality) if found else ("", "")
    if agent in MANAGERS and modality in (rules.PERMISSION, rules.RIGHT):
        return -1
    if WAIT.search(sentence) or COST.search(sentence):
        return -1
    if LIMITED.search(sentence):
        return 1 if limits_filing(sentence) else -1 if agent in MANAGERS or gives else 0
    if AHEAD.search(sentence):
        return -1 if agent in WORKERS and not gives else 1 if gives or agent in MANAGERS else 0
    return 1 if gives else 0
