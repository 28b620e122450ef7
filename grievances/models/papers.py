"""Papers of a matter: documents brought in or made here, evidence, and requests for information."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from grievances.models.matters import Grievance, Matter, MatterPart, matter_q
from grievances.models.records import unsealed_q
from unionops.platform.access.models import User
from unionops.platform.files.models import Upload


class DocumentKind(models.TextChoices):
    LETTER = "letter", _("letter or notice from management")
    FORM = "form", _("grievance form or appeal")
    ANSWER = "answer", _("management's answer")
    EVIDENCE = "evidence", _("evidence")
    AGREEMENT = "agreement", _("extension, abeyance or settlement")
    OTHER = "other", _("other")


class Paper(models.TextChoices):
    """Papers this program makes."""

    FORM = "form", _("Grievance form")
    APPEAL = "appeal", _("Appeal to the next step")
    REQUEST = "request", _("Information request")
    EXTENSION = "extension", _("Extension of time")
    ABEYANCE = "abeyance", _("Abeyance agreement")
    LATE = "late", _("Notice that an answer is late")
    SETTLEMENT = "settlement", _("Settlement agreement")
    WITHDRAWAL = "withdrawal", _("Withdrawal")
    CLOSING = "closing", _("Closing letter to the grievant")


class CaseDocument(MatterPart):
    """A file of the case, sealed on disk. `sealed` ones are read by the people named only."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="documents")
    upload = models.OneToOneField(Upload, models.PROTECT, related_name="+")
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind, default=DocumentKind.OTHER)
    made_here = models.CharField(max_length=12, choices=Paper, blank=True)
    dated = models.DateField(_("dated"), null=True, blank=True)
    sealed = models.BooleanField(_("sealed: only the people named may open it"), default=False)
    readers = models.ManyToManyField(User, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title

    @classmethod
    def scope_q(cls, user: User, scope: str) -> Q:
        return matter_q(user, scope, "matter__") & unsealed_q(user, cls)


class EvidenceState(models.TextChoices):
    HAVE = "have", _("we have it")
    REQUESTED = "requested", _("requested")
    REFUSED = "refused", _("refused")
    WANTED = "wanted", _("still to get")


class Evidence(MatterPart):
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="evidence")
    what = models.CharField(_("what"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=EvidenceState, default=EvidenceState.WANTED)
    document = models.ForeignKey(CaseDocument, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.what


class AnswerState(models.TextChoices):
    OPEN = "open", _("no answer yet")
    FURNISHED = "furnished", _("furnished")
    PARTIAL = "partial", _("furnished in part")
    DENIED = "denied", _("denied")


class InformationRequest(MatterPart):
    """A request for data (5 USC 7114(b)(4); private sector: duty to furnish)."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="requests")
    grievance = models.ForeignKey(Grievance, models.CASCADE, null=True, blank=True, related_name="requests")
    addressed_to = models.CharField(_("to"), max_length=160)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    means = models.CharField(_("how"), max_length=80, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.addressed_to


class RequestItem(MatterPart):
    """One thing asked for. Need, use and connection are all required: particularized need (50 FLRA 661)."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="request_items")
    request = models.ForeignKey(InformationRequest, models.CASCADE, related_name="items")
    description = models.TextField(_("what we ask for"))
    period = models.CharField(_("for which time"), max_length=120, blank=True)
    format = models.CharField(_("in which form"), max_length=120, blank=True)
    why_needed = models.TextField(_("why we need it"))
    use = models.TextField(_("what we will use it for"))
    connection = models.TextField(_("how that is part of representing people"))
    sanitize_ok = models.BooleanField(_("names may be blacked out"), default=True)
    state = models.CharField(_("answer"), max_length=10, choices=AnswerState, default=AnswerState.OPEN)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer_note = models.TextField(_("reason given"), blank=True)

    def __str__(self) -> str:
        return self.description[:60]
