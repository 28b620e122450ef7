"""A third set, seen once: mold in a break room, pier overtime, a march, dental for retirees."""

from tests.comms.texts.tables import Texts

T = Texts("Local 233", "Bay Area Harbor Guards", "9 Dock Lane, Erie, PA 16501", "814-555-0100")
G, t, f = T.ground, T.true, T.turn
A = G(
    "The port closed the north break room on November 20 because of mold. It reopens on December 11. Until then guards take breaks in the customs lounge. The port pays for bottled water. Do not use the north stairs. A guard who gets sick should tell a steward and see the nurse.",
    [
        ("date", "Friday, December 11, 2026"),
        ("place", "Customs lounge"),
        ("name", "Hugo Brandt, steward"),
        ("phone", "814-555-0151"),
    ],
)
t(
    "A1",
    A,
    "email",
    """Hi {{ first_name }},

The port closed the north break room on November 20 because of mold. It will open again on Friday, December 11. Until then, take your breaks in the customs lounge. The port pays for bottled water.

Please do not use the north stairs. If you get sick, tell a steward and see the nurse.

Hugo Brandt, steward, 814-555-0151

Local 233""",
    "Mold in the north break room",
)
t(
    "A2",
    A,
    "sms",
    "Local 233: North break room is closed for mold until Fri Dec 11. Take breaks in the customs lounge. Don't use the north stairs. Sick? Tell a steward. Hugo Brandt 814-555-0151. STOP to opt out.",
)
f("A1", "pays", "The port pays for bottled water.", "The union pays for bottled water.")
f("A1", "stairs", "Please do not use the north stairs.", "Please use the north stairs.")
f("A1", "open", "It will open again on", "It will close on")
f("A2", "stairs", "Don't use the north stairs.", "Use the north stairs.")
B = G(
    "Overtime on the cruise pier pays $41 an hour on weekdays and $55 on Sundays. The contractor must ask guards with the fewest overtime hours first. You may refuse overtime twice a month. The union won this in the new agreement, which starts January 1.",
    [
        ("amount", "$41"),
        ("amount", "$55"),
        ("date", "Friday, January 1, 2027"),
        ("name", "Hugo Brandt, steward"),
        ("link", "https://local233.org/pier"),
    ],
    sector="private",
)
t(
    "B1",
    B,
    "newsletter",
    """New pay on the cruise pier

From Friday, January 1, 2027, overtime on the cruise pier pays $41 an hour on weekdays and $55 on Sundays. The contractor must ask those with the fewest overtime hours first. And you may say no twice a month.

We won this in the new agreement. Read it at https://local233.org/pier or ask your steward, Hugo Brandt.""",
)
t(
    "B2",
    B,
    "email",
    """Hola {{ first_name }}:

Desde el viernes 1 de enero de 2027, las horas extra en el muelle de cruceros se pagan a $41 por hora entre semana y a $55 los domingos. El contratista debe preguntar primero a quienes tienen menos horas extra. Puede negarse dos veces al mes.

El sindicato ganó esto en el nuevo convenio: https://local233.org/pier

Hugo Brandt, delegado""",
    "Horas extra en el muelle",
    lang="es",
)
t(
    "B3",
    B,
    "talking_points",
    """- Overtime on the cruise pier: $41 an hour on weekdays, $55 on Sundays, from January 1.
- Guards with the fewest overtime hours are asked first.
- You may refuse twice a month.
- The union won it. More at https://local233.org/pier, or from Hugo Brandt, steward.""",
)
f("B1", "swap", "$41 an hour on weekdays and $55 on Sundays", "$55 an hour on weekdays and $41 on Sundays")
f("B1", "fewest", "fewest overtime hours", "most overtime hours")
f("B1", "won", "We won this in the new agreement.", "We asked for this in the new agreement.")
f("B2", "swap", "$41 por hora entre semana y a $55 los domingos", "$55 por hora entre semana y a $41 los domingos")
f("B2", "negarse", "Puede negarse dos veces", "No puede negarse dos veces")
f("B3", "twice", "twice a month", "once a month")
C = G(
    "The board voted 7 to 2 to support the tenants' march. The union gives $500 and brings banners. Marching is voluntary. Nobody marches in uniform.",
    [
        ("date", "Sunday, December 13, 2026"),
        ("time", "1:00 pm"),
        ("place", "City Hall steps"),
        ("number", "7 to 2"),
        ("amount", "$500"),
        ("name", "Ada Lindgren, secretary"),
    ],
    klass="solidarity",
    sector="private",
)
t(
    "C1",
    C,
    "email",
    """{{ first_name }}, march with our neighbors.

The board voted 7 to 2 to support the tenants' march on Sunday, December 13, at 1:00 pm. We start from the City Hall steps. The union gives $500 and brings banners.

Marching is voluntary. Please do not march in uniform.

Ada Lindgren, secretary
Local 233""",
    "March on December 13",
)
t(
    "C2",
    C,
    "flyer",
    """March with the tenants

- Sunday, December 13, 1:00 pm, City Hall steps
- Board vote: 7 to 2. The union gives $500 and brings banners.
- Marching is voluntary. No uniforms.

Ada Lindgren, secretary""",
)
f("C1", "voluntary", "Marching is voluntary.", "Marching is required.")
f("C1", "vote", "voted 7 to 2", "voted 2 to 7")
f("C1", "gives", "The union gives $500", "The union gets $500")
f("C2", "uniform", "No uniforms.", "Uniforms welcome.")
D = G(
    "Retirees lose the dental plan unless they sign up again by December 28. Active members do nothing. The plan costs retirees $38 a month; it was $31. Forms are at the hall and online. The union cannot sign up anyone by phone.",
    [
        ("deadline", "Monday, December 28, 2026"),
        ("amount", "$38"),
        ("amount", "$31"),
        ("name", "Ada Lindgren, secretary"),
        ("phone", "814-555-0160"),
        ("link", "https://local233.org/dental"),
    ],
)
t(
    "D1",
    D,
    "letter",
    """Dear {{ full_name }},

If you are retired, you lose the dental plan unless you sign up again by Monday, December 28. The plan now costs retirees $38 a month. It was $31.

You find forms at the hall and at https://local233.org/dental. We cannot sign you up by phone.

Active members do nothing.

Questions: Ada Lindgren, secretary, 814-555-0160

Local 233""",
    "Dental plan: sign up again",
)
t(
    "D2",
    D,
    "sms",
    "Local 233: Retirees: sign up again for dental by Mon Dec 28 or you lose it. $38 a month (was $31). Forms at the hall or local233.org/dental, not by phone. Ada Lindgren 814-555-0160. STOP to opt out.",
)
f("D1", "swap", "costs retirees $38 a month. It was $31", "costs retirees $31 a month. It was $38")
f("D1", "phone", "We cannot sign you up by phone.", "We can sign you up by phone.")
f("D1", "groups", "Active members do nothing.", "Active members must sign up too.")
f("D2", "lose", "or you lose it", "and you keep it")
f("D2", "active", "Retirees: sign up", "Active members: sign up")
TRUE, F = T.honest, T.faults()
