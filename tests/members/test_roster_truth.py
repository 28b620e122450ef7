"""The messy files of a made-up month, scored class by class: nothing missed, nothing wrong."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.urls import reverse
from pypdf import PdfReader

from members.models import RosterImport

FIELDS = {"schedule": "sched"}
UNIT, MEMBERS, SITES = "roster_1_bu_list_2026-09.csv", "roster_2_members_cp1252.csv", "roster_3_worksites.xlsx"
DUES, NEXT, EDUES = (
    "roster_4_dues_remittance_ppe_2026-10-03.txt",
    "roster_5_bu_list_2026-10.csv",
    "roster_6_edues_2026-09.csv",
)


@pytest.fixture
def run(as_system, shared, capsys):
    def go(command, *arguments):
        capsys.readouterr()
        call_command(command, *map(str, arguments), "--json")
        return json.loads(capsys.readouterr().out)

    def bring_in(name, kind, day="2026-09-30", scope="complete", source="HR"):
        path = shared / "data" / "rosters" / name
        return go(
            "import_roster", path, "--kind", kind, "--source", source, "--as-of", day, "--scope", scope, "--apply"
        )

    go.bring_in = bring_in
    return go


def scored(shared, tmp_path, result):
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result))
    done = subprocess.run(
        [sys.executable, shared / "data/rosters/roster_score.py", path], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def all_right(scores):
    assert scores.pop("merged_wrongly", []) == []
    for name, score in scores.items():
        assert score.get("ok", True), (name, score)
        assert score.get("precision", 1.0) == score.get("recall", 1.0) == 1.0, (name, score)


def changed_fields(plan):
    found = {}
    for entry in plan["changes"]:
        found.setdefault(entry["employee_number"], []).append(FIELDS.get(entry["field"], entry["field"]))
    return found


@pytest.mark.slow
def test_a_month_is_planned_reconciled_and_taken_back(run, shared, tmp_path, secretary, sign_in):
    first = run.bring_in(UNIT, "unit")
    members = run.bring_in(MEMBERS, "members", source="Local")
    assert members["totals"]["people"] == 849 and len(members["plan"]["review"]) == 1
    dues = run.bring_in(DUES, "remittance", "2026-10-03", source="Payroll")
    assert dues["totals"]["agrees_with_report"]
    edues = run.bring_in(EDUES, "edues", "2026-10-03", source="E-Dues")
    partial = run.bring_in(SITES, "unit", scope="partial", source="Sites")
    assert partial["plan"]["leavers"] == [] and partial["totals"]["unchanged"] == 998
    books = run("reconcile", "--unit-list", first["import_id"], "--dues", dues["import_id"],
                "--edues", edues["import_id"], "--as-of", "2026-10-03")  # fmt: skip
    by_card = run("reconcile", "--unit-list", first["import_id"], "--dues", edues["import_id"],
                  "--as-of", "2026-10-03")  # fmt: skip
    assert by_card["remittance"]["records"] == 0 and by_card["edues"]["records"] == books["edues"]["records"] > 0
    assert by_card["failed_payments"] == books["failed_payments"]
    again = run.bring_in(UNIT, "unit")
    assert again["totals"]["unchanged"] == 1340 and not again["plan"]["cosmetic"]
    month = run.bring_in(NEXT, "unit", "2026-10-31")
    plan = month["plan"]
    all_right(scored(shared, tmp_path, {
        "adds": [entry["employee_number"] for entry in plan["adds"]],
        "removals": [entry["employee_number"] for entry in plan["leavers"]],
        "changed": changed_fields(plan),
        "name_changed": [entry["employee_number"] for entry in plan["name_changes"]],
        "same_person_new_id": [[e["employee_number"], e["shown"]] for e in plan["id_corrections"]],
        "org_rename": [plan["renames"][0]["from"], plan["renames"][0]["to"]],
        "merged": first["plan"]["duplicates"] + members["plan"]["duplicates"],
        "duplicates_file1": [group[0] for group in first["plan"]["duplicates"]],
        "remit_total": books["remittance"]["net_cents"] / 100,
        "remit_records": books["remittance"]["records"],
        "density": books["density"],
        "paying_not_member": [item["employee_number"] for item in books["paying_not_member"]],
        "payroll_not_remitted": [item["member_id"] for item in books["members_not_remitted"]],
        "amount_mismatch": [item["member_id"] for item in books["amount_differs"]],
        "supervisors_paying": [item["member_id"] for item in books["left_the_unit_still_paying"]],
        "edues_failed": [item["member_id"] for item in books["failed_payments"]],
        "duplicate_members": books["member_duplicates"],
    }))  # fmt: skip
    later = run("reconcile", "--unit-list", month["import_id"], "--dues", dues["import_id"],
                "--edues", edues["import_id"], "--as-of", "2026-10-31")  # fmt: skip
    assert len(later["new_hires"]) == len(plan["adds"]) == 24 and not books["new_hires"]
    assert len(later["separations"]) == 23 and len(later["name_changed"]) == 8
    moved = {entry["employee_number"] for entry in plan["changes"] if entry["field"] == "station"}
    assert {item["employee_number"] for item in later["moved_site"]} == moved
    asked = {"unit_list": month["import_id"], "dues": dues["import_id"], "edues": edues["import_id"],
             "as_of": "2026-10-31", "as": "pdf"}  # fmt: skip
    paper = sign_in(secretary).post(reverse("members:reconcile"), asked)
    assert len(PdfReader(io.BytesIO(paper.content)).pages) == 1
    run("undo_import", month["import_id"])
    back = run.bring_in(UNIT, "unit")
    assert back["totals"]["unchanged"] == 1340 and not back["plan"]["adds"] and not back["plan"]["leavers"]
    assert RosterImport.objects.filter(state="undone").count() == 1
