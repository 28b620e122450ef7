"""Reasons the program keeps in English, said in the language of who reads them.

What a person or a list wrote as a reason is not among them, and is shown as it was written.
"""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext, gettext_noop

from unionops.platform.core import lazy_re as re

KEPT = frozenset({
    # why two records may be one person
    gettext_noop("same name"), gettext_noop("same hire date"), gettext_noop("same site"), gettext_noop("same address"),
    gettext_noop("same employer"), gettext_noop("same organization"), gettext_noop("same title"),
    gettext_noop("same email"), gettext_noop("same work email"), gettext_noop("same phone"),
    gettext_noop("same home phone"), gettext_noop("same employee number"), gettext_noop("same member number"),
    gettext_noop("another name"), gettext_noop("two digits exchanged"),
    # how they were found
    gettext_noop("contact"), gettext_noop("name"), gettext_noop("name only"), gettext_noop("doubtful"),
    gettext_noop("swapped digits"), gettext_noop("number of somebody else"), gettext_noop("second member number"),
    # why somebody is new, gone or held
    gettext_noop("new"), gettext_noop("came back"), gettext_noop("already known"), gettext_noop("moved"),
    gettext_noop("left the unit"), gettext_noop("no longer on the list"), gettext_noop("no longer listed as a member"),
    gettext_noop("left out by a person"), gettext_noop("the same person twice"),
    gettext_noop("two people with one employee number"), gettext_noop("more than one person fits"),
    gettext_noop("nobody on the roster fits"),
    # why a cell was not read
    gettext_noop("not a date"), gettext_noop("there is no such day"), gettext_noop("the area code is missing"),
    gettext_noop("not a phone number of ten digits"), gettext_noop("not a phone number"),
    gettext_noop("several phone numbers, and not all of them can be told apart"),
    gettext_noop("another column says otherwise, so this number was not kept"),
    gettext_noop("not an e-mail address"), gettext_noop("not a whole number of cents"),
    gettext_noop("Excel shortened this number; ask for the file with this column as text"),
    gettext_noop("not a pay plan, series and grade such as GS-0083-07"),
    gettext_noop("not a pay plan and series such as GS-0083"), gettext_noop("not a grade and step such as 07/04"),
    gettext_noop("not a phone number: letters stand within it"),
    gettext_noop("not known to us as 'paid' or 'failed'; counted as paid, please check"),
    gettext_noop("this row names nobody"), gettext_noop("not a number of a person: it has no digit"),
    gettext_noop("more than a million dollars, so this is no amount of dues"),
    gettext_noop("one name only: does the list lack the last name, or is that the whole name?"),
    gettext_noop("two people of the file have this number, so nobody was given it"),
    gettext_noop("no name, so nobody new was made; write a single name into the last name"),
    gettext_noop("a reason for leaving without a last day; still counted as a member"),
    gettext_noop("this day is before the day of joining; counted as a member"),
    gettext_noop("this day is before the day of joining; counted as no member"),
    gettext_noop("this day is after the day of the list; counted as a member"),
    gettext_noop("this day is after the day of the list; counted as no member"),
    gettext_noop("the row says a membership ended and that it goes on; still counted as a member"),
})  # fmt: skip
WITH_A_PART: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"last day at work was (\d{4}-\d\d-\d\d)"), lambda part: gettext("last day at work was %s") % part),
    (re.compile(r"position is outside the unit \((.*)\)"),
     lambda part: gettext("position is outside the unit (%s)") % part),
    (re.compile(r"there is no year (\d+) here"), lambda part: gettext("there is no year %s here") % part),
    (re.compile(r"this is the number of (.*), so nobody else was given it"),
     lambda part: gettext("this is the number of %s, so nobody else was given it") % part),
    (re.compile(r"longer than (\d+) characters"), lambda part: gettext("longer than %s characters") % part),
)  # fmt: skip


def said(reason: str) -> str:
    """'contact: same phone, same site', each part by itself; whatever is not ours stays as it stands."""
    if reason in KEPT:
        return gettext(reason)
    for pattern, say in WITH_A_PART:
        if found := pattern.fullmatch(reason):
            return say(found[1])
    how, colon, parts = reason.partition(": ")
    every = parts.split(", ") if colon else reason.split(", ")
    if all(part in KEPT for part in (*every, *([how] if colon else []))):
        listed = ", ".join(gettext(part) for part in every)
        return f"{gettext(how)}: {listed}" if colon else listed
    return reason
