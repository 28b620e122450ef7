"""The words of a column's name: spelled out, in three languages, and held against what lists call our fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from members.imports.fields import SYNONYMS
from members.imports.french import LITTLE_WORDS as LITTLE_FRENCH_WORDS
from members.imports.spanish import LITTLE_WORDS as LITTLE_SPANISH_WORDS
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

LITTLE_WORDS = LITTLE_SPANISH_WORDS | LITTLE_FRENCH_WORDS
NOT_THEIRS = frozenset({
    "emergency", "emergencia", "spouse", "conyuge", "beneficiary", "beneficiario", "dependent", "dependents", "kin",
    "birth", "nacimiento", "civil", "marital",
})  # fmt: skip
"""Headings over other people, or over what a local has no use for."""
OF_OTHER_THINGS = frozenset({
    "plan", "coverage", "tier", "benefit", "benefits", "insurance", "health", "medical", "dental", "vision",
    "retirement", "pension", "fund", "funding", "fondo", "pay", "leave", "loa", "permiso", "licencia", "home",
    "residence", "residencia", "domicilio", "check", "comp", "compensation", "risk", "eeo", "flsa", "race", "ethnicity",
    "veteran", "vet", "occupational", "training", "certification", "license", "language", "deduction", "seguro",
    "cobertura", "jubilacion",
})  # fmt: skip
"""A 'Retirement Plan' for safety and a 'Coverage' of the family are no departments; where people live is no station."""
WAGES = frozenset({"hourly", "hour", "wage", "wages", "salary", "base"})


SHARE = re.compile(r"(?:100|\d{1,2})(?:\.\d+)?\s?%?|1(?:\.0+)?")


def is_share(name: str, cells: Iterable[str]) -> bool:
    """'Appt %' over 100 and 50: how much of full time somebody works."""
    says_so = bool({"percent", "porcentaje"} & set(heading_words(name)))
    return says_so and all(SHARE.fullmatch(cell.strip()) for cell in cells)


OF_MEMBERS = frozenset({"member", "membership", "union", "dues", "socio", "afiliacion", "afiliado", "sindicato"})


def of_membership(name: str, cells: Iterable[str]) -> bool:
    """On the employer's list 'Status: Active' is said of the job; it makes nobody a member."""
    said = {fold(cell) for cell in cells}
    words = {word for cell in said for word in cell.split()}
    return bool(OF_MEMBERS & ({*heading_words(name)} | words)) or (bool(said) and said <= {"m", "nm"})


JOINING = OF_MEMBERS | {"join", "joined", "card", "1187", "sf1187", "enrolled", "enrollment", "initiation", "initiated"}


def of_joining(name: str) -> bool:
    """On the employer's list a day that took effect is one of the job, unless it says whose."""
    return bool(JOINING & set(heading_words(name)))


def of_dues(name: str) -> bool:
    """On the employer's list a rate is one of pay, unless it says dues."""
    return bool({"dues", "deduction", "withheld"} & set(heading_words(name)))


@lru_cache(maxsize=20_000)
def name_score(name: str, slug: str) -> float:
    """1 for a word lists use for the field, less when it is only part of the heading."""
    words = heading_words(name)
    if is_another(set(words), slug):
        return 0.0
    content = content_words(words)
    best = BUT_FOR_FORM * (slug != "code" and any(content == said for _phrase, said in _said_as(slug)))
    for at, (phrase, _said) in enumerate(_said_as(slug)):
        best = max(best, _phrase_score(words, phrase, slug) - min(at, 20) * 0.002)
    return best or BY_CONSONANTS * (
        slug in _without_vowels().get(_consonants(name), ()) and bool(SHORTENED.fullmatch(name))
    )


@lru_cache(maxsize=5_000)
def told(name: str, slug: str, of: str = "") -> float:
    """What the heading says for the field. `of`: what its cells plainly are ('phone'), which 'Home' leaves out."""
    return max(name_score(name, slug), 0.95 * name_score(f"{name} {of}", slug) if of else 0.0)


SHORTENED = re.compile(r"[A-Z]{5,10}")
"""'JOBTTL', 'MINTL': a heading of old machines, written without its vowels."""
BY_CONSONANTS, FEWEST = 0.8, 4


def _consonants(words: str) -> str:
    return re.sub(r"[aeiou\W_]", "", words.lower())


@lru_cache(1)
def _without_vowels() -> dict[str, set[str]]:
    """{consonants: the field they stand for}; what two fields share stands for neither."""
    found: dict[str, set[str]] = {}
    for slug, phrases in SYNONYMS.items():
        for phrase in phrases:
            if len(bare := _consonants(phrase)) >= FEWEST:
                found.setdefault(bare, set()).add(slug)
    return {bare: slugs for bare, slugs in found.items() if len(slugs) == 1}


def _words_of(slug: str) -> set[str]:
    return {word for phrase in SYNONYMS[slug] for word in phrase.split()}


OF_PLACES = frozenset({"department", "location", "position", "job", "cost", "building", "division", "supervisor"})
"""Whose number 'DeptID' and 'Position No' are: of no person of the row."""
OF_OTHER_DAYS = frozenset({"last", "previous", "ytd", "balance", "difference", "expected", "budget"})
"""Of last month, of the year, of what is left: not what was paid this time."""
OF_PAYMENTS = frozenset({"receipt", "payment", "charge", "order", "invoice", "confirmation", "check", "batch"})
OF_EMPLOYEES = frozenset(_words_of("employee_number") - _words_of("member_id"))
"""'Associate' and 'badge': the employer's word for whose number it is."""
OF_OTHER_WORDS = {
    "employee_number": frozenset({"member", "membership", "socio", "afiliado", "union", "card"})
    | OF_PLACES
    | OF_PAYMENTS,
    "member_id": OF_EMPLOYEES | {"transaction"} | OF_PLACES | OF_PAYMENTS,
    "transaction_id": frozenset({"member", "employee", "socio", "empleado", "afiliado", "union"}),
    "amount": frozenset({"reason", "motivo", "razon", "code", "status", "date"}) | OF_OTHER_DAYS,
    "arrears": frozenset({"reason", "motivo", "code", "status", "date", "owed", "owing", "outstanding", "remaining"})
    | OF_OTHER_DAYS,
    "title": frozenset({"number"}),
    "hire_date": frozenset({"member", "membership", "socio", "afiliado", "afiliacion"}),
    **dict.fromkeys(("street", "city", "state", "zip"), frozenset({"duty", "station", "work", "office", "agency"})),
    "dues_amount": frozenset({"reason", "motivo", "razon", "code", "status", "date", "type"}),
}
"""'Member ID number' is no number of an employee, and 'Reason no deduction' no deduction."""


def is_another(words: set[str], slug: str) -> bool:
    """Pay is no dues, an agency fee no agency, and whom to call in an emergency is not the member."""
    if NOT_THEIRS & words or OF_OTHER_WORDS.get(slug, frozenset()) & words:
        return True
    if slug in {"dues_amount", "amount"}:
        return bool(WAGES & words) or ({"pay", "rate"} <= words and "dues" not in words)
    return slug == "employer" and "fee" in words


SHORT = {
    "pers": "personnel", "no": "number", "num": "number", "nbr": "number", "nr": "number", "empl": "employee",
    "emp": "employee", "ee": "employee", "dt": "date", "nm": "name", "addr": "address", "ph": "phone", "tel": "phone",
    "telephone": "phone", "pos": "position", "sched": "schedule", "sch": "schedule", "organisation": "organization",
    "sta": "station", "mem": "member", "mbr": "member", "amt": "amount", "trans": "transaction", "txn": "transaction",
    "supv": "supervisor", "cd": "code", "gr": "grade", "grd": "grade", "stp": "step", "ser": "series",
    "mobile": "cell", "cellphone": "cell phone", "init": "initial", "dept": "department", "dpt": "department",
    "loc": "location",
    "sfx": "suffix", "off": "office", "sym": "symbol", "barg": "bargaining", "posn": "position", "lctn": "location",
    "ident": "id", "identifier": "id", "identification": "id", "nation": "national", "stn": "station", "pln": "plan",
    "appt": "appointment", "hrs": "hours", "agcy": "agency", "agy": "agency", "ofcl": "official", "ded": "deduction",
    "whld": "withheld", "wthld": "withheld", "pmt": "payment", "pymt": "payment", "govt": "gov", "lst": "last",
    "frst": "first", "fst": "first", "occup": "occupation", "dty": "duty", "tran": "transaction", "trn": "transaction",
    "cust": "customer", "stat": "status", "ind": "indicator", "org": "organization",
    "ctr": "center", "bldg": "building", "fac": "facility", "div": "division", "sect": "section", "svc": "service",
    "assgn": "assignment", "assignmt": "assignment", "wrk": "work", "clsfn": "classification", "memb": "member",
    "qty": "quantity", "natl": "national", "lvl": "level", "rng": "range", "numero": "number", "pct": "percent",
    "telefono": "phone", "empleada": "empleado", "socia": "socio", "afiliada": "afiliado", "correos": "correo",
    "cod": "codigo",
    "rsn": "reason",
    "meth": "method", "sen": "seniority", "abbreviated": "abbreviation", "payments": "payment",
    "customers": "customer", "correction": "adjustment",
    "ajuste": "adjustment", "rajustement": "adjustment", "ajustement": "adjustment", "adj": "adjustment",
    "bk": "book", "func": "function", "wk": "work", "phn": "phone", "eml": "email", "desc": "description",
}  # fmt: skip
"""How headings shorten words; both sides are spelled out before they are compared."""


def _spelled(words: Iterable[str]) -> list[str]:
    return [SHORT.get(word, word) for word in words]


@lru_cache(maxsize=2_000)
def _lengthened(word: str) -> str:
    """'orig' is 'original' and 'hm' is 'home', when most of the words of lists it may stand for are of one field."""
    if word in VOCABULARY or not word.isalpha() or len(word) < 2:
        return word
    longer = {whole for whole in FIELDS_OF_WORD if _may_stand_for(word, whole)}
    fields: Counter[str] = Counter()
    for whole in longer:
        fields.update(dict.fromkeys(FIELDS_OF_WORD[whole], OFTEN[whole]))
    top = max(fields.values(), default=0)
    sure = len(longer) == 1 or top >= MOST * sum(OFTEN[whole] for whole in longer)
    return max(longer, key=lambda whole: (OFTEN[whole], whole)) if longer and sure else word


def _may_stand_for(word: str, whole: str) -> bool:
    """It begins so, also without its vowels; two letters are all that is left of it; or they are several of it."""
    if len(word) < SHORTEST:
        return word == _bare(whole)
    return word == f"{whole}s" or whole.startswith(word) or (len(word) > SHORTEST and _bare(whole).startswith(word))


@cache
def _bare(word: str) -> str:
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


OF_FORM = frozenset({"name", "code", "description", "text", "txt", "long", "short", "current", "primary"})
"""Words that say how a column is written, and little of what it holds."""
BUT_FOR_FORM, OF_ONE_FIELD = 0.8, 0.72
FIELDS_OF_WORD: dict[str, set[str]] = {}
OFTEN: Counter[str] = Counter()
for _slug, _phrases in SYNONYMS.items():
    for _word in _spelled(word for phrase in _phrases for word in phrase.split()):
        FIELDS_OF_WORD.setdefault(_word, set()).add(_slug)
        OFTEN[_word] += 1
VOCABULARY = FIELDS_OF_WORD.keys() | SHORT.keys() | OF_FORM
SHORTEST, MOST = 3, 0.7


NUMERO = re.compile(r"\b(?:n(?:um|úm)?\.?\s?[º°]|nº|n°|núm\.?)(?=\W|$)", re.IGNORECASE)
"""'N.º', 'Nº' and 'Núm.', as Spanish lists write it."""


@cache
def _said_as(slug: str) -> list[tuple[list[str], list[str]]]:
    """What lists call the field, spelled out; and without the words of form."""
    spelled = [_spelled(phrase.split()) for phrase in SYNONYMS[slug]]
    return [(phrase, content_words(phrase)) for phrase in spelled]


@lru_cache(maxsize=2_000)
def heading_words(name: str) -> list[str]:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{3})(?=\d)", " ", NUMERO.sub(" number ", name))
    said = spaced.replace("#", " number ").replace("%", " percent ").replace("$", " dollars ")
    words = fold(re.sub(r"[/_.():&+,]", " ", said)).split()
    parts = (part for word in words for part in _written_apart(word) if part not in LITTLE_WORDS)
    found = [_lengthened(word) for word in _spelled(parts)]
    return [word for word in found if word != "number"] if "phone" in found else found


@lru_cache(maxsize=2_000)
def _written_apart(word: str) -> tuple[str, ...]:
    """'dutyloc' and 'hiredt' are two words of lists written as one."""
    if word in VOCABULARY or len(word) < 5:
        return (word,)
    for at in range(len(word) - 2, 1, -1):
        if word[:at] in VOCABULARY and word[at:] in VOCABULARY:
            return (word[:at], word[at:])
    return (word,)


def content_words(words: list[str]) -> list[str]:
    return [word for word in words if word not in OF_FORM]


def _phrase_score(words: list[str], phrase: list[str], slug: str) -> float:
    if words == phrase or "".join(words) == "".join(phrase):
        return 1.0
    size = len(phrase)
    words = [word for word in words if word not in OF_FORM or word in phrase]
    if words == phrase:
        return 0.92
    if size == 1 and phrase[0] in words and FIELDS_OF_WORD[phrase[0]] == {slug}:
        return OF_ONE_FIELD
    if len(words) > size and words[-size:] == phrase:
        return 0.85 if size > 1 else 0.7
    if len(words) > size and words[:size] == phrase:
        return 0.75 if size > 1 else 0.55
    if size > 1 and set(phrase) <= set(words):
        return 0.7
    return 0.0
