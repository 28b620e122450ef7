"""What stands in each column of each table format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from members.formats.outgoing import Outgoing
from unionops.platform.core import lazy_re as re
from unionops.platform.sheets.writing import neutral

Cell = Callable[[Outgoing], str]
TOOLS: dict[str, dict[str, object]] = json.loads(Path(__file__).with_name("headers.json").read_text(encoding="utf-8"))
OURS: dict[str, Cell] = {
    "Employee number": lambda p: p.employee_number,
    "Member number": lambda p: p.member_number,
    "Last name": lambda p: p.last_name,
    "First name": lambda p: p.first_name,
    "Middle": lambda p: p.middle,
    "Suffix": lambda p: p.suffix,
    "Preferred name": lambda p: p.preferred_name,
    "Language": lambda p: p.language,
    "Member status": lambda p: p.standing,
    "Join date": lambda p: "" if p.left else p.joined,
    "Bargaining unit": lambda p: p.unit,
    "Employer": lambda p: p.employer,
    "Worksite": lambda p: p.worksite,
    "Component": lambda p: p.component,
    "Department": lambda p: p.department,
    "Tour": lambda p: p.tour or p.shift,
    "Work schedule": lambda p: p.schedule,
    "Org code": lambda p: p.org,
    "Job title": lambda p: p.job_title,
    "Pay plan": lambda p: p.pay_plan,
    "Series": lambda p: p.series,
    "Grade": lambda p: p.grade,
    "Step": lambda p: p.step,
    "Hire date": lambda p: p.hire_date,
    "Personal email": lambda p: p.email,
    "Work email": lambda p: p.work_email,
    "Cell phone": lambda p: "" if p.cell_is_home else p.for_people(p.cell, p.cell_extension),
    "Home phone": lambda p: p.for_people(p.home_phone, p.home_extension),
    "Address": lambda p: p.street,
    "Address 2": lambda p: p.street2,
    "City": lambda p: p.city,
    "State": lambda p: p.state,
    "ZIP": lambda p: p.zip,
    "Country": lambda p: p.country,
    "Record": lambda p: p.external_id,
}


def _one_cell_address(person: Outgoing) -> str:
    """Parts two spaces apart, as Mailchimp reads them."""
    parts = (person.street, person.street2, person.city, person.state, person.zip, person.nation)
    return "  ".join(" ".join(part.split()) for part in parts if part)


def _yes(value: bool | None, *, known: bool = True) -> str:
    return "" if value is None or not known else "Y" if value else "N"


def _one(value: bool | None) -> str:
    return "" if value is None else "1" if value else "0"


def _labels(person: Outgoing) -> str:
    return " ::: ".join(["* myContacts", *(tag.replace(":::", ":") for tag in person.tags)])


def _tags(person: Outgoing) -> str:
    """A comma parts two tags, so none may stand within one."""
    return ", ".join(" ".join(tag.replace(",", " ").split()) for tag in person.tags)


def _kind(person: Outgoing, cell: str, home: str) -> str:
    return (home if person.cell_is_home else cell) if person.cell else ""


SHARED: dict[str, Cell] = {
    "email": lambda p: p.email, "Email": lambda p: p.email, "Email Address": lambda p: p.email,
    "first_name": lambda p: p.first_name, "First Name": lambda p: p.first_name, "firstName": lambda p: p.first_name,
    "last_name": lambda p: p.last_name, "Last Name": lambda p: p.last_name, "lastName": lambda p: p.last_name,
    "middle_name": lambda p: p.middle, "Middle Name": lambda p: p.middle, "suffix": lambda p: p.suffix,
    "Name Suffix": lambda p: p.suffix, "name": lambda p: p.full_name, "Nickname": lambda p: p.preferred_name,
    "zip_code": lambda p: p.zip, "zip": lambda p: p.zip, "Zip": lambda p: p.zip, "Postal Code": lambda p: p.zip,
    "can2_phone": lambda p: p.mobile, "cell": lambda p: p.cell, "phone": lambda p: p.cell, "Phone": lambda p: p.cell,
    "Phone Number": lambda p: p.cell, "phone_number": lambda p: p.cell, "mobile_number": lambda p: p.mobile,
    "Phone 1 - Value": lambda p: p.cell, "E-mail 1 - Value": lambda p: p.email,
    "address": lambda p: p.whole_street, "address1": lambda p: p.street, "Address Line 1": lambda p: p.whole_street,
    "Street Address": lambda p: p.whole_street, "address2": lambda p: p.street2, "Address": _one_cell_address,
    "city": lambda p: p.city, "City": lambda p: p.city, "state": lambda p: p.state, "State": lambda p: p.state,
    "country": lambda p: p.nation, "language": lambda p: p.language,
    "Preferred Language": lambda p: p.language, "external_id": lambda p: p.external_id,
    "union_id": lambda p: p.external_id, "Custom ID": lambda p: p.external_id,
    "External Identifier": lambda p: p.external_id, "employer": lambda p: p.employer,
    "occupation": lambda p: p.job_title, "Organization Name": lambda p: p.employer,
    "Organization Title": lambda p: p.job_title, "Organization Department": lambda p: p.department,
    "Email Type": lambda p: "Home" if p.email else "", "Phone Number Type": lambda p: _kind(p, "Cell", "Home"),
    "Phone Number Extension": lambda p: p.cell_extension,
    "E-mail 1 - Label": lambda p: "* Home" if p.email else "", "Phone 1 - Label": lambda p: _kind(p, "Mobile", "Home"),
    "email_opt_in": lambda p: _yes(bool(p.email), known=p.no_email is not None),
    "mobile_opt_in": lambda p: _yes(bool(p.mobile), known=p.no_sms is not None),
    "do_not_call": lambda p: _yes(p.no_call), "VANID": lambda p: p.van_id,
    "Do Not Email": lambda p: _one(p.no_email), "Do Not Sms": lambda p: _one(p.no_sms),
    "membership_level_name": lambda p: "" if p.standing == "non-member" else p.standing,
    "membership_started_at": lambda p: p.joined, "membership_expires_at": lambda p: p.left,
    "Tags": _tags, "tag_list": _tags, "Labels": _labels,
    "support_level": lambda p: p.assessment, "Assessment": lambda p: p.assessment,
    "source": lambda _p: "union roster", "File As": lambda p: p.sort_name,
}  # fmt: skip
SPECIAL: dict[tuple[str, str], Cell] = {
    ("thrutext_thrutalk_getthru", "first_name"): lambda p: p.first_name or p.last_name or "friend",
    ("thrutext_thrutalk_getthru", "last_name"): lambda p: p.last_name or "friend",
    ("spoke_rewired", "firstName"): lambda p: p.first_name or p.last_name or "friend",
    ("spoke_rewired", "lastName"): lambda p: p.last_name or "friend",
    ("rumbleup", "first_name"): lambda p: p.called or p.last_name or "friend",
    ("rumbleup", "custom1"): lambda p: p.external_id,
    ("nationbuilder", "phone_number"): lambda p: p.home_phone or p.cell,
    ("action_builder", "First Name"): lambda p: p.first_name or p.called or p.last_name or "friend",
}
"""Values a program refuses a row without ('friend' is what GetThru itself advises), and our id where one fits."""
PHONES = frozenset({"can2_phone", "cell", "phone", "Phone", "Phone Number", "phone_number", "mobile_number",
                    "Phone 1 - Value"})  # fmt: skip
LONGEST = {"mailchimp": 255}
"""Bytes of a cell, where a program cuts there."""
MOST_ROWS = {"thrutext_thrutalk_getthru": 150_000}
MOST_BYTES = {"thrutext_thrutalk_getthru": 45_000_000, "nationbuilder": 50_000_000}
"""Of a file, where a program takes no more."""


def headers(slug: str) -> list[str]:
    """The exact headings of a tool, or ours."""
    found = TOOLS.get(slug)
    return [str(name) for name in found["headers"]] if found and isinstance(found["headers"], list) else list(OURS)


def columns(slug: str) -> list[Cell]:
    """What fills each column; one nobody fills (a birth date, an age) stays empty."""
    if slug not in TOOLS:
        return list(OURS.values())
    return [_column(slug, name) for name in headers(slug)]


def _column(slug: str, name: str) -> Cell:
    """One line, nothing a spreadsheet could run; a number keeps the '+' of another country."""
    cell, most = SPECIAL.get((slug, name)) or SHARED.get(name), LONGEST.get(slug, 0)
    if cell is None:
        return lambda _person: ""
    if name in PHONES:
        return cell
    if most:
        return lambda person: _cut(neutral(_one_line(cell(person))), most)
    return lambda person: neutral(_one_line(cell(person)))


JOINERS = frozenset("\u200c\u200d\u200e\u200f")
"""They join letters of some scripts or say which way they run; a name is another without them."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn round what is read after them."""


def _one_line(text: str) -> str:
    if text.isprintable():
        return text
    plain = TURNING.sub("", text)
    return "".join(c if c.isprintable() or c in JOINERS else " " for c in plain).strip()


def _cut(text: str, most: int) -> str:
    """No character is cut in two."""
    return text.encode()[:most].decode(errors="ignore")


def lacks(slug: str, person: Outgoing) -> str:
    """Why a program would refuse this row; '' when it takes it."""
    if slug == "van_bulk_upload" and not person.van_id:
        return "no_van_id"
    if slug == "mailchimp" and not person.email.partition("@")[0].isascii():
        return "odd_email"
    named = person.first_name and person.last_name
    if slug == "nationbuilder" and not person.email and not named:
        return "no_full_name"
    return ""
