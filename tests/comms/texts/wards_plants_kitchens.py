"""A third table, each text written before the checks were run on it: hospital, school, politics, hotel, warehouse, buses,
a solidarity post, a survey, stewards' training, a plant, telework, school cooks, a picnic.
"""

from datetime import date

from tests.comms.texts.parking_and_votes import G, K, Table

THIRD = Table()
clean, faults = THIRD.clean, THIRD.faults
T = date(2027, 3, 1)  # Monday
# 1 hospital ICU
ICU = G(
    (
        "text",
        "From April 1 the hospital stops paying the weekend differential of $3.25 an hour in the intensive care unit",
    ),
    ("date", "Thursday, March 18, 2027"),
    ("time", "7:15 a.m."),
    ("place", "Chapel conference room, Bldg. 4"),
    ("contact", "Rosa Medina, unit steward, 312-555-0119"),
    ("deadline", "Friday, March 12"),
    ("link", "https://icu1199.org/differential"),
    today=T,
    purpose="Weekend differential in intensive care: sign the petition by March 12 and come to the meeting",
    sector="private",
    sender="Local 1199",
    known=("Hospital Workers, Local 1199",),
)
icu = K(
    "email",
    "Hi {{ first_name }},\n\nFrom April 1, the hospital will stop paying the weekend differential of $3.25 an hour in the intensive care unit.\n\nPlease sign the petition by Friday, March 12: https://icu1199.org/differential\n\nThen come to the Chapel conference room in Bldg. 4 on Thursday, March 18, at 7:15 a.m.\n\nQuestions? Call Rosa Medina, unit steward, at 312-555-0119.\n\nHospital Workers, Local 1199",
    "Your weekend pay",
)
faults(
    "icu",
    ICU,
    icu,
    [
        ("after Friday", "by Friday, March 12", "after Friday, March 12"),
        ("weekday wrong", "Thursday, March 18", "Tuesday, March 18"),
        ("p.m.", "7:15 a.m.", "7:15 p.m."),
        ("bldg 14", "Bldg. 4", "Bldg. 14"),
        ("digits swapped", "312-555-0119", "312-555-0191"),
        ("rate", "$3.25", "$2.35"),
        ("per shift", "$3.25 an hour", "$3.25 a shift"),
        ("started paying", "will stop paying", "will start paying"),
        ("only night nurse", "Questions?", "It hits the only night nurse in bed bay 4 hardest. Questions?"),
        ("strike threat", "Questions?", "If they refuse, we walk out. Questions?"),
        ("emergency room", "intensive care unit", "emergency room"),
        ("link domain", "icu1199.org/differential", "icu1199.com/differential"),
        ("promise", "Questions?", "We will win this back. Questions?"),
    ],
)
# 2 teachers legal notice election
TEA = G(
    (
        "text",
        "Nominations for president, treasurer and three trustees open on April 5 and close on April 16 at 4:00 p.m.",
    ),
    ("text", "Ballots are mailed on April 26 and must be back by May 14 at noon"),
    ("place", "PO Box 431, Dayton, OH 45401"),
    ("contact", "Election Committee, 937-555-0136"),
    ("text", "Article VII, Section 2 of the bylaws"),
    today=T,
    klass="legal_notice",
    purpose="Notice of nominations and election of officers, to every member",
    sector="public",
    sender="Dayton Teachers, Local 52",
    known=("Dayton Teachers, Local 52",),
    candidates=("Harold Greer",),
)
tea = K(
    "letter",
    "Dear {{ full_name }},\n\nUnder Article VII, Section 2 of the bylaws, nominations for president, treasurer and three trustees open on April 5 and close on April 16 at 4:00 p.m.\n\nBallots are mailed on April 26. Your ballot must be back by noon on May 14 at PO Box 431, Dayton, OH 45401.\n\nQuestions go to the Election Committee, 937-555-0136.\n\nDayton Teachers, Local 52",
    "Notice of nominations and election",
)
faults(
    "election",
    TEA,
    tea,
    [
        ("article VIII", "Article VII,", "Article VIII,"),
        ("section 3", "Section 2", "Section 3"),
        ("four trustees", "three trustees", "four trustees"),
        ("secretary added", "president, treasurer", "president, secretary, treasurer"),
        ("midnight", "by noon", "by midnight"),
        ("PO Box", "PO Box 431", "PO Box 413"),
        ("zip", "45401", "45410"),
        ("candidate praised", "Questions go", "Harold Greer has served you well as president. Questions go"),
        ("need not", "Your ballot must be back", "Your ballot need not be back"),
        ("open/close swapped", "open on April 5 and close on April 16", "open on April 16 and close on April 5"),
    ],
)
# 3 federal Hatch political
POL = G(
    (
        "text",
        "The House votes on H.R. 1410 in the week of March 15; the bill would end collective bargaining at the agency",
    ),
    ("phone", "202-555-0121"),
    ("link", "https://local2741.org/hr1410"),
    today=T,
    klass="political",
    purpose="Call your representative about H.R. 1410",
    sector="federal",
    sender="Local 2741",
    known=("Local 2741",),
)
pol = K(
    "sms",
    "Local 2741: H.R. 1410 would end collective bargaining at the agency. Vote: week of March 15. Call your rep at 202-555-0121, off duty, not on a work phone. local2741.org/hr1410 Reply STOP to opt out.",
)
faults(
    "hatch",
    POL,
    pol,
    [
        ("bill number", "H.R. 1410 would", "H.R. 1401 would"),
        ("on duty", "off duty, not on a work phone", "on your break at your desk, from any phone"),
        ("senate", "Call your rep at", "The Senate votes too. Call your rep at"),
        ("protect instead of end", "would end", "would protect"),
        ("shortener", "local2741.org/hr1410", "bit.ly/hr1410x"),
        ("work address", "Reply STOP", "Or write us at ann.lee@agency.gov. Reply STOP"),
        ("week of 22", "week of March 15", "week of March 22"),
    ],
)
# 4 Spanish cleaners
ESP = G(
    ("text", "El hotel recorta el turno de noche de ocho horas a seis a partir del 1 de abril"),
    ("date", "sábado 13 de marzo de 2027"),
    ("time", "6:30 p. m."),
    ("place", "Iglesia San Judas, salón 2"),
    ("contact", "Marisol Peña, delegada, 702-555-0155"),
    ("deadline", "11 de marzo"),
    today=T,
    purpose="Recorte del turno de noche: venga a la reunión y firme la carta antes del 11 de marzo",
    sector="private",
    sender="Local 226",
    known=("Trabajadores de Hotel, Local 226",),
)
esp = K(
    "email",
    "Hola {{ first_name }}:\n\nA partir del 1 de abril, el hotel recorta el turno de noche de ocho horas a seis.\n\nFirme la carta a más tardar el 11 de marzo y venga a la reunión el sábado 13 de marzo a las 6:30 p. m., en la iglesia San Judas, salón 2.\n\n¿Preguntas? Llame a Marisol Peña, delegada, al 702-555-0155.\n\nTrabajadores de Hotel, Local 226",
    "Recorte del turno de noche",
    "es",
)
faults(
    "hotel es",
    ESP,
    esp,
    [
        ("viernes", "sábado 13", "viernes 13"),
        ("a siete", "a seis", "a siete"),
        ("18:30 -> 5:30", "6:30 p. m.", "5:30 p. m."),
        ("salón 3", "salón 2", "salón 3"),
        ("no firme", "Firme la carta", "No firme la carta"),
        ("turno de día", "turno de noche de ocho", "turno de día de ocho"),
        ("nombre nuevo", "¿Preguntas?", "Ernesto Gil también estará. ¿Preguntas?"),
        ("promesa", "¿Preguntas?", "Vamos a ganar. ¿Preguntas?"),
        ("1 de mayo", "1 de abril", "1 de mayo"),
    ],
)
# 5 warehouse heat, quote
HEAT = G(
    ("text", 'Site manager Karl Voss wrote on February 22: "Fans will be installed by June 1."'),
    ("text", "The thermometer in aisle 9 showed 94 degrees on February 19"),
    ("date", "Tuesday, March 9"),
    ("time", "14:30"),
    ("place", "Break trailer B, Dock 12"),
    ("number", "212 signatures"),
    today=T,
    purpose="Heat in the Dock 12 warehouse: what management wrote, and when we meet",
    sector="private",
    sender="Local 804",
    known=("Warehouse Workers, Local 804",),
)
heat = K(
    "newsletter",
    "On February 19 the thermometer in aisle 9 showed 94 degrees. 212 of you signed.\n\nSite manager Karl Voss answered on February 22: “Fans will be installed by June 1.”\n\nWe meet on Tuesday, March 9, at 14:30 in Break trailer B, Dock 12.\n\nWarehouse Workers, Local 804",
    "Fans by June 1?",
)
faults(
    "heat",
    HEAT,
    heat,
    [
        ("quote altered", "“Fans will be installed by June 1.”", "“Fans may be installed by June 1.”"),
        ("quote July", "installed by June 1.”", "installed by July 1.”"),
        ("49 degrees", "94 degrees", "84 degrees"),
        ("celsius", "94 degrees", "94 degrees Celsius"),
        ("trailer dropped", "in Break trailer B, Dock 12", "at the usual place"),
        ("time dropped", ", at 14:30 in", ", in"),
        ("aisle 6", "aisle 9", "aisle 6"),
        ("vote", "We meet", "You voted 180 to 12 to act. We meet"),
        ("timezone", "at 14:30", "at 14:30 Pacific time"),
        ("hospitalised", "212 of you signed.", "Two people fainted. 212 of you signed."),
    ],
)
# 6 bus drivers audience
BUS = G(
    ("text", "The new run bid at Eastgate garage opens Monday, March 8, and closes Wednesday, March 10, at 11:59 p.m."),
    ("text", "Drivers at Eastgate garage with less than one year of seniority must bid in person"),
    ("name", "Vernon Abara, run chair"),
    ("phone", "513-555-0177"),
    ("percent", "85%"),
    today=T,
    purpose="Run bid for drivers at Eastgate garage; 85% of runs change",
    sector="public",
    sender="Local 627",
    known=("Transit Workers, Local 627",),
)
bus = K(
    "email",
    "Drivers at Eastgate garage: the new run bid opens Monday, March 8, and closes Wednesday, March 10, at 11:59 p.m. 85% of runs change.\n\nIf you have less than one year of seniority, you must bid in person.\n\nAsk Vernon Abara, run chair, 513-555-0177.\n\nTransit Workers, Local 627",
    "New run bid at Eastgate",
)
faults(
    "bus",
    BUS,
    bus,
    [
        ("all members", "Drivers at Eastgate garage", "All members"),
        ("more than one year", "less than one year", "more than one year"),
        ("must not", "you must bid", "you must not bid"),
        ("by mail", "in person", "by mail"),
        ("58%", "85%", "58%"),
        ("Westgate", "at Eastgate garage", "at Westgate garage"),
        ("tomorrow", "opens Monday, March 8", "opens tomorrow"),
        ("unfilled", "Ask Vernon", "Dear [NAME], ask Vernon"),
        ("template", "Ask Vernon", "{% if member %}Ask{% endif %} Vernon"),
        ("unknown field", "Ask Vernon", "{{ grievance_number }} Ask Vernon"),
        ("safety chair", "run chair", "safety chair"),
    ],
)
# ---------- clean rephrasings
for n, b in [
    (
        "ordinal",
        "Hi {{ first_name }},\n\nThe weekend differential, $3.25 an hour, ends in intensive care on April 1st. That's a real cut.\n\nWhat to do:\n- Sign by Friday the 12th of March: icu1199.org/differential\n- Come on Thursday, the 18th of March, quarter past seven in the morning, Chapel conference room (Building 4)\n\nRosa Medina, your unit steward, is at (312) 555-0119.\n\nHospital Workers, Local 1199",
    ),
    (
        "slashes",
        "Hello {{ first_name }},\n\nStarting 4/1 the hospital won't pay the $3.25/hour weekend differential in the intensive care unit any more.\n\n* Petition: https://icu1199.org/differential (until Fri 3/12)\n* Meeting: Thu 3/18, 7:15 AM, Chapel conference room, Bldg 4\n\nQuestions: Rosa Medina (unit steward), 312.555.0119\n\nLocal 1199",
    ),
    (
        "plain letter",
        "Dear {{ first_name }},\n\nIf you work weekends in intensive care, you lose three dollars and twenty-five cents an hour as of the first of April.\n\nSign the petition no later than March 12 (that is a Friday): https://icu1199.org/differential. We meet at 7:15 in the morning on March 18, a Thursday, in the Chapel conference room of building four.\n\nRosa Medina, unit steward, answers questions: 312-555-0119.\n\nHospital Workers, Local 1199",
    ),
]:
    clean("clean icu " + n, ICU, K("email", b, "Your weekend pay"))
clean(
    "clean icu sms",
    ICU,
    K(
        "sms",
        "Local 1199: Wkend diff ($3.25/hr) in ICU ends Apr 1. Sign by Fri Mar 12: icu1199.org/differential Meet Thu Mar 18 7:15am Chapel conf rm Bldg 4. STOP to opt out",
    ),
)
clean(
    "clean election",
    TEA,
    K(
        "letter",
        "Dear {{ full_name }},\n\nYou can nominate members for president, for treasurer and for three trustee seats from April 5th until April 16th, 4 p.m. (bylaws, Article VII, Section 2).\n\nWe mail the ballots on April 26th. They have to reach PO Box 431, Dayton, OH 45401, by 12 noon on May 14th.\n\nAsk the Election Committee: (937) 555-0136.\n\nDayton Teachers, Local 52",
        "Nominations and election of officers",
    ),
)
clean(
    "clean election 2",
    TEA,
    K(
        "letter",
        "Dear {{ full_name }},\n\nThis is the notice that the bylaws (Art. VII, Sec. 2) require.\n\nNominations\nOpen: Monday, April 5\nClose: Friday, April 16, at 16:00\nOffices: president, treasurer, 3 trustees\n\nBallots\nMailed: Monday, April 26\nDue back: Friday, May 14, noon\nAddress: PO Box 431, Dayton, OH 45401\n\nElection Committee: 937-555-0136\n\nDayton Teachers, Local 52",
        "Notice of election",
    ),
)
clean(
    "clean hatch email",
    POL,
    K(
        "email",
        "Hi {{ first_name }},\n\nIn the week of March 15, the House votes on H.R. 1410. If it passes, collective bargaining at our agency ends.\n\nPlease call your representative at 202-555-0121. Do it on your own time, on your own phone. Do not read or forward this on duty or in a federal building.\n\nMore: https://local2741.org/hr1410\n\nLocal 2741",
        "Call about H.R. 1410",
    ),
)
for n, b in [
    (
        "24h",
        "Hola {{ first_name }}:\n\nEl hotel quiere cortar la noche: desde el 1 de abril el turno de noche baja de 8 horas a 6.\n\nDos cosas que hacer:\n- Firmar la carta hasta el 11 de marzo.\n- Venir el sábado 13 de marzo, 18:30 h, salón 2 de la Iglesia San Judas.\n\nMarisol Peña (delegada): 702 555 0155.\n\nTrabajadores de Hotel, Local 226",
    ),
    (
        "words",
        "Hola {{ first_name }}:\n\nSu turno de noche pasa de ocho a seis horas el primero de abril. No es justo.\n\nFirme la carta antes del 11 de marzo. Nos vemos el sábado 13 de marzo a las seis y media de la tarde en el salón 2 de la Iglesia San Judas.\n\nLlame a la delegada, Marisol Peña: (702) 555-0155.\n\nTrabajadores de Hotel, Local 226",
    ),
]:
    clean("clean es " + n, ESP, K("email", b, "Turno de noche", "es"))
clean(
    "clean es sms",
    ESP,
    K(
        "sms",
        "Local 226: el turno de noche baja de 8 a 6 horas el 1 de abril. Firme antes del 11 de marzo. Reunión sáb 13 mar 6:30 pm, Iglesia San Judas, salón 2. Marisol Peña 702-555-0155. STOP para salir",
        "",
        "es",
    ),
)
for n, b in [
    (
        "half past",
        "It was 94 degrees in aisle 9 on February 19. Two hundred and twelve of you signed. Management's answer came on February 22. Karl Voss, site manager: “Fans will be installed by June 1.”\n\nCome and talk about it: Tuesday, March 9th, at half past two in the afternoon, Break trailer B at Dock 12.\n\nWarehouse Workers, Local 804",
    ),
    (
        "12h",
        "94 degrees. That's what the thermometer in aisle 9 showed on Feb. 19.\n\nThanks to the 212 who signed, site manager Karl Voss wrote on Feb. 22, “Fans will be installed by June 1.”\n\nLet's meet: Tues., Mar. 9, 2:30 p.m., Break trailer B, Dock 12.\n\nLocal 804",
    ),
    (
        "table",
        "What happened: 94 degrees in aisle 9 (2/19); 212 signatures; an answer from Karl Voss, the site manager, on 2/22: “Fans will be installed by June 1.”\n\nWhen: Tuesday 9 March, 2.30 pm\nWhere: Dock 12, Break trailer B\n\nWarehouse Workers, Local 804",
    ),
]:
    clean("clean heat " + n, HEAT, K("newsletter", b, "Heat in the warehouse"))
for n, b in [
    (
        "range",
        "Eastgate drivers, it's bid time. The run bid is open from Monday, March 8, to Wednesday, March 10 (11:59 p.m.). 85 percent of the runs change.\n\nLess than a year of seniority? Then you have to bid in person.\n\nVernon Abara, our run chair, can help: 513-555-0177.\n\nTransit Workers, Local 627",
    ),
    (
        "23:59",
        "To all drivers at the Eastgate garage:\n\nThe bid on new runs opens on March 8 and closes on March 10 at 23:59. Eighty-five percent of runs will be different.\n\nDrivers with under one year of seniority must come and bid in person.\n\nQuestions go to run chair Vernon Abara at (513) 555-0177.\n\nTransit Workers, Local 627",
    ),
]:
    clean("clean bus " + n, BUS, K("email", b, "Run bid"))
# 7-12: more true briefs with clean texts & few faults
SOL = G(
    ("text", "Bakery workers of Local 3 have been locked out since February 8"),
    ("date", "Sunday, March 7"),
    ("time", "10 a.m. to 1 p.m."),
    ("place", "Mill Street gate"),
    ("text", "The local gave $2,500 to their fund"),
    ("link", "https://local3bakers.org/fund"),
    today=T,
    klass="solidarity",
    purpose="Stand with the bakers of Local 3 at the gate",
    sector="private",
    sender="Local 17",
    known=("Metal Workers, Local 17",),
)
clean(
    "clean solidarity",
    SOL,
    K(
        "social",
        "The bakers of Local 3 have been locked out since Feb 8. Stand with them: Sunday, March 7, 10 to 1, Mill Street gate. We've put $2,500 in their fund. You can give too: local3bakers.org/fund",
    ),
)
sol = K(
    "social",
    "Locked out since February 8: the bakery workers of Local 3. Join them on Sunday, March 7, from 10 a.m. to 1 p.m. at the Mill Street gate. Our local gave $2,500 to their fund: local3bakers.org/fund",
)
faults(
    "bakers",
    SOL,
    sol,
    [
        ("on strike", "Locked out since", "On strike since"),
        ("25,000", "$2,500", "$25,000"),
        ("euros", "$2,500", "€2,500"),
        ("to 3 pm", "to 1 p.m.", "to 3 p.m."),
        ("local 13", "workers of Local 3", "workers of Local 13"),
    ],
)
SUR = G(
    ("text", "The bargaining survey has 14 questions and takes five minutes"),
    ("deadline", "Monday, March 22, 6 p.m."),
    ("link", "https://local93.org/survey"),
    ("text", "Answers are anonymous"),
    today=T,
    klass="survey",
    purpose="Bargaining survey for all members",
    sector="public",
    sender="Library Workers, Local 93",
    known=("Library Workers, Local 93",),
)
clean(
    "clean survey",
    SUR,
    K(
        "email",
        "Hi {{ first_name }},\n\nGot five minutes? The bargaining survey has fourteen questions, and nobody will see who answered what: it's anonymous.\n\nPlease answer before 6 p.m. on Monday, March 22: https://local93.org/survey\n\nLibrary Workers, Local 93",
        "14 questions, 5 minutes",
    ),
)
clean(
    "clean survey sms",
    SUR,
    K(
        "sms",
        "Library Workers, Local 93: our bargaining survey is 14 questions, 5 min, anonymous. By Mon 3/22 6pm: local93.org/survey STOP to end",
    ),
)
sur = K(
    "email",
    "Hi {{ first_name }},\n\nThe bargaining survey has 14 questions and takes five minutes. Your answers are anonymous.\n\nThe deadline is Monday, March 22, at 6 p.m.: https://local93.org/survey\n\nLibrary Workers, Local 93",
    "Bargaining survey",
)
faults(
    "survey",
    SUR,
    sur,
    [
        ("40 questions", "14 questions", "40 questions"),
        ("fifteen min", "five minutes", "fifteen minutes"),
        ("not anonymous", "are anonymous", "are not anonymous"),
        ("mandatory", "Your answers", "You are required to take part. Your answers"),
        ("hour", "takes five minutes", "takes five hours"),
    ],
)
STE = G(
    ("text", "Steward training, two evenings: Tuesday, March 16 and Thursday, March 18, 5 to 8 p.m."),
    ("place", "Labor Temple, 3rd floor"),
    ("text", "Lost time is paid for one evening"),
    ("deadline", "March 11"),
    ("email", "training@local371.org"),
    today=T,
    klass="internal_business",
    purpose="Steward training in March",
    sector="public",
    sender="Local 371",
    known=("Social Workers, Local 371",),
)
clean(
    "clean stew",
    STE,
    K(
        "email",
        "Stewards,\n\nTraining is on two evenings, March 16 (Tuesday) and March 18 (Thursday), each from 5 till 8 p.m., on the third floor of the Labor Temple. We pay lost time for one of the two evenings.\n\nSign up by March 11: training@local371.org\n\nSocial Workers, Local 371",
        "Steward training",
    ),
)
clean(
    "clean stew 2",
    STE,
    K(
        "meeting_notice",
        "Steward training\n\nWhen: Tue. 16 and Thu. 18 March, 17:00-20:00\nWhere: Labor Temple, 3rd fl.\nPaid: lost time for 1 evening\nSign up: by 11 March, training@local371.org\n\nSocial Workers, Local 371",
    ),
)
faults(
    "stew",
    STE,
    K(
        "email",
        "Stewards,\n\nTraining is on Tuesday, March 16 and Thursday, March 18, from 5 to 8 p.m., Labor Temple, 3rd floor. Lost time is paid for one evening.\n\nSign up by March 11: training@local371.org\n\nSocial Workers, Local 371",
        "Steward training",
    ),
    [
        ("both evenings", "for one evening", "for both evenings"),
        ("unpaid", "Lost time is paid", "Lost time is unpaid"),
        ("2nd floor", "3rd floor", "2nd floor"),
        ("one evening only", "on Tuesday, March 16 and Thursday, March 18,", "on Tuesday, March 16,"),
        ("sponsor address", "training@local371.org", "training@local317.org"),
        ("lunch", "Sign up by", "Dinner is free. Sign up by"),
    ],
)
AUGUST = date(2027, 8, 9)  # Monday
BAK = G(
    ("text", "The plant closes line 2 for repairs from August 23 to September 3; line 2 workers keep full pay"),
    ("date", "Wednesday, August 18, 2027"),
    ("time", "6:45 a.m."),
    ("place", "Cafeteria annex, Gate C"),
    ("contact", "Lamar Quince, shop steward, 414-555-0126"),
    ("text", "Vacation cannot be ordered during the closing (Article 22, Section 6)"),
    today=AUGUST,
    purpose="Line 2 closes for repairs: you keep full pay and nobody may order you on vacation",
    sector="private",
    sender="Local 244",
    known=("Bakery Workers, Local 244",),
)
bak = K(
    "email",
    "Hi {{ first_name }},\n\nThe plant closes line 2 for repairs from August 23 to September 3. Line 2 workers keep full pay.\n\nVacation cannot be ordered during the closing: see Article 22, Section 6.\n\nWe meet on Wednesday, August 18, at 6:45 a.m. in the cafeteria annex at Gate C.\n\nQuestions? Call Lamar Quince, shop steward, at 414-555-0126.\n\nBakery Workers, Local 244",
    "Line 2 closes: your pay",
)
faults(
    "plant",
    BAK,
    bak,
    [
        ("line 3", "closes line 2", "closes line 3"),
        ("half pay", "keep full pay", "keep half pay"),
        ("can be ordered", "cannot be ordered", "can be ordered"),
        ("article 26", "Article 22", "Article 26"),
        ("until Sept 13", "September 3", "September 13"),
        ("quarter past", "6:45 a.m.", "a quarter past six in the morning"),
        ("gate B", "Gate C", "Gate B"),
        ("other steward", "Lamar Quince", "Lamar Prince"),
        ("permanent", "for repairs", "for good"),
        ("layoffs", "Questions?", "Layoffs will follow in the fall. Questions?"),
    ],
)
clean(
    "plant es-like en",
    BAK,
    K(
        "email",
        "Hello {{ first_name }},\n\nLine 2 is closed for repairs between Aug. 23 and Sept. 3. You keep your full pay, and nobody can order you to take vacation in that time (Art. 22, Sec. 6).\n\nLet's talk about it: Wed., Aug. 18, quarter to seven in the morning, cafeteria annex, Gate C.\n\nYour shop steward, Lamar Quince, is at 414.555.0126.\n\nLocal 244",
        "Line 2",
    ),
)
clean(
    "plant sms",
    BAK,
    K(
        "sms",
        "Local 244: Line 2 closes 8/23-9/3. You keep full pay, no forced vacation. Meet Wed 8/18 6:45am cafeteria annex Gate C. Lamar Quince 414-555-0126. STOP to opt out",
    ),
)
clean(
    "plant board",
    BAK,
    K(
        "board",
        "Line 2 closes for repairs\nMonday, August 23 to Friday, September 3\n\nYou keep full pay.\nNo one may order you on vacation: Article 22, Section 6.\n\nMeeting: Wednesday, August 18, 6:45 AM\nCafeteria annex, Gate C\n\nLamar Quince, shop steward: 414-555-0126\n\nBakery Workers, Local 244",
    ),
)
VET = G(
    ("text", "The agency ends telework for claims staff on October 1; the union demanded bargaining on August 3"),
    ("deadline", "August 20"),
    ("link", "https://local1738.org/telework"),
    ("number", "340 employees"),
    ("text", "Send your telework story, no case details, to stories@local1738.org"),
    today=AUGUST,
    klass="organizing",
    purpose="Telework ends October 1: send us your story by August 20",
    sector="federal",
    sender="Local 1738",
    known=("Local 1738",),
)
vet = K(
    "email",
    "Hi {{ first_name }},\n\nThe agency ends telework for claims staff on October 1. It touches 340 employees. On August 3 the union demanded bargaining.\n\nSend us your telework story by August 20: stories@local1738.org. Leave out case details, and write it off duty.\n\nMore at https://local1738.org/telework\n\nLocal 1738",
    "Telework ends October 1",
)
faults(
    "telework",
    VET,
    vet,
    [
        ("430", "340 employees", "430 employees"),
        ("expands", "ends telework", "expands telework"),
        ("agency refused", "Send us your", "The agency refused to bargain. Send us your"),
        ("on duty", "write it off duty", "write it during your lunch at your desk"),
        ("all staff", "for claims staff", "for all staff"),
        ("from August 20", "by August 20", "from August 20"),
        ("bargaining won", "demanded bargaining", "won bargaining"),
        ("gov mail", "stories@local1738.org", "stories@va.gov"),
        ("November", "on October 1.", "on November 1."),
        ("sick-out", "Send us your", "Call in sick together on October 1. Send us your"),
    ],
)
clean(
    "telework 2",
    VET,
    K(
        "email",
        "Hi {{ first_name }},\n\nIf you work in claims, your telework stops on October 1st. Three hundred forty of us are affected.\n\nThe union told the agency on August 3: you have to bargain first.\n\nYour story helps. Please write to stories@local1738.org before August 20th, on your own time and without case details. See local1738.org/telework.\n\nLocal 1738",
        "Your telework",
    ),
)
clean(
    "telework social",
    VET,
    K(
        "social",
        "Claims staff lose telework on October 1. 340 employees. The union demanded bargaining on August 3. Tell us your story by August 20: local1738.org/telework",
    ),
)
ESC = G(
    ("text", "El distrito ofrece un aumento de 2% y el sindicato pide 5%"),
    ("date", "martes 17 de agosto de 2027"),
    ("time", "17:30"),
    ("place", "Escuela Lincoln, gimnasio"),
    ("contact", "Graciela Soto, 559-555-0183"),
    ("text", "Habrá cuidado de niños gratis"),
    today=AUGUST,
    purpose="Negociación de salarios: reunión para cocineras y conserjes el 17 de agosto",
    sector="public",
    sender="Local 98",
    known=("Empleados Escolares, Local 98",),
)
esc = K(
    "email",
    "Hola {{ first_name }}:\n\nEl distrito ofrece un aumento de 2%. El sindicato pide 5%.\n\nVenga a la reunión el martes 17 de agosto a las 5:30 de la tarde en el gimnasio de la Escuela Lincoln. Habrá cuidado de niños gratis.\n\n¿Preguntas? Graciela Soto, 559-555-0183.\n\nEmpleados Escolares, Local 98",
    "Su salario",
    "es",
)
faults(
    "escuela",
    ESC,
    esc,
    [
        (
            "swap percents",
            "ofrece un aumento de 2%. El sindicato pide 5%",
            "ofrece un aumento de 5%. El sindicato pide 2%",
        ),
        ("recorte", "un aumento de 2%", "un recorte de 2%"),
        ("mañana", "5:30 de la tarde", "5:30 de la mañana"),
        ("miércoles", "martes 17", "miércoles 17"),
        ("biblioteca", "gimnasio", "biblioteca"),
        ("no habrá", "Habrá cuidado", "No habrá cuidado"),
        ("huelga", "¿Preguntas?", "Si no suben la oferta, vamos a la huelga. ¿Preguntas?"),
        ("cena", "cuidado de niños gratis", "cena gratis"),
        ("Washington", "Escuela Lincoln", "Escuela Washington"),
        ("teléfono", "559-555-0183", "595-555-0183"),
    ],
)
clean(
    "escuela 2",
    ESC,
    K(
        "email",
        "Hola {{ first_name }}:\n\n¿Dos por ciento? Eso ofrece el distrito. Nosotros pedimos el cinco por ciento.\n\nHablemos: martes, 17 de agosto, 17:30 h, gimnasio de la Escuela Lincoln. El cuidado de niños es gratis.\n\nLlame a Graciela Soto al (559) 555-0183.\n\nEmpleados Escolares, Local 98",
        "Su salario",
        "es",
    ),
)
clean(
    "escuela sms",
    ESC,
    K(
        "sms",
        "Local 98: el distrito ofrece 2%, pedimos 5%. Reunión mar 17 ago 5:30 pm, gimnasio, Escuela Lincoln. Graciela Soto 559-555-0183. ALTO para salir",
        "",
        "es",
    ),
)
PIC = G(
    ("text", "Labor Day picnic: Monday, September 6, noon to 4 p.m., Riverside Park, shelter 5"),
    ("money", "$5"),
    ("text", "Children under 12 eat free"),
    ("deadline", "Friday, August 27"),
    ("phone", "816-555-0109"),
    today=AUGUST,
    klass="event",
    purpose="Labor Day picnic: $5 a ticket, tickets by August 27",
    sector="private",
    sender="Local 31",
    known=("Painters, Local 31",),
)
pic = K(
    "flyer",
    "Labor Day picnic\n\nMonday, September 6, noon to 4 p.m.\nRiverside Park, shelter 5\n\nTickets are $5. Children under 12 eat free.\nGet yours by Friday, August 27: 816-555-0109\n\nPainters, Local 31",
    "Labor Day picnic",
)
faults(
    "picnic",
    PIC,
    pic,
    [
        ("under 2", "Children under 12", "Children under 2"),
        ("over 12", "Children under 12", "Children over 12"),
        ("to 6", "noon to 4 p.m.", "noon to 6 p.m."),
        ("$15", "$5", "$15"),
        ("band", "Get yours", "A band will play. Get yours"),
        ("Thursday", "Friday, August 27", "Thursday, August 27"),
        ("shelter", "shelter 5", "shelter 6"),
    ],
)
clean(
    "picnic email",
    PIC,
    K(
        "email",
        "Hi {{ first_name }},\n\nIt's picnic time! Join us on Labor Day (Mon., Sept. 6), 12-4 p.m., at shelter 5 in Riverside Park.\n\nTickets: five dollars; kids under twelve eat for free. Call 816-555-0109 by Friday the 27th of August.\n\nPainters, Local 31",
        "Labor Day picnic",
    ),
)
clean(
    "picnic social",
    PIC,
    K(
        "social",
        "Labor Day picnic, Sept 6, 12 noon to 4pm, Riverside Park shelter 5. $5, under 12 free. Tickets till Aug 27: 816-555-0109",
    ),
)

OCTOBER = date(2028, 10, 2)  # Monday
FIRE = G(
    ("text", "The city wants to close Engine 7 at night, from 10 p.m. to 6 a.m., beginning November 1"),
    (
        "text",
        "The council hears the public on Wednesday, October 11, at 6:30 p.m. in the council chamber, 3rd floor of City Hall",
    ),
    ("number", "4 minutes more to reach the harbor"),
    ("contact", "Nadia Brandt, vice president, 207-555-0151"),
    ("link", "https://iaff740.org/engine7"),
    today=OCTOBER,
    purpose="Engine 7 must stay open at night: come to the council hearing on October 11",
    sector="public",
    sender="Local 740",
    known=("Fire Fighters, Local 740",),
)
fire = K(
    "email",
    "Hi {{ first_name }},\n\nThe city wants to close Engine 7 at night, from 10 p.m. to 6 a.m., beginning November 1. It would take 4 minutes more to reach the harbor.\n\nThe council hears the public on Wednesday, October 11, at 6:30 p.m. in the council chamber, on the 3rd floor of City Hall. Please come.\n\nQuestions? Call Nadia Brandt, vice president, at 207-555-0151. More at https://iaff740.org/engine7\n\nFire Fighters, Local 740",
    "Keep Engine 7 open at night",
)
faults(
    "fire",
    FIRE,
    fire,
    [
        ("engine 9", "close Engine 7", "close Engine 9"),
        ("14 minutes", "take 4 minutes", "take 14 minutes"),
        ("by day", "at night, from 10 p.m. to 6 a.m.", "by day, from 10 a.m. to 6 p.m."),
        ("until", "beginning November 1", "until November 1"),
        ("5th floor", "3rd floor", "5th floor"),
        ("president", "vice president", "president"),
        ("mayor quoted", "Questions?", "The mayor said “We have no choice.” Questions?"),
        ("died", "Questions?", "Last year a man died waiting for an engine. Questions?"),
        ("12th", "October 11", "October 12"),
    ],
)
clean(
    "fire 2",
    FIRE,
    K(
        "email",
        "Hello {{ first_name }},\n\nFour more minutes. That's how long the harbor would wait if Engine 7 closes between 10 at night and 6 in the morning, as the city wants from Nov. 1.\n\nTell the council what you think: Wed., Oct. 11, half past six in the evening, council chamber (City Hall, third floor).\n\nOur vice president, Nadia Brandt, has the details: (207) 555-0151, iaff740.org/engine7.\n\nLocal 740",
        "Engine 7",
    ),
)
clean(
    "fire sms",
    FIRE,
    K(
        "sms",
        "Local 740: City wants Engine 7 shut 10pm-6am from Nov 1. Speak up: council hearing Wed 10/11 6:30pm, City Hall 3rd fl, council chamber. iaff740.org/engine7 STOP=end",
    ),
)
clean(
    "fire social",
    FIRE,
    K(
        "social",
        "Engine 7 must stay open at night! Council hearing: Wednesday, Oct. 11, 6:30 p.m., City Hall, 3rd floor, council chamber. iaff740.org/engine7",
    ),
)
POST = G(
    ("text", "Management posted on September 25 that carriers may not leave water in the vehicles"),
    ("text", 'Article 14, Section 3 says: "The employer shall provide drinking water."'),
    ("deadline", "Friday, October 13"),
    ("text", "Write down date, route number and who told you, and give it to your steward"),
    ("number", "three grievances"),
    today=OCTOBER,
    purpose="Water in the vehicles: write down what you were told and give it to your steward by October 13",
    sector="federal",
    sender="Branch 36",
    known=("Letter Carriers, Branch 36",),
    sources=(("Article 14, Section 3", "The employer shall provide drinking water."),),
)
post = K(
    "email",
    "Hi {{ first_name }},\n\nOn September 25 management posted that carriers may not leave water in the vehicles.\n\nArticle 14, Section 3 says: “The employer shall provide drinking water.”\n\nWrite down the date, your route number and who told you. Give it to your steward by Friday, October 13. We filed three grievances.\n\nLetter Carriers, Branch 36",
    "Water on your route",
)
faults(
    "water",
    POST,
    post,
    [
        ("may leave", "may not leave water", "may leave water"),
        ("shall to may", "“The employer shall provide", "“The employer may provide"),
        ("two", "three grievances", "two grievances"),
        ("section 5", "Section 3", "Section 5"),
        ("supervisor", "to your steward by", "to your supervisor by"),
        ("12", "October 13", "October 12"),
        ("named", "Write down", "Postmaster Hollis started it. Write down"),
        ("only woman", "Write down", "The only woman on route 12 fainted. Write down"),
        ("before", "On September 25", "On August 25"),
    ],
)
clean(
    "water 2",
    POST,
    K(
        "newsletter",
        "No water in the vehicles? That is what management posted on Sept. 25.\n\nThe contract is clear. “The employer shall provide drinking water” (Article 14, Section 3).\n\nPlease note the date, the number of your route and who told you, and hand it to your steward by Oct. 13. Three grievances are filed.\n\nLetter Carriers, Branch 36",
        "Water",
    ),
)
BIB = G(
    ("text", "La biblioteca abre los domingos a partir del 5 de noviembre"),
    ("text", "Los turnos de domingo son voluntarios y se pagan a tiempo y medio"),
    ("date", "jueves 12 de octubre de 2028"),
    ("time", "12:15 p. m."),
    ("place", "Sala de descanso, sótano"),
    ("contact", "Julián Ríos, secretario, 305-555-0147"),
    today=OCTOBER,
    purpose="Turnos de domingo: reunión el 12 de octubre para hablar de las reglas",
    sector="public",
    sender="Local 1363",
    known=("Bibliotecarios, Local 1363",),
)
bib = K(
    "email",
    "Hola {{ first_name }}:\n\nLa biblioteca abre los domingos a partir del 5 de noviembre. Los turnos de domingo son voluntarios y se pagan a tiempo y medio.\n\nVenga a la reunión el jueves 12 de octubre a las 12:15 p. m. en la sala de descanso, en el sótano.\n\n¿Preguntas? Llame a Julián Ríos, secretario, al 305-555-0147.\n\nBibliotecarios, Local 1363",
    "Turnos de domingo",
    "es",
)
faults(
    "domingo",
    BIB,
    bib,
    [
        ("obligatorios", "son voluntarios", "son obligatorios"),
        ("sábados", "abre los domingos", "abre los sábados"),
        ("cierra", "La biblioteca abre", "La biblioteca cierra"),
        ("doble", "a tiempo y medio", "a tiempo doble"),
        ("hasta", "a partir del 5", "hasta el 5"),
        ("diciembre", "5 de noviembre", "5 de diciembre"),
        ("presidente", "secretario", "presidente"),
        ("no se pagan", "y se pagan", "y no se pagan"),
        ("Juan Ríos", "Julián Ríos", "Juan Ríos"),
        ("lunes", "jueves 12", "lunes 12"),
    ],
)
clean(
    "domingo 2",
    BIB,
    K(
        "email",
        "Hola {{ first_name }}:\n\nDesde el 5 de noviembre la biblioteca estará abierta los domingos. Quien quiera trabajar ese día recibe tiempo y medio: es voluntario.\n\nHablemos de las reglas: jueves 12 de octubre, 12:15 del mediodía, sala de descanso (sótano).\n\nJulián Ríos, secretario: (305) 555-0147\n\nBibliotecarios, Local 1363",
        "Domingos",
        "es",
    ),
)
clean(
    "domingo sms",
    BIB,
    K(
        "sms",
        "Local 1363: la biblioteca abre domingos desde el 5 de nov. Turnos voluntarios, tiempo y medio. Reunión jue 12 oct 12:15 pm, sala de descanso, sótano. Julián Ríos 305-555-0147. ALTO=fin",
        "",
        "es",
    ),
)
