"""What was said, done, decided and promised in a matter. Facts and argument never share a row."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from grievances.models.matters import Grievance, Matter, MatterPart, matter_q
from grievances.models.procedures import ProcedureStep
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class W(models.TextChoices):
    """The six questions of an intake, and harm."""

    WHO = "who", _("Who?")
    WHAT = "what", _("What?")
    WHEN = "when", _("When?")
    WHERE = "where", _("Where?")
    WHY = "why", _("Why does management say it did this?")
    WITNESSES = "witnesses", _("Witnesses?")
    HARM = "harm", _("What did it cost the person?")


class Fact(MatterPart):
    """Something that happened, with who says so. Goes on the form."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="facts")
    w = models.CharField(max_length=10, choices=W, default=W.WHAT)
    text = models.TextField(_("fact"))
    happened_on = models.DateField(_("date"), null=True, blank=True)
    source = models.CharField(_("who or what says so"), max_length=200, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text[:60]


class Argument(MatterPart):
    """Our theory: why the facts break the clause. Never on the form."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="arguments")
    text = models.TextField(_("argument"))
    checklist = models.CharField(max_length=20, blank=True)
    line = models.CharField(max_length=40, blank=True)
    answer = models.CharField(max_length=10, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text[:60]


class CaseNote(MatterPart):
    """A working note. A sealed one is read by its writer and the people named, whoever else may see the case."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="notes")
    text = models.TextField(_("note"))
    sealed = models.BooleanField(_("sealed: only the people named may read it"), default=False)
    readers = models.ManyToManyField(User, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.at)

    @classmethod
    def scope_q(cls, user: User, scope: str) -> Q:
        return matter_q(user, scope, "matter__") & unsealed_q(user, cls)


def unsealed_q(user: User, part: Any) -> Q:
    """Not sealed, or sealed with this user among its readers. The box itself reads no sealed row."""
    named = part.readers.through.objects.filter(user=user).values(f"{part._meta.model_name}_id")
    return Q(sealed=False) | Q(by=user.pk) | Q(pk__in=named)


class Interview(MatterPart):
    """A talk on the record: with a witness, or a meeting a representative sat in (5 USC 7114(a)(2)). A sealed one is
    read by its writer and the people named.
    """

    class Kind(models.TextChoices):
        INTERVIEW = "interview", _("interview")
        WEINGARTEN = "weingarten", _("examination with a representative (Weingarten)")
        FORMAL = "formal", _("formal discussion")
        MEETING = "meeting", _("meeting with management")

    class Request(models.TextChoices):
        GRANTED = "granted", _("asked for and granted")
        DENIED = "denied", _("asked for and denied")
        NOT_ASKED = "not_asked", _("not asked for")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="interviews")
    kind = models.CharField(_("what it was"), max_length=10, choices=Kind, default=Kind.INTERVIEW)
    on = models.DateField(_("on"), default=timezone.localdate)
    with_whom = models.CharField(_("with whom"), max_length=200)
    attended = models.CharField(_("who else was there"), max_length=200, blank=True)
    request = models.CharField(_("representative"), max_length=10, choices=Request, blank=True)
    topic_told = models.CharField(_("what they said beforehand it was about"), max_length=200, blank=True)
    text = models.TextField(_("what was said"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    sealed = models.BooleanField(_("sealed: only the people named may read it"), default=False)
    readers = models.ManyToManyField(User, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.with_whom}"

    @classmethod
    def scope_q(cls, user: User, scope: str) -> Q:
        return matter_q(user, scope, "matter__") & unsealed_q(user, cls)


class CaseTask(MatterPart):
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="tasks")
    text = models.CharField(_("task"), max_length=300)
    due = models.DateField(_("by"), null=True, blank=True)
    owner = models.ForeignKey(User, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta(MatterPart.Meta):
        ordering = ["done_at", "due", "id"]

    def __str__(self) -> str:
        return self.text


class CountedBy(models.TextChoices):
    """What counts as filed: the words of the agreement, or what the person chose where it is silent."""

    SENT = "sent", _("the day it is sent or handed over")
    POSTMARK = "postmark", _("the day of the postmark")
    RECEIPT = "receipt", _("the day they receive it")


class GrievanceStep(MatterPart):
    """What was done at one step, on which day, how it was delivered, and the paper that proves it."""

    class Answer(models.TextChoices):
        GRANTED = "granted", _("granted")
        PARTIAL = "partial", _("granted in part")
        DENIED = "denied", _("denied")
        SENT_BACK = "remanded", _("sent back to an earlier step")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="step_records")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="step_records")
    step = models.ForeignKey(ProcedureStep, models.PROTECT, related_name="+")
    on = models.DateField(_("on"))
    issued_on = models.DateField(_("dated"), null=True, blank=True)
    counted_by = models.CharField(_("the day that counts"), max_length=8, blank=True, choices=CountedBy)
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    postmarked_on = models.DateField(_("postmarked on"), null=True, blank=True)
    received_on = models.DateField(_("received by them on"), null=True, blank=True)
    means = models.CharField(_("how"), max_length=80, blank=True)
    received_by = models.CharField(_("received by"), max_length=120, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=Answer, blank=True)
    by_silence = models.BooleanField(default=False)
    note = models.TextField(_("note"), blank=True)
    document = models.ForeignKey("grievances.CaseDocument", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta(MatterPart.Meta):
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["grievance", "step"], condition=Q(undone_at=None), name="a_step_is_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.on}"

    @property
    def sends_back(self) -> bool:
        return self.answer == self.Answer.SENT_BACK

    @property
    def is_paper(self) -> bool:
        """A paper of ours when it was recorded, whatever its step is called since."""
        return self.sent_on is not None

    @property
    def was_a_talk(self) -> bool:
        """On record as a paper, at a step that the procedure calls a talk now."""
        return self.is_paper and self.step.is_talk


class Forum(models.TextChoices):
    GRIEVANCE = "grievance", _("grievance")
    ULP = "ulp", _("unfair labor practice charge")
    EEO = "eeo", _("EEO complaint")
    MSPB = "mspb", _("appeal to the Merit Systems Protection Board")
    OSC = "osc", _("Office of Special Counsel")
    NLRB = "nlrb", _("charge to the National Labor Relations Board")
    CIVIL_SERVICE = "civil_service", _("civil service appeal")
    FOIA_APPEAL = "foia_appeal", _("FOIA appeal to the agency")
    INTERNAL = "internal", _("complaint inside the union")


class ForumElection(MatterPart):
    """Which road was taken; once taken it cannot be taken back (5 USC 7116(d), 7121(d), (e), (g)).

    One that was recorded by mistake, because nothing was filed, stays on record as taken back and counts no more.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="elections")
    forum = models.CharField(_("forum"), max_length=14, choices=Forum)
    elected_on = models.DateField(_("elected on"))
    by_act = models.CharField(_("by which act"), max_length=200)
    rule = models.CharField(max_length=80, blank=True)
    irrevocable = models.BooleanField(default=True)
    warned_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    acknowledged_on = models.DateField(_("grievant acknowledged on"), null=True, blank=True)
    acknowledged_how = models.CharField(_("how the grievant acknowledged"), max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    undone_why = models.CharField(_("why it was taken back"), max_length=300, blank=True, default="")

    class Meta(MatterPart.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "forum"], condition=Q(undone_at=None), name="a_forum_is_elected_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.get_forum_display())


class DecisionKind(models.TextChoices):
    ADVANCE = "advance", _("take it further")
    ARBITRATE = "arbitrate", _("take it to arbitration")
    SETTLE = "settle", _("settle")
    DROP = "drop", _("not take it further")


class Decision(MatterPart):
    """A decision of the union on a case: who, why, on what evidence, and how the grievant was told (duty of fair
    representation, 5 USC 7114(a)(1))."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="decisions")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="decisions")
    kind = models.CharField(_("decision"), max_length=10, choices=DecisionKind)
    decided_by = models.CharField(_("decided by"), max_length=160)
    decided_on = models.DateField(_("on"), default=timezone.localdate)
    reason = models.TextField(_("reason on the merits"))
    evidence = models.TextField(_("evidence looked at"), blank=True)
    told_on = models.DateField(_("grievant told on"), null=True, blank=True)
    told_how = models.CharField(_("how, and the proof of it"), max_length=200, blank=True)
    appeal_right = models.CharField(_("appeal inside the union"), max_length=200, blank=True)
    comparison = models.TextField(_("why this case differs from those that went further"), blank=True, default="")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Settlement(MatterPart):
    matter = models.ForeignKey(Matter, models.CASCADE, related_name="settlements")
    grievance = models.ForeignKey(Grievance, models.CASCADE, related_name="settlements")
    settled_on = models.DateField(_("settled on"))
    terms = models.TextField(_("terms"))
    precedent = models.BooleanField(_("may be cited as precedent"), default=False)
    document = models.ForeignKey("grievances.CaseDocument", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.settled_on)


class SettlementTerm(MatterPart):
    """One promise of a settlement, with its own clock until somebody saw it done. When the case is opened again it
    stands still, until a person says that it stands or lets it go.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="settlement_terms")
    settlement = models.ForeignKey(Settlement, models.CASCADE, related_name="items")
    text = models.CharField(_("what is owed"), max_length=300)
    owed_by = models.CharField(_("by whom"), max_length=120, blank=True)
    due = models.DateField(_("by"), null=True, blank=True)
    verified_on = models.DateField(_("seen done on"), null=True, blank=True)
    suspended_on = models.DateField(_("stands still since"), null=True, blank=True)
    dropped_on = models.DateField(_("no longer owed since"), null=True, blank=True)
    why = models.CharField(_("why it stands still or is no longer owed"), max_length=300, blank=True, default="")

    def __str__(self) -> str:
        return self.text

    @property
    def is_owed(self) -> bool:
        """Nobody saw it done, and nobody let it go."""
        return self.verified_on is None and self.dropped_on is None


class TimeCategory(models.TextChoices):
    """The four categories agencies report to OPM."""

    TERM = "term", _("term negotiations")
    MIDTERM = "midterm", _("mid-term negotiations")
    DISPUTE = "dispute", _("dispute resolution")
    GENERAL = "general", _("general labor-management relations")


class TimeEntry(PublicModel):
    """Time of a representative. Internal union business is never official time (5 USC 7131(b))."""

    class PaidAs(models.TextChoices):
        OFFICIAL = "official", _("official time")
        LOST = "lost", _("lost time, paid by the union")
        OWN = "own", _("own time")

    owner_path = "user"
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, blank=True, related_name="time_entries")
    on = models.DateField(_("day"), default=timezone.localdate)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    category = models.CharField(_("category"), max_length=8, choices=TimeCategory, default=TimeCategory.DISPUTE)
    paid_as = models.CharField(_("paid as"), max_length=8, choices=PaidAs, default=PaidAs.OFFICIAL)
    note = models.CharField(_("note"), max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    objects = ScopedManager()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.on}: {self.minutes}"


class CaseImport(PublicModel):
    """A spreadsheet of old cases: its plan, and what was made of it, so that it can be undone."""

    file_name = models.CharField(max_length=200)
    plan = models.JSONField(default=dict)
    table = models.JSONField(default=list, help_text="[header, [[row number, cells], ...]] until it is imported")
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()
    owner_path = "by"

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.file_name
