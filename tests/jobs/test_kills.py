"""kill -9 of worker, web and Redis at random moments of every kind of work: it ends once, whole, and nothing is torn."""

from __future__ import annotations

import os
from collections import Counter

import pytest

from tests.jobs.inputs import INPUTS
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
    who = ", ".join(f"{count} of {victim}" for victim, count in Counter(v for _k, v in campaign.deaths).items())
    how = (
        f"kill -9 at random moments: {who}; {len({k for k, _v in campaign.deaths})} kinds of work, I1 to I9 after each"
    )
    figures("Faults", "kinds of work through kills of worker, web and Redis", f"{kills} of {kills} whole", how)
