"""The cards Home is laid out from; each asks the policy first and shows nothing that is not the viewer's."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from contracts import queries as agreements
from members.figures import apart
from unionops.dashboards.queries import box, cases, messages, unit
from unionops.platform.access.models import Local, User
from unionops.platform.access.policy import may, policy
from unionops.platform.access.roles import Role
from unionops.platform.ai.state import state
from unionops.platform.ops import checklist, mail
from unionops.platform.ops import queries as duties
from unionops.platform.ops.backups import shelf
from unionops.platform.ui.cards import Card
from unionops.platform.ui.components.charts import Bar

Provider = Callable[[User], Card | None]
MOST = 6


def works_on_cases(user: User) -> bool:
    return policy.scope(user, "grievances.view") is not None


def decisions(user: User) -> Card | None:
    """What waits for this person's word; who answers for all cases also sees every date that comes."""
    sees_all = policy.scope(user, "grievances.view") == "all"
    if not (sees_all or may(user, "comms.approve") or may(user, "access.decide")):
        return None
    dates = cases.dates_ahead(user) if sees_all else []
    late = cases.late_answers(user) if may(user, "grievances.work") and sees_all else []
    waiting = messages.waiting_for_yes(user)
    second = box.second_person(user).to_decide if may(user, "access.decide") else []
    every: dict[str, list[Any]] = {"dates": dates, "late": late, "messages": waiting, "second": second}
    shown = {name: rows[:MOST] for name, rows in every.items()}
    count = sum(len(rows) for rows in every.values())
    more = count - sum(len(rows) for rows in shown.values())
    values = {**shown, "count": count, "more": more, "on_cases": sees_all}
    return Card("dashboards/_decisions.html", values, weight=10)


def my_cases(user: User) -> Card | None:
    if not may(user, "grievances.work"):
        return None
    return Card("dashboards/_my_cases.html", {"cases": cases.my_cases(user)[:8]}, weight=20)


def look_in_the_contract(user: User) -> Card | None:
    if not may(user, "contracts.view") or not may(user, "contracts.note"):
        return None
    return Card("dashboards/_contract.html", {"versions": agreements.own_versions(user)}, weight=15)


def reading(user: User) -> Card | None:
    """For everybody who is no steward: the agreement, one step away."""
    if not may(user, "contracts.view") or may(user, "contracts.note"):
        return None
    return Card("dashboards/_contract.html", {"versions": agreements.own_versions(user)}, weight=60)


def my_record(user: User) -> Card | None:
    """For members: what the local holds about them, and where their case stands."""
    if policy.scope(user, "members.view") != "own" or user.person is None:
        return None
    values = {"person": unit.own_record(user), "cases": cases.own_status(user)}
    return Card("dashboards/_my_record.html", values, weight=30) if values["person"] else None


def message_states(user: User) -> Card | None:
    if policy.scope(user, "comms.draft") != "all":
        return None
    groups = messages.by_state(user)
    values = {"groups": groups, "any_message": any(group.messages for group in groups)}
    return Card("dashboards/_message_states.html", values, weight=25)


def last_sends(user: User) -> Card | None:
    if not may(user, "comms.send"):
        return None
    sends = messages.last_sends(user)
    return Card("dashboards/_last_sends.html", {"sends": sends}, place="side", weight=40) if sends else None


def density(user: User) -> Card | None:
    if policy.scope(user, "members.density") != "all":
        return None
    return Card("dashboards/_density.html", density_values(user), weight=35)


def density_values(user: User) -> dict[str, object]:
    """The chart's rows and the sentence above it; a site of fewer than five is not shown, nor what tells it."""
    found, goal = unit.unit_figures(user), Local.current().density_goal
    large, small = apart(user, found.sites, lambda site: site.people)
    bars = [Bar(site.name or _("No worksite"), site.members, site.people, _signed(site.change)) for site in large]
    importing = may(user, "members.import")
    return {"unit": found, "bars": bars, "goal": goal, "small": len(small), "may_import": importing}


def _signed(change: int | None) -> str:
    return f"{change:+d}" if change else "" if change is None else "0"


def case_steps(user: User) -> Card | None:
    if policy.scope(user, "grievances.statistics") is None:
        return None
    bars = step_bars(user)
    if not bars:
        return None
    total = sum(int(bar.value) for bar in bars)
    return Card("dashboards/_case_steps.html", {"bars": bars, "total": total}, place="side", weight=20)


def step_bars(user: User) -> list[Bar]:
    """Open cases at each step; the note is their median age."""
    steps = cases.by_step(user, "grievances.statistics")
    return [Bar(row.label, row.cases, note=_("%(n)s days") % {"n": row.median_days}) for row in steps]


def ending_bars(user: User) -> list[Bar] | None:
    """How the cases of the last twelve months ended, where the viewer may be told."""
    found = cases.endings(user, "grievances.statistics")
    return None if found is None else [Bar(row.label, row.cases) for row in found]


def case_load(user: User) -> Card | None:
    if not may(user, "grievances.assign"):
        return None
    bars = [Bar(name or _("Nobody yet"), number) for name, number in cases.case_load(user)]
    return Card("dashboards/_case_load.html", {"bars": bars}, place="side", weight=30) if bars else None


def coverage(user: User) -> Card | None:
    if policy.scope(user, "members.density") != "all" or not may(user, "grievances.view"):
        return None
    values = {"holes": unit.holes(user)[:6], "unit": (found := unit.unit_figures(user))}
    return Card("dashboards/_coverage.html", values, place="side", weight=45) if found.people else None


def roster(user: User) -> Card | None:
    if not may(user, "members.import"):
        return None
    standings = unit.standings(user)
    if not standings:
        return None
    values = {"standings": standings, "newcomers": unit.newcomers(user), "last": unit.last_import(user)}
    return Card("dashboards/_roster.html", values, weight=20)


def dues(user: User) -> Card | None:
    if policy.scope(user, "field:dues") != "all":
        return None
    bars = [Bar(name, number) for name, number in unit.dues_methods(user)]
    paid = unit.dues_figures(user) if may(user, "members.reconcile") else None
    if not bars and paid is None:
        return None
    values = {"bars": bars, "total": sum(int(bar.value) for bar in bars), "paid": paid}
    return Card("dashboards/_dues.html", values, place="side", weight=35)


def model(user: User) -> Card | None:
    if not may(user, "models.view"):
        return None
    now, jobs = state(user), box.model_jobs(user)
    if not (now.ready or jobs or may(user, "models.manage")):
        return None
    return Card("dashboards/_model.html", {"state": now, "jobs": jobs}, place="side", weight=50)


def first_steps(user: User) -> Card | None:
    """What a new local still has to do; gone when all of it is done."""
    if not may(user, "box.checklist") or Local.current().is_demo:
        return None
    steps = checklist.for_user(user)
    left = [step for step in steps if not step.done]
    return Card("dashboards/_first_steps.html", {"steps": left, "count": len(steps)}, weight=5) if left else None


def machine(user: User) -> Card | None:
    if not may(user, "box.health"):
        return None
    values = {"failed": box.failed_jobs(user), "backup": shelf.newest_proven(), "mail": mail.is_ready()}
    place = "main" if user.current_roles == {Role.TECHNICAL_ADMIN} else "side"
    return Card("dashboards/_machine.html", values, place=place, weight=55)


def lately(user: User) -> Card | None:
    if policy.scope(user, "audit.view") != "all":
        return None
    return Card("dashboards/_lately.html", {"events": box.lately(user)}, place="side", weight=70)


def due_for_the_local(user: User) -> Card | None:
    """Reports, elections and the like within two months, and what is late."""
    soon = [due for due in duties.dues(user) if due.is_soon]
    return Card("dashboards/_duties.html", {"dues": soon[:MOST]}, place="side", weight=20) if soon else None


PROVIDERS: list[Provider] = [
    first_steps, due_for_the_local, decisions, my_cases, my_record, look_in_the_contract, reading, message_states,
    last_sends, density, case_steps, case_load, coverage, roster, dues, model, machine, lately,
]  # fmt: skip
