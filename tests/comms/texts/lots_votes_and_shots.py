"""Seven more briefs of that local, eighteen texts true to them, and the same with one value changed, swapped or made up."""

from tests.comms.texts.tables import Texts

L = Texts("Local 2741", "Tri-Rivers Federal Employees, Local 2741", "41 Wharf Ave, Three Forks Landing, OH 45991")

PARK = L.ground(
    """Tell members about the parking change: the north garage closes for repairs. Use the Elm lot. A shuttle runs every 12 minutes.""",
    [
        ("start", "date", "2027-01-04"),
        ("end", "date", "2027-02-26"),
        ("lot", "place", "Elm Lot, 300 Elm Street"),
        ("shuttle", "time", "6:00 to 19:00"),
        ("contact", "name", "Philippa Grant"),
        ("phone", "phone", "503-555-0111"),
    ],
)
L.true(
    "park1",
    PARK,
    "email",
    """Hello {{ first_name }},

The north garage closes for repairs from January 4 to February 26, 2027. Please park in the Elm Lot, 300 Elm Street.

A shuttle runs every 12 minutes between 6 a.m. and 7 p.m.

Questions? Call Philippa Grant, 503-555-0111.

Local 2741""",
    "North garage closes January 4",
)
L.true(
    "park2",
    PARK,
    "sms",
    """Local 2741: North garage closed Jan 4-Feb 26. Park at Elm Lot, 300 Elm Street. Shuttle every 12 min, 6am-7pm. 503-555-0111. Reply STOP to opt out.""",
)
L.true(
    "park3",
    PARK,
    "board",
    """NORTH GARAGE CLOSED FOR REPAIRS

January 4 to February 26, 2027
Park here instead: Elm Lot, 300 Elm Street
Shuttle every 12 minutes, 6:00 AM to 7:00 PM
Questions: Philippa Grant, 503-555-0111""",
    "North garage closed",
)
L.turn("park1", "end", "February 26", "February 28")
L.turn("park2", "interval", "every 12 min", "every 20 min")
L.turn("park3", "garage", "NORTH GARAGE", "SOUTH GARAGE")
L.turn("park1", "start weekday added", "from January 4", "from Tuesday, January 4")

VOTE = L.ground(
    """Contract ratification vote. The committee recommends a yes vote. You must be a member in good standing to vote.""",
    [
        ("date", "date", "2026-12-17"),
        ("time", "time", "7am-7pm"),
        ("room", "room", "Building 4, Room 112"),
        ("increase", "percent", "4%"),
        ("term", "number", "3 years"),
        ("quote", "quotation", "No employee shall lose pay as a result of this Agreement."),
        ("steward", "name", "Hollis Grantham"),
    ],
    [
        ("Tentative Agreement, Article 40", "No employee shall lose pay as a result of this Agreement."),
    ],
)
L.true(
    "vote1",
    VOTE,
    "email",
    """Dear {{ first_name }},

It's time to vote on our contract.

When: Thursday, December 17, 7 a.m. to 7 p.m.
Where: Building 4, Room 112

The agreement runs for 3 years and raises pay by 4%. It also protects you: "No employee shall lose pay as a result of this Agreement."

Your bargaining committee recommends a yes vote. You need to be a member in good standing to vote.

Talk to your steward, Hollis Grantham, if you have questions.""",
    "Vote on our contract: December 17",
)
L.true(
    "vote2",
    VOTE,
    "flyer",
    """VOTE YES!

Contract vote: Thursday, December 17
7 AM to 7 PM, Building 4, Room 112

• 4% raise
• 3-year agreement
• "No employee shall lose pay as a result of this Agreement."

Members in good standing may vote.
Ask Hollis Grantham.""",
    "Vote",
)
L.true(
    "vote3",
    VOTE,
    "phone",
    """Hi {{ first_name }}, this is ____ calling from your union, Local 2741.
How are things at work?
I'm calling about our contract vote. It's on Thursday, December 17, from 7 in the morning until 7 in the evening, in Building 4, Room 112.
The raise is 4 percent and the contract lasts 3 years. The committee recommends a yes vote.
Can we count on you to vote?
If yes: Great, thank you!
If no: May I ask what your concerns are?
If they want more information: Hollis Grantham can help.""",
)
L.turn("vote1", "percent", "by 4%", "by 14%")
L.turn("vote2", "building", "Building 4, Room 112", "Building 14, Room 112")
L.turn("vote3", "term", "lasts 3 years", "lasts 5 years")
L.turn("vote1", "quotation altered", "lose pay", "lose seniority")
L.turn("vote2", "hours", "7 AM to 7 PM", "7 AM to 5 PM")
L.turn(
    "vote1",
    "invented quotation",
    "Talk to your steward",
    'As president Miller put it, "this is the best contract in ten years." Talk to your steward',
)
L.turn("vote3", "name", "Hollis Grantham", "Holly Graham")
L.turn("vote1", "audience dropped deadline? hours dropped", ", 7 a.m. to 7 p.m.", "")

STORM = L.ground(
    """Because of the winter storm the regional office is closed and employees may telework. Emergency employees report. Do not drive if roads are closed.""",
    [
        ("d", "date", "Friday, December 4, 2026"),
        ("line", "phone", "1-866-555-0170"),
        ("page", "link", "https://status.example.org/region4"),
        ("art", "clause", "Article 17, Section 3"),
    ],
)
L.true(
    "storm1",
    STORM,
    "sms",
    """Local 2741: Regional office closed Fri, Dec 4 (winter storm). You may telework. Emergency employees report. Info: status.example.org/region4 Reply STOP to opt out.""",
)
L.true(
    "storm2",
    STORM,
    "email",
    """The regional office is closed on Friday, December 4, because of the winter storm.

You may telework (Article 17, Section 3). Emergency employees report to work. Please do not drive if roads are closed.

Call 1-866-555-0170 or look at https://status.example.org/region4 for news.""",
    "Office closed on December 4: telework",
)
L.true(
    "storm3",
    STORM,
    "social",
    """Winter storm: the regional office is closed on Friday, December 4. Employees may telework, emergency employees report. Do not drive if roads are closed. News: https://status.example.org/region4""",
)
L.turn("storm1", "day", "Fri, Dec 4", "Mon, Dec 7")
L.turn("storm2", "clause", "Article 17, Section 3", "Article 3, Section 17")
L.turn("storm2", "phone", "1-866-555-0170", "1-866-555-0107")
L.turn("storm3", "link", "region4", "region5")

CLINIC = L.ground(
    "Free flu shots for members and their families. No appointment. Bring your insurance card.",
    [
        ("f1", "date", "Tuesday, December 8, 2026"),
        ("f2", "time", "11:00 AM - 2:00 PM"),
        ("f3", "room", "Conference Room A"),
        ("f4", "date", "Thursday, December 10, 2026"),
        ("f5", "time", "3:00 PM - 6:00 PM"),
        ("f6", "room", "Warehouse break room"),
        ("f7", "name", "Nurse Imelda Castro"),
        ("f8", "phone", "212-555-0158"),
    ],
    klass="event",
)
L.true(
    "clinic1",
    CLINIC,
    "email",
    """Hi {{ first_name }},

Get your flu shot for free, and bring your family. You don't need an appointment, just your insurance card.

Two chances:
* Tuesday, December 8, 11:00 AM to 2:00 PM in Conference Room A
* Thursday, December 10, 3:00 PM to 6:00 PM in the warehouse break room

Nurse Imelda Castro answers your questions at 212-555-0158.""",
    "Free flu shots for you and your family",
)
L.true(
    "clinic2",
    CLINIC,
    "flyer",
    """FREE FLU SHOTS
for members and families

Tuesday, December 8
11 AM to 2 PM
Conference Room A

Thursday, December 10
3 PM to 6 PM
Warehouse break room

No appointment. Bring your insurance card.
Questions? Nurse Imelda Castro, 212-555-0158""",
    "Free flu shots",
)
L.true(
    "clinic3",
    CLINIC,
    "newsletter",
    """Free flu shots

Members and their families can get flu shots free of charge on Tuesday, December 8 (11 a.m. to 2 p.m., Conference Room A) and on Thursday, December 10 (3 to 6 p.m., warehouse break room). No appointment is needed; bring your insurance card. Nurse Imelda Castro: 212-555-0158.""",
)
L.turn(
    "clinic1",
    "rooms swapped",
    """11:00 AM to 2:00 PM in Conference Room A
* Thursday, December 10, 3:00 PM to 6:00 PM in the warehouse break room""",
    """11:00 AM to 2:00 PM in the warehouse break room
* Thursday, December 10, 3:00 PM to 6:00 PM in Conference Room A""",
)
L.turn(
    "clinic2",
    "times swapped",
    """11 AM to 2 PM
Conference Room A

Thursday, December 10
3 PM to 6 PM""",
    """3 PM to 6 PM
Conference Room A

Thursday, December 10
11 AM to 2 PM""",
)
L.turn("clinic3", "date", "December 10", "December 11")
L.turn("clinic2", "room", "Conference Room A", "Conference Room C")

JUNTA = L.ground(
    "Asamblea para elegir comité de seguridad. Habrá intérprete y cuidado de niños.",
    [
        ("f1", "date", "2026-12-13"),
        ("f2", "time", "16:30"),
        ("f3", "room", "Iglesia San Judas, 88 Calle Pino"),
        ("f4", "name", "Eulalia Benítez"),
        ("f5", "phone", "714-555-0133"),
    ],
    klass="internal_business",
)
L.true(
    "junta1",
    JUNTA,
    "email",
    """Estimado/a {{ first_name }}:

Le invitamos a la asamblea para elegir el comité de seguridad.

Fecha: domingo 13 de diciembre
Hora: 4:30 p. m.
Lugar: Iglesia San Judas, 88 Calle Pino

Habrá intérprete y cuidado de niños.

Para preguntas, llame a Eulalia Benítez al 714-555-0133.""",
    "Asamblea: comité de seguridad, 13 de diciembre",
    lang="es",
)
L.true(
    "junta2",
    JUNTA,
    "flyer",
    """ASAMBLEA

Elección del comité de seguridad

Domingo 13 de diciembre, 4:30 p. m.
Iglesia San Judas, 88 Calle Pino

Intérprete y cuidado de niños
Eulalia Benítez, 714-555-0133""",
    "Asamblea",
    lang="es",
)
L.turn("junta1", "día", "domingo 13 de diciembre", "domingo 20 de diciembre")
L.turn("junta2", "hora", "4:30 p. m.", "5:30 p. m.")
L.turn("junta1", "calle", "88 Calle Pino", "98 Calle Pino")
L.turn("junta2", "nombre", "Eulalia Benítez", "Estela Benítez")

OTPAY = L.ground(
    """We won overtime pay for dispatchers. The grievance was settled at step 3. Payments come with the regular paycheck. If yours is missing, tell your steward within 30 days.""",
    [
        ("amount", "money", "$18,450"),
        ("people", "number", "9 dispatchers"),
        ("pay", "date", "December 31, 2026"),
        ("rule", "reference", "Article 12.5"),
        ("st", "name", "Cassius Boyle"),
        ("m", "email", "cboyle@local2741.example.org"),
    ],
)
L.true(
    "otpay1",
    OTPAY,
    "email",
    """Great news, {{ first_name }}!

The union won overtime pay for 9 dispatchers: $18,450 in total. The grievance was settled at step 3, under Article 12.5.

The money comes with your regular paycheck on December 31, 2026. Is it missing? Tell your steward, Cassius Boyle, within 30 days: cboyle@local2741.example.org""",
    "Overtime pay for dispatchers: $18,450",
)
L.true(
    "otpay2",
    OTPAY,
    "talking_points",
    """* We won: nine dispatchers get $18,450 in overtime pay.
* The grievance was settled at step 3 (Article 12.5).
* Payments come with the regular paycheck on December 31.
* Missing? Tell Cassius Boyle within 30 days: cboyle@local2741.example.org""",
)
L.turn("otpay1", "step", "step 3", "step 2")
L.turn("otpay2", "sum", "$18,450", "$18,540")
L.turn("otpay1", "days", "within 30 days", "within 60 days")
L.turn("otpay2", "clause", "Article 12.5", "Article 15.2")

ELECT = L.ground(
    """Nominations for union officers are open. Any member in good standing for one year may run. Nominations are made in writing or at the meeting.""",
    [
        ("meeting", "date", "January 20, 2027"),
        ("meeting_time", "time", "6:15 p.m."),
        ("meeting_place", "room", "VFW Post 1188, 40 River Road"),
        ("close", "deadline", "January 22, 2027, 5 p.m."),
        ("chair", "name", "Wilhelmina Stroud"),
        ("addr", "email", "elections@local2741.example.org"),
    ],
    klass="internal_business",
)
L.true(
    "elect1",
    ELECT,
    "email",
    """Dear {{ first_name }},

Would you like to lead our local? Nominations for union officers are open. You can run if you have been a member in good standing for one year.

Make your nomination in writing (elections@local2741.example.org) or at the meeting on January 20, 2027, 6:15 p.m., at VFW Post 1188, 40 River Road.

Nominations close on January 22, 2027, at 5 p.m.

Wilhelmina Stroud answers your questions.""",
    "Nominations for officers close January 22",
)
L.true(
    "elect2",
    ELECT,
    "board",
    """NOMINATIONS FOR UNION OFFICERS ARE OPEN

In writing: elections@local2741.example.org
At the meeting: January 20, 6:15 PM, VFW Post 1188, 40 River Road
They close on January 22 at 5 PM.
Any member in good standing for one year may run.
Questions: Wilhelmina Stroud""",
    "Nominations",
)
L.turn("elect1", "close", "January 22, 2027, at", "January 25, 2027, at")
L.turn(
    "elect2",
    "dates swapped",
    """January 20, 6:15 PM, VFW Post 1188, 40 River Road
They close on January 22""",
    """January 22, 6:15 PM, VFW Post 1188, 40 River Road
They close on January 20""",
)
L.turn("elect1", "post", "Post 1188", "Post 1818")
L.turn("elect2", "one year", "for one year", "for two years")
