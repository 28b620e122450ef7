"""First steps of a new local, with their real state. Rooms of the house register the steps they know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.access.queries import accounts
from unionops.platform.ai.state import state
from unionops.platform.core.registry import Registry
from unionops.platform.ops import mail
from unionops.platform.ops.backups import recovery, shelf


@dataclass(frozen=True)
class FirstStep:
    """One thing to do once: its name, why, where, and whether it is done."""

    title: str
    why: str
    url: str
    done: bool
    note: str = ""


Provider = Callable[[User], FirstStep | None]
steps: Registry[Provider] = Registry()


def for_user(user: User) -> list[FirstStep]:
    return [step for provider in steps if (step := provider(user)) is not None]


def _step(capability: str, address: str) -> Callable[[Callable[[User], dict[str, Any]]], Provider]:
    """A step shown to those who may do it."""

    def decorate(look: Callable[[User], dict[str, Any]]) -> Provider:
        def provide(user: User) -> FirstStep | None:
            return FirstStep(url=reverse(address), **look(user)) if may(user, capability) else None

        return steps.register(look.__name__, provide)

    return decorate


@_step("access.accounts", "access:accounts")
def people(user: User) -> dict[str, Any]:
    count = sum(1 for account in accounts(user) if account.is_active)
    return {
        "title": _("Invite your stewards and officers"),
        "why": _("Each person signs in with an own account and sees what the office needs."),
        "done": count > 1,
        "note": _("%(count)d accounts") % {"count": count},
    }


@_step("models.view", "ai:models")
def model(user: User) -> dict[str, Any]:
    found = state(user)
    return {
        "title": _("Test the model"),
        "why": _("Drafts and answers come from a model on this machine. All else works without it."),
        "done": found.ready,
        "note": str(found.model if found.ready else found.reason),
    }


@_step("box.mail", "ops:mail")
def outgoing_mail(user: User) -> dict[str, Any]:
    return {
        "title": _("Set up mail"),
        "why": _("Until then invitations are shown as links, and messages can be exported."),
        "done": mail.is_ready(),
    }


@_step("box.backup", "ops:backups")
def first_backup(user: User) -> dict[str, Any]:
    newest = shelf.newest_proven()
    return {
        "title": _("Take a backup"),
        "why": _("Press one button. The box then backs up every night and proves it."),
        "done": newest is not None,
    }


@_step("box.backup", "ops:backups")
def recovery_sheet(user: User) -> dict[str, Any]:
    return {
        "title": _("Print the recovery passphrase"),
        "why": _("It opens your backups when this machine is lost. Keep it off this machine."),
        "done": recovery.card() is not None,
    }
