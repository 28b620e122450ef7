"""What an event was about, in the words of a local: tables have names for programmers."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

ACCOUNT = "access.User"
NAMES = {
    ACCOUNT: lazy("an account"),
    "access.Local": lazy("the local"),
    "access.RoleAssignment": lazy("an office somebody holds"),
    "access.Stewardship": lazy("where somebody is steward"),
    "access.Invitation": lazy("an invitation"),
    "access.SecondPerson": lazy("a request to a second person"),
    "ui.Preference": lazy("how somebody reads the pages"),
    "files.Upload": lazy("a file"),
    "jobs.Job": lazy("a long job"),
    "ai.ModelProfile": lazy("a model"),
    "ai.Run": lazy("a question to the model"),
    "ai.AIOutput": lazy("a suggestion of the model"),
    "ai.MemoryItem": lazy("an entry in the local’s memory"),
    "ops.MailServer": lazy("the mail server"),
    "ops.DuesTier": lazy("what a kind of member pays"),
    "ops.Duty": lazy("a duty of the local"),
    "ops.DutyDone": lazy("a duty of the local"),
    "members.Person": lazy("a person on the roster"),
    "members.PersonNumber": lazy("a number of a person"),
    "members.FollowUp": lazy("a follow-up with a person"),
    "members.Duplicate": lazy("two entries that may be one person"),
    "members.PersonTag": lazy("a tag on a person"),
    "members.BulkDeed": lazy("many people at once"),
    "members.ExportRecord": lazy("a list that left the box"),
    "members.ChannelConsent": lazy("somebody’s word on being written to"),
    "contracts.AgreementVersion": lazy("an agreement"),
    "contracts.ClauseLineage": lazy("a clause"),
    "contracts.KeptProposal": lazy("a proposal"),
    "contracts.SearchWording": lazy("a search"),
    "grievances.Matter": lazy("a case"),
    "grievances.Grievance": lazy("a case"),
    "grievances.Party": lazy("somebody named in a case"),
    "grievances.Reader": lazy("who may read a case"),
    "grievances.Evidence": lazy("something wanted as proof"),
    "grievances.CaseSettings": lazy("the settings for cases"),
    "grievances.GrievanceStep": lazy("a step of a case"),
    "comms.Version": lazy("a version of a message"),
    "comms.VersionText": lazy("a version of a message"),
    "comms.OutboxEntry": lazy("one person’s message"),
    "comms.Snapshot": lazy("an audience"),
}


def about(kind: str, account: str = "") -> str:
    """'a case'; for an account whose name is known, whose it is; words that name no table stay as they are."""
    if kind == ACCOUNT and account:
        return _("the account of %(name)s") % {"name": account}
    if kind in NAMES:
        return str(NAMES[kind])
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind
