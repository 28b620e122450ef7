"""Tasks for the limited child: HTML to PDF without any network, joining and stamping of PDFs.

Pure functions of bytes; start them through `pdf.py` only.
"""

import gc
import io
import json
from pathlib import Path
from typing import Any

import pypdf

from unionops.platform.files.sheet_sizes import NEXT

PAPER = Path(__file__).with_name("paper")
BUNDLED = {name: PAPER / name for name in ("paper.css", "booklet.css")}
MOST_PAGES = 400
GARBAGE = 200_000  # layout makes few circles; looking for them as often as usual costs a tenth of the time


class TooManyPages(ValueError):
    """One paper would pass the page cap."""

    code, message = "too_many_pages", f"This paper would be longer than {MOST_PAGES} pages."
    hint = "Choose fewer things to print, or print them in parts."


def draw(data: bytes, *, most: int = MOST_PAGES) -> bytes:
    """The HTML as PDF. Only `data:` addresses and our own bundled files are ever opened."""
    import weasyprint

    gc.set_threshold(GARBAGE)
    html = weasyprint.HTML(string=data.decode(), base_url="static:", url_fetcher=_fetcher())
    document = html.render(font_config=_fonts(), presentational_hints=False)
    if len(document.pages) > most:
        raise TooManyPages
    return bytes(document.write_pdf() or b"")


def _fonts() -> Any:
    """Fonts of the machine and our own; a font a text brings along would have to be written to disk."""
    from weasyprint.text.fonts import FontConfiguration

    return type("Installed", (FontConfiguration,), {"add_font_face": lambda *_: None})()


def _fetcher() -> Any:
    """`data:` by the library, `static:name` from the list above, everything else refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    def fetch(self: Any, url: str, headers: Any = None) -> Any:
        if url.startswith("static:"):
            sheet = BUNDLED[url.removeprefix("static:")].read_bytes()
            return URLFetcherResponse(url, sheet, {"Content-Type": "text/css"})
        return URLFetcher.fetch(self, url, headers)

    return type("Bundled", (URLFetcher,), {"fetch": fetch})(allowed_protocols=("data",), allow_redirects=False)


def join(data: bytes, *, sizes: list[int]) -> bytes:
    """One PDF of several; `sizes` are their lengths within `data`."""
    writer, at = pypdf.PdfWriter(), 0
    for size in sizes:
        writer.append(io.BytesIO(data[at : at + size]), import_outline=False)
        at += size
    writer.compress_identical_objects()
    return _written(writer)


class Letters(pypdf.PdfWriter):
    """A PDF whose pages point at objects kept once."""

    def keep(self, thing: Any) -> Any:
        return self._add_object(thing.clone(self))


def stamp(data: bytes, *, split: int) -> bytes:
    """The first PDF once for each stamp of the second (from `split`), which is laid over its first page.

    Body and fonts are embedded once and only pointed at, so a thousand letters weigh little more than one.
    """
    body = pypdf.PdfReader(io.BytesIO(data[:split]))
    marks = pypdf.PdfReader(io.BytesIO(data[split:])).pages[0]
    writer = Letters()
    sheets = [_as_form(writer, page) for page in body.pages]
    names = [_page_names(writer, form, marks if number == 0 else {}) for number, (form, _box) in enumerate(sheets)]
    contents = marks.get_contents()
    for mark in (contents.get_data() if contents is not None else b"").split(NEXT):
        for number, (_form, box) in enumerate(sheets):
            _lay(writer, names[number], box, mark if number == 0 else b"")
    return _written(writer)


def _as_form(writer: Letters, page: Any) -> tuple[Any, Any]:
    """A page's content as an object other pages can point at."""
    stream = pypdf.generic.StreamObject()
    contents = page.get_contents()
    stream.set_data(contents.get_data() if contents is not None else b"")
    stream.update(_form_names(page.mediabox, page.get("/Resources", {}).get_object()))
    return writer.keep(stream.flate_encode()), page.mediabox


def _form_names(box: Any, resources: Any) -> dict[Any, Any]:
    name = pypdf.generic.NameObject
    return {
        name("/Type"): name("/XObject"),
        name("/Subtype"): name("/Form"),
        name("/BBox"): box,
        name("/Resources"): resources,
    }


def _page_names(writer: Letters, form: Any, marks: Any) -> Any:
    """What a page with the body and a stamp points at; one object for all of them."""
    name, made = pypdf.generic.NameObject, pypdf.generic.DictionaryObject
    fonts = marks.get("/Resources", {}).get("/Font")
    found = made({name("/XObject"): made({name("/Body"): form})})
    if fonts is not None:
        found[name("/Font")] = fonts.get_object()
    return writer.keep(found)


def _lay(writer: Letters, names: Any, box: Any, mark: bytes) -> None:
    name = pypdf.generic.NameObject
    page = writer.add_blank_page(float(box.width), float(box.height))
    page[name("/Resources")] = names
    content = pypdf.generic.StreamObject()
    content.set_data(b"/Body Do\n" + mark)
    page[name("/Contents")] = writer.keep(content)


def _written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def facts(data: bytes) -> str:
    """Number of pages, embedded files and the text of the first page, for checks."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    said = {"pages": len(reader.pages), "attachments": list(reader.attachments), "text": reader.pages[0].extract_text()}
    return json.dumps(said)
