"""What the fields of a list are called, and their values said, on the pages and papers of an import."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.models import DuesMethod, Membership, MembershipStatus, Person
from unionops.platform.core import money

OF_PERSON = {
    "member_id": "member_number", "title": "job_title",
    **{name: name for name in (
        "employee_number", "last_name", "first_name", "middle", "suffix", "preferred_name", "pronouns", "language",
        "pay_plan", "series", "grade", "step", "org", "component", "department", "tour", "schedule", "hire_date",
        "seniority_date", "deceased_on", "has_died", "notes",
    )},
}  # fmt: skip
"""Fields of a list that are called as the columns of a person are."""
OF_MEMBERSHIP = {"status": "status", "left_reason": "reason", "dues_method": "method"}
LABELS: dict[str, Any] = {
    "full_name": gettext_lazy("name"), "name": gettext_lazy("name"), "employer": gettext_lazy("employer"),
    "station": gettext_lazy("worksite"), "unit": gettext_lazy("bargaining unit"),
    "supervisor": gettext_lazy("supervisor"), "email": gettext_lazy("personal e-mail"),
    "work_email": gettext_lazy("work e-mail"), "phone": gettext_lazy("cell phone"),
    "home_phone": gettext_lazy("home phone"), "work_phone": gettext_lazy("work phone"),
    "street": gettext_lazy("address"), "street2": gettext_lazy("address, second line"), "city": gettext_lazy("city"),
    "state": gettext_lazy("state"), "zip": gettext_lazy("ZIP"), "city_state_zip": gettext_lazy("city, state and ZIP"),
    "second_surname": gettext_lazy("second surname"),
    "pp_series_grade": gettext_lazy("pay plan, series and grade"), "pp_series": gettext_lazy("pay plan and series"),
    "grade_step": gettext_lazy("grade and step"), "member_class": gettext_lazy("member class"),
    "job_status": gettext_lazy("status of the job (only a death is read)"),
    "separated_on": gettext_lazy("last day at work"),
    "join_date": gettext_lazy("joined on"), "end_date": gettext_lazy("left on"),
    "dues_amount": gettext_lazy("dues"), "amount": gettext_lazy("amount"), "code": gettext_lazy("transaction code"),
    "transaction_id": gettext_lazy("transaction"), "paid_on": gettext_lazy("paid on"),
    "payment_status": gettext_lazy("payment status"), "failure_reason": gettext_lazy("reason of failure"),
    "instrument": gettext_lazy("card or bank"), "fund": gettext_lazy("what the money is for"),
    "pay_period": gettext_lazy("pay period"), "refunded": gettext_lazy("given back"),
    "arrears": gettext_lazy("arrears or adjustment, to be added"),
    "arrears_within": gettext_lazy("arrears or adjustment, already in the amount"),
}  # fmt: skip
DAYS = {"hire_date", "separated_on", "seniority_date", "deceased_on", "join_date", "end_date", "paid_on"}
WORDS = {"status": dict(MembershipStatus.choices), "dues_method": dict(DuesMethod.choices)}


def label(slug: str) -> str:
    """'entered on duty' for hire_date."""
    if slug in OF_PERSON:
        return str(getattr(Person._meta.get_field(OF_PERSON[slug]), "verbose_name", slug))
    if slug in OF_MEMBERSHIP:
        return str(getattr(Membership._meta.get_field(OF_MEMBERSHIP[slug]), "verbose_name", slug))
    return str(LABELS.get(slug, slug.replace("_", " ")))


def said(slug: str, value: Any) -> str:
    """A value as people write it: a day, dollars, a word of ours; an address without the mark of its ZIP."""
    text = str(value or "")
    if slug in DAYS and text:
        return date_format(datetime.date.fromisoformat(text), "j M Y")
    if slug == "dues_amount" and text:
        return f"${money.dollars(int(text))}"
    if slug == "street":
        return text.partition("|")[0]
    if slug == "has_died" and text:
        return _("yes")
    if slug == "status" and text == "none":
        return _("not a member")
    return str(WORDS.get(slug, {}).get(text, text))
