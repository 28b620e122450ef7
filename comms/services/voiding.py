"""What every change does to approvals: they fall, visibly."""

from django.utils import timezone
from django.utils.translation import gettext as _

from comms.models import Message, State
from unionops.platform.core.problems import Problem


def require_changeable(message: Message) -> None:
    """Looks at the state as it is now, not as it was when the page was opened."""
    message.refresh_from_db(fields=["state"])
    if not message.is_changeable:
        raise Problem(
            "not_changeable",
            _("This message is %s; its words stand.") % message.get_state_display(),
            _("Copy it into a new message to say something else."),
        )


def void_approvals(message: Message, *, why: str) -> int:
    """Approvals fall and the message goes back to draft. Returns how many fell."""
    fallen = message.approvals.filter(voided_at=None).update(voided_at=timezone.now(), voided_by=why[:200])
    if message.state in (State.IN_REVIEW, State.APPROVED):
        message.state = State.DRAFT
        message.save(update_fields=["state", "changed_at"])
    return fallen
