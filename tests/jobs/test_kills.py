"""kill -9 of hall, workers, web server and Redis at random moments of every kind of work: it ends once, whole, and nothing is torn."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace

import pytest

from comms.models import OutboxEntry, Send
from tests.jobs.inputs import INPUTS, deliver
from unionops.celery import app
from unionops.platform.jobs.kinds import KINDS

SAMPLE = ("members.tasks.apply_roster", "comms.tasks.deliver", "contracts.tasks.answer_question")


def test_every_kind_of_work_has_an_input():
    """A new kind of work begins here: say what a small piece of it is and what must be true after a death."""
    app.loader.import_default_modules()
    ours = {name for name in KINDS.names() if not name.startswith("tests.")}
    assert ours == set(INPUTS)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_work_survives_the_death_of_a_process(campaign):
    for kind in SAMPLE:
        campaign.strike(kind)
    assert len(campaign.deaths) == len(SAMPLE)


@pytest.mark.measure
@pytest.mark.django_db(transaction=True)
def test_every_kind_of_work_survives_deaths(campaign, figures):
    """UNIONOPS_KILLS: how many (100), shared out among all kinds of work."""
    kills = int(os.environ.get("UNIONOPS_KILLS", "100"))
    kinds = list(INPUTS)
    campaign.dice.shuffle(kinds)
    for number in range(kills):
        campaign.strike(kinds[number % len(kinds)])
    how = f"{told(campaign)}; {len({k for k, _v in campaign.deaths})} kinds of work, I1 to I9 after each"
    figures("Faults", "kinds of work through kills of hall, workers, web and Redis", f"{kills} of {kills} whole", how)


@pytest.mark.measure
@pytest.mark.django_db(transaction=True)
def test_a_send_to_two_thousand_survives_deaths(campaign, figures):
    """UNIONOPS_SEND_KILLS: how many (25) while one send is under way."""
    kills = int(os.environ.get("UNIONOPS_SEND_KILLS", "25"))
    piece = replace(deliver(campaign.ground, people=2000), lasts=0.2)
    send, campaign.ground.sink.seconds = piece.about, 0.05  # a quick server would have them all before the fifth death
    campaign.strike_again_and_again(
        piece, "comms.tasks.deliver", kills, lambda: not Send.objects.get(pk=send.pk).has_ended
    )
    states = Counter(OutboxEntry.objects.filter(send=send).values_list("state", flat=True))
    assert states["sent"] + states["unknown"] == 2000
    said = f"0 twice, 0 missed, {states['unknown']} in doubt"
    figures("Faults", "a send to 2,000 through kills of hall, workers, web and Redis", said, told(campaign))


def told(campaign):
    victims = Counter(victim for _kind, victim in campaign.deaths)
    return "kill -9 at random moments: " + ", ".join(f"{count} of {victim}" for victim, count in victims.items())
