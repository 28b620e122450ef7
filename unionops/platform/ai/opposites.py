"""Words that turn a rule round, or count in something else: 'at least' for 'at most', 'denied' for 'granted', weeks.

The words of agreements, in three languages. `comms.checks.opposites` has those of announcements ('ratified' for
'voted down', 'in person' for 'online'); one table for both would raise alarms in either.
"""

from collections.abc import Iterator

from unionops.platform.core import lazy_re as re

LEAST = (
    r"at least|(?:no|not) (?:less|fewer|earlier) than|a minimum of|al menos|por lo menos|no menos de|au moins|"
    r"pas moins de"
)
MOST = (
    r"at most|(?:no|not) (?:more|later|longer) than|(?:not|never) (?:to )?exceed|a maximum of|up to|como máximo|"
    r"no más de|a más tardar|au plus|pas plus de"
)
BOUNDING = ("more", "less", "fewer", "later", "earlier", "longer")
BOUND = re.compile(rf"\b(?:{LEAST}|{MOST})\b", re.I)
BEFORE = r"before|prior to|in advance|until|antes|hasta|avant|jusqu"
AFTER = r"after|following|later than|upon|después|tras|après"
MANAGEMENT = r"employers?|agency|management|company|empleador|empresa|employeur"
UNION = r"unions?|association|stewards?|sindicatos?|delegad[oa]s?|syndicats?"
# Each pair: a text that says one and not the other turns round a text that says the other and not the one.
PAIRS = [
    (LEAST, MOST),
    (BEFORE, AFTER),
    (MANAGEMENT, UNION),
    (r"(?<!not )(?<!never )(?<!not to )(?<!never to )exceed\w*", r"(?:not|never) (?:to )?exceed\w*"),
    *((rf"(?<!no )(?<!not ){word} than", rf"(?:no|not) {word} than") for word in BOUNDING),
    (
        r"grant\w*|approv\w*|allow\w*|accept\w*|honor\w*",
        r"den(?:y|ie[sd]|ial)|refus\w*|reject\w*|disapprov\w*|withh\w+",
    ),
    (r"paid|with pay", r"unpaid|without (?:pay|compensation)"),
    (r"voluntary|volunteers?|optional", r"mandatory|compulsory|obligatory|forced"),
    (r"in writing|written", r"oral|orally|verbal|verbally"),
    (r"more|greater|higher|increas\w*", r"less|fewer|lower|reduc\w*|decreas\w*"),
    (r"includ\w*", r"exclud\w*"),
    (r"most senior(?:ity)?|greatest seniority", r"least senior(?:ity)?|junior"),
    (r"first", r"last"),
    (r"earliest|earlier", r"latest"),
    (r"with cause|for (?:just |good )?cause", r"without cause"),
    (r"free of charge|no cost|without charge|at no charge", r"costs?|for a fee|must pay"),
    (r"temporar\w+", r"permanent\w*"),
]
TURNS = [tuple(re.compile(rf"\b(?:{side})\b", re.I) for side in pair) for pair in PAIRS]

UNITS = {
    "calendar day": r"calendar[\s-]+days?|días (?:naturales|calendario)|jours calendaires",
    "working day": r"(?:work(?:ing)?|business|duty|school)[\s-]*days?|días (?:hábiles|laborables)|jours ouvr\w+",
    "day": r"days?|días?|jours?|daily",
    "hour": r"hours?|horas?|heures?|hourly",
    "minute": r"minutes?|minutos?",
    "week": r"weeks?|weekly|semanas?|semaines?",
    "month": r"months?|monthly|mes(?:es)?|mois",
    "year": r"years?|yearly|annual(?:ly)?|años?|ans|années?",
    "pay period": r"pay[\s-]+periods?|periodos? de pago",
    "percent": r"percent|por ciento|pour cent",
}
COUNTED = {
    name: re.compile(rf"\b(?:{words})\b" + (r"|%" if name == "percent" else ""), re.I) for name, words in UNITS.items()
}
AMOUNTS = {
    name: re.compile(rf"(?<![\d.,])(?P<n>\d+(?:\.\d+)?)\)?[\s-]+(?:consecutive\s+|full\s+|paid\s+)?(?:{words})\b", re.I)
    for name, words in UNITS.items()
}
MONEY = re.compile(r"[$€£]\s?(\d[\d,.]*\d|\d)")
AMOUNT_OF = re.compile(
    r"\b(\d[\d,.]*\d|\d)\)?[\s-]+(?:(?:calendar|working|work|business)[\s-]+)?(?:days?|hours?|weeks?|months?|years?)\b",
    re.I,
)


def turned_round(claim: str, source: str) -> Iterator[str]:
    """The words of a claim whose opposite, and not themselves, stand in the source."""
    for pair in TURNS:
        for side, other in (pair, pair[::-1]):
            found = side.search(claim)
            if found and not side.search(source) and other.search(source) and not other.search(claim):
                yield found.group().lower()


def units_of_their_own(claim: str, source: str) -> Iterator[str]:
    """Units a claim counts in and the source does not, and sums of money it makes an amount of something else."""
    yield from sorted(_units(claim) - _units(source))
    sums = set(MONEY.findall(source)) - set(AMOUNT_OF.findall(source))
    yield from sorted(sums & set(AMOUNT_OF.findall(claim)))


def amounts_otherwise(claim: str, source: str) -> Iterator[str]:
    """'7 days' where the source has '7 hours' and no '7 days'."""
    said, written = _amounts(claim), _amounts(source)
    numbers = {number for number, _unit in written}
    yield from sorted(f"{number} {unit}" for number, unit in said - written if number in numbers)


def _amounts(text: str) -> set[tuple[str, str]]:
    """Figures with the unit right behind them; those of a kind of day count as days too."""
    found = {(m["n"], name) for name, counted in AMOUNTS.items() for m in counted.finditer(text)}
    return found | {(number, "day") for number, name in found if name in ("calendar day", "working day")}


def _units(text: str) -> set[str]:
    found = {name for name, words in COUNTED.items() if words.search(text)}
    return found | {"day"} if found & {"calendar day", "working day"} else found
