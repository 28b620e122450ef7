"""First steps of a new local that the rooms of the house know: roster, agreement, time limits, dues."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from contracts.queries import versions
from grievances.queries import procedures
from members.models import FileKind
from members.queries import applied_imports, people
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
        name="roster",
        title=_("Import your roster"),
        why=why if importing else _("The membership secretary does this. Invite one if there is none."),
        url=reverse("members:imports" if importing else "members:list"),
        done=count > 0,
        later=_("Agreements, deadlines and drafts work without it; audiences, density and lists of people wait."),
        action=_("Bring in a list") if importing else "",
        note=ngettext("%(count)d person", "%(count)d people", count) % {"count": count} if count else "",
    )


def agreement(user: User) -> FirstStep | None:
    if not may(user, "contracts.view"):
        return None
    count = versions(user).count()
    adding = may(user, "contracts.manage")
    why = _("It becomes pages to read, search and cite. PDF, Word or text.")
    return FirstStep(
        name="agreement",
        title=_("Upload your agreement"),
        why=why if adding else _("The chief steward does this. Invite one if there is none."),
        url=reverse("contracts:add" if adding and not count else "contracts:home"),
        done=count > 0,
        later=_("Until then nobody can look a clause up, and cases cite the agreement by hand."),
        action=_("Upload it") if adding else "",
        note=ngettext("%(count)d version", "%(count)d versions", count) % {"count": count} if count else "",
    )


def clocks(user: User) -> FirstStep | None:
    """Which days count and how long each step takes, confirmed beside the agreement's own sentence."""
    if not may(user, "grievances.view"):
        return None
    known, left = procedures.rules_to_confirm(user)
    words = ngettext("%(count)d rule to confirm", "%(count)d rules to confirm", left) % {"count": left}
    confirming = may(user, "grievances.rules")
    why = _("Which days count and how long each step takes: you confirm each rule beside its own sentence.")
    return FirstStep(
        name="clocks",
        title=_("Confirm the time limits"),
        why=why if confirming else _("The chief steward confirms each rule beside its sentence in the agreement."),
        url=reverse("grievances:procedures"),
        done=bool(known) and not left,
        later=_("Cases can be kept without; their contract deadlines are not counted until a rule is confirmed."),
        action=_("Read the rules") if confirming else "",
        note=words if left else "",
    )


def dues(user: User) -> FirstStep | None:
    """The first list of what was withheld or paid."""
    if not may(user, "members.reconcile"):
        return None
    importing = may(user, "members.import")
    kinds = (FileKind.REMITTANCE, FileKind.EDUES)
    done = any(applied_imports(user, kind).exists() for kind in kinds)
    return FirstStep(
        name="dues",
        title=_("Bring in a dues list"),
        why=_("What was withheld or collected, held against the roster: who pays, who does not, who twice."),
        url=reverse("members:imports" if importing else "members:reconcile"),
        done=done,
        later=_("Members count as members without it; only the comparison of dues and roster waits."),
        action=_("Bring in a list") if importing else "",
    )


def register() -> None:
    for name, provider in (("roster", roster), ("agreement", agreement), ("clocks", clocks), ("dues", dues)):
        steps.register(name, provider)
