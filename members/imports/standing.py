"""Whether a row of a member list is about a member, and since when not: status, class, last day and reason as one."""

from __future__ import annotations

from typing import Any

from members.normalising import values
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

Row = dict[str, Any]
STATUS = {
    "active": {"active", "member", "m", "y", "yes", "current", "good standing", "in good standing", "good",
        "dues payer",
        "act", "a", "actif", "en regle", "activo", "activa", "vigente", "al dia", "alta", "si",
        "socio", "socia", "miembro", "afiliado",
        "afiliada",
    },
    "retired": {"retired", "retiree", "retired member", "r", "ret", "jubilado", "jubilada", "retirado", "retirada",
        "pensionado", "pensionada", "pensioner", "retraite", "retraitee",
    },
    "pending": {"pending", "applied", "new", "applicant", "en attente", "pendiente", "solicitante", "en tramite"},
    "suspended": {"suspended", "lwop", "on leave", "suspendido", "suspendida", "con licencia",
        "licencia sin sueldo", "en conge"},
    "ended": {
        "ended", "inactive", "former", "dropped", "resigned", "cancelled", "canceled", "lapsed", "expelled",
        "withdrawn", "separated", "terminated", "quit", "closed",
        "inactif", "demission", "demissionnaire", "parti", "partie", "ancien membre",
        "inactivo", "inactiva", "baja", "de baja", "renuncio", "renuncia", "exsocio", "exsocia", "ex socio",
        "ex miembro",
        "cesado", "cesada", "cancelado", "cancelada", "expulsado", "expulsada",
    },
    "none": {"nonmember", "non member", "nm", "n", "no", "not a member", "fee payer", "non", "non membre"},
}  # fmt: skip
METHODS = [
    (
        "payroll",
        r"1187|payroll|deduct|^(?:ded|p)$|check-?off|^(?:dd|pr|prd)$|allot|n[oó]mina|descuento|withh|retenue|source",
    ),
    ("edues", r"^e$|e-?\s?dues|\bach\b|bank|eft|auto|online|web|portal|banco|d[eé]bito|pr[eé]l[eè]v"),
    ("annual", r"annual|year|yr|anual|annuel|^an?$"),
    ("card", r"card|credit|debit|tarjeta|carte|^cc$"),
    ("cash", r"cash|check|cheque|ch[eè]que|efectivo|comptant"),
    ("direct", r"direct|self|personal|ventanilla"),
]
STATUS_OF = {word: status for status, words in STATUS.items() for word in words}
WITHIN = [
    ("none", r"\bnon ?members?\b|\b(?:not (?:yet )?|never )a member\b|\bnever joined\b"),
    ("none", r"\b(?:fee|fair share) ?payer\b|\bagency fee\b|\bobjector\b"),
    ("ended", r"\b(?:former|not active|no longer|resign\w*|cancel\w*|withdr[ae]w\w*|expelled|terminated)\b"),
    ("ended", r"(?<!formerly )(?<!previously )(?<!was )\binactive\b"),
    ("retired", r"\b(?:retired|retirees?|retirement(?! eligible)|annuitants?|pensioners?)\b"),
    ("suspended", r"\b(?:suspended|leave of absence|lwop)\b"),
]  # fmt: skip
STARTS = {"active": "act", "retired": "ret", "suspended": "sus", "pending": "pen", "ended": "ina"}
CODES = re.compile(rf"({'|'.join(STARTS.values())})[a-z]{{0,2}}$")
"""'ACTV', 'RETD', 'SUSP' as exports shorten them."""
STILL = re.compile(r"(?:active|current|pending)\b")
"""'Active, no longer on leave' and 'pending cancellation' are of members."""
DIED = re.compile(
    r"^dec$|\b(?:deceas\w*|decd|died|death|dead|passed (?:away|on)|in memoriam|rip"
    r"|fallecid[oa]|fallecio|fallecimiento|difunt[oa]|finad[oa]|murio|muert[oa]|muerte|defuncion)\b"
)
OF_SOMEBODY_ELSE = re.compile(
    r"\b(?:not|no|survivors?|surviving|spouses?|wife|husband|partner|widow\w*|benefits?|beneficiar\w*|family|familiar"
    r"|parent|mother|father|child|son|daughter|conyuge|espos[oa]|viud[oa]|padre|madre|hij[oa]|beneficio|leave|claim)\b"
)
"""'Death benefit paid', 'widow of a deceased member': the member of the row is alive."""
A_DAY = re.compile(
    r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}[ \-][A-Za-z]{3,9}[ \-,]+\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}"
)
WITH_DAY = "\t"


def method_of(cell: str) -> str:
    text = cell.casefold()
    return next((method for method, pattern in METHODS if re.search(pattern, text)), "")


def says_died(text: str) -> bool:
    """'Deceased', 'DEC'D', 'Death in service', 'Fallecida'."""
    said = fold(text)
    return bool(DIED.search(said)) and not OF_SOMEBODY_ELSE.search(said)


def standing_of(cell: str) -> str:
    """Our word for a status; of somebody who died 'died', a tab, and the day when the cell says it too."""
    bare = A_DAY.sub(" ", cell)
    if not says_died(bare):
        return status_of(cell)
    day = A_DAY.search(cell)
    try:
        return f"died{WITH_DAY}{values.date(day[0]).isoformat() if day else ''}"
    except ValueError:
        return f"died{WITH_DAY}"


def notes_death(note: str) -> bool:
    """A note that begins with it: 'Deceased 2/2026'."""
    return says_died(" ".join(note.split()[:3])) and bool(DIED.match(fold(note)))


def spread_standing(row: Row, slug: str, value: str) -> None:
    """Who died is no member any more, in a column of the status as in one of the class."""
    word, died, day = value.partition(WITH_DAY)
    row[slug] = "ended" if died else word
    if died:
        _mark_dead(row, day)


def spread_job_status(row: Row, _slug: str, value: str) -> None:
    """Of a job's status, or why it ended, only a death counts: who is a member the employer does not say."""
    _word, died, day = value.partition(WITH_DAY)
    if died:
        _mark_dead(row, day)


def _mark_dead(row: Row, day: str) -> None:
    row["has_died"] = "yes"
    if day:
        row["deceased_on"] = day


def status_of(cell: str) -> str:
    """A word we know as our word, also within others ('Retired - annuitant'); another word counts as active."""
    said = fold(cell)
    if says_died(cell):
        return "ended"
    if said not in STATUS_OF and (code := CODES.match(said)):
        return next(status for status, start in STARTS.items() if code[1] == start)
    if said in STATUS_OF or not said:
        return STATUS_OF.get(said, "")
    found = next((status for status, pattern in WITHIN if re.search(pattern, said)), "active")
    return "active" if found == "ended" and STILL.match(said) else found


def settle(row: Row, today: str) -> tuple[str, str]:
    """Puts class, last day and reason into `status`; gives back (field, why) of what contradicts the rest.

    `today` is the day of the list (ISO). A last day after it, or before the day of joining, ends nothing.
    """
    explicit, of_class = row.get("status"), row.pop("member_class", "")
    if row.get("has_died"):
        row["status"] = explicit = "ended"
    if of_class and row.get("status", "active") == "active":
        row["status"] = of_class
    end, reason = row.get("end_date", ""), row.get("left_reason", "")
    doubt = _doubt(row, explicit, today) if end or reason else ("", "")
    if doubt[0]:
        row.pop("end_date", None)
        row.pop("left_reason", None)
    elif end:
        row["status"] = "ended"
    note_death(row, reason, today)
    return doubt


def note_death(row: Row, reason: str, today: str, *, ends: bool = True) -> None:
    """The last day of somebody who died is the day of death; when no day is told, only that they died is noted.

    A day of death after the day of the list is a slip, and is left out. `ends`: a membership ends with it.
    """
    if not row.get("has_died") and not says_died(reason):
        return
    row["has_died"] = "yes"
    if ends and row.get("status", "active") not in {"ended", "none"}:
        row["status"] = "ended"
    day = row.get("deceased_on") or row.get("end_date") or row.get("separated_on", "")
    row.pop("deceased_on", None)
    if day and not (today and day > today):
        row["deceased_on"] = day


def _doubt(row: Row, explicit: str | None, today: str) -> tuple[str, str]:
    end, gone = row.get("end_date", ""), row.get("status") in {"ended", "none"}
    if not end:
        return "" if gone else "left_reason", "a reason for leaving without a last day; still counted as a member"
    counted = "counted as no member" if gone else "counted as a member"
    if today and end > today:
        return "end_date", f"this day is after the day of the list; {counted}"
    if end < row.get("join_date", ""):
        return "end_date", f"this day is before the day of joining; {counted}"
    if explicit in {"active", "retired", "suspended", "pending"}:
        return "end_date", "the row says a membership ended and that it goes on; still counted as a member"
    return "", ""
