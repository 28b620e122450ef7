"""More articles in words of our own: modals a number cuts in two, steps by their name, Spanish shops, both sides' grievances.

Each row is (key, n, unit, where the clock starts, who acts).
"""

import pytest

from grievances.proposing import propose, what_silence_does

WD, CD, EITHER = "working_days", "calendar_days", "answered_else_due"

TOLD = {
    "transit: 'carry the grievance to', after a modal the number cuts in two": (
        [
            "Step 1. The aggrieved bus operator shall submit the written grievance to the Superintendent of Transportation no later than twelve (12) workdays following the day on which the operator first became aware of the condition giving rise to it. The Superintendent shall render a written decision within eight (8) workdays after the grievance is submitted.",
            "Step 2. Should the decision be unacceptable, the Association may, within eight (8) workdays after receiving it, carry the grievance to the Deputy Director, who shall issue a decision within fifteen (15) workdays after receipt of the appeal.",
            "Step 3. The Association may demand arbitration by written notice to the Authority within twenty-five (25) workdays after the Deputy Director's decision.",
        ],
        [
            ("1", 12, WD, "knowledge", "employee"),
            ("1-answer", 8, WD, "filed", "management"),
            ("2", 8, WD, EITHER, "union"),
            ("2-answer", 15, WD, "filed", "management"),
            ("arbitration", 25, WD, EITHER, "union"),
        ],
        "",
    ),
    "home: 'taken up as a grievance', failing settlement": (
        [
            "9.02 A complaint comes before a grievance. It shall be discussed with the charge nurse within nine (9) calendar days after the event occurred, and failing settlement within nine (9) calendar days, it shall next be taken up as a grievance within nine (9) calendar days following word of the charge nurse's decision.",
            "9.03 It may be submitted in writing to the Administrator, who will deliver her decision within nine (9) calendar days following the day on which it was presented. Failing settlement, the Union may submit the matter to arbitration within eighteen (18) calendar days after the decision is given.",
        ],
        [
            ("1", 9, CD, "incident", "employee"),
            ("1-answer", 9, CD, "filed", "management"),
            ("2", 9, CD, EITHER, "union"),
            ("2-answer", 9, CD, "filed", "management"),
            ("arbitration", 18, CD, EITHER, "union"),
        ],
        "",
    ),
    "mill: the steward's paper and a reply due days later": (
        [
            "Any employee having a grievance shall, accompanied by the steward if he wishes, discuss it with the shift foreman within two (2) regularly scheduled working days of the occurrence. If not settled, the steward shall reduce the grievance to writing and hand it to the Personnel Manager within four (4) working days of the foreman's verbal reply. The Personnel Manager's written reply is due four (4) working days later.",
            "If the reply is unsatisfactory, the International Representative may request a meeting, which shall be held within fifteen (15) days of the request. The Union shall have thirty (30) days from the Company's final answer in which to notify the Company of its intention to arbitrate.",
        ],
        [
            ("1", 2, WD, "incident", "employee"),
            ("1-answer", 0, CD, "no_limit", "management"),
            ("2", 4, WD, EITHER, "union"),
            ("2-answer", 4, WD, "filed", "management"),
            ("2-meeting", 15, CD, "filed", "both"),
            ("arbitration", 30, CD, EITHER, "union"),
        ],
        "",
    ),
    "city: first and second step by their names, a formal grievance lodged": (
        [
            "Step One (Informal). Before a formal grievance is filed the employee shall raise the matter orally with the immediate supervisor within ten (10) business days of its occurrence. The supervisor shall respond orally within five (5) business days. Step Two (Formal). If not resolved, a formal grievance may be lodged with the Bureau Head no later than ten (10) business days after the oral response was given or due. The Bureau Head's response shall be furnished within ten (10) business days after the formal grievance is lodged. Step Three. Within ten (10) business days of the Bureau Head's response the employee may take the grievance to the City Manager, whose decision shall be rendered within twenty (20) business days thereafter. If a response is not made within the limits set out above, the employee may proceed to the next step.",
        ],
        [
            ("1", 10, WD, "incident", "employee"),
            ("1-answer", 5, WD, "filed", "management"),
            ("2", 10, WD, EITHER, "union"),
            ("2-answer", 10, WD, "filed", "management"),
            ("3", 10, WD, EITHER, "employee"),
            ("3-answer", 20, WD, "filed", "management"),
        ],
        "denied_may_advance",
    ),
    "dean: a roll over a day that is no business day makes no working days": (
        [
            "Grievances are filed in writing at Step One not more than 40 days after the employee learned, or by reasonable diligence would have learned, of the basis of the grievance. The day on which the employee learned shall be counted as the first day. If the last day is not a business day the period runs to the next business day. The Dean shall answer not more than 20 days after the grievance is filed; failure to answer shall be deemed agreement to grant the remedy.",
        ],
        [
            ("1", 40, CD, "knowledge", "employee"),
            ("1-answer", 20, CD, "filed", "management"),
        ],
        "granted",
    ),
    "nurses: 'shall within N days of X take it up'": (
        [
            "Section 6. (1) Oral step: any nurse who believes she has been aggrieved shall within 14 calendar days of when she knew of the problem take it up with the nurse manager, who shall reply within 7 calendar days. (2) Written step: within 14 calendar days of the manager's reply or the expiry of the manager's time to reply, the nurse or the Association may put the grievance in writing to the Director of Nursing; the Director shall meet within 14 calendar days and respond within 14 calendar days following the meeting. (3) Mediation: either party may request mediation within 10 calendar days after the Director's response. (4) Arbitration: the Association may refer the grievance to arbitration within 30 calendar days after the Director's response or the close of mediation.",
        ],
        [
            ("1", 14, CD, "knowledge", "employee"),
            ("1-answer", 7, CD, "filed", "management"),
            ("2", 14, CD, EITHER, "union"),
            ("2-meeting", 14, CD, "filed", "both"),
            ("2-answer", 14, CD, "meeting_else_filed", "management"),
            ("mediation", 10, CD, EITHER, "union"),
            ("arbitration", 30, CD, EITHER, "union"),
        ],
        "",
    ),
    "fire: a step without a verb, names struck, a union's grievance committee": (
        [
            "Step 1. Employees shall have 10 shifts... A firefighter shall file a grievance with the Battalion Chief within seven (7) calendar days of the incident. The Battalion Chief has seven (7) calendar days to respond. Step 2. The Union's Grievance Committee shall review the grievance and, if it finds merit, present it to the Fire Chief within fourteen (14) calendar days of the Battalion Chief's response. The Fire Chief shall respond within fourteen (14) calendar days. Step 3. To the Mayor within ten (10) calendar days of the Fire Chief's response; the Mayor shall respond within twenty-one (21) calendar days. Step 4. Arbitration by the Union within twenty-one (21) calendar days of the Mayor's response. The parties shall strike names within five (5) calendar days of receipt of the list.",
        ],
        [
            ("1", 7, CD, "incident", "employee"),
            ("1-answer", 7, CD, "filed", "management"),
            ("2", 14, CD, EITHER, "union"),
            ("2-answer", 14, CD, "filed", "management"),
            ("3", 10, CD, EITHER, "union"),
            ("3-answer", 21, CD, "filed", "management"),
            ("arbitration", 21, CD, EITHER, "union"),
            ("arbitrator", 5, CD, "event_date", "both"),
        ],
        "",
    ),
    "rail: allowed as presented, without precedent": (
        [
            "A claim or grievance is presented to the yard officer in writing within 50 days from the day of the occurrence. Should it be disallowed, the Carrier shall, within 45 days from the day it is filed, notify whoever filed it of the reasons; if not so notified, the claim shall be allowed as presented, though never as a precedent. An appeal must be taken within 40 days from receipt of notice that it was disallowed.",
        ],
        [
            ("1", 50, CD, "incident", "employee"),
            ("1-answer", 45, CD, "filed", "management"),
            ("2", 40, CD, EITHER, "union"),
        ],
        "sustained_no_precedent",
    ),
    "specialist: hears the grievance; filed for arbitration": (
        [
            "The Union shall file the grievance with the Labor Relations Specialist within twenty-two (22) working days from the date the Union became aware. The Specialist shall hear the grievance within ten (10) working days and answer within seven (7) working days after the hearing. If the Employer does not meet or answer in time, the Union may treat the grievance as denied. Within fifteen (15) working days of the answer, or of the last day for it, the Union may file for arbitration with the FMCS.",
        ],
        [
            ("1", 22, WD, "knowledge", "union"),
            ("1-meeting", 10, WD, "filed", "both"),
            ("1-answer", 7, WD, "meeting_else_filed", "management"),
            ("arbitration", 15, WD, EITHER, "union"),
        ],
        "denied_may_advance",
    ),
    "shop: delegado y capataz, días naturales": (
        [
            "El trabajador o su delegado planteará la queja al capataz en un plazo de siete días naturales desde que tuvo conocimiento del hecho. El capataz responderá en cinco días naturales. Si la respuesta no es satisfactoria, el Sindicato podrá elevarla a la Gerencia en un plazo de diez días naturales desde la respuesta. La Gerencia dispone de quince días naturales para responder. El Sindicato podrá someter el asunto a arbitraje dentro de los treinta días naturales siguientes a la respuesta de la Gerencia. La falta de respuesta permite pasar al siguiente paso.",
        ],
        [
            ("1", 7, CD, "knowledge", "employee"),
            ("1-answer", 5, CD, "filed", "management"),
            ("2", 10, CD, EITHER, "union"),
            ("2-answer", 15, CD, "filed", "management"),
            ("arbitration", 30, CD, EITHER, "union"),
        ],
        "denied_may_advance",
    ),
    "letters: lettered steps, the grievance moved by a failure": (
        [
            "Step A. A carrier with a grievance must, within fourteen days of the morning on which it became known to the carrier, discuss it with the floor supervisor. The supervisor shall state a decision orally within five days of the discussion. Step B. The Union may within seven days of the supervisor's decision file a written appeal with the installation head. The installation head shall render a written decision within ten days after the appeal is received. Failure to schedule meetings or render decisions shall move the grievance to the next step.",
        ],
        [
            ("1", 14, CD, "knowledge", "employee"),
            ("1-answer", 5, CD, "meeting_else_filed", "management"),
            ("2", 7, CD, EITHER, "union"),
            ("2-answer", 10, CD, "filed", "management"),
        ],
        "auto_advance",
    ),
    "town hall: outcome confirmed, the appeal heard": (
        [
            "24.4 Stage One: the member shall lodge the grievance with the line manager in writing within one calendar month of the matter arising. The line manager shall hold a meeting within 10 working days of receipt and confirm the outcome in writing within 5 working days thereafter. 24.5 Stage Two: if dissatisfied, the member may appeal in writing to the Head of Service within 10 working days of receiving the outcome. The Head of Service shall hear the appeal within 15 working days and give a decision within 5 working days of the hearing.",
        ],
        [
            ("1", 1, "months", "incident", "employee"),
            ("1-meeting", 10, WD, "filed", "both"),
            ("1-answer", 5, WD, "meeting_else_filed", "management"),
            ("2", 10, WD, EITHER, "employee"),
            ("2-meeting", 15, WD, "filed", "both"),
            ("2-answer", 5, WD, "meeting_else_filed", "management"),
        ],
        "",
    ),
    "school: contract days and named levels": (
        [
            "First Level: The grievant shall within fifteen (15) contract days of the occurrence meet with the principal. The principal has five (5) contract days to respond in writing. Second Level: The grievant has five (5) contract days after the principal's response to submit the grievance to the Assistant Superintendent, who has ten (10) contract days to reply. Third Level: The Association has ten (10) contract days after that reply to request arbitration. If the administrator does not respond within the time limit, the grievant may advance to the next level.",
        ],
        [
            ("1", 15, WD, "incident", "employee"),
            ("1-answer", 5, WD, "filed", "management"),
            ("2", 5, WD, EITHER, "employee"),
            ("2-answer", 10, WD, "filed", "management"),
            ("arbitration", 10, WD, EITHER, "union"),
        ],
        "denied_may_advance",
    ),
    "both sides file: the employer's grievance turns the sides about": (
        [
            "Art. 7.3 Company grievances shall be filed with the Union's business manager within 20 days of the event. The Union shall answer in 20 days. Art. 7.4 A union grievance shall be filed with the Plant Manager within 20 days of the event. The Plant Manager shall answer in 20 days.",
        ],
        [
            ("management", 20, CD, "incident", "management"),
            ("management-answer", 20, CD, "filed", "union"),
            ("union", 20, CD, "incident", "union"),
            ("union-answer", 20, CD, "filed", "management"),
        ],
        "",
    ),
    "almacén: de no contestar pasa automáticamente": (
        [
            "La querella se presentará por el delegado al gerente en un término no mayor de quince (15) días naturales a partir del hecho que la motiva. El gerente dará su respuesta en un término de diez (10) días naturales. El Sindicato, inconforme con la respuesta, podrá llevar la querella al Comité Conjunto en un término de diez (10) días naturales contados desde la respuesta. El Comité se reunirá en un plazo de veinte (20) días naturales. De no lograrse acuerdo, cualquiera de las partes podrá solicitar el arbitraje en un término de veinte (20) días naturales. De no contestar el gerente, la querella pasará automáticamente al siguiente paso.",
        ],
        [
            ("1", 15, CD, "incident", "employee"),
            ("1-answer", 10, CD, "filed", "management"),
            ("2", 10, CD, EITHER, "union"),
            ("2-meeting", 20, CD, "filed", "both"),
            ("2-answer", 0, CD, "no_limit", "management"),
            ("arbitration", 20, CD, EITHER, "union"),
        ],
        "auto_advance",
    ),
    "hospital: from the answer or from the day it was due": (
        [
            "Nurses file grievances within 28 calendar days. The Employer answers within 21 calendar days from the date the grievance was filed. If the Employer misses its deadline the Union may move the grievance up. The Union has 14 calendar days from the answer, or from the day it was due, to move the grievance to Step 2, and the Chief Nursing Officer answers within 21 calendar days from the Step 2 meeting. A request to arbitrate must be postmarked within 30 calendar days from the Step 2 answer.",
        ],
        [
            ("1", 28, CD, "incident", "employee"),
            ("1-answer", 21, CD, "filed", "management"),
            ("2", 14, CD, "answer_due_or_received_earlier", "union"),
            ("2-answer", 21, CD, "meeting_else_filed", "management"),
            ("arbitration", 30, CD, EITHER, "union"),
        ],
        "denied_may_advance",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_every_limit_stands_in_its_place_with_who_acts_and_what_silence_does(name):
    texts, wanted, silence = TOLD[name]
    made = propose(texts)
    assert [(step.key, step.n, step.unit, step.anchor_kind, step.actor) for step in made] == wanted
    assert {step.written.get("silence", "") for step in made if step.deed == "answer" and step.n} <= {silence}
    assert not silence or any(step.written.get("silence") == silence for step in made)


def test_asking_for_a_list_and_striking_from_it_are_two_steps():
    asked = "The Union may demand arbitration within 20 days of the answer. Within seven days of the demand the parties shall request a list of seven arbitrators."
    struck = "Within ten days of receipt of the list the parties shall select the arbitrator by striking names."
    filed = "The grievance is filed within 10 days of the event. The Employer shall answer within 10 days."
    assert [(step.key, step.n, step.after) for step in propose([filed, asked, struck])][3:] == [
        ("list", 7, "arbitration"),
        ("arbitrator", 10, "list"),
    ]
    assert [(step.key, step.n) for step in propose([filed, asked])][3:] == [("arbitrator", 7)]


@pytest.mark.parametrize(
    ("sentence", "n", "unit"),
    [
        (
            "The parties shall exchange witness lists and exhibits at least five (5) working days before the hearing.",
            5,
            WD,
        ),
        (
            "Lists of witnesses shall be exchanged no later than ten calendar days prior to the arbitration hearing.",
            10,
            CD,
        ),
        ("Each side shall give the other the names of its witnesses seven days before the hearing.", 7, CD),
    ],
)
def test_the_exchange_of_witnesses_is_a_step_counted_back_from_the_hearing(sentence, n, unit):
    before = "A grievance is filed within 10 days of the event. The Employer answers within 10 days. The Union may invoke arbitration within 20 days of the answer."
    (step,) = [one for one in propose([before, sentence]) if one.key == "exchange"]
    assert (step.n, step.unit, step.anchor_kind, step.written["direction"], step.after, step.actor) == (
        n, unit, "event_date", "before", "arbitration", "both",
    )  # fmt: skip


FILED = "The grievance is filed within 10 days of the event."
SHORT = [
    ([FILED, "The manager shall schedule a meeting to be held within 14 days."], ("1-meeting", 14, "filed")),
    ([FILED, "A meeting shall take place within eight days."], ("1-meeting", 8, "filed")),
    (
        ["The member shall have thirty days from the occurrence, or from discovery of it, to grieve in writing."],
        ("1", 30, "knowledge"),
    ),
    (
        [
            FILED,
            "The manager answers within 5 days.",
            "It shall be handed to the Director within six days of the answer.",
        ],
        ("2", 6, "answered_else_due"),
    ),
    (
        ["Grievances over discipline are filed within 20 days after the employee receives the decision letter."],
        ("1", 20, "receipt"),
    ),
    (
        [
            FILED,
            "The manager answers within 5 days.",
            "The Union has 14 days from the answer, or from the day it was due, to appeal.",
        ],
        ("2", 14, "answer_due_or_received_earlier"),
    ),
]


@pytest.mark.parametrize(("texts", "wanted"), SHORT)
def test_one_more_wording_of_a_limit(texts, wanted):
    last = [step for step in propose(texts) if step.n][-1]
    assert (last.key, last.n, last.anchor_kind) == wanted


def test_a_patron_who_stops_answering_sends_the_querella_to_the_next_stage():
    texts = [
        "La querella se presentará dentro de diez días laborables del hecho. El supervisor contestará en cinco días laborables.",
        "Si el patrono deja de contestar, la querella pasará a la próxima etapa.",
    ]
    (answer,) = [step for step in propose(texts) if step.deed == "answer"]
    assert answer.written["silence"] == "auto_advance"


@pytest.mark.parametrize(("said", "effect"), [
    ("Failure of the Employer to answer in time moves the grievance to the next step.", "auto_advance"),
    ("Should management not answer timely, the grievance advances to the next step.", "auto_advance"),
    ("Where no reply is given in time, the grievance is automatically appealed to the next step.", "auto_advance"),
    ("Any grievance the Employer leaves unanswered goes to the next step.", "auto_advance"),
    ("A grievance not answered within the time allowed is granted.", "granted"),
    ("Late answers by the Employer entitle the Union to move the grievance to the next step.", "denied_may_advance"),
    ("An unanswered grievance may be taken to the next step by the Union.", "denied_may_advance"),
    ("Failure of the Union to appeal in time withdraws the grievance.", ""),
    ("The answer goes to the next step supervisor.", ""),
])  # fmt: skip
def test_what_silence_does_is_read_in_the_present_tense_too(said: str, effect: str):
    assert what_silence_does([said]) == effect
