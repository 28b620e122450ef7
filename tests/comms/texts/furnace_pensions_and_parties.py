"""Ten more, written the same way after the checks had learned from the first: a cold hall, pensions, a party, telework."""

import dataclasses
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

TRUE: list[tuple[str, Ground, Draft]] = []
TURNS: list[tuple[str, str, str, str]] = []


def G(purpose: str, facts: list[tuple[str, str]], sources=(), klass="representational", sector="federal") -> Ground:
    return Ground(
        today=date(2026, 11, 29),
        purpose=purpose,
        facts=tuple(Fact(f"f{n}", kind, value) for n, (kind, value) in enumerate(facts, 1)),
        sources=tuple(Source(f"s{n}", label, text) for n, (label, text) in enumerate(sources, 1)),
        known=("Cascade Public Employees", "Local 602", "PO Box 602, Tacoma, WA 98400", "253-555-0100"),
        sender="Local 602",
        klass=klass,
        sector=sector,
        merge_fields=frozenset({"first_name", "worksite", "steward_name", "local_name"}),
    )


def t(name: str, ground: Ground, channel: str, body: str, subject="", pre="", lang="en") -> None:
    TRUE.append((name, ground, Draft(channel, body.strip(), subject, pre, lang)))


def f(base: str, what: str, old: str, new: str) -> None:
    TURNS.append((base, what, old, new))


HEAT = G(
    "The furnace in the sorting hall failed on November 27. Management says the repair takes until December 4. The union won a warm-up break of 15 minutes every two hours for everyone who works there. Anyone who feels numb or dizzy should stop working and tell a supervisor.",
    [
        ("text", "The furnace in the sorting hall failed on November 27"),
        ("text", "Management says the repair takes until December 4"),
        ("number", "15 minutes every two hours"),
        ("name", "Deshawn Pryor, safety officer"),
        ("phone", "253-555-0141"),
    ],
    sector="public",
)
t(
    "HE1",
    HEAT,
    "email",
    """Hi {{ first_name }},

It's cold in the sorting hall, and we know it. The furnace there broke down on November 27. According to management it will be fixed by December 4.

Until then you have a right to warm up: we won a 15-minute break every two hours for everyone working in the hall.

Listen to your body. If your fingers go numb or you get dizzy, stop and let a supervisor know.

Anything else? Reach Deshawn Pryor, our safety officer, at 253-555-0141.

Local 602""",
    "Cold in the sorting hall: your breaks",
)
t(
    "HE2",
    HEAT,
    "sms",
    "Local 602: No heat in the sorting hall? You get a 15 min warm-up break every 2 hours. Dizzy or numb: stop, tell a supervisor. Deshawn Pryor 253-555-0141. Reply STOP to opt out.",
)
t(
    "HE3",
    HEAT,
    "talking_points",
    """Cold in the sorting hall

- The furnace failed on November 27.
- Management told us the repair will take until December 4.
- We won warm-up breaks: 15 minutes every two hours, for everyone in the hall.
- Feeling numb or dizzy? Stop working. Tell a supervisor.

Do not say: that anybody is to blame. We do not know that.
Questions you can't answer: Deshawn Pryor, safety officer, 253-555-0141.""",
    "Cold in the sorting hall",
)
f("HE1", "interval", "every two hours", "every four hours")
f("HE1", "keep working", "stop and let a supervisor know", "keep working and let a supervisor know")
f("HE1", "doer", "we won a 15-minute break", "management offered a 15-minute break")
f("HE2", "minutes", "15 min", "50 min")
f("HE2", "place", "sorting hall", "loading hall")
f("HE3", "date", "until December 4", "until December 14")

PENS = G(
    "The state retirement board holds counseling sessions about the new pension plan. Members hired before July 1, 2009 keep the old plan and need not do anything. Members hired later must choose a plan by January 29. If they do not choose, they are put in the hybrid plan.",
    [
        ("date", "Thursday, January 14, 2027"),
        ("time", "4:30 pm"),
        ("place", "Library annex, second floor"),
        ("deadline", "Friday, January 29, 2027"),
        ("text", "Members hired before July 1, 2009 keep the old plan and need not do anything"),
        ("link", "https://local602.org/pension"),
        ("name", "Gwen Sandoval, pension trustee"),
        ("phone", "253-555-0166"),
    ],
    sector="public",
)
t(
    "PE1",
    PENS,
    "email",
    """Dear {{ first_name }},

Your pension may be up for a choice. Which group are you in?

Hired before July 1, 2009? You stay in the old plan. You don't have to do a thing.

Hired after that? Please pick a plan by Friday, January 29. If you don't pick one, you will be placed in the hybrid plan.

Not sure which plan fits you? The state retirement board offers a counseling session on Thursday, January 14, at 4:30 pm, on the second floor of the library annex.

More at https://local602.org/pension, or from Gwen Sandoval, pension trustee, at 253-555-0166.

In solidarity,
Local 602""",
    "Pension choice by January 29",
)
t(
    "PE2",
    PENS,
    "sms",
    "Local 602: Hired after July 1, 2009? Choose your pension plan by Fri Jan 29 or you go into the hybrid plan. Help: Thu Jan 14, 4:30 pm, Library annex 2nd floor. local602.org/pension Reply STOP to opt out.",
)
t(
    "PE3",
    PENS,
    "letter",
    """Estimado/a {{ first_name }}:

El plan de pensiones cambia para algunos de nosotros.

Si lo contrataron antes del 1 de julio de 2009, usted conserva el plan anterior y no tiene que hacer nada.

Si lo contrataron después, debe elegir un plan a más tardar el viernes 29 de enero. Si no elige, lo pondrán en el plan híbrido.

La junta estatal de jubilación ofrece asesoría el jueves 14 de enero a las 4:30 p.m. en el anexo de la biblioteca (Library annex), segundo piso.

Más información: https://local602.org/pension o Gwen Sandoval, 253-555-0166.

Local 602""",
    "Su pensión",
    lang="es",
)
f("PE1", "before/after", "Hired before July 1, 2009?", "Hired after July 1, 2009?")
f("PE1", "default plan", "in the hybrid plan", "in the old plan")
f("PE1", "year", "July 1, 2009", "July 1, 2019")
f("PE2", "deadline", "Fri Jan 29", "Fri Jan 22")
f("PE3", "floor", "segundo piso", "tercer piso")
f("PE3", "duty dropped", "debe elegir un plan", "puede elegir un plan")

PARTY = G(
    "The holiday party is for members and their families. There is a taco bar, a face painter and a toy swap. Bring a toy in good condition if you want to swap. It is free. RSVP is not needed.",
    [
        ("date", "Saturday, December 12, 2026"),
        ("time", "1:00 pm to 4:00 pm"),
        ("place", "Eagles Lodge, 909 Pacific Avenue"),
        ("name", "Lupe Arriaga, social committee"),
        ("phone", "253-555-0119"),
    ],
    klass="event",
    sector="public",
)
t(
    "PA1",
    PARTY,
    "flyer",
    """Holiday party!

Saturday, December 12
1:00 pm to 4:00 pm
Eagles Lodge, 909 Pacific Avenue

- Taco bar
- Face painting for the kids
- Toy swap: bring one in good shape, take one home

For members and families. Free! No RSVP, just show up.

Lupe Arriaga, social committee, 253-555-0119""",
    "Holiday party",
)
t(
    "PA2",
    PARTY,
    "sms",
    "Local 602: Fiesta navidena para afiliados y familias! Sab 12 de dic, 1 a 4 pm, Eagles Lodge, 909 Pacific Avenue. Gratis, sin reservacion. Responda STOP para no recibir mas.",
    lang="es",
)
t(
    "PA3",
    PARTY,
    "email",
    """Hi {{ first_name }},

'Tis the season! Come celebrate with your union family.

When: Saturday, December 12, from 1:00 pm to 4:00 pm
Where: Eagles Lodge, 909 Pacific Avenue
Cost: nothing at all

We'll have a taco bar, face painting, and a toy swap. If you would like to swap, bring a toy that is still in good condition. You don't need to RSVP.

See you there!
Lupe Arriaga, social committee
253-555-0119""",
    "You're invited: holiday party December 12",
)
f("PA1", "day", "Saturday, December 12", "Sunday, December 12")
f("PA1", "address", "909 Pacific Avenue", "990 Pacific Avenue")
f("PA1", "rsvp", "No RSVP, just show up", "RSVP required")
f("PA2", "hours", "1 a 4 pm", "1 a 6 pm")
f("PA3", "cost", "nothing at all", "$5 a person")
f("PA3", "music", "a toy swap. If", "a toy swap, and a live band. If")

CUST = G(
    "The school district wants to contract out custodial work at four high schools. 61 custodians would lose their jobs. The school board decides on January 26. We ask members to speak at the board meeting or to send an e-mail to the board. Sign up to speak by January 22 with the union office.",
    [
        ("number", "61 custodians"),
        ("text", "The district wants to contract out custodial work at four high schools"),
        ("date", "Tuesday, January 26, 2027"),
        ("time", "7:00 pm"),
        ("place", "District board room, 3501 South Yakima Avenue"),
        ("deadline", "Friday, January 22, 2027"),
        ("phone", "253-555-0100"),
        ("email", "board@tacomaschools.example"),
        ("name", "Winston Barrow, organizer"),
    ],
    klass="organizing",
    sector="public",
)
t(
    "CU1",
    CUST,
    "email",
    """{{ first_name }}, we need your voice.

The school district wants to hand the custodial work at four high schools to a contractor. If that happens, 61 custodians lose their jobs. These are people who keep our schools clean and safe.

The school board will decide on Tuesday, January 26, at 7:00 pm, in the district board room, 3501 South Yakima Avenue.

Two ways to help:
1. Speak at the meeting. Call our office by Friday, January 22, to get on the list: 253-555-0100.
2. Can't be there? Send the board an e-mail: board@tacomaschools.example

Winston Barrow, organizer
Local 602""",
    "61 custodians need you on January 26",
)
t(
    "CU2",
    CUST,
    "phone",
    """Hello, may I speak to {{ first_name }}? I'm a volunteer with Local 602.

What have you heard about the custodians at the high schools?

The district wants to contract out their work at four high schools. 61 custodians would be out of a job. The school board decides on Tuesday, January 26, at 7:00 pm. The meeting is in the district board room, 3501 South Yakima Avenue.

Would you be willing to speak?
- Yes: Great! Please sign up with the union office by January 22: 253-555-0100.
- No, I don't like speaking: No problem. Would you send the board an e-mail? The address is board@tacomaschools.example.
- Not sure: Can I call you back later this week?

Thank you for standing with the custodians.""",
)
t(
    "CU3",
    CUST,
    "social",
    "61 custodians at four Tacoma high schools could lose their jobs if the school board votes to contract out their work on January 26. Come to the board meeting at 7:00 pm, District board room, 3501 South Yakima Avenue, and stand with them. Can't come? E-mail board@tacomaschools.example",
)
f("CU1", "count", "61 custodians lose", "16 custodians lose")
f("CU1", "decided already", "The school board will decide on", "The school board has decided on")
f("CU1", "schools", "four high schools", "four middle schools")
f("CU2", "deadline", "by January 22", "by January 25")
f("CU2", "invented", "Thank you for standing", "The superintendent has promised to listen. Thank you for standing")
f("CU3", "turned", "could lose their jobs", "will keep their jobs")

COMP = G(
    "Employees who worked overtime between April and September were paid at the wrong rate. The agency will correct it in the paycheck of December 18. Check your statement and report errors to your steward within 14 days of the paycheck. You do not need to file your own grievance.",
    [
        ("text", "Overtime between April and September was paid at the wrong rate"),
        ("date", "Friday, December 18, 2026"),
        ("text", "Report errors to your steward within 14 days of the paycheck"),
        ("text", "You do not need to file your own grievance"),
        ("name", "Leilani Kekoa, treasurer"),
        ("email", "leilani@local602.org"),
    ],
    [
        (
            "Article 22, Section 3",
            "The Employer will correct errors in pay no later than the second pay period after they are reported.",
        )
    ],
)
t(
    "CO1",
    COMP,
    "email",
    """Hi {{ first_name }},

Did you work overtime between April and September? Then you were paid at the wrong rate. The agency will put this right in your paycheck of Friday, December 18.

Please look at your statement carefully. Something doesn't add up? Tell your steward within 14 days of that paycheck.

There's no need for you to file a grievance of your own. Our contract (Article 22, Section 3) says the employer “will correct errors in pay no later than the second pay period after they are reported.”

Questions? Write to Leilani Kekoa, treasurer: leilani@local602.org.

Local 602""",
    "Overtime pay: check your December 18 paycheck",
)
t(
    "CO2",
    COMP,
    "sms",
    "Local 602: Wrong overtime rate from April to September? The agency corrects it in your Dec 18 paycheck. Check it and report errors to your steward within 14 days. leilani@local602.org Reply STOP to opt out.",
)
t(
    "CO3",
    COMP,
    "newsletter",
    """Overtime errors to be fixed

Employees who worked overtime between April and September got the wrong rate. With the paycheck of December 18, the agency will correct the mistake.

Read your statement closely. If something is off, report it to your steward. You have 14 days from the paycheck. You do not have to file a grievance yourself.

Leilani Kekoa, our treasurer, will answer your questions at leilani@local602.org.""",
    "Overtime errors",
)
f("CO1", "quotation", "the second pay period", "the first pay period")
f(
    "CO1",
    "negation",
    "There's no need for you to file a grievance of your own",
    "You need to file a grievance of your own",
)
f("CO1", "months", "between April and September", "between August and September")
f("CO2", "date", "Dec 18", "Dec 8")
f("CO2", "to whom", "to your steward", "to your supervisor")
f("CO3", "doer", "the agency will correct the mistake", "the union will correct the mistake")

CONV = G(
    "Delegates to the state convention are elected on December 10. Three delegates and two alternates are to be elected. Candidates must have attended at least four meetings in the last twelve months. The local pays travel and hotel for delegates only. The convention is in Spokane from March 18 to 20.",
    [
        ("number", "3 delegates"),
        ("number", "2 alternates"),
        ("date", "Thursday, December 10, 2026"),
        ("time", "5:15 pm"),
        ("room", "Union Hall, Room B"),
        ("text", "Candidates must have attended at least four meetings in the last twelve months"),
        ("date", "March 18 to March 20, 2027"),
        ("name", "Sofia Marchetti, recording secretary"),
        ("phone", "253-555-0127"),
    ],
    klass="internal_business",
    sector="public",
)
t(
    "CV1",
    CONV,
    "meeting_notice",
    """Election of convention delegates

Thursday, December 10, 2026, 5:15 pm
Union Hall, Room B

We elect three delegates and two alternates to the state convention in Spokane, March 18 to 20, 2027.

To be a candidate, you must have been at four or more meetings during the last twelve months.

The local covers travel and hotel for delegates, not for alternates.

Information: Sofia Marchetti, recording secretary, 253-555-0127""",
    "Election of delegates",
)
t(
    "CV2",
    CONV,
    "email",
    """Hello {{ first_name }},

Who will speak for us in Spokane? On Thursday, December 10, we choose three delegates and two alternates for the state convention. It runs from March 18 to March 20, 2027.

Want to run? You need to have attended at least four meetings over the past twelve months. The local pays for travel and hotel, but only for delegates.

We meet at 5:15 pm in Room B of the Union Hall.

Not sure how many meetings you came to? Sofia Marchetti, recording secretary, can tell you: 253-555-0127.

Local 602""",
    "Run for convention delegate",
)
t(
    "CV3",
    CONV,
    "sms",
    "Local 602: Election of convention delegates Thu Dec 10, 5:15 pm, Union Hall Room B. To run you need 4 meetings in the last 12 months. Sofia Marchetti 253-555-0127. Reply STOP to opt out.",
)
f("CV1", "alternates", "two alternates", "three alternates")
f("CV1", "only", "for delegates, not for alternates", "for delegates and alternates")
f("CV1", "convention date", "March 18 to 20", "March 18 to 21")
f("CV2", "at most", "at least four meetings", "at most four meetings")
f("CV2", "city", "speak for us in Spokane", "speak for us in Olympia")
f("CV3", "room", "Room B", "Room E")

TELE = G(
    "The agency ends telework on Mondays for the claims division from January 11. Employees with an approved medical accommodation are not affected. The union has asked to bargain. Until then, follow the order and then grieve: do not stay home on a Monday.",
    [
        ("date", "Monday, January 11, 2027"),
        ("text", "Telework on Mondays ends for the claims division"),
        ("text", "Employees with an approved medical accommodation are not affected"),
        ("name", "Henrik Solberg, vice president"),
        ("phone", "253-555-0158"),
        ("link", "https://local602.org/telework"),
    ],
)
t(
    "TE1",
    TELE,
    "email",
    """Dear {{ first_name }},

Starting Monday, January 11, the agency is ending Monday telework in the claims division. The union has asked to bargain over this.

Does this touch you? It does not if you have an approved medical accommodation.

What we ask you to do: come in on Mondays for now. Obey first, grieve later. Please don't stay home on a Monday.

You can read more at https://local602.org/telework or call Henrik Solberg, vice president: 253-555-0158.

Local 602""",
    "Monday telework ends January 11",
)
t(
    "TE2",
    TELE,
    "sms",
    "Local 602: The agency ends Monday telework in the claims division from Jan 11. We asked to bargain. Follow the order, then grieve. local602.org/telework Reply STOP to opt out.",
)
t(
    "TE3",
    TELE,
    "email",
    """Estimado/a {{ first_name }}:

A partir del lunes 11 de enero, la agencia elimina el teletrabajo de los lunes en la división de reclamos. El sindicato ha pedido negociar.

Las personas con una adaptación médica aprobada no están afectadas.

Por ahora, cumpla la orden y después presente una queja: no se quede en casa los lunes.

Henrik Solberg, vicepresidente: 253-555-0158
https://local602.org/telework""",
    "Teletrabajo de los lunes",
    lang="es",
)
f("TE1", "weekday", "ending Monday telework", "ending Friday telework")
f("TE1", "negation", "Please don't stay home", "Please stay home")
f("TE1", "exempt turned", "It does not if you have an approved", "It does if you have an approved")
f("TE2", "division", "claims division", "appeals division")
f("TE2", "won", "We asked to bargain", "We won in bargaining")
f("TE3", "negación", "no están afectadas", "están afectadas")

FOOD = G(
    "Members at the Yakima plant have been locked out since November 16. The local collects food and gift cards for 140 families. Drop-off is at the union office on weekdays from 8 am to 6 pm until December 17. Please no used clothing.",
    [
        ("number", "140 families"),
        ("place", "Union office, 77 Commerce Street"),
        ("time", "8 am to 6 pm"),
        ("deadline", "Thursday, December 17, 2026"),
        ("name", "Abigail Nwosu"),
        ("phone", "253-555-0184"),
    ],
    klass="solidarity",
    sector="private",
)
t(
    "FO1",
    FOOD,
    "email",
    """Hi {{ first_name }},

Our brothers and sisters at the Yakima plant have been locked out since November 16. 140 families will be short this winter. Let's help.

We are collecting food and gift cards. Bring yours to the union office, 77 Commerce Street, any weekday between 8 am and 6 pm, through Thursday, December 17. Please do not bring used clothing.

Call Abigail Nwosu if you need a pickup or have a question: 253-555-0184.

Thank you for your kindness.
Local 602""",
    "140 families need us",
)
t(
    "FO2",
    FOOD,
    "flyer",
    """Locked out, not forgotten

- Food and gift cards for 140 families at the Yakima plant
- Bring them to the union office, 77 Commerce Street
- Weekdays 8 am to 6 pm, until December 17

No used clothing, please.

Abigail Nwosu, 253-555-0184""",
    "Help the Yakima families",
)
t(
    "FO3",
    FOOD,
    "sms",
    "Local 602: Help 140 locked-out families in Yakima. Bring food or gift cards to 77 Commerce Street, weekdays 8-6, until Dec 17. Abigail Nwosu 253-555-0184. Reply STOP to opt out.",
)
f("FO1", "strike", "have been locked out since", "have been on strike since")
f("FO1", "clothing", "Please do not bring used clothing", "Please bring used clothing")
f("FO1", "weekday→weekend", "any weekday", "any weekend")
f("FO2", "number", "140 families", "410 families")
f("FO2", "street", "77 Commerce Street", "77 Commerce Avenue")
f("FO3", "cash", "food or gift cards", "food or cash")

TRAI = G(
    "A two-day training for new stewards takes place on January 20 and 21. Release time was approved by the agency. Seats are limited to 24. Lunch is provided on both days. Register with Naomi by January 8.",
    [
        ("date", "January 20 and January 21, 2027"),
        ("time", "8:30 am to 4:30 pm"),
        ("place", "Training Room 2, Port Building"),
        ("number", "24 seats"),
        ("deadline", "Friday, January 8, 2027"),
        ("name", "Naomi Feldman, education chair"),
        ("email", "naomi@local602.org"),
    ],
)
t(
    "TR1",
    TRAI,
    "email",
    """Dear {{ first_name }},

Welcome to the steward team! We want you to feel ready, so we are holding a training for new stewards on January 20 and 21, from 8:30 am to 4:30 pm. You'll find us in Training Room 2 of the Port Building.

The agency has approved release time. Lunch is on us both days.

There are only 24 seats. Please register by Friday, January 8, with Naomi Feldman, education chair: naomi@local602.org

See you in January!
Local 602""",
    "New stewards: two days of training",
)
t(
    "TR2",
    TRAI,
    "sms",
    "Local 602: New steward training Jan 20 + 21, 8:30 am-4:30 pm, Training Room 2, Port Building. 24 seats. Register by Jan 8: naomi@local602.org Reply STOP to opt out.",
)
t(
    "TR3",
    TRAI,
    "newsletter",
    """Two days for new stewards

Are you new as a steward? Join us for two days of training on January 20 and 21 (8:30 am to 4:30 pm, Training Room 2, Port Building). The agency approved release time, and lunch is included on both days.

We have room for 24 people. To save your seat, contact Naomi Feldman, education chair, by January 8 at naomi@local602.org.""",
    "Steward training",
)
f("TR1", "seats", "24 seats", "42 seats")
f("TR1", "release", "The agency has approved release time", "The agency has not approved release time")
f("TR1", "time", "8:30 am to 4:30 pm", "8:30 am to 5:30 pm")
f("TR2", "dates", "Jan 20 + 21", "Jan 27 + 28")
f("TR3", "lunch", "lunch is included on both days", "dinner is included on both days")
f("TR3", "audience", "Are you new as a steward?", "Are you an experienced steward?")

SICK = G(
    "The hospital must pay sick leave for quarantine since the arbitrator's decision of November 12. Employees who used vacation for quarantine since March can have it changed to sick leave. Apply on form HR-30 by January 31. The arbitrator did not decide about part-time staff.",
    [
        ("date", "November 12, 2026"),
        ("text", "Employees who used vacation for quarantine since March can have it changed to sick leave"),
        ("deadline", "Sunday, January 31, 2027"),
        ("text", "Form HR-30"),
        ("name", "Corinne Abbott, unit steward"),
        ("phone", "253-555-0172"),
        ("text", "The arbitrator did not decide about part-time staff"),
    ],
    sector="private",
)
t(
    "SI1",
    SICK,
    "email",
    """Hi {{ first_name }},

On November 12, the arbitrator decided: the hospital must pay sick leave when you are in quarantine.

Did you use vacation days for quarantine since March? You can get them changed to sick leave. Fill out form HR-30 and turn it in by Sunday, January 31.

What we don't know yet: the arbitrator made no decision about part-time staff.

Corinne Abbott, unit steward, can help you with the form: 253-555-0172.

Local 602""",
    "Get your vacation days back",
)
t(
    "SI2",
    SICK,
    "sms",
    "Local 602: Used vacation for quarantine since March? Have it changed to sick leave. Form HR-30, by Jan 31. Corinne Abbott 253-555-0172. Reply STOP to opt out.",
)
t(
    "SI3",
    SICK,
    "board",
    """Sick leave for quarantine

The arbitrator decided on November 12, 2026: the hospital must pay sick leave for quarantine.

Vacation used for quarantine since March may be changed to sick leave.

Form HR-30, by January 31, 2027

The decision does not cover part-time staff.

Corinne Abbott, unit steward, 253-555-0172""",
    "Sick leave for quarantine",
)
f("SI1", "form", "HR-30", "HR-13")
f("SI1", "who decided", "the arbitrator decided: the hospital", "the hospital decided: it")
f("SI1", "part-time", "made no decision about part-time staff", "made a decision about part-time staff")
f("SI2", "month", "since March", "since May")
f(
    "SI2",
    "turned",
    "Used vacation for quarantine since March? Have it changed to sick leave",
    "Used sick leave for quarantine since March? Have it changed to vacation",
)
f("SI3", "must/may", "the hospital must pay", "the hospital may pay")


def _turned(base: str, old: str, new: str) -> tuple[Ground, Draft]:
    ground, draft = next((ground, draft) for name, ground, draft in TRUE if name == base)
    assert old in draft.whole()
    said = {part: text.replace(old, new, 1) for part, text in draft.fields()}
    return ground, dataclasses.replace(draft, **said)


F = [(f"{base}: {what}", *_turned(base, old, new)) for base, what, old, new in TURNS]
