"""The long values of an import, in rows of their own: its state can change without writing them again."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from unionops.platform.access.scoping import ScopedManager


class ImportBlob(models.Model):
    """One long value of one import."""

    roster_import = models.ForeignKey("members.RosterImport", models.CASCADE, related_name="blobs", db_index=False)
    name = models.CharField(max_length=12)
    data = models.BinaryField()

    objects = ScopedManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["roster_import", "name"], name="one_blob_of_a_name")]

    def __str__(self) -> str:
        return f"{self.name} of {self.roster_import_id}"


def _apart(name: str) -> Any:
    """Read when it is asked for, written by `save`; None when there is none."""

    def read(row: HasBlobs) -> bytes | None:
        if name not in row.read_blobs:
            found = (
                ImportBlob._base_manager.filter(roster_import=row.pk, name=name).values_list("data", flat=True).first()
            )
            row.read_blobs[name] = None if found is None else bytes(found)
        return row.read_blobs[name]

    def keep(row: HasBlobs, value: bytes | None) -> None:
        row.read_blobs[name] = value
        row.new_blobs.add(name)

    return property(read, keep)


class HasBlobs(models.Model):
    """`rows_blob`, what the file says; `plan_blob`, what it would change; `undo_blob`, how to take that back."""

    rows_blob, plan_blob, undo_blob = _apart("rows_blob"), _apart("plan_blob"), _apart("undo_blob")

    class Meta:
        abstract = True

    def save(self, *given: Any, **options: Any) -> None:
        """As ever, and the long values that were set since, whatever `update_fields` says."""
        with transaction.atomic():
            super().save(*given, **options)
            for name in self.new_blobs:
                self._write(name, self.read_blobs[name])
        self.new_blobs.clear()

    @property
    def read_blobs(self) -> dict[str, bytes | None]:
        found: dict[str, bytes | None] = self.__dict__.setdefault("_read_blobs", {})
        return found

    @property
    def new_blobs(self) -> set[str]:
        found: set[str] = self.__dict__.setdefault("_new_blobs", set())
        return found

    def _write(self, name: str, data: bytes | None) -> None:
        if data is None:
            ImportBlob._base_manager.filter(roster_import=self.pk, name=name).delete()
        else:
            ImportBlob._base_manager.update_or_create(roster_import_id=self.pk, name=name, defaults={"data": data})

    def refresh_from_db(self, *given: Any, **options: Any) -> None:
        super().refresh_from_db(*given, **options)
        self.read_blobs.clear()
        self.new_blobs.clear()
