"""A form of the union's own, filled: every word stands on the paper, wrapped and set smaller where it must be."""

import io

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from unionops.platform.files import formfields

MULTILINE = 1 << 12
FACTS = (
    "The grievant was ill for one day and told the supervisor before the shift began on Tuesday, September 1.\n"
    "The supervisor asked for a medical certificate and charged the day as absence without leave."
)


def named(**values: object) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in values.items()})


def form(*boxes: tuple[str, int, int, int]) -> bytes:
    """A page with text fields (name, bottom, height, flags), each 300 points wide in 10 point Helvetica."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(612, 792)
    rows = ArrayObject()
    for name, low, height, flags in boxes:
        rectangle = ArrayObject(FloatObject(side) for side in (50, low, 350, low + height))
        box = named(
            Type=NameObject("/Annot"), Subtype=NameObject("/Widget"), FT=NameObject("/Tx"), T=TextStringObject(name),
            Rect=rectangle, DA=TextStringObject("/Helv 10 Tf 0 g"), Ff=NumberObject(flags),
        )  # fmt: skip
        rows.append(writer._add_object(box))
    page[NameObject("/Annots")] = rows
    helvetica = named(Type=NameObject("/Font"), Subtype=NameObject("/Type1"), BaseFont=NameObject("/Helvetica"))
    fonts = named(Font=named(Helv=writer._add_object(helvetica)))
    writer.root_object[NameObject("/AcroForm")] = named(Fields=rows, DR=fonts)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def drawn(data: bytes, name: str) -> str:
    boxes = [each.get_object() for each in pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Annots"]]
    box = next(box for box in boxes if box["/T"] == name)
    return str(box["/AP"]["/N"].get_object().get_data().decode("latin-1"))


def test_a_long_statement_is_wrapped_into_its_box() -> None:
    filled = formfields.fill(form(("Facts", 500, 140, MULTILINE)), values={"Facts": FACTS})
    lines = drawn(filled, "Facts").count(" Tj")
    assert lines > FACTS.count("\n") + 1 and formfields.cramped(filled) == []


def test_what_fits_keeps_the_size_the_form_gives_it() -> None:
    filled = formfields.fill(form(("Steward", 500, 20, 0)), values={"Steward": "Marisol"})
    assert "/Helv 10" in drawn(filled, "Steward")


@pytest.mark.parametrize(("flags", "height", "words"), [(0, 20, "10.3 Evidence; " * 12), (MULTILINE, 60, FACTS * 20)])
def test_words_that_only_fit_too_small_to_read_are_told(flags: int, height: int, words: str) -> None:
    filled = formfields.fill(form(("Articles", 500, height, flags)), values={"Articles": words})
    assert formfields.cramped(filled) == ["Articles"]
