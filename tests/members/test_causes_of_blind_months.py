"""What months written before anybody read the importer brought to light, each as its general cause."""

from collections.abc import Callable
from typing import Any

import pytest

from members.dues.paying import Line
from members.dues.reconciling import Books, reconcile
from members.matching import Known
from members.models import ImportState, Membership, Person, Placement, PostalAddress, RosterImport
from members.normalising.names import Name
from members.services import importing
from unionops.platform.access.models import User
from unionops.platform.core.progress import Phase, Stopped

PEOPLE = [("Ode", "Femi"), ("Park", "Jin"), ("Lund", "Ida"), ("Cruz", "Ana"), ("Bell", "Tom"), ("Nash", "Eve")]
Apply = Callable[..., RosterImport]

pytestmark = pytest.mark.django_db


def listed(heading: str, *cells: Callable[[int], str]) -> str:
    rows = [",".join(cell(at) for cell in cells) for at in range(len(PEOPLE))]
    return "\n".join([heading, *rows]) + "\n"


def number(at: int) -> str:
    return f"0041{at}"


def name(at: int) -> str:
    return f'"{PEOPLE[at][0]}, {PEOPLE[at][1]}"'


def group(at: int) -> str:
    return ("Gas", "Line", "Meter")[at % 3]


def hired(at: int) -> str:
    return f"2019-03-0{at + 1}"


def under_groups(rename: str = "Meter") -> str:
    """The next month names the departments in lines above their people."""
    lines = ["Clock No,Employee,Hired,Title"]
    for word in ("Gas", "Line", "Meter"):
        people = [at for at in range(len(PEOPLE)) if group(at) == word]
        lines += [f"{rename if word == 'Meter' else word},,,"]
        lines += [f"{number(at)},{name(at)},{hired(at)},Clerk" for at in people]
    return "\n".join(lines) + "\n"


def test_lines_that_name_a_group_are_what_we_know_the_names_as(apply_file: Apply, plan_file: Apply) -> None:
    apply_file(listed("Clock No,Employee,Department,Hired", number, name, group, hired))
    plan = plan_file(under_groups("Gas")).plan
    assert [(e["field"], e["old"], e["new"]) for e in plan["changes"]] == [("department", "Meter", "Gas")] * 2


def test_a_heading_of_another_level_is_the_one_we_know_the_names_as(apply_file: Apply, plan_file: Apply) -> None:
    apply_file(listed("Emp No,Name,Department,Hire Date", number, name, group, hired))
    moved = listed("Emp No,Name,Cost Center Name,Hire Date", number, name, lambda at: group(at + (at == 0)), hired)
    changes = plan_file(moved).plan["changes"]
    assert [(e["field"], e["old"], e["new"]) for e in changes] == [("department", "Gas", "Line")]


def test_a_unit_code_that_lost_its_zeros_is_the_same_unit(apply_file: Apply, plan_file: Apply) -> None:
    apply_file(listed("BUS,Emp No,Name,Hire Date", lambda _at: "42", number, name, hired))
    plan = plan_file(listed("BU Status Code,Emp No,Name,Hire Date", lambda _at: "0042", number, name, hired)).plan
    assert not plan["renames"]
    assert not plan["changes"]


def test_a_unit_no_list_had_named_is_filled_in_and_not_renamed(apply_file: Apply, plan_file: Apply) -> None:
    apply_file(listed("Emp No,Name,Hire Date", number, name, hired))
    plan = plan_file(listed("BUS,Emp No,Name,Hire Date", lambda _at: "0042", number, name, hired)).plan
    assert not plan["renames"]
    assert not plan["leavers"]
    assert [(fill["field"], fill["new"], fill["people"]) for fill in plan["fills"]] == [("unit", "0042", 6)]


def test_two_digits_exchanged_in_a_member_number_are_a_correction(apply_file: Apply, plan_file: Apply) -> None:
    def member(at: int) -> str:
        return f"BT4{at}7{at + 1}"

    def mail(at: int) -> str:
        return f"p{at}@example.org"

    first = listed("Card No,Name,Email", member, name, mail)
    swapped = first.replace("BT4273", "BT4723")
    apply_file(first, "members", source="Local")
    plan = plan_file(swapped, "members", source="Local").plan
    shown = [(entry["last_name"], entry["shown"]) for entry in plan["id_corrections"]]
    assert shown == [("Lund", "BT4723")]
    assert not (plan["review"] or plan["leavers"] or plan["adds"] or plan["changes"])
    apply_file(swapped, "members", source="Local")
    assert_quiet(plan_file(swapped + "\n", "members", source="Local").plan)


def assert_quiet(plan: dict[str, Any]) -> None:
    classes = ("adds", "leavers", "changes", "name_changes", "id_corrections", "renames", "review")
    assert not any(plan[name] for name in classes)


def test_letters_a_system_leaves_out_are_no_other_name(apply_file: Apply, plan_file: Apply) -> None:
    heading = "Emp No,Name,Hire Date\n"
    apply_file(heading + '00411,"Srensen, Sren",2019-03-04\n00412,"Park, Jin",2019-03-05\n')
    plan = plan_file(heading + '00411,"Sørensen, Søren",2019-03-04\n00412,"Park, Jin",2019-03-05\n').plan
    assert not plan["name_changes"]
    assert [entry["new"][:2] for entry in plan["cosmetic"]] == [["Sørensen", "Søren"]]


def test_a_list_without_a_heading_is_read_by_what_we_know(apply_file: Apply, plan_file: Apply) -> None:
    def site(at: int) -> str:
        return ("Shop A", "Shop B")[at % 2]

    def title(at: int) -> str:
        return ("Welder", "Painter", "Fitter")[at % 3]

    apply_file(listed("Emp No,Name,Site,Title,Hire Date", number, name, site, title, hired))
    bare = listed("", number, name, site, lambda at: title(at + (at == 1)), hired).lstrip()
    found = plan_file(bare)
    assert set(found.mapping.values()) == {"employee_number", "full_name", "station", "title", "hire_date"}
    assert [(e["field"], e["old"], e["new"]) for e in found.plan["changes"]] == [("title", "Painter", "Fitter")]


def test_a_stop_while_an_import_is_taken_back_leaves_it_as_it_was(apply_file: Apply, as_system: User) -> None:
    found = apply_file(listed("Emp No,Name,Department,Hire Date", number, name, group, hired))
    asked: list[tuple[int, int | None]] = []

    def stop(done: int, total: int | None = None, phase: Phase | None = None) -> None:
        asked.append((done, total))
        if len(asked) > 1:
            raise Stopped

    with pytest.raises(Stopped):
        importing.undo_import(by=as_system, roster_import=found, progress=stop)
    assert asked[0][0] == 0 < asked[1][0] < (asked[1][1] or 0)
    found.refresh_from_db()
    assert found.state == ImportState.APPLIED
    assert Person.objects.count() == Placement.objects.count() == len(PEOPLE)
    importing.undo_import(by=as_system, roster_import=found)
    assert not Person.objects.exists()
    assert not Placement.objects.exists()


@pytest.mark.parametrize("heading", ["Amount", "Amount (cents)"])
def test_an_amount_nobody_pays_is_a_bad_cell_and_no_money(plan_file: Apply, heading: str) -> None:
    rows = "".join(f"{number(at)},{name(at)},2000\n" for at in range(5))
    plan = plan_file(f"Emp No,Name,{heading}\n{rows}{number(5)},{name(5)},99999999999999\n", "remittance").plan
    assert [(cell["row"], cell["value"]) for cell in plan["refused"]] == [(7, "99999999999999")]
    assert plan["totals"]["records"] == 6


@pytest.mark.parametrize(
    ("lines", "differs"),
    [
        ([1625], False),
        ([2250, -2250, 1625], False),
        ([2250, -625], False),
        ([1625, -1625], False),
        ([1625, -2250], False),
        ([2250, -2250], True),
        ([2250], True),
        ([1625, -1625, 2250], True),
    ],
)
def test_a_corrected_line_is_the_amount_that_stays(lines: list[int], differs: bool) -> None:
    """What was taken back and taken anew is right when what stays is."""
    ada = Known(1, Name("Boyle", "Ada"), kept=({"dues_amount": "1625", "dues_method": "payroll"}, {}))
    payroll = [Line({"row": at, "amount": str(cents)}, ada) for at, cents in enumerate(lines)]
    found = reconcile(Books({1: ada}, {1}, {1}, 1, payroll))
    assert bool(found["amount_differs"]) is differs


def test_what_is_given_back_in_another_period_corrects_the_one_before() -> None:
    ada = Known(1, Name("Boyle", "Ada"), kept=({"dues_amount": "4000", "dues_method": "payroll"}, {}))
    lines = [("2026-01-09", 8000), ("2026-01-20", -4000)]
    payroll = [Line({"row": 1, "paid_on": day, "amount": str(cents)}, ada) for day, cents in lines]
    assert not reconcile(Books({1: ada}, {1}, {1}, 1, payroll))["amount_differs"]


def test_second_records_of_our_own_list_are_called_by_member_number(apply_file: Apply) -> None:
    listed = "Member No,Emp ID,Name,Cell,E-mail\n"
    listed += "M101,55501,Robert Ode,3125550101,ode@x.example\nM102,,Bob Ode,3125550101,ode@x.example\n"
    assert apply_file(listed, "members").plan["duplicates"] == [["M101", "M102"]]


def test_an_amount_backs_a_name_while_the_dues_file_is_read(plan_file: Apply, apply_file: Apply) -> None:
    """The agency's number is not known; name, payroll and the amount are."""
    member = "Member No,Name,Dues Method,Dues Amt\nM7,Odile Prynne,Payroll,16.25\n"
    apply_file(member, "members", source="Retirees")
    found = plan_file('EE No,Name,Withheld\n990017,"PRYNNE, ODILE",16.25\n', "remittance")
    assert found.totals["matched"] == 1 and found.totals["review"] == 0


def test_an_address_in_one_cell_is_taken_apart(apply_file: Apply) -> None:
    apply_file('Member No,Name,Mailing Address\nM7,Odile Prynne,"4 Oak St Apt 2, Bend, OR 97701"\n', "members")
    place = PostalAddress.objects.get()
    assert (place.street, place.city, place.state, place.zip) == ("4 Oak St Apt 2", "Bend", "OR", "97701")


@pytest.mark.parametrize(("word", "method"), [("check-off", "payroll"), ("online", "edues"), ("Web portal", "edues")])
def test_how_dues_are_paid_in_other_words(apply_file: Apply, word: str, method: str) -> None:
    apply_file(f"Member No,Name,How paid\nM7,Odile Prynne,{word}\nM8,Ana Ruel,annual\n", "members")
    assert Membership.objects.get(person__member_number="M7").method == method
