"""Texts of yet other locals, written before the checks knew them: a clinic, a school, buses, a prison, a warehouse.

`FRESH` is a table as `parking_and_votes.Table` tells.
"""

from datetime import date

from tests.comms.texts.parking_and_votes import G, K, Table

FRESH = Table()
DAY = date(2026, 12, 3)
clean, faults = FRESH.clean, FRESH.faults

# A clinic: flu shots for the night shift
CLINIC = G(
    ("date", "Monday, December 14, 2026"),
    ("time", "11:45 p.m."),
    ("place", "Break room by the loading dock"),
    ("name", "Tom Okafor, safety chair"),
    ("phone", "419-555-0172 ext. 14"),
    ("text", "The hospital agreed on November 30 to give flu shots on the night shift, at no cost and on paid time"),
    ("number", "60 doses"),
    ("deadline", "December 10"),
    ("link", "https://nurses6.org/shots"),
    today=DAY,
    purpose="Flu shots come to the night shift; sign up so that nobody is missed",
    sector="private",
    sender="Nurses United, Local 6",
    known=("Nurses United, Local 6",),
)
SHOTS = K(
    "email",
    "Hi {{ first_name }},\n\nYou asked, and it worked. On November 30 the hospital agreed to give flu shots on the night shift, at no cost and on paid time.\n\nCome to the break room by the loading dock on Monday, December 14, at 11:45 p.m. There are 60 doses, so please sign up by December 10: https://nurses6.org/shots\n\nQuestions? Tom Okafor, our safety chair, is at 419-555-0172 ext. 14.\n\nNurses United, Local 6",
    "Flu shots on the night shift",
)
faults(
    "shots",
    CLINIC,
    SHOTS,
    [
        ("name turned round", "Tom Okafor", "Okafor Tom"),
        ("the other name's half", "Tom Okafor", "Tim Okafor"),
        ("another extension", "ext. 14", "ext. 41"),
        ("no extension", " ext. 14", ""),
        ("a free thing added", "Questions?", "Breakfast is free for everybody who comes. Questions?"),
        ("not on paid time", "on paid time", "on your own time"),
        ("refused instead of agreed", "agreed to give", "refused to give"),
        (
            "the days changed places",
            "December 14, at 11:45 p.m. There are 60 doses, so please sign up by December 10",
            "December 10, at 11:45 p.m. There are 60 doses, so please sign up by December 14",
        ),
        ("doses", "60 doses", "16 doses"),
        ("a quarter to in the morning", "11:45 p.m.", "11:45 in the morning"),
        ("another room", "the break room by the loading dock", "the break room by the pharmacy"),
        ("a name of an everyday word", "Questions?", "Ask Grace too. Questions?"),
        ("a name that is a flower", "Questions?", "Or talk to Rose on your unit. Questions?"),
        ("a name of a month", "Questions?", "Or see April at the desk. Questions?"),
        (
            "a claim in the brief's words",
            "Questions?",
            "The night shift nurses will lose their differential. Questions?",
        ),
        (
            "another claim in its words",
            "Questions?",
            "The hospital will fire nurses who skip the flu shots. Questions?",
        ),
        ("a number of the story in another place", "There are 60 doses", "There are 14 doses"),
        ("weekday alone", "Monday, December 14", "Wednesday, December 14"),
        ("a health claim", "Questions?", "The shot prevents nine of ten infections. Questions?"),
        ("an acronym from nowhere", "Questions?", "The CDC and OSHA back us. Questions?"),
    ],
)
clean(
    "shots sms",
    CLINIC,
    K(
        "sms",
        "Nurses United, Local 6: Flu shots on nights, free, paid time. Mon Dec 14, 11:45pm, break room by the loading dock. Sign up by 12/10: nurses6.org/shots STOP to end",
    ),
)
clean(
    "shots talking points",
    CLINIC,
    K(
        "talking_points",
        "- Ask first: “Have you had your flu shot yet?”\n- The hospital agreed on November 30: shots on nights, free, on paid time.\n- Monday, December 14, 11:45 p.m., break room by the loading dock\n- Sign up by December 10 at nurses6.org/shots\n- If somebody does not want one, leave it there. It is their choice.\n\nQ: Who do I ask?\nA: Tom Okafor, safety chair, 419-555-0172 ext. 14",
    ),
)
clean(
    "shots board",
    CLINIC,
    K(
        "board",
        "FLU SHOTS ON THE NIGHT SHIFT\n\nMonday, December 14, 11:45 PM\nBreak room by the loading dock\n\nFree. On paid time. Sign up by December 10.\nnurses6.org/shots\n\nTOM OKAFOR, SAFETY CHAIR\n419-555-0172, ext. 14",
    ),
)

# A school: bargaining update
SCHOOL = G(
    ("date", "2027-01-21"),
    ("time", "15:45"),
    ("place", "Library of Jefferson Middle School"),
    ("name", "Beatriz Amaral"),
    ("name", "Wendell Price"),
    ("email", "bargaining@teachers52.org"),
    ("percent", "4.25%"),
    ("money", "$1,850"),
    ("text", "The district offered a raise of 4.25% and a one-time payment of $1,850 on January 7"),
    ("text", "Class size stays open: the union asks for at most 24 students in grades K-3"),
    ("number", "24 students"),
    today=DAY,
    purpose="Bargaining update: what the district offered, what is still open, and a meeting to decide what we say back",
    sector="public",
    sender="Teachers Local 52",
    known=("Jefferson County Teachers, Local 52",),
    sources=(
        (
            "Article 12.3",
            "The District shall make every reasonable effort to keep class size at or below the limits in Appendix C.",
        ),
    ),
)
OFFER = K(
    "email",
    "Dear {{ first_name }},\n\nOn January 7 the district made an offer: a raise of 4.25% and a one-time payment of $1,850.\n\nClass size is still open. We ask for at most 24 students in grades K-3. Today, Article 12.3 only says the district “shall make every reasonable effort to keep class size at or below the limits in Appendix C.”\n\nHelp us decide what to say back. We meet on Thursday, January 21, 2027, at 3:45 p.m. in the library of Jefferson Middle School. Beatriz Amaral and Wendell Price, who sit at the table for us, will take your questions.\n\nCannot come? Write to bargaining@teachers52.org.\n\nTeachers Local 52",
    "What the district offered",
)
faults(
    "offer",
    SCHOOL,
    OFFER,
    [
        ("at least for at most", "at most 24 students", "at least 24 students"),
        ("a cut for a raise", "a raise of 4.25%", "a pay cut of 4.25%"),
        ("decimals turned", "4.25%", "4.52%"),
        ("cents", "$1,850", "$1,850.50"),
        ("an order of size", "$1,850", "$18,500"),
        ("half words", "Beatriz Amaral", "Beatrice Amaral"),
        ("both last names changed places", "Beatriz Amaral and Wendell Price", "Beatriz Price and Wendell Amaral"),
        (
            "one left out of a pair",
            "Beatriz Amaral and Wendell Price, who sit at the table for us, will",
            "Beatriz Amaral, who sits at the table for us, will",
        ),
        ("a third added", "Beatriz Amaral and Wendell Price", "Beatriz Amaral, Joy Faulk and Wendell Price"),
        ("the quotation made harder", "shall make every reasonable effort to keep", "shall keep"),
        ("one word in it", "at or below the limits", "at or above the limits"),
        ("another appendix", "Appendix C", "Appendix B"),
        ("another school", "Jefferson Middle School", "Madison Middle School"),
        ("another kind of school", "Jefferson Middle School", "Jefferson High School"),
        ("another grade", "grades K-3", "grades K-5"),
        ("a quarter of an hour", "3:45 p.m.", "3:15 p.m."),
        ("Spanish day", "Thursday, January 21", "jueves 22 de enero"),
        ("a day more", "January 7", "January 8"),
        ("a vote nobody called", "Cannot come?", "The executive board voted to accept it. Cannot come?"),
        ("a price from nowhere", "Cannot come?", "Dinner costs twelve dollars. Cannot come?"),
        ("a said thing", "Cannot come?", "The superintendent said the money is gone. Cannot come?"),
        ("a statistic", "Cannot come?", "Two thirds of parents stand with us. Cannot come?"),
        ("mail of another", "bargaining@teachers52.org", "bargaining@teachers25.org"),
    ],
)
clean(
    "offer newsletter",
    SCHOOL,
    K(
        "newsletter",
        "What the district offered\n\nA raise of 4.25%, and a one-time payment of $1,850: that is the district's offer of January 7. Class size is not settled. We want a limit of 24 students in grades K-3.\n\nCome and help us write the answer: Thursday, January 21, 3:45 p.m., in the library of Jefferson Middle School. Ask Beatriz Amaral or Wendell Price, or write to bargaining@teachers52.org.",
    ),
)
clean(
    "offer text message",
    SCHOOL,
    K(
        "sms",
        "Teachers Local 52: The district made an offer. Meet Thu Jan 21, 3:45 PM, library of Jefferson Middle School. bargaining@teachers52.org Reply STOP to opt out.",
    ),
)
clean(
    "offer phone",
    SCHOOL,
    K(
        "phone",
        "Hi, is this {{ first_name }}? I am a teacher too, calling for Teachers Local 52.\n\nHow is your year going? (Listen.)\n\nThe district made an offer on January 7: 4.25% and a one-time payment of $1,850. Class size is still open.\n\nWe meet on Thursday, January 21, at 3:45 in the library of Jefferson Middle School. Can I put you down as a yes?\n\nYES: Thank you! Who can you bring?\nNO: I hear you. May I ask what gets in the way?\nVOICEMAIL: Leave your first name and the day of the meeting.\n\nMore from Beatriz Amaral, Wendell Price, or bargaining@teachers52.org.",
    ),
)

# Buses, Spanish
BUS = G(
    ("fecha", "19 de diciembre de 2026"),
    ("date", "2026-12-19"),
    ("time", "06:30"),
    ("place", "Garaje Norte, Puerta 3"),
    ("name", "Rosa Elena Fuentes"),
    ("phone", "(713) 555-0158"),
    ("text", "Desde el 1 de diciembre, 18 conductores recibieron turnos partidos de más de 13 horas"),
    ("number", "18 conductores"),
    ("link", "https://transito33.org/turnos"),
    today=DAY,
    purpose="Turnos partidos: reunión antes del turno para juntar firmas",
    sector="public",
    sender="Local 33",
    known=("Unión de Tránsito, Local 33",),
    sources=(
        ("Artículo 7, Sección 2", "Ningún turno partido excederá doce horas entre la primera y la última salida."),
    ),
)
TURNOS = K(
    "email",
    "Hola {{ first_name }}:\n\nDesde el 1 de diciembre, 18 conductores recibieron turnos partidos de más de 13 horas. El Artículo 7 dice: «Ningún turno partido excederá doce horas entre la primera y la última salida».\n\nVamos a juntar firmas el sábado 19 de diciembre, a las 6:30 de la mañana, en el Garaje Norte, Puerta 3.\n\nLa petición está en https://transito33.org/turnos. ¿Preguntas? Llame a Rosa Elena Fuentes al (713) 555-0158.\n\nEl texto en inglés es el que vale.\n\nEn solidaridad,\nLocal 33",
    "Turnos partidos: firme el 19 de diciembre",
    language="es",
)
faults(
    "turnos",
    BUS,
    TURNOS,
    [
        ("otro día de la semana", "sábado 19", "viernes 19"),
        ("otra hora", "6:30 de la mañana", "6:30 de la tarde"),
        ("otra puerta", "Puerta 3", "Puerta 13"),
        ("otro garaje", "Garaje Norte", "Garaje Sur"),
        ("cita cambiada", "excederá doce horas", "excederá trece horas"),
        ("menos por más", "más de 13 horas", "menos de 13 horas"),
        ("conductores en letras", "18 conductores", "ochenta conductores"),
        ("apellido", "Rosa Elena Fuentes", "Rosa Elena Puentes"),
        ("orden del nombre", "Rosa Elena Fuentes", "Fuentes Rosa Elena"),
        ("nombre añadido", "La petición", "Pregunte también por Don Ernesto. La petición"),
        ("afirmación", "La petición", "El gerente dijo que nos va a pagar doble. La petición"),
        ("comida gratis", "La petición", "Habrá desayuno gratis para todos. La petición"),
        ("enlace", "transito33.org/turnos", "transito33.org/turno"),
        ("mes", "19 de diciembre, a", "19 de noviembre, a"),
        ("teléfono", "555-0158", "555-0185"),
        ("sin lugar", ", en el Garaje Norte, Puerta 3", ""),
        ("campo inventado", "{{ first_name }}", "{{ primer_nombre }}"),
        ("hueco", "(713) 555-0158", "[teléfono]"),
    ],
)
clean(
    "turnos sms",
    BUS,
    K(
        "sms",
        "Local 33: Turnos partidos de 13 horas? Firme el sab 19 dic, 6:30am, Garaje Norte, Puerta 3. transito33.org/turnos Responda ALTO para salir",
        language="es",
    ),
)
clean(
    "turnos volante",
    BUS,
    K(
        "flyer",
        "¡NO MÁS TURNOS DE 13 HORAS!\n\n18 conductores ya los tienen.\n\n- Sábado 19 de diciembre, 6:30 a. m.\n- Garaje Norte, Puerta 3\n- Firme también en transito33.org/turnos\n\nRosa Elena Fuentes, (713) 555-0158",
        language="es",
    ),
)
clean(
    "buses in English",
    BUS,
    K(
        "email",
        "Hello {{ first_name }},\n\nSince December 1, 18 drivers have been given split shifts of more than 13 hours. Section 2 of Article 7 does not allow that.\n\nWe will gather signatures on Saturday, December 19, at 6:30 a.m. at Garaje Norte, Puerta 3. Sign before your shift starts, then ask one coworker to sign too.\n\nThe petition is at transito33.org/turnos. Rosa Elena Fuentes has answers: (713) 555-0158.\n\nLocal 33",
        "Split shifts: sign on December 19",
    ),
)

# A prison: staffing
PRISON = G(
    ("text", "Two posts on B Block were left empty on 11 of 30 nights in November"),
    ("date", "Tuesday, December 8"),
    ("time", "1:00 PM and 9:30 PM"),
    ("place", "VFW Hall, 400 Route 9 South"),
    ("name", "Officer Darnell Whitfield"),
    ("phone", "570-555-0129"),
    ("number", "11 nights"),
    ("link", "https://www.local307.org/staffing"),
    today=DAY,
    purpose="Unsafe staffing on B Block: bring your notes to a meeting, two times for two shifts",
    klass="representational",
    sender="Local 307",
    known=("Council of Prison Locals, Local 307",),
    sources=(
        (
            "Article 27(a)",
            "The Employer agrees to lower those inherent hazards to the lowest possible level, without relinquishing its rights.",
        ),
    ),
)
BLOCK = K(
    "email",
    "{{ first_name }},\n\nIn November, two posts on B Block stood empty on 11 of 30 nights. You know what that means when something goes wrong.\n\nArticle 27(a) says the employer “agrees to lower those inherent hazards to the lowest possible level”.\n\nBring your notes to a meeting on Tuesday, December 8, at the VFW Hall, 400 Route 9 South. Come at 1 p.m. or at 9:30 p.m., whichever fits your shift.\n\nCall Officer Darnell Whitfield at 570-555-0129, or go to local307.org/staffing.\n\nStay safe,\nLocal 307",
    "Empty posts on B Block",
)
faults(
    "block",
    PRISON,
    BLOCK,
    [
        ("another block", "on B Block stood", "on D Block stood"),
        ("of another month", "In November", "In October"),
        ("nights", "11 of 30", "13 of 30"),
        ("of more nights", "11 of 30", "11 of 31"),
        ("three posts", "two posts", "three posts"),
        ("street number", "400 Route 9", "440 Route 9"),
        ("route", "Route 9 South", "Route 6 South"),
        ("direction", "Route 9 South", "Route 9 North"),
        ("one time dropped", "Come at 1 p.m. or at 9:30 p.m., whichever fits your shift.", "Come at 1 p.m."),
        ("half an hour", "9:30 p.m.", "9 p.m."),
        ("rank given away", "Officer Darnell Whitfield", "Officer Whitfield Darnell"),
        ("capital letters", "Call Officer Darnell Whitfield", "CALL OFFICER DARNELL WHITMAN"),
        ("a warden", "Stay safe,", "Warden Hale knows it.\n\nStay safe,"),
        ("somebody hurt", "Stay safe,", "Three officers were hurt last week.\n\nStay safe,"),
        ("a new rule", "Stay safe,", "Overtime is now mandatory.\n\nStay safe,"),
        ("quotation stretched", "to the lowest possible level”", "to the lowest possible level at all times”"),
        ("a time zone", "9:30 p.m.", "9:30 p.m. Pacific"),
        (
            "a page that leads elsewhere",
            "local307.org/staffing",
            "[local307.org/staffing](https://local307.org.example.net/staffing)",
        ),
    ],
)
clean(
    "block text",
    PRISON,
    K(
        "sms",
        "Local 307: Empty posts on B Block, 11 of 30 nights. Bring notes Tue 12/8, 1 PM or 9:30 PM, VFW Hall, 400 Rte 9 South. local307.org/staffing Reply STOP to opt out",
    ),
)
clean(
    "block script",
    PRISON,
    K(
        "phone",
        "Hello, this is a volunteer from Local 307.\n\nHave you worked B Block lately? What did you see?\n\nTwo posts stood empty on 11 nights in November. We want your notes.\n\nCan you come on Tuesday, December 8, to the VFW Hall, 400 Route 9 South? It is at 1:00 for some and at 9:30 p.m. for others.\n\nIf yes: great, write it on your calendar.\nIf no: could you hand your notes to a steward?\n\nDarnell Whitfield: 570-555-0129. local307.org/staffing",
    ),
)

# A warehouse: a settled matter, told without names
WON = G(
    ("text", "Workers in Receiving get back pay for missed meal breaks from March to August 2026"),
    ("money", "$46,300 in all"),
    ("number", "37 workers"),
    ("date", "January 29, 2027"),
    ("name", "Priyanka Rao"),
    ("phone", "1-888-555-0106"),
    today=DAY,
    purpose="We settled the meal break case: tell everybody what was won and what to do if a break is missed again",
    sector="private",
    sender="Warehouse Workers, Local 240",
    known=("Warehouse Workers, Local 240",),
    sources=(
        (
            "Article 15.1",
            "Each employee working more than six (6) hours shall receive an unpaid meal period of thirty (30) minutes.",
        ),
    ),
)
MEAL = K(
    "newsletter",
    "Meal breaks: we settled\n\nThirty-seven workers in Receiving get back pay for meal breaks they missed from March to August 2026: $46,300 in all. It will be in the pay of January 29, 2027.\n\nThe rule is in Article 15.1: whoever works more than six hours gets a meal period of 30 minutes.\n\nDid you miss one again? Write down the day and the hour, and tell a steward. Or call Priyanka Rao at 1-888-555-0106.",
)
faults(
    "meal",
    WON,
    MEAL,
    [
        ("in words", "Thirty-seven workers", "Seventy-three workers"),
        ("sum", "$46,300", "$43,600"),
        ("each", "$46,300 in all", "$46,300 each"),
        ("hours", "more than six hours", "more than eight hours"),
        ("minutes", "30 minutes", "20 minutes"),
        ("months", "from March to August", "from May to August"),
        ("department", "in Receiving", "in Shipping"),
        ("year", "January 29, 2027", "January 29, 2028"),
        ("one of them", "Did you miss", "Luis in Receiving got the most. Did you miss"),
        ("lost", "Meal breaks: we settled", "Meal breaks: we lost"),
        ("a promise", "Did you miss", "You will get your money too. Did you miss"),
        ("a reason", "Did you miss", "The company knew it was breaking the law. Did you miss"),
        ("name halves", "Priyanka Rao", "Priya Rao"),
        ("toll free", "1-888-555-0106", "1-800-555-0106"),
        ("a fine", "Did you miss", "The state fined the company. Did you miss"),
    ],
)
clean(
    "meal mail",
    WON,
    K(
        "email",
        "Hi {{ first_name }},\n\nGood news: the meal break case is settled. 37 workers in Receiving get back pay for breaks they missed from March to August 2026, $46,300 in all. Look for it in your pay on January 29, 2027.\n\nThis took patience, and it took people who wrote things down. Thank you.\n\nKeep it up. Under Article 15.1, “each employee working more than six (6) hours shall receive an unpaid meal period of thirty (30) minutes.” If you miss one, note the day and time and tell your steward, {{ steward_name }}.\n\nQuestions? Priyanka Rao, 1-888-555-0106.\n\nWarehouse Workers, Local 240",
        "Meal breaks: back pay on January 29",
    ),
)
clean(
    "meal social",
    WON,
    K(
        "social",
        "37 workers at our warehouse get back pay for missed meal breaks: $46,300 in all, paid January 29, 2027. Miss a break? Write it down and call 1-888-555-0106.",
    ),
)

# A food drive, a survey, a picnic: nothing is at stake, much can be said warmly
DRIVE = G(
    ("date", "Saturday, December 12"),
    ("time", "9 am to 1 pm"),
    ("place", "Parking lot of St. Brigid Church, 77 Mill Road"),
    ("name", "Faith Delgado"),
    ("phone", "402-555-0114"),
    ("text", "Most needed: canned fish, rice, diapers"),
    today=DAY,
    purpose="Holiday food drive with the county food bank",
    klass="solidarity",
    sector="private",
    sender="Local 11",
    known=("Grain Millers, Local 11",),
)
FOOD = K(
    "email",
    "Dear {{ first_name }},\n\nThe holidays are near, and not every table is full. Please bring what you can spare to our food drive with the county food bank.\n\nWe are in the parking lot of St. Brigid Church, 77 Mill Road, on Saturday, December 12, from 9 to 1. Most needed are canned fish, rice and diapers.\n\nNo car? Call Faith Delgado at 402-555-0114 and somebody will pick it up.\n\nThank you for all you do. Happy holidays to you and yours!\n\nLocal 11",
    "Food drive on December 12",
)
faults(
    "food",
    DRIVE,
    FOOD,
    [
        ("church", "St. Brigid Church", "St. Bridget Church"),
        ("road", "77 Mill Road", "77 Hill Road"),
        ("kind of road", "77 Mill Road", "77 Mill Street"),
        ("until two", "from 9 to 1", "from 9 to 2"),
        ("another virtue", "Faith Delgado", "Hope Delgado"),
        ("another day in digits", "Saturday, December 12", "Saturday, 12/19"),
        ("money wanted", "Thank you", "Or send $20 to the local. Thank you"),
        ("a raffle", "Thank you", "Everybody who gives wins a ham. Thank you"),
        ("with another", "the county food bank", "the Salvation Army"),
        ("signature", "Local 11", "Bill Frost, president\nLocal 11"),
    ],
)
clean(
    "food flyer",
    DRIVE,
    K(
        "flyer",
        "HOLIDAY FOOD DRIVE\n\nSaturday, December 12, 9 to 1\nParking lot, St. Brigid Church, 77 Mill Rd\n\n- Canned fish\n- Rice\n- Diapers\n\nNo car? FAITH DELGADO, 402-555-0114",
    ),
)
clean(
    "food spanish",
    DRIVE,
    K(
        "email",
        "Hola {{ first_name }}:\n\nSe acercan las fiestas y no todas las mesas están llenas. Traiga lo que pueda a nuestra colecta de alimentos.\n\nEstamos el sábado 12 de diciembre, de 9 de la mañana a 1 de la tarde, en el estacionamiento de St. Brigid Church, 77 Mill Road. Lo que más falta: pescado en lata, arroz y pañales.\n\n¿No tiene auto? Llame a Faith Delgado, 402-555-0114.\n\nEl texto en inglés es el que vale.\n\n¡Gracias!\nLocal 11",
        "Colecta de alimentos, 12 de diciembre",
        language="es",
    ),
)
SURVEY = G(
    ("deadline", "2026-12-18"),
    ("link", "https://forms.local500.org/winter"),
    ("number", "9 questions"),
    ("number", "5 minutes"),
    ("text", "Answers go to the bargaining team only; no names are kept"),
    ("name", "Oluwaseun Adeyemi"),
    ("email", "survey@local500.org"),
    today=DAY,
    purpose="Bargaining survey: tell the team what matters most to you",
    klass="survey",
    sector="private",
    sender="Local 500",
    known=("Utility Workers, Local 500",),
)
ASK = K(
    "email",
    "Hello {{ first_name }},\n\nWhat should we fight for first? You decide. Our survey has 9 questions and takes about 5 minutes: https://forms.local500.org/winter\n\nPlease answer by Friday, December 18. Your answers go to the bargaining team only, and no names are kept.\n\nThe more of us who answer, the stronger we are at the table. Talk it over with your crew at lunch.\n\nTrouble with the form? Write to Oluwaseun Adeyemi, survey@local500.org.\n\nThank you,\nLocal 500",
    "9 questions: what matters most to you?",
)
faults(
    "survey",
    SURVEY,
    ASK,
    [
        ("ninety", "9 questions", "19 questions"),
        ("minutes in words", "about 5 minutes", "about fifteen minutes"),
        ("names kept", "no names are kept", "names are kept"),
        ("to management", "go to the bargaining team only", "go to the employer"),
        ("day", "Friday, December 18", "Friday, December 25"),
        ("host", "forms.local500.org", "forms.local5000.org"),
        ("a prize", "Trouble with", "One of you wins a gift card. Trouble with"),
        ("who", "Oluwaseun Adeyemi", "Oluwaseun Adebayo"),
        ("a share", "The more of us", "Last time 82 percent answered. The more of us"),
        ("today", "by Friday, December 18", "by tonight"),
    ],
)
clean(
    "survey text",
    SURVEY,
    K(
        "sms",
        "Local 500: 9 questions, 5 minutes, your say in bargaining. Answer by Fri Dec 18: forms.local500.org/winter Reply STOP to opt out",
    ),
)
clean(
    "survey notice",
    SURVEY,
    K(
        "board",
        "YOUR SAY IN BARGAINING\n\n9 questions. About 5 minutes. No names.\n\nforms.local500.org/winter\n\nAnswer by Friday, December 18.\n\nQuestions: Oluwaseun Adeyemi, survey@local500.org",
    ),
)
