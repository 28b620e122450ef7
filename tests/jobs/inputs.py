"""For each kind of work a small piece of it, and what must be true of its result however often it was killed.

A kind of work without an entry in INPUTS fails `test_every_kind_of_work_has_an_input`.
"""

from __future__ import annotations

import datetime
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from comms.models import Message, OutboxEntry, Send, VersionText
from comms.services import approving, briefs, editing, sending
from contracts.models import Booklet, Clause, Question
from contracts.services import asking, indexing, proposing, publishing, reading, wording
from contracts.services.comparing import of_file
from grievances.models import CaseDocument, Evidence, OldFile
from grievances.services import records
from grievances.services.old import add_file
from members.models import Duplicate, EmailAddress, Person, RosterImport, Segment
from members.segments.words import parse
from members.services import importing
from tests.comms.conftest import Sink
from tests.contracts.texts import PLAIN
from tests.security.world import World
from tests.standin.library import Model
from tests.standin.server import Standin
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai.models import AIOutput, ModelProfile
from unionops.platform.files import pdf
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.models import Job
from unionops.platform.ops.backups import shelf
from unionops.platform.search.models import Scope

LETTERS = str.maketrans("0123456789", "ABCDEFGHIJ")


@dataclass
class Ground:
    """What the pieces of work stand on. `boss` holds every office, so that no policy is in the way."""

    world: World
    boss: User
    officer: User
    ollama: Standin
    sink: Sink
    mailbox: Path
    count: int = 0

    def number(self) -> int:
        self.count += 1
        return self.count


@dataclass(frozen=True)
class Piece:
    """`ids` go into the job row; `path` is the address whose POST begins it through the web process, if a bare one
    does; `check` holds its result against what one undisturbed run gives."""

    check: Callable[[Job], None]
    ids: dict[str, Any] = field(default_factory=dict)
    about: Any = None
    path: str = ""
    lasts: float = 1.0


def roster(ground: Ground, people: int = 300) -> tuple[str, RosterImport]:
    number = f"{ground.number():02}"
    mark = number.translate(LETTERS)
    lines = [
        f'0012,{number}{n:06},"QUILL{mark}X{str(n).translate(LETTERS)}, ZED",07,03,Clerk,ORG-1,Pier 4,0800-1630,2010-01-04'
        for n in range(people)
    ]
    header = "BUS,Emp ID,Employee Name,Grade,Step,Position Title,Org Code,Duty Station,Tour,EOD"
    text = "\n".join([header, *lines])
    upload = store_upload(by=ground.boss, file=text.encode(), name=f"list{number}.csv", purpose="roster")
    facts = {"kind": "unit", "source": "Agency", "as_of": datetime.date.today(), "scope": "partial"}
    return mark, importing.begin_import(by=ground.boss, upload=upload, **facts)


def read_roster(ground: Ground) -> Piece:
    _mark, found = roster(ground)

    def check(job: Job) -> None:
        found.refresh_from_db()
        assert (found.state, found.totals["adds"]) == ("planned", 300)

    return Piece(check, {"import_id": str(found.public_id)}, found)


def apply_roster(ground: Ground) -> Piece:
    mark, found = roster(ground)
    importing.read_import(by=ground.boss, roster_import=found)

    def check(job: Job) -> None:
        """All of it once, and it can still be taken back whole."""
        rows = Person.objects.filter(last_name__istartswith=f"quill{mark}x")
        found.refresh_from_db()
        assert (found.state, rows.count()) == ("applied", 300)
        importing.undo_import(by=ground.boss, roster_import=found)
        assert not rows.exists()

    return Piece(check, {"import_id": str(found.public_id), "plan_hash": found.plan_hash}, found)


def undo_roster(ground: Ground) -> Piece:
    mark, found = roster(ground)
    importing.read_import(by=ground.boss, roster_import=found)
    importing.apply_import(by=ground.boss, roster_import=found, expected_hash=found.plan_hash)

    def check(job: Job) -> None:
        found.refresh_from_db()
        assert found.state == "undone"
        assert not Person.objects.filter(last_name__istartswith=f"quill{mark}x").exists()

    return Piece(check, {"import_id": str(found.public_id)}, found)


def look_for_duplicates(ground: Ground) -> Piece:
    name = f"Twin{ground.number()}"
    for number in range(2):
        Person.objects.create(
            last_name=name, first_name="Ann", name_key=f"{name.lower()} ann", in_unit=True, hire_date="2020-01-05"
        )

    def check(job: Job) -> None:
        assert Duplicate.objects.filter(first__last_name=name).count() <= 1

    return Piece(check, path="/members/duplicates/find/")


def read_agreement(ground: Ground) -> Piece:
    upload = store_upload(by=ground.boss, file=PLAIN.encode(), name="harbor.txt", purpose="agreement")
    version = reading.add_version(by=ground.boss, upload=upload, title=f"Agreement {ground.number()}")

    undisturbed = clauses_of(published(ground))

    def check(job: Job) -> None:
        """Each clause once, as an undisturbed reading gives them."""
        assert undisturbed and clauses_of(version) == undisturbed

    return Piece(check, {"version_id": version.pk}, version)


def clauses_of(version: Any) -> list[tuple[str, str]]:
    return list(Clause.objects.filter(version=version).order_by("ordinal").values_list("path", "text"))


def published(ground: Ground) -> Any:
    upload = store_upload(by=ground.boss, file=PLAIN.encode(), name="harbor.txt", purpose="agreement")
    version = reading.add_version(
        by=ground.boss, upload=upload, title=f"Agreement {ground.number()}", effective=datetime.date(2024, 1, 1)
    )
    reading.read_version(version=version, by=ground.boss)
    return publishing.publish(version=version, by=ground.boss)


def answer_question(ground: Ground) -> Piece:
    version = published(ground)
    question = asking.put_question(by=ground.boss, text="How many days do I have to file a grievance?", version=version)

    def check(job: Job) -> None:
        assert Question.objects.get(pk=question.pk).state in {"answered", "not_covered"}

    return Piece(check, {"question_id": question.pk}, question)


def reword_search(ground: Ground) -> Piece:
    version = published(ground)
    held = wording.begin(by=ground.boss, words="may they move my shift", versions=[version])

    def check(job: Job) -> None:
        held.refresh_from_db()
        assert held.run_id is not None

    return Piece(check, {"wording_id": held.pk}, held)


def read_proposal(ground: Ground) -> Piece:
    upload = store_upload(by=ground.boss, file=PLAIN.encode(), name="proposal.txt", purpose="proposal")
    kept = proposing.drop_proposal(by=ground.boss, old=published(ground), upload=upload, whole=True, shared=True)

    def check(job: Job) -> None:
        kept.refresh_from_db()
        assert kept.clauses and kept.upload is None

    return Piece(check, {"proposal_id": kept.pk}, kept)


def word_proposal(ground: Ground) -> Piece:
    words = [{**clause, "text": f"{clause['text']} Twice."} for clause in of_file(PLAIN.encode(), "harbor.txt")[:6]]
    kept = proposing.keep_proposal(by=ground.boss, old=published(ground), title="Theirs", clauses=words, whole=False)

    def check(job: Job) -> None:
        rows = AIOutput.objects.filter(about_id=kept.public_id).values_list("data", flat=True)
        assert max(Counter(row["key"] for row in rows).values(), default=1) == 1

    return Piece(check, {"proposal_id": kept.pk}, kept)


def draw_booklet(ground: Ground) -> Piece:
    version = published(ground)

    def check(job: Job) -> None:
        assert Booklet.objects.filter(version=version).count() == 1

    path = f"/contracts/{version.agreement.slug}/pocket/member/booklet/"
    return Piece(check, {"version_id": version.pk, "edition": "member"}, version, path, lasts=4.0)


def annotate_agreement(ground: Ground) -> Piece:
    version = published(ground)
    lineages = Clause.objects.filter(version=version).values_list("lineage__public_id", flat=True)

    def check(job: Job) -> None:
        rows = AIOutput.objects.filter(about_id__in=list(lineages)).values_list("about_id", "kind", "text", "data")
        assert max(Counter(map(str, rows)).values(), default=1) == 1

    return Piece(check, {"version_id": version.pk}, version, lasts=3.0)


def make_packet(ground: Ground) -> Piece:
    case = ground.world.case
    before = CaseDocument.objects.filter(matter=case.matter).count()

    def check(job: Job) -> None:
        assert CaseDocument.objects.filter(matter=case.matter).count() == before + 1

    path = f"/grievances/{case.public_id}/packet/case/"
    return Piece(check, {"case_id": str(case.public_id), "kind": "case"}, case, path, lasts=4.0)


def proposals_of(ground: Ground, kind: str, **ids: Any) -> Piece:
    """Work of the model on the case: words once, a person still to decide."""
    case = ground.world.case
    AIOutput.objects.filter(about_id=case.public_id, kind=kind).delete()

    def check(job: Job) -> None:
        assert case.statement == type(case).objects.get(pk=case.pk).statement
        rows = AIOutput.objects.filter(about_id=case.public_id, kind=kind)
        assert max(Counter(map(str, rows.values_list("text", "data"))).values(), default=1) == 1

    return Piece(check, {"case_id": str(case.public_id), **ids}, case)


def draft_statement(ground: Ground) -> Piece:
    return proposals_of(ground, "grievances.statement")


def propose_clauses(ground: Ground) -> Piece:
    indexing.index_version(ground.world.version)
    text = "They refused to take a grievance within fifteen working days after the employee became aware."
    records.add_fact(by=ground.boss, matter=ground.world.matter, text=text, keep_anyway=True)
    return proposals_of(ground, "grievances.clause")


def draft_item(ground: Ground) -> Piece:
    case = ground.world.case
    wanted = Evidence.objects.create(matter=case.matter, what="Overtime rosters", by=ground.boss)
    return proposals_of(ground, "grievances.request_item", evidence_id=str(wanted.public_id))


def read_old_files(ground: Ground) -> Piece:
    words = f"<p>Grievance No.: 19-{ground.number()}</p><p>Date Filed: 3/14/2019</p><p>Issue: Overtime</p>"
    row = add_file(by=ground.boss, data=pdf.from_html(words), name="old.pdf")

    def check(job: Job) -> None:
        assert OldFile.objects.get(pk=row.pk).state == "read"

    return Piece(check, path="/grievances/old-files/read/", lasts=3.0)


def message(ground: Ground, people: int = 0, language: str = "en") -> Message:
    mark = f"group{ground.number()}"
    for number in range(people):
        person = Person.objects.create(
            last_name=f"{mark}{number}", first_name="P", name_key=f"{mark}{number}", employee_number=f"{mark}-{number}"
        )
        EmailAddress.objects.create(person=person, address=f"{mark}.{number}@example.org")
    criteria = parse(f"last name contains {mark}") if people else []
    segment = Segment.objects.create(name=mark, owner=ground.boss, criteria=criteria)
    made = briefs.start_message(
        by=ground.boss,
        brief=briefs.BriefInput(
            title="Come to the meeting",
            purpose="Invite members to the meeting",
            audiences=[{"label": "All", "segment": str(segment.public_id)}],
            channels=["email"],
            languages=[language],
        ),
    )
    briefs.plan_versions(by=ground.boss, message=made)
    return made


def worded(ground: Ground, made: Message) -> Any:
    version = made.versions.get()
    words = {"subject": "Come to the meeting", "preheader": "", "body": "Hello,\n\nPlease come.\n\nLocal 12"}
    return editing.edit_version(by=ground.boss, version=version, **words)


def written_once(version: Any) -> Callable[[Job], None]:
    """The words of a killed attempt are not there; a person's earlier words are kept."""
    before = version.texts.count()

    def check(job: Job) -> None:
        numbers = Counter(VersionText.objects.filter(version=version).values_list("number", flat=True))
        assert max(numbers.values(), default=1) == 1 and sum(numbers.values()) <= before + 1
        version.refresh_from_db()
        assert version.body

    return check


def draft_version(ground: Ground) -> Piece:
    version = message(ground).versions.get()
    return Piece(written_once(version), {"version_id": version.pk}, version)


def rewrite_version(ground: Ground) -> Piece:
    version = worded(ground, message(ground))
    return Piece(written_once(version), {"version_id": version.pk, "manner": "shorter"}, version)


def translate_version(ground: Ground) -> Piece:
    version = message(ground, language="es").versions.get()
    made = version.message
    original = type(version).objects.create(message=made, channel="email", audience=version.audience, language="en")
    editing.edit_version(by=ground.boss, version=original, subject="Come", preheader="", body="Please come.")
    return Piece(written_once(version), {"version_id": version.pk}, version)


def deliver(ground: Ground, people: int = 60) -> Piece:
    """I3 and I4: nobody twice, nobody silently missed, every total adds up."""
    made = message(ground, people=people)
    worded(ground, made)
    approving.ask_approval(by=ground.boss, message=made)
    with acting(ground.officer):
        approving.approve(by=ground.officer, message=made)
    send = sending.schedule_send(by=ground.boss, message=made, hold=False)[0]

    def check(job: Job) -> None:
        states = Counter(OutboxEntry.objects.filter(send=send).values_list("state", flat=True))
        addresses = set(OutboxEntry.objects.filter(send=send).values_list("address", flat=True))
        got = Counter(address for address in ground.sink.got if address in addresses)
        assert sum(states.values()) == Send.objects.get(pk=send.pk).audience
        assert max(got.values(), default=1) == 1
        assert states["sent"] <= len(got) <= states["sent"] + states["unknown"]
        assert not set(states) & {"queued", "claimed", "inflight"}

    return Piece(check, {"send_id": send.pk}, send, lasts=2.0)


BOUNCE = (
    'From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
    "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
    "Final-Recipient: rfc822; {address}\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
)


def read_mailbox(ground: Ground) -> Piece:
    made = message(ground, people=30)
    send = Send.objects.create(version=made.versions.get(), starts_at=timezone.now(), started_by=ground.boss)
    mails = EmailAddress.objects.filter(person__last_name__startswith=made.versions.get().segment.name)
    for mail in mails:
        OutboxEntry.objects.create(send=send, person=mail.person, address=mail.address, state="sent")
        (ground.mailbox / "new" / uuid.uuid4().hex).write_text(BOUNCE.format(address=mail.address))

    def check(job: Job) -> None:
        assert OutboxEntry.objects.filter(send=send, bounced_at=None).count() == 0
        assert set(mails.values_list("problem", flat=True)) == {"bounced"}

    return Piece(check)


def fetch_model(ground: Ground) -> Piece:
    ground.ollama.library.pullable["tinygo:latest"] = Model("tinygo")

    def check(job: Job) -> None:
        assert any(body.get("model") == "tinygo" for body in ground.ollama.asked("/api/pull"))

    return Piece(check, {"name": "tinygo"})


def test_model(ground: Ground) -> Piece:
    profile = ModelProfile.objects.get(role="draft", active=True)

    def check(job: Job) -> None:
        profile.refresh_from_db()
        assert profile.self_tested_at is not None

    return Piece(check, {"profile_id": profile.pk}, lasts=2.0)


def back_up(ground: Ground) -> Piece:
    before = {row.name for row in shelf.kept()}

    def check(job: Job) -> None:
        """One whole and proven archive; nothing half-written counts as one."""
        new = [row for row in shelf.kept() if row.name not in before]
        assert sum(row.is_proven for row in new) == 1
        assert not list(Path(settings.DATA_DIR).glob(".workroom-*")), "keys were left beside the data"

    return Piece(check, path="/backups/now/", lasts=5.0)


def embed_texts(ground: Ground) -> Piece:
    published(ground)

    def check(job: Job) -> None:
        waiting = [scope for scope in Scope.objects.all() if not scope.embedded.endswith(f":{scope.stamp}")]
        assert waiting == [], "texts without vectors"

    return Piece(check, lasts=2.0)


INPUTS: dict[str, Callable[[Ground], Piece]] = {
    "members.tasks.read_roster": read_roster,
    "members.tasks.apply_roster": apply_roster,
    "members.tasks.undo_roster": undo_roster,
    "members.tasks.look_for_duplicates": look_for_duplicates,
    "contracts.tasks.read_agreement": read_agreement,
    "contracts.tasks.answer_question": answer_question,
    "contracts.tasks.reword_search": reword_search,
    "contracts.tasks.read_proposal": read_proposal,
    "contracts.tasks.word_proposal": word_proposal,
    "contracts.tasks.draw_booklet": draw_booklet,
    "contracts.tasks.annotate_agreement": annotate_agreement,
    "grievances.tasks.make_packet": make_packet,
    "grievances.tasks.draft_statement": draft_statement,
    "grievances.tasks.propose_clauses": propose_clauses,
    "grievances.tasks.draft_item": draft_item,
    "grievances.tasks.read_old_files": read_old_files,
    "comms.tasks.draft_version": draft_version,
    "comms.tasks.rewrite_version": rewrite_version,
    "comms.tasks.translate_version": translate_version,
    "comms.tasks.deliver": deliver,
    "comms.tasks.read_mailbox": read_mailbox,
    "unionops.platform.ai.tasks.fetch_model": fetch_model,
    "unionops.platform.ai.tasks.test_model": test_model,
    "unionops.platform.ops.tasks.back_up": back_up,
    "unionops.platform.search.tasks.embed_texts": embed_texts,
}
