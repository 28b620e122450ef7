"""What the demo local wants remembered, and questions its people have asked the agreement."""

from contracts import queries as contracts
from contracts.models import AgreementVersion
from contracts.services.asking import put_question
from contracts.services.noting import add_note
from unionops.demo.loading.accounts import House
from unionops.platform.ai import services as ai

REMEMBERED = (
    (
        "style",
        "How we begin",
        "Begin with what happened and what it means for the reader. Keep the greeting short.",
    ),
    (
        "style",
        "Words we use",
        "Say 'the agreement', 'worksite', 'steward'. Do not say 'stakeholders'.",
    ),
    ("glossary", "working day", "Monday through Friday, without Federal holidays (Article 1, Section 4 C)."),
    ("glossary", "the Group", "The four services together: river, claims, harbor and records."),
    ("fact", "Where we meet", "Hall 2, Three Forks Union Hall, 41 Wharf Ave. There is parking behind the hall."),
    (
        "signature",
        "Signature",
        "Tri-Rivers Federal Employees, Local 2741. 41 Wharf Ave, Three Forks Landing.",
    ),
)
QUESTIONS = (
    ("steward", "How much notice before my shift may be changed?"),
    ("steward", "Who is offered overtime first?"),
    ("steward.claims", "How many days of telework in a week?"),
    ("chief", "What happens when management does not answer a grievance in time?"),
)
NOTES = (
    ("8.2", "practice", "Since 2019 the depot calls volunteers by telephone in roster order and notes each call."),
    ("11.4", "reading", "'Business reason' means a reason about this person's work. Settled twice on that reading."),
    ("19.10", "warning", "Our own lateness closes the case for good. Write down the day the answer was due as well."),
    ("7.4", "note", "Ask for the written reason first. It is often the whole case."),
)


def load(*, house: House, version: AgreementVersion) -> int:
    """Memory items, notes in the margin and questions; returns how many questions there are."""
    for kind, title, text in REMEMBERED:
        ai.remember(by=house.users["comms"], kind=kind, title=title, text=text, source="written by the local")
    for label, kind, text in NOTES:
        clause = contracts.clause_at(house.users["chief"], version, label)
        if clause is not None:
            add_note(clause=clause, by=house.users["chief"], text=text, kind=kind)
    for login, text in QUESTIONS:
        put_question(by=house.users[login], text=text, version=version)
    return len(QUESTIONS)
