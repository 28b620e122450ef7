"""Hostile files, made on the spot: name -> (bytes, purpose of the harm)."""

import io
import zipfile
import zlib
from collections.abc import Callable

import docx
import xlsxwriter

Maker = Callable[[], bytes]
SHEET, BODY = "xl/worksheets/sheet1.xml", "word/document.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORDS = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE z [<!ENTITY l0 "lol">' + LEVELS + b"]>"
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
CELL = b'<worksheet %s><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
CELL += b"</sheetData></worksheet>"


def sheet() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.add_worksheet().write_row(0, 0, ["name", "email"])
    book.close()
    return buffer.getvalue()


def letter() -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("hello")
    document.save(buffer)
    return buffer.getvalue()


def changed(source: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with parts replaced or added."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(source)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in [*old.namelist(), *(part for part in parts if part not in old.namelist())]:
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return buffer.getvalue()


def pdf(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + table
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, start)


def page(content: bytes, filters: bytes = b"") -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            b"<</Length %d%s>>stream\n" % (len(content), filters) + content + b"\nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def stream_bomb() -> bytes:
    said = b"BT /F1 12 Tf (AAAAAAAAAAAAAAAAAAAAAAAA) Tj ET\n" * 1_000_000
    return page(zlib.compress(zlib.compress(said, 9), 9), b"/Filter[/FlateDecode/FlateDecode]")


def many_pages() -> bytes:
    kids = b" ".join([b"3 0 R"] * 200_000)
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
            b"<</Type/Pages/Kids[" + kids + b"]/Count 200000>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
        ]
    )


def looping_pages() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def nested() -> bytes:
    return page(b"[[" * 100_000 + b"(" * 100_000)


def locked_zip() -> bytes:
    """The encryption flag set on every member, as password-protected archives have it."""
    data = bytearray(sheet())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


OLD_BOOK = bytes.fromhex("d0cf11e0a1b11ae1")
FILEPASS = bytes.fromhex("0908100000060500") + bytes(12) + bytes.fromhex("2f003600") + bytes(2000)
"""The first two records of an old workbook with a password."""


def locked_ods() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b"\x8f\x11\x02" * 400)
        archive.writestr("META-INF/manifest.xml", "<m:manifest><m:encryption-data/></m:manifest>")
    return target.getvalue()


def huge_corner() -> bytes:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    cells += b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    body = b'<worksheet %s><dimension ref="A1:XFD1048576"/><sheetData>%s</sheetData></worksheet>'
    return changed(sheet(), {SHEET: body % (MAIN, cells)})


def row_bomb() -> bytes:
    row = b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % (b"A" * 40)
    return changed(sheet(), {SHEET: row * 1_200_000})


def paragraph_bomb() -> bytes:
    return changed(letter(), {BODY: b"<w:p><w:r><w:t>AAAAAAAA</w:t></w:r></w:p>" * 2_500_000})


def two_byte_entities() -> bytes:
    text = (OUTSIDE + b"<worksheet/>").decode().replace('"1.0"', '"1.0" encoding="UTF-16"')
    return changed(sheet(), {SHEET: text.encode("utf-16")})


def wide_table() -> bytes:
    return b",".join(b"c%d" % i for i in range(400_000)) + b"\n" + b",".join([b"1"] * 400_000)


# name of the file -> how to make it; every one of these must be refused before it is read
REFUSED: dict[str, Maker] = {
    "rows.xlsx": row_bomb,
    "paragraphs.docx": paragraph_bomb,
    "laughs.xlsx": lambda: changed(sheet(), {SHEET: LAUGHS + CELL % (MAIN, b"&l9;")}),
    "outside.xlsx": lambda: changed(sheet(), {SHEET: OUTSIDE + CELL % (MAIN, b"&l9;")}),
    "twobyte.xlsx": two_byte_entities,
    "laughs.docx": lambda: changed(letter(), {BODY: LAUGHS + b"<w:document %s/>" % WORDS}),
    "outside.docx": lambda: changed(letter(), {BODY: OUTSIDE + b"<w:document %s/>" % WORDS}),
    "late.docx": lambda: changed(letter(), {BODY: b"<!--" + b"x" * 70_000 + b"-->" + LAUGHS}),
    "climb.xlsx": lambda: changed(sheet(), {"../../../PWNED": b"x"}),
    "drive.xlsx": lambda: changed(sheet(), {"C:\\Windows\\x.xml": b"<a/>"}),
    "macros.xlsx": lambda: changed(sheet(), {"xl/vbaProject.bin": b"x"}),
    "program.docx": lambda: changed(letter(), {"word/embeddings/run.EXE": b"MZ"}),
    "members.xlsx": lambda: changed(sheet(), {f"xl/m{i}.bin": b"" for i in range(2_100)}),
    "locked.xlsx": locked_zip,
    "sheet.docx": sheet,
    "cut.xlsx": lambda: sheet()[:-200],
    "zip.pdf": lambda: sheet() + b"%PDF-1.7",
    "pages.pdf": many_pages,
    "text.pdf": lambda: b"hello",
    "program.csv": lambda: b"MZ\x90\x00" * 40,
    "sheet.csv": sheet,
    "locked.ods": locked_ods,
    "locked.xls": lambda: OLD_BOOK + bytes(504) + FILEPASS,
    "nul.csv": lambda: b"name,email\n\x00\x00a,b\n",
    "field.csv": lambda: b'name,email\n"' + b"A" * 3_000_000 + b'",x\n',
    "wide.csv": wide_table,
    "long.csv": lambda: b"name,email\n" + b"a,b\n" * 110_500,
    "empty.csv": lambda: b"",
    "large.txt": lambda: b"a" * (26 << 20),
    "page.svg": lambda: b"<svg/>",
    "picture.png": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\1\0\0" * 2 + b"\x08\2\0\0\0",
    "cut.jpg": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF",
    "old.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"),
}
# these pass the first look and must be contained by the child that reads them
CONTAINED: dict[str, Maker] = {
    "stream.pdf": stream_bomb,
    "loop.pdf": looping_pages,
    "nested.pdf": nested,
    "corner.xlsx": huge_corner,
}
