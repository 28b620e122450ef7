"""What can stand in a cell of each field, and how many cells of a column fit."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from members.imports.standing import CODES, STATUS_OF, says_died
from members.normalising import jobs, names, phones, values
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

SAMPLE = 200
Check = Callable[[str], bool]


def sample(table: Table, at: int) -> list[str]:
    """Up to 200 filled cells spread over the whole column."""
    filled = [cell for cell in table.sample(at) if not values.is_blank(cell)]
    return filled[:: max(1, -(-len(filled) // SAMPLE))]


def _can(read: Callable[[str], object]) -> Check:
    def check(cell: str) -> bool:
        try:
            read(cell)
        except ValueError:
            return False
        return True

    return check


def _matches(pattern: str) -> Check:
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda cell: bool(compiled.fullmatch(cell.strip()))


PAY_PLANS = r"[A-Z]{2}"
KNOWN_PLANS = frozenset({
    "AD", "AT", "CU", "CY", "DB", "DE", "DJ", "DK", "DP", "DR", "DS", "ED", "EF", "ES", "EV", "EX", "FG", "FP", "FV",
    "GG", "GL", "GM", "GP", "GR", "GS", "GW", "IR", "IU", "NA", "ND", "NF", "NH", "NJ", "NK", "NL", "NM", "NO", "NR",
    "NS", "NT", "PG", "SL", "ST", "SV", "SW", "VM", "VN", "VP", "WB", "WD", "WG", "WL", "WN", "WS", "WT", "WY", "XP",
})  # fmt: skip


def are_pay_plans(cells: list[str]) -> bool:
    """Most begin as a pay plan of the government does; 'AA-2' is some employer's own job code."""
    return 2 * sum(cell.strip()[:2].upper() in KNOWN_PLANS for cell in cells) >= len(cells)


STATUS_WORDS = (
    r"active|inactive|retired|retiree|member|non-?\s?member|nonmember|m|nm|pending|suspended|ended|former"
    r"|dropped|current"
    r"|in good standing|good standing|y|n|yes|no|resigned|cancel\w*|lapsed|dues payer|life|associate|fee payer|expelled"
    r"|withdrawn|deceas\w*|dec'?d\.?|dec|died|death.*|act|actv|inact|term|retd|full|regular|honorary"
    r"|probationary|applicant|ret|paid up|in arrears|fallecid[oa]|difunt[oa]|activ[oa]|inactiv[oa]"
    r"|jubilad[oa]|retirad[oa]|pensionad[oa]"
    r"|a|r|actif|inactif|retrait[ée]e?|d[ée]mission\w*|en attente"
    r"|pendiente|suspendid[oa]|baja|alta|vigente|s[ií]|renunci[oó]|ex-?\s?soci[oa]"
)
METHOD_WORDS = (
    r"1187|sf-?\s?1187|payroll.*|e-?\s?dues|edues|direct.*|annual.*|cash|check|cheque|card|credit.*|bank.*|ach|auto.*"
    r"|deduction|dd|check-?off|online|web\w*|portal|eft|auto\w*|self-?pay|n[oó]mina|efectivo|tarjeta"
    r"|[pea]|pr|prd|ded|cc|an|via .*|retenue.*|pr[ée]l[èe]v.*|carte.*|ch[èe]que|annuel\w*|comptant|once a year|ye?a?rly"
    r"|descuento.*|banco|d[eé]bito.*|withh\w*|billed"
)
PAYMENT_WORDS = (
    r"settled|failed|refund\w*|declined|paid|pending|succe\w*|unsuccess\w*|dispute\w*|cancel\w*"
    r"|payment failed|bounced|denied|complete\w*|returned|nsf|void\w*|charge\s?back|error|cleared"
    r"|pagad[oa]|fallid[oa]|rechazad[oa]|devuelt[oa]|reembolsad[oa]|approved|reject\w*|revers\w*|captured"
    r"|posted|unpaid|processed"
    r"|y|n|yes|no|payment ?complete|paid[ _]?out|r[ée]ussi\w*|refus[ée]\w*|rembours[ée]\w*|pay[ée]e?|rejet[ée]\w*"
    r"|ok|accepted|success|good|collected|not paid|liquidad[oa]|cobrad[oa]|aprobad[oa]|anulad[oa]|credit(?:ed)? ?\w*"
    r"|(?:settled|success\w*|complete\w*|processed|approved|accepted|collected) .*"
    r"|paid .*|unpaid.*|not .*|returned.*|declined.*|failed.*|refund.*|revers.*|chargeback.*"
)
_is_us_date = _can(values.date)
_is_european_date = _can(lambda cell: values.date(cell, european=True))
is_written_date = _matches(r"\d{1,4}[/.\-]\w{1,9}[/.\-]\d{1,4}(?: .*)?")


def is_date(cell: str) -> bool:
    return _is_us_date(cell) or _is_european_date(cell)


is_phone = _can(lambda cell: phones.numbers(cell, "phone"))
is_money = _can(values.cents)
is_price = _matches(r"\(?-?[$€£]?[\d,]*\d\.\d{2}-?\)?(?: ?(?:CR|DR))?")
is_hours = _matches(jobs.HOURS.pattern)


_said_status = _matches(STATUS_WORDS)


def is_status(cell: str) -> bool:
    said = fold(cell)
    first = said.split(" ")[0]
    known = said in STATUS_OF or (len(first) > 3 and first in STATUS_OF)
    return _said_status(cell) or known or says_died(cell) or bool(CODES.match(said))


def tell_status(cells: list[str]) -> bool:
    """Words only a standing has; yes and no may answer anything."""
    said = [cell for cell in cells if is_status(cell) and len(fold(cell)) > 3]
    return len(said) >= 0.85 * len(cells)


def is_tour(cell: str) -> bool:
    return is_hours(cell) or fold(cell) in jobs.SHIFT_OF or jobs.is_shift(cell)


NAME = r"(?:[^\d@,\s]+|[^\d@,\s]{3,}\d{1,5})"
"""Made-up lists call people 'Smith12'; 'E845723' is a number."""
_is_whole_name = _matches(rf"{NAME}(?:[,\s]+{NAME})+,?")
CHECKS: dict[str, Check] = {
    "employee_number": _matches(r"[*xX#]*[A-Za-z]{0,3}-?\d[\d\- ]{0,14}(?:\.0)?|\d(?:\.\d+)?E\+\d+"),
    "member_id": _matches(r"[A-Za-z]{0,6}[- ]?\d[\d-]{0,14}[A-Za-z]?"),
    "full_name": lambda cell: _is_whole_name(names.apart_from_number(cell)[0]),
    "last_name": _matches(rf"[^\d@,/]{{2,40}}|{NAME}"),
    "second_surname": _matches(r"[^\d@,/]{2,40}"),
    "first_name": _matches(rf"[^\d@,/]{{1,40}}|{NAME}"),
    "middle": _matches(r"[^\W\d]{1,20}\.?"),
    "suffix": _matches(r"[jsJS]r\.?|[iIvV]{1,3}|\d(?:nd|rd|th)"),
    "pay_plan": _matches(PAY_PLANS),
    "series": _matches(r"\d{2,4}(?:\.0)?"),
    "grade": _matches(r"(?:grade|level|range|[A-Z]{0,4})[-. ]?\d{1,3}[A-Z]?(?:\.0)?|[A-Z]\d?"),
    "step": _matches(r"(?:step|stp)?\W{0,2}\d{1,2}(?:\.[05])?|[A-Z]\d?"),
    "pp_series_grade": _can(jobs.combined),
    "pp_series": _matches(rf"{PAY_PLANS}[\s\-/]*\d{{3,4}}"),
    "grade_step": _matches(r"\d{1,2}\s*[\-/]\s*(?:\d{1,2}|[A-Z])"),
    "tour": is_tour,
    "schedule": lambda cell: jobs.schedule(cell) in jobs.SCHEDULES,
    "unit": _matches(r"\d{1,4}(?:\.0)?|[A-Z]{1,4}-?\d{1,4}|[^@]{3,60}"),
    "hire_date": is_date,
    "seniority_date": is_date,
    "join_date": is_date,
    "end_date": is_date,
    "separated_on": is_date,
    "deceased_on": is_date,
    "paid_on": is_date,
    "email": lambda cell: "@" in cell,
    "work_email": lambda cell: "@" in cell,
    "phone": is_phone,
    "home_phone": is_phone,
    "work_phone": is_phone,
    "street": _matches(r"(?:\d+[\w-]*\s+.+|P\.?\s*O\.?\s*Box.+|(?=.*[^\W\d_]{2}).*\d.*)"),
    "state": _matches(r"[A-Za-z]{2}|[A-Za-z ]{4,20}"),
    "zip": _matches(r"\d{3,5}(?:-?\d{4})?(?:\.0)?"),
    "city_state_zip": _matches(r"(?!\d).+(?:,\s*[A-Z]{2}\.?(?:\s+\d{5}(?:-\d{4})?)?|\s[A-Z]{2}\.?\s+\d{5}(?:-\d{4})?)"),
    "status": is_status,
    "job_status": lambda cell: fold(cell) not in jobs.SCHEDULE_OF,
    "dues_method": _matches(METHOD_WORDS),
    "dues_amount": is_money,
    "amount": is_money,
    "refunded": is_money,
    "arrears": is_money,
    "fund": _matches(r".*[^\W\d_]{2}.*"),
    "pay_period": _matches(r"(?=.*\d).{1,24}"),
    "code": _matches(r"[\w -]{1,16}"),
    "payment_status": _matches(PAYMENT_WORDS),
}


def cell_score(cells: list[str], slug: str) -> float:
    return _share_that_fits(tuple(cells), slug)


@lru_cache(maxsize=500)
def _share_that_fits(cells: tuple[str, ...], slug: str) -> float:
    check = CHECKS.get(slug)
    return sum(check(cell) for cell in cells) / len(cells) if check and cells else 0.0
