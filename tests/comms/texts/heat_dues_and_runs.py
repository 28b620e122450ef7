"""Fifteen briefs of three locals, thirty-nine texts as a good model writes them, and the same with one thing turned."""

from tests.comms.texts.tables import Texts

A = Texts("Local 1420", "Tri-County Public Employees, Local 1420", "PO Box 1420, Marietta, OH 45750", "740-555-0120")
B = Texts(
    "Local 36", "Gulf Transit and Maintenance Workers, Local 36", "908 Dauphin Street, Mobile, AL 36602", "251-555-0136"
)
C = Texts("Local 2077", "Federal Laboratory Employees, Local 2077", "PO Box 77, Los Alamos, NM 87544", "505-555-0177")

# 1 heat plan
HEAT = B.ground(
    "The transit authority agreed to a heat plan for the bus garage. When it is over 90 degrees inside, mechanics get a ten-minute break every hour, with pay. The authority supplies water and ice. Fans stay until October. If a supervisor refuses you a break, write down the time and tell your steward.",
    [
        ("date", "Monday, June 7, 2027"),
        ("place", "Garage 3, Conti Street"),
        ("name", "Delphine Roy, chief steward"),
        ("phone", "251-555-0161"),
        ("number", "64 mechanics"),
    ],
    sector="public",
)
B.true(
    "HT1",
    HEAT,
    "email",
    """Hello {{ first_name }},

Starting Monday, June 7, there is a heat plan for Garage 3 on Conti Street. It covers all 64 mechanics.

Here is what it means for you. If the temperature inside goes above 90 degrees, you get a ten-minute break each hour, and you are paid for it. Water and ice come from the authority. The fans stay up until October.

What if a supervisor says no to a break? Note the time and let your steward know.

Questions? Call Delphine Roy, chief steward, at 251-555-0161.

Local 36""",
    "Heat plan starts June 7",
)
B.true(
    "HT2",
    HEAT,
    "sms",
    "Local 36: Heat plan in Garage 3 from Mon June 7. Over 90 degrees = a paid 10-min break every hour. Refused? Write down the time, tell your steward. 251-555-0161. STOP to end",
)
B.true(
    "HT3",
    HEAT,
    "flyer",
    """TOO HOT IN THE GARAGE?

- Above 90 degrees: ten minutes of paid break every hour
- The authority brings water and ice
- No break given? Write down the time, tell your steward

From Monday, June 7, 2027, Garage 3, Conti Street
Delphine Roy, chief steward: 251-555-0161""",
    "Heat plan",
)
B.true(
    "HT4",
    HEAT,
    "email",
    """Hola {{ first_name }}:

A partir del lunes 7 de junio de 2027 hay un plan contra el calor en el Garaje 3, Conti Street, para los 64 mecánicos.

Cuando adentro haga más de 90 grados, usted tiene un descanso de diez minutos cada hora, con paga. La autoridad pone el agua y el hielo. Los ventiladores se quedan hasta octubre.

Si un supervisor le niega el descanso, anote la hora y avise a su delegado.

Preguntas: Delphine Roy, 251-555-0161.

Local 36""",
    "Plan contra el calor",
    lang="es",
)
B.turn("HT1", "below", "goes above 90 degrees", "goes below 90 degrees")
B.turn("HT1", "unpaid", "and you are paid for it", "and it comes out of your lunch time")
B.turn("HT3", "who brings", "The authority brings water and ice", "Bring your own water and ice")
B.turn("HT4", "gerente", "avise a su delegado", "avise a su gerente")
B.turn("HT4", "sin paga", "cada hora, con paga", "cada hora, sin paga")
B.turn("HT2", "minutes", "10-min break", "15-min break")

# 2 dues vote
DUES = A.ground(
    "The executive board proposes to raise dues from 1.2 percent to 1.5 percent of base pay, to hire a second organizer. Members decide by secret ballot. Dues do not go up for retirees. The last increase was in 2014.",
    [
        ("date", "Wednesday, February 10, 2027"),
        ("time", "7:00 AM to 7:00 PM"),
        ("place", "Firefighters Hall, 211 Second Street"),
        ("deadline", "Friday, January 29, 2027 to ask for an absentee ballot"),
        ("name", "Corwin Hale, secretary-treasurer"),
        ("email", "ballots@local1420.example"),
    ],
    klass="internal_business",
    sector="public",
)
A.true(
    "DU1",
    DUES,
    "email",
    """Dear {{ first_name }},

You decide whether dues go up. The executive board proposes to raise them from 1.2 percent to 1.5 percent of base pay. With that money the local would hire a second organizer. The last time dues rose was in 2014. Retirees would pay the same as now.

The vote is by secret ballot on Wednesday, February 10, from 7:00 AM to 7:00 PM at Firefighters Hall, 211 Second Street.

Cannot come? Ask for an absentee ballot by Friday, January 29. Write to Corwin Hale, secretary-treasurer, at ballots@local1420.example.

Local 1420""",
    "Your vote on dues: February 10",
)
A.true(
    "DU2",
    DUES,
    "talking_points",
    """- The board wants to bring dues from 1.2 to 1.5 percent of base pay. Members have the last word.
- Why: to hire a second organizer. There has been no increase since 2014.
- Retirees are not affected.
- Vote on Wednesday, February 10, 7:00 AM to 7:00 PM, Firefighters Hall, 211 Second Street. The ballot is secret.
- Absentee ballots: ask by Friday, January 29, ballots@local1420.example.

Who can I ask? Corwin Hale, secretary-treasurer.""",
)
A.true(
    "DU3",
    DUES,
    "sms",
    "Local 1420: Vote on dues Wed Feb 10, 7 AM-7 PM, Firefighters Hall, 211 Second Street. Absentee ballot? Ask by Jan 29: ballots@local1420.example. Reply STOP to opt out",
)
A.turn("DU1", "decided", "The executive board proposes to raise them", "The executive board has raised them")
A.turn("DU1", "direction", "from 1.2 percent to 1.5 percent", "from 1.5 percent to 1.2 percent")
A.turn("DU1", "retirees", "Retirees would pay the same as now.", "Retirees would pay more as well.")
A.turn("DU2", "open vote", "The ballot is secret.", "The vote is by show of hands.")
A.turn("DU2", "board decides", "Members have the last word.", "The board has the last word.")

# 3 overtime grievance settled
OTS = C.ground(
    "The laboratory settled our grievance over call-back pay. Technicians called in after hours between March 2025 and August 2026 get two hours of pay for each call. Nobody has to file anything; payroll works it out. The laboratory admits no fault.",
    [
        ("money", "$86,300"),
        ("number", "41 technicians"),
        ("deadline", "Friday, March 12, 2027"),
        ("name", "Anneke Vos, grievance chair"),
        ("email", "avos@local2077.example"),
    ],
    [
        (
            "Article 17, Section 3",
            "An employee called back to work after the end of the shift shall be paid for no less than two (2) hours.",
        )
    ],
)
C.true(
    "OS1",
    OTS,
    "email",
    """Hello {{ first_name }},

Our grievance over call-back pay is settled. 41 technicians share $86,300.

If you were called in after hours between March 2025 and August 2026, you get two hours of pay for every call. You do not have to file anything. Payroll works it out and pays by Friday, March 12, 2027. The laboratory admits no fault.

The contract says: "An employee called back to work after the end of the shift shall be paid for no less than two (2) hours." That is Article 17, Section 3.

Does your amount look wrong? Write to Anneke Vos, grievance chair: avos@local2077.example.

Local 2077""",
    "Call-back pay: what you get",
)
C.true(
    "OS2",
    OTS,
    "newsletter",
    """Call-back pay settled

The laboratory will pay $86,300 to 41 technicians. For each time they were called in after hours from March 2025 through August 2026, they receive two hours of pay. Payroll does the math, so there is nothing to file. The money is due by Friday, March 12.

The settlement says the laboratory is not at fault. Anneke Vos, the grievance chair, answers questions at avos@local2077.example.""",
    "Call-back pay settled",
)
C.true(
    "OS3",
    OTS,
    "social",
    "Our union settled the grievance over call-back pay: $86,300 for 41 technicians, to be paid by Friday, March 12. Questions: avos@local2077.example",
)
C.turn("OS1", "must file", "You do not have to file anything.", "File a claim to get it.")
C.turn("OS1", "quotation", "no less than two (2) hours", "no less than four (4) hours")
C.turn(
    "OS2",
    "fault",
    "The settlement says the laboratory is not at fault.",
    "The laboratory admitted that it was at fault.",
)
C.turn("OS3", "won", "Our union settled the grievance", "The arbitrator upheld our grievance")
C.turn("OS1", "clause", "Article 17, Section 3", "Article 17, Section 5")

# 4 parking lot swap
PARK = A.ground(
    "The county is repaving Lot A. Day shift parks in the fairgrounds, night shift in the courthouse garage. The shuttle from the fairgrounds is free and runs every 20 minutes. Permits stay valid. Employees with a disability placard may keep using Lot A.",
    [
        ("date", "Monday, April 5, 2027"),
        ("date", "Friday, April 23, 2027"),
        ("phone", "740-555-0144"),
        ("name", "Ruth Amador"),
    ],
    sector="public",
)
A.true(
    "PK1",
    PARK,
    "email",
    """Hello {{ first_name }},

From Monday, April 5 to Friday, April 23, the county repaves Lot A. You will park somewhere else for those weeks:

- Day shift: the fairgrounds. A free shuttle runs every 20 minutes.
- Night shift: the courthouse garage.

Your permit stays valid. If you have a disability placard, you may keep using Lot A.

Ruth Amador can help: 740-555-0144.

Local 1420""",
    "Where to park from April 5",
)
A.true(
    "PK2",
    PARK,
    "board",
    """LOT A CLOSED FOR PAVING

Monday, April 5 to Friday, April 23, 2027

Day shift: fairgrounds, free shuttle every 20 minutes
Night shift: courthouse garage
Disability placards: Lot A stays open to you
Permits remain valid

Ruth Amador, 740-555-0144""",
    "Lot A closed",
)
A.true(
    "PK3",
    PARK,
    "sms",
    "Local 1420: Lote A cerrado del lun 5 de abr al vie 23 de abr. Turno de día: estacione en el recinto ferial (autobús gratis). Turno de noche: garaje del juzgado. 740-555-0144. Responda ALTO para salir",
    lang="es",
)
A.turn(
    "PK1",
    "swap",
    "- Day shift: the fairgrounds. A free shuttle runs every 20 minutes.\n- Night shift: the courthouse garage.",
    "- Night shift: the fairgrounds. A free shuttle runs every 20 minutes.\n- Day shift: the courthouse garage.",
)
A.turn(
    "PK2",
    "swap board",
    "Day shift: fairgrounds, free shuttle every 20 minutes\nNight shift: courthouse garage",
    "Night shift: fairgrounds, free shuttle every 20 minutes\nDay shift: courthouse garage",
)
A.turn(
    "PK3",
    "cambio",
    "Turno de día: estacione en el recinto ferial (autobús gratis). Turno de noche: garaje del juzgado.",
    "Turno de noche: estacione en el recinto ferial (autobús gratis). Turno de día: garaje del juzgado.",
)
A.turn("PK2", "placards", "Disability placards: Lot A stays open to you", "Disability placards: not valid in Lot A")

# 5 steward election
STEW = C.ground(
    "Members in Building 12 elect two stewards. Candidates must have been members for at least six months. You can nominate yourself. Nominations close before the vote. Supervisors may not be in the room.",
    [
        ("deadline", "Tuesday, January 12, 2027"),
        ("date", "Tuesday, January 26, 2027"),
        ("time", "11:30 AM"),
        ("place", "Building 12, Room 140"),
        ("name", "Oskar Lindgren, election committee"),
        ("phone", "505-555-0190"),
    ],
    klass="internal_business",
)
C.true(
    "SE1",
    STEW,
    "email",
    """Dear {{ first_name }},

Building 12 needs two stewards, and you choose them.

Want to run? You can nominate yourself, or a coworker can do it. You must have been a member for six months or more. Nominations close on Tuesday, January 12.

We vote on Tuesday, January 26, at 11:30 AM in Building 12, Room 140. Supervisors may not be in the room.

Call Oskar Lindgren of the election committee: 505-555-0190.

Local 2077""",
    "Elect your two stewards",
)
C.true(
    "SE2",
    STEW,
    "phone",
    """Hi, this is a volunteer with Local 2077. Have you thought about who should be steward in Building 12?

We elect two stewards on Tuesday, January 26, at 11:30 in the morning, Room 140. Nominations close on Tuesday, January 12, and you may nominate yourself if you have been a member for at least six months.

Would you like to run, or name someone?
If yes: please call Oskar Lindgren at 505-555-0190.
If no: thank you, and please come and vote.""",
)
C.turn("SE1", "at most", "for six months or more", "for six months or less")
C.turn("SE1", "supervisors", "Supervisors may not be in the room.", "Supervisors may be in the room.")
C.turn("SE2", "self", "and you may nominate yourself if", "and someone else must nominate you if")
C.turn(
    "SE2",
    "dates swap",
    "We elect two stewards on Tuesday, January 26, at 11:30 in the morning, Room 140. Nominations close on Tuesday, January 12,",
    "We elect two stewards on Tuesday, January 12, at 11:30 in the morning, Room 140. Nominations close on Tuesday, January 26,",
)
C.turn("SE1", "room", "Room 140", "Room 104")

# 6 flu shots
FLU = C.ground(
    "Free flu shots for members and their families. Non-members pay $20. Shots are optional. Bring your badge; you do not need an appointment. A nurse from the county gives the shots.",
    [
        ("date", "Thursday, December 17, 2026"),
        ("time", "10:00 AM to 2:00 PM"),
        ("place", "Cafeteria annex"),
        ("phone", "505-555-0102"),
    ],
    klass="event",
)
C.true(
    "FL1",
    FLU,
    "email",
    """Hello {{ first_name }},

Get your flu shot at work on Thursday, December 17, from 10:00 AM to 2:00 PM, in the Cafeteria annex.

It is free for members and their families. Non-members pay $20. Nobody has to take part. There is no need for an appointment; just bring your badge. A county nurse gives the shots.

Questions: 505-555-0102.

Local 2077""",
    "Flu shots on December 17",
)
C.true(
    "FL2",
    FLU,
    "flyer",
    """FREE FLU SHOTS FOR MEMBERS

- Families welcome, also free
- Non-members: $20
- No appointment. Bring your badge.

Thursday, December 17, 10:00 AM to 2:00 PM
Cafeteria annex
505-555-0102""",
    "Flu shots",
)
C.true(
    "FL3",
    FLU,
    "flyer",
    """VACUNAS GRATIS CONTRA LA GRIPE

- Gratis para miembros y sus familias
- Los que no son miembros pagan $20
- Sin cita. Traiga su credencial.

Jueves 17 de diciembre de 2026, de 10:00 a. m. a 2:00 p. m.
Anexo de la cafetería
505-555-0102""",
    "Vacunas contra la gripe",
    lang="es",
)
C.turn(
    "FL1",
    "price swap",
    "It is free for members and their families. Non-members pay $20.",
    "It is free for non-members. Members and their families pay $20.",
)
C.turn("FL1", "duty", "Nobody has to take part.", "Everybody has to take part.")
C.turn("FL3", "cita", "- Sin cita. Traiga su credencial.", "- Con cita. Traiga su credencial.")
C.turn("FL2", "family", "- Families welcome, also free", "- Families pay half price")

# 7 shift bid
BID = B.ground(
    "Run bids for spring open in January. Full-time operators bid first, by seniority; part-time operators bid after them. If you miss your turn, the office assigns you a run. Bids cannot be changed after you sign. Proxy bids need a signed form.",
    [
        ("date", "Monday, January 11, 2027"),
        ("time", "6:00 AM"),
        ("place", "Dispatch window, Royal Street"),
        ("deadline", "Thursday, January 14, 2027"),
        ("name", "Hollis Trent"),
        ("phone", "251-555-0110"),
    ],
    sector="public",
)
B.true(
    "BD1",
    BID,
    "email",
    """Hello {{ first_name }},

It is time to pick your spring run. Bidding opens on Monday, January 11, at 6:00 AM, at the dispatch window on Royal Street. It ends on Thursday, January 14.

Full-time operators go first, in order of seniority. Part-time operators follow. If you miss your turn, the office picks a run for you. Once you sign, your bid is final.

If somebody bids for you, they need a form you have signed.

Questions? Hollis Trent, 251-555-0110.

Local 36""",
    "Spring bids open January 11",
)
B.true(
    "BD2",
    BID,
    "sms",
    "Local 36: Spring bids open Mon Jan 11, 6 AM, dispatch window, Royal Street. Last day Thu Jan 14. Miss your turn and the office assigns your run. 251-555-0110 STOP to end",
)
B.true(
    "BD3",
    BID,
    "board",
    """SPRING RUN BIDS

Open: Monday, January 11, 2027, 6:00 AM, dispatch window, Royal Street
Close: Thursday, January 14, 2027

1. Full-time operators by seniority
2. Part-time operators

A signed bid cannot be changed. Proxies need a signed form. Miss your turn and you get the run the office assigns.

Hollis Trent, 251-555-0110""",
    "Spring run bids",
)
B.turn(
    "BD1",
    "order",
    "Full-time operators go first, in order of seniority. Part-time operators follow.",
    "Part-time operators go first. Full-time operators follow, in order of seniority.",
)
B.turn("BD1", "final", "Once you sign, your bid is final.", "You can change your bid after you sign.")
B.turn("BD2", "keeps", "Miss your turn and the office assigns your run.", "Miss your turn and you keep your old run.")
B.turn("BD3", "form", "Proxies need a signed form.", "Proxies need no form.")
B.turn(
    "BD3",
    "opens closes",
    "Open: Monday, January 11, 2027, 6:00 AM, dispatch window, Royal Street\nClose: Thursday, January 14, 2027",
    "Open: Thursday, January 14, 2027, 6:00 AM, dispatch window, Royal Street\nClose: Monday, January 11, 2027",
)

# 8 contract ratification online
RAT = A.ground(
    "Vote on the tentative agreement online. Only members in good standing can vote; join by January 8 and you can vote too. Two thirds of those voting must say yes. The bargaining team recommends a yes vote. If it fails, we go back to the table.",
    [
        ("date", "Monday, January 18, 2027"),
        ("time", "noon"),
        ("deadline", "Friday, January 22, 2027"),
        ("link", "https://vote.local1420.example"),
        ("name", "Samira Haddad, chief negotiator"),
        ("phone", "740-555-0155"),
        ("percent", "3.25 percent in July 2027"),
    ],
    klass="internal_business",
    sector="public",
)
A.true(
    "RA1",
    RAT,
    "email",
    """Dear {{ first_name }},

You can vote on the tentative agreement. Voting opens online at noon on Monday, January 18, and ends on Friday, January 22: https://vote.local1420.example

The agreement brings 3.25 percent in July 2027. Your bargaining team recommends that you vote yes. It takes two thirds of the votes cast. If it fails, we go back to the table.

Only members in good standing may vote. Not a member yet? Join by January 8 and you can vote as well.

Samira Haddad, chief negotiator, takes your questions: 740-555-0155.

Local 1420""",
    "Vote on the agreement from January 18",
)
A.true(
    "RA2",
    RAT,
    "sms",
    "Local 1420: Contract vote opens Mon Jan 18 at noon, ends Fri Jan 22: https://vote.local1420.example. Members only. Questions: 740-555-0155. Reply STOP to opt out",
)
A.true(
    "RA3",
    RAT,
    "email",
    """Estimado/a {{ first_name }}:

Ya puede votar sobre el acuerdo tentativo. La votación en línea abre el lunes 18 de enero de 2027 al mediodía y termina el viernes 22 de enero: https://vote.local1420.example

El acuerdo trae 3.25 por ciento en julio de 2027. El equipo negociador recomienda votar sí. Se necesitan dos tercios de los votos. Si no se aprueba, volvemos a la mesa.

Sólo pueden votar los miembros al día con sus cuotas. Si se afilia a más tardar el 8 de enero, también podrá votar.

Samira Haddad responde preguntas: 740-555-0155.

Local 1420""",
    "Vote sobre el acuerdo",
    lang="es",
)
A.turn("RA1", "threshold", "It takes two thirds of the votes cast.", "It takes a simple majority of the votes cast.")
A.turn("RA1", "anyone", "Only members in good standing may vote.", "Everyone in the unit may vote.")
A.turn("RA1", "strike", "If it fails, we go back to the table.", "If it fails, the county's last offer takes effect.")
A.turn("RA3", "no", "El equipo negociador recomienda votar sí.", "El equipo negociador recomienda votar no.")
A.turn(
    "RA3",
    "después",
    "Si se afilia a más tardar el 8 de enero, también podrá votar.",
    "Si se afilia después del 8 de enero, también podrá votar.",
)
A.turn("RA2", "hour", "at noon", "at midnight")

# 9 asbestos
ASB = A.ground(
    "Inspectors found asbestos in the ceiling of the records room. The room is closed until it is removed. Do not go in. The county has to pay for medical tests. Your test results go to you, not to the county. You lose no pay while the room is closed.",
    [
        ("date", "Tuesday, December 8, 2026"),
        ("place", "Courthouse basement, records room"),
        ("number", "17 clerks"),
        ("link", "https://local1420.example/asbestos"),
        ("name", "Bertrand Quill, safety officer"),
        ("phone", "740-555-0166"),
    ],
    sector="public",
)
A.true(
    "AS1",
    ASB,
    "email",
    """Hello {{ first_name }},

Please stay out of the records room in the Courthouse basement. Inspectors found asbestos in its ceiling. The room is closed until the asbestos is gone.

17 clerks work there. You do not lose any pay while it is closed. The county must pay for medical tests, and only you get your results. Testing starts on Tuesday, December 8.

Read more: https://local1420.example/asbestos. Or call Bertrand Quill, safety officer, 740-555-0166.

Local 1420""",
    "Records room closed: asbestos",
)
A.true(
    "AS2",
    ASB,
    "sms",
    "Local 1420: Asbestos in the records room, Courthouse basement. Do not go in. Your pay continues. From Tue Dec 8 county pays for medical tests. 740-555-0166. STOP to end",
)
A.turn("AS1", "results", "and only you get your results", "and the county gets your results")
A.turn("AS1", "who pays", "The county must pay for medical tests", "Your health plan pays for medical tests")
A.turn("AS1", "cause", "Inspectors found asbestos in its ceiling.", "Inspectors found asbestos in its floor.")
A.turn("AS2", "pay", "Your pay continues.", "Use your sick leave.")

# 10 shuttle/holiday
HOL = B.ground(
    "On the holiday we run a Sunday schedule. Operators who work it get double time. Volunteers are called before anyone is forced. You may trade the shift with another operator, with 48 hours' notice to dispatch.",
    [
        ("date", "Monday, January 18, 2027"),
        ("name", "Hollis Trent"),
        ("phone", "251-555-0110"),
        ("reference", "Article 22"),
    ],
    sector="public",
)
B.true(
    "HO1",
    HOL,
    "email",
    """Hello {{ first_name }},

Monday, January 18 is a holiday, and buses run on the Sunday schedule.

If you work it, Article 22 gives you double time. Dispatch asks for volunteers first. Only then may anyone be forced to work. You can trade with another operator, but let dispatch know 48 hours ahead.

Questions? Hollis Trent, 251-555-0110.

Local 36""",
    "Working on January 18",
)
B.true(
    "HO2",
    HOL,
    "social",
    "Monday, January 18: buses run the Sunday schedule. Operators who work the holiday earn double time (Article 22). Questions? 251-555-0110",
)
B.turn("HO1", "half", "gives you double time", "gives you time and a half")
B.turn(
    "HO1",
    "forced first",
    "Dispatch asks for volunteers first. Only then may anyone be forced to work.",
    "Dispatch may force anyone to work and asks for volunteers afterwards.",
)
B.turn("HO1", "notice", "48 hours ahead", "24 hours ahead")

# 11 class: English/GED
GED = B.ground(
    "The union offers an evening class for the commercial license. The local pays the fee; you pay for the road test. Twelve places. Members from the shop go first, then everyone else.",
    [
        ("date", "Tuesday, March 2, 2027"),
        ("time", "5:45 PM"),
        ("place", "Training trailer, 908 Dauphin Street"),
        ("deadline", "Friday, February 19, 2027"),
        ("name", "Imani Fontaine"),
        ("email", "classes@local36.example"),
    ],
    sector="public",
)
B.true(
    "CL1",
    GED,
    "email",
    """Hello {{ first_name }},

Would you like to get your commercial license? Our evening class begins on Tuesday, March 2, at 5:45 PM in the training trailer, 908 Dauphin Street.

The local covers the fee. The road test is at your own cost. There are twelve places. Shop members have first pick, and the rest go to everyone else.

Sign up by Friday, February 19 with Imani Fontaine: classes@local36.example

Local 36""",
    "License class starts March 2",
)
B.true(
    "CL2",
    GED,
    "email",
    """Hola {{ first_name }}:

¿Quiere sacar la licencia comercial? El sindicato ofrece una clase por la tarde. Empieza el martes 2 de marzo de 2027 a las 5:45 de la tarde en el remolque de capacitación, 908 Dauphin Street.

El local paga la cuota de la clase. Usted paga el examen de manejo. Hay doce lugares; primero van los miembros del taller.

Inscríbase a más tardar el viernes 19 de febrero con Imani Fontaine: classes@local36.example

Local 36""",
    "Clase para la licencia",
    lang="es",
)
B.turn(
    "CL1",
    "who pays",
    "The local covers the fee. The road test is at your own cost.",
    "You cover the fee. The local pays for the road test.",
)
B.turn(
    "CL2",
    "quien paga",
    "El local paga la cuota de la clase. Usted paga el examen de manejo.",
    "El local paga la cuota de la clase y el examen de manejo.",
)
B.turn("CL2", "hora", "5:45 de la tarde", "6:45 de la tarde")

# 12 layoff rumor
RIF = C.ground(
    "There is a rumor of layoffs in the machine shop. The laboratory told the union in writing that no layoffs are planned this fiscal year. It has not promised anything for next year. If you get a notice, do not sign it before you talk to a steward.",
    [("date", "Friday, November 20, 2026"), ("name", "Anneke Vos, grievance chair"), ("phone", "505-555-0177")],
)
C.true(
    "RF1",
    RIF,
    "email",
    """Hello {{ first_name }},

You may have heard that layoffs are coming to the machine shop. On November 20 the laboratory told us in writing that it plans none this fiscal year. About next year it has made no promise.

If you are handed a notice, talk to a steward before you sign anything.

Anneke Vos, grievance chair: 505-555-0177

Local 2077""",
    "Layoffs in the machine shop: what we know",
)
C.true(
    "RF2",
    RIF,
    "talking_points",
    """- The laboratory wrote to us on November 20: no layoffs in the machine shop are planned this fiscal year.
- For next year there is no promise.
- Did you get a notice? See a steward first, sign later.
- Questions: Anneke Vos, grievance chair, 505-555-0177.""",
)
C.turn("RF1", "promise", "About next year it has made no promise.", "It made the same promise for next year.")
C.turn("RF1", "before after", "talk to a steward before you sign anything", "sign it first and talk to a steward later")
C.turn(
    "RF2",
    "rumor",
    "no layoffs in the machine shop are planned this fiscal year",
    "some layoffs in the machine shop are planned this fiscal year",
)

# 13 petition
PET = B.ground(
    "The authority wants to cut Route 9. Sign the petition to save it. Riders can sign too. Give filled sheets to Imani Fontaine, not to dispatch. We hand them to the board at its hearing.",
    [
        ("date", "Thursday, February 25, 2027"),
        ("time", "6:30 PM"),
        ("place", "City Hall, Room 305"),
        ("deadline", "Monday, February 22, 2027"),
        ("name", "Imani Fontaine"),
        ("phone", "251-555-0138"),
        ("number", "2,000 signatures"),
    ],
    klass="organizing",
    sector="public",
)
B.true(
    "PE1",
    PET,
    "email",
    """Hello {{ first_name }},

The authority wants to cut Route 9. Help us save it.

Sign the petition and ask riders to sign as well. Our goal is 2,000 signatures. Please turn in your sheets to Imani Fontaine by Monday, February 22. Do not leave them with dispatch.

Then join us when we hand them to the board: Thursday, February 25, 6:30 PM, City Hall, Room 305.

Imani Fontaine: 251-555-0138

Local 36""",
    "Save Route 9",
)
B.true(
    "PE2",
    PET,
    "social",
    "Route 9 is on the chopping block. Riders and workers: sign our petition! We bring it to the board on Thursday, February 25, 6:30 PM, City Hall, Room 305. 251-555-0138",
)
B.turn(
    "PE1",
    "dispatch",
    "Please turn in your sheets to Imani Fontaine by Monday, February 22. Do not leave them with dispatch.",
    "Please leave your sheets with dispatch by Monday, February 22.",
)
B.turn(
    "PE1", "riders", "Sign the petition and ask riders to sign as well.", "Sign the petition. Riders cannot sign it."
)
B.turn("PE1", "route", "cut Route 9. Help", "cut Route 6. Help")

# 14 food bank / solidarity
SOL = A.ground(
    "Nurses at Marietta Memorial are in their third week on strike. They do not have strike pay. Our local gives $2,500. Bring groceries, not cash. Do not block the driveway on the picket line.",
    [
        ("date", "Saturday, December 12, 2026"),
        ("time", "8:00 AM"),
        ("place", "Gate 2, Matthew Street"),
        ("name", "Lucille Baptiste"),
        ("phone", "740-555-0178"),
    ],
    klass="solidarity",
    sector="public",
)
A.true(
    "SO1",
    SOL,
    "email",
    """Hello {{ first_name }},

The nurses at Marietta Memorial have been on strike for three weeks, without strike pay. Our local is giving $2,500. You can help too.

Join the picket line on Saturday, December 12, at 8:00 AM, at Gate 2 on Matthew Street. Bring groceries. Please do not bring cash. Keep the driveway clear.

Lucille Baptiste has the details: 740-555-0178.

Local 1420""",
    "Stand with the nurses on December 12",
)
A.true(
    "SO2",
    SOL,
    "sms",
    "Local 1420: Stand with the striking nurses Sat Dec 12, 8 AM, Gate 2, Matthew Street. Bring groceries, no cash. Lucille Baptiste 740-555-0178. STOP to opt out",
)
A.turn("SO1", "strike pay", "without strike pay", "with full strike pay")
A.turn("SO1", "week/month", "for three weeks", "for three months")
A.turn("SO2", "cash", "Bring groceries, no cash.", "Bring cash, no groceries.")
A.turn("SO1", "name", "Lucille Baptiste has the details", "Lucille Baptiste and Greg Poole have the details")

# 15 telework
TEL = C.ground(
    "New telework rules. You may telework up to three days a week. Supervisors must answer a request within ten days, in writing. If it is denied you can file a grievance within 15 days of the answer. Probationary employees may apply too. On-site days are Tuesday and Thursday.",
    [
        ("date", "Monday, February 1, 2027"),
        ("link", "https://local2077.example/telework"),
        ("name", "Priscilla Obuya"),
        ("email", "telework@local2077.example"),
        ("reference", "Article 31"),
    ],
)
C.true(
    "TE1",
    TEL,
    "email",
    """Hello {{ first_name }},

New telework rules take effect on Monday, February 1, under Article 31.

- You may telework as many as three days a week.
- Everyone is on site on Tuesday and Thursday.
- Your supervisor has ten days to answer your request, in writing.
- Turned down? You can file a grievance within 15 days of the answer.
- Employees on probation may apply as well.

See https://local2077.example/telework or write to Priscilla Obuya, telework@local2077.example.

Local 2077""",
    "Telework from February 1",
)
C.true(
    "TE2",
    TEL,
    "newsletter",
    """Telework: what changes

From Monday, February 1, employees may work from home up to three days a week (Article 31). Tuesday and Thursday are days on site. Supervisors owe you a written answer within ten days. If the answer is no, you have 15 days to file a grievance. Probationary employees can apply, too.

The rules are at https://local2077.example/telework. Priscilla Obuya answers questions at telework@local2077.example.""",
    "Telework: what changes",
)
C.true(
    "TE3",
    TEL,
    "email",
    """Hola {{ first_name }}:

Desde el lunes 1 de febrero de 2027 hay nuevas reglas de teletrabajo (Artículo 31).

Usted puede trabajar desde casa hasta tres días por semana. Los martes y jueves se trabaja en el sitio. Su supervisor debe contestar por escrito en un plazo de diez días. Si le dicen que no, puede presentar una queja dentro de 15 días. Los empleados en período de prueba también pueden pedirlo.

Más: https://local2077.example/telework o Priscilla Obuya, telework@local2077.example

Local 2077""",
    "Teletrabajo",
    lang="es",
)
C.turn("TE1", "at least", "as many as three days a week", "at least three days a week")
C.turn("TE1", "probation", "Employees on probation may apply as well.", "Employees on probation may not apply.")
C.turn("TE2", "home days", "Tuesday and Thursday are days on site.", "Tuesday and Thursday are days at home.")
C.turn(
    "TE3",
    "oral",
    "debe contestar por escrito en un plazo de diez días",
    "debe contestar de palabra en un plazo de diez días",
)
C.turn("TE3", "nunca", "también pueden pedirlo", "no pueden pedirlo")
C.turn("TE1", "link", "local2077.example/telework or write", "local2077.example/homework or write")
C.turn("TE2", "order", "you have 15 days to file a grievance", "you have 10 days to file a grievance")

HONEST = [*A.honest, *B.honest, *C.honest]
FAULTY = [*A.faults(), *B.faults(), *C.faults()]
