"""Workbooks as OpenDocument writes them, every cell a text."""

import io
import zipfile
from xml.sax.saxutils import escape

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)
MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods(*sheets):
    """Sheets as (name, rows)."""
    tables = "".join(f'<table:table table:name="{name}">{_rows(rows)}</table:table>' for name, rows in sheets)
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", MANIFEST)
        book.writestr("content.xml", content)
    return written.getvalue()


def _rows(rows):
    cells = ["".join(f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
                     if cell else "<table:table-cell/>" for cell in row) for row in rows]  # fmt: skip
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
