"""What mail providers save of returned mail as JSON is read for what it says."""

import json
from typing import Any

import pytest

from comms import notices

ID = "7f1f6f2e-2a3b-4c4d-8e5f-0123456789ab"
MAIL = {"headers": [{"name": "Message-ID", "value": f"<{ID}@local12.example>"}], "messageId": "0000014644fe"}


def ses(kind: str, recipient: dict[str, str], **more: str) -> dict[str, Any]:
    part = {
        f"{'bounced' if kind == 'Bounce' else 'complained'}Recipients": [{"emailAddress": "ann@x.example"} | recipient]
    }
    return {"notificationType": kind, kind.lower(): part | more, "mail": MAIL}


GONE = ses("Bounce", {"status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 unknown"}, bounceType="Permanent")
FULL = ses("Bounce", {"status": "5.2.2", "diagnosticCode": "smtp; 552 full"}, bounceType="Transient")


def mailgun(event: str, **more: Any) -> dict[str, Any]:
    told = {
        "event": event,
        "recipient": "ann@x.example",
        "message": {"headers": {"message-id": f"{ID}@local12.example"}},
    }
    return {"signature": {"token": "aaaaaaaa-2222-4333-8444-555555555555@x"}, "event-data": told | more}


def sendgrid(event: str, **more: str) -> dict[str, str]:
    return {"email": "ann@x.example", "event": event, "smtp-id": f"<{ID}@local12.example>"} | more


def postmark(kind: str) -> dict[str, str]:
    sent = f"Message-ID: <{ID}@local12.example>"
    return {"RecordType": "Bounce", "Type": kind, "Email": "ann@x.example", "Details": "smtp;550 no", "Content": sent}


CASES: list[tuple[str, Any, str | None]] = [
    ("ses gone", GONE, "hard"),
    ("ses full", FULL, "soft"),
    ("ses blocked", ses("Bounce", {"status": "5.7.1"}, bounceType="Permanent"), "soft"),
    ("ses complaint", ses("Complaint", {}), "complaint"),
    ("ses not spam", ses("Complaint", {}, complaintFeedbackType="not-spam"), None),
    ("ses delivery", {"notificationType": "Delivery", "mail": MAIL}, None),
    ("ses delay", {"eventType": "DeliveryDelay", "mail": MAIL}, None),
    ("sns", {"Type": "Notification", "Message": json.dumps(GONE)}, "hard"),
    ("sns confirmation", {"Type": "SubscriptionConfirmation", "Message": "You have chosen to subscribe"}, None),
    ("lambda", {"Records": [{"Sns": {"Message": json.dumps(FULL)}}]}, "soft"),
    ("mailgun gone", mailgun("failed", severity="permanent", **{"delivery-status": {"message": "5.1.1 no"}}), "hard"),
    ("mailgun later", mailgun("failed", severity="temporary"), "soft"),
    ("mailgun complained", mailgun("complained"), "complaint"),
    ("mailgun opened", mailgun("opened"), None),
    ("sendgrid gone", [sendgrid("bounce", status="5.1.1", reason="550 5.1.1 unknown")], "hard"),
    ("sendgrid blocked", [sendgrid("bounce", type="blocked", status="5.7.1")], "soft"),
    ("sendgrid deferred", [sendgrid("deferred")], None),
    ("sendgrid spam", [sendgrid("spamreport")], "complaint"),
    ("brevo gone", sendgrid("hard_bounce", reason="550 5.1.1 unknown"), "hard"),
    ("brevo full", sendgrid("soft_bounce", reason="mailbox full"), "soft"),
    ("brevo spam", sendgrid("spam"), "complaint"),
    (
        "sparkpost gone",
        [{"msys": {"message_event": {"type": "bounce", "rcpt_to": "ann@x.example", "rcpt_meta": {"id": f"{ID}@x"}}}}],
        "hard",
    ),
    ("sparkpost delivery", [{"msys": {"message_event": {"type": "delivery", "rcpt_to": "ann@x.example"}}}], None),
    ("postmark gone", postmark("HardBounce"), "hard"),
    ("postmark full", postmark("SoftBounce"), "soft"),
    ("postmark away", postmark("AutoResponder"), None),
    ("something else", {"event": 5, "email": []}, None),
    ("a list of nothing", [1, "x", None, []], None),
]


@pytest.mark.parametrize(("make", "told", "kind"), CASES, ids=[case[0] for case in CASES])
def test_notice_of_each_provider(make: str, told: Any, kind: str | None) -> None:
    data = json.dumps(told).encode()
    assert notices.is_notice(data)
    found = [(item.kind, item.entry, item.address) for item in notices.read(data)]
    assert found == ([(kind, ID, "ann@x.example")] if kind else [])


def test_one_notice_a_line_is_read_too() -> None:
    data = f"{json.dumps(GONE)}\n\n{json.dumps(FULL)}\n".encode()
    assert [item.kind for item in notices.read(data)] == ["hard", "soft"]


@pytest.mark.parametrize("data", [b"{", b"[[[", b"{'a': 1}", b"[" * 100_000])
def test_broken_json_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        list(notices.read(data))
