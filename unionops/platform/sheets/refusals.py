"""Columns this program refuses to hold: they are dropped unread and named."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table

HEADING = re.compile(
    r"\b(?:ssn?|ssan|social(?: security)?(?: (?:number|no|num|nbr))?|soc sec\w*|sin|taxpayer|tax id|tin|itin"
    r"|dob|d o b|birth\w*|birth ?dates?|date of birth|born|bday|passport\w*|driver\w*|licen[sc]e (?:number|no)"
    r"|bank\w*(?! (?:status|result|response|date|draft)\b)"
    r"|routing(?: transit)? (?:number|no|num|nbr)|aba|iban|acct(?: (?:no|num|number|nbr))?"
    r"|account (?:number|no|num|nbr)|credit card\w*"
    r"|(?<!union )(?<!member )(?<!membership )card number|medical\w*|disabilit\w*|race|ethnicity|religion"
    r"|seguro social|segsoc|nss|nacimiento|nacid[oa]|cumpleanos|pasaporte|licencia(?: de)? conducir|cuenta bancaria"
    r"|numero de (?:ruta|cuenta|tarjeta)|banco|raza|etnia|religion|discapacidad\w*"
    r"|naissance|nascimento|nascita|nascid[oa]|nat[oa] il|geburt\w*|geboren|geboorte\w*|urodz\w*|fodels\w*"
    r"|生年月日|出生日期|생년월일)\b"
)
SSN = re.compile(r"^(?:\d{3}|[Xx*#]{3})[- ](?:\d{2}|[Xx*#]{2})[- ]\d{4}$")
ROUTING = re.compile(r"^0?[0-36-7]\d{7,8}$")
"""What a bank's routing number looks like, under a heading that says no more than 'Routing'."""
SSN_WITHIN = re.compile(r"\b\d{3}-\d{2}-\d{4}\b")
MASK = "[removed]"


def drop_refused(table: Table) -> None:
    """Take out columns that look like SSN, birth date or bank details, and stray SSNs in other cells."""
    refused = [at for at, name in enumerate(table.header) if _refused(name, table.column(at))]
    table.dropped += [table.header[at] for at in refused]
    if refused:
        gone = set(refused)
        table.header = [name for at, name in enumerate(table.header) if at not in gone]
        table.rows = [[cell for at, cell in enumerate(row) if at not in gone] for row in table.rows]
    for row in table.rows:
        _mask(row)


def _refused(name: str, cells: list[str]) -> bool:
    folded = fold(name.replace("/", " ").replace("_", " "))
    if HEADING.search(folded) or HEADING.search(fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))):
        return True
    filled = [cell for cell in cells[:2000] if cell]
    if folded.startswith("routing") and _share(ROUTING, filled) >= 0.5:
        return True
    return _share(SSN, filled) >= 0.3


def _share(pattern: re.Pattern[str], cells: list[str]) -> float:
    return sum(bool(pattern.match(cell)) for cell in cells) / len(cells) if cells else 0.0


def _mask(row: list[str]) -> None:
    for at, cell in enumerate(row):
        if len(cell) > 10 and cell.count("-") > 1 and SSN_WITHIN.search(cell):
            row[at] = SSN_WITHIN.sub(MASK, cell)
