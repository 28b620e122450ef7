"""Returned mail in words: what may pass, what is still on its way, who is only away, and in which language."""

import pytest

from comms import returned
from tests.comms.test_returned_makes import ID, ORIG, plain


@pytest.mark.parametrize(
    "said",
    [
        "The recipient's mailbox is temporarily unavailable. We will keep trying.",
        "has not yet been delivered to one or more of its recipients\n450 4.2.0 greylisted\nNo action is required.",
        "THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND.\n451 4.4.1 timed out",
    ],
)
def test_mail_that_is_still_on_its_way_did_not_come_back(said: str) -> None:
    assert list(returned.read(plain("mailer-daemon@x.example", f"{said}\n\n{ORIG}").encode())) == []


@pytest.mark.parametrize("subject", ["Out of Office: Come", "Respuesta automática: Come", "Abwesenheitsnotiz"])
def test_absence_note_from_a_postmaster_is_no_report(subject: str) -> None:
    note = f"From: postmaster@x.example\nSubject: {subject}\n\nIf the user is unknown to you, wait. 550\n\n{ORIG}"
    assert list(returned.read(note.encode())) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("ana@x.example\nEl buzón de correo no existe o la dirección es desconocida.", "hard"),
        ("El buzón del destinatario está lleno.", "soft"),
        ("Die Adresse bernd@x.example wurde nicht gefunden.", "hard"),
        ("Das Postfach des Empfängers ist voll.", "soft"),
        ("L'adresse du destinataire est invalide.", "hard"),
    ],
)
def test_servers_that_speak_other_languages_are_understood(said: str, kind: str) -> None:
    letter = plain("postmaster@x.example", f"{said}\n\n--- Below this line\n\n{ORIG}")
    assert [item.kind for item in returned.read(letter.encode())] == [kind]


def test_failed_recipients_in_a_header_are_enough() -> None:
    letter = (
        f"From: Mailer-Daemon@x.example\nX-Failed-Recipients: jane@x.example\nSubject: failed\n\nIt failed.\n\n{ORIG}"
    )
    (back,) = returned.read(letter.encode())
    assert (back.kind, back.address, back.entry) == ("hard", "jane@x.example", ID)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Your message to this recipient is delayed: the account is unavailable.", "soft"),
        ("It could not be delivered to this recipient for an unknown reason.", "soft"),
        ("<jane@x.example>:\n552 mailbox full", "soft"),
        ("jane@x.example: 554 blocked as spam", "soft"),
        ("The mailbox is unavailable.", "hard"),
        (
            "  jane@x.example\n    SMTP error from remote mail server after RCPT TO:<jane@x.example>:\n"
            "    550 No such person at this address",
            "hard",
        ),
        (
            "  jane@x.example\n    SMTP error from remote mail server after RCPT TO:<jane@x.example>:\n"
            "    452 try later",
            "soft",
        ),
        ("jane@x.example: 550 no such user", "hard"),
    ],
)
def test_what_may_pass_does_not_end_an_address(said, kind):
    body = f"{said}\n\n--- Below this line is a copy of the message.\n\n{ORIG}"
    (back,) = returned.read(plain("mailer-daemon@x.example", body).encode())
    assert (back.kind, back.address) == (kind, "jane@x.example")


@pytest.mark.parametrize("extra", ["", f"In-Reply-To: <{ID}@local2741.example>\n"])
def test_a_person_who_writes_of_a_header_makes_no_complaint(extra):
    letter = f"From: Jane <jane@x.example>\nTo: office@local2741.example\nSubject: odd\n{extra}\nX-HmXmrOriginalRecipient: jane@x.example\n\n{ORIG}"
    assert list(returned.read(letter.encode())) == []


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("Original-Recipient: rfc822;jane@x.example\nFinal-Recipient: rfc822;jane@x.example", "jane@x.example"),
        ("Final-Recipient: utf-8; josé@x.example", "josé@x.example"),
    ],
)
def test_recipient_is_read_in_either_order_and_alphabet(said: str, address: str) -> None:
    status = f"Reporting-MTA: dns; x.example\n\n{said}\nAction: failed\nStatus: 5.2.1"
    letter = (
        "From: postmaster@x.example\nSubject: Undelivered\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: message/delivery-status\n\n{status}\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\n{ORIG}\n--b--\n"
    )
    (back,) = returned.read(letter.encode())
    assert (back.kind, back.address) == ("hard", address)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("For help, contact <postmaster@x.example>.\n\n<jane@x.example>: Host not found", "soft"),
        (
            "Your message\n  To: list@local2741.example\ndid not reach:\njane@x.example on Friday\n  unknown user",
            "hard",
        ),
        ("Delivery failed 20 attempts: jane@x.example\n\nOriginal message follows.", "soft"),
        ("I wasn't able to deliver the following message.\n\n>Received: from a by b\n>To: jane@x.example", "soft"),
    ],
)
def test_address_stands_in_the_words_or_in_what_is_given_back(said: str, kind: str) -> None:
    letter = plain("MAILER-DAEMON@gate.example", said).replace("Subject: ", "Subject: Undeliverable ", 1)
    (back,) = returned.read(letter.encode())
    assert (back.kind, back.address) == (kind, "jane@x.example")


def test_status_before_its_recipient_is_of_the_same_block() -> None:
    status = "Reporting-MTA: dns; x\n\nStatus: 5.1.1\nFinal-Recipient: rfc822; jane@x.example\nAction: failed"
    letter = (
        "From: mailer-daemon@x.example\nSubject: Sorry\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        f"--b\nContent-Type: message/delivery-status\n\n{status}\n\n--b--\n"
    )
    assert [(item.kind, item.address) for item in returned.read(letter.encode())] == [("hard", "jane@x.example")]


@pytest.mark.parametrize("filler", [" \n" * 20_000, "a" * 200_000, "<" * 200_000])
def test_a_long_report_is_read_at_its_head(filler: str) -> None:
    letter = plain("mailer-daemon@x.example", f"jane@x.example\n550 5.1.1 no such user\n{filler}\n\n{ORIG}")
    assert [(item.kind, item.address) for item in returned.read(letter.encode())] == [("hard", "jane@x.example")]
