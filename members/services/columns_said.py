"""Which column of a brought file is what: as guessed, as last time, and as a person says."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.utils.translation import gettext as _

from members.imports import columns, naming, needed
from members.imports.cells import CHECKS, cell_score, sample
from members.imports.fields import FIELDS
from members.imports.headless import UNNAMED
from members.imports.sums import SEVERAL
from members.models import ImportState, Person, RosterImport
from members.models.imports import RowStore
from members.normalising.names import apart_from_number
from members.snapshot import NUMBERS, share_known
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold
from unionops.platform.sheets.tables import Table


def header_key(kind: str, table: Table) -> str:
    said = json.dumps([kind, *(fold(name) for name in table.header)])
    return hashlib.sha256(said.encode()).hexdigest()


def remembered(found: RosterImport, table: Table) -> dict[str, str] | None:
    """How the columns of this source were mapped last time, when the heading is the same.

    Where there is no heading, every list of so many columns has the same one: then their cells must fit as well.
    """
    earlier = RosterImport.objects.filter(source=found.source, header_key=found.header_key, state=ImportState.APPLIED)
    mapping = earlier.values_list("mapping", flat=True).order_by("-id").first()
    unnamed = mapping and all(map(UNNAMED.fullmatch, table.header))
    return mapping if mapping and not (unnamed and not _still_fits(table, mapping)) else None


def _still_fits(table: Table, mapping: dict[str, str]) -> bool:
    """No column holds what its field cannot, or what we know as another kind of place or job."""
    for at, name in enumerate(table.header):
        cells, slug = sample(table, at), mapping.get(name, "")
        if not (cells and slug):
            continue
        if (slug in CHECKS and cell_score(cells, slug) < 0.5) or (slug in KINDS_OF_WORDS and _are_another(slug, cells)):
            return False
    return True


def _are_another(slug: str, cells: list[str]) -> bool:
    known = {kind: share_known(kind, cells) for kind in KINDS_OF_WORDS}
    return known[slug] + 0.5 < max(known.values())


KINDS_OF_WORDS = ("title", "department", "station", "component")


def checked_mapping(table: Table, kind: str, mapping: dict[str, str] | None) -> dict[str, str]:
    """The given mapping over what is guessed; '' takes a column out. Problem when it names what is not there."""
    guessed = columns.guess(table, kind, share_known)
    for heading, slug in naming.headings_first(mapping or {}, table.header).items():
        if heading not in table.header:
            raise Problem("mapping", _("The file has no column '%s'.") % heading, ", ".join(table.header))
        if slug and slug not in FIELDS:
            raise Problem("mapping", _("There is no field '%s'.") % slug, ", ".join(sorted(FIELDS)))
        guessed = {
            name: field for name, field in guessed.items() if name != heading and (field != slug or slug in SEVERAL)
        }
        if slug:
            guessed[heading] = slug
    needed.check_mapping(guessed, kind)
    return guessed


def are_numbered(table: Table, mapping: dict[str, str], slug: str) -> bool:
    """Numbers in the cells of names are those of the people where each name has its own, and the roster, once it knows
    any, knows most of them; else they are of a place or a badge.
    """
    at = next((at for at, name in enumerate(table.header) if mapping.get(name) == "full_name"), None)
    apart = dict(map(apart_from_number, set(table.sample(at)))) if at is not None else {}
    numbers = [number for number in apart.values() if number]
    if not numbers or len(set(numbers)) < len(numbers):
        return False
    knows = Person.objects.exclude(**{NUMBERS[slug]: None}).exists()
    return not knows or share_known(slug, numbers) >= KNOWN_ENOUGH


KNOWN_ENOUGH = 0.5


def keep_heading(found: RosterImport, table: Table) -> None:
    """Of a file with a column that nobody found: what a person needs to say which it is."""
    found.mapping = columns.guess(table, found.kind, share_known)
    found.rows_blob = RowStore().blob(head_of(table) | {
        "refused": [], "refused_rows": 0, "columns": [], "width": 0, "is_unread": True,
    })  # fmt: skip


def head_of(table: Table) -> dict[str, Any]:
    return {
        "header": table.header, "sample": [row[:60] for row in table.first], "dropped": table.dropped,
        "aside": [[a.number, a.kind, a.text[:200]] for a in table.aside][:400], "meta": table.meta,
    }  # fmt: skip
