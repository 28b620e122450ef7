"""A second table of texts the checks had not seen: a museum, a shipyard, a hotel, a library, an airport, a mine."""

from datetime import date

from tests.comms.texts.parking_and_votes import G, K, Table

SECOND = Table()
DAY = date(2027, 2, 1)
clean, faults = SECOND.clean, SECOND.faults


MUSEUM = G(
    ("text", "Guards now stand two galleries each, since January 18"),
    ("meeting", "Wednesday, February 17, 5:15 pm, staff cafeteria, lower level"),
    ("date", "Wednesday, February 17"),
    ("time", "5:15 pm"),
    ("place", "Staff cafeteria, lower level"),
    ("contact", "Ines Okonkwo, 215-555-0148"),
    ("contact", "Peter Lindqvist, 215-555-0167"),
    ("money", "$640"),
    today=DAY,
    purpose="Doubled galleries: guards meet to choose what we ask for; the grievance fund stands at $640",
    sector="private",
    sender="Museum Guards, Local 8",
    known=("Museum Guards, Local 8",),
)
GALLERY = K(
    "email",
    "Hi {{ first_name }},\n\nSince January 18, each guard stands two galleries. That is too much for one pair of eyes.\n\nLet us choose together what to ask for. Meet on Wednesday, February 17, at 5:15 p.m. in the staff cafeteria on the lower level.\n\nThe grievance fund stands at $640.\n\nCannot make it? Call Ines Okonkwo at 215-555-0148 or Peter Lindqvist at 215-555-0167.\n\nMuseum Guards, Local 8",
    "Two galleries, one guard",
)
faults(
    "gallery",
    MUSEUM,
    GALLERY,
    [
        (
            "the phones changed places",
            "Ines Okonkwo at 215-555-0148 or Peter Lindqvist at 215-555-0167",
            "Ines Okonkwo at 215-555-0167 or Peter Lindqvist at 215-555-0148",
        ),
        ("three galleries", "two galleries", "three galleries"),
        ("upper level", "lower level", "upper level"),
        ("visitors' cafeteria", "staff cafeteria", "visitor cafeteria"),
        ("last name first", "Peter Lindqvist", "Lindqvist Peter"),
        ("a fund of another size", "$640", "$6,400"),
        ("a quote nobody said", "That is too much", "The director called it “a modest adjustment”. That is too much"),
        ("a firing", "Cannot make it?", "Two guards resigned over it. Cannot make it?"),
        ("next to a named colleague", "Cannot make it?", "Sandra from the front desk will take notes. Cannot make it?"),
        ("six fifteen", "5:15 p.m.", "a quarter past six"),
        ("the day before", "Wednesday, February 17", "Tuesday, February 16"),
        ("pizza", "Cannot make it?", "Pizza will be served. Cannot make it?"),
    ],
)
clean(
    "gallery text",
    MUSEUM,
    K(
        "sms",
        "Museum Guards, Local 8: Two galleries each is too much. Meet Wed Feb 17, 5:15pm, staff cafeteria, lower level. Ines 215-555-0148. Reply STOP to stop",
    ),
)
clean(
    "gallery sheet",
    MUSEUM,
    K(
        "flyer",
        "TWO GALLERIES, ONE GUARD?\n\n- Meet on Wednesday, February 17\n- 5:15 p.m., staff cafeteria, lower level\n- Our grievance fund: $640\n- Ines Okonkwo 215-555-0148\n- Peter Lindqvist 215-555-0167",
    ),
)

YARD = G(
    ("date", "2027-02-24"),
    ("date", "2027-02-25"),
    (
        "text",
        "First shift votes on February 24 from 2:30 pm to 5 pm in the Pipe Shop; second shift votes on February 25 from 11 pm to 1 am in the Machine Shop",
    ),
    ("percent", "3%"),
    ("percent", "2%"),
    ("text", "Wages rise 3% on March 1, 2027 and 2% on March 1, 2028"),
    ("name", "Gus Paraskevas"),
    ("email", "vote@boilers19.org"),
    today=DAY,
    purpose="Contract vote at the yard: where and when each shift votes, and what is in it",
    klass="internal_business",
    sector="private",
    sender="Boilermakers, Local 19",
    known=("Boilermakers, Local 19",),
)
VOTE = K(
    "email",
    "Dear {{ first_name }},\n\nThe contract is ready for your vote. Wages rise 3% on March 1, 2027, and 2% on March 1, 2028.\n\nFirst shift votes on Wednesday, February 24, from 2:30 to 5 p.m. in the Pipe Shop. Second shift votes on Thursday, February 25, from 11 p.m. to 1 a.m. in the Machine Shop.\n\nRead before you vote, and vote off the clock. Gus Paraskevas can send you the text: vote@boilers19.org.\n\nBoilermakers, Local 19",
    "Where and when you vote",
)
faults(
    "yard",
    YARD,
    VOTE,
    [
        (
            "shops changed places",
            "in the Pipe Shop. Second shift votes on Thursday, February 25, from 11 p.m. to 1 a.m. in the Machine Shop",
            "in the Machine Shop. Second shift votes on Thursday, February 25, from 11 p.m. to 1 a.m. in the Pipe Shop",
        ),
        (
            "years turned",
            "3% on March 1, 2027, and 2% on March 1, 2028",
            "2% on March 1, 2027, and 3% on March 1, 2028",
        ),
        ("third shift", "Second shift votes", "Third shift votes"),
        ("fall for rise", "Wages rise", "Wages fall"),
        ("another shop", "Pipe Shop", "Paint Shop"),
        ("noon for midnight", "to 1 a.m.", "to 1 p.m."),
        ("five thirty", "to 5 p.m.", "to 5:30 p.m."),
        ("Constantine for Gus", "Gus Paraskevas", "Constantine Paraskevas"),
        ("on the clock", "vote off the clock", "vote on the clock"),
        (
            "the committee recommends",
            "Read before you vote",
            "The bargaining committee unanimously recommends a yes vote. Read before you vote",
        ),
        (
            "a bonus",
            "Read before you vote",
            "There is also a signing bonus of a thousand dollars. Read before you vote",
        ),
        ("April", "March 1, 2028", "April 1, 2028"),
    ],
)
clean(
    "yard board",
    YARD,
    K(
        "board",
        "CONTRACT VOTE\n\nFirst shift: Wednesday, February 24, 2:30 to 5 PM, Pipe Shop\nSecond shift: Thursday, February 25, 11 PM to 1 AM, Machine Shop\n\nWages: 3% on March 1, 2027; 2% on March 1, 2028\n\nGus Paraskevas, vote@boilers19.org",
    ),
)

HOTEL = G(
    ("fecha límite", "viernes 26 de febrero de 2027"),
    ("deadline", "2027-02-26"),
    ("date", "2027-03-03"),
    ("time", "4 pm"),
    ("place", "Salón Jacaranda, segundo piso"),
    ("text", "El hotel quiere pasar de 14 a 16 habitaciones por turno"),
    ("number", "16 habitaciones"),
    ("name", "Yolanda Batista"),
    ("phone", "305-555-0139"),
    today=DAY,
    purpose="Más habitaciones por turno: firme la carta y venga a la reunión con la gerencia",
    sector="private",
    sender="Local 355",
    known=("UNITE HERE, Local 355",),
)
CUARTOS = K(
    "email",
    "Hola {{ first_name }}:\n\nEl hotel quiere que limpiemos 16 habitaciones por turno. Hoy son 14.\n\nFirme la carta antes del viernes 26 de febrero. Después, venga a la reunión con la gerencia el miércoles 3 de marzo a las 4 de la tarde, en el Salón Jacaranda, segundo piso.\n\nSi tiene dudas, llame a Yolanda Batista: 305-555-0139.\n\nEl texto en inglés es el que vale.\n\nJuntas somos más fuertes,\nLocal 355",
    "16 habitaciones son demasiadas",
    language="es",
)
faults(
    "cuartos",
    HOTEL,
    CUARTOS,
    [
        ("números cambiados", "16 habitaciones por turno. Hoy son 14", "14 habitaciones por turno. Hoy son 16"),
        ("veinte", "16 habitaciones por turno", "veinte habitaciones por turno"),
        (
            "fechas cambiadas",
            "antes del viernes 26 de febrero. Después, venga a la reunión con la gerencia el miércoles 3 de marzo",
            "antes del miércoles 3 de marzo. Después, venga a la reunión con la gerencia el viernes 26 de febrero",
        ),
        ("tercer piso", "segundo piso", "tercer piso"),
        ("otro salón", "Salón Jacaranda", "Salón Magnolia"),
        ("otro apellido", "Yolanda Batista", "Yolanda Bautista"),
        ("otra hora", "4 de la tarde", "4 y media de la tarde"),
        ("despido", "Si tiene dudas", "El gerente despidió a dos compañeras. Si tiene dudas"),
        ("transporte", "Si tiene dudas", "Se ofrecerá transporte gratis. Si tiene dudas"),
        ("cita", "Si tiene dudas", "El contrato dice «la carga será razonable y justa para todas». Si tiene dudas"),
        ("mañana", "el miércoles 3 de marzo", "mañana"),
        ("otro nombre", "Si tiene dudas", "Pregunte por Marisol en lavandería. Si tiene dudas"),
    ],
)
clean(
    "cuartos texto",
    HOTEL,
    K(
        "sms",
        "Local 355: 16 habitaciones son demasiadas. Firme antes del vie 26 feb. Reunion mie 3 mar, 4pm, Salon Jacaranda, segundo piso. 305-555-0139. Responda STOP para salir",
        language="es",
    ),
)
clean(
    "cuartos guion",
    HOTEL,
    K(
        "phone",
        "Hola, ¿hablo con {{ first_name }}? Soy de Local 355.\n\n¿Cómo le va con las habitaciones?\n\nEl hotel quiere pasar de 14 a 16 por turno.\n\n¿Ya firmó la carta? El último día es el viernes 26 de febrero.\n\n¿Puede venir el miércoles 3 de marzo, a las 4, al Salón Jacaranda, segundo piso?\n\nSI DICE SÍ: ¡Qué bueno!\nSI DICE NO: Entiendo. ¿Qué le haría falta para venir?\n\nYolanda Batista, 305-555-0139",
        language="es",
    ),
)
clean(
    "rooms in English",
    HOTEL,
    K(
        "email",
        "Hello {{ first_name }},\n\nThe hotel wants to go from 14 to 16 rooms a shift. Your back knows what that means.\n\nSign the letter by Friday, February 26. Then come to the meeting with management on Wednesday, March 3, at 4 p.m. in the Salón Jacaranda on the second floor.\n\nCall Yolanda Batista with questions: 305-555-0139.\n\nLocal 355",
        "16 rooms are too many",
    ),
)

LIBRARY = G(
    ("text", "The board of trustees votes on March 9 whether to close the Eastside branch on Sundays"),
    ("date", "Tuesday, March 9, 2027"),
    ("time", "6:30 pm, doors at 6"),
    ("place", "County Building, Room 114"),
    ("name", "Aiko Watanabe-Reed"),
    ("link", "https://librarians77.org/sundays"),
    ("text", "Wear blue"),
    today=DAY,
    purpose="Keep Sundays open at Eastside: speak at the board meeting, each speaker gets two minutes",
    klass="organizing",
    sector="public",
    sender="Library Workers, Local 77",
    known=("Library Workers, Local 77",),
)
SUNDAY = K(
    "email",
    "Hello {{ first_name }},\n\nOn Tuesday, March 9, the board of trustees votes on whether to close the Eastside branch on Sundays. Let them see us.\n\nWear blue and come to the County Building, Room 114. Doors open at 6, and the meeting starts at 6:30 p.m. Each speaker gets two minutes. You do not have to speak; a full room speaks for itself.\n\nAiko Watanabe-Reed keeps the list of speakers. More at librarians77.org/sundays.\n\nSee you there, off duty,\nLibrary Workers, Local 77",
    "Keep Sundays open at Eastside",
)
faults(
    "sunday",
    LIBRARY,
    SUNDAY,
    [
        ("open for close", "whether to close the Eastside", "whether to open the Eastside"),
        ("Westside", "Eastside branch", "Westside branch"),
        ("Saturdays", "on Sundays. Let", "on Saturdays. Let"),
        ("red", "Wear blue", "Wear red"),
        ("five minutes", "two minutes", "five minutes"),
        ("doors at five", "Doors open at 6,", "Doors open at 5,"),
        ("half a double name", "Aiko Watanabe-Reed", "Aiko Watanabe-Reid"),
        ("Room 141", "Room 114", "Room 141"),
        ("already voted", "votes on whether to close", "voted to close"),
        ("a poll", "Let them see us.", "Four in five patrons want Sundays. Let them see us."),
        ("the chair on record", "Let them see us.", "The chair said she will vote no. Let them see us."),
        ("dropped room", ", Room 114", ""),
    ],
)
clean(
    "sunday post",
    LIBRARY,
    K(
        "social",
        "Sundays matter. On March 9 at 6:30 pm the board votes on closing Eastside on Sundays. County Building, Room 114. Wear blue, bring a friend. librarians77.org/sundays",
    ),
)
clean(
    "sunday points",
    LIBRARY,
    K(
        "talking_points",
        "- Ask: “What would a closed Sunday mean to your readers?”\n- The vote is on Tuesday, March 9, 6:30 p.m., County Building, Room 114. Doors at 6.\n- Two minutes for each speaker. Aiko Watanabe-Reed has the list.\n- Wear blue.\n- If somebody is afraid to speak, say that being there counts.\n\nMore: librarians77.org/sundays",
    ),
)

AIRPORT = G(
    ("text", "Screeners who worked February 3 to February 5 in the storm get 12 hours of pay"),
    ("deadline", "March 1, 2027"),
    ("number", "12 hours"),
    ("form", "Form 71"),
    ("name", "Desta Mulugeta"),
    ("phone", "(907) 555-0175"),
    ("place", "Union office, Terminal B, Level 2"),
    today=DAY,
    purpose="Storm pay: how to ask for it before the deadline",
    sector="federal",
    sender="AFGE Local 1044",
    known=("AFGE Local 1044",),
    sources=(
        (
            "Article 21, Section 6",
            "Employees required to remain on duty during a closure shall be paid for all hours actually worked.",
        ),
    ),
)
STORM = K(
    "email",
    "Hi {{ first_name }},\n\nDid you work in the storm between February 3 and February 5? Then 12 hours of pay are due to you.\n\nArticle 21, Section 6 says that employees kept on duty during a closure “shall be paid for all hours actually worked.”\n\nFill out Form 71 and bring it to the union office in Terminal B, Level 2, no later than March 1. We will check it with you.\n\nQuestions? Ask Desta Mulugeta: (907) 555-0175.\n\nAFGE Local 1044",
    "Storm pay: ask by March 1",
)
faults(
    "storm",
    AIRPORT,
    STORM,
    [
        ("form", "Form 71", "Form 17"),
        ("terminal", "Terminal B", "Terminal D"),
        ("level", "Level 2", "Level 3"),
        ("twenty-one hours", "12 hours", "21 hours"),
        ("days", "12 hours of pay", "12 days of pay"),
        ("to the seventh", "and February 5", "and February 7"),
        ("quotation without a word", "all hours actually worked", "all hours worked"),
        ("section", "Section 6 says", "Section 9 says"),
        ("no earlier than", "no later than March 1", "no earlier than March 1"),
        ("a promise", "We will check it with you.", "You will get paid within a week."),
        ("turned name", "Desta Mulugeta", "Mulugeta Desta"),
        ("penalty", "Questions?", "Late forms will be rejected by payroll. Questions?"),
        ("case", "Questions?", "It is like case 2026-114. Questions?"),
    ],
)
clean(
    "storm text",
    AIRPORT,
    K(
        "sms",
        "AFGE Local 1044: Worked the storm Feb 3-5? 12 hours of pay are due. Form 71 to Terminal B, Level 2, union office, by 3/1. (907) 555-0175 STOP to end",
    ),
)
clean(
    "storm letter",
    AIRPORT,
    K(
        "letter",
        "Dear {{ full_name }},\n\nIf you worked from February 3 to February 5, you may ask for 12 hours of storm pay. Please bring Form 71 to the union office, Terminal B, Level 2, by March 1, 2027.\n\nThe rule is in Article 21, Section 6. Call Desta Mulugeta at (907) 555-0175 if anything is unclear.\n\nIn solidarity,\nAFGE Local 1044",
        "Storm pay",
    ),
)
clean(
    "storm newsletter",
    AIRPORT,
    K(
        "newsletter",
        "Storm pay: do not leave it on the table\n\nWind and snow, and you stayed. If you worked from February 3 to February 5, 12 hours of pay are due. Hand in Form 71 by March 1 at the union office (Terminal B, Level 2). Desta Mulugeta, (907) 555-0175, helps with the form.",
    ),
)

MINE = G(
    ("event", "Memorial at the miners' statue"),
    ("date", "Sunday, April 25, 2027"),
    ("time", "8 a.m."),
    ("place", "Miners' statue, corner of Third Street and Coal Avenue"),
    ("text", "We read the names of 29 miners; coffee after at the fire hall"),
    ("number", "29 miners"),
    ("contact", "Sister Ruth Kowalczyk"),
    ("phone", "304-555-0126"),
    today=DAY,
    purpose="Workers Memorial Day: come and remember those who did not come home",
    klass="solidarity",
    sector="private",
    sender="UMWA Local 1570",
    known=("UMWA Local 1570",),
)
NAMES = K(
    "email",
    "Dear {{ first_name }},\n\nOn Sunday, April 25, we remember those who did not come home. Join us at 8 a.m. at the miners' statue, on the corner of Third Street and Coal Avenue.\n\nWe will read the names of 29 miners. After that there is coffee at the fire hall.\n\nBring a flower if you like. Bring your children; they should know.\n\nNeed a ride? Call Ruth Kowalczyk, 304-555-0126.\n\nMourn for the dead, fight like hell for the living.\n\nUMWA Local 1570",
    "Workers Memorial Day: April 25",
)
faults(
    "names",
    MINE,
    NAMES,
    [
        ("avenue and street", "Third Street and Coal Avenue", "Third Avenue and Coal Street"),
        ("fourth", "Third Street", "Fourth Street"),
        ("number", "29 miners", "92 miners"),
        ("hour", "8 a.m.", "8 p.m."),
        ("Saturday", "Sunday, April 25", "Saturday, April 25"),
        ("church for fire hall", "fire hall", "church hall"),
        ("Ruth Anne", "Ruth Kowalczyk", "Ruth Kowalski"),
        ("the senator", "Need a ride?", "Senator Manley will speak. Need a ride?"),
        ("money", "Need a ride?", "Please bring $10. Need a ride?"),
        ("company at fault", "Need a ride?", "The company was found guilty of all 29 deaths. Need a ride?"),
    ],
)
clean(
    "names flyer",
    MINE,
    K(
        "flyer",
        "WORKERS MEMORIAL DAY\n\nSunday, April 25, 8 a.m.\nMiners' statue, Third Street and Coal Avenue\n\nWe read 29 names. Coffee after, at the fire hall.\n\nNeed a ride? Ruth Kowalczyk, 304-555-0126",
    ),
)
clean(
    "nombres",
    MINE,
    K(
        "email",
        "Hola {{ first_name }}:\n\nEl domingo 25 de abril recordamos a quienes no volvieron a casa. Venga a las 8 de la mañana a la estatua de los mineros, en la esquina de Third Street y Coal Avenue.\n\nLeeremos los nombres de 29 mineros. Después habrá café en la estación de bomberos.\n\n¿Necesita transporte? Llame a Ruth Kowalczyk, 304-555-0126.\n\nEl texto en inglés es el que vale.\n\nUMWA Local 1570",
        "25 de abril: recordamos",
        language="es",
    ),
)
clean(
    "names text",
    MINE,
    K(
        "sms",
        "UMWA Local 1570: Workers Memorial Day, Sun Apr 25, 8am, miners' statue, Third St & Coal Ave. Ride? 304-555-0126. Reply STOP to end",
    ),
)
