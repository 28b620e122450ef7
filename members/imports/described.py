"""What a heading says together with its neighbors: descriptions of codes, labels of values, titles over several."""

from __future__ import annotations

from members.imports.headings import content_words, heading_words
from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.tables import Table

DESCRIBED = re.compile(
    r"(?:(?:long|short) )?(?:descr|description|desc|descripci[oó]n|libellé)(?: \(\d+\))?", re.IGNORECASE
)


CODE = re.compile(r"[A-Z\d][A-Z\d/.\-]{0,9}")


def has_description(table: Table, at: int) -> bool:
    """'Location, Descr' and 'LOC, LOC DESC' over codes: the words of it stand in the other column."""
    header, cells = table.header, table.sample(at)
    if not cells or not all(map(CODE.fullmatch, cells)):
        return False
    if DESCRIBED.fullmatch("".join(header[at + 1 : at + 2]).strip()):
        return True
    mine = content_words(heading_words(header[at]))
    others = (heading_words(name) for name in header if name != header[at])
    return bool(mine) and any(words[-1:] == ["description"] and content_words(words) == mine for words in others)


IN_WORDS = {"station", "title", "department"}
"""Of these the description says more than the code before it."""
IDENTIFYING = re.compile(r"[\W_]*(?:ID|Id|Code|Cd|No\.?|Number|#)$")
LABEL_OF, VALUE_OF = (re.compile(rf"(.+?)\W+{word}", re.IGNORECASE) for word in ("(?:label|type)", "value"))


def described(table: Table, at: int) -> str:
    """'DeptID, Descr': a description is one of what stands before it; 'Field 1 Label, Field 1 Value' of its label."""
    name, before = table.header[at], table.header[at - 1] if at else ""
    if before and DESCRIBED.fullmatch(name.strip()):
        return f"{IDENTIFYING.sub('', before)} description"
    said = set(table.sample(at - 1)) if before and is_label(table, at - 1) else set()
    if len(said) != 1:
        return name
    return said.pop() if "custom" in name.casefold() else f"{said.pop()} {re.sub('[^A-Za-z-]+', ' ', before)}"


def is_label(table: Table, at: int) -> bool:
    """It says what the next column holds, and holds nothing of its own."""
    label, value = LABEL_OF.fullmatch(table.header[at]), VALUE_OF.fullmatch("".join(table.header[at + 1 : at + 2]))
    return bool(label and value and label[1] == value[1])


def own_name(table: Table, at: int) -> str:
    """The heading without the words it begins with like its neighbor: a title that stands over several columns."""
    header = table.header
    if own := table.meta.get("own", {}).get(header[at], ""):
        return str(own) if own != header[at] else ""
    mine = header[at].split()
    near = [header[other].split() for other in (at - 1, at + 1) if 0 <= other < len(header)]
    shared = max((_shared(mine, other) for other in near), default=0)
    return " ".join(mine[shared:]) if 1 < shared < len(mine) else ""


def _shared(one: list[str], other: list[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
