"""Every export format by its name, and the file it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.formats.cards import vcards
from members.formats.outgoing import Outgoing
from members.formats.tables import MOST_BYTES, MOST_ROWS, TOOLS, columns, headers, lacks
from members.reaching.audience import BY_HAND
from unionops.platform.core.problems import Problem
from unionops.platform.files import labels, letters
from unionops.platform.sheets.writing import write_csv, write_xlsx

People = Iterable[Outgoing]


@dataclass(frozen=True)
class Format:
    """`channel` is the channel whose consent decides who is in the file; empty keeps everybody."""

    slug: str
    label: Any
    ending: str
    media_type: str
    channel: str
    make: Callable[[People, str], bytes]
    for_outreach: bool = False

    def lacks(self, person: Outgoing) -> str:
        """Why this file does not hold the person, '' when it does. Who has died stays in tables of our own only."""
        if person.has_died and self.slug not in KEPT_WHOLE:
            return "deceased"
        if self.ending == "pdf" and letters.missing(" ".join(self._on_paper(person))):
            return BY_HAND
        return lacks(self.slug, person) if self.for_outreach else ""

    def _on_paper(self, person: Outgoing) -> list[str]:
        words = [person.sort_name, person.called, person.worksite]
        return person.address_lines if self.channel == "mail" else words

    @property
    def columns(self) -> list[str]:
        """What the file says about each person."""
        return PAPER_COLUMNS.get(self.slug) or headers(self.slug)


KEPT_WHOLE = {"csv", "xlsx"}
ON_LABELS = ["Name", "Address", "Address 2", "City", "State", "ZIP", "Country"]
PAPER_COLUMNS = {
    "vcard": ["N", "FN", "UID", "NICKNAME", "TEL", "EMAIL", "ADR", "CATEGORIES"],
    "avery5160": ON_LABELS,
    "avery5163": ON_LABELS,
    "signin": ["Name", "Worksite", "Signature"],
    "walklist": ["Worksite", "Shift", "Name", "Job", "Member", "1-5", "Notes"],
}
CSV, PDF = "text/csv; charset=utf-8", "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EMAIL_TOOLS = {"action_network", "mailchimp", "actionkit"}
TEXT_TOOLS = {"spoke_rewired", "spoke_scale_to_win", "thrutext_thrutalk_getthru", "rumbleup", "hustle"}
CALL_TOOLS = {"scale_to_win_dialer"}
ALIASES = {"spoke": "spoke_rewired", "thrutext": "thrutext_thrutalk_getthru", "thrutalk": "thrutext_thrutalk_getthru",
           "getthru": "thrutext_thrutalk_getthru", "van": "van_bulk_upload", "vcard_3_0": "vcard"}  # fmt: skip


def _csv(slug: str) -> Callable[[People, str], bytes]:
    def make(people: People, title: str) -> bytes:
        cells = columns(slug)
        rows = ([cell(person) for cell in cells] for person in people)
        content = "".join(write_csv(headers(slug), rows, for_people=slug not in TOOLS)).encode()
        _require_fits(slug, content.count(b"\n") - 1, len(content))
        return content

    return make


def _require_fits(slug: str, rows: int, size: int) -> None:
    if rows > MOST_ROWS.get(slug, rows) or size > MOST_BYTES.get(slug, size):
        said = _("%(program)s does not take a file of %(rows)s rows and %(size)s MB.")
        values = {"program": TOOLS[slug]["name"], "rows": rows, "size": round(size / 1_000_000, 1)}
        raise Problem("file_too_large", said % values, _("Cut the list into smaller ones."))


def _xlsx(people: People, title: str) -> bytes:
    cells = columns("")
    return write_xlsx(headers(""), ([cell(person) for cell in cells] for person in people), sheet=title or "People")


def _labels(sheet: str) -> Callable[[People, str], bytes]:
    return lambda people, _title: labels.labels((person.address_lines for person in people), sheet)


def _sign_in(people: People, title: str) -> bytes:
    columns = [labels.Column(_("Name"), 4), labels.Column(_("Worksite"), 3), labels.Column(_("Signature"), 4)]
    rows = [(p.sort_name, p.worksite, "") for p in people]
    return labels.sign_in_sheet(title, columns, rows, blank=10)


def _walk_list(people: People, title: str) -> bytes:
    """By place and shift, with room to write; no contact details lie on a clipboard."""
    ordered = sorted(people, key=lambda p: (p.worksite, p.shift))  # names stay in the order of the list
    return walk_sheet(title, [(p.worksite, p.shift, p.sort_called, p.job_title, p.standing, "") for p in ordered])


def walk_sheet(title: str, rows: Iterable[Sequence[str]]) -> bytes:
    """Rows are worksite, shift, name, job, standing (a value of `Standing` or its word in a file) and notes."""
    columns = [
        labels.Column(_("Worksite"), 2.7), labels.Column(_("Shift"), 1.5), labels.Column(_("Name"), 3.2),
        labels.Column(_("Job"), 2.5), labels.Column(_("Member"), 1.4), labels.Column(_("1-5"), 0.8),
        labels.Column(_("Notes"), 2.8),
    ]  # fmt: skip
    lines = [(*who, _("yes") if standing in {"member", "retired"} else _("no"), "", note)
             for *who, standing, note in rows]  # fmt: skip
    return labels.sign_in_sheet(title, columns, lines)


def _vcard(people: People, title: str) -> bytes:
    return vcards(people).encode()


def _channel(slug: str) -> str:
    if slug in EMAIL_TOOLS:
        return "email"
    return "sms" if slug in TEXT_TOOLS else "phone" if slug in CALL_TOOLS else ""


OURS = [
    Format("csv", gettext_lazy("CSV, for people"), "csv", CSV, "", _csv("")),
    Format("xlsx", gettext_lazy("Excel workbook"), "xlsx", XLSX, "", _xlsx),
    Format("vcard", gettext_lazy("Contacts (vCard)"), "vcf", "text/vcard; charset=utf-8", "", _vcard),
    Format("avery5160", gettext_lazy("Labels, Avery 5160"), "pdf", PDF, "mail", _labels("avery5160")),
    Format("avery5163", gettext_lazy("Labels, Avery 5163"), "pdf", PDF, "mail", _labels("avery5163")),
    Format("signin", gettext_lazy("Sign-in sheet"), "pdf", PDF, "", _sign_in),
    Format("walklist", gettext_lazy("Walk list"), "pdf", PDF, "", _walk_list),
]
OUTREACH = [
    Format(slug, str(tool["name"]), "csv", CSV, _channel(slug), _csv(slug), for_outreach=True)
    for slug, tool in TOOLS.items()
]
FORMATS = {found.slug: found for found in [*OURS, *OUTREACH]}


def named(slug: str) -> Format | None:
    return FORMATS.get(ALIASES.get(slug, slug))
