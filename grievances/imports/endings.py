"""The words lists of old cases use for how a case ended and what it was about, in English and Spanish."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

# The words of endings and of subjects, folded, in English and Spanish.
OUTCOMES: dict[str, tuple[str, ...]] = {
    "settled": (
        "settled",
        "settle",
        "settlement",
        "resolved",
        "mutual agreement",
        "agreed",
        "s",
        "compromise",
        "transada",
        "transigida",
        "acuerdo",
    ),
    "sustained": (
        "sustained",
        "allowed",
        "sust",
        "won",
        "granted",
        "upheld",
        "win",
        "w",
        "in our favor",
        "in our favour",
        "in union s favor",
        "in favor of union",
        "in favor of the union",
        "in favor of grievant",
        "in favor of the grievant",
        "for the union",
        "award for union",
        "reinstated with back pay",
        "reinstated with backpay",
        "made whole",
        "rescinded",
        "expunged",
        "paid claim",
        "claim paid",
        "resolved in our favor",
        "resolved in our favour",
        "ganada",
        "concedida",
        "con lugar",
        "a favor",
    ),
    "partial": (
        "partial",
        "partially sustained",
        "partially granted",
        "partially upheld",
        "partly",
        "sustained in part",
        "granted in part",
        "won in part",
        "split",
        "in part",
        "reinstated w o back pay",
        "reinstated without back pay",
        "reinstated w o backpay",
        "reinstated without backpay",
        "modified",
        "reduced",
        "parcial",
        "en parte",
    ),
    "denied": (
        "denied",
        "den",
        "d",
        "lost",
        "loss",
        "l",
        "denied not pursued",
        "not arbitrated",
        "dropped",
        "abandoned",
        "dismissed",
        "rejected",
        "not sustained",
        "against us",
        "no merit",
        "not advanced",
        "not pursued",
        "did not appeal",
        "not appealed",
        "pulled",
        "a favor del patrono",
        "a favor de la compania",
        "a favor de la agencia",
        "a favor de la gerencia",
        "a favor del empleador",
        "in favor of the employer",
        "in favor of the company",
        "in favor of the agency",
        "for the employer",
        "for management",
        "in favor of management",
        "denegada",
        "perdida",
        "sin lugar",
        "no ha lugar",
        "desestimada",
    ),
    "withdrawn_grievant": ("withdrawn by grievant",),
    "withdrawn_union": (
        "withdrawn",
        "withdrew",
        "withdraw",
        "wd",
        "w d",
        "w drawn",
        "wdrn",
        "not pursued by union",
        "desistida",
        "desistio",
        "retirada",
        "retiro la",
    ),
    "untimely": (
        "untimely",
        "untimely dismissed",
        "dismissed as untimely",
        "denied as untimely",
        "late",
        "filed late",
        "late filing",
        "time limits missed",
        "missed time limit",
        "time barred",
        "out of time",
        "tardia",
        "fuera de termino",
    ),
    "moot": ("moot", "academica"),
    "merged": ("merged", "consolidated", "consolidada"),
    "other_forum": ("other forum", "ulp", "eeo", "moved", "transferred", "otro foro"),
}
TOPICS: dict[str, tuple[str, ...]] = {
    "discipline": (
        "discipline", "suspension", "removal", "termination", "reprimand", "discharge", "disciplina", "despido",
        "amonestacion",
    ),
    "pay": ("pay", "overtime", "wages", "compensation", "horas extra", "tiempo extra", "salario", "sueldo"),
    "leave": ("leave", "awol", "fmla", "vacation", "licencia", "vacaciones"),
    "safety": ("safety", "health", "seguridad"),
    "discrimination": ("discrimination", "eeo", "harassment", "discrimen", "hostigamiento"),
}  # fmt: skip
STILL_OPEN = re.compile(
    r"^(?:(?:still )?open|pending|active|ongoing|in progress|pendiente|abierta|activa|en curso|en proceso)\b|\bpending$"
)


_SAYS_IT_FIRST = re.compile(
    r"^\W*(settled|withdrawn|untimely|denied|moot|transigida|desistida|denegada)\s*[:;,(–—-]", re.I
)


GIVEN_UP = re.compile(r"\b(?:dropped|abandoned|pulled)\b|^not pursued\b")
BY_GRIEVANT = re.compile(r"\b(?:grievant|griever|employee|member|agraviad[oa]|querellante|emplead[oa]|miembro)\b")
BY_UNION = re.compile(r"\b(?:union|local|e board|executive board|sindicato|committee)\b")


def how_it_ended(said: str) -> str:
    """'Settled: leave granted' is settled: what follows the first word tells the terms. Whoever is named beside a case
    that was given up gave it up.
    """
    first = _SAYS_IT_FIRST.match(said)
    whole, plain = read_word(said, OUTCOMES), fold(said)
    if whole in ("withdrawn_union", "withdrawn_grievant") or (whole == "denied" and GIVEN_UP.search(plain)):
        if BY_GRIEVANT.search(plain) and not BY_UNION.search(plain):
            return "withdrawn_grievant"
        return "withdrawn_union" if BY_UNION.search(plain) else whole
    return read_word(first[1], OUTCOMES) if first and whole in ("sustained", "denied", "settled") else whole


def read_word(text: str, words: dict[str, tuple[str, ...]]) -> str:
    """The known word that fits best: the same, else the longest inside. A letter or two is a code only by itself."""
    plain = fold(re.sub(r"[/.]", " ", text))
    inside = [
        (len(each), key) for key, known in words.items() for each in known if plain == each or _is_in(each, plain)
    ]
    return max(inside)[1] if inside else ""


def _is_in(word: str, plain: str) -> bool:
    """As a word, or the beginning of one when it is long enough: 'Suspensions', and no 'late' in 'related'."""
    end = "" if len(word) > 4 else r"(?!\S)"
    return len(word) > 2 and bool(re.search(rf"(?<!\S){re.escape(word)}{end}", plain))


def is_open(said: str) -> bool:
    return bool(STILL_OPEN.search(fold(said)))


def beyond(said: str, outcome: str) -> str:
    """What the list says of the end beyond a word of ours: 'Settled - 16 hours paid', 'Open - Step 2'."""
    plain = fold(said)
    told = (
        plain in OUTCOMES.get(outcome, ()) or bool(STILL_OPEN.fullmatch(plain)) or (bool(outcome) and len(plain) <= 2)
    )
    return "" if told else said
