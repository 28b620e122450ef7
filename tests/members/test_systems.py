"""Lists as payroll and personnel programs print them: their numbers, codes, footers and words for what came in."""

import datetime

import pytest

from members.models import Person
from members.normalising import jobs, values
from unionops.platform.core.problems import Problem
from unionops.platform.sheets import reading

MAY = datetime.date(2026, 5, 31)
NAMES = ["Amador, Lena", "Boudreaux, Cy", "Chang, Mei", "Dumont, Al", "Eklund, Bo", "Fukuda, Ren", "Goldberg, Ida",
         "Haro, Lou", "Ionescu, Ana", "Jansen, Kit", "Kekoa, Noa", "Leblanc, Sam"]  # fmt: skip


def people(*cells):
    """One line for each of twelve people: number, name and what `cells` make of their place in the list."""
    return "".join(
        ",".join([f"{40_017 + at * 97}", f'"{name}"', *(make(at) for make in cells)]) + "\n"
        for at, name in enumerate(NAMES)
    )


def site(at):
    return ("Sewer Plant", "Main Library", "Corporation Yard")[at % 3]


def code(at):
    return ("SEW", "LIB", "YRD")[at % 3]


@pytest.mark.parametrize(
    ("heading", "first_number"), [("hubspot_id", 4000), ("VANID", 10_100_000), ("ID", 1), ("Key", 1)]
)
def test_our_own_list_may_hold_the_number_of_a_record_elsewhere(apply_file, heading, first_number):
    unit = "Emp No,Name,Work Site,Date Hired\n" + people(site, lambda at: f"2019-03-{at + 1:02d}")
    apply_file(unit, as_of=MAY)
    lines = [f"{heading},membership_number,first_name,last_name,work_site,membership_started,email"]
    for at, name in enumerate(NAMES):
        last, first = name.split(", ")
        lines.append(
            f"{first_number + at},{700_100 + at},{first},{last},{site(at)},2021-04-{at + 1:02d},{first}@example.org"
        )
    mine = apply_file("\n".join(lines) + "\n", "members", source="Local", as_of=MAY)
    assert mine.mapping.get(heading) is None
    assert mine.mapping["membership_started"] == "join_date" and mine.mapping["membership_number"] == "member_id"
    assert Person.objects.count() == len(NAMES) and mine.plan["review"] == []


def test_a_description_says_the_place_and_its_code_does_not(plan_file):
    for heading in ("LOC,LOC DESC", "Location,Descr"):
        found = plan_file(f"EMP NO,EMPLOYEE NAME,{heading}\n" + people(code, site), as_of=MAY)
        assert {entry["station"] for entry in found.plan["adds"]} == {site(at) for at in range(3)}, heading


def test_accounts_of_labor_are_no_phones_and_position_numbers_no_shifts(plan_file):
    text = "Person Number,Person Full Name,Home Labor Account,Position Number\n"
    text += people(lambda at: f"61/61A10/{4120 + at}", lambda at: f"{12 + at % 2}-00{at % 5 + 1}")
    found = plan_file(text, as_of=MAY)
    assert not {"phone", "home_phone", "work_phone", "tour"} & set(found.mapping.values())


def test_a_fixed_list_whose_number_and_name_stand_side_by_side():
    lines = ["CITY OF PORT AMITY      Page: 1", "Employee Name            Worksite         Hired"]
    lines += [
        f"E{4017 + at * 97:04d}    {name:<16} {site(at):<16} 03/{at + 1:02d}/2019" for at, name in enumerate(NAMES)
    ]
    table = reading.parse("\n".join(lines).encode(), "union.prn", words=["employee name", "worksite"])
    assert table.header == ["Employee", "Name", "Worksite", "Hired"]
    assert table.rows[0] == ["E4017", "Amador, Lena", "Sewer Plant", "03/01/2019"]


@pytest.mark.parametrize("way", ["{last}, {first} ({number})", "{first} {last} ({number})", "{number} - {last}, {first}",
                                 "{last}, {first} - {number}"])  # fmt: skip
def test_a_number_may_stand_with_the_name(plan_file, way):
    lines = ["Worker,Work Site,Date Hired"]
    for at, name in enumerate(NAMES):
        last, first = name.split(", ")
        shown = way.format(last=last, first=first, number=f"{40_017 + at * 97:08d}") if at else f"{last}, {first}"
        lines.append(f'"{shown}",{site(at)},2019-03-{at + 1:02d}')
    found = plan_file("\n".join(lines) + "\n", as_of=MAY)
    told = [(entry["employee_number"], f"{entry['last_name']}, {entry['first_name']}") for entry in found.plan["adds"]]
    assert told == [(f"{40_017 + at * 97:08d}" if at else None, name) for at, name in enumerate(NAMES)]
    mine = plan_file("\n".join(lines) + "\n", "members", as_of=MAY)
    assert [entry["member_id"] for entry in mine.plan["adds"][1:]] == [number for number, _name in told[1:]]


def test_dues_of_two_pay_days_and_their_total(roster, apply_file):
    text = 'Emp #,Name,PPE 05/09,PPE 05/23,Total Dues\n00012345,"Boyle, Ada",8.12,8.13,16.25\n'
    text += '00023456,"Chen, Bo",8.12,8.13,16.25\n,Totals,16.24,16.26,32.50\n'
    found = apply_file(text, "remittance", source="Payroll", as_of=MAY)
    assert found.totals["net_cents"] == 3250 and found.totals["agrees_with_report"]


@pytest.mark.parametrize("tail", ["Prepared by HR, Oct 3, 2026", "Confidential, for internal use only\n",
                                  "Report run 10/3/2026, by J. Smith"])  # fmt: skip
def test_a_note_below_a_list_is_no_person_and_no_cut(plan_file, tail):
    head = "Emp No,Name,Work Site,Title,Date Hired\n"
    rows = people(site, lambda at: "Clerk", lambda at: f"2019-03-{at + 1:02d}")
    found = plan_file(head + rows + tail, as_of=MAY)
    assert len(found.plan["adds"]) == len(NAMES) and found.plan["refused"] == []
    assert [kind for _row, kind, _text in found.head["aside"]] == ["footer"]
    with pytest.raises(Problem, match="cut off"):
        reading.parse((head + rows + '40999,"Doe, Zed",Sewe').encode(), "list.csv", words=["name", "title"])


def test_what_a_processor_says_of_a_payment(roster, apply_file):
    lines = ["Transaction ID,Trans Status,Settlement Amount,Customer ID"]
    said = ["Settled Successfully"] * 9 + ["Declined", "Refund Settled", "Held by bank"]
    lines += [f"{60_100 + at},{word},16.25,{('M1', 'M2')[at % 2]}" for at, word in enumerate(said)]
    found = apply_file("\n".join(lines) + "\n", "edues", source="Cards", as_of=MAY)
    assert [payment["status"] for payment in found.plan["payments"]] == ["paid"] * 9 + ["failed", "refunded", "paid"]
    assert [(cell["value"], cell["column"]) for cell in found.plan["refused"]] == [("Held by bank", "Trans Status")]


def test_dues_in_another_currency(roster, apply_file):
    text = "Personnel no.;Surname;Forename;Dues deducted\n00012345;Boyle;Ada;16,25 €\n00023456;Chen;Bo;1.016,25 €\n"
    found = apply_file(text + "Total;;;1.032,50 €\n", "remittance", source="Payroll", as_of=MAY)
    assert found.totals["net_cents"] == 103_250 and found.totals["agrees_with_report"]


@pytest.mark.parametrize(("text", "cents"), [("€19.75", 1975), ("(5,00 €)", -500), ("-€4.50", -450), ("£4", 400),
                                             ("4.00$-", -400), ("$5.00 USD", 500), ("US$ 5.00", 500)])  # fmt: skip
def test_the_sign_of_a_currency_is_no_part_of_the_figure(text, cents):
    assert values.cents(text) == cents


def test_another_program_writes_the_same_job_otherwise(apply_file, plan_file):
    first = "Emp No,Name,Grade,Step,Job Title\n"
    apply_file(first + people(lambda at: f"NU-{at % 9 + 1}", lambda at: f"Step {at % 4 + 1}", lambda at: "Nurse Aide"))
    then = "File Number,Payroll Name,Pay Grade,Step,Job Name,Legal Employer\n"
    cells = (lambda at: f"{at % 9 + 1:02d}", lambda at: f"{at % 4 + 1}", lambda at: "0412.Nurse Aide")
    found = plan_file(then + people(*cells, lambda at: "Mercy Health"), as_of=MAY)
    assert found.plan["changes"] == [] and found.plan["renames"] == []
    assert {entry["field"] for entry in found.plan["fills"]} == {"series", "employer"}
    moved = plan_file(then + people(lambda at: f"SV-{at % 9 + 1}", *cells[1:], lambda at: "Mercy Health"), as_of=MAY)
    assert {entry["field"] for entry in moved.plan["changes"]} == {"grade"}


def test_full_time_with_its_letter_before_it():
    assert jobs.schedule("F - Full Time") == "Full-Time" and jobs.schedule("P - Part Time") == "Part-Time"
    assert jobs.schedule("FT - Part Time") == "FT - Part Time"


@pytest.mark.parametrize("text", ["5$00", "$5 $3", "12.50 $ 3.00"])
def test_a_sign_between_figures_is_no_amount(text):
    with pytest.raises(ValueError, match="not an amount"):
        values.cents(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("7", "07", True), ("7A", "07A", True), ("GS-07", "7", True), ("GS-07", "WG-07", False), ("", "GS-0", False)],
)
def test_a_grade_is_the_same_with_and_without_its_zero(one, other, same):
    assert jobs.same_grade(one, other) is same


@pytest.mark.parametrize("number", [lambda at: 1200 + at % 3, lambda at: 700 + at])
def test_numbers_beside_names_that_we_do_not_know_are_of_nobody(apply_file, plan_file, number):
    apply_file("Emp No,Name,Work Site\n" + people(site), as_of=MAY)
    text = "Employee,Work Site\n" + "".join(f'"{name} ({number(at)})",{site(at)}\n' for at, name in enumerate(NAMES))
    plan = plan_file(text, as_of=MAY).plan
    assert [plan[part] for part in ("adds", "leavers", "changes", "review")] == [[], [], [], []]


@pytest.mark.parametrize("place", ["Work Site", "Location"])
def test_a_description_beside_a_place_in_words_is_not_of_the_place(apply_file, plan_file, place):
    apply_file("Emp No,Name,Work Site\n" + people(site), as_of=MAY)
    text = f"Emp No,Name,{place},Description\n" + people(site, lambda at: ("Clerk", "Typist", "Driver")[at % 3])
    assert plan_file(text, as_of=MAY).plan["changes"] == []
