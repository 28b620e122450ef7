"""Checklists of the trade: questions to answer one by one, each with the evidence for the answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Checklist:
    """`source` is where the questions come from; a checklist helps to think, it decides nothing."""

    key: str
    title: str | Promise
    source: str
    lines: tuple[tuple[str, str | Promise], ...]


JUST_CAUSE = Checklist(
    "just-cause",
    _("Just cause: seven tests"),
    "Enterprise Wire, 46 LA 359",
    (
        ("notice", _("Was the person warned of what could follow?")),
        ("rule", _("Is the rule or order reasonable?")),
        ("investigation", _("Did management look into it before it acted?")),
        ("fair", _("Was the investigation fair?")),
        ("proof", _("Is there proof?")),
        ("equal", _("Are others treated the same way?")),
        ("penalty", _("Does the penalty fit the act and the record?")),
    ),
)
DOUGLAS = Checklist(
    "douglas",
    _("Douglas factors"),
    "Douglas v. VA, 5 MSPR 280",
    (
        ("seriousness", _("How serious was it, and was it on purpose?")),
        ("job", _("What is the job: level, contact with the public, trust?")),
        ("discipline", _("Past discipline?")),
        ("record", _("Past work: years, performance, getting on with others?")),
        ("confidence", _("Can supervisors still rely on the person?")),
        ("consistency", _("What did others get for the same?")),
        ("table", _("What does the agency's table of penalties say?")),
        ("notoriety", _("Did it harm the agency's name?")),
        ("clarity", _("Was the rule clear, had there been a warning?")),
        ("rehabilitation", _("Can the person do better?")),
        ("mitigating", _("What speaks for the person: stress, illness, provocation?")),
        ("alternatives", _("Would a milder step do?")),
    ),
)
PAST_PRACTICE = Checklist(
    "past-practice",
    _("Past practice"),
    "what arbitrators usually ask",
    (
        ("clear", _("Is it clear what was done?")),
        ("consistent", _("Was it always done this way?")),
        ("long", _("For how long?")),
        ("known", _("Did both sides know and accept it?")),
        ("text", _("Does the agreement say otherwise?")),
    ),
)
WEINGARTEN = Checklist(
    "weingarten",
    _("Representation in an interview (Weingarten)"),
    "5 USC 7114(a)(2)(B); NLRB v. J. Weingarten, 420 US 251",
    (
        ("examination", _("Was the person questioned by management?")),
        ("discipline", _("Did they have reason to fear discipline?")),
        ("asked", _("Did they ask for a representative?")),
        ("granted", _("What did management do then?")),
        ("topic", _("Were they told the topic beforehand?")),
    ),
)
CHECKLISTS = {one.key: one for one in (JUST_CAUSE, DOUGLAS, PAST_PRACTICE, WEINGARTEN)}
ANSWERS = (("", _("not answered")), ("yes", _("yes")), ("no", _("no")), ("unknown", _("not known yet")))
