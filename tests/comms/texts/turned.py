"""Twelve briefs of invented locals: texts with one thing turned, and true texts in other words."""

from __future__ import annotations

from datetime import date
from typing import Any

from comms.checks.parts import Draft, Fact, Ground, Source

TODAY = date(2026, 11, 30)  # a Monday


def G(purpose: str, facts: list[tuple[str, str]], **more: Any) -> Ground:
    more.setdefault("sender", "Local 2741")
    rows = tuple(Fact(f"f{i}", *fact) for i, fact in enumerate(facts))
    return Ground(today=TODAY, purpose=purpose, facts=rows, **more)


NIGHTS = G(
    "Night shift at the Harlan depot moves to four ten-hour days on January 17, 2027. An information meeting is held so that members can ask questions. Members must bring their badge.",
    [
        ("date", "Tuesday, December 8, 2026"),
        ("time", "5:30 PM Eastern"),
        ("room", "Room 214, Depot Annex"),
        ("deadline", "Send written questions by December 15, 2026"),
        ("date", "January 17, 2027"),
        ("name", "Rosa Medina"),
        ("phone", "412-555-0148"),
        ("number", "38 employees on night shift"),
    ],
)
BACK_PAY = G(
    "The arbitrator ordered the agency to pay back overtime to mail handlers at the Fourth Street plant. Payment comes with the pay day of December 18. Members do not have to do anything; who finds an error must tell the union by January 8, 2027.",
    [
        ("money", "$41,350.00 in total"),
        ("number", "57 mail handlers"),
        ("percent", "interest of 3.5 percent"),
        ("date", "Friday, December 18, 2026"),
        ("date", "January 8, 2027"),
        ("name", "Dale Kowalski, treasurer"),
        ("email", "pay@local2741.example"),
    ],
    klass="representational",
)
DUES = G(
    "Dues go up on February 1, 2027 if members vote yes. The vote is by secret ballot at the December meeting. Retirees do not vote on dues.",
    [
        ("money", "from $18.50 to $20.00 per pay period"),
        ("date", "Thursday, December 17, 2026"),
        ("time", "from 11:00 AM to 7:00 PM"),
        ("room", "Union hall, 88 Carson Street"),
        ("date", "February 1, 2027"),
        ("name", "Ines Abara, secretary"),
    ],
    klass="internal",
)
TELEWORK = G(
    "The telework agreement of March 3, 2025 stays in force. The agency may not end telework days before talks are over. Employees in the Claims Office and the Records Office are covered; the Mail Room is not.",
    [
        ("quotation", "The Employer shall give the Union at least thirty days' written notice."),
        ("reference", "Article 19, Section 4"),
        ("number", "two telework days a week"),
        ("link", "https://local2741.example/telework"),
        ("name", "Steward Priya Nair"),
    ],
    sources=(
        Source(
            "c1",
            "Article 19, Section 4",
            "The Employer shall give the Union at least thirty days' written notice. During this period telework arrangements shall continue.",
        ),
    ),
)
SEASON = G(
    "Open season for health plans closes. Stewards hold office hours to help members compare plans.",
    [
        ("deadline", "Monday, December 14, 2026"),
        ("date", "Wednesday, December 2, 2026"),
        ("time", "12:00 noon to 1:00 PM"),
        ("room", "Conference Room B, second floor"),
        ("phone", "412-555-0190"),
        ("link", "https://local2741.example/plans"),
    ],
    klass="event",
)
ELECTION = G(
    "Nominations for officers are open. The election committee reminds all members of the rules. No officer may use union means for a campaign.",
    [
        ("date", "Nominations close January 11, 2027"),
        ("date", "Ballots are mailed January 25, 2027"),
        ("date", "Ballots must be received by February 12, 2027"),
        ("name", "Election chair Tom Okafor"),
        ("room", "P.O. Box 4410, Pittsburgh, PA 15203"),
    ],
    klass="legal",
    candidates=("Maria Delgado", "Hank Sorensen"),
)
RALLY = G(
    "Rally for a fair contract outside the Regional Office, off duty and without uniform. Bring a sign and a friend.",
    [
        ("date", "Saturday, December 5, 2026"),
        ("time", "10:00 AM"),
        ("room", "1000 Liberty Avenue, main entrance"),
        ("name", "Luis Ferrer"),
        ("phone", "412-555-0177"),
    ],
    klass="organizing",
)
TURNO = G(
    "El turno de noche cambia a cuatro días de diez horas. Hay una reunión informativa. Los afiliados deben traer su gafete.",
    [
        ("fecha", "martes 8 de diciembre de 2026"),
        ("hora", "5:30 p. m."),
        ("sala", "Sala 214, Anexo del Depósito"),
        ("plazo", "15 de diciembre de 2026"),
        ("nombre", "Rosa Medina"),
        ("teléfono", "412-555-0148"),
    ],
    sender="Local 2741",
)


def M(body: str, channel: str = "email", language: str = "en", subject: str = "News from your local") -> Draft:
    return Draft(channel=channel, body=body, language=language, subject=subject if channel == "email" else "")


def r(text: str, before: str, after: str) -> str:
    assert before in text
    return text.replace(before, after)


a_ok = "Night shift at the Harlan depot moves to four ten-hour days on January 17, 2027. Come to the information meeting on Tuesday, December 8, 2026 at 5:30 PM Eastern in Room 214, Depot Annex. Bring your badge; you must have it. Send written questions by December 15, 2026. The change reaches 38 employees on night shift. Questions? Call Rosa Medina at 412-555-0148."
b_ok = "The arbitrator ordered the agency to pay back overtime to 57 mail handlers at the Fourth Street plant. The total is $41,350.00, with interest of 3.5 percent. Payment comes on Friday, December 18, 2026. You do not have to do anything. If you find an error, you must tell the union by January 8, 2027. Write to Dale Kowalski, treasurer, at pay@local2741.example."
c_ok = "Members vote on dues by secret ballot on Thursday, December 17, 2026, from 11:00 AM to 7:00 PM at the union hall, 88 Carson Street. If members vote yes, dues go from $18.50 to $20.00 per pay period on February 1, 2027. Retirees do not vote on dues. Questions go to Ines Abara, secretary."
d_ok = 'The telework agreement of March 3, 2025 stays in force. Article 19, Section 4 says: "The Employer shall give the Union at least thirty days\' written notice." The agency may not end telework days before talks are over. You keep two telework days a week in the Claims Office and the Records Office. The Mail Room is not covered. Read more at https://local2741.example/telework or ask Steward Priya Nair.'
e_ok = "Open season for health plans closes on Monday, December 14, 2026. Stewards help you compare plans on Wednesday, December 2, 2026, from 12:00 noon to 1:00 PM in Conference Room B, second floor. Call 412-555-0190 or see https://local2741.example/plans."
f_ok = "Nominations for officers close January 11, 2027. Ballots are mailed January 25, 2027. Your ballot must be received by February 12, 2027 at P.O. Box 4410, Pittsburgh, PA 15203. No officer may use union means for a campaign. Ask Election chair Tom Okafor."
h_ok = "Rally for a fair contract on Saturday, December 5, 2026 at 10:00 AM at 1000 Liberty Avenue, main entrance, outside the Regional Office. Come off duty and without uniform. Bring a sign and a friend. Call Luis Ferrer at 412-555-0177."
s_ok = "El turno de noche cambia a cuatro días de diez horas. Venga a la reunión informativa el martes 8 de diciembre de 2026 a las 5:30 p. m. en la Sala 214, Anexo del Depósito. Debe traer su gafete. Envíe sus preguntas a más tardar el 15 de diciembre de 2026. Llame a Rosa Medina al 412-555-0148."
es: Any = {"language": "es", "subject": "Noticias del local"}
FAULTS: list[tuple[str, Ground, Draft]] = [
    ("relday", NIGHTS, M(r(a_ok, "on Tuesday, December 8, 2026", "next Wednesday, December 8,"))),
    (
        "relday2",
        RALLY,
        M(
            "Rally for a fair contract tomorrow at 10:00 AM at 1000 Liberty Avenue, main entrance. Call Luis Ferrer at 412-555-0177.",
            "sms",
        ),
    ),
    ("relday3", SEASON, M(r(e_ok, "on Wednesday, December 2, 2026", "the day after tomorrow, December 3"))),
    (
        "relday4",
        SEASON,
        M(
            "Open season closes in two days. Compare plans at https://local2741.example/plans. Wed, Dec 2, noon-1 PM, Conference Room B. Call 412-555-0190.",
            "sms",
        ),
    ),
    ("weekday", NIGHTS, M(r(a_ok, "Tuesday, December 8", "Monday, December 8"))),
    ("ampm", NIGHTS, M(r(a_ok, "5:30 PM", "5:30 AM"))),
    ("ampm2", RALLY, M(r(h_ok, "10:00 AM", "ten in the evening"))),
    ("tz", NIGHTS, M(r(a_ok, "5:30 PM Eastern", "5:30 PM Pacific"))),
    ("room", NIGHTS, M(r(a_ok, "Room 214", "Room 241"))),
    ("venue", NIGHTS, M(r(a_ok, "Room 214, Depot Annex", "Room 214, Main Building"))),
    ("venue2", DUES, M(r(c_ok, "88 Carson Street", "88 Carlson Street"))),
    ("venue3", RALLY, M(r(h_ok, "main entrance", "rear loading dock"))),
    (
        "swapdates",
        NIGHTS,
        M(
            r(a_ok, "Tuesday, December 8, 2026 at", "Tuesday, December 15, 2026 at").replace(
                "by December 15", "by December 8"
            )
        ),
    ),
    ("shift", NIGHTS, M(r(a_ok, "Night shift at the Harlan depot", "Day shift at the Harlan depot"))),
    ("site", NIGHTS, M(r(a_ok, "Harlan depot", "Hadley depot"))),
    ("number", NIGHTS, M(r(a_ok, "38 employees", "83 employees"))),
    ("name", NIGHTS, M(r(a_ok, "Rosa Medina", "Rosa Molina"))),
    ("phone", NIGHTS, M(r(a_ok, "0148", "0184"))),
    (
        "start",
        NIGHTS,
        M(
            r(
                a_ok,
                "Send written questions by December 15, 2026.",
                "You can send written questions starting December 15, 2026.",
            )
        ),
    ),
    (
        "after",
        NIGHTS,
        M(r(a_ok, "Send written questions by December 15, 2026.", "Send written questions after December 15, 2026.")),
    ),
    ("neg", NIGHTS, M(r(a_ok, "moves to four ten-hour days", "does not move to four ten-hour days"))),
    ("advice", NIGHTS, M(r(a_ok, "Bring your badge; you must have it.", "It is a good idea to bring your badge."))),
    ("hours", NIGHTS, M(r(a_ok, "four ten-hour days", "five eight-hour days"))),
    ("droproom", NIGHTS, M(r(a_ok, " in Room 214, Depot Annex", ""))),
    ("dropdeadline", NIGHTS, M(r(a_ok, " Send written questions by December 15, 2026.", ""))),
    ("sum", BACK_PAY, M(r(b_ok, "$41,350.00", "$43,150.00"))),
    ("sumwords", BACK_PAY, M(r(b_ok, "The total is $41,350.00", "The total is more than fifty thousand dollars"))),
    ("points", BACK_PAY, M(r(b_ok, "3.5 percent", "3.5 percentage points"))),
    ("pct", BACK_PAY, M(r(b_ok, "3.5 percent", "5.3%"))),
    ("each", BACK_PAY, M(r(b_ok, "The total is $41,350.00", "Each handler gets $41,350.00"))),
    ("duty", BACK_PAY, M(r(b_ok, "You do not have to do anything.", "You have to file a claim form to be paid."))),
    (
        "mayerr",
        BACK_PAY,
        M(r(b_ok, "you must tell the union by January 8", "you can tell the union any time after January 8")),
    ),
    ("audience", BACK_PAY, M(r(b_ok, "mail handlers at", "letter carriers at"))),
    ("party", BACK_PAY, M(r(b_ok, "The arbitrator ordered the agency", "The arbitrator ordered the union"))),
    ("party2", BACK_PAY, M(r(b_ok, "The arbitrator ordered", "The judge ordered"))),
    ("swapname", BACK_PAY, M(r(b_ok, "Dale Kowalski, treasurer", "Dale Kowalski, president"))),
    ("email", BACK_PAY, M(r(b_ok, "pay@local2741.example", "pay@local2714.example"))),
    ("promise", BACK_PAY, M(b_ok + " We guarantee that every grievance like this will be won.")),
    ("swapmoney", DUES, M(r(c_ok, "from $18.50 to $20.00", "from $20.00 to $18.50"))),
    ("period", DUES, M(r(c_ok, "per pay period", "per month"))),
    ("rangeend", DUES, M(r(c_ok, "7:00 PM", "9:00 PM"))),
    (
        "rangestart",
        DUES,
        M("Vote on dues Thu, Dec 17, from noon to 7 PM, union hall, 88 Carson Street. Questions: Ines Abara.", "sms"),
    ),
    ("retirees", DUES, M(r(c_ok, "Retirees do not vote on dues.", "Retirees vote on dues as well."))),
    ("certain", DUES, M(r(c_ok, "If members vote yes, dues go", "Dues will go"))),
    ("ballot", DUES, M(r(c_ok, "by secret ballot", "by show of hands"))),
    ("quote", TELEWORK, M(r(d_ok, "thirty days' written", "thirty days' oral"))),
    ("quote2", TELEWORK, M(r(d_ok, "shall give", "may give"))),
    ("ref", TELEWORK, M(r(d_ok, "Section 4 says", "Section 14 says"))),
    (
        "office",
        TELEWORK,
        M(
            r(
                d_ok,
                "the Claims Office and the Records Office. The Mail Room is",
                "the Claims Office and the Mail Room. The Records Office is",
            )
        ),
    ),
    ("days", TELEWORK, M(r(d_ok, "two telework days", "three telework days"))),
    (
        "may",
        TELEWORK,
        M(r(d_ok, "The agency may not end telework days before", "The agency may end telework days before")),
    ),
    ("until", TELEWORK, M(r(d_ok, "stays in force", "has expired"))),
    ("dead", SEASON, M(r(e_ok, "closes on Monday, December 14", "opens on Monday, December 14"))),
    ("floor", SEASON, M(r(e_ok, "second floor", "third floor"))),
    ("noon", SEASON, M(r(e_ok, "12:00 noon to 1:00 PM", "midnight to 1:00 AM"))),
    ("link", SEASON, M(r(e_ok, "example/plans", "example/plan-b"))),
    ("cand", ELECTION, M(f_ok + " Maria Delgado has done great work for every member this year.")),
    ("postmark", ELECTION, M(r(f_ok, "must be received by February 12", "must be postmarked by February 12"))),
    ("mailed", ELECTION, M(r(f_ok, "Ballots are mailed January 25", "Ballots are counted January 25"))),
    ("hatch", RALLY, M(h_ok + " And on election day, vote for Senator Brandt, who stands with us.")),
    ("dutytime", RALLY, M(r(h_ok, "Come off duty and without uniform.", "Come during your shift and on the clock."))),
    (
        "ident",
        TELEWORK,
        M(d_ok + " The only pregnant clerk on the second shift in Records was denied telework last week."),
    ),
    ("es_room", TURNO, M(r(s_ok, "Sala 214", "Sala 412"), **es)),
    ("es_dead", TURNO, M(r(s_ok, "a más tardar el 15", "a partir del 15"), **es)),
    ("es_time", TURNO, M(r(s_ok, "5:30 p. m.", "5:30 a. m."), **es)),
    ("es_wd", TURNO, M(r(s_ok, "martes 8", "jueves 8"), **es)),
    ("es_adv", TURNO, M(r(s_ok, "Debe traer su gafete.", "Puede traer su gafete si quiere."), **es)),
    (
        "es_untr",
        TURNO,
        M(
            r(
                s_ok,
                "Envíe sus preguntas a más tardar el 15 de diciembre de 2026.",
                "Please send your questions no later than December 15, 2026.",
            ),
            **es,
        ),
    ),
    ("es_turno", TURNO, M(r(s_ok, "El turno de noche", "El turno de día"), **es)),
    (
        "es_man",
        TURNO,
        M(
            "Reunión informativa mañana a las 5:30 p. m. en la Sala 214, Anexo del Depósito. Rosa Medina, 412-555-0148.",
            "sms",
            language="es",
        ),
    ),
]
CLEAN: list[tuple[Ground, Draft]] = [
    (NIGHTS, M(a_ok)),
    (BACK_PAY, M(b_ok)),
    (DUES, M(c_ok)),
    (TELEWORK, M(d_ok)),
    (SEASON, M(e_ok)),
    (ELECTION, M(f_ok)),
    (RALLY, M(h_ok)),
    (TURNO, M(s_ok, **es)),
    (
        NIGHTS,
        M(
            "Tuesday, Dec. 8, 5:30 p.m. ET, Room 214, Depot Annex: information meeting on four ten-hour days from Jan. 17. Bring your badge. Questions by Dec. 15. Rosa Medina, 412-555-0148. Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        NIGHTS,
        M(
            "Next Tuesday, December 8, at half past five in the evening (Eastern), we meet in Room 214 of the Depot Annex. Night shift at the Harlan depot will move to four ten-hour days from January 17, 2027. That is 38 employees. You must bring your badge. Please get your written questions to us no later than Tuesday, December 15. Need more? Rosa Medina answers the phone at (412) 555-0148."
        ),
    ),
    (
        NIGHTS,
        M(
            "Are you on nights at Harlan? Your week changes on Sunday, January 17, 2027: four days of ten hours each. 38 employees are affected. Ask us about it: Tuesday, December 8, 2026, 5:30 PM Eastern, Depot Annex, Room 214. Don't forget your badge: you must have it with you. Written questions are due December 15, 2026. Rosa Medina: 412.555.0148.",
            "flyer",
        ),
    ),
    (
        NIGHTS,
        M(
            "Information meeting in eight days: Tuesday, 8 December, 17:30 Eastern, Room 214, Depot Annex. Badge required. Written questions by 15 December. Night shift moves to four ten-hour days on January 17. It touches 38 employees. Contact Rosa Medina, 412-555-0148.",
            "board",
        ),
    ),
    (
        BACK_PAY,
        M(
            "We won back overtime. The agency must pay $41,350 in total to the 57 mail handlers at the Fourth Street plant, plus interest at 3.5%. The money comes with the pay day on Friday, December 18. There is nothing you need to do. Found an error? You must let us know by Friday, January 8, 2027. Treasurer Dale Kowalski reads pay@local2741.example."
        ),
    ),
    (
        BACK_PAY,
        M(
            "Back overtime for 57 mail handlers at Fourth Street: $41,350 plus 3.5% interest, paid Dec. 18. No action needed. Errors? Tell us by Jan. 8: pay@local2741.example. Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        BACK_PAY,
        M(
            "Good news for mail handlers at the Fourth Street plant. An arbitrator told the agency to pay back overtime, $41,350.00 for fifty-seven people in all. Interest is three and a half percent. Look for it on pay day, December 18, 2026. You don't have to do a thing. If the sum looks wrong, you have to tell the union by January 8, 2027. Write to Dale Kowalski, treasurer: pay@local2741.example.",
            "newsletter",
        ),
    ),
    (
        DUES,
        M(
            "Vote on dues Thu, Dec. 17, 11 AM-7 PM, union hall, 88 Carson St. From $18.50 to $20 per pay period from Feb. 1 if yes. Questions: Ines Abara. Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        DUES,
        M(
            "Should dues rise by $1.50 per pay period, from $18.50 to $20.00? You decide. Come to the union hall at 88 Carson Street on Thursday, December 17, 2026. The polls are open from 11 in the morning until 7 in the evening. The ballot is secret. If the answer is yes, the new dues start February 1, 2027. Retirees have no vote on dues. Ines Abara, our secretary, can answer questions."
        ),
    ),
    (
        DUES,
        M(
            "The hall at 88 Carson Street is open for the dues vote from 11:00 a.m. to 7:00 p.m. on December 17, 2026, a Thursday. It is a secret ballot. Dues of $18.50 per pay period would become $20.00 per pay period on February 1, 2027, but only if members vote yes. Retirees cannot vote on dues. Ask secretary Ines Abara.",
            "board",
        ),
    ),
    (
        TELEWORK,
        M(
            "Nothing changes with telework for now. The agreement of March 3, 2025 is still in force. If you work in the Claims Office or the Records Office, you keep your two telework days a week. The Mail Room is not covered. Until talks are over the agency may not end telework days. The contract is clear, in Article 19, Section 4: \u201cThe Employer shall give the Union at least thirty days\u2019 written notice.\u201d Details: https://local2741.example/telework. Your contact is Steward Priya Nair."
        ),
    ),
    (
        TELEWORK,
        M(
            "Claims and Records: you keep 2 telework days a week while talks go on. See https://local2741.example/telework or ask Priya Nair. Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        SEASON,
        M(
            "Open season ends Mon 12/14. Help with plans Wed 12/2, noon-1pm, Conference Room B, 2nd floor. 412-555-0190 https://local2741.example/plans Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        SEASON,
        M(
            "Not sure which health plan fits you? You have until December 14, 2026, a Monday. This Wednesday, December 2, stewards sit in Conference Room B on the 2nd floor from noon to one o'clock and help you compare. You can also call 412-555-0190. All plans side by side: https://local2741.example/plans."
        ),
    ),
    (
        SEASON,
        M(
            "In two days, on Wednesday, December 2, stewards help you compare health plans over the lunch hour, 12 to 1 PM, Conference Room B, second floor. Open season closes two weeks from today, on December 14. Phone: 412-555-0190. Link: https://local2741.example/plans"
        ),
    ),
    (
        ELECTION,
        M(
            "Notice of election. Nominations close on Monday, January 11, 2027. The election committee mails ballots on Monday, January 25, 2027. We must have your ballot by Friday, February 12, 2027. Send it to P.O. Box 4410, Pittsburgh, PA 15203. Union means may not be used for a campaign by any officer. The election chair is Tom Okafor.",
            "letter",
        ),
    ),
    (
        ELECTION,
        M(
            "You can nominate until January 11, 2027. Ballots go in the mail two weeks later, on January 25, 2027. Ballots that come after February 12, 2027 do not count. Address: P.O. Box 4410, Pittsburgh, PA 15203. No officer may use union means for a campaign. Questions go to Tom Okafor, election chair."
        ),
    ),
    (
        RALLY,
        M(
            "Fair contract rally this Saturday, Dec. 5, 10 a.m., 1000 Liberty Ave, main entrance. Off duty, no uniform. Luis Ferrer 412-555-0177. Local 2741. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        RALLY,
        M(
            "Stand with us for a fair contract. Meet at the main entrance of 1000 Liberty Avenue, outside the Regional Office, at ten in the morning on Saturday, December 5, 2026. Please come on your own time and out of uniform. Bring a friend and a sign. Luis Ferrer has the details: 412-555-0177.",
            "social",
        ),
    ),
    (
        TURNO,
        M(
            "Reunión informativa: martes 8 de dic., 17:30, Sala 214, Anexo del Depósito. Traiga su gafete. Preguntas hasta el 15 de dic. Rosa Medina 412-555-0148. Local 2741. Reply STOP to end.",
            "sms",
            language="es",
        ),
    ),
    (
        TURNO,
        M(
            "El próximo martes, 8 de diciembre, nos reunimos a las cinco y media de la tarde en el Anexo del Depósito, Sala 214. El turno de noche pasará a cuatro días de diez horas. Es obligatorio traer el gafete. Mande sus preguntas antes del 16 de diciembre, es decir, a más tardar el martes 15 de diciembre de 2026. Para más información, llame a Rosa Medina al 412-555-0148.",
            **es,
        ),
    ),
    (
        NIGHTS,
        M(
            "If you work nights at the Harlan depot, come and ask. We meet a week from tomorrow, Tuesday, December 8, 2026, at 5:30 PM Eastern. The place is Room 214 in the Depot Annex. You may bring a coworker, and you must bring your badge. From January 17, 2027 the week has four days of ten hours for 38 employees on night shift. We take written questions through December 15, 2026. Call Rosa Medina, 412-555-0148."
        ),
    ),
]

PARKING = G(
    "The agency wants a parking fee at the Grant Street garage. The union filed a demand to bargain on November 20, 2026. Until bargaining ends nobody has to pay. Members who got a bill should send a copy to the union.",
    [
        ("money", "fee of $45 a month"),
        ("date", "Bargaining session Thursday, December 10, 2026"),
        ("time", "9:30 AM"),
        ("room", "Federal Building, fourth floor, Room 412"),
        ("deadline", "send copies by December 4, 2026"),
        ("email", "parking@local88.example"),
        ("name", "Bargaining chair Walt Nguyen"),
    ],
    sender="Local 88",
)
BOOTS = G(
    "The employer now pays for safety boots once every two years. Mechanics and welders are eligible. Office staff are not eligible. Keep the receipt; without a receipt there is no payment.",
    [
        ("money", "up to $175"),
        ("deadline", "Hand in receipts no later than January 29, 2027"),
        ("name", "Safety steward Carla Boone"),
        ("phone", "614-555-0133"),
        ("room", "Tool crib, Bay 3"),
        ("reference", "Article 27, Section 2"),
    ],
    klass="representational",
    sender="Local 88",
)
VOTE = G(
    "Ratification vote by mail on the tentative agreement. Only members in good standing vote. The bargaining committee recommends a yes vote. The agreement runs three years.",
    [
        ("percent", "raises of 3 percent in 2027, 2.5 percent in 2028 and 2 percent in 2029"),
        ("date", "Ballots go out December 7, 2026"),
        ("date", "Ballots must be back by December 21, 2026, at noon"),
        ("number", "412 eligible members"),
        ("link", "https://local88.example/ta"),
        ("name", "Teller Joan Prewitt"),
    ],
    klass="internal_business",
    sender="Local 88",
)
PARTY = G(
    "Holiday party for members and their families. Children get a small gift. Bring a dish to share. There is no alcohol.",
    [
        ("date", "Sunday, December 13, 2026"),
        ("time", "2:00 PM to 5:00 PM"),
        ("room", "VFW Post 9, 31 Mill Road"),
        ("deadline", "RSVP by Monday, December 7, 2026"),
        ("phone", "614-555-0109"),
        ("name", "Denise Park"),
    ],
    klass="event",
    sender="Local 88",
)
DESCANSO = G(
    "La gerencia cambió el horario de descanso en el almacén. El sindicato presentó una queja el 23 de noviembre de 2026. Nadie debe firmar el nuevo formulario. Los que ya firmaron deben avisar a su delegada.",
    [
        ("fecha", "jueves 3 de diciembre de 2026"),
        ("hora", "6:00 p. m. a 7:30 p. m."),
        ("sala", "Biblioteca Central, Salón B"),
        ("nombre", "Delegada Luz Herrera"),
        ("teléfono", "614-555-0161"),
        ("número", "28 trabajadores"),
    ],
    sender="Local 88",
)
p_text = "The agency wants a parking fee of $45 a month at the Grant Street garage. The union filed a demand to bargain on November 20, 2026. Until bargaining ends, nobody has to pay. Did you get a bill? Send a copy to parking@local88.example by December 4, 2026. The bargaining session is on Thursday, December 10, 2026, at 9:30 AM in the Federal Building, fourth floor, Room 412. Your contact is Bargaining chair Walt Nguyen."
b_text = "The employer now pays up to $175 for safety boots once every two years (Article 27, Section 2). Mechanics and welders are eligible. Office staff are not eligible. Keep the receipt; without a receipt there is no payment. Hand in receipts no later than January 29, 2027 at the tool crib, Bay 3. Ask Safety steward Carla Boone, 614-555-0133."
v_text = "The ratification vote on the tentative agreement is by mail. Ballots go out December 7, 2026. Your ballot must be back by December 21, 2026, at noon. Only members in good standing vote; 412 members are eligible. Raises are 3 percent in 2027, 2.5 percent in 2028 and 2 percent in 2029. The agreement runs three years. The bargaining committee recommends a yes vote. Read it at https://local88.example/ta. Questions go to Teller Joan Prewitt."
k_text = "The holiday party is for members and their families. It is on Sunday, December 13, 2026, from 2:00 PM to 5:00 PM at VFW Post 9, 31 Mill Road. Children get a small gift. Bring a dish to share. There is no alcohol. RSVP by Monday, December 7, 2026 to Denise Park, 614-555-0109."
e_text = "La gerencia cambió el horario de descanso en el almacén. El sindicato presentó una queja el 23 de noviembre de 2026. La reunión es el jueves 3 de diciembre de 2026, de 6:00 p. m. a 7:30 p. m., en la Biblioteca Central, Salón B. Nadie debe firmar el nuevo formulario. Si ya firmó, debe avisar a la delegada Luz Herrera, 614-555-0161. Son 28 trabajadores."
FAULTS += [
    ("per year", PARKING, M(r(p_text, "$45 a month", "$45 a year"))),
    ("union wants", PARKING, M(r(p_text, "The agency wants", "The union wants"))),
    ("everyone pays", PARKING, M(r(p_text, "nobody has to pay", "everybody has to pay"))),
    ("withdrew", PARKING, M(r(p_text, "filed a demand to bargain", "withdrew its demand to bargain"))),
    ("after dl", PARKING, M(r(p_text, "by December 4", "after December 4"))),
    (
        "swap",
        PARKING,
        M(
            r(
                r(p_text, "by December 4, 2026", "by December 10, 2026"),
                "Thursday, December 10, 2026, at",
                "Friday, December 4, 2026, at",
            )
        ),
    ),
    ("floor", PARKING, M(r(p_text, "fourth floor", "fifth floor"))),
    ("930pm", PARKING, M(r(p_text, "9:30 AM", "9:30 PM"))),
    ("chair", PARKING, M(r(p_text, "Bargaining chair Walt Nguyen", "Bargaining chair Walt Norris"))),
    ("garage", PARKING, M(r(p_text, "Grant Street garage", "Grand Street garage"))),
    ("nov", PARKING, M(r(p_text, "November 20", "November 2"))),
    ("invent won", PARKING, M(p_text + " The agency already agreed to drop the fee.")),
    ("invent person", PARKING, M(p_text + " Director Helen Marsh said the fee will double next year.")),
    (
        "rel",
        PARKING,
        M(
            "Parking fee: send bills by this Friday to parking@local88.example. Session next Tuesday 9:30 AM, Room 412, Federal Building, fourth floor. Local 88. Reply STOP to end.",
            "sms",
        ),
    ),
    ("annual", BOOTS, M(r(b_text, "once every two years", "once every year"))),
    ("atleast", BOOTS, M(r(b_text, "up to $175", "at least $175"))),
    (
        "eligible swap",
        BOOTS,
        M(
            r(
                r(b_text, "Mechanics and welders are eligible", "Mechanics and office staff are eligible"),
                "Office staff are not",
                "Welders are not",
            )
        ),
    ),
    ("plumbers", BOOTS, M(r(b_text, "Mechanics and welders", "Mechanics and plumbers"))),
    (
        "no receipt",
        BOOTS,
        M(
            r(
                b_text,
                "Keep the receipt; without a receipt there is no payment.",
                "You do not need a receipt to be paid.",
            )
        ),
    ),
    ("earlier", BOOTS, M(r(b_text, "no later than January 29", "no earlier than January 29"))),
    ("bay", BOOTS, M(r(b_text, "Bay 3", "Bay 8"))),
    ("shoes", BOOTS, M(r(b_text, "safety boots", "safety glasses"))),
    ("section", BOOTS, M(r(b_text, "Section 2", "Section 12"))),
    ("online", VOTE, M(r(v_text, "is by mail", "is online"))),
    ("recommends no", VOTE, M(r(v_text, "recommends a yes vote", "recommends a no vote"))),
    (
        "order pct",
        VOTE,
        M(r(v_text, "3 percent in 2027, 2.5 percent in 2028", "2.5 percent in 2027, 3 percent in 2028")),
    ),
    ("four years", VOTE, M(r(v_text, "three years", "four years"))),
    ("all vote", VOTE, M(r(v_text, "Only members in good standing vote", "All employees vote"))),
    ("noon", VOTE, M(r(v_text, "at noon", "at midnight"))),
    ("421", VOTE, M(r(v_text, "412", "421"))),
    ("goback", VOTE, M(r(v_text, "Ballots go out December 7", "Ballots must be back by December 7"))),
    ("postm", VOTE, M(r(v_text, "must be back by", "must be mailed by"))),
    ("adults", PARTY, M(r(k_text, "Children get a small gift", "Members get a small gift"))),
    ("alcohol", PARTY, M(r(k_text, "There is no alcohol.", "Beer and wine are served."))),
    ("members only", PARTY, M(r(k_text, "for members and their families", "for members only"))),
    ("end", PARTY, M(r(k_text, "5:00 PM", "6:00 PM"))),
    ("rsvp", PARTY, M(r(k_text, "RSVP by Monday, December 7", "RSVP by Wednesday, December 9"))),
    ("road", PARTY, M(r(k_text, "31 Mill Road", "13 Mill Road"))),
    ("post", PARTY, M(r(k_text, "VFW Post 9", "VFW Post 6"))),
    ("nodish", PARTY, M(r(k_text, "Bring a dish to share", "Do not bring food"))),
    ("es firma", DESCANSO, M(r(e_text, "Nadie debe firmar", "Todos deben firmar"), **es)),
    ("es retiro", DESCANSO, M(r(e_text, "presentó una queja", "retiró la queja"), **es)),
    ("es sala", DESCANSO, M(r(e_text, "Salón B", "Salón D"), **es)),
    ("es fin", DESCANSO, M(r(e_text, "7:30 p. m.", "8:30 p. m."), **es)),
    ("es nombre", DESCANSO, M(r(e_text, "Luz Herrera", "Luz Herrero"), **es)),
    ("es num", DESCANSO, M(r(e_text, "28", "82"), **es)),
    ("es almacen", DESCANSO, M(r(e_text, "en el almacén", "en la oficina"), **es)),
    ("es puede", DESCANSO, M(r(e_text, "debe avisar a", "puede avisar, si quiere, a"), **es)),
    ("es sindicato", DESCANSO, M(r(e_text, "La gerencia cambió", "El sindicato cambió"), **es)),
    (
        "es untr",
        DESCANSO,
        M(r(e_text, "Nadie debe firmar el nuevo formulario.", "Nobody should sign the new form."), **es),
    ),
]
CLEAN += [
    (PARKING, M(p_text)),
    (BOOTS, M(b_text)),
    (VOTE, M(v_text)),
    (PARTY, M(k_text)),
    (DESCANSO, M(e_text, **es)),
    (
        PARKING,
        M(
            "Parking at Grant Street: nobody has to pay until bargaining ends. Got a bill? Send a copy by Fri, Dec. 4 to parking@local88.example. We bargain Thu, Dec. 10, 9:30 AM, Room 412, fourth floor, Federal Building. Local 88. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        PARKING,
        M(
            "The agency would like to charge you $45 per month for a place in the Grant Street garage. On November 20, 2026 we demanded to bargain over it. As long as we are bargaining, you do not have to pay. If you have received a bill, please send us a copy by Friday, December 4, 2026: parking@local88.example. We meet the agency on December 10, 2026, at half past nine in the morning, in Room 412 on the fourth floor of the Federal Building. Walt Nguyen, who chairs the bargaining team, will answer your questions."
        ),
    ),
    (
        PARKING,
        M(
            "You owe nothing for parking today. No one must pay the $45 monthly fee for the Grant Street garage before bargaining is over. Our demand to bargain has been with the agency since November 20. Bills? Copies to parking@local88.example, please, until December 4, 2026. The session starts at 9:30 AM on Thursday, December 10, 2026 (Federal Building, Room 412, fourth floor). Contact: Walt Nguyen.",
            "newsletter",
        ),
    ),
    (
        BOOTS,
        M(
            "Are you a mechanic or a welder? Every two years the employer pays for your safety boots, up to $175. Save the receipt, because no receipt means no payment. Bring it to the tool crib at Bay 3 by January 29, 2027. Office staff do not qualify. The rule is Article 27, Section 2. Questions? Carla Boone, safety steward, (614) 555-0133."
        ),
    ),
    (
        BOOTS,
        M(
            "New boots? Mechanics and welders get as much as $175 back, once in two years. Receipts to the tool crib, Bay 3, by Jan. 29, 2027. Carla Boone: 614-555-0133",
            "flyer",
        ),
    ),
    (
        VOTE,
        M(
            "Your ballot comes by mail. We send ballots on Monday, December 7, 2026, and they must reach us by noon on Monday, December 21, 2026. That leaves two weeks. The agreement would last three years, with raises of 3% in 2027, 2.5% in 2028 and 2% in 2029. The committee asks you to vote yes. To vote you must be a member in good standing; there are 412 of us. The full text: https://local88.example/ta. Joan Prewitt is the teller."
        ),
    ),
    (
        VOTE,
        M(
            "Vote by mail on the tentative agreement: 3 years, raises of 3, 2.5 and 2 percent. Ballots out Dec. 7, back by Dec. 21, noon. https://local88.example/ta Local 88. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        VOTE,
        M(
            "Members in good standing, all 412 of you, vote by mail. Ballots are mailed December 7, 2026. Ballots that reach Teller Joan Prewitt after noon on December 21, 2026 are not counted. What is in the three-year agreement: a raise of three percent in 2027, of two and a half percent in 2028 and of two percent in 2029. The bargaining committee recommends that you vote yes. See https://local88.example/ta.",
            "letter",
        ),
    ),
    (
        PARTY,
        M(
            "Bring the family to our holiday party on Sunday, December 13, from 2 to 5 in the afternoon. We meet at VFW Post 9, 31 Mill Rd. Every child gets a small gift. Please bring a dish to share, but no alcohol. Tell Denise Park by December 7, a Monday, that you are coming: 614-555-0109.",
            "flyer",
        ),
    ),
    (
        PARTY,
        M(
            "Holiday party: Sun, Dec 13, 2-5 PM, VFW Post 9, 31 Mill Road. Families welcome! Bring a dish. RSVP by Mon, Dec 7: 614-555-0109. Local 88. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        PARTY,
        M(
            "We celebrate: Sunday, December 13, 2026, 2:00 PM to 5:00 PM, VFW Post 9, 31 Mill Road. Members and families are invited. There will be a small gift for each child. Share a dish with us. Alcohol is not allowed. Let Denise Park know no later than December 7, 2026, at 614-555-0109."
        ),
    ),
    (
        DESCANSO,
        M(
            "Venga el jueves 3 de diciembre, de 6 a 7:30 de la tarde, al Salón B de la Biblioteca Central. La gerencia cambió los descansos en el almacén y el 23 de noviembre presentamos una queja. No firme el nuevo formulario. ¿Ya lo firmó? Tiene que avisar a Luz Herrera: 614-555-0161. El cambio afecta a 28 trabajadores.",
            **es,
        ),
    ),
    (
        DESCANSO,
        M(
            "No firme el formulario nuevo. Reunión: jue. 3 dic., 18:00 a 19:30, Salón B, Biblioteca Central. Luz Herrera 614-555-0161. Local 88. Responda ALTO para no recibir más.",
            "sms",
            language="es",
        ),
    ),
]

NURSES = G(
    "Nurses on the surgical floor work short. The hospital agreed to hire eight nurses by March 1, 2027. Until they start, nobody may be ordered to work more than 12 hours. Write down every refused break.",
    [
        ("date", "Staff meeting Wednesday, January 13, 2027"),
        ("time", "7:15 AM and again 7:15 PM"),
        ("room", "Cafeteria annex, Building C"),
        ("name", "Unit steward Olga Brandt"),
        ("phone", "202-555-0118"),
        ("link", "https://nurses5.example/short"),
    ],
    sender="Nurses Local 5",
    sector="private",
)
LUNCH = G(
    "The lunch break becomes paid from the first pay period of 2027. It covers warehouse and dock workers; clerks already have it. The local gave up the Saturday premium in return.",
    [
        ("money", "$1,150 a year for a full-time worker"),
        ("number", "164 workers"),
        ("date", "starts January 10, 2027"),
        ("reference", "Article 14, Section 6"),
        ("name", "President Amir Haddad"),
        ("email", "help@local310.example"),
    ],
    sender="Local 310",
    sector="private",
)
CLASS = G(
    "Class for new stewards. Seats are limited; the local pays the fee and lost time. Bring a laptop. The class is held in English with Spanish interpretation.",
    [
        ("date", "Saturday, January 16 and Sunday, January 17, 2027"),
        ("time", "8:30 AM to 4:00 PM"),
        ("room", "Labor Center, 19 Ferry Street, second floor"),
        ("deadline", "Register by December 18, 2026"),
        ("number", "24 seats"),
        ("phone", "202-555-0170"),
        ("name", "Yusuf Kamara"),
    ],
    klass="event",
    sender="Local 310",
)
FERIADOS = G(
    "El sindicato ganó el arbitraje sobre el pago de días feriados. La empresa debe pagar antes del 15 de enero de 2027. No hay que llenar ningún formulario. Los trabajadores temporales no están incluidos.",
    [
        ("monto", "$212 por persona"),
        ("fecha", "15 de enero de 2027"),
        ("número", "96 trabajadores"),
        ("nombre", "Tesorera Pilar Montes"),
        ("teléfono", "202-555-0155"),
    ],
    sender="Local 310",
    sector="private",
)
third_p = "Nurses on the surgical floor work short. The hospital agreed to hire eight nurses by March 1, 2027. Until they start, nobody may be ordered to work more than 12 hours. Write down every refused break. The staff meeting is on Wednesday, January 13, 2027, at 7:15 AM and again at 7:15 PM in the Cafeteria annex, Building C. Unit steward Olga Brandt, 202-555-0118, or https://nurses5.example/short."
third_l = "The lunch break becomes paid from the first pay period of 2027. It starts January 10, 2027. It covers warehouse and dock workers; clerks already have it. For a full-time worker it is worth $1,150 a year, and 164 workers get it (Article 14, Section 6). The local gave up the Saturday premium in return. Ask President Amir Haddad at help@local310.example."
third_c = "The class for new stewards is on Saturday, January 16 and Sunday, January 17, 2027, from 8:30 AM to 4:00 PM at the Labor Center, 19 Ferry Street, second floor. There are 24 seats. The local pays the fee and lost time. Bring a laptop. The class is held in English with Spanish interpretation. Register by December 18, 2026 with Yusuf Kamara, 202-555-0170."
third_s = "El sindicato ganó el arbitraje sobre el pago de días feriados. La empresa debe pagar $212 por persona antes del 15 de enero de 2027. Son 96 trabajadores. No hay que llenar ningún formulario. Los trabajadores temporales no están incluidos. Preguntas: Tesorera Pilar Montes, 202-555-0155."
FAULTS += [
    ("medical floor", NURSES, M(r(third_p, "surgical floor", "maternity floor"))),
    ("promised fire", NURSES, M(r(third_p, "agreed to hire", "refused to hire"))),
    ("eighteen", NURSES, M(r(third_p, "hire eight nurses", "hire eighteen nurses"))),
    ("16 hours", NURSES, M(r(third_p, "12 hours", "16 hours"))),
    ("less", NURSES, M(r(third_p, "more than 12", "less than 12"))),
    ("may be ordered", NURSES, M(r(third_p, "nobody may be ordered", "everybody may be ordered"))),
    ("from march", NURSES, M(r(third_p, "by March 1", "after March 1"))),
    ("hospital/local", NURSES, M(r(third_p, "The hospital agreed", "The union agreed"))),
    ("granted breaks", NURSES, M(r(third_p, "refused break", "granted break"))),
    ("only am", NURSES, M(r(third_p, "at 7:15 AM and again at 7:15 PM", "at 7:15 AM"))),
    ("bldg", NURSES, M(r(third_p, "Building C", "Building G"))),
    ("olga", NURSES, M(r(third_p, "Olga Brandt", "Helga Brandt"))),
    ("case", NURSES, M(third_p + " Nurse Tina Marsh was written up on Monday for refusing.")),
    ("strike", NURSES, M(third_p + " If they do not listen, we go on strike.")),
    ("unpaid", LUNCH, M(r(third_l, "becomes paid", "becomes unpaid"))),
    ("office", LUNCH, M(r(third_l, "warehouse and dock workers", "warehouse and office workers"))),
    ("month", LUNCH, M(r(third_l, "$1,150 a year", "$1,150 a month"))),
    ("part", LUNCH, M(r(third_l, "full-time", "part-time"))),
    ("sunday", LUNCH, M(r(third_l, "Saturday premium", "Sunday premium"))),
    ("gained", LUNCH, M(r(third_l, "gave up", "won"))),
    ("614", LUNCH, M(r(third_l, "164", "146"))),
    ("ends", LUNCH, M(r(third_l, "It starts January 10", "It ends January 10"))),
    ("art", LUNCH, M(r(third_l, "Article 14", "Article 4"))),
    ("vp", LUNCH, M(r(third_l, "President Amir", "Vice President Amir"))),
    (
        "every",
        LUNCH,
        M(r(third_l, "It covers warehouse and dock workers; clerks already have it.", "It covers all employees.")),
    ),
    ("member pays", CLASS, M(r(third_c, "The local pays the fee and lost time.", "You pay the fee yourself."))),
    (
        "fri",
        CLASS,
        M(r(third_c, "Saturday, January 16 and Sunday, January 17", "Friday, January 15 and Saturday, January 16")),
    ),
    ("interp", CLASS, M(r(third_c, "Spanish interpretation", "French interpretation"))),
    ("lunch", CLASS, M(third_c + " Lunch and hotel are included.")),
    ("street", CLASS, M(r(third_c, "19 Ferry Street", "19 Perry Street"))),
    ("reg open", CLASS, M(r(third_c, "Register by December 18", "Registration opens December 18"))),
    ("seats", CLASS, M(r(third_c, "24 seats", "42 seats"))),
    (
        "sms",
        CLASS,
        M(
            "Steward class next weekend, 8:30 AM-4 PM, Labor Center, 19 Ferry Street. Register by Dec 18: 202-555-0170. Local 310. Reply STOP to end.",
            "sms",
        ),
    ),
    ("es perdio", FERIADOS, M(r(third_s, "ganó", "perdió"), **es)),
    ("es despues", FERIADOS, M(r(third_s, "antes del 15", "después del 15"), **es)),
    ("es form", FERIADOS, M(r(third_s, "No hay que llenar ningún formulario", "Hay que llenar un formulario"), **es)),
    ("es temp", FERIADOS, M(r(third_s, "no están incluidos", "también están incluidos"), **es)),
    ("es monto", FERIADOS, M(r(third_s, "$212 por persona", "$212 en total"), **es)),
    ("es vac", FERIADOS, M(r(third_s, "días feriados", "horas extras"), **es)),
    ("es quien", FERIADOS, M(r(third_s, "La empresa debe pagar", "El sindicato debe pagar"), **es)),
    ("es cargo", FERIADOS, M(r(third_s, "Tesorera Pilar", "Presidenta Pilar"), **es)),
    ("es tel", FERIADOS, M(r(third_s, "0155", "0515"), **es)),
]
CLEAN += [
    (NURSES, M(third_p)),
    (LUNCH, M(third_l)),
    (CLASS, M(third_c)),
    (FERIADOS, M(third_s, **es)),
    (
        NURSES,
        M(
            "Short again on the surgical floor? By March 1, 2027, the hospital has to hire eight nurses; that was agreed. In the meantime no one can be ordered to stay longer than 12 hours. If they refuse you a break, write it down each time. Come on Wednesday, January 13, 2027, before or after your shift: 7:15 in the morning or 7:15 in the evening, Building C, Cafeteria annex. Olga Brandt is your unit steward: 202-555-0118. More: https://nurses5.example/short"
        ),
    ),
    (
        NURSES,
        M(
            "Eight more nurses by March 1 for the surgical floor. Until then: 12 hours at most. Staff meeting Wed, Jan 13, 7:15 AM and 7:15 PM, Cafeteria annex, Bldg C. Olga Brandt 202-555-0118. Nurses Local 5. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        NURSES,
        M(
            "You cannot be made to work more than 12 hours while we wait for the eight new nurses. The hospital agreed to have them by March 1, 2027. Keep a note of each break you are refused. Staff meeting: Wednesday, January 13, 2027, Cafeteria annex in Building C, at 7:15 a.m. and at 7:15 p.m. Ask Olga Brandt (202-555-0118) or see https://nurses5.example/short.",
            "newsletter",
        ),
    ),
    (
        LUNCH,
        M(
            "Your lunch break will be paid. It begins with the first pay period of the new year, on January 10, 2027. Warehouse and dock workers gain it, 164 people in all; clerks have had it for years. A full-time worker gains about $1,150 a year. In return we gave up the Saturday premium. You find it in Article 14, Section 6. President Amir Haddad answers at help@local310.example."
        ),
    ),
    (
        LUNCH,
        M(
            "From January 10, 2027, lunch is paid time for 164 warehouse and dock workers. That is $1,150 per year if you work full time. The price: the Saturday premium is gone. Article 14, Section 6. Write to Amir Haddad, president, help@local310.example.",
            "board",
        ),
    ),
    (
        CLASS,
        M(
            "New steward? Learn the job on Saturday and Sunday, January 16 and 17, 2027. We start at 8:30 in the morning and finish at 4 in the afternoon. You find us on the second floor of the Labor Center, 19 Ferry Street. Only 24 seats, so please sign up no later than December 18, 2026: Yusuf Kamara, 202-555-0170. It costs you nothing: the local pays the fee and your lost time. Bring a laptop. We speak English, with an interpreter for Spanish."
        ),
    ),
    (
        CLASS,
        M(
            "Steward class Sat-Sun, Jan 16-17, 8:30 AM-4 PM, Labor Center, 19 Ferry St, second floor. 24 seats. Register by Dec 18: 202-555-0170. Local 310. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        CLASS,
        M(
            "If you are a new steward, this class is for you: January 16 and 17, 2027, 8:30 AM to 4:00 PM, Labor Center, second floor, 19 Ferry Street. The fee and lost time are paid by the local. Please have a laptop with you. There will be Spanish interpretation. Sign up with Yusuf Kamara by Friday, December 18, 2026, at 202-555-0170. We have 24 seats.",
            "letter",
        ),
    ),
    (
        FERIADOS,
        M(
            "Ganamos el arbitraje sobre los días feriados. La empresa tiene que pagarle $212 a cada uno de los 96 trabajadores antes del 15 de enero de 2027. Usted no tiene que llenar nada. El fallo no incluye a los trabajadores temporales. ¿Preguntas? Llame a Pilar Montes, tesorera, al 202-555-0155.",
            **es,
        ),
    ),
    (
        FERIADOS,
        M(
            "Ganamos: $212 por persona por los feriados, antes del 15 de ene. No llene ningún formulario. Pilar Montes 202-555-0155. Local 310. Responda ALTO para no recibir más.",
            "sms",
            language="es",
        ),
    ),
]

MOLD = G(
    "The state inspector found mold in the dispatch room. The city must clean it by February 26, 2027. Dispatchers work from the east annex until then. Anyone with symptoms should report them in writing.",
    [
        ("date", "Walk-through on Tuesday, February 2, 2027"),
        ("time", "1:30 PM"),
        ("room", "Dispatch room, basement level"),
        ("name", "Safety chair Nadia Cole"),
        ("phone", "503-555-0144"),
        ("number", "19 dispatchers"),
    ],
    sender="Local 77",
    sector="private",
)
DENTAL = G(
    "Retirees keep the dental plan. The premium falls from $31 to $26 a month on April 1, 2027. Enrollment is not needed. Spouses are covered as before.",
    [
        ("money", "from $31 to $26 a month"),
        ("date", "April 1, 2027"),
        ("number", "230 retirees"),
        ("name", "Benefits officer Paul Dietz"),
        ("email", "benefits@local77.example"),
    ],
    sender="Local 77",
    sector="private",
)
DELEGADOS = G(
    "La votación para elegir delegados es en persona. Solo votan los afiliados con cuotas al día. Hay que mostrar una identificación con foto.",
    [
        ("fecha", "miércoles 10 de febrero de 2027"),
        ("hora", "de 7:00 a. m. a 6:00 p. m."),
        ("sala", "Centro Comunal, Salón 3"),
        ("nombre", "Comité electoral: Rosa Quispe"),
        ("teléfono", "503-555-0188"),
    ],
    sender="Local 77",
    sector="private",
)
fourth_w = "The state inspector found mold in the dispatch room. The city must clean it by February 26, 2027. Dispatchers, 19 of them, work from the east annex until then. Anyone with symptoms should report them in writing. The walk-through is on Tuesday, February 2, 2027, at 1:30 PM in the dispatch room on the basement level. Safety chair Nadia Cole: 503-555-0144."
fourth_q = "Retirees keep the dental plan. The premium falls from $31 to $26 a month on April 1, 2027. Enrollment is not needed. Spouses are covered as before. This touches 230 retirees. Ask Benefits officer Paul Dietz at benefits@local77.example."
fourth_t = "La votación para elegir delegados es en persona, el miércoles 10 de febrero de 2027, de 7:00 a. m. a 6:00 p. m., en el Centro Comunal, Salón 3. Solo votan los afiliados con cuotas al día. Hay que mostrar una identificación con foto. Comité electoral: Rosa Quispe, 503-555-0188."
FAULTS += [
    ("federal insp", MOLD, M(r(fourth_w, "state inspector", "federal inspector"))),
    ("asbestos", MOLD, M(r(fourth_w, "found mold", "found asbestos"))),
    ("no mold", MOLD, M(r(fourth_w, "found mold", "found no mold"))),
    ("may clean", MOLD, M(r(fourth_w, "must clean it", "may clean it"))),
    ("since", MOLD, M(r(fourth_w, "by February 26", "starting February 26"))),
    ("county", MOLD, M(r(fourth_w, "The city must", "The county must"))),
    ("west", MOLD, M(r(fourth_w, "east annex", "west annex"))),
    ("oral", MOLD, M(r(fourth_w, "in writing", "by phone"))),
    ("90", MOLD, M(r(fourth_w, "19 of them", "90 of them"))),
    ("lose", DENTAL, M(r(fourth_q, "Retirees keep", "Retirees lose"))),
    ("rises", DENTAL, M(r(fourth_q, "falls from $31 to $26", "rises from $26 to $31"))),
    ("vision", DENTAL, M(r(fourth_q, "dental plan", "vision plan"))),
    ("needed", DENTAL, M(r(fourth_q, "Enrollment is not needed.", "You must enroll by March 15."))),
    ("spouses", DENTAL, M(r(fourth_q, "Spouses are covered as before", "Spouses are no longer covered"))),
    ("week", DENTAL, M(r(fourth_q, "$26 a month", "$26 a week"))),
    ("april 11", DENTAL, M(r(fourth_q, "April 1,", "April 11,"))),
    ("correo", DELEGADOS, M(r(fourth_t, "en persona", "por correo"), **es)),
    (
        "todos",
        DELEGADOS,
        M(r(fourth_t, "Solo votan los afiliados con cuotas al día", "Votan todos los trabajadores"), **es),
    ),
    (
        "sin foto",
        DELEGADOS,
        M(r(fourth_t, "Hay que mostrar una identificación con foto", "No hay que mostrar identificación"), **es),
    ),
    ("hora", DELEGADOS, M(r(fourth_t, "6:00 p. m.", "8:00 p. m."), **es)),
    ("dia", DELEGADOS, M(r(fourth_t, "miércoles 10", "jueves 10"), **es)),
    ("ejecutiva", DELEGADOS, M(r(fourth_t, "elegir delegados", "elegir presidente"), **es)),
    ("salon", DELEGADOS, M(r(fourth_t, "Salón 3", "Salón 8"), **es)),
    ("ident", MOLD, M(fourth_w + " The dispatcher who filed the complaint last month has asthma.")),
]
CLEAN += [
    (MOLD, M(fourth_w)),
    (DENTAL, M(fourth_q)),
    (DELEGADOS, M(fourth_t, **es)),
    (
        MOLD,
        M(
            "There is mold in the dispatch room, says the state inspector. The city has until February 26, 2027 to clean it. Meanwhile our 19 dispatchers sit in the east annex. Do you have symptoms? Please report them, in writing. We walk through the dispatch room on the basement level on Tuesday, February 2, 2027, at half past one in the afternoon. Contact Nadia Cole, safety chair, 503-555-0144."
        ),
    ),
    (
        MOLD,
        M(
            "Mold: walk-through Tue, Feb 2, 1:30 PM, dispatch room, basement level. Symptoms? Report them in writing. City must clean by Feb 26. Nadia Cole 503-555-0144. Local 77. Reply STOP to end.",
            "sms",
        ),
    ),
    (
        DENTAL,
        M(
            "Good news for our 230 retirees: the dental plan stays, and it gets cheaper. From April 1, 2027 you pay $26 per month instead of $31, five dollars less. You do not need to enroll. Your spouse stays covered. Paul Dietz, benefits officer, answers at benefits@local77.example."
        ),
    ),
    (
        DENTAL,
        M(
            "Your dental premium goes down on April 1, 2027: from $31 a month to $26 a month. There is nothing to sign. Spouses remain covered as before. 230 retirees have this plan. Questions: Paul Dietz, benefits@local77.example",
            "newsletter",
        ),
    ),
    (
        DELEGADOS,
        M(
            "Vote en persona el mié. 10 de feb., de 7 a. m. a 6 p. m., Centro Comunal, Salón 3. Traiga una identificación con foto. Rosa Quispe 503-555-0188. Local 77. Responda ALTO para no recibir más.",
            "sms",
            language="es",
        ),
    ),
    (
        DELEGADOS,
        M(
            "Elegimos delegados el miércoles 10 de febrero de 2027. Puede votar en persona desde las siete de la mañana hasta las seis de la tarde, en el Salón 3 del Centro Comunal. Debe tener sus cuotas al día y mostrar una identificación con foto. ¿Preguntas? Rosa Quispe, del comité electoral: 503-555-0188.",
            **es,
        ),
    ),
]
