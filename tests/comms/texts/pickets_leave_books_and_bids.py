"""A picket, a leave bank, an audit, an order back to the office, buses, vacation bids."""

from tests.comms.texts.tables import Texts

TEXTS = Texts("Local 917", "Prairie Public Workers", "12 Mill Road, Salina, KS 67401", "785-555-0100")
G, t, f = TEXTS.ground, TEXTS.true, TEXTS.turn

PIC = G(
    "Informational picket for safe staffing at the veterans' home. Off duty only, stay on the sidewalk, do not block the driveway. Children may come. Signs are ready on site, please do not bring your own.",
    [
        ("date", "Saturday, December 19, 2026"),
        ("time", "11:00 am to 1:00 pm"),
        ("place", "Sidewalk on Ninth Street, main entrance"),
        ("name", "Gus Halloran, picket captain"),
        ("phone", "785-555-0144"),
    ],
    klass="solidarity",
)
t(
    "PI1",
    PIC,
    "email",
    """{{ first_name }}, stand with us for safe staffing.

We hold an informational picket at the veterans' home on Saturday, December 19, from 11:00 am to 1:00 pm. Meet on the sidewalk on Ninth Street, at the main entrance.

Come off duty only. Stay on the sidewalk and do not block the driveway. Signs are ready on site, so please don't bring your own. Children are welcome.

Gus Halloran, picket captain, 785-555-0144

Local 917""",
    "Picket for safe staffing, December 19",
)
t(
    "PI2",
    PIC,
    "social",
    "Safe staffing at the veterans' home! Join our informational picket, Saturday, December 19, 11 am to 1 pm, on the sidewalk on Ninth Street, main entrance. Come off duty. Kids welcome. Gus Halloran: 785-555-0144",
)
t(
    "PI3",
    PIC,
    "sms",
    "Local 917: Informational picket Sat Dec 19, 11 am-1 pm, sidewalk on Ninth Street, main entrance, veterans' home. Off duty only. We have signs. Kids may come. Gus Halloran 785-555-0144. STOP to opt out.",
)
f("PI1", "block", "do not block the driveway", "block the driveway")
f("PI1", "kids", "Children are welcome.", "No children, please.")
f("PI1", "own signs", "so please don't bring your own", "and please bring your own")
f("PI2", "street", "Ninth Street", "Tenth Street")
f("PI3", "kids", "Kids may come.", "Kids may not come.")

LOA = G(
    "The sick leave bank opens for donations from December 1 to December 31. You can give 4 to 40 hours. Donated hours cannot be taken back. Only employees with more than 80 hours may give. Those who get hours stay anonymous.",
    [
        ("date", "Tuesday, December 1, 2026"),
        ("deadline", "Thursday, December 31, 2026"),
        ("number", "4 to 40 hours"),
        ("number", "80 hours"),
        ("name", "Opal Reyes, trustee"),
        ("link", "https://local917.org/bank"),
    ],
)
t(
    "LB1",
    LOA,
    "email",
    """Hi {{ first_name }},

Could you spare a few hours of sick leave? The sick leave bank takes donations from Tuesday, December 1 to Thursday, December 31.

You can give 4 to 40 hours if you have more than 80. Think it over: hours you give cannot be taken back. Those who get them stay anonymous.

Give here: https://local917.org/bank
Questions: Opal Reyes, trustee

Local 917""",
    "Give sick leave in December",
)
t(
    "LB2",
    LOA,
    "flyer",
    """Give hours. Help a coworker.

- December 1 to December 31
- From 4 to 40 hours, if you have more than 80
- What you give cannot be taken back
- Nobody learns who gets them

https://local917.org/bank · Opal Reyes, trustee""",
)
t(
    "LB3",
    LOA,
    "email",
    """Hola {{ first_name }}:

El banco de licencia por enfermedad recibe donaciones del martes 1 de diciembre al jueves 31 de diciembre.

Puede donar de 4 a 40 horas si tiene más de 80. Las horas donadas no se pueden recuperar. Quienes reciben horas quedan anónimos.

Done aquí: https://local917.org/bank
Preguntas: Opal Reyes

Local 917""",
    "Done horas en diciembre",
    lang="es",
)
f("LB1", "back", "cannot be taken back", "can be taken back")
f(
    "LB1",
    "swap",
    "You can give 4 to 40 hours if you have more than 80.",
    "You can give 4 to 80 hours if you have more than 40.",
)
f("LB1", "less", "more than 80", "less than 80")
f("LB2", "names", "Nobody learns who gets them", "Your name is posted")
f("LB3", "no", "no se pueden recuperar", "se pueden recuperar")

AUD = G(
    "The trustees audited the books for the year that ended in September. They found no errors. Income was $212,400, spending $198,750. Any member may read the report at the office on weekdays. Copies are not mailed. The report is presented on January 12.",
    [
        ("amount", "$212,400"),
        ("amount", "$198,750"),
        ("date", "Tuesday, January 12, 2027"),
        ("time", "6:30 pm"),
        ("room", "Labor Temple"),
        ("name", "Opal Reyes, trustee"),
    ],
    klass="internal_business",
)
t(
    "AU1",
    AUD,
    "newsletter",
    """The books are in order

The trustees audited the year that ended in September and found no errors. The local took in $212,400 and spent $198,750.

Any member may read the report at the office on weekdays; copies are not mailed. Trustee Opal Reyes presents it on Tuesday, January 12, at 6:30 pm in the Labor Temple.""",
)
t(
    "AU2",
    AUD,
    "meeting_notice",
    """Audit report

Date: Tuesday, January 12, 2027
Time: 6:30 pm
Place: Labor Temple

Opal Reyes, trustee, presents the audit. Income: $212,400. Spending: $198,750. The trustees found no errors. You may read the report at the office on any weekday. We do not mail copies.""",
    "Audit report on January 12",
)
t(
    "AU3",
    AUD,
    "email",
    """Dear {{ first_name }},

Where did your dues go? In the year that ended in September, income was $212,400 and spending was $198,750. The trustees audited the books and found no errors.

Opal Reyes, trustee, will present the report at 6:30 pm on Tuesday, January 12, in the Labor Temple. If you would rather read it yourself, stop by the office on a weekday. We don't mail copies.

Local 917""",
    "The audit, in plain words",
)
f("AU1", "swap", "took in $212,400 and spent $198,750", "took in $198,750 and spent $212,400")
f("AU1", "no", "found no errors", "found errors")
f("AU2", "swap", "Income: $212,400. Spending: $198,750.", "Income: $198,750. Spending: $212,400.")
f("AU2", "mail", "We do not mail copies.", "We mail copies.")
f("AU3", "weekend", "on a weekday", "on a weekend")

TEL = G(
    "The agency ordered everyone back to the office four days a week from January 4. The union filed a grievance and asked the agency to hold the order. The agency refused. Members must report as ordered: obey now, grieve later. Employees with a medical accommodation keep it.",
    [
        ("date", "Monday, January 4, 2027"),
        ("number", "4 days"),
        ("name", "Farah Nasser, chief steward"),
        ("link", "https://local917.org/telework"),
    ],
)
t(
    "TE1",
    TEL,
    "email",
    """Hello {{ first_name }},

The agency has ordered everyone back to the office four days a week, starting Monday, January 4. The union filed a grievance and asked the agency to hold the order. The agency refused.

Please report as ordered. Obey now, grieve later. If you have a medical accommodation, you keep it.

More: https://local917.org/telework, or ask Farah Nasser, chief steward.

Local 917""",
    "Back to the office on January 4",
)
t(
    "TE2",
    TEL,
    "talking_points",
    """- From Monday, January 4, everyone is ordered back to the office 4 days a week.
- We filed a grievance. We asked the agency to hold the order, and it refused.
- Members must report as ordered: obey now, grieve later.
- A medical accommodation stays in force.
- Read more at https://local917.org/telework or ask Farah Nasser, chief steward.""",
)
t(
    "TE3",
    TEL,
    "sms",
    "Local 917: Agency ordered all back to the office 4 days a week from Mon Jan 4. We filed a grievance. Report as ordered: obey now, grieve later. Farah Nasser, local917.org/telework STOP to opt out.",
)
f("TE1", "refused", "The agency refused.", "The agency agreed.")
f("TE1", "report", "Please report as ordered.", "Please do not report as ordered.")
f("TE1", "keep", "you keep it", "you lose it")
f("TE2", "order", "obey now, grieve later", "grieve now, obey later")
f("TE2", "may", "Members must report as ordered", "Members may report as ordered")
f("TE3", "all", "Agency ordered all back", "Agency asked all back")

CAR = G(
    "Carpool to the state capitol for lobby day. Buses leave at 7:15 am and return by 5:00 pm. Seats are free for members; guests pay $15. Wear blue. Do not wear work uniforms. Sign up by January 15.",
    [
        ("date", "Thursday, January 21, 2027"),
        ("time", "7:15 am"),
        ("time", "5:00 pm"),
        ("amount", "$15"),
        ("deadline", "Friday, January 15, 2027"),
        ("place", "Mill Road lot"),
        ("name", "Lena Marsh, vice president"),
        ("link", "https://local917.org/capitol"),
    ],
    klass="organizing",
    sector="state",
)
t(
    "CA1",
    CAR,
    "email",
    """{{ first_name }}, ride with us to the capitol!

Lobby day is Thursday, January 21. Buses leave the Mill Road lot at 7:15 am and are back by 5:00 pm. Members ride free. Guests pay $15.

Wear blue, but please do not wear your work uniform.

Sign up by Friday, January 15: https://local917.org/capitol
Questions? Ask Lena Marsh, vice president.

Local 917""",
    "Lobby day: seats on the bus",
)
t(
    "CA2",
    CAR,
    "flyer",
    """Lobby Day

- Thursday, January 21
- Buses: Mill Road lot, leave 7:15 am, return 5:00 pm
- Free for members, $15 for guests
- Wear blue. No work uniforms.

Sign up by Friday, January 15: https://local917.org/capitol
Lena Marsh, vice president""",
)
t(
    "CA3",
    CAR,
    "sms",
    "Local 917: Día de cabildeo, jueves 21 de enero. Autobús 7:15 am, Mill Road lot, regreso 5 pm. Gratis para miembros, invitados $15. Inscríbase antes del viernes 15 de enero: local917.org/capitol. Lena Marsh. STOP para no recibir más.",
    lang="es",
)
f("CA1", "swap price", "Members ride free. Guests pay $15.", "Guests ride free. Members pay $15.")
f("CA1", "uniform", "please do not wear your work uniform", "please wear your work uniform")
f(
    "CA1",
    "swap time",
    "leave the Mill Road lot at 7:15 am and are back by 5:00 pm",
    "leave the Mill Road lot at 5:00 pm and are back by 7:15 am",
)
f("CA2", "swap", "Free for members, $15 for guests", "Free for guests, $15 for members")
f("CA3", "dates", "jueves 21 de enero", "jueves 14 de enero")

VAC = G(
    "Vacation bids for 2027 open on December 8. Bid by seniority, most senior first. Each person picks two weeks in the first round. Bids close on December 22. A bid cannot be changed after it closes. New employees bid in round two.",
    [
        ("date", "Tuesday, December 8, 2026"),
        ("deadline", "Tuesday, December 22, 2026"),
        ("number", "2 weeks"),
        ("name", "Curtis Boone, steward"),
        ("phone", "785-555-0121"),
    ],
    sector="private",
)
t(
    "VA1",
    VAC,
    "email",
    """Hi {{ first_name }},

Vacation bids for 2027 open on Tuesday, December 8, and close on Tuesday, December 22. We bid by seniority; the most senior go first. In the first round each person picks two weeks. New employees bid in the second round.

Choose well: once bidding closes, your bid cannot be changed.

Curtis Boone, steward: 785-555-0121

Local 917""",
    "Vacation bids open December 8",
)
t(
    "VA2",
    VAC,
    "board",
    """Vacation bids 2027

Open: Tuesday, December 8
Close: Tuesday, December 22
Order: seniority, most senior first
First round: two weeks each. New employees: round two.
No changes after the close.

Curtis Boone, steward, 785-555-0121""",
)
t(
    "VA3",
    VAC,
    "sms",
    "Local 917: 2027 vacation bids open Tue Dec 8 and close Tue Dec 22. Most senior bid first, 2 weeks each in round one; new employees in round two. Curtis Boone 785-555-0121. STOP to opt out.",
)
f(
    "VA1",
    "swap",
    "open on Tuesday, December 8, and close on Tuesday, December 22",
    "open on Tuesday, December 22, and close on Tuesday, December 8",
)
f("VA1", "junior", "the most senior go first", "the most junior go first")
f("VA1", "change", "your bid cannot be changed", "your bid can be changed")
f("VA2", "round", "New employees: round two.", "New employees: round one.")
f("VA3", "weeks", "2 weeks each", "3 weeks each")

TRUE, F = TEXTS.honest, TEXTS.faults()
