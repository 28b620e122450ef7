"""Sixty cases with their history, played through the deeds of the case work from the day they happened."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from contracts import queries as contracts
from contracts.models import AgreementVersion
from grievances.deadlines.counting import count
from grievances.deadlines.reading import parse_rule
from grievances.models import Grievance
from grievances.services import cases, records, silence, steps
from grievances.services.acts import Act
from grievances.services.cases import Intake
from members.models import Person
from unionops.demo.dice import dice
from unionops.demo.loading.accounts import House
from unionops.demo.stories import CaseStory, case_stories, filled_facts
from unionops.platform.access.models import User
from unionops.platform.core.progress import Progress

STEWARDS = {
    "Riverside Depot": "steward",
    "Millrace Lock Station": "steward.lock",
    "Claims Center 1": "steward.center",
    "Claims Center 2": "steward.claims",
    "Harbor Annex": "steward.harbor",
    "Records Hall": "chief",
}
TOPICS = {
    "8": "pay",
    "9": "leave",
    "10": "leave",
    "13": "safety",
    "18": "discipline",
    "5": "information",
    "4": "bargaining",
}


@dataclass(frozen=True)
class Fate:
    """How a case goes. `ago` is how many working days ago it happened; `deeds` are (what, working days later)."""

    ago: int
    deeds: tuple[tuple[str, int], ...]
    end: str = ""
    nobody: bool = False


FILED = (("file", 6),)
DENIED = (*FILED, ("answer", 8))
AT_2 = (*DENIED, ("appeal", 7))
DENIED_2 = (*AT_2, ("answer", 12))
AT_3 = (*DENIED_2, ("appeal", 6))
DENIED_3 = (*AT_3, ("answer", 15))
ARBITRATED = (*DENIED_3, ("invoke", 12))
OPEN = (
    Fate(14, ()), Fate(17, (), nobody=True), Fate(19, ()), Fate(9, FILED), Fate(11, FILED), Fate(13, FILED),
    Fate(8, FILED, nobody=True), Fate(24, DENIED), Fate(26, DENIED), Fate(27, DENIED), Fate(29, FILED),
    Fate(31, DENIED), Fate(30, AT_2), Fate(33, AT_2), Fate(52, DENIED_2), Fate(60, AT_3), Fate(70, AT_3),
    Fate(90, ARBITRATED),
)  # fmt: skip
CLOSED = (
    (DENIED, "settled"), (FILED, "sustained"), (DENIED_2, "settled"), (DENIED, "denied"), (DENIED, "settled"),
    (FILED, "withdrawn_grievant"), (AT_2, "settled"), (DENIED_3, "denied"), (FILED, "settled"), (DENIED_2, "partial"),
    (DENIED, "withdrawn_union"), (AT_2, "sustained"), (FILED, "moot"), (DENIED, "settled"),
)  # fmt: skip


def fates() -> Iterator[Fate]:
    """Eighteen open cases, then forty-two that ended over the last year and a half."""
    yield from OPEN
    for place, (deeds, end) in zip(range(42), cycle(CLOSED), strict=False):
        yield Fate(95 + place * 7, deeds, end)


def load(*, house: House, version: AgreementVersion, progress: Progress) -> int:
    """Plays all sixty; returns how many there are."""
    told = list(case_stories())
    roll = dice("cases")
    roll.shuffle(told)
    grievants = _grievants(house)
    for place, (story, fate) in enumerate(zip(told, fates(), strict=True)):
        progress(place, len(told))
        _play(house, version, story, fate, grievants[story.site])
    silence.catch_up(by=house.users["chief"])
    return len(told)


def _grievants(house: House) -> dict[str, Iterator[Person]]:
    """For each site its people in a shuffled order, without those who hold an office."""
    holders = [user.person for user in house.users.values() if user.person]
    found: dict[str, Iterator[Person]] = {}
    for name, site in house.sites.items():
        rows = list(
            Person.objects.filter(worksite=site, in_unit=True).exclude(public_id__in=holders).order_by("name_key", "id")
        )
        dice(f"grievants {name}").shuffle(rows)
        found[name] = cycle(rows)
    return found


def _play(house: House, version: AgreementVersion, story: CaseStory, fate: Fate, people: Iterator[Person]) -> None:
    steward = house.users[STEWARDS[story.site]]
    day = working_days(house.anchor, fate.ago, "before")
    by = house.users["chief"] if fate.nobody else steward
    case = cases.open_case(
        by=by, intake=_intake(story, version, day, next(people), steward), steward=None if fate.nobody else steward
    )
    for fact in filled_facts(story, day):
        records.add_fact(by=by, matter=case.matter, text=fact, happened_on=day, keep_anyway=True)
    records.add_argument(by=by, matter=case.matter, text=story.argument)
    for deed, later in fate.deeds:
        day = working_days(day, later)
        _do(by, case, deed, story, day)
    if fate.end:
        _end(by, case, fate.end, story, working_days(day, 6))
    _backdate(case)


def _intake(story: CaseStory, version: AgreementVersion, day: datetime.date, person: Person, user: User) -> Intake:
    clause = contracts.clause_at(user, version, story.clause)
    topic = TOPICS.get(story.clause.partition(".")[0], "contract")
    is_suspension = "suspension" in story.title
    return Intake(
        title=story.title,
        topic="discipline" if is_suspension else "contract" if topic == "discipline" else topic,
        incident_on=day,
        knowledge_on=day,
        effective_on=day if is_suspension else None,
        grievants=(person,),
        clauses=(clause,) if clause else (),
        remedy_text=story.remedy,
    )


def _do(by: User, case: Grievance, deed: str, story: CaseStory, day: datetime.date) -> None:
    """One deed at the step the case stands at; the next running clock of the procedure says which."""
    if deed == "file":
        steps.file_case(by=by, case=case, act=Act(on=day, means="e-mail"), warned=True, acknowledged_on=day)
        return
    clock = (
        case.deadlines.filter(state="running", origin="step").select_related("step").order_by("step__ordinal").first()
    )
    if clock is None or clock.step is None:
        return
    denied = deed == "answer"
    act = Act(on=day, means="e-mail", answer="denied" if denied else "", note=story.answer if denied else "")
    steps.record_step(by=by, case=case, step=clock.step, act=act)


def _end(by: User, case: Grievance, outcome: str, story: CaseStory, day: datetime.date) -> None:
    if outcome == "settled":
        steps.settle(by=by, case=case, settled_on=day, terms=story.remedy)
        return
    if outcome in ("denied", "withdrawn_union"):
        steps.decide(
            by=by, case=case, kind="drop", decided_by="Grievance committee", decided_on=day, told_on=day,
            reason="The papers that came in do not bear out the facts.", told_how="letter, with the reason",
            comparison="In the cases that went further, the papers bore the facts out.",
        )  # fmt: skip
    steps.close(by=by, case=case, outcome=outcome, reason=REASONS[outcome], closed_on=day)


REASONS = {
    "sustained": "Management granted the remedy.",
    "partial": "Part of the remedy was granted; the rest was not worth a hearing.",
    "denied": "The committee decided not to go on.",
    "withdrawn_grievant": "The grievant does not want to go on.",
    "withdrawn_union": "The committee found that the clause does not carry the case.",
    "moot": "The cause is gone: the grievant took another position.",
}


def _backdate(case: Grievance) -> None:
    """The case was opened when it happened, not when the demo was loaded."""
    day = case.matter.incident_on
    if day is not None:
        moment = datetime.datetime.combine(day, datetime.time(15), tzinfo=datetime.UTC)
        type(case.matter).objects.filter(pk=case.matter_id).update(opened_at=moment)


def working_days(day: datetime.date, n: int, direction: str = "after") -> datetime.date:
    """The n-th working day after or before a day, by the counting of the case work itself."""
    rule = {"anchor": day.isoformat(), "n": n, "unit": "working_days", "direction": direction}
    return count(parse_rule(rule)).due if n else day
