"""Five more briefs of other locals, one in Spanish: each fault changes one thing in a true text."""

from tests.comms.texts.parking_and_votes import Case, G, K, changed

STILL: list[Case] = []
RAISE = G(
    ("date", "2027-02-18"),
    ("time", "6:15 PM"),
    ("room", "Cafeteria, Building 4"),
    ("name", "Priya Raman"),
    ("phone", "(415) 555-0177"),
    ("money", "$1.85 an hour"),
    ("deadline", "February 24, 2027"),
    ("link", "https://local301.org/vote"),
    purpose="Vote on the tentative agreement; read it and come to the meeting in Oakland",
    sources=(("Tentative agreement, page 2", "Each employee shall receive a raise of $1.85 an hour."),),
    sector="private",
    sender="Local 301",
    known=("Local 301",),
)
RAISE_TEXT = (
    "Hi {{ first_name }},\n\nRead the tentative agreement before you vote. It says each employee “shall receive a "
    "raise of $1.85 an hour.”\n\nCome to the meeting in Oakland on Thursday, February 18 at 6:15 p.m. in the "
    "Cafeteria, Building 4.\n\nVote by Wednesday, February 24: https://local301.org/vote\n\nQuestions? Call Priya "
    "Raman at (415) 555-0177.\n\nIn solidarity,\nLocal 301"
)
HEAT = G(
    ("date", "2027-06-09"),
    ("time", "7:30 AM"),
    ("place", "North gate, Denver yard"),
    ("name", "Omar Haddad"),
    ("phone", "303-555-0121"),
    ("number", "17 people"),
    ("deadline", "June 15, 2027"),
    ("link", "https://local54.org/heat"),
    purpose="Heat in the Denver yard: fill in the heat survey and come to the walk around",
    sector="private",
    sender="Local 54",
    known=("Local 54",),
)
HEAT_TEXT = (
    "Hello {{ first_name }},\n\nHeat made 17 people sick in the Denver yard. Do not work alone in the heat.\n\nCome to "
    "the walk around on Wednesday, June 9 at 7:30 a.m. at the North gate, Denver yard.\n\nFill in the heat survey by "
    "Tuesday, June 15: https://local54.org/heat\n\nQuestions? Call Omar Haddad at 303-555-0121.\n\nLocal 54"
)
PICNIC = G(
    ("date", "2027-08-21"),
    ("time", "11:00 AM"),
    ("place", "Shelter 6, Lakeside Park"),
    ("name", "Tom Okafor"),
    ("phone", "(608) 555-0164"),
    ("money", "$12"),
    ("deadline", "August 13, 2027"),
    purpose="Summer picnic in Madison: sign up and bring the family",
    klass="event",
    sector="private",
    sender="Local 19",
    known=("Local 19",),
)
PICNIC_TEXT = (
    "Hi {{ first_name }},\n\nBring the family to the summer picnic in Madison on Saturday, August 21 at 11 a.m. We "
    "meet at Shelter 6, Lakeside Park.\n\nA ticket is $12. Sign up by Friday, August 13.\n\nQuestions? Call Tom "
    "Okafor at (608) 555-0164.\n\nLocal 19"
)
CLASS = G(
    ("date", "2027-05-04"),
    ("time", "5:45 PM"),
    ("room", "Room 118"),
    ("name", "Grace Whitfield"),
    ("phone", "502-555-0190"),
    ("deadline", "April 28, 2027"),
    ("number", "25 seats"),
    purpose="Steward class in Louisville: new stewards should sign up",
    sector="private",
    sender="Local 640",
    known=("Local 640",),
)
CLASS_TEXT = (
    "Hello {{ first_name }},\n\nThe steward class in Louisville is on Tuesday, May 4 at 5:45 p.m. in Room 118. There "
    "are 25 seats.\n\nSign up by Wednesday, April 28.\n\nQuestions? Call Grace Whitfield at 502-555-0190.\n\nLocal 640"
)
TURNOS = G(
    ("date", "2027-03-16"),
    ("time", "6:30 PM"),
    ("room", "Sala 12"),
    ("name", "Lucía Méndez"),
    ("phone", "(915) 555-0145"),
    ("deadline", "March 22, 2027"),
    ("money", "$320"),
    purpose="Cambio de turnos en El Paso: venga a la reunión y firme la carta",
    sector="private",
    sender="Local 233",
    known=("Local 233",),
)
TURNOS_TEXT = (
    "Hola {{ first_name }}:\n\nEl cambio de turnos en El Paso le cuesta $320.\n\nVenga a la reunión el martes 16 de "
    "marzo a las 6:30 de la tarde en la Sala 12.\n\nFirme la carta antes del lunes 22 de marzo.\n\n¿Preguntas? Llame "
    "a Lucía Méndez, (915) 555-0145.\n\nEl texto en inglés es el que vale.\n\nLocal 233"
)
ANY = ("claim", "fact_differs", "fact_missing", "fact_unknown", "name_unknown", "quote", "weekday")
LINES = {
    "raise": (RAISE, RAISE_TEXT, "en"),
    "heat": (HEAT, HEAT_TEXT, "en"),
    "picnic": (PICNIC, PICNIC_TEXT, "en"),
    "class": (CLASS, CLASS_TEXT, "en"),
    "turnos": (TURNOS, TURNOS_TEXT, "es"),
}
CHANGES = {
    "raise": [
        ("February 18", "February 19"), ("Thursday", "Friday"), (" in the Cafeteria, Building 4", ""),
        ("Building 4", "Building 5"), ("6:15", "6:45"), ("Priya Raman", "Priya Ramos"), ("0177", "0717"),
        ("$1.85 an hour.”", "$1.85 a day.”"), ("raise of $1.85", "raise of $2.85"), ("February 24", "February 26"),
        ("Oakland", "Fresno"), ("local301.org/vote", "local301.com/vote"),
        ("Read the", "Management promised a bonus. Read the"), ("shall receive", "shall not receive"),
    ],
    "heat": [
        ("17 people", "71 people"), ("June 9", "June 8"), ("Wednesday", "Thursday"), ("North gate", "South gate"),
        ("Denver yard.", "Boulder yard."), ("Omar Haddad", "Omar Haddad or Lena Fisk"), ("0121", "0112"),
        ("June 15", "June 16"), ("Questions?", "The company will pay for your lost time.\n\nQuestions?"),
        ("/heat\n", "/heat or https://heat.example.com\n"), ("7:30 a.m.", "7:30 p.m."),
    ],
    "picnic": [
        ("August 21", "August 22"), ("Saturday", "Sunday"), ("11 a.m.", "noon"), ("Shelter 6", "Shelter 9"),
        ("$12", "$21"), ("Tom Okafor", "Tim Okafor"), ("Madison", "Milwaukee"), ("August 13", "August 15"),
        ("0164", "0146"),
    ],
    "class": [
        ("Room 118", "Room 181"), (" in Room 118", ""), ("25 seats", "52 seats"), ("5:45", "5:15"),
        ("Louisville", "Lexington"), ("April 28", "April 30"), ("Grace Whitfield", "Grace Whitman"),
        ("There are", "The employer agreed to pay you for the day. There are"),
    ],
    "turnos": [
        ("16 de marzo", "17 de marzo"), ("martes", "jueves"), ("6:30", "8:30"), ("Sala 12", "Sala 21"),
        (" en la Sala 12", ""), ("Lucía Méndez", "Lucía Mendoza"), ("0145", "0154"), ("$320", "$230"),
        ("22 de marzo", "25 de marzo"), ("El Paso", "Laredo"),
        ("Firme la", "La empresa prometió un bono. Firme la"), ("de la tarde", "de la mañana"),
    ],
}  # fmt: skip
TRUE = [
    ("raise", "p.m.", "pm"), ("raise", "Thursday, February 18", "Thursday, Feb. 18"), ("raise", "Come", "Please come"),
    ("raise", "(415) 555-0177", "415-555-0177"), ("raise", "Questions? Call", "Any questions? Ask"),
    ("heat", "7:30 a.m.", "7:30 AM"), ("heat", "June 15", "6/15"), ("heat", "Hello", "Dear"),
    ("heat", "303-555-0121", "(303) 555-0121"), ("picnic", "11 a.m.", "11:00 AM"), ("picnic", "$12", "12 dollars"),
    ("picnic", "August 21", "Aug. 21"), ("picnic", "Bring", "Please bring"), ("class", "5:45 p.m.", "5:45 PM"),
    ("class", "25 seats", "just 25 seats"), ("class", "Hello", "Hi"), ("turnos", "antes del", "a más tardar el"),
    ("turnos", "Hola", "Estimado compañero"), ("turnos", "6:30 de la tarde", "18:30"), ("turnos", "Venga", "Acuda"),
]  # fmt: skip
for _name, (_ground, _text, _language) in LINES.items():
    STILL.append((f"{_name} true", _ground, K("email", _text, "Please read", language=_language), None))
    for _before, _after in CHANGES[_name]:
        _draft = K("email", changed(_text, _before, _after), "Please read", language=_language)
        STILL.append((f"{_name}: {_after or 'without' + _before}", _ground, _draft, ANY))
for _name, _before, _after in TRUE:
    _ground, _text, _language = LINES[_name]
    _draft = K("email", changed(_text, _before, _after), "Please read", language=_language)
    STILL.append((f"{_name} also true: {_after}", _ground, _draft, None))
