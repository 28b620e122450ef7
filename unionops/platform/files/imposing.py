"""Task for the limited child: the pages of a book laid two on a side, ordered for folding.

A pure function of bytes; start it through `pdf.py` only.
"""

import io
from collections.abc import Iterator

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject

# One gathering is folded and stapled by hand; a thicker book is folded in several, laid one on the other.
MOST_IN_ONE, IN_EACH = 64, 32


def fold(data: bytes) -> bytes:
    """Print on both sides, turned over the short edge: each gathering folded in the middle reads in order."""
    reader, writer = pypdf.PdfReader(io.BytesIO(data)), pypdf.PdfWriter()
    width, height = (max(float(size) for size in sizes) for sizes in zip(*map(_size, reader.pages), strict=True))
    forms = [writer._add_object(_form(page, writer)) for page in reader.pages]
    for left, right in sides(len(forms)):
        sheet = writer.add_blank_page(2 * width, height)
        placed = [(at, forms[n]) for at, n in ((0.0, left), (width, right)) if n < len(forms)]
        names = {NameObject(f"/P{n}"): form for n, (_at, form) in enumerate(placed)}
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): DictionaryObject(names)})
        drawn = "".join(f"q 1 0 0 1 {at:.2f} 0 cm /P{n} Do Q\n" for n, (at, _form) in enumerate(placed))
        sheet[NameObject("/Contents")] = writer._add_object(_stream(drawn.encode("ascii")))
    if reader.metadata and reader.metadata.title:
        writer.add_metadata({"/Title": reader.metadata.title})
    writer.compress_identical_objects()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """(left, right) page from 0 of every side in printing order; a number past the last page is a blank."""
    each = IN_EACH if pages > MOST_IN_ONE else -(-pages // 4) * 4
    for first in range(0, pages, each or 4):
        size = min(each, -(-(pages - first) // 4) * 4)
        for sheet in range(size // 4):
            outer, inner = first + 2 * sheet, first + size - 1 - 2 * sheet
            yield inner, outer
            yield outer + 1, inner - 1


def _size(page: pypdf.PageObject) -> tuple[float, float]:
    return float(page.mediabox.width), float(page.mediabox.height)


def _form(page: pypdf.PageObject, writer: pypdf.PdfWriter) -> StreamObject:
    """The whole page as one drawing that can be placed anywhere."""
    contents = page.get_contents()
    form = _stream(contents.get_data() if contents is not None else b"")
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(edge) for edge in page.mediabox)
    form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return form


def _stream(data: bytes) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    return made.flate_encode()
