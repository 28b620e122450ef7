"""Thirty honest texts over ten briefs, each with one thing made false; written before the checks saw them."""

from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

TODAY = date(2026, 11, 30)
LOCAL = ("Local 6120, Hall at 418 Mercer Street, 302-555-0170",)


def ground(purpose: str, *facts: tuple[str, str, str], sources: tuple[Source, ...] = (), **more: object) -> Ground:
    told = tuple(Fact(*fact) for fact in facts)
    fields = frozenset({"first_name", "full_name"})
    # `more`: fields of a Ground by their names, of several types.
    return Ground(TODAY, told, sources, purpose, LOCAL, sender="Local 6120", merge_fields=fields, **more)  # type: ignore[arg-type]


LAUNDRY = ground(
    "The hospital wants to close the laundry and send the linen to an outside company. 22 of us work there. The hospital "
    "must bargain before it decides. Come to the meeting and sign the petition.",
    ("day", "date", "Thursday, December 10, 2026"),
    ("time", "time", "3:30 PM"),
    ("place", "room", "Room B-12"),
    ("call", "name", "Odalys Ferrer"),
    ("phone", "phone", "302-555-0148"),
    sources=(
        Source(
            "art9",
            "Article 9, Section 2",
            "The Employer shall give the Union ninety (90) days' notice before any work of the unit is contracted out.",
        ),
    ),
)
LOCKS = ground(
    "After two break-ins the depot will put new locks on all lockers. Take your things out before the locks are changed. "
    "What is left is kept at the gate house for 30 days. The union asked for it; the company pays.",
    ("from", "date", "Monday, January 4, 2027"),
    ("until", "deadline", "Friday, December 18, 2026"),
    ("hours", "time", "6:00 AM to 2:00 PM"),
    ("call", "name", "Wendell Pryce"),
    ("phone", "phone", "302-555-0122"),
)
LADDERS = ground(
    "A lineman fell from a ladder that had failed inspection. Nobody may use a ladder without a green tag. You have the "
    "right to refuse unsafe work. Tell your steward first.",
    ("count", "number", "41 ladders failed inspection"),
    ("form", "link", "local6120.example/unsafe"),
    ("training", "date", "Tuesday, December 15, 2026"),
    ("time", "time", "7:00 AM"),
    ("place", "room", "Building 4"),
    sources=(
        Source(
            "art22",
            "Article 22, Section 5",
            "No employee shall be disciplined for refusing work which he or she reasonably believes to be unsafe.",
        ),
    ),
)
RAISE = ground(
    "The tentative agreement raises wages 4 percent in the first year and 3.5 percent in the second. Members vote by mail. "
    "The bargaining committee recommends a yes vote. Ballots go to every member's home.",
    ("signing", "money", "$1,200 signing bonus"),
    ("mailed", "date", "January 6, 2027"),
    ("due", "deadline", "January 27, 2027"),
    ("meeting", "date", "Tuesday, January 12, 2027"),
    ("time", "time", "6:00 PM"),
    ("place", "room", "Union Hall, 418 Mercer Street"),
    ("web", "link", "local6120.example/vote"),
)
PARKING = ground(
    "The agency will charge for parking in Lot C from February 1. The union filed a demand to bargain. Keep your receipts. "
    "Night shift is exempt.",
    ("fee", "money", "$45 per month"),
    ("start", "date", "Monday, February 1, 2027"),
    ("call", "name", "Lucia Brandt"),
    ("mail", "email", "parking@local6120.example"),
)
PICNIC = ground(
    "The retirees' winter supper. Bring a dish. Guests are welcome. Rides leave from the hall.",
    ("day", "date", "Saturday, December 12, 2026"),
    ("time", "time", "5:00 PM"),
    ("place", "room", "St. Brendan's Parish Hall, 77 Alder Road"),
    ("ride", "time", "4:15 PM"),
    ("cost", "money", "$8 for adults, children under 10 free"),
    ("rsvp", "deadline", "December 5, 2026"),
    ("call", "name", "Bernadette Okoye"),
    ("phone", "phone", "302-555-0199"),
    klass="event",
)
SURVEY = ground(
    "We bargain in the spring. Tell us what matters most to you. The survey takes about six minutes. Your answers go to the "
    "bargaining committee only; your name is not on them.",
    ("web", "link", "local6120.example/spring"),
    ("closes", "deadline", "Friday, December 11, 2026"),
    klass="survey",
)
OVERTIME = ground(
    "The arbitrator ruled that the plant must offer weekend overtime by seniority. 63 employees will get back pay. The company "
    "may still appeal until January 15.",
    ("rule", "date", "November 24, 2026"),
    ("money", "money", "$118,400 in back pay"),
    ("appeal", "deadline", "January 15, 2027"),
    ("call", "name", "Tomasz Wilk"),
    ("phone", "phone", "302-555-0131"),
    sources=(
        Source(
            "award",
            "Award of November 24, 2026",
            "The Company violated Article 14 when it bypassed senior employees for weekend overtime.",
        ),
    ),
)
STEWARDS = ground(
    "Steward training for new stewards. The local pays lost time. Two seats are still open for each shift. Bring your contract "
    "book.",
    ("day", "date", "Wednesday, January 20, 2027"),
    ("time", "time", "8:30 AM to 4:00 PM"),
    ("place", "room", "Room 210"),
    ("sign", "deadline", "January 8, 2027"),
    ("call", "name", "Ines Caldwell"),
    ("phone", "phone", "302-555-0164"),
    klass="organizing",
)
FOOD = ground(
    "We collect food for families of the strikers at Brightwater Dairy. They have been out for five weeks. Canned goods and "
    "diapers help most. No clothes please.",
    ("day", "date", "Saturday, December 19, 2026"),
    ("time", "time", "9:00 AM to noon"),
    ("place", "room", "Dock 7"),
    ("goal", "number", "150 boxes"),
    ("call", "name", "Marcus Bell"),
    klass="solidarity",
)

# name, ground, draft, what is turned and into what
Case = tuple[str, Ground, Draft, str, str]
CASES: list[Case] = [
    ('laundry email', LAUNDRY, Draft('email', 'Sisters and brothers,\n\nThe hospital wants to shut our laundry and ship the linen to an outside company. Twenty-two of us work there.\n\nUnder Article 9, Section 2 the hospital owes us "ninety (90) days\' notice before any work of the unit is contracted out." It has to bargain with us before it decides.\n\nCome to Room B-12 on Thursday, December 10 at 3:30 PM and sign the petition. Questions? Odalys Ferrer, 302-555-0148.\n\nIn solidarity,\nLocal 6120', 'They want to close the laundry: meeting December 10'), "ninety (90) days' notice before any work of the unit is contracted out", "ninety (90) days' notice after any work of the unit is contracted out"),
    ('laundry sms', LAUNDRY, Draft('sms', 'Local 6120: The hospital wants to close the laundry. Meeting Thu Dec 10, 3:30 PM, Room B-12. Come and sign the petition. Reply STOP to opt out.'), 'Room B-12', 'Room B-21'),
    ('laundry points', LAUNDRY, Draft('talking_points', '- The hospital wants to send our linen out and close the laundry.\n- 22 of our coworkers would be affected.\n- The hospital has to bargain before it makes up its mind.\n- Ask each person to sign the petition and come on Thursday, December 10, at 3:30 PM, Room B-12.\n- Questions go to Odalys Ferrer at 302-555-0148.'), 'The hospital has to bargain before it makes up its mind.', 'The hospital has already made up its mind.'),
    ('locks board', LOCKS, Draft('board', 'NEW LOCKS ON ALL LOCKERS\n\nThere were two break-ins. New locks go on starting Monday, January 4, 2027.\n\nEmpty your locker by Friday, December 18, between 6:00 AM and 2:00 PM. Anything left behind is kept at the gate house for 30 days.\n\nThe company pays for the locks.\n\nQuestions: Wendell Pryce, 302-555-0122', 'New locks'), 'kept at the gate house for 30 days', 'thrown out after 30 days'),
    ('locks sms', LOCKS, Draft('sms', 'Local 6120: Clear out your locker by Fri Dec 18, 6 AM-2 PM. New locks from Mon Jan 4. Questions: Wendell Pryce 302-555-0122. STOP to opt out'), 'by Fri Dec 18', 'by Fri Dec 11'),
    ('locks newsletter', LOCKS, Draft('newsletter', 'Twice this fall somebody broke into the locker room. We asked the company for better locks, and it agreed to pay for them. They go on all lockers beginning Monday, January 4.\n\nPlease take your belongings out by Friday, December 18. The room is open for it from 6:00 AM to 2:00 PM. What is still in a locker goes to the gate house and is held for 30 days. Wendell Pryce (302-555-0122) can help.', 'Safer lockers'), 'it agreed to pay for them', 'members will split the cost'),
    ('ladders email', LADDERS, Draft('email', 'Brothers and sisters,\n\nOne of our linemen fell from a ladder that had failed inspection. 41 ladders failed.\n\nDo not climb a ladder that has no green tag. You may refuse unsafe work. Talk to your steward first, then fill in the form at local6120.example/unsafe.\n\nThe contract says: "No employee shall be disciplined for refusing work which he or she reasonably believes to be unsafe."\n\nLadder training is Tuesday, December 15 at 7:00 AM in Building 4.\n\nLocal 6120', 'No green tag, no climb'), 'local6120.example/unsafe', 'local6120.example/safety'),
    ('ladders flyer', LADDERS, Draft('flyer', "NO GREEN TAG? DON'T CLIMB.\n\n• 41 ladders failed inspection\n• A lineman fell\n• You have the right to refuse unsafe work\n\nTell your steward first.\n\nTraining: Tuesday, December 15, 7:00 AM, Building 4\nlocal6120.example/unsafe", 'Ladders'), '41 ladders', '14 ladders'),
    ('ladders phone', LADDERS, Draft('phone', "Hi, this is a volunteer from Local 6120. Have you heard about the accident with the ladder? A lineman fell off a ladder that failed inspection. Please don't use one without a green tag. There is a training on Tuesday, December 15 at 7 in the morning, Building 4. Can you make it? The form is at local6120.example/unsafe."), 'December 15 at 7 in the morning', 'December 15 at 9 in the morning'),
    ('raise email', RAISE, Draft('email', 'Members,\n\nWe have a tentative agreement. Pay goes up 4 percent the first year and 3.5 percent the second, and there is a $1,200 signing bonus. Your bargaining committee recommends voting yes.\n\nBallots are mailed to your home on January 6. They must be back by January 27.\n\nBring your questions to the Union Hall, 418 Mercer Street, on Tuesday, January 12 at 6:00 PM. The full text: local6120.example/vote\n\nLocal 6120', 'Your vote on the tentative agreement'), '3.5 percent', '5.3 percent'),
    ('raise notice', RAISE, Draft('meeting_notice', 'Meeting on the tentative agreement\n\nTuesday, January 12, 2027, 6:00 PM\nUnion Hall, 418 Mercer Street\n\nWhat is in it: 4 percent in year one, 3.5 percent in year two, a $1,200 signing bonus. The committee recommends a yes vote.\n\nThe vote is by mail. Ballots go out January 6 and are due January 27. Read it at local6120.example/vote.', 'Meeting on the tentative agreement'), 'The committee recommends a yes vote.', 'The committee makes no recommendation.'),
    ('raise sms', RAISE, Draft('sms', 'Local 6120: Ballots are mailed Jan 6, due back Jan 27. Meeting Tue Jan 12, 6 PM, Union Hall, 418 Mercer Street. local6120.example/vote STOP to opt out'), 'due back Jan 27', 'due back Jan 17'),
    ('parking email', PARKING, Draft('email', 'Hello,\n\nStarting Monday, February 1, 2027 the agency plans to charge $45 per month to park in Lot C. Night shift does not have to pay.\n\nThe union has filed a demand to bargain. Hang on to your receipts. Write to Lucia Brandt at parking@local6120.example with questions.\n\nLocal 6120', 'Parking fee in Lot C'), 'Night shift does not have to pay', 'Night shift has to pay as well'),
    ('parking social', PARKING, Draft('social', '$45 a month just to park at work? The agency wants to charge in Lot C from Monday, February 1. Our union filed a demand to bargain. Save your receipts! parking@local6120.example'), '$45 a month', '$45 a week'),
    ('parking spanish', PARKING, Draft('email', 'Hola:\n\nA partir del lunes 1 de febrero de 2027 la agencia va a cobrar $45 al mes por estacionar en el Lote C. El turno de noche no paga.\n\nEl sindicato presentó una demanda para negociar. Guarde sus recibos. Preguntas: Lucia Brandt, parking@local6120.example\n\nLocal 6120', 'Cobro por estacionamiento', language='es'), '$45 al mes', '$54 al mes'),
    ('picnic letter', PICNIC, Draft('letter', "Dear retirees,\n\nYou are invited to our winter supper on Saturday, December 12 at 5:00 PM at St. Brendan's Parish Hall, 77 Alder Road. Bring a dish to share, and bring a guest if you like.\n\nAdults pay $8; children under 10 eat free. A ride leaves from the hall at 4:15 PM.\n\nPlease call Bernadette Okoye at 302-555-0199 by December 5.\n\nLocal 6120", 'Winter supper'), '77 Alder Road', '77 Elder Road'),
    ('picnic phone', PICNIC, Draft('phone', "Hello, I am calling for Local 6120. The retirees' winter supper is on Saturday, December 12 at 5:00 PM, in St. Brendan's Parish Hall, 77 Alder Road. It's $8 for adults and free for children under 10. Would you like to come? Do you need the ride? It leaves the hall at 4:15. Please let us know by December 5: 302-555-0199."), 'It leaves the hall at 4:15', 'It leaves the hall at 4:45'),
    ('picnic newsletter', PICNIC, Draft('newsletter', "The retirees' winter supper is back: Saturday, December 12, 5:00 PM, St. Brendan's Parish Hall, 77 Alder Road. $8 for adults; kids under 10 are free. Guests are welcome. Bring a dish. Rides leave the hall at 4:15 PM. Let Bernadette Okoye know by December 5, 302-555-0199.", 'Winter supper'), 'Bernadette Okoye', 'Bernadette Okoye or Harold Simms'),
    ('survey email', SURVEY, Draft('email', 'Dear {{ first_name }},\n\nWe go to the table this spring. What should we fight for? Tell us in a six-minute survey: local6120.example/spring. It closes on Friday, December 11.\n\nOnly the bargaining committee sees the answers, and your name is not on them.\n\nLocal 6120', 'What matters most to you?'), 'your name is not on them', 'your steward will see your name on them'),
    ('survey sms', SURVEY, Draft('sms', 'Local 6120: We bargain in spring. Tell us what matters to you by Fri Dec 11, it takes about 6 minutes: local6120.example/spring STOP to opt out'), 'about 6 minutes', 'about 16 minutes'),
    ('survey flyer', SURVEY, Draft('flyer', 'WHAT SHOULD WE BARGAIN FOR?\n\n• Six minutes of your time\n• No names on the answers\n• Only the bargaining committee reads them\n\nlocal6120.example/spring\nOpen until Friday, December 11', 'Spring bargaining survey'), 'Friday, December 11', 'Friday, December 18'),
    ('overtime email', OVERTIME, Draft('email', 'Members,\n\nGood news. On November 24 the arbitrator ruled that the plant must offer weekend overtime by seniority. In the award\'s words: "The Company violated Article 14 when it bypassed senior employees for weekend overtime."\n\n63 employees will get $118,400 in back pay. The company may still appeal until January 15.\n\nQuestions? Call Tomasz Wilk, 302-555-0131.\n\nLocal 6120', 'We won on weekend overtime'), 'The company may still appeal until January 15.', 'The company can no longer appeal.'),
    ('overtime points', OVERTIME, Draft('talking_points', '- The arbitrator ruled for us on November 24: weekend overtime goes by seniority.\n- 63 people will share $118,400 in back pay.\n- It is not over yet: the company has until January 15 to appeal.\n- Send questions to Tomasz Wilk, 302-555-0131.'), '63 people will share', '63 people may share'),
    ('overtime social', OVERTIME, Draft('social', 'Weekend overtime goes by seniority, says the arbitrator (November 24). 63 employees are owed $118,400 in back pay. The company may appeal until January 15.'), 'says the arbitrator', 'says the company'),
    ('stewards email', STEWARDS, Draft('email', 'Dear new stewards,\n\nYour training is on Wednesday, January 20, 2027, 8:30 AM to 4:00 PM, in Room 210. The local pays your lost time. There are two seats left for each shift.\n\nSign up with Ines Caldwell by January 8: 302-555-0164. Please bring your contract book.\n\nLocal 6120', 'Steward training on January 20'), 'The local pays your lost time.', 'The employer pays your lost time.'),
    ('stewards notice', STEWARDS, Draft('meeting_notice', 'Training for new stewards\nWednesday, January 20, 8:30 AM - 4:00 PM\nRoom 210\n\nLost time is paid by the local. Two seats per shift are open. Register by January 8 with Ines Caldwell, 302-555-0164. Bring your contract book.', 'Training for new stewards'), '302-555-0164', '302-555-0146'),
    ('stewards sms', STEWARDS, Draft('sms', 'Local 6120: New steward training Wed Jan 20, 8:30 AM-4 PM, Room 210. Sign up by Jan 8 with Ines Caldwell 302-555-0164. STOP to opt out'), 'Wed Jan 20', 'Thu Jan 20'),
    ('food flyer', FOOD, Draft('flyer', 'FIVE WEEKS ON STRIKE\n\nHelp the families at Brightwater Dairy\n\n• Canned goods and diapers are needed most\n• Please, no clothes\n• Our goal: 150 boxes\n\nSaturday, December 19, 9:00 AM to noon, Dock 7\nAsk Marcus Bell', 'Food for the strikers'), 'Please, no clothes', 'Clothes are welcome'),
    ('food spanish', FOOD, Draft('sms', 'Local 6120: Comida para las familias en huelga de Brightwater Dairy. Sábado 19 de diciembre, 9 AM a mediodía, muelle 7. Responda STOP para no recibir más', language='es'), 'muelle 7', 'muelle 17'),
    ('food email', FOOD, Draft('email', "Friends,\n\nThe workers at Brightwater Dairy have been on strike for five weeks. Let's fill 150 boxes for their families.\n\nBring canned goods and diapers to Dock 7 on Saturday, December 19, from 9:00 AM to noon. We can't use clothes.\n\nMarcus Bell has the details.\n\nLocal 6120", 'Food drive on December 19'), 'have been on strike for five weeks', 'have been on strike for five months'),
]  # fmt: skip
