"""Tasks for the limited child: what fields a PDF form has, and the form with values in them.

Pure functions of bytes; start them through `pdf.py` only.
"""

import io
from typing import Any

import pypdf
from pypdf.constants import FieldDictionaryAttributes as Key

KINDS = {"/Tx": "text", "/Btn": "tick", "/Ch": "choice", "/Sig": "signature"}
READ_ONLY, PUSH = 1, 1 << 16
YES = {"yes", "true", "1", "x", "on"}


class NoForm(ValueError):
    """A PDF without fields."""

    code, message = "no_form", "This PDF has no fields that can be filled in."
    hint = "Ask for the form as a fillable PDF (an AcroForm), or keep it as a document and fill it by hand."


def fields(data: bytes) -> list[dict[str, Any]]:
    """[{"name", "label", "kind", "options"}] in the order of the form; push buttons and locked fields are left out."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    found = [_described(name, row) for name, row in (reader.get_fields() or {}).items() if _fillable(row)]
    if not found:
        raise NoForm
    return found


def _fillable(row: Any) -> bool:
    flags = int(row.get(Key.Ff, 0) or 0)
    kind = row.get(Key.FT)
    return kind in KINDS and kind != "/Sig" and not flags & READ_ONLY and not (kind == "/Btn" and flags & PUSH)


def _described(name: str, row: Any) -> dict[str, Any]:
    states = [str(state).lstrip("/") for state in row.get("/_States_", []) if state != "/Off"]
    options = [str(each[-1] if isinstance(each, list) else each) for each in row.get("/Opt", [])]
    label = str(row.get(Key.TU) or name.rsplit(".", 1)[-1])
    return {"name": name, "label": label, "kind": KINDS[row[Key.FT]], "options": options or states}


def fill(data: bytes, *, values: dict[str, str]) -> bytes:
    """The form with these values drawn in, so that every viewer shows them. It can still be changed and signed."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    known = reader.get_fields() or {}
    writer = pypdf.PdfWriter(clone_from=reader)
    ready = {name: _value(known[name], text) for name, text in values.items() if name in known}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, ready, auto_regenerate=False)
    _without_xfa(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


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
