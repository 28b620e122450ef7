"""The kinds of file people may bring in, and which of them a purpose accepts."""

from dataclasses import dataclass

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEGABYTE = 1 << 20
LARGEST = 25 * MEGABYTE


@dataclass(frozen=True)
class Kind:
    """One file type: how it is called, and how its first bytes look (none for plain text)."""

    extension: str
    media_type: str
    magic: tuple[bytes, ...] = ()
    inside: str = ""  # a member every archive of this kind holds


OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    kind.extension: kind
    for kind in (
        Kind("pdf", "application/pdf", (b"%PDF-",)),
        Kind("docx", f"{OFFICE}.wordprocessingml.document", (ZIP,), "word/document.xml"),
        Kind("xlsx", f"{OFFICE}.spreadsheetml.sheet", (ZIP,), "xl/workbook.xml"),
        Kind("ods", "application/vnd.oasis.opendocument.spreadsheet", (ZIP,), "content.xml"),
        Kind("xls", "application/vnd.ms-excel", (OLE,)),
        Kind("csv", "text/csv"),
        Kind("tsv", "text/tab-separated-values"),
        Kind("txt", "text/plain"),
        Kind("md", "text/markdown"),
        Kind("html", "text/html"),
        Kind("xml", "text/xml"),
        Kind("png", "image/png", (b"\x89PNG\r\n\x1a\n",)),
        Kind("jpg", "image/jpeg", (b"\xff\xd8\xff",)),
    )
}
NO_TEXT = {magic for kind in KINDS.values() for magic in kind.magic} | {b"MZ", b"\x7fELF"}
SAME = {"jpeg": "jpg", "htm": "html", "text": "txt", "markdown": "md", "tab": "tsv", "psv": "csv"}
SHEETS = frozenset({"xlsx", "xls", "ods", "csv", "tsv", "txt", "html", "xml"})
DOCUMENTS = frozenset({"pdf", "docx", "txt", "md", "html"})
PICTURES = frozenset({"png", "jpg"})
STRIPPED = PICTURES | {"pdf", "docx", "xlsx", "ods"}
"""A copy of these can be made that tells nothing beside its content."""
ANY = SHEETS | DOCUMENTS | PICTURES
REPORTS = frozenset({"prn", "dat", "rpt", "lst", "asc", "out"})
"""How mainframes and payroll systems name a list in plain text."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")


def extension_of(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    return SAME.get(ending, ending)


def human_size(size: int) -> str:
    """1 048 576 -> "1 MB"; small files in KB."""
    return f"{size / MEGABYTE:.0f} MB" if size >= MEGABYTE else f"{max(size // 1024, 1)} KB"


def is_text(data: bytes) -> bool:
    """Plain characters from the first to the last, of one byte or of two with a mark before them."""
    return data.startswith(UTF16) or b"\0" not in data


def sheet_extension(data: bytes, ending: str) -> str:
    """What a list really is: many systems name a web page, a text or a newer workbook .xls, and a report .prn."""
    if ending in REPORTS:
        return "txt"
    if ending not in {"xls", "xlsx", "ods"}:
        return ending
    if data.startswith(ZIP):
        return ending if ending != "xls" else "xlsx"
    if data.startswith(OLE):
        return "xls"
    return "txt" if is_text(data) and not data.startswith(tuple(NO_TEXT)) else ending
