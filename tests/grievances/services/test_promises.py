"""Promises of a settlement: their clocks, being seen kept, and a case that is opened again."""

from django.urls import reverse

from grievances.models import Deadline
from grievances.services import clocks, promises, steps
from tests.grievances.services.test_steps import DAY, filed, running
from unionops.platform.core.days import today


def test_a_settlement_keeps_its_promises_as_clocks(case, steward):
    filed(case, steward)
    items = [("Pay eight hours", "Payroll", today() + 30 * DAY), ("Post the notice", "Manager", None)]
    row = steps.settle(by=steward, case=case, settled_on=today(), terms="Paid in full", items=items)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("closed", "settled")
    assert set(running(case)) == {"Pay eight hours"}
    promises.promise_kept(by=steward, term=row.items.first(), on=today())
    assert not running(case)


def test_a_promise_without_a_day_gets_its_clock_later_and_ends_with_being_seen_done(case, steward):
    filed(case, steward)
    steps.settle(by=steward, case=case, settled_on=today(), terms="Back pay.", items=[("Pay", "payroll", None)])
    term = case.matter.settlement_terms.get()
    promises.date_promise(by=steward, term=term, due=today() + 5 * DAY)
    promises.date_promise(by=steward, term=term, due=today() + 9 * DAY)
    assert running(case)["Pay"].due == today() + 9 * DAY
    assert Deadline.objects.filter(about=term.public_id, state="superseded").count() == 1
    promises.promise_kept(by=steward, term=term, on=today())
    assert "Pay" not in running(case)


def test_the_promises_of_a_case_that_is_opened_again_stand_still_until_a_person_decides(case, steward):
    filed(case, steward)
    items = [("Pay", "Payroll", today() + 9 * DAY), ("Post it", "", today() + 5 * DAY), ("Say sorry", "", None)]
    steps.settle(by=steward, case=case, settled_on=today(), terms="Paid.", items=items)
    pay, post, sorry = case.matter.settlement_terms.order_by("id")
    steps.reopen(by=steward, case=case, reason="The check bounced.")
    assert {running(case)[title].state for title in ("Pay", "Post it")} == {"stopped"}
    for term in (pay, post, sorry):
        term.refresh_from_db()
        assert (term.suspended_on, term.why) == (today(), "The check bounced.")
    clocks.pause(by=steward, case=case, start=today(), reason="talks")
    clocks.resume(by=steward, case=case, last_day=today())
    assert {running(case)[title].state for title in ("Pay", "Post it")} == {"stopped"}
    promises.promise_stands(by=steward, term=pay)
    promises.let_promise_go(by=steward, term=post)
    assert (running(case)["Pay"].state, running(case)["Pay"].due) == ("running", today() + 9 * DAY)
    assert "Post it" not in running(case)
    assert Deadline.objects.get(about=post.public_id).state == "dropped"
    steps.close(by=steward, case=case, outcome="moot", reason="Paid after all.")
    steps.reopen(by=steward, case=case, reason="Not paid.")
    post.refresh_from_db(), pay.refresh_from_db()
    assert (pay.suspended_on, post.suspended_on, post.dropped_on) == (today(), None, today())


def press(client, case, name, row):
    url = reverse("grievances:press", args=[case.public_id, name, row.public_id])
    return client.post(url, follow=True).content.decode()


def test_a_steward_decides_on_the_page_of_the_case_and_a_date_done_there_is_a_promise_kept(sign_in, case, steward):
    filed(case, steward)
    items = [("Pay eight hours", "", today() + 9 * DAY), ("Post the notice", "", today() + 5 * DAY)]
    steps.settle(by=steward, case=case, settled_on=today(), terms="Paid.", items=items)
    pay, post = case.matter.settlement_terms.order_by("id")
    steps.reopen(by=steward, case=case, reason="The check bounced.")
    client = sign_in(steward)
    page = client.get(case.get_absolute_url()).content.decode()
    assert page.count("Is this still owed?") == 2
    assert page.count("The check bounced.") >= 2
    assert "no longer owed since" in press(client, case, "let-go", post)
    assert "Is this still owed?" not in press(client, case, "stands", pay)
    press(client, case, "met", Deadline.objects.get(about=pay.public_id))
    pay.refresh_from_db()
    assert pay.verified_on == today()
