"""What the demo local has in its ledger: two practices with their evidence, and a side letter."""

import datetime

from contracts import queries
from contracts.models import AgreementKind, AgreementVersion, Element
from contracts.services import practices
from contracts.services.publishing import publish
from contracts.services.reading import add_version, read_version
from unionops.demo.loading.accounts import House
from unionops.platform.core.progress import Progress
from unionops.platform.files.services import store_upload

LETTER = """MEMORANDUM OF UNDERSTANDING - FLOOD DUTY

1. Volunteers. During a declared flood the depot asks for volunteers by text message as well as by telephone.
A person who does not answer within thirty minutes is passed over for that duty only. Article 8, Section 2
applies to everything else.

2. Meals. The depot provides one meal for each flood duty of more than six hours.
"""
CALLS = (
    (Element.CLEAR, (2019, 3, 4), "The depot posted the call list and how it is used beside the time clock.",
     "Depot manager, both stewards", "Posted sheet, photographed 4 March 2019"),
    (Element.CONSISTENT, (2021, 8, 16), "Forty-one calls of the season were made in roster order, none out of turn.",
     "Shift leads", "Call log of the depot, season 2021"),
    (Element.LONG_STANDING, (2019, 3, 9), "First call by the list, for the spring flood.",
     "Depot manager, Local 2741", "Call log of the depot, 9 March 2019"),
    (Element.ACCEPTED, (2022, 5, 12), "Management answered that 'the list stays as it is' when asked in the meeting.",
     "Depot manager, chief steward", "Minutes of the labor-management meeting, 12 May 2022"),
)  # fmt: skip
WASH = (
    (Element.CLEAR, (2016, 6, 1), "Crews put away tools and wash up in the last ten minutes of the watch.",
     "Shift leads", "Statement of two retired crew members"),
    (Element.LONG_STANDING, (2016, 6, 1), "It was so when the new lockers came.",
     "Facilities office", "Work order for the lockers"),
)  # fmt: skip


def load(*, house: House, version: AgreementVersion, progress: Progress) -> None:
    """Practices beside the clauses of the agreement in force, and a memorandum that changes one of them."""
    chief, steward = house.users["chief"], house.users["steward"]
    called = queries.clause_at(chief, version, "8.2")
    calls = practices.claim_practice(
        by=steward, clauses=[called] if called else [], title="Volunteers are called by telephone in roster order",
        what="For unplanned overtime the depot telephones volunteers in the order of the roster and logs each call. "
        "Nobody is passed over without a logged call.",
        since=datetime.date(2019, 3, 4),
    )  # fmt: skip
    for element, day, what, knew, source in CALLS:
        practices.add_fact(
            practice=calls, by=steward, element=element, happened_on=datetime.date(*day), what=what, knew=knew,
            source=source,
        )  # fmt: skip
    practices.confirm_practice(practice=calls, by=chief)
    wash = practices.claim_practice(
        by=steward, clauses=[], title="Ten minutes to wash up",
        what="Crews stop ten minutes before the end of a watch to put away tools and wash up, on paid time.",
        since_words="before the new lockers, about 2016",
    )  # fmt: skip
    for element, day, what, knew, source in WASH:
        practices.add_fact(
            practice=wash, by=steward, element=element, happened_on=datetime.date(*day), what=what, knew=knew,
            source=source, witnesses="Two crew members, named in the steward's file",
        )  # fmt: skip
    _letter(house, version, progress)


def _letter(house: House, version: AgreementVersion, progress: Progress) -> None:
    chief = house.users["chief"]
    upload = store_upload(by=chief, file=LETTER.encode(), name="flood-duty.txt", purpose="agreement")
    letter = add_version(
        by=chief, upload=upload, title="Flood duty", kind=AgreementKind.SIDE_LETTER, parent=version.agreement,
        effective=datetime.date(2025, 4, 1),
    )  # fmt: skip
    read_version(version=letter, by=chief, progress=progress)
    publish(version=letter, by=chief, word=True)
    changed = queries.clause_at(chief, version, "8.2")
    if changed is not None:
        practices.link_letter(
            letter=letter.agreement, clause=changed, by=chief, what="how volunteers are asked in a declared flood"
        )
