"""Files for the tool that carries a version out: mail merge, call list, letters, labels, posters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from comms import markup, merging
from members.audience import Reached
from members.formats.files import FORMATS
from members.formats.outgoing import Outgoing
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import labels, pdf
from unionops.platform.sheets.writing import write_csv

LETTERS_AT_ONCE = 40
QUIET = ("09:00", "20:00")  # nobody is called earlier or later, in their own time


@dataclass(frozen=True)
class File:
    content: bytes
    name: str
    media_type: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """What is to be written: the words, the people with their values, and who speaks."""

    title: str
    subject: str
    body: str
    language: str
    people: Sequence[tuple[Reached, dict[str, str]]]
    sender: str
    sender_address: str
    day: str
    progress: Progress = silent


def mail_merge(job: Job) -> File:
    """One row per person: how to reach them, and the words filled in for them."""
    header = ("external_id", "first_name", "last_name", "to", "subject", "text")
    subject = merging.cut(job.subject, job.language)
    body = merging.cut(markup.to_text(job.body), job.language)
    rows = [
        (
            str(reached.person.public_id),
            reached.person.called,
            reached.person.last_name,
            reached.to,
            subject.fill(values, merging.one_line),
            body.fill(values),
        )
        for reached, values in job.people
    ]
    return File(as_csv(header, rows), "mail-merge.csv", "text/csv; charset=utf-8", header)


def call_list(job: Job) -> File:
    """Ten bare digits and room to write what came of the call."""
    header = (
        "external_id",
        "first_name",
        "last_name",
        "phone",
        "earliest",
        "latest",
        "worksite",
        "shift",
        "outcome",
        "note",
    )
    rows = [
        (
            str(reached.person.public_id),
            reached.person.called,
            reached.person.last_name,
            reached.to,
            *QUIET,
            values.get("worksite", ""),
            values.get("shift", ""),
            "",
            "",
        )
        for reached, values in job.people
    ]
    return File(as_csv(header, rows), "call-list.csv", "text/csv; charset=utf-8", header)


def letters(job: Job) -> File:
    """One letter per person, ready to print and fold."""
    body = merging.cut(job.body, job.language)
    sheets = [
        {"lines": address_lines(reached), "html": markup.to_html(body.fill(values, _no_marks))}
        for reached, values in job.people
    ]
    common = {"sender": job.sender, "from": job.sender_address.splitlines(), "day": job.day, "subject": job.subject}
    groups = [sheets[at : at + LETTERS_AT_ONCE] for at in range(0, len(sheets), LETTERS_AT_ONCE)] or [[]]
    contexts = [{**common, "letters": group, "language": job.language} for group in groups]
    return File(
        pdf.render_parts("comms/letters.html", contexts, progress=job.progress), "letters.pdf", "application/pdf"
    )


def address_labels(job: Job) -> File:
    """Avery 5160, thirty to a sheet."""
    rows = [address_lines(reached) for reached, _values in job.people]
    return File(labels.labels(rows, "avery5160"), "labels-5160.pdf", "application/pdf")


def poster(job: Job) -> File:
    """One page in large type."""
    context = {
        "title": job.title,
        "html": markup.to_html(merging.fill(job.body, {}, job.language)),
        "sender": job.sender,
    }
    return File(pdf.render("comms/poster.html", {**context, "language": job.language}), "poster.pdf", "application/pdf")


def plain_text(job: Job) -> File:
    """The words alone, to paste anywhere."""
    words = "\n\n".join(part for part in (job.subject, markup.to_text(job.body)) if part)
    return File(words.encode(), "message.txt", "text/plain; charset=utf-8")


Writer = Callable[[Job], File]
WRITERS: dict[str, tuple[object, Writer]] = {
    "mail_merge": (_("Mail merge (CSV)"), mail_merge),
    "call_list": (_("Call list (CSV)"), call_list),
    "letters": (_("Letters (PDF)"), letters),
    "avery5160": (_("Address labels, Avery 5160 (PDF)"), address_labels),
    "poster": (_("Poster (PDF)"), poster),
    "text": (_("The words (text file)"), plain_text),
}
BY_CHANNEL = {
    "email": ("mail_merge", "text"),
    "sms": ("mail_merge", "text"),
    "letter": ("letters", "avery5160", "mail_merge", "text"),
    "phone": ("call_list", "text"),
    "flyer": ("poster", "text"),
    "board": ("poster", "text"),
    "meeting_notice": ("poster", "text"),
}
TOOL_CHANNELS = {"email": ("email", ""), "sms": ("sms", ""), "phone": ("phone", "sms", "")}
NAMELESS = frozenset({"poster", "text"})


def formats_for(channel: str) -> list[tuple[str, str]]:
    """Our own files first, then the programs that carry this channel."""
    own = [(name, str(WRITERS[name][0])) for name in BY_CHANNEL.get(channel, ("text", "poster"))]
    tools = [f for f in FORMATS.values() if f.for_outreach and f.channel in TOOL_CHANNELS.get(channel, ())]
    return own + [(tool.slug, str(tool.label)) for tool in tools]


def write(file_format: str, job: Job) -> File:
    """Raises KeyError for a format that does not exist."""
    return WRITERS[file_format][1](job) if file_format in WRITERS else for_tool(file_format, job)


def address_lines(reached: Reached) -> list[str]:
    """Name, street, second line, city: as an envelope wants them."""
    place = reached.detail
    if place is None:
        return [reached.person.name, reached.to]
    city = " ".join(part for part in (f"{place.city}," if place.city else "", place.state, place.zip) if part)
    return [line for line in (reached.person.name, place.street, place.street2, city, place.country) if line]


def as_csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8; no cell can be taken for a formula."""
    return "".join(write_csv(header, rows)).encode("utf-8")


def for_tool(slug: str, job: Job) -> File:
    """In the exact columns of the program that texts, calls or mails for us."""
    wanted = FORMATS[slug]
    people = [_outgoing(reached, values) for reached, values in job.people]
    return File(wanted.make(people, job.title), f"{slug}.{wanted.ending}", wanted.media_type)


def _outgoing(reached: Reached, values: dict[str, str]) -> Outgoing:
    """Only the one way of reaching them that this version uses."""
    person, place = reached.person, reached.detail
    kind = type(place).__name__
    spot = place if kind == "PostalAddress" else None
    return Outgoing(
        external_id=str(person.public_id),
        last_name=person.last_name,
        first_name=person.first_name,
        middle=person.middle,
        suffix=person.suffix,
        preferred_name=person.preferred_name,
        language=person.language,
        worksite=values.get("worksite", ""),
        department=person.department,
        shift=person.shift,
        email=reached.to if kind == "EmailAddress" else "",
        cell=reached.to if kind == "Phone" else "",
        street=spot.street if spot else "",
        street2=spot.street2 if spot else "",
        city=spot.city if spot else "",
        state=spot.state if spot else "",
        zip=spot.zip if spot else "",
        no_email=kind != "EmailAddress",
        no_sms=kind != "Phone",
    )


def _no_marks(value: str) -> str:
    """A name cannot bring markup along."""
    return re.sub(r"([\\`*_\[\]<>#!])", r"\\\1", merging.one_line(value))
