"""Units, worksites and employers by what a list calls them; made when a list brings a new one."""

from __future__ import annotations

from typing import Any

from members.journal import Journal
from members.normalising import names
from unionops.platform.access.models import BargainingUnit, Employer, Worksite


class Places:
    """Looks names up once; new ones are made through the journal, so that undo takes them back."""

    def __init__(self, journal: Journal, source: str) -> None:
        self.journal, self.source = journal, source
        self.sites = {names.key(site.name): site for site in Worksite.objects.all()}
        self.employers = _by_name_and_code(Employer.objects.all())
        self.units = _by_name_and_code(BargainingUnit.objects.all())

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
        """By code or name; without either, the local's only unit, else one named after the source."""
        if code and (found := self.units.get(names.key(code))):
            return found
        if not code and len(set(self.units.values())) == 1:
            return next(iter(self.units.values()))
        key = names.key(code or self.source)
        if key not in self.units:
            owner = self._employer(employer or self.source)
            name = f"Unit {code}" if code.isdigit() else code or f"Unit of {owner.name}"
            self.units[key] = self._made(BargainingUnit(employer=owner, name=name[:160], code=code[:10]))
        return self.units[key]

    def rename_site(self, old: str, new: str) -> None:
        if site := self.sites.pop(names.key(old), None):
            self.journal.change(site, name=_named(new))
            self.sites[names.key(new)] = site

    def _made(self, row: Any) -> Any:
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
