"""Word lists of the checks: jargon, given names, words that carry a capital without being a name."""

from pathlib import Path

from comms.checks.words import fold, listed

JARGON = {
    "EO": "executive order",
    "ULP": "unfair labor practice",
    "LMR": "labor-management relations",
    "BUE": "bargaining unit employee",
    "BU": "bargaining unit",
    "NTE": "not to exceed",
    "WGI": "within-grade increase",
    "RIF": "reduction in force",
    "PIP": "performance improvement plan",
    "LWOP": "leave without pay",
    "AWOL": "absent without leave",
    "CBA": "contract",
    "MOU": "written agreement",
    "MOA": "written agreement",
    "TA": "tentative agreement",
    "RFI": "information request",
    "FLRA": "Federal Labor Relations Authority",
    "FSIP": "Federal Service Impasses Panel",
    "MSPB": "Merit Systems Protection Board",
    "EEOC": "Equal Employment Opportunity Commission",
    "OPM": "Office of Personnel Management",
    "AWS": "alternative work schedule",
    "CWS": "compressed work schedule",
    "FMLA": "family and medical leave",
    "NEO": "new employee orientation",
    "COB": "end of the work day",
    "FOIA": "public records request",
    "GS": "general schedule",
    "WG": "wage grade",
    "PCT": "per capita tax",
    "LMRDA": "the law on union elections and reports",
    "DFR": "duty of fair representation",
    "PTO": "paid time off",
    "TDY": "temporary duty",
}
LONG_WORDS = {
    "pursuant to": "under",
    "in accordance with": "under",
    "utilize": "use",
    "utilise": "use",
    "commence": "start",
    "heretofore": "until now",
    "aforementioned": "this",
    "notwithstanding": "despite",
    "in the event that": "if",
    "with respect to": "about",
    "prior to": "before",
    "subsequent to": "after",
    "ascertain": "find out",
    "promulgate": "issue",
    "effectuate": "carry out",
    "hereinafter": "from here on",
    "thereof": "of it",
    "herein": "here",
    "inter alia": "among others",
    "status quo ante": "what was before",
}


def _lines(name: str) -> list[str]:
    return (Path(__file__).parent / "lists" / f"{name}.txt").read_text("utf-8").splitlines()


def _list(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


def _rows(name: str) -> dict[str, frozenset[str]]:
    return {words[0]: frozenset(words[1:]) for line in _lines(name) if (words := line.split())}


GIVEN_NAMES = _list("given_names")
STARTERS = _list("starters")
COMMON_CAPITALS = _list("common_capitals")
NOT_PEOPLE = _list("not_people")
SMALL_WORDS = _list("small_words")
ORDINARY = _list("ordinary")
WEIGHTY = _list("weighty")
ALIKE = [frozenset(line.split()) for line in _lines("alike")]
LIKE = [frozenset(fold(line).split()) for line in _lines("like")]
# What a Spanish word says in English: {stem: words}.
IN_ENGLISH = _rows("spanish")
# The same of words any message may use.
PLAIN_IN_ENGLISH = _rows("spanish_plain")
# {stem of a Spanish word: what the screens of the program say for it}.
LEARNED_IN_ENGLISH = _rows("spanish_learned")
VIRTUES = frozenset(
    listed("hope faith charity joy patience prudence mercy harmony serenity destiny trinity melody summer")
)
