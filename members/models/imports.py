"""Files that came in, the plan each made, and what changed on whose word."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.models.apart import HasBlobs
from members.models.people import Person
from members.tight import Tight
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class FileKind(models.TextChoices):
    UNIT = "unit", _("the employer's list of the unit")
    MEMBERS = "members", _("a list of members")
    REMITTANCE = "remittance", _("dues withheld by payroll")
    EDUES = "edues", _("card and bank payments")


class ImportScope(models.TextChoices):
    COMPLETE = "complete", _("everybody is on it")
    PARTIAL = "partial", _("only some are on it")


class ImportState(models.TextChoices):
    READING = "reading", _("being read")
    PLANNED = "planned", _("ready to look at")
    APPLIED = "applied", _("applied")
    UNDONE = "undone", _("undone")
    DROPPED = "dropped", _("put away")
    FAILED = "failed", _("could not be read")


def packed(value: Any) -> bytes:
    """JSON, smaller; the same value always gives the same bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, sort_keys=True).encode(), 1)


def unpacked(data: bytes | memoryview | None) -> Any:
    return json.loads(zlib.decompress(bytes(data))) if data else None


ONE_PIECE = b"\x78"
"""How rows begin that an earlier version packed together with their head."""


class RowStore:
    """The rows of a long file, packed piece by piece so that they never lie in memory whole."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._parts: list[bytes] = []

    def add(self, rows: list[Any]) -> None:
        line = json.dumps(rows, ensure_ascii=False).encode() + b"\n"
        self._parts.append(self._packer.compress(line))

    def blob(self, head: Any) -> bytes:
        """Length of the head, the head, the rows."""
        top = packed(head)
        return b"".join([len(top).to_bytes(4, "big"), top, *self._parts, self._packer.flush()])


def _pieces(data: bytes) -> Iterator[list[Any]]:
    seen: dict[str, str] = {}
    for rows in _lines(data):
        yield _shared(rows, seen)


def _lines(data: bytes) -> Iterator[Any]:
    """Each line of a packed text of JSON lines; the last may lack its end."""
    unpacker = zlib.decompressobj()
    rest = b""
    for at in range(0, len(data), 1 << 16):
        *lines, rest = (rest + unpacker.decompress(data[at : at + (1 << 16)])).split(b"\n")
        yield from map(json.loads, lines)
    if rest:
        yield json.loads(rest)


LINE = 500
"""New people of a plan on one line."""
REPEATED = 20_000
"""Texts kept once however often they come; beyond so many different ones they hardly repeat."""


def _shared(rows: list[Any], seen: dict[str, str]) -> list[Any]:
    """The same rows, with equal texts held once: a hundred thousand people have a dozen job titles."""
    for row in rows:
        for name, value in row.items():
            if isinstance(value, str):
                if value in seen:
                    row[name] = seen[value]
                elif len(seen) < REPEATED:
                    seen[value] = value
    return rows


class RosterImport(HasBlobs, PublicModel):
    """One file on its way in. `plan` is what apply executes, sealed by `plan_hash`."""

    kind = models.CharField(_("which list is it?"), max_length=12, choices=FileKind)
    source = models.CharField(_("who sent it"), max_length=120)
    as_of = models.DateField(_("as of"))
    scope = models.CharField(_("does it list everybody?"), max_length=10, choices=ImportScope)
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64, db_index=True)
    upload = models.UUIDField(null=True, blank=True)
    header_key = models.CharField(max_length=64, blank=True, db_index=True)
    mapping = models.JSONField(default=dict)
    decisions = models.JSONField(default=dict)
    plan_hash = models.CharField(max_length=64, blank=True)
    roster_version = models.BigIntegerField(default=0)
    applied_version = models.BigIntegerField(null=True)
    totals = models.JSONField(default=dict)
    problem = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.READING)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.source}, {self.as_of}"

    def get_absolute_url(self) -> str:
        return reverse("members:import", args=[self.public_id])

    @property
    def rows(self) -> Any:
        """The head of the file with all its rows."""
        return self.head | {"rows": [row for piece in self.row_pieces() for row in piece]}

    @property
    def head(self) -> Any:
        """What the file is, without its rows: heading, first rows, lines set aside, cells refused."""
        data = bytes(self.rows_blob or b"")
        if data.startswith(ONE_PIECE):
            return unpacked(data)
        return unpacked(data[4 : 4 + int.from_bytes(data[:4], "big")])

    def row_pieces(self) -> Iterable[list[Any]]:
        data = bytes(self.rows_blob or b"")
        if data.startswith(ONE_PIECE):
            return [unpacked(data)["rows"]]
        return _pieces(data[4 + int.from_bytes(data[:4], "big") :])

    @property
    def plan(self) -> Any:
        plan = self.tight_plan()
        return plan and plan | {"adds": list(plan["adds"])}

    def tight_plan(self) -> Any:
        """The plan with its new people held tight; there may be 100,000."""
        if not self.plan_blob:
            return None
        lines = _lines(bytes(self.plan_blob))
        plan: dict[str, Any] = next(lines)
        seen: dict[str, str] = {}
        plan["adds"] = Tight(_shared(plan["adds"], seen))
        for name, entries in lines:
            plan[name].extend(_shared(entries, seen))
        return plan

    @property
    def undo(self) -> Any:
        return unpacked(self.undo_blob)

    def seal(self, plan: dict[str, Any]) -> None:
        """Keep the plan and its hash; does not save.

        A line with the plan, then its new people in lines of their own: neither is ever one text of 50 MB.
        """
        packer, seal = zlib.compressobj(1), hashlib.sha256()
        packed_lines = []
        for value in _in_lines(plan):
            line = json.dumps(value, ensure_ascii=False, sort_keys=True).encode() + b"\n"
            seal.update(line)
            packed_lines.append(packer.compress(line))
        self.plan_blob, self.plan_hash = b"".join((*packed_lines, packer.flush())), seal.hexdigest()


def _in_lines(plan: dict[str, Any]) -> Iterator[Any]:
    plan["adds"] = Tight(plan["adds"])
    yield plan | {"adds": []}
    for at in range(0, len(plan["adds"]), LINE):
        yield "adds", plan["adds"].between(at, at + LINE)


class ChangeKind(models.TextChoices):
    ADD = "add", _("added")
    CHANGE = "change", _("changed")
    LEAVE = "leave", _("left")
    RETURN = "return", _("came back")
    EDIT = "edit", _("edited by hand")
    MERGE = "merge", _("merged")


class PersonChange(models.Model):
    """Who changed what of a person, from what to what, on whose word: {field: [old, new]}."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="changes")
    roster_import = models.ForeignKey(RosterImport, models.CASCADE, null=True, related_name="changes")
    kind = models.CharField(max_length=8, choices=ChangeKind)
    diff = models.JSONField(default=dict)
    source = models.CharField(max_length=120, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField()

    owner_path = "person__public_id"
    unit_path, worksite_path, shift_path = "person__unit", "person__worksite", "person__shift"
    objects = ScopedManager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.source})"


class RosterVersion(models.Model):
    """One number that grows with every change of the roster, so that an old preview is noticed."""

    number = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_roster_version")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.filter(pk=1).values_list("number", flat=True).first() or 0

    @classmethod
    def grow(cls) -> None:
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.create(pk=1, number=1)

    @classmethod
    def locked(cls) -> int:
        """The number, which stays so until the transaction ends."""
        cls.objects.get_or_create(pk=1)
        return cls.objects.select_for_update().get(pk=1).number
