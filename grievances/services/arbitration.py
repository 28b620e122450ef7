"""The arbitration docket: the list and its strikes, the dates of the hearing as clocks, costs, exhibits, the award."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from grievances.deadlines import statutes
from grievances.deadlines.anchors import Event
from grievances.deadlines.counting import count, internal_target
from grievances.forums import sector_of
from grievances.models import (
    Arbitration,
    ArbitrationCost,
    Arbitrator,
    Award,
    CaseDocument,
    CostShare,
    Deadline,
    DeadlineState,
    Exhibit,
    Grievance,
    PanelName,
    Side,
)
from grievances.queries.arbitration import DATES, invoked_on, names_left, turn
from grievances.services.clocks import count_rows
from unionops.platform.access.models import User
from unionops.platform.access.models.local import Sector
from unionops.platform.audit.services import record
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.core.text import fold


class DocketChanged(Problem):
    """Somebody else saved the docket in the meantime."""

    def __init__(self, row: Arbitration) -> None:
        self.row = row
        super().__init__("changed", _("Somebody else saved this while you were writing."), _("Compare both texts."))


@transaction.atomic
def open_docket(*, by: User, case: Grievance) -> Arbitration:
    """The docket of a case; there is one."""
    known: Arbitration | None = Arbitration.objects.filter(grievance=case).first()
    if known is not None:
        return known
    if not case.is_live:
        raise Problem("closed", _("Case %s is closed.") % case, _("Reopen it first."))
    row: Arbitration = Arbitration.objects.create(
        matter=case.matter, grievance=case, invoked_on=invoked_on(case), by=by
    )
    record(by, "opened an arbitration docket", case)
    return row


@transaction.atomic
def save_docket(*, by: User, row: Arbitration, version: int, values: Mapping[str, Any]) -> Arbitration:
    """Keep what is known and bring the clocks in line. Raises DocketChanged when somebody else saved first."""
    _check(values)
    if not Arbitration.objects.filter(pk=row.pk, version=version).update(version=version + 1, **values):
        raise DocketChanged(Arbitration.objects.get(pk=row.pk))
    fresh: Arbitration = Arbitration.objects.select_related("matter", "grievance", "arbitrator").get(pk=row.pk)
    _dates(fresh)
    _award_clock(fresh)
    for cost in fresh.costs.all():
        cost.ours = our_part(fresh, cost.cents)
        cost.save(update_fields=["ours"])
    record(by, "changed an arbitration docket", fresh.grievance, fields=values)
    return fresh


def _check(values: Mapping[str, Any]) -> None:
    if values.get("award") and not values.get("award_on"):
        raise Problem("no_award_day", _("An award needs the day it was served."), _("The clocks after it start there."))
    hearing, exchange, briefs = values.get("hearing_on"), values.get("exchange_on"), values.get("briefs_due")
    if hearing and exchange and exchange > hearing:
        raise Problem("exchange_late", _("Exhibits are exchanged after the hearing."), _("Check both dates."))
    if hearing and briefs and briefs < hearing:
        raise Problem("briefs_early", _("The briefs are due before the hearing."), _("Check both dates."))


def _about(row: Arbitration, name: str) -> uuid.UUID:
    return uuid.uuid5(row.public_id, name)


def _dates(row: Arbitration) -> None:
    """One clock for each date of the docket; a date that moves leaves its old one behind."""
    for name, (title, side) in DATES.items():
        due = None if row.award_on else getattr(row, name)
        _date(row, name, due, {"title": str(title), "side": side, "origin": Deadline.Origin.DOCKET})


def _date(row: Arbitration, name: str, due: datetime.date | None, values: dict[str, Any]) -> None:
    known = list(Deadline.objects.filter(about=_about(row, name)).exclude(state=DeadlineState.SUPERSEDED))
    wanted = (due and due.isoformat(), values.get("side"), values.get("statute", ""))
    old = next((one for one in known if one.is_live), None)
    if old is not None and _said(old) != wanted:
        old.state, old.reason = DeadlineState.SUPERSEDED, _("The docket changed.")
        old.save(update_fields=["state", "reason"])
    if due is None or any(_said(one) == wanted for one in known):
        return
    target = values.pop("target", due)
    Deadline.objects.create(
        matter=row.matter, grievance=row.grievance, about=_about(row, name), due=due, target=target, replaces=old,
        **values,
    )  # fmt: skip


def _said(one: Deadline) -> tuple[str, str, str]:
    """What the docket said when a date was made: its day before any extension, whose it is, and by which law."""
    first = next((line["about"] for line in one.count if line["code"] == "extended"), one.due.isoformat())
    return first, one.side, one.statute


def _award_clock(row: Arbitration) -> None:
    """Exceptions to the FLRA, or to the court in matters of 7121(f); theirs when the whole award is ours."""
    federal = sector_of(row.matter) == Sector.FEDERAL
    statute = statutes.by_key("award_review" if row.removal else "award_exceptions")
    if statute is None or not federal or row.award_on is None:
        _date(row, "exceptions", None, {})
        return
    limit = statute.limit.with_service_days(5) if row.served_by_mail and not row.removal else statute.limit
    rule = limit.rule({Event.SERVICE: row.award_on})
    assert rule is not None
    counted = count(rule)
    side = Side.THEIRS if row.award == Award.SUSTAINED else Side.OURS
    values: dict[str, Any] = {
        "title": statute.title,
        "statute": statute.key,
        "side": side,
        "origin": Deadline.Origin.DOCKET,
    }
    values |= {"anchor_on": row.award_on, "anchor_event": Event.SERVICE.value, "written": dict(limit.written)}
    values |= {"count": count_rows(counted), "target": internal_target(rule, counted.due)}
    _date(row, "exceptions", counted.due, values)


@transaction.atomic
def add_names(*, by: User, row: Arbitration, names: Iterable[str]) -> int:
    """Names of the list as they stand on it; somebody known is found by name."""
    made = 0
    for name in names:
        arbitrator = _arbitrator(by, name)
        _row, new = PanelName.objects.get_or_create(
            arbitration=row, arbitrator=arbitrator, defaults={"matter": row.matter}
        )
        made += new
    record(by, "noted the list of arbitrators", row.grievance, count=made)
    return made


def _arbitrator(by: User, name: str) -> Arbitrator:
    plain = " ".join(name.split())[:120]
    wanted = fold(plain)
    known = next((one for one in Arbitrator.objects.all() if fold(one.name) == wanted), None)
    if known is not None:
        return known
    made: Arbitrator = Arbitrator.objects.create(name=plain, by=by)
    return made


@transaction.atomic
def first_to_strike(*, by: User, row: Arbitration, side: str, why: str = "") -> None:
    """Say beside the list which side begins; it stays once a name is struck."""
    if row.panel.exclude(struck_by="").exists():
        raise Problem("striking", _("Striking has begun."), _("Take the strikes back first."))
    Arbitration.objects.filter(pk=row.pk).update(first_strike=side, first_why=why, version=F("version") + 1)
    record(by, "noted who strikes first", row.grievance, detail={"for": side})


@transaction.atomic
def remove_name(*, by: User, name: PanelName) -> None:
    if name.arbitration.panel.exclude(struck_by="").exists():
        raise Problem("striking", _("Striking has begun; the list stays."), _("Take the strikes back first."))
    record(by, "took a name off the list of arbitrators", name.arbitration.grievance)
    name.delete()


@transaction.atomic
def strike(*, by: User, name: PanelName) -> None:
    """Strike a name for the side whose turn it is. When one name is left, it hears the case."""
    row = Arbitration.objects.select_for_update().select_related("grievance").get(pk=name.arbitration_id)
    whose = turn(by, row)
    if whose is None:
        raise Problem("no_turn", _("Nobody strikes now."), _("Say who strikes first, and enter at least two names."))
    if name.struck_by:
        raise Problem("struck", _("%s is struck already.") % name.arbitrator)
    struck = row.panel.exclude(struck_by="").count()
    name.struck_by, name.struck_as = whose, struck + 1
    name.save(update_fields=["struck_by", "struck_as"])
    record(by, "struck an arbitrator", row.grievance, detail={"for": whose, "n": struck + 1})
    left = names_left(by, row)
    if len(left) == 1:
        choose(by=by, row=row, arbitrator=left[0].arbitrator, on=today())
        running = Deadline.objects.filter(about=_about(row, "strikes_due"), state=DeadlineState.RUNNING)
        running.update(state=DeadlineState.MET, met_on=today())


@transaction.atomic
def take_back_strike(*, by: User, row: Arbitration) -> None:
    """The last strike; a choice that came of it goes as well."""
    last = row.panel.exclude(struck_by="").order_by("-struck_as").first()
    if last is None:
        raise Problem("no_strike", _("No name is struck yet."))
    last.struck_by, last.struck_as = "", None
    last.save(update_fields=["struck_by", "struck_as"])
    Arbitration.objects.filter(pk=row.pk).update(arbitrator=None, chosen_on=None)
    Grievance.objects.filter(pk=row.grievance_id).update(arbitrator="")
    ended = Deadline.objects.filter(about=_about(row, "strikes_due"), state=DeadlineState.MET)
    ended.update(state=DeadlineState.RUNNING, met_on=None)
    record(by, "took a strike back", row.grievance)


@transaction.atomic
def choose(*, by: User, row: Arbitration, arbitrator: Arbitrator, on: datetime.date) -> None:
    """Who hears the case, also without a list (a standing panel, an agreed name)."""
    Arbitration.objects.filter(pk=row.pk).update(arbitrator=arbitrator, chosen_on=on)
    Grievance.objects.filter(pk=row.grievance_id).update(arbitrator=arbitrator.name)
    record(by, "an arbitrator was chosen", row.grievance)


@transaction.atomic
def appoint(*, by: User, row: Arbitration, name: str) -> None:
    """Choose by name."""
    if not name.strip():
        raise Problem("no_name", _("A person needs a name."), _("Type the arbitrator's name."))
    choose(by=by, row=row, arbitrator=_arbitrator(by, name), on=today())


@transaction.atomic
def save_arbitrator(*, by: User, arbitrator: Arbitrator, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(arbitrator, name, value)
    arbitrator.save(update_fields=list(values))
    record(by, "wrote about an arbitrator", arbitrator, fields=values)


def our_part(row: Arbitration, cents: int) -> int:
    """What of a bill is ours. While nobody has lost yet, all of it may become ours."""
    half = (cents + 1) // 2
    lost = {Award.DENIED.value: cents, Award.SUSTAINED.value: 0, Award.PARTIAL.value: half}.get(row.award, cents)
    return {CostShare.HALF: half, CostShare.UNION: cents, CostShare.MANAGEMENT: 0}.get(CostShare(row.cost_share), lost)


@transaction.atomic
def add_cost(
    *, by: User, row: Arbitration, what: str, cents: int, paid_on: datetime.date | None = None
) -> ArbitrationCost:
    made: ArbitrationCost = ArbitrationCost.objects.create(
        matter=row.matter, arbitration=row, what=what, cents=cents, ours=our_part(row, cents), paid_on=paid_on
    )
    record(by, "noted a cost of arbitration", row.grievance)
    return made


@transaction.atomic
def remove_cost(*, by: User, cost: ArbitrationCost) -> None:
    record(by, "took a cost of arbitration out", cost.arbitration.grievance)
    cost.delete()


@transaction.atomic
def add_exhibit(*, by: User, row: Arbitration, side: str, title: str, document: CaseDocument | None = None) -> Exhibit:
    """The next number of that side: J-1, U-1, M-1."""
    taken = [int(label.partition("-")[2]) for label in _labels(row, side)]
    label = f"{side}-{max(taken, default=0) + 1}"
    made: Exhibit = Exhibit.objects.create(
        matter=row.matter, arbitration=row, label=label, title=title, document=document
    )
    record(by, "numbered an exhibit", row.grievance)
    return made


def _labels(row: Arbitration, side: str) -> list[str]:
    return list(row.exhibits.filter(label__startswith=f"{side}-").values_list("label", flat=True))


@transaction.atomic
def admit(*, by: User, exhibit: Exhibit, admitted: bool) -> None:
    exhibit.admitted = admitted
    exhibit.save(update_fields=["admitted"])
    record(
        by,
        noop("an exhibit was admitted") if admitted else noop("an exhibit is not admitted"),
        exhibit.arbitration.grievance,
    )
