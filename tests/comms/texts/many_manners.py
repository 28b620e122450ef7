"""Seventeen briefs written without a look at the checks: true texts in many manners, and the same with one thing turned."""

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
        known=("Harbor City Employees Union", "Local 417", "PO Box 417, Harbor City, OR 97000", "503-555-0100"),
        sender="Local 417",
        klass=klass,
        sector=sector,
        merge_fields=frozenset({"first_name", "worksite", "steward_name", "local_name"}),
    )


def t(name: str, ground: Ground, channel: str, body: str, subject="", pre="", lang="en") -> None:
    TRUE.append((name, ground, Draft(channel, body.strip(), subject, pre, lang)))


def f(what: str, base: str, old: str, new: str) -> None:
    TURNS.append((what, base, old, new))


# A parking
PARK = G(
    "The city closes the Pier 4 garage on January 4 for eight weeks. Employees with a permit may park free at the Convention Center. The union won a shuttle every 15 minutes. Members who work after 10 pm should ask for an escort.",
    [
        ("date", "Monday, January 4, 2027"),
        ("room", "Convention Center, Level 2"),
        ("time", "5:00 am to 11:30 pm"),
        ("name", "Priya Raman, vice president"),
        ("phone", "503-555-0137"),
        ("link", "https://local417.org/parking"),
        ("deadline", "Friday, December 18, 2026 to turn in the permit form"),
        ("number", "310 permit holders"),
    ],
    sector="public",
)
t(
    "PA1",
    PARK,
    "email",
    """Hello {{ first_name }},

The city is shutting the Pier 4 garage on Monday, January 4, and it stays shut for eight weeks. About 310 permit holders are affected.

If you hold a permit, you can park at no cost on Level 2 of the Convention Center. The union won a shuttle for you: it leaves every quarter of an hour, from 5:00 am to 11:30 pm.

Please do two things:
- Turn in your permit form by Friday, December 18.
- If your work goes past 10 pm, ask for somebody to walk you to your car.

Questions go to Priya Raman, vice president, at 503-555-0137. Read more at https://local417.org/parking.

Local 417""",
    subject="Pier 4 garage closes: where to park",
    pre="Free parking and a shuttle from January 4",
)
t(
    "PA2",
    PARK,
    "sms",
    "Local 417: Pier 4 garage closes Mon 1/4 for 8 wks. Permit holders park free: Convention Ctr, Level 2. Form due Fri 12/18. local417.org/parking STOP to opt out",
)
t(
    "PA3",
    PARK,
    "board",
    """PIER 4 GARAGE CLOSED FROM MONDAY, JANUARY 4

- Closed for 8 weeks; 310 permit holders concerned
- Free parking with your permit: Convention Center, Level 2
- Shuttle every 15 min, 05:00-23:30
- Permit form due Friday, Dec. 18
- On duty after 22:00? Ask for an escort.

Contact: Priya Raman, vice president, 503-555-0137
local417.org/parking""",
)
t(
    "PA4",
    PARK,
    "email",
    """Hola {{ first_name }}:

La ciudad cierra el estacionamiento del muelle 4 (Pier 4) el lunes 4 de enero por ocho semanas. Esto afecta a 310 titulares de permiso.

Con su permiso puede estacionar gratis en el Convention Center, Level 2. El sindicato consiguió un autobús cada 15 minutos, de 5:00 am a 11:30 pm.

Entregue el formulario del permiso a más tardar el viernes 18 de diciembre. Si trabaja después de las 10 pm, pida que alguien le acompañe.

Preguntas: Priya Raman, vicepresidenta, 503-555-0137. Más en https://local417.org/parking.

Local 417""",
    subject="Cierra el estacionamiento Pier 4",
    lang="es",
)
t(
    "PA5",
    PARK,
    "phone",
    """Hi, is this {{ first_name }}? I'm calling for Local 417. Have you heard about the Pier 4 garage?

It closes on Monday the 4th of January and stays closed for eight weeks. With your permit you can park free at the Convention Center, Level 2. There's a shuttle every fifteen minutes between 5 am and 11:30 pm. That shuttle is something the union won.

Have you sent in the permit form? It has to be in by Friday, December 18.

If you work after ten at night, ask for an escort.

If they have questions: Priya Raman, vice president, 503-555-0137, or local417.org/parking.""",
)
f("date", "PA1", "Monday, January 4,", "Monday, January 11,")
f("deadline before/after", "PA1", "by Friday, December 18", "after Friday, December 18")
f("number", "PA1", "310", "130")
f("who pays turned", "PA1", "at no cost", "at a reduced cost")
f("shuttle interval", "PA1", "every quarter of an hour", "every half hour")
f("hour 24h", "PA3", "05:00-23:30", "05:00-22:30")
f("level", "PA2", "Level 2", "Level 3")
f("phone digit", "PA5", "503-555-0137", "503-555-0173")
f("ES weeks", "PA4", "por ocho semanas", "por seis semanas")
f("ES deadline weekday date", "PA4", "viernes 18 de diciembre", "viernes 11 de diciembre")

# B telework
TELE = G(
    "The agency wants to end telework on Mondays and Fridays. The union demanded to bargain. Nothing changes until talks end. Members should keep their telework agreement and not sign a new one before they talk to a steward.",
    [
        ("date", "Wednesday, December 9, 2026"),
        ("time", "noon"),
        ("room", "Room B, 12 Hill Street"),
        ("name", "Marcus Webb, chief negotiator"),
        ("email", "telework@local417.org"),
        ("quotation", "Telework may not be changed until bargaining is complete"),
        ("number", "2 days a week"),
    ],
    sources=[
        (
            "Article 22, Section 7",
            "Telework may not be changed until bargaining is complete. The Agency gives the Union 30 days of notice before any change.",
        )
    ],
)
t(
    "TE1",
    TELE,
    "email",
    """Dear {{ first_name }},

The agency plans to take away telework on Mondays and Fridays. That is two days a week.

We have demanded to bargain over it. Until those talks are over, everything stays as it is. Article 22, Section 7 of our contract is clear: “Telework may not be changed until bargaining is complete.” The agency also owes the union 30 days of notice.

What we ask of you: hold on to the telework agreement you have. Do not sign a new one before you have spoken with a steward.

Come and hear more on Wednesday, December 9 at noon, Room B, 12 Hill Street. You can write to Marcus Webb, chief negotiator, at telework@local417.org.

In solidarity,
Local 417""",
    subject="Keep your telework agreement",
    pre="Do not sign a new one yet",
)
t(
    "TE2",
    TELE,
    "sms",
    "Local 417: Mgmt wants to end Mon/Fri telework. We demanded bargaining. Sign nothing new before you talk to a steward. Mtg Wed 12/9, noon, Room B, 12 Hill St. STOP ends",
)
t(
    "TE3",
    TELE,
    "talking_points",
    """1. The agency wants telework gone on Mondays and Fridays: 2 days a week.
2. The union has demanded to bargain. Nothing changes while talks go on.
3. The contract backs us, Article 22, Section 7: "Telework may not be changed until bargaining is complete".
4. Tell people: keep your agreement. Sign no new one until you talked to a steward.
5. Meeting: Wed., Dec. 9, 12:00 pm, Room B at 12 Hill Street.

Do not say how the talks will end. Questions: Marcus Webb, chief negotiator, telework@local417.org.""",
)
t(
    "TE4",
    TELE,
    "flyer",
    """WHO TOOK OUR TELEWORK DAYS? NOBODY. NOT YET.

• The agency wants Mondays and Fridays back in the office.
• We demanded to bargain. Until then nothing changes.
• Keep your agreement. Don't sign another before talking with a steward.

Wednesday, December 9 · 12 noon
Room B, 12 Hill Street

Marcus Webb, chief negotiator · telework@local417.org

For reading off duty.""",
)
t(
    "TE5",
    TELE,
    "email",
    """Estimada/o {{ first_name }}:

La agencia quiere quitar el teletrabajo los lunes y los viernes, es decir, 2 días a la semana. El sindicato exigió negociar. Nada cambia hasta que terminen las negociaciones.

Guarde su acuerdo de teletrabajo y no firme uno nuevo antes de hablar con un delegado.

Reunión: miércoles 9 de diciembre, a mediodía, Room B, 12 Hill Street. Escriba a Marcus Webb, negociador principal: telework@local417.org.

Local 417""",
    subject="No firme un acuerdo nuevo todavía",
    lang="es",
)
f("quotation one word", "TE1", "until bargaining is complete.”", "unless bargaining is complete.”")
f("quotation may/must", "TE3", "may not be changed until", "should not be changed until")
f("negation dropped", "TE1", "Do not sign a new one before", "Sign a new one before")
f("hour noon to 1", "TE4", "12 noon", "1 pm")
f("room", "TE2", "Room B", "Room D")
f("street number", "TE3", "12 Hill Street", "21 Hill Street")
f("name", "TE1", "Marcus Webb", "Martin Webb")
f("office", "TE3", "chief negotiator", "chief steward")
f("email", "TE1", "telework@local417.org", "telework@local471.org")
f("promise", "TE1", "In solidarity", "We will win this fight and keep your days.\n\nIn solidarity")
f("ES negation dropped", "TE5", "y no firme uno nuevo antes", "y firme uno nuevo antes")
f("ES drift noon", "TE5", "a mediodía", "a medianoche")
f("notice days", "TE1", "30 days of notice", "60 days of notice")

# C dues / credit union event
PICNIC = G(
    "Members and their families are invited to the winter party. Children get a gift if they are signed up in time. Retirees are welcome. Bring a dish to share. Alcohol is not allowed in the hall.",
    [
        ("date", "Saturday, December 12, 2026"),
        ("time", "2:00 pm to 6:00 pm"),
        ("room", "Grange Hall, 88 Orchard Road"),
        ("deadline", "Sunday, December 6, 2026 to sign up children"),
        ("link", "https://local417.org/party"),
        ("name", "Lucía Ferrer, events committee"),
        ("phone", "503-555-0166"),
        ("money", "$5 per family"),
    ],
    klass="event",
    sector="private",
)
t(
    "PI1",
    PICNIC,
    "email",
    """Hi {{ first_name }}!

You and your family are invited to our winter party on Saturday, December 12, from 2 to 6 pm. We meet at Grange Hall, 88 Orchard Road. Retirees are welcome, too.

Each family pays $5. Please bring a dish that we can share.

Do you have kids? Sign them up at https://local417.org/party by Sunday, December 6, and there will be a gift for each of them.

One rule of the hall: no alcohol.

Lucía Ferrer of the events committee is glad to help: 503-555-0166.

See you there,
Local 417""",
    subject="Winter party on December 12",
    pre="Sign up your children by December 6",
)
t(
    "PI2",
    PICNIC,
    "social",
    """Winter party! Sat, Dec 12, 2–6 pm at Grange Hall, 88 Orchard Rd. Families and retirees welcome, $5 a family. Bring a dish. Sign up children for a gift by Sun, Dec 6: https://local417.org/party""",
)
t(
    "PI3",
    PICNIC,
    "newsletter",
    """Winter party for members and families

The hall will be warm and the tables full on Saturday, December 12. The party runs from 2:00 pm until 6:00 pm at Grange Hall, 88 Orchard Road. Members bring their families, and retirees come too. The price is five dollars for a family. Everyone brings a dish.

Children signed up on or before Sunday, December 6 get a gift. The form is at local417.org/party. Please leave alcohol at home; the hall does not allow it.

Ask Lucía Ferrer, events committee, 503-555-0166.""",
)
t(
    "PI4",
    PICNIC,
    "flyer",
    """¡FIESTA DE INVIERNO!

Sábado 12 de diciembre, de 2 a 6 de la tarde
Grange Hall, 88 Orchard Road

• Para miembros y sus familias. Los jubilados son bienvenidos.
• $5 por familia. Traiga un plato para compartir.
• Inscriba a los niños hasta el domingo 6 de diciembre hay regalo para cada uno.
• No se permite alcohol en el salón.

Lucía Ferrer, comité de eventos: 503-555-0166 · local417.org/party""",
    lang="es",
)
t(
    "PI5",
    PICNIC,
    "sms",
    "Local 417 winter party: Sat Dec 12, 2-6pm, Grange Hall, 88 Orchard Rd. $5/family, bring a dish. Kids' gifts: sign up by Sun 12/6 local417.org/party Reply STOP to quit",
)
f("money", "PI2", "$5 a family", "$5 a person")
f("money2", "PI3", "five dollars", "fifteen dollars")
f("deadline", "PI1", "by Sunday, December 6", "by Sunday, December 13")
f("weekday", "PI2", "Sat, Dec 12", "Fri, Dec 12")
f("rule turned", "PI1", "no alcohol", "alcohol is fine")
f("audience", "PI1", "Retirees are welcome, too.", "Retirees cannot come this time.")
f(
    "condition dropped",
    "PI3",
    "Children signed up on or before Sunday, December 6 get a gift.",
    "All children get a gift.",
)
f("link", "PI5", "local417.org/party", "local417.org/winter")
f("street", "PI1", "88 Orchard Road", "88 Orchid Road")
f("ES rule", "PI4", "No se permite alcohol", "Se permite alcohol")
f("ES hour", "PI4", "de 2 a 6 de la tarde", "de 2 a 5 de la tarde")

# D uniform allowance
UNI = G(
    "From the first pay period of 2027 the uniform allowance rises to $620 a year. It applies to full-time guards only; part-time guards get half. Guards must keep their receipts until June 30. The union settled the grievance over late payments.",
    [
        ("money", "$620 a year"),
        ("money", "$310 for part-time guards"),
        ("date", "January 10, 2027"),
        ("percent", "24 percent"),
        ("deadline", "Wednesday, June 30, 2027 keep receipts"),
        ("name", "Tomasz Zielinski, secretary-treasurer"),
        ("phone", "503-555-0119"),
        ("number", "96 guards"),
    ],
    sector="private",
)
t(
    "UN1",
    UNI,
    "email",
    """Hello {{ first_name }},

Your uniform money goes up. From January 10, full-time guards receive $620 a year. This is 24% more. If you work part time, you receive half of it, $310.

In all, 96 guards benefit. The union has also settled the grievance about payments that came late.

Please hold on to your receipts through Wednesday, June 30.

Ask Tomasz Zielinski, secretary-treasurer, at 503-555-0119.

Local 417""",
    subject="Uniform allowance: $620 a year",
)
t(
    "UN2",
    UNI,
    "board",
    """UNIFORM ALLOWANCE, EFFECTIVE JAN. 10, 2027

Full-time: $620/year (+24%)
Part-time: $310
96 guards covered
Keep receipts until Wed., June 30
Grievance on late payments: settled
T. Zielinski, secretary-treasurer, 503-555-0119""",
)
t(
    "UN3",
    UNI,
    "letter",
    """Dear {{ first_name }},

I write about the uniform allowance. It will be six hundred and twenty dollars a year for guards who work full time, starting January 10, 2027. Guards on part time get one half, which is $310. The rise is 24 percent and reaches 96 guards.

The grievance over late payments is settled. Keep every receipt until Wednesday, June 30, 2027.

You can reach Tomasz Zielinski, secretary-treasurer, at (503) 555-0119.

Sincerely,
Local 417""",
    subject="Uniform allowance",
)
t(
    "UN4",
    UNI,
    "email",
    """Hola {{ first_name }}:

La asignación para uniformes sube 24 por ciento. A partir del 10 de enero, los guardias de tiempo completo reciben $620 al año. Los de medio tiempo reciben la mitad: $310. Son 96 guardias.

El sindicato resolvió la queja por los pagos atrasados. Guarde sus recibos hasta el miércoles 30 de junio.

Tomasz Zielinski, secretario-tesorero: 503-555-0119.

Local 417""",
    subject="Más dinero para uniformes",
    lang="es",
)
t(
    "UN5",
    UNI,
    "phone",
    """Hello, may I speak with {{ first_name }}? This is Local 417 calling about your uniform allowance.

Starting January 10 it is $620 a year for full-timers and $310 for part-timers. That's up 24 percent.

Please keep your receipts until Wednesday, June 30. Will you do that?

If they ask: 96 guards get it. The late-payment grievance has been settled. Tomasz Zielinski, secretary-treasurer, answers questions at 503-555-0119.""",
)
f("money swap", "UN1", "$620 a year. This", "$640 a year. This")
f(
    "swap full/part",
    "UN5",
    "$620 a year for full-timers and $310 for part-timers",
    "$310 a year for full-timers and $620 for part-timers",
)
f("percent", "UN2", "+24%", "+42%")
f("money period", "UN1", "receive $620 a year.", "receive $620 a month.")
f("office", "UN1", "secretary-treasurer", "president")
f("settled turned", "UN1", "has also settled the grievance", "has also lost the grievance")
f("receipts year", "UN3", "June 30, 2027", "June 30, 2026")
f("ES half", "UN4", "la mitad: $310", "el doble: $310")
f("condition", "UN1", "From January 10, full-time guards receive", "From January 10, all guards receive")
f("words money", "UN3", "six hundred and twenty", "six hundred and thirty")

# E safety, heat
SAFE = G(
    "A pipe in the boiler room at Mill Street Yard has asbestos. The employer closed the room. Nobody may enter before the air is tested. The union asked for the test results in writing. Workers who were in the room since October 19 should report it to the safety committee.",
    [
        ("date", "October 19, 2026"),
        ("date", "Thursday, December 3, 2026 the air test"),
        ("name", "Oluwaseun Adeyemi, safety committee"),
        ("phone", "503-555-0188"),
        ("email", "safety@local417.org"),
        ("number", "3 days for results"),
    ],
    sector="private",
)
t(
    "SA1",
    SAFE,
    "email",
    """{{ first_name }}, please read this if you work at Mill Street Yard.

Asbestos was found in a pipe in the boiler room. The employer has closed the room. No one may go in until the air has been tested.

The air test takes place on Thursday, December 3. Results need 3 days. We have asked to get them in writing.

Were you in that room at any time since October 19? Tell the safety committee: Oluwaseun Adeyemi, 503-555-0188, safety@local417.org.

Local 417""",
    subject="Asbestos at Mill Street Yard: stay out of the boiler room",
)
t(
    "SA2",
    SAFE,
    "sms",
    "Local 417: Asbestos in the Mill Street Yard boiler room. Stay out until the air is tested Thu 12/3. In there since 10/19? Call 503-555-0188. Reply STOP to opt out",
)
t(
    "SA3",
    SAFE,
    "board",
    """SAFETY NOTICE: MILL STREET YARD BOILER ROOM

Asbestos in one pipe. The room is closed. Do not enter before the air test on Thursday, Dec. 3.
Results: 3 days later. The union has asked for them in writing.
In the room since Oct. 19? Report to the safety committee, Oluwaseun Adeyemi, 503-555-0188, safety@local417.org.""",
)
t(
    "SA4",
    SAFE,
    "sms",
    "Local 417: Asbesto en el cuarto de calderas, Mill Street Yard. No entre antes de la prueba del aire, jue 3 dic. Si estuvo ahi desde el 19 oct, llame 503-555-0188. STOP para salir",
    lang="es",
)
t(
    "SA5",
    SAFE,
    "talking_points",
    """- There is asbestos in a pipe at Mill Street Yard, in the boiler room.
- The employer closed the room. Nobody enters before the test of the air, Thursday, December 3.
- We want the results on paper. They take three days.
- Anyone who was inside since October 19: report to the safety committee.
- Contact: Oluwaseun Adeyemi, safety committee, 503-555-0188 or safety@local417.org.

Don't guess about anyone's health.""",
)
f("negation", "SA1", "No one may go in until the air has been tested.", "You may go in until the air has been tested.")
f("who closed", "SA1", "The employer has closed the room.", "The union has closed the room.")
f("place swap", "SA3", "BOILER ROOM", "BREAK ROOM")
f("date oct", "SA2", "10/19", "11/19")
f("condition before/after", "SA5", "Nobody enters before the test", "Nobody enters after the test")
f(
    "invented fact",
    "SA1",
    "We have asked to get them in writing.",
    "We have asked to get them in writing, and OSHA fined the employer.",
)
f("ES negation", "SA4", "No entre antes", "Entre antes")
f("days", "SA3", "3 days later", "13 days later")

# F election notice
ELEC = G(
    "Nominations for three trustee seats open at the January meeting. Only members in good standing for one year may be nominated. Ballots are mailed to the home address. Members who moved must give their new address.",
    [
        ("date", "Tuesday, January 12, 2027"),
        ("time", "6:30 p.m."),
        ("room", "Labor Temple, 3rd floor, Room 301"),
        ("date", "Ballots mailed Friday, January 29, 2027"),
        ("deadline", "Tuesday, February 23, 2027, 5:00 p.m., ballots must arrive"),
        ("name", "Hannah Feldman, election committee"),
        ("phone", "503-555-0122"),
        ("number", "3 trustee seats"),
    ],
    klass="internal_business",
)
t(
    "EL1",
    ELEC,
    "meeting_notice",
    """NOTICE OF NOMINATIONS

Nominations for 3 seats of trustee open at the meeting on Tuesday, January 12, at 6:30 p.m. in the Labor Temple, third floor, Room 301.

You can be nominated only if you were a member in good standing for a year.

The ballots go by mail to your home on Friday, January 29. Your ballot must reach us by Tuesday, February 23, 5:00 p.m.

Have you moved? Give us the new address.

Hannah Feldman, election committee, 503-555-0122""",
)
t(
    "EL2",
    ELEC,
    "email",
    """Dear {{ first_name }},

Three trustee seats are up. Members make nominations at the meeting on Tuesday, January 12, 6:30 pm, Room 301 on the third floor of the Labor Temple.

A nominee must have been in good standing for one year.

We mail ballots to home addresses on Friday, January 29. We must have yours back by 5 pm on Tuesday, February 23. If you have moved, tell Hannah Feldman of the election committee your new address: 503-555-0122.

Local 417""",
    subject="Trustee nominations on January 12",
)
t(
    "EL3",
    ELEC,
    "sms",
    "Local 417: Trustee nominations (3 seats) Tue Jan 12, 6:30 pm, Labor Temple, 3rd fl, Rm 301. Moved? Give us your address for the ballot: 503-555-0122. Txt STOP to end",
)
t(
    "EL4",
    ELEC,
    "letter",
    """Estimado miembro:

Las nominaciones para 3 puestos de fideicomisario se abren en la reunión del martes 12 de enero, a las 6:30 de la tarde, en Labor Temple, 3er piso, Room 301. Solo pueden ser nominados los miembros al día desde hace un año.

Las boletas se envían por correo a su casa el viernes 29 de enero. Deben llegar a más tardar el martes 23 de febrero a las 5:00 p.m.

Si se mudó, díganos su nueva dirección: Hannah Feldman, comité electoral, 503-555-0122.

Local 417""",
    subject="Nominaciones",
    lang="es",
)
t(
    "EL5",
    ELEC,
    "newsletter",
    """Who will be our trustees?

Three seats are open. You can nominate at the January meeting: Tuesday the 12th, 18:30, Labor Temple, Room 301 (3rd floor). Only members who have been in good standing for one year can stand.

Ballots leave by mail on Friday, January 29 and must be back on Tuesday, February 23, at 5 pm at the latest. They go to your home, so tell us if you moved.

Questions: Hannah Feldman, election committee, 503-555-0122.""",
)
f("floor", "EL1", "third floor", "second floor")
f("floor abbr", "EL3", "3rd fl", "4th fl")
f("number seats", "EL2", "Three trustee seats", "Four trustee seats")
f("good standing time", "EL2", "good standing for one year", "good standing for two years")
f(
    "condition dropped",
    "EL1",
    "You can be nominated only if you were a member in good standing for a year.",
    "Any member can be nominated.",
)
f("deadline send/arrive", "EL2", "We must have yours back by 5 pm on", "Put yours in the mail by 5 pm on")
f("home/work", "EL5", "They go to your home", "They go to your workplace")
f("date exchanged", "EL1", "by mail to your home on Friday, January 29", "by mail to your home on Tuesday, January 12")
f("hour 24", "EL5", "18:30", "19:30")
f(
    "ES only dropped",
    "EL4",
    "Solo pueden ser nominados los miembros al día desde hace un año.",
    "Todos los miembros pueden ser nominados.",
)

# G overtime survey
SURV = G(
    "The bargaining team wants to know what matters to night shift. The survey takes six minutes and is anonymous. Management does not see the answers. One person from each ward is asked to collect paper forms.",
    [
        ("deadline", "Thursday, December 17, 2026 at midnight"),
        ("link", "https://local417.org/nights"),
        ("number", "6 minutes"),
        ("number", "11 questions"),
        ("name", "Beatriz Soto, bargaining team"),
        ("phone", "503-555-0155"),
        ("percent", "40 percent answered last time"),
    ],
    klass="survey",
    sector="private",
)
t(
    "SU1",
    SURV,
    "email",
    """Hi {{ first_name }},

You work nights. What matters most to you? The bargaining team would like to know.

Eleven questions, six minutes, no names. Management will not see what you write. Go to https://local417.org/nights before Thursday, December 17 at midnight.

Last time 40 percent answered. Let's do better.

Rather use paper? We ask one person in every ward to collect the forms. Beatriz Soto of the bargaining team can tell you more: 503-555-0155.

Local 417""",
    subject="Night shift: 6 minutes for your contract",
)
t(
    "SU2",
    SURV,
    "sms",
    "Local 417: Night shift, tell the bargaining team what matters. 11 questions, 6 min, anonymous. By Thu Dec 17, midnight: local417.org/nights STOP to opt out",
)
t(
    "SU3",
    SURV,
    "phone",
    """Hi {{ first_name }}, it's Local 417. What would you change about nights, if you could?

(listen)

The bargaining team has a survey of 11 questions. It takes about 6 minutes. It's anonymous and management doesn't see it. Can I count on you to fill it in by midnight on Thursday, December 17?

It's at local417.org/nights. In the last one, 40% took part.

If they ask for paper: one person per ward collects forms. Beatriz Soto, bargaining team, 503-555-0155.""",
)
t(
    "SU4",
    SURV,
    "social",
    """Night shift, your turn: 11 questions, 6 minutes, anonymous. Tell the bargaining team what matters to you by Thursday, December 17, midnight. https://local417.org/nights""",
)
t(
    "SU5",
    SURV,
    "email",
    """Hola {{ first_name }}:

El equipo de negociación quiere saber qué le importa al turno de noche. Son 11 preguntas y toma 6 minutos. La encuesta es anónima y la gerencia no ve las respuestas.

Conteste a más tardar el jueves 17 de diciembre a medianoche: https://local417.org/nights. La vez pasada contestó el 40 por ciento.

¿Prefiere papel? Pedimos a una persona de cada sala que junte los formularios. Beatriz Soto, equipo de negociación: 503-555-0155.

Local 417""",
    subject="Turno de noche: díganos qué importa",
    lang="es",
)
f("anonymous turned", "SU2", "anonymous", "with your name")
f("who sees", "SU1", "Management will not see what you write.", "Management will see what you write.")
f("shift", "SU4", "Night shift, your turn", "Day shift, your turn")
f("minutes", "SU3", "about 6 minutes", "about 16 minutes")
f("percent", "SU1", "40 percent", "60 percent")
f("midnight to noon", "SU2", "midnight", "noon")
f("ES who sees", "SU5", "la gerencia no ve las respuestas", "la gerencia ve las respuestas")
f(
    "invented consequence",
    "SU1",
    "Last time 40 percent answered.",
    "Last time 40 percent answered. Those who do not answer lose their vote.",
)

# H clinic schedule
SCHED = G(
    "The clinic posts the schedule two weeks ahead. Management broke this in November and the union filed a grievance. A change with less notice needs the nurse's consent. Nurses should send a photo of the changed schedule to their steward.",
    [
        ("text", "The November schedule changed on November 20 with two days of notice"),
        ("quotation", "Schedules shall be posted fourteen (14) calendar days in advance"),
        ("date", "Thursday, December 10, 2026"),
        ("time", "7:15 am and 7:15 pm"),
        ("room", "Cafeteria East"),
        ("name", "Grace Okafor, RN, steward"),
        ("phone", "503-555-0171"),
    ],
    sources=[
        (
            "Article 9.3",
            "Schedules shall be posted fourteen (14) calendar days in advance. Once posted, a schedule may be changed only with the consent of the nurse.",
        )
    ],
    sector="private",
)
t(
    "SC1",
    SCHED,
    "email",
    """Dear {{ first_name }},

Our contract says it in Article 9.3: “Schedules shall be posted fourteen (14) calendar days in advance.” Yet on November 20 management changed the November schedule with just two days of notice.

We filed a grievance. If a change comes with less notice, it needs your consent. You may say no.

Please send your steward a photo of any schedule that was changed.

Talk with us on Thursday, December 10, at 7:15 am or at 7:15 pm in Cafeteria East. Or call Grace Okafor, RN, steward: 503-555-0171.

Local 417""",
    subject="Schedule changed? Your consent counts",
)
t(
    "SC2",
    SCHED,
    "sms",
    "Local 417: Schedule changed with short notice? It needs your OK. Send a photo to your steward. Meet Thu 12/10, 0715 or 1915, Cafeteria East. STOP to unsubscribe",
)
t(
    "SC3",
    SCHED,
    "board",
    """SCHEDULES: TWO WEEKS AHEAD

Article 9.3: "Schedules shall be posted fourteen (14) calendar days in advance."
The November schedule was changed on Nov. 20 with 2 days' notice. A grievance is filed.
Less notice? Only with the nurse's consent.
Send a photo of a changed schedule to your steward.
Thursday, December 10, 7:15 am and 7:15 pm, Cafeteria East.
Grace Okafor, RN, steward, 503-555-0171""",
)
t(
    "SC4",
    SCHED,
    "newsletter",
    """Two days are not two weeks

Nurses know the rule: the clinic has to post the schedule two weeks ahead. In November it did not. On November 20 the schedule changed on two days' notice, and the union answered with a grievance.

A nurse who gets less notice must agree before the change counts. Take a photo of the new schedule and send it to your steward.

There are two meetings on Thursday, December 10, in Cafeteria East: one at 7:15 in the morning, one at 7:15 in the evening. Grace Okafor, RN, is the steward to call, 503-555-0171.""",
)
t(
    "SC5",
    SCHED,
    "email",
    """Hola {{ first_name }}:

La clínica debe publicar el horario con dos semanas de anticipación. En noviembre la gerencia no cumplió: el 20 de noviembre cambió el horario con dos días de aviso. El sindicato presentó una queja.

Un cambio con menos aviso necesita el consentimiento de la enfermera. Envíe a su delegada una foto del horario cambiado.

Reuniones: jueves 10 de diciembre, a las 7:15 am y a las 7:15 pm, Cafeteria East. Grace Okafor, RN, delegada: 503-555-0171.

Local 417""",
    subject="Su horario no cambia sin su permiso",
    lang="es",
)
f("quotation number", "SC1", "fourteen (14) calendar days", "fourteen (14) working days")
f("quotation shall/may", "SC3", "Schedules shall be posted", "Schedules may be posted")
f(
    "consent dropped",
    "SC3",
    "Less notice? Only with the nurse's consent.",
    "Less notice? Not without a call to the nurse.",
)
f("weekday/date of 11th", "SC1", "Thursday, December 10", "Friday, December 11")
f("weekday wrong", "SC3", "Thursday, December 10", "Thursday, December 11")
f("who filed", "SC1", "We filed a grievance.", "Management filed a grievance.")
f("to whom", "SC4", "send it to your steward", "send it to your manager")
f("am/pm", "SC2", "0715 or 1915", "0715 or 2015")
f("days", "SC4", "changed on two days' notice", "changed on ten days' notice")
f("ES to whom", "SC5", "Envíe a su delegada", "Envíe a su supervisora")
f("ES without", "SC5", "necesita el consentimiento", "no necesita el consentimiento")
# 1 snow closing pay
SNOW = G(
    "When the depot closes for snow, drivers with seniority are paid for the whole shift. The company pays for a hotel if roads are closed. Drivers must call dispatch before they leave home. Nobody will be disciplined for a late arrival on a snow day.",
    [
        ("phone", "503-555-0190 (dispatch)"),
        ("name", "Walt Kowalczyk, shop steward"),
        ("money", "$140 a night for the hotel"),
        ("number", "8 hours of pay"),
        ("date", "effective Tuesday, December 15, 2026"),
        ("link", "https://local417.org/snow"),
    ],
    sector="private",
)
t(
    "SN1",
    SNOW,
    "email",
    """Dear {{ first_name }},

Snow is coming, and here is what you should know. Starting Tuesday, December 15, if the depot closes for snow and you have seniority, you are paid for your full shift: 8 hours of pay.

Are the roads closed? Then the company pays for your hotel, $140 a night.

Before you leave home, you must phone dispatch at 503-555-0190. Come in late on a snow day and no one will discipline you.

Walt Kowalczyk, shop steward, can tell you more. See also https://local417.org/snow.

Local 417""",
    subject="Your pay on snow days",
)
t(
    "SN2",
    SNOW,
    "sms",
    "Local 417: Snow rule from Tue 12/15: depot closed = full shift paid w/ seniority. Call dispatch before leaving home, 503-555-0190. Info local417.org/snow. Reply STOP to opt out.",
)
t(
    "SN3",
    SNOW,
    "email",
    """Hola {{ first_name }}:

A partir del martes 15 de diciembre, si el depósito cierra por nieve, los choferes con antigüedad reciben la paga del turno completo, 8 horas. La empresa paga el hotel, $140 por noche, si las carreteras están cerradas.

Llame a despacho antes de salir de casa: 503-555-0190. Nadie será disciplinado por llegar tarde en un día de nieve.

Walt Kowalczyk, delegado. Más información: https://local417.org/snow

Local 417""",
    subject="Su paga cuando nieva",
    lang="es",
)
f("2 who pays hotel", "SN1", "the company pays for your hotel", "you pay for your hotel")
f("2 discipline turned", "SN1", "no one will discipline you", "you will be disciplined")
f("2 before/after", "SN1", "Before you leave home", "After you leave home")
f("2 whole/half shift", "SN1", "your full shift: 8 hours", "half your shift: 8 hours")
f("2 money", "SN1", "$140 a night", "$114 a night")
f("2 money per", "SN1", "$140 a night", "$140 a week")
f("2 must/may", "SN1", "you must phone dispatch", "you may phone dispatch if you like")
f("2 ES nobody", "SN3", "Nadie será disciplinado", "Será disciplinado")
f("2 ES before", "SN3", "antes de salir de casa", "después de salir de casa")
f("2 phone", "SN2", "503-555-0190", "503-555-0109")
# 2 contract vote
VOTE = G(
    "We have a tentative agreement. Wages go up 3 percent in the first year and 2.5 percent in the second. Health premiums stay the same. The bargaining committee recommends a yes vote. Only members may vote; you can join at the door.",
    [
        ("percent", "3 percent in 2027"),
        ("percent", "2.5 percent in 2028"),
        ("date", "Thursday, December 17, 2026"),
        ("time", "6:00 a.m. to 8:00 p.m."),
        ("room", "Fire Hall No. 2, 45 Cannery Way"),
        ("name", "Denise Achebe, bargaining chair"),
        ("phone", "503-555-0177"),
        ("quotation", "No employee shall be subcontracted out of a job"),
    ],
    sources=[
        (
            "Tentative agreement, Article 31",
            "No employee shall be subcontracted out of a job. This article stays in force for the life of the agreement.",
        )
    ],
    klass="internal_business",
    sector="private",
)
t(
    "VO1",
    VOTE,
    "email",
    """Hi {{ first_name }},

Your bargaining committee reached a tentative agreement and asks you to vote yes.

What is in it:
* Wages: up 3% in 2027, then another 2.5% in 2028.
* Health premiums do not change.
* Article 31 says: "No employee shall be subcontracted out of a job."

When: Thursday, December 17, any time from 6 a.m. until 8 p.m.
Where: Fire Hall No. 2, 45 Cannery Way

You have to be a member to vote. Not one yet? Join at the door.

Denise Achebe, bargaining chair, will take your questions: 503-555-0177.

Local 417""",
    subject="Vote on December 17",
)
t(
    "VO2",
    VOTE,
    "sms",
    "Local 417: Contract vote Thu 12/17, 6am-8pm, Fire Hall No. 2, 45 Cannery Way. 3% in 2027, 2.5% in 2028. Members only; join at the door. Qs? 503-555-0177. STOP=end",
)
t(
    "VO3",
    VOTE,
    "talking_points",
    """* We have a tentative agreement: 3 percent the first year, two and a half percent the second.
* What you pay for health insurance stays where it is.
* No one can be contracted out of a job (Article 31).
* The committee recommends voting yes.
* Voting: Thursday the 17th of December, 6 in the morning to 8 in the evening, Fire Hall No. 2, 45 Cannery Way.
* Members vote. Others may join on the spot.
Call Denise Achebe, bargaining chair, 503-555-0177.""",
)
t(
    "VO4",
    VOTE,
    "flyer",
    """¡VOTE SÍ!

Acuerdo tentativo: 3 por ciento en 2027 y 2.5 por ciento en 2028. Las primas de salud quedan igual. El comité de negociación recomienda votar que sí.

Jueves 17 de diciembre, de 6:00 a.m. a 8:00 p.m.
Fire Hall No. 2, 45 Cannery Way

Sólo los miembros pueden votar. Puede afiliarse en la puerta.

Denise Achebe, presidenta del comité de negociación, 503-555-0177""",
    lang="es",
)
f("2 percent swapped", "VO1", "3% in 2027, then another 2.5% in 2028", "2.5% in 2027, then another 3% in 2028")
f("2 premiums turned", "VO1", "Health premiums do not change.", "Health premiums go up.")
f("2 quotation", "VO1", "subcontracted out of a job", "subcontracted out of this job")
f("2 quotation shall", "VO1", "No employee shall be", "No employee should be")
f("2 yes/no", "VO3", "recommends voting yes", "recommends voting no")
f("2 only members", "VO1", "You have to be a member to vote.", "You do not have to be a member to vote.")
f("2 hour", "VO2", "6am-8pm", "8am-6pm")
f("2 hall number", "VO2", "Fire Hall No. 2", "Fire Hall No. 3")
f("2 ES only", "VO4", "Sólo los miembros pueden votar.", "Todos pueden votar.")
f("2 ES recommends", "VO4", "recomienda votar que sí", "recomienda votar que no")
f("2 promise", "VO1", "Join at the door.", "Join at the door. Next year we will surely get 5 percent.")
f("2 street", "VO3", "45 Cannery Way", "54 Cannery Way")
# 3 training
TRAIN = G(
    "New stewards can take a two-day class. The local pays for the class and for lost wages. You do not need experience. Sign up with the education office, not with your supervisor. Space is limited to 20 people.",
    [
        ("date", "Tuesday, January 19, 2027"),
        ("date", "Wednesday, January 20, 2027"),
        ("time", "8:30 am"),
        ("room", "Union Hall, Classroom 4"),
        ("deadline", "Friday, January 8, 2027"),
        ("email", "learn@local417.org"),
        ("name", "Sofia Marchetti, education director"),
        ("number", "20 people"),
    ],
    sector="federal",
)
t(
    "TR1",
    TRAIN,
    "email",
    """Hello {{ first_name }},

Would you like to be a steward? Take our class for new stewards. It runs for two days, Tuesday, January 19 and Wednesday, January 20, and begins at 8:30 am in Classroom 4 of the Union Hall.

The local covers the class and the wages you lose. No experience is needed.

Sign up by Friday, January 8 with the education office: learn@local417.org. Do not sign up with your supervisor. There is room for 20 people.

Sofia Marchetti, education director
Local 417""",
    subject="Class for new stewards in January",
)
t(
    "TR2",
    TRAIN,
    "newsletter",
    """Learn to be a steward

Twenty people can join the January class for new stewards. It lasts two days: Jan. 19 (Tuesday) and Jan. 20 (Wednesday). Doors open at 08:30 in Classroom 4, Union Hall.

You need not bring any experience, and it costs you nothing: the local pays for the class as well as lost wages. Write to the education office at learn@local417.org no later than Friday, January 8. Your supervisor does not handle the sign-up.

Contact: Sofia Marchetti, education director""",
)
t(
    "TR3",
    TRAIN,
    "sms",
    "Local 417: New steward class Tue 1/19 & Wed 1/20, 8:30am, Union Hall, Classroom 4. Wages covered. 20 seats. Sign up by Fri 1/8: learn@local417.org STOP to opt out",
)
t(
    "TR4",
    TRAIN,
    "email",
    """Hola {{ first_name }}:

Hay una clase de dos días para delegados nuevos: martes 19 y miércoles 20 de enero, a las 8:30 am, Union Hall, Classroom 4. El sindicato paga la clase y los salarios perdidos. No se necesita experiencia.

Inscríbase a más tardar el viernes 8 de enero con la oficina de educación, learn@local417.org, y no con su supervisor. Hay lugar para 20 personas.

Sofia Marchetti, directora de educación
Local 417""",
    subject="Clase para delegados nuevos",
    lang="es",
)
f("2 not with supervisor", "TR1", "Do not sign up with your supervisor.", "You can also sign up with your supervisor.")
f("2 experience", "TR1", "No experience is needed.", "You need two years of experience.")
f("2 pays turned", "TR1", "The local covers the class", "The agency covers the class")
f("2 days", "TR2", "It lasts two days", "It lasts three days")
f("2 classroom", "TR3", "Classroom 4", "Classroom 14")
f("2 deadline", "TR3", "by Fri 1/8", "by Fri 1/15")
f("2 weekday", "TR2", "Jan. 20 (Wednesday)", "Jan. 20 (Thursday)")
f("2 ES experience", "TR4", "No se necesita experiencia", "Se necesita experiencia")
f("2 ES supervisor", "TR4", "y no con su supervisor", "o con su supervisor")
f("2 title", "TR2", "education director", "executive director")
f("2 email", "TR4", "learn@local417.org", "learn@local417.com")
# 4 settlement (overtime pay back)
BACK = G(
    "The arbitrator ruled for the union: the agency must pay back wages to 58 mechanics for skipped meal breaks from 2024 to 2026. Payment comes by direct deposit. You do not have to file anything. Mechanics who left must send their new address.",
    [
        ("text", "Arbitrator's award of November 16, 2026"),
        ("number", "58 mechanics"),
        ("money", "$212,400 in all"),
        ("date", "Friday, January 15, 2027"),
        ("name", "Joel Abernathy, president"),
        ("phone", "503-555-0104"),
        ("deadline", "Thursday, December 31, 2026 to send a new address"),
    ],
    sector="federal",
)
t(
    "BA1",
    BACK,
    "email",
    """Dear {{ first_name }},

We won. On November 16 the arbitrator ruled that the agency has to pay back wages to 58 mechanics whose meal breaks were skipped between 2024 and 2026. Altogether it is $212,400.

The money arrives by direct deposit on Friday, January 15. You need to file nothing.

Do you know a mechanic who has left? They must send us their new address by Thursday, December 31.

Joel Abernathy, president, 503-555-0104

Local 417""",
    subject="58 mechanics get back wages",
)
t(
    "BA2",
    BACK,
    "board",
    """ARBITRATION AWARD: MEAL BREAKS

Award of Nov. 16, 2026: the agency owes back wages for meal breaks skipped 2024-2026.
58 mechanics, $212,400 in total
Direct deposit: Fri., Jan. 15, 2027
Nothing to file.
Left the agency? New address to us by Thu., Dec. 31.
J. Abernathy, president, 503-555-0104""",
)
t(
    "BA3",
    BACK,
    "social",
    """A win for 58 mechanics: the arbitrator ruled that the agency must pay $212,400 for skipped meal breaks. Direct deposit Fri, Jan 15. Former mechanics: send a new address by Thu, Dec 31. 503-555-0104""",
)
f("2 who won", "BA1", "We won.", "We lost.")
f("2 total/each", "BA1", "Altogether it is $212,400.", "Each of them gets $212,400.")
f("2 number", "BA2", "58 mechanics", "85 mechanics")
f("2 way of pay", "BA1", "by direct deposit", "by check in the mail")
f("2 duty invented", "BA1", "You need to file nothing.", "You must file a claim to get it.")
f("2 decider", "BA1", "the arbitrator ruled", "the judge ruled")
f("2 date swap", "BA1", "on Friday, January 15", "on Thursday, December 31")
f("2 years", "BA2", "2024-2026", "2023-2026")
# 5 dress / picket
PICK = G(
    "Join the practice picket at the north gate before work. Wear red. Do not block trucks and do not talk to the press; send reporters to the president. Off-duty workers only. Signs are ready at the hall.",
    [
        ("date", "Friday, December 4, 2026"),
        ("time", "5:45 am to 6:45 am"),
        ("room", "North Gate, Harbor Street"),
        ("name", "Imani Brooks, picket captain"),
        ("phone", "503-555-0143"),
    ],
    klass="solidarity",
    sector="private",
)
t(
    "PK1",
    PICK,
    "sms",
    "Local 417: Practice picket Fri 12/4, 5:45-6:45 am, North Gate, Harbor St. Wear red. Off-duty only. Do not block trucks. Imani Brooks 503-555-0143 Reply STOP to opt out",
)
t(
    "PK2",
    PICK,
    "email",
    """{{ first_name }}, stand with us!

Before work on Friday, December 4, we hold a practice picket at the North Gate on Harbor Street, from 5:45 to 6:45 am. Put on something red. We have signs for you at the hall.

Please keep to this:
1. Come off duty only.
2. Let trucks pass.
3. Don't talk to reporters. Point them to the president.

Imani Brooks, picket captain: 503-555-0143

Local 417""",
    subject="Practice picket on Friday, December 4",
)
t(
    "PK3",
    PICK,
    "phone",
    """Hi {{ first_name }}, this is Local 417. How are things at work?

We have a practice picket this Friday, December 4, at the North Gate on Harbor Street, a quarter to six until a quarter to seven in the morning. Can you make it?

If yes: wear red, and come when you are off duty. We don't block trucks, and we leave the press to the president. Signs are at the hall.

Call Imani Brooks, picket captain, at 503-555-0143 if something comes up.""",
)
f("2 gate", "PK1", "North Gate", "South Gate")
f("2 block turned", "PK1", "Do not block trucks.", "Block all trucks.")
f("2 press turned", "PK2", "Don't talk to reporters.", "Talk to reporters.")
f("2 off duty", "PK2", "Come off duty only.", "Come on duty if you can.")
f("2 colour", "PK2", "something red", "something blue")
f("2 hour words", "PK3", "a quarter to six until", "a quarter past six until")
f("2 title", "PK2", "picket captain", "picket marshal")
# 6 benefits open season
OPEN = G(
    "Open season for dental plans closes soon. Retirees keep their plan without doing anything. Active members who want to change must use the online form; paper forms are no longer accepted. The union does not recommend any plan.",
    [
        ("deadline", "Monday, December 14, 2026, 11:59 pm"),
        ("link", "https://benefits.example.org"),
        ("money", "$18.40 per month for one person"),
        ("money", "$41.75 per month for a family"),
        ("name", "Ruth Delgado, benefits officer"),
        ("phone", "503-555-0129"),
    ],
    sector="federal",
)
t(
    "OP1",
    OPEN,
    "email",
    """Hello {{ first_name }},

Dental open season ends on Monday, December 14, at 11:59 pm. Want another plan? Use the online form at https://benefits.example.org. Paper forms are not accepted any more.

Coverage for one costs $18.40 a month, for a family $41.75 a month. We do not recommend one plan over another.

Retired? Your plan goes on, and you need not do a thing.

Ruth Delgado, benefits officer: 503-555-0129

Local 417""",
    subject="Dental plans: change by December 14",
)
t(
    "OP2",
    OPEN,
    "sms",
    "Local 417: Dental open season closes Mon 12/14, 11:59 pm. Change online only: benefits.example.org Retirees: nothing to do. Help 503-555-0129 STOP to opt out",
)
t(
    "OP3",
    OPEN,
    "letter",
    """Estimada/o {{ first_name }}:

La inscripción dental termina el lunes 14 de diciembre a las 11:59 pm. Si quiere cambiar de plan, use el formulario en línea: https://benefits.example.org. Ya no se aceptan formularios de papel.

Cuesta $18.40 al mes para una persona y $41.75 al mes para una familia. El sindicato no recomienda ningún plan.

Los jubilados conservan su plan sin hacer nada.

Ruth Delgado, encargada de beneficios: 503-555-0129

Local 417""",
    subject="Plan dental",
    lang="es",
)
f("2 prices swapped", "OP1", "$18.40 a month, for a family $41.75", "$41.75 a month, for a family $18.40")
f("2 paper turned", "OP1", "Paper forms are not accepted any more.", "Paper forms are accepted, too.")
f("2 recommend turned", "OP1", "We do not recommend one plan over another.", "We recommend the family plan.")
f("2 retirees turned", "OP2", "Retirees: nothing to do.", "Retirees: sign up again.")
f("2 ES recommend", "OP3", "El sindicato no recomienda ningún plan.", "El sindicato recomienda este plan.")
f("2 ES accepted", "OP3", "Ya no se aceptan", "También se aceptan")
f("2 ES retirees", "OP3", "Los jubilados conservan su plan", "Los jubilados pierden su plan")
f("2 link", "OP2", "benefits.example.org", "benefit.example.org")
f("2 minute", "OP1", "11:59 pm", "11:59 am")
LIB = G(
    "The county cuts library hours on Sundays. Nobody loses pay. The union and the county agreed that full-time librarians keep 40 hours. Part-time pages may pick other shifts by seniority. Tell your steward if your shift is taken away.",
    [
        ("date", "Sunday, January 3, 2027"),
        ("number", "14 branches"),
        ("name", "Nadia Petrov, unit chair"),
        ("phone", "503-555-0151"),
        ("deadline", "Monday, December 21, 2026 to choose shifts"),
        ("link", "https://local417.org/library"),
    ],
    sector="public",
)
t(
    "LI1",
    LIB,
    "email",
    """Hello {{ first_name }},

From Sunday, January 3, the county will cut Sunday hours in 14 branches of the library. No one will lose pay.

We reached this deal with the county: full-time librarians stay at 40 hours, and part-time pages choose other shifts in order of seniority. Make your choice by Monday, December 21: https://local417.org/library.

Was your shift taken from you? Let your steward know, or call Nadia Petrov, unit chair, at 503-555-0151.

Local 417""",
    subject="Sunday hours at the library",
)
t(
    "LI2",
    LIB,
    "sms",
    "Local 417: Sunday library hours end at 14 branches from Sun 1/3. No loss of pay. Part-time pages: pick shifts by Mon 12/21 at local417.org/library Reply STOP to opt out",
)
t(
    "LI3",
    LIB,
    "talking_points",
    """- The county cuts Sunday hours in 14 branches, starting Sunday, January 3.
- Nobody's pay goes down.
- Full-time librarians keep their 40 hours.
- Part-time pages pick other shifts; seniority counts. Last day to choose: Monday, December 21.
- Lost a shift? Tell the steward.
Questions: Nadia Petrov, unit chair, 503-555-0151, local417.org/library""",
)
t(
    "LI4",
    LIB,
    "email",
    """Hola {{ first_name }}:

El condado recorta el horario de los domingos en 14 sucursales de la biblioteca a partir del domingo 3 de enero. Nadie pierde salario.

Los bibliotecarios de tiempo completo conservan sus 40 horas. Los ayudantes de medio tiempo pueden escoger otros turnos por antigüedad, a más tardar el lunes 21 de diciembre: https://local417.org/library

Avise a su delegada si le quitan el turno. Nadia Petrov: 503-555-0151.

Local 417""",
    subject="Horario de la biblioteca",
    lang="es",
)
f("3 pay turned", "LI1", "No one will lose pay.", "Some will lose pay.")
f("3 hours", "LI3", "40 hours", "30 hours")
f("3 who keeps", "LI1", "full-time librarians stay at 40 hours", "all librarians stay at 40 hours")
f("3 ES nobody", "LI4", "Nadie pierde salario.", "Todos pierden salario.")
f("3 seniority", "LI1", "in order of seniority", "by lottery")
f("3 to whom", "LI3", "Tell the steward.", "Tell the manager.")
f("3 branches", "LI2", "14 branches", "41 branches")
f("3 by/after", "LI4", "a más tardar el lunes 21", "a partir del lunes 21")
f("3 title", "LI3", "unit chair", "unit secretary")
GYM = G(
    "Blood drive at the firehouse. Donors get two hours of paid time. Eat before you come and drink water. People who had a tattoo in the last three months cannot give blood. Walk-ins are welcome; appointments go first.",
    [
        ("date", "Wednesday, December 16, 2026"),
        ("time", "10:00 am to 4:00 pm"),
        ("room", "Firehouse 9, second floor"),
        ("name", "Carl Lindqvist, health committee"),
        ("phone", "503-555-0162"),
        ("number", "2 hours of paid time"),
    ],
    klass="event",
    sector="public",
)
t(
    "GY1",
    GYM,
    "email",
    """Hi {{ first_name }},

Will you give blood on Wednesday, December 16? We are at Firehouse 9, second floor, from 10 am to 4 pm.

Donors receive two hours of paid time. Please eat before you come, and drink water. Had a tattoo in the past three months? Then you cannot give this time.

You may walk in, but people with appointments go first. Carl Lindqvist of the health committee books them: 503-555-0162.

Local 417""",
    subject="Give blood on December 16",
)
t(
    "GY2",
    GYM,
    "board",
    """BLOOD DRIVE
Wed., December 16, 10:00-16:00
Firehouse 9, 2nd floor

2 hours of paid time for donors
Eat first. Drink water.
Tattoo within 3 months: not this time.
Walk-ins welcome. Appointments go first.
Carl Lindqvist, health committee, 503-555-0162""",
)
t(
    "GY3",
    GYM,
    "sms",
    "Local 417 blood drive: Wed 12/16, 10-4, Firehouse 9, 2nd fl. Donors get 2 hrs paid. Eat first! Walk-ins OK. 503-555-0162. Reply STOP to opt out",
)
f("3 paid/unpaid", "GY1", "two hours of paid time", "two hours of unpaid time")
f("3 before/after", "GY1", "Please eat before you come", "Please eat after you come")
f("3 tattoo turned", "GY1", "Then you cannot give this time.", "You can still give this time.")
f("3 walk-ins", "GY2", "Walk-ins welcome.", "No walk-ins.")
f("3 floor", "GY3", "2nd fl", "3rd fl")
f("3 hour", "GY2", "10:00-16:00", "10:00-17:00")
f("3 months", "GY1", "three months", "six months")
SICK = G(
    "The agency wrote that sick leave needs a doctor's note from the first day. The contract says a note is needed only after three days. The union filed a grievance. Do not hand in a note for one or two days unless a supervisor asks in writing.",
    [
        (
            "quotation",
            "A medical certificate may be required only for absences of more than three consecutive workdays",
        ),
        ("date", "Memo of Tuesday, November 17, 2026"),
        ("name", "Yvonne Castillo, chief steward"),
        ("email", "steward@local417.org"),
        ("date", "Monday, December 7, 2026"),
        ("time", "5:15 pm"),
        ("room", "Annex, Room 12"),
    ],
    sources=[
        (
            "Article 20, Section 3",
            "A medical certificate may be required only for absences of more than three consecutive workdays. The supervisor asks for it in writing.",
        )
    ],
)
t(
    "SI1",
    SICK,
    "email",
    """Dear {{ first_name }},

In a memo of Tuesday, November 17, the agency said that you need a doctor's note from your first day of sick leave. That is not what we agreed. Article 20, Section 3 says: “A medical certificate may be required only for absences of more than three consecutive workdays.”

The union has filed a grievance. Meanwhile, don't hand in a note for one or two days, unless your supervisor asks you in writing.

Bring your questions on Monday, December 7, at 5:15 pm to the Annex, Room 12. Or write to Yvonne Castillo, chief steward: steward@local417.org.

Local 417""",
    subject="Sick leave: when you need a note",
)
t(
    "SI2",
    SICK,
    "flyer",
    """SICK FOR A DAY OR TWO?
YOU DON'T NEED A NOTE.

• The contract asks for a note only after three days.
• The agency's memo says otherwise. We filed a grievance.
• No note for 1 or 2 days, unless the supervisor asks in writing.

Monday, December 7 · 5:15 pm · Annex, Room 12
Yvonne Castillo, chief steward · steward@local417.org""",
)
t(
    "SI3",
    SICK,
    "email",
    """Hola {{ first_name }}:

En un memo del martes 17 de noviembre, la agencia escribió que hace falta una nota del médico desde el primer día de enfermedad. El contrato dice que la nota se necesita solo después de tres días (Artículo 20, Sección 3). El sindicato presentó una queja.

No entregue una nota por uno o dos días, salvo que el supervisor la pida por escrito.

Hablemos el lunes 7 de diciembre a las 5:15 pm, Annex, Room 12. Escriba a Yvonne Castillo: steward@local417.org.

Local 417""",
    subject="Licencia por enfermedad",
    lang="es",
)
f("3 quotation", "SI1", "more than three consecutive", "more than two consecutive")
f("3 negation", "SI1", "don't hand in a note", "hand in a note")
f("3 in writing", "SI1", "asks you in writing", "asks you by phone")
f("3 who filed", "SI2", "We filed a grievance.", "Management filed a grievance.")
f("3 three days", "SI2", "after three days", "after five days")
f("3 ES negation", "SI3", "No entregue una nota", "Entregue una nota")
f("3 ES condition", "SI3", "salvo que el supervisor la pida por escrito", "aunque el supervisor la pida por escrito")
f("3 room", "SI3", "Room 12", "Room 21")
f("3 weekday", "SI2", "Monday, December 7", "Tuesday, December 7")


def _turned(base: str, old: str, new: str) -> tuple[Ground, Draft]:
    ground, draft = next((ground, draft) for name, ground, draft in TRUE if name == base)
    assert old in draft.whole()
    said = {part: text.replace(old, new) for part, text in draft.fields()}
    return ground, dataclasses.replace(draft, **said)


F = [(f"{what} {base}", *_turned(base, old, new)) for what, base, old, new in TURNS]
