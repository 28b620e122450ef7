"""One county, four ways to print its list: twins, namesakes, a marriage and a slip of two digits, told right in each."""

import datetime
import io
import itertools
import random
import unicodedata

import pytest
import xlsxwriter

from members.models import DensityMonth, Person, PersonChange, Placement
from members.services import importing

JANUARY, FEBRUARY = datetime.date(2026, 1, 31), datetime.date(2026, 2, 28)
LAST = [
    "Abara",
    "Bergstrøm",
    "Cisneros",
    "Dlamini",
    "Eze",
    "Ferreira",
    "Gutiérrez",
    "Hwang",
    "Ingraham",
    "Juarez",
    "Kowalczyk",
    "Lindqvist",
    "Mbeki",
    "Núñez",
    "O’Rourke",
    "Pham",
    "Quispe",
    "Rahman",
    "Sørensen",
    "Tanaka",
    "Umarov",
    "Vu",
    "Whitfield",
    "Xiong",
    "Yilmaz",
    "Zamora",
]
FIRST = [
    "Aaliyah",
    "Benedikt",
    "Chiara",
    "Deshawn",
    "Edith",
    "Farid",
    "Greta",
    "Hamza",
    "Ines",
    "Jamal",
    "Kofi",
    "Lourdes",
    "Mateo",
    "Noor",
    "Odette",
    "Pavel",
    "Rosalind",
    "Siobhan",
    "Tariq",
    "Ursula",
    "Vikram",
    "Wanda",
    "Ximena",
    "Yusuf",
    "Zelda",
    "Anselm",
]
SITES = ("Northgate Water Plant", "Elm Street Garage", "Harbor Annex", "County Courthouse")
TITLES = ("Utility Operator II", "Equipment Mechanic", "Clerk Typist", "Bailiff", "Lab Technician")
SHIFTS = ("Day", "Swing", "Graveyard")


def county(count=60):
    dice = random.Random(3)
    numbers = dice.sample(range(10_000, 9_999_999), count)
    return [
        {
            "id": f"{number:07d}",
            "last": LAST[at % 26],
            "first": FIRST[(at * 7 + at // 26 * 3) % 26],
            "mi": "ABCDEFGHJKLM"[at % 12] if at % 3 else "",
            "suffix": {10: "Jr", 23: "III"}.get(at, ""),
            "site": SITES[at % 4],
            "title": TITLES[at % 5],
            "hired": datetime.date(1994 + at % 30, 1 + at % 12, 1 + (at * 5) % 28),
            "shift": SHIFTS[at % 3],
        }
        for at, number in enumerate(numbers)
    ]


def swapped(number):
    """Its last two different neighbours exchanged."""
    at = next(at for at in range(len(number) - 1, 0, -1) if number[at] != number[at - 1])
    return number[: at - 1] + number[at] + number[at - 1] + number[at + 1 :]


def next_month(people):
    """The people of the next list, and what happened to whom."""
    later = [dict(one) for one in people]
    told = {
        "leavers": {later[at]["id"] for at in (3, 17, 41)},
        "changes": {(later[5]["id"], "station"), (later[8]["id"], "title"), (later[12]["id"], "tour")},
        "names": {later[20]["id"], later[30]["id"]},
        "slips": {(later[25]["id"], swapped(later[25]["id"]))},
    }
    later[5]["site"], later[8]["title"] = SITES[2], "Senior Equipment Mechanic"
    later[12]["shift"] = "Swing"
    later[20]["last"] += "-Okonkwo"
    later[30]["last"] = "Castellanos"
    later[25]["id"] = swapped(later[25]["id"])
    twin = later[33] | {"id": swapped(later[33]["id"]), "first": later[33]["first"][:-1] + "ela", "mi": ""}
    namesake = later[44] | {"id": "7654987", "hired": datetime.date(2026, 2, 9)}
    hired = later[1] | {"id": "0000451", "last": "Ó hÉigeartaigh", "first": "Síle", "mi": "", "suffix": ""}
    told["adds"] = {one["id"] for one in (twin, namesake, hired)}
    stay = [one for at, one in enumerate(later) if at not in (3, 17, 41)]
    return [*stay, twin, namesake, hired], told


def whole(one):
    return f"{one['last']} {one['suffix']}".strip() + ", " + f"{one['first']} {one['mi']}".strip()


def printed(people):
    """Fixed width, a page head every twenty people, capitals without marks, years of two digits."""

    def capitals(text):
        plain = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("’", "'"))
        return plain.encode("ascii", "ignore").decode().upper()

    lines = []
    for at, one in enumerate(people):
        if at % 20 == 0:
            lines += [
                f"COUNTY OF MERIDIAN                    PERSONNEL ROSTER BY UNIT                     PAGE {at // 20 + 1:4}",
                "RUN DATE 02/01/26                     REPORT HR-4410",
                "",
                "EMPL     EMPLOYEE                         WORK                      CLASS                     HIRE",
                "NUMBER   NAME                             LOCATION                  TITLE                     DATE      SHIFT",
                "-------  -------------------------------  ------------------------  ------------------------  --------  -----",
            ]
        name, site, title = capitals(whole(one)), capitals(one["site"]), capitals(one["title"])
        lines.append(
            f"{one['id']}  {name:<31}  {site:<24}  {title:<24}  {one['hired']:%m/%d/%y}  {capitals(one['shift'])}"
        )
        if at % 20 == 19:
            lines += ["", "   PAGE COUNT     20", "\f"]
    lines += ["", f"TOTAL EMPLOYEES IN UNIT  {len(people)}", "*** END OF REPORT ***"]
    return "\r\n".join(lines).encode("ascii"), "hr4410.txt"


def exported(people):
    """UTF-16 with tabs, two lines of banner, zeros of the number lost."""
    rows = [
        ["Meridian County – Human Capital", *[""] * 8],
        [],
        ["Pers.No.", "Family Name", "Given Name", "Middle", "Sfx", "Personnel Area", "Position Text", "Entry",
         "Work Schedule Rule"],
        *([one["id"].lstrip("0"), one["last"], one["first"], one["mi"], one["suffix"], one["site"], one["title"],
           f"{one['hired']:%d-%b-%Y}", one["shift"]] for one in people),
        [f"Records: {len(people)}"],
    ]  # fmt: skip
    return "\r\n".join("\t".join(row) for row in rows).encode("utf-16"), "export.tsv"


def european(people):
    """Semicolons, the day before the month, suffix and initial beside the names."""
    lines = ["Staff ID;Surname;Forename;Building;Assignment;Start of service;Hours band"]
    for one in people:
        last, first = f"{one['last']} {one['suffix']}".strip(), f"{one['first']} {one['mi']}".strip()
        lines.append(
            ";".join((one["id"], last, first, one["site"], one["title"], f"{one['hired']:%d/%m/%Y}", one["shift"]))
        )
    return ("\ufeff" + "\n".join(lines)).encode(), "staff.csv"


def sectioned(people):
    """A workbook with the site as a merged line over its people, two rows of headings, and sums between."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet, dated = book.add_worksheet(), book.add_format({"num_format": "m/d/yyyy"})
    sheet.merge_range("A1:E1", "MERIDIAN COUNTY BARGAINING UNIT LISTING")
    sheet.merge_range("A3:B3", "Employee")
    sheet.merge_range("C3:D3", "Position")
    sheet.write("E3", "Service")
    sheet.write_row("A4", ["No", "Name", "Title", "Shift", "Original hire"])
    at = 4
    for site in SITES:
        sheet.merge_range(at, 0, at, 4, f"Work Site: {site}")
        mine = [one for one in people if one["site"] == site]
        for at, one in enumerate(mine, at + 1):
            sheet.write_row(at, 0, [int(one["id"]), whole(one), one["title"], one["shift"]])
            sheet.write_datetime(at, 4, datetime.datetime.combine(one["hired"], datetime.time()), dated)
        sheet.write_row(at + 1, 0, ["Subtotal", f"{len(mine)} employees"])
        at += 3
    sheet.write_row(at, 0, ["Grand total", f"{len(people)} employees"])
    book.close()
    return target.getvalue(), "listing.xlsx"


LAYOUTS = (printed, exported, european, sectioned)
UNTOLD = ("renames", "review", "refused", "duplicates", "outside")


def kept():
    tables = (Person, Placement, PersonChange, DensityMonth)
    return [sorted(map(str, table.objects.order_by("pk").values())) for table in tables]


@pytest.mark.parametrize(("one", "other"), list(itertools.pairwise((*LAYOUTS, printed))))
def test_a_month_in_another_layout(one, other, apply_file, plan_file, as_system):
    people = county()
    later, told = next_month(people)
    data, name = one(people)
    first = apply_file(data, name=name, as_of=JANUARY)
    assert {entry["employee_number"].zfill(7) for entry in first.plan["adds"]} == {who["id"] for who in people}
    before = kept()
    data, name = other(later)
    month = plan_file(data, name=name, as_of=FEBRUARY)
    plan = month.plan
    found = {cls: {entry["employee_number"].zfill(7) for entry in plan[cls]} for cls in ("adds", "leavers")}
    found["names"] = {entry["employee_number"].zfill(7) for entry in plan["name_changes"]}
    found["changes"] = {(entry["employee_number"].zfill(7), entry["field"]) for entry in plan["changes"]}
    found["slips"] = {(e["employee_number"].zfill(7), e["shown"].zfill(7)) for e in plan["id_corrections"]}
    assert found == told and not any(plan[cls] for cls in UNTOLD)
    importing.apply_import(by=as_system, roster_import=month, expected_hash=month.plan_hash)
    month.refresh_from_db()
    again = plan_file(data + b"\r\n" if name.endswith("txt") else data, name=name, as_of=FEBRUARY)
    assert again.totals["unchanged"] == len(later) and not again.totals["adds"] and not again.totals["leavers"]
    importing.undo_import(by=as_system, roster_import=month)
    assert kept() == before
