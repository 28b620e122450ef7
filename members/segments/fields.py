"""Everything a list can ask about: its word, how it compares, who may ask, and in which group of the form it stands.

Nothing of any case is here, and nothing may be added that is: lists go to mass mail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

TEXT = ("is", "is not", "contains", "does not contain", "starts with", "is known", "is not known")
NUMBER = ("is", "is not", "at least", "at most", "is known", "is not known")
DAY = ("is", "is not", "after", "from", "before", "to", "is known", "is not known")
CHOICE = ("is", "is not")
YES = ("is",)
COMPARISONS: dict[str, Any] = {
    "is": _("is"), "is not": _("is not"), "contains": _("contains"), "does not contain": _("does not contain"),
    "starts with": _("starts with"),
    "at least": _("at least"), "at most": _("at most"), "after": _("after"), "from": _("on or after"),
    "before": _("before"), "to": _("on or before"), "is known": _("is known"), "is not known": _("is not known"),
}  # fmt: skip
EITHER = "either"
"""The field whose values are questions themselves."""
CONTACT, DUES, ORGANIZE, RECONCILE = "field:contact", "field:dues", "members.organize", "members.reconcile"
ABOUT_MONEY = {DUES, RECONCILE}
"""Of these not even whether there is one."""
PERSON, REACH, WORK, MEMBERSHIP, TERMS, TALKS, SEVERAL = (
    _("The person"), _("How to reach them"), _("Where they work"), _("Membership"),
    _("Offices, stewards and committees"), _("Organizing"), _("Several questions"),
)  # fmt: skip


@dataclass(frozen=True)
class Field:
    """`guard` is what the asker must be able to read anyway; `dated` fields can be asked 'as of' a day;
    `about` fields take a question after 'on'; `also` are other words for the same."""

    word: str
    ops: Sequence[str]
    group: Any
    label: Any
    guard: str = ""
    dated: bool = False
    about: bool = False
    also: Sequence[str] = field(default=())
    tells_only_that: bool = False
    """The answer is yes or no and gives no address away, so that whoever makes audiences may ask."""


ALL = (
    Field("name", ("is", "is not", "contains", "does not contain"), PERSON, _("any part of the name")),
    Field("last name", TEXT, PERSON, _("last name"), also=("surname", "family name")),
    Field("first name", TEXT, PERSON, _("first name"), also=("given name",)),
    Field("middle name", TEXT, PERSON, _("middle name"), also=("middle", "middle initial")),
    Field("suffix", TEXT, PERSON, _("suffix")),
    Field("preferred name", TEXT, PERSON, _("preferred name"), also=("goes by",)),
    Field("pronouns", TEXT, PERSON, _("pronouns")),
    Field("language", TEXT, PERSON, _("language")),
    Field("employee number", TEXT, PERSON, _("employee number"), also=("employee id",)),
    Field("member number", TEXT, PERSON, _("member number"), also=("member id",)),
    Field("hired", DAY, PERSON, _("hire date"), also=("hire date", "entered on duty")),
    Field("seniority", DAY, PERSON, _("seniority date"), also=("seniority date",)),
    Field("died", DAY, PERSON, _("date of death"), also=("deceased",)),
    Field("has died", YES, PERSON, _("has died, the day known or not")),
    Field("e-mail", TEXT, REACH, _("e-mail that works"), CONTACT, also=("email",)),
    Field("personal e-mail", TEXT, REACH, _("personal e-mail"), CONTACT, also=("personal email", "home e-mail")),
    Field("work e-mail", TEXT, REACH, _("work e-mail"), CONTACT, also=("work email",)),
    Field("primary e-mail", TEXT, REACH, _("e-mail to use first"), CONTACT, also=("primary email",)),
    Field("bad e-mail", YES, REACH, _("has an e-mail that does not work"), CONTACT, also=("bad email",),
          tells_only_that=True),
    Field("phone", TEXT, REACH, _("phone that works"), CONTACT),
    Field("cell", TEXT, REACH, _("cell phone"), CONTACT, also=("cell phone", "mobile", "mobile phone")),
    Field("home phone", TEXT, REACH, _("home phone"), CONTACT),
    Field("work phone", TEXT, REACH, _("work phone"), CONTACT),
    Field("primary phone", TEXT, REACH, _("phone to use first"), CONTACT),
    Field("bad phone", YES, REACH, _("has a number that does not work"), CONTACT, tells_only_that=True),
    Field("address", TEXT, REACH, _("postal address that works"), CONTACT, also=("postal address",)),
    Field("city", TEXT, REACH, _("city"), CONTACT),
    Field("state", TEXT, REACH, _("state"), CONTACT),
    Field("zip", TEXT, REACH, _("ZIP code"), CONTACT, also=("zip code",)),
    Field("bad address", YES, REACH, _("mail came back"), CONTACT, tells_only_that=True),
    Field("e-mail consent", CHOICE, REACH, _("what they said about e-mail"), CONTACT,
          also=("email consent", "consent to e-mail", "consent to email"), tells_only_that=True),
    Field("text consent", CHOICE, REACH, _("what they said about text messages"), CONTACT,
          also=("sms consent", "consent to text", "consent to texts", "consent to sms"), tells_only_that=True),
    Field("mail consent", CHOICE, REACH, _("what they said about post"), CONTACT,
          also=("post consent", "consent to mail", "consent to post"), tells_only_that=True),
    Field("phone consent", CHOICE, REACH, _("what they said about calls"), CONTACT,
          also=("call consent", "consent to phone", "consent to calls"), tells_only_that=True),
    Field("in unit", YES, WORK, _("in the unit"), dated=True, also=("in the unit",)),
    Field("employer", TEXT, WORK, _("agency"), dated=True, also=("agency",)),
    Field("component", TEXT, WORK, _("component"), dated=True),
    Field("department", TEXT, WORK, _("department"), dated=True),
    Field("unit", TEXT, WORK, _("unit"), dated=True, also=("bargaining unit",)),
    Field("site", TEXT, WORK, _("worksite"), dated=True, also=("worksite", "station", "duty station")),
    Field("org", TEXT, WORK, _("organization code"), dated=True, also=("organization",)),
    Field("shift", TEXT, WORK, _("shift"), dated=True),
    Field("tour", TEXT, WORK, _("tour of duty"), dated=True),
    Field("schedule", TEXT, WORK, _("work schedule"), dated=True),
    Field("title", TEXT, WORK, _("job title"), dated=True, also=("job title", "job", "position")),
    Field("pay plan", TEXT, WORK, _("pay plan"), dated=True),
    Field("series", TEXT, WORK, _("series"), dated=True),
    Field("grade", NUMBER, WORK, _("grade"), dated=True),
    Field("step", NUMBER, WORK, _("step"), dated=True),
    Field("placed", DAY, WORK, _("at the present place since")),
    Field("left the unit", DAY, WORK, _("left the unit on"), also=("separated",)),
    Field("standing", CHOICE, MEMBERSHIP, _("standing"), dated=True, also=("membership", "status")),
    Field("member", YES, MEMBERSHIP, _("is a member"), dated=True),
    Field("joined", DAY, MEMBERSHIP, _("joined on"), also=("join date", "member since")),
    Field("left", DAY, MEMBERSHIP, _("membership ended on"), also=("membership ended",)),
    Field("reason for leaving", TEXT, MEMBERSHIP, _("reason for leaving"), DUES, also=("left because",)),
    Field("dues method", CHOICE, MEMBERSHIP, _("pays by"), DUES, dated=True, also=("paid by", "pays by")),
    Field("paying", YES, MEMBERSHIP, _("paid in the newest dues file"), DUES, also=("paying dues",)),
    Field("form", TEXT, MEMBERSHIP, _("form on file"), DUES, also=("form on file",)),
    Field("office", CHOICE, TERMS, _("office"), dated=True, also=("role",)),
    Field("office ends", DAY, TERMS, _("term of office ends on"), also=("term ends",)),
    Field("steward for unit", TEXT, TERMS, _("is steward for the unit"), dated=True),
    Field("steward for site", TEXT, TERMS, _("is steward for the worksite"), dated=True, also=("steward at",)),
    Field("covered", YES, TERMS, _("has a steward"), dated=True, also=("has a steward",)),
    Field("steward", TEXT, TERMS, _("their steward"), dated=True),
    Field("committee", TEXT, TERMS, _("committee"), dated=True, also=("on committee",)),
    Field("committee part", TEXT, TERMS, _("part in a committee"), dated=True),
    Field("committee term ends", DAY, TERMS, _("term in a committee ends on")),
    Field("talked", DAY, TALKS, _("talked with on"), ORGANIZE, also=("talk",)),
    Field("last talk", DAY, TALKS, _("last talk on"), ORGANIZE, also=("last talked",)),
    Field("talked with", TEXT, TALKS, _("who talked with them"), ORGANIZE),
    Field("heard", TEXT, TALKS, _("what matters to them"), ORGANIZE),
    Field("follow up", DAY, TALKS, _("to be followed up on"), ORGANIZE, also=("follow-up",)),
    Field("assessment", NUMBER, TALKS, _("assessment 1 to 5"), ORGANIZE, about=True),
    Field("assessed", DAY, TALKS, _("assessed on"), ORGANIZE, about=True),
    Field("task", TEXT, TALKS, _("open task"), RECONCILE),
    Field("task due", DAY, TALKS, _("open task due on"), RECONCILE),
    Field("tag", TEXT, TALKS, _("tag")),
    Field("turf", TEXT, TALKS, _("walk list"), ORGANIZE, also=("walk list", "on turf")),
    Field("visit", CHOICE, TALKS, _("what came of the last visit"), ORGANIZE),
    Field(EITHER, CHOICE, SEVERAL, _("one of several questions, in words")),
)  # fmt: skip
FIELDS = {each.word: each for each in ALL}
PHRASES = {phrase: each.word for each in ALL if each.word != EITHER for phrase in (each.word, *each.also)}
IMPLIED = {
    "on committee": ("committee", "is"), "not on committee": ("committee", "is not"),
    "on turf": ("turf", "is"), "not on turf": ("turf", "is not"),
    "tagged": ("tag", "is"), "not tagged": ("tag", "is not"), "member since": ("joined", "from"),
    "paid by": ("dues method", "is"), "pays by": ("dues method", "is"), "goes by": ("preferred name", "is"),
    "speaks": ("language", "is"), "works at": ("site", "is"), "steward at": ("steward for site", "is"),
    "talked with": ("talked with", "is"), "named": ("name", "contains"), "called": ("name", "contains"),
}  # fmt: skip
"""Ways to say it that hold field and comparison at once."""
Said = tuple[str, str, Sequence[str]]
BARE: dict[str, Sequence[Said]] = {
    phrase: means
    for phrases, means in (
        (("everyone", "everybody", "all", "anyone", "anybody"), []),
        (("members", "is a member"), [("member", "is", ["yes"])]),
        (("non-member", "non-members", "nonmember", "nonmembers"), [("standing", "is", ["nonmember"])]),
        (("retired", "retiree", "retirees", "retired members"), [("standing", "is", ["retired"])]),
        (("former member", "former members"), [("standing", "is", ["former"])]),
        (("never assessed", "not assessed"), [("assessed", "is not known", [])]),
        (("never talked", "never talked with", "not talked with", "no talk", "no talks", "no conversation"),
         [("talked", "is not known", [])]),
        (("follow up due", "follow-up due", "follow up is due", "follow-up is due"), [("follow up", "to", ["today"])]),
        (("untagged", "not tagged"), [("tag", "is not known", [])]),
    )
    for phrase in phrases
}  # fmt: skip
"""Whole conditions in a word or two."""
ALONE = {word for word in (*BARE, *(phrase for phrase, name in PHRASES.items() if FIELDS[name].ops == YES))
         if " " not in word}  # fmt: skip
"""Single words that are a condition by themselves, also after 'or', where no answer is chosen from a list."""
GUARDED = {each.word: each.guard for each in ALL if each.guard}


def tells_only_that(word: str) -> bool:
    return word in FIELDS and FIELDS[word].tells_only_that


def groups() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """[(group, [(word, label)])] in the order of the form."""
    found: dict[str, tuple[Any, list[tuple[str, Any]]]] = {}
    for each in ALL:
        found.setdefault(str(each.group), (each.group, []))[1].append((each.word, each.label))
    return list(found.values())
