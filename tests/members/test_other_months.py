"""Other locals, other months, other offices: every class of the scorer right, whatever the list looks like.

`MONTHS=1,2,3 pytest ...` tries other seeds; those below are ones that once went wrong.
"""

import datetime
import os

import pytest

from members.dues import books
from tests.members.months import World
from tests.members.offices import Office

SEEDS = [int(seed) for seed in os.environ.get("MONTHS", "15,34,52").split(",")]
MARCH, APRIL = datetime.date(2026, 3, 31), datetime.date(2026, 4, 30)
FIELDS = {"schedule": "sched"}


def differ(got, want):
    """(too many, missing), as sorted text."""
    got, want = sorted(map(str, got)), sorted(map(str, want))
    return [one for one in got if one not in want], [one for one in want if one not in got]


def numbers(entries):
    return [entry["employee_number"] for entry in entries]


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_month_of_another_local(apply_file, plan_file, as_system, seed):
    world, wrong = World(seed), {}

    def check(what, got, want):
        if any(both := differ(got, want)):
            wrong[what] = both

    first = Office(f"{seed} unit")
    data, name = first.unit_file(world.unit)
    march = apply_file(data, "unit", name=name, as_of=MARCH)
    plan = march.plan
    check("first adds", numbers(plan["adds"]), [p["id"] for p in world.unit])
    check("first refused", plan["refused"], [])
    check("first review", plan["review"], [])
    check("duplicates", [group[0] for group in plan["duplicates"]], first.twice)

    own = Office(f"{seed} members")
    header, rows = own.members(world.members)
    data, name = own.dice.choice([own.delimited, own.book])(header, rows)
    mine = apply_file(data, "members", name=name, source="Local", as_of=MARCH)
    check("members refused", mine.plan["refused"], [])
    check("members", [mine.totals["people"] + mine.totals["review"]], [len(world.members) - 3])
    check(
        "no text", [len(mine.plan["refusals_of_contact"])], [sum(m["no_text"] and not m["dup"] for m in world.members)]
    )

    pay = Office(f"{seed} dues")
    data, name = pay.dues(world.dues)
    dues = apply_file(data, "remittance", name=name, source="Payroll", as_of=MARCH)
    check("agrees", [dues.totals.get("agrees_with_report", True)], [True])
    shop = Office(f"{seed} cards")
    header, rows = shop.cards(world.cards)
    data, name = shop.dice.choice([shop.delimited, shop.book])(header, rows)
    cards = apply_file(data, "edues", name=name, source="Cards", as_of=MARCH)
    found = books.reconciliation(as_system, unit_list=march, dues=dues, edues=cards, as_of=MARCH)
    truth = world.truth
    check(
        "remit",
        [found["remittance"]["net_cents"], found["remittance"]["records"]],
        [truth["remit_cents"], truth["remit_records"]],
    )
    check("density", [found["density"]], [round(truth["in_unit"] / len(world.unit), 4)])
    check("paying_not_member", numbers(found["paying_not_member"]), truth["paying_not_member"])
    for ours, theirs in (("members_not_remitted", "payroll_not_remitted"), ("amount_differs", "amount_mismatch"),
                         ("left_the_unit_still_paying", "supervisors_paying"), ("failed_payments", "edues_failed")):  # fmt: skip
        check(theirs, [item["member_id"] for item in found[ours]], truth[theirs])
    check(
        "not_in_unit",
        [item["member_id"] for item in found["not_in_unit"]],
        [m["member"] for m in world.members if m["why"] and not m["dup"]],
    )
    check("duplicate_members", found["member_duplicates"], [[str(a), str(b)] for a, b in truth["duplicate_members"]])
    check("unmatched", found["unmatched_lines"], [])

    some = [person for person in world.unit if person["code"] != "HRB"]
    data, name = Office(f"{seed} sites").grouped_book(some)
    partial = plan_file(data, "unit", name=name, scope="partial", source="Sites", as_of=MARCH)
    for part in ("adds", "leavers", "changes", "name_changes", "review", "refused"):
        check(f"partial {part}", partial.plan[part], [])
    check("partial unchanged", [partial.plan["unchanged"]], [len(some)])

    next_office = Office(f"{seed} next")
    data, name = next_office.unit_file(world.later, later=True)
    april = plan_file(data, "unit", name=name, as_of=APRIL)
    plan = april.plan
    check("adds", numbers(plan["adds"]), truth["adds"])
    check("removals", numbers(plan["leavers"]), truth["removals"])
    check(
        "changed",
        [f"{e['employee_number']}:{FIELDS.get(e['field'], e['field'])}" for e in plan["changes"]],
        truth["changed"],
    )
    check("name_changed", numbers(plan["name_changes"]), truth["name_changed"])
    check(
        "same_person_new_id",
        [(e["employee_number"], e["shown"]) for e in plan["id_corrections"]],
        truth["same_person_new_id"],
    )
    check("org_rename", [(e["from"], e["to"]) for e in plan["renames"]], [truth["org_rename"]])
    check("review", plan["review"], [])
    check("refused", plan["refused"], [])
    check("duplicates later", [len(plan["duplicates"])], [3])
    assert wrong == {}, (seed, vars(first), vars(next_office))
