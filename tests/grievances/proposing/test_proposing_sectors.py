"""Articles of many trades, each limit in its sentence as its people write it: what is read, and that each clock read
can start.

The sentences are ours. Each row is (key, n, unit, where the clock starts).
"""

import importlib

import pytest

from grievances.deadlines.limits import Limit
from grievances.deadlines.procedure import Actor, Procedure, Step, never_starts
from grievances.proposing import propose
from grievances.queries.dates import MATTER_EVENTS

WD, CD = "working_days", "calendar_days"
TITLE = "Grievance procedure"

# fmt: off
TOLD = {
    "nurses": (
        [
            "Step One - The nurse, with or without a representative, shall submit the grievance to the unit "
            "manager within twenty-one (21) calendar days from the date the nurse was or should have been aware "
            "of the circumstances.",
            "The manager shall confer with the nurse within ten (10) calendar days of submission; the manager's "
            "decision is due ten (10) calendar days following the conference.",
            "Step Two - A grievance not resolved at Step One may be presented to the Chief Nurse Executive within "
            "fourteen (14) calendar days of the Step One decision, and the Chief Nurse Executive or designee "
            "shall respond within twenty-one (21) calendar days.",
            "Step Three - The Association may notify the Hospital of its intent to arbitrate within thirty (30) "
            "calendar days of the Step Two response.",
            "An arbitrator shall be chosen from a panel requested of the Federal Mediation and Conciliation "
            "Service within ten (10) calendar days of that notice.",
        ],
        [("1", 21, CD, "knowledge"), ("1-meeting", 10, CD, "filed"), ("1-answer", 10, CD, "meeting_else_filed"),
         ("2", 14, CD, "answered_else_due"), ("2-answer", 21, CD, "filed"),
         ("arbitration", 30, CD, "answered_else_due"), ("arbitrator", 10, CD, "filed")],
        "",
    ),
    "transit": (
        [
            "Operators shall file complaints of contract violations with the Superintendent of Operations within "
            "ten (10) days of the violation, excluding Saturdays, Sundays and holidays.",
            "A hearing shall be held by the Superintendent within five (5) days thereafter, exclusive of "
            "Saturdays, Sundays and holidays, and a decision given within three (3) days of the hearing, "
            "exclusive of Saturdays, Sundays and holidays.",
            "An appeal to the General Manager shall be taken within seven (7) days after that decision, exclusive "
            "of Saturdays, Sundays and holidays.",
            "In discharge cases the Union may bypass the Superintendent and file with the General Manager within "
            "five (5) days of the notice of discharge.",
            "Failure of the Authority to answer within the time allowed shall advance the grievance automatically "
            "to the next step.",
        ],
        [("1", 10, WD, "incident"), ("1-meeting", 5, WD, "filed"), ("1-answer", 3, WD, "meeting_else_filed"),
         ("2", 7, WD, "answered_else_due"), ("discipline", 5, WD, "receipt")],
        "auto_advance",
    ),
    "espanol hospital": (
        [
            "Toda queja deberá someterse a la supervisora en un término de diez (10) días calendario desde que "
            "ocurrieron los hechos.",
            "La supervisora tendrá cinco (5) días calendario para responder.",
            "Si la respuesta no satisface a la empleada, la Unión elevará la queja a Recursos Humanos en un plazo "
            "no mayor de siete (7) días calendario después de recibirla.",
            "Recursos Humanos resolverá en veinte (20) días calendario a partir de la fecha en que recibió la queja.",
            "Vencido dicho término sin respuesta, la queja se considerará denegada y la Unión podrá pasar al paso "
            "siguiente; la petición de arbitraje se radicará dentro de quince (15) días calendario.",
        ],
        [("1", 10, CD, "incident"), ("1-answer", 5, CD, "filed"), ("2", 7, CD, "answered_else_due"),
         ("2-answer", 20, CD, "filed"), ("arbitration", 15, CD, "answered_else_due")],
        "denied_may_advance",
    ),
    "warehouse": (
        [
            "The employee and steward shall discuss the complaint with the supervisor within three (3) working "
            "days of the incident; the supervisor must answer orally by the end of the second (2nd) working day "
            "after the discussion.",
            "A written grievance shall be handed to the Operations Manager within five (5) working days after the "
            "oral answer.",
            "The Operations Manager and the Business Agent will meet within ten (10) working days after the "
            "written grievance is handed in, and the Company shall answer within five (5) working days after they "
            "meet.",
            "Grievances concerning discharge must be filed in writing within five (5) working days of the "
            "discharge and begin with the Operations Manager.",
            "If no answer is given within the time limits the grievance shall be deemed settled in favor of the "
            "grievant without setting a precedent.",
        ],
        [("1", 3, WD, "incident"), ("1-answer", 2, WD, "meeting_else_filed"), ("2", 5, WD, "answered_else_due"),
         ("2-meeting", 10, WD, "filed"), ("2-answer", 5, WD, "meeting_else_filed"),
         ("discipline", 5, WD, "incident")],
        "sustained_no_precedent",
    ),
    "university staff": (
        [
            "Grievances are timely when filed within 30 days of the date on which the Union or the employee first "
            "became aware of the facts, whichever is earlier.",
            "The dean shall convene a conference not sooner than three (3) days and not later than ten (10) days "
            "after the filing.",
            "A written disposition shall issue within ten (10) days following the conference.",
            "The Union shall have fourteen (14) days from issuance of the disposition to appeal to the Office of "
            "Labor Relations, and that Office has thirty (30) days from the appeal in which to decide.",
            "If the University fails to decide within those thirty (30) days, the Union must file for arbitration "
            "within the next twenty (20) days or the grievance is withdrawn.",
        ],
        [("1", 30, CD, "knowledge"), ("1-meeting", 10, CD, "filed"), ("1-answer", 10, CD, "meeting_else_filed"),
         ("2", 14, CD, "issuance_else_answer_due"), ("2-answer", 30, CD, "filed"),
         ("arbitration", 20, CD, "answered_else_due")],
        "must_advance_or_withdrawn",
    ),
    "electric utility": (
        [
            "No grievance may be taken to the second step until five (5) working days have passed since it was "
            "presented to the foreman.",
            "The grievance shall be presented to the foreman within fifteen (15) working days of its occurrence.",
            "Second step: the Local may present the written grievance to the District Superintendent, whose "
            "answer shall be given within ten (10) working days.",
            "Third step: within ten (10) working days of the Superintendent's answer, the grievance may be "
            "referred to the Joint Committee, which meets on the first Tuesday of each month.",
            "Arbitration: notice of the demand shall be given within thirty (30) days of the Committee's "
            "deadlock, and the hearing shall be held within ninety (90) days of the demand.",
        ],
        [("1", 15, WD, "incident"), ("1-answer", 10, WD, "filed"), ("3", 10, WD, "answered_else_due"),
         ("3-answer", 0, CD, "no_limit"), ("arbitration", 30, CD, "answered_else_due")],
        "",
    ),
    "federal prison": (
        [
            "Grievances under this procedure must be received by the Warden not later than forty (40) calendar "
            "days from the date the grieving party knew or should have known of the matter.",
            "Within ten (10) working days of the Warden's receipt, the parties shall confer; thereafter the "
            "Warden has twenty (20) calendar days in which to issue a written determination.",
            "Where the determination denies relief, the Union may invoke arbitration by a letter postmarked no "
            "later than thirty (30) calendar days after it receives the determination.",
            "If the Warden issues no determination the thirty (30) days run from the date the determination was due.",
            "The arbitrator shall be selected within twenty (20) calendar days of the invocation, and the "
            "decision shall be issued within sixty (60) days after the record closes.",
        ],
        [("1", 40, CD, "knowledge"), ("1-meeting", 10, WD, "filed"), ("1-answer", 20, CD, "filed"),
         ("arbitration", 30, CD, "answered_else_due"), ("arbitrator", 20, CD, "filed")],
        "denied_may_advance",
    ),
    "hospital service workers": (
        [
            "A grievance shall be put in writing and given to the department manager within ten (10) business "
            "days after the employee learned of the facts, and in no event more than sixty (60) calendar days "
            "after they occurred.",
            "The department manager shall meet with the delegate within five (5) business days after the "
            "grievance is given and shall reply within three (3) business days after they meet.",
            "The Union may advance the grievance to the Vice President for Labor Relations within seven (7) "
            "business days after the reply.",
            "The Vice President shall hold a hearing within ten (10) business days and issue an answer within ten "
            "(10) business days thereafter.",
            "A grievance not answered on time may be advanced by the Union as though it had been denied; "
            "arbitration may be demanded within thirty (30) calendar days after the Vice President's answer was "
            "received or was due.",
        ],
        [("1", 10, WD, "knowledge"), ("1-meeting", 5, WD, "filed"), ("1-answer", 3, WD, "meeting_else_filed"),
         ("2", 7, WD, "answered_else_due"), ("2-meeting", 10, WD, "filed"),
         ("2-answer", 10, WD, "meeting_else_filed"), ("arbitration", 30, CD, "answer_due_or_received_earlier")],
        "denied_may_advance",
    ),
    "newsroom": (
        [
            "Any dispute shall first be taken up by a Guild representative with the managing editor within twenty "
            "(20) days of the Guild's becoming aware of it.",
            "The managing editor shall give the Employer's position within ten (10) days of being approached.",
            "Failing agreement, the Guild may within fifteen (15) days request a meeting of the standing "
            "committee, which shall convene within ten (10) days of the request.",
            "A dispute the committee has not settled within twenty (20) days of convening may be submitted to "
            "arbitration by either party within the thirty (30) days that follow.",
            "In a case of dismissal the time for taking up the dispute is seven (7) days from the notice of "
            "dismissal.",
        ],
        [("1", 20, CD, "knowledge"), ("1-answer", 10, CD, "filed"), ("2", 15, CD, "answered_else_due"),
         ("2-meeting", 10, CD, "filed"), ("2-answer", 20, CD, "meeting_else_filed"),
         ("arbitration", 30, CD, "answered_else_due"), ("discipline", 7, CD, "receipt")],
        "",
    ),
    "rail shops": (
        [
            "All claims must be presented in writing by or on behalf of the employee involved to the officer "
            "authorized to receive them within sixty (60) days from the date of the occurrence on which the claim "
            "is based.",
            "Should any such claim be disallowed, the carrier shall, within sixty (60) days from the date it is "
            "filed, notify whoever filed it of the reasons for the disallowance; if not so notified, the claim "
            "shall be allowed as presented.",
            "An appeal from the decision must be taken in writing within sixty (60) days from receipt of the "
            "notice of disallowance.",
            "The highest officer shall render a decision within sixty (60) days of the appeal.",
            "The decision of the highest officer shall be final unless within nine (9) months from its date "
            "proceedings are begun before the Adjustment Board.",
        ],
        [("1", 60, CD, "incident"), ("1-answer", 60, CD, "filed"), ("2", 60, CD, "answered_else_due"),
         ("2-answer", 60, CD, "filed")],
        "granted",
    ),
    "bus garage": (
        [
            "The aggrieved operator and the steward shall see the garage superintendent about the grievance "
            "inside of seven (7) calendar days of its happening.",
            "The superintendent shall have three (3) working days to make answer.",
            "The Union may carry the matter to the Manager of Transportation in writing not later than five (5) "
            "working days following that answer, and a meeting with the Manager shall take place within five (5) "
            "working days of the writing.",
            "The Manager's written answer shall be in the Union's hands within five (5) working days after that "
            "meeting.",
            "Should the Union want arbitration it shall so notify the Authority within forty-five (45) calendar "
            "days of the Manager's answer, or the grievance shall be deemed dropped.",
        ],
        [("1", 7, CD, "incident"), ("1-answer", 3, WD, "filed"), ("2", 5, WD, "answered_else_due"),
         ("2-meeting", 5, WD, "filed"), ("2-answer", 5, WD, "meeting_else_filed"),
         ("arbitration", 45, CD, "answered_else_due")],
        "",
    ),
    "empleados universitarios": (
        [
            "El empleado o su representante presentará la querella a su supervisor inmediato dentro de veinte "
            "(20) días laborables desde que advino en conocimiento de los hechos que la originan.",
            "El supervisor dispondrá de diez (10) días laborables para reunirse con el empleado y contestar por "
            "escrito.",
            "Si no hay contestación en el término indicado, o esta no es satisfactoria, la Hermandad podrá "
            "recurrir ante el Director de Personal dentro de los diez (10) días laborables siguientes.",
            "El Director celebrará una vista dentro de los quince (15) días laborables del recibo de la querella "
            "y notificará su determinación dentro de los diez (10) días laborables siguientes a la vista.",
            "La Hermandad tendrá treinta (30) días laborables a partir de la notificación de la determinación "
            "para someter el caso a arbitraje.",
        ],
        [("1", 20, WD, "knowledge"), ("1-answer", 10, WD, "filed"), ("2", 10, WD, "answered_else_due"),
         ("2-meeting", 15, WD, "filed"), ("2-answer", 10, WD, "meeting_else_filed"),
         ("arbitration", 30, WD, "answered_else_due")],
        "denied_may_advance",
    ),
    "acueductos": (
        [
            "Primer paso: toda querella se presentará por escrito al gerente del área en o antes de diez (10) "
            "días calendario de haber ocurrido el incidente.",
            "El gerente contestará en cinco (5) días calendario.",
            "Segundo paso: la Unión apelará al Director Regional en los siete (7) días calendario siguientes a la "
            "contestación o a la fecha en que debió recibirla.",
            "El Director Regional tendrá diez (10) días calendario para emitir su decisión.",
            "Tercer paso: la Unión solicitará la designación de un árbitro dentro de los quince (15) días "
            "calendario siguientes al recibo de la decisión; de no hacerlo se entenderá que desiste de la "
            "querella.",
        ],
        [("1", 10, CD, "incident"), ("1-answer", 5, CD, "filed"), ("2", 7, CD, "answered_else_due"),
         ("2-answer", 10, CD, "filed"), ("arbitration", 15, CD, "answered_else_due")],
        "",
    ),
    "city laborers": (
        [
            "STEP 1: Within ten (10) work days of the occurrence or of the employee's knowledge of it, the "
            "grievance shall be given to the foreman on the form provided.",
            "The foreman will return the form with his answer in five (5) work days.",
            "STEP 2: The steward has five (5) work days after the form is returned to send it on to the "
            "Commissioner, who will sit down with the Union within ten (10) work days and answer within five (5) "
            "work days of sitting down.",
            "STEP 3: An unsettled grievance goes to the Law Department if sent there within ten (10) work days of "
            "the Commissioner's answer; the Law Department answers within twenty (20) work days.",
            "STEP 4: The Local may file with the State Board for arbitration no later than thirty (30) calendar "
            "days after the Law Department's answer. If the City misses a deadline, the grievance moves to the "
            "next step on its own.",
        ],
        [("1", 10, WD, "knowledge"), ("1-answer", 5, WD, "filed"), ("2", 5, WD, "answered_else_due"),
         ("2-meeting", 10, WD, "filed"), ("2-answer", 5, WD, "meeting_else_filed"),
         ("3", 10, WD, "answered_else_due"), ("3-answer", 20, WD, "filed"),
         ("arbitration", 30, CD, "answered_else_due")],
        "auto_advance",
    ),
    "port crane operators": (
        [
            "The steward shall take up the grievance with the walking boss on the shift in which it arises, and "
            "if no agreement is reached it shall be reduced to writing and submitted to the terminal manager "
            "within 72 hours.",
            "The terminal manager shall answer in writing within 48 hours.",
            "Thereafter the Local may refer it to the Joint Port Committee within ten (10) days; the Committee "
            "shall meet within seven (7) days of referral.",
            "If the Committee fails to agree within fourteen (14) days of its first meeting, the grievance may be "
            "taken to the Area Arbitrator within ten (10) days.",
            "Training sessions on this procedure last two (2) days and are held within thirty (30) days of a new "
            "steward's appointment.",
        ],
        [("1", 3, CD, "incident"), ("1-answer", 2, CD, "filed"), ("2", 10, CD, "answered_else_due"),
         ("2-meeting", 7, CD, "filed"), ("2-answer", 14, CD, "meeting_else_filed"),
         ("arbitration", 10, CD, "answered_else_due")],
        "",
    ),
    "faculty": (
        [
            "A faculty member who believes the agreement was violated shall, within thirty (30) instructional "
            "days of the violation, speak with the department chair.",
            "If speaking with the chair does not resolve the concern, the Association may lodge a written "
            "grievance with the dean not later than ten (10) days after the conversation with the chair.",
            "The dean will respond in writing within fourteen (14) days of the lodging.",
            "The Association may appeal the dean's response to the provost in the fourteen (14) days following "
            "its receipt; the provost shall respond in twenty-one (21) days.",
            "The Association may file for arbitration with the Labor Board not later than twenty-eight (28) days "
            "following receipt of the provost's response.",
        ],
        [("1", 30, WD, "incident"), ("2", 10, CD, "filed"), ("2-answer", 14, CD, "filed"),
         ("3", 14, CD, "answered_else_due"), ("3-answer", 21, CD, "filed"),
         ("arbitration", 28, CD, "answered_else_due")],
        "",
    ),
    "nursing home": (
        [
            "Step I. Grievances shall be presented to the Director of Nursing within seven (7) working days of "
            "the date the employee or the Union first knew of the problem. The Director of Nursing shall give her "
            "answer within three (3) working days.",
            "Step II. If the answer is not acceptable, the grievance shall be presented to the Administrator "
            "within five (5) working days of the answer. The Administrator, a delegate and the Union organizer "
            "shall meet within seven (7) working days of presentation, and the Administrator shall answer within "
            "five (5) working days of the meeting.",
            "Step III. The Union may submit an unresolved grievance to the American Arbitration Association "
            "within thirty (30) working days of the Administrator's answer.",
            "Suspensions and discharges shall start at Step II and shall be presented within five (5) working "
            "days of the suspension or discharge.",
            "Failure of the Employer to answer at any step means the grievance is granted as a one-time matter "
            "without precedent.",
        ],
        [("1", 7, WD, "knowledge"), ("1-answer", 3, WD, "filed"), ("2", 5, WD, "answered_else_due"),
         ("2-meeting", 7, WD, "filed"), ("2-answer", 5, WD, "meeting_else_filed"),
         ("arbitration", 30, WD, "answered_else_due"), ("discipline", 5, WD, "incident")],
        "sustained_no_precedent",
    ),
    "telefonica": (
        [
            "El trabajador, con o sin su delegado, someterá la queja al supervisor dentro de los ocho (8) días "
            "laborables de haber ocurrido el hecho o de haberse enterado del mismo.",
            "El supervisor deberá dar su contestación dentro de los cuatro (4) días laborables siguientes a la "
            "presentación de la queja.",
            "De no quedar satisfecho, el Sindicato podrá someterla por escrito al Gerente de Relaciones Laborales "
            "dentro de los seis (6) días laborables después de recibida la contestación.",
            "Las partes se reunirán dentro de los nueve (9) días laborables siguientes y el Gerente contestará "
            "dentro de los cinco (5) días laborables siguientes a dicha reunión.",
            "Cualquiera de las partes podrá llevar el asunto a arbitraje dentro de los veinticinco (25) días "
            "calendario siguientes a la contestación del Gerente.",
        ],
        [("1", 8, WD, "knowledge"), ("1-answer", 4, WD, "filed"), ("2", 6, WD, "answered_else_due"),
         ("2-meeting", 9, WD, "filed"), ("2-answer", 5, WD, "meeting_else_filed"),
         ("arbitration", 25, CD, "answered_else_due")],
        "",
    ),

}
# fmt: on


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_is_read_where_it_stands_and_no_other(name):
    texts, wanted, silence = TOLD[name]
    made = propose([TITLE, *texts])
    assert [(step.key, step.n, step.unit, step.anchor_kind) for step in made] == wanted
    assert {step.written.get("silence", "") for step in made if step.deed == "answer"} - {""} == {silence} - {""}


def as_procedure(texts):
    steps = propose(texts)
    return Procedure(
        "read",
        tuple(
            Step(one.key, one.title, Actor(one.actor), one.deed, Limit(one.written), one.after, one.entry_for)
            for one in steps
        ),
    )


def articles():
    """Every article of these tests, ours and those of the files beside this one."""
    for name, (texts, *_rest) in TOLD.items():
        yield name, [TITLE, *texts]
    for file in ("trades", "plainly", "simply", "many", "modals"):
        for name, told in vars(importlib.import_module(f"tests.grievances.proposing.test_proposing_{file}"))[
            "TOLD"
        ].items():
            texts = told[0] if isinstance(told, tuple) else told
            yield name, texts.splitlines() if isinstance(texts, str) else texts


@pytest.mark.parametrize(("name", "texts"), list(articles()))
def test_what_is_recorded_starts_every_clock_that_was_read(name, texts):
    dead = [
        step
        for step in never_starts(as_procedure(texts), MATTER_EVENTS)
        if step.limit.written["anchor_kind"] != "event_date"
    ]
    assert dead == []
