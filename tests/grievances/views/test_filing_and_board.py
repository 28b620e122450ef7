"""The filing form asks what its rule needs; the board tells how old a case is; my day says when no date waits."""

import datetime

import pytest
from django.urls import reverse

from grievances.services import records


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        ({}, {"counted_by", "postmarked_on", "received_on"}),
        ({"filed_means": "sent"}, {"counted_by"}),
        ({"filed_means": "postmark"}, {"counted_by", "postmarked_on"}),
        ({"filed_means": "receipt", "cutoff_time": "17:00"}, {"counted_by", "received_on", "hour"}),
    ],
)
def test_filing_asks_only_what_the_rule_of_the_step_needs(case, steward, sign_in, rule, asked):
    case.entry.rule.written = case.entry.rule.written | rule
    case.entry.rule.save(update_fields=["written"])
    page = sign_in(steward).get(reverse("grievances:do", args=[case.public_id, "file"])).content.decode()
    assert {
        name for name in ("counted_by", "postmarked_on", "received_on", "hour") if f'name="{name}"' in page
    } == asked


def test_the_board_tells_how_old_a_case_is(case, steward, sign_in):
    matter = case.matter
    matter.opened_at -= datetime.timedelta(days=12)
    matter.save(update_fields=["opened_at"])
    assert b"12 days old" in sign_in(steward).get(reverse("grievances:board")).content


def test_my_day_says_that_no_date_waits_while_a_task_does(case, chief, sign_in):
    records.add_task(by=chief, matter=case.matter, text="Call the payroll office", owner=chief)
    page = sign_in(chief).get(reverse("grievances:my-day")).content.decode()
    assert "No date waits for you" in page
    assert "Call the payroll office" in page
