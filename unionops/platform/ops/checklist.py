"""First steps of a new local, with their real state, in the order the first run takes them.

Rooms of the house register the steps they know.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.access.queries import accounts, the_local
from unionops.platform.access.queries import units as all_units
from unionops.platform.ai.state import state
from unionops.platform.core.registry import Registry
from unionops.platform.ops import mail
from unionops.platform.ops.backups import recovery, shelf
from unionops.platform.ops.keeping import is_settled
from unionops.platform.ops.queries import dues
from unionops.platform.ops.queries import dues_tiers as tiers


@dataclass(frozen=True)
class FirstStep:
    """One thing to do once: its name, why, where, whether it is done, and what waits as long as it is not."""

    name: str
    title: str
    why: str
    url: str
    done: bool
    later: str
    action: str = ""
    note: str = ""


Provider = Callable[[User], FirstStep | None]
steps: Registry[Provider] = Registry()
# From whose box this is to what keeps it safe; each needs nothing that comes after it.
ORDER = (
    "local", "units", "roster", "agreement", "clocks", "people", "dues_tiers", "dues", "duties", "outgoing_mail",
    "keeping", "model", "first_backup", "recovery_sheet",
)  # fmt: skip


def for_user(user: User) -> list[FirstStep]:
    found = [step for provider in steps if (step := provider(user)) is not None]
    return sorted(found, key=lambda step: ORDER.index(step.name) if step.name in ORDER else len(ORDER))


def _step(capability: str, address: str, *parts: str) -> Callable[[Callable[[User], dict[str, Any]]], Provider]:
    """A step shown to those who may do it."""

    def decorate(look: Callable[[User], dict[str, Any]]) -> Provider:
        def provide(user: User) -> FirstStep | None:
            if not may(user, capability):
                return None
            return FirstStep(name=look.__name__, url=reverse(address, args=parts), **look(user))

        return steps.register(look.__name__, provide)

    return decorate


@_step("access.local", "ops:first-run-step", "local")
def local(user: User) -> dict[str, Any]:
    whose = the_local()
    reach = whose.contact_email or whose.contact_phone
    missing = [] if whose.postal_address else [_("the postal address")]
    missing += [] if reach else [_("an e-mail address or a phone for questions")]
    return {
        "title": _("How people reach the local"),
        "why": _("Every letter and e-mail names an address and whom to ask. The goal draws the line in the figures."),
        "done": bool(whose.postal_address and reach),
        "note": "" if not missing or len(missing) == 2 else _("Still missing: %(what)s") % {"what": missing[0]},
        "later": _("Until then messages go out without a postal address, and newsletters must carry one."),
    }


@_step("access.local", "ops:first-run-step", "units")
def units(user: User) -> dict[str, Any]:
    count = all_units().count()
    return {
        "title": _("Employers and bargaining units"),
        "why": _("Who is covered by which agreement. Federal units carry a BUS code; the employer's lists name it."),
        "done": count > 0,
        "later": _("A list from the employer brings its units along; you can name them properly afterwards."),
        "note": ngettext("%(count)d unit", "%(count)d units", count) % {"count": count} if count else "",
    }


@_step("duties.keep", "ops:first-run-step", "dues_tiers")
def dues_tiers(user: User) -> dict[str, Any]:
    count = len({tier.name for tier in tiers()})
    return {
        "title": _("What dues are"),
        "why": _("Each kind of member with the amount per pay period. After a raise the comparison with the dues list "
                 "finds who still pays the old amount."),
        "done": count > 0,
        "later": _("Until then each member's own amount counts, as the list or a person gave it."),
        "note": ngettext("%(count)d tier", "%(count)d tiers", count) % {"count": count} if count else "",
    }  # fmt: skip


@_step("access.accounts", "access:accounts")
def people(user: User) -> dict[str, Any]:
    count = sum(1 for account in accounts(user) if account.is_active)
    return {
        "title": _("Invite your stewards and officers"),
        "why": _("Each person signs in with an own account and sees what the office needs."),
        "done": count > 1,
        "later": _("Until then nobody else can sign in, and nobody can approve what you write."),
        "action": _("Invite people"),
        "note": ngettext("%(count)d account", "%(count)d accounts", count) % {"count": count},
    }


@_step("models.view", "ai:models")
def model(user: User) -> dict[str, Any]:
    found = state(user)
    return {
        "title": _("Test the model"),
        "why": _("Drafts and answers come from a model on this machine. All else works without it."),
        "done": found.ready,
        "later": _("Reading, searching, dates, lists and templates work without any model."),
        "action": _("Choose a model"),
        "note": str(found.model if found.ready else found.reason),
    }


@_step("box.mail", "ops:mail")
def outgoing_mail(user: User) -> dict[str, Any]:
    return {
        "title": _("Set up mail"),
        "why": _("Until then invitations are shown as links, and messages can be exported."),
        "done": mail.is_ready(),
        "later": _("Everything else works. Invitations are handed over as links, messages are exported."),
        "action": _("Enter the mail server"),
    }


@_step("box.backup", "ops:backups")
def first_backup(user: User) -> dict[str, Any]:
    newest = shelf.newest_proven()
    return {
        "title": _("Take a backup"),
        "why": _("Press one button. The box then backs up every night and proves it."),
        "done": newest is not None,
        "later": _("The box makes one by itself tonight at two, if it is switched on then."),
        "action": _("To the backups"),
    }


@_step("box.backup", "ops:recovery")
def recovery_sheet(user: User) -> dict[str, Any]:
    made = recovery.card() is not None
    return {
        "title": _("Print the recovery passphrase"),
        "why": _("It opens your backups when this machine is lost. Keep it off this machine."),
        "done": made,
        "later": _("As long as there is none, a backup opens only with the key that lies on this machine."),
        "action": _("Make a new passphrase") if made else _("Make the passphrase"),
    }


@_step("duties.keep", "ops:first-run-step", "duties")
def duties(user: User) -> dict[str, Any]:
    count = len(dues(user))
    return {
        "title": _("What is due for the local"),
        "why": _("Reports, elections, bond, audit: tick what concerns you. Each shows its next day, and why."),
        "done": count > 0,
        "later": _("Until then nobody is reminded of a report or an election; the duties themselves do not wait."),
        "note": ngettext("%(count)d duty is watched", "%(count)d duties are watched", count) % {"count": count}
        if count
        else "",
    }


@_step("access.local", "ops:first-run-step", "keeping")
def keeping(user: User) -> dict[str, Any]:
    return {
        "title": _("How long things are kept"),
        "why": _("What nobody needs any more goes every night. What does not exist cannot be demanded or stolen."),
        "done": is_settled(),
        "later": _("Until then the house's own numbers hold, the ones you see here."),
    }
