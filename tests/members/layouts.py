"""One invented unit of sixty people written down the way five different agencies write lists."""

import io
import random

from unionops.platform.sheets.writing import write_xlsx

LAST = ["Abara", "Boyle", "Chen", "de la Cruz", "Díaz-Ortega", "Eze", "Fischer", "Gómez", "Haddad", "Ito", "Jansen",
        "Kowalski", "Łuczak", "McDonald", "Nguyen", "O'Neil", "Park", "Quinn", "Rossi", "St. John", "Tran", "van Dyke"]  # fmt: skip
FIRST = ["Ada", "Bo", "Carla", "Dmitri", "Elena", "Farid", "Grace", "Hana", "Ivan", "Juan", "Kofi", "Lucía", "Mary",
         "Noor", "Omar", "Priya", "Quentin", "Renée", "Sean", "Tariq", "Uma", "Viktor"]  # fmt: skip
SITES = ["Pier 4", "North Annex", "Lakeside Clinic"]
TOURS = ["0800-1630", "1530-2400", "2400-0800"]


def people(seed=7, count=60):
    dice = random.Random(seed)
    rows = []
    for at in range(count):
        rows.append({
            "id": f"{10_000_000 + dice.randrange(9_000_000) * (at % 3) + at * 137:08d}" if at % 4 else f"{400_000 + at * 991:08d}",
            "last": LAST[at % len(LAST)], "first": FIRST[(at * 5 + at // 22) % len(FIRST)], "mi": "ABCDEFGHJK"[at % 10] if at % 3 else "",
            "suffix": {5: "Jr", 11: "III"}.get(at, ""), "plan": "GS" if at % 5 else "WG", "series": ["0083", "0610", "2210", "7408"][at % 4],
            "grade": 3 + at % 10, "step": 1 + at % 10, "title": ["Police Officer", "Nurse", "IT Specialist", "Food Service Worker"][at % 4],
            "org": ["AB-1", "AB-2", "3E12"][at % 3], "site": SITES[at % 3], "tour": TOURS[(at // 3) % 3], "unit": "0042",
            "hired": f"{1990 + at % 33}-{1 + at % 12:02d}-{1 + at % 28:02d}",
        })  # fmt: skip
    return rows


def comma(row):
    last = f"{row['last']} {row['suffix']}".strip()
    return f"{last}, {row['first']} {row['mi']}".strip()


def spoken(row):
    mi = f" {row['mi']}." if row["mi"] else ""
    return f"{row['first']}{mi} {row['last']} {row['suffix']}".strip()


def us_date(iso):
    year, month, day = iso.split("-")
    return f"{int(month)}/{int(day)}/{year}"


def agency_one(rows):
    """Plain CSV with a byte order mark, capitals, one name column."""
    lines = ["BUS Code,Employee ID,Name,Pay Plan,Series,Grade,Step,Position Title,Org Code,Duty Station,Tour,EOD"]
    for r in rows:
        lines.append(f'{r["unit"]},{r["id"]},"{comma(r).upper()}",{r["plan"]},{r["series"]},{r["grade"]:02d},{r["step"]:02d},'
                     f'{r["title"]},{r["org"]},{r["site"]},{r["tour"]},{r["hired"]}')  # fmt: skip
    return ("\r\n".join([*lines, f"Total employees: {len(rows)}"]) + "\r\n").encode("utf-8-sig"), "one.csv"


def agency_two(rows):
    """UTF-16 with tabs, split names, one column for pay plan, series, grade and step, lost zeros."""
    lines = [
        "Personnel roster\t\t",
        "",
        "Pers. No.\tSurname\tGiven Name\tM.I.\tSfx\tPP-Ser-Gr-Step\tJob Title\tOffice Symbol\tWork Location\tShift Hours\tDate Hired\tBU Code",
    ]
    for r in rows:
        lines.append("\t".join([r["id"].lstrip("0"), r["last"], r["first"], r["mi"], r["suffix"],
                                f'{r["plan"]}-{r["series"]}-{r["grade"]:02d}-{r["step"]:02d}', r["title"], r["org"],
                                r["site"].upper(), f'{r["tour"][:2]}:{r["tour"][2:4]}-{r["tour"][5:7]}:{r["tour"][7:]}',
                                us_date(r["hired"]), r["unit"]]))  # fmt: skip
    return "\n".join(lines).encode("utf-16"), "two.txt"


def agency_three(rows):
    """cp1252 with semicolons and names as spoken; letters the code page lacks are question marks."""
    lines = ["Worker ID;Full Name;Classification;Grade;Step;Duty Sta;Tour of Duty;Entry on Duty;Unit;Organization"]
    for r in rows:
        lines.append(";".join([r["id"], spoken(r), r["title"], str(r["grade"]), str(r["step"]), r["site"], r["tour"],
                               us_date(r["hired"]), r["unit"], r["org"]]))  # fmt: skip
    return "\n".join(lines).encode("cp1252", "replace"), "three.csv"


def agency_four(rows):
    """A printed report: fixed columns, pages, page totals, a grand total."""
    out = io.StringIO()
    head = "EMPLID    EMPLOYEE NAME               GR ST TITLE                ORG    STATION          TOUR       EOD         BUS\n"
    rule = "-" * (len(head) - 1) + "\n"
    for page in range(0, len(rows), 20):
        out.write(f"\fRPT HR-77  UNIT LIST          PAGE {page // 20 + 1:3d}\n\n{head}{rule}")
        for r in rows[page : page + 20]:
            out.write(f'{r["id"]:<10}{comma(r).upper():<28}{r["grade"]:02d} {r["step"]:02d} {r["title"]:<21}{r["org"]:<7}'
                      f'{r["site"].upper():<17}{r["tour"]:<11}{r["hired"]:<12}{r["unit"]}\n')  # fmt: skip
        out.write(f"\nPAGE TOTAL {len(rows[page : page + 20])}\n")
    out.write(f"GRAND TOTAL   COUNT {len(rows)}\nEND OF REPORT\n")
    return out.getvalue().encode(), "four.txt"


def agency_five(rows):
    """A workbook with banners, a two-row heading and a section line for each site; dates as numbers."""
    import datetime

    table = [["CONFIDENTIAL"], ["Unit employees by station"], [], ["Employee", "", "", "Position", "", "", "Service"],
             ["Number", "Last", "First MI", "Gr", "Stp", "Official Title", "Start Date", "BUS", "Org", "Tour"]]  # fmt: skip
    for site in SITES:
        table.append([f"Duty Station: {site}"])
        for r in (row for row in rows if row["site"] == site):
            serial = (datetime.date.fromisoformat(r["hired"]) - datetime.date(1899, 12, 30)).days
            last = f"{r['last']} {r['suffix']}".strip()
            table.append([str(int(r["id"])), last, f"{r['first']} {r['mi']}".strip(), str(r["grade"]), str(r["step"]),
                          r["title"], str(serial), r["unit"], r["org"], r["tour"]])  # fmt: skip
        table.append([f"Subtotal {site}", str(sum(r["site"] == site for r in rows))])
    table.append(["Grand total", str(len(rows))])
    return write_xlsx(table[0], table[1:]), "five.xlsx"


AGENCIES = [agency_one, agency_two, agency_three, agency_four, agency_five]
