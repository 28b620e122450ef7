"""Six more, after both sets before: new badges, holiday pay, a luncheon, noise, bylaws, an ice storm."""

import dataclasses
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

TRUE: list[tuple[str, Ground, Draft]] = []
TURNS: list[tuple[str, str, str, str]] = []


def G(purpose: str, facts: list[tuple[str, str]], sources=(), klass="representational", sector="federal") -> Ground:
    return Ground(
        today=date(2026, 11, 29),
        purpose=purpose,
        facts=tuple(Fact(f"f{n}", kind, value) for n, (kind, value) in enumerate(facts, 1)),
        sources=tuple(Source(f"s{n}", label, text) for n, (label, text) in enumerate(sources, 1)),
        known=("Gulf Coast Workers Alliance", "Local 1530", "PO Box 1530, Mobile, AL 36600", "251-555-0100"),
        sender="Local 1530",
        klass=klass,
        sector=sector,
        merge_fields=frozenset({"first_name", "worksite", "steward_name", "local_name"}),
    )


def t(name: str, ground: Ground, channel: str, body: str, subject="", pre="", lang="en") -> None:
    TRUE.append((name, ground, Draft(channel, body.strip(), subject, pre, lang)))


def f(base: str, what: str, old: str, new: str) -> None:
    TURNS.append((base, what, old, new))


BAD = G(
    "The shipyard changes badge readers on December 7. Everyone must pick up a new badge at the security office by December 4. Old badges stop working at midnight on December 6. Bring a photo ID. The union got management to count the pick-up as work time.",
    [
        ("date", "Monday, December 7, 2026"),
        ("deadline", "Friday, December 4, 2026"),
        ("place", "Security office, Gate 2"),
        ("time", "5:00 am to 7:00 pm"),
        ("name", "Troy Billings, steward"),
        ("phone", "251-555-0143"),
    ],
    sector="private",
)
t(
    "BA1",
    BAD,
    "email",
    """Hey {{ first_name }},

Heads up: the shipyard is putting in new badge readers on Monday, December 7. Your old badge quits working at midnight on December 6.

Go get a new one at the security office by Gate 2. They're open from 5:00 am to 7:00 pm. You have until Friday, December 4. Don't forget your photo ID!

And no, you don't have to do it on your own dime. We got management to count it as work time.

Trouble? Troy Billings, steward, 251-555-0143.

Local 1530""",
    "New badge by Friday",
)
t(
    "BA2",
    BAD,
    "sms",
    "Local 1530: Get your new badge by Fri Dec 4 at the security office, Gate 2, 5 am-7 pm. Bring photo ID. It counts as work time. Troy Billings 251-555-0143. Reply STOP to opt out.",
)
f("BA1", "gate", "Gate 2", "Gate 7")
f("BA1", "date", "December 7", "December 8")
f("BA1", "ID negated", "Don't forget your photo ID!", "You don't need a photo ID.")
f("BA2", "day", "Fri Dec 4", "Sat Dec 5")
f("BA2", "work time", "It counts as work time", "It does not count as work time")
HOL = G(
    "The agency denied holiday pay to 27 employees who were on leave the day before Thanksgiving. The union filed a group grievance on November 27. Affected members should send their November pay stub to the chief steward. No one has to file alone. The agency has 20 days to answer.",
    [
        ("number", "27 employees"),
        ("date", "November 27, 2026"),
        ("text", "The agency has 20 days to answer"),
        ("name", "Patricia Vo, chief steward"),
        ("email", "pvo@local1530.org"),
        ("phone", "251-555-0151"),
    ],
    [
        (
            "Article 14, Section 6",
            "An employee on approved paid leave on the workday before a holiday shall receive holiday pay.",
        )
    ],
)
t(
    "HO1",
    HOL,
    "email",
    """Dear {{ first_name }},

Were you on leave the day before Thanksgiving and didn't get holiday pay? You are not alone: the agency denied it to 27 of us.

Our contract is plain. Article 14, Section 6 says an employee on approved paid leave on the workday before a holiday “shall receive holiday pay.”

On November 27 the union filed one grievance for the whole group. You do not need to file your own. The agency now has 20 days to answer.

We need one thing from you: your November pay stub. Send it to Patricia Vo, chief steward, at pvo@local1530.org, or call her at 251-555-0151.

In solidarity,
Local 1530""",
    "Missing your holiday pay?",
)
t(
    "HO2",
    HOL,
    "talking_points",
    """Holiday pay: what to say

1. 27 employees did not get holiday pay because they were on leave the day before Thanksgiving.
2. The union filed a group grievance on November 27.
3. Nobody has to file alone.
4. Ask for the November pay stub. It goes to Patricia Vo, chief steward: pvo@local1530.org.
5. The agency has 20 days to answer.

Don't promise a result.""",
    "Holiday pay",
)
t(
    "HO3",
    HOL,
    "email",
    """Estimado/a {{ first_name }}:

La agencia negó el pago de feriado a 27 empleados que estaban de licencia el día antes del Día de Acción de Gracias.

El 27 de noviembre el sindicato presentó una queja de grupo. Nadie tiene que presentarla solo. La agencia tiene 20 días para responder.

Mande su talón de pago de noviembre a Patricia Vo, delegada principal: pvo@local1530.org o 251-555-0151.

Local 1530""",
    "Pago de feriado",
    lang="es",
)
f("HO1", "quote", "shall receive holiday pay", "may receive holiday pay")
f("HO1", "who filed", "the union filed one grievance", "the agency filed one grievance")
f("HO1", "days", "20 days", "30 days")
f("HO1", "month", "your November pay stub", "your October pay stub")
f("HO2", "file alone", "Nobody has to file alone", "Everybody has to file alone")
f("HO3", "count", "27 empleados", "72 empleados")
f("HO3", "quién", "el sindicato presentó", "la agencia presentó")
GALA = G(
    "Retirees' luncheon on December 15. Members who retired in the last two years are our guests; everyone else pays $18. Menu: fried catfish or vegetable pasta. Reserve with Odessa by December 8. Parking is free behind the hall.",
    [
        ("date", "Tuesday, December 15, 2026"),
        ("time", "11:30 am"),
        ("place", "Knights Hall, 240 Dauphin Street"),
        ("amount", "$18"),
        ("deadline", "Tuesday, December 8, 2026"),
        ("name", "Odessa Turnbull"),
        ("phone", "251-555-0190"),
    ],
    klass="event",
    sector="public",
)
t(
    "GA1",
    GALA,
    "letter",
    """Dear {{ first_name }},

Come have lunch with old friends! The retirees' luncheon is on Tuesday, December 15, 2026, at 11:30 am in the Knights Hall, 240 Dauphin Street.

If you retired in the past two years, you eat as our guest. For everybody else the price is $18. You can choose between fried catfish and vegetable pasta.

Please call Odessa Turnbull by Tuesday, December 8, to reserve your seat: 251-555-0190. You can park behind the hall at no charge.

Warmly,
Local 1530""",
    "Retirees' luncheon",
)
t(
    "GA2",
    GALA,
    "flyer",
    """Retirees' luncheon

Tuesday, December 15
11:30 am
Knights Hall, 240 Dauphin Street

- Fried catfish or vegetable pasta
- $18 - free if you retired in the last two years
- Free parking behind the hall

Reserve by December 8: Odessa Turnbull, 251-555-0190""",
    "Retirees' luncheon",
)
f("GA1", "price", "$18", "$8")
f("GA1", "years", "past two years", "past five years")
f("GA1", "street", "240 Dauphin", "420 Dauphin")
f("GA1", "menu", "fried catfish", "fried chicken")
f("GA2", "time", "11:30 am", "12:30 pm")
f("GA2", "parking", "Free parking behind", "Parking for a fee behind")
NOI = G(
    "Noise at the press line measured 94 decibels on November 19. The limit is 90. The company ordered ear muffs for all 58 operators; they arrive on December 3. Until then the company must offer ear plugs at no cost. Hearing tests are voluntary and confidential.",
    [
        ("number", "94 decibels"),
        ("number", "58 operators"),
        ("date", "November 19, 2026"),
        ("date", "Thursday, December 3, 2026"),
        ("text", "Hearing tests are voluntary and confidential"),
        ("name", "Lamar Echols, safety steward"),
        ("phone", "251-555-0178"),
    ],
    sector="private",
)
t(
    "NO1",
    NOI,
    "email",
    """Hi {{ first_name }},

It's loud at the press line, and now we have the number: 94 decibels, measured on November 19. The limit is 90.

What happens next: the company has ordered ear muffs for all 58 operators. They should be here Thursday, December 3. Until they arrive, the company has to give you ear plugs for free.

You can also have your hearing tested. It's up to you, and nobody sees the result but you.

Call Lamar Echols, safety steward, if you don't get your plugs: 251-555-0178.

Local 1530""",
    "94 decibels at the press line",
)
t(
    "NO2",
    NOI,
    "board",
    """Noise at the press line

Measured on November 19, 2026: 94 decibels. Limit: 90.

Ear muffs for all 58 operators arrive on December 3.
Until then: ear plugs at no cost.

Hearing tests are voluntary and confidential.

Lamar Echols, safety steward, 251-555-0178""",
    "Noise at the press line",
)
f("NO1", "decibels", "94 decibels, measured", "84 decibels, measured")
f("NO1", "limit", "The limit is 90", "The limit is 95")
f("NO1", "operators", "58 operators", "85 operators")
f("NO2", "voluntary", "voluntary and confidential", "mandatory and confidential")
f("NO2", "cost", "at no cost", "at half price")
f("NO1", "promise", "Local 1530", "The company will slow the line down.\n\nLocal 1530")
BYL = G(
    "The bylaws committee proposes three changes: two-year terms for officers become three-year terms, meetings may be held online, and the quorum falls from 40 to 30 members. First reading on January 12, vote on February 9. A change needs two thirds of those voting.",
    [
        ("date", "Tuesday, January 12, 2027"),
        ("date", "Tuesday, February 9, 2027"),
        ("time", "6:30 pm"),
        ("place", "Union hall, 88 Conti Street"),
        ("text", "A change needs two thirds of those voting"),
        ("link", "https://local1530.org/bylaws"),
        ("name", "Judith Sayles, bylaws committee"),
    ],
    klass="internal_business",
    sector="public",
)
t(
    "BY1",
    BYL,
    "email",
    """Hello {{ first_name }},

The bylaws committee wants to change three things, and you get the last word:

1. Officers would serve three-year terms instead of two-year terms.
2. Meetings could be held online.
3. The quorum would drop from 40 members to 30.

We read the changes for the first time on Tuesday, January 12. The vote follows on Tuesday, February 9. Both meetings begin at 6:30 pm in the union hall, 88 Conti Street.

To pass, a change needs two thirds of those voting.

Read the full text at https://local1530.org/bylaws, or ask Judith Sayles of the bylaws committee.

Local 1530""",
    "Three changes to our bylaws",
)
t(
    "BY2",
    BYL,
    "sms",
    "Local 1530: Bylaws changes! First reading Tue Jan 12, vote Tue Feb 9, 6:30 pm, Union hall, 88 Conti Street. Read them: local1530.org/bylaws Reply STOP to opt out.",
)
f("BY1", "quorum", "from 40 members to 30", "from 30 members to 40")
f("BY1", "terms", "three-year terms instead of two-year", "four-year terms instead of two-year")
f("BY1", "majority", "two thirds of those voting", "half of those voting")
f("BY1", "vote day", "Tuesday, February 9", "Tuesday, February 16")
f("BY2", "swapped", "First reading Tue Jan 12, vote Tue Feb 9", "Vote Tue Jan 12, first reading Tue Feb 9")
f("BY2", "link", "local1530.org/bylaws", "local1530.com/bylaws")
ATT = G(
    "Management cannot discipline anyone for calling in sick during the ice storm of November 24 and 25, the arbitrator ruled on November 26. Warnings already issued will be removed within 10 days. If you got a warning, send a copy to your steward.",
    [
        ("date", "November 26, 2026"),
        ("text", "Management cannot discipline anyone for calling in sick during the ice storm of November 24 and 25"),
        ("text", "Warnings already issued will be removed within 10 days"),
        ("name", "Carlton Yee, vice president"),
        ("phone", "251-555-0166"),
    ],
    sector="public",
)
t(
    "AT1",
    ATT,
    "email",
    """Dear {{ first_name }},

The arbitrator ruled on November 26: nobody may be disciplined for calling in sick during the ice storm of November 24 and 25.

If you already have a warning, it comes out of your file within 10 days. Please send a copy of it to your steward so that we can check.

Questions? Carlton Yee, vice president, 251-555-0166.

Local 1530""",
    "Ice storm: warnings must go",
)
t(
    "AT2",
    ATT,
    "sms",
    "Local 1530: El arbitro decidio: no pueden disciplinar a nadie por reportarse enfermo en la tormenta de hielo del 24 y 25 de noviembre. Carlton Yee 251-555-0166. Responda STOP para no recibir mas.",
    lang="es",
)
f("AT1", "nobody", "nobody may be disciplined", "everybody may be disciplined")
f("AT1", "days", "within 10 days", "within 100 days")
f("AT1", "storm days", "November 24 and 25", "November 23 and 24")
f("AT1", "to whom", "to your steward so", "to your manager so")
f("AT1", "who ruled", "The arbitrator ruled", "The company ruled")
f("AT2", "no dropped", "no pueden disciplinar a nadie", "pueden disciplinar a todos")


def _turned(base: str, old: str, new: str) -> tuple[Ground, Draft]:
    ground, draft = next((ground, draft) for name, ground, draft in TRUE if name == base)
    assert old in draft.whole()
    said = {part: text.replace(old, new, 1) for part, text in draft.fields()}
    return ground, dataclasses.replace(draft, **said)


F = [(f"{base}: {what}", *_turned(base, old, new)) for base, what, old, new in TURNS]
