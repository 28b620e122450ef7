"""Eleven more briefs of that local, twenty-six texts true to them, and the same with one value changed, swapped or left out."""

from tests.comms.texts.tables import Texts

L = Texts("Local 2741", "Tri-Rivers Federal Employees, Local 2741", "41 Wharf Ave, Three Forks Landing, OH 45991")

BBQ = L.ground(
    """Labor Day cookout with the electricians' local. Vegetarian food is there too. Children under 12 eat free.""",
    [
        ("f1", "date", "September 6, 2027"),
        ("f2", "time", "noon"),
        ("f3", "room", "Grove 3, Marine Park, 2100 Harbor Drive"),
        ("f4", "money", "$8 for adults"),
        ("f5", "name", "Tobias Wren"),
        ("f6", "phone", "(415) 555-0182"),
    ],
    klass="event",
)
L.true(
    "bbq1",
    BBQ,
    "email",
    """Hi {{ first_name }},

You and your family are invited to the Labor Day cookout we hold with the electricians' local.

When: September 6, 2027, noon
Where: Grove 3 in Marine Park, 2100 Harbor Drive
Cost: $8 for adults. Children under 12 eat free.

There is vegetarian food as well. Questions? Tobias Wren, (415) 555-0182.""",
    "Labor Day cookout",
)
L.true(
    "bbq2",
    BBQ,
    "flyer",
    """LABOR DAY COOKOUT
with the electricians' local

September 6 at noon
Grove 3, Marine Park, 2100 Harbor Drive

Adults $8, children under 12 free
Vegetarian food too
Tobias Wren, (415) 555-0182""",
    "Labor Day cookout",
)
L.true(
    "bbq3",
    BBQ,
    "social",
    """Labor Day cookout with the electricians' local! September 6, 2027, noon, Grove 3, Marine Park, 2100 Harbor Drive. $8 for adults, children under 12 eat free. Call Tobias Wren: (415) 555-0182""",
)
L.turn("bbq1", "date", "September 6, 2027", "September 7, 2027")
L.turn("bbq1", "grove", "Grove 3 in", "Grove 5 in")
L.turn("bbq2", "street number", "2100 Harbor Drive", "2010 Harbor Drive")
L.turn("bbq2", "street name", "Harbor Drive", "Harvard Drive")
L.turn("bbq1", "age", "under 12", "under 10")
L.turn("bbq2", "phone dropped", ", (415) 555-0182", "")

TWO = L.ground(
    """Two information evenings about the merger with Local 880. The merger vote is later. Both evenings have child care.""",
    [
        ("north_date", "date", "2027-01-12"),
        ("north_time", "time", "18:00"),
        ("north_place", "room", "Northside Library, Room 2"),
        ("south_date", "date", "2027-01-19"),
        ("south_time", "time", "19:30"),
        ("south_place", "room", "South High School, cafeteria"),
        ("contact", "name", "Cordelia Baptiste"),
        ("contact_mail", "email", "cb@local2741.example.org"),
    ],
    klass="internal_business",
)
L.true(
    "two1",
    TWO,
    "email",
    """Dear {{ first_name }},

Should we merge with Local 880? Come and hear more about it on one of two evenings:

- January 12, 6 p.m., Northside Library, Room 2
- January 19, 7:30 p.m., cafeteria of South High School

There is child care on both evenings. The vote on the merger comes later.

Write to Cordelia Baptiste with your questions: cb@local2741.example.org""",
    "Merger with Local 880: two evenings",
)
L.true(
    "two2",
    TWO,
    "sms",
    """Local 2741: Merger info evenings: Jan 12, 6pm, Northside Library Rm 2. Jan 19, 7:30pm, South High School cafeteria. Child care. cb@local2741.example.org Reply STOP to opt out.""",
)
L.true(
    "two3",
    TWO,
    "meeting_notice",
    """Information evenings on the merger with Local 880

1. Tuesday, January 12, 2027, 6:00 PM: Northside Library, Room 2
2. Tuesday, January 19, 2027, 7:30 PM: South High School, cafeteria

Child care: on both evenings
Questions: Cordelia Baptiste, cb@local2741.example.org""",
)
L.turn(
    "two1",
    "places swapped",
    """6 p.m., Northside Library, Room 2
- January 19, 7:30 p.m., cafeteria of South High School""",
    """6 p.m., cafeteria of South High School
- January 19, 7:30 p.m., Northside Library, Room 2""",
)
L.turn(
    "two2",
    "times swapped",
    "Jan 12, 6pm, Northside Library Rm 2. Jan 19, 7:30pm",
    "Jan 12, 7:30pm, Northside Library Rm 2. Jan 19, 6pm",
)
L.turn("two1", "local number", "with Local 880?", "with Local 808?")
L.turn("two1", "dropped one evening's place", ", cafeteria of South High School", "")
L.turn("two2", "time", "7:30pm", "7:00pm")

DIS = L.ground(
    """Two colleagues got letters of proposed suspension after the November 12 inspection. Do not talk to investigators alone: ask for a union representative first.""",
    [
        ("law", "clause", "Article 31, Section 2(b)"),
        ("q", "quotation", "The employee may request representation at any time during the examination."),
        ("days", "number", "5 workdays"),
        ("hot", "phone", "1-800-555-0155"),
        ("chief", "name", "Ulrika Sandoval, chief steward"),
    ],
    [
        (
            "Article 31, Section 2(b)",
            """The employee may request representation at any time during the examination. The Employer shall grant up to 5 workdays to arrange it.""",
        ),
    ],
)
L.true(
    "dis1",
    DIS,
    "email",
    """{{ first_name }},

After the inspection of November 12, two colleagues got letters of proposed suspension.

If an investigator wants to talk to you, ask for a union representative first. Article 31, Section 2(b) says: "The employee may request representation at any time during the examination." The employer gives you up to 5 workdays to arrange it.

Call 1-800-555-0155 and ask for our chief steward, Ulrika Sandoval.""",
    "Do not talk to investigators alone",
)
L.true(
    "dis2",
    DIS,
    "board",
    """ASK FOR A REPRESENTATIVE FIRST

Does an investigator want to talk to you? Do not go alone.
Article 31, Section 2(b): "The employee may request representation at any time during the examination."
You have 5 workdays to arrange it.
Chief steward Ulrika Sandoval: 1-800-555-0155""",
    "Your right to a representative",
)
L.true(
    "dis3",
    DIS,
    "sms",
    """Local 2741: Don't talk to investigators alone! Ask for a union rep first (Art. 31, Sec. 2(b)). Call 1-800-555-0155. Reply STOP to opt out.""",
)
L.turn("dis1", "quotation altered", "at any time during", "only before")
L.turn("dis2", "section letter", "Section 2(b)", "Section 2(d)")
L.turn("dis1", "workdays", "5 workdays", "15 workdays")
L.turn("dis2", "name", "Ulrika Sandoval", "Erika Sandoval")
L.turn("dis1", "count", "two colleagues", "three colleagues")
L.turn("dis1", "inspection day", "November 12", "November 21")

BID = L.ground(
    """Shift bids for the first half of 2027 open soon. Bid by seniority on paper; e-mail bids do not count. Vacant posts are on the board by the time clock.""",
    [
        ("f1", "date", "Monday, December 14, 2026"),
        ("f2", "deadline", "Saturday, December 19, 2026, 4 p.m."),
        ("f3", "room", "Bid desk, Dock 4"),
        ("f4", "number", "38 vacant posts"),
        ("f5", "name", "Marguerite Olatunji"),
    ],
)
L.true(
    "bid1",
    BID,
    "email",
    """Hello {{ first_name }},

Shift bids for the first half of 2027 open on Monday, December 14. There are 38 vacant posts; see the list on the board by the time clock.

Bid on paper, at the bid desk on Dock 4. Bids close on Saturday, December 19, at 4 p.m. Bids by e-mail do not count. Posts go by seniority.

Marguerite Olatunji can answer your questions.""",
    "Shift bids open December 14",
)
L.true(
    "bid2",
    BID,
    "sms",
    """Local 2741: Shift bids open Mon 12/14, close Sat 12/19 4pm. On paper only, bid desk, Dock 4. 38 vacant posts. Ask Marguerite Olatunji. Reply STOP to opt out.""",
)
L.turn("bid1", "deadline hour", "4 p.m.", "5 p.m.")
L.turn("bid2", "close day", "Sat 12/19", "Sat 12/26")
L.turn("bid1", "dock", "Dock 4", "Dock 14")
L.turn("bid2", "posts", "38 vacant", "83 vacant")
L.turn("bid1", "dates swapped", "open on Monday, December 14. There", "open on Saturday, December 19. There")
L.turn("bid1", "weekday", "Saturday, December 19", "Friday, December 19")

PARO = L.ground(
    """Las trabajadoras de la lavandería Brillo están en huelga desde el 23 de noviembre. Piden agua fría y descansos. Llevemos comida a la línea.""",
    [
        ("dia", "fecha", "domingo 6 de diciembre de 2026"),
        ("hora", "hora", "9 a. m."),
        ("sitio", "lugar", "Calle Olmo 340, puerta 2"),
        ("c", "nombre", "Amparo Villaseñor"),
        ("t", "teléfono", "562-555-0141"),
    ],
    klass="solidarity",
)
L.true(
    "paro1",
    PARO,
    "email",
    """Compañeras y compañeros:

Las trabajadoras de la lavandería Brillo están en huelga desde el 23 de noviembre. Piden agua fría y descansos.

Vamos a la línea el domingo 6 de diciembre a las 9 de la mañana: Calle Olmo 340, puerta 2. Por favor, lleven comida.

Amparo Villaseñor sabe más: 562-555-0141.""",
    "Comida para la línea: domingo 6 de diciembre",
    lang="es",
)
L.true(
    "paro2",
    PARO,
    "sms",
    """Local 2741: Comida para la huelga de Brillo: dom 6 dic, 9am, Calle Olmo 340, puerta 2. Amparo Villasenor 562-555-0141. Responda STOP para salir.""",
    lang="es",
)
L.turn("paro1", "desde", "23 de noviembre", "13 de noviembre")
L.turn("paro1", "calle", "Calle Olmo 340", "Calle Olmo 430")
L.turn("paro2", "puerta", "puerta 2", "puerta 12")
L.turn("paro1", "hora", "a las 9 de la mañana", "a las 10 de la mañana")
L.turn("paro2", "día", "dom 6 dic", "dom 13 dic")
L.turn("paro1", "nombre", "Amparo Villaseñor", "Amparo Villalobos")

DUE2 = L.ground(
    "New dues by vote of the executive board. Retirees pay nothing. Payroll takes the dues out.",
    [
        ("full_time", "money", "$31.20 per month"),
        ("part_time", "money", "$15.60 per month"),
        ("starts", "date", "February 1, 2027"),
        ("treasurer", "name", "Leopold Haugen"),
        ("office", "phone", "612-555-0119"),
    ],
    klass="internal_business",
)
L.true(
    "due21",
    DUE2,
    "email",
    """Hello {{ first_name }},

The executive board voted for new dues. They start on February 1, 2027:

Full-time: $31.20 per month
Part-time: $15.60 per month
Retirees: nothing

You don't have to do anything. Payroll takes the dues out.

Ask our treasurer Leopold Haugen, 612-555-0119.""",
    "New dues from February 1",
)
L.true(
    "due22",
    DUE2,
    "talking_points",
    """- The executive board voted for new dues from February 1, 2027.
- Full-time members pay $31.20 per month, part-time members $15.60.
- Retirees pay nothing.
- Payroll takes it out.
- Questions to Leopold Haugen, the treasurer: 612-555-0119""",
)
L.turn(
    "due21",
    "amounts swapped",
    """Full-time: $31.20 per month
Part-time: $15.60""",
    """Full-time: $15.60 per month
Part-time: $31.20""",
)
L.turn("due22", "amount", "$15.60", "$16.50")
L.turn("due21", "start", "February 1, 2027:", "March 1, 2027:")
L.turn("due22", "period", "$31.20 per month", "$31.20 per week")
L.turn("due22", "name", "Leopold Haugen", "Leonard Haugen")

CLOSED = L.ground(
    """The Elm Street office is closed because of flooding. Report to the annex instead. Bring your badge. Remote work is allowed until the office opens again.""",
    [
        ("f1", "date", "Thursday, December 3, 2026"),
        ("f2", "room", "Annex, 77 Birch Lane, 3rd floor"),
        ("f3", "time", "8:15 a.m."),
        ("f4", "link", "status.example.gov"),
        ("f5", "phone", "802-555-0106"),
    ],
)
L.true(
    "closed1",
    CLOSED,
    "sms",
    """Local 2741: Elm Street office closed (flooding). From Thu Dec 3 report to the Annex, 77 Birch Lane, 3rd floor, 8:15am, or work remotely. status.example.gov Reply STOP to opt out.""",
)
L.true(
    "closed2",
    CLOSED,
    "social",
    """The Elm Street office is closed because of flooding. Report to the annex, 77 Birch Lane, 3rd floor, on Thursday, December 3, at 8:15 a.m. Bring your badge. News: status.example.gov""",
)
L.true(
    "closed3",
    CLOSED,
    "email",
    """Good morning,

Because of flooding, the Elm Street office is closed. On Thursday, December 3, please report to the annex at 8:15 a.m. It is on the 3rd floor of 77 Birch Lane. Don't forget your badge.

You may also work remotely until the office is open again. For news, look at status.example.gov or call 802-555-0106.""",
    "Elm Street office closed: where to report",
)
L.turn("closed1", "lane", "77 Birch Lane", "77 Beech Lane")
L.turn("closed2", "office", "Elm Street", "Oak Street")
L.turn("closed2", "time", "8:15", "8:45")
L.turn("closed1", "floor", "3rd floor", "5th floor")
L.turn("closed1", "link", "status.example.gov", "status.example.com")

CONV = L.ground(
    """Delegates for the convention in Duluth. Two buses leave from the hall. Hotel rooms are paid, meals are not.""",
    [
        ("f1", "date", "March 19, 2027"),
        ("f2", "date", "March 21, 2027"),
        ("f3", "time", "6:40 a.m."),
        ("f4", "number", "26 delegates"),
        ("f5", "money", "$45 a day for meals"),
        ("f6", "name", "Rosamund Achebe"),
        ("f7", "email", "travel@local2741.example.org"),
        ("f8", "deadline", "February 12, 2027"),
    ],
    klass="internal_business",
)
L.true(
    "conv1",
    CONV,
    "email",
    """Delegates,

We go to the convention in Duluth from March 19 to March 21, 2027. All 26 delegates travel together: two buses leave from the hall at 6:40 a.m.

Your hotel room is paid. Meals are not; plan on $45 a day for meals.

Register with Rosamund Achebe by February 12, 2027: travel@local2741.example.org""",
    "Convention in Duluth: register by February 12",
)
L.true(
    "conv2",
    CONV,
    "newsletter",
    """Off to Duluth

Our 26 delegates travel to the convention in Duluth (March 19 to 21, 2027) in two buses, which leave from the hall at 6:40 a.m. Hotel rooms are paid, meals are not: count on $45 a day. Register by February 12 with Rosamund Achebe, travel@local2741.example.org.""",
)
L.true(
    "conv3",
    CONV,
    "sms",
    """Local 2741: Duluth convention Mar 19-21, 2027. Buses leave the hall 6:40am. Register by Feb 12: travel@local2741.example.org Reply STOP to opt out.""",
)
L.turn("conv1", "end day", "March 21", "March 23")
L.turn("conv2", "buses", "two buses", "three buses")
L.turn("conv1", "city", "in Duluth from", "in Denver from")
L.turn("conv2", "meals", "$45 a day", "$54 a day")
L.turn("conv1", "deadline", "by February 12, 2027", "by February 21, 2027")
L.turn("conv2", "e-mail", "travel@local2741", "travels@local2741")

ULP = L.ground(
    """The Labor Board ruled that the Parks Department broke the law when it changed the uniforms. The ruling is in our favor. The department must post a notice for 60 days.""",
    [
        ("no", "number", "Case 19-CA-4471"),
        ("date", "date", "November 25, 2026"),
        ("q", "quotation", "The Respondent unilaterally changed a term of employment."),
        ("speaker", "name", "Ivor Castellanos"),
        ("time", "time", "4:30 pm"),
        ("day", "date", "December 10, 2026"),
        ("room", "room", "Lodge 9"),
    ],
    [
        (
            "Decision of November 25, 2026",
            """The Respondent unilaterally changed a term of employment. It shall post the attached notice for 60 days.""",
        ),
    ],
)
L.true(
    "ulp1",
    ULP,
    "email",
    """{{ first_name }}, good news from the Labor Board.

On November 25, in Case 19-CA-4471, it ruled that the Parks Department broke the law when it changed the uniforms. In the words of the ruling: "The Respondent unilaterally changed a term of employment."

The department must post a notice for 60 days.

Ivor Castellanos explains the ruling on December 10, 4:30 pm, in Lodge 9.""",
    "The Labor Board rules for us",
)
L.turn("ulp1", "case number", "19-CA-4471", "19-CA-4417")
L.turn("ulp1", "days of notice", "60 days", "90 days")
L.turn("ulp1", "lodge", "Lodge 9", "Lodge 6")
L.turn(
    "ulp1",
    "dates swapped",
    "On November 25, in Case 19-CA-4471, it ruled",
    "On December 10, in Case 19-CA-4471, it ruled",
)
L.turn(
    "ulp1",
    "invented quotation",
    "The department must post a notice",
    """"This is a win for every worker," said the board's chair. The department must post a notice""",
)

ENC = L.ground(
    "Encuesta sobre turnos de noche. Es anónima y toma cinco minutos.",
    [
        ("cierra", "plazo", "18 de diciembre de 2026"),
        ("liga", "enlace", "https://encuesta.example.org/noche"),
        ("premio", "monto", "$75"),
        ("cn", "nombre", "Hermenegildo Sosa"),
        ("cc", "correo", "noche@local2741.example.org"),
    ],
    klass="survey",
)
L.true(
    "enc1",
    ENC,
    "email",
    """Hola, {{ first_name }}:

¿Trabaja de noche? Queremos saber qué piensa: https://encuesta.example.org/noche

La encuesta es anónima y toma cinco minutos. Cierra el 18 de diciembre de 2026. El premio es de $75.

Preguntas: Hermenegildo Sosa, noche@local2741.example.org""",
    "Encuesta sobre turnos de noche",
    lang="es",
)
L.turn("enc1", "minutos", "cinco minutos", "quince minutos")
L.turn("enc1", "plazo", "18 de diciembre", "28 de diciembre")
L.turn(
    "enc1",
    "enlace",
    """/noche
""",
    """/dia
""",
)
L.turn("enc1", "premio", "$75", "$57")
L.turn("enc1", "nombre", "Hermenegildo Sosa", "Hermenegildo Souza")

MEM = L.ground(
    """Memorial for our late treasurer Agnes Thibodeaux. The family asks for no flowers; give to the food bank.""",
    [
        ("f1", "date", "Saturday, January 23, 2027"),
        ("f2", "time", "2 pm"),
        ("f3", "room", "St. Brendan's parish hall, 15 Quarry Road"),
        ("f4", "link", "foodbank.example.org/agnes"),
    ],
    klass="solidarity",
)
L.true(
    "mem1",
    MEM,
    "email",
    """Dear friends,

We say goodbye to our late treasurer, Agnes Thibodeaux, on Saturday, January 23, at 2 pm, in St. Brendan's parish hall, 15 Quarry Road.

The family asks for no flowers. If you want to give, give to the food bank: foodbank.example.org/agnes""",
    "Memorial for Agnes Thibodeaux",
)
L.true(
    "mem2",
    MEM,
    "social",
    """Memorial for our late treasurer Agnes Thibodeaux: Saturday, January 23, 2 pm, St. Brendan's parish hall, 15 Quarry Road. No flowers, please. Give to the food bank: foodbank.example.org/agnes""",
)
L.true(
    "mem3",
    MEM,
    "phone",
    """Hello, this is ____ from Local 2741. May I speak with {{ first_name }}?
I am calling about the memorial for our late treasurer Agnes Thibodeaux. It is on Saturday, January 23, at 2 in the afternoon, at St. Brendan's parish hall, 15 Quarry Road.
The family asks for no flowers. If you would like to give, please give to the food bank: foodbank.example.org/agnes.
Can you come?""",
)
L.turn("mem1", "name", "treasurer, Agnes Thibodeaux", "treasurer, Agatha Thibodeaux")
L.turn("mem2", "hall", "St. Brendan's", "St. Bernard's")
L.turn("mem1", "dropped hour", ", at 2 pm,", ",")
L.turn("mem2", "road", "15 Quarry Road", "51 Quarry Road")
L.turn("mem1", "weekday", "Saturday, January 23", "Sunday, January 24")
