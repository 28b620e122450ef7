"""Clocks of the law beside a grievance: closed by its filing, running again when the filing was a slip."""

import pytest

from grievances import forums
from grievances.forms.deeds import FileForm
from grievances.models import Deadline, Grievance
from grievances.services import cases, electing, papers, steps
from tests.grievances.services.test_steps import DAY, about, filed
from unionops.platform.access.models import BargainingUnit
from unionops.platform.core.days import today


@pytest.mark.parametrize(
    ("sector", "there", "missing"),
    [
        ("federal", {"ulp", "eeo", "mspb", "osc"}, {"nlrb", "civil_service"}),
        ("private", {"nlrb", "eeo"}, {"mspb", "osc", "civil_service", "ulp"}),
        ("state_local", {"civil_service", "ulp", "eeo"}, {"nlrb", "mspb", "osc"}),
    ],
)
def test_only_the_forums_of_the_unit_can_be_recorded(case, sector, there, missing):
    case.matter.unit.sector = sector
    offered = set(forums.other_forums(case.matter))
    assert there <= offered and not (missing | {"grievance"}) & offered


def running(case):
    rows = Deadline.objects.filter(matter=case.matter, origin="statute", state="running")
    return set(rows.values_list("statute", flat=True))


def move_the_day(case, by):
    matter = case.matter
    matter.refresh_from_db()
    day = matter.incident_on - DAY
    cases.change_matter(by=by, matter=matter, version=matter.version, values={"incident_on": day, "knowledge_on": day})


def test_a_changed_day_does_not_bring_back_the_clock_of_a_closed_road(case, steward):
    about(case, steward, "ulp")
    assert "flra_ulp" in running(case)
    filed(case, steward)
    move_the_day(case, steward)
    assert "flra_ulp" not in running(case)


def test_a_filing_recorded_by_mistake_and_taken_back_closes_no_road(case, steward):
    about(case, steward, "ulp")
    row = filed(case, steward)
    steps.undo_step(by=steward, row=row, reason="Sent to nobody.")
    assert "flra_ulp" in running(case)
    electing.elect_forum(by=steward, matter=case.matter, forum="ulp", elected_on=today(), by_act="charge filed")
    assert case.matter.elections.filter(forum="ulp").exists()


def test_closing_the_case_leaves_the_charge_over_refused_information_running(case, steward):
    filed(case, steward)
    item = papers.Item("Rosters", "to see", "to count", "we represent them")
    asked = papers.draft_request(by=steward, matter=case.matter, case=case, addressed_to="Hale", items=[item])
    papers.send_request(by=steward, request=asked, sent_on=today(), means="e-mail")
    papers.answer_item(by=steward, item=asked.items.get(), state="denied", answered_on=today())
    steps.close(by=steward, case=case, outcome="moot", reason="Paid.")
    charge = Deadline.objects.get(about=asked.public_id, side="ours")
    assert (charge.state, charge.reason) == ("running", "The grievance is closed; this clock of the law still runs.")
    assert not charge.is_extendable
    steps.reopen(by=steward, case=case, reason="Not paid.")
    charge.refresh_from_db()
    assert (charge.state, charge.reason) == ("running", "")


@pytest.mark.parametrize(("sector", "closes"), [("federal", True), ("private", False), ("state_local", False)])
def test_every_sector_shows_a_road_and_only_one_that_closes_makes_the_choice_final(case, steward, sector, closes):
    BargainingUnit.objects.update(sector=sector)
    case = Grievance.objects.get(pk=case.pk)
    assert forums.roads(case.matter) and forums.closes_a_road(case.matter) is closes
    form = FileForm(user=steward, case=case)
    assert ("acknowledged_on" in form.fields) is closes
    assert ("which other roads close" in str(form.fields["warned"].label)) is closes
    filed(case, steward)
    assert case.matter.elections.get().irrevocable is closes
