"""Vectors are made when there is nothing better to do; after an upgrade the index is made anew at night."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from unionops.platform.access.actors import system_actor
from unionops.platform.jobs.errors import GoOn
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every
from unionops.platform.search import embedder, embedding, services


@job(queue="ai.bulk", title=_("Reading texts for the search by meaning"))
def embed_texts(task: JobHandle) -> None:
    if embedding.embed_piece(by=task.job.owner, task=task):
        raise GoOn


@every(300)
def embed_what_is_new() -> None:
    held = embedder.current()
    profile = held.profile() if held else ""
    if profile and next(embedding.waiting(profile), None) is not None:
        embed_texts.start(by=system_actor(), key="embed-texts")


@every("daily 03:30")
def index_anew_after_an_upgrade() -> None:
    services.index_anew()
