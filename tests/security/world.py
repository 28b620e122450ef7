"""A small house with one of everything an address can lead to, told in one word that must be found nowhere else."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.utils import timezone

from contracts.models import Agreement
from grievances.models import IntakeDraft
from grievances.services import arbitration, cases, importing, letters, papers, records
from grievances.services.old import add_file
from members.models import Person
from tests.grievances.conftest import ago
from unionops.platform.access.models import BargainingUnit, Stewardship, User
from unionops.platform.access.services import invite
from unionops.platform.files import pdf
from unionops.platform.files import services as files
from unionops.platform.ops.backups import shelf

CANARY = "canary5527"


def make(model: str, **values: Any) -> Any:
    return apps.get_model(model)._default_manager.create(**values)


@dataclass
class World:
    """Rows by name; `colleague` owns them until a relation says otherwise."""

    colleague: User
    unit: BargainingUnit
    elsewhere: BargainingUnit
    rows: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.rows[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        return self.rows[name]

    def keep(self, **rows: Any) -> None:
        self.rows.update(rows)


def build(colleague: User, unit: BargainingUnit, elsewhere: BargainingUnit, version: Any, clause: Any) -> World:
    """Everything, on the small agreement of the case tests. The box itself is acting."""
    world = World(colleague, unit, elsewhere, {"version": version, "clause": clause, "agreement": version.agreement})
    Stewardship.objects.create(user=colleague, unit=unit)
    for part in (_people, _case, _case_rest, _agreement, _practices, _messages, _machine, _box, _lists, _organizing):
        part(world)
    return world


def _people(world: World) -> None:
    person = Person.objects.create(
        last_name=CANARY, first_name="Ana", name_key=f"{CANARY} ana", unit=world.unit, in_unit=True, shift="nights"
    )
    other = Person.objects.create(last_name="Twin", first_name="Ana", name_key="twin ana", unit=world.unit)
    member = make("members.Membership", person=person, since=ago(400))
    phone = make("members.Phone", person=person, number="3125550177")
    world.keep(person=person, member=member, phone=phone)
    world.keep(duplicate=make("members.Duplicate", first=person, second=other))


def _case(world: World) -> None:
    by = world.colleague
    intake = cases.Intake(
        title=CANARY, incident_on=ago(3), knowledge_on=ago(2), grievants=(world.person,), facts={"what": CANARY}
    )
    case = cases.open_case(by=by, intake=intake)
    matter = case.matter
    task = records.add_task(by=by, matter=matter, text=CANARY)
    paper = papers.add_document(by=by, matter=matter, file=CANARY.encode(), name=f"{CANARY}.txt", title=CANARY)
    item = papers.Item(CANARY, "why", "use", "connection")
    asked = papers.draft_request(by=by, matter=matter, case=case, addressed_to=CANARY, items=[item])
    world.keep(case=case, matter=matter, task=task, paper=paper, request=asked, item=asked.items.get())
    world.keep(letter=letters.draft_letter(by=by, case=case, paper="closing"))
    docket = arbitration.open_docket(by=by, case=case)
    arbitration.add_names(by=by, row=docket, names=["Cy North", "Bo Marsh"])
    world.keep(docket=docket, name=docket.panel.first(), arbitrator=docket.panel.first().arbitrator)


def _case_rest(world: World) -> None:
    by = world.colleague
    world.keep(deadline=make("grievances.Deadline", matter=world.matter, title=CANARY, due=ago(-5), target=ago(-4)))
    world.keep(draft=IntakeDraft.objects.create(user=by, answers={"title": CANARY}))
    world.keep(time=make("grievances.TimeEntry", user=by, minutes=5, note=CANARY))
    statement = make("ai.AIOutput", kind="grievances.statement", about_id=world.case.public_id, text=CANARY)
    picture = papers.add_document(by=by, matter=world.matter, file=pdf.from_html(CANARY), name="p.pdf", title=CANARY)
    world.keep(statement=statement, picture=picture.upload, paper_file=world.paper.upload)
    world.keep(old=add_file(by=by, data=pdf.from_html(f"<p>{CANARY}</p>"), name="old.pdf"))
    table = b"number,title,status,filed\nA-1,Overtime skipped,open,2026-01-05\n"
    world.keep(case_import=importing.plan_import(by=by, data=table, name=f"{CANARY}.csv"))
    procedure = world.case.procedure
    world.keep(procedure=procedure, step=procedure.steps.first())


def _agreement(world: World) -> None:
    by, clause = world.colleague, world.clause
    world.keep(note=make("contracts.ClauseNote", lineage=clause.lineage, text=CANARY, author=by))
    world.keep(question=make("contracts.Question", text=CANARY, asked_by=by, state="answered", version=world.version))
    amendment = make("contracts.Amendment", version=world.version, kind="replace", old="x", start=0, end=1)
    world.keep(amendment=amendment)
    about = {"about_kind": "contracts.ClauseLineage", "about_id": clause.lineage.public_id}
    world.keep(annotation=make("ai.AIOutput", kind="clause.summary", text=CANARY, **about))
    upload = files.store_upload(by=by, file=CANARY.encode(), name=f"{CANARY}.txt", purpose="agreement")
    world.version.upload = upload
    world.version.save()
    world.keep(agreement_file=upload)


def _practices(world: World) -> None:
    by = world.colleague
    practice = make("contracts.Practice", title=CANARY, what=CANARY, created_by=by)
    fact = make(
        "contracts.PracticeFact", practice=practice, element="clear", happened_on=ago(9), what="x", knew="y",
        source="z", created_by=by,
    )  # fmt: skip
    letter = Agreement.objects.create(title=CANARY, slug="letter-on-leave", kind="side_letter", unit=world.unit)
    change = make("contracts.LetterChange", letter=letter, lineage=world.clause.lineage, created_by=by)
    world.keep(practice=practice, fact=fact, side_letter=letter, change=change)
    kept = make("contracts.KeptProposal", old=world.version, title=CANARY, by=by)
    about = {"about_kind": "contracts.KeptProposal", "about_id": kept.public_id, "data": {"key": "x"}}
    world.keep(proposal=kept, proposal_reading=make("ai.AIOutput", kind="contracts.change", text=CANARY, **about))


def _messages(world: World) -> None:
    by = world.colleague
    segment = make("members.Segment", name=CANARY, criteria=[], owner=by)
    message = make("comms.Message", title=CANARY, author=by)
    make("comms.Brief", message=message, purpose=CANARY, channels=["email"], languages=["en"])
    version = make("comms.Version", message=message, channel="email", subject=CANARY, body=CANARY, segment=segment)
    make("comms.VersionText", version=version, number=1, engine="person", by=by, body=CANARY)
    make("comms.Snapshot", version=version, roster=1)
    send = make("comms.Send", version=version, starts_at=timezone.now(), started_by=by)
    world.keep(segment=segment, message=message, words=version, send=send)
    world.keep(pattern=make("comms.MessageTemplate", name=CANARY, channel="email", body=CANARY, by=by))
    world.keep(election=make("comms.CandidatePeriod", since=ago(9), until=ago(-9), by=by))
    world.keep(outcome=make("comms.OutcomeFile", channel="phone", file_name=CANARY, plan_hash="x", by=by))


def _machine(world: World) -> None:
    by = world.colleague
    profile = make("ai.ModelProfile", role="draft", name="m:1b", digest="ab", approved_by=by)
    prompt = make("ai.PromptVersion", name="ask", sha256="cd", system=CANARY, task="Answer.")
    run = make(
        "ai.Run", by=by, profile=profile, prompt=prompt, host="http://127.0.0.1:9", model_name="m:1b", outcome="done"
    )
    memory = make("ai.MemoryItem", kind="style", title=CANARY, text=CANARY, created_by=by, changed_by=by)
    job = make("jobs.Job", kind="x", title=CANARY, owner=by, state="failed", partial_text=CANARY)
    world.keep(profile=profile, run=run, memory=memory, job=job)


def _box(world: World) -> None:
    by = world.colleague
    invitation, _token = invite(by=None, email="new@example.org", name=CANARY, role="steward")
    asked = make(
        "access.SecondPerson", kind="export", capability="members.export", subject=CANARY, digest="x", reason="y",
        requested_by=by,
    )  # fmt: skip
    shelf.folder().mkdir(parents=True, exist_ok=True)
    backup = shelf.path_at(timezone.now())
    backup.write_bytes(CANARY.encode())
    term = by.role_assignments.first()
    duty = make("ops.Duty", name="audit", start=ago(200))
    world.keep(invitation=invitation, asked=asked, backup=backup, term=term, account=by, duty=duty)


def _lists(world: World) -> None:
    by = world.colleague
    day = datetime.date.today()
    known = {"kind": "unit", "source": CANARY, "as_of": day, "scope": "complete", "file_name": CANARY}
    roster = make("members.RosterImport", file_sha256="x", created_by=by, **known)
    tag = make("members.Tag", name=CANARY)
    empty = {"made": {}, "changed": [], "filled": []}
    world.keep(deed_of_many=make("members.BulkDeed", kind="task", label=CANARY, count=1, journal=empty, by=by))
    world.keep(roster=roster, tagging=make("members.BulkTagging", tag=tag, by=by))
    kept = {"segment_name": CANARY, "purpose": CANARY, "format": "csv", "sha256": "x"}
    world.keep(export_kept=make("members.ExportRecord", count=1, by=by, **kept))
    world.keep(follow_up=make("members.FollowUp", what=CANARY, as_of=day, owner=by, due_on=day))
    world.keep(list_file=files.store_upload(by=by, file=b"a,b\n1,2\n", name="roster.csv", purpose="roster"))
    world.keep(loose_file=files.store_upload(by=by, file=CANARY.encode(), name="mine.txt", purpose="something"))


def _organizing(world: World) -> None:
    by, person = world.colleague, world.person
    committee = make("members.Committee", name=CANARY)
    canvass = make("members.Canvass", name=CANARY, question="x", segment_name="x", cut_by="none", by=by)
    turf = make("members.Turf", canvass=canvass, name=CANARY, walker=by)
    world.keep(committee=committee, term_there=make("members.CommitteeTerm", committee=committee, person=person))
    world.keep(canvass=canvass, turf=turf)
    world.keep(door=make("members.TurfPerson", canvass=canvass, turf=turf, person=person))
    world.keep(talk=make("members.Conversation", by=by, person=person, heard=CANARY, follow_up_on=ago(1)))
    world.keep(told=make("comms.ReleasedText", kind="settled", label="A case", text="It was won.", by=by))
    made = {"segment_name": "x", "format": "csv", "purpose": "x", "sha256": "x"}
    world.keep(made_file=make("comms.Export", version=world.words, by=by, **made))
