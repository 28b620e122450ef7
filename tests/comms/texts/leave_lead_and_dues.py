"""Ten briefs written without a look at the checks: a rule on leave, lead in the water, a vote, dues, cuts, a survey."""

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
        known=("Prairie Lakes Workers Union", "Local 88", "PO Box 88, Prairie City, IA 50000", "515-555-0100"),
        sender="Local 88",
        klass=klass,
        sector=sector,
        merge_fields=frozenset({"first_name", "worksite", "steward_name", "local_name"}),
    )


def t(name: str, ground: Ground, channel: str, body: str, subject="", pre="", lang="en") -> None:
    TRUE.append((name, ground, Draft(channel, body.strip(), subject, pre, lang)))


def f(base: str, what: str, old: str, new: str) -> None:
    TURNS.append((base, what, old, new))


LEAVE = G(
    "Starting January 3 the agency will let parents split their 12 weeks of paid parental leave into single days instead of taking it in one block. Parents must hand in form PL-7 at least 30 days before the first day off. We hold two question and answer sessions.",
    [
        ("date", "Sunday, January 3, 2027"),
        ("number", "12 weeks of paid parental leave"),
        ("text", "Form PL-7 must be handed in at least 30 days before the first day off"),
        ("date", "Wednesday, December 9, 2026"),
        ("time", "12:15 pm"),
        ("place", "Conference Room 3C, Harlan Building"),
        ("name", "Yolanda Pruitt, benefits representative"),
        ("phone", "515-555-0133"),
        ("link", "https://local88.org/parental"),
    ],
)
t(
    "LV1",
    LEAVE,
    "email",
    """Dear {{ first_name }},

Good news for parents and parents-to-be: as of Sunday, January 3, you won't have to take your paid parental leave all at once anymore. You can spread the 12 weeks over individual days.

One thing to remember is the paperwork. Give the agency form PL-7 no later than 30 days before your first day off.

Want to know how this works for your family? Join us for questions and answers on Wednesday, December 9, at 12:15 pm in Conference Room 3C of the Harlan Building.

Can't make it? Yolanda Pruitt, our benefits representative, is happy to help: 515-555-0133. You will also find everything at https://local88.org/parental.

In solidarity,
Local 88""",
    "Parental leave: now day by day",
)
t(
    "LV2",
    LEAVE,
    "sms",
    "Local 88: From Jan 3 you can take your 12 weeks paid parental leave in single days. Q&A Wed Dec 9, 12:15 pm, Harlan Bldg Rm 3C. local88.org/parental Reply STOP to opt out.",
)
t(
    "LV3",
    LEAVE,
    "flyer",
    """Parents: your leave just got more flexible

- From January 3, you can use paid parental leave one day at a time
- You still get all 12 weeks
- Turn in form PL-7 30 days or more ahead of your first day off

Bring your questions!
Wednesday, December 9 - 12:15 pm
Conference Room 3C, Harlan Building

Ask Yolanda Pruitt, benefits representative: 515-555-0133
https://local88.org/parental""",
    "Parental leave day by day",
)
f("LV1", "date", "January 3", "January 13")
f("LV1", "deadline shortened", "30 days before", "20 days before")
f("LV1", "negated", "you won't have to", "you will have to")
f("LV2", "weekday", "Wed Dec 9", "Thu Dec 9")
f("LV3", "number", "all 12 weeks", "all 16 weeks")
f("LV3", "form", "form PL-7", "form PL-17")

WATER = G(
    "Tests found lead above the limit in the drinking fountains of the paint shop and the loading dock. The company shut off six fountains on November 24. Members in those areas may ask for a free blood test at the plant clinic until December 18. The union asked for all test results; the company has not answered yet.",
    [
        ("text", "Tests found lead above the limit in the drinking fountains of the paint shop and the loading dock"),
        ("number", "6 fountains"),
        ("date", "November 24, 2026"),
        ("deadline", "Friday, December 18, 2026 for the free blood test"),
        ("place", "Plant clinic, Building 9"),
        ("time", "6:30 am to 3:00 pm"),
        ("contact", "Marcus Odom, safety chair"),
        ("phone", "515-555-0177"),
    ],
    sector="private",
)
t(
    "WA1",
    WATER,
    "email",
    """Hi {{ first_name }},

If you fill your bottle in the paint shop or at the loading dock, please read this. Tests turned up lead over the limit in the fountains there, and on November 24 the company shut six of them off.

What you can do: get your blood tested. It costs you nothing. Just stop by the plant clinic in Building 9 between 6:30 am and 3:00 pm, by Friday, December 18.

What we are doing: the union has asked the company for every test result. We are still waiting for an answer.

Worried or feeling sick? Talk to our safety chair, Marcus Odom, at 515-555-0177.

Local 88""",
    "Lead in the water: get tested",
)
t(
    "WA2",
    WATER,
    "phone",
    """Hi, is this {{ first_name }}? This is a volunteer from Local 88. Do you have a minute?

Have you been drinking from the fountains in the paint shop or on the loading dock?

- If yes: Tests found too much lead in that water. Six fountains were turned off on November 24. You can have a blood test for free at the plant clinic, Building 9, any time from 6:30 am to 3:00 pm until December 18. Would you like me to note that you'll go?
- If no: Please tell a coworker who works there.

If they ask about the results: We asked the company for all of them and have had no reply so far.

For anything else: Marcus Odom, safety chair, 515-555-0177. Thanks for your time!""",
)
t(
    "WA3",
    WATER,
    "sms",
    "Local 88: Plomo en el agua de pintura y del muelle de carga. Analisis de sangre gratis en la clinica, Edif. 9, hasta el viernes 18 de diciembre. Marcus Odom 515-555-0177. Responda STOP para no recibir mas.",
    lang="es",
)
f("WA1", "place", "Building 9", "Building 6")
f("WA1", "doer turned", "the company shut six of them off", "the union shut six of them off")
f("WA1", "group widened", "in the paint shop or at the loading dock", "anywhere in the plant")
f("WA2", "promise", "Thanks for your time!", "The company will pay for any treatment. Thanks for your time!")
f("WA2", "number", "Six fountains", "Sixteen fountains")
f("WA3", "date es", "18 de diciembre", "28 de diciembre")

RAT = G(
    "The bargaining team reached a tentative agreement with the city on November 23. It raises wages by 3.5 percent in 2027 and 3 percent in 2028 and keeps the health plan as it is. Members vote online from December 7 to December 14. The bargaining team recommends a yes vote. Only members in good standing may vote.",
    [
        ("text", "Wages go up 3.5 percent in 2027 and 3 percent in 2028"),
        ("text", "The health plan stays as it is"),
        ("date", "Monday, December 7, 2026"),
        ("deadline", "Monday, December 14, 2026, 5:00 pm"),
        ("link", "https://vote.local88.org"),
        ("name", "Ellen Kowalczyk, lead negotiator"),
        ("phone", "515-555-0120"),
        ("text", "Only members in good standing may vote"),
    ],
    klass="internal_business",
    sector="public",
)
t(
    "RA1",
    RAT,
    "email",
    """Hello {{ first_name }},

We have a deal to show you. Your bargaining team and the city came to a tentative agreement on November 23, and now it is up to you.

What is in it:
- Pay goes up 3.5% in 2027 and another 3% in 2028
- The health plan does not change

The bargaining team recommends that you vote yes.

How to vote: go to https://vote.local88.org. Voting opens Monday, December 7 and ends Monday, December 14 at 5:00 pm. You have to be a member in good standing to take part.

Do you have questions about the deal? Call Ellen Kowalczyk, lead negotiator: 515-555-0120.

In solidarity,
Your Local 88 bargaining team""",
    "Vote on your new contract",
)
t(
    "RA2",
    RAT,
    "sms",
    "Local 88: You decide on the tentative agreement! 3.5% in 2027, 3% in 2028, same health plan. Vote Dec 7 to Dec 14, 5 pm: vote.local88.org Reply STOP to opt out.",
)
t(
    "RA3",
    RAT,
    "email",
    """Hola {{ first_name }}:

El 23 de noviembre, el equipo de negociación llegó a un acuerdo tentativo con la ciudad. Ahora usted decide.

- Los sueldos suben un 3.5 % en 2027 y un 3 % en 2028
- El plan de salud sigue igual

El equipo de negociación recomienda votar que sí.

Vote en línea en https://vote.local88.org desde el lunes 7 de diciembre hasta el lunes 14 de diciembre a las 5:00 p.m. Solo pueden votar los miembros al día.

¿Preguntas? Llame a Ellen Kowalczyk, negociadora principal, al 515-555-0120.

En solidaridad,
Local 88""",
    "Vote sobre su contrato",
    lang="es",
)
f("RA1", "percent", "another 3% in 2028", "another 3.5% in 2028")
f("RA1", "health negation dropped", "The health plan does not change", "The health plan does change")
f("RA1", "recommend no", "vote yes", "vote no")
f("RA2", "years swapped", "3.5% in 2027, 3% in 2028", "3% in 2027, 3.5% in 2028")
f("RA3", "group widened es", "Solo pueden votar los miembros al día", "Pueden votar todos los empleados")
f("RA3", "deadline", "14 de diciembre a las 5:00", "14 de diciembre a las 8:00")

SCH = G(
    "The local gives five scholarships of $1,500 each to children and grandchildren of members. Applicants write an essay of up to 500 words on what a union means to their family. Applications are due February 12. Winners are announced at the spring picnic.",
    [
        ("number", "5 scholarships"),
        ("amount", "$1,500 each"),
        ("text", "An essay of up to 500 words on what a union means to their family"),
        ("deadline", "Friday, February 12, 2027"),
        ("link", "https://local88.org/scholarship"),
        ("email", "scholarship@local88.org"),
        ("name", "Bernadette Achebe, education committee"),
    ],
    klass="event",
)
t(
    "SC1",
    SCH,
    "newsletter",
    """Money for school: five scholarships for our families

Do you have a child or grandchild heading to college? The local is giving away five scholarships, each worth $1,500.

To apply, students write an essay on what a union means to their family. Keep it to 500 words or fewer. Send it in by Friday, February 12. You will find the form at https://local88.org/scholarship.

We will name the winners at the spring picnic. Good luck to everyone!

Questions go to Bernadette Achebe of the education committee: scholarship@local88.org""",
    "Scholarships",
)
t(
    "SC2",
    SCH,
    "social",
    "Calling all students in our union families! Local 88 has 5 scholarships of $1,500 for kids and grandkids of members. Tell us in 500 words or less what a union means to your family. Apply by Feb 12: local88.org/scholarship",
)
t(
    "SC3",
    SCH,
    "email",
    """Hi {{ first_name }},

College is expensive. We would like to help. Our local is offering five $1,500 scholarships to members' children and grandchildren.

Here is all it takes: an essay, 500 words at most, about what having a union means to the family. The last day to apply is February 12, 2027 (a Friday).

Apply here: https://local88.org/scholarship

If you get stuck, write to Bernadette Achebe on the education committee at scholarship@local88.org. The winners will be announced at our spring picnic.

Local 88""",
    "$1,500 for college",
)
f("SC1", "amount", "$1,500", "$2,500")
f("SC1", "link", "https://local88.org/scholarship", "https://local88.org/scholarships")
f("SC2", "group", "kids and grandkids of members", "kids and grandkids of all employees")
f("SC3", "deadline", "The last day to apply is February 12", "The last day to apply is February 22")
f("SC3", "name", "Bernadette Achebe", "Bernadette Acheson")
f("SC3", "promise", "Apply here", "Every student who applies gets one. Apply here")

DUES = G(
    "The executive board proposes to raise dues by $4 a month from March 1. Of the $4, $3 go to the strike fund and $1 to the international. Members decide by secret ballot at the January 19 meeting. The last increase was in 2018.",
    [
        ("amount", "$4 a month"),
        ("text", "$3 go to the strike fund and $1 to the international"),
        ("date", "March 1, 2027"),
        ("date", "Tuesday, January 19, 2027"),
        ("time", "6:00 pm"),
        ("room", "Ironworkers Hall, 1420 Grand Avenue"),
        ("name", "Raymond Tso, treasurer"),
        ("phone", "515-555-0155"),
        ("text", "The last dues increase was in 2018"),
    ],
    klass="internal_business",
    sector="private",
)
t(
    "DU1",
    DUES,
    "letter",
    """Dear {{ first_name }},

The executive board is asking you to approve a dues increase. Nothing changes unless the members say so.

What is proposed: from March 1, 2027, dues would go up by $4 per month. Three dollars of that would go into the strike fund. The remaining dollar goes to the international.

Why now: dues have stayed the same since 2018.

You decide. We will vote by secret ballot at the membership meeting on Tuesday, January 19, 2027, at 6:00 pm, in the Ironworkers Hall, 1420 Grand Avenue.

If you have questions about the numbers, please call Raymond Tso, our treasurer, at 515-555-0155.

Fraternally,
Local 88""",
    "Your vote on dues",
)
t(
    "DU2",
    DUES,
    "talking_points",
    """Dues vote on January 19

1. The board proposes $4 more a month, starting March 1.
2. $3 builds our strike fund. $1 goes to the international.
3. The last increase was in 2018.
4. The members decide, by secret ballot.
5. Come on Tuesday, January 19, 6:00 pm, Ironworkers Hall, 1420 Grand Avenue.

Likely question: Is this already decided? Answer: No. Members vote on it.
Likely question: Who knows the figures? Answer: Raymond Tso, treasurer, 515-555-0155.""",
    "Dues vote",
)
t(
    "DU3",
    DUES,
    "meeting_notice",
    """Notice of membership meeting

Tuesday, January 19, 2027
6:00 pm
Ironworkers Hall, 1420 Grand Avenue

On the agenda: a proposal by the executive board to increase dues by $4 a month as of March 1. The vote is by secret ballot.

$3 would be for the strike fund and $1 for the international. Dues were last raised in 2018.

Information: Raymond Tso, treasurer, 515-555-0155""",
    "Membership meeting January 19",
)
f(
    "DU1",
    "split swapped",
    "Three dollars of that would go into the strike fund. The remaining dollar goes to the international.",
    "One dollar of that would go into the strike fund. The remaining three dollars go to the international.",
)
f("DU1", "ballot", "by secret ballot", "by show of hands")
f("DU1", "decided", "Nothing changes unless the members say so.", "The change is final.")
f("DU2", "year", "in 2018", "in 2008")
f("DU2", "date", "January 19, 6:00 pm", "January 19, 7:00 pm")
f("DU3", "street", "1420 Grand Avenue", "1240 Grand Avenue")

RIF = G(
    "The agency sent notices of a reduction in force to 43 employees in the Omaha office on November 20. The separations take effect on January 22. Employees have 30 days from the effective date to appeal to the Merit Systems Protection Board. Do not sign a resignation before you talk to a steward. The union demanded bargaining on November 25.",
    [
        ("number", "43 employees"),
        ("place", "Omaha office"),
        ("date", "November 20, 2026"),
        ("date", "Friday, January 22, 2027"),
        ("text", "Appeals go to the Merit Systems Protection Board within 30 days of the effective date"),
        ("contact", "Teresa Vandenberg, chief steward"),
        ("phone", "402-555-0118"),
        ("text", "The union demanded bargaining on November 25"),
    ],
)
t(
    "RI1",
    RIF,
    "email",
    """Dear {{ first_name }},

On November 20, 43 of our coworkers in the Omaha office got notices of a reduction in force (RIF). Their jobs would end on Friday, January 22, 2027.

If you got a notice:
- Please do not sign a resignation until you have spoken with a steward.
- You can appeal to the Merit Systems Protection Board. You have 30 days, counted from the effective date.
- Keep every paper you are given.

The union demanded bargaining on November 25.

Call Teresa Vandenberg, chief steward, before you do anything: 402-555-0118.

Local 88""",
    "RIF notices in Omaha: what to do",
)
t(
    "RI2",
    RIF,
    "sms",
    "Local 88: Got a RIF notice in Omaha? Don't sign a resignation before you talk to a steward. Call Teresa Vandenberg, 402-555-0118. Reply STOP to opt out.",
)
t(
    "RI3",
    RIF,
    "email",
    """Estimado/a {{ first_name }}:

El 20 de noviembre, 43 empleados de la oficina de Omaha recibieron un aviso de reducción de personal. Las separaciones entran en vigor el viernes 22 de enero de 2027.

Si usted recibió un aviso, no firme una renuncia antes de hablar con un delegado. Puede apelar ante la Merit Systems Protection Board en un plazo de 30 días a partir de la fecha de vigencia.

El sindicato exigió negociar el 25 de noviembre.

Llame a Teresa Vandenberg, delegada principal: 402-555-0118.

Local 88""",
    "Avisos de reducción en Omaha",
    lang="es",
)
f("RI1", "negation dropped", "Please do not sign a resignation until", "Please sign a resignation after")
f("RI1", "count", "43 of our coworkers", "34 of our coworkers")
f("RI1", "anchor moved", "counted from the effective date", "counted from the day you got the notice")
f("RI2", "phone", "402-555-0118", "402-555-0181")
f("RI3", "negation es", "no firme una renuncia antes de hablar", "firme una renuncia antes de hablar")
f("RI3", "forum", "Merit Systems Protection Board", "Federal Labor Relations Authority")

BLOOD = G(
    "The Red Cross blood drive is in the cafeteria on December 16. The employer gives donors up to two hours of paid time. Sign up for a slot by December 11. Each donor gets a union T-shirt.",
    [
        ("date", "Wednesday, December 16, 2026"),
        ("time", "9:00 am to 2:00 pm"),
        ("place", "Cafeteria, ground floor"),
        ("text", "Donors get up to two hours of paid time"),
        ("deadline", "Friday, December 11, 2026"),
        ("link", "https://local88.org/blood"),
        ("name", "Kofi Mensah"),
        ("phone", "515-555-0162"),
    ],
    klass="solidarity",
    sector="private",
)
t(
    "BL1",
    BLOOD,
    "email",
    """Hi {{ first_name }},

One pint can save a life. Please roll up your sleeve with us on Wednesday, December 16. The Red Cross will be in the cafeteria on the ground floor from 9:00 am to 2:00 pm.

You get up to two hours of paid time to donate. You also take home a union T-shirt.

Please pick your time slot by Friday, December 11: https://local88.org/blood

Any questions? Kofi Mensah can help at 515-555-0162.

Thank you!
Local 88""",
    "Give blood with us",
)
t(
    "BL2",
    BLOOD,
    "sms",
    "Local 88: Give blood Wed Dec 16, 9-2, cafeteria. Up to 2 hours paid time + a free union T-shirt. Sign up by Dec 11: local88.org/blood Reply STOP to opt out.",
)
t(
    "BL3",
    BLOOD,
    "board",
    """Blood drive

Wednesday, December 16, 2026
9:00 am to 2:00 pm
Cafeteria, ground floor

Donors receive up to two hours of paid time from the employer.
Sign up by December 11 at https://local88.org/blood

Contact: Kofi Mensah, 515-555-0162""",
    "Blood drive",
)
f("BL1", "hours", "up to two hours of paid time", "up to four hours of paid time")
f(
    "BL1",
    "up to dropped",
    "You get up to two hours of paid time to donate",
    "You get at least two hours of paid time to donate",
)
f("BL1", "floor", "on the ground floor", "on the second floor")
f("BL2", "time", "9-2", "9-4")
f("BL2", "shirt to mug", "a free union T-shirt", "a $25 gift card")
f("BL3", "unpaid", "paid time from the employer", "unpaid time from the employer")

STEW = G(
    "Nominations for steward on second and third shift are open until December 15. Any member with six months in the union may run. Send your nomination in writing to the election committee. The election is on January 7 in the break room.",
    [
        ("text", "Nominations for steward on second and third shift"),
        ("deadline", "Tuesday, December 15, 2026"),
        ("text", "Any member with six months in the union may run"),
        ("date", "Thursday, January 7, 2027"),
        ("place", "Break Room B"),
        ("name", "Joyce Lindqvist, election committee"),
        ("email", "elections@local88.org"),
    ],
    klass="internal_business",
    sector="private",
)
t(
    "ST1",
    STEW,
    "email",
    """Hello {{ first_name }},

Would you make a good steward? Or do you know somebody who would? We need stewards on second and third shift.

You may run if you have been a union member for six months. Just send a nomination in writing to Joyce Lindqvist of the election committee at elections@local88.org. We need it by Tuesday, December 15.

The election takes place on Thursday, January 7, in Break Room B.

In solidarity,
Local 88""",
    "Be a steward",
)
t(
    "ST2",
    STEW,
    "board",
    """Notice: steward nominations

Shifts: second and third
Who may run: any member with at least six months in the union
How: in writing to Joyce Lindqvist, election committee, elections@local88.org
Until: Tuesday, December 15, 2026

Election: Thursday, January 7, 2027, Break Room B""",
    "Steward nominations",
)
t(
    "ST3",
    STEW,
    "flyer",
    """¿Quiere ser delegado?

- Se buscan delegados para el segundo y el tercer turno
- Puede postularse todo miembro con seis meses en el sindicato
- Mande su nominación por escrito antes del martes 15 de diciembre, o ese mismo día, a elections@local88.org

La elección es el jueves 7 de enero en Break Room B.

Contacto: Joyce Lindqvist, comité de elecciones""",
    "Nominaciones",
    lang="es",
)
f("ST1", "shift", "second and third shift", "first and third shift")
f("ST1", "months", "for six months", "for twelve months")
f("ST1", "by phone", "in writing", "by phone")
f("ST2", "room", "Break Room B", "Break Room D")
f("ST2", "until/from", "Until: Tuesday", "From: Tuesday")
f("ST3", "weekday es", "jueves 7 de enero", "viernes 7 de enero")

UNI = G(
    "The union and Mercy Hospital settled the grievance on uniforms. The hospital will pay a uniform allowance of $225 a year to nurses and aides and will repay $180 to everyone who bought scrubs since July 1. Bring receipts to the payroll office by January 15. Payments come with the February 5 paycheck.",
    [
        ("amount", "$225 a year"),
        ("amount", "$180"),
        ("text", "The hospital repays $180 to everyone who bought scrubs since July 1"),
        ("deadline", "Friday, January 15, 2027"),
        ("place", "Payroll office, Room 112"),
        ("date", "Friday, February 5, 2027"),
        ("name", "Imani Caldwell, unit steward"),
        ("phone", "515-555-0148"),
    ],
    [
        (
            "Settlement, paragraph 2",
            "The Hospital shall pay each nurse and each aide a uniform allowance of $225 per calendar year, due with the first paycheck in February.",
        )
    ],
    sector="private",
)
t(
    "UN1",
    UNI,
    "email",
    """Hi {{ first_name }},

We settled the uniform grievance with Mercy Hospital. Here is what you get.

Every nurse and aide will receive $225 a year for uniforms. The settlement says the hospital “shall pay each nurse and each aide a uniform allowance of $225 per calendar year.”

Did you buy scrubs on or after July 1? Then you get $180 back as well. Take your receipts to the payroll office, Room 112, by Friday, January 15. You will see the money in your paycheck of February 5.

Questions? Ask Imani Caldwell, your unit steward: 515-555-0148.

Local 88""",
    "Uniform money: bring your receipts",
)
t(
    "UN2",
    UNI,
    "sms",
    "Local 88: Uniform grievance settled! Bought scrubs since July 1? Bring receipts to Payroll, Room 112, by Jan 15 and get $180 back Feb 5. Imani Caldwell 515-555-0148. Reply STOP to opt out.",
)
t(
    "UN3",
    UNI,
    "newsletter",
    """We won: uniform allowance at Mercy Hospital

The union and Mercy Hospital have settled the grievance over uniforms. From now on, nurses and aides get an allowance of $225 each year. Those who paid for scrubs since July 1 are also repaid $180.

To get the repayment, hand in your receipts at the payroll office (Room 112) no later than January 15. It is paid out with the February 5 paycheck.

Imani Caldwell, unit steward, answers questions at 515-555-0148.""",
    "Uniforms",
)
f(
    "UN1",
    "quotation",
    "shall pay each nurse and each aide a uniform allowance",
    "shall pay each employee a uniform allowance",
)
f("UN1", "amounts swapped", "$180 back", "$225 back")
f("UN1", "per month", "$225 a year", "$225 a month")
f("UN2", "since/before", "since July 1", "before July 1")
f("UN3", "doer turned", "The union and Mercy Hospital have settled", "An arbitrator has settled")
f("UN3", "pay date", "February 5", "February 15")

SUR = G(
    "The bargaining survey for bus drivers and monitors is open until January 8. It takes about ten minutes and is anonymous; the district will not see single answers. The results decide what the team brings to the table when bargaining starts on February 2. Drivers who fill it in on paper can leave it in the union box at the depot.",
    [
        ("link", "https://local88.org/bus-survey"),
        ("deadline", "Friday, January 8, 2027"),
        ("number", "10 minutes"),
        ("text", "The survey is anonymous and the district will not see single answers"),
        ("date", "Tuesday, February 2, 2027"),
        ("place", "Union box at the depot"),
        ("name", "Omar Benítez, bargaining chair"),
        ("email", "omar@local88.org"),
    ],
    klass="survey",
    sector="public",
)
t(
    "SU1",
    SUR,
    "email",
    """Hi {{ first_name }},

Bargaining starts on Tuesday, February 2. What should we fight for? You tell us.

Please take ten minutes for the survey of bus drivers and monitors: https://local88.org/bus-survey. You can answer until Friday, January 8.

Nobody will know what you wrote. The survey is anonymous, and the district does not get to see individual answers.

You like paper better? Drop your survey in the union box at the depot.

Questions? Write to Omar Benítez, bargaining chair, at omar@local88.org.

Local 88""",
    "Ten minutes for your next contract",
)
t(
    "SU2",
    SUR,
    "sms",
    "Local 88: Encuesta para choferes y monitores de autobus: 10 minutos, anonima, hasta el 8 de enero. local88.org/bus-survey Responda STOP para no recibir mas.",
    lang="es",
)
t(
    "SU3",
    SUR,
    "flyer",
    """Have your say before we bargain

- Survey for bus drivers and monitors
- Takes about 10 minutes, and it's anonymous
- Open until Friday, January 8

https://local88.org/bus-survey
Or on paper: union box at the depot

We go to the table on February 2 with what you tell us.

Omar Benítez, bargaining chair - omar@local88.org""",
    "Bargaining survey",
)
f(
    "SU1",
    "anonymity turned",
    "the district does not get to see individual answers",
    "the district gets to see individual answers",
)
f("SU1", "group", "bus drivers and monitors", "bus drivers and mechanics")
f("SU1", "date", "February 2", "February 9")
f("SU2", "anon es", "anonima", "obligatoria")
f("SU3", "link", "bus-survey", "driver-survey")
f("SU3", "box", "union box at the depot", "mailbox of the supervisor")


def _turned(base: str, old: str, new: str) -> tuple[Ground, Draft]:
    ground, draft = next((ground, draft) for name, ground, draft in TRUE if name == base)
    assert old in draft.whole()
    said = {part: text.replace(old, new, 1) for part, text in draft.fields()}
    return ground, dataclasses.replace(draft, **said)


F = [(f"{base}: {what}", *_turned(base, old, new)) for base, what, old, new in TURNS]
