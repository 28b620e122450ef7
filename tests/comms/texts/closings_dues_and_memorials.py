"""Eight briefs of one local, texts true to them, and the same with one thing changed as a model would change it."""

from tests.comms.texts.tables import Texts

L = Texts(
    "Local 918",
    "Harbor & Highland Workers United, Local 918",
    "2200 Canal Street, Suite 4, Eastport, ME 04631",
    "Hall phone: (207) 555-0111",
)

# 1 private: rally before bargaining
RALLY = L.ground(
    "Management at Northgate Foods walked out of talks on November 19 over sick leave. We rally outside the plant before the next session so they see how many we are. Come off the clock, bring a sign, wear blue.",
    [
        ("day", "date", "Thursday, December 10, 2026"),
        ("start", "time", "6:45 a.m."),
        ("spot", "room", "Gate 3, Northgate Foods, 770 Bridge Road"),
        ("lead", "name", "Tomasz Wierzba"),
        ("phone", "phone", "207-555-0173"),
        ("signed", "number", "412 members signed the petition"),
        ("page", "link", "https://local918.org/northgate"),
    ],
    klass="organizing",
    sector="private",
)
L.true(
    "rally email",
    RALLY,
    "email",
    """Hi {{ first_name }},

On November 19, management at Northgate Foods walked out of talks over sick leave. They need to see how many of us there are.

Join us for a rally before the next session:

Thursday, December 10, 6:45 a.m.
Gate 3, Northgate Foods, 770 Bridge Road

Come off the clock, wear blue, and bring a sign. 412 members have already signed the petition.

More at https://local918.org/northgate, or call Tomasz Wierzba at 207-555-0173.

In solidarity,
Local 918""",
    "Rally at Gate 3 on December 10",
    "6:45 a.m., off the clock, wear blue",
)
L.true(
    "rally sms",
    RALLY,
    "sms",
    "Local 918: Rally Thu Dec 10, 6:45am, Gate 3, 770 Bridge Rd. Off the clock, wear blue. Info: local918.org/northgate Reply STOP to opt out",
)
L.true(
    "rally flyer",
    RALLY,
    "flyer",
    """RALLY FOR SICK LEAVE

Thursday, December 10
6:45 AM
Gate 3 · Northgate Foods · 770 Bridge Road

• Come off the clock
• Wear blue
• Bring a sign

412 of us signed. Now let them see us.

Tomasz Wierzba, 207-555-0173
local918.org/northgate""",
    "Rally for sick leave",
)
L.true(
    "rally phone",
    RALLY,
    "phone",
    """Hi, is this {{ first_name }}? I'm calling from Local 918. Did you hear that management walked out of talks on November 19?

They left over sick leave. We are holding a rally on Thursday, December 10, at 6:45 in the morning, at Gate 3 of Northgate Foods, 770 Bridge Road. You would come off the clock and wear blue.

Can we count on you?

If yes: Great. Bring a sign if you can.
If not sure: You can read more at local918.org/northgate or call Tomasz Wierzba at 207-555-0173.
If no: Thanks for your time.""",
)
L.turn("rally email", "weekday", "Thursday, December 10, 6:45", "Wednesday, December 10, 6:45")
L.turn("rally email", "date of walkout", "On November 19", "On November 17")
L.turn("rally sms", "time", "6:45am", "6:15am")
L.turn("rally sms", "gate", "Gate 3", "Gate 5")
L.turn("rally flyer", "room dropped", "Gate 3 · Northgate Foods · 770 Bridge Road\n", "")
L.turn("rally flyer", "count", "412 of us", "421 of us")
L.turn(
    "rally email",
    "invented quote",
    "They need to see",
    "“We have nothing more to offer,” said plant manager Greg Hollis. They need to see",
)
L.turn(
    "rally phone",
    "cause made up",
    "They left over sick leave.",
    "They left over sick leave and want to cut our pensions.",
)
L.turn("rally email", "phone digit", "207-555-0173", "207-555-0137")
L.turn("rally phone", "name", "Tomasz Wierzba", "Thomas Weber")
L.turn("rally email", "on the clock", "Come off the clock", "Come on the clock")
L.turn("rally email", "colour", "wear blue", "wear red")
L.turn(
    "rally email",
    "promise",
    "In solidarity,",
    "The company has already agreed to pay everyone who attends.\n\nIn solidarity,",
)

# 2 FLRA: telework change
TELE = L.ground(
    "The Agency gave notice on November 16 that telework goes from three days to one day a week from January 11, 2027. Under Article 21 it must bargain first. We sent a demand to bargain on November 20. Members: keep working as you do now and tell us how the change would hit you.",
    [
        ("survey closes", "deadline", "December 11, 2026"),
        ("survey", "link", "https://hhwu918.org/telework"),
        ("contact", "name", "Priscilla Okonjo, vice president"),
        ("tel", "phone", "(202) 555-0186"),
        (
            "clause",
            "quotation",
            "The Employer will provide the Union not less than 30 days notice of any proposed change to the telework program.",
        ),
    ],
    [
        (
            "Article 21, Section 6",
            "The Employer will provide the Union not less than 30 days notice of any proposed change to the telework program. No change takes effect until bargaining is complete.",
        ),
        ("Minutes of November 18", "The board voted 7 to 0 to demand bargaining."),
    ],
    klass="representational",
)
L.true(
    "tele email",
    TELE,
    "email",
    """Dear {{ first_name }},

On November 16 the Agency told us it wants to cut telework from three days a week to one, starting January 11, 2027.

Our agreement says: "The Employer will provide the Union not less than 30 days notice of any proposed change to the telework program." (Article 21, Section 6)

On November 20 we sent a demand to bargain. Until bargaining is complete, keep working as you do now.

What you can do: tell us how the change would hit you. Fill in the survey by December 11: https://hhwu918.org/telework

Questions? Priscilla Okonjo, vice president, (202) 555-0186.

Local 918""",
    "The Agency wants to cut telework to one day",
)
L.true(
    "tele points",
    TELE,
    "talking_points",
    """- The Agency gave notice on November 16: telework from three days to one day a week, from January 11, 2027.
- Article 21, Section 6 says no change takes effect until bargaining is complete.
- We demanded bargaining on November 20. The board voted 7 to 0 for it.
- Ask members to fill in the survey by December 11: hhwu918.org/telework
- Questions go to Priscilla Okonjo, (202) 555-0186.""",
)
L.true(
    "tele news",
    TELE,
    "newsletter",
    """The Agency wants us at our desks four days a week. On November 16 it gave notice that telework would drop from three days to one on January 11, 2027. The board voted 7 to 0 to demand bargaining, and the demand went out on November 20. Article 21 is clear: "No change takes effect until bargaining is complete." Tell us what the change would mean for you by December 11 at hhwu918.org/telework, or call Priscilla Okonjo, vice president, at (202) 555-0186.""",
    "Telework: we demanded bargaining",
)
L.true(
    "tele sms",
    TELE,
    "sms",
    "Local 918: Agency wants telework cut to 1 day/wk from Jan 11. Take our survey by Dec 11: hhwu918.org/telework Reply STOP to opt out",
)
L.turn("tele email", "quote altered", "not less than 30 days notice", "not less than 60 days notice")
L.turn("tele email", "quote word", "any proposed change", "any significant proposed change")
L.turn("tele points", "vote", "7 to 0", "8 to 1")
L.turn("tele points", "section", "Section 6", "Section 9")
L.turn("tele email", "days turned", "from three days a week to one", "from one day a week to three")
L.turn("tele news", "deadline", "by December 11", "by December 14")
L.turn("tele sms", "start", "Jan 11", "Jan 4")
L.turn("tele sms", "link", "hhwu918.org/telework", "hhwu918.com/telework")
L.turn("tele email", "advice turned", "keep working as you do now", "stay home on your telework days")
L.turn("tele news", "claim", "Tell us what", "Studies show that telework raises output by a fifth. Tell us what")
L.turn(
    "tele email",
    "signed deal",
    "On November 20 we sent a demand to bargain.",
    "On November 20 we filed an unfair labor practice charge.",
)
L.turn("tele points", "role", "Questions go to Priscilla Okonjo", "Questions go to the president, Priscilla Okonjo")
L.turn("tele news", "four", "four days", "five days")

# 3 ratification
RATI = L.ground(
    "We have a tentative agreement with Eastport Transit. The bargaining committee recommends a yes vote. Voting is in person only, on paper, at the hall; bring a photo ID. Drivers and mechanics in good standing may vote.",
    [
        ("vote day", "date", "Saturday, December 19, 2026"),
        ("polls", "time", "7 a.m. to 7 p.m."),
        ("where", "place", "Local 918 Hall, 2200 Canal Street, Suite 4"),
        ("explained", "date", "Tuesday, December 15, 2026"),
        ("explained at", "time", "6:30 p.m."),
        ("raise1", "percent", "4% on January 1, 2027"),
        ("raise2", "percent", "3% on January 1, 2028"),
        ("signing bonus", "money", "$750"),
        ("contact", "person", "Bea Lindqvist"),
        ("phone", "phone", "(207) 555-0129"),
    ],
    klass="internal_business",
    sector="private",
)
L.true(
    "rati email",
    RATI,
    "email",
    """Hello {{ first_name }},

We have a tentative agreement with Eastport Transit, and now it is your turn to decide. The bargaining committee recommends a yes vote.

What is in it:
- 4% on January 1, 2027
- 3% on January 1, 2028
- a signing bonus of $750

Come hear it explained on Tuesday, December 15, at 6:30 p.m.

Vote on Saturday, December 19, between 7 a.m. and 7 p.m. at the Local 918 Hall, 2200 Canal Street, Suite 4. Voting is on paper and in person only. Bring a photo ID. Drivers and mechanics in good standing may vote.

Questions? Call Bea Lindqvist at (207) 555-0129.

Local 918""",
    "Your vote on December 19",
)
L.true(
    "rati sms",
    RATI,
    "sms",
    "Local 918: Vote on the Transit deal Sat 12/19, 7am-7pm, Local 918 Hall, 2200 Canal St, Ste 4. Bring photo ID. Q: 207-555-0129 Reply STOP to end",
)
L.true(
    "rati board",
    RATI,
    "board",
    """Ratification vote: Eastport Transit

Saturday, December 19, 2026, 7 a.m. to 7 p.m.
Local 918 Hall, 2200 Canal Street, Suite 4

Explained on Tuesday, December 15, 2026, at 6:30 p.m.

The offer: 4% on January 1, 2027, 3% on January 1, 2028, and a $750 signing bonus.

Drivers and mechanics in good standing may vote. Bring a photo ID.

Bea Lindqvist, (207) 555-0129""",
    "Ratification vote",
)
L.true(
    "rati social",
    RATI,
    "social",
    "Eastport Transit members: we vote on the tentative agreement on Saturday, December 19, 7 a.m. to 7 p.m., at the Local 918 Hall, 2200 Canal Street, Suite 4. In person, with photo ID.",
)
L.turn(
    "rati email",
    "raises swapped",
    "- 4% on January 1, 2027\n- 3% on January 1, 2028",
    "- 3% on January 1, 2027\n- 4% on January 1, 2028",
)
L.turn("rati email", "days swapped", "explained on Tuesday, December 15", "explained on Saturday, December 19")
L.turn("rati email", "recommend no", "recommends a yes vote", "recommends a no vote")
L.turn("rati email", "online", "Voting is on paper and in person only.", "You can vote on paper or online.")
L.turn("rati sms", "polls", "7am-7pm", "7am-5pm")
L.turn("rati sms", "suite dropped", ", Local 918 Hall, 2200 Canal St, Ste 4", "")
L.turn("rati board", "bonus", "$750", "$1,750")
L.turn("rati board", "audience", "Drivers and mechanics", "Drivers and dispatchers")
L.turn("rati social", "weekday", "Saturday, December 19", "Sunday, December 19")
L.turn("rati social", "month", "December 19", "November 19")
L.turn("rati email", "third year", "- a signing bonus of $750", "- 3% on January 1, 2029\n- a signing bonus of $750")
L.turn("rati email", "no id", "Bring a photo ID.", "No ID is needed.")
L.turn("rati board", "bonus per year", "a $750 signing bonus", "a $750 bonus every year")
L.turn("rati email", "threat", "Questions? Call", "If we vote no, there will be a lockout. Questions? Call")

# 4 grievance win without names
WIN = L.ground(
    "A settlement with Bayside Clinic: 23 nurses get back pay for missed meal breaks, together $31,480. The clinic posts break schedules from December 7. Anyone who misses a break should fill in a missed-break form the same shift and give a copy to a steward.",
    [
        ("when", "date", "settled on November 23, 2026"),
        ("people", "number", "23 nurses"),
        ("sum", "amount", "$31,480"),
        ("from", "date", "December 7, 2026"),
        ("form", "url", "local918.org/breaks"),
        ("chief", "name", "Yolanda Fitzgerald, chief steward"),
        ("phone", "phone", "207.555.0154"),
    ],
    sector="private",
)
L.true(
    "win email",
    WIN,
    "email",
    """{{ first_name }}, we won.

On November 23 we settled the meal-break grievance with Bayside Clinic. 23 nurses will get back pay, $31,480 in all.

From December 7, the clinic must post break schedules.

If you miss a break, fill in the missed-break form (local918.org/breaks) the same shift, and give a copy to your steward.

Yolanda Fitzgerald, chief steward: 207.555.0154

Local 918""",
    "Back pay for missed meal breaks",
)
L.true(
    "win news",
    WIN,
    "newsletter",
    """Twenty-three nurses at Bayside Clinic will share $31,480 in back pay for meal breaks they missed. We settled on November 23. Break schedules go up on December 7. Missed a break? Fill in the form at local918.org/breaks before your shift ends and hand a copy to a steward. Questions go to chief steward Yolanda Fitzgerald, 207-555-0154.""",
    "Nurses win back pay",
)
L.true(
    "win board",
    WIN,
    "board",
    """Meal breaks at Bayside Clinic

Settled on November 23, 2026: back pay of $31,480 for 23 nurses.
Break schedules are posted from December 7.
Missed a break? Missed-break form, same shift, copy to a steward: local918.org/breaks
Yolanda Fitzgerald, chief steward, 207-555-0154""",
    "Meal breaks",
)
L.true(
    "win web",
    WIN,
    "web",
    """We settled with Bayside Clinic on November 23. The clinic pays 23 nurses $31,480 for meal breaks they could not take, and posts break schedules from December 7.

If you miss a break, fill in the form at https://local918.org/breaks during the same shift and give a copy to a steward. Yolanda Fitzgerald, chief steward, answers questions at 207-555-0154.""",
    "Settlement on meal breaks",
)
L.turn("win email", "sum each", "$31,480 in all", "$31,480 each")
L.turn("win email", "sum", "$31,480", "$34,180")
L.turn("win news", "count", "Twenty-three nurses", "Thirty-three nurses")
L.turn(
    "win news",
    "name of nurse",
    "Twenty-three nurses at Bayside Clinic will share",
    "Maria Delgado and 22 other nurses at Bayside Clinic will share",
)
L.turn("win board", "date", "from December 7", "from December 17")
L.turn(
    "win web",
    "quote invented",
    "If you miss a break",
    "“This is a great day for patient care,” said Yolanda Fitzgerald. If you miss a break",
)
L.turn("win email", "who", "23 nurses", "23 aides")
L.turn("win email", "when form", "the same shift, and", "within three days, and")
L.turn("win news", "phone", "207-555-0154", "207-555-0145")
L.turn("win web", "admits", "The clinic pays", "The clinic admitted it broke the law. It pays")
L.turn("win web", "form link", "https://local918.org/breaks", "https://local918.org/break-form")
L.turn("win board", "copy to", "copy to a steward", "copy to your supervisor")

# 5 health plan season, Spanish too
HEALTH = L.ground(
    "Open enrollment for the health plan. If you do nothing you stay in the Silver plan. The Gold plan costs $38 more per pay period and covers dental. Bring last year's card to the help session.",
    [
        ("opens", "date", "Monday, November 30, 2026"),
        ("closes", "deadline", "Friday, December 18, 2026"),
        ("help day", "date", "Wednesday, December 9, 2026"),
        ("help time", "time", "12:00 to 1:30 pm"),
        ("help room", "room", "Cafeteria B, second floor"),
        ("gold", "money", "$38"),
        ("benefits desk", "phone", "800-555-0165"),
        ("site", "link", "https://enroll.example.com/918"),
    ],
    sector="private",
)
L.true(
    "health email",
    HEALTH,
    "email",
    """Dear {{ first_name }},

Open enrollment runs from Monday, November 30, through Friday, December 18. If you do nothing, you stay in the Silver plan.

The Gold plan costs $38 more per pay period and covers dental.

Need help? Come on Wednesday, December 9, from 12:00 to 1:30 pm, to Cafeteria B on the second floor. Bring last year's card.

Enroll at https://enroll.example.com/918 or call the benefits desk at 800-555-0165.

Local 918""",
    "Health plan: choose by December 18",
)
L.true(
    "health es",
    HEALTH,
    "email",
    """Estimada/o {{ first_name }}:

La inscripción abierta al plan de salud va del lunes 30 de noviembre al viernes 18 de diciembre. Si no hace nada, se queda en el plan Silver.

El plan Gold cuesta $38 más por período de pago y cubre el dentista.

¿Necesita ayuda? Venga el miércoles 9 de diciembre, de 12:00 a 1:30 pm, a la Cafetería B, segundo piso. Traiga la tarjeta del año pasado.

Inscríbase en https://enroll.example.com/918 o llame a la oficina de beneficios al 800-555-0165.

Local 918""",
    "Plan de salud: elija antes del 18 de diciembre",
    lang="es",
)
L.true(
    "health sms",
    HEALTH,
    "sms",
    "Local 918: Health plan enrollment ends Fri Dec 18. Help: Wed Dec 9, 12-1:30pm, Cafeteria B, 2nd floor. enroll.example.com/918 Reply STOP to stop",
)
L.turn("health email", "default plan", "you stay in the Silver plan", "you lose your coverage")
L.turn("health email", "cost", "$38 more per pay period", "$38 less per pay period")
L.turn("health email", "cost unit", "per pay period", "per month")
L.turn("health email", "cover", "covers dental", "covers vision")
L.turn("health es", "weekday", "miércoles 9 de diciembre", "jueves 9 de diciembre")
L.turn("health es", "closing", "viernes 18 de diciembre", "viernes 11 de diciembre")
L.turn("health es", "floor", "segundo piso", "tercer piso")
L.turn("health es", "default", "se queda en el plan Silver", "pasa al plan Gold")
L.turn("health sms", "closes", "Fri Dec 18", "Fri Dec 11")
L.turn("health sms", "helptime", "12-1:30pm", "12-2:30pm")
L.turn("health email", "card", "Bring last year's card.", "No papers are needed.")
L.turn(
    "health email",
    "plans swapped",
    "you stay in the Silver plan.\n\nThe Gold plan",
    "you stay in the Gold plan.\n\nThe Silver plan",
)

# 6 strike sanction / dues change
DUES = L.ground(
    "Members voted on November 21 to raise dues from 1.2% to 1.5% of base pay. 268 voted yes and 91 voted no. The extra money goes to the strike fund. Members who earn under $600 a week pay the old rate.",
    [
        ("starts", "date", "January 2, 2027"),
        ("new", "percent", "1.5%"),
        ("old", "percent", "1.2%"),
        ("yes", "number", "268"),
        ("no", "number", "91"),
        ("treasurer", "name", "Hollis Abernathy"),
        ("mail", "email", "treasurer@local918.org"),
    ],
    klass="internal_business",
    sector="private",
)
L.true(
    "dues email",
    DUES,
    "email",
    """Dear {{ first_name }},

On November 21, members voted 268 to 91 to raise dues from 1.2% to 1.5% of base pay. The new rate starts on January 2, 2027.

The extra money goes to the strike fund. If you earn under $600 a week, you keep the old rate.

Questions? Write to our treasurer, Hollis Abernathy: treasurer@local918.org

Local 918""",
    "Dues change on January 2",
)
L.true(
    "dues points",
    DUES,
    "talking_points",
    """• Members decided this themselves on November 21: 268 yes, 91 no.
• Dues go from 1.2% to 1.5% of base pay on January 2, 2027.
• Every extra cent goes to the strike fund.
• Under $600 a week? Then nothing changes.
• For anything else: Hollis Abernathy, treasurer@local918.org""",
)
L.turn("dues email", "vote swapped", "268 to 91", "91 to 268")
L.turn("dues email", "rates swapped", "from 1.2% to 1.5%", "from 1.5% to 1.2%")
L.turn("dues points", "who decided", "Members decided this themselves", "The board decided this")
L.turn("dues points", "fund", "the strike fund", "the building fund")
L.turn("dues email", "threshold", "under $600", "over $600")
L.turn("dues points", "net pay", "of base pay", "of take-home pay")
L.turn("dues email", "start", "January 2, 2027", "January 22, 2027")
L.turn("dues email", "email", "treasurer@local918.org", "treasury@local918.org")
L.turn("dues points", "nay", "268 yes, 91 no", "268 yes, 19 no")

# 7 memorial + picnic/training
MEM = L.ground(
    "Memorial for Esteban Ruiz, shop steward for 22 years, who died on November 25. Family asks for no flowers; give to the food bank instead. Coworkers may use bereavement hours with their supervisor's approval.",
    [
        ("day", "date", "Saturday, December 5, 2026"),
        ("hour", "time", "10:30 am"),
        ("church", "location", "St. Brendan's, 14 Orchard Lane"),
        ("after", "location", "Local 918 Hall"),
        ("contact", "name", "Renata Ruiz"),
        ("tel", "phone", "207 555 0190"),
    ],
    klass="solidarity",
    sector="private",
)
L.true(
    "mem email",
    MEM,
    "email",
    """Dear {{ first_name }},

Esteban Ruiz, our shop steward for 22 years, died on November 25.

We will remember him on Saturday, December 5, at 10:30 am at St. Brendan's, 14 Orchard Lane, and afterwards at the Local 918 Hall.

His family asks for no flowers. Please give to the food bank instead.

You may use bereavement hours if your supervisor approves.

Renata Ruiz can be reached at 207 555 0190.

Local 918""",
    "Memorial for Esteban Ruiz",
)
L.true(
    "mem social",
    MEM,
    "social",
    "We mourn Esteban Ruiz, shop steward for 22 years. Memorial: Saturday, December 5, 10:30 am, St. Brendan's, 14 Orchard Lane. No flowers, please; give to the food bank.",
)
L.turn(
    "mem email",
    "flowers",
    "His family asks for no flowers. Please give to the food bank instead.",
    "His family welcomes flowers.",
)
L.turn("mem email", "years", "22 years", "27 years")
L.turn("mem social", "time", "10:30 am", "11:30 am")
L.turn("mem social", "church", "St. Brendan's", "St. Bernard's")
L.turn("mem email", "died", "died on November 25", "died on November 26")
L.turn("mem email", "quote", "His family asks", "“He never missed a shift,” his daughter said. His family asks")
L.turn("mem email", "approval", "if your supervisor approves", "without your supervisor's approval")

# 8 office closing, FLRA
CLOSE = L.ground(
    "The Agency will close the Duluth field office on March 31, 2027. 64 employees must choose: move to St. Paul, take early retirement, or be placed on the priority list. The Agency pays moving costs only for St. Paul. Do not sign the election form before you talk to us.",
    [
        ("closing", "date", "March 31, 2027"),
        ("how many", "number", "64 employees"),
        ("info", "date", "Monday, December 14, 2026"),
        ("at", "time", "5:15 pm Central"),
        ("online", "link", "https://meet.example.org/duluth"),
        ("form due", "deadline", "January 15, 2027"),
        ("steward", "name", "Gus Halvorsen"),
        ("cell", "phone", "218-555-0120"),
    ],
)
L.true(
    "close email",
    CLOSE,
    "email",
    """{{ first_name }},

The Agency will close the Duluth field office on March 31, 2027. 64 employees are affected.

You have three choices: move to St. Paul, take early retirement, or go on the priority list. The Agency pays moving costs only for St. Paul.

The election form is due on January 15, 2027. Do not sign it before you talk to us.

Join the online meeting on Monday, December 14, at 5:15 pm Central: https://meet.example.org/duluth

Your steward is Gus Halvorsen, 218-555-0120.

Local 918""",
    "Duluth office closing: talk to us before you sign",
)
L.true(
    "close sms",
    CLOSE,
    "sms",
    "Local 918: Duluth office closes Mar 31. Don't sign the form yet. Online mtg Mon Dec 14, 5:15pm CT: meet.example.org/duluth Reply STOP to opt out",
)
L.true(
    "close notice",
    CLOSE,
    "meeting_notice",
    """Online meeting on the closing of the Duluth field office

Monday, December 14, 2026, 5:15 pm Central
https://meet.example.org/duluth

On the agenda: the closing on March 31, 2027; the three choices; the election form, due January 15, 2027.

Gus Halvorsen, 218-555-0120""",
    "Meeting on the Duluth closing",
)
L.turn("close email", "office", "Duluth field office", "Superior field office")
L.turn("close email", "sign turned", "Do not sign it before you talk to us.", "Sign it as soon as you can.")
L.turn("close email", "costs", "only for St. Paul", "for all three choices")
L.turn("close sms", "month", "Mar 31", "May 31")
L.turn("close sms", "zone", "5:15pm CT", "5:15pm ET")
L.turn("close notice", "due", "due January 15, 2027", "due January 5, 2027")
L.turn("close notice", "three", "three choices", "four choices")
L.turn("close email", "severance", "go on the priority list", "take a severance payment")
L.turn("close email", "count", "64 employees", "46 employees")
