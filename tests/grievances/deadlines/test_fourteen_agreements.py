"""The fourteen collected procedures: three dates of each, counted by hand on a wall calendar, with the way they were found."""

import json
from datetime import date

import pytest

from grievances.deadlines.anchors import Event
from grievances.deadlines.limits import Limit
from tests.grievances.deadlines.test_procedure import steps_of

# agreement, step, what happened when, last day, how it was counted
COUNTED = [
    ("ssa_afge", "1", {"knowledge": "2026-09-01"}, "2026-09-23", "Sep 2-4=3, (7 Labor Day), 8-11=7, 14-18=12, 21-23=15"),
    ("ssa_afge", "2", {"answered": "2026-10-08"}, "2026-10-16", "Oct 9=1, (12 Columbus Day), 13-16=5"),
    ("ssa_afge", "union.arbitration", {"answered": "2026-11-20"}, "2027-01-06",
     "Nov 23-25=3, (26), 27=4, 30-Dec 4=9, 7-11=14, 14-18=19, 21-24=23, (25), 28-31=27, (Jan 1), 4-6=30"),
    ("usfs_nffe", "arbitration", {"issuance": "2026-09-10"}, "2026-10-08", "Sep 30=20, Oct 8=28"),
    ("usfs_nffe", "arbitration", {"answer_due": "2026-12-01"}, "2026-12-29", "no decision: from the day it was due, Dec 29=28"),
    ("usfs_nffe", "arbitration", {"issuance": "2027-02-05", "answer_due": "2027-02-01"}, "2027-03-05", "Feb 28=23, Mar 5=28"),
    ("natca", "1", {"knowledge": "2026-09-15"}, "2026-10-05", "Sep 30=15, Oct 5=20"),
    ("natca", "1.answer", {"filed": "2026-10-05", "meeting": "2026-10-12"}, "2026-11-01", "from the meeting: Oct 31=19"),
    ("natca", "2", {"answer_due": "2026-11-01"}, "2026-11-21", "never answered: from Nov 1"),
    ("nrc_nteu", "1", {"incident": "2026-06-15"}, "2026-07-08",
     "Jun 16-18=3, (19 Juneteenth), 22-26=8, 29-Jul 2=12, (3 in lieu), 6-8=15"),
    ("nrc_nteu", "1", {"incident": "2026-12-14"}, "2027-01-06", "Dec 15-18=4, 21-24=8, (25), 28-31=12, (Jan 1), 4-6=15"),
    ("nrc_nteu", "1", {"incident": "2027-02-08"}, "2027-03-02", "Feb 9-12=4, (15 Washington), 16-19=8, 22-26=13, Mar 1-2=15"),
    ("apwu_usps", "1", {"knowledge": "2026-02-25", "union_knowledge": "2026-02-20"}, "2026-03-06",
     "the union learned first: Feb 28=8, Mar 6=14"),
    ("apwu_usps", "1.answer", {"meeting": "2026-03-06"}, "2026-03-11", "Mar 7=1, 11=5"),
    ("apwu_usps", "2", {"answered": "2026-03-25"}, "2026-04-04", "Mar 31=6, Apr 4=10, a Saturday and no roll"),
    ("ups_west", "1", {"knowledge": "2026-08-03"}, "2026-08-10", "Aug 4-7=4, 10=5"),
    ("ups_west", "2", {"meeting": "2026-08-07"}, "2026-08-10", "the Monday after a Friday"),
    ("ups_west", "4.hearing", {"meeting": "2026-08-10"}, "2026-08-30", "Aug 30=20"),
    ("ups_freight", "0", {"incident": "2026-08-12"}, "2026-08-19", "Aug 13-14=2, 17-19=5"),
    ("ups_freight", "panel.docket", {"event_date": "2026-11-17"}, "2026-10-28",
     "back: Nov 16=1, 13-12=3, (11), 10-9=5, 6-2=10, Oct 30-28=13"),
    ("ups_freight", "national", {"answered": "2026-12-20"}, "2026-12-30", "Dec 30=10"),
    ("or_seiu503", "1", {"knowledge": "2026-01-15"}, "2026-02-14", "Jan 31=16, Feb 14=30, a Saturday and no roll"),
    ("or_seiu503", "2", {"answer_due": "2026-03-10", "answered": "2026-03-05"}, "2026-03-20", "received first: Mar 20=15"),
    ("or_seiu503", "arbitration", {"answer_due": "2026-05-01", "answered": "2026-05-09"}, "2026-06-15",
     "due first: May 31=30, Jun 15=45"),
    ("or_multco88", "discipline", {"receipt": "2026-07-08"}, "2026-08-07", "Jul 31=23, Aug 7=30"),
    ("or_multco88", "1", {"knowledge": "2026-09-03", "incident": "2026-06-20"}, "2026-09-18",
     "day 45 is Sun Oct 18; the cap is earlier: Jun 30=10, Jul 31=41, Aug 31=72, Sep 18=90"),
    ("or_multco88", "discipline", {"receipt": "2026-12-01"}, "2027-01-11", "Dec 23=22, pause to Jan 3, Jan 4=23, Jan 11=30"),
    ("or_clackamas", "1", {"effective": "2026-08-03"}, "2026-08-19", "Mon-Thu: Aug 4-6=3, 10-13=7, 17-19=10"),
    ("or_clackamas", "1", {"effective": "2026-05-18"}, "2026-06-04", "May 19-21=3, (25 Memorial), 26-28=6, Jun 1-4=10"),
    ("or_clackamas", "1", {"effective": "2026-03-12"}, "2026-03-31", "Mar 16-19=4, 23-26=8, 30-31=10"),
    ("or_foppo", "informal", {"knowledge": "2026-03-02", "incident": "2026-03-02"}, "2026-03-17", "Mar 3-6=4, 9-13=9, 16-17=11"),
    ("or_foppo", "2", {"answer_due": "2026-03-31"}, "2026-04-14", "Apr 1-3=3, 6-10=8, 13-14=10"),
    ("or_foppo", "arbitrator_selection", {"filed": "2026-04-14"}, "2026-04-28", "Apr 15-17=3, 20-24=8, 27-28=10"),
    ("or_osh_rn", "2", {"answered": "2026-02-18"}, "2026-03-05", "Feb 28=10, Mar 5=15"),
    ("or_osh_rn", "3.answer", {"filed": "2026-04-02"}, "2026-05-02", "Apr 30=28, May 2=30"),
    ("or_osh_rn", "arbitration", {"answer_due": "2026-05-02", "answered": "2026-05-10"}, "2026-06-01", "due first: Jun 1=30"),
    ("or_yamhill", "1", {"receipt": "2026-06-12"}, "2026-07-07",
     "Jun 15-18=4, (19), 22-26=9, 29-Jul 2=13, (3 in lieu), 6-7=15"),
    ("or_yamhill", "2", {"answer_due": "2026-07-14"}, "2026-07-21", "Jul 15-17=3, 20-21=5"),
    ("or_yamhill", "mediation.held", {"filed": "2026-08-03"}, "2026-08-17", "calendar: Aug 17=14"),
    ("or_columbia", "arbitration", {"answered": "2026-08-28"}, "2026-09-14", "Aug 31-Sep 4=5, (7 Labor Day), 8-11=9, 14=10"),
    ("or_columbia", "arbitrator_selection", {"filed": "2026-09-14"}, "2026-09-28", "Sep 15-18=4, 21-25=9, 28=10"),
    ("or_columbia", "arbitration", {"answered": "2026-12-21"}, "2027-01-06", "Dec 22-24=3, (25), 28-31=7, (Jan 1), 4-6=10"),
]  # fmt: skip


@pytest.fixture(scope="module")
def rules(shared):
    contracts = json.loads((shared / "data/formats/grievance_timelines.json").read_text(encoding="utf-8"))["contracts"]
    return {(contract["id"], key): rule for contract in contracts for key, rule in steps_of(contract)}


@pytest.mark.parametrize(("agreement", "step", "happened", "last_day", "how"), COUNTED)
def test_the_date_is_the_one_counted_by_hand(agreement, step, happened, last_day, how, rules):
    events = {Event(name): date.fromisoformat(day) for name, day in happened.items()}
    counted = Limit(rules[agreement, step]).count(events)
    assert counted and counted.due.isoformat() == last_day, how


def test_three_dates_of_each_of_the_fourteen(rules):
    named = [agreement for agreement, *_rest in COUNTED]
    assert {named.count(agreement) for agreement, _step in rules} == {3} and len(set(named)) == 14
