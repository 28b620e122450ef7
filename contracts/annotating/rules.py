"""Duties, rights, loose words and time limits of a sentence, by its modal verbs and set phrases.

Agent and modality follow Ash et al., "Worker Rights in Collective Bargaining" (2025): worker, union, employer or
manager; obligation, prohibition, permission or right. English, Spanish and French.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH, SINGLE, either, hyphened, spelled

OBLIGATION, PROHIBITION, PERMISSION, RIGHT = "obligation", "prohibition", "permission", "right"
WORKER, UNION, EMPLOYER, MANAGER, OTHER = "worker", "union", "employer", "manager", "other"

MODALS = (
    (
        PROHIBITION,
        r"(?:shall|may|must|will|can) (?:not|in no (?:case|event))\b|cannot\b|no (?:employee|member)s? (?:shall|"
        r"may|will)\b|"
        r"is prohibited from|are prohibited from|no (?:podrán?|deberán?|puede[n]?|debe[n]?)\b|"
        r"ne (?:peut|peuvent|doit|doivent|pourra|pourront)\b(?: pas)?",
    ),
    (
        RIGHT,
        r"(?:shall|will) (?:have|retain) the right|(?:has|have|retains?) the right|"
        r"(?:is|are|shall be|will be) entitled to|"
        r"(?:tienen?|tendrán?) derecho|(?:a|ont|aura|auront) (?:le )?droit|bénéficien?t?",
    ),
    (
        OBLIGATION,
        r"shall\b|must\b|will\b|agrees? to\b|(?:is|are) (?:required|obligated|responsible) (?:to|for)\b|"
        r"deberán?\b|deben?\b|tendrán? que\b|se compromete[n]? a\b|"
        r"(?!será|podrá|tendrá|habrá|estará|recibirá|percibirá|gozará|devengará|acumulará)\w{2,16}rán?\b|"
        r"(?:(?<=employeur )|(?<=direction )|(?<=entreprise )|(?<=syndicat )|(?<=salarié )|(?<=salariés ))"
        r"\w{2,16}(?:ra|ront)\b|doi(?:t|vent)\b|devr(?:a|ont)\b|s['’]engagen?t? à\b",
    ),
    (PERMISSION, r"may\b|can\b|is permitted to|are permitted to|podrán?\b|pueden?\b|peut\b|peuvent\b|pourr(?:a|ont)\b"),
)
MODAL = re.compile("|".join(f"(?P<{name}>\\b(?:{words}))" for name, words in MODALS), re.I)

OF_THE = re.compile(
    r"\b(?:of|for|with|to|de|du)\s+(?:the|an?|its|their|his|her|all|any|each|every|such|la|el|los|las|l['’])?\s*$", re.I
)
CONDITION = re.compile(
    r"^\W*(?:\w{1,3}[.)]\s+)?(?:if|when|whenever|where|should|unless|upon|once|after|in the event|si|cuando|lorsque)\b"
    r".*?,",
    re.I | re.S,
)
STANDS_FOR = re.compile(r"\b(?:it|they|he|she|who|such|ést[ea]|ils?|elles?)\b", re.I)
AGENTS = (
    (MANAGER, r"supervisors?|managers?|principals?|postmasters?|foremen|supervisor(?:es)?|gerentes?|responsables?"),
    (UNION, r"unions?|stewards?|locals?|associations?|officers? of the union|delegad[oa]s?|sindicatos?|syndicats?"),
    (
        WORKER,
        r"employees?|members?|teachers?|nurses?|carriers?|workers?|grievants?|drivers?|engineers?|faculty|staff|"
        r"operators?|mechanics?|technicians?|clerks?|custodians?|attendants?|pilots?|aides?|paraprofessionals?|"
        r"librarians?|firefighters?|police officers?|deput(?:y|ies)|instructors?|professors?|lecturers?|laborers?|"
        r"dispatchers?|paramedics?|troopers?|sergeants?|inspectors?|welders?|electricians?|deckhands?|crew|retirees?|"
        r"(?:teaching|research|graduate) assistants?|"
        r"emplead[oa]s?|trabajador(?:es|as?)?|salariée?s?|travailleurs?|employée?s?",
    ),
    (
        EMPLOYER,
        r"employer|agency|management|university|board|company|department|district|state|city|county|service|"
        r"administration|school|hospital|superintendent|commission|authority|corporation|college|town|"
        r"village|empleador|patr[oó]n|patrono|empresa|"
        r"administraci[oó]n|"
        r"compañía|employeur|entreprise|direction",
    ),
)
AGENT = re.compile("|".join(f"(?P<{name}>\\b(?:{words})\\b)" for name, words in AGENTS), re.I)

VAGUE = re.compile(
    r"\b(?:reasonabl[ey]|reasonable (?:notice|time)|as soon as (?:practicable|possible)|promptly|timely|"
    r"where (?:practicable|feasible|possible)|(?:to the extent|if|whenever|when) (?:practicable|feasible|possible)|"
    r"to the (?:maximum|fullest) extent|normally|ordinarily|generally|as appropriate|appropriate|adequate|sufficient|"
    r"undue|unduly|substantial(?:ly)?|good faith|unusual circumstances|emergency|operational (?:needs?|requirements?)|"
    r"mission requirements|for good cause|just cause|best efforts?|every effort|make an effort|endeavou?r to|"
    r"at (?:its|the) (?:sole )?discretion|from time to time|significant(?:ly)?|minimal|de minimis|"
    r"razonables?|lo antes posible|normalmente|en la medida de lo posible|adecuad[oa]s?|emergencia|buena fe|"
    r"raisonnables?|dès que possible|dans la mesure du possible|normalement|appropriée?s?|bonne foi|urgence)\b",
    re.I,
)

UNITS = (
    (
        "work_day",
        r"(?:work(?:ing)?|business|duty|school|teacher)[\s-]*days?|workdays?|días (?:hábiles|laborables)|"
        r"jours ouvrables",
    ),
    ("calendar_day", r"calendar[\s-]+days?|días (?:naturales|calendario)|jours calendaires"),
    ("day", r"days?|días?|jours?"),
    ("hour", r"hours?|horas?|heures?"),
    ("pay_period", r"pay[\s-]+periods?|periodos? de pago"),
    ("week", r"weeks?|semanas?|semaines?"),
    ("month", r"months?|mes(?:es)?|mois"),
    ("year", r"years?|años?|ans?|années?"),
)
UNIT = "|".join(f"(?P<{name}>{words})" for name, words in UNITS)
FIGURE = (
    rf"(?P<figure>(?:(?:(?:{either(SINGLE)}|hundred|thousand|and|[a-záéíóúñ]{{2,15}}(?=[\s-]*\())[\s-]*)+)?"
    rf"\(\s*\d{{1,3}}\s*\)|\d{{1,3}}|{spelled(ENGLISH)})"
)
LIMIT = re.compile(
    rf"\b(?P<how>within|not? later than|not more than|no more than|at least|not less than|a minimum of|up to|"
    rf"dentro de(?: los)?|en un plazo de|a más tardar(?: en)?|al menos|por lo menos|dans (?:les|un délai de)|au moins|"
    rf"au plus tard)\s+(?:the\s+|(?:a|an)\s+)?{FIGURE}[\s-]*(?:consecutive\s+)?(?:{UNIT})\b"
    rf"(?P<after>[^.;]{{0,120}})",
    re.I,
)
NOTICE = re.compile(
    rf"\b{FIGURE}[\s-]*(?:consecutive\s+)?(?:{UNIT})\b['’]?\s+(?:of\s+|de\s+)?(?:[\w-]+\s+){{0,2}}?"
    rf"(?:notice|in advance|before|prior to|aviso|de antelación|de préavis)\b(?P<after>[^.;]{{0,120}})",
    re.I,
)
HINT = re.compile(r"notice|in advance|before|prior to|aviso|antelación|préavis", re.I)  # NOTICE costs much more
SIDE = re.compile(r"\b(before|prior to|in advance(?: of)?|antes de|de antelación|avant|à l['’]avance)\b", re.I)
EVENT = re.compile(
    r"\b(?:of|after|from|following|before|prior to|in advance of|since|de|después de|desde|antes de|après|avant|"
    r"suivant|à compter de)\s+(?P<event>[^,.;]{3,80})",
    re.I,
)
# 'Up to 3 days are carried over' is an amount, unless it says from what it counts or what is done in that time.
AMOUNT = re.compile(r"up to|not? (?:more|less) than|at least|a minimum of|al menos|por lo menos|au moins", re.I)
TAKES = re.compile(r"[\s,]*(?:in which\s+)?(?:to|para|pour)\s+[^\W\d_]{3,}", re.I)
IN = re.compile(r"\b(?:in|en|dans)\s+$", re.I)
LEAST = re.compile(r"at least|not less|minimum|al menos|por lo menos|au moins", re.I)


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must, may or shall not do what; `when` is a time limit in the same sentence."""

    agent: str
    modality: str
    words: str
    when: str


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`n` of `unit` (day, calendar_day, work_day, hour, week, month, year, pay_period).

    `direction` is after or before the `event`; `bound` is most (a deadline) or least (a notice). `start`/`end` are
    code points of the sentence.
    """

    n: int
    unit: str
    direction: str
    bound: str
    event: str
    words: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def duty(sentence: str) -> Duty | None:
    """By the first modal verb and the last agent before it; a passive sentence has the agent after 'by'."""
    modal = MODAL.search(sentence)
    if modal is None:
        return None
    agent = _agent(sentence[: modal.end()]) or _by(sentence[modal.end() :]) or OTHER
    limit = next(iter(time_limits(sentence)), None)
    return Duty(agent, str(modal.lastgroup), sentence, limit.words if limit else "")


def _agent(before: str) -> str:
    """The last one named in the clause of the verb: 'If the employee elects it, the layoff' names nobody."""
    own = CONDITION.sub("", before)
    found = [match for match in AGENT.finditer(before if STANDS_FOR.search(own) else own) if not _owns(match)]
    # "an employee's supervisor": the last agent acts; "the supervisor of the employee": the one before 'of' does.
    while len(found) > 1 and OF_THE.search(found[-1].string[: found[-1].start()]):
        found.pop()
    return str(found[-1].lastgroup) if found else ""


def _owns(agent: re.Match[str]) -> bool:
    """'The employee's time', where the time is what the verb is about."""
    return agent.lastgroup == WORKER and agent.string[agent.end() : agent.end() + 1] in ("'", "’")


def _by(after: str) -> str:
    match = re.search(r"\b(?:by|por|par)\s+(?:the|an?|la|el|le|les|los)?\s*(.{3,40})", after, re.I)
    agent = AGENT.search(match[1]) if match else None
    return str(agent.lastgroup) if agent else ""


def loose_words(sentence: str) -> list[str]:
    """Words that leave room: each once, as written."""
    found = {match.group().lower(): match.group() for match in VAGUE.finditer(sentence)}
    return list(found.values())


def time_limits(sentence: str) -> list[TimeLimit]:
    """Limits ('within 20 days of') and notices ('15 days of notice before') in reading order."""
    return list(_time_limits(sentence))


@lru_cache(maxsize=4096)
def _time_limits(sentence: str) -> tuple[TimeLimit, ...]:
    found = [limit for match in LIMIT.finditer(sentence) if (limit := _limit(sentence, match, match["how"]))]
    taken = [(limit.start, limit.end) for limit in found]
    hinted = NOTICE.finditer(sentence) if HINT.search(sentence) else ()
    notices = [m for m in hinted if not any(start <= m.start() < end for start, end in taken)]
    found += [limit for match in notices if (limit := _limit(sentence, match, "at least", before=True))]
    return tuple(sorted(found, key=lambda limit: limit.start))


def _limit(sentence: str, match: re.Match[str], how: str, *, before: bool = False) -> TimeLimit | None:
    number = _number(match["figure"])
    if number is None:
        return None
    event = EVENT.search(match["after"])
    if AMOUNT.fullmatch(how) and not (before or event or _is_time(sentence, match)):
        return None
    return TimeLimit(
        n=number,
        unit=next(name for name, _words in UNITS if match[name]),
        direction="before" if before or SIDE.search(match["after"]) else "after",
        bound="least" if LEAST.search(how) else "most",
        event=" ".join(event["event"].split()) if event else "",
        words=" ".join(sentence[match.start() : match.start("after")].split()),
        start=match.start(),
        end=match.start("after"),
    )


def _is_time(sentence: str, match: re.Match[str]) -> bool:
    """'In not more than 5 days', 'up to 10 days to answer', 'a notice of at least 14 days'."""
    done = IN.search(sentence[: match.start()]) or TAKES.match(match["after"])
    return done is not None or HINT.search(sentence) is not None


def _number(figure: str) -> int | None:
    digits = re.search(r"\d+", figure)
    return int(digits.group()) if digits else ENGLISH.get(hyphened(figure))
