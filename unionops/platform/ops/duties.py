"""What the law or its constitution asks of a local again and again, and the day it is due next.

Each is off until the local turns it on. `law` is where the rule is written, read on `AS_OF`; a duty whose number
another rule sets (bylaws, a council's constitution) says so and is counted from the day the local names.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionops.platform.access.models.local import Sector
from unionops.platform.access.roles import Role

AS_OF = datetime.date(2026, 11, 1)
FEDERAL, PRIVATE, STATE = frozenset({Sector.FEDERAL}), frozenset({Sector.PRIVATE}), frozenset({Sector.STATE_LOCAL})
EVERY = FEDERAL | PRIVATE | STATE
MOST_PERIODS = 1200


@dataclass(frozen=True)
class Rule:
    """Every `months` after the day it is counted from; then `days` later, or on a day of a month after it.

    `from_last`: no longer than that may lie between two times, so it is counted from the day it was last done.
    """

    months: int = 12
    days: int = 0
    month_after: int = 0
    day_of_month: int = 0
    from_last: bool = False
    after_year_end: bool = False  # counted from a fiscal year's end, which is itself the first such day

    def dues(self, start: datetime.date) -> Iterator[datetime.date]:
        """All days it falls due on, the earliest first."""
        for period in range(0 if self.after_year_end else 1, MOST_PERIODS):
            yield self._due(months_later(start, self.months * period))

    def _due(self, base: datetime.date) -> datetime.date:
        if not self.month_after:
            return base + datetime.timedelta(days=self.days)
        due = months_later(base.replace(day=1), self.month_after).replace(day=self.day_of_month)
        return due + datetime.timedelta(days=max(0, 7 - due.weekday()) if due.weekday() > 4 else 0)


@dataclass(frozen=True)
class Template:
    """One duty as the house knows it."""

    name: str
    title: Any
    what: Any
    law: str
    sectors: frozenset[Sector]
    role: Role
    rule: Rule
    source: str = ""


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on; the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


OLMS, CODE = "https://www.dol.gov/agencies/olms", "https://www.govinfo.gov/link/uscode/"
YEAR_END = Rule(days=90, after_year_end=True)
TEMPLATES = {
    each.name: each
    for each in (
        Template(
            "lm_report", _("Annual report to the Department of Labor (LM-2, LM-3 or LM-4)"),
            _("Within 90 days after the fiscal year, signed by president and treasurer. Keep its records five years."),
            "29 USC 431(b)", FEDERAL | PRIVATE, Role.TREASURER, YEAR_END, OLMS,
        ),
        Template(
            "form_990", _("Form 990, 990-EZ or 990-N"),
            _("The 15th day of the fifth month after the fiscal year. Missed three times, the exemption is lost."),
            "26 USC 6033", EVERY, Role.TREASURER,
            Rule(after_year_end=True, month_after=5, day_of_month=15), f"{CODE}26/6033",
        ),
        Template(
            "bond", _("Fix the bond for the new fiscal year"),
            _("At least 10 percent of the funds handled last year, fixed when the year begins."),
            "29 USC 502", FEDERAL | PRIVATE, Role.TREASURER, Rule(days=1, after_year_end=True), f"{CODE}29/502",
        ),
        Template(
            "audit", _("Yearly audit by the trustees or the audit committee"),
            _("Your constitution says by when; counted here as 90 days after the fiscal year."),
            "", EVERY, Role.TRUSTEE, YEAR_END,
        ),
        Template(
            "officer_election", _("Election of officers"),
            _("By secret ballot at least every three years. Notice is mailed 15 days before; ballots are kept a year."),
            "29 USC 481(b), (e)", FEDERAL | PRIVATE, Role.OFFICER, Rule(months=36, from_last=True), f"{CODE}29/481",
        ),
        Template(
            "rights_notice", _("Tell every member their rights under the standards of conduct"),
            _("Every three years, and within 90 days to whoever joins; by hand, mail or e-mail."),
            "29 CFR 458.4", FEDERAL, Role.MEMBERSHIP_SECRETARY, Rule(months=36, from_last=True),
            "https://www.ecfr.gov/current/title-29/section-458.4",
        ),
        Template(
            "weingarten_notice", _("Check that the agency sent its yearly Weingarten notice"),
            _("The agency tells its employees once a year that they may ask for a representative."),
            "5 USC 7114(a)(3)", FEDERAL, Role.CHIEF_STEWARD, Rule(), f"{CODE}5/7114",
        ),
        Template(
            "beck_notice", _("Yearly notice to fee payers (Beck)"),
            _("Where union security applies: what the fee pays for, and how to object."),
            "CWA v. Beck, 487 U.S. 735", PRIVATE, Role.TREASURER, Rule(),
        ),
        Template(
            "per_capita", _("Pay the per capita tax"),
            _("Monthly; your national's or council's constitution says on which day."),
            "", EVERY, Role.TREASURER, Rule(months=1),
        ),
        Template(
            "money_report", _("Monthly report of income and spending to board and members"),
            _("Within 30 days after the month, by category, where your national's code asks for it."),
            "", EVERY, Role.TREASURER, Rule(months=1, days=30),
        ),
        Template(
            "data_review", _("Look through what is kept, and let go of what nobody needs"),
            _("Once a year: old lists, old exports, accounts of people who left."),
            "", EVERY, Role.MEMBERSHIP_SECRETARY, Rule(),
        ),
    )
}  # fmt: skip


def fitting(sector: str) -> list[Template]:
    """What concerns a local of that sector."""
    return [template for template in TEMPLATES.values() if sector in template.sectors]


ALARMS = (60, 30, 14, 7, 1, 0)  # days before; of a monthly duty only those of its last two weeks


def alarm(rule: Rule, *, on: datetime.date, day: datetime.date) -> datetime.date | None:
    """The latest day that has come on which to remind of what is due `on`; once it is late, every week."""
    if day > on:
        return on + datetime.timedelta(days=(day - on).days // 7 * 7)
    passed = [days for days in ALARMS if days <= rule.months * 15 and (on - day).days <= days]
    return on - datetime.timedelta(days=min(passed)) if passed else None


def next_due(
    rule: Rule, *, start: datetime.date, since: datetime.date, done: Collection[datetime.date]
) -> datetime.date | None:
    """The first day due that is not done and was not over when the duty was turned on (`since`)."""
    return next((due for due in rule.dues(start) if due >= since and due not in done), None)
