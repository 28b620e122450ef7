"""Two more briefs, written last: true texts in free words, and the same with one thing turned."""

import dataclasses

from tests.comms.texts.free_words import C, E, G, S

FLU = G(
    "The clinic at the Airport Center gives free flu shots to employees. The union asked for a second day, and the agency agreed. No appointment is needed. Contractors are not included.",
    [
        ("date", "Tuesday, December 8, 2026"),
        ("date", "Thursday, December 17, 2026"),
        ("time", "9 am to 3 pm"),
        ("room", "Clinic, Terminal 2"),
        ("name", "Ingrid Palmer, health steward"),
        ("phone", "305-555-0161"),
    ],
)
FL1 = """Hello {{ first_name }},

You can get your flu shot for free at the Airport Center. The clinic in Terminal 2 is ready for you on two days: Tuesday, December 8, and Thursday, December 17, from 9 am to 3 pm. We asked the agency for the second day, and it said yes.

Just walk in; you do not need an appointment. Contractors, sadly, cannot take part.

Ingrid Palmer, health steward, will gladly answer you at 305-555-0161.

Local 88"""
FL2 = "Local 88: Free flu shots Tue Dec 8 & Thu Dec 17, 9 am-3 pm, Clinic, Terminal 2. No appointment needed. 305-555-0161 Reply STOP to opt out."
LOC = G(
    "Lockers in the Mill Building are being replaced. Members must empty their lockers by December 11. Union stewards keep watch while the old lockers are opened. The employer pays for lost items up to $75.",
    [
        ("deadline", "Friday, December 11, 2026"),
        ("money", "$75"),
        ("number", "140 lockers"),
        ("name", "Cedric Barnes, steward"),
        ("phone", "612-555-0144"),
    ],
    sector="private",
)
LO1 = """Hello {{ first_name }},

All 140 lockers in the Mill Building will be replaced. Please clear yours out no later than Friday, December 11.

Stewards will be there when the old ones are opened. Should something of yours get lost, the employer covers up to $75.

Any questions? Talk to Cedric Barnes, steward, 612-555-0144.

Local 88"""
LO2 = """LOCKERS: EMPTY YOURS BY DECEMBER 11

- 140 lockers in the Mill Building are being replaced
- A steward watches when they are opened
- Lost something? The employer pays up to $75

Cedric Barnes, steward, 612-555-0144"""
TRUE = [("FL1", FLU, E(FL1)), ("FL2", FLU, S(FL2)), ("LO1", LOC, E(LO1)), ("LO2", LOC, C("flyer", LO2))]
BASE = {n: (g, d) for n, g, d in TRUE}


def R(base, before, after, what):
    g, d = BASE[base]
    assert before in d.body, (base, before)
    return (what, g, dataclasses.replace(d, body=d.body.replace(before, after)))


F = [
    R("FL1", "for free", "for $10", "cost"),
    R("FL1", "it said yes", "it said no", "no"),
    R("FL1", "you do not need an appointment", "you need an appointment", "appointment"),
    R("FL1", "Contractors, sadly, cannot take part.", "Contractors can take part too.", "contractors"),
    R("FL1", "flu shot", "eye test", "matter"),
    R("FL1", "Terminal 2", "Terminal 3", "terminal"),
    R("FL1", "We asked the agency", "The nurses asked the agency", "who"),
    R("FL2", "Thu Dec 17", "Thu Dec 10", "date"),
    R("FL1", "Ingrid Palmer", "Ingrid Parker", "name"),
    R("FL1", "gladly answer you", "drive you there", "ride"),
    R("LO1", "no later than Friday", "no earlier than Friday", "dir"),
    R("LO1", "the employer covers", "the union covers", "payer"),
    R("LO1", "up to $75", "at least $75", "least"),
    R("LO1", "will be replaced", "will be removed for good", "removed"),
    R("LO1", "Stewards will be there", "Managers will be there", "managers"),
    R("LO2", "pays up to $75", "pays nothing", "nothing"),
    R("LO2", "140 lockers", "104 lockers", "count"),
    R("LO1", "Mill Building", "Mail Building", "building"),
    R("LO1", "Any questions?", "Whoever misses the day will be fined.", "threat"),
    R("LO2", "A steward watches when they are opened", "The police watch when they are opened", "police"),
]
PAIRS = []
