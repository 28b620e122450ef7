"""One person as an export knows them: only what they agreed to, and only what the sender may see."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

VAN_ID = re.compile(r"van ?id[ :#]*(\d{1,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Empty text is 'not known' or 'not to be used'; `external_id` lets results come back."""

    external_id: str
    last_name: str
    first_name: str
    middle: str = ""
    suffix: str = ""
    preferred_name: str = ""
    language: str = ""
    employee_number: str = ""
    member_number: str = ""
    standing: str = ""
    unit: str = ""
    employer: str = ""
    worksite: str = ""
    department: str = ""
    shift: str = ""
    tour: str = ""
    job_title: str = ""
    pay_plan: str = ""
    series: str = ""
    grade: str = ""
    step: str = ""
    org: str = ""
    schedule: str = ""
    hire_date: str = ""
    joined: str = ""
    email: str = ""
    work_email: str = ""
    cell: str = ""
    home_phone: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    assessment: str = ""
    tags: list[str] = field(default_factory=list)
    no_email: bool = False
    no_sms: bool = False
    no_call: bool = False

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.first_name, self.middle, self.last_name, self.suffix) if part)

    @property
    def called(self) -> str:
        return self.preferred_name or self.first_name

    @property
    def mobile(self) -> str:
        """The number text messages may go to."""
        return "" if self.no_sms else self.cell

    @property
    def van_id(self) -> str:
        """From a tag such as 'VANID 1234567', the one place the roster keeps it."""
        found = (VAN_ID.fullmatch(tag.strip()) for tag in self.tags)
        return next((match[1] for match in found if match), "")

    @property
    def phone_for_people(self) -> str:
        """'(555) 123-4567': no sign in front that a spreadsheet could take for a sum."""
        digits = self.cell
        if len(digits) == 10 and digits.isdigit():
            return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
        return f"tel:{digits}" if digits.startswith("+") else digits

    @property
    def address_lines(self) -> list[str]:
        """As the post reads it: capitals, no punctuation, at most four lines."""
        place = " ".join(part for part in (self.city, self.state, self.zip) if part)
        lines = [self.full_name, self.street, self.street2, place]
        return [line.upper().replace(",", "").replace(".", "") for line in lines if line]
