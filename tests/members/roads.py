"""The ways the pages go, in one call: from words to people, from a table to rows."""

from __future__ import annotations

from members import queries
from members.imports.rows import Read, read_batches
from members.segments.plainly import read


def people_of(user, text):
    """Those whom the words of a list mean."""
    return queries.matching(user, queries.askable(user, read(text)))


def rows_of(table, mapping, *, width=0):
    """What a file says, row by row, with what could not be read."""
    found = Read(columns=[mapping[name] for name in table.header if name in mapping], width=width)
    for batch in read_batches(found, table, mapping):
        found.rows += batch
    return found
