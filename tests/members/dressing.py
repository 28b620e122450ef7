"""Takes the shared files apart and writes the same people down again as another office would, by a seed."""

import csv
import datetime
import io
import random
import re

from unionops.platform.sheets.writing import write_xlsx

UNIT, MEMBERS, SITES, DUES, NEXT, EDUES = (
    "roster_1_bu_list_2026-09.csv",
    "roster_2_members_cp1252.csv",
    "roster_3_worksites.xlsx",
    "roster_4_dues_remittance_ppe_2026-10-03.txt",
    "roster_5_bu_list_2026-10.csv",
    "roster_6_edues_2026-09.csv",
)
HEADINGS = {
    "bus": ["BUS", "BU Code", "Bargaining Unit", "BUS Code", "Barg Unit Status", "BU Status", "Unit Code"],
    "id": [
        "Employee ID",
        "EMPLID",
        "Emp No.",
        "Employee Number",
        "Pers. Nbr",
        "Staff No",
        "EE ID",
        "Empl #",
        "HR Emp ID",
    ],
    "name": ["Employee Name", "NAME", "Name (Last, First MI)", "Emp Full Name", "Employee", "Worker Name", "Full Name"],
    "last": ["Last Name", "Surname", "LNAME", "Family Name", "Last"],
    "first": ["First Name", "Given Name", "FNAME", "First"],
    "mi": ["MI", "Middle Initial", "M.I.", "Middle", "Mid Init"],
    "suffix": ["Suffix", "Sfx", "Name Suffix"],
    "pp": ["Pay Plan", "PP", "PayPlan", "Plan"],
    "series": ["Series", "Occ Series", "Job Series", "SER", "Occupational Series"],
    "grade": ["Grade", "GR", "Grd", "Pay Grade"],
    "step": ["Step", "ST", "Stp", "Pay Step"],
    "class": ["PP-Series-Grade/Step", "PP/Ser/Gr/St", "Pay Plan Series Grade", "PP-SER-GR", "Classification"],
    "title": ["Position Title", "Official Title", "Job Title", "Title", "Position", "Posn Title"],
    "org": ["Org Code", "Organization", "Org", "Office Symbol", "Organization Code", "ORGCD"],
    "station": ["Duty Station", "Duty Location", "Work Location", "Worksite", "Facility", "Work Site", "DUTYSTA"],
    "sched": ["Work Sch", "Schedule", "Work Schedule", "FT/PT", "Sched"],
    "tour": ["Tour", "Tour of Duty", "Shift", "Hours", "Tour Hours", "Shift Hours"],
    "eod": ["EOD", "Entry Date", "Entered on Duty", "Hire Date", "EOD Date", "Date of Hire", "Start Date"],
    "supv": ["Supervisor", "Supv", "First-Line Supervisor", "Reports To"],
    "member": ["Member ID", "Member No", "Union ID", "Membership #", "MBR ID"],
    "preferred": ["Preferred", "Nickname", "Goes By", "Preferred Name"],
    "street": ["Address 1", "Street Address", "Home Address", "Mailing Address", "Addr1"],
    "street2": ["Address 2", "Apt/Unit", "Address Line 2", "Addr2"],
    "city": ["City", "Town", "Home City"],
    "state": ["ST", "State", "Home State"],
    "zip": ["Zip", "ZIP Code", "Postal Code", "Zip+4"],
    "home": ["Home Phone", "Landline", "Home Tel"],
    "cell": ["Cell", "Mobile", "Cell Phone", "Mobile Phone", "Cell #"],
    "email": ["Personal Email", "Home E-mail", "E-mail (personal)", "Personal E-Mail Address", "Email"],
    "work": ["Work Email", "Agency Email", "Gov Email", "Work E-mail", "Office Email"],
    "agency": ["Agency", "Employer", "Agency/Component", "Department/Agency"],
    "shift": ["Shift", "Tour", "Work Shift"],
    "join": ["Join Date", "Member Since", "Date Joined", "Enrollment Date"],
    "method": ["Dues Method", "Payment Method", "How Paid", "Dues Type"],
    "dues": ["Dues Amt", "Dues Amount", "Dues", "Dues Rate"],
    "status": ["Status", "Member Status", "Membership Status", "Mbr Status"],
    "notes": ["Notes", "Comments", "Remarks"],
    "txn": ["transaction_id", "Txn ID", "Reference", "Payment ID", "Charge ID"],
    "date": ["date", "Payment Date", "Transaction Date", "Posted", "Settlement Date"],
    "mail": ["email", "E-mail Address", "Payer Email", "Customer Email"],
    "amount": ["amount", "Payment Amount", "Amt", "Charge Amount", "Gross"],
    "state_of": ["status", "Payment Status", "Result", "Transaction Status"],
    "reason": ["failure_reason", "Decline Reason", "Failure Message", "Reason"],
    "by": ["instrument", "Funding", "Card Type", "Payment Instrument"],
    "tc": ["TC", "Trans Code", "Code", "Transaction Code"],
}
UNIT_COLUMNS = [
    "bus",
    "id",
    "name",
    "pp",
    "series",
    "grade",
    "step",
    "title",
    "org",
    "station",
    "sched",
    "tour",
    "eod",
    "supv",
]
NEXT_COLUMNS = ["id", "name", "class", "title", "org", "station", "sched", "tour", "eod", "bus"]
MEMBER_COLUMNS = ["member", "last", "first", "mi", "suffix", "preferred", "street", "street2", "city", "state", "zip", "home", "cell", "email", "work", "agency", "station", "shift", "join", "method", "dues", "status", "notes"]  # fmt: skip
EDUES_COLUMNS = ["txn", "date", "member", "mail", "amount", "state_of", "reason", "by"]
LINE = re.compile(r"^(.{20})  XXX-XX-(\d{4})  (\S{3})  (.{3}) +([\d.]+)(-| )  \*{4}(\d{4})$")


def unit_rows(path):
    return [
        dict(zip(UNIT_COLUMNS, row, strict=True))
        for row in csv.reader(path.open(encoding="utf-8-sig"))
        if len(row) == 14
    ][1:]


def next_rows(path):
    return [
        dict(zip(NEXT_COLUMNS, row, strict=True)) for row in csv.reader(path.open(encoding="utf-8")) if len(row) == 10
    ][1:]


def member_rows(path):
    rows = list(csv.reader(path.open(encoding="cp1252", newline=""), delimiter=";"))[1:]
    return [dict(zip(MEMBER_COLUMNS, row, strict=True)) for row in rows]


def edues_rows(path):
    return [dict(zip(EDUES_COLUMNS, row, strict=True)) for row in list(csv.reader(path.open(encoding="utf-8")))[1:]]


def dues_rows(path):
    found = [match for line in path.read_text(encoding="ascii").splitlines() if (match := LINE.match(line))]
    keys = ("name", "ssn", "agency", "tc", "amount", "sign", "last4")
    return [dict(zip(keys, (part.strip() for part in match.groups()), strict=True)) for match in found]


class Dresser:
    """One office's way of writing lists, drawn from a seed."""

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def heading(self, field):
        name = self.dice.choice(HEADINGS[field])
        return self.dice.choice([name, name, name.upper(), name.replace(" ", "_")])

    def day(self, text, style):
        iso = as_day(text)
        if iso is None:
            return text
        return {"iso": iso.isoformat(), "us": f"{iso.month}/{iso.day}/{iso.year}", "us2": iso.strftime("%m/%d/%Y"),
                "named": iso.strftime("%d-%b-%Y").upper(), "serial": str((iso - datetime.date(1899, 12, 30)).days),
                "compact": iso.strftime("%Y%m%d")}[style]  # fmt: skip

    def unit(self, rows):
        """Splits or joins the name and the job columns, and rewrites days."""
        rows = [dict(row) for row in rows]
        style = self.dice.choice(["iso", "us", "us2", "named", "serial", "compact"])
        for row in rows:
            row["eod"] = self.day(row["eod"], style)
        self._job(rows)
        self._names(rows)
        if self.dice.random() < 0.4:
            for row in rows:
                row["tour"] = f"{row['tour'][:2]}:{row['tour'][2:4]} - {row['tour'][5:7]}:{row['tour'][7:]}"
        if self.dice.random() < 0.4:
            for row in rows:
                row["id"] = row["id"].lstrip("0")
        return self._ordered(rows)

    def _job(self, rows):
        joined = self.dice.random() < 0.5
        for row in rows:
            if "class" in row and not joined:
                row |= split_class(row.pop("class"))
            elif "class" not in row and joined:
                row["class"] = f"{row.pop('pp')}-{row.pop('series')}-{row.pop('grade')}/{row.pop('step')}"

    def _names(self, rows):
        way = self.dice.choice(["kept", "split", "split with first and middle", "upper"])
        for row in rows:
            last, first, middle = apart(row["name"])
            if way == "split":
                row |= {"last": last, "first": first, "mi": middle}
            elif way == "split with first and middle":
                row |= {"last": last, "first": f"{first} {middle}".strip()}
            elif way == "upper":
                row["name"] = row["name"].upper()
            if way.startswith("split"):
                del row["name"]

    def members(self, rows):
        rows = [dict(row) for row in rows]
        style = self.dice.choice(["iso", "us", "us2", "named"])
        for row in rows:
            row["join"] = self.day(row["join"], style)
        if self.dice.random() < 0.3:
            for row in rows:
                row["name"] = (
                    f"{row.pop('last')} {row.pop('suffix')}".strip() + f", {row.pop('first')} {row.pop('mi')}".rstrip()
                )
        return self._ordered(rows)

    def edues(self, rows):
        rows = [dict(row) for row in rows]
        if self.dice.random() < 0.5:
            for row in rows:
                row["amount"] = f"${row['amount']}"
        return self._ordered(rows)

    def _ordered(self, rows):
        columns = list(rows[0])
        if self.dice.random() < 0.7:
            self.dice.shuffle(columns)
        return [self.heading(column) for column in columns], [
            [row.get(column, "") for column in columns] for row in rows
        ]

    def text(self, header, rows, encodings=("utf-8", "utf-8-sig", "utf-16")):
        """A delimited file with banner and footer, in one of many encodings."""
        out = io.StringIO()
        for line in self.dice.choice(
            [[], ["Bargaining unit report"], ["AGENCY HR", "As of 10/31/2026", ""], ["Run: 10/31/2026", ""]]
        ):
            out.write(line + "\r\n")
        delimiter = self.dice.choice(",;\t|")
        writer = csv.writer(out, delimiter=delimiter, lineterminator=self.dice.choice(["\n", "\r\n"]))
        writer.writerow(header)
        for at, row in enumerate(rows):
            writer.writerow(row)
            if at % 333 == 332 and self.dice.random() < 0.3:
                writer.writerow([])
        for line in self.dice.choice(
            [[], [f"Total records: {len(rows)}"], [f"TOTAL EMPLOYEES{delimiter}{len(rows)}", "END OF REPORT"]]
        ):
            out.write(line + "\r\n")
        return out.getvalue().encode(self.dice.choice(encodings), "replace"), self.dice.choice(["list.csv", "list.txt"])

    def book(self, header, rows):
        """A workbook with a banner over its heading."""
        top = self.dice.choice([[], [["Unit roster"]], [["FOR OFFICIAL USE ONLY"], ["As of 2026-10-31"], []]])
        table = [*top, header, *rows, *self.dice.choice([[], [["Grand total", str(len(rows))]]])]
        return write_xlsx(table[0], table[1:]), "list.xlsx"

    def fixed(self, header, rows):
        """A printed report: columns wide enough, pages with their head, a grand total."""
        gap = self.dice.choice([1, 2, 3])
        width = [max(len(header[at]), *(len(row[at]) for row in rows)) + gap for at in range(len(header))]
        out, size = io.StringIO(), self.dice.choice([40, 55, 5000])
        head = "".join(name.ljust(w) for name, w in zip(header, width, strict=True)).rstrip()
        for page in range(0, len(rows), size):
            out.write(
                f"{'' if not page else chr(12)}AGENCY HR SYSTEM   UNIT ROSTER   PAGE {page // size + 1:4d}\n\n{head}\n"
            )
            if self.dice.random() < 0.5:
                out.write("-" * sum(width) + "\n")
            for row in rows[page : page + size]:
                out.write("".join(cell.ljust(w) for cell, w in zip(row, width, strict=True)).rstrip() + "\n")
        out.write(f"\nTOTAL RECORDS {len(rows)}\n")
        return out.getvalue().encode("utf-8"), "report.txt"

    def dues(self, rows):
        """A remittance as a report with other columns, or delimited."""
        sign = self.dice.choice(["trailing", "leading", "brackets", "cr"])
        total = sum(round(float(row["amount"]) * 100) * (-1 if row["sign"] else 1) for row in rows)
        table = []
        for row in rows:
            masked = self.dice.choice([f"****{row['last4']}"])
            table.append({"name": row["name"], "id": masked, "agency": row["agency"], "tc": row["tc"],
                          "amount": signed(row["amount"], bool(row["sign"]), sign)})  # fmt: skip
        columns = list(table[0])
        self.dice.shuffle(columns)
        header = [self.heading(column) for column in columns]
        cells = [[row[column] for column in columns] for row in table]
        if self.dice.random() < 0.4:
            return self.text(header, cells, ("utf-8", "cp1252"))
        width = [
            max(len(name), *(len(row[at]) for row in cells)) + self.dice.choice([2, 3, 4])
            for at, name in enumerate(header)
        ]
        right = columns.index("amount")
        out = io.StringIO()
        for page in range(0, len(cells), 50):
            out.write(f"PAYROLL PROVIDER DUES REGISTER        PAGE {page // 50 + 1:4d}\nPAY PERIOD ENDING 10/03/26\n\n")
            out.write(
                "".join(
                    (name.rjust(w - 2) + "  ") if at == right else name.ljust(w)
                    for at, (name, w) in enumerate(zip(header, width, strict=True))
                ).rstrip()
                + "\n"
            )
            for row in cells[page : page + 50]:
                out.write(
                    "".join(
                        (cell.rjust(w - 2) + "  ") if at == right else cell.ljust(w)
                        for at, (cell, w) in enumerate(zip(row, width, strict=True))
                    ).rstrip()
                    + "\n"
                )
            out.write("\n")
        out.write(f"GRAND TOTAL   {total / 100:.2f}   COUNT {len(rows)}\nEND OF REPORT\n")
        return out.getvalue().encode(), "dues.txt"


def signed(amount, back, way):
    if not back:
        return amount
    return {"trailing": f"{amount}-", "leading": f"-{amount}", "brackets": f"({amount})", "cr": f"{amount}CR"}[way]


def as_day(text):
    for pattern in ("%Y-%m-%d", "%m/%d/%Y", "%d-%b-%y", "%d-%b-%Y", "%m/%d/%y"):
        try:
            return datetime.datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    return datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text)) if re.fullmatch(r"\d{5}", text) else None


def split_class(text):
    plan, series, rest = text.split("-")
    grade, step = rest.split("/")
    return {"pp": plan, "series": series, "grade": grade, "step": step}


def apart(name):
    """(last with suffix, first, middle) of 'LAST JR, FIRST MI'."""
    last, _comma, given = name.partition(", ")
    words = given.split()
    middle = words.pop() if len(words) > 1 and len(words[-1].rstrip(".")) == 1 else ""
    return last, " ".join(words), middle
