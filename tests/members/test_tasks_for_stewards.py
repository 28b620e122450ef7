"""A task about each of many people goes to a steward of theirs, is seen by them alone, and is taken back as a whole."""

import datetime
import re

import pytest
from django.urls import reverse

from members import queries
from members.models import BulkDeed, FollowUp
from members.services import deeds, followups
from members.walking import sharing
from unionops.platform.access.actors import acting
from unionops.platform.access.models import Stewardship, Worksite
from unionops.platform.access.roles import Role
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem

SOON = today() + datetime.timedelta(days=7)


@pytest.fixture
def stewards(roster, make_user):
    """Two at Pier 4, where Boyle and Chen work; nobody at the Annex."""
    pier = Worksite.objects.get(name="Pier 4")
    found = [make_user(Role.STEWARD) for _ in range(2)]
    for user in found:
        Stewardship.objects.create(user=user, worksite=pier, since=today())
    return found


def test_each_goes_to_the_steward_with_the_least_to_do(roster, stewards, as_system):
    one, other = stewards
    for at in range(3):
        FollowUp.objects.create(what=f"w{at}", person=roster[0], owner=one, as_of=today(), due_on=SOON)
    in_unit = [person for person in roster if person.in_unit]
    found = sharing.shares(as_system, in_unit)
    assert [(share.owner, share.open_now, len(share.people), share.together) for share in found] == [
        (other, 0, 2, 2), (as_system, 0, 2, 2),
    ]  # fmt: skip
    assert found[-1].stands_in
    deed = deeds.ask_stewards(by=as_system, people=in_unit, note="Ask for the card", due_on=SOON)
    assert deed.count == 4 and FollowUp.objects.filter(what="asked", owner=other, due_on=SOON).count() == 2
    with pytest.raises(Problem) as refused:
        deeds.ask_stewards(by=as_system, people=in_unit, note="Once more", due_on=SOON)
    assert refused.value.code == "nobody", "nobody has two such tasks open"
    deeds.undo_deed(by=as_system, deed=deed)
    assert not FollowUp.objects.filter(what="asked").exists() and FollowUp.objects.count() == 3


def test_many_tasks_stand_on_pages(roster, secretary, as_system, sign_in):
    day = {"as_of": today(), "due_on": SOON, "owner": secretary}
    FollowUp.objects.bulk_create([FollowUp(what="unmatched_lines", name=f"Line {at:03}", **day) for at in range(53)])
    client, url = sign_in(secretary), reverse("members:follow-ups")
    first = client.get(url, {"what": "unmatched_lines"})
    assert len(first.context["rows"]) == 50 and not first.context["earlier"]
    last = client.get(url + first.context["later"])
    assert len(last.context["rows"]) == 3 and last.context["earlier"] and not last.context["later"]


@pytest.mark.parametrize("order", [{"note": " ", "due_on": SOON}, {"note": "Go", "due_on": datetime.date(2020, 1, 1)}])
def test_a_task_without_words_or_for_yesterday_is_refused(roster, as_system, order):
    with pytest.raises(Problem):
        deeds.ask_stewards(by=as_system, people=roster, **order)


def test_what_was_settled_is_not_taken_back(roster, stewards, as_system):
    deed = deeds.ask_stewards(by=as_system, people=roster, note="Ask for the card", due_on=SOON)
    followups.settle_follow_up(by=as_system, follow_up=FollowUp.objects.first(), outcome="Signed")
    with pytest.raises(Problem) as refused:
        deeds.undo_deed(by=as_system, deed=deed)
    assert refused.value.code == "settled" and FollowUp.objects.count() == len(roster)


def test_the_secretary_asks_and_the_steward_settles_their_own(roster, stewards, secretary, sign_in):
    client, url = sign_in(secretary), reverse("members:many")
    order = {"deed": "task", "scope": "all", "q": "", "text": ""}
    page = client.post(url, order).content.decode()
    assert "Who gets how many" in page and stewards[0].name in page and "without a steward" in page
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    done = client.post(
        url, {**order, "do": "yes", "seen": seen, "note": "Ask for the card", "due_on": SOON.isoformat()}
    )
    assert done.status_code == 302
    with acting(secretary):
        mine = FollowUp.objects.get(owner=stewards[0])
        theirs = FollowUp.objects.get(owner=stewards[1])
        deed = BulkDeed.objects.get()
    steward = sign_in(stewards[0])
    for address in ("/", reverse("dashboards:my-work"), reverse("members:follow-ups")):
        page = steward.get(address).content.decode()
        assert "Ask for the card" in page and str(mine.person.public_id) in page
        assert str(theirs.person.public_id) not in page
    assert steward.post(reverse("members:settle", args=[theirs.public_id]), {"outcome": "x"}).status_code == 404
    assert steward.post(reverse("members:settle", args=[mine.public_id]), {"outcome": "Signed"}).status_code == 302
    assert "Signed" in steward.get(reverse("members:follow-ups"), {"state": "done"}).content.decode()
    client = sign_in(secretary)
    assert (
        "settled already"
        in client.post(reverse("members:undo-deed", args=[deed.public_id]), follow=True).content.decode()
    )
    with acting(secretary):
        assert queries.open_by_kind(secretary, of_dues=True) == {}, "they are no difference of dues"
