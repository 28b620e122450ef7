"""The kinds of long work of this room; each fetches by id and calls one service."""

from django.utils.translation import gettext_lazy as _

from comms import delivery
from comms.models import Send, Version
from comms.services import drafting
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job


@job("ai.interactive", title=_("Writing a version"))
def draft_version(task: JobHandle, *, version_id: int) -> None:
    version = Version.objects.select_related("message__brief").get(pk=version_id)
    drafting.write_with_model(by=task.job.owner, version=version, task=task)


@job("ai.interactive", title=_("Rewriting a version"))
def rewrite_version(task: JobHandle, *, version_id: int, manner: str) -> None:
    version = Version.objects.select_related("message__brief").get(pk=version_id)
    drafting.rewrite(by=task.job.owner, version=version, manner=manner, task=task)


@job("mail", title=_("Sending e-mails"), max_tries=100)
def deliver(task: JobHandle, *, send_id: int) -> None:
    delivery.deliver(Send.objects.get(pk=send_id), progress=task.progress)
