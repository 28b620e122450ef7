"""Two stored versions as a list of changes with their words, in the order of the new text."""

from __future__ import annotations

from dataclasses import dataclass

from contracts import queries
from contracts.addresses import clause_url
from contracts.changes.impact import shortened
from contracts.comparing.align import align
from contracts.models import AgreementVersion, Clause
from contracts.services.lineage import units
from unionops.platform.access.models import User
from unionops.platform.core.wordings import Words, word_changes

TONES = {"changed": "warn", "added": "good", "removed": "bad", "moved": "info", "renumbered": "info", "unchanged": ""}


@dataclass(frozen=True, slots=True)
class Change:
    """One clause of both texts; `words` are runs of ("=" | "-" | "+", text)."""

    kind: str
    old: Clause | None
    new: Clause | None
    words: Words

    @property
    def brief(self) -> Words:
        """The words without the middle of long runs that stayed."""
        return shortened(self.words) if self.kind == "changed" else self.words

    @property
    def tone(self) -> str:
        return TONES[self.kind]

    @property
    def clause(self) -> Clause:
        found = self.new or self.old
        if found is None:
            raise ValueError("a change has at least one end")
        return found

    @property
    def url(self) -> str:
        return clause_url(self.clause)

    @property
    def was(self) -> str:
        """The old label where it differs."""
        both = self.old is not None and self.new is not None
        return self.old.label if both and self.old and self.new and self.old.label != self.new.label else ""


def changes(user: User, old: AgreementVersion, new: AgreementVersion) -> list[Change]:
    before, after = _clauses(user, old), _clauses(user, new)
    return [
        _change(
            pair.kind,
            before[pair.old] if pair.old is not None else None,
            after[pair.new] if pair.new is not None else None,
        )
        for pair in align(units(before), units(after))
    ]


def _clauses(user: User, version: AgreementVersion) -> list[Clause]:
    rows = list(queries.clauses(user, version))
    for clause in rows:
        clause.version = version
    return rows


def _change(kind: str, old: Clause | None, new: Clause | None) -> Change:
    if kind == "unchanged":
        return Change(kind, old, new, [["=", new.body]] if new else [])
    titled = old is None or new is None or old.title != new.title
    return Change(kind, old, new, word_changes(_words(old, titled=titled), _words(new, titled=titled)))


def _words(clause: Clause | None, *, titled: bool) -> str:
    """The clause's words as printed; with its title where that is new, gone or another one."""
    if clause is None:
        return ""
    title = clause.title if titled and not clause.body.startswith(clause.title) else ""
    end = "." if title and clause.body and title[-1] not in ".:" else ""
    return " ".join(f"{title}{end} {clause.body}".split())
