"""What goes along when two records of one person are merged, in this app and in those above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from members import models as ours
from members.models import Person
from members.undoing.journal import Journal
from unionops.platform.core.registry import Registry


@dataclass(frozen=True)
class Followed:
    """A table whose rows go to the kept record. `once` are columns that, together with the person, stand once.

    A row the kept record has already stays where it is, so that undoing the merge finds it again.
    `open_only` names an empty column that makes a row present ('until'); only present rows can be in the way.
    With `fills` the one that is too many goes instead: the kept record's row takes these columns from it where
    its own are empty, and undoing the merge makes it again. Where both say something in a column of `joins`, the
    kept row says both.
    """

    model: type[models.Model]
    field: str = "person"
    once: tuple[str, ...] | None = None
    open_only: str = ""
    fills: tuple[str, ...] | None = None
    joins: tuple[str, ...] = ()

    @property
    def column(self) -> str:
        return _attname(self.model, self.field)

    def move(self, journal: Journal, keep: Person, drop: Person) -> None:
        present = (row for row in self._rows(keep) if self._is_present(row)) if self.once is not None else ()
        taken = {self._key(row): row for row in present}
        for row in self._rows(drop):
            if self.once is None or not self._is_present(row) or self._key(row) not in taken:
                journal.change(row, **{self.column: keep.pk})
            elif self.fills is not None:
                ours = taken[self._key(row)]
                journal.change(ours, **{name: self._of_both(ours, row, name) for name in (*self.fills, *self.joins)})
                journal.remove(row)

    def _of_both(self, ours: models.Model, theirs: models.Model, name: str) -> object:
        kept, other = getattr(ours, name), getattr(theirs, name)
        if name in self.joins and kept and other and other not in kept:
            return f"{kept}\n{other}"
        return kept or other

    def _rows(self, person: Person) -> Iterator[models.Model]:
        yield from self.model._default_manager.filter(**{self.field: person}).order_by("pk")

    def _key(self, row: models.Model) -> tuple[object, ...]:
        return tuple(getattr(row, _attname(type(row), name)) for name in self.once or ())

    def _is_present(self, row: models.Model) -> bool:
        return not self.open_only or getattr(row, self.open_only) is None


def _attname(model: type[models.Model], name: str) -> str:
    return str(getattr(model._meta.get_field(name), "attname", name))


followed: Registry[Followed] = Registry()


def register(name: str, table: Followed) -> None:
    """An app above says in `AppConfig.ready()` which of its tables name a person."""
    followed.register(name, table)


OURS = (
    *(Followed(model) for model in (
        ours.EmailAddress, ours.Phone, ours.PostalAddress, ours.DuesPayment, ours.PersonNumber, ours.Conversation,
        ours.Assessment, ours.EarlierNote, ours.PersonChange, ours.ChannelConsent,
    )),
    Followed(ours.Placement, once=(), open_only="until"),
    Followed(ours.Membership, once=(), open_only="until"),
    Followed(ours.FollowUp, once=("what",), open_only="done_on"),
    Followed(ours.PersonTag, once=("tag",)),
    Followed(ours.CommitteeTerm, once=("committee",), open_only="until"),
    Followed(ours.TurfPerson, once=("canvass",)),
)  # fmt: skip
for each in OURS:
    register(each.model._meta.label, each)


def carry(journal: Journal, keep: Person, drop: Person) -> None:
    """Everything that names the dropped record names the kept one from now on; all of it in the journal."""
    for table in followed:
        table.move(journal, keep, drop)
    journal.flush()
