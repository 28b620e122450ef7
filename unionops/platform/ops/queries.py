"""What pages read about the box."""

from unionops.platform.access.models import Local, User
from unionops.platform.jobs.models import Job
from unionops.platform.jobs.queries import jobs
from unionops.platform.ops import stamps
from unionops.platform.ops.models import MailServer
from unionops.platform.ops.tasks import back_up


def mail_server(user: User) -> MailServer | None:
    return MailServer.objects.filter(pk=1).first()


def running_backup(user: User) -> Job | None:
    """The backup that is being taken now, if the user may look at it."""
    newest = jobs(user).filter(kind=back_up.name).first()
    return newest if newest is not None and newest.is_active else None


def waits_for_set_up() -> bool:
    """Nobody has set this box up: no local, and no person has an account."""
    return not Local.is_set_up() and not User.objects.filter(is_system=False).exists()


def demo_is_being_made() -> bool:
    return (stamps.demo_folder() / stamps.DEMO_WANTED).exists()
