"""Which column of a list of old cases holds what: by the words of its heading, English or Spanish, and by its cells."""

from __future__ import annotations

from collections.abc import Sequence

from grievances.imports.endings import OUTCOMES, TOPICS, is_open, read_word
from grievances.imports.worded_days import read_worded
from members.imports.cells import is_status
from members.normalising.values import is_blank
from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": (
        "case number",
        "grievance number",
        "number",
        "case no",
        "grievance no",
        "case",
        "no",
        "id",
        "file number",
        "ref",
        "reference",
    ),
    "title": ("title", "issue", "subject", "description", "matter", "nature of grievance", "summary", "short title"),
    "article": (
        "article",
        "articles",
        "clause",
        "provision",
        "article violated",
        "articles violated",
        "contract article",
    ),
    "incident_on": ("incident date", "date of incident", "incident", "date of event", "event date", "occurred"),
    "filed_on": ("filed", "date filed", "filed on", "filing date", "date opened", "opened"),
    "closed_on": ("closed", "date closed", "closed on", "resolved", "date resolved", "resolution date"),
    "outcome": ("outcome", "result", "disposition", "status", "resolution"),
    "reason": ("reason", "notes", "comments", "remarks", "settlement", "terms"),
    "site": ("site", "worksite", "location", "duty station", "work location"),
    "topic": ("topic", "type", "category", "kind"),
    "arbitrator": ("arbitrator",),
    "manager": ("supervisor", "manager", "supervisor name", "manager name", "first line supervisor", "foreman"),
    "grievant": (
        "grievant",
        "grievants",
        "grievant name",
        "grievant s name",
        "name of grievant",
        "griever",
        "employee name",
        "member name",
        "employee",
        "member",
        "name",
        "who",
        "last name",
        "apellidos",
    ),
    "first_name": ("first name", "given name", "nombre"),
}
PEOPLE = ("arbitrator", "grievant", "first_name")
DAYS = ("incident_on", "filed_on", "closed_on")
# What people write short, and Spanish headings, in the words the patterns below know.
_SHORT = {
    "date": ("dt", "fecha", "fechas", "dates", "dia"),
    "number": ("no", "num", "nr", "numero"),
    "case": ("caso", "expediente", "file", "log"),
    "grievance": ("griev", "grievances", "grv", "grvc", "gr", "querella", "queja", "agravio", "dossier", "docket"),
    "article": ("art", "articles", "articulo", "articulos", "cite", "cites", "citation"),
    "clause": ("clausula", "clausulas"),
    "section": ("sec", "sect", "seccion"),
    "occurred": ("occ", "occurrence", "hecho", "hechos", "incidente", "ocurrencia", "ocurrio", "happened"),
    "filed": (
        "filing",
        "radicacion",
        "radicada",
        "radicado",
        "presentacion",
        "presented",
        "grieved",
        "submitted",
        "submission",
        "sometida",
        "radico",
        "recv",
        "recvd",
    ),
    "resolution": ("resolucion",),
    "decision": ("determinacion", "determination", "award", "laudo", "fallo"),
    "description": ("descripcion", "detalle"),
    "closed": (
        "close",
        "closing",
        "closure",
        "cierre",
        "cerrada",
        "concluded",
        "completed",
        "ended",
        "final",
        "resuelta",
        "finished",
    ),
    "disposition": ("disp", "resultado", "dispo"),
    "status": ("estado", "estatus"),
    "subject": ("asunto", "what", "nature", "materia", "charge", "reclamo", "reclamacion", "about", "motivo", "causa"),
    "arbitrator": ("arb", "arbitro", "umpire"),
    "site": (
        "dept",
        "departamento",
        "department",
        "facility",
        "shop",
        "building",
        "lugar",
        "where",
        "plant",
        "planta",
        "bldg",
        "area",
        "centro",
    ),
    "manager": ("mgr", "mgmt", "supv", "super", "supvr"),
    "notes": ("comment", "comments", "note", "remark", "remarks", "nota", "notas", "comentarios", "observaciones"),
    "date occurred": ("doi", "doo"),
    "date filed": ("dof",),
    "date closed": ("doc",),
}
_SAID = {short: word for word, all_short in _SHORT.items() for short in all_short}
# Read in this order, after the known names: what names a day before what names a thing.
LIKELY = {
    name: re.compile(words)
    for name, words in {
        "number": r"^(?:case|grievance)$|\b(?:case|grievance|tracking|record)\b(?: \w+){0,2} (?:number|id)\b"
        r"|^number(?: (?:of|de))?(?: (?:case|grievance))?$|^(?:case |grievance )?ref(?:erence)?(?: number)?$",
        "filed_on": r"\b(?:filed|initiated|lodged|opened|received)\b"
        r"|^date$|^date in$|^turned in\b|^date (?:of )?(?:1st|first) step$|^case date$"
        r"|\bgrievance date\b|\bdate (?:of |de )?(?:the |la )?grievance\b",
        "incident_on": r"\b(?:occurred|incident|event|violation)\b|^(?:date|when)$|^date of (?:the )?act(?:ion)?$",
        "closed_on": r"\b(?:closed|resolved|resolution|settled|settlement|disposition|decision)\b"
        r"|^last action$|^date answered$",
        "article": r"\barticle\b|\b(?:contract|cba|agreement) (?:section|language|provision|violat\w+)|\bclauses?\b"
        r"|\bprovisions?\b|\b(?:violations?|section)$|^section\b|\bconvenio$",
        "outcome": r"\b(?:outcome|disposition|result|status|decision|ruling)\b"
        r"|^win\b|^w l\b|^answer$|^(?:how|como)\b.*\b(?:closed|resolved|settled|ended|out|termino|concluyo)$"
        r"|^(?:ended|closed|resolved) how$",
        "topic": r"\b(?:type|category|tipo)\b",
        "title": r"\b(?:issue|description|subject|allegation|complaint)\b",
        "site": r"^site\b|\b(?:site|location|station)$",
        "arbitrator": r"\barbitrator\b",
        "manager": r"\b(?:supervisor|supervisora|manager|foreman|management official|jefe|gerente)\b",
        "grievant": r"^(?:names? (?:of |del? )?(?:the |la )?|nombre (?:del? )?(?:la )?)?"
        r"(?:grievants?|griev[eo]rs?|grieving part(?:y|ies)|employees?|members?|aggrieved|affected employees?"
        r"|agraviad[oa]s?|querellantes?|emplead[oa]s?|miembros?)(?: (?:s )?(?:full )?names?| involved| s)?$",
        "step": r"^(?:step|level|stage|paso|nivel|etapa)(?: number)?$|"
        r"\b(?:step|level|stage|paso|nivel|etapa) (?:reached|alcanzado)$|"
        r"\b(?:closed|last|highest|current|ultimo) (?:step|level|stage|paso|nivel)$",
        "reason": r"\b(?:notes|remedy|terms)\b",
    }.items()
}
NAMES_A_DAY = re.compile(r"\b(?:date|day|on)\b")
# 'Filed with' and 'Closed by' name a person; a day's word in a column of words names the thing.
_PERSON = (" with", " by", " to")
_KIND = (" type", " category", " code", " number", " id")
_STEP = re.compile(r"^(?:step|level|stage|paso|nivel|etapa)\b")
WHO = "who"
ANSWERS = {"yes", "no", "y", "n", "si", "s", "x"}
THE_UNION = re.compile(
    r"(?:the )?(?:(?-i:[A-Z]{2,7}) )?(?:union|local|association|chapter|sindicato|uni[oó]n)(?: (?:no\.? ?)?\d+)?"
    r"(?:,? (?-i:[A-Z]{2,7}))?(?: grievance| \(?policy\)?)?|policy(?: grievance)?",
    re.I,
)
SAMPLE = 60
Rows = Sequence[tuple[int, Sequence[str]]]


def find_columns(header: Sequence[str], rows: Rows = ()) -> dict[str, int]:
    """Our field -> their column; an exact name first, then one that begins with it, then a likely one; each once.
    Where there are cells, a day's column holds days and no other one does, and a number's holds figures.
    """
    folded = [_plain(name) for name in header]
    found: dict[str, int] = {}
    for rank in (_same, _begins, _likely):
        for name in LIKELY if rank is _likely else COLUMNS:
            free = [i for i, head in enumerate(folded) if i not in found.values() and rank(head, name) is not None]
            free = [i for i in free if not (name == "grievant" and folded[i] == WHO and _come_again(rows, i))]
            if name not in found and (fit := [i for i in free if _holds(name, rows, i)]):
                found[name] = min(
                    fit, key=lambda i: (-_endings(name, rows, i), rank(folded[i], name), not holds_days(rows, i), i)
                )
    if "filed_on" not in found and (between := _days_between(rows, found, len(folded))):
        found["filed_on"] = between[0]
    if "outcome" not in found and (told := _tells_ends(folded, rows, set(found.values()))) is not None:
        found["outcome"] = told
    return found


def _days_between(rows: Rows, found: dict[str, int], width: int) -> list[int]:
    """Columns of days under no known name that lie between the act and the end of each case: the first is its filing,
    alone or as the first of a column for each step.
    """
    ends = [found.get("incident_on"), found.get("closed_on")]
    free = [at for at in range(width) if at not in found.values() and holds_days(rows, at)]
    return [at for at in free if any(_in_order(rows, (ends[0], at, ends[1]), european) for european in (False, True))]


def _in_order(rows: Rows, columns: Sequence[int | None], european: bool) -> bool:
    """In the rows that can be read, at least two of them, no day lies before the day in an earlier column."""
    dated = [[_day(cells, at, european) for at in columns if at is not None] for _row, cells in rows[:SAMPLE]]
    known = [days for line in dated if len(days := [day for day in line if day]) > 1 and days == line[: len(days)]]
    return len(known) > 1 and all(days == sorted(days) for days in known)


def _day(cells: Sequence[str], at: int, european: bool) -> str:
    try:
        return read_worded(cells[at], european=european).isoformat()
    except (ValueError, IndexError):
        return ""


def _tells_ends(folded: Sequence[str], rows: Rows, taken: set[int]) -> int | None:
    """The column nobody named whose cells say how cases ended."""
    for at, head in enumerate(folded):
        cells = [] if at in taken or _STEP.search(head) else _cells(rows, at)
        if len(cells) > 1 and sum(bool(read_word(cell, OUTCOMES)) or is_open(cell) for cell in cells) == len(cells):
            return at
    return None


def _plain(head: str) -> str:
    """'Art./Sec.' is two words, and '#' says number."""
    return fold(re.sub(r"[/().&:_]", " ", head.replace("#", " number ")))


def _holds(name: str, rows: Rows, at: int) -> bool:
    days = holds_days(rows, at)
    if days is not None and days != (name in DAYS):
        return False
    cells = _cells(rows, at) if name in ("number", *PEOPLE) else []
    if name in PEOPLE:  # 'Arb?' asks whether it went there, 'Member?' whether the grievant is one
        return not cells or sum(map(names_nobody, cells)) * 2 < len(cells)
    return sum(any(map(str.isdigit, cell)) for cell in cells) * 2 >= len(cells)


def _come_again(rows: Rows, at: int) -> bool:
    """Few names over many cases are those who handled them: under a bare 'Who' it would be a guess."""
    cells = [fold(cell) for cell in _cells(rows, at)]
    return len(cells) > len(set(cells)) and len(set(cells)) * 2 <= len(cells) + 1


def names_nobody(cell: str) -> bool:
    """It answers a question, counts, says how somebody stands to the union, or what the case is about."""
    if THE_UNION.fullmatch(cell):
        return False
    answers = fold(cell) in ANSWERS or any(map(str.isdigit, cell)) or is_status(cell) or fold(cell) in NOT_MEMBERS
    return answers or bool(read_word(cell, TOPICS))


NOT_MEMBERS = {"nonmember", "non member", "not a member", "no member"}


def _endings(name: str, rows: Rows, at: int) -> int:
    """How many cells tell how a case ended, where that is asked: a 'Status' may hold no more than open and closed."""
    return sum(bool(read_word(cell, OUTCOMES)) for cell in _cells(rows, at)) if name == "outcome" else 0


def _cells(rows: Rows, at: int) -> list[str]:
    return [cells[at].strip() for _row, cells in rows[:SAMPLE] if at < len(cells) and not is_blank(cells[at])]


def holds_days(rows: Rows, at: int) -> bool | None:
    """Whether the cells of a column are days; None when it is empty, or holds bare numbers that a spreadsheet may keep
    for days.
    """
    cells = _cells(rows, at)
    if not cells or all(cell.isdigit() and _is_day(cell) for cell in cells):
        return None
    return sum(_is_day(cell) for cell in cells) * 2 > len(cells)


def _is_day(cell: str) -> bool:
    """Whatever its order: 31/31/2019 was meant as a day too."""
    if re.match(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b", cell):
        return True
    try:
        return bool(read_worded(cell))
    except ValueError:
        return False


def _same(head: str, name: str) -> int | None:
    """Its place among the names: an 'Outcome' says more than a 'Status'."""
    return COLUMNS[name].index(head) if head in COLUMNS[name] else None


def _begins(head: str, name: str) -> int | None:
    """'Filed (date)' and 'Outcome (W/L)', and not 'Filed with'; 'Employee number' and the like name no person."""
    if (
        head.endswith(_PERSON)
        or name == "grievant"
        or (name == "title" and head.endswith(_KIND))
        or _of_a_manager(head, name)
    ):
        return None
    return next((at for at, word in enumerate(COLUMNS[name]) if head.startswith(f"{word} ")), None)


def _of_a_manager(head: str, name: str) -> bool:
    """'Site Manager' is no site."""
    return name != "manager" and head.endswith((" manager", " supervisor"))


def _likely(head: str, name: str) -> int | None:
    said = " ".join(_SAID.get(word, word) for word in head.split())
    if name not in LIKELY or head.endswith(_PERSON) or _of_a_manager(head, name) or not LIKELY[name].search(said):
        return None
    return 0 if name in DAYS or not NAMES_A_DAY.search(said) else None


def step_column(header: Sequence[str]) -> int | None:
    """The column that tells the step, in a list with a row for each step of a case."""
    return next((at for at, name in enumerate(header) if _STEP.search(_plain(name))), None)
