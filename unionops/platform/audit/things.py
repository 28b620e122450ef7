"""What an event was about, in the words of a local: tables have names for programmers."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ACCOUNT = "access.User"
NAMES = {
    ACCOUNT: _("an account"),
    "access.Local": _("the local"),
    "access.RoleAssignment": _("an office somebody holds"),
    "access.Stewardship": _("where somebody is steward"),
    "access.Invitation": _("an invitation"),
    "access.SecondPerson": _("a request to a second person"),
    "ui.Preference": _("how somebody reads the pages"),
    "files.Upload": _("a file"),
    "jobs.Job": _("a long job"),
    "ai.ModelProfile": _("a model"),
    "ai.Run": _("a question to the model"),
    "ai.AIOutput": _("a suggestion of the model"),
    "ai.MemoryItem": _("an entry in the local’s memory"),
    "ops.MailServer": _("the mail server"),
    "ops.DuesTier": _("what a kind of member pays"),
    "ops.Duty": _("a duty of the local"),
    "ops.DutyDone": _("a duty of the local"),
    "members.Person": _("a person on the roster"),
    "members.PersonNumber": _("a number of a person"),
    "members.FollowUp": _("a follow-up with a person"),
    "members.Duplicate": _("two entries that may be one person"),
    "members.PersonTag": _("a tag on a person"),
    "members.BulkDeed": _("many people at once"),
    "members.ExportRecord": _("a list that left the box"),
    "members.ChannelConsent": _("somebody’s word on being written to"),
    "members.Committee": _("a committee"),
    "members.Canvass": _("a round of talks"),
    "members.Segment": _("a saved list"),
    "members.RosterImport": _("an import"),
    "contracts.Agreement": _("an agreement"),
    "contracts.Clause": _("a clause"),
    "contracts.Question": _("a question to the agreement"),
    "contracts.Practice": _("a past practice"),
    "contracts.AgreementVersion": _("an agreement"),
    "contracts.ClauseLineage": _("a clause"),
    "contracts.KeptProposal": _("a proposal"),
    "contracts.SearchWording": _("a search"),
    "grievances.Matter": _("a case"),
    "grievances.Grievance": _("a case"),
    "grievances.Party": _("somebody named in a case"),
    "grievances.Reader": _("who may read a case"),
    "grievances.Evidence": _("something wanted as proof"),
    "grievances.CaseSettings": _("the settings for cases"),
    "grievances.GrievanceStep": _("a step of a case"),
    "grievances.Procedure": _("a grievance procedure"),
    "grievances.Deadline": _("a deadline"),
    "grievances.DeadlineRule": _("a rule for deadlines"),
    "comms.Message": _("a message"),
    "comms.Version": _("a version of a message"),
    "comms.VersionText": _("a version of a message"),
    "comms.OutboxEntry": _("one person’s message"),
    "comms.Snapshot": _("an audience"),
}


def about(kind: str, account: str = "") -> str:
    """'a case'; for an account whose name is known, whose it is; words that name no table stay as they are."""
    if kind == ACCOUNT and account:
        return gettext("the account of %(name)s") % {"name": account}
    if kind in NAMES:
        return str(NAMES[kind])
    try:
        return str(apps.get_model(kind)._meta.verbose_name)
    except (LookupError, ValueError):
        return kind
