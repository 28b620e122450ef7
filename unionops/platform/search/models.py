"""The index: documents, one packed row of postings per term and scope, and the lengths each ranking needs."""

import uuid

from django.db import models


class Scope(models.Model):
    """A group of documents ranked among themselves, such as one version of an agreement.

    `lengths` holds one float32 per position, `groups` one uint32 (the article of a section) or nothing;
    rarity counts within the scope. `stamp` is new after every change, so that what was unpacked can be kept.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=5, default="en")
    stamp = models.UUIDField(default=uuid.uuid4)
    documents = models.PositiveIntegerField(default=0)
    total_length = models.FloatField(default=0)
    lengths = models.BinaryField(default=bytes)
    groups = models.BinaryField(default=bytes)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="one_scope_per_name")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


class IndexedDocument(models.Model):
    """What can be found: `key` is the public name of the clause, case or message."""

    scope = models.ForeignKey(Scope, models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=60, blank=True)
    head = models.TextField(blank=True)
    body = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "position"], name="one_document_per_position")]
        indexes = [models.Index(fields=["label", "scope"]), models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.key


class Posting(models.Model):
    """All places of one term in one scope: `positions` uint32, `weights` float32 (head counts four times)."""

    scope = models.ForeignKey(Scope, models.CASCADE, related_name="postings")
    term = models.CharField(max_length=40)
    positions = models.BinaryField()
    weights = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "term"], name="one_row_per_term")]

    def __str__(self) -> str:
        return self.term
