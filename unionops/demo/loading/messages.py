"""Saved lists and twelve messages: drafts, messages in review, approved ones, and some that went out."""

import datetime
from collections.abc import Iterator

from comms import queries
from comms.models import EntryState, Export, Message, OutboxEntry, Send, SendState, State, Version
from comms.services import approving, briefs, editing
from comms.services.briefs import BriefInput
from contracts import queries as contracts
from contracts.models import AgreementVersion
from members.models import Segment
from members.reaching import audience
from members.services.lists import save_segment
from unionops.demo.loading.accounts import House
from unionops.demo.stories import MessageStory, message_stories
from unionops.platform.access.models import User

LISTS = {
    "All members": "standing is member",
    "Riverside Depot": "in unit is yes and site is Riverside Depot",
    "Night shift": "in unit is yes and shift is Nights",
    "Claims centers": "in unit is yes and site is Claims Center 1 or Claims Center 2",
    "Claims Center 2, not members": "in unit is yes and site is Claims Center 2 and standing is nonmember",
    "Spanish speakers": "language is Spanish",
    "Retired members": "standing is retired",
}
BOUNCE_EVERY = 83


def save_lists(house: House) -> dict[str, Segment]:
    """The saved lists, each also an audience."""
    owner = house.users["secretary"]
    return {name: save_segment(by=owner, name=name, text=text) for name, text in LISTS.items()}


def load(*, house: House, version: AgreementVersion, lists: dict[str, Segment]) -> int:
    told = message_stories(house.anchor)
    for place, story in enumerate(told):
        _write(house, story, version, lists[story.audience], place)
    return len(told)


def _write(house: House, story: MessageStory, version: AgreementVersion, segment: Segment, place: int) -> None:
    author = house.users["comms"]
    message = briefs.start_message(by=author, brief=_brief(author, story, version, segment))
    for row in briefs.plan_versions(by=author, message=message):
        short = row.channel == "sms"
        body, subject = (story.sms, "") if short else (story.body, story.subject)
        editing.edit_version(by=author, version=row, subject=subject, preheader="", body=body)
    message.refresh_from_db()
    STATES[story.state](house, message, story)
    if story.state != "sent":
        _backdate(house, message, place)


def _backdate(house: House, message: Message, place: int) -> None:
    """Written over the last days, not all in one minute."""
    moment = datetime.datetime.combine(
        house.anchor - datetime.timedelta(days=place % 6), datetime.time(13), datetime.UTC
    )
    Message.objects.filter(pk=message.pk).update(created_at=moment, changed_at=moment)


def _brief(user: User, story: MessageStory, version: AgreementVersion, segment: Segment) -> BriefInput:
    facts = [{"id": f"F{n}", "kind": kind, "value": text} for n, (kind, text) in enumerate(story.facts, 1)]
    return BriefInput(
        purpose=story.purpose,
        facts=facts,
        sources=list(_sources(user, story, version)),
        audiences=[{"label": segment.name, "segment": str(segment.public_id)}],
        channels=story.channels,
        title=story.title,
        klass=story.klass,
    )


def _sources(user: User, story: MessageStory, version: AgreementVersion) -> Iterator[dict[str, str]]:
    clause = contracts.clause_at(user, version, story.clause) if story.clause else None
    if clause is not None:
        yield {"id": str(clause.public_id), "label": clause.name, "text": clause.text, "url": ""}


def _draft(house: House, message: Message, story: MessageStory) -> None:
    """Left as it is written."""


def _review(house: House, message: Message, story: MessageStory) -> None:
    _keep_open_findings(house, message)
    approving.ask_approval(by=message.author, message=message)


def _approved(house: House, message: Message, story: MessageStory) -> None:
    _review(house, message, story)
    approving.approve(by=house.president, message=message)


def _keep_open_findings(house: House, message: Message) -> None:
    """What the checks still say is kept with a reason, as a person would."""
    for row in queries.checked(message.author, message):
        for finding in row.open:
            editing.keep_finding(
                by=message.author, version=row.version, key=finding.key, reason="Checked with the president."
            )


def _cancelled(house: House, message: Message, story: MessageStory) -> None:
    briefs.cancel_message(by=message.author, message=message, reason="The office stays open after all.")


def _sent(house: House, message: Message, story: MessageStory) -> None:
    """Went out some days ago; written down in one go, since nothing is really sent from a demo."""
    days = max(2, -story.day.toordinal() + house.anchor.toordinal() + 4)
    moment = datetime.datetime.combine(house.anchor - datetime.timedelta(days=days), datetime.time(15), datetime.UTC)
    _approved(house, message, story)
    message.approvals.update(at=moment - datetime.timedelta(hours=3))
    for version in queries.versions(message):
        _send(house, version, moment) if version.reach == "email" else _handed_out(house, version, moment)
    Message.objects.filter(pk=message.pk).update(
        state=State.SENT, created_at=moment, changed_at=moment, planned_for=moment
    )


def _send(house: House, version: Version, moment: datetime.datetime) -> None:
    found = queries.receipt(house.president, version)
    if found is None:
        return
    row = Send.objects.create(
        version=version, state=SendState.DONE, starts_at=moment, started_by=house.president, finished_at=moment,
        roster=found.roster, audience=found.included, excluded=found.excluded, digest=version.text_hash,
    )  # fmt: skip
    Send.objects.filter(pk=row.pk).update(created_at=moment)
    OutboxEntry.objects.bulk_create(_entries(row, found, moment))


def _handed_out(house: House, version: Version, moment: datetime.datetime) -> None:
    """Whatever is no e-mail went out as a file; the demo keeps its manifest only."""
    if found := queries.receipt(house.president, version):
        row = Export.objects.create(
            version=version, segment_name=version.audience, format="mail_merge", purpose=version.message.title,
            roster=found.roster, count=found.included, excluded=found.excluded, by=version.message.author,
        )  # fmt: skip
        Export.objects.filter(pk=row.pk).update(at=moment, removed_at=moment + datetime.timedelta(days=7))


def _entries(row: Send, found: audience.Receipt, moment: datetime.datetime) -> Iterator[OutboxEntry]:
    for place, reached in enumerate(found.people, 1):
        bounced = moment if place % BOUNCE_EVERY == 0 else None
        yield OutboxEntry(
            send=row,
            person=reached.person,
            address=reached.to,
            state=EntryState.SENT,
            sent_at=moment,
            bounced_at=bounced,
        )


STATES = {"draft": _draft, "review": _review, "approved": _approved, "sent": _sent, "cancelled": _cancelled}
