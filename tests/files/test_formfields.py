"""A form of the union's own, filled: every word stands on the paper, wrapped and set smaller where it must be."""

import io

import pypdf
import pytest
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
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


def printed(data: bytes, *words: tuple[str, int, int]) -> bytes:
    """The form with words (text, left, bottom) on its first page."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    page, stream = writer.pages[0], DecodedStreamObject()
    stream.set_data("".join(f"BT /Helv 10 Tf {x} {y} Td ({text}) Tj ET\n" for text, x, y in words).encode())
    page[NameObject("/Contents")] = writer._add_object(stream)
    page[NameObject("/Resources")] = writer.root_object["/AcroForm"]["/DR"]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_field_without_a_name_of_its_own_is_called_by_the_words_beside_or_above_it() -> None:
    data = form(("Text1", 700, 20, 0), ("Text2", 500, 140, MULTILINE), ("Text3", 400, 20, 0))
    named_by_words = printed(data, ("Grievant:", 4, 705), ("Statement of facts", 52, 645), ("far below", 52, 100))
    labels = {row["name"]: row["label"] for row in formfields.fields(named_by_words)}
    assert labels == {"Text1": "Grievant", "Text2": "Statement of facts", "Text3": "Text3"}


def test_a_box_to_tick_is_called_by_the_words_to_its_right() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(form(*((name, 500, 12, 0) for name in ("One", "Two", "Three")))))
    for place, box in enumerate(writer.pages[0]["/Annots"]):
        left = 50 + 150 * place
        box.get_object().update(
            named(FT=NameObject("/Btn"), Rect=ArrayObject(map(FloatObject, (left, 500, left + 12, 512))))
        )
    out = io.BytesIO()
    writer.write(out)
    data = printed(
        out.getvalue(), ("Kind of case:", 2, 530), ("Individual", 66, 502), ("Group", 216, 502), ("Union", 366, 502)
    )
    assert {row["name"]: row["label"] for row in formfields.fields(data)} == {
        "One": "Individual", "Two": "Group", "Three": "Union",
    }  # fmt: skip


@pytest.mark.parametrize("sides", ["null", "[ ]", "[ 1 2 3 ]", "[ null null null null ]", "[ (a) 1 2 3 ]"])
def test_a_field_whose_box_is_no_box_keeps_its_name(sides: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(form(("Text1", 700, 20, 0), ("Text2", 500, 20, 0))))
    box = writer.pages[0]["/Annots"][0].get_object()
    box[NameObject("/Rect")] = pypdf.generic.read_object(io.BytesIO(sides.encode() + b" "), None)
    out = io.BytesIO()
    writer.write(out)
    assert [row["label"] for row in formfields.fields(out.getvalue())] == ["Text1", "Text2"]


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
