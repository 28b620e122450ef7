"""Dark lots, a class, a survey, a party, nominations, uniforms."""

from tests.comms.texts.tables import Texts

TEXTS = Texts("Local 4410", "Lakeshore Employees, Local 4410", "88 Pier Street, Duluth, MN 55802", "218-555-0100")
G, t, f = TEXTS.ground, TEXTS.true, TEXTS.turn

# 5 night buses: parking lot lights (Spanish)
LUZ = G(
    "The depot turned off the lights of Lot C at midnight to save power. Two drivers fell in November. The union filed a safety complaint on November 24 and asked for the lights back on until 3 am. Drivers should use Lot A until then. Report any fall the same day.",
    [
        ("place", "Lot C"),
        ("place", "Lot A"),
        ("number", "2 drivers"),
        ("date", "Tuesday, November 24, 2026"),
        ("time", "3:00 am"),
        ("name", "Benito Salas, steward"),
        ("phone", "218-555-0185"),
    ],
    sector="state",
)
t(
    "LU1",
    LUZ,
    "email",
    """Hola {{ first_name }}:

El depósito apaga las luces del Lot C a medianoche para ahorrar electricidad. En noviembre se cayeron 2 conductores.

El martes 24 de noviembre el sindicato presentó una queja de seguridad. Pedimos que las luces queden prendidas hasta las 3:00 am. Por ahora, estacione en el Lot A.

¿Se cayó? Repórtelo el mismo día. No espere.

Preguntas: Benito Salas, delegado, 218-555-0185.

Local 4410""",
    "Luces apagadas en el Lot C",
    lang="es",
)
t(
    "LU2",
    LUZ,
    "flyer",
    """Lights out in Lot C? Park in Lot A

- The depot turns the lights of Lot C off at midnight. 2 drivers fell in November.
- We filed a safety complaint on Tuesday, November 24. We asked for lights until 3:00 am.
- Fell or tripped? Report it the same day.

Benito Salas, steward: 218-555-0185""",
)
t(
    "LU3",
    LUZ,
    "sms",
    "Local 4410: Lot C goes dark at midnight and 2 drivers fell. We filed a complaint Nov 24 and asked for lights until 3 am. Until then use Lot A. Report falls same day. Benito Salas 218-555-0185. Reply STOP to opt out.",
)
f("LU1", "no dropped", "No espere.", "Espere una semana.")
f("LU1", "lots", "Por ahora, estacione en el Lot A.", "Por ahora, estacione en el Lot C.")
f("LU1", "result", "Pedimos que las luces queden prendidas", "Ganamos que las luces queden prendidas")
f("LU2", "lots swapped", "The depot turns the lights of Lot C off", "The depot turns the lights of Lot A off")
f("LU2", "hour", "until 3:00 am", "until 5:00 am")
f("LU3", "next day", "Report falls same day", "Report falls within a week")

# 6 stewards' school
SCH = G(
    "New stewards get a one-day class. Lunch is free. Official time has been approved for all who sign up by December 3. 20 seats. Bring your copy of the agreement. Childcare is not available.",
    [
        ("date", "Tuesday, December 15, 2026"),
        ("time", "9:00 am to 4:00 pm"),
        ("room", "Training Room 4, Federal Building Annex"),
        ("deadline", "Thursday, December 3, 2026"),
        ("number", "20 seats"),
        ("name", "Odell Pruitt, chief steward"),
        ("link", "https://local4410.org/class"),
    ],
)
t(
    "SC1",
    SCH,
    "email",
    """Hi {{ first_name }},

Welcome to the stewards! On Tuesday, December 15 we hold a class for everyone who is new: 9:00 am to 4:00 pm, Training Room 4, Federal Building Annex.

What to know:
- Official time is approved for those who sign up by Thursday, December 3.
- There are 20 seats, so don't wait.
- Lunch is on us. Bring your copy of the agreement.
- Sorry, we cannot offer childcare.

Sign up at https://local4410.org/class or talk to Odell Pruitt, chief steward.

Local 4410""",
    "New steward? Class on December 15",
)
t(
    "SC2",
    SCH,
    "sms",
    "Local 4410: New steward class Tue Dec 15, 9-4, Training Room 4, Federal Building Annex. Sign up by Thu Dec 3: local4410.org/class. Official time approved, free lunch, 20 seats. Odell Pruitt. STOP to opt out.",
)
t(
    "SC3",
    SCH,
    "newsletter",
    """A day to learn the ropes

Were you elected or appointed steward this year? Then keep Tuesday, December 15 free. From 9:00 am to 4:00 pm you learn the basics in Training Room 4 of the Federal Building Annex. We feed you at noon, and you bring your own copy of the agreement.

Your official time has been approved if you register no later than Thursday, December 3. We have room for 20. Please note that there is no childcare.

Register: https://local4410.org/class. Chief steward Odell Pruitt is glad to help.""",
)
f("SC1", "room", "Training Room 4", "Training Room 14")
f("SC1", "childcare", "Sorry, we cannot offer childcare.", "We offer childcare.")
f("SC1", "lunch", "Lunch is on us.", "Lunch is $12.")
f("SC2", "link", "local4410.org/class", "local4410.org/classes")
f("SC3", "official time", "has been approved", "has been requested")
f("SC3", "soft", "no later than Thursday, December 3", "preferably around Thursday, December 3")

# 7 survey on telework
SUR = G(
    "Bargaining starts in February. The union asks all members of the unit what matters to them: telework, leave or parking. The survey is anonymous, takes 6 minutes and closes on December 16. 214 people have answered so far. It is in English and Spanish.",
    [
        ("deadline", "Wednesday, December 16, 2026"),
        ("number", "6 minutes"),
        ("number", "214 people"),
        ("link", "https://local4410.org/survey"),
        ("name", "Ines Haugen, bargaining chair"),
    ],
    klass="survey",
)
t(
    "SU1",
    SUR,
    "email",
    """Hello {{ first_name }},

What should we fight for first: telework, leave or parking? Bargaining starts in February, and your answer tells us where to push.

The survey takes 6 minutes. It is anonymous, and it is open until Wednesday, December 16. So far 214 people have filled it out.

Answer here, in English or Spanish: https://local4410.org/survey

Thank you,
Ines Haugen, bargaining chair
Local 4410""",
    "6 minutes: what matters to you?",
)
t(
    "SU2",
    SUR,
    "sms",
    "Local 4410: Encuesta anónima antes de negociar: ¿teletrabajo, permisos o estacionamiento? Toma 6 minutos, cierra el miércoles 16 de diciembre. 214 personas ya contestaron. Ines Haugen. local4410.org/survey Responda STOP para no recibir más.",
    lang="es",
)
t(
    "SU3",
    SUR,
    "flyer",
    """Your contract, your say

- Telework, leave or parking: what comes first for you?
- 6 minutes, nobody sees your name, in English and Spanish
- 214 people have answered. Be next, by Wednesday, December 16!

https://local4410.org/survey
Ines Haugen, bargaining chair""",
)
f("SU1", "anonymous", "It is anonymous", "It is not anonymous")
f("SU1", "month", "starts in February", "starts in March")
f("SU1", "deadline soft", "it is open until Wednesday, December 16", "you can answer whenever you like")
f("SU2", "swap", "Toma 6 minutos", "Toma 16 minutos")
f("SU3", "names", "nobody sees your name", "we will see your name")
f(
    "SU3",
    "claim",
    "Be next, by Wednesday, December 16!",
    "Management fears this survey. Be next, by Wednesday, December 16!",
)

# 8 raffle and holiday party
PAR = G(
    "Holiday party for members and their families. Food and music are free, raffle tickets are $5 each. Proceeds go to the strike relief fund of the cannery workers. Please bring a new toy. No alcohol.",
    [
        ("date", "Saturday, December 12, 2026"),
        ("time", "2:00 pm to 6:00 pm"),
        ("place", "Eagles Lodge, 40 Superior Avenue"),
        ("amount", "$5"),
        ("name", "Nora Whitefeather, events"),
        ("phone", "218-555-0177"),
    ],
    klass="event",
    sector="private",
)
t(
    "PA1",
    PAR,
    "flyer",
    """Holiday Party

- Saturday, December 12, 2:00 pm to 6:00 pm
- Eagles Lodge, 40 Superior Avenue
- Food and music are free; raffle tickets are $5 each

Bring the family and a new toy. No alcohol, please. The proceeds go to the strike relief fund of the cannery workers.

Nora Whitefeather: 218-555-0177""",
)
t(
    "PA2",
    PAR,
    "email",
    """Dear {{ first_name }},

You and your family are invited! Join us for the holiday party on Saturday, December 12, from 2:00 pm to 6:00 pm, at the Eagles Lodge, 40 Superior Avenue.

Eat, dance, stay warm. There is no charge for food and music. Raffle tickets cost $5 each, and what comes in goes to the strike relief fund of the cannery workers. If you can, bring a new toy. It's an alcohol-free afternoon.

Questions? Nora Whitefeather, events, 218-555-0177.

Local 4410""",
    "Holiday party on December 12",
)
t(
    "PA3",
    PAR,
    "social",
    "Food, music, family: our holiday party is Saturday, December 12, 2-6 pm at Eagles Lodge, 40 Superior Avenue. Raffle tickets $5, for the cannery workers' strike relief fund. Bring a new toy! Nora Whitefeather, 218-555-0177",
)
f(
    "PA1",
    "price swapped",
    "Food and music are free; raffle tickets are $5 each",
    "Food and music are $5; raffle tickets are free",
)
f("PA1", "alcohol", "No alcohol, please.", "Beer for sale.")
f("PA2", "weekday", "Saturday, December 12", "Sunday, December 12")
f("PA2", "fund", "the strike relief fund of the cannery workers", "our own strike relief fund")
f("PA3", "address", "40 Superior Avenue", "40 Superior Street")

# 9 legal notice: nominations
NOM = G(
    "Nominations for president, vice president and treasurer open at the January meeting and close at its end. A nominee must be a member in good standing for one year. Write-in candidates are not allowed. The election is by mail ballot; ballots go out on January 22 and must be back by February 12.",
    [
        ("date", "Tuesday, January 5, 2027"),
        ("time", "5:45 pm"),
        ("room", "Sokol Hall"),
        ("date", "Friday, January 22, 2027"),
        ("deadline", "Friday, February 12, 2027"),
        ("name", "Glenda Voss, election committee"),
        ("phone", "218-555-0190"),
    ],
    klass="legal_notice",
)
t(
    "NO1",
    NOM,
    "letter",
    """Dear {{ full_name }},

This is the official notice of nominations for president, vice president and treasurer of Local 4410.

Nominations open at the membership meeting on Tuesday, January 5, 2027, at 5:45 pm in Sokol Hall. They close when the meeting ends. To be nominated you must have been a member in good standing for one year.

The election is by mail. Ballots will be mailed on Friday, January 22, 2027, and must be returned by Friday, February 12, 2027. Write-in candidates are not allowed.

Questions: Glenda Voss of the election committee, 218-555-0190.

Local 4410""",
    "Notice of nominations and election",
)
t(
    "NO2",
    NOM,
    "letter",
    """Estimado/a {{ full_name }}:

Este es el aviso oficial de nominaciones para presidente, vicepresidente y tesorero.

Las nominaciones se abren en la reunión del martes 5 de enero de 2027, a las 5:45 pm, en Sokol Hall, y se cierran al terminar la reunión. La persona nominada debe ser miembro en regla por un año.

La elección es por correo. Las boletas salen el viernes 22 de enero de 2027 y deben regresar a más tardar el viernes 12 de febrero de 2027. No se permiten candidatos escritos a mano.

Preguntas: Glenda Voss, comité de elecciones, 218-555-0190.

Local 4410""",
    "Aviso de nominaciones y elección",
    lang="es",
)
t(
    "NO3",
    NOM,
    "board",
    """Nominations and election of officers

President, vice president, treasurer

Nominations: Tuesday, January 5, 2027, 5:45 pm, Sokol Hall. They close at the end of the meeting.
Who can be nominated: members in good standing for one year. No write-ins.
Election by mail ballot: ballots go out Friday, January 22. They must be back by Friday, February 12.

Glenda Voss, election committee: 218-555-0190""",
)
f(
    "NO1",
    "swapped dates",
    "Ballots will be mailed on Friday, January 22, 2027, and must be returned by Friday, February 12, 2027.",
    "Ballots will be mailed on Friday, February 12, 2027, and must be returned by Friday, January 22, 2027.",
)
f("NO1", "write-ins", "Write-in candidates are not allowed.", "Write-in candidates are allowed.")
f("NO1", "office", "president, vice president and treasurer of", "president, vice president and secretary of")
f("NO2", "no dropped", "No se permiten candidatos", "Se permiten candidatos")
f("NO2", "year", "por un año", "por dos años")
f("NO3", "postmark", "They must be back by Friday, February 12.", "They must be postmarked by Friday, February 12.")

# 10 uniform allowance
UNI = G(
    "The union won a higher uniform allowance for guards: $480 a year instead of $350, starting with the first pay period of January. Part-time guards get half. Nobody needs to apply. Keep receipts for boots only.",
    [
        ("amount", "$480"),
        ("amount", "$350"),
        ("text", "Part-time guards get half"),
        ("name", "Tomas Reyna, steward"),
        ("phone", "218-555-0119"),
    ],
    sources=[
        (
            "Memorandum of November 12, 2026",
            "Effective the first full pay period of January 2027 the uniform allowance is $480 per year; part-time guards receive one half. No application is required.",
        )
    ],
)
t(
    "UN1",
    UNI,
    "email",
    """Hi {{ first_name }},

Your uniform allowance goes up from $350 to $480 a year. It starts with the first pay period of January. If you work part time, you get half.

We bargained for this, and now it's in writing: “No application is required.” Just keep your receipts for boots. You don't need any others.

Tomas Reyna, steward, can tell you more: 218-555-0119.

Local 4410""",
    "More for uniforms in January",
)
t(
    "UN2",
    UNI,
    "sms",
    "Local 4410: Desde enero su asignación de uniforme sube de $350 a $480 al año. Medio tiempo: la mitad. No tiene que solicitarla. Guarde solo recibos de botas. Tomas Reyna 218-555-0119. Responda STOP para no recibir más.",
    lang="es",
)
t(
    "UN3",
    UNI,
    "talking_points",
    """- The union won $480 a year for uniforms. Until now it was $350.
- It begins with the first pay period of January.
- Part-time guards get half.
- Nobody has to apply.
- Keep receipts, but only for boots.

Q: Do I have to fill out a form? A: No.
Q: Whom do I ask? A: Tomas Reyna, steward, 218-555-0119.""",
)
f("UN1", "swapped", "goes up from $350 to $480", "goes up from $480 to $350")
f("UN1", "part", "If you work part time, you get half.", "If you work part time, you get nothing.")
f("UN2", "no dropped", "No tiene que solicitarla.", "Tiene que solicitarla.")
f("UN2", "amount", "$480 al año", "$840 al año")
f("UN3", "who won", "The union won $480", "Management offered $480")
f("UN3", "form", "Q: Do I have to fill out a form? A: No.", "Q: Do I have to fill out a form? A: Yes.")

TRUE, F = TEXTS.honest, TEXTS.faults()
