"""Fifteen briefs of one local, forty texts true to them, and the same with one value changed, swapped or left out."""

from tests.comms.texts.tables import Texts

L = Texts("Local 2741", "Tri-Rivers Federal Employees, Local 2741", "41 Wharf Ave, Three Forks Landing, OH 45991")

MTG = L.ground(
    """The December membership meeting. We elect two delegates to the state convention and vote on the 2027 budget.""",
    [
        ("day", "date", "2026-12-16"),
        ("time", "time", "17:30"),
        ("place", "room", "Teamsters Hall, 418 Garfield Avenue"),
        ("zoom", "link", "https://local2741.example.org/dec"),
        ("who", "name", "Marisol Quintana"),
        ("tel", "phone", "(503) 555-0148"),
    ],
    klass="internal_business",
)
L.true(
    "mtg1",
    MTG,
    "email",
    """Hello {{ first_name }},

Our December membership meeting is on Wednesday, December 16, at 5:30 p.m. at Teamsters Hall, 418 Garfield Avenue.

Two things need your vote: the budget for 2027, and the two delegates we send to the state convention.

Can't come in person? Join from home: https://local2741.example.org/dec

Questions? Call Marisol Quintana at (503) 555-0148.

In solidarity,
Local 2741""",
    "Your vote on December 16: budget and delegates",
)
L.true(
    "mtg2",
    MTG,
    "sms",
    """Local 2741: Membership mtg Wed 12/16, 5:30pm, Teamsters Hall, 418 Garfield Ave. Vote on budget + delegates. local2741.example.org/dec Reply STOP to opt out.""",
)
L.true(
    "mtg3",
    MTG,
    "flyer",
    """MEMBERSHIP MEETING

Wednesday, December 16 · 5:30 PM
Teamsters Hall, 418 Garfield Avenue

• Vote on the 2027 budget
• Elect two delegates to the state convention

Online: local2741.example.org/dec
Questions? Marisol Quintana, (503) 555-0148
Off duty only""",
    "Membership meeting",
)
L.true(
    "mtg4",
    MTG,
    "meeting_notice",
    """Membership meeting

When: Wednesday, December 16, 2026, 5:30 PM
Where: Teamsters Hall, 418 Garfield Avenue, or online at https://local2741.example.org/dec

Agenda:
1. Budget for 2027 (vote)
2. Election of two delegates to the state convention

Questions: Marisol Quintana, (503) 555-0148""",
)
L.turn("mtg1", "date", "December 16, at", "December 17, at")
L.turn("mtg2", "time", "5:30pm", "5:00pm")
L.turn("mtg3", "street", "418 Garfield Avenue", "481 Garfield Avenue")
L.turn("mtg1", "link", "local2741.example.org/dec", "local2741.example.org/january")
L.turn("mtg3", "name", "Marisol Quintana", "Marisol Quintero")
L.turn("mtg1", "number of delegates", "the two delegates", "the three delegates")

RAT = L.ground(
    """We reached a tentative agreement with the Port of Astoria on November 24. The bargaining team recommends a yes vote. Only dues-paying members may vote.""",
    [
        ("raise", "percent", "3.75%"),
        ("bonus", "money", "$1,150"),
        ("opens", "date", "Monday, December 7, 2026"),
        ("close", "deadline", "Friday, December 11, 2026 at noon"),
        ("where", "link", "vote.example.org/port"),
        ("help", "phone", "503-555-0192"),
        ("chair", "name", "Desmond Achterberg"),
    ],
)
L.true(
    "rat1",
    RAT,
    "email",
    """Dear {{ first_name }},

We have a tentative agreement. Your bargaining team and the Port of Astoria shook hands on it on November 24, and the team recommends that you vote yes.

What is in it:
- a raise of 3.75 percent
- a bonus of $1,150

How to vote: go to vote.example.org/port. Voting opens on Monday, December 7, and closes on Friday, December 11, at noon. Only members who pay dues may vote.

Trouble with the ballot? Ask Desmond Achterberg, 503-555-0192.""",
    "Tentative agreement: vote by December 11",
)
L.true(
    "rat2",
    RAT,
    "sms",
    """Local 2741: Vote on the Port agreement! 3.75% raise, $1,150 bonus. Vote Mon Dec 7 to noon Fri Dec 11: vote.example.org/port Reply STOP to opt out.""",
)
L.true(
    "rat3",
    RAT,
    "phone",
    """Hi, is this {{ first_name }}? I'm calling from Local 2741.
Have you heard that we have a tentative agreement with the Port?
[If not:] The raise is 3.75%, and there is a bonus of $1,150. The bargaining team recommends a yes vote.
You can vote at vote.example.org/port from Monday, December 7, until Friday, December 11, at noon.
Do you have any questions? If I can't answer, Desmond Achterberg can: 503-555-0192.
Thank you!""",
)
L.turn("rat1", "percent", "3.75 percent", "3.25 percent")
L.turn("rat1", "amount", "$1,150", "$1,510")
L.turn("rat2", "deadline day", "Fri Dec 11", "Fri Dec 18")
L.turn("rat1", "weekday", "Monday, December 7", "Tuesday, December 7")
L.turn("rat3", "name", "Desmond Achterberg", "Desmond Achebe")
L.turn("rat1", "who may vote turned dropped? deadline hour", "December 11, at noon", "December 11, at midnight")
L.turn("rat1", "added name", "Ask Desmond Achterberg", "Ask Desmond Achterberg or Phil Corrigan")
L.turn("rat3", "phone", "503-555-0192", "503-555-0129")

SETTLE = L.ground(
    """We settled the overtime grievance at the Columbia Street garage. Mechanics who worked the October weekends get paid at time and a half. Management must post the weekend list by Thursday.""",
    [
        ("paid", "date", "December 18, 2026"),
        ("count", "number", "43 mechanics"),
        ("total", "money", "$61,300"),
        ("rule", "quotation", "Weekend work shall be offered by seniority before it is assigned."),
        ("clause", "clause", "Article 22, Section 6"),
        ("ask", "name", "Ignatius Poole"),
        ("mail", "email", "ipoole@local2741.example.org"),
    ],
    [
        (
            "Article 22, Section 6",
            """Weekend work shall be offered by seniority before it is assigned. No employee shall be assigned more than two weekends in a row.""",
        ),
    ],
)
L.true(
    "settle1",
    SETTLE,
    "email",
    """{{ first_name }},

We won back pay at the Columbia Street garage. 43 mechanics share $61,300 for the October weekends, paid at time and a half. The money comes on December 18.

Why we won: Article 22, Section 6 says, "Weekend work shall be offered by seniority before it is assigned." Management did not do that.

From now on the weekend list has to be posted by Thursday. If it is not there, write to Ignatius Poole at ipoole@local2741.example.org.""",
    "$61,300 in back pay for 43 mechanics",
)
L.true(
    "settle2",
    SETTLE,
    "newsletter",
    """Back pay at Columbia Street

The overtime grievance at the Columbia Street garage is settled. Forty-three mechanics will be paid $61,300 in all on December 18, at time and a half for the October weekends. The clause behind it is Article 22, Section 6: "Weekend work shall be offered by seniority before it is assigned."

Management must now post the weekend list by Thursday. Questions go to Ignatius Poole, ipoole@local2741.example.org.""",
)
L.true(
    "settle3",
    SETTLE,
    "talking_points",
    """- We settled the overtime grievance at Columbia Street.
- 43 mechanics get $61,300 on December 18.
- Article 22, Section 6: weekend work goes by seniority first.
- Management must post the weekend list by Thursday.
- Questions: Ignatius Poole, ipoole@local2741.example.org""",
)
L.turn("settle1", "quotation altered", "shall be offered by seniority", "may be offered by seniority")
L.turn("settle1", "clause number", "Article 22, Section 6", "Article 22, Section 9")
L.turn("settle2", "count", "Forty-three mechanics", "Thirty-four mechanics")
L.turn("settle1", "amount", "share $61,300", "share $63,100")
L.turn("settle2", "date", "December 18", "December 28")
L.turn("settle3", "e-mail", "ipoole@local2741", "ipool@local2741")
L.turn(
    "settle2",
    "invented quotation",
    "Management must now post",
    '"We made a mistake," said the garage manager. Management must now post',
)
L.turn("settle3", "weekday", "by Thursday", "by Tuesday")

STRIKE = L.ground(
    """Nurses at Providence Seaside are on strike for safe staffing since November 28. They ask us to walk the line with them. Bring water and warm clothes; leave pets at home.""",
    [
        ("day", "date", "Saturday, December 5, 2026"),
        ("from", "time", "7 am to 11 am"),
        ("where", "room", "Main gate, 725 South Wahanna Road"),
        ("captain", "name", "Oona Brightwater"),
        ("tel", "phone", "971-555-0163"),
    ],
    klass="solidarity",
)
L.true(
    "strike1",
    STRIKE,
    "sms",
    """Local 2741: Walk the line with striking nurses Sat Dec 5, 7-11am, main gate, 725 S Wahanna Rd. Oona Brightwater 971-555-0163. Reply STOP to opt out.""",
)
L.true(
    "strike2",
    STRIKE,
    "email",
    """Friends,

Nurses at Providence Seaside have been on strike since November 28. They want safe staffing, and they ask us to stand with them.

Come to the main gate, 725 South Wahanna Road, on Saturday, December 5, between 7 and 11 in the morning. An hour helps.

Please bring water and warm clothes. Please leave pets at home.

Oona Brightwater is the picket captain: 971-555-0163.""",
    "Join the nurses' picket line on December 5",
)
L.true(
    "strike3",
    STRIKE,
    "social",
    """Nurses at Providence Seaside are on strike for safe staffing. Join the picket line: Saturday, December 5, 7 to 11 am, main gate, 725 South Wahanna Road. #SafeStaffing""",
)
L.turn("strike2", "date since", "since November 28", "since November 18")
L.turn("strike1", "time", "7-11am", "7-10am")
L.turn("strike2", "place", "main gate", "loading dock")
L.turn("strike3", "weekday", "Saturday, December 5", "Sunday, December 5")
L.turn("strike1", "dropped place", ", main gate, 725 S Wahanna Rd", "")
L.turn("strike2", "name", "Oona Brightwater", "Una Blackwater")

RIF = L.ground(
    """The agency announced a reduction in force in the Map Division. 17 positions are cut. Employees who got a letter may ask for their retention register. A union steward goes with anybody to the personnel office.""",
    [
        ("eff", "date", "February 26, 2027"),
        ("by", "deadline", "December 14, 2026"),
        ("where", "room", "Room 3120, Walker Building"),
        ("steward", "name", "Thaddeus Nwosu"),
        ("tel", "phone", "202-555-0137 ext. 44"),
        ("law", "clause", "5 CFR 351.802"),
    ],
)
L.true(
    "rif1",
    RIF,
    "email",
    """Dear {{ first_name }},

The agency announced a reduction in force in the Map Division. It cuts 17 positions as of February 26, 2027.

If you got a letter:
1. Ask for your retention register by December 14, 2026. 5 CFR 351.802 is the rule on notices.
2. Do not go alone. A steward goes with you to the personnel office in Room 3120 of the Walker Building.

Call Thaddeus Nwosu, 202-555-0137 ext. 44.""",
    "Reduction in force in the Map Division: what to do by December 14",
)
L.true(
    "rif2",
    RIF,
    "board",
    """REDUCTION IN FORCE, MAP DIVISION

17 positions are cut on February 26, 2027.
Got a letter? Ask for your retention register by December 14.
Personnel office: Room 3120, Walker Building. A steward goes with you.
Thaddeus Nwosu: 202-555-0137 ext. 44""",
    "Reduction in force",
)
L.true(
    "rif3",
    RIF,
    "sms",
    """Local 2741: Map Division cuts. Got a letter? Ask for your retention register by 12/14, Rm 3120, Walker Bldg. We go with you: 202-555-0137 x44. Reply STOP to opt out.""",
)
L.turn("rif1", "deadline", "by December 14, 2026", "by December 24, 2026")
L.turn("rif2", "room", "Room 3120", "Room 3210")
L.turn("rif1", "clause", "5 CFR 351.802", "5 CFR 351.803")
L.turn("rif2", "number", "17 positions", "71 positions")
L.turn("rif1", "year", "February 26, 2027", "February 26, 2028")
L.turn("rif3", "extension", "x44", "x54")

DUES = L.ground(
    """The members voted on November 17 to raise dues. The extra money goes to the strike fund. Part-time members keep paying $11.""",
    [
        ("old", "money", "$24.00 a month"),
        ("new", "money", "$27.50 a month"),
        ("from", "date", "January 1, 2027"),
        ("vote", "number", "212 to 58"),
        ("tr", "name", "Beatrix Oyelaran"),
        ("mail", "email", "dues@local2741.example.org"),
    ],
    klass="internal_business",
)
L.true(
    "dues1",
    DUES,
    "email",
    """Hello {{ first_name }},

On November 17 the members voted, 212 to 58, to raise dues from $24.00 to $27.50 a month. The new rate starts on January 1, 2027.

The extra money goes to the strike fund. If you work part-time, nothing changes: you keep paying $11.

Questions? Our treasurer Beatrix Oyelaran reads dues@local2741.example.org.""",
    "Dues from January 1",
)
L.true(
    "dues2",
    DUES,
    "newsletter",
    """Dues go up in January

By 212 votes to 58, members decided on November 17 to raise dues to $27.50 a month (now $24.00). The change takes effect January 1, 2027. The difference goes to the strike fund, and part-time members stay at $11.

Ask Beatrix Oyelaran: dues@local2741.example.org.""",
)
L.turn("dues1", "amounts swapped", "from $24.00 to $27.50", "from $27.50 to $24.00")
L.turn("dues1", "amount", "$27.50 a month", "$37.50 a month")
L.turn("dues2", "vote", "212 votes to 58", "221 votes to 58")
L.turn("dues2", "start", "January 1, 2027", "July 1, 2027")
L.turn("dues1", "part-time", "paying $11", "paying $14")

TRAIN = L.ground(
    """Two free trainings for stewards. Lunch is provided at both. Sign up first: each class has 24 seats.""",
    [
        ("t1", "date", "Thursday, January 14, 2027"),
        ("t1time", "time", "9 am"),
        ("t1what", "text", "Weingarten rights"),
        ("t1room", "room", "Room 204"),
        ("t2", "date", "Thursday, January 21, 2027"),
        ("t2time", "time", "1 pm"),
        ("t2what", "text", "Writing a grievance"),
        ("t2room", "room", "Room 118"),
        ("sign", "link", "https://train.example.org/stewards"),
        ("trainer", "name", "Lucille Fontenot"),
    ],
    klass="event",
)
L.true(
    "train1",
    TRAIN,
    "email",
    """Stewards,

There are two trainings in January, both free, both with lunch:

- Weingarten rights: Thursday, January 14, 9 a.m., Room 204
- Writing a grievance: Thursday, January 21, 1 p.m., Room 118

Each class has 24 seats, so sign up now: https://train.example.org/stewards

Lucille Fontenot teaches both.""",
    "Two trainings for stewards in January",
)
L.true(
    "train2",
    TRAIN,
    "flyer",
    """STEWARD TRAINING
Free, with lunch

WEINGARTEN RIGHTS
Thursday, January 14, 9 AM, Room 204

WRITING A GRIEVANCE
Thursday, January 21, 1 PM, Room 118

24 seats in each class. Sign up: train.example.org/stewards
Trainer: Lucille Fontenot""",
    "Steward training",
)
L.turn(
    "train1",
    "rooms swapped",
    """Weingarten rights: Thursday, January 14, 9 a.m., Room 204
- Writing a grievance: Thursday, January 21, 1 p.m., Room 118""",
    """Weingarten rights: Thursday, January 14, 9 a.m., Room 118
- Writing a grievance: Thursday, January 21, 1 p.m., Room 204""",
)
L.turn(
    "train1",
    "topics swapped",
    """- Weingarten rights: Thursday, January 14, 9 a.m., Room 204
- Writing a grievance: Thursday, January 21""",
    """- Writing a grievance: Thursday, January 14, 9 a.m., Room 204
- Weingarten rights: Thursday, January 21""",
)
L.turn("train2", "seats", "24 seats", "42 seats")
L.turn("train2", "time", "1 PM", "2 PM")
L.turn("train1", "name", "Lucille Fontenot", "Lucinda Fontaine")
L.turn(
    "train2",
    "times swapped",
    """January 14, 9 AM, Room 204

WRITING A GRIEVANCE
Thursday, January 21, 1 PM""",
    """January 14, 1 PM, Room 204

WRITING A GRIEVANCE
Thursday, January 21, 9 AM""",
)

PICNIC = L.ground(
    """Our family picnic. The local pays for burgers and drinks, families bring a side dish. There is a raffle for a bicycle.""",
    [
        ("day", "date", "Sunday, June 13, 2027"),
        ("time", "time", "11:30 a.m. to 4 p.m."),
        ("spot", "room", "Cedar Shelter, Lower Nehalem Park"),
        ("rsvp", "deadline", "June 4, 2027"),
        ("ticket", "money", "$2"),
        ("ring", "phone", "503 555 0171"),
        ("cook", "name", "Big Ed Halloran"),
    ],
    klass="event",
)
L.true(
    "picnic1",
    PICNIC,
    "flyer",
    """FAMILY PICNIC

Sunday, June 13, 11:30 am to 4 pm
Cedar Shelter, Lower Nehalem Park

Burgers and drinks are on the local. Please bring a side dish.
Win a bicycle! Raffle tickets $2
Tell us by June 4 that you are coming: Big Ed Halloran, 503 555 0171""",
    "Family picnic",
)
L.true(
    "picnic2",
    PICNIC,
    "social",
    """Save the date: our family picnic is on Sunday, June 13, 2027, from 11:30 am to 4 pm at Cedar Shelter, Lower Nehalem Park. Raffle for a bicycle, tickets $2. RSVP by June 4: 503-555-0171.""",
)
L.true(
    "picnic3",
    PICNIC,
    "email",
    """Hi {{ first_name }},

Bring the family! Our picnic is on Sunday, June 13, from 11:30 a.m. until 4 p.m., at Cedar Shelter in Lower Nehalem Park.

We pay for burgers and drinks. You bring a side dish. There is a raffle too: for $2 you can win a bicycle.

Please let Big Ed Halloran know by June 4 (503 555 0171), so that there is enough for everybody.""",
    "Family picnic on June 13",
)
L.true(
    "picnic4",
    PICNIC,
    "newsletter",
    """Picnic on June 13

Come to our family picnic on Sunday, June 13, 2027, 11:30 a.m. to 4 p.m., at Cedar Shelter in Lower Nehalem Park. Burgers and drinks are paid for by the local; families bring a side dish. Raffle tickets for a bicycle cost $2. Big Ed Halloran takes your RSVP by June 4 at 503 555 0171.""",
)
L.turn("picnic1", "shelter", "Cedar Shelter", "Alder Shelter")
L.turn("picnic2", "deadline", "by June 4", "by June 14")
L.turn("picnic3", "price", "for $2", "for $5")
L.turn("picnic1", "time", "11:30 am", "12:30 pm")
L.turn("picnic3", "phone", "503 555 0171", "503 555 0117")

SURVEY = L.ground(
    """We prepare for bargaining and want to know what matters to you. The survey takes eight minutes. Nobody at work sees your answers. Three people who answer win a gift card.""",
    [
        ("open", "date", "2026-12-02"),
        ("close", "deadline", "2026-12-20"),
        ("link", "link", "https://survey.example.org/b27"),
        ("card", "money", "$50"),
        ("who", "name", "Farida Rahmani"),
        ("mail", "email", "bargain@local2741.example.org"),
    ],
    klass="survey",
)
L.true(
    "survey1",
    SURVEY,
    "email",
    """Hello {{ first_name }},

What should we ask for at the table? Tell us: https://survey.example.org/b27

The survey opens on December 2 and closes on December 20. It takes eight minutes. Nobody at work sees your answers. Three people who answer will win a gift card of $50.

Farida Rahmani answers questions: bargain@local2741.example.org""",
    "Eight minutes for our next contract",
)
L.true(
    "survey2",
    SURVEY,
    "sms",
    """Local 2741: What matters to you? 8-minute survey, Dec 2 to Dec 20, 3 gift cards of $50 to win: survey.example.org/b27 Reply STOP to opt out.""",
)
L.true(
    "survey3",
    SURVEY,
    "email",
    """Hola, {{ first_name }}:

¿Qué le importa a usted? Díganos: https://survey.example.org/b27

La encuesta abre el 2 de diciembre y cierra el 20 de diciembre. Toma ocho minutos. Nadie en el trabajo ve sus respuestas. Tres personas que contesten ganan una tarjeta de regalo de $50.

Preguntas: Farida Rahmani, bargain@local2741.example.org""",
    "Ocho minutos para nuestro contrato",
    lang="es",
)
L.turn("survey1", "minutes", "takes eight minutes", "takes eighteen minutes")
L.turn("survey2", "close", "Dec 20", "Dec 22")
L.turn("survey3", "fecha", "20 de diciembre", "30 de diciembre")
L.turn("survey3", "monto", "$50", "$15")
L.turn("survey1", "link", "survey.example.org/b27", "survey.example.org/b26")
L.turn("survey3", "nombre", "Farida Rahmani", "Farida Ramos")

SNOW = L.ground(
    """The bridge yard is closed because of ice. Day shift stays home with pay under the contract. Swing shift should call before coming in. Salt crews report as usual.""",
    [
        ("day", "date", "Wednesday, December 2, 2026"),
        ("call", "phone", "360-555-0188"),
        ("cl", "clause", "Article 9.4"),
        ("q", "quotation", "Employees sent home or told not to report shall receive their regular pay."),
        ("lead", "name", "Wendell Takahashi"),
    ],
    [
        (
            "Article 9.4",
            """In weather emergencies employees sent home or told not to report shall receive their regular pay.""",
        ),
    ],
)
L.true(
    "snow1",
    SNOW,
    "sms",
    """Local 2741: Bridge yard closed Wed Dec 2 (ice). Day shift: stay home, with pay. Swing shift: call 360-555-0188 before coming in. Salt crews report. Reply STOP to opt out.""",
)
L.true(
    "snow2",
    SNOW,
    "email",
    """The bridge yard is closed on Wednesday, December 2, because of ice.

Day shift: stay home. You are paid. Article 9.4 says that "employees sent home or told not to report shall receive their regular pay."

Swing shift: call 360-555-0188 before you come in.

Salt crews: report as usual.

Wendell Takahashi""",
    "Bridge yard closed on December 2",
)
L.turn("snow2", "quotation", "shall receive their regular pay", "shall receive half of their regular pay")
L.turn("snow1", "date", "Wed Dec 2", "Thu Dec 3")
L.turn("snow2", "clause", "Article 9.4", "Article 4.9")
L.turn("snow1", "phone", "360-555-0188", "360-555-0818")
L.turn("snow2", "name", "Wendell Takahashi", "Wendy Takahashi")

VOTO = L.ground(
    """Votamos sobre el nuevo convenio de la planta. Pueden votar todos los miembros. Traiga una identificación con foto.""",
    [
        ("dia", "fecha", "martes 15 de diciembre de 2026"),
        ("hora", "hora", "de 6 a. m. a 8 p. m."),
        ("lugar", "lugar", "Salón 5, Centro Comunitario Juárez"),
        ("aumento", "porcentaje", "4.5 %"),
        ("contacto", "nombre", "Rosalba Ibáñez"),
        ("tel", "teléfono", "213-555-0176"),
    ],
)
L.true(
    "voto1",
    VOTO,
    "email",
    """Hola, {{ first_name }}:

El martes 15 de diciembre votamos sobre el nuevo convenio de la planta. El aumento es de 4.5 %.

Dónde: Salón 5 del Centro Comunitario Juárez
Cuándo: de 6 a. m. a 8 p. m.

Pueden votar todos los miembros. Traiga una identificación con foto.

¿Preguntas? Llame a Rosalba Ibáñez, 213-555-0176.""",
    "Voto sobre el convenio: 15 de diciembre",
    lang="es",
)
L.true(
    "voto2",
    VOTO,
    "sms",
    """Local 2741: Vote sobre el convenio (aumento 4.5%) el martes 15 de dic, 6am-8pm, Salon 5, Centro Comunitario Juarez. Traiga ID con foto. Responda STOP para salir.""",
    lang="es",
)
L.turn("voto1", "día", "martes 15 de diciembre", "miércoles 16 de diciembre")
L.turn("voto1", "sala", "Salón 5", "Salón 6")
L.turn("voto2", "porcentaje", "4.5%", "5.4%")
L.turn("voto1", "nombre", "Rosalba Ibáñez", "Rosalba Jiménez")

HEAR = L.ground(
    """The city council hears public comment on closing the night bus. Wear your union shirt. Speakers get two minutes each and must register.""",
    [
        ("day", "date", "Monday, January 11, 2027"),
        ("time", "time", "6:45 PM"),
        ("place", "room", "Council Chambers, 2nd floor, 155 Main Street"),
        ("reg", "deadline", "Friday, January 8, 2027, 5 PM"),
        ("url", "link", "city.example.gov/speak"),
        ("org", "name", "Jocasta Lindqvist"),
    ],
    klass="organizing",
)
L.true(
    "hear1",
    HEAR,
    "email",
    """{{ first_name }}, the city council wants to close the night bus.

Public comment is on Monday, January 11, at 6:45 PM in the Council Chambers, 2nd floor, 155 Main Street. Please wear your union shirt.

Want to speak? You get two minutes. Register by 5 PM on Friday, January 8, at city.example.gov/speak.

Jocasta Lindqvist can help you prepare.""",
    "Speak up for the night bus on January 11",
)
L.true(
    "hear2",
    HEAR,
    "sms",
    """Local 2741: Save the night bus! Council hearing Mon 1/11, 6:45pm, 155 Main St, 2nd fl. Wear your shirt. Register to speak by 5pm Fri 1/8: city.example.gov/speak Reply STOP to opt out.""",
)
L.turn("hear1", "floor", "2nd floor", "3rd floor")
L.turn("hear2", "deadline", "Fri 1/8", "Fri 1/15")
L.turn("hear1", "minutes", "two minutes", "ten minutes")

HEALTH = L.ground(
    """Open enrollment for health insurance ends soon. The Cascade plan now covers hearing aids. If you do nothing you keep your plan.""",
    [
        ("end", "deadline", "December 15, 2026"),
        ("prem", "money", "$86.40 per pay period"),
        ("fair", "date", "December 9, 2026"),
        ("fairtime", "time", "10:00 to 14:00"),
        ("fairroom", "room", "Cafeteria B"),
        ("advisor", "name", "Solveig Marchetti"),
        ("tel", "phone", "425-555-0124"),
    ],
)
L.true(
    "health1",
    HEALTH,
    "email",
    """Hello {{ first_name }},

Open enrollment for health insurance ends on December 15, 2026. If you do nothing, you keep your plan.

What is new: the Cascade plan covers hearing aids. It costs $86.40 per pay period.

Come to the fair on December 9, from 10 a.m. to 2 p.m. in Cafeteria B, or call Solveig Marchetti, 425-555-0124.""",
    "Open enrollment ends on December 15",
)
L.true(
    "health2",
    HEALTH,
    "board",
    """OPEN ENROLLMENT ENDS DECEMBER 15

Fair: December 9, 10 AM to 2 PM, Cafeteria B
New: the Cascade plan covers hearing aids ($86.40 per pay period)
Do nothing and you keep your plan.
Solveig Marchetti, 425-555-0124""",
    "Open enrollment",
)
L.turn("health1", "rate", "$86.40 per pay period", "$86.40 per month")
L.turn("health2", "cafeteria", "Cafeteria B", "Cafeteria D")
L.turn("health1", "dates swapped", "ends on December 15, 2026", "ends on December 9, 2026")

HOURS = L.ground(
    """The union office has new walk-in hours. Chief steward Ottoline Drake is there. No appointment is needed.""",
    [
        ("days", "text", "Tuesdays and Thursdays"),
        ("time", "time", "3:30 pm to 6 pm"),
        ("from", "date", "December 8, 2026"),
        ("addr", "room", "Suite 12, 900 Ferry Street"),
        ("tel", "phone", "541-555-0109"),
    ],
)
L.true(
    "hours1",
    HOURS,
    "email",
    """Good news, {{ first_name }}: the union office has new walk-in hours.

From December 8 you can come by on Tuesdays and Thursdays, 3:30 to 6 pm, without an appointment. Our chief steward Ottoline Drake is there for you: Suite 12, 900 Ferry Street, 541-555-0109.""",
    "New walk-in hours from December 8",
)
L.true(
    "hours2",
    HOURS,
    "social",
    """New walk-in hours at the union office from December 8: Tuesdays and Thursdays, 3:30 to 6 pm, Suite 12, 900 Ferry Street. No appointment needed. 541-555-0109""",
)
L.true(
    "hours3",
    HOURS,
    "phone",
    """Hello, this is your union, Local 2741. Do you have a minute?
We have new walk-in hours at the union office: Tuesdays and Thursdays, from 3:30 to 6 pm, starting December 8. You don't need an appointment.
The address is 900 Ferry Street, Suite 12. Ottoline Drake, our chief steward, will be there.
If you would rather call: 541-555-0109. Thanks for your time!""",
)
L.turn("hours1", "weekdays", "Tuesdays and Thursdays", "Mondays and Thursdays")
L.turn("hours2", "suite", "Suite 12", "Suite 21")
L.turn("hours1", "name", "Ottoline Drake", "Otto Drake")

ARB = L.ground(
    """The arbitrator ruled for us in the uniform case. The county must pay for boots. Keep your receipts and hand them in.""",
    [
        ("ruled", "date", "November 20, 2026"),
        ("max", "money", "$240 per year"),
        ("hand", "deadline", "January 29, 2027"),
        ("to", "room", "Payroll window, Annex C"),
        ("arb", "name", "Prudence Vandermeer"),
        ("q", "quotation", "Safety footwear is part of the uniform."),
        ("steward", "name", "Gideon Sparks"),
    ],
    [
        (
            "Award of November 20, 2026",
            "Safety footwear is part of the uniform. The county shall pay for it, up to $240 per year.",
        ),
    ],
)
L.true(
    "arb1",
    ARB,
    "email",
    """Dear {{ first_name }},

We won. On November 20 arbitrator Prudence Vandermeer ruled: "Safety footwear is part of the uniform." So the county must pay for your boots, up to $240 per year.

Keep your receipts. Hand them in by January 29, 2027, at the payroll window in Annex C. Your steward Gideon Sparks can help.""",
    "We won: the county pays for boots",
)
L.true(
    "arb2",
    ARB,
    "newsletter",
    """The county pays for boots

"Safety footwear is part of the uniform," ruled arbitrator Prudence Vandermeer on November 20. The county must pay up to $240 per year. Hand in your receipts at the payroll window, Annex C, by January 29, 2027. Gideon Sparks has the details.""",
)
L.turn("arb1", "amount", "$240 per year", "$420 per year")
L.turn("arb2", "quotation", 'part of the uniform," ruled', 'not part of the uniform," ruled')
L.turn(
    "arb1",
    "names swapped",
    """arbitrator Prudence Vandermeer ruled: "Safety footwear is part of the uniform." So the county must pay for your boots, up to $240 per year.

Keep your receipts. Hand them in by January 29, 2027, at the payroll window in Annex C. Your steward Gideon Sparks""",
    """arbitrator Gideon Sparks ruled: "Safety footwear is part of the uniform." So the county must pay for your boots, up to $240 per year.

Keep your receipts. Hand them in by January 29, 2027, at the payroll window in Annex C. Your steward Prudence Vandermeer""",
)
L.turn("arb2", "place", "Annex C", "Annex G")
L.turn("arb1", "deadline dropped", " by January 29, 2027,", "")
