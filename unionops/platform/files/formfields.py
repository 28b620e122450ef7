"""Tasks for the limited child: what fields a PDF form has, and the form with values in them.

Pure functions of bytes; start them through `pdf.py` only.
"""

import contextlib
import io
from typing import Any

import pypdf
import pypdfium2
from pypdf.constants import FieldDictionaryAttributes as Key
from pypdf.generic import NameObject, TextStringObject

from unionops.platform.core import lazy_re as re

KINDS = {"/Tx": "text", "/Btn": "tick", "/Ch": "choice", "/Sig": "signature"}
Sides = tuple[float, float, float, float]
READ_ONLY, PUSH = 1, 1 << 16
YES = {"yes", "true", "1", "x", "on"}


class NoForm(ValueError):
    """A PDF without fields."""

    code, message = "no_form", "This PDF has no fields that can be filled in."
    hint = "Ask for the form as a fillable PDF (an AcroForm), or keep it as a document and fill it by hand."


def fields(data: bytes) -> list[dict[str, Any]]:
    """[{"name", "label", "kind", "options"}] in the order of the form; push buttons and locked fields are left out."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    rows = {name: row for name, row in (reader.get_fields() or {}).items() if _fillable(row)}
    if not rows:
        raise NoForm
    beside = {} if all(row.get(Key.TU) for row in rows.values()) else _printed(data, reader)
    return [_described(name, row, beside.get(name, "")) for name, row in rows.items()]


def _fillable(row: Any) -> bool:
    flags = int(row.get(Key.Ff, 0) or 0)
    kind = row.get(Key.FT)
    return kind in KINDS and kind != "/Sig" and not flags & READ_ONLY and not (kind == "/Btn" and flags & PUSH)


LINE, NEAR, LABEL = 16.0, 260.0, 80  # points: a line, how far a label stands from its box; letters of a label


def _printed(data: bytes, reader: pypdf.PdfReader) -> dict[str, str]:
    """Field -> the words printed for it: on its line to the left, up to the next box, else right above it; of a box to
    tick, those to its right.
    """
    found: dict[str, str] = {}
    with contextlib.suppress(pypdfium2.PdfiumError), contextlib.closing(pypdfium2.PdfDocument(data)) as document:
        for number, page in enumerate(reader.pages):
            placed = [(box, sides) for each in _annotations(page) if (sides := _sides(box := each.get_object()))]
            if not placed or number >= len(document):
                continue
            words, taken = document[number].get_textpage(), [sides for _box, sides in placed]
            for box, sides in placed:
                ticked = _of_field(box, Key.FT) == "/Btn"
                said = (ticked and _at_right(words, sides, taken)) or _before(words, sides, taken)
                found.setdefault(_name_of(box), said.strip(" _.:")[-LABEL:])
    return found


def _before(words: Any, sides: Sides, taken: list[Sides]) -> str:
    left, low, right, high = sides
    line = max(low, high - LINE)
    ends = [r for _l, b, r, t in taken if r <= left and b < high and t > line]
    at_left = words.get_text_bounded(max([left - NEAR, *ends]), line, left + 1, high)
    return _one_line(at_left) or _one_line(words.get_text_bounded(left, high, right, high + LINE))


def _at_right(words: Any, sides: Sides, taken: list[Sides]) -> str:
    """Words that begin beside the box, up to the next one."""
    _left, low, right, high = sides
    if not _one_line(words.get_text_bounded(right - 1, low, right + LINE, high)):
        return ""
    begins = [other for other, b, _r, t in taken if other >= right and b < high and t > low]
    return _one_line(words.get_text_bounded(right - 1, low, min([right + NEAR, *begins]), high))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sides(box: Any) -> Sides | None:
    """Left, bottom, right, top; None where they are not four numbers."""
    try:
        one, low, two, high = (float(side) for side in box["/Rect"])
    except (KeyError, TypeError, ValueError):
        return None
    return min(one, two), min(low, high), max(one, two), max(low, high)


def _described(name: str, row: Any, printed: str) -> dict[str, Any]:
    states = [str(state).lstrip("/") for state in row.get("/_States_", []) if state != "/Off"]
    options = [str(each[-1] if isinstance(each, list) else each) for each in row.get("/Opt", [])]
    label = str(row.get(Key.TU) or printed or name.rsplit(".", 1)[-1])
    return {"name": name, "label": label, "kind": KINDS[row[Key.FT]], "options": options or states}


def fill(data: bytes, *, values: dict[str, str]) -> bytes:
    """The form with these values drawn in, so that every viewer shows them. It can still be changed and signed."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    known = reader.get_fields() or {}
    writer = pypdf.PdfWriter(clone_from=reader)
    ready = {name: _value(known[name], text) for name, text in values.items() if name in known}
    form = writer.root_object["/AcroForm"].get_object()
    for page in writer.pages:
        if "/Annots" in page:
            boxes = {_name_of(box): box for each in _annotations(page) if (box := each.get_object()).get("/Rect")}
            for name in ready.keys() & boxes.keys():
                _let_shrink(boxes[name], form, ready[name])
            writer.update_page_form_field_values(page, ready, auto_regenerate=False)
    _without_xfa(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


SMALLEST = 6.0  # points; below it nobody reads a printed form
APPEARANCE = re.compile(r"(?P<font>/\S+)\s+(?P<size>[\d.]+)\s+Tf")
# Of the font's size: a character of everyday words in Helvetica, and a line.
WIDE, HIGH = 0.55, 1.25


def _name_of(box: Any) -> str:
    """The whole name of a field: those above it, then its own."""
    above = _name_of(box["/Parent"].get_object()) if "/Parent" in box else ""
    return ".".join(part for part in (above, str(box.get(Key.T) or "")) if part)


def _of_field(box: Any, key: str) -> Any:
    """What a field says itself, or leaves to the one above it."""
    return box[key] if key in box else _of_field(box["/Parent"].get_object(), key) if "/Parent" in box else None


def _let_shrink(box: Any, form: Any, text: str) -> None:
    """Words that would run over the edge of their field at its own size are wrapped, and set smaller where need be."""
    look = str(_of_field(box, "/DA") or form.get("/DA") or "")
    said = APPEARANCE.search(look)
    if _of_field(box, Key.FT) != "/Tx" or said is None or float(said["size"]) == 0:
        return
    size, (left, low, right, high) = float(said["size"]), (float(side) for side in box["/Rect"])
    lines = text.splitlines() or [""]
    wide = max(map(len, lines)) * WIDE * size > abs(right - left)
    if wide or len(lines) * HIGH * size > abs(high - low):
        own = TextStringObject(APPEARANCE.sub(rf"{said['font']} 0 Tf", look))
        box[NameObject("/DA")] = own


def cramped(data: bytes) -> list[str]:
    """Labels of the fields of a filled form whose words only fit too small to be read, or not at all."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    boxes = [each.get_object() for page in pages for each in _annotations(page)]
    return [str(box.get(Key.TU) or _name_of(box)) for box in boxes if _is_cramped(box)]


def _annotations(page: Any) -> list[Any]:
    return list(page.get("/Annots") or [])


def _is_cramped(box: Any) -> bool:
    look = box.get("/AP", {}).get("/N")
    if look is None or _of_field(box, Key.FT) != "/Tx" or not _of_field(box, Key.V):
        return False
    said = APPEARANCE.search(look.get_object().get_data().decode("latin-1"))
    return said is not None and float(said["size"]) < SMALLEST


def _value(row: Any, text: str) -> str:
    """A tick box knows its own word for 'on'."""
    if row.get(Key.FT) != "/Btn":
        return text
    states = [str(state) for state in row.get("/_States_", []) if state != "/Off"]
    named = next((state for state in states if state.lstrip("/").casefold() == text.casefold()), None)
    on = named or (states[0] if states and text.casefold() in YES else None)
    return on or "/Off"


def _without_xfa(writer: pypdf.PdfWriter) -> None:
    """A second copy of the form in XML would show its own, empty fields."""
    form = writer.root_object.get("/AcroForm")
    if form is not None:
        form.get_object().pop("/XFA", None)
