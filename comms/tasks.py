"""The kinds of long work of this room; each fetches by id and calls one service."""

from django.utils.translation import gettext_lazy as _

from comms import delivery, mailboxes, queries
from comms.models import Send, Version
from comms.services import bounces, drafting, exporting
from unionops.platform.access.actors import require_actor
from unionops.platform.jobs.handle import JobHandle
from unionops.platform.jobs.kinds import job
from unionops.platform.jobs.periodic import every


@job("ai.interactive", title=_("Writing a version"))
def draft_version(task: JobHandle, *, version_id: int) -> None:
    version = Version.objects.select_related("message__brief").get(pk=version_id)
    drafting.write_with_model(by=task.job.owner, version=version, task=task)


@job("ai.interactive", title=_("Rewriting a version"))
def rewrite_version(task: JobHandle, *, version_id: int, manner: str, paragraph: int | None = None) -> None:
    version = Version.objects.select_related("message__brief").get(pk=version_id)
    drafting.rewrite(by=task.job.owner, version=version, manner=manner, paragraph=paragraph, task=task)


@job("ai.interactive", title=_("Translating a version"))
def translate_version(task: JobHandle, *, version_id: int) -> None:
    version = Version.objects.select_related("message__brief").get(pk=version_id)
    drafting.translate(by=task.job.owner, version=version, task=task)


@job("mail", title=_("Sending e-mails"), max_tries=100)
def deliver(task: JobHandle, *, send_id: int) -> None:
    delivery.deliver(Send.objects.get(pk=send_id), progress=task.progress)


@job("mail", title=_("Reading returned mail"))
def read_mailbox(task: JobHandle) -> None:
    bounces.read_place(by=task.job.owner, place=mailboxes.configured())


@every(900)
def look_for_returned_mail() -> None:
    """Only where the local named a mailbox for returned mail."""
    if mailboxes.configured():
        read_mailbox.start(by=require_actor(), key="read-mailbox")


@every(60)
def go_on_sending() -> None:
    """Start what is due: a send planned for later, or addresses that asked us to come back."""
    for send_id in queries.due_sends():
        deliver.start(by=require_actor(), key=f"send-{send_id}", send_id=send_id)


@every(3600)
def remove_old_files() -> None:
    """Files of outreach are kept for a day, their manifests for good."""
    exporting.remove_expired(by=require_actor())
