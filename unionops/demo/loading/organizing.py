"""Committees with their terms, a walk through the workplace that is half done, and density before the program."""

import datetime

from members.models import Person, Turf
from members.services.canvassing import cut_list, note_visit
from members.services.committees import begin_term, save_committee
from members.services.densities import reckon_back
from members.walking.turfs import names_on
from unionops.demo.dice import dice
from unionops.demo.loading.accounts import House

COMMITTEES = (
    ("Bargaining committee", "Prepares and speaks at the table", 5),
    ("Health and safety committee", "Walks the sites and follows what was reported", 4),
    ("Membership committee", "Welcomes new people and asks them to join", 6),
    ("Election committee", "Runs the officers' election; independent of the board", 3),
)
QUESTION = "Would you wear the button on the day of the rally?"
RESULTS = ("talked", "talked", "talked", "away", "later")


def load(house: House) -> None:
    _serve(house)
    _walk(house)
    reckon_back(by=house.users["secretary"], day=house.anchor)


def _serve(house: House) -> None:
    """The first of each committee chairs it; the one before served the year before."""
    by, roll = house.users["secretary"], dice("committees")
    members = list(Person.objects.filter(standing="member", in_unit=True).order_by("pk")[:200])
    for name, purpose, size in COMMITTEES:
        committee = save_committee(by=by, name=name, purpose=purpose)
        since = house.anchor - datetime.timedelta(days=roll.randint(90, 600))
        chosen = roll.sample(members, size + 1)
        for place, person in enumerate(chosen[:size]):
            begin_term(by=by, committee=committee, person=person, part="member" if place else "chair", since=since)
        first, last = since - datetime.timedelta(days=730), since - datetime.timedelta(days=1)
        begin_term(by=by, committee=committee, person=chosen[-1], part="chair", since=first, until=last)


def _walk(house: House) -> None:
    """Cut for the stewards; each has seen some of the first people on the list."""
    by, roll = house.users["secretary"], dice("walk")
    people = Person.objects.filter(in_unit=True, erased_at=None)
    walk = cut_list(by=by, people=people, name="Rally button walk", question=QUESTION, how="steward", most=40,
                    ask=QUESTION, query_text="in unit is yes")  # fmt: skip
    for turf in Turf.objects.filter(canvass=walk, walker__isnull=False).select_related("canvass"):
        for name in names_on(by, turf, "members.turf_cut")[: roll.randint(4, 14)]:
            result = roll.choice(RESULTS)
            talked = result == "talked"
            note_visit(by=turf.walker or by, name=name, result=result, score=roll.randint(1, 4) if talked else None,
                       heard="Talked in the break." if talked else "", ask=QUESTION if talked else "")  # fmt: skip
