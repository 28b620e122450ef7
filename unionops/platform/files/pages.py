"""Tasks for the limited child: how many pages a PDF has, pictures of pages, reading a scan.

Pure functions of bytes; nothing here knows Django. Start them through `child.run` only.
"""

import io
import struct
import subprocess
from collections.abc import Iterator
from typing import Any

import pypdfium2

POINTS_PER_INCH = 72
MOST_SIDE = 6_000  # pixels
OCR_SECONDS = 60


def describe(data: bytes) -> dict[str, Any]:
    """{"pages": 12, "locked": False}"""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return {"pages": len(document), "locked": False}
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            return {"pages": 0, "locked": True}
        raise


def render(data: bytes, *, page: int, dpi: int = 110) -> bytes:
    """Page `page` (from 1) as PNG."""
    with pypdfium2.PdfDocument(data) as document:
        image = _image(document, page - 1, dpi)
    return _png(image)


def texts(data: bytes, *, most: int) -> Iterator[str]:
    """The text layer of each page, at most `most` of them; '' for a page that is a picture."""
    with pypdfium2.PdfDocument(data) as document:
        for page in list(document)[:most]:
            yield page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\x00", "")


def picture(data: bytes) -> bytes:
    """A PNG or JPEG drawn anew at a size for the screen, without whatever else the file carries."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    image.thumbnail((1600, 2200))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


LETTER = (1700, 2200)  # pixels at 200 dots per inch
MARGIN = 120


def on_paper(data: bytes) -> bytes:
    """A picture as a PDF of one letter page, upright, with a margin."""
    from PIL import Image, ImageOps

    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
    image.thumbnail((LETTER[0] - 2 * MARGIN, LETTER[1] - 2 * MARGIN))
    sheet, buffer = Image.new("RGB", LETTER, "white"), io.BytesIO()
    sheet.paste(image, ((LETTER[0] - image.width) // 2, MARGIN))
    sheet.save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


def as_pdf(data: bytes) -> bytes:
    """A picture as a PDF of one page."""
    from PIL import Image

    buffer = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").save(buffer, "PDF", resolution=200)
    return buffer.getvalue()


def _image(document: Any, index: int, dpi: int) -> Any:
    page = document[index]
    longest = max(page.get_size()) or 1
    scale = min(dpi / POINTS_PER_INCH, MOST_SIDE / longest)
    return page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _png(image: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def recognise(data: bytes, *, page: int, languages: str = "eng", dpi: int = 300) -> list[dict[str, Any]]:
    """Words of a scanned page: {"text", "left", "top", "width", "height", "confidence"}, in PDF points.

    Needs `spawn=True`: Tesseract is another program, fed on its standard input.
    """
    with pypdfium2.PdfDocument(data) as document:
        image = _image(document, page - 1, dpi)
        points = max(document[page - 1].get_size()) / max(image.size)
    said = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", languages, "--dpi", str(dpi), "tsv"],
        input=_png(image), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        timeout=OCR_SECONDS, check=True,
    )  # fmt: skip
    return list(_words(said.stdout.decode("utf-8", "replace"), points))


def _words(table: str, points: float) -> Iterator[dict[str, Any]]:
    header, *lines = table.splitlines()
    names = header.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        if row.get("level") == "5" and row.get("text", "").strip():
            box = {side: int(row[side]) * points for side in ("left", "top", "width", "height")}
            place = {key: int(row[f"{key}_num"]) for key in ("block", "par", "line", "word")}
            yield {"text": row["text"], "confidence": float(row["conf"]), **box, **place}


def picture_size(data: bytes) -> list[int]:
    """Width and height from the header alone."""
    if data.startswith(b"\x89PNG"):
        return list(struct.unpack(">II", data[16:24]))
    return _jpeg_size(data)


def _jpeg_size(data: bytes) -> list[int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return [width, height]
        at += 2 + length
    raise ValueError("no size in this JPEG")
