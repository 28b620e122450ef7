"""Papers as texts with named places: the words the program begins with, and how places are filled. Pure.

A place is written {name}; {name?} may stay empty. A line that begins with '# ' is a heading; a blank line ends a
paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from unionops.platform.core import lazy_re as re

PLACE = re.compile(r"\{\s*([a-z_]*)(\?)?\s*\}")

# What a place stands for, as a missing one is named.
FIELDS = {
    "local": _("the local's name"),
    "today": _("today's date"),
    "number": _("the case number"),
    "title": _("the short title"),
    "grievants": _("the grievant, or the union or a group as grievant"),
    "unit": _("the bargaining unit"),
    "worksite": _("the worksite"),
    "steward": _("the steward"),
    "managers": _("the managers named"),
    "incident": _("the day it happened"),
    "known": _("the day the person learned of it"),
    "filed": _("the day it was filed"),
    "statement": _("a statement of facts"),
    "clauses": _("a clause, law or practice"),
    "remedy": _("a remedy"),
    "record": _("what was done so far"),
    "step": _("the step the case stands at"),
    "next_step": _("a running date of ours"),
    "next_due": _("a running date of ours"),
    "clock_step": _("a running date"),
    "clock_due": _("a running date"),
    "late_step": _("an answer that is late"),
    "late_due": _("an answer that is late"),
    "late_words": _("the words of the clause about the late answer"),
    "late_effect": _("what the agreement says of silence"),
    "late_follow": _("what the union does now"),
    "outcome": _("an outcome: close the case first"),
    "outcome_reason": _("the reason it ended so"),
    "decision": _("a recorded decision with its reason"),
    "appeal_right": _("the appeal inside the union"),
    "terms": _("the terms of the settlement"),
    "promises": _("what is owed by the settlement"),
    "abeyance": _("the abeyance and its reason"),
}

# What a missed answer means, as it is told to the other side.
EFFECTS = {
    "denied_may_advance": _("Under these words no answer counts as a denial, and the grievance may go on."),
    "auto_advance": _("Under these words the grievance moves to the next step by itself."),
    "auto_advance_but_must_file": _("Under these words the grievance moves on; the union files at the next step."),
    "must_advance_or_withdrawn": _("Under these words the union takes the grievance to the next step in time."),
    "sustained_no_precedent": _("Under these words the step is decided for the union, without precedent."),
    "granted": _("Under these words the remedy asked for is granted."),
    "no_effect": _("The time for the answer is over."),
}
DECIDED = ("sustained_no_precedent", "granted")

DEFAULTS = {
    "form": _(
        "# Statement of facts\n\n{statement}\n\n# Articles and sections violated\n\n{clauses}\n\n"
        "# Remedy asked for\n\n{remedy}"
    ),
    "appeal": _(
        "The union appeals grievance {number} to the next step of the procedure: {next_step}.\n\n"
        "# What was done so far\n\n{record}\n\n# Statement of facts\n\n{statement}\n\n"
        "# Articles and sections violated\n\n{clauses}\n\n# Remedy asked for\n\n{remedy}"
    ),
    "extension": _(
        "The parties agree that the time limit for “{clock_step}” in grievance {number}, now {clock_due}, is extended "
        "to:\n\n______________________\n\n"
        "This agreement concerns this grievance only and changes no other time limit."
    ),
    "abeyance": _(
        "The parties agree to hold grievance {number} in abeyance from ______________ until ______________. All time "
        "limits stand still during that time and go on afterwards with the days that were left.\n\n{abeyance?}\n\n"
        "This agreement concerns this grievance only."
    ),
    "late": _(
        "Management's answer in grievance {number} at “{late_step}” was due on {late_due}. It has not arrived.\n\n"
        "# What the agreement says\n\n“{late_words}”\n\n{late_effect}\n\n"
        "{late_follow}"
    ),
    "settlement": _(
        "The parties settle grievance {number} as follows.\n\n# Terms\n\n{terms}\n\n# Who owes what, and by when\n\n"
        "{promises?}\n\nThis settlement ends the grievance. If a promise is not kept, the union may take up the "
        "grievance where it stood."
    ),
    "withdrawal": _(
        "The union withdraws grievance {number}, filed on {filed}, without precedent and without giving up any "
        "position on the agreement."
    ),
    "closing": _(
        "To {grievants}\n\nYour grievance {number} is closed. Outcome: {outcome}.\n\n{outcome_reason}\n\n"
        "{decision?}\n\n{appeal_right?}\n\nPlease call your steward, {steward?}, with any question."
    ),
}


# Needed on the paper whatever its words are: they stand in the table at its head.
ALWAYS = {"form": " {grievants} {incident}", "appeal": " {grievants} {incident}"}


@dataclass(frozen=True)
class Part:
    """A heading, or a paragraph with its lines."""

    text: str
    heading: bool = False


def places(text: str) -> list[tuple[str, bool]]:
    """(name, may stay empty) of each place in the text."""
    return [(match[1], bool(match[2])) for match in PLACE.finditer(text)]


def unknown(text: str) -> list[str]:
    return sorted({name for name, _optional in places(text) if name not in FIELDS})


def missing(text: str, values: Mapping[str, str]) -> list[str]:
    """In words, once each: what the text needs and the case does not hold."""
    needed = [name for name, optional in places(text) if not optional and not values.get(name)]
    return list(dict.fromkeys(str(FIELDS.get(name, name)) for name in needed))


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with what is known in its places; a place nothing is known for stays as it is, an optional one goes."""

    def put(match: re.Match[str]) -> str:
        return values.get(match[1]) or ("" if match[2] else match[0])

    return re.sub(r"\n{3,}", "\n\n", PLACE.sub(put, text)).strip()


def parts(text: str) -> list[Part]:
    """Headings and paragraphs in order."""
    blocks = (block.strip() for block in re.split(r"\n\s*\n", text))
    return [Part(block.removeprefix("# "), block.startswith("# ")) for block in blocks if block]
