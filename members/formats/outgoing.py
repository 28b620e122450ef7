"""One person as an export knows them: only what they agreed to, and only what the sender may see.

`cell` is the number to call or text, `cell_is_home` when it is a telephone at home.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from members.names import listed_name
from unionops.platform.core import lazy_re as re

HERE = {"", "us", "usa", "united states", "united states of america"}
FLAT = re.compile(
    r"(?:(?:apt|apartment|ste|suite|unit|bldg|building|fl|floor|rm|room|lot|spc|space|trlr)\b|#)|\d{0,4}[a-z]?$", re.I
)
LINE = 32
"""Letters of a line on a label."""
VAN_ID = re.compile(r"van ?id[ :#]*(\d{1,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Empty text is 'not known' or 'not to be used'; `external_id` lets results come back.

    What they said no to is None where the file is of another channel and says nothing of it.
    """

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
    component: str = ""
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
    left: str = ""
    email: str = ""
    work_email: str = ""
    cell: str = ""
    cell_extension: str = ""
    cell_is_home: bool = False
    home_phone: str = ""
    home_extension: str = ""
    street: str = ""
    street2: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""
    country: str = ""
    has_died: bool = False
    assessment: str = ""
    tags: list[str] = field(default_factory=list)
    no_email: bool | None = False
    no_sms: bool | None = False
    no_call: bool | None = False

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.first_name, self.middle, self.last_name, self.suffix) if part)

    @property
    def called(self) -> str:
        return self.preferred_name or self.first_name

    @property
    def mobile(self) -> str:
        """The number text messages may go to."""
        return self.cell if self.no_sms is False else ""

    @property
    def van_id(self) -> str:
        """From a tag such as 'VANID 1234567', the one place the roster keeps it."""
        found = (VAN_ID.fullmatch(tag.strip()) for tag in self.tags)
        return next((match[1] for match in found if match), "")

    @property
    def nation(self) -> str:
        """'US' for an address of ours, which the roster keeps without a country; the country of any other."""
        if not self.street or self.country.casefold().replace(".", "") not in HERE:
            return self.country if self.street else ""
        return "US"

    @property
    def whole_street(self) -> str:
        """For a file with one column for both lines."""
        return ", ".join(part for part in (self.street, self.street2) if part)

    @property
    def sort_name(self) -> str:
        return listed_name(self.last_name, self.first_name)

    @property
    def sort_called(self) -> str:
        return listed_name(self.last_name, self.called)

    @staticmethod
    def for_people(digits: str, extension: str = "") -> str:
        """'(555) 123-4567 x21': no sign in front that a spreadsheet could take for a sum."""
        if len(digits) == 10 and digits.isdigit():
            digits = f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
        shown = f"tel:{digits}" if digits.startswith("+") else digits
        return f"{shown} x{extension}" if extension else shown

    @property
    def address_lines(self) -> list[str]:
        """As the post reads it: capitals, no punctuation, at most five lines; a flat stands behind its street."""
        place = " ".join(part for part in (self.city, self.state, self.zip) if part)
        abroad = "" if self.nation == "US" else self.nation
        lines = [self.full_name, *self._delivery(), place, abroad]
        return [" ".join(line.upper().replace(",", " ").replace(".", "").split()) for line in lines if line]

    def _delivery(self) -> tuple[str, ...]:
        """Street and second line as one where the post wants that and it fits, else the street last."""
        if self.nation != "US" or not self.street2:
            return self.street, self.street2
        whole = f"{self.street} {self.street2}"
        return (whole,) if FLAT.match(self.street2) and len(whole) <= LINE else (self.street2, self.street)
