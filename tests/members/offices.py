"""Offices that write the lists of `months.World` down, each in its own way, by a seed."""

from __future__ import annotations

import csv
import datetime
import io
import random

from tests.members.months import bare
from unionops.platform.sheets.writing import write_xlsx

HEADINGS = {
    "bus": ["BUS CD", "Barg. Unit Status", "BU", "Bargaining Unit Status Cd", "UNION_CD", "Bargaining Unit No."],
    "id": ["EmplID", "Employee #", "EMP-NO", "Emp. Nr.", "Employee Ident", "HR ID", "Staff ID", "Agency Employee ID", "PERSON_ID"],
    "name": ["Name of Employee", "EMPLOYEE", "Incumbent Name", "LAST NAME, FIRST NAME MI", "Emp Nm", "Person Name", "Employee's Name"],
    "last": ["LAST_NM", "Employee Last Name", "Surname(s)", "L Name", "Last Name"],
    "first": ["FIRST_NM", "Employee First Name", "Forename(s)", "F Name", "First Name"],
    "mi": ["MIDDLE_NM", "Middle Init.", "Mid. Name", "M Initial"],
    "suffix": ["SFX_NM", "Suffix", "Name Sfx"],
    "plan": ["PAY_PLAN_CD", "Pay Pln", "PP CD"],
    "series": ["OCC_SERIES_CD", "Occupation Series", "Occ Ser", "Job Ser"],
    "grade": ["GRADE_CD", "Pay Gr", "Grade/Level", "GRD"],
    "step": ["STEP_CD", "Step/Rate", "Stp No"],
    "class": ["PP-SER-GR-ST", "Pay Plan/Series/Grade/Step", "PPSGS", "Class"],
    "title": ["POSN_TITLE", "Ofcl Title", "Title of Position", "Position Title (Official)", "Job Name"],
    "org": ["ORG_CD", "Organizational Unit", "Org Symbol", "Routing Code", "Org #"],
    "site": ["DUTY_STN", "Duty Station Desc", "Work Loc", "Post of Duty", "Assigned Facility", "Installation"],
    "sched": ["WORK_SCHED_CD", "Full/Part Time", "FT-PT Ind", "Work Schedule Type"],
    "tour": ["TOUR_OF_DUTY", "Duty Tour", "Working Hours", "Hrs of Duty"],
    "eod": ["EOD_DT", "Date Entered Duty", "Appointment Date", "Service Date", "Emp Start Dt", "Date Appointed"],
    "supv": ["SUPV_NM", "Immediate Supervisor", "Rating Official"],
    "member": ["MBR_NO", "Member Nbr", "Membership No.", "Union Member #", "National ID"],
    "preferred": ["PREF_NM", "Called", "Nick Name", "Known As"],
    "street": ["Mailing Street", "Street1", "Residence Address", "Address Line1"],
    "city": ["Home City", "City/Town", "Res City"], "state": ["Res State", "St.", "State/Prov"], "zip": ["ZIP_CD", "Zip/Postal", "Post Code"],
    "home": ["Phone (Home)", "H Phone", "Home Ph."], "cell": ["Phone (Cell)", "Mobile #", "Cell Ph", "Mobile Tel"],
    "email": ["Email (Personal)", "Non-Work Email", "Personal E-Mail", "Home Email Addr"], "work": ["Email (Work)", "Govt Email", "Agency E-mail"],
    "agency": ["Employing Agency", "Agency Name", "Employer Name"], "place": ["Place of Work", "Job Location", "Duty Site", "Work Site Name"],
    "shift": ["Work Shift", "Shift Worked", "Tour/Shift"], "joined": ["Date Enrolled", "Enrolled On", "Joined Union", "Membership Date"],
    "method": ["Pay By", "Dues Paid Via", "Paid By", "Deduction Type"], "rate": ["Per PP Dues", "Dues $", "Current Dues", "Dues/PP"],
    "status": ["Standing", "Mbr Stat", "Membership Type"], "notes": ["Comment(s)", "Notations", "Remark"],
    "dues_name": ["NAME OF EMPLOYEE", "EMPLOYEE NAME", "NAME"], "ssn": ["SSN", "SOC SEC NO"], "last4": ["EMP ID", "EMPL NBR", "EMPLID", "EE NO"],
    "agy": ["AGCY", "AGY", "AGENCY"], "tc": ["TRAN", "TC", "TRN CD"], "due": ["DED AMT", "WITHHELD", "DUES AMT", "AMOUNT WITHHELD"],
    "txn": ["Txn #", "Trans. ID", "Charge ID", "Receipt No"], "date": ["Date (UTC)", "Created", "Paid At", "Trans Date"],
    "ref": ["Member #", "Membership ID", "Mbr Nbr"], "mail": ["Customer E-mail", "Email", "Payer Email"],
    "amount": ["Amount (USD)", "Gross Amt", "Amount Charged", "Total"], "outcome": ["Outcome", "Payment State", "Txn Status"],
    "reason": ["Decline Code", "Failure Msg", "Error Message"], "by": ["Method", "Source", "Pay Type"],
}  # fmt: skip
JOIN = ("plan", "series", "grade", "step")


class Office:
    """One way of writing lists."""

    def __init__(self, seed):
        self.dice = random.Random(f"office {seed}")
        pick = self.dice.choice
        self.names = pick(["comma", "split", "spoken", "upper comma", "split mi in first", "last first"])
        self.day = pick(
            ["%Y-%m-%d", "%m/%d/%Y", "%d-%b-%Y", "%m-%d-%y", "%Y%m%d", "serial", "%B %d, %Y", "%d-%b-%y", "%Y/%m/%d"]
        )
        self.job = pick(["apart", "joined", "plan and series", "grade and step"])
        self.marks = pick(["kept", "kept", "bare"])
        self.zeros = pick(["kept", "some lost", "all lost"])
        self.hours = pick(["0800-1630", "8:00 AM - 4:30 PM", "08:00-16:30", "0800 to 1630"])
        self.delimiter = pick(",;\t|")
        self.encoding = pick(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-le", "utf-16-be"])
        self.order = pick(["shuffled", "shuffled", "kept"])

    def heading(self, field):
        name = self.dice.choice(HEADINGS[field])
        return self.dice.choice([name, name, name.upper(), name.lower(), name.replace(" ", "_")])

    def date(self, day):
        if self.day == "serial":
            return str((day - datetime.date(1899, 12, 30)).days)
        return day.strftime(self.day).upper() if "b" in self.day else day.strftime(self.day)

    def text(self, text):
        return bare(text) if self.marks == "bare" else text

    def clock(self, tour):
        start, end = tour.split("-")
        if self.hours == "0800-1630":
            return tour
        if self.hours == "0800 to 1630":
            return f"{start} to {end}"
        if "AM" in self.hours:
            return f"{_half(start)} - {_half(end)}"
        return f"{start[:2]}:{start[2:]}-{end[:2]}:{end[2:]}"

    # --- rows

    def unit_row(self, person, org):
        number = person.get("shown", person["id"])
        if self.zeros == "all lost" or (self.zeros == "some lost" and self.dice.random() < 0.2):
            number = number.lstrip("0") if number.isdigit() else number
        row = {"bus": person["bus"], "id": number, "title": person["title"], "org": org, "site": person["site"], "sched": person["sched"],
               "tour": self.clock(person["tour"]), "eod": self.date(person["eod"]), "supv": f"CHIEF {org}"}  # fmt: skip
        return row | self._name(person) | self._job(person)

    def _name(self, person):
        last, first, mi, suffix = (self.text(person[key]) for key in ("last", "first", "mi", "suffix"))
        whole = f"{last} {suffix}".strip()
        if self.names.endswith("comma"):
            name = f"{whole}, {first} {mi}".strip()
            return {"name": name.upper() if self.names.startswith("upper") else name}
        if self.names == "spoken":
            return {"name": " ".join(part for part in (first, f"{mi}." if mi else "", last, suffix) if part)}
        if self.names == "last first":
            return {"last": whole, "first": first, "mi": mi}
        if self.names == "split":
            return {"last": last, "first": first, "mi": mi, "suffix": suffix}
        return {"last": whole, "first": f"{first} {mi}".strip()}

    def _job(self, person):
        plan, series = person["plan"], person["series"]
        grade, step = f"{person['grade']:02d}", f"{person['step']:02d}"
        if self.job == "joined":
            return {"class": f"{plan}-{series}-{grade}/{step}"}
        if self.job == "plan and series":
            return {"class": f"{plan}-{series}-{grade}", "step": step}
        return {
            "plan": plan,
            "series": series.lstrip("0") if self.zeros == "all lost" else series,
            "grade": str(int(grade)),
            "step": step,
        }

    def unit(self, people, later=False):
        """(header, rows) of a unit list; the first month has two exact duplicates and a detail's second row."""
        rows = [self.unit_row(p, p["org_later"] if later and not p.get("moved") else p["org"]) for p in people]
        twice = self.dice.sample(range(30, len(rows)), 2)
        rows += [dict(rows[at]) for at in twice]
        detail = dict(rows[20]) | {"title": f"{rows[20]['title']} (DETAIL NTE 120 DAYS)"}
        detail["tour"] = self.clock("1530-2400")
        rows.append(detail)
        self.twice = [people[at]["id"] for at in (*twice, 20)]
        return self._ordered(rows)

    def members(self, members):
        rows = []
        for member in members:
            person = member["person"]
            first = member["nick"] or person["first"]
            rows.append({
                "member": str(member["member"]), "last": self.text(person["last"]), "first": self.text(first), "mi": person["mi"],
                "suffix": person["suffix"], "preferred": "", "street": member["street"], "city": member["city"],
                "state": member["state"], "zip": member["zip"].lstrip("0") if self.zeros == "all lost" else member["zip"], "home": "",
                "cell": self._phone(member["cell"]), "email": member["email"], "work": "", "agency": person["agency"],
                "place": person["site"], "shift": {"07": "Days", "08": "Days", "06": "Days", "15": "Evenings", "24": "Nights"}[person["tour"][:2]],
                "joined": self.date(member["joined"]), "rate": f"{member['rate'] / 100:.2f}",
                "method": {"payroll": "SF-1187", "edues": "E-Dues", "annual": "Annual"}[member["method"]],
                "status": "Retired" if member["why"] == "retired" else "Active", "notes": "do not text" if member["no_text"] else "",
            })  # fmt: skip
        return self._ordered(rows)

    def _phone(self, digits):
        a, b, c = digits[:3], digits[3:6], digits[6:]
        return self.dice.choice([digits, f"({a}) {b}-{c}", f"{a}.{b}.{c}", f"+1 {a}-{b}-{c}", f"1{digits}"])

    def cards(self, cards):
        bad, good, back = self.dice.choice([("Failed", "Settled", "Refunded"), ("Declined", "Paid", "Refund"),
                                            ("failed", "succeeded", "refunded"), ("RETURNED", "COMPLETED", "REVERSED")])  # fmt: skip
        rows = [
            {"txn": str(70_200 + at), "date": f"2026-03-{1 + at % 28:02d}", "ref": str(member["member"]), "mail": member["email"],
             "amount": self._money(cents), "outcome": {"bad": bad, "good": good, "back": back}[what],
             "reason": "insufficient funds" if what == "bad" else "", "by": self.dice.choice(["card", "ach"])}
            for at, (member, what, cents) in enumerate(cards)
        ]  # fmt: skip
        return self._ordered(rows)

    def _money(self, cents):
        return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"

    def _ordered(self, rows):
        columns = list(rows[0])
        if self.order == "shuffled":
            self.dice.shuffle(columns)
        taken, header = set(), []
        for column in columns:
            name = next(name for _ in range(99) if (name := self.heading(column)).casefold() not in taken)
            taken.add(name.casefold())
            header.append(name)
        self.columns = dict(zip(header, columns, strict=True))
        return header, [[row.get(column, "") for column in columns] for row in rows]

    # --- files

    def delimited(self, header, rows):
        out = io.StringIO()
        out.write(
            self.dice.choice(
                ["", "", "BARGAINING UNIT ROSTER\r\n", f"Report{self.delimiter * 3}As of 03/31/2026\r\n\r\n"]
            )
        )
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator=self.dice.choice(["\n", "\r\n"]))
        writer.writerow(header)
        writer.writerows(rows)
        out.write(
            self.dice.choice(["", f"\r\nTotal employees: {len(rows)}\r\n", f"TOTAL{self.delimiter}{len(rows)}\r\n"])
        )
        return out.getvalue().encode(self.encoding, "replace"), self.dice.choice(["list.csv", "list.txt"])

    def book(self, header, rows):
        top = self.dice.choice([[], [["CUI // PRIVACY"], ["Unit as of 2026-03-31"], []]])
        table = [*top, header, *rows, *self.dice.choice([[], [[], ["TOTAL", str(len(rows))]]])]
        return write_xlsx(table[0], table[1:]), "list.xlsx"

    def printed(self, header, rows):
        """Pages of fixed columns."""
        gap, size = self.dice.choice([1, 2, 3]), self.dice.choice([38, 52, 9999])
        width = [max(len(header[at]), *(len(row[at]) for row in rows)) + gap for at in range(len(header))]
        head = _line(header, width)
        rule = self.dice.choice(["", "-" * sum(width), " ".join("=" * (w - 1) for w in width)])
        out = io.StringIO()
        for page in range(0, len(rows), size):
            out.write(
                f"{chr(12) if page else ''}HUMAN RESOURCES     UNIT ROSTER      PAGE {page // size + 1:3d}\n\n{head}\n{rule}\n"
            )
            out.writelines(_line(row, width) + "\n" for row in rows[page : page + size])
            out.write(f"\nPAGE COUNT {len(rows[page : page + size])}\n" if size < 9999 else "\n")
        out.write(f"\nTOTAL RECORDS   {len(rows)}\n* * * END OF REPORT * * *\n")
        return out.getvalue().encode("utf-8"), "roster.txt"

    def unit_file(self, people, later=False):
        header, rows = self.unit(people, later)
        return self.dice.choice([self.delimited, self.delimited, self.book, self.printed])(header, rows)

    def grouped_book(self, people):
        """A partial list: two heading rows with group names, a section line for each site, subtotals."""
        top = [["SENSITIVE"], ["Employees by Post of Duty"], [], ["Person", "", "Job", "", "", "", "Dates", ""],
               ["Emp. No", "Employee's Name", "PP-SER-GR", "Stp", "Ofcl Title", "Hrs of Duty", "Entered on Duty", "BU Cd"]]  # fmt: skip
        for site in sorted({person["site"] for person in people}):
            top.append([f"Post of Duty: {site}"])
            there = [person for person in people if person["site"] == site]
            top += [[p["id"].lstrip("0") if p["id"].isdigit() else p["id"], f"{p['last']} {p['suffix']}".strip() + f", {p['first']} {p['mi']}".rstrip(),
                     f"{p['plan']}-{p['series']}-{p['grade']:02d}", str(p["step"]), p["title"], self.clock(p["tour"]),
                     self.date(p["eod"]), p["bus"]] for p in there]  # fmt: skip
            top.append([f"Subtotal {site}", str(len(there))])
        top.append(["GRAND TOTAL", str(len(people))])
        return write_xlsx(top[0], top[1:]), "sites.xlsx"

    def dues(self, dues):
        """A remittance: name cut or whole, the last four of the number, the sign of a refund where the provider puts it."""
        cut, way = self.dice.choice([18, 20, 22, 30]), self.dice.choice(["after", "before", "brackets", "CR"])
        comma = self.dice.random() < 0.4
        rows = []
        for person, cents in dues:
            given = f"{person['first']} {person['mi']}".strip()
            last = bare(person["last"]).upper().replace("'", "") + (
                f" {person['suffix'].upper()}" if person["suffix"] else ""
            )
            name = f"{last}{',' if comma else ''} {bare(given).upper()}"[:cut].strip()
            money = f"{abs(cents) / 100:.2f}"
            signed = {"after": f"{money}-", "before": f"-{money}", "brackets": f"({money})", "CR": f"{money}CR"}[way]
            rows.append({"dues_name": name, "ssn": f"XXX-XX-{self.dice.randrange(1000, 9999)}", "agy": person["code"], "tc": "086" if self.dice.random() < 0.03 else "",
                         "due": money if cents >= 0 else signed, "last4": f"****{person['id'][-4:]}"})  # fmt: skip
        rows.sort(key=lambda row: row["dues_name"])
        header, cells = self._ordered(rows)
        total = sum(cents for _person, cents in dues)
        if self.dice.random() < 0.35:
            return self.delimited(header, cells)
        return self._register(header, cells, total)

    def _register(self, header, cells, total):
        width = [
            max(len(name), *(len(row[at]) for row in cells)) + self.dice.choice([1, 2, 3])
            for at, name in enumerate(header)
        ]
        out = io.StringIO()
        for page in range(0, len(cells), 45):
            out.write(
                f"RPT 20-B    UNION DUES WITHHELD       PAGE {page // 45 + 1:3d}\nPAY PERIOD ENDING 03/21/26\n\n{_line(header, width)}\n"
            )
            out.writelines(_line(row, width) + "\n" for row in cells[page : page + 45])
            out.write("\n")
        amount = f"{abs(total) / 100:.2f}{'-' if total < 0 else ''}"
        out.write(f"GRAND TOTAL     {amount}    COUNT {len(cells)}\nEND OF REPORT\n")
        return out.getvalue().encode(), "dues.txt"


def _half(clock):
    hour, half = int(clock[:2]) % 24, "AM"
    if hour >= 12:
        hour, half = hour - 12 if hour > 12 else 12, "PM"
    return f"{hour or 12}:{clock[2:]} {half}"


def _line(cells, width):
    return "".join(cell.ljust(w) for cell, w in zip(cells, width, strict=True)).rstrip()
