"""For each address with a parameter: things of the demo to open it with; one without an entry fails the crawl."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.apps import apps

from comms.links import unsubscriber
from comms.outcomes import plan_hash
from contracts.services import comparing, proposing
from grievances.checklists import CHECKLISTS
from grievances.forms.intake import PAGES as INTAKE_PAGES
from grievances.models.matters import WON
from grievances.services.arbitration import add_cost, add_exhibit, add_names, open_docket
from grievances.services.importing import plan_import
from grievances.services.old import add_file, read_file
from grievances.views.acts import ASSIGN, GUARD, WORK
from members.forms import CONTACT_FORMS
from unionops.platform.access.models import User
from unionops.platform.access.services import invite
from unionops.platform.files import pdf
from unionops.platform.ops.checklist import ORDER

# Addresses that are no pages: fragments, downloads, feeds, redirects by design.
NOT_PAGES = frozenset(
    {
        "account_logout",
        "account_signup",
        "account_inactive",
        "account_confirm_email",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "account_reset_password_done",
        "account_email_verification_sent",
        "account_reauthenticate",
        "account_confirm_login_code",
        "account_set_password",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_login_webauthn",
        "mfa_reauthenticate_webauthn",
        "mfa_signup_webauthn",
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "account_login",
        "ui:set-preferences",
        "ui:here",
        "files:download",
        "files:bare",
        "files:page",
        "jobs:progress",
        "ops:setup",
        "ops:welcome",
        "ops:download-backup",
        "comms:fetch",
        "contracts:pocket-file",
        "contracts:folded",
        "contracts:poster",
        "contracts:kept-worker",
        "contracts:kept-manifest",
        "contracts:kept-stamp",
        "members:export-manifest",
        "members:record",
        "members:count",
        "members:condition",
        "members:turf-paper",
        "members:density-paper",
        "members:density-table",
        "grievances:feed",
        "grievances:status-link",
        "grievances:time-export",
        "grievances:register",
    }
)
Example = Callable[[], list[Any]]


def some(model: str, count: int = 1, **filters: Any) -> list[Any]:
    """The first rows of a table, in a fixed order."""
    return list(apps.get_model(model)._default_manager.filter(**filters).order_by("pk")[:count])


def by_id(model: str, key: str = "public_id", **filters: Any) -> Example:
    return lambda: [{key: row.public_id} for row in some(model, **filters)]


def deeds(table: Any) -> Example:
    """Each deed's page once, on the first open case."""
    return lambda: [
        {"public_id": case.public_id, "deed": deed}
        for case in some("grievances.Grievance", status="open")
        for deed in table
    ]


EXAMPLES: dict[str, Example] = {
    "access:give-role": by_id("access.User", is_system=False),
    "access:give-stewardship": by_id("access.User", is_system=False),
    "access:reset-second-factor": by_id("access.User", is_system=False),
    "access:end-all": by_id("access.User", is_system=False),
    "access:accept-invitation": lambda: [{"token": KEPT["invitation"]}],
    "jobs:detail": lambda: [{"public_id": row.public_id} for row in some("jobs.Job", 3)],
    "ai:options": by_id("ai.ModelProfile"),
    "ai:run": by_id("ai.Run"),
    "ops:duty-done": by_id("ops.Duty"),
    "ops:duty-office": by_id("ops.Duty"),
    "ai:change-memory": by_id("ai.MemoryItem"),
    "comms:template": by_id("comms.MessageTemplate"),
    "comms:unsubscribe": lambda: [{"token": KEPT["unsubscribe"]}],
    "comms:web-copy": by_id("comms.Version", message__has_web_copy=True, channel="email"),
    "comms:edit": by_id("comms.Version", message__state="draft"),
    "comms:outcome": by_id("comms.OutcomeFile"),
    "comms:preview": by_id("comms.Version", channel="email"),
    "comms:left-out": by_id("comms.Version", channel="email"),
    "comms:export": by_id("comms.Version", message__state="approved"),
    "comms:compare": lambda: [
        {"public_id": row.version.public_id, "number": 1} for row in some("comms.VersionText", number=1)
    ],
    "comms:sending": by_id("comms.Send"),
    "comms:versions": by_id("comms.Message"),
    "comms:brief": by_id("comms.Message", state="draft"),
    "comms:checks": by_id("comms.Message", state="draft"),
    "comms:approve": by_id("comms.Message", state="in_review"),
    "comms:send": by_id("comms.Message", state="approved"),
    "grievances:intake-check": by_id("grievances.IntakeDraft", "draft_id"),
    "grievances:intake-page": lambda: [
        {"draft_id": row.public_id, "page": page} for row in some("grievances.IntakeDraft") for page in INTAKE_PAGES
    ],
    "grievances:deadline": by_id("grievances.Deadline"),
    "grievances:case": lambda: [{"public_id": row.public_id} for row in some("grievances.Grievance", 2)],
    "grievances:do": deeds(WORK),
    "grievances:office": deeds(ASSIGN),
    "grievances:guard": deeds(GUARD),
    "dashboards:tell": by_id("grievances.Grievance", outcome__in=WON),
    "ops:first-run-step": lambda: [{"name": name} for name in ORDER],
    "contracts:practice": by_id("contracts.Practice"),
    "contracts:practice-change": by_id("contracts.Practice"),
    "contracts:practice-fact": by_id("contracts.Practice"),
    "contracts:practice-end": by_id("contracts.Practice"),
    "contracts:letter": lambda: [{"slug": row.slug} for row in some("contracts.Agreement", kind="side_letter")],
    "contracts:annotate": by_id("contracts.AgreementVersion"),
    "contracts:proposal": by_id("contracts.KeptProposal"),
    "contracts:question": by_id("contracts.Question"),
    "files:share": lambda: [
        {"public_id": row.upload.public_id} for row in some("contracts.AgreementVersion", upload__isnull=False)
    ],
    "contracts:version": by_id("contracts.AgreementVersion"),
    "contracts:redline": by_id("contracts.AgreementVersion"),
    "contracts:review": by_id("contracts.AgreementVersion"),
    "contracts:correct": by_id("contracts.Clause", level="article"),
    "contracts:add-note": by_id("contracts.Clause", level="section"),
    "contracts:clause": by_id("contracts.Clause", level="section"),
    "contracts:agreement": lambda: [{"slug": row.slug} for row in some("contracts.Agreement")],
    "contracts:pocket": lambda: [{"slug": row.slug} for row in some("contracts.Agreement")],
    "contracts:kept-text": lambda: [{"slug": row.slug} for row in some("contracts.Agreement")],
    "contracts:public-contents": lambda: [{"slug": row.slug} for row in some("contracts.Agreement")],
    "contracts:public-clause": lambda: [{"slug": row.slug, "label": "1"} for row in some("contracts.Agreement")],
    "contracts:whole": lambda: [{"slug": row.slug} for row in some("contracts.Agreement")],
    "contracts:reader": lambda: [
        {"slug": row.slug, "label": label} for row in some("contracts.Agreement") for label in ("1", "8")
    ],
    "contracts:search": lambda: ["?q=overtime"],
    "contracts:impact": lambda: [
        f"?new={row.public_id}" for row in some("contracts.AgreementVersion", supersedes__isnull=False)
    ],
    "contracts:compare": lambda: [
        f"?new={row.public_id}" for row in some("contracts.AgreementVersion", supersedes__isnull=False)
    ],
    "members:person": lambda: [{"public_id": row.public_id} for row in some("members.Person", 2)],
    "members:edit": by_id("members.Person"),
    "members:add-contact": lambda: [
        {"public_id": row.public_id, "what": what} for row in some("members.Person") for what in CONTACT_FORMS
    ],
    "members:consent": by_id("members.Person"),
    "members:membership": by_id("members.Person", memberships__isnull=True),
    "members:end-membership": by_id("members.Person", memberships__until=None, memberships__isnull=False),
    "members:conversation": by_id("members.Person"),
    "members:dues": by_id("members.Person", memberships__until=None, memberships__isnull=False),
    "members:erase": by_id("members.Person"),
    "members:signed-form": by_id("members.Person", memberships__until=None, memberships__isnull=False),
    "members:mark-contact": lambda: [
        {"public_id": row.person.public_id, "what": "email", "contact_id": row.public_id}
        for row in some("members.EmailAddress", until=None)
    ],
    "members:person-committee": by_id("members.Person"),
    "members:note": lambda: [
        {"kind": kind, "public_id": row.public_id}
        for kind, model in (("talk", "members.Conversation"), ("assessment", "members.Assessment"))
        for row in some(model)
    ],
    "members:committee": by_id("members.Committee"),
    "members:committee-edit": by_id("members.Committee"),
    "members:committee-add": by_id("members.Committee"),
    "members:committee-end-term": by_id("members.CommitteeTerm", until__isnull=True),
    "members:canvass": by_id("members.Canvass"),
    "members:turf": by_id("members.Turf"),
    "members:turf-correct": by_id("members.Turf"),
    "members:visit": by_id("members.TurfPerson"),
    "members:import": by_id("members.RosterImport"),
    "members:segment": by_id("members.Segment"),
    "members:segment-edit": by_id("members.Segment"),
    "members:why": lambda: [
        {"public_id": row.public_id, "person_id": person.public_id}
        for row in some("members.Segment")
        for person in some("members.Person")
    ],
    "grievances:procedure": by_id("grievances.Procedure"),
    "grievances:step-new": by_id("grievances.Procedure"),
    "grievances:procedure-days": by_id("grievances.Procedure"),
    "grievances:rule": by_id("grievances.ProcedureStep"),
    "grievances:move": by_id("grievances.ProcedureStep"),
    "grievances:import-plan": by_id("grievances.CaseImport"),
    "grievances:request": by_id("grievances.InformationRequest"),
    "grievances:request-do": lambda: [
        {"public_id": row.public_id, "deed": deed}
        for row in some("grievances.InformationRequest")
        for deed in ("item", "send")
    ],
    "grievances:request-item": lambda: [
        {"public_id": row.request.public_id, "item_id": row.public_id} for row in some("grievances.RequestItem")
    ],
    "grievances:papers": by_id("grievances.Grievance"),
    "grievances:arbitration": lambda: [{"public_id": r.grievance.public_id} for r in some("grievances.Arbitration")],
    "grievances:arbitration-edit": lambda: [
        {"public_id": row.grievance.public_id} for row in some("grievances.Arbitration")
    ],
    "grievances:arbitrator": by_id("grievances.Arbitrator"),
    "grievances:old-file": by_id("grievances.OldFile"),
    "grievances:letter": by_id("grievances.Letter"),
    "grievances:paper-text": lambda: [{"paper": "form"}, {"paper": "late"}],
    "grievances:checklist": lambda: [
        {"public_id": row.public_id, "name": name} for row in some("grievances.Grievance") for name in CHECKLISTS
    ],
    "dashboards:search": lambda: ["?q=overtime"],
}
KEPT: dict[str, str] = {}
EXAMPLE_YEAR_END = datetime.date(2025, 12, 31)


def prepare(user: User) -> None:
    """What the demo does not hold by itself."""
    _invitation, KEPT["invitation"] = invite(
        by=None, email="new@browser.example.org", name="New Person", role="steward"
    )
    person = some("members.Person")
    entry = some("comms.OutboxEntry")
    if person and entry:
        KEPT["unsubscribe"] = unsubscriber()(person[0].public_id, entry[0].public_id).rstrip("/").rsplit("/", 1)[1]
    apps.get_model("grievances.IntakeDraft").objects.create(user=user)
    _jobs(user)
    _question(user)
    _information(user)
    _old_cases(user)
    _docket(user)
    version = some("contracts.AgreementVersion", agreement__kind="agreement")
    clauses = comparing.of_file(b"ARTICLE 1 - HOURS\n\nManagement may set the hours.\n", "proposal.txt")
    if version:
        proposing.keep_proposal(by=user, old=version[0], title="Proposal 1", clauses=clauses, whole=False)
    _old_paper(user)
    _model_work(user)
    apps.get_model("ops.Duty").objects.get_or_create(name="audit", defaults={"start": EXAMPLE_YEAR_END})
    apps.get_model("comms.MessageTemplate").objects.create(
        name="Meeting", channel="email", subject="Meeting", body="We meet on {{ when }}.", by=user
    )
    plan = [
        {"row": 2, "person": str(one.public_id), "result": "yes", "to": "", "note": "rides along"} for one in person
    ]
    refused = [{"row": 3, "column": "result", "value": "purple", "why": "These words are not known."}]
    apps.get_model("comms.OutcomeFile").objects.create(
        channel="phone", file_name="calls.csv", plan=plan, refused=refused, plan_hash=plan_hash(plan), by=user
    )
    apps.get_model("comms.Message").objects.filter(state="sent").update(has_web_copy=True)
    apps.get_model("access.Local").objects.update(contracts_public=True)


def _jobs(user: User) -> None:
    jobs = apps.get_model("jobs.Job").objects
    jobs.create(kind="x", title="Reading the agreement", owner=user, state="running", done_units=28, total_units=44)
    jobs.create(kind="x", title="Drafting", owner=user, queue="ai.interactive", state="running", phase="generating")
    jobs.create(
        kind="x", title="Sending", owner=user, state="failed", error_detail="The mail server refused the sign-in."
    )


def _model_work(user: User) -> None:
    profile = apps.get_model("ai.ModelProfile").objects.create(
        role="draft", name="qwen3.5:4b", digest="ab", approved_by=user
    )
    prompt = apps.get_model("ai.PromptVersion").objects.create(name="ask", sha256="cd", system="Quote.", task="Answer.")
    apps.get_model("ai.Run").objects.create(
        by=user, profile=profile, prompt=prompt, host="http://127.0.0.1:11434", model_name=profile.name, outcome="done"
    )
    apps.get_model("ai.MemoryItem").objects.create(
        kind="style", title="Say members", text="Never customers.", created_by=user, changed_by=user
    )


def _question(user: User) -> None:
    for clause in some("contracts.Clause", level="section"):
        quote = clause.text[:40]
        claim = {"text": "Yes.", "clause_id": str(clause.public_id), "quote": quote, "start": 0, "end": len(quote)}
        apps.get_model("contracts.Question").objects.create(
            text="May they change my shift?", version=clause.version, asked_by=user, state="answered", claims=[claim]
        )


def _information(user: User) -> None:
    for case in some("grievances.Grievance", status="open"):
        asked = apps.get_model("grievances.InformationRequest").objects.create(
            matter=case.matter, grievance=case, addressed_to="Labor relations", by=user
        )
        apps.get_model("grievances.RequestItem").objects.create(
            matter=case.matter, request=asked, description="Overtime rosters", why_needed="x", use="y", connection="z"
        )


def _old_paper(user: User) -> None:
    data = pdf.from_html("<p>Grievance No.: 19-042</p><p>Date Filed: 3/14/2019</p><p>Issue: Overtime</p>")
    read_file(by=user, row=add_file(by=user, data=data, name="19-042.pdf"))


def _docket(user: User) -> None:
    for case in some("grievances.Grievance", status="open"):
        docket = open_docket(by=user, case=case)
        add_names(by=user, row=docket, names=["Ada Field", "Bo Marsh", "Cy North"])
        add_cost(by=user, row=docket, what="Fee", cents=120_000)
        add_exhibit(by=user, row=docket, side="J", title="The agreement")


def _old_cases(user: User) -> None:
    table = b"number,title,status,filed\nA-1,Overtime skipped,open,2026-01-05\nA-2,,open,yesterday\n"
    plan_import(by=user, data=table, name="old cases.csv")
