"""A second thirty, over ten other briefs; scored before the checks saw them."""

from comms.checks.parts import Draft, Source
from tests.comms.texts.laundry_locks_and_ladders import Case, ground

CLINIC = ground(
    "Free hearing tests for everybody who works in the press room. The nurse comes to us. Nobody at the company sees your "
    "result. You are paid while you are tested.",
    ("day", "date", "Wednesday, January 13, 2027"), ("time", "time", "10:00 AM to 3:00 PM"), ("place", "room", "Room 6"),
    ("call", "name", "Petra Holm"), ("phone", "phone", "302-555-0187"),
)  # fmt: skip
DUES = ground(
    "The members voted on November 18 to raise dues from $22 to $24.50 per pay period. The vote was 212 to 97. Retirees pay "
    "the same as before.",
    ("start", "date", "January 10, 2027"), ("new", "money", "$24.50 per pay period"), ("call", "name", "Orin Baptiste"),
    ("mail", "email", "dues@local6120.example"), klass="internal_business",
)  # fmt: skip
SCHEDULE = ground(
    "The county wants to replace 8-hour shifts with 12-hour shifts at the jail. Nothing is decided. The union asked for the "
    "data on overtime. Do not sign any form about your schedule.",
    ("day", "date", "Monday, December 14, 2026"), ("time", "time", "7:30 PM"), ("place", "room", "Hall C"),
    ("call", "name", "Deirdre Voss"), ("phone", "phone", "302-555-0118"),
)  # fmt: skip
SCHOLAR = ground(
    "The local gives four scholarships of $750 each to children of members. Write one page about what the union means to "
    "your family. The winners are told in April.",
    ("due", "deadline", "March 1, 2027"), ("web", "link", "local6120.example/scholars"), ("sum", "money", "$750"),
    klass="event",
)  # fmt: skip
HEAT = ground(
    "When it is colder than 20 degrees, outdoor crews get a warm-up break of 10 minutes every hour. The foreman decides who "
    "goes first. The company provides gloves. Report a denied break to your steward.",
    ("from", "date", "December 1, 2026"), ("call", "name", "Abel Quintero"), ("phone", "phone", "302-555-0155"),
    sources=(Source("mou", "Memorandum of October 30, 2026", "Employees shall receive a paid break of ten (10) minutes in "
                    "each hour when the temperature is below twenty degrees."),),
)  # fmt: skip
ELECT = ground(
    "Nominations for officers are open at the December meeting. Members in good standing for one year may run. You may "
    "nominate yourself. The election is by mail in January.",
    ("day", "date", "Thursday, December 17, 2026"), ("time", "time", "6:30 PM"),
    ("place", "room", "Union Hall, 418 Mercer Street"), ("call", "name", "Rosa Lindgren"), klass="legal_notice",
)  # fmt: skip
SAFETY = ground(
    "The city inspector closed the north stairway at the library. Use the south stairway. The landlord must repair it within "
    "60 days. The union asked that nobody works on the third floor until then.",
    ("closed", "date", "November 23, 2026"), ("call", "name", "Nadia Brooks"), ("phone", "phone", "302-555-0126"),
)  # fmt: skip
CARDS = ground(
    "We are collecting union cards at the warehouse. More than half of the workers have signed. Signing is confidential. The "
    "company may not ask whether you signed.",
    ("count", "number", "310 workers"), ("web", "link", "local6120.example/card"), ("call", "name", "Jules Amari"),
    ("phone", "phone", "302-555-0109"), klass="organizing", sector="private",
)  # fmt: skip
TRANSIT = ground(
    "The agency agreed to pay the full monthly transit pass, up to $130. It paid half until now. Sign up again even if you "
    "have a pass.",
    ("from", "date", "February 1, 2027"), ("due", "deadline", "January 15, 2027"), ("sum", "money", "$130 per month"),
    ("web", "link", "local6120.example/pass"),
)  # fmt: skip
RALLY = ground(
    "Rally at City Hall for safe staffing. Wear blue. Come off duty. Buses leave from the hall and bring you back by 8 PM. "
    "The mayor was invited.",
    ("day", "date", "Tuesday, January 26, 2027"), ("time", "time", "5:15 PM"), ("bus", "time", "4:30 PM"),
    ("place", "room", "City Hall steps"), ("call", "name", "Theo Marsh"), ("phone", "phone", "302-555-0173"),
    klass="solidarity",
)  # fmt: skip

CASES: list[Case] = [
    ("clinic flyer", CLINIC, Draft("flyer", "FREE HEARING TESTS\n\n• For everyone in the press room\n• The nurse comes to us\n• You are paid for the time\n• The company never sees your result\n\nWednesday, January 13, 10 AM to 3 PM, Room 6\nAsk Petra Holm, 302-555-0187", "Hearing tests"), "The company never sees your result", "The company sees your result"),
    ("clinic sms", CLINIC, Draft("sms", "Local 6120: Free hearing tests for the press room, Wed Jan 13, 10 AM-3 PM, Room 6. Call Petra Holm 302-555-0187. STOP to opt out"), "Room 6", "Room 9"),
    ("clinic spanish", CLINIC, Draft("email", "Hola {{ first_name }}:\n\nHay pruebas de audición gratis para todos los que trabajan en la sala de prensas: miércoles 13 de enero, de 10:00 a 15:00, sala 6. La enfermera viene. Se le paga el tiempo de la prueba. La empresa no ve su resultado.\n\nPreguntas: Petra Holm, 302-555-0187\n\nLocal 6120", "Pruebas de audición", language="es"), "miércoles 13 de enero", "miércoles 20 de enero"),
    ("dues email", DUES, Draft("email", "Dear {{ first_name }},\n\nOn November 18 the members voted, 212 to 97, to raise dues. Beginning January 10 they go from $22 to $24.50 per pay period. Nothing changes for retirees.\n\nQuestions? Orin Baptiste, dues@local6120.example\n\nLocal 6120", "New dues from January 10"), "212 to 97", "221 to 97"),
    ("dues newsletter", DUES, Draft("newsletter", "By a vote of 212 to 97, the members decided on November 18 to raise our dues. They are now $22 and will be $24.50 per pay period from January 10. Retirees pay what they paid before. Orin Baptiste answers questions: dues@local6120.example.", "Dues"), "$24.50 per pay period", "$24.50 per month"),
    ("dues points", DUES, Draft("talking_points", "- The members decided it themselves: 212 to 97 on November 18.\n- Dues go up by $2.50, from $22 to $24.50 per pay period.\n- It begins January 10.\n- Retirees pay the same as before.\n- Questions: Orin Baptiste, dues@local6120.example"), "Retirees pay the same as before.", "Retirees pay the new amount too."),
    ("jail email", SCHEDULE, Draft("email", "Sisters and brothers,\n\nThe county wants 12-hour shifts at the jail in place of our 8-hour shifts. Nothing has been decided. We have asked for the overtime data.\n\nPlease sign nothing about your schedule.\n\nLet's talk: Monday, December 14, 7:30 PM, Hall C. Deirdre Voss has the answers: 302-555-0118.\n\nLocal 6120", "12-hour shifts at the jail?"), "Nothing has been decided.", "It has been decided."),
    ("jail sms", SCHEDULE, Draft("sms", "Local 6120: County wants 12-hour shifts at the jail. Don't sign any form. Meet Mon Dec 14, 7:30 PM, Hall C. Deirdre Voss 302-555-0118. STOP to opt out"), "Don't sign any form.", "Sign the form."),
    ("jail phone", SCHEDULE, Draft("phone", "Hi, I'm calling for Local 6120. Did you hear that the county wants to go from 8-hour to 12-hour shifts at the jail? Nothing is decided yet. Please don't sign any form about your schedule. Can you come to Hall C on Monday, December 14 at 7:30 PM? For questions call Deirdre Voss, 302-555-0118."), "the county wants", "the union wants"),
    ("scholar flyer", SCHOLAR, Draft("flyer", "FOUR SCHOLARSHIPS OF $750\n\nFor children of members of Local 6120\n\n• Write one page: what does the union mean to your family?\n• Send it by March 1, 2027\n• Winners hear from us in April\n\nlocal6120.example/scholars", "Scholarships"), "children of members", "members and their spouses"),
    ("scholar social", SCHOLAR, Draft("social", "Four scholarships of $750 for children of our members. Write one page about what the union means to your family, by March 1. local6120.example/scholars"), "$750", "$570"),
    ("scholar email", SCHOLAR, Draft("email", "Hello {{ first_name }},\n\nOur local gives four scholarships, $750 each, to members' children. All it takes is one page on what the union means to your family.\n\nThe deadline is March 1, 2027. We announce the winners in April. Apply at local6120.example/scholars.\n\nLocal 6120", "Scholarships: apply by March 1"), "winners in April", "winners in August"),
    ("cold board", HEAT, Draft("board", "COLD WEATHER BREAKS\n\nFrom December 1: below 20 degrees, outdoor crews take a 10-minute warm-up break every hour. It is paid.\n\n\"Employees shall receive a paid break of ten (10) minutes in each hour when the temperature is below twenty degrees.\"\n\nBreak denied? Tell your steward or Abel Quintero, 302-555-0155.", "Breaks in the cold"), "10-minute", "15-minute"),
    ("cold sms", HEAT, Draft("sms", "Local 6120: Below 20 degrees outdoor crews get a 10-minute break every hour, from Dec 1. Denied? Tell your steward. Abel Quintero 302-555-0155. STOP to opt out"), "every hour", "every two hours"),
    ("cold points", HEAT, Draft("talking_points", "- Starting December 1, outdoor crews get 10 minutes to warm up each hour when it's below 20 degrees.\n- The foreman says who goes first.\n- Gloves come from the company.\n- If a break is denied, report it to a steward.\n- Abel Quintero, 302-555-0155"), "Gloves come from the company.", "Gloves come from your own pocket."),
    ("elect letter", ELECT, Draft("letter", "Dear {{ full_name }},\n\nNominations for officers will be taken on Thursday, December 17, 2026 at 6:30 PM in the Union Hall, 418 Mercer Street. Any member in good standing for one year may run, and you may nominate yourself. The election will be held by mail in January.\n\nRosa Lindgren can answer your questions.\n\nLocal 6120", "Notice of nominations"), "in good standing for one year", "in good standing for two years"),
    ("elect notice", ELECT, Draft("meeting_notice", "NOTICE: NOMINATIONS FOR OFFICERS\n\nThursday, December 17, 2026, 6:30 PM\nUnion Hall, 418 Mercer Street\n\nWho may run: members in good standing for one year. You can nominate yourself. We vote by mail in January. Questions go to Rosa Lindgren.", "Nominations"), "We vote by mail in January.", "We vote online in January."),
    ("elect email", ELECT, Draft("email", "Dear {{ first_name }},\n\nWould you like to be an officer? Nominations open at our meeting on Thursday, December 17 at 6:30 PM, Union Hall, 418 Mercer Street. You need one year in good standing. You may put your own name forward. Ballots come by mail in January.\n\nAsk Rosa Lindgren.\n\nLocal 6120", "Nominations on December 17"), "You may put your own name forward.", "You may not put your own name forward."),
    ("library board", SAFETY, Draft("board", "NORTH STAIRWAY CLOSED\n\nThe city inspector closed it on November 23. Take the south stairway.\n\nThe landlord has 60 days to fix it. We have asked that no one work on the third floor until then.\n\nNadia Brooks, 302-555-0126", "North stairway"), "Take the south stairway.", "Take the north stairway."),
    ("library email", SAFETY, Draft("email", "Hello {{ first_name }},\n\nThe north stairway at the library is closed. The city inspector shut it on November 23, and the landlord must repair it within 60 days.\n\nPlease use the south stairway. We asked that nobody work on the third floor until the repair is done.\n\nNadia Brooks, 302-555-0126\n\nLocal 6120", "North stairway closed"), "within 60 days", "within 90 days"),
    ("library social", SAFETY, Draft("social", "The city inspector closed the north stairway at the library on November 23. Use the south stairway. Nadia Brooks 302-555-0126"), "city inspector", "fire marshal"),
    ("cards phone", CARDS, Draft("phone", "Hi, this is a volunteer with Local 6120. Have you thought about signing a union card? More than half of the 310 workers already have. It is confidential, and the company is not allowed to ask whether you signed. You can find the card at local6120.example/card or call Jules Amari, 302-555-0109."), "More than half", "Nearly all"),
    ("cards flyer", CARDS, Draft("flyer", "UNION CARDS AT THE WAREHOUSE\n\n• More than half have signed\n• It stays confidential\n• The company may not ask if you signed\n\nlocal6120.example/card\nJules Amari, 302-555-0109", "Sign a card"), "The company may not ask", "The company may ask"),
    ("cards points", CARDS, Draft("talking_points", "- Over half of the 310 workers at the warehouse have signed a card.\n- Nobody outside the union learns who signed.\n- The boss has no right to ask.\n- Cards: local6120.example/card. Questions: Jules Amari, 302-555-0109."), "310 workers", "130 workers"),
    ("pass email", TRANSIT, Draft("email", "Good news, {{ first_name }}:\n\nFrom February 1 the agency pays for the whole monthly transit pass, up to $130. Until now it paid half.\n\nEveryone must sign up again, even those who have a pass, by January 15: local6120.example/pass\n\nLocal 6120", "The agency pays your transit pass"), "up to $130", "up to $310"),
    ("pass sms", TRANSIT, Draft("sms", "Local 6120: From Feb 1 the agency pays your full transit pass, up to $130 a month. Sign up by Jan 15: local6120.example/pass STOP to opt out"), "pays your full", "pays half your"),
    ("pass board", TRANSIT, Draft("board", "FULL TRANSIT PASS\n\nStarting February 1, 2027, the agency covers the full monthly pass, up to $130 per month. So far it was half.\n\nHave a pass? Sign up anyway, by January 15, 2027.\n\nlocal6120.example/pass", "Transit pass"), "Sign up anyway", "No need to sign up"),
    ("rally flyer", RALLY, Draft("flyer", "RALLY FOR SAFE STAFFING\n\nTuesday, January 26, 5:15 PM\nCity Hall steps\n\n• Wear blue\n• Come off duty\n• Buses leave the hall at 4:30 PM and are back by 8 PM\n\nTheo Marsh, 302-555-0173", "Rally"), "Wear blue", "Wear red"),
    ("rally email", RALLY, Draft("email", "Sisters and brothers,\n\nJoin us for safe staffing on Tuesday, January 26 at 5:15 PM on the City Hall steps. Please come off duty and wear blue. A bus leaves our hall at 4:30 PM and has you back by 8 PM. We have invited the mayor.\n\nTheo Marsh, 302-555-0173\n\nLocal 6120", "Rally on January 26"), "We have invited the mayor.", "The mayor will speak."),
    ("rally sms", RALLY, Draft("sms", "Local 6120: Rally for safe staffing Tue Jan 26, 5:15 PM, City Hall steps. Bus from the hall 4:30 PM. Wear blue, come off duty. Theo Marsh 302-555-0173. STOP to opt out"), "5:15 PM", "6:15 PM"),
]  # fmt: skip
