"""What mail servers of many makes send back: which of our messages, whose address, and whether for good."""

import pytest

from comms import returned

ID = "3f1c9a52-7d0e-4b8a-9c11-5e2a7b6d4c01"
ORIG = f"""From: Local 2741 <news@local2741.example>
To: jane@x.example
Subject: Meeting
Message-ID: <{ID}@local2741.example>
"""


def dsn(
    sender,
    status,
    action="failed",
    text="",
    diag="",
    extra="",
    rtype="delivery-status",
    rcpt="rfc822; jane@x.example",
    dtype="message/delivery-status",
    otype="text/rfc822-headers",
):
    return f"""From: {sender}
To: news@local2741.example
Subject: Undeliverable
Message-ID: <9b1c9a52-7d0e-4b8a-9c11-5e2a7b6d4c99@other.example>
{extra}MIME-Version: 1.0
Content-Type: multipart/report; report-type={rtype}; boundary="b1"

--b1
Content-Type: text/plain

{text}
--b1
Content-Type: {dtype}

Reporting-MTA: dns; mx.x.example

Final-Recipient: {rcpt}
Action: {action}
Status: {status}
{diag}
--b1
Content-Type: {otype}

{ORIG}
--b1--
"""


def plain(sender, body, extra="", subj="Delivery failure"):
    return f"""From: {sender}
To: news@local2741.example
Subject: {subj}
Message-ID: <q1@other.example>
{extra}Content-Type: text/plain

{body}
"""


CASES = [
    (
        "o365",
        dsn(
            "postmaster@tenant.onmicrosoft.com",
            "5.1.10",
            diag="Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup",
        ),
        "hard",
    ),
    (
        "gmail",
        dsn(
            "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            "5.1.1",
            extra=f"In-Reply-To: <{ID}@local2741.example>\nReferences: <{ID}@local2741.example>\nAuto-Submitted: auto-replied\n",
            diag="Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.",
        ),
        "hard",
    ),
    (
        "gmail full",
        dsn(
            "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
            "5.2.2",
            extra=f"In-Reply-To: <{ID}@local2741.example>\n",
            diag="Diagnostic-Code: smtp; 552-5.2.2 The email account that you tried to reach is over quota.",
        ),
        "soft",
    ),
    (
        "yahoo prose",
        plain(
            "MAILER-DAEMON@yahoo.com",
            f"Sorry, we were unable to deliver your message to the following address.\n\n<jane@x.example>:\n554: 30: Sorry, your message to jane@x.example cannot be delivered. This mailbox is disabled (554.30).\n\n--- Below this line is a copy of the message.\n\n{ORIG}\nHi",
        ),
        "hard",
    ),
    (
        "groupwise",
        plain(
            "Mailer-Daemon@gw.x.example",
            f"The message that you sent was undeliverable to the following:\n\tjane (user not found)\n\nPossibly truncated original message follows:\n\n{ORIG}\nHello",
        ),
        "hard",
    ),
    (
        "zoho",
        plain(
            "mailer-daemon@mail.zoho.example",
            f"This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\njane@x.example, ERROR CODE :550 - User does not exist - jane@x.example\n\nReceived:from mail.zoho.example\n{ORIG}",
        ),
        "hard",
    ),
    (
        "mdaemon",
        plain(
            "MDaemon at x.example <MDaemon@x.example>",
            f"The attached message had PERMANENT fatal delivery errors!\n\nFailed address: jane@x.example\n\n--- Session Transcript ---\n--> RCPT To:<jane@x.example>\n<-- 550 5.1.1 Recipient unknown <jane@x.example>\n\n: Message contains [1] file attachments\n\n{ORIG}",
            subj="Permanent Delivery Failure",
        ),
        "hard",
    ),
    (
        "domino",
        dsn(
            "Postmaster@domino.x.example",
            "5.0.0",
            text="User jane (jane@x.example) not listed in Domino Directory",
            diag="Diagnostic-Code: X-Notes; User jane (jane@x.example) not listed in Domino Directory",
        ),
        "hard",
    ),
    (
        "bad sender",
        dsn(
            "mailer-daemon@x.example",
            "5.1.8",
            diag="Diagnostic-Code: smtp; 553 5.1.8 Sender address domain does not exist",
        ),
        "soft",
    ),
    ("protocol", dsn("mailer-daemon@x.example", "5.5.2", diag="Diagnostic-Code: smtp; 500 5.5.2 Syntax error"), "soft"),
    (
        "content",
        dsn(
            "mailer-daemon@x.example", "5.6.0", diag="Diagnostic-Code: smtp; 554 5.6.0 Message contains invalid header"
        ),
        "soft",
    ),
    (
        "spam 5.0.0",
        dsn(
            "mailer-daemon@x.example",
            "5.0.0",
            diag="Diagnostic-Code: smtp; 550 Message rejected as spam by content filter",
        ),
        "soft",
    ),
    (
        "dbeb",
        dsn(
            "postmaster@x.example",
            "5.4.1",
            diag="Diagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied.",
        ),
        "hard",
    ),
    (
        "expired",
        dsn("MAILER-DAEMON@x.example", "4.4.7", diag="Diagnostic-Code: smtp;421 4.4.2 Connection dropped"),
        "soft",
    ),
    (
        "no domain",
        dsn(
            "MAILER-DAEMON@x.example",
            "5.4.4",
            diag="Diagnostic-Code: X-Postfix; Host or domain name not found. Name service error for name=x.example type=MX: Host not found",
        ),
        "hard",
    ),
    (
        "delayed",
        dsn(
            "Mail Delivery System <MAILER-DAEMON@x.example>",
            "4.4.1",
            action="delayed",
            diag="Will-Retry-Until: Mon, 30 Nov 2026 10:00:00 -0500",
        ),
        None,
    ),
    ("relayed", dsn("MAILER-DAEMON@x.example", "2.0.0", action="relayed"), None),
    (
        "utf8",
        dsn(
            "MAILER-DAEMON@x.example",
            "5.1.1",
            rcpt="utf-8; josé@x.example",
            dtype="message/global-delivery-status",
            otype="message/global-headers",
        ),
        "hard",
    ),
    (
        "mdn",
        dsn(
            "Jane <jane@x.example>",
            "",
            rtype="disposition-notification",
            action="",
            dtype="message/disposition-notification",
        ).replace("Status: \n", "Disposition: manual-action/MDN-sent-manually; deleted\n"),
        None,
    ),
    (
        "ooo exch",
        plain(
            "Jane <jane@x.example>",
            "I am out of the office until 550 days pass. My box is full. For 5.1.1 ask Bob.",
            extra=f"Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nIn-Reply-To: <{ID}@local2741.example>\n",
            subj="Automatic reply: Meeting",
        ),
        None,
    ),
    (
        "ooo sieve es",
        plain(
            "Juana <jane@x.example>",
            f"Estoy de vacaciones hasta el 15.\n\n{ORIG}",
            extra="Auto-Submitted: auto-replied (vacation)\n",
            subj="Respuesta automática",
        ),
        None,
    ),
    (
        "challenge",
        plain(
            "Jane <jane@x.example>",
            f"Please click to prove you are human: 550 Verification required\n{ORIG}",
            extra="Auto-Submitted: auto-replied\n",
        ),
        None,
    ),
    (
        "hotmail jmrp",
        f"""From: <staff@hotmail.com>
To: abuse@local2741.example
Subject: complaint about message from 192.0.2.7
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b2"

--b2
Content-Type: message/rfc822

X-HmXmrOriginalRecipient: jane@x.example
{ORIG}Content-Type: text/plain

Hi
--b2--
""",
        "complaint",
    ),
    (
        "yahoo arf",
        f"""From: Yahoo! Mail AntiSpam Feedback <feedback@arf.mail.yahoo.com>
To: fbl@local2741.example
Subject: FW:Meeting
MIME-Version: 1.0
Content-Type: multipart/report; boundary="b3"; report-type=feedback-report

--b3
Content-Type: text/plain

This is an email abuse report
--b3
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Yahoo!-Mail-Feedback/2.0
Version: 0.1
Original-Rcpt-To: <redacted>
--b3
Content-Type: message/rfc822

{ORIG}Content-Type: text/plain

Hi
--b3--
""",
        "complaint",
    ),
    (
        "dmarc agg",
        plain(
            "noreply-dmarc-support@google.com",
            "Report domain: local2741.example",
            subj="Report domain: local2741.example",
        ),
        None,
    ),
    (
        "sendmail plain old",
        plain(
            "Mail Delivery Subsystem <MAILER-DAEMON@old.x.example>",
            f"The original message was received at Mon\n\n   ----- The following addresses had permanent fatal errors -----\n<jane@x.example>\n    (reason: 550 5.1.1 <jane@x.example>... User unknown)\n\n   ----- Transcript of session follows -----\n... while talking to mx.x.example.:\n>>> DATA\n<<< 550 5.1.1 User unknown\n\n{ORIG}",
        ),
        "hard",
    ),
    (
        "exch es",
        dsn(
            "Administrador del sistema <postmaster@x.example>",
            "5.1.1",
            text="No se ha podido entregar el mensaje a los destinatarios siguientes",
        ),
        "hard",
    ),
    (
        "imail",
        plain(
            "postmaster@imail.x.example",
            f"User mailbox exceeds allowed size: jane@x.example\n\nOriginal message follows.\n\n{ORIG}",
        ),
        "soft",
    ),
    (
        "case hdr",
        dsn("MAILER-DAEMON@x.example", "5.1.1").replace("report-type=delivery-status", 'Report-Type="delivery-status"'),
        "hard",
    ),
    (
        "arf fraud notspam",
        f"""From: abuse@isp.example
Content-Type: multipart/report; boundary="b3"; report-type=feedback-report

--b3
Content-Type: message/feedback-report

Feedback-Type: not-spam
--b3
Content-Type: text/rfc822-headers

{ORIG}
--b3--
""",
        None,
    ),
    (
        "ses",
        dsn(
            "MAILER-DAEMON@amazonses.com",
            "5.1.1",
            text="An error occurred while trying to deliver the mail to the following recipients: jane@x.example",
        ),
        "hard",
    ),
    (
        "exim gives up",
        plain(
            "Mail Delivery System <Mailer-Daemon@mx1.host.example>",
            "A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent "
            "error. The following address(es) failed:\n\n  jane@x.example\n    host mx.x.example [192.0.2.25]: "
            f"retry timeout exceeded\n\n------ This is a copy of the message, including all the headers. ------\n\n{ORIG}",
            "X-Failed-Recipients: jane@x.example\n",
        ),
        "soft",
    ),
]


@pytest.mark.parametrize(("make", "text", "kind"), CASES, ids=[case[0] for case in CASES])
def test_returned_mail_of_many_makes(make: str, text: str, kind: str | None) -> None:
    found = list(returned.read(text.encode()))
    assert [(item.kind, item.entry) for item in found] == ([(kind, ID)] if kind else [])
    if kind in ("hard", "soft"):
        assert found[0].address in ("jane@x.example", "josé@x.example")
