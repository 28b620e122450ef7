"""Twenty texts that say nothing their brief does not, in many channels and manners."""

from dataclasses import replace
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source
from tests.comms.texts.grounds import EMAIL, OVERTIME, SMS

LOCAL = ("Tri-Rivers Federal Employees, Local 2741", "president@local2741.org", "PO Box 118, Harmon, OH 44101")
FIELDS = frozenset({"first_name", "worksite", "steward_name"})


def ground(
    *facts: tuple[str, str], purpose: str, klass: str = "representational", sources: tuple[Source, ...] = ()
) -> Ground:
    return Ground(
        today=date(2026, 11, 22),
        facts=tuple(Fact(f"f{i}", kind, value) for i, (kind, value) in enumerate(facts)),
        purpose=purpose,
        klass=klass,
        sources=sources,
        known=LOCAL,
        sender="Local 2741",
        merge_fields=FIELDS,
    )


MEETING = ground(
    ("date", "2026-12-09"),
    ("time", "12:00"),
    ("time", "18:00"),
    ("place", "Harmon Public Library, 2nd floor"),
    ("text", "Budget vote and officer reports; light food; childcare on request"),
    ("email", "secretary@local2741.org"),
    purpose="Monthly membership meeting with two sittings so that every shift can come",
    klass="internal_business",
)
LEAVE = ground(
    ("amount", "$500"),
    ("deadline", "January 15, 2027"),
    ("number", "30 days"),
    ("percent", "3.5%"),
    ("phone", "(614) 555-0117"),
    ("name", "Lee Sandoval"),
    purpose="Parking refund settlement: members who paid for parking get a refund if they claim it",
    sources=(
        Source(
            "c9",
            "Article 27, Section 2",
            "The Employer shall refund parking fees within 30 days of a timely written claim.",
        ),
    ),
)
RALLY = ground(
    ("date", "Saturday, December 5"),
    ("time", "10 am to noon"),
    ("place", "Front gate of the Riverside Depot, Gate 7"),
    ("link", "local2741.org/rally"),
    purpose="Family picnic and informational picket for safe staffing, off duty, bring friends",
    klass="event",
)
HATCH = ground(
    ("date", "December 12, 2026"),
    ("link", "https://local2741.org/pac"),
    purpose="Ask members to reply about political action training",
    klass="political",
)
SURVEY = ground(
    ("link", "https://local2741.org/survey"),
    ("deadline", "Friday, December 18"),
    ("number", "9 questions"),
    purpose="Bargaining survey: what members want in the next contract; answers are anonymous",
    klass="survey",
)
SPANISH = ground(
    ("date", "2026-12-01"),
    ("time", "17:30"),
    ("room", "Room 210"),
    ("phone", "555-0142"),
    purpose="Reunión sobre horas extra para el turno de noche",
)

CLEAN: list[tuple[str, Ground, Draft]] = [
    ("overtime e-mail", OVERTIME, Draft("email", EMAIL, "Short-notice overtime: what you can do")),
    ("overtime text", OVERTIME, Draft("sms", SMS)),
    (
        "overtime flyer",
        OVERTIME,
        Draft(
            "flyer",
            "TOLD AT 05:50 TO WORK AT 06:00?\n\nThe Contract Is On Your Side\n\n- Overtime notice is due before your last tour ends\n"
            "- Write down who told you and when\n- 12 workers have spoken up\n\nMeeting: Tuesday, Dec. 1, 5:30 p.m., Union Hall, Room 210\n"
            "Money at stake: $1,240.50\nAsk Dana Ortiz, 555-0142\nlocal2741.org/overtime\n\nOff-duty reading, please.",
        ),
    ),
    (
        "overtime talking points",
        OVERTIME,
        Draft(
            "talking_points",
            "1. Ask first: “When were you told?” and listen.\n2. Article 18 says notice is due before the end of the previous tour.\n"
            "3. Twelve workers are affected, for $1,240.50 together.\n4. Invite them: Tuesday, December 1, 17:30, Union Hall, Room 210.\n"
            "5. Hand over the link, https://local2741.org/overtime, and Dana's number, 555-0142.",
        ),
    ),
    (
        "overtime phone script",
        OVERTIME,
        Draft(
            "phone",
            "Hi, is this {{ first_name }}? I am calling for Local 2741. How has the night shift been?\n\nIf they mention overtime: "
            "people were told at 05:50 to stay for 06:00. The union is asking everyone to write it down; 12 workers have, and $1,240.50 is owed.\n\n"
            "Can you come to the meeting on Tuesday, December 1, at 5:30 pm? It is in the Union Hall, Room 210.\n\n"
            "If yes: Great, see you there. If no: You can call Dana Ortiz at 555-0142 or look at local2741.org/overtime.",
        ),
    ),
    (
        "meeting notice",
        MEETING,
        Draft(
            "meeting_notice",
            "NOTICE OF MEMBERSHIP MEETING\n\nWednesday, December 9, 2026\nNoon or 6 pm, whichever fits your shift\n"
            "Harmon Public Library, 2nd floor\n\nAgenda\n1. Officer reports\n2. Budget vote\n3. Questions\n\n"
            "Light food. Write to secretary@local2741.org if you need childcare.",
        ),
    ),
    (
        "meeting e-mail",
        MEETING,
        Draft(
            "email",
            "Dear Members,\n\nOur December meeting is on Wednesday, December 9. You can choose: 12 noon or 6:00 p.m. Both are at the Harmon Public "
            "Library, 2nd floor.\n\nWe will vote on the budget and hear from the officers. There is light food. If you need childcare, write to "
            "secretary@local2741.org.\n\nPlease come on your own time.\n\nThank you,\nYour Executive Board",
            "Two times to meet on December 9",
        ),
    ),
    (
        "meeting text",
        MEETING,
        Draft(
            "sms",
            "Local 2741 meeting Wed 12/9, noon or 6pm, Harmon Public Library 2nd floor. Budget vote. Need childcare? "
            "secretary@local2741.org. STOP to end",
        ),
    ),
    (
        "refund e-mail",
        LEAVE,
        Draft(
            "email",
            "Hello {{ first_name }},\n\nGood news about parking. If you paid for parking, you may get up to $500 back. The refund adds 3.5 percent.\n\n"
            "You need to claim it in writing by January 15, 2027. Article 27 says the Employer “shall refund parking fees within 30 days of a timely "
            "written claim.”\n\nLee Sandoval can help you with the form. Call (614) 555-0117.\n\nWe do not know yet how fast the office will work.\n\n"
            "Local 2741",
            "Parking money: claim it by January 15",
        ),
    ),
    (
        "refund board notice",
        LEAVE,
        Draft(
            "board",
            "Parking refund\n\nMembers who paid for parking can claim up to $500, plus 3.5%.\nClaims are due by Friday, January 15, 2027.\n"
            "Refunds follow within thirty days of a claim.\nContact: Lee Sandoval, 614-555-0117.",
        ),
    ),
    (
        "refund text",
        LEAVE,
        Draft(
            "sms", "Local 2741: Paid for parking? Claim up to $500 by Jan 15. Call 614-555-0117. Reply STOP to opt out."
        ),
    ),
    (
        "rally flyer",
        RALLY,
        Draft(
            "flyer",
            "Safe Staffing Now\n\nBring Your Family and Friends\n\nSaturday, December 5\n10 am - noon\nGate 7, Front Gate of the Riverside Depot\n\n"
            "Food, games, and an informational picket\nCome off duty\n\nlocal2741.org/rally",
        ),
    ),
    (
        "rally social post",
        RALLY,
        Draft(
            "social",
            "Safe staffing keeps everyone safe. Join us Saturday, Dec 5, 10 to noon, at Gate 7 of Riverside Depot. local2741.org/rally",
        ),
    ),
    (
        "rally newsletter item",
        RALLY,
        Draft(
            "newsletter",
            "A picnic with a point\n\nOn Saturday, December 5, from 10 am to noon, members and their families will meet at the front gate of the "
            "Riverside Depot (Gate 7). We will picket for safe staffing and share a meal. Bring friends. Come off duty and in your own car. "
            "See local2741.org/rally for what to bring.",
        ),
    ),
    (
        "political e-mail",
        HATCH,
        Draft(
            "email",
            "Hello {{ first_name }},\n\nWe are planning a training on political action for December 12. Would you like to come? Reply at "
            "https://local2741.org/pac.\n\nPlease do not read or forward this message on duty or in a federal building.",
            "Political action training: are you in?",
        ),
    ),
    (
        "survey e-mail",
        SURVEY,
        Draft(
            "email",
            "Hello {{ first_name }},\n\nWhat should the next contract fix first? Tell us in our bargaining survey. It has nine questions and your "
            "answers are anonymous.\n\nStart here: https://local2741.org/survey\n\nPlease answer by Friday, December 18.\n\nThank you!",
            "Nine questions about your next contract",
        ),
    ),
    (
        "survey text",
        SURVEY,
        Draft(
            "sms",
            "Local 2741: What should our next contract fix? 9 quick questions, anonymous, by Fri Dec 18: local2741.org/survey STOP=end",
        ),
    ),
    (
        "survey talking points",
        SURVEY,
        Draft(
            "talking_points",
            "- Ask: What would you change first?\n- The survey has 9 questions. It is anonymous.\n- It closes on December 18, a Friday.\n"
            "- Show them https://local2741.org/survey on their own phone, on a break.",
        ),
    ),
    (
        "Spanish e-mail",
        SPANISH,
        Draft(
            "email",
            "Hola {{ first_name }}:\n\nLo invitamos a la reunión sobre las horas extra del turno de noche.\n\nEl martes 1 de diciembre a las 5:30 de "
            "la tarde, en Room 210.\n\n¿Preguntas? Llame al 555-0142.\n\nEl texto en inglés es el que vale.",
            "Reunión sobre horas extra",
            language="es",
        ),
    ),
    (
        "Spanish text",
        SPANISH,
        Draft(
            "sms",
            "Local 2741: Reunión sobre horas extra, martes 1 de diciembre, 17:30, Room 210. Preguntas: 555-0142. Responda STOP",
            language="es",
        ),
    ),
    ("overtime web copy", OVERTIME, Draft("web", EMAIL.replace("Hello {{ first_name }},\n\n", ""))),
    (
        "later the same day",
        replace(OVERTIME, today=date(2026, 12, 1)),
        Draft("email", EMAIL, "Short-notice overtime: what you can do"),
    ),
]
