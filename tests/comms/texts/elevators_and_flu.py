"""An elevator, shift bids, flu shots: the third set, after the radios and rallies were learned from."""

from tests.comms.texts.tables import Texts

W = Texts("Local 77", "Puget Building Trades Employees", "PO Box 77, Everett, WA 98201", "425-555-0100")
EL = W.ground(
    "The freight elevator in Building 9 is out of service until December 18. Do not carry loads over 50 pounds by hand: call the floor lead and wait. The union filed a safety complaint on November 20. Nobody loses pay for waiting.",
    [
        ("room", "Building 9"),
        ("deadline", "Friday, December 18, 2026"),
        ("number", "50 pounds"),
        ("name", "Imre Halvorsen, safety rep"),
        ("phone", "425-555-0171"),
    ],
    sector="private",
)
W.true(
    "EL1",
    EL,
    "email",
    """Hi {{ first_name }},

The freight elevator in Building 9 is still down. It will be out of service until Friday, December 18.

In the meantime, please look after your back. If a load is over 50 pounds, don't carry it by hand. Call the floor lead, and wait. You won't lose a cent of pay while you wait.

We filed a safety complaint on November 20 and are watching this closely.

Imre Halvorsen, safety rep: 425-555-0171

Local 77""",
    "Building 9 elevator: don't lift it alone",
)
W.true(
    "EL2",
    EL,
    "sms",
    "Local 77: Bldg 9 freight elevator out till Fri Dec 18. Over 50 lbs? Don't carry it. Call the floor lead and wait, no pay lost. Imre Halvorsen 425-555-0171. STOP to opt out",
)
W.true(
    "EL3",
    EL,
    "board",
    """FREIGHT ELEVATOR, BUILDING 9: OUT OF SERVICE

Until Friday, December 18

Loads over 50 pounds: do not carry by hand. Call the floor lead and wait.
Nobody loses pay for waiting.
The union filed a safety complaint on November 20.

Imre Halvorsen, safety rep, 425-555-0171""",
)
W.turn("EL1", "date", "until Friday, December 18", "until Friday, December 11")
W.turn("EL1", "building", "freight elevator in Building 9 is", "freight elevator in Building 6 is")
W.turn("EL1", "carry", "don't carry it by hand", "carry it by hand")
W.turn(
    "EL1",
    "quote",
    "Call the floor lead, and wait.",
    'Call the floor lead, and wait. As the contract says, "safety comes before production."',
)
W.turn("EL2", "weight", "Over 50 lbs", "Over 80 lbs")
W.turn("EL3", "pay", "Nobody loses pay for waiting.", "You lose pay for waiting.")
W.turn("EL3", "filed", "November 20", "November 30")
W.turn("EL3", "name", "Imre Halvorsen", "Ilse Halvorsen")
SH = W.ground(
    "Members choose shifts for spring by seniority. Bid sheets open on January 11 and close on January 22. If you do not bid you keep your shift. Bids are on paper at the hall. Results are posted on February 1.",
    [
        ("date", "Monday, January 11, 2027"),
        ("deadline", "Friday, January 22, 2027, 4:00 pm"),
        ("place", "Union hall, 300 Pine Street"),
        ("date", "Monday, February 1, 2027"),
        ("name", "Greta Ibarra, secretary"),
        ("email", "bids@local77.example"),
    ],
    klass="internal_business",
    sector="private",
)
W.true(
    "SH1",
    SH,
    "email",
    """Hello {{ first_name }},

It's time to bid on your spring shift. Bids go by seniority.

- Bid sheets open: Monday, January 11
- They close: Friday, January 22, at 4:00 pm
- Where: on paper, at the union hall, 300 Pine Street
- Results go up: Monday, February 1

Happy where you are? If you don't bid, you keep the shift you have.

Greta Ibarra, secretary, will help: bids@local77.example

Local 77""",
    "Bid on your spring shift by January 22",
)
W.true(
    "SH2",
    SH,
    "meeting_notice",
    """SPRING SHIFT BIDS

Open Monday, January 11. Close Friday, January 22, 2027, at 4:00 pm.
Union hall, 300 Pine Street. Paper bids, by seniority.
No bid means no change: you keep your shift.
Results: Monday, February 1

Contact: Greta Ibarra, secretary, bids@local77.example""",
)
W.true(
    "SH3",
    SH,
    "email",
    """Hola {{ first_name }}:

Ya puede elegir su turno de primavera, por antigüedad.

Las hojas se abren el lunes 11 de enero y se cierran el viernes 22 de enero a las 4:00 pm. Llene la suya en papel en el local del sindicato, 300 Pine Street. Los resultados se publican el lunes 1 de febrero.

Si no pide nada, se queda con su turno.

Preguntas: Greta Ibarra, secretaria, bids@local77.example

Local 77""",
    "Elija su turno de primavera",
    lang="es",
)
W.turn("SH1", "close", "Friday, January 22, at 4:00 pm", "Friday, January 22, at 5:00 pm")
W.turn(
    "SH1", "keep", "If you don't bid, you keep the shift you have.", "If you don't bid, you lose the shift you have."
)
W.turn("SH1", "how", "Bids go by seniority.", "Bids go by lottery.")
W.turn("SH2", "place dropped", "Union hall, 300 Pine Street. Paper bids", "Paper bids")
W.turn("SH2", "results", "Results: Monday, February 1", "Results: Monday, February 8")
W.turn("SH3", "día", "el viernes 22 de enero", "el viernes 29 de enero")
W.turn("SH3", "turno", "se queda con su turno", "pierde su turno")
FL = W.ground(
    "The clinic offers free flu shots to members and their children over six. No insurance card is needed. Walk in, no appointment. The county nurse gives the shots.",
    [
        ("date", "Thursday, December 10, 2026"),
        ("time", "3:30 pm to 7:00 pm"),
        ("place", "Carpenters Hall, 2810 Lombard Avenue"),
        ("name", "Nell Osterman"),
        ("phone", "425-555-0126"),
    ],
    klass="event",
    sector="private",
)
W.true(
    "FL1",
    FL,
    "flyer",
    """FREE FLU SHOTS

Thursday, December 10, 3:30 to 7:00 pm
Carpenters Hall, 2810 Lombard Avenue

- Members, and children over six
- No insurance card, no appointment: just walk in
- A county nurse gives the shots

Nell Osterman, 425-555-0126""",
)
W.true(
    "FL2",
    FL,
    "phone",
    """Hello, is {{ first_name }} there? I'm [your name], a volunteer with Local 77.

Have you had a flu shot yet?

You and your children over six can get one for free on Thursday, December 10, between 3:30 and 7:00 pm. It's at Carpenters Hall, 2810 Lombard Avenue. You don't need an insurance card or an appointment. A county nurse does it.

Can we expect you?

Questions: Nell Osterman, 425-555-0126.""",
)
W.turn("FL1", "age", "children over six", "children over sixteen")
W.turn("FL1", "card", "No insurance card, no appointment: just walk in", "Bring your insurance card")
W.turn("FL2", "cost", "can get one for free", "can get one for $10")
W.turn("FL2", "who", "A county nurse does it.", "Dr. Pell from Swedish Hospital does it.")
W.turn("FL2", "place", "Carpenters Hall", "Electricians Hall")
HONEST, FAULTY = W.honest, W.faults()
