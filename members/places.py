"""Units, worksites and employers by what a list calls them; made when a list brings a new one."""

from __future__ import annotations

from typing import Any, TypeVar

from members.normalising import names
from members.undoing.journal import Journal
from unionops.platform.access.models import BargainingUnit, Employer, Local, Worksite

UNNAMED = "Unit of "
"""How a unit is called that no list has named yet."""
LONGEST_CODE = 10
"""What is longer is a unit's name, not its code."""
Row = TypeVar("Row", Worksite, Employer, BargainingUnit)


class Places:
    """Looks names up once; new ones are made through the journal, so that undo takes them back."""

    def __init__(self, journal: Journal, source: str) -> None:
        self.journal, self.source = journal, source
        self.sites = {names.key(site.name): site for site in Worksite.objects.all()}
        self.employers: dict[str, Employer] = _by_name_and_code(Employer.objects.all())
        self.units: dict[str, BargainingUnit] = _by_name_and_code(BargainingUnit.objects.all())

    def site(self, name: str) -> Worksite | None:
        return self._site(name) if name else None

    def _site(self, name: str) -> Worksite:
        key = names.key(name)
        if key not in self.sites:
            self.sites[key] = self._made(Worksite(name=_named(name)))
        return self.sites[key]

    def employer(self, name: str) -> Employer | None:
        return self._employer(name) if name else None

    def _employer(self, name: str) -> Employer:
        key = names.key(name)
        if key not in self.employers:
            self.employers[key] = self._made(Employer(name=name[:160]))
        return self.employers[key]

    def unit(self, code: str, employer: str) -> BargainingUnit:
        """By code or name; without either, the employer's or the local's only unit, else one named after it."""
        if code and (found := self.units.get(names.key(code))):
            return found
        owner = self._employer(employer) if employer else None
        if not code and (only := self._only_unit(owner)):
            return only
        owner = owner or self._employer(self.source)
        name = f"Unit {code}" if code.isdigit() else code or f"{UNNAMED}{owner.name}"
        return self._unit(owner, name[:160], code if len(code) <= LONGEST_CODE else "")

    def _only_unit(self, owner: Employer | None) -> BargainingUnit | None:
        units = {unit.pk: unit for unit in self.units.values() if owner is None or unit.employer_id == owner.pk}
        return next(iter(units.values())) if len(units) == 1 else None

    def _unit(self, owner: Employer, name: str, code: str) -> BargainingUnit:
        if (key := names.key(name)) not in self.units:
            row = BargainingUnit(employer=owner, name=name, code=code, sector=Local.current().sector)
            self.units[key] = self._made(row)
        if code:
            self.units[names.key(code)] = self.units[key]
        return self.units[key]

    def rename_site(self, old: str, new: str) -> None:
        if site := self.sites.pop(names.key(old), None):
            self.journal.change(site, name=_named(new))
            self.sites[names.key(new)] = site

    def _made(self, row: Row) -> Row:
        self.journal.add([row])
        return row


def _by_name_and_code(rows: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        found[names.key(row.name)] = row
        if row.code:
            found.setdefault(names.key(row.code), row)
    return found


def _named(name: str) -> str:
    """A place in capitals is written as people write it."""
    shown = " ".join(word.capitalize() for word in name.split()) if name == name.upper() and " " in name else name
    return shown[:160]
