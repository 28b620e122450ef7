"""Files for the tool that carries a version out: mail merge, call list, letters, labels, posters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import segno
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from comms import markup, merging
from comms.checks import slots
from members.formats.files import FORMATS
from members.formats.outgoing import Outgoing
from members.formats.tables import headers
from members.reaching.audience import Reached
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import labels, pdf
from unionops.platform.sheets.writing import write_csv, write_xlsx

LETTERS_AT_ONCE, LETTER_BYTES = 100, 300_000  # in one child: so many letters, or so much text
CHILDREN = 2
QUIET = ("09:00", "20:00")  # nobody is called or texted earlier or later, in their own time
HOURS, CALLED = ("earliest", "latest"), frozenset({"sms", "phone"})


@dataclass(frozen=True)
class File:
    content: bytes
    name: str
    media_type: str
    columns: tuple[str, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


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
    channel: str = ""
    tags: Mapping[str, list[str]] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)
    """What a text for nobody in particular is filled with."""


def mail_merge(job: Job) -> File:
    """One row per person: how to reach them, and the words filled in for them."""
    header, rows = _merged(job)
    return File(as_csv(header, rows), "mail-merge.csv", "text/csv; charset=utf-8", header)


def mail_merge_workbook(job: Job) -> File:
    """The same for a spreadsheet program: every cell is text."""
    header, rows = _merged(job)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return File(write_xlsx(header, rows, sheet=job.title or "People"), "mail-merge.xlsx", kind, header)


PLACE = ("street", "street2", "city", "state", "zip", "country")


def _merged(job: Job) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Letters get the place in columns, texts and calls the hours that are kept free."""
    subject = merging.cut(job.subject, job.language)
    body = merging.cut(markup.to_text(job.body), job.language)
    places, called = job.channel == "letter", job.channel in CALLED
    hours = QUIET if called else ()
    header = ("external_id", "first_name", "last_name", "to", *(PLACE if places else HOURS[: len(hours)]))
    fixed = "" if subject.names else subject.fill({})

    def rows() -> Iterator[tuple[str, ...]]:
        for reached, values in job.people:
            person = reached.person
            yield (
                str(person.public_id),
                person.called,
                person.last_name,
                dialled(reached.to) if called else reached.to,
                *([str(getattr(reached.detail, name, "")) for name in PLACE] if places else hours),
                fixed or subject.fill(values, merging.one_line),
                body.fill(values),
            )

    return (*header, "subject", "text"), rows()


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
            dialled(reached.to),
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
    """One letter per person, ready to print, fold and show its address in a window.

    Words that are the same for everybody below the greeting are drawn once and stamped; others are drawn for each, and
    so are letters to names our own font cannot write, which come last.
    """
    greeting, _sep, rest = job.body.partition("\n\n")
    alone = bool(merging.names_in(greeting)) and "\n" not in greeting.strip() and len(greeting) <= LONGEST_GREETING
    shared = rest if alone else job.body
    stampable = bool(job.people) and not merging.names_in(f"{job.subject}\n{shared}")
    quick, slow = labels.parted(job.people, _written) if stampable else ([], job.people)
    parts = [_stamped(replace(job, people=quick), greeting if alone else "", shared)] if quick else []
    parts += [_drawn(replace(job, people=slow))] if slow or not quick else []
    return File(pdf.join(parts), "letters.pdf", "application/pdf")


def _written(one: tuple[Reached, dict[str, str]]) -> str:
    """What of a letter differs from person to person."""
    return " ".join([*address_lines(one[0]), *map(str, one[1].values())])


LONGEST_GREETING = 60
STAMPS_AT_ONCE = 1000


def _stamped(job: Job, greeting: str, words: str) -> bytes:
    """The words are drawn in one child while the addresses are in another."""
    paper = render_to_string("comms/letters.html", _letterhead(job) | {"letters": [_sheet([], words, job.subject)]})
    hello = merging.cut(markup.to_text(greeting), job.language)

    def mark(at: int) -> bytes:
        some = job.people[at : at + STAMPS_AT_ONCE]
        salutations = [hello.fill(values, merging.one_line) for _reached, values in some] if greeting else []
        return labels.stamps([address_lines(reached) for reached, _values in some], salutations=salutations)

    with ThreadPoolExecutor(CHILDREN) as pool:
        body = pool.submit(pdf.from_html, paper)
        marks = list(pool.map(mark, range(0, len(job.people), STAMPS_AT_ONCE)))
        return pdf.stamped(body.result(), marks, progress=job.progress)


def _drawn(job: Job) -> bytes:
    body, about = merging.cut(job.body, job.language), merging.cut(job.subject, job.language)
    sheets = [
        _sheet(address_lines(reached), body.fill(values, _no_marks), about.fill(values, merging.one_line))
        for reached, values in job.people
    ]
    size = max(1, min(LETTERS_AT_ONCE, LETTER_BYTES // (max((len(s["html"]) for s in sheets), default=0) + 500)))
    groups = [sheets[at : at + size] for at in range(0, len(sheets), size)] or [[]]
    contexts = [_letterhead(job) | {"letters": group} for group in groups]
    return pdf.render_parts("comms/letters.html", contexts, progress=job.progress, at_once=CHILDREN)


def _sheet(lines: list[str], words: str, about: str) -> dict[str, Any]:
    return {"lines": lines, "html": markup.to_html(words), "about": about}


def _letterhead(job: Job) -> dict[str, Any]:
    lines = job.sender_address.splitlines()
    return {
        "sender": job.sender,
        "from": lines,
        "day": job.day,
        "subject": job.title,
        "language": job.language,
        "code": _code(job.body),
    }


def address_labels(job: Job) -> File:
    """Avery 5160, thirty to a sheet."""
    rows = [address_lines(reached) for reached, _values in job.people]
    return File(labels.labels(rows, "avery5160"), "labels-5160.pdf", "application/pdf")


def poster(job: Job) -> File:
    """One page in large type."""
    words = merging.fill(job.body, job.shared, job.language)
    context = {
        "title": job.title,
        "html": markup.to_html(_headed(words, merging.fill(job.subject, job.shared, job.language, merging.one_line))),
        "sender": job.sender,
        "code": _code(words),
    }
    return File(pdf.render("comms/poster.html", {**context, "language": job.language}), "poster.pdf", "application/pdf")


def _headed(words: str, subject: str) -> str:
    """A short first line that stands alone is the heading, marked as one or not; without one the subject is."""
    first, gap, rest = words.strip().partition("\n\n")
    if first.startswith("#"):
        return words
    is_title = gap and "\n" not in first and len(first) <= 80 and re.match(r"\w", first)
    if is_title and not first.endswith((",", ".", ":")):
        return f"# {first}\n\n{rest}"
    return f"# {subject}\n\n{words}" if subject else words


def _code(words: str) -> str:
    """The first web address of the words as a picture a phone can read, or ''."""
    found = next((slot.text for slot in slots.find(words) if slot.kind == "link"), "")
    if not found:
        return ""
    address = found if found.startswith("http") else f"https://{found}"
    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=2))


def plain_text(job: Job) -> File:
    """The words alone, to paste anywhere."""
    words = "\n\n".join(part for part in (job.subject, markup.to_text(job.body)) if part)
    return File(words.encode(), "message.txt", "text/plain; charset=utf-8")


Writer = Callable[[Job], File]
WRITERS: dict[str, tuple[object, Writer]] = {
    "mail_merge": (_("Mail merge (CSV)"), mail_merge),
    "mail_merge_xlsx": (_("Mail merge (Excel workbook)"), mail_merge_workbook),
    "call_list": (_("Call list (CSV)"), call_list),
    "letters": (_("Letters (PDF)"), letters),
    "avery5160": (_("Address labels, Avery 5160 (PDF)"), address_labels),
    "poster": (_("Poster (PDF)"), poster),
    "text": (_("The words (text file)"), plain_text),
}
BY_CHANNEL = {
    "email": ("mail_merge", "mail_merge_xlsx", "text"),
    "sms": ("mail_merge", "mail_merge_xlsx", "text"),
    "letter": ("letters", "avery5160", "mail_merge", "mail_merge_xlsx", "text"),
    "phone": ("call_list", "text"),
    "flyer": ("poster", "text"),
    "board": ("poster", "text"),
    "meeting_notice": ("poster", "text"),
}
TOOL_CHANNELS = {"email": ("email", ""), "sms": ("sms", ""), "phone": ("phone", "")}
TALKS_TOO = {"phone": "thrutext_thrutalk_getthru"}  # one program, one layout, for texts and for calls
NAMELESS = frozenset({"poster", "text"})


def label_of(file_format: str) -> str:
    """How a format is called on a page; its code when it is no longer known."""
    if file_format in WRITERS:
        return str(WRITERS[file_format][0])
    return str(FORMATS[file_format].label) if file_format in FORMATS else file_format


def formats_for(channel: str) -> list[tuple[str, str]]:
    """Our own files first, then the programs that carry this channel."""
    own = [(name, str(WRITERS[name][0])) for name in BY_CHANNEL.get(channel, ("text", "poster"))]
    fits, also = TOOL_CHANNELS.get(channel, ()), TALKS_TOO.get(channel)
    tools = [f for f in FORMATS.values() if f.for_outreach and (f.channel in fits or f.slug == also)]
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


def as_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8; no cell can be taken for a formula."""
    return "".join(write_csv(header, rows)).encode("utf-8")


def dialled(number: str) -> str:
    """A number of another country as it is dialled from here: '011 44 …', no sign a spreadsheet reads as a sum."""
    return f"011{number[1:]}" if number[:1] == "+" and number[1:].isdigit() else number


def for_tool(slug: str, job: Job) -> File:
    """In the exact columns of the program that texts, calls or mails for us."""
    wanted = FORMATS[slug]
    everybody = [_outgoing(reached, values, job) for reached, values in job.people]
    people = [person for person in everybody if not wanted.lacks(person)]
    left_out = Counter(why for person in everybody if (why := wanted.lacks(person)))
    content = wanted.make(people, job.title)
    return File(content, f"{slug}.{wanted.ending}", wanted.media_type, tuple(headers(slug)), left_out)


def _outgoing(reached: Reached, values: dict[str, str], job: Job) -> Outgoing:
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
        component=person.component,
        department=person.department,
        shift=person.shift,
        email=reached.to if kind == "EmailAddress" else "",
        cell=reached.to if kind == "Phone" else "",
        street=spot.street if spot else "",
        street2=spot.street2 if spot else "",
        city=spot.city if spot else "",
        state=spot.state if spot else "",
        zip=spot.zip if spot else "",
        no_email=False if kind == "EmailAddress" else None,
        tags=job.tags.get(str(person.public_id), []),
        no_sms=job.channel != "sms" if kind == "Phone" else None,  # a number stands there for this use alone
        no_call=job.channel != "phone" if kind == "Phone" else None,
    )


def _no_marks(value: str) -> str:
    """A name cannot bring markup along."""
    return re.sub(r"([\\`*_\[\]<>#!])", r"\\\1", merging.one_line(value))
