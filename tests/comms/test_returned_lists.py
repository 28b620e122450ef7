"""Lists of returned mail as providers give them for downloading, and saved answers nobody told us the form of."""

from __future__ import annotations

import json
from typing import Any

import pytest

from comms import notices, returned
from comms.models import Message
from comms.services import bounces
from members.models import EmailAddress
from tests.comms.conftest import Sink
from tests.comms.test_delivery import sent_off
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User

ANN = "anna0@example.org"
TABLES = [
    ("Address,Code,Error,Created\n{},550,No such user here,2026-11-30\n", "hard"),
    ("Address,Code,Error,Created\n{},452,4.2.2 mailbox over quota,2026-11-30\n", "soft"),
    ("status,reason,email,created\n5.1.1,550 5.1.1 unknown user,{},1700000000\n", "hard"),
    ("status,reason,email,created\n5.7.1,550 5.7.1 blocked as spam,{},1700000000\n", "soft"),
    ("email,created,ip,event\n{},1700000000,1.2.3.4,spamreport\n", "complaint"),
    ('"To","Subject","Type","Details"\n"{}","Heat","HardBounce","smtp;550 5.1.1"\n', "hard"),
    ("Email Address,First Name,Bounce Type,Campaign\n{},Ann,Soft,Spring\n", "soft"),
    ("EmailAddress,Reason,LastUpdateTime\n{},BOUNCE,2026-11-30T00:00:00Z\n", "hard"),
    ("EmailAddress,Reason,LastUpdateTime\n{},COMPLAINT,2026-11-30T00:00:00Z\n", "complaint"),
    ("Email;Estado;Motivo;Fecha\n{};Rebote duro;buzón inexistente;30/11/2026\n", "hard"),
    ("Email;Estado;Motivo;Fecha\n{};Rebote suave;buzón lleno;30/11/2026\n", "soft"),
    ("email,event,reason\n{},delivered,250 OK\nb@x.example,bounce,550\n", None),
]


@pytest.mark.parametrize(("table", "kind"), TABLES)
def test_table_of_a_provider_is_read_for_what_it_says(table: str, kind: str | None) -> None:
    found = [row for row in bounces._listed(table.format(ANN).encode()) if row.address == ANN]
    assert [row.kind for row in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    "table",
    ["First,Last,Email,Status\nAnn,Lee,{},unknown\nBob,Ray,b@x.example,member\nC,D,c@x.example,member\n",
     "email,phone\n{},invalid\n", "no table at all"],
)  # fmt: skip
def test_list_of_people_is_no_list_of_failures(table: str) -> None:
    assert bounces._listed(table.format(ANN).encode()) == []


SAVED: list[tuple[Any, str | None]] = [
    ({"items": [{"address": ANN, "code": "550", "error": "No such mailbox"}]}, "hard"),
    ([{"created": 1700000000, "email": ANN, "reason": "550 5.1.1 no such user", "status": "5.1.1"}], "hard"),
    ({"TotalCount": 1, "Bounces": [{"Type": "HardBounce", "Email": ANN, "Inactive": True}]}, "hard"),
    ([{"event": "hard_bounce", "msg": {"email": ANN, "bounce_description": "bad_mailbox"}}], "hard"),
    ([{"event": "soft_bounce", "msg": {"email": ANN, "bounce_description": "mailbox_full"}}], "soft"),
    ({"to": ANN, "status": "Bounced", "category": "NoMailbox"}, "hard"),
    ([{"event": "bounce", "email": ANN, "hard_bounce": False, "error": "mailbox full"}], "soft"),
    ([{"event": "dropped", "email": ANN, "reason": "Bounced Address"}], "hard"),
    ({"type": "email.bounced", "data": {"to": [ANN], "bounce": {"type": "Permanent"}}}, "hard"),
    ({"type": "email.complained", "data": {"to": [ANN]}}, "complaint"),
    ({"type": "email.delivered", "data": {"to": [ANN]}}, None),
    ({"hello": "world"}, None),
]


@pytest.mark.parametrize(("saved", "kind"), SAVED)
def test_saved_answer_of_unknown_form_is_read_for_what_it_says(saved: Any, kind: str | None) -> None:
    found = list(notices.read(json.dumps(saved).encode()))
    assert [(row.kind, row.address) for row in found] == ([(kind, ANN)] if kind else [])


ID = "7f1f6f2e-2a3b-4c4d-8e5f-0123456789ab"
PROSE = [
    ("<ann@x.example>: Die Mailbox des Empfängers ist voll.", "soft"),
    ("<ann@x.example>: el usuario ha superado el espacio de almacenamiento de su buzón.", "soft"),
    ("O endereço <ann@x.example> não existe.", "hard"),
    ("Il messaggio non è stato recapitato. <ann@x.example>: utente sconosciuto", "hard"),
    ("The message could not be delivered: blocked by content filter, spam score 9.1", "soft"),
]


@pytest.mark.parametrize(("words", "kind"), PROSE)
def test_prose_of_servers_in_other_languages(words: str, kind: str) -> None:
    mail = f"From: postmaster@x.example\nSubject: Failure\nContent-Type: text/plain; charset=utf-8\n\n{words}\n\n"
    found = list(returned.read(f"{mail}Message-ID: <{ID}@local12.example>\nTo: ann@x.example\n".encode()))
    assert [(row.kind, row.entry) for row in found] == [(kind, ID)]


def test_vague_status_with_clear_words_is_final() -> None:
    assert returned.kind_of("5.5.0", "550 5.5.0 Requested action not taken: mailbox unavailable") == "hard"
    assert returned.kind_of("5.5.0", "550 5.5.0 mailbox unavailable, policy block") == "soft"


@pytest.mark.django_db
def test_table_marks_the_address_it_names_once(approved: Message, chair: User, sink: Sink) -> None:
    sent_off(approved, chair)
    with acting(chair):
        data = TABLES[0][0].format(ANN).encode()
        said = [bounces.read_bounces(by=chair, data=data)["bounced"] for _again in range(2)]
    assert said == [1, 0]
    assert EmailAddress.objects.get(address=ANN).problem == "bounced"
