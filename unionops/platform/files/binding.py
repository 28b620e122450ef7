"""Tasks for the limited child: where anchors stand in a drawn part, and parts bound into one numbered book.

Pure functions of bytes; start them through `pdf.py` only.
"""

import io
from typing import Any

import pypdf
from pypdf.constants import PageLabelStyle


def places(data: bytes) -> dict[str, Any]:
    """`{"names": {anchor: page from 0}, "pages": number}` of one of our own PDFs."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    names = {
        name: number
        for name, target in reader.named_destinations.items()
        if (number := reader.get_destination_page_number(target)) is not None
    }
    return {"names": names, "pages": len(reader.pages)}


def bind(data: bytes, *, sizes: list[int], front: int, outline: list[list[Any]], title: str) -> bytes:
    """The front (the first parts, roman page numbers) and the numbered parts; `outline` is [text, page from 1]."""
    writer, at, roman = pypdf.PdfWriter(), 0, 0
    for number, size in enumerate(sizes, 1):
        writer.append(io.BytesIO(data[at : at + size]), import_outline=False)
        at += size
        roman = len(writer.pages) if number == front else roman
    for text, page in outline:
        if 0 < page <= len(writer.pages) - roman:
            writer.add_outline_item(title=text, page_number=roman + page - 1)
    writer.set_page_label(0, roman - 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(roman, len(writer.pages) - 1, style=PageLabelStyle.DECIMAL, start=1)
    writer.add_metadata({"/Title": title})
    writer.compress_identical_objects()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
