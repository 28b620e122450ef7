"""The month's reconciliation held against the month before: what is new, what is settled, what is still open."""

import datetime
import io

from django.urls import reverse
from pypdf import PdfReader

from members.dues import books
from members.reports import changes_since, list_changes
from tests.members.conftest import UNIT_LIST

OCTOBER = 'Name,Emp ID,Amount\n"CHEN, BO",00023456,16.25\n"X, Y",99999999,3.00\n'
NOVEMBER = 'Name,Emp ID,Amount\n"BOYLE, ADA M",00012345,16.25\n"O\'NEIL, MARY",00045678,16.25\n"X, Y",99999999,3.00\n'
SEEN = datetime.date(2026, 11, 10)


def names(people):
    return [item["last_name"] for item in people]


def test_new_settled_and_still_open_lines(roster, apply_file, as_system):
    unit = apply_file(UNIT_LIST, as_of=datetime.date(2026, 10, 5))
    apply_file(OCTOBER, "remittance", source="Payroll", as_of=datetime.date(2026, 10, 10))
    dues = apply_file(NOVEMBER, "remittance", source="Payroll", as_of=SEEN)
    lists = {"unit_list": unit, "dues": dues, "edues": None}
    now = books.reconciliation(as_system, **lists, as_of=SEEN)
    before, day = books.earlier_reconciliation(as_system, **lists)
    assert day == datetime.date(2026, 10, 10)
    moved = {line.name: line for line in changes_since(now, before)}
    assert names(moved["members_not_remitted"].settled) == ["Boyle"]
    assert names(moved["paying_not_member"].fresh) == ["O'Neil"]
    assert len(moved["paying_not_member"].still) == len(moved["unmatched_lines"].still) == 1
    assert not moved["unmatched_lines"].fresh and not moved["unmatched_lines"].settled


def test_card_payments_of_one_month_only_are_not_called_new(roster, apply_file, as_system):
    unit = apply_file(UNIT_LIST)
    apply_file(OCTOBER, "remittance", source="Payroll", as_of=datetime.date(2026, 10, 10))
    dues = apply_file(NOVEMBER, "remittance", source="Payroll", as_of=SEEN)
    cards = apply_file("Name,Amount,Status,Date\nBo Chen,16.25,failed,2026-11-02\n", "edues", source="Cards")
    lists = {"unit_list": unit, "dues": dues, "edues": cards}
    now = books.reconciliation(as_system, **lists, as_of=SEEN)
    before, _day = books.earlier_reconciliation(as_system, **lists)
    assert now["failed_payments"]
    assert "failed_payments" not in {line.name for line in changes_since(now, before)}


def test_page_and_paper_show_the_change_or_say_why_not(roster, apply_file, secretary, sign_in):
    longer = UNIT_LIST + '0012,00056789,"NEW, PERSON",04,01,Clerk,ORG-9,Yard,0800-1630,2026-09-14\n'
    unit = apply_file(longer, as_of=datetime.date(2026, 10, 5))
    assert [(tab.name, tab.count) for tab in list_changes(unit)] == [("adds", 1)]
    first = apply_file(OCTOBER, "remittance", source="Payroll", as_of=datetime.date(2026, 10, 10))
    asked = {"unit_list": str(unit.public_id), "dues": str(first.public_id), "edues": "", "as_of": "2026-11-10"}
    client, url = sign_in(secretary), reverse("members:reconcile")
    assert "no earlier remittance" in client.post(url, asked).content.decode()
    asked["dues"] = str(apply_file(NOVEMBER, "remittance", source="Payroll", as_of=SEEN).public_id)
    page = client.post(url, asked)
    assert "Since the month before" in page.content.decode() and "?tab=adds" in page.content.decode()
    paper = client.post(url, asked | {"as": "pdf"})
    pages = PdfReader(io.BytesIO(paper.content)).pages
    assert len(pages) == 1 and "Settled" in pages[0].extract_text()
