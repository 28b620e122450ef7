"""Every page that starts work of the model x every way the model fails, over HTTP to the stand-in.

Each time: what happened and what to do stands on that page, nothing half-written is kept as an answer, and
the same button works once the fault is gone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from comms.models import Version
from comms.services import editing
from contracts.models import AgreementVersion, AnnotationPass, Question
from contracts.services import indexing
from grievances.models import ScanState
from grievances.services import old, records
from tests.standin.library import Model
from tests.standin.server import Standin
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai import client as ai_client
from unionops.platform.ai import doors, guard, listening, state
from unionops.platform.ai.models import AIOutput, ModelProfile, Role
from unionops.platform.files import pdf
from unionops.platform.jobs import services
from unionops.platform.jobs.kinds import run_claimed
from unionops.platform.jobs.models import Job, State

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
HALF = "HALFWRITTEN words that must be kept nowhere "


@dataclass
class Desk:
    """One page: who sits there, what is pressed, where its outcome stands, and what an answer would have left."""

    who: User
    press: str
    said: dict[str, str]
    look: Callable[[], str]
    kept: Callable[[], Any]
    told: Callable[[], str] = str  # where the room keeps the reason itself, and its job ends well


@pytest.fixture
def desk(request: pytest.FixtureRequest, sign_in: Callable[[User], Client]) -> Desk:
    made: Desk = request.getfixturevalue(f"at_{request.param}")
    return made


@pytest.fixture
def at_ask(make_user: Callable[..., User], agreement: AgreementVersion) -> Desk:
    reader = make_user("steward")

    def look() -> str:
        with acting(reader):
            return reverse("contracts:question", args=[Question.objects.latest("pk").public_id])

    return Desk(
        reader,
        reverse("contracts:ask"),
        {"text": "How much notice before a shift change?", "version": str(agreement.public_id)},
        look,
        lambda: list(AIOutput.objects.values_list("kind")),
        lambda: Question.objects.latest("pk").problem,
    )


@pytest.fixture
def at_annotate(make_user: Callable[..., User], agreement: AgreementVersion) -> Desk:
    return Desk(
        make_user("chief_steward"),
        reverse("contracts:annotate-start", args=[agreement.public_id]),
        {},
        lambda: reverse("contracts:annotate", args=[agreement.public_id]),
        lambda: [row for row in AIOutput.objects.all() if row.data.get("engine") == "model"],
        lambda: AnnotationPass.objects.exclude(problem="").latest("pk").problem,
    )


@pytest.fixture
def at_statement(case: Any, steward: User) -> Desk:
    return _at_case(case, steward, reverse("grievances:draft", args=[case.public_id]))


@pytest.fixture
def at_clauses(case: Any, clause: Any, steward: User) -> Desk:
    clause.text += " The overtime list is kept by seniority and nobody is skipped."
    clause.save()
    indexing.index_version(clause.version)
    return _at_case(case, steward, reverse("grievances:clauses-propose", args=[case.public_id]))


@pytest.fixture
def at_item(case: Any, steward: User) -> Desk:
    row = records.add_evidence(by=steward, matter=case.matter, what="The overtime roster of March", state="wanted")
    return _at_case(case, steward, reverse("grievances:press", args=[case.public_id, "draft-item", row.public_id]))


def _at_case(case: Any, steward: User, press: str) -> Desk:
    return Desk(steward, press, {}, case.get_absolute_url, lambda: list(AIOutput.objects.values_list("kind")))


@pytest.fixture
def at_draft(make_message: Callable[..., Any], chair: User) -> Desk:
    message = make_message(words="")
    return _at_message(message, chair, reverse("comms:write", args=[message.public_id]), {"with": "model"})


@pytest.fixture
def at_rewrite(make_message: Callable[..., Any], chair: User) -> Desk:
    message = make_message()
    return _at_message(message, chair, _rewriting(message, chair), {"manner": "shorter"})


@pytest.fixture
def at_translate(make_message: Callable[..., Any], chair: User) -> Desk:
    message = make_message(languages=["en", "es"])
    with acting(chair):
        spanish = Version.objects.get(message=message, language="es")
        editing.edit_version(by=chair, version=spanish, subject="", preheader="", body="")
        press = reverse("comms:rewrite", args=[spanish.public_id])
    return _at_message(message, chair, press, {"manner": "translate"})


def _rewriting(message: Any, chair: User) -> str:
    with acting(chair):
        return reverse("comms:rewrite", args=[Version.objects.get(message=message).public_id])


def _at_message(message: Any, chair: User, press: str, said: dict[str, str]) -> Desk:
    def kept() -> list[str]:
        bodies = Version.objects.filter(message=message).values_list("subject", "body")
        return [word for pair in bodies for word in pair if word and ("HALF" in word or "practical effect" in word)]

    return Desk(chair, press, said, lambda: reverse("comms:versions", args=[message.public_id]), kept)


PAGES = ("ask", "annotate", "statement", "clauses", "item", "draft", "rewrite", "translate")
ONE_IN = 4


@dataclass(frozen=True)
class Trouble:
    """How the model fails after the button was pressed, by which code it ends, and whether the job is blocked."""

    begin: Callable[[Standin], object]
    codes: tuple[str, ...]
    end: str = State.FAILED


def forever(kind: str, **how: Any) -> Callable[[Standin], object]:
    def begin(ollama: Standin) -> object:
        ollama.says(text=HALF * 40)
        return ollama.fails(kind, times=99, **how)

    return begin


def tiny_window(ollama: Standin) -> None:
    """The model was adopted with a window that holds no prompt of ours."""
    for role in (Role.DRAFT, Role.EXTRACT):
        doors.open_door(role)
    assert ModelProfile.objects.update(num_ctx=256, num_predict=100)


def from_afar(ollama: Standin) -> None:
    ollama.library.add(Model("sneaky", remote_host="https://ollama.com", remote_model="gpt-oss"))
    ollama.cloud_disabled = False


TROUBLES = {
    "no server": Trouble(Standin.refuse, ("not_running",)),
    "model missing": Trouble(forever("not_found"), ("model_missing",)),
    "too slow to load": Trouble(forever("load_timeout"), ("load_timeout",)),
    "slow": Trouble(forever("hang", seconds=5.0), ("stalled",)),
    "silent in the middle": Trouble(forever("hang_mid", seconds=5.0), ("stalled",)),
    "busy": Trouble(forever("busy"), ("busy",)),
    "cut off": Trouble(forever("cut"), ("cut",)),
    "broken off": Trouble(forever("drop"), ("cut",)),
    "crashed": Trouble(forever("error_mid"), ("crash",)),
    "not JSON": Trouble(forever("malformed"), ("cut",)),
    "empty after thinking": Trouble(lambda o: o.says(text="", thinking="hm " * 50), ("empty",)),
    "window too small": Trouble(tiny_window, ("too_long",)),
    "cloud offered": Trouble(from_afar, ("cloud",), State.BLOCKED),
    "answer from afar": Trouble(forever("remote_answer"), ("remote_model",), State.BLOCKED),
}


def mend(ollama: Standin, profiles: list[ModelProfile]) -> None:
    """All is as it was before the fault, and nobody remembers it."""
    ollama.faults.waiting.clear()
    ollama.script.rules.clear()
    ollama.library.drop("sneaky")
    ollama.cloud_disabled = True
    ollama.refuse()
    ollama.listen()
    ModelProfile.objects.bulk_update(profiles, ["num_ctx", "num_predict"])
    state.forget()
    guard.told.cache_clear()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A silent server is given up soon; the test would else wait for minutes."""
    short = ai_client.Patience(first=0.3, between=0.3, total=9)
    monkeypatch.setattr(listening, "patience_for", lambda *_: short)


def work_off(job: Job) -> Job:
    """As a worker does, try after try, without the pauses between them."""
    for _again in range(200):
        if job.state != State.QUEUED:
            break
        Job.objects.filter(pk=job.pk).update(next_run_at=None)
        taken = services.claim(str(job.public_id), job.attempt, "desk")
        assert taken is not None
        run_claimed(taken)
        job.refresh_from_db()
    return job


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def meetings() -> Iterator[Any]:
    """Each page with some faults, each fault on two pages, in turn; the other pairs are left to `make measure`."""
    for row, (word, trouble) in enumerate(TROUBLES.items()):
        for column, page in enumerate(PAGES):
            later = () if row % ONE_IN == column % ONE_IN else (pytest.mark.measure,)
            yield pytest.param(page, trouble, id=f"{word}-{page}", marks=later)


@pytest.mark.parametrize(("desk", "trouble"), [*meetings()], indirect=["desk"])
def test_a_fault_is_told_and_the_same_button_works_once_it_is_gone(
    desk: Desk, trouble: Trouble, ollama: Standin, patient: None, sign_in: Callable[[User], Client]
) -> None:
    client = sign_in(desk.who)
    with acting(desk.who):
        state.state(desk.who)  # the page was opened while the model was well
        for role in (Role.DRAFT, Role.EXTRACT):
            doors.open_door(role)
        profiles = list(ModelProfile.objects.all())
    assert client.post(desk.press, desk.said).status_code == 302
    with acting(desk.who):
        trouble.begin(ollama)
        job = work_off(Job.objects.latest("pk"))
        said = job.error_detail or desk.told()
    if job.state != State.DONE:
        assert (job.state, job.error_code in trouble.codes) == (trouble.end, True), (job.error_code, said)
    assert len(said.split(". ")) >= 2  # what happened, and what to do
    page = words(client.get(desk.look()).content.decode())
    assert " ".join(said.split()) in page
    assert "Try again" in page or "tries them once more" in page
    with acting(desk.who):
        assert desk.kept() == []

    mend(ollama, profiles)
    assert client.post(desk.press, desk.said).status_code == 302
    with acting(desk.who):
        again = work_off(Job.objects.latest("pk"))
        assert again.state == State.DONE, again.error_detail
    assert " ".join(said.split()) not in words(client.get(desk.look()).content.decode())


@pytest.mark.parametrize("desk", PAGES, indirect=True)
def test_with_the_model_off_from_the_start_the_page_says_so(
    desk: Desk, ollama: Standin, sign_in: Callable[[User], Client]
) -> None:
    ollama.refuse()
    state.forget()
    client = sign_in(desk.who)
    client.post(desk.press, desk.said)
    page = words(client.get(desk.look()).content.decode())
    assert "Ollama is not answering" in page or "The model is off" in page
    with acting(desk.who):
        for job in Job.objects.all():  # what can be done without a model is done
            assert work_off(job).state == State.DONE
        assert desk.kept() == []


SCAN = "<p>Grievance No.: 19-7</p><p>Name of Grievant: Dana Whitfield</p><p>Date Filed: 3/14/2019</p>"


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES.keys())
def test_old_cases_are_read_whatever_the_model_does(
    make_user: Callable[..., User], trouble: Trouble, ollama: Standin, patient: None, sign_in: Callable[[User], Client]
) -> None:
    """The words of the scan are found by rule; what only the model could have added stays open for a person."""
    chief = make_user("chief_steward")
    client = sign_in(chief)
    with acting(chief):
        state.state(chief)
        doors.open_door(Role.EXTRACT), doors.open_door(Role.DRAFT)
        row = old.add_file(by=chief, data=pdf.from_html(SCAN), name="19-7.pdf")
        trouble.begin(ollama)
    assert client.post(reverse("grievances:old-files-read")).status_code == 302
    with acting(chief):
        job = work_off(Job.objects.latest("pk"))
        row.refresh_from_db()
    assert (job.state, row.state) == (State.DONE, ScanState.READ), job.error_detail
    assert {name: found["value"] for name, found in row.fields.items()} == {
        "number": "19-7", "grievant": "Dana Whitfield", "filed_on": "2019-03-14",
    }  # fmt: skip
    assert "HALFWRITTEN" not in str(row.fields)
    assert client.get(reverse("grievances:old-files")).status_code == 200


@pytest.mark.django_db
def test_a_model_the_database_refuses_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_facts: object) -> None:
        raise IntegrityError("CHECK constraint failed")

    monkeypatch.setattr(doors, "to_adopt", lambda passed, role: (None, None))
    monkeypatch.setattr(doors.services, "choose_model", refused)
    with pytest.raises(IntegrityError):
        doors.adopt([], Role.DRAFT)
