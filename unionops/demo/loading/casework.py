"""What else happens in cases: a request for information, an extension, a pause, a clock that is not needed."""

import datetime

from grievances.models import Deadline, DeadlineState, Grievance, Status
from grievances.services import by_hand, clocks, papers, records
from grievances.services.papers import Item
from unionops.demo.loading.accounts import House

ROSTERS = Item(
    description="The overtime rosters of the work group for the last six pay periods",
    why_needed="To see who was offered overtime, in which order, and who was passed over.",
    use="We compare the rosters with the time records of the grievant.",
    connection="The Union represents the grievant in this grievance under Article 8.",
    period="the last six pay periods",
    format="spreadsheet",
)


def load(house: House) -> None:
    """Small deeds on open cases; every one leaves its trace as if done by hand."""
    _no_appeal_to_the_board(house)
    filed = list(
        Grievance.objects.filter(status=Status.OPEN).select_related("matter", "matter__steward").order_by("id")
    )
    with_steward = [case for case in filed if case.matter.steward is not None]
    _ask_for_rosters(house, with_steward[0])
    _extend(house, with_steward[1])
    _pause(house, with_steward[2])
    for case in with_steward[:4]:
        steward = case.matter.steward or house.users["chief"]
        records.add_task(
            by=steward,
            matter=case.matter,
            text="Call the grievant and say where it stands",
            due=house.anchor + DAYS * 3,
        )


DAYS = datetime.timedelta(days=1)


def _no_appeal_to_the_board(house: House) -> None:
    """A suspension of five days cannot be appealed to the Merit Systems Protection Board (5 USC 7512)."""
    running = Deadline.objects.filter(
        origin=Deadline.Origin.STATUTE, statute__contains="mspb", state=DeadlineState.RUNNING
    )
    for deadline in running.select_related("matter"):
        by_hand.drop(
            by=house.users["chief"], deadline=deadline, reason="A suspension of 14 days or less: no appeal there."
        )


def _ask_for_rosters(house: House, case: Grievance) -> None:
    by = case.matter.steward or house.users["chief"]
    request = papers.draft_request(
        by=by, matter=case.matter, addressed_to="Personnel office", items=[ROSTERS], case=case
    )
    papers.send_request(by=by, request=request, sent_on=house.anchor - DAYS * 3, means="e-mail", days=15)


def _extend(house: House, case: Grievance) -> None:
    """Management asked for its five days; the letter is in the file."""
    clock = case.deadlines.filter(state=DeadlineState.RUNNING, origin=Deadline.Origin.STEP).first()
    if clock is not None:
        clocks.extend(
            by=case.matter.steward or house.users["chief"], deadline=clock, new_due=clock.due + DAYS * 7,
            agreed_on=house.anchor - DAYS, agreed_with="Second-level supervisor", reason="One extension of five days.",
        )  # fmt: skip


def _pause(house: House, case: Grievance) -> None:
    clocks.pause(
        by=case.matter.steward or house.users["chief"], case=case, start=house.anchor - DAYS,
        reason="Held for another case on the same words.", agreed_with="Director of the Service",
    )  # fmt: skip
