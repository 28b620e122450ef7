"""Reports of returned mail are read for what they say."""

import pytest

from comms import returned

ID = "7f1f6f2e-2a3b-4c4d-8e5f-0123456789ab"
HARD = f"""From: MAILER-DAEMON@mx.example
To: news@local12.example
Message-ID: <11111111-2222-4333-8444-555555555555@mx.example>
Subject: Undelivered Mail
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ann@example.org
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: <{ID}@local12.example>
Subject: Come to the meeting

--b--
"""
COMPLAINT = f"""From: feedback@provider.example
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
Original-Rcpt-To: ann@example.org

--b
Content-Type: message/rfc822

Message-ID: <{ID}@local12.example>

--b--
"""
PROSE = f"""From: Postmaster@mx.example
Subject: failure

550 5.7.1 rejected. Your message <{ID}@local12.example> was not delivered.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HARD, "hard"),
        (HARD.replace("5.1.1", "4.2.2").replace("550", "452"), "soft"),
        (COMPLAINT, "complaint"),
        (PROSE, "hard"),
    ],
)
def test_report_names_our_message_and_its_kind(text: str, kind: str) -> None:
    found = list(returned.read(text.encode()))
    assert [(item.kind, item.entry) for item in found] == [(kind, ID)]


def test_address_and_reason_are_kept() -> None:
    item = next(returned.read(HARD.encode()))
    assert (item.address, item.detail) == ("ann@example.org", "550 5.1.1 no such user")


@pytest.mark.parametrize(
    "text",
    [
        "From: ann@example.org\nSubject: thanks\n\nSee you there.\n",
        HARD.replace("Action: failed", "Action: delivered"),
        "",
    ],
)
def test_other_mail_is_passed_over(text: str) -> None:
    assert list(returned.read(text.encode())) == []


def test_mailbox_holds_many() -> None:
    box = "".join(f"From MAILER-DAEMON Sun Nov 22 10:00:00 2026\n{text}\n" for text in (HARD, COMPLAINT))
    assert [item.kind for item in returned.read(box.encode())] == ["hard", "complaint"]
