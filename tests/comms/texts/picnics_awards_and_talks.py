"""Five more briefs, written after the checks were mended on those of `closings_dues_and_memorials`."""

from tests.comms.texts.tables import Texts

L = Texts(
    "NFFW Local 77",
    "National Federation of Field Workers, Local 77",
    "PO Box 77, Cedar Falls, IA 50613",
    "(319) 555-0177",
)

PIC = L.ground(
    "Our family picnic is back. Free food for members and their families; guests pay $6. Bring a dish if your last name starts with A to M. In case of rain we meet inside the shelter. No alcohol in the park.",
    [
        ("date", "Sunday, June 13, 2027"),
        ("time", "11 a.m. to 3 p.m."),
        ("place", "Shelter 2, Prairie Park, 300 River Road"),
        ("rsvp", "deadline", "June 4, 2027"),
        ("guests", "money", "$6"),
        ("rsvp_link", "link", "local77.org/picnic"),
        ("who", "name", "Joaquin Beltran"),
        ("phone", "319-555-0142"),
    ],
    klass="event",
    sector="private",
)
L.true(
    "pic email",
    PIC,
    "email",
    """Hi {{ first_name }},

The family picnic is back! Come to Shelter 2 in Prairie Park, 300 River Road, on Sunday, June 13, from 11 a.m. to 3 p.m.

Food is free for members and their families. Guests pay $6.

Does your last name start with A to M? Please bring a dish.

If it rains, we meet inside the shelter. Please remember that alcohol is not allowed in the park.

Tell us you are coming by June 4: local77.org/picnic. Or call Joaquin Beltran, 319-555-0142.

NFFW Local 77""",
    "Family picnic on June 13",
    "Free food for members and families",
)
L.true(
    "pic flyer",
    PIC,
    "flyer",
    """FAMILY PICNIC

Sunday, June 13, 2027 | 11 a.m. – 3 p.m.
Shelter 2, Prairie Park, 300 River Road

Free for members and their families
Guests: $6
Rain? We meet inside the shelter.

RSVP by June 4: local77.org/picnic
Joaquin Beltran, 319-555-0142""",
    "Family picnic",
)
L.true(
    "pic sms",
    PIC,
    "sms",
    "NFFW Local 77: Family picnic Sun June 13, 11am-3pm, Shelter 2, Prairie Park, 300 River Rd. RSVP by June 4: local77.org/picnic Reply STOP to opt out",
)
L.true(
    "pic es",
    PIC,
    "flyer",
    """DÍA DE CAMPO FAMILIAR

Domingo 13 de junio de 2027, de 11 a.m. a 3 p.m.
Shelter 2, Prairie Park, 300 River Road

Gratis para miembros y sus familias
Invitados: $6

Avise antes del 4 de junio: local77.org/picnic
Joaquin Beltran, 319-555-0142""",
    "Día de campo",
    lang="es",
)
L.turn("pic email", "guest fee", "Guests pay $6", "Guests pay $8")
L.turn(
    "pic email", "who pays", "Food is free for members and their families. Guests pay $6.", "Food is free for everyone."
)
L.turn("pic email", "letters", "A to M", "N to Z")
L.turn("pic email", "rain", "If it rains, we meet inside the shelter.", "If it rains, the picnic is cancelled.")
L.turn("pic email", "alcohol", "alcohol is not allowed", "alcohol is allowed")
L.turn("pic flyer", "shelter", "Shelter 2", "Shelter 3")
L.turn("pic flyer", "rsvp", "by June 4", "by June 6")
L.turn("pic flyer", "end", "11 a.m. – 3 p.m.", "11 a.m. – 5 p.m.")
L.turn("pic sms", "weekday", "Sun June 13", "Sat June 13")
L.turn("pic sms", "month", "June 13", "July 13")
L.turn("pic es", "gratis", "Gratis para miembros y sus familias\nInvitados: $6", "Gratis para todos")
L.turn("pic es", "phone", "319-555-0142", "319-555-0124")
L.turn("pic email", "raffle", "NFFW Local 77", "There will be a raffle for a new grill.\n\nNFFW Local 77")

TRN = L.ground(
    "New steward training. It covers intake, information requests and Weingarten rights. The local pays lost time. Stewards elected since August must attend; others are welcome. Seats are for 24 people.",
    [
        ("Session 1", "date", "Tuesday, January 12, 2027"),
        ("Session 2", "date", "Thursday, January 14, 2027"),
        ("both", "time", "6:00-8:30 PM"),
        ("room", "Room 118, Labor Temple"),
        ("enroll", "deadline", "January 5, 2027"),
        ("seats", "number", "24"),
        ("coord", "name", "Nkechi Adeyemi, education director"),
        ("mail", "email", "training@local77.org"),
    ],
)
L.true(
    "trn email",
    TRN,
    "email",
    """Dear {{ first_name }},

New steward training takes place on two evenings: Tuesday, January 12, and Thursday, January 14, 2027, from 6:00 to 8:30 PM, in Room 118 at the Labor Temple.

You will learn about intake, information requests, and Weingarten rights. The local pays your lost time.

If you were elected since August, you must attend. All other stewards are welcome, as long as there are seats: we have 24.

Sign up by January 5 with Nkechi Adeyemi, education director: training@local77.org

NFFW Local 77""",
    "Steward training on January 12 and 14",
)
L.true(
    "trn notice",
    TRN,
    "meeting_notice",
    """New steward training

Session 1: Tuesday, January 12, 2027, 6:00-8:30 PM
Session 2: Thursday, January 14, 2027, 6:00-8:30 PM
Where: Room 118, Labor Temple

On the program:
- Intake
- Information requests
- Weingarten rights

Sign up by January 5, 2027: training@local77.org (Nkechi Adeyemi). 24 seats.""",
    "New steward training",
)
L.turn("trn email", "must/may", "you must attend", "you may attend if you like")
L.turn("trn email", "who pays", "The local pays your lost time.", "The agency pays your lost time.")
L.turn("trn email", "seats", "we have 24", "we have 42")
L.turn("trn email", "since", "elected since August", "elected before August")
L.turn("trn notice", "second day", "Thursday, January 14", "Friday, January 15")
L.turn("trn notice", "room", "Room 118", "Room 108")
L.turn("trn notice", "topic", "- Weingarten rights", "- Weingarten rights\n- Arbitration briefs")
L.turn("trn email", "deadline day", "by January 5", "by January 12")
L.turn("trn email", "title", "education director", "education chair")
L.turn(
    "trn email",
    "certificate",
    "The local pays your lost time.",
    "The local pays your lost time, and everyone receives a state certificate.",
)
L.turn("trn notice", "mail", "training@local77.org", "training@local77.com")

STR = L.ground(
    "Members at Cedar Valley Meats authorized a strike, 511 to 38, on November 22. No strike has been called. The contract expires at midnight on December 31. Talks continue on December 8 and 9. Keep working until the committee calls you. Do not talk to reporters; send them to the press officer.",
    [
        ("vote", "number", "511 yes, 38 no"),
        ("expires", "date", "December 31, 2026"),
        ("talks", "date", "December 8 and 9, 2026"),
        ("press officer", "name", "Wendell Fairchild"),
        ("press", "phone", "319 555 0188"),
        ("hotline", "phone", "800 555 0177"),
    ],
    klass="internal_business",
    sector="private",
)
L.true(
    "str email",
    STR,
    "email",
    """{{ first_name }},

On November 22, members at Cedar Valley Meats authorized a strike by 511 to 38. Thank you.

No strike has been called. Talks go on on December 8 and 9. The contract expires at midnight on December 31.

What to do now: keep working until the committee calls you. If a reporter asks you something, send them to our press officer, Wendell Fairchild, 319 555 0188.

Strike hotline: 800 555 0177

NFFW Local 77""",
    "Where we stand after the strike vote",
)
L.true(
    "str points",
    STR,
    "talking_points",
    """- We voted 511 to 38 to authorize a strike.
- That does not mean we are on strike. No strike has been called.
- Talks: December 8 and 9. Contract ends at midnight on December 31.
- Keep working until the committee calls.
- Reporters go to Wendell Fairchild, 319 555 0188. Members' questions: 800 555 0177.""",
)
L.true(
    "str sms",
    STR,
    "sms",
    "NFFW Local 77: Strike authorized 511-38. No strike has been called. Talks Dec 8 and 9; contract ends Dec 31. Keep working. Hotline 800 555 0177. Reply STOP to opt out",
)
L.turn("str email", "called", "No strike has been called.", "A strike has been called.")
L.turn("str email", "tally", "511 to 38", "511 to 83")
L.turn("str points", "reverse", "We voted 511 to 38", "We voted 38 to 511")
L.turn("str points", "stop working", "Keep working until the committee calls.", "Stop working on December 31.")
L.turn("str sms", "talks", "Dec 8 and 9", "Dec 9 and 10")
L.turn(
    "str email",
    "reporters",
    "If a reporter asks you something, send them to our press officer",
    "If a reporter asks you something, tell them your story, or send them to our press officer",
)
L.turn(
    "str email",
    "phones swapped",
    "Wendell Fairchild, 319 555 0188.\n\nStrike hotline: 800 555 0177",
    "Wendell Fairchild, 800 555 0177.\n\nStrike hotline: 319 555 0188",
)
L.turn("str email", "strike pay", "NFFW Local 77", "Strike pay is $400 a week.\n\nNFFW Local 77")
L.turn(
    "str points", "quote", "- Keep working", "- The company's lawyer said “we will never sign this.”\n- Keep working"
)
L.turn("str email", "midnight", "at midnight on December 31", "at noon on December 31")
L.turn("str sms", "who", "Keep working.", "Go on strike Jan 1.")

GRV = L.ground(
    "The arbitrator ruled on November 12 that the Agency must restore the 4-10 schedule at the Ames lab by January 3. She denied back pay. Employees who had the schedule on May 1 get it back; nobody has to switch. Her award says the change 'was made without the notice that Article 17 requires'.",
    [
        ("ruling", "date", "November 12, 2026"),
        ("restored by", "deadline", "January 3, 2027"),
        ("lab", "text", "Ames lab"),
        ("rep", "name", "Ulrich Voss"),
        ("call", "phone", "(515) 555-0133"),
    ],
    [
        (
            "Award of November 12, 2026",
            "The change was made without the notice that Article 17 requires. The grievance is sustained in part. Back pay is denied.",
        ),
        (
            "Article 17, Section 2",
            "The Agency shall give the Union fourteen days' written notice of any change in work schedules.",
        ),
    ],
)
L.true(
    "grv email",
    GRV,
    "email",
    """Dear {{ first_name }},

Good news from the Ames lab. On November 12, the arbitrator ruled that the Agency must bring back the 4-10 schedule by January 3.

In her words, the change "was made without the notice that Article 17 requires."

If you had the 4-10 schedule on May 1, you get it back. Nobody has to switch. She did not award back pay.

Questions? Ulrich Voss, (515) 555-0133.

NFFW Local 77""",
    "The 4-10 schedule is coming back",
)
L.true(
    "grv board",
    GRV,
    "board",
    """Ames lab: 4-10 schedule

Arbitrator's ruling of November 12, 2026:
- The 4-10 schedule is restored by January 3, 2027.
- Back pay is denied.
- Employees who had the schedule on May 1 get it back.

Ulrich Voss, (515) 555-0133""",
    "4-10 schedule",
)
L.true(
    "grv news",
    GRV,
    "newsletter",
    """The arbitrator has ruled: the Agency has until January 3 to restore the 4-10 schedule at the Ames lab. Article 17 calls for "fourteen days' written notice of any change in work schedules," and the Agency gave none, she found. The ruling came on November 12. There is no back pay. Nobody is forced to switch. Ask Ulrich Voss at (515) 555-0133.""",
    "4-10 is back at Ames",
)
L.turn("grv email", "back pay", "She did not award back pay.", "She also awarded back pay.")
L.turn("grv email", "quote", "without the notice that Article 17 requires", "without any notice, in bad faith")
L.turn("grv email", "must switch", "Nobody has to switch.", "Everyone has to switch.")
L.turn("grv board", "day", "on May 1 get", "on March 1 get")
L.turn("grv board", "by", "by January 3, 2027", "by January 30, 2027")
L.turn("grv news", "article", "Article 17", "Article 7")
L.turn("grv news", "notice", "fourteen days'", "forty days'")
L.turn("grv email", "arbitrator name", "the arbitrator ruled", "arbitrator Patricia Lowe ruled")
L.turn("grv email", "site", "Ames lab", "Ankeny lab")
L.turn("grv news", "appeal", "There is no back pay.", "There is no back pay. The Agency has said it will appeal.")
L.turn("grv email", "schedule", "the 4-10 schedule by", "the 5-8 schedule by")
L.turn("grv board", "who ruled", "Arbitrator's ruling", "Judge's ruling")

DUE2 = L.ground(
    "Starting January 1, the city no longer deducts dues. Members must sign up for bank draft by December 18 or their membership lapses. Dues stay at $41 a month. There is no fee for bank draft. Whoever pays by check must send it by the 5th of each month.",
    [
        ("start", "date", "January 1, 2027"),
        ("by", "deadline", "Friday, December 18, 2026"),
        ("dues", "money", "$41 a month"),
        ("form", "link", "https://local77.org/draft"),
        ("help", "phone", "319.555.0111"),
        ("treasurer", "name", "Imelda Kowalczyk"),
    ],
    klass="internal_business",
    sector="state_local",
)
L.true(
    "due email",
    DUE2,
    "email",
    """Dear {{ first_name }},

From January 1, the city will no longer deduct our dues from your pay. Please sign up for bank draft by Friday, December 18, or your membership lapses.

- It takes one form: https://local77.org/draft
- Dues stay at $41 a month.
- There is no fee for bank draft.
- If you pay by check, send it by the 5th of each month.

Need help? Call Imelda Kowalczyk at 319.555.0111.

NFFW Local 77""",
    "Sign up for bank draft by December 18",
)
L.true(
    "due phone",
    DUE2,
    "phone",
    """Hello, is this {{ first_name }}? I am calling from NFFW Local 77. Have you heard that the city stops deducting dues on January 1?

To stay a member, you need to sign up for bank draft by Friday, December 18. Dues stay at $41 a month, and there is no fee.

Can I help you sign up now?

If yes: Go to local77.org/draft, I will wait.
If no: You can call Imelda Kowalczyk at 319-555-0111.""",
)
L.true(
    "due es",
    DUE2,
    "sms",
    "NFFW Local 77: Desde el 1 de enero la ciudad ya no descuenta cuotas. Inscribase al pago bancario antes del viernes 18 de diciembre: local77.org/draft Responda STOP para no recibir mas",
    lang="es",
)
L.turn("due email", "dues go up", "Dues stay at $41 a month.", "Dues go up to $41 a month.")
L.turn("due email", "rate", "$41 a month", "$41 a pay period")
L.turn("due email", "fee", "There is no fee for bank draft.", "There is a small fee for bank draft.")
L.turn("due email", "check by", "by the 5th", "by the 15th")
L.turn("due email", "lapse turned", "or your membership lapses", "but your membership continues either way")
L.turn("due phone", "who", "the city stops", "the county stops")
L.turn("due phone", "deadline", "December 18", "December 8")
L.turn("due phone", "deadline/start", "stops deducting dues on January 1", "stops deducting dues on December 18")
L.turn("due es", "día", "viernes 18", "viernes 11")
L.turn("due es", "link", "local77.org/draft", "local77.org/pago")
L.turn("due email", "bonus", "NFFW Local 77", "Sign up this week and get a $25 gift card.\n\nNFFW Local 77")
L.turn("due email", "name", "Imelda Kowalczyk", "Imelda Kowalski")
L.turn(
    "due email",
    "raise of benefits",
    "There is no fee",
    "Experts agree this is safer than payroll deduction. There is no fee",
)
