"""What case work shows elsewhere keeps to what the viewer may read."""

from contracts.pocket.edition import EDITIONS
from contracts.reading import relying
from contracts.reading.margin import notes_for
from contracts.services.pocketing import make_pocket
from grievances import providers
from grievances.services import cases, records, steps
from members.life.erasure import reasons_to_keep
from members.life.timeline import entries
from tests.grievances.conftest import ago
from unionops.platform.access.actors import acting
from unionops.platform.ui import cards


def test_margins_timelines_and_search_show_only_own_cases(
    case, clause, grievant, steward, other_steward, chief, make_user
):
    records.cite(by=steward, matter=case.matter, clause=clause)
    comms = make_user("comms_chair")
    for user, n in ((steward, 1), (chief, 1), (other_steward, 0), (comms, 0)):
        with acting(user):
            assert len(notes_for(user, [clause]).get(clause.pk, [])) == n
            assert len([e for e in entries(user, grievant) if case.number in e.title]) == n
            assert len(providers.found(user, "rivera", 5)) == n
            assert len(providers.found(user, case.number, 5)) == n


def test_the_number_of_cases_beside_a_clause_leads_to_just_those(case, clause, grievant, steward, sign_in):
    intake = cases.Intake(
        title="Again passed over", knowledge_on=ago(2), grievants=(grievant,), facts={"what": "Tuesday."}
    )
    second, other = cases.open_case(by=steward, intake=intake), cases.open_case(by=steward, intake=intake)
    for cited in (case, second):
        records.cite(by=steward, matter=cited.matter, clause=clause)
    with acting(steward):
        note = next(one for one in notes_for(steward, [clause])[clause.pk] if one.text.startswith("2 cases"))
    page = sign_in(steward).get(note.url).content.decode()
    assert case.number in page and second.number in page and other.number not in page
    assert f"Clause: {clause.name}" in page


def test_home_has_the_cards_of_the_office(case, steward, chief):
    with acting(steward):
        assert case.number in "".join(card.html() for card in cards.for_user(steward))
    with acting(chief):
        assert "Open cases" in "".join(card.html() for card in cards.for_user(chief))


def test_the_badge_counts_overdue_dates_of_ones_own(case, steward, chief):
    from grievances.models import Deadline
    from tests.grievances.conftest import ago

    Deadline.objects.update(due=ago(1))
    with acting(steward):
        assert providers.overdue_badge(steward) == 1
    with acting(chief):
        assert providers.overdue_badge(chief) == 0


def test_nobody_with_an_open_case_is_erased(case, grievant, chief):
    with acting(chief):
        assert "still open" in reasons_to_keep(grievant)[0]
        type(case).objects.filter(pk=case.pk).update(closed_on=ago(0))
        assert reasons_to_keep(grievant) == []


def test_cases_settlements_and_dates_are_told_to_the_clause(case, steward, other_steward, clause, procedure, bound):
    rule = procedure.steps.get(key="1").rule
    rule.clause = clause
    rule.save()
    with acting(steward):
        records.cite(by=steward, matter=case.matter, clause=clause)
        dates = relying.relying_on(steward, [clause], relying.DEADLINES)[clause.pk]
        assert [case.number in row.title for row in dates] == [True]
        steps.settle(by=steward, case=case, settled_on=ago(0), terms="Two hours are paid.")
        found = {
            kind: relying.relying_on(steward, [clause], kind)[clause.pk]
            for kind in (relying.GRIEVANCES, relying.SETTLEMENTS)
        }
    assert case.number in found[relying.GRIEVANCES][0].title
    assert "Two hours are paid." in found[relying.SETTLEMENTS][0].title
    assert "not to be cited" in found[relying.SETTLEMENTS][0].detail
    with acting(other_steward):
        for kind in (relying.GRIEVANCES, relying.SETTLEMENTS, relying.DEADLINES):
            assert relying.relying_on(other_steward, [clause], kind).get(clause.pk, []) == []


def test_stewards_pocket_edition_holds_confirmed_limits_and_nothing_of_a_case(
    case, steward, chief, clause, procedure, version, bound
):
    rule = procedure.steps.get(key="1").rule
    for signed in (None, chief):
        rule.clause, rule.confirmed_by = clause, signed
        rule.save()
        with acting(steward):
            records.cite(by=steward, matter=case.matter, clause=clause)
            pages = {kind: make_pocket(version=version, by=steward, edition=kind).decode() for kind in EDITIONS}
        assert ("Deadline:" in pages["steward"]) is bool(signed)
        assert "Deadline:" not in pages["member"]
        assert case.number not in pages["steward"]
        assert "Rivera" not in pages["steward"]
