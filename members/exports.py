"""Files and papers of the roster as answers to a browser."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from members import figures, queries
from members.formats.files import walk_sheet
from members.models import Channel, Person, Turf, TurfPerson
from members.names import listed_name
from members.reaching.audience import Gate
from members.reaching.ways import refusals, ways
from members.reports import LISTED, sections_of
from members.services.exporting import Export
from unionops.platform.access.models import Local, User
from unionops.platform.core import lazy_re as re
from unionops.platform.core.money import dollars
from unionops.platform.core.problems import Problem
from unionops.platform.files import pdf
from unionops.platform.sheets.writing import write_csv


def download(export: Export) -> HttpResponse:
    return attachment(export.data, export.name, export.media_type)


def attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def summary_paper(found: dict[str, Any], as_of: datetime.date, since: dict[str, Any]) -> HttpResponse:
    """The reconciliation on one sheet, for the treasurer; `since` is what changed after the lists before."""
    moved = {line.name: line for line in since.get("moved", ())}
    rows = [
        (title, people, moved.pop(name, None), _paid(name, people)) for name, title, _why, people in sections_of(found)
    ]
    rows += [(line.title, [], line, None) for line in moved.values()]
    context = {"found": found, "rows": rows, "as_of": as_of, "local": Local.current(), **since}
    context["density"] = f"{found['density']:.1%}"
    return attachment(pdf.render("members/papers/reconcile.html", context), "reconciliation.pdf", "application/pdf")


def _paid(name: str, people: list[dict[str, Any]]) -> int | None:
    """Cents that came in from these people; of lists without money nothing."""
    return None if name in LISTED or name == "in_unit_not_paying" else sum(item["paid_cents"] for item in people)


ROWS = (9, 6, 4, 3)
"""So many places of a kind, or gaps, stand on the board's page: the most with which it is one page; the rest is
counted."""


def density_paper(user: User, groups: dict[str, Any]) -> HttpResponse:
    """Density by place and over time, stewards against the target: one page for the board."""
    papers = (pdf.render("members/papers/density.html", _density(user, groups, rows)) for rows in ROWS)
    paper = next((paper for paper in papers if pdf.pages(paper) == 1), None)
    paper = paper or pdf.render("members/papers/density.html", _density(user, groups, ROWS[-1]))
    return attachment(paper, "density-and-coverage.pdf", "application/pdf")


def _density(user: User, groups: dict[str, Any], most: int) -> dict[str, Any]:
    """What the page says, at most so many places of each kind; a kind of which nothing is known is left out."""
    local, unknown = Local.current(), gettext("not known")
    covers = figures.coverage(user, local.steward_ratio)
    parts = []
    for name, title in groups.items():
        bars = sorted(figures.density_by(user, name), key=lambda bar: -(bar.of or 0))
        rows = [(bar, round(100 * bar.value / bar.of) if bar.of else 0) for bar in bars[:most]]
        if [bar.label for bar in bars] != [unknown]:
            parts.append((title, rows, len(bars) - len(rows)))
    gaps = [cover for cover in covers if cover.missing]
    whole = queries.density(user)
    return {
        "local": local, "day": timezone.localdate(), "parts": [parts[at : at + 2] for at in range(0, len(parts), 2)],
        "months": figures.density_months(user)[-13:], "gaps": gaps[:most], "more_gaps": max(0, len(gaps) - most),
        "against": figures.whole_ratio(covers, local.steward_ratio), "whole": whole,
        "percent": round(100 * whole["members"] / whole["unit"], 1) if whole["unit"] else 0,
    }  # fmt: skip


FIGURES = ("What", "Place", "Month", "People", "Members", "Percent", "Stewards", "Stewards wanted")


def density_table(user: User, groups: dict[str, Any]) -> HttpResponse:
    """The figures of the page as one table: each place today, each month, and stewards against the target."""
    rows: list[tuple[Any, ...]] = []
    for name, title in groups.items():
        rows += [(title, bar.label, "", bar.of, bar.value, _percent(bar.value, bar.of), "", "")
                 for bar in figures.density_by(user, name)]  # fmt: skip
    rows += [(gettext("Over time"), gettext("everybody"), f"{month:%Y-%m}", people, members,
              _percent(members, people), "", "")
             for month, people, members, _guessed in figures.month_rows(user)]  # fmt: skip
    for cover in figures.coverage(user, Local.current().steward_ratio):
        place = f"{cover.unit}, {cover.place}"
        rows.append((gettext("Stewards"), place, "", cover.people, "", "", cover.stewards, cover.wanted))
    lines = write_csv(FIGURES, [[str(cell) for cell in row] for row in rows])
    return attachment("".join(lines).encode(), "density-and-coverage.csv", "text/csv; charset=utf-8")


def _percent(members: float, people: float | None) -> str:
    return f"{100 * members / people:.1f}" if people else ""


PARTS_IN_WORDS = {
    "person": _("Person"), "emails": _("E-mail addresses"), "phones": _("Phones"), "addresses": _("Postal addresses"),
    "consents": _("What you agreed to"), "placements": _("Where you worked"), "memberships": _("Memberships"),
    "payments": _("Dues payments"), "changes": _("What was changed, and on whose word"),
    "conversations": _("Conversations"), "assessments": _("Assessments"),
    "earlier_notes": _("Notes corrected or taken back"), "tags": _("Tags"),
    "other_numbers": _("Other numbers"), "follow_ups": _("Tasks about you"), "committees": _("Committees"),
    "walk_lists": _("Walk lists"), "cases": _("Cases"), "messages": _("Messages to you"),
    "outreach": _("Calls and texts"), "merged_records": _("Records merged into this one"),
    "account": _("Account and offices"), "seen_and_changed_by": _("Who looked at this record or changed it"),
    "timeline": _("What happened"), "not_in_this_file": _("Not in this file"),
}  # fmt: skip
INNER = {"name_key", "is_latest", "form_upload", "id"}


def record_paper(record: dict[str, Any]) -> bytes:
    """The whole record in words, part by part; what is empty is left out."""
    parts = []
    for name, rows in record.items():
        listed = [rows] if isinstance(rows, dict) else rows
        if listed:
            parts.append((PARTS_IN_WORDS.get(name, name.replace("_", " ")), [list(_in_words(row)) for row in listed]))
    context = {"name": record["person"]["name"], "parts": parts, "local": Local.current()}
    return pdf.render("members/papers/record.html", context)


def _in_words(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(what, value) of a row; a change as old and new."""
    for name, value in row.items():
        if name in INNER or value in ("", None, [], {}) or (name == "has_died" and not value):
            continue
        if name == "diff" and isinstance(value, dict):
            for field, pair in value.items():
                both = [str(part or "–") for part in pair] if isinstance(pair, list) else [str(pair)]
                if field not in INNER and not field.endswith("_id"):
                    yield field.replace("_", " "), " → ".join(both)
        else:
            shown = gettext("yes") if value is True else gettext("no") if value is False else value
            said = ", ".join(map(str, shown)) if isinstance(shown, list) else str(shown)
            yield str(SAID.get(name, name.replace("_", " "))), _money(said) if name in CENTS else _when(said)


SAID = {"org": _("organization"), "cents": _("amount"), "dues_cents": _("dues")}
CENTS = {"cents", "dues_cents"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d\S*)?")


def _money(cents: str) -> str:
    return f"${dollars(int(cents))}" if cents.lstrip("-").isdigit() else cents


def _when(said: str) -> str:
    """A day, or a moment in the local's own time, as people write them; anything else as it is."""
    if not MOMENT.fullmatch(said):
        return said
    try:
        if len(said) == len("2026-11-29"):
            return date_format(datetime.date.fromisoformat(said), "j M Y")
        moment = datetime.datetime.fromisoformat(said)
    except ValueError:
        return said
    return date_format(timezone.localtime(moment) if timezone.is_aware(moment) else moment, "j M Y, H:i")


def record_json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, indent=1, ensure_ascii=False, default=str).encode()


LETTERS = {
    "new_hires": _(
        "Welcome to your new work. We are your local: we speak for everybody in the unit, member or not, and we are "
        "people who work beside you. A steward will come by to say hello. If you have a question about pay, hours or "
        "leave before that, call us. When you are ready to join, we will bring the form."
    ),
    "separations": _(
        "You are no longer on the employer's list of our unit. If you have retired, you may stay with us as a retired "
        "member. If dues are still withheld from your pay, tell us and we will stop them. If you did not leave by "
        "your own wish, call us soon: there are time limits."
    ),
    "paying_not_member": _(
        "Dues are withheld from your pay for our local, but we have no membership form of yours. If you wish to be a "
        "member, welcome: please sign the enclosed form and send it back. If you do not, tell us, and we will help you "
        "to stop the deduction and give the money back."
    ),
    "members_not_remitted": _(
        "You are a member of our local by payroll deduction, but the last report of the payroll office shows no dues "
        "from you. If you are on leave without pay, tell us, and nothing is lost. If something else has changed, we "
        "would like to know."
    ),
    "failed_payments": _(
        "Your last dues payment by card or bank did not go through. This happens when a card runs out. Please renew "
        "your payment details, or call us and we will do it together."
    ),
    "left_the_unit_still_paying": _(
        "Our records show that you have left the bargaining unit, but dues are still withheld from your pay. We will "
        "help you to stop the deduction and give back what was withheld too much."
    ),
    "amount_differs": _(
        "The dues withheld from your pay are not the amount we have on record. Nothing is wrong on your side; we are "
        "asking the payroll office, and we write so that you can check your pay statement."
    ),
}


def letters_about(user: User, what: str, keys: list[int]) -> HttpResponse:
    """A letter to each of the people whom the post reaches. Problem when there is no letter for this, or nobody."""
    if what not in LETTERS:
        raise Problem("no_letter", gettext("There is no letter for this difference."), gettext("Make tasks instead."))
    people = list(queries.people(user).filter(pk__in=keys))
    found, said = ways([Channel.MAIL], keys)[Channel.MAIL], refusals([Channel.MAIL], "", keys)[Channel.MAIL]
    gate = Gate(Channel.MAIL)
    letters = []
    for person in people:
        _reason, way = gate.verdict(person, found.get(person.pk, []), said.get(person.pk))
        if way:
            letters.append({"name": person.name, "called": person.called, "place": way.detail})
    if not letters:
        raise Problem("nobody", gettext("None of these people can be reached by post."), gettext("Make tasks instead."))
    shared = {"text": LETTERS[what], "local": Local.current(), "day": timezone.localdate()}
    parts = [shared | {"letters": letters[at : at + 50]} for at in range(0, len(letters), 50)]
    return attachment(pdf.render_parts("members/papers/letters.html", parts), f"letters-{what}.pdf", "application/pdf")


def _called_in_list(person: Person) -> str:
    return listed_name(person.last_name, person.preferred_name or person.first_name)


def walk_list(turf: Turf, names: Sequence[TurfPerson]) -> bytes:
    """By place and name, with room for a number and a few words; nothing on it that must not lie on a bench."""
    rows = [
        (str(one.person.worksite or ""), one.person.shift, _called_in_list(one.person),
         one.person.job_title, one.person.standing, str(one.get_result_display()))
        for one in names
    ]  # fmt: skip
    title = f"{turf.canvass}: {turf.name}. {turf.canvass.question}"
    return walk_sheet(title if turf.walker is None else f"{title} ({turf.walker})", rows)
