"""What to ask at the table, and what to request from the employer, from what a change of words did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from contracts.changes import referring
from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH, hyphened, spelled

Data = dict[str, Any]
DUTY_WORDS = re.compile(r"\b(shall|must|will|deber(?:á|án)|deben?|doit|doivent|devr(?:a|ont))\b", re.I)
CHOICE_WORDS = re.compile(r"\b(may|should|podr(?:á|án)|pueden?|peut|peuvent|pourr(?:a|ont))\b", re.I)
MONEY = re.compile(r"[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?(?:%|percent|dollars|cents)", re.I)
NUMBER = re.compile(r"(?!(?:19|20)\d\d\b)\$?\b\d+(?:[.,]\d+)*%?")  # no years
TWICE = re.compile(rf"\b(?P<words>{spelled(ENGLISH)})\s*\(\s*(?P<figure>\d{{1,4}})\s*\)", re.I)
IN_BRACKETS = re.compile(r"\(\s*\d{1,4}\s*\)")  # without it there is no use in looking for number words
GREATER = re.compile(r"(?:hundred|thousand)(?:\s+and)?[\s-]+$", re.I)  # 'one hundred and twenty (120)'


def questions(pair: Data, moved: referring.Moved) -> list[str]:
    """What to ask at the table, from what changed."""
    gone, came = side(pair, "-"), side(pair, "+")
    out = []
    if pair["kind"] == "changed":
        out += _of_figures(*(Counter(NUMBER.findall(text)) for text in moved.bare))
    for label, then in moved.others:
        words = {"old": label or _("nothing"), "new": then or _("nothing")}
        out.append(_("The reference to %(old)s becomes one to %(new)s. What no longer applies?") % words)
    whole = referring.texts(pair)[1] if came else ""
    twice = [m for m in TWICE.finditer(whole) if _differ(m)] if IN_BRACKETS.search(whole) else []
    out += [_("The words and the figure differ: “%(both)s”. Which is meant?") % {"both": m.group()} for m in twice]
    if DUTY_WORDS.search(gone) and CHOICE_WORDS.search(came):
        out.append(_("A duty becomes a choice. When would management not do it?"))
    if pair["kind"] == "removed":
        out.append(_("What problem did these words cause? Ask for every case in which they were used."))
    if pair["kind"] == "added" and not pair["new"]["label"]:
        out.append(_("Which words of the agreement does this mean? They could not be placed."))
    if pair["kind"] == "added":
        out.append(_("Who asked for this, and what would it have changed in the last year?"))
    return out


def _of_figures(before: Counter[str], after: Counter[str]) -> list[str]:
    old, new = (", ".join((a - b).elements()) for a, b in ((before, after), (after, before)))
    if old and new:
        said = _("Why %(new)s in place of %(old)s? Ask for the figures behind it.")
    elif old:
        said = _("What would apply in place of %(old)s? The new words have no figure for it.")
    else:
        said = _("Where does the figure %(new)s come from? The old words have none for it.")
    return [said % {"new": new, "old": old}] if old or new else []


def _differ(twice: re.Match[str]) -> bool:
    """A number said in words and in figures that are not the same."""
    before = twice.string[max(0, twice.start() - 20) : twice.start()]
    return ENGLISH.get(hyphened(twice["words"])) != int(twice["figure"]) and not GREATER.search(before)


def information(pair: Data, lost: Sequence[str], limits: bool) -> list[str]:
    """What to request from the employer before answering, from what changed."""
    gone, came = side(pair, "-"), side(pair, "+")
    out = []
    if MONEY.findall(gone) != MONEY.findall(came):
        out.append(_("What it costs now and would cost, by classification, with the payroll figures behind it."))
    if limits:
        out.append(_("For the last two years: each time the limit was met or missed, and what followed."))
    if pair["kind"] in ("removed", "changed") and lost:
        out.append(_("For the last three years: each time these words were used, for whom, and how it ended."))
    if pair["kind"] == "added":
        out.append(_("Whom it would cover today, by worksite, shift and classification."))
    return out


def side(pair: Data, sign: str) -> str:
    return " ".join(text for side, text in pair["words"] if side == sign)
