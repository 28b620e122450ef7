"""More texts of other locals: a hearing, a briefing, dues, a family day, rights, shift briefings, a Spanish class."""

from tests.comms.texts.parking_and_votes import CASES as CASES
from tests.comms.texts.parking_and_votes import G, K, clean, fault

W1 = G(
    ("date", "2027-04-06"),
    ("time", "16:30"),
    ("place", "Room 3A, City Hall Annex"),
    ("name", "Jean-Luc Moreau"),
    ("phone", "(312) 555-0199"),
    ("text", "The city posted a plan on March 29 to move 24 jobs in Sanitation to a contractor"),
    ("deadline", "April 12, 2027"),
    ("link", "https://afscme77.org/keep-it-public"),
    purpose="Contracting out: come to the council hearing, sign the petition",
    sector="public",
    sender="AFSCME Local 77",
    known=("AFSCME Local 77",),
)
clean(
    "hearing",
    W1,
    K(
        "email",
        "Hello {{ first_name }},\n\nOn March 29 the city posted a plan to move 24 Sanitation jobs to a contractor. If it goes through, neighbors lose good service and coworkers lose good jobs.\n\nWe need a full room. Come to the hearing on Tuesday, April 6, at 4:30 p.m. in Room 3A at the City Hall Annex.\n\nYou can also sign the petition by Monday, April 12: https://afscme77.org/keep-it-public\n\nQuestions? Jean-Luc Moreau is at (312) 555-0199.\n\nTogether,\nAFSCME Local 77",
        "24 jobs on the line: hearing April 6",
    ),
)
clean(
    "hearing sms",
    W1,
    K(
        "sms",
        "AFSCME Local 77: City wants to contract out 24 jobs. Hearing Tue Apr 6, 4:30pm, Room 3A, City Hall Annex. Petition by 4/12: afscme77.org/keep-it-public Reply STOP to opt out",
    ),
)
clean(
    "hearing flyer",
    W1,
    K(
        "flyer",
        "KEEP IT PUBLIC!\n\n24 SANITATION JOBS ARE AT RISK\n\n• Come to the hearing: Tuesday, April 6, 4:30 PM\n• Room 3A, City Hall Annex\n• Sign by April 12: afscme77.org/keep-it-public\n\nQuestions? Jean-Luc Moreau, (312) 555-0199",
    ),
)
fault(
    "hearing social",
    W1,
    K(
        "social",
        "Public jobs serve the public. The city wants to hand 24 Sanitation jobs to a contractor. Join us April 6 at 4:30 pm, Room 3A, City Hall Annex. afscme77.org/keep-it-public",
    ),
    "fact_missing",
)
clean(
    "hearing es",
    W1,
    K(
        "email",
        "Hola {{ first_name }}:\n\nEl 29 de marzo la ciudad publicó un plan para pasar 24 puestos de Sanitation a un contratista.\n\nVenga a la audiencia el martes 6 de abril a las 4:30 de la tarde, en Room 3A, City Hall Annex.\n\nFirme la petición antes del lunes 12 de abril: https://afscme77.org/keep-it-public\n\n¿Preguntas? Llame a Jean-Luc Moreau, (312) 555-0199.\n\nEl texto en inglés es el que vale.\n\nEn solidaridad,\nAFSCME Local 77",
        "Audiencia el 6 de abril",
        language="es",
    ),
)
clean(
    "hearing script",
    W1,
    K(
        "phone",
        "Hi {{ first_name }}, I'm a volunteer with AFSCME Local 77. Did you hear about the plan for Sanitation?\n\nThe city wants to move 24 jobs to a contractor.\n\nCan you come on April 6 at 4:30? It's in Room 3A of the City Hall Annex. The petition closes on April 12. It is at afscme77.org/keep-it-public.\n\nIF YES: Wonderful, thank you!\nIF NO: I understand. Would you sign online?\nIF MAYBE: Can I call you back?\n\nAny questions go to Jean-Luc Moreau, 312-555-0199.",
    ),
)
for n, a, b, c in [
    ("3B", "Room 3A", "Room 3B", ("fact_differs",)),
    ("A3", "Room 3A", "Room A3", ("fact_differs",)),
    ("hall", "City Hall Annex", "City Hall", ("fact_missing", "fact_differs")),
    ("24h", "24 Sanitation", "42 Sanitation", ("fact_differs",)),
    ("jl", "Jean-Luc Moreau", "Jean-Pierre Moreau", ("fact_differs", "name_unknown")),
    ("jl2", "Jean-Luc Moreau", "Jean-Luc Morel", ("fact_differs", "name_unknown")),
    ("29", "March 29", "March 19", ("fact_differs",)),
    ("430", "4:30 p.m.", "4:13 p.m.", ("fact_differs",)),
    ("mon", "Monday, April 12", "Sunday, April 12", ("weekday",)),
    ("dl", "April 12", "April 21", ("fact_differs", "weekday")),
    ("host", "afscme77.org", "afscme777.org", ("fact_differs",)),
    ("path", "keep-it-public", "keep-it-local", ("fact_differs",)),
    ("area", "(312)", "(321)", ("fact_differs",)),
    ("ph", "555-0199", "555-0919", ("fact_differs",)),
    ("army", "4:30 p.m.", "1530 hours", ("fact_differs",)),
    ("dot", "4:30 p.m.", "5.30 pm", ("fact_differs",)),
    ("h", "4:30 p.m.", "16h45", ("fact_differs", "fact_missing")),
    ("noon", "4:30 p.m.", "noon", ("fact_differs",)),
    ("mid", "4:30 p.m.", "midnight", ("fact_differs",)),
    ("in words day", "Tuesday, April 6", "Tuesday, April sixth", ()),
    ("wrong words day", "Tuesday, April 6", "Tuesday, April seventh", ("fact_missing", "fact_differs", "fact_unknown")),
    ("eu", "Tuesday, April 6", "Tuesday 7 April", ("fact_differs", "weekday")),
    ("dots", "Tuesday, April 6", "06.05.2027", ("fact_differs", "fact_unknown", "fact_missing")),
    ("apos", "Tuesday, April 6", "Tuesday, Apr. 7th", ("fact_differs", "weekday")),
    ("mr", "Questions? Jean-Luc", "Questions? Mr. Daley has answers. Jean-Luc", ("name_unknown",)),
    ("ald", "Together,", "Alderman Ruiz is with us.\n\nTogether,", ("name_unknown",)),
    ("mayor", "Together,", "The mayor took money from the contractor.\n\nTogether,", ("claim",)),
    ("cost", "Together,", "It will cost the city $2 million.\n\nTogether,", ("fact_unknown", "fact_differs", "claim")),
    ("pct", "Together,", "Nine out of ten residents agree.\n\nTogether,", ("fact_unknown", "claim")),
    ("half", "Together,", "Half of all contractors fail in a year.\n\nTogether,", ("claim", "fact_unknown")),
    ("zoom", "Together,", "Or join on Zoom: meeting ID 845 2211 9034.\n\nTogether,", ("fact_unknown", "fact_differs")),
    (
        "case",
        "Together,",
        "Remember what happened in arbitration case 51-20-0300.\n\nTogether,",
        ("case_named", "fact_unknown"),
    ),
    ("quote", "Together,", "The alderman called it “the best deal this city ever made.”\n\nTogether,", ("quote",)),
    ("quote2", "Together,", "As the plan puts it, “no worker will be affected”.\n\nTogether,", ("quote",)),
    ("quote3", "Together,", 'The boss told us "take it or leave".\n\nTogether,', ("quote",)),
    ("art", "Together,", "Article 31 forbids it.\n\nTogether,", ("fact_unknown",)),
    ("usc", "Together,", "See 5 USC 7106.\n\nTogether,", ("fact_unknown",)),
    ("deadline2", "Together,", "RSVP by April 2.\n\nTogether,", ("fact_differs", "fact_unknown")),
    ("dupe time", "Together,", "Doors open at 4.\n\nTogether,", ("fact_differs", "fact_unknown")),
    ("gov", "Together,", "Write to alderman@chicago.gov.\n\nTogether,", ("gov_address", "fact_unknown")),
    ("bare gov", "Together,", "Forward this to j.doe@us.af.mil.\n\nTogether,", ("gov_address",)),
]:
    base = "Hello {{ first_name }},\n\nOn March 29 the city posted a plan to move 24 Sanitation jobs to a contractor. If it goes through, neighbors lose good service and coworkers lose good jobs.\n\nWe need a full room. Come to the hearing on Tuesday, April 6, at 4:30 p.m. in Room 3A at the City Hall Annex.\n\nYou can also sign the petition by Monday, April 12: https://afscme77.org/keep-it-public\n\nQuestions? Jean-Luc Moreau is at (312) 555-0199.\n\nTogether,\nAFSCME Local 77"
    assert a in base, a
    if c:
        fault("hear " + n, W1, K("email", base.replace(a, b), "Hearing April 6"), *c)
    else:
        clean("hear " + n, W1, K("email", base.replace(a, b), "Hearing April 6"))
W2 = G(
    ("date", "2026-12-15"),
    ("time", "5 pm and 8 pm"),
    ("place", "Zoom"),
    ("link", "https://us02web.zoom.us/j/8452211903"),
    ("name", "Sister Opal Grant"),
    ("email", "opal.grant@nalc9.org"),
    ("text", "The Postal Service proposes to end Sunday parcel bonus of $0.75 per parcel"),
    purpose="Contract briefing for carriers: three proposals that hurt, and how to take part",
    sender="NALC Branch 9",
    known=("NALC Branch 9",),
    sources=(
        (
            "Article 8.5",
            "Overtime shall be scheduled by seniority among qualified employees who have signed the Overtime Desired list.",
        ),
    ),
)
clean(
    "briefing",
    W2,
    K(
        "email",
        "Dear {{ first_name }},\n\nManagement has put three proposals on the table that touch your pay. One would end the Sunday parcel bonus of $0.75 per parcel.\n\nHear what they mean for you on Tuesday, December 15. We offer two sessions, at 5 p.m. and at 8 p.m., both on Zoom: https://us02web.zoom.us/j/8452211903\n\nOne thing to know before: overtime is scheduled “by seniority among qualified employees who have signed the Overtime Desired list” (Article 8.5).\n\nBring your questions. Sister Opal Grant will answer them, or write to opal.grant@nalc9.org.\n\nNALC Branch 9",
        "Three proposals that touch your pay",
    ),
)
clean(
    "briefing tp",
    W2,
    K(
        "talking_points",
        "- Start with a question: “What would the end of the Sunday bonus mean for you?”\n- It is $0.75 per parcel.\n- Briefing: Dec. 15, 5 or 8 pm, Zoom.\n- Link: us02web.zoom.us/j/8452211903\n- If you do not know, say so and write to opal.grant@nalc9.org.\n- Do not guess how bargaining will end.",
    ),
)
W3 = G(
    ("text", "Dues go up by $2 per pay period on January 10, 2027, as members voted on November 5"),
    ("money", "$2 per pay period"),
    ("number", "118 to 41"),
    ("name", "Treasurer Hana Suzuki"),
    ("phone", "503-555-0121"),
    purpose="Dues change decided at the November meeting",
    klass="internal_business",
    sector="federal",
    sender="Local 1104",
    known=("Local 1104",),
)
clean(
    "dues",
    W3,
    K(
        "letter",
        "Dear {{ full_name }},\n\nAt our meeting on November 5, members voted 118 to 41 to raise dues by $2 per pay period. The change starts on January 10, 2027.\n\nYour dues pay for trained stewards, arbitration, and legal help.\n\nPlease call Treasurer Hana Suzuki at 503-555-0121 with any questions, off duty if you can.\n\nIn solidarity,\nLocal 1104",
        "Dues change on January 10",
    ),
)
for n, a, b, c in [
    ("vote", "118 to 41", "181 to 41", ("fact_differs", "fact_unknown")),
    ("2", "$2 per pay period", "$2 per month", ("fact_differs", "fact_unknown")),
    ("2b", "$2 per pay period", "$12 per pay period", ("fact_differs",)),
    ("n5", "November 5", "November 15", ("fact_differs",)),
    ("j", "January 10, 2027", "January 10, 2026", ("fact_differs",)),
    ("h", "Hana Suzuki", "Hannah Suzuki", ("fact_differs", "name_unknown")),
    ("t", "off duty if you can", "from your desk phone during work hours", ("duty_time",)),
]:
    base = "Dear {{ full_name }},\n\nAt our meeting on November 5, members voted 118 to 41 to raise dues by $2 per pay period. The change starts on January 10, 2027.\n\nYour dues pay for trained stewards, arbitration, and legal help.\n\nPlease call Treasurer Hana Suzuki at 503-555-0121 with any questions, off duty if you can.\n\nIn solidarity,\nLocal 1104"
    assert a in base
    fault("dues " + n, W3, K("letter", base.replace(a, b), "Dues"), *c)
W4 = G(
    ("date", "June 19, 2027"),
    ("time", "from 2 to 6 in the afternoon"),
    ("place", "Garfield Park, corner of 5th and Main"),
    ("name", "Bro. Desmond Achebe"),
    ("phone", "404.555.0166"),
    ("text", "Free barbecue, games for children, and a raffle at 4:00"),
    ("link", "www.local15.org"),
    purpose="Juneteenth family day",
    klass="event",
    sector="private",
    sender="Local 15",
    known=("Local 15",),
)
clean(
    "juneteenth",
    W4,
    K(
        "email",
        "Hi {{ first_name }}!\n\nCelebrate Juneteenth with us. Bring the whole family to Garfield Park (corner of 5th and Main) on Saturday, June 19, from 2 to 6 p.m.\n\nThere is free barbecue, games for children, and a raffle at 4:00.\n\nWant to help? Call Desmond Achebe at 404-555-0166, or see local15.org.\n\nLocal 15",
        "Juneteenth family day at Garfield Park",
    ),
)
clean(
    "juneteenth sms",
    W4,
    K(
        "sms",
        "Local 15: Juneteenth family day Sat June 19, 2-6pm, Garfield Park, 5th & Main. Free BBQ, raffle at 4. local15.org Txt STOP to opt out",
    ),
)
W5 = G(
    ("text", "Weingarten rights: you may ask for a steward before an interview that could lead to discipline"),
    ("phone", "1-800-555-0144"),
    ("text", "Say: I request my union representative"),
    purpose="Remind all members of their Weingarten rights; hand out cards",
    sector="federal",
    sender="Local 3",
    known=("Local 3",),
)
clean(
    "weingarten",
    W5,
    K(
        "board",
        "KNOW YOUR RIGHTS\n\nIf a manager asks you questions and you think the answers could lead to discipline, you may ask for a steward.\n\nSay: “I request my union representative.”\n\nThen wait. Do not lie. Do not walk away.\n\nQuestions? 1-800-555-0144\n\nLocal 3",
    ),
)
clean(
    "weingarten nl",
    W5,
    K(
        "newsletter",
        "Know your Weingarten rights\n\nYou have the right to a steward when a manager's questions could lead to discipline. You must ask. Say: “I request my union representative.” Keep the card in your wallet and call 1-800-555-0144 if you need one.",
    ),
)
W6 = G(
    ("date", "2026-12-02"),
    ("time", "07:15"),
    ("time", "15:15"),
    ("time", "23:15"),
    ("room", "Roll call room"),
    ("number", "3 minutes"),
    purpose="Three short shift briefings about the new leave form",
    sender="Local 444",
    known=("Local 444",),
    klass="internal_business",
)
clean(
    "briefs",
    W6,
    K(
        "board",
        "SHIFT BRIEFINGS\n\nWednesday, December 2\n7:15 a.m. / 3:15 p.m. / 11:15 p.m.\nRoll call room\n\nThe new leave form, explained in 3 minutes. Come before or after your shift.\n\nLocal 444",
    ),
)
clean(
    "briefs sms",
    W6,
    K(
        "sms",
        "Local 444: 3-minute briefing on the new leave form, Wed 12/2, roll call room, 7:15 am, 3:15 pm or 11:15 pm. Reply STOP to end msgs",
    ),
)
for n, a, b, c in [
    ("1", "7:15 am", "7:50 am", ("fact_differs",)),
    ("2", ", 3:15 pm", "", ("fact_missing",)),
    ("3", "11:15 pm", "11:15 am", ("fact_differs",)),
    ("4", "Wed 12/2", "Wed 12/9", ("fact_differs",)),
    ("5", "Wed 12/2", "Thu 12/2", ("weekday",)),
    ("6", "3-minute", "30-minute", ("fact_differs", "fact_unknown")),
    ("7", "roll call room, ", "", ("fact_missing",)),
    ("8", "roll call room", "break room", ("fact_missing", "fact_unknown")),
]:
    base = "Local 444: 3-minute briefing on the new leave form, Wed 12/2, roll call room, 7:15 am, 3:15 pm or 11:15 pm. Reply STOP to end msgs"
    assert a in base
    fault("brief " + n, W6, K("sms", base.replace(a, b)), *c)
W7 = G(
    ("date", "5 de diciembre de 2026"),
    ("time", "10:00 a.m."),
    ("place", "Centro Comunitario, Calle Olmo 45"),
    ("name", "Ana Lucía Peralta"),
    ("phone", "787-555-0110"),
    ("money", "$25"),
    purpose="Taller de ciudadanía para miembros y sus familias",
    klass="event",
    sector="private",
    sender="Local 901",
    known=("Local 901",),
)
clean(
    "taller",
    W7,
    K(
        "email",
        "Hola {{ first_name }}:\n\nLo invitamos al taller de ciudadanía el sábado 5 de diciembre, a las 10 de la mañana, en el Centro Comunitario, Calle Olmo 45.\n\nCuesta $25. Puede traer a su familia.\n\nPara preguntas, llame a Ana Lucía Peralta al 787-555-0110.\n\nEl texto en inglés es el que vale.\n\nUn saludo,\nLocal 901",
        "Taller de ciudadanía, 5 de diciembre",
        language="es",
    ),
)
clean(
    "taller sms",
    W7,
    K(
        "sms",
        "Local 901: Taller de ciudadania, sab 5 dic, 10am, Centro Comunitario, Calle Olmo 45. $25. Info: 787-555-0110. Responda STOP para no recibir mas.",
        language="es",
    ),
)
for n, a, b, c in [
    ("1", "10 de la mañana", "10 de la noche", ("fact_differs",)),
    ("3", "sábado 5", "domingo 5", ("weekday",)),
    ("4", "5 de diciembre,", "15 de diciembre,", ("fact_differs", "weekday")),
    ("5", "Calle Olmo", "Calle Roble", ("name_unknown", "fact_differs", "fact_missing")),
    ("6", "Calle Olmo 45", "Calle Olmo 54", ("fact_differs", "fact_unknown")),
    ("7", "$25", "$52", ("fact_differs",)),
    ("8", "Peralta", "Pereira", ("fact_differs", "name_unknown")),
    ("9", "787-555-0110", "787-555-0101", ("fact_differs",)),
    ("10", "Cuesta $25", "Cuesta veinte dólares", ("fact_differs", "fact_unknown")),
    ("11", "{{ first_name }}", "[nombre]", ("gap",)),
    ("12", "{{ first_name }}", "{{ nombre }}", ("merge_unknown",)),
    ("13", "el sábado 5 de diciembre", "mañana", ("relative_day",)),
    ("14", "Un saludo,", "El gerente José Ramos prometió venir.\n\nUn saludo,", ("name_unknown", "claim")),
    ("15", "Un saludo,", "Según el contrato, “todo taller será pagado por la empresa”.\n\nUn saludo,", ("quote",)),
    ("16", "a las 10 de la mañana", "a las once de la mañana", ("fact_differs",)),
    ("17", "a las 10 de la mañana", "a las diez y media", ("fact_differs",)),
]:
    base = "Hola {{ first_name }}:\n\nLo invitamos al taller de ciudadanía el sábado 5 de diciembre, a las 10 de la mañana, en el Centro Comunitario, Calle Olmo 45.\n\nCuesta $25. Puede traer a su familia.\n\nPara preguntas, llame a Ana Lucía Peralta al 787-555-0110.\n\nEl texto en inglés es el que vale.\n\nUn saludo,\nLocal 901"
    assert a in base, a
    fault("taller " + n, W7, K("email", base.replace(a, b), "Taller de ciudadanía", language="es"), *c)
