"""Six briefs of two more locals, written after the snow closure was learned from: true texts, and the same with one thing turned."""

from tests.comms.texts.tables import Texts

IOWA = Texts("Local 1144", "Cedar Valley School Employees", "PO Box 1144, Waterloo, IA 50704", "319-555-0130")
NEVADA = Texts("Local 505", "High Desert Transit Workers", "77 Railroad Ave, Sparks, NV 89431", "775-555-0100")

RADIO = NEVADA.ground(
    "Drivers on the late routes must carry a working radio under Article 31. Nine radios failed in October. The company has ordered 40 new radios and they arrive by the deadline. Until then a driver without a working radio may refuse the run and is paid. Tell dispatch and the steward.",
    [
        ("deadline", "Wednesday, January 20, 2027"),
        ("number", "40 radios"),
        ("reference", "Article 31"),
        ("name", "Soledad Kerr, steward"),
        ("phone", "775-555-0148"),
        ("quotation", "No operator shall be required to leave the yard without a working radio."),
    ],
    sources=[
        (
            "Article 31, Safety",
            "No operator shall be required to leave the yard without a working radio. The Employer shall supply a replacement within one hour.",
        )
    ],
    sector="private",
)
NEVADA.true(
    "RD1",
    RADIO,
    "email",
    """Hello {{ first_name }},

Your radio is your lifeline on a late route. In October nine of them failed, and that is nine too many.

The company has ordered 40 new radios. They should be here by Wednesday, January 20.

Until they come: if your radio doesn't work, you may refuse the run, and you still get paid. Article 31 is clear: "No operator shall be required to leave the yard without a working radio."

Tell dispatch, and tell your steward, Soledad Kerr, at 775-555-0148.

Local 505""",
    "No radio? You may refuse the run",
    "40 new radios are on the way",
)
NEVADA.true(
    "RD2",
    RADIO,
    "sms",
    "Local 505: Radio dead? You may refuse the run, with pay (Art. 31). Tell dispatch and Soledad Kerr, 775-555-0148. 40 new radios due by Wed Jan 20. Reply STOP to opt out",
)
NEVADA.true(
    "RD3",
    RADIO,
    "talking_points",
    """- Late routes: every driver carries a working radio. That's Article 31.
- Nine failed in October. 40 new ones arrive by Wednesday, January 20.
- No working radio? The driver may refuse the run and is paid for it.
- Dispatch and the steward need to know.
- The words: "No operator shall be required to leave the yard without a working radio."

Steward: Soledad Kerr, 775-555-0148""",
)
NEVADA.turn("RD1", "quotation", "shall be required to leave the yard", "shall be asked to leave the yard")
NEVADA.turn(
    "RD1", "quotation made up", "Tell dispatch, and", '"We will fix this," said the manager. Tell dispatch, and'
)
NEVADA.turn("RD1", "paid", "and you still get paid", "but you will not get paid")
NEVADA.turn("RD2", "number", "40 new radios", "14 new radios")
NEVADA.turn("RD2", "day", "Wed Jan 20", "Wed Jan 27")
NEVADA.turn("RD2", "name", "Soledad Kerr", "Soledad Kern")
NEVADA.turn("RD3", "article", "That's Article 31.", "That's Article 13.")
NEVADA.turn("RD3", "may", "may refuse the run", "may not refuse the run")

RALLY = IOWA.ground(
    "The school board votes on the bus contract at its meeting. We want members to fill the room before the vote. Wear the green shirt. Speakers sign up by 5:45 pm; each has three minutes. Do not bring signs on sticks: the board forbids them.",
    [
        ("date", "Monday, February 8, 2027"),
        ("time", "6:00 pm"),
        ("room", "Room 118, Education Center, 1516 Washington Street"),
        ("name", "Patience Vogel, organizer"),
        ("email", "pvogel@local1144.example"),
    ],
    klass="event",
    sector="public",
)
IOWA.true(
    "RY1",
    RALLY,
    "flyer",
    """FILL THE ROOM!

The school board votes on the bus contract

Monday, February 8, 6:00 pm
Room 118, Education Center, 1516 Washington Street

- Wear your green shirt
- Want to speak? Sign up by 5:45 pm (three minutes each)
- No signs on sticks, please: the board does not allow them

Patience Vogel, pvogel@local1144.example""",
)
IOWA.true(
    "RY2",
    RALLY,
    "email",
    """Hi {{ first_name }},

On Monday, February 8, at 6:00 pm, the school board will vote on the bus contract. They should see our faces when they do.

Join us in Room 118 of the Education Center, 1516 Washington Street. Put on your green shirt. If you'd like to say something to the board, sign up by 5:45 pm. You get three minutes.

Please leave signs on sticks at home. The board forbids them.

Will you be there? Write to Patience Vogel, organizer: pvogel@local1144.example

In solidarity,
Local 1144""",
    "Be in the room on February 8",
    "The board votes on the bus contract",
)
IOWA.true(
    "RY3",
    RALLY,
    "social",
    "Bus contract vote: Mon. Feb. 8, 6 pm, Room 118, Education Center, 1516 Washington St. Wear green and bring a coworker! Questions: pvogel@local1144.example",
)
IOWA.turn("RY1", "room", "Room 118, Education", "Room 181, Education")
IOWA.turn("RY1", "room dropped", "Room 118, Education Center, 1516 Washington Street", "Education Center")
IOWA.turn("RY2", "date", "On Monday, February 8,", "On Monday, February 15,")
IOWA.turn("RY2", "weekday", "On Monday, February 8,", "On Tuesday, February 8,")
IOWA.turn(
    "RY2",
    "signs",
    "Please leave signs on sticks at home. The board forbids them.",
    "Please bring signs on sticks. The board allows them.",
)
IOWA.turn("RY2", "who", "the school board will vote", "the city council will vote")
IOWA.turn("RY3", "time", "6 pm", "6:30 pm")
IOWA.turn(
    "RY2",
    "name added",
    "They should see our faces when they do.",
    "They should see our faces when they do. Senator Wilma Brandt will be there.",
)

GYM = IOWA.ground(
    "Custodians won a second break. From January 4 each shift over six hours has two paid breaks of 15 minutes. Before, there was one. A break may be moved but not taken away. Fill in the pink slip if you miss one.",
    [
        ("date", "Monday, January 4, 2027"),
        ("number", "two breaks of 15 minutes"),
        ("name", "Ambrose Tighe, chief steward"),
        ("phone", "319-555-0182"),
    ],
    sector="public",
)
IOWA.true(
    "GY1",
    GYM,
    "board",
    """CUSTODIANS: TWO PAID BREAKS

Starting Monday, January 4
Every shift of more than six hours: two paid breaks, 15 minutes each (before: one)

They may move your break. They may not take it away.
Missed one? Fill in a pink slip.

Ambrose Tighe, chief steward, 319-555-0182""",
)
IOWA.true(
    "GY2",
    GYM,
    "email",
    """Hola {{ first_name }}:

¡Ganamos un segundo descanso para los conserjes!

A partir del lunes 4 de enero, todo turno de más de seis horas tiene dos descansos pagados de 15 minutos. Antes solo había uno.

Le pueden mover el descanso, pero no se lo pueden quitar. Si pierde uno, llene la hoja rosada.

Preguntas: Ambrose Tighe, delegado principal, 319-555-0182.

Local 1144""",
    "Dos descansos pagados desde el 4 de enero",
    lang="es",
)
IOWA.true(
    "GY3",
    GYM,
    "phone",
    """Hi {{ first_name }}, this is ____ from Local 1144. Got a minute?

Have you heard about the new break? Starting Monday, January 4, if your shift is over six hours you get two paid breaks of 15 minutes. It used to be one.

They can move it, but they can't take it away. If that happens, fill in the pink slip.

Ambrose Tighe, chief steward, can help: 319-555-0182.""",
)
IOWA.turn("GY1", "hours", "more than six hours", "more than eight hours")
IOWA.turn("GY1", "take", "They may not take it away.", "They may take it away.")
IOWA.turn("GY2", "minutos", "15 minutos", "50 minutos")
IOWA.turn("GY2", "quitar", "pero no se lo pueden quitar", "y se lo pueden quitar")
IOWA.turn("GY3", "unpaid", "two paid breaks", "two unpaid breaks")

WAGE = NEVADA.ground(
    "Mechanics' tool money goes up from $300 to $450 a year. It is paid on the first check in March. Keep no receipts: the new rule drops them. Mechanics hired after December 1 get half. Shop clerks are not covered.",
    [
        ("money", "$300 a year"),
        ("money", "$450 a year"),
        ("date", "Friday, March 5, 2027"),
        ("name", "Dov Escalante, shop steward"),
        ("link", "https://local505.example/tools"),
    ],
    sector="private",
)
NEVADA.true(
    "WG1",
    WAGE,
    "newsletter",
    """MORE MONEY FOR YOUR TOOLS

Mechanics get $450 a year for tools, up from $300. You will see it on your first check in March, on Friday, March 5. And you can stop saving receipts: under the new rule nobody asks for them.

Hired after December 1? You get half. Shop clerks are not part of this.

Ask Dov Escalante, shop steward, or read more at https://local505.example/tools.""",
)
NEVADA.true(
    "WG2",
    WAGE,
    "sms",
    "Local 505: mechanics' tool money rises from $300 to $450 a year, paid Fri Mar 5. No receipts needed. local505.example/tools Reply STOP to opt out",
)
NEVADA.turn("WG1", "sum", "get $450 a year", "get $540 a year")
NEVADA.turn("WG1", "clerks", "Shop clerks are not part of this.", "Shop clerks are part of this too.")
NEVADA.turn("WG1", "half", "You get half.", "You get nothing.")
NEVADA.turn("WG1", "swap", "$450 a year for tools, up from $300", "$300 a year for tools, down from $450")
NEVADA.turn("WG2", "receipts", "No receipts needed.", "Keep your receipts.")
NEVADA.turn("WG2", "link", "local505.example/tools", "local505.example/tool-money")

HONEST = [*IOWA.honest, *NEVADA.honest]
FAULTY = [*IOWA.faults(), *NEVADA.faults()]
