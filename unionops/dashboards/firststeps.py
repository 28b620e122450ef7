"""First steps of a new local that the rooms of the house know: the roster, the agreement."""

from django.urls import reverse
from django.utils.translation import gettext as _

from contracts.queries import versions
from members.queries import people
from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ops.checklist import FirstStep, steps


def roster(user: User) -> FirstStep | None:
    if not may(user, "members.view"):
        return None
    count = people(user).count()
    importing = may(user, "members.import")
    why = _("The employer's list or your own. You see every change before it counts, and can undo it.")
    return FirstStep(
        title=_("Import your roster"),
        why=why if importing else _("The membership secretary does this. Invite one if there is none."),
        url=reverse("members:imports" if importing else "members:list"),
        done=count > 0,
        note=_("%(count)d people") % {"count": count} if count else "",
    )


def agreement(user: User) -> FirstStep | None:
    if not may(user, "contracts.view"):
        return None
    count = versions(user).count()
    return FirstStep(
        title=_("Upload your agreement"),
        why=_("It becomes pages to read, search and cite. PDF, Word or text."),
        url=reverse("contracts:home"),
        done=count > 0,
        note=_("%(count)d versions") % {"count": count} if count else "",
    )


def register() -> None:
    steps.register("roster", roster)
    steps.register("agreement", agreement)
