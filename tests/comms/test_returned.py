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

550 5.1.1 rejected. Your message <{ID}@local12.example> was not delivered.
"""
QMAIL = f"""From: MAILER-DAEMON@q.example
Subject: failure notice

Hi. This is the qmail-send program at q.example.
This is a permanent error; I've given up. Sorry it didn't work out.

<ann@example.org>:
192.0.2.7 does not like recipient.
Remote host said: 550 no such user

--- Below this line is a copy of the message.

Message-ID: <{ID}@local12.example>
"""
EXIM = f"""From: Mail Delivery System <Mailer-Daemon@e.example>
X-Failed-Recipients: ann@example.org
Auto-Submitted: auto-replied
Subject: Mail delivery failed: returning message to sender

The following address(es) failed:

  ann@example.org
    SMTP error from remote mail server after RCPT TO:<ann@example.org>:
    host mx.example.org [192.0.2.9]: 550 Unknown user

------ This is a copy of the message, including all the headers. ------

Message-ID: <{ID}@local12.example>
"""
SECOND = HARD.replace(
    "Final-Recipient", "Final-Recipient: rfc822; bob@example.org\nAction: delivered\nStatus: 2.1.5\n\nFinal-Recipient"
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HARD, "hard"),
        (HARD.replace("5.1.1", "4.2.2").replace("550", "452"), "soft"),
        (COMPLAINT, "complaint"),
        (PROSE, "hard"),
        (PROSE.replace("5.1.1", "5.7.1"), "soft"),
        (HARD.replace("5.1.1", "5.2.2"), "soft"),
        (HARD.replace("5.1.1", "5.3.4"), "soft"),
        (HARD.replace("5.1.1", "5.2.1"), "hard"),
        (HARD.replace("rfc822; ann", "rfc822;\n ann"), "hard"),
        (HARD.replace("\n", "\r\n"), "hard"),
        (QMAIL, "hard"),
        (QMAIL.replace("550 no such user", "452 try later"), "soft"),
        (QMAIL.replace("192.0.2.7", "40.4.12.9"), "hard"),
        (EXIM, "hard"),
        (SECOND, "hard"),
    ],
)
def test_report_names_our_message_and_its_kind(text: str, kind: str) -> None:
    found = list(returned.read(text.encode()))
    assert [(item.kind, item.entry) for item in found] == [(kind, ID)]


@pytest.mark.parametrize("text", [HARD, COMPLAINT, QMAIL, EXIM, SECOND])
def test_address_is_that_of_who_was_not_reached(text: str) -> None:
    assert next(returned.read(text.encode())).address == "ann@example.org"


def test_address_and_reason_are_kept() -> None:
    item = next(returned.read(HARD.encode()))
    assert (item.address, item.detail) == ("ann@example.org", "550 5.1.1 no such user")


@pytest.mark.parametrize(
    "text",
    [
        "From: ann@example.org\nSubject: thanks\n\nSee you there.\n",
        HARD.replace("Action: failed", "Action: delivered"),
        COMPLAINT.replace("abuse", "not-spam"),
        COMPLAINT.replace("abuse", "auth-failure"),
        f"From: postmaster@example.org\nX-Autoreply: yes\nSubject: Away\n\nBack on 5.1.27. <{ID}@local12.example>\n",
        f"From: ann@example.org\nSubject: Fwd\n\nWhat is this?\n\n{HARD.split('status', 2)[2]}",
        f"From: ann@example.org\nSubject: hm\n\nFeedback-Type: abuse\nMessage-ID: <{ID}@x.example>\n",
        "",
    ],
)
def test_other_mail_is_passed_over(text: str) -> None:
    assert list(returned.read(text.encode())) == []


def test_mailbox_holds_many() -> None:
    box = "".join(f"From MAILER-DAEMON Sun Nov 22 10:00:00 2026\n{text}\n" for text in (HARD, COMPLAINT))
    assert [item.kind for item in returned.read(box.encode())] == ["hard", "complaint"]


def test_a_sentence_that_begins_with_from_ends_no_message() -> None:
    said = "From our directory we learned at 10:30:\n550 5.1.1 user unknown: ana@example.org\n"
    report = f"From: postmaster@example.org\nReturn-Path: <>\nSubject: Undeliverable\n\nNot delivered.\n\n{said}\n"
    box = f"\r\nFrom MAILER-DAEMON Mon Nov 30 21:48:47 2026\n{report}\nFrom - Tue Dec  1 01:48:47 2026\n{report}"
    for text in (box, box.replace("\n", "\r\n")):
        assert [(row.kind, row.address) for row in returned.read(text.encode())] == [("hard", "ana@example.org")] * 2


@pytest.mark.parametrize(
    "told", ["Removal-Recipient: <ana@example.org>\n", "Final-Recipient: rfc822; ana@example.org\n", ""]
)
def test_complaint_without_our_id_is_found_by_its_reader(told: str) -> None:
    lines = (
        "From: fbl@isp.example\nContent-Type: multipart/report; report-type=feedback-report; boundary=B\n\n--B\n"
        f"Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n{told}\n--B\n"
        "Content-Type: text/rfc822-headers\n\nFrom: union@local.example\nTo: Ana <ana@example.org>\n\n--B--\n"
    )
    assert [(row.kind, row.address) for row in returned.read(lines.encode())] == [("complaint", "ana@example.org")]


CARRIED = "Return-Path: <>\nReceived: by mx.example\n"


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_messages_put_one_behind_another_in_a_file_are_all_read(gap: str) -> None:
    """As `cat *.eml` leaves them; what a report gives back of another report is no report of its own."""
    reports = [
        CARRIED + each.replace("ann@", f"{name}@") for name, each in (("a", HARD), ("b", COMPLAINT), ("c", HARD))
    ]
    found = list(returned.read(f"{gap}\n".join(reports).encode()))
    assert [(each.kind, each.address) for each in found] == [
        ("hard", "a@example.org"), ("complaint", "b@example.org"), ("hard", "c@example.org"),
    ]  # fmt: skip
    nested = HARD.replace(f"Message-ID: <{ID}@local12.example>", CARRIED + HARD.replace('"b"', '"c"'))
    assert len(list(returned.read(nested.encode()))) == 1
