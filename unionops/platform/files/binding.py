"""Tasks for the limited child: where anchors stand in a drawn part, and parts bound into one numbered book.

Pure functions of bytes; start them through `pdf.py` only.
"""

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.constants import PageLabelStyle
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

NUMBER_SIZE, NUMBER_UP = 8, 21  # points
NARROW = {"i": 0.22, "l": 0.22}  # of the size; digits and the other letters are about half of it
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def places(data: bytes, *, sizes: list[int]) -> list[dict[str, Any]]:
    """`{"names": {anchor: page from 0}, "pages": number}` of each of our own PDFs; `sizes` are their lengths."""
    return [_places(pypdf.PdfReader(io.BytesIO(part))) for part in _parts(data, sizes)]


def _parts(data: bytes, sizes: list[int]) -> Iterator[bytes]:
    at = 0
    for size in sizes:
        yield data[at : at + size]
        at += size


def _places(reader: pypdf.PdfReader) -> dict[str, Any]:
    names = {
        name: number
        for name, target in reader.named_destinations.items()
        if (number := reader.get_destination_page_number(target)) is not None
    }
    return {"names": names, "pages": len(reader.pages)}


def bind(
    data: bytes, *, sizes: list[int], front: int, outline: list[list[Any]], title: str, numbers: bool = False
) -> bytes:
    """The front (the first parts, roman page numbers) and the numbered parts; `outline` is [text, page from 1].

    With `numbers` they are printed on the pages too.
    """
    writer, roman = pypdf.PdfWriter(), 0
    for number, part in enumerate(_parts(data, sizes), 1):
        writer.append(io.BytesIO(part), import_outline=False)
        roman = len(writer.pages) if number == front else roman
    for text, page in outline:
        if 0 < page <= len(writer.pages) - roman:
            writer.add_outline_item(title=text, page_number=roman + page - 1)
    writer.set_page_label(0, roman - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(roman, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL, start=1)
    if numbers:
        _print_numbers(writer, roman)
    writer.add_metadata({"/Title": title})
    writer.compress_identical_objects()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def tried(data: bytes) -> int:
    """How many pages a PDF of somebody else's gives to a book; raises when it cannot be bound."""
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(data), import_outline=False)
    writer.write(io.BytesIO())
    return len(writer.pages)


def _print_numbers(writer: pypdf.PdfWriter, roman: int) -> None:
    """Each page's number in the middle of its foot, in letters for the first `roman` pages."""
    font = writer._add_object(_dictionary({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}))
    before, name = writer._add_object(_stream("q\n")), NameObject("/PageNumber")
    for at, page in enumerate(writer.pages):
        shown = in_letters(at + 1) if at < roman else str(at + 1 - roman)
        left = float(page.mediabox.width) / 2 - NUMBER_SIZE * sum(NARROW.get(sign, 0.53) for sign in shown) / 2
        after = _stream(f"\nQ BT 0.27 g {name} {NUMBER_SIZE} Tf {left:.1f} {NUMBER_UP} Td ({shown}) Tj ET\n")
        drawn = page.raw_get("/Contents")
        drawn = list(drawn) if isinstance(drawn, ArrayObject) else [drawn]
        page[NameObject("/Contents")] = ArrayObject([before, *drawn, writer._add_object(after)])
        resources: Any = page["/Resources"].get_object()
        resources.setdefault(NameObject("/Font"), DictionaryObject()).get_object()[name] = font


def in_letters(number: int) -> str:
    """4 is 'iv'."""
    out = ""
    for worth, letters in ROMAN:
        out += letters * (number // worth)
        number %= worth
    return out


def _dictionary(names: dict[str, str]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})


def _stream(text: str) -> StreamObject:
    made = StreamObject()
    made.set_data(text.encode("ascii"))
    return made
