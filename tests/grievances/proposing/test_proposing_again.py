"""Sentences on one limit each, in the words of many unions and in Spanish. Each row is (key, n, unit, clock)."""

import pytest

from grievances.proposing import propose
from grievances.proposing.spanish import in_english

WD, CD, EITHER = "working_days", "calendar_days", "answered_else_due"
LATE = "within 10 days of its occurrence"

LIMITS = [
    (
        "A grievance alleging a pay error must be filed within one calendar year of the error.",
        ("1", 1, "years", "incident"),
    ),
    (
        "Within 7 days of receiving notice of discipline, the officer may grieve directly to the Chief.",
        ("1", 7, CD, "receipt"),
    ),
    (
        "The employee must file the grievance within thirty (30) calendar days of the incident or within thirty (30) "
        "calendar days of when they became aware of it.",
        ("1", 30, CD, "knowledge"),
    ),
    (
        "The grievance shall be filed within ten (10) days, exclusive of weekends, of its occurrence.",
        ("1", 10, WD, "incident"),
    ),
    (
        "Grievances shall be filed by 5:00 p.m. of the twenty-second working day after the employee knew of the facts.",
        ("1", 22, WD, "knowledge"),
    ),
    (
        "In adverse action cases the grievance shall be filed within 30 days of the effective date of the action or "
        "receipt of the decision, whichever is later.",
        ("1", 30, CD, "effective_or_received_later"),
    ),
    (
        "An aggrieved employee has a thirty-day period following the occurrence in which to file a grievance.",
        ("1", 30, CD, "incident"),
    ),
    (
        "Within twenty working days of the event the employee or the Union sends the grievance to the Section Manager.",
        ("1", 20, WD, "incident"),
    ),
    ("“Days” means Monday through Thursday. A grievance is filed " + LATE + ".", ("1", 10, WD, "incident")),
    ("Saturdays and Sundays shall not be counted. A grievance is filed " + LATE + ".", ("1", 10, WD, "incident")),
    (
        "La Unión radicará la querella dentro de los treinta y un (31) días calendario de ocurrido el hecho.",
        ("1", 31, CD, "incident"),
    ),
    (
        "El empleado presentará la queja dentro de quince días laborables de haber tenido conocimiento del hecho.",
        ("1", 15, WD, "knowledge"),
    ),
    (
        "Se excluyen sábados y domingos. La queja se presentará dentro de los cinco días siguientes al incidente.",
        ("1", 5, WD, "incident"),
    ),
    (
        "La querella se radicará dentro de los diez (10) días siguientes a la fecha en que surgió. Los días se "
        "entenderán laborables.",
        ("1", 10, WD, "incident"),
    ),
]


@pytest.mark.parametrize(("text", "row"), LIMITS)
def test_the_filing_is_read(text, row):
    (made,) = propose([text])
    assert (made.key, made.n, made.unit, made.anchor_kind) == row
    assert made.quote in text


LATER_ONLY = [
    (
        "The carrier shall, within sixty (60) days from the date same is filed, notify whoever filed the claim or "
        "grievance of the reasons for disallowance.",
        ("1-answer", 60, CD, "filed"),
    ),
    (
        "The Union shall have fifteen business days from the date of the written denial to request arbitration.",
        ("arbitration", 15, WD, EITHER),
    ),
    (
        "The union's appeal must be postmarked within twelve (12) calendar days following receipt of the Step I decision.",
        ("2", 12, CD, EITHER),
    ),
    (
        "No later than the close of business on the fifteenth calendar day after receipt of the Step 2 response, the "
        "Union may submit the dispute to mediation.",
        ("mediation", 15, CD, EITHER),
    ),
    (
        "La Unión podrá solicitar arbitraje en un término no mayor de treinta (30) días calendario contados desde la "
        "notificación de la decisión final.",
        ("arbitration", 30, CD, EITHER),
    ),
]


@pytest.mark.parametrize(("text", "row"), LATER_ONLY)
def test_a_clause_without_a_filing_is_read_from_a_first_step_without_limit(text, row):
    first, *_answer, last = propose([text])
    assert (first.key, first.anchor_kind) == ("1", "no_limit")
    assert (last.key, last.n, last.unit, last.anchor_kind) == row


PASOS = """Paso 1: El empleado someterá su querella por escrito a su supervisor dentro de los cinco (5) días laborables
siguientes a la fecha en que tuvo conocimiento del hecho. El supervisor emitirá su decisión dentro de los tres (3) días
laborables siguientes al recibo de la querella. Paso 2: Si la decisión no fuera satisfactoria, el delegado podrá elevarla
al Director dentro de los cinco (5) días laborables siguientes al recibo de la decisión. El Director notificará su decisión
dentro de los diez (10) días laborables siguientes a la vista. Si el patrono no contesta dentro del término, la querella se
entenderá denegada y la Unión podrá pasar al próximo paso."""


def test_a_spanish_article_is_a_ladder_quoted_in_its_own_words():
    made = propose([PASOS])
    assert [(step.key, step.n, step.unit, step.anchor_kind) for step in made] == [
        ("1", 5, WD, "knowledge"),
        ("1-answer", 3, WD, "filed"),
        ("2", 5, WD, EITHER),
        ("2-answer", 10, WD, "meeting_else_filed"),
    ]
    assert all(step.quote in PASOS for step in made)
    assert {step.written.get("silence") for step in made if step.deed == "answer"} == {"denied_may_advance"}


SAID_ONCE = [
    ("From December 24 through January 1 time limits are suspended.", {"yearly_pauses": ["12-24..01-01"]}),
    ("Time limits shall not run between June 20 and August 25.", {"yearly_pauses": ["06-20..08-25"]}),
    ("When the last day is a Saturday, the action is timely on the next day.", {"roll": "next_business_day"}),
    (
        "Si el último día cae en sábado, domingo o día feriado, el término vencerá el próximo día laborable.",
        {"roll": "next_business_day"},
    ),
    ("The term of this Agreement runs from July 1, 2025 through June 30, 2028 and excludes nothing.", {}),
]


@pytest.mark.parametrize(("text", "said"), SAID_ONCE)
def test_what_is_said_once_stands_in_the_rule(text, said):
    (made,) = propose([f"{text} A grievance is filed {LATE}."])
    assert made.written == {"anchor_kind": "incident", "n": 10, "unit": CD} | said


NO_LIMITS = [
    "Employees shall give two weeks' notice before resigning. Annual leave requests are answered within ten days.",
    "A record of an oral warning shall be removed after twelve months. Overtime is paid within fourteen days.",
    "Los empleados disfrutarán de quince (15) días de vacaciones al año. El salario se pagará cada dos semanas.",
    "The Union shall be notified within five days of any new hire.",
]


@pytest.mark.parametrize("text", NO_LIMITS)
def test_other_articles_propose_nothing(text):
    assert propose([text]) == []


def test_a_second_filing_of_discipline_goes_up():
    text = (
        "A grievance of disciplinary action shall be filed within 15 days of receipt of the notice of disciplinary "
        "action. If the discipline is sustained, a second filing with the Director shall be made within 15 days of the "
        "date the final order issues."
    )
    made = propose([text])
    assert [(step.key, step.n) for step in made if step.n] == [("1", 15), ("2", 15)]


def test_english_is_left_as_it_is():
    text = "The Local (Step 2) shall appeal within ten (10) days de novo."
    assert in_english(text) == text
