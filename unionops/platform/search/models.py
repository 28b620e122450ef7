"""The index: documents, and their postings packed run by run."""

import secrets

from django.db import models

from unionops.platform.search.packing import Run

PLACES = 1 << 28  # documents a scope can hold in its life; the scope stands above them in a document's number


def new_stamp() -> int:
    return secrets.randbits(62)


class Scope(models.Model):
    """A group of documents ranked among themselves, such as one version of an agreement.

    Rarity counts within the scope. `stamp` is new after every change, so that what was unpacked can be kept;
    `edition` is new when all was indexed anew and positions begin at nought again. `dead` holds the positions
    (uint32) of documents that were taken out.
    """

    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=5, default="en")
    stamp = models.BigIntegerField(default=new_stamp)
    edition = models.BigIntegerField(default=new_stamp)
    documents = models.PositiveIntegerField(default=0)
    total_length = models.FloatField(default=0)
    next_position = models.PositiveIntegerField(default=0)
    dead = models.BinaryField(default=bytes)
    embedded = models.CharField(max_length=100, blank=True)
    made_by = models.CharField(max_length=12, blank=True)  # the code that made its terms, see `services.mark`

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="one_scope_per_name")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


class IndexedDocument(models.Model):
    """What can be found: `key` is the public name of the clause, case or message.

    `place` is scope * PLACES + position, so that a page of results is fetched by its keys.
    """

    place = models.BigIntegerField(primary_key=True)
    scope = models.ForeignKey(Scope, models.CASCADE, related_name="entries")
    key = models.CharField(max_length=60)
    label = models.CharField(max_length=60, blank=True)
    head = models.TextField(blank=True)
    body = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["label", "scope"]), models.Index(fields=["key"])]

    def __str__(self) -> str:
        return self.key

    @property
    def position(self) -> int:
        return self.place % PLACES


class Postings(models.Model):
    """The postings of a run of documents of one scope, `first` being the position of its first document.

    An agreement is one run. Documents that come one by one make small runs, joined as they grow (`level`).
    """

    scope = models.ForeignKey(Scope, models.CASCADE, related_name="postings")
    first = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField(default=0)
    terms = models.TextField(blank=True)
    starts = models.BinaryField()
    positions = models.BinaryField()
    weights = models.BinaryField()
    lengths = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "first"], name="one_run_per_start")]

    def __str__(self) -> str:
        return f"{self.scope_id}:{self.first}"

    @property
    def run(self) -> Run:
        return Run(self.terms, *(bytes(getattr(self, name)) for name in BLOBS))


class Vectors(models.Model):
    """Vectors of some windows of a scope's documents, all of one profile; they die with the scope.

    `positions` uint32 and `prints` (16 bytes, of the window's text) per vector, `data` float16. They count for one
    `edition` only; when the scope is indexed anew, vectors of unchanged texts are taken over by their prints.
    """

    scope = models.ForeignKey(Scope, models.CASCADE, related_name="vectors")
    edition = models.BigIntegerField()
    profile = models.CharField(max_length=64)
    count = models.PositiveIntegerField()
    positions = models.BinaryField()
    prints = models.BinaryField()
    data = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["scope", "edition", "profile"], name="vectors_of_a_scope")]

    def __str__(self) -> str:
        return f"{self.scope_id}: {self.count}"


BLOBS = ("starts", "positions", "weights", "lengths")
