"""Asbestos in a boiler house, fewer ferries, a vote on dues, an award for lock operators."""

from tests.comms.texts.tables import Texts

TEXTS = Texts("Local 4410", "Lakeshore Employees, Local 4410", "88 Pier Street, Duluth, MN 55802", "218-555-0100")
G, t, f = TEXTS.ground, TEXTS.true, TEXTS.turn

# 1 boiler plant: asbestos lagging
LAG = G(
    "On November 17 a contractor cut into old pipe lagging in Boiler House 3. The lab found asbestos. Nine boiler operators were in the room. The agency offered them a medical exam; the union asks every operator to take it by December 18. The visit is on the clock and costs nothing. Fill out an exposure form, even if you feel fine.",
    [
        ("date", "Tuesday, November 17, 2026"),
        ("place", "Boiler House 3"),
        ("number", "9 operators"),
        ("deadline", "Friday, December 18, 2026"),
        ("name", "Ruth Engstrom, safety officer"),
        ("phone", "218-555-0161"),
        ("room", "Clinic, Building 12"),
    ],
    sources=[
        (
            "Article 22, Section 5",
            "The Employer shall provide medical surveillance at no cost to any employee who may have been exposed to a hazardous material, and shall keep the record for thirty (30) years.",
        )
    ],
)
t(
    "LA1",
    LAG,
    "email",
    """Hello {{ first_name }},

On Tuesday, November 17, a contractor cut into old lagging on the pipes in Boiler House 3. The lab has since confirmed that there was asbestos in it. Nine operators were in the room at the time.

If you are one of them, please take the medical exam that the agency has offered. The clinic in Building 12 will see you until Friday, December 18. You go on the clock, and it costs you nothing. Under Article 22 the employer “shall keep the record for thirty (30) years.”

Please fill out an exposure form as well, even if you feel fine.

Not sure whether you were there? Ask Ruth Engstrom, our safety officer, at 218-555-0161.

Local 4410""",
    "Were you in Boiler House 3 on November 17?",
)
t(
    "LA2",
    LAG,
    "board",
    """Asbestos in Boiler House 3

On November 17 a contractor cut into old pipe lagging. The lab found asbestos. Nine operators were in the room.

Were you there?
- Take the exam: Clinic, Building 12, by Friday, December 18. It is free and on the clock.
- Fill out an exposure form, even if you feel fine.

Questions: Ruth Engstrom, safety officer, 218-555-0161""",
)
t(
    "LA3",
    LAG,
    "sms",
    "Local 4410: Se encontró asbesto en Boiler House 3 (17 nov). Si usted estaba entre los 9 operadores, hágase el examen gratis en Clinic, Building 12, antes del viernes 18 de diciembre. Ruth Engstrom 218-555-0161. Responda STOP para no recibir más.",
    lang="es",
)
f("LA1", "negated cost", "it costs you nothing", "it costs you one co-pay")
f("LA1", "who cut", "a contractor cut into", "an operator cut into")
f("LA1", "offered/paid", "that the agency has offered", "that the agency has ordered")
f("LA2", "days off", "It is free and on the clock", "It is free and off the clock")
f("LA2", "date", "Friday, December 18", "Friday, December 11")
f("LA3", "building", "Building 12", "Building 21")

# 2 ferry crews: new schedule
FER = G(
    "The ferry authority wants to cut the Madeline run from 14 to 9 sailings a day from January 11. The crews of the first boat would lose their 4-day week. The union has demanded to bargain and management has not answered. Come to the crew meeting; deckhands who cannot come can leave their questions with the purser.",
    [
        ("date", "Wednesday, December 9, 2026"),
        ("time", "8:15 pm"),
        ("room", "Net Loft, upstairs"),
        ("number", "14 sailings"),
        ("number", "9 sailings"),
        ("date", "Monday, January 11, 2027"),
        ("name", "Odell Pruitt, chief steward"),
        ("phone", "218-555-0172"),
        ("link", "https://local4410.org/ferry"),
    ],
    sector="state",
)
t(
    "FE1",
    FER,
    "newsletter",
    """Fewer boats, longer days?

Right now the Madeline run has 14 sailings a day. The ferry authority wants only 9, starting Monday, January 11, 2027. If that happens, the crews of the first boat lose their 4-day week.

We have demanded to bargain. Management has not answered yet.

Let's talk about it: crew meeting on Wednesday, December 9, at 8:15 pm, upstairs in the Net Loft. Can't make it? Leave your questions with the purser, or call chief steward Odell Pruitt at 218-555-0172. More: https://local4410.org/ferry""",
)
t(
    "FE2",
    FER,
    "phone",
    """Hi, is this {{ first_name }}? This is a volunteer with Local 4410. What have you heard about the new ferry schedule?

The authority wants to go from 14 sailings a day down to 9 on the Madeline run, beginning Monday, January 11. First-boat crews would lose the 4-day week. We asked to bargain, and there is no answer so far.

Can you come to the crew meeting on Wednesday, December 9, at 8:15 in the evening? It's in the Net Loft, upstairs.

If yes: Great, see you there.
If no: You can leave questions with the purser, or call Odell Pruitt, chief steward, at 218-555-0172. There is also a page: https://local4410.org/ferry""",
)
t(
    "FE3",
    FER,
    "email",
    """Hola {{ first_name }}:

La autoridad del ferry quiere reducir las salidas del Madeline de 14 a 9 por día a partir del lunes 11 de enero de 2027. Las tripulaciones del primer barco perderían su semana de 4 días. El sindicato pidió negociar y la gerencia no ha contestado.

Venga a la reunión de tripulación el miércoles 9 de diciembre a las 8:15 pm en el Net Loft, arriba (upstairs). Si no puede venir, deje sus preguntas con el sobrecargo (purser).

Odell Pruitt, delegado principal: 218-555-0172. Más en https://local4410.org/ferry

Local 4410""",
    "Menos salidas: reunión el 9 de diciembre",
    lang="es",
)
f(
    "FE1",
    "swapped",
    "has 14 sailings a day. The ferry authority wants only 9",
    "has 9 sailings a day. The ferry authority wants 14",
)
f("FE1", "not dropped", "Management has not answered yet.", "Management has answered.")
f("FE1", "who asked", "We have demanded to bargain.", "Management has demanded to bargain.")
f("FE2", "time", "8:15 in the evening", "8:50 in the evening")
f("FE2", "crew", "First-boat crews would lose", "First-boat crews would keep")
f("FE3", "no dropped", "la gerencia no ha contestado", "la gerencia ha contestado")
f("FE3", "swap", "de 14 a 9 por día", "de 9 a 14 por día")

# 3 dues vote
DUE = G(
    "The executive board proposes to raise dues from $22 to $24.50 a pay period. Members in good standing vote by secret ballot at the January meeting. The raise needs a majority of those who vote. Retirees do not vote on this. The treasurer will show the budget and answer questions.",
    [
        ("date", "Thursday, January 14, 2027"),
        ("time", "6:00 pm"),
        ("room", "Sokol Hall"),
        ("amount", "$22"),
        ("amount", "$24.50"),
        ("name", "Pilar Dominguez, treasurer"),
        ("phone", "218-555-0158"),
    ],
    klass="internal_business",
    sources=[
        (
            "Bylaws, Article 11",
            "A change of dues shall be adopted by majority vote by secret ballot of the members in good standing voting at a membership meeting after notice of thirty (30) days.",
        )
    ],
)
t(
    "DU1",
    DUE,
    "meeting_notice",
    """Notice: vote on dues

When: Thursday, January 14, 2027, 6:00 pm
Where: Sokol Hall

The executive board proposes that dues go from $22 to $24.50 a pay period. The vote is by secret ballot, for members in good standing. A majority of those who vote decides. Retirees do not vote on this question.

Treasurer Pilar Dominguez will show the budget and take questions. Before then, reach Pilar at 218-555-0158.

Local 4410""",
    "Notice: vote on dues, January 14",
)
t(
    "DU2",
    DUE,
    "letter",
    """Dear {{ full_name }},

On Thursday, January 14, 2027, members in good standing will vote on dues. Today you pay $22 a pay period. The executive board proposes $24.50.

The meeting starts at 6:00 pm in Sokol Hall. Our bylaws call for a “majority vote by secret ballot”. Nobody will see how you vote. Our retirees do not take part in this one.

Where does the money go? Our treasurer, Pilar Dominguez, will walk through the budget and answer your questions. You can also call 218-555-0158 beforehand.

In solidarity,
Local 4410""",
    "Vote on dues: January 14, 2027",
)
t(
    "DU3",
    DUE,
    "sms",
    "Local 4410: Dues vote Thu Jan 14, 6 pm, Sokol Hall. Board proposes $24.50 a pay period, up from $22. Secret ballot, members in good standing. Questions: Pilar Dominguez 218-555-0158. Reply STOP to opt out.",
)
f("DU1", "retirees", "Retirees do not vote on this question.", "Retirees vote on this question too.")
f("DU1", "two-thirds", "A majority of those who vote decides.", "Two thirds of those who vote must agree.")
f("DU1", "all", "for members in good standing", "for everyone in the unit")
f(
    "DU2",
    "swap",
    "Today you pay $22 a pay period. The executive board proposes $24.50.",
    "Today you pay $24.50 a pay period. The executive board proposes $22.",
)
f("DU2", "quote", "“majority vote by secret ballot”", "“two-thirds vote by secret ballot”")
f("DU3", "month", "$24.50 a pay period", "$24.50 a month")
f("DU3", "phone digit", "218-555-0158", "218-555-0168")

# 4 lock operators: arbitration result
LOC = G(
    "An arbitrator decided the lock operators' overtime grievance. She ruled that the agency broke the agreement when it called in supervisors before operators. 31 operators share $18,460. Payment is due within 60 days of November 20. Operators on the callout list do nothing; those who left the agency must send their address to the treasurer.",
    [
        ("number", "31 operators"),
        ("amount", "$18,460"),
        ("date", "Friday, November 20, 2026"),
        ("number", "60 days"),
        ("name", "Pilar Dominguez, treasurer"),
        ("email", "treasurer@local4410.org"),
    ],
    sources=[
        (
            "Article 15, Section 2",
            "Overtime shall first be offered to qualified operators in the order of the callout list before any supervisor performs the work.",
        )
    ],
)
t(
    "LO1",
    LOC,
    "email",
    """{{ first_name }}, good news from the locks.

An arbitrator has decided our overtime grievance. She found that the agency broke the agreement by calling in supervisors before operators. Article 15 says overtime “shall first be offered to qualified operators in the order of the callout list”.

Thirty-one operators share $18,460. The agency has 60 days from November 20 to pay.

On the callout list? You do not have to do anything. If you have left the agency, send your address to Pilar Dominguez, treasurer, at treasurer@local4410.org.

Local 4410""",
    "Lock overtime: the arbitrator's decision",
)
t(
    "LO2",
    LOC,
    "social",
    "31 lock operators share $18,460. An arbitrator ruled that the agency broke the agreement when it called in supervisors first. A contract counts when members stand behind it.",
)
t(
    "LO3",
    LOC,
    "talking_points",
    """- An arbitrator ruled for the lock operators on overtime: the agency called in supervisors before operators, and that broke the agreement.
- 31 operators share $18,460.
- The agency must pay within 60 days of November 20.
- If you are on the callout list, there is nothing to do.
- If somebody has left the agency, they send their address to Pilar Dominguez, treasurer: treasurer@local4410.org.

Likely question: When is the money there? Answer: We know the limit, 60 days from November 20. We do not know the day.""",
)
f("LO1", "who", "She found that the agency broke the agreement", "She found that the union broke the agreement")
f("LO1", "order", "by calling in supervisors before operators", "by calling in operators before supervisors")
f("LO1", "do", "You do not have to do anything.", "You have to send us your address.")
f("LO2", "number", "31 lock operators", "13 lock operators")
f("LO2", "won", "An arbitrator ruled", "A judge ruled")
f("LO3", "days", "within 60 days of November 20", "within 90 days of November 20")
f("LO3", "promise", "We do not know the day.", "You will get your money before Christmas.")

TRUE, F = TEXTS.honest, TEXTS.faults()
