"""Checks for plain text and for tables in plain text, in one pass and bounded memory."""

import csv
import io

from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem
from unionops.platform.files.kinds import UTF16, is_text

MOST_COLUMNS = 200
MOST_ROWS = 110_000
"""A list of 100,000 people and room for what the employer adds to it."""
LONGEST_FIELD = 4_096
SEPARATORS = ",;\t|"
PREAMBLE_ROWS = 20  # a title or two, the header, a footer: not counted as rows of people


def check_text(data: bytes, name: str) -> None:
    """Text has no NUL bytes, except in the two-byte encodings that begin with a mark."""
    if not is_text(data):
        raise Problem(
            "not_text",
            _("%(name)s is not plain text.") % {"name": name},
            _("Save it as text (UTF-8) and try once more."),
        )


def check_rows(data: bytes, name: str) -> None:
    """At most 200 columns, 110,000 rows, 4 KB in one cell."""
    check_text(data, name)
    text = _characters(data)
    separator = _separator(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    filled = 0
    try:
        for row in rows:
            filled += any(row)
            _check_row(row, rows.line_num, name)
            if filled > MOST_ROWS + PREAMBLE_ROWS:
                raise _too_many(name)
    except csv.Error as error:
        raise _long_field(name, rows.line_num) from error


def _characters(data: bytes) -> str:
    """Good enough to count by: every byte is some character."""
    return data.decode("utf-16" if data.startswith(UTF16) else "latin-1", "replace")


def _separator(text: str) -> str:
    head = text[:4_096]
    return max(SEPARATORS, key=head.count)


def _check_row(row: list[str], line: int, name: str) -> None:
    if len(row) > MOST_COLUMNS:
        said = {"name": name, "line": line, "found": len(row), "most": MOST_COLUMNS}
        raise Problem(
            "too_many_columns",
            _("%(name)s has %(found)d columns in line %(line)d; the most is %(most)d.") % said,
            _("Take out the columns you do not need."),
        )
    if row and max(map(len, row)) > LONGEST_FIELD:
        raise _long_field(name, line)


def _long_field(name: str, line: int) -> Problem:
    return Problem(
        "field_too_long",
        _("%(name)s has a cell that is far too long, near line %(line)d.") % {"name": name, "line": line},
        _("Often a quotation mark is opened and never closed. Mend that cell and try once more."),
    )


def _too_many(name: str) -> Problem:
    return Problem(
        "too_many_rows",
        _("%(name)s has more than %(most)d rows.") % {"name": name, "most": MOST_ROWS},
        _("Split it into smaller files."),
    )
