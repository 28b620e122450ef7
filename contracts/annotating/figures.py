"""The figures of a sentence, and whether the workers' side wants more of them or less."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from contracts.annotating import rules
from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH, HASTA_CIEN, hyphened, spelled
from unionops.platform.search.terms import plain as unaccented

FRENCH = "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
WORDS = ENGLISH | {word: n for word, n in HASTA_CIEN.items() if word not in ("un", "una", "uno", "once")}
WORDS |= {word: n for n, word in enumerate(FRENCH.split(), 2)} | {
    "vingt": 20,
    "trente": 30,
    "soixante": 60,
    "quatre-vingt-dix": 90,
}
SPELLED = rf"(?:{spelled(WORDS)})"
FIGURE = re.compile(
    rf"\b(?P<words>{SPELLED}(?:[\s-]+(?:and[\s-]+)?(?:hundred|thousand|{SPELLED}))*)\b[\s-]*"
    r"(?P<both>\(\s*[$€£]?\d[\d,.]*\s*%?\s*\))?|"
    r"(?P<digits>(?<![\w.])[$€£]?\s?\d[\d,]*(?:\.\d+)?%?)",
    re.I,
)
THING = re.compile(r"[\s-]*([^\W\d_]+(?:\s+(?:in|per|a|of|each|an?)(?:\s+(?:a|an|any|each|the))?\s+[^\W\d_]+)?)", re.I)
EACH = re.compile(rf"hundred|thousand|{SPELLED}", re.I)
HALF = re.compile(r"\b(?P<n>one|two|three|\d) and (?:a|one)[\s-]half\b(?:\s*\([^)]*\))?", re.I)
DAYS = {"hour": 1 / 24, "day": 1, "calendar_day": 1, "work_day": 1.4, "pay_period": 14, "week": 7, "month": 30.4}
DAYS_IN = {"wee": 7, "mon": 30.4, "yea": 365, "sem": 7, "mes": 30.4, "moi": 30.4, "año": 365, "ans": 365}
HOURS = re.compile(r"[\s-]*(?:hours?|horas?|heures?)\b", re.I)
TIME = re.compile(
    r"[\s-]*(?:(?:calendar|working|work|business)[\s-]+)?(?:hours?|days?|shifts?|weeks?|months?|years?|"
    r"horas?|d[ií]as?|semanas?|mes(?:es)?|años?|heures?|jours?|semaines?|mois|ans)\b",
    re.I,
)
HOURS_A_DAY = (8.0, 24.0)  # of work, and of the clock: a sentence does not say which it counts by
LASTS = re.compile(r"[\s-]*(weeks?|months?|years?|semanas?|semaines?|mes(?:es)?|mois|años?|ans)\b", re.I)
LASTING = re.compile(r"#\s*(?:weeks?|months?|years?|semanas?|semaines?|mes(?:es)?|mois|años?|ans)\b(?:['’]s?)?", re.I)
LIMITED = re.compile(
    r"\b(?:has|have) [\w-]+ (?:\(\d+\) )?(?:\w+ )?days? to\b|"
    r"\b(?:within|no later than|not later than|dentro de|en un plazo de|a más tardar|dans (?:les|un délai)|"
    r"au plus tard)\b",
    re.I,
)
AHEAD = re.compile(
    r"\b(?:notice|notif\w+|in advance|before|prior to|ahead|announc\w+|post(?:ed|ing)|"
    r"antelaci[oó]n|anticipaci[oó]n|aviso|antes de|préavis|"
    r"avant)\b",
    re.I,
)
WAIT = re.compile(
    r"\b(?:after|upon completi(?:on|ng)|following|despu[eé]s de|tras|apr[eè]s)\b[^.,;]{0,30}?\d|"
    r"\bat least \S+ (?:\(\d+\) )?(?:months?|years?|days?|hours?) of (?:\w+ )?(?:service|employment|work)|"
    r"(?<!no )(?<!not )\b(?:more|older) than\b|"
    r"\b(?:hours?|time|work\w*)\b[^.;]{0,20}\b(?:over|beyond|exceeding|in excess of)\s+\d|"
    r"\b(?:removed|expunged|purged|destroyed|taken out of|(?:cleared|stricken) from|retirad\w+|eliminad\w+)\b",
    re.I,
)
# What must have passed before management may: the longer, the better.
LONG_BEFORE = re.compile(
    rf"\b(?:after|beyond|exceed\w*|in excess of|longer than|despu[eé]s de|tras|apr[eè]s)\s+(?:\w+\s+)?"
    rf"(?:\d|{SPELLED}\b)",
    re.I,
)
COST = re.compile(
    r"\b(?:probation\w*|waiting periods?|deductibles?|co-?pay\w*|premium share|"
    r"(?:employee|member|worker)(?:['’]s|s['’]?)? (?:\w+ ){0,2}?"
    r"(?:premiums?|pays?|contributes?|contributions?|shares?|costs?)|mandatory|mandated|involuntary|"
    r"(?:reprimands?|warnings?|letters?|discipline)\b[^.;]{0,40}\b(?:remains?|kept|retained|stays?|active)|"
    r"required to work|assigned? more than|suspen\w+|standby|dues|per[ií]odo de prueba)\b",
    re.I,
)
# When a right ends, until when one may come back, when a proof falls due: the longer it takes, the better.
ENDS = re.compile(
    r"\b(?:recalled|rehired|re-?employed|reinstated|return(?:s|ed|ing)?)\b[^.;]{0,15}\bwithin\b|"
    r"\b(?:seniority|employment|recall|reinstatement|rights?|coverage|antig[uü]edad|ancienneté)\b[^.;]{0,40}"
    r"\b(?:broken|lost|ends?|ended|terminat\w+|lapses?|forfeit\w*|ceases?|pierde|perd)\b|"
    r"\b(?:considered|deemed|presumed)\b[^.;]{0,30}\b(?:quit|resigned|resignation|abandoned|abandonment)\b|"
    r"\b(?:notes?|certificates?|proof|documentation)\b[^.;]{0,20}\b(?:needed|required|due)\b[^.;]{0,30}\bafter\b",
    re.I,
)
FILING = re.compile(
    r"\b(?:fil(?:e|ed|ing)|submit(?:ted)?|present(?:ed)?|appeal(?:ed)?|initiat\w+|request(?:ed)?|bid|demands?|made|"
    r"invok\w+|grieve|"
    r"refer(?:red)?|advanced|presentar\w*|apelar\w*|déposé\w*)\b",
    re.I,
)
CELL = " · "  # between the cells of a table's row
PAY = re.compile(
    r"\b(?:wages?|salar\w+|rates?|steps?|pay|hourly|annual|monthly|stipends?|differentials?|allowances?|longevity|"
    r"(?:shift|night|weekend|hazard|skill) premiums?|bonus\w*|salarios?|sueldos?|tarifas?|salaires?|taux)\b",
    re.I,
)
EVERY = re.compile(r"\b(?:for (?:every|each)|per|to (?:every|each)|por cada|pour chaque)\s+$", re.I)
OFTEN = re.compile(r"\b(?:every|each|cada|chaque|todos los|tous les|toutes les)\s+$", re.I)
EVERY_SOME = re.compile(EVERY.pattern.removesuffix("$") + r"\S", re.I)
LOAD = re.compile(r"\b(?:patients|students|pupils|residents|inmates|case ?load|work ?load|class size)\b", re.I)
MONTHS = "January February March April May June July August September October November December"
DATE = re.compile(
    rf"\b(?:{MONTHS.replace(' ', '|')})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+(?:19|20)\d\d)?|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}:\d\d\b",
    re.I,
)
IS_PAY = re.compile(r"\bpay (?:is|are|shall be|will be)\b", re.I)
WORTH_IS = re.compile(
    r"\b(?:severance|allowance|grace period|differential|stipend|longevity|bonus|rest|call-?back pay|minimum|"
    r"descanso|permiso|plus|repos|prime|congé)\b[^.;]{0,40}?"
    r"\b(?:is|are|shall be|will be|equals?|es|será|son|est|sera)\b",
    re.I,
)
RAISED = re.compile(r"\b(?:increas\w+|raised|aumentar\w*|augment\w+)\b[^.;]{0,30}%", re.I)
MONEY = re.compile(r"[$€£]\s?\d|\b\d+[.,]\d\d\b")
AGENT_WORDS = dict(rules.AGENTS)
MANAGERS = (rules.EMPLOYER, rules.MANAGER)
WORKERS = (rules.WORKER, rules.UNION)


@lru_cache(maxsize=4096)
def without(sentence: str) -> str:
    """The sentence with a mark in the place of each figure."""
    plain = FIGURE.sub(" # ", HALF.sub(" # ", DATE.sub(" ", sentence)))
    return " ".join(LASTING.sub("#", plain).split())


# How long somebody must have served before something is theirs.
SERVED = re.compile(
    rf"\b(?:with|after|upon|over|having|complet\w+|con|tras|avec|apr[eè]s)\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?:\d+|{SPELLED})(?:\s*\(\d+\))?"
    r"\s+(?:\w+\s+)?(?:years?|months?|days?|hours?|años?|meses|ans|mois)['’]?(?:\s+of)?\s+(?:\w+\s+){0,2}?"
    r"(?:service|employment|seniority|antig[uü]edad|servicio|ancienneté)\b",
    re.I,
)
# In which case something happens: the figure counts what sets it off, not what comes of it.
CASE = re.compile(
    rf"\b(?:who|if|when)\b[^;,]*?(?:\d|\b{SPELLED}\b)[^;,]*?(?=\b(?:is|are|shall|will|may|must|receives?|earns?)\b)",
    re.I,
)
THEIRS = rf"(?:{AGENT_WORDS[rules.WORKER]}|{AGENT_WORDS[rules.UNION]})"
THEIR_TIME = re.compile(
    rf"\b{THEIRS} (?:shall |will )?(?:has|have) \S+ (?:\(\d+\) )?(?:\w+ )?(?:days?|weeks?|hours?) to\b", re.I
)
RECEIVED = re.compile(r"\b(?:receives?|paid|earns?|reimbursed)\b[^.;]{0,40}[$€£]\s?\d", re.I)
PER_CENT = re.compile(r"\s*(?:%|percent\b|per cent\b|por ciento\b|pour cent\b)", re.I)


def worth_of(old: str, new: str, gives: bool, headings: str = "") -> int:
    """1 where the figures change for the workers' good, -1 where to their harm, 0 where only a person can tell."""
    step = grows(old, new)
    for condition in (SERVED, CASE):
        if step and (condition.search(old) or condition.search(new)):
            bare = grows(condition.sub("", old), condition.sub("", new))
            return 0 if bare else -step if gives else step
    return step * wanted(old, gives, headings)


def grows(old: str, new: str) -> int:
    """1 where figures only go up from the old to the new sentence, -1 where they only go down, else 0."""
    if _kinds(old) != _kinds(new):
        return 0
    steps = {_step(_values(old, hours), _values(new, hours)) for hours in HOURS_A_DAY}
    return _step(_lengths(old), _lengths(new)) or (steps.pop() if len(steps) == 1 else 0)


def _kinds(sentence: str) -> list[str]:
    """What each figure counts: money, a share, or anything else."""
    found = FIGURE.finditer(HALF.sub(_and_half, DATE.sub(" ", sentence)))
    return ["$" if match.group().strip()[:1] in tuple("$€£") else "%" if _is_share(match) else "" for match in found]


def _is_share(match: re.Match[str]) -> bool:
    return match.group().rstrip(") ").endswith("%") or PER_CENT.match(match.string, match.end()) is not None


def _step(before: list[float], after: list[float]) -> int:
    if len(before) != len(after):
        return 0
    steps = {(b > a) - (b < a) for a, b in zip(before, after, strict=True)} - {0}
    return steps.pop() if len(steps) == 1 else 0


def _lengths(sentence: str) -> list[float]:
    """Time limits in days whatever their unit, so that 'ten calendar days' are fewer than 'ten working days'."""
    return [limit.n * DAYS.get(limit.unit, 365) for limit in rules.time_limits(sentence)]


def _values(sentence: str, hours_a_day: float) -> list[float]:
    """Its figures but for dates, times in days; fewer where they say for how many there is one: 'for every thirty'."""
    sentence = HALF.sub(_and_half, DATE.sub(" ", sentence))
    return [
        _value(match) * _unit(sentence[match.end() :], hours_a_day) * (-1 if _divides(match) else 1)
        for match in FIGURE.finditer(sentence)
    ]


def _divides(figure: re.Match[str]) -> bool:
    """'For every thirty employees', 'every twenty-four (24) months': the more, the less there is of the rest."""
    before, behind = figure.string[: figure.start()], figure.string[figure.end() :]
    return bool(EVERY.search(before) or (OFTEN.search(before) and TIME.match(behind)))


def kept(old: str, new: str) -> bool:
    """Whether each figure of the old sentence stands in the new one."""
    hours = HOURS_A_DAY[0]
    return Counter(_values(old, hours)) <= Counter(_values(new, hours))


def counted(sentence: str) -> dict[str, float]:
    """Its figures by what they count: 'hours in a day'."""
    sentence = HALF.sub(_and_half, DATE.sub(" ", sentence))
    named = ((match, THING.match(sentence, match.end())) for match in FIGURE.finditer(sentence))
    return {" ".join(thing[1].lower().split()): _value(match) for match, thing in named if thing}


def _unit(behind: str, hours_a_day: float) -> float:
    """How many days one of what is counted lasts; 1 for what is no time."""
    if HOURS.match(behind):
        return 1 / hours_a_day
    found = LASTS.match(behind)
    return DAYS_IN[found[1].lower()[:3]] if found else 1.0


def _and_half(match: re.Match[str]) -> str:
    return f"{int(ENGLISH.get(match['n'].lower(), 0) or match['n'])}.5"


def _value(match: re.Match[str]) -> float:
    digits = re.sub(r"[^\d.]", "", match["both"] or match["digits"] or "").strip(".")
    return float(digits) if digits else spoken(match["words"])


def spoken(words: str) -> float:
    """'two thousand four hundred and ten' is 2410."""
    total, part = 0.0, 0.0
    for word in EACH.findall(words.lower()):
        if word == "thousand":
            total, part = total + max(part, 1) * 1000, 0.0
        else:
            part = max(part, 1) * 100 if word == "hundred" else part + WORDS[hyphened(unaccented(word))]
    return total + part


def limits_filing(sentence: str) -> bool:
    """By when something must be filed: no burden of its own, but the life of a right."""
    found = rules.duty(sentence)
    theirs = found is not None and found.agent in MANAGERS
    limited = LIMITED.search(sentence) or "more than" in sentence
    return not theirs and bool(limited and FILING.search(sentence))


def wanted(sentence: str, gives: bool, headings: str = "") -> int:
    """1 where more is better for the workers' side, -1 where less is, 0 where only a person can tell.

    `gives` says that the sentence gives them something; the row of a table says by its `headings` what it is about.
    """
    if CELL in sentence:
        costs = COST.search(sentence) or COST.search(headings) or "premium" in headings.lower()
        return -1 if costs else 1 if PAY.search(headings) or MONEY.search(sentence) else 0
    found = rules.duty(sentence)
    agent, modality = (found.agent, found.modality) if found else ("", "")
    if agent in MANAGERS and modality in (rules.PERMISSION, rules.RIGHT):
        return 1 if LONG_BEFORE.search(sentence) or AHEAD.search(sentence) else -1
    if (
        limits_filing(sentence)
        or ENDS.search(sentence)
        or THEIR_TIME.search(sentence)
        or (gives and RECEIVED.search(sentence))
    ):
        return 1
    loaded = LOAD.search(sentence) and not EVERY_SOME.search(sentence)
    if loaded or WAIT.search(sentence) or COST.search(sentence):
        return -1
    if LIMITED.search(sentence):
        return -1 if agent in MANAGERS or gives else 0
    if AHEAD.search(sentence):
        return -1 if agent in WORKERS and not gives else 1
    if WORTH_IS.search(sentence) and agent not in WORKERS:
        return 1
    raised = MONEY.search(sentence) or IS_PAY.search(sentence) or RAISED.search(sentence)
    pays = PAY.search(sentence) and raised and agent not in WORKERS
    return 1 if gives or pays else 0
