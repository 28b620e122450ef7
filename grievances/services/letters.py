"""Letters drafted, changed and drawn; the words of the local's papers, and its own PDF forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from grievances import letters
from grievances.models import CaseDocument, Deadline, Grievance, Letter, Paper, PaperText
from grievances.queries import letters as queries
from grievances.queries import packets
from grievances.services import papers
from unionops.platform.access.models import Local, User
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.files import pdf
from unionops.platform.files import services as files

PRINT = "grievances/papers/letter.html"
FIXED = "="


class LetterChanged(Problem):
    """Somebody else saved the letter in the meantime; both texts are shown."""

    def __init__(self, row: Letter) -> None:
        self.row = row
        super().__init__("changed", _("Somebody else saved this while you were writing."), _("Compare both texts."))


def _box_language() -> AbstractContextManager[None]:
    """Papers are written in the box's language, for management reads them, whatever language their writer reads in."""
    return translation.override(settings.LANGUAGE_CODE)


@transaction.atomic
def draft_letter(*, by: User, case: Grievance, paper: str, deadline: Deadline | None = None) -> Letter:
    """The paper's words with what the case holds in their places. What it does not hold stands open in braces."""
    with _box_language():
        text = letters.fill(queries.words_of(by, paper), queries.values(by, case, deadline))
    row: Letter = Letter.objects.create(
        matter=case.matter, grievance=case, paper=paper, text=text, deadline=deadline, by=by
    )
    record(by, "drafted a letter", case, detail={"paper": str(paper)})
    return row


@transaction.atomic
def save_letter(*, by: User, letter: Letter, version: int, text: str) -> Letter:
    """Keep the changed words. Raises LetterChanged when somebody else saved first."""
    _must_be_open(letter)
    if not Letter.objects.filter(pk=letter.pk, version=version).update(version=version + 1, text=text.strip()):
        raise LetterChanged(Letter.objects.get(pk=letter.pk))
    record(by, "changed a letter", letter.matter, detail={"letter": str(letter.public_id)})
    found: Letter = Letter.objects.select_related("grievance", "matter").get(pk=letter.pk)
    return found


@transaction.atomic
def discard_letter(*, by: User, letter: Letter) -> None:
    _must_be_open(letter)
    letter.discarded_at = timezone.now()
    letter.save(update_fields=["discarded_at"])
    record(by, "discarded a letter", letter.matter, detail={"letter": str(letter.public_id)})


def _must_be_open(letter: Letter) -> None:
    if letter.document_id or letter.discarded_at:
        raise Problem("letter_done", _("This letter is drawn or discarded already."), _("Write a new one."))


def draw_letter(*, by: User, letter: Letter) -> CaseDocument:
    """The letter as PDF, kept in the case. Raises Problem while a place is open, or when its date waits no longer."""
    _must_be_open(letter)
    if letter.deadline is not None and not letter.deadline.is_live:
        raise Problem("answered", _("The date this letter speaks of waits no longer."), _("Discard the letter."))
    _must_be_whole(letters.missing(letter.text, {}) + letters.unknown(letter.text))
    document = _drawn(by, letter.grievance, letter.paper, letter.text)
    Letter.objects.filter(pk=letter.pk).update(document=document)
    return document


def _must_be_whole(needs: list[str]) -> None:
    if needs:
        raise Problem(
            "incomplete_paper",
            _("This paper still needs: %s.") % "; ".join(needs),
            _("Add it to the case, or write it in, then draw the paper again."),
        )


def needs_of(user: User, case: Grievance, paper: str) -> list[str]:
    """What a paper still needs, in words; an empty list means it can be drawn."""
    own = queries.chosen(user, paper)
    if own is not None and own.form and not any(own.fields.values()):
        return [_("what goes into the fields of the union's own form")]
    wanted = form_words(own) if own is not None and own.form else queries.words_of(user, paper)
    return letters.missing(wanted + letters.ALWAYS.get(paper, ""), queries.values(user, case))


def form_words(own: PaperText) -> str:
    """The places the fields of the local's form ask for, as a text."""
    return " ".join(f"{{{name}}}" for name in own.fields.values() if name and not name.startswith(FIXED))


def draw(*, by: User, case: Grievance, paper: str) -> CaseDocument:
    """One paper as the case stands now: the local's own form filled in, else its words. Raises Problem."""
    _must_be_whole(needs_of(by, case, paper))
    own = queries.chosen(by, paper)
    with _box_language():
        known, text = queries.values(by, case), queries.words_of(by, paper)
    if own is not None and own.form:
        data = pdf.filled(files.read_upload(own.form), field_values(own.fields, known))
        _must_be_readable(pdf.cramped(data))
        return _kept(by, case, paper, data)
    return _drawn(by, case, paper, letters.fill(text, known))


def _must_be_readable(cramped: list[str]) -> None:
    """A form that drops words, or prints them too small to read, is no filing."""
    if cramped:
        raise Problem(
            "does_not_fit",
            _("The words do not fit into the form: %s.") % ", ".join(cramped),
            _("Shorten them, or write 'see attached' there and file the whole text with it."),
        )


def field_values(fields: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """Field of the form -> its words; what follows '=' is written as it is."""
    return {
        field: name.removeprefix(FIXED) if name.startswith(FIXED) else known.get(name, "")
        for field, name in fields.items()
        if name
    }


# Papers both sides sign; of the others management signs that it received them.
AGREED = (Paper.EXTENSION, Paper.ABEYANCE, Paper.SETTLEMENT)


def _drawn(by: User, case: Grievance, paper: str, text: str) -> CaseDocument:
    context = {"local": Local.current(), "today": today(), "case": case, "matter": case.matter}
    context |= {"title": Paper(paper).label, "parts": letters.parts(text), "signed": paper != Paper.CLOSING}
    context |= {"grievants": packets.grievants(case), "agreed": paper in AGREED}
    with _box_language():
        data = pdf.render(PRINT, context)
    return _kept(by, case, paper, data)


def _kept(by: User, case: Grievance, paper: str, data: bytes) -> CaseDocument:
    title, name = f"{Paper(paper).label} {case.number}", f"{case.number}-{paper}.pdf"
    return papers.keep_paper(by=by, matter=case.matter, data=data, title=title, name=name, paper=paper)


@transaction.atomic
def save_text(*, by: User, paper: str, text: str) -> PaperText:
    """The local's words for a paper; an empty text brings the program's back. Raises Problem on unknown places."""
    if wrong := letters.unknown(text):
        names = ", ".join("{" + name + "}" for name in wrong)
        raise Problem("unknown_place", _("There is no place called %s.") % names, _("Use the names listed below."))
    row: PaperText
    row, _made = PaperText.objects.update_or_create(paper=paper, defaults={"text": text.strip(), "by": by})
    record(by, "changed the words of a paper", row)
    return row


def keep_form(*, by: User, paper: str, file: Any, name: str) -> PaperText:
    """The union's own PDF form for a paper; its fields are read and, where their names are plain, matched."""
    upload = files.store_upload(by=by, file=file, name=name, purpose=papers.PURPOSE_FORM)
    try:
        found = pdf.form_fields(files.read_upload(upload))
    except Problem:
        files.destroy_upload(by=by, upload=upload, reason="no form")
        raise
    old = queries.chosen(by, paper)
    with transaction.atomic():
        defaults = {"form": upload, "by": by, "fields": {one["name"]: guess(one) for one in found}}
        row, _made = PaperText.objects.update_or_create(paper=paper, defaults=defaults)
        record(by, "brought in a form for a paper", row)
    if old is not None and old.form:
        files.destroy_upload(by=by, upload=old.form, reason="replaced")
    found_row: PaperText = row
    return found_row


# Words people print beside a field, and the place that fits; the first that is found wins.
GUESSES = (
    ("filed", ("date filed", "filed on", "grievance filed", "date submitted", "date of filing")),
    (
        "incident",
        (
            "date of violation",
            "date of incident",
            "date of occurrence",
            "date of event",
            "date of the",
            "date occurred",
            "incident date",
            "date(s)",
            "occurrence",
            "event date",
        ),
    ),
    ("statement", ("statement", "facts", "describe", "nature of", "what happened", "description")),
    ("clauses", ("article", "section", "violat", "provision", "contract", "directive")),
    ("remedy", ("remedy", "relief", "resolution", "adjustment", "settlement desired")),
    ("known", ("aware", "learned")),
    (
        "number",
        ("grievance no", "grievance number", "case no", "case number", "file no", "case #", "grievance #", "file #"),
    ),
    ("steward", ("steward", "representative", "rep name", "union rep")),
    ("managers", ("supervisor", "manager", "official")),
    ("worksite", ("worksite", "work site", "duty station", "location", "facility", "department")),
    ("unit", ("bargaining unit", "unit")),
    ("local", ("local",)),
    ("grievants", ("grievant", "employee name", "employee", "name")),
    ("step", ("step",)),
)


# What a case does not hold, whoever else the words beside the field name: 'signature of grievant', 'employee phone'.
BY_HAND = re.compile(
    r"\b(?:sig(?:n(?:ed|ature|s)?)?|initials|phone|telephone|cell|fax|e-?mail|address|street|city|zip|title|grade|"
    r"classification|position|seniority|hired?|badge|(?:employee|member) (?:id|no|number|#)|response|answer|decision|"
    r"disposition|received|witness(?:es)?|(?:management|employer|company)(?:'s|’s)? rep\w*|"
    r"(?:step|level|stage) (?:[2-9]|two|three|four|i{2,3}|iv))\b"
)


def guess(field: Mapping[str, Any]) -> str:
    """The place a field of a form seems to ask for, '' when its name does not say; tick boxes are left to people."""
    said = " ".join(f"{field['label']} {field['name']}".replace("_", " ").replace(".", " ").casefold().split())
    if field["kind"] != "text" or BY_HAND.search(said):
        return ""
    return next((place for place, words in GUESSES if any(re.search(rf"\b{re.escape(w)}", said) for w in words)), "")


def fields_of(row: PaperText) -> list[dict[str, Any]]:
    """The fields of the form as they stand in the PDF."""
    return pdf.form_fields(files.read_upload(row.form)) if row.form else []


@transaction.atomic
def match_fields(*, by: User, row: PaperText, fields: Mapping[str, str]) -> None:
    """Which place goes into which field of the form."""
    row.fields, row.by = {name: place for name, place in fields.items() if place}, by
    row.save(update_fields=["fields", "by", "changed_at"])
    record(by, "matched the fields of a form", row, count=len(row.fields))


@transaction.atomic
def drop_form(*, by: User, row: PaperText) -> None:
    """Go back to the written paper."""
    upload = row.form
    row.form, row.fields, row.by = None, {}, by
    row.save(update_fields=["form", "fields", "by", "changed_at"])
    record(by, "took a form out", row)
    if upload is not None:
        files.destroy_upload(by=by, upload=upload, reason="taken out")


@transaction.atomic
def draft_late_letters(*, by: User, case: Grievance) -> int:
    """For each answer that is late by a confirmed rule and has none yet: the letter, ready for a person to send."""
    rows = case.deadlines.filter(state="running", side="theirs", step__deed="answer", due__lt=today(), letters=None)
    rows = rows.exclude(rule__confirmed_by=None)
    for row in rows.select_related("rule", "step", "grievance", "matter"):
        draft_letter(by=by, case=case, paper=Paper.LATE, deadline=row)
    return len(rows)
