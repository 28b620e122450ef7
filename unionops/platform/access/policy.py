"""Reads the one table that says who may do what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.module_loading import import_string

SCOPES = ("own", "unit", "all")


class Policy(dict[str, dict[str, str]]):
    """{capability: {role: scope}}, read from a table people can read too; `meanings` has each row in words."""

    def __init__(self, table: str, meanings: Mapping[str, Promise] | None = None) -> None:
        super().__init__()
        self.meanings = meanings or {}
        header, *rows = [line.split() for line in table.strip().splitlines() if line.strip()]
        self.roles = header
        for name, *cells in rows:
            self[name] = self._row(name, cells)

    def _row(self, name: str, cells: list[str]) -> dict[str, str]:
        if name in self:
            raise ValueError(f"{name} stands twice in the policy table")
        if len(cells) != len(self.roles):
            raise ValueError(f"{name}: {len(cells)} cells for {len(self.roles)} roles")
        if unknown := set(cells) - {*SCOPES, "."}:
            raise ValueError(f"{name}: unknown cell {unknown.pop()!r}; use own, unit, all or a dot")
        return {role: cell for role, cell in zip(self.roles, cells, strict=True) if cell != "."}

    def scope(self, user: Any, capability: str) -> str | None:
        """The widest of the user's scopes for the capability, or None. KeyError for an unknown capability."""
        row = self[capability]
        if not getattr(user, "is_authenticated", False) or not user.is_active:
            return None
        if user.is_system:
            return "all"
        granted = [row[role] for role in user.current_roles if role in row]
        return max(granted, key=SCOPES.index, default=None)


def _load() -> Policy:
    loaded: Policy = import_string(settings.ACCESS_POLICY)
    return loaded


policy: Policy = SimpleLazyObject(_load)  # type: ignore[assignment]  # a lazy stand-in for the same object


def may(user: Any, capability: str) -> bool:
    return policy.scope(user, capability) is not None
