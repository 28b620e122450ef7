"""Reads what mail providers tell of returned mail as JSON files: SES and SNS, Mailgun, SendGrid, Postmark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from comms import records
from comms.returned import Returned, entry_in, kind_of
from unionops.platform.core import json_text

Told = dict[str, Any]
_COMPLAINTS = frozenset({"complained", "spamreport", "spam", "spamcomplaint", "spam_complaint", "complaint"})
_FAILED = frozenset({"failed", "bounce", "bounced", "dropped", "blocked", "hard_bounce", "soft_bounce"})
_PASSING = frozenset({"dropped", "blocked", "soft_bounce"})
_HARD_AT_POSTMARK = frozenset({"HardBounce", "BadEmailAddress"})
_LISTS = ("items", "events", "Bounces", "Records")


def is_notice(data: bytes) -> bool:
    return data.lstrip()[:1] in (b"{", b"[")


def read(data: bytes) -> Iterator[Returned]:
    """One object, a list of them, or one a line; what tells of anything but failure or complaint is passed over.

    Raises ValueError where a line is no JSON.
    """
    for told in _told(data):
        yield from _notice(_unwrapped(told))


def _told(data: bytes) -> Iterator[Told]:
    try:
        found = [json_text.loads(data)]
    except ValueError:
        found = [json_text.loads(line) for line in data.splitlines() if line.strip()]
    for each in found:
        lists = [each[name] for name in _LISTS if isinstance(each, dict) and isinstance(each.get(name), list)]
        rows = each if isinstance(each, list) else lists[0] if lists else [each]
        yield from (row for row in rows if isinstance(row, dict))


def _unwrapped(told: Told) -> Told:
    """SNS carries the notice as text, inside Lambda once more; Mailgun beside its signature."""
    inner = told.get("Sns", told)
    message = inner.get("Message") if isinstance(inner, dict) else None
    if isinstance(message, str) and message.lstrip().startswith("{"):
        found = json_text.loads(message)
        return found if isinstance(found, dict) else {}
    found = told.get("event-data", told)
    for inside in ("msys", "message_event"):  # SparkPost's two wrappers
        found = found.get(inside, found) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def _notice(told: Told) -> Iterator[Returned]:
    entry = entry_in(json.dumps({name: value for name, value in told.items() if name != "signature"}))
    kind = str(told.get("notificationType") or told.get("eventType") or "")
    if kind in {"Bounce", "Complaint"}:
        yield from _of_ses(told, kind, entry)
    elif "RecordType" in told:
        yield from _of_postmark(told, entry)
    elif ("event" in told or "rcpt_to" in told) and "msg" not in told:
        yield from _of_events(told, entry)
    elif (found := records.returned(told)) is not None:
        yield found


def _of_ses(told: Told, kind: str, entry: str) -> Iterator[Returned]:
    part = _dict(told.get(kind.lower()))
    for person in part.get("bouncedRecipients") or part.get("complainedRecipients") or []:
        person = _dict(person)
        address = str(person.get("emailAddress", ""))
        if kind == "Complaint":
            if part.get("complaintFeedbackType") != "not-spam":
                yield Returned("complaint", entry, address, "complaint")
            continue
        why = str(person.get("diagnosticCode") or person.get("status") or part.get("bounceSubType", ""))
        hard = part.get("bounceType") == "Permanent" and _says_hard(str(person.get("status", "")), why)
        yield Returned("hard" if hard else "soft", entry, address, _short(why))


def _of_events(told: Told, entry: str) -> Iterator[Returned]:
    """Events of Mailgun, SendGrid, Brevo, SparkPost; a message put off for the moment is no failure."""
    event = str(told.get("event") or told.get("type")).lower()
    address = str(told.get("recipient") or told.get("email") or told.get("rcpt_to") or "")
    if event in _COMPLAINTS:
        yield Returned("complaint", entry, address, "complaint")
    elif event in _FAILED:
        status = _dict(told.get("delivery-status"))
        why = str(
            status.get("message") or status.get("description") or told.get("raw_reason") or told.get("reason") or event
        )
        passes = told.get("severity") == "temporary" or told.get("type") == "blocked" or event in _PASSING
        passes = (passes and why != "Bounced Address") or told.get("hard_bounce") is False
        hard = not passes and _says_hard(str(told.get("status", "")), why)
        yield Returned("hard" if hard else "soft", entry, address, _short(why))


def _of_postmark(told: Told, entry: str) -> Iterator[Returned]:
    kind, address = str(told.get("Type", "")), str(told.get("Email", ""))
    if told.get("RecordType") == "SpamComplaint" or kind == "SpamComplaint":
        yield Returned("complaint", entry, address, "complaint")
    elif told.get("RecordType") == "Bounce" and kind not in {"AutoResponder", "ChallengeVerification", "Unsubscribe"}:
        why = str(told.get("Details") or told.get("Description") or kind)
        yield Returned("hard" if kind in _HARD_AT_POSTMARK else "soft", entry, address, _short(why))


def _says_hard(status: str, why: str) -> bool:
    """The provider calls it permanent; a status that blames our server, the letter or a full box says otherwise."""
    return not status or kind_of(status, why) == "hard"


def _short(why: str) -> str:
    return why.partition(";")[2].strip()[:200] or why[:200]


def _dict(value: Any) -> Told:
    return value if isinstance(value, dict) else {}
