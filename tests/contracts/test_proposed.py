"""Proposals kept for the team: facts first, then the model's words, marked and decided on; rights in three languages."""

import io
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from contracts import impact, proposed, tasks
from contracts.models import AgreementVersion, KeptProposal
from tests.contracts.test_impact import PROPOSAL
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.jobs.errors import GoOn

pytestmark = pytest.mark.django_db
Sign = Callable[[User], Client]
Make = Callable[..., User]
MORE = PROPOSAL.replace("forty (40) hours", "forty-four (44) hours")


def keep(client: Client, agreement: AgreementVersion, text: str = MORE) -> str:
    answer = client.post(reverse("contracts:impact"), {"old": str(agreement.public_id), "text": text, "keep": "on"})
    assert answer.status_code == 302
    return str(answer.url)


def read_on(user: User) -> KeptProposal:
    with acting(user):
        kept = KeptProposal.objects.get()
        for _turn in range(5):
            try:
                tasks.word_proposal.run_now(by=user, about=kept, proposal_id=kept.pk)
            except GoOn:
                continue
            break
        return kept


def test_proposal_is_kept_for_the_team_only_when_somebody_says_so(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    user = make_user("chief_steward")
    client = sign_in(user)
    mine = client.post(reverse("contracts:impact"), {"old": str(agreement.public_id), "text": MORE}).url
    assert "Only you see this" in client.get(mine).content.decode()
    assert sign_in(make_user("chief_steward")).get(mine).status_code == 404
    with acting(user):
        KeptProposal.objects.all().delete()
    url = keep(client, agreement)
    page = client.get(url)
    assert [c["old"]["label"] for c in page.context["asked"].changes] == ["2.1", "2.2(a)"]
    assert "Rights lost" in page.content.decode()
    assert "The pasted proposal" in client.get(reverse("contracts:impact")).content.decode()
    assert sign_in(make_user("member")).get(url).status_code == 403


def test_models_words_stand_after_the_facts_marked_checked_and_decided_by_a_person(
    agreement: AgreementVersion, ollama: Any, make_user: Make, sign_in: Sign
) -> None:
    user = make_user("chief_steward")
    client = sign_in(user)
    url = keep(client, agreement)
    ollama.says("forty-four", json={"effect": "The work week grows by 9 hours.", "watch": ["overtime starts later"]})
    ollama.says("five (5)", json={"effect": "Notice falls from 15 to 5 days and is a choice.", "watch": []})
    kept = read_on(user)
    with acting(user):
        first, second = sorted(proposed.readings(user, kept), key=lambda output: output.pk)
    assert first.data["flags"] == ["number:9"] and second.data["flags"] == []
    page = client.get(url).content.decode()
    assert page.index("Questions to ask") < page.index("The work week grows")
    assert "In the model’s words" in page and "“9” is not in the source" in page
    asked = len(ollama.asked())
    read_on(user)
    assert len(ollama.asked()) == asked
    for output, verdict in ((first, "reject"), (second, "accept")):
        client.post(reverse("contracts:reading-decide", args=[output.public_id]), {"verdict": verdict})
    page = client.get(url).content.decode()
    assert "The work week grows" not in page and "Notice falls from 15 to 5" in page
    paper = pypdf.PdfReader(io.BytesIO(client.get(url, {"paper": "1"}).content))
    words = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
    assert "Notice falls from 15 to 5" in words and "accepted by" in words and "work week grows" not in words


def test_without_a_model_the_facts_stand_alone_and_deleting_leaves_nothing(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    user = make_user("chief_steward")
    client = sign_in(user)
    url = keep(client, agreement)
    page = client.get(url).content.decode()
    assert "Let the model put the changes in words" not in page and "Information to request" in page
    assert client.post(url + "remove/").status_code == 302
    assert client.get(url).status_code == 404
    with acting(user):
        assert not KeptProposal.objects.exists()


@pytest.mark.parametrize(
    ("sentence", "is_right"),
    [
        ("The employee shall be notified in writing.", True),
        ("Management shall not change the roster.", True),
        ("El empleado tiene derecho a un representante.", True),
        ("La empresa deberá avisar con diez días de antelación.", True),
        ("Los trabajadores recibirán doble paga los domingos.", True),
        ("El trabajador deberá presentar el formulario.", False),
        ("Le salarié a droit à deux jours de congé.", True),
        ("L’employeur doit aviser le syndicat.", True),
        ("Les salariés recevront une prime.", True),
        ("Le salarié doit signer le registre.", False),
        ("The supervisor may require overtime of any employee.", False),
        ("La empresa podrá cambiar el turno de los trabajadores.", False),
        ("The parking lot is behind the pier.", False),
    ],
)
def test_rights_are_seen_in_three_languages(sentence: str, is_right: bool) -> None:
    assert bool(impact.rights([sentence])) is is_right
