"""Numbers in words ('forty-five hundred', 'tres mil'), and what a number counts."""

from comms.checks.words import any_of, listed
from unionops.platform.core import lazy_re as re

_ONES = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
WORD_NUMBERS = {word: n for n, word in enumerate(_ONES)} | {w: 20 + 10 * n for n, w in enumerate(_TENS)}
WORD_NUMBERS |= {
    f"{ten}{joint}{one}": 20 + 10 * t + o
    for t, ten in enumerate(_TENS)
    for o, one in enumerate(_ONES[:10])
    if o
    for joint in ("-", " ")
}
WORD_NUMBERS |= {
    w: n
    for n, w in enumerate(
        listed(
            "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
            "dieciséis diecisiete dieciocho diecinueve veinte"
        )
    )
    if n > 1 and w != "once"
}
WORD_NUMBERS |= {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80}
WORD_NUMBERS |= {"noventa": 90, "cien": 100, "ciento": 100, "quinientos": 500, "dozen": 12, "hundred": 100}
WORD_NUMBERS |= {
    f"{word}cientos": 100 * n for word, n in (("dos", 2), ("tres", 3), ("cuatro", 4), ("seis", 6), ("ocho", 8))
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "mil": 1000, "millones": 1_000_000}
_GROUP = 1000
_COMPOUND = rf"{any_of(_TENS)}(?:[- ]{any_of(_ONES[1:10])})?"  # its parts once each, not all 144 of them
_WORD = rf"(?:{_COMPOUND}|{any_of(word for word in WORD_NUMBERS if not word.startswith(tuple(_TENS)))})"
_SCALED = rf"(?:\s+(?:{'|'.join(_SCALES)}))+(?:\s+(?:and\s+)?{_WORD})?"  # forty-five hundred, three hundred forty
SPELLED = rf"(?:(?:ciento|\w+cientos)\s+{_WORD}|{_WORD}(?:{_SCALED})?)"

PERSONS = (
    "people|members?|workers?|employees?|stewards?|nurses?|teachers?|officers?|volunteers?|coworkers?|colleagues?|"
    "drivers?|clerks?|guards?|persons?|personas|miembros|trabajadores|empleados|compañer[oa]s|"
    "conductores|choferes|enfermer[oa]s|maestr[oa]s|oficiales|guardias|delegad[oa]s|voluntari[oa]s|afiliad[oa]s"
)
UNIT = (
    r"(?:calendar |work(?:ing)? |business )?(?:days?|hours?|weeks?|months?|years?|percent|dollars?|positions?|"
    r"jobs?|shifts?|minutes?|minutos|agencies|sites?|pay periods?|vacancies|d[íi]as|horas|semanas|meses|años|"
    + PERSONS
    + ")"
)
_AFTER = re.compile(r"\)?[\s-]+(?P<u>" + UNIT + r")\b", re.IGNORECASE)
_AFTER_ADJECTIVE = re.compile(r"\)?[\s-]+(?:[^\W\d_]+-)?[^\W\d_]+\s+(?P<u>" + UNIT + r")\b", re.IGNORECASE)
_OTHER = re.compile(r"[\s-]+(?P<u>[^\W\d_]{3,}s)\b")
_ODD_PLURAL = {"people": "person", "personas": "person", "persona": "person", "agencies": "agency"}
_ODD_PLURAL |= {"meses": "month", "días": "day", "dias": "day", "horas": "hour", "semanas": "week", "años": "year"}
_ODD_PLURAL |= {"minutos": "minute", "miembros": "member", "trabajadores": "worker", "empleados": "employee"}
_ODD_PLURAL |= {"compañeros": "worker", "compañeras": "worker", "vacancies": "vacancy"}
_ODD_PLURAL |= {"conductores": "driver", "choferes": "driver", "enfermeros": "nurse", "enfermeras": "nurse"}
_ODD_PLURAL |= {"maestros": "teacher", "maestras": "teacher", "oficiales": "officer", "guardias": "guard"}
_ODD_PLURAL |= {"delegados": "steward", "delegadas": "steward", "voluntarios": "volunteer", "voluntarias": "volunteer"}
_ODD_PLURAL |= {"afiliados": "member", "afiliadas": "member"}
_SOMEBODY = frozenset({_ODD_PLURAL.get(word, word) for word in re.sub(r"s?\?|\[oa\]s", "", PERSONS).split("|")})
_SEATS = frozenset(
    {"?lugare", "?plaza", "?cupo", "?asiento", "?place", "?seat", "?spot", "?slot"}
)  # for one person each
RATE = re.compile(
    r"(?:\s+(?:more|extra|additional|less|más))?\s*(?:/\s?|per\s+|an?\s+|each\s+|every\s+|al?\s+(?:la\s+)?|por\s+)"
    r"(?P<u>hour|hr|day|week|month|mo|year|yr|pay period|paycheck|shift|person|member|family|families|household|child|"
    r"couple|ticket|night|mile|trip|ride|seat|plate|room|meal|call|visit|class|session|semester|table|head|adult|guest|"
    r"noche|milla|viaje|hora|día|semana|mes|"
    r"año|per[ií]odo de pago|persona|familia|niñ[oa]|pareja|boleto|adulto)\b"
    r"|\s+(?P<ly>hourly|daily|weekly|monthly|yearly|annually|each|apiece|cada un[oa]|in all|in total|altogether|"
    r"total|en total)\b",
    re.IGNORECASE,
)
# 'a $750 bonus every year'
_THING = re.compile(r"\s+[^\W\d_]{4,}(?=\s+(?:per|each|every)\s)", re.IGNORECASE)
_RATES = {"hr": "hour", "hourly": "hour", "hora": "hour", "daily": "day", "día": "day", "weekly": "week"}
_RATES |= {"semana": "week", "mo": "month", "monthly": "month", "mes": "month", "yr": "year", "yearly": "year"}
_RATES |= dict.fromkeys(("each", "apiece", "cada uno", "cada una"), "person")
_RATES |= dict.fromkeys(("in all", "in total", "altogether", "en total"), "total")
_RATES |= dict.fromkeys(("período de pago", "periodo de pago"), "pay period")
_RATES |= {"head": "person", "familia": "family", "families": "family", "niño": "child", "niña": "child"}
_RATES |= {"noche": "night", "milla": "mile", "viaje": "trip"}
_RATES |= {"pareja": "couple", "boleto": "ticket", "adulto": "adult"}
_RATES |= {"annually": "year", "año": "year", "persona": "person", "member": "person", "paycheck": "pay period"}


def value(words: str) -> float:
    """'twenty-five' -> 25, 'forty-five hundred' -> 4500, 'three hundred and forty' -> 340; no number: 0."""
    whole: float = 0
    part: float = 0.5 if words.lower().endswith("and a half") else 0
    for word in re.sub(r"\b(?:and|an?|un|y)\b", " ", words.lower()).split():
        if scale := _SCALES.get(word) or {"millón": 1_000_000}.get(word):
            part = (part or 1) * scale
            whole, part = (whole + part, 0) if scale >= _GROUP else (whole, part)
        else:
            part += WORD_NUMBERS.get(word, 0)
    return float(whole + part)


def number(text: str) -> float:
    """In digits or in words."""
    return float(text) if text.isdigit() else value(text)


def unit_after(text: str, end: int) -> str:
    """The counted thing right after a number, in the singular: '30 working days' -> 'work day'."""
    match = _AFTER.match(text, end) or _AFTER_ADJECTIVE.match(text, end)
    return singular(match["u"]) if match else ""


def thing_after(text: str, end: int) -> str:
    """What a fact counts although no list has it: '2 forklifts' -> '?forklift'."""
    match = _OTHER.match(text, end)
    return f"?{match['u'].lower().removesuffix('s')}" if match else ""


def rate_after(text: str, end: int) -> str:
    """'$45 a month' -> 'per month'."""
    thing = _THING.match(text, end)
    match = RATE.match(text, thing.end() if thing else end)
    word = (match["u"] or match["ly"]).lower() if match else ""
    return f"per {_RATES.get(word, word)}" if word else ""


def singular(unit: str) -> str:
    words = unit.lower().replace("working", "work").replace("business", "work").split()
    return " ".join(_ODD_PLURAL.get(word, word.removesuffix("s")) for word in words)


def same_unit(a: str, b: str) -> bool:
    """'days' may stand for 'calendar days', 'people' for any kind of person; 'work days' may not stand for 'days'."""
    if not (a and b) or a == b:
        return True
    if {a, b} & _SEATS and {a, b} - _SEATS <= _SOMEBODY:
        return True
    if "?" in a + b:
        return a[0] == b[0]
    if "person" in (a, b) and {a, b} <= _SOMEBODY:
        return True
    return a.split()[-1] == b.split()[-1] and 1 in (len(a.split()), len(b.split())) and not a.startswith("per ")
