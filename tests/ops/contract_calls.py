"""The calls of the command-line contract: what goes in, which keys come out, what is refused and by which code."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

OLD = """ARTICLE 1 - RECOGNITION

Section 1. Unit.
The Agency recognizes the Union as the exclusive representative of all pilots.

ARTICLE 2 - HOURS

Section 1. Shift change.
The Agency shall give fifteen (15) calendar days of notice before it changes a shift.

ARTICLE 3 - GRIEVANCES

Section 1. Step One.
A grievance shall be filed within twenty (20) working days.
"""
NEW = OLD.replace("shall give fifteen (15)", "should normally give seven (7)")
UNIT = """BUS Code,Employee ID,Name,Grade,Step,Position Title,Org Code,Duty Station,Tour
9101,00159002,"MARLOWE, AMY T",06,07,Clerk,HQ-1,Mill Creek Clinic,0800-1630
9101,00710287,"OYELARAN, DONNA J",06,10,Aide,HQ-1,Mill Creek Clinic,1530-2400
9101,00228648,"PETROV, KENNETH",07,02,Aide,HQ-2,Riverbend,0800-1630
"""
MEMBERS = """Member ID;Employee ID;Last Name;First Name;Personal Email;Cell;Address 1;City;ST;Zip;Dues Method;Dues Amt
M1;00159002;Marlowe;Amy;amy.marlowe@example.org;3305550101;1 Oak St;Mill Creek;OH;45840;1187;16.25
M2;00710287;Oyelaran;Donna;;3305550102;2 Oak St;Mill Creek;OH;45840;E-Dues;16.25
"""
REMITTANCE = """Name,Employee ID,Amount
"MARLOWE, AMY T",00159002,16.25
"PETROV, KENNETH",00228648,16.25
"""
EDUES = """transaction_id,date,member_id,email,amount,status,failure_reason,instrument
1,2026-09-14,M2,donna@example.net,32.50,Failed,card expired,card
"""
CASES = "Case number,Filed,Article,Outcome\nOLD-1,2020-01-05,Article 2,Settled\n"
BRIEF: dict[str, Any] = {
    "purpose": "Tell members about the meeting",
    "facts": [
        {"id": "f1", "kind": "date", "value": "2026-12-05"},
        {"id": "f2", "kind": "place", "value": "Union hall"},
    ],
    "sources": [],
    "audiences": ["All members"],
    "channels": ["email", "sms"],
    "languages": ["en"],
    "class": "event",
}
RULE = {"anchor": "2026-11-02", "n": 15, "unit": "working_days"}
BOUNCE = "From: MAILER-DAEMON@example.net\nTo: office@example.org\nSubject: Undelivered\n\nNobody here.\n"
ROSTER = ["--source", "HR", "--as-of", "2026-09-30", "--scope", "complete"]
NOBODY = "00000000-0000-4000-8000-000000000000"


PERSON = {"employee_number", "last_name", "first_name"}
PLAN = {"adds", "leavers", "changes", "name_changes", "id_corrections", "renames", "duplicates", "review", "refused",
        "unchanged"}  # fmt: skip
IMPORT = {"plan", "totals", "applied", "import_id"}
VERSION = {"agreement_id", "pages", "coverage", "set_aside", "warnings", "clauses"}
CLAUSE = {"id", "parent", "level", "number", "title", "page", "chars", "text"}
HIT = {"agreement", "clause_id", "article", "number", "title", "page", "snippet", "score"}
ANSWER = {"state", "claims", "dropped", "clauses", "run_id"}
CHANGE = {"kind", "old", "new", "similarity", "words"}
IMPACT = CHANGE | {"rights", "defined_terms", "cross_references", "grievances", "settlements", "practices", "deadlines",
                   "members", "questions"}  # fmt: skip
BOOKS = {"density", "remittance", "paying_not_member", "members_not_remitted", "amount_differs",
         "left_the_unit_still_paying", "failed_payments", "member_duplicates", "not_in_unit"}  # fmt: skip
VERSIONS = {"audience", "channel", "subject", "body", "engine", "checks"}
EXPORT = {"segment", "format", "purpose", "count", "excluded", "sha256", "file"}


def has(*keys: set[str]) -> Callable[[Any], None]:
    """An object with these keys, and nothing less."""
    wanted = set[str]().union(*keys)
    return lambda found: _lacks(found, wanted)


def _lacks(found: Any, wanted: set[str]) -> None:
    assert isinstance(found, dict) and wanted <= set(found), wanted - set(found)


def rows(*keys: set[str], least: int = 1) -> Callable[[Any], None]:
    def check(found: Any) -> None:
        assert isinstance(found, list) and len(found) >= least
        for row in found:
            _lacks(row, set[str]().union(*keys))

    return check


def imported(found: Any) -> None:
    _lacks(found, IMPORT)
    _lacks(found["plan"], PLAN)
    assert isinstance(found["plan"]["unchanged"], int) and isinstance(found["applied"], bool)
    assert all(isinstance(found["plan"][name], list) for name in PLAN - {"unchanged"})


def unit_planned(found: Any) -> None:
    imported(found)
    assert not found["applied"]
    rows(PERSON | {"grade", "step", "title", "org", "station", "tour", "unit"}, least=3)(found["plan"]["adds"])


def applied(found: Any) -> None:
    imported(found)
    assert found["applied"] is True


def ingested(found: Any) -> None:
    _lacks(found, VERSION)
    rows(CLAUSE, least=6)(found["clauses"])
    assert 0.995 <= found["coverage"] <= 1 and found["clauses"][1]["parent"] == found["clauses"][0]["id"]
    assert all(clause["chars"] == len(clause["text"]) for clause in found["clauses"])


def answered(found: Any) -> None:
    _lacks(found, ANSWER)
    assert (found["state"], found["claims"], found["dropped"]) == ("model_off", [], 0) and found["clauses"]


def summed(found: Any) -> None:
    assert set(found) == {"roster", "included", "excluded"}
    assert found["roster"] == found["included"] + sum(found["excluded"].values()) == 2


def drafted(found: Any) -> None:
    rows(VERSIONS, least=2)(found["versions"])
    assert {row["engine"] for row in found["versions"]} == {"template"}
    assert [check for row in found["versions"] for check in row["checks"]] == []  # the house's own words pass


def reconciled(found: Any) -> None:
    _lacks(found, BOOKS)
    assert found["remittance"] == found["remittance"] | {"records": 2, "net_cents": 3250}
    assert [row["employee_number"] for row in found["paying_not_member"]] == ["00228648"]
    assert len(found["failed_payments"]) == 1


def counted(found: Any) -> None:
    assert found[0]["due"] == "2026-11-24" and found[0]["id"] == "a"
    rows({"date", "n", "why"}, least=15)(found[0]["count"])


# Words, the check of the answer, and what to remember of it: {name: key}. In this order, each once.
JOURNEY: list[tuple[list[str], Callable[[Any], None], dict[str, str]]] = [
    (["compute_deadlines", "{folder}/rules.json"], counted, {}),
    (["setup"], has({"data", "secrets", "database", "migrations_applied"}), {}),
    (["setup_link"], has({"set_up", "link"}), {}),
    (["audit_verify"], has({"ok", "events", "head"}), {}),
    (["ai_models"], has({"state", "installed", "in_use", "memory_gb", "fits"}), {}),
    (["import_roster", "{folder}/unit.csv", "--kind", "unit", *ROSTER], unit_planned, {}),
    (["import_roster", "{folder}/unit.csv", "--kind", "unit", *ROSTER, "--apply"], applied, {"unit": "import_id"}),
    (["import_roster", "{folder}/members.csv", "--kind", "members", *ROSTER, "--apply"], applied, {"people": "import_id"}),
    (["import_roster", "{folder}/dues.csv", "--kind", "remittance", *ROSTER, "--apply"], applied, {"dues": "import_id"}),
    (["import_roster", "{folder}/edues.csv", "--kind", "edues", *ROSTER, "--apply"], applied, {"edues": "import_id"}),
    (["reconcile", "--unit-list", "{unit}", "--dues", "{dues}", "--edues", "{edues}", "--as-of", "2026-09-30"], reconciled, {}),
    (["segment", "All members", "standing is member", "--count"], has({"segment", "id", "text", "count"}), {}),
    (["audience", "All members", "--channel", "email"], summed, {}),
    (["audience", "All members", "--channel", "sms"], summed, {}),
    (["audience", "All members", "--channel", "mail"], summed, {}),
    (["export_people", "--segment", "All members", "--format", "csv", "--purpose", "letters", "--out", "{folder}/p.csv"], has(EXPORT), {}),
    (["export_people", "--segment", "All members", "--format", "avery5160", "--purpose", "letters", "--out", "{folder}/l.pdf"], has(EXPORT), {}),
    (["export_outreach", "All members", "--format", "action_network", "--purpose", "texts", "--out", "{folder}/o.csv"], has(EXPORT), {}),
    (["person_record", "00159002", "--out", "{folder}/r.json"], has({"person", "file", "parts"}), {}),
    (["ingest_agreement", "{folder}/old.txt", "--title", "Harbor", "--effective", "2021-01-01", "--expires", "2023-12-31"], ingested, {"old": "agreement_id"}),
    (["ingest_agreement", "{folder}/new.txt", "--title", "Harbor", "--supersedes", "{old}"], ingested, {"new": "agreement_id"}),
    (["search_agreements", "notice shift"], rows(HIT), {}),
    (["search_agreements", "notice shift", "--agreement", "{old}", "--limit", "1"], rows(HIT), {}),
    (["search_agreements", "zeppelin"], rows(HIT, least=0), {}),
    (["ask_agreement", "How much notice before a shift changes?", "--agreement", "{old}"], answered, {}),
    (["compare_agreements", "{old}", "{new}"], rows(CHANGE), {}),
    (["compare_agreements", "{folder}/old.txt", "{folder}/new.txt"], rows(CHANGE), {}),
    (["proposal_impact", "{old}", "{folder}/new.txt"], rows(IMPACT), {}),
    (["annotate_agreement", "{old}"], has({"agreement", "clauses", "annotations"}), {}),
    (["export_pocket", "{old}", "--edition", "member", "--format", "html", "--out", "{folder}/pocket.html"], has({"file", "bytes", "edition", "format"}), {}),
    (["export_pocket", "{old}", "--edition", "steward", "--format", "pdf", "--out", "{folder}/pocket.pdf"], has({"file", "bytes", "edition", "format"}), {}),
    (["draft_message", "{folder}/brief.json"], drafted, {"message": "message_id"}),
    (["read_bounces", "{folder}/bounce.eml"], has({"bounced", "temporary", "complaints", "not_ours"}), {}),
    (["import_cases", "{folder}/cases.csv"], has(IMPORT), {}),
    (["import_cases", "{folder}/cases.csv", "--apply"], has(IMPORT), {}),
    (["due", "--days", "14"], rows(set(), least=0), {}),
    (["case_packet", "OLD-1", "--out", "{folder}/case.pdf"], has({"case", "out", "bytes", "sha256"}), {}),
    (["dfr_packet", "OLD-1", "--out", "{folder}/dfr.pdf"], has({"case", "out", "bytes", "sha256"}), {}),
    (["handover", "--out", "{folder}/book.pdf"], has({"out", "bytes", "sha256"}), {}),
    (["read_old_files", "{folder}"], has({"taken_in", "refused", "read", "states"}), {}),
    (["undo_import", "{edues}"], has({"import_id", "undone"}), {}),
    (["erase_person", "00228648", "--reason", "asked for it"], has({"erased"}), {}),
    (["backup", "{folder}/a.backup"], has({"file", "bytes", "rows", "files", "tables"}), {}),
    (["restore", "{folder}/a.backup", "--into", "{folder}/back"], has({"restored", "into", "rows", "files", "tables"}), {}),
    (["erase_again", "{folder}/data/backups/erasures.jsonl"], has({"erased", "gone", "kept"}), {}),
    (["setup"], has({"data", "migrations_applied"}), {}),
]  # fmt: skip

IMPORT_UNIT = ["import_roster", "{folder}/unit.csv", "--kind", "unit", *ROSTER]
REFUSED: list[tuple[list[str], str]] = [
    (["rescue_link"], "not_set_up"),
    (["import_rooster", "{folder}/unit.csv"], "usage"),
    (["migrate"], "usage"),
    ([], "usage"),
    (["import_roster", "{folder}/none.csv", "--kind", "unit", *ROSTER], "no_file"),
    (["import_roster", "{folder}", "--kind", "unit", *ROSTER], "no_file"),
    (["import_roster", "{folder}/empty.csv", "--kind", "unit", *ROSTER], "empty"),
    (["import_roster", "{folder}/pretender.csv", "--kind", "unit", *ROSTER], "not_what_it_says"),
    (["import_roster", "{folder}/noise.pdf", "--kind", "unit", *ROSTER], "wrong_kind"),
    (["import_roster", "{folder}/unit.csv", "--kind", "remittance", *ROSTER], "no_amounts"),
    ([*IMPORT_UNIT, "--mapping", "{folder}/none.json"], "no_file"),
    ([*IMPORT_UNIT, "--mapping", "{folder}/torn.json"], "mapping"),
    ([*IMPORT_UNIT, "--mapping", "{folder}/list.json"], "mapping"),
    ([*IMPORT_UNIT, "--mapping", "{folder}/wrongmap.json"], "mapping"),
    ([*IMPORT_UNIT, "--source", " "], "no_source"),
    ([*IMPORT_UNIT, "--kind", "dogs"], "usage"),
    ([*IMPORT_UNIT, "--as-of", "30.9.2026"], "usage"),
    ([*IMPORT_UNIT, "--nonsense"], "usage"),
    (["import_roster"], "usage"),
    (["undo_import", NOBODY], "no_import"),
    (["undo_import", "none"], "no_import"),
    (["undo_import", "{edues}"], "not_applied"),
    (["reconcile", "--unit-list", "none", "--dues", "{dues}", "--as-of", "2026-09-30"], "no_import"),
    (["reconcile", "--unit-list", "{dues}", "--dues", "{unit}", "--as-of", "2026-09-30"], "wrong_kind"),
    (["segment", "Nobody's list"], "no_segment"),
    (["segment", "Bad", "standing iss member"], "list_text"),
    (["segment", "", "standing is member"], "no_name"),
    (["segment", "Deep", "(" * 2000], "list_text"),
    (["audience", "Nobody's list", "--channel", "email"], "no_segment"),
    (["audience", "All members", "--channel", "fax"], "usage"),
    (["export_people", "--segment", "Nobody's", "--format", "csv", "--purpose", "x", "--out", "{folder}/x"], "no_segment"),
    (["export_people", "--segment", "All members", "--format", "fax", "--purpose", "x", "--out", "{folder}/x"], "format"),
    (["export_people", "--segment", "All members", "--format", "csv", "--purpose", "", "--out", "{folder}/x"], "no_purpose"),
    (["export_people", "--segment", "All members", "--format", "csv", "--purpose", "x", "--out", "{folder}/no/x"], "out"),
    (["export_people", "--segment", "All members", "--format", "csv", "--purpose", "x", "--out", "."], "out"),
    (["export_outreach", "Nobody's", "--format", "csv", "--purpose", "x", "--out", "{folder}/x"], "no_segment"),
    (["export_outreach", "All members", "--format", "fax", "--purpose", "x", "--out", "{folder}/x"], "format"),
    (["person_record", "none", "--out", "{folder}/x.json"], "no_person"),
    (["person_record", "00159002", "--out", "{folder}/no/x.json"], "out"),
    (["erase_person", "none", "--reason", "x"], "no_person"),
    (["erase_person", "00159002", "--reason", " "], "no_reason"),
    (["ingest_agreement", "{folder}/none.pdf", "--title", "x"], "no_file"),
    (["ingest_agreement", "{folder}/empty.csv", "--title", "x"], "wrong_kind"),
    (["ingest_agreement", "{folder}/noise.pdf", "--title", "x"], "not_what_it_says"),
    (["ingest_agreement", "{folder}/fake.docx", "--title", "x"], "damaged"),
    (["ingest_agreement", "{folder}/blank.txt", "--title", "x"], "unreadable"),
    (["ingest_agreement", "{folder}/old.txt", "--title", " "], "title"),
    (["ingest_agreement", "{folder}/old.txt", "--title", "x", "--supersedes", "none"], "agreement"),
    (["ingest_agreement", "{folder}/old.txt", "--title", "x", "--effective", "2024-01-01", "--expires", "2023-01-01"], "dates"),
    (["ingest_agreement", "{folder}/old.txt", "--title", "x", "--kind", "novel"], "usage"),
    (["ingest_agreement", "{folder}/old.txt", "--title", "x", "--effective", "soon"], "usage"),
    (["ingest_agreement", "{folder}/old.txt"], "usage"),
    (["search_agreements", ""], "words"),
    (["search_agreements", "notice", "--agreement", "none"], "agreement"),
    (["search_agreements", "notice", "--limit", "many"], "usage"),
    (["search_agreements", "notice", "--limit", "-1"], "usage"),
    (["search_agreements", "notice", "--limit", "0"], "usage"),
    (["search_agreements", "--queries", "{folder}/none.json"], "no_file"),
    (["search_agreements", "--queries", "{folder}/empty.json"], "queries"),
    (["search_agreements", "--queries", "{folder}/list.json"], "queries"),
    (["search_agreements", "--queries", "{folder}/nothing.json"], "queries"),
    (["search_agreements", "--queries", "{folder}/far.json"], "agreement"),
    (["ask_agreement", "How long?", "--agreement", "none"], "agreement"),
    (["ask_agreement", ""], "question"),
    (["compare_agreements", "{old}", "none"], "agreement"),
    (["compare_agreements", "{old}", "{folder}/blank.txt"], "unreadable"),
    (["compare_agreements", "{old}"], "usage"),
    (["proposal_impact", "none", "{folder}/new.txt"], "agreement"),
    (["verify_quotes", "{folder}/none.json"], "no_file"),
    (["verify_quotes", "{folder}/empty.json"], "quotes"),
    (["verify_quotes", "{folder}/object.json"], "quotes"),
    (["annotate_agreement", NOBODY], "agreement"),
    (["export_pocket", "none", "--out", "{folder}/x"], "agreement"),
    (["export_pocket", "{old}", "--out", "{folder}/no/x"], "out"),
    (["export_pocket", "{old}", "--edition", "employer", "--out", "{folder}/x"], "usage"),
    (["draft_message", "{folder}/none.json"], "no_file"),
    (["draft_message", "{folder}/empty.json"], "bad_json"),
    (["draft_message", "{folder}/noise.pdf"], "bad_json"),
    (["draft_message", "{folder}/list.json"], "bad_brief"),
    (["draft_message", "{folder}/object.json"], "no_purpose"),
    (["draft_message", "{folder}/fax.json"], "bad_channel"),
    (["draft_message", "{folder}/klingon.json"], "bad_language"),
    (["draft_message", "{folder}/noclass.json"], "bad_class"),
    (["draft_message", "{folder}/nosource.json"], "no_source"),
    (["send_approved", NOBODY], "no_message"),
    (["send_approved", "none"], "no_message"),
    (["send_approved", "{message}"], "not_approved"),
    (["read_bounces", "{folder}/none.mbox"], "no_file"),
    (["read_bounces", "{folder}/noise.pdf"], "not_mail"),
    (["read_bounces"], "no_mailbox"),
    (["compute_deadlines", "{folder}/none.json"], "no_file"),
    (["compute_deadlines", "{folder}/empty.json"], "bad_json"),
    (["compute_deadlines", "{folder}/digits.json"], "bad_json"),
    (["compute_deadlines", "{folder}/noise.pdf"], "bad_json"),
    (["compute_deadlines", "{folder}/object.json"], "bad_vector"),
    (["compute_deadlines", "{folder}/list.json"], "bad_vector"),
    (["compute_deadlines", "{folder}/worddate.json"], "bad_vector"),
    (["case_packet", "G-0", "--out", "{folder}/x.pdf"], "no_case"),
    (["case_packet", "OLD-1", "--out", "{folder}/no/x.pdf"], "out"),
    (["dfr_packet", "G-0", "--out", "{folder}/x.pdf"], "no_case"),
    (["handover", "--out", "{folder}/no/x.pdf"], "out"),
    (["import_cases", "{folder}/none.csv"], "no_file"),
    (["import_cases", "{folder}/empty.csv"], "empty"),
    (["import_cases", "{folder}/noise.pdf"], "not_a_sheet"),
    (["due", "--days", "-1"], "bad_days"),
    (["due", "--days", "soon"], "usage"),
    (["read_old_files", "{folder}/none"], "no_folder"),
    (["backup", "{folder}/a.backup"], "exists"),
    (["backup", "{folder}/b.backup", "--key-file", "{folder}/key.txt"], "key_file"),
    (["restore", "{folder}/none", "--into", "{folder}/there"], "no_file"),
    (["restore", "{folder}/noise.pdf", "--into", "{folder}/there"], "not_a_backup"),
    (["restore", "{folder}/empty.csv", "--into", "{folder}/there"], "not_a_backup"),
    (["restore", "{folder}/a.backup", "--into", "{folder}/back"], "not_empty"),
    (["restore", "{folder}/a.backup"], "usage"),
    (["restore", "{folder}/a.backup", "--into", "{folder}/unit.csv"], "file"),
    (["restore", "{folder}/a.backup", "--into", "{folder}/unit.csv/there"], "file"),
    (["erase_again", "{folder}/none"], "no_file"),
    (["erase_again", "{folder}/noise.pdf"], "ledger"),
    (["audit_verify", "--anchor", "last week"], "anchor"),
    (["audit_verify", "--anchor", "9999:" + "a" * 64], "audit_broken"),
    (["unlock", "nobody@example.org"], "no_account"),
    (["ai_selftest"], "not_running"),
    (["load_demo"], "in_use"),
    (["load_demo", "--remove"], "nothing"),
    (["load_demo", "--anchor", "someday"], "usage"),
]  # fmt: skip
