"""Ten briefs of an invented local: true texts in free words, and the same with one thing turned."""

import dataclasses
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

TODAY = date(2026, 11, 30)


def G(purpose, facts, **more):
    more.setdefault("sender", "Local 88")
    more.setdefault("known", ("Harbor Federal Workers, Local 88",))
    more.setdefault("merge_fields", frozenset({"first_name", "worksite", "steward_name", "local_name"}))
    return Ground(today=TODAY, purpose=purpose, facts=tuple(Fact(f"f{i}", *f) for i, f in enumerate(facts)), **more)


def E(body, subject="News from your union"):
    return Draft("email", body, subject=subject)


def S(body, lang="en"):
    return Draft("sms", body, language=lang)


def C(channel, body, lang="en", subject=""):
    return Draft(channel, body, subject=subject, language=lang)


def ES(body, subject="Noticias de su sindicato"):
    return Draft("email", body, subject=subject, language="es")


# 1 ratification
RAT = G(
    "Members of the Lakeview VA unit vote on the tentative agreement. The committee recommends a yes vote. Ballots are counted the same night in public. Only members in good standing may vote.",
    [
        ("date", "Thursday, December 10, 2026"),
        ("time", "6:00 am to 8:00 pm"),
        ("room", "Canteen B, Building 4"),
        ("number", "412 eligible members"),
        ("percent", "2.8 percent raise in the first year"),
        ("name", "Priya Raman, bargaining chair"),
        ("phone", "312-555-0187"),
        ("link", "https://local88.org/vote"),
        ("text", "Bring a photo ID"),
    ],
    klass="internal_business",
)
RAT1 = """Hi {{ first_name }},

Your bargaining team has reached a tentative agreement, and now the decision is yours. Members of the Lakeview VA unit vote on it on Thursday, December 10. The polls are in Canteen B, Building 4, and stay open from 6:00 am to 8:00 pm.

The tentative agreement brings a raise of 2.8 percent in the first year. The committee recommends a yes vote.

All 412 eligible members can take part. You must be a member in good standing, and you need a photo ID. We count the ballots in public that same night.

Read more at https://local88.org/vote or ring Priya Raman, bargaining chair, on 312-555-0187.

In solidarity,
Local 88"""
RAT2 = "Local 88: Vote on the tentative agreement Thu Dec 10, 6 am-8 pm, Canteen B, Bldg 4. Bring photo ID. https://local88.org/vote Reply STOP to opt out."
RAT3 = """LAKEVIEW VA: IT IS TIME TO VOTE

- When: Thursday, December 10, 2026, 6:00 am to 8:00 pm
- Where: Canteen B, Building 4
- Who: members in good standing. Take your photo ID with you.

First-year raise: 2.8%. The committee asks you to vote yes.

Questions? Priya Raman, bargaining chair, 312-555-0187
https://local88.org/vote"""
RAT4 = """Have you heard that we have a tentative agreement at the Lakeview VA? (Wait for the answer.)

The vote is on December 10, between 6 in the morning and 8 in the evening, in Canteen B of Building 4. Can we count on you to come?

If yes: Great. Please remember a photo ID.
If not sure: The committee recommends a yes. In the first year everybody's pay goes up 2.8 percent. You can call Priya Raman at 312-555-0187."""

# 2 heat
HEATC = "Section 3. When the heat index on the work floor reaches 90 degrees, the Employer shall provide a paid rest period of ten minutes in each hour and shall make cool water available."
HEAT = G(
    "The fans on the packing floor of the Fort Dane distribution center have been broken since November 9. Local 88 filed a safety complaint. Members on the packing floor should note the temperature each hour and send it to their steward.",
    [
        ("date", "November 9, 2026"),
        ("number", "64 packers"),
        ("deadline", "Friday, December 11, 2026"),
        ("name", "Marcus Bell, safety officer"),
        ("phone", "(757) 555-0139"),
        ("link", "https://local88.org/heat"),
    ],
    sources=(Source("s1", "Article 31, Section 3", HEATC),),
)
HEAT1 = """Hello {{ first_name }},

The fans on the packing floor at Fort Dane have not worked since November 9. That leaves 64 packers without moving air. Local 88 has filed a safety complaint.

Article 31, Section 3 says: "When the heat index on the work floor reaches 90 degrees, the Employer shall provide a paid rest period of ten minutes in each hour".

Please note the temperature every hour. Send your notes to your steward by Friday, December 11.

If you have questions, call Marcus Bell, safety officer, at (757) 555-0139. There is more at https://local88.org/heat.

Local 88"""
HEAT2 = "Local 88: Fans broken on the Fort Dane packing floor? Write down the temperature each hour & send it to your steward by Dec 11. local88.org/heat Reply STOP to opt out."
HEAT3 = """Talking points for stewards

1. Since November 9 the fans on the packing floor at the Fort Dane distribution center are out of order.
2. Under Article 31, Section 3 a paid rest of ten minutes in each hour is due when the heat index reaches 90 degrees.
3. The employer must also make cool water available.
4. We filed a safety complaint.
5. Ask each of the 64 packers to keep hourly notes of the temperature. We need them by December 11.

Send questions to Marcus Bell, (757) 555-0139."""
HEAT4 = """PACKING FLOOR: NOTE THE HEAT

The fans broke on November 9. Your union has made a safety complaint about it.

What you can do:
- look at the thermometer once an hour
- write the number down
- give it to your steward no later than Friday, December 11

Marcus Bell, safety officer
(757) 555-0139"""

# 3 health plan, Spanish texts over English facts
PLAN = G(
    "Open enrollment for the health plans ends on December 14. The union holds a help session where members can bring their papers and ask questions. No one has to change plans.",
    [
        ("date", "Saturday, December 5, 2026"),
        ("time", "10:00 am to 1:00 pm"),
        ("room", "Room 12, Public Library"),
        ("deadline", "Monday, December 14, 2026"),
        ("money", "$18.40 more per pay period"),
        ("name", "Lucía Herrera, benefits officer"),
        ("phone", "210-555-0164"),
    ],
)
PLAN1 = """Hola {{ first_name }}:

El plazo para elegir su plan de salud termina el lunes 14 de diciembre. La prima sube $18.40 por período de pago.

Venga a nuestra sesión de ayuda el sábado 5 de diciembre, de 10:00 a 1:00 de la tarde, en Room 12 de la Public Library. Traiga sus papeles y haga sus preguntas. Nadie tiene que cambiar de plan.

¿Dudas? Llame a Lucía Herrera, encargada de beneficios, al 210-555-0164.

El texto en inglés es el que vale."""
PLAN2 = "Local 88: Ayuda con su plan de salud: sab 5 dic, 10 am-1 pm, Room 12, Public Library. El plazo termina el 14 dic. Dudas: 210-555-0164. Responda STOP para no recibir mas."
PLAN3 = """Hello {{ first_name }},

Open enrollment closes on Monday, December 14. From then on you will pay $18.40 more per pay period. You do not have to change plans.

Would you like some help? Come to the Public Library, Room 12, on Saturday, December 5, any time between 10 am and 1 pm. Bring your papers along.

Lucía Herrera, our benefits officer, answers questions at 210-555-0164."""
PLAN4 = """AYUDA CON SU PLAN DE SALUD

Sábado 5 de diciembre de 2026, 10:00 am a 1:00 pm
Room 12, Public Library

- Fecha límite para inscribirse: 14 de diciembre
- Costo adicional: $18.40 por período de pago
- Traiga sus documentos

Pregunte a Lucía Herrera: 210-555-0164

El texto en inglés es el que vale."""

# 4 dues
DUES = G(
    "At the general membership meeting members vote on raising dues from $22.00 to $24.50 per pay period. The last dues increase was in 2019. The treasurer will explain the budget before the vote. Members can attend in person or by Zoom; only those present in the hall may vote.",
    [
        ("date", "Tuesday, January 12, 2027"),
        ("time", "7:00 PM"),
        ("room", "Teamsters Hall, 40 Mill Road"),
        ("money", "$22.00"),
        ("money", "$24.50"),
        ("name", "Otis Greene, treasurer"),
        ("email", "treasurer@local88.org"),
        ("link", "https://local88.org/budget"),
    ],
    klass="internal_business",
)
DUES1 = """Dear {{ first_name }},

On Tuesday, January 12, 2027, you and the other members decide about our dues. The proposal is to go from $22.00 to $24.50 per pay period. Dues last went up in 2019.

The meeting starts at 7:00 PM in the Teamsters Hall, 40 Mill Road. Before the vote Otis Greene, our treasurer, will walk you through the budget. You can also follow by Zoom, but to vote you have to be in the hall.

The budget is at https://local88.org/budget. Write to treasurer@local88.org with your questions.

Local 88"""
DUES2 = "Local 88: Members vote on dues ($22.00 to $24.50 per pay period) Tue Jan 12, 7 PM, Teamsters Hall, 40 Mill Rd. You must be there to vote. local88.org/budget Reply STOP to opt out."
DUES3 = """NOTICE OF GENERAL MEMBERSHIP MEETING

Date: Tuesday, January 12, 2027
Time: 7:00 PM
Place: Teamsters Hall, 40 Mill Road, or by Zoom

Agenda
1. Treasurer Otis Greene explains the budget
2. Vote on a dues increase from $22.00 to $24.50 per pay period

Please note: votes can be cast in the hall only.
Questions: treasurer@local88.org"""
DUES4 = """Should dues go up by $2.50 per pay period? That is what we decide at our January meeting.

They are $22.00 now and would be $24.50. It would be the first increase since 2019. Come and hear from the treasurer, Otis Greene, on January 12 at 7 in the evening. We meet at the Teamsters Hall, 40 Mill Road.

Watching on Zoom is possible. Voting on Zoom is not."""

# 5 shuttle
SHUT = G(
    "From January 4, 2027 the employee shuttle at Harbor Campus runs every 20 minutes instead of every 30. The stop at Gate 6 is closed; people use the stop at Gate 8. The union had asked for this since spring.",
    [
        ("date", "Monday, January 4, 2027"),
        ("time", "first bus 5:15 a.m."),
        ("time", "last bus 11:45 p.m."),
        ("number", "every 20 minutes"),
        ("name", "Hana Suzuki, steward"),
        ("phone", "206-555-0121"),
    ],
)
SHUT1 = """Hello {{ first_name }},

Good news for everyone at Harbor Campus: beginning Monday, January 4, the employee shuttle comes every 20 minutes. Until now it was every 30. Your union had pushed for this since spring.

The first bus leaves at 5:15 a.m. and the last one at 11:45 p.m.

One thing to know: the Gate 6 stop closes. Please go to Gate 8 instead.

Hana Suzuki, your steward, is at 206-555-0121 if you have questions.

Local 88"""
SHUT2 = "Local 88: From Jan 4 the Harbor Campus shuttle runs every 20 min, 5:15 am-11:45 pm. Gate 6 stop closed, use Gate 8. Questions: 206-555-0121. Reply STOP to opt out."
SHUT3 = """Shorter waits at Harbor Campus

The employee shuttle will run three times an hour from January 4, 2027. We had asked for it since the spring. Buses start at 5:15 a.m. The last leaves at 11:45 p.m. If you board at Gate 6 today, use Gate 8 from then on."""
SHUT4 = """The shuttle gets faster!

- every 20 minutes, no longer every 30
- from Monday, January 4, 2027
- first bus 5:15 a.m., last bus 11:45 p.m.
- Gate 6 is closed: board at Gate 8

Hana Suzuki, steward: 206-555-0121"""

# 6 nominations
NOM = G(
    "Nominations for officers of Local 88 open at the December meeting and close at its end. A member may nominate any member in good standing. Those nominated must accept in writing within seven days. The election is by mail ballot in February.",
    [
        ("date", "Wednesday, December 16, 2026"),
        ("time", "5:45 PM"),
        ("room", "VFW Post 310, lower hall"),
        ("number", "5 offices"),
        ("name", "Fay Lindqvist, election committee chair"),
        ("email", "elections@local88.org"),
        ("deadline", "accept in writing by December 23, 2026"),
    ],
    klass="legal_notice",
    candidates=("Otis Greene", "Priya Raman"),
)
NOM1 = """Dear {{ first_name }},

Nominations for the 5 offices of our local take place at the meeting on Wednesday, December 16, 2026. It begins at 5:45 PM in the lower hall of VFW Post 310.

You may nominate any member in good standing. Nominations close when the meeting ends. Those who are nominated must accept in writing by December 23, 2026.

We will vote by mail in February.

Questions go to Fay Lindqvist, chair of the election committee, at elections@local88.org.

Local 88"""
NOM2 = "Local 88: Officer nominations Wed Dec 16, 5:45 PM, VFW Post 310, lower hall. Nominees must accept in writing by Dec 23. Questions: elections@local88.org"
NOM3 = """NOTICE OF NOMINATIONS

Date: Wednesday, December 16, 2026
Time: 5:45 PM
Place: VFW Post 310, lower hall

Five offices are open. Any member in good standing may be nominated. Written acceptance is due by December 23, 2026, seven days after the meeting. The election is held by mail ballot in February.

Fay Lindqvist, election committee chair, elections@local88.org"""
NOM4 = """Estimado/a {{ first_name }}:

Las nominaciones para los 5 cargos de nuestro local se abren en la reunión del miércoles 16 de diciembre de 2026 a las 5:45 de la tarde, en VFW Post 310, lower hall. Se cierran al terminar la reunión.

Usted puede nominar a cualquier miembro al día. Quien sea nominado debe aceptar por escrito a más tardar el 23 de diciembre de 2026. La elección es por correo en febrero.

Preguntas: Fay Lindqvist, presidenta del comité de elecciones, elections@local88.org.

El texto en inglés es el que vale."""

# 7 political
POL = G(
    "Members are asked to call their senators about S. 1150, which would restore the transit benefit. The Senate may vote in the week of December 14. The local has no position on candidates.",
    [
        ("phone", "202-224-3121"),
        ("date", "the week of December 14, 2026"),
        ("money", "$315 per month transit benefit"),
        ("name", "Wade Tolliver, legislative chair"),
        ("link", "https://local88.org/transit"),
        ("reference", "S. 1150"),
    ],
    klass="political",
)
HATCH = "\n\nPlease do not read or forward this message on duty or in a federal building."
POL1 = (
    """Hello {{ first_name }},

The Senate could vote on S. 1150 in the week of December 14. The bill would bring back the transit benefit of $315 per month.

Will you call your senators? The number is 202-224-3121. Tell them in your own words what the benefit would mean for you. Our local takes no position on candidates.

Wade Tolliver, our legislative chair, has put the details at https://local88.org/transit.

Local 88"""
    + HATCH
)
POL2 = "Local 88: The Senate may vote on S. 1150 (transit benefit) the week of Dec 14. On your own time, call your senators: 202-224-3121. local88.org/transit Reply STOP to opt out."
POL3 = (
    """Bring back the transit benefit

S. 1150 would give you $315 per month for transit again. The Senate may take it up in the week of December 14. From your own phone and off the clock, dial 202-224-3121 and ask for your senators. More: https://local88.org/transit"""
    + HATCH
)
POL4 = (
    """Script

Hi, this is a volunteer from Local 88. Do you have a minute? How do you get to work?

S. 1150 would restore the transit benefit, which was $315 per month. The vote may come in the week of December 14. Could you call your two senators at 202-224-3121?

If they want to know more: Wade Tolliver is our legislative chair."""
    + HATCH
)
# 8 settlement
SET = G(
    "A grievance over missed meal breaks for cooks at the Pine Street hospital kitchen was settled. The hospital pays $18,900 in total to 23 cooks. Payments come with the January 15 paycheck. New break schedules are posted in the kitchen. Cooks who left in 2026 must give the union their address.",
    [
        ("money", "$18,900"),
        ("number", "23 cooks"),
        ("date", "Friday, January 15, 2027"),
        ("deadline", "December 31, 2026"),
        ("name", "Joan Abara, grievance chair"),
        ("phone", "503-555-0190"),
        ("email", "office@local88.org"),
    ],
)
SET1 = """Hello {{ first_name }},

The grievance over missed meal breaks at the Pine Street hospital kitchen is settled. The hospital will pay $18,900 in total to 23 cooks. You will see the money in your paycheck of Friday, January 15.

New break schedules hang in the kitchen.

Did you leave in 2026? Then give us your address by December 31. Write to office@local88.org or call Joan Abara, grievance chair, at 503-555-0190.

Local 88"""
SET2 = "Local 88: Meal break grievance at Pine Street kitchen settled: $18,900 for 23 cooks, paid Jan 15. Left in 2026? Send your address by Dec 31: office@local88.org Reply STOP to opt out."
SET3 = """Cooks win pay for missed breaks

Twenty-three cooks at the Pine Street hospital share $18,900. That is how the hospital settled a grievance about missed meal breaks. The pay comes on January 15, 2027, with the regular paycheck. The kitchen now has new break schedules on the wall. Former cooks who left during 2026 should get their address to us before the year ends. Joan Abara has the answers: 503-555-0190."""
SET4 = """Hola {{ first_name }}:

La queja por los descansos para comer en la cocina del hospital de Pine Street se resolvió. El hospital paga $18,900 en total a 23 cocineros. El pago llega con el cheque del viernes 15 de enero de 2027.

Los nuevos horarios de descanso están colgados en la cocina. Si usted dejó el trabajo en 2026, dé su dirección al sindicato antes del 31 de diciembre.

Joan Abara, encargada de quejas: 503-555-0190, office@local88.org

El texto en inglés es el que vale."""
# 9 solidarity
SOL = G(
    "Nurses of Local 505 are on strike at Mercy Hospital since November 23. Local 88 collects food and walks with them on the picket line. Members come on their own time.",
    [
        ("date", "Sunday, December 6, 2026"),
        ("time", "noon to 2 pm"),
        ("room", "Mercy Hospital, main entrance on Oak Avenue"),
        ("number", "780 nurses"),
        ("name", "Ben Achterberg, community services"),
        ("phone", "414-555-0177"),
        ("text", "Wanted: canned soup, coffee, hand warmers"),
    ],
    klass="solidarity",
    known=("Harbor Federal Workers, Local 88", "Local 505"),
)
SOL1 = """Hello {{ first_name }},

780 nurses of Local 505 have been on strike at Mercy Hospital since November 23. Let us stand by them.

Walk the picket line with us on Sunday, December 6, from noon to 2 pm. We meet at the main entrance on Oak Avenue. Please come on your own time.

We also collect food. Canned soup, coffee and hand warmers are most welcome. Call Ben Achterberg, community services, at 414-555-0177.

Local 88"""
SOL2 = "Local 88: Walk with the striking Mercy Hospital nurses Sun Dec 6, 12-2 pm, main entrance, Oak Ave. Bring soup, coffee, hand warmers. Info: 414-555-0177. Reply STOP to opt out."
SOL3 = """Our sisters and brothers at Mercy Hospital need us! 780 nurses have been out since November 23. Join us on the line this Sunday, December 6, noon to 2 pm, main entrance on Oak Avenue."""
SOL4 = """STAND WITH THE NURSES

Sunday, December 6
12 noon - 2 pm
Mercy Hospital, main entrance on Oak Avenue

Bring: canned soup, coffee, hand warmers
Off-duty time only
Ben Achterberg 414-555-0177"""
# 10 Spanish facts
CAP = G(
    "Capacitación para delegados nuevos. Se aprende a escribir una queja y a acompañar a un compañero en una entrevista. El sindicato paga el almuerzo. Hay que inscribirse.",
    [
        ("date", "sábado 9 de enero de 2027"),
        ("time", "de 9:00 a 15:00"),
        ("room", "Salón Parroquial San José"),
        ("deadline", "inscribirse antes del 4 de enero de 2027"),
        ("number", "20 lugares"),
        ("name", "Teresa Quiñones, secretaria"),
        ("phone", "787-555-0155"),
    ],
    klass="event",
)
CAP1 = """Hola {{ first_name }}:

Le invitamos a la capacitación para delegados nuevos el sábado 9 de enero de 2027, de 9:00 a 15:00, en el Salón Parroquial San José.

Usted aprenderá a escribir una queja y a acompañar a un compañero en una entrevista. El almuerzo lo paga el sindicato.

Solo hay 20 lugares. Inscríbase antes del 4 de enero con Teresa Quiñones, secretaria, al 787-555-0155.

Local 88"""
CAP2 = "Local 88: Capacitacion para delegados nuevos, sab 9 ene, 9:00-15:00, Salon Parroquial San Jose. 20 lugares. Inscribase antes del 4 ene: 787-555-0155. Responda STOP para no recibir mas."
CAP3 = """CAPACITACIÓN PARA DELEGADOS NUEVOS

Cuándo: sábado 9 de enero, 9:00 a 15:00
Dónde: Salón Parroquial San José
Cupo: 20 personas
Inscripción: hasta el 3 de enero

El sindicato pone el almuerzo.
Llame a Teresa Quiñones: 787-555-0155"""
CAP4 = """Hello {{ first_name }},

New stewards: come and learn how to write a grievance and how to sit with a coworker in an interview. The training is on Saturday, January 9, from 9 am to 3 pm in the Salón Parroquial San José. Lunch is on the union.

There are 20 places, so please sign up before January 4 with Teresa Quiñones, secretary, at 787-555-0155.

Local 88"""

TRUE = [
    ("RAT1", RAT, E(RAT1)),
    ("RAT2", RAT, S(RAT2)),
    ("RAT3", RAT, C("flyer", RAT3)),
    ("RAT4", RAT, C("phone", RAT4)),
    ("HEAT1", HEAT, E(HEAT1)),
    ("HEAT2", HEAT, S(HEAT2)),
    ("HEAT3", HEAT, C("talking_points", HEAT3)),
    ("HEAT4", HEAT, C("flyer", HEAT4)),
    ("PLAN1", PLAN, ES(PLAN1)),
    ("PLAN2", PLAN, S(PLAN2, "es")),
    ("PLAN3", PLAN, E(PLAN3)),
    ("PLAN4", PLAN, C("flyer", PLAN4, "es")),
    ("DUES1", DUES, E(DUES1)),
    ("DUES2", DUES, S(DUES2)),
    ("DUES3", DUES, C("meeting_notice", DUES3)),
    ("DUES4", DUES, C("newsletter", DUES4)),
    ("SHUT1", SHUT, E(SHUT1)),
    ("SHUT2", SHUT, S(SHUT2)),
    ("SHUT3", SHUT, C("newsletter", SHUT3)),
    ("SHUT4", SHUT, C("board", SHUT4)),
    ("NOM1", NOM, C("letter", NOM1)),
    ("NOM2", NOM, S(NOM2)),
    ("NOM3", NOM, C("meeting_notice", NOM3)),
    ("NOM4", NOM, C("letter", NOM4, "es")),
    ("POL1", POL, E(POL1)),
    ("POL2", POL, S(POL2)),
    ("POL3", POL, C("newsletter", POL3)),
    ("POL4", POL, C("phone", POL4)),
    ("SET1", SET, E(SET1)),
    ("SET2", SET, S(SET2)),
    ("SET3", SET, C("newsletter", SET3)),
    ("SET4", SET, ES(SET4)),
    ("SOL1", SOL, E(SOL1)),
    ("SOL2", SOL, S(SOL2)),
    ("SOL3", SOL, C("social", SOL3)),
    ("SOL4", SOL, C("flyer", SOL4)),
    ("CAP1", CAP, ES(CAP1)),
    ("CAP2", CAP, S(CAP2, "es")),
    ("CAP3", CAP, C("flyer", CAP3, "es")),
    ("CAP4", CAP, E(CAP4)),
]
BASE = {name: (g, d) for name, g, d in TRUE}


def R(base, before, after, what):
    g, d = BASE[base]
    assert before in d.body, (base, before)
    return (what, g, dataclasses.replace(d, body=d.body.replace(before, after)))


F = [
    # 1
    R("RAT1", "from 6:00 am to 8:00 pm", "from 6:00 am to 6:00 pm", "end of polls moved"),
    R("RAT1", "The committee recommends a yes vote.", "The committee recommends a no vote.", "recommendation turned"),
    R(
        "RAT1",
        "You must be a member in good standing, and you need a photo ID.",
        "Everyone in the unit may vote, member or not. You need a photo ID.",
        "who may vote widened",
    ),
    R(
        "RAT1",
        "We count the ballots in public that same night.",
        "We count the ballots in public the next morning.",
        "count moved",
    ),
    R(
        "RAT1",
        "brings a raise of 2.8 percent in the first year",
        "brings a raise of 2.8 percent in each year",
        "raise spread over years",
    ),
    R("RAT2", "Canteen B, Bldg 4", "Canteen B, Bldg 6", "sms building"),
    R(
        "RAT4",
        "In the first year everybody's pay goes up 2.8 percent.",
        "In the first year everybody's pay goes up 8.2 percent.",
        "digits swapped",
    ),
    R(
        "RAT1",
        "Your bargaining team has reached a tentative agreement, and now the decision is yours.",
        "Your bargaining team has reached a tentative agreement, and management has already signed it.",
        "invented signature",
    ),
    R("RAT3", "Bring", "Bring", "same")
    if False
    else R("RAT3", "The committee asks you to vote yes.", "The committee voted 9 to 2 for it.", "invented vote result"),
    # 2
    R(
        "HEAT1",
        "The fans on the packing floor at Fort Dane have not worked since November 9.",
        "The fans on the loading dock at Fort Dane have not worked since November 9.",
        "place in site changed",
    ),
    R(
        "HEAT1",
        "a paid rest period of ten minutes in each hour",
        "a paid rest period of fifteen minutes in each hour",
        "quotation altered",
    ),
    R(
        "HEAT1",
        "Local 88 has filed a safety complaint.",
        "Local 88 has filed a safety complaint with OSHA.",
        "invented agency",
    ),
    R("HEAT2", "each hour", "each shift", "interval changed"),
    R("HEAT3", "a paid rest of ten minutes", "an unpaid rest of ten minutes", "paid turned"),
    R(
        "HEAT3",
        "3. The employer must also make cool water available.",
        "3. The employer must also hand out salt tablets.",
        "invented duty of clause",
    ),
    R("HEAT4", "no later than Friday, December 11", "no earlier than Friday, December 11", "deadline direction"),
    R(
        "HEAT4",
        "The fans broke on November 9.",
        "The fans broke on November 9, and two packers fainted.",
        "invented incident",
    ),
    # 3
    R("PLAN1", "el lunes 14 de diciembre", "el lunes 21 de diciembre", "ES deadline"),
    R("PLAN1", "Nadie tiene que cambiar de plan.", "Todos tienen que cambiar de plan.", "ES negation turned"),
    R("PLAN1", "La prima sube $18.40 por período de pago.", "La prima sube $18.40 por mes.", "ES unit of money"),
    R("PLAN2", "sab 5 dic, 10 am-1 pm", "sab 5 dic, 10 am-1 am", "ES sms am/pm"),
    R(
        "PLAN3",
        "Open enrollment closes on Monday, December 14.",
        "Open enrollment opens on Monday, December 14.",
        "opens/closes",
    ),
    R("PLAN3", "You do not have to change plans.", "If you do nothing, you lose your coverage.", "invented threat"),
    R("PLAN4", "- Traiga sus documentos", "- No traiga documentos", "ES negated ask"),
    R("PLAN1", "Lucía Herrera, encargada de beneficios,", "Lucía Herrero, encargada de beneficios,", "ES name letter"),
    # 4
    R("DUES1", "from $22.00 to $24.50 per pay period", "from $24.50 to $22.00 per pay period", "sums swapped"),
    R("DUES1", "but to vote you have to be in the hall", "and you can vote there too", "zoom vote allowed"),
    R("DUES1", "Dues last went up in 2019.", "Dues last went up in 2016.", "year"),
    R(
        "DUES3",
        "Vote on a dues increase from $22.00 to $24.50 per pay period",
        "Vote on a dues increase from $22.00 to $24.50 per month",
        "period of dues",
    ),
    R(
        "DUES1",
        "Before the vote Otis Greene, our treasurer, will",
        "After the vote Otis Greene, our treasurer, will",
        "before/after",
    ),
    R(
        "DUES4",
        "Should dues go up by $2.50 per pay period?",
        "Should dues go up by $3.50 per pay period?",
        "difference wrong",
    ),
    R("DUES2", "Tue Jan 12", "Tue Jan 19", "sms date consistent weekday"),
    R("DUES3", "Treasurer Otis Greene", "President Otis Greene", "role changed"),
    # 5
    R(
        "SHUT1",
        "the Gate 6 stop closes. Please go to Gate 8 instead.",
        "the Gate 8 stop closes. Please go to Gate 6 instead.",
        "gates swapped",
    ),
    R(
        "SHUT1",
        "every 20 minutes. Until now it was every 30.",
        "every 30 minutes. Until now it was every 20.",
        "figures swapped",
    ),
    R(
        "SHUT1",
        "Your union had pushed for this since spring.",
        "Management had offered this since spring.",
        "credit turned",
    ),
    R("SHUT1", "everyone at Harbor Campus", "everyone at Harbor Campus and the Annex", "site added"),
    R("SHUT2", "5:15 am-11:45 pm", "5:15 am-10:45 pm", "sms last bus"),
    R("SHUT3", "three times an hour", "four times an hour", "rate wrong"),
    R("SHUT3", "We had asked for it since the spring.", "The shuttle is free of charge.", "invented: free"),
    R("SHUT4", "- from Monday, January 4, 2027", "- until Monday, January 4, 2027", "from/until"),
    # 6
    R(
        "NOM1",
        "Nominations close when the meeting ends.",
        "Nominations stay open for a week after the meeting.",
        "close moved",
    ),
    R("NOM1", "We will vote by mail in February.", "We will vote in person in February.", "mail to in person"),
    R(
        "NOM1",
        "You may nominate any member in good standing.",
        "You may nominate up to three members in good standing.",
        "invented limit",
    ),
    R("NOM1", "We will vote by mail in February.", "We will vote by mail in March.", "month"),
    R(
        "NOM1",
        "We will vote by mail in February.",
        "We will vote by mail in February. Otis Greene has served us well as treasurer.",
        "candidate praise",
    ),
    R("NOM3", "Five offices are open.", "Six offices are open.", "count in words"),
    R("NOM4", "debe aceptar por escrito", "puede aceptar de palabra", "ES in writing turned"),
    R("NOM2", "Nominees must accept", "Nominees may decline", "sms duty turned"),
    # 7
    R("POL1", "The number is 202-224-3121.", "The number is 202-225-3121.", "phone digit"),
    R("POL1", "The bill would bring back the transit benefit", "The bill would end the transit benefit", "bill turned"),
    R(
        "POL1",
        "Our local takes no position on candidates.",
        "Our local asks you to vote for those who support it.",
        "endorsement invented",
    ),
    R("POL1", "The Senate could vote", "The House could vote", "chamber"),
    R(
        "POL1",
        "Will you call your senators?",
        "Will you call your senators from your desk during the day?",
        "duty time",
    ),
    R("POL3", HATCH, "", "Hatch line missing"),
    R("POL3", "S. 1150", "S. 1510", "bill number"),
    R(
        "POL4",
        "Could you call your two senators",
        "Could you e-mail your two senators at their .gov address or call them",
        "new channel invented",
    ),
    # 8
    R(
        "SET1",
        "The hospital will pay $18,900 in total to 23 cooks.",
        "The hospital will pay $18,900 to each of 23 cooks.",
        "each vs total",
    ),
    R("SET1", "is settled", "was won in arbitration", "how it ended"),
    R(
        "SET1",
        "You will see the money in your paycheck of Friday, January 15.",
        "You will see the money in your paycheck of Friday, January 15, less taxes and a union fee of 5 percent.",
        "invented fee",
    ),
    R(
        "SET1",
        "New break schedules hang in the kitchen.",
        "New break schedules hang in the kitchen. Manager Carl Dietz was moved to another site.",
        "invented person",
    ),
    R("SET1", "Did you leave in 2026?", "Did you start in 2026?", "leave/start"),
    R("SET3", "before the year ends", "before the summer ends", "deadline soft"),
    R("SET3", "Twenty-three cooks", "Thirty-two cooks", "count words"),
    R("SET4", "a 23 cocineros", "a 32 cocineros", "ES count"),
    # 9
    R(
        "SOL1",
        "have been on strike at Mercy Hospital since November 23",
        "have been locked out of Mercy Hospital since November 23",
        "strike vs lockout",
    ),
    R("SOL1", "Please come on your own time.", "Your supervisor has to let you go.", "invented promise of release"),
    R(
        "SOL1",
        "Please come on your own time.",
        "Please come on your own time. All other locals in the city support the strike.",
        "soft claim",
    ),
    R("SOL2", "Sun Dec 6", "Sat Dec 6", "sms weekday"),
    R("SOL1", "main entrance on Oak Avenue", "main entrance on Elm Avenue", "street"),
    R("SOL3", "noon to 2 pm", "noon to 2 am", "am/pm"),
    R("SOL4", "Bring: canned soup, coffee, hand warmers", "Bring: canned soup, coffee, cash", "ask item"),
    R("SOL1", "Hello {{ first_name }},", "Hello {{ first_name }} ({{ grievance_number }}),", "case merge field"),
    # 10
    R("CAP1", "El almuerzo lo paga el sindicato.", "El almuerzo lo paga cada uno.", "ES who pays"),
    R("CAP1", "antes del 4 de enero", "después del 4 de enero", "ES direction"),
    R("CAP1", "Solo hay 20 lugares.", "Hay lugar para todos.", "ES slot turned"),
    R("CAP2", "9:00-15:00", "9:00-17:00", "ES sms hour"),
    R("CAP4", "from 9 am to 3 pm", "from 9 am to 5 pm", "EN hour of ES fact"),
    R("CAP4", "New stewards: come", "All members: come", "audience"),
    R("CAP1", "al 787-555-0155", "al 787-555-0515", "ES phone"),
    R("CAP1", "Local 88", "Quien no venga pierde su cargo.\n\nLocal 88", "ES invented threat"),
]
# whole-message kinds
SOLSMS = "Local 88: \U0001f4e3 Walk with the striking Mercy Hospital nurses on Sunday, December 6, from noon to 2 pm at the main entrance on Oak Avenue \U0001f64c Please bring canned soup, coffee and hand warmers if you can \U0001f9e4 Questions? Ben Achterberg, community services, 414-555-0177. Reply STOP to opt out."
F += [
    ("sms too long with emoji", SOL, S(SOLSMS)),
    ("unfilled field in square", RAT, E(RAT1.replace("ring Priya Raman", "ring [NAME], Priya Raman"))),
    ("malformed link", RAT, E(RAT1.replace("https://local88.org/vote", "https:/local88.org/vote"))),
    (
        "ES part left in English",
        PLAN,
        ES(PLAN1.replace("Traiga sus papeles y haga sus preguntas.", "Bring your papers and ask your questions.")),
    ),
]
PAIRS = [
    ("mail and sms day", DUES, [E(DUES1), S(DUES2.replace("7 PM", "7:30 PM"))]),
    ("mail and flyer room", RAT, [E(RAT1), C("flyer", RAT3.replace("Canteen B, Building 4", "Canteen A, Building 4"))]),
]
