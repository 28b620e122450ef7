"""Texts of other invented locals, in other manners: each fault changes one thing in a true text.

`CASES` holds (name, ground, draft, codes); codes is None for a text that is true, else any of them will do.
"""

from dataclasses import replace
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

Case = tuple[str, Ground, Draft, tuple[str, ...] | None]
CASES: list[Case] = []
F = frozenset({"first_name", "worksite", "steward_name", "local_name", "full_name", "shift"})


def G(
    *facts,
    today=date(2026, 11, 28),
    purpose="",
    klass="representational",
    sources=(),
    sender="Local 88",
    known=("Harbor Workers, Local 88", "info@local88.org", "(206) 555-0188"),
    **more,
) -> Ground:
    return Ground(
        today=today,
        facts=tuple(Fact(f"f{i}", k, v) for i, (k, v) in enumerate(facts, 1)),
        purpose=purpose,
        klass=klass,
        sources=tuple(Source(f"s{i}", label, text) for i, (label, text) in enumerate(sources, 1)),
        known=known,
        sender=sender,
        merge_fields=F,
        **more,
    )


def fault(name: str, ground: Ground, draft: Draft, *codes: str) -> None:
    CASES.append((name, ground, draft, codes))


def clean(name: str, ground: Ground, draft: Draft) -> None:
    CASES.append((name, ground, draft, None))


def K(channel: str, body: str, subject: str = "", language: str = "en") -> Draft:
    return Draft(channel, body, subject, language=language)


def changed(text: str, before: str, after: str) -> str:
    assert before in text, before
    return text.replace(before, after)


ANY = (
    *("fact_differs", "fact_unknown", "fact_missing", "name_unknown", "claim", "quote", "weekday", "opposite"),
    *(
        "mixed_up",
        "person_named",
        "past_date",
        "relative_day",
        "not_yet",
        "duty_time",
        "promise",
        "strike",
        "private",
        "beyond_brief",
    ),
    *("candidate", "gov_address", "short_link", "merge_unknown", "merge_broken", "merge_case", "gap", "link_lies"),
)


class Table(list[Case]):
    """True texts, and the same texts with one thing changed; any of `ANY` will do where a row names no codes."""

    def clean(self, name: str, ground: Ground, draft: Draft) -> None:
        self.append((name, ground, draft, None))

    def faults(self, about: str, ground: Ground, true: Draft, rows: list[tuple[str, ...]]) -> None:
        self.clean(about, ground, true)
        for name, before, after in rows:
            body = changed(true.body, before, after)
            wrong = Draft(true.channel, body, true.subject, language=true.language)
            self.append((f"{about}: {name}", ground, wrong, ANY))


# 1 town hall on parking
PARK = G(
    ("text", "The hospital will charge $45 a month for staff parking from January 1, 2027"),
    ("date", "Thursday, December 10, 2026"),
    ("time", "7:00 PM"),
    ("room", "Conference Room B, 4th floor"),
    ("name", "Marcus Bell"),
    ("phone", "206-555-0133"),
    ("link", "https://local88.org/parking"),
    ("percent", "12%"),
    ("number", "340 members"),
    purpose="Parking fees: what the hospital wants to change and how members can push back",
    sector="private",
    sources=(
        (
            "Article 9, Section 2",
            "Parking shall be provided to all employees at no cost. Any change shall be bargained with the Union at least sixty (60) days before it takes effect.",
        ),
    ),
)
PARK_MAIL = """Hi {{ first_name }},

Starting January 1, 2027, the hospital wants to charge $45 a month for parking. That touches 340 members, and it is a 12% jump in what many of you pay to get to work.

Our contract is clear. Article 9 says parking “shall be provided to all employees at no cost.”

Come talk about it on Thursday, December 10, 2026 at 7 p.m. in Conference Room B on the 4th floor.

Can't come? Call Marcus Bell at 206-555-0133 or read more at https://local88.org/parking.

In solidarity,
Local 88"""


def P(a, b):
    return Draft("email", changed(PARK_MAIL, a, b), "Parking fees: come Thursday, December 10")


clean("park", PARK, P("Hi", "Hi"))
for name, a, b, codes in [
    ("date", "December 10, 2026 at", "December 11, 2026 at", ("fact_differs", "weekday")),
    ("wd", "Thursday, December 10, 2026", "Tuesday, December 10, 2026", ("weekday",)),
    ("year", "December 10, 2026 at", "December 10, 2027 at", ("fact_differs",)),
    ("iso", "Thursday, December 10, 2026", "2026-12-17", ("fact_differs",)),
    ("slash", "Thursday, December 10, 2026", "12/17/2026", ("fact_differs",)),
    ("slash short", "Thursday, December 10, 2026", "Thursday, 12/17", ("fact_differs",)),
    ("ordinal", "Thursday, December 10, 2026", "Thursday the 17th of December", ("fact_differs",)),
    ("ordinal2", "Thursday, December 10, 2026", "Thursday, the 17th", ("fact_differs", "fact_unknown")),
    ("the 10th wrong wd", "Thursday, December 10, 2026", "Friday, the 10th", ("fact_differs", "weekday")),
    ("time7:30", "7 p.m.", "7:30 p.m.", ("fact_differs",)),
    ("19:30", "7 p.m.", "19:30", ("fact_differs",)),
    ("half past", "at 7 p.m.", "at half past seven", ("fact_differs", "fact_unknown")),
    (
        "seven thirty in words",
        "at 7 p.m.",
        "at seven thirty in the evening",
        ("fact_differs", "fact_unknown", "fact_missing"),
    ),
    ("8 o'clock", "at 7 p.m.", "at 8 o'clock", ("fact_differs",)),
    ("eight o'clock", "at 7 p.m.", "at eight o'clock", ("fact_differs",)),
    ("7AM", "at 7 p.m.", "at 7AM", ("fact_differs",)),
    ("room C", "Room B", "Room C", ("fact_differs",)),
    ("floor", "on the 4th floor", "on the 5th floor", ("fact_differs",)),
    ("fifth floor", "on the 4th floor", "on the fifth floor", ("fact_differs",)),
    ("drop floor", " on the 4th floor", "", ("fact_missing",)),
    ("drop room", " in Conference Room B on the 4th floor", "", ("fact_missing",)),
    ("other place", "in Conference Room B on the 4th floor", "in the Cafeteria", ("fact_missing", "name_unknown")),
    ("phone", "206-555-0133", "206-555-0313", ("fact_differs",)),
    ("phone fmt", "206-555-0133", "(206) 555.0134", ("fact_differs",)),
    ("phone dots", "206-555-0133", "206.555.0134", ("fact_differs",)),
    ("phone tel", "206-555-0133", "+1 206 555 0134", ("fact_differs",)),
    ("area code", "206-555-0133", "253-555-0133", ("fact_differs",)),
    ("money", "$45", "$54", ("fact_differs",)),
    (
        "money words",
        "$45 a month",
        "forty-five hundred dollars a month",
        ("fact_differs", "fact_unknown", "fact_missing"),
    ),
    ("money words2", "$45 a month", "fifty dollars a month", ("fact_differs", "fact_unknown")),
    ("money per", "$45 a month", "$45 a week", ("fact_differs", "fact_unknown")),
    ("money cents", "$45", "$45.99", ("fact_differs",)),
    ("pct", "12%", "21 percent", ("fact_differs",)),
    ("pct words", "12%", "twenty percent", ("fact_differs",)),
    ("count", "340 members", "430 members", ("fact_differs",)),
    ("count2", "340 members", "more than 3,400 members", ("fact_differs",)),
    ("count words", "340 members", "four hundred members", ("fact_differs", "fact_unknown")),
    ("name", "Marcus Bell", "Marcus Hall", ("fact_differs", "name_unknown")),
    ("name2", "Marcus Bell", "Marc Bell", ("fact_differs", "name_unknown")),
    ("name3", "Marcus Bell", "Janet Kowalski", ("name_unknown",)),
    ("name title", "Marcus Bell", "Ms. Kowalski", ("name_unknown",)),
    ("add signature", "In solidarity,\nLocal 88", "In solidarity,\nTheresa Nguyen\nLocal 88", ("name_unknown",)),
    ("add president", "In solidarity,", "President Okafor will be there.\n\nIn solidarity,", ("name_unknown",)),
    ("add place", "In solidarity,", "There is also a meeting in Tacoma.\n\nIn solidarity,", ("name_unknown",)),
    ("add org", "In solidarity,", "The Teamsters support us.\n\nIn solidarity,", ("name_unknown", "claim")),
    ("quote change", "at no cost", "at low cost", ("quote",)),
    (
        "quote cut",
        "shall be provided to all employees at no cost",
        "shall be provided to employees at no cost",
        ("quote",),
    ),
    (
        "quote invented",
        "In solidarity,",
        "The contract also states that “management may not raise fees during the term”.\n\nIn solidarity,",
        ("quote",),
    ),
    (
        "quote straight",
        "“shall be provided to all employees at no cost.”",
        '"shall be free for everyone at work"',
        ("quote",),
    ),
    (
        "quote single",
        "“shall be provided to all employees at no cost.”",
        "'shall be free for everyone at work'",
        ("quote",),
    ),
    (
        "quote curly single",
        "“shall be provided to all employees at no cost.”",
        "‘shall be free for everyone at work’",
        ("quote",),
    ),
    ("article", "Article 9", "Article 19", ("fact_unknown", "fact_differs")),
    ("art sec", "Article 9", "Article 9, Section 4", ("fact_unknown", "fact_differs")),
    ("link", "https://local88.org/parking", "https://local88.org/park", ("fact_differs",)),
    ("link2", "https://local88.org/parking", "https://local88.com/parking", ("fact_differs",)),
    ("link http", "https://local88.org/parking", "http://local88.net/parking", ("fact_differs", "plain_http")),
    ("bitly", "https://local88.org/parking", "https://bit.ly/3xYz", ("short_link", "fact_differs")),
    ("drop link", " or read more at https://local88.org/parking", "", ("fact_missing",)),
    (
        "email added",
        "or read more",
        "or write to parkinghelp@hospital.org, or read more",
        ("fact_unknown", "fact_differs"),
    ),
    ("mil", "or read more", "or write to marcus.bell@navy.mil, or read more", ("gov_address",)),
    ("gov us", "or read more", "or write to marcus.bell@dshs.wa.gov, or read more", ("gov_address",)),
    (
        "deadline added",
        "In solidarity,",
        "Sign the petition by December 5.\n\nIn solidarity,",
        ("fact_differs", "fact_unknown"),
    ),
    ("tomorrow", "on Thursday, December 10, 2026", "tomorrow", ("relative_day",)),
    ("next week", "on Thursday, December 10, 2026", "next week", ("relative_day",)),
    ("this Friday", "on Thursday, December 10, 2026", "this Friday", ("fact_differs", "relative_day")),
    ("claim", "In solidarity,", "Management admitted the fee breaks the law.\n\nIn solidarity,", ("claim",)),
    ("claim2", "In solidarity,", "The CEO got a bonus last year.\n\nIn solidarity,", ("claim",)),
    ("promise", "In solidarity,", "We guarantee it.\n\nIn solidarity,", ("promise",)),
    ("promise2", "In solidarity,", "We will beat this fee.\n\nIn solidarity,", ("promise", "claim")),
    ("promise3", "In solidarity,", "You will get your money back.\n\nIn solidarity,", ("promise", "claim")),
    ("merge", "{{ first_name }}", "{{first name}}", ("merge_unknown", "merge_broken")),
    ("merge2", "{{ first_name }}", "{{ First_Name }}", ("merge_unknown", "merge_broken")),
    ("merge3", "{{ first_name }}", "[First Name]", ("gap", "merge_broken")),
    ("merge4", "{{ first_name }}", "*|FNAME|*", ("merge_broken",)),
    ("merge5", "{{ first_name }}", "%FIRSTNAME%", ("merge_broken",)),
    ("merge6", "{{ first_name }}", "«First Name»", ("merge_broken", "gap")),
    ("merge7", "{{ first_name }}", "<<FirstName>>", ("merge_broken",)),
    ("merge8", "{{ first_name }}", "[[first_name]]", ("merge_broken", "gap")),
    ("merge9", "{{ first_name }}", "{{ first_name }", ("merge_broken",)),
    ("merge10", "{{ first_name }}", "$FIRST_NAME", ("merge_broken",)),
    ("merge11", "{{ first_name }}", "{{ person.ssn }}", ("merge_case", "merge_unknown")),
    ("merge12", "{{ first_name }}", "{{ first_name|upper }}", ("merge_unknown", "merge_broken")),
    ("gap1", "206-555-0133", "XXX-XXX-XXXX", ("gap",)),
    ("gap2", "206-555-0133", "[phone number]", ("gap",)),
    ("gap3", "206-555-0133", "(insert number here)", ("gap",)),
    ("gap4", "Marcus Bell", "<name>", ("gap", "merge_broken")),
    ("gap5", "Marcus Bell", "[NAME OF STEWARD]", ("gap",)),
    ("gap6", "7 p.m.", "__:__", ("gap",)),
    ("gap7", "7 p.m.", "TBD", ("gap",)),
    ("gap8", "7 p.m.", "(time to be announced)", ("gap", "fact_missing")),
    ("case", "In solidarity,", "This is like case #24-117.\n\nIn solidarity,", ("case_named",)),
    ("case2", "In solidarity,", "See grievance 2025-14 for the last try.\n\nIn solidarity,", ("case_named",)),
    (
        "case3",
        "In solidarity,",
        "A nurse on 5 West was suspended for this last month.\n\nIn solidarity,",
        ("private", "claim"),
    ),
    (
        "case4",
        "In solidarity,",
        "One of our members on the night shift got fired for refusing to pay.\n\nIn solidarity,",
        ("private", "claim"),
    ),
    ("ssn", "In solidarity,", "Bring your SSN, such as 123-45-6789.\n\nIn solidarity,", ("private", "fact_unknown")),
    ("diag", "In solidarity,", "A coworker with cancer had to pay too.\n\nIn solidarity,", ("private", "claim")),
    ("ulp", "In solidarity,", "We may file a ULP.\n\nIn solidarity,", ("jargon",)),
    ("mou", "In solidarity,", "The MOU covers it.\n\nIn solidarity,", ("jargon", "claim")),
    ("bcc header", "In solidarity,", "\r\nBcc: x@y.org\n\nIn solidarity,", ("fact_unknown", "fact_differs")),
    ("template", "In solidarity,", "{% load x %}\n\nIn solidarity,", ("merge_broken",)),
    ("jinja", "In solidarity,", "{{ 7*7 }}\n\nIn solidarity,", ("merge_unknown", "merge_broken")),
]:
    fault("park " + name, PARK, P(a, b), *codes)
PSMS = "Local 88: The hospital wants $45 a month for parking. Talk with us Thu Dec 10, 7 PM, Conf Room B, 4th floor. local88.org/parking Text STOP to quit"
clean("park sms", PARK, K("sms", PSMS))
for name, a, b, codes in [
    ("nostop", "Text STOP to quit", "", ("sms_stop",)),
    ("stop as word", "Text STOP to quit", "Stop the fee!", ("sms_stop",)),
    ("dec 11", "Thu Dec 10", "Thu Dec 11", ("weekday", "fact_differs")),
    ("fri", "Thu Dec 10", "Fri 12/10", ("weekday",)),
    ("7am", "7 PM", "7 AM", ("fact_differs",)),
    ("no time", ", 7 PM", "", ("fact_missing",)),
    ("no room", ", Conf Room B, 4th floor", "", ("fact_missing",)),
    ("sender", "Local 88: ", "", ("sms_sender",)),
    ("other sender", "Local 88: ", "Local 89: ", ("sms_sender", "fact_unknown")),
    ("emoji", "wants", "wants 😡", ("sms_signs",)),
    ("curly", "The hospital", "It’s true: the hospital", ("sms_signs",)),
    ("money", "$45", "$450", ("fact_differs",)),
    ("money sms eur", "$45", "€45", ("fact_differs", "fact_unknown", "fact_missing")),
    ("link", "local88.org/parking", "local88.org/parkng", ("fact_differs",)),
    ("case", "Talk with us", "Ask about J. Kowalski. Talk with us", ("name_unknown",)),
]:
    fault("parksms " + name, PARK, K("sms", changed(PSMS, a, b)), *codes)

# 2 federal ratification vote, internal business, Spanish too
VOTE = G(
    ("date", "2027-01-14"),
    ("time", "06:00 to 20:00"),
    ("place", "VFW Post 91, 1200 Canal Street"),
    ("deadline", "2027-01-08"),
    ("email", "election@afge1202.org"),
    ("link", "afge1202.org/ta"),
    ("number", "3-year contract"),
    ("percent", "2.5 percent"),
    purpose="Ratification vote on the tentative agreement: members vote in person, read it first",
    klass="internal_business",
    sender="AFGE Local 1202",
    known=("American Federation of Government Employees, Local 1202",),
)
VM = """Dear {{ first_name }},

The tentative agreement is ready for your vote. It is a 3-year contract with a 2.5% raise.

Vote in person on Thursday, January 14, 2027, any time from 6 a.m. to 8 p.m., at VFW Post 91, 1200 Canal Street.

Read the full text first at afge1202.org/ta. If you need a ride, write to election@afge1202.org by Friday, January 8.

Please read this on your own time.

AFGE Local 1202"""


def VD(b):
    return Draft("email", b, "Vote on your contract January 14")


clean("vote", VOTE, VD(VM))
for name, a, b, codes in [
    ("weekday", "Friday, January 8", "Thursday, January 8", ("weekday",)),
    ("close", "8 p.m.", "9 p.m.", ("fact_differs",)),
    ("open", "6 a.m.", "6:30 a.m.", ("fact_differs",)),
    ("street", "1200 Canal", "1220 Canal", ("fact_differs", "fact_unknown")),
    ("street name", "Canal Street", "Cannon Street", ("fact_differs", "name_unknown", "fact_missing")),
    ("post", "Post 91", "Post 19", ("fact_differs", "fact_unknown")),
    ("years", "3-year", "4-year", ("fact_differs", "fact_unknown")),
    ("years w", "a 3-year", "a five-year", ("fact_differs", "fact_unknown")),
    ("pct", "2.5%", "25%", ("fact_differs",)),
    ("duty", "Please read this on your own time.", "You can vote during your shift.", ("duty_time",)),
    ("duty2", "Please read this on your own time.", "Take duty time to vote.", ("duty_time",)),
    ("duty3", "Please read this on your own time.", "Print the text on the office printer.", ("duty_time",)),
    ("duty4", "Please read this on your own time.", "Forward this from your work email.", ("duty_time",)),
    ("duty5", "Please read this on your own time.", "Talk it over with coworkers at your desks.", ("duty_time",)),
    ("duty6", "Please read this on your own time.", "Use official time to vote.", ("duty_time",)),
    ("duty7", "Please read this on your own time.", "Hand these out while on the clock.", ("duty_time",)),
    (
        "hatch",
        "Please read this on your own time.",
        "And remember to vote for Senator Smith in November.",
        ("partisan", "name_unknown"),
    ),
    ("hatch2", "Please read this on your own time.", "Then help us elect a Democrat to Congress.", ("partisan",)),
    ("hatch3", "Please read this on your own time.", "Donate to our PAC today.", ("partisan",)),
    ("hatch4", "Please read this on your own time.", "We support Biden and Harris.", ("partisan", "name_unknown")),
    ("strike", "Please read this on your own time.", "If it fails, we strike.", ("strike",)),
    ("strike2", "Please read this on your own time.", "If it fails, be ready to strike.", ("strike",)),
    ("strike3", "Please read this on your own time.", "A sickout is an option.", ("strike",)),
    ("tell how", "Please read this on your own time.", "The board says vote yes.", ("claim",)),
    ("past", "Friday, January 8", "Friday, November 6", ("past_date", "fact_differs")),
]:
    fault("vote " + name, VOTE, VD(changed(VM, a, b)), *codes)
VS = """Hola {{ first_name }}:

El acuerdo tentativo está listo para su voto. Es un contrato de 3 años con un aumento del 2.5%.

Vote en persona el jueves 14 de enero de 2027, de 6 a.m. a 8 p.m., en VFW Post 91, 1200 Canal Street.

Lea primero el texto completo en afge1202.org/ta. Si necesita transporte, escriba a election@afge1202.org antes del viernes 8 de enero.

El texto en inglés es el que vale.

AFGE Local 1202"""
clean("voto es", VOTE, Draft("email", VS, "Vote su contrato el 14 de enero", language="es"))
for name, a, b, codes in [
    ("mes", "14 de enero de 2027", "14 de febrero de 2027", ("fact_differs",)),
    ("dia", "jueves 14", "viernes 14", ("weekday",)),
    ("dia2", "viernes 8 de enero", "lunes 8 de enero", ("weekday",)),
    ("hora", "8 p.m.", "8 a.m.", ("fact_differs",)),
    ("hora es", "de 6 a.m. a 8 p.m.", "de 6 de la mañana a 9 de la noche", ("fact_differs",)),
    ("pct", "2.5%", "5.2 por ciento", ("fact_differs",)),
    ("años", "3 años", "cinco años", ("fact_differs", "fact_unknown")),
    ("manana", "el jueves 14 de enero de 2027", "mañana", ("relative_day",)),
    ("proxima", "el jueves 14 de enero de 2027", "el próximo jueves", ("relative_day", "fact_missing")),
    ("name", "AFGE Local 1202", "Pregunte por Guadalupe Herrera.\n\nAFGE Local 1202", ("name_unknown",)),
    ("duty", "El texto en inglés", "Puede votar durante su turno.\n\nEl texto en inglés", ("duty_time",)),
    ("duty2", "El texto en inglés", "Vote en horas de trabajo.\n\nEl texto en inglés", ("duty_time",)),
    ("hatch", "El texto en inglés", "Vote por los demócratas.\n\nEl texto en inglés", ("partisan",)),
    ("huelga", "El texto en inglés", "Si falla, vamos a la huelga.\n\nEl texto en inglés", ("strike",)),
    ("promesa", "El texto en inglés", "Vamos a ganar, se lo garantizamos.\n\nEl texto en inglés", ("promise",)),
    (
        "cita",
        "El texto en inglés",
        "El contrato dice: «nadie perderá su puesto por votar».\n\nEl texto en inglés",
        ("quote",),
    ),
    ("gap", "election@afge1202.org", "[correo electrónico]", ("gap",)),
    ("gap2", "de 6 a.m. a 8 p.m.", "de [hora] a [hora]", ("gap",)),
    ("claim", "El texto en inglés", "La agencia admitió que mintió.\n\nEl texto en inglés", ("claim",)),
    (
        "private",
        "El texto en inglés",
        "Una compañera fue despedida por enferma.\n\nEl texto en inglés",
        ("private", "claim"),
    ),
]:
    fault("voto " + name, VOTE, Draft("email", changed(VS, a, b), "Vote su contrato", language="es"), *codes)

# 3 candidates in election
EL = replace(VOTE, candidates=("Renata Ozols", "Bill De La Cruz"))
clean("cand clean", EL, VD(VM))
fault("cand full", EL, VD(VM.replace("Please read", "Renata Ozols thanks you. Please read")), "candidate")
fault("cand last", EL, VD(VM.replace("Please read", "Ask Ms. Ozols. Please read")), "candidate")
fault("cand upper", EL, VD(VM.replace("Please read", "OZOLS FOR PRESIDENT. Please read")), "candidate")
fault(
    "cand first",
    EL,
    VD(VM.replace("Please read", "Thanks to Renata for her work. Please read")),
    "candidate",
    "name_unknown",
)
fault("cand compound", EL, VD(VM.replace("Please read", "Bill de la Cruz wrote this. Please read")), "candidate")
fault("cand subject", EL, Draft("email", VM, "A word from Renata Ozols"), "candidate")
fault(
    "cand accents",
    EL,
    Draft("email", VM.replace("Please read", "Renata Ózols thanks you. Please read"), "Vote"),
    "candidate",
)
fault("cand possessive", EL, VD(VM.replace("Please read", "Ozols's plan is good. Please read")), "candidate")

# political
POL = G(
    ("date", "March 2, 2027"),
    ("time", "6:30pm"),
    ("place", "Labor Temple, 14 Elm Ave"),
    purpose="Phone bank for paid family leave bill; members only",
    klass="political",
    sender="Local 7",
)
PM = "Hi {{ first_name }},\n\nJoin our phone bank for the paid family leave bill on Tuesday, March 2 at 6:30 in the evening. We meet at the Labor Temple, 14 Elm Ave.\n\nPlease do not read or forward this on duty or in a federal building.\n\nLocal 7"
clean("pol", POL, Draft("email", PM, "Phone bank March 2"))
fault(
    "pol no hatch",
    POL,
    Draft(
        "email",
        PM.replace("Please do not read or forward this on duty or in a federal building.", ""),
        "Phone bank March 2",
    ),
    "hatch_line",
)
fault(
    "pol fake hatch",
    POL,
    Draft(
        "email",
        PM.replace(
            "Please do not read or forward this on duty or in a federal building.", "You may read this on duty."
        ),
        "Phone bank March 2",
    ),
    "hatch_line",
    "duty_time",
)
fault("pol gov", POL, Draft("email", PM + "\nReply to rep@state.gov", "Phone bank"), "gov_address")

# 4 other clean texts
PIC = G(
    ("date", "Sunday, June 13, 2027"),
    ("time", "11 a.m. - 3 p.m."),
    ("place", "Lakeview Park, Shelter 4"),
    ("link", "https://www.uaw1980.org/picnic"),
    ("money", "$5"),
    ("text", "Kids eat free. Bring a lawn chair. Potluck: A-M bring a side dish, N-Z bring dessert"),
    ("phone", "(313) 555-0100"),
    purpose="Summer picnic for members and families",
    klass="event",
    sector="private",
    sender="UAW Local 1980",
    known=("UAW Local 1980",),
)
clean(
    "picnic flyer",
    PIC,
    Draft(
        "flyer",
        "SUMMER PICNIC\n\nSunday, June 13 • 11 am–3 pm\nLakeview Park, Shelter 4\n\n$5 per person. Kids eat free!\nBring a lawn chair.\nLast names A–M: side dish. N–Z: dessert.\n\nInfo: (313) 555-0100\nuaw1980.org/picnic",
    ),
)
clean(
    "picnic email",
    PIC,
    Draft(
        "email",
        "Hi {{ first_name }},\n\nSave the date! Our summer picnic is on Sunday, June 13, 2027, from 11:00 am to 3:00 pm at Lakeview Park, Shelter 4.\n\nIt costs $5 a person, and kids eat free. Bring a lawn chair. If your last name starts with A to M, bring a side dish; N to Z, bring dessert.\n\nFamilies are welcome. Rain or shine!\n\nQuestions? Call us at 313-555-0100 or go to www.uaw1980.org/picnic.\n\nSee you there,\nUAW Local 1980",
        "Summer picnic: Sunday, June 13",
    ),
)
clean(
    "picnic sms",
    PIC,
    Draft(
        "sms",
        "UAW Local 1980: Picnic! Sun 6/13, 11-3, Lakeview Park Shelter 4. $5, kids free. Info: uaw1980.org/picnic. Reply STOP to end.",
    ),
)
clean(
    "picnic social",
    PIC,
    Draft(
        "social",
        "Burgers, games and good company: our summer picnic is Sunday, June 13, 11 to 3, Lakeview Park, Shelter 4. Kids eat free. uaw1980.org/picnic",
    ),
)
clean(
    "picnic talk",
    PIC,
    Draft(
        "talking_points",
        "- Ask: “Are you coming to the picnic?”\n- It is Sunday, June 13, from 11 a.m. to 3 p.m.\n- Place: Lakeview Park, Shelter 4.\n- It is $5 each; kids eat free.\n- More: uaw1980.org/picnic, 313-555-0100\n\nQ: What should I bring?\nA: A lawn chair, and a side dish or dessert.",
    ),
)
for name, a, b, codes in [
    ("sh", "Shelter 4", "Shelter 6", ("fact_differs", "fact_unknown")),
    ("park", "Lakeview Park", "Lakeside Park", ("fact_differs", "name_unknown")),
    ("sat", "Sunday, June 13", "Saturday, June 12", ("fact_differs",)),
    ("juneday", "June 13", "July 13", ("fact_differs", "weekday")),
    ("5", "$5", "$15", ("fact_differs",)),
    ("time", "11 am–3 pm", "11 am–4 pm", ("fact_differs",)),
    ("time2", "11 am–3 pm", "10–3", ("fact_differs", "fact_unknown", "fact_missing")),
    ("free", "Kids eat free!", "Kids under 12 eat free!", ("fact_unknown", "fact_differs")),
]:
    base = "SUMMER PICNIC\n\nSunday, June 13 • 11 am–3 pm\nLakeview Park, Shelter 4\n\n$5 per person. Kids eat free!\nBring a lawn chair.\nLast names A–M: side dish. N–Z: dessert.\n\nInfo: (313) 555-0100\nuaw1980.org/picnic"
    assert a in base
    fault("picnic " + name, PIC, Draft("flyer", base.replace(a, b)), *codes)

OSHA = G(
    ("text", "On November 17, 2026 a forklift struck a rack in Warehouse 3; nobody was hurt"),
    ("date", "December 3, 2026"),
    ("time", "2:45 pm"),
    ("room", "Break room, Building 12"),
    ("name", "Aaliyah Washington, safety rep"),
    ("email", "safety@usw4-200.org"),
    ("number", "2 forklifts"),
    ("number", "14 days"),
    purpose="Safety walk after the forklift accident; report near misses",
    sector="private",
    sender="USW Local 4-200",
    known=("USW Local 4-200",),
    sources=(
        (
            "Article 22.3",
            "The Company shall correct an imminent hazard before work continues. A report shall be posted within fourteen (14) days.",
        ),
    ),
)
clean(
    "safety",
    OSHA,
    Draft(
        "email",
        "Hello {{ first_name }},\n\nOn November 17 a forklift hit a rack in Warehouse 3. Luckily, nobody was hurt.\n\nTwo forklifts are out of service. Under Article 22.3, a report “shall be posted within fourteen (14) days.”\n\nJoin the safety walk on Thursday, December 3, at 2:45 p.m. We start in the break room in Building 12. If you see a near miss, tell Aaliyah Washington, our safety rep: safety@usw4-200.org.\n\nYou have the right to a safe job.\n\nUSW Local 4-200",
        "Safety walk Thursday, December 3",
    ),
)
clean(
    "safety board",
    OSHA,
    Draft(
        "board",
        "SAFETY WALK\n\nThursday, 3 December 2026, 14:45\nBreak room, Building 12\n\nForklift accident of November 17, Warehouse 3\nReport near misses to Aaliyah Washington, safety@usw4-200.org\n\nUSW Local 4-200",
    ),
)
clean(
    "safety nl",
    OSHA,
    Draft(
        "newsletter",
        "Walk with us for safety\n\nA forklift struck a rack in Warehouse 3 on Nov. 17. No one was hurt, and we want to keep it that way. Meet in the break room, Building 12, on Dec. 3 at 2:45 PM. Aaliyah Washington leads the walk and takes reports of near misses at safety@usw4-200.org. The contract gives the company 14 days to post its report (Article 22.3).",
    ),
)
WALK = "Walk with us for safety\n\nA forklift struck a rack in Warehouse 3 on Nov. 17. No one was hurt, and we want to keep it that way. Meet in the break room, Building 12, on Dec. 3 at 2:45 PM. Aaliyah Washington leads the walk and takes reports of near misses at safety@usw4-200.org. The contract gives the company 14 days to post its report (Article 22.3)."


def walk(a, b):
    return Draft("newsletter", changed(WALK, a, b))


for name, a, b, codes in [
    ("wh", "Warehouse 3", "Warehouse 5", ("fact_differs", "fact_unknown")),
    ("17", "Nov. 17", "Nov. 7", ("fact_differs",)),
    ("bld", "Building 12", "Building 21", ("fact_differs",)),
    ("days", "14 days", "40 days", ("fact_differs",)),
    ("hours", "14 days", "14 hours", ("fact_differs", "fact_unknown")),
    ("art", "22.3", "23.2", ("fact_unknown", "fact_differs")),
    ("name", "Aaliyah Washington", "Aaliyah Washburn", ("fact_differs", "name_unknown")),
    ("hurt", "No one was hurt", "Two people were hurt", ("fact_unknown", "claim", "fact_differs")),
    ("hurt2", "No one was hurt", "Jamal Pruitt was hurt", ("name_unknown",)),
    ("email", "safety@usw4-200.org", "safety@usw4-20.org", ("fact_differs",)),
    ("time", "2:45 PM", "3:45 PM", ("fact_differs",)),
    ("qt", "2:45 PM", "quarter to four", ("fact_differs",)),
]:
    fault("osha " + name, OSHA, walk(a, b), *codes)

LEGAL = G(
    ("date", "February 20, 2027"),
    ("time", "9 a.m. to 5 p.m."),
    ("place", "Union office, 77 Mill Road, Dayton, OH 45402"),
    ("deadline", "2027-02-01"),
    ("text", "Offices: president, vice president, secretary-treasurer, three trustees"),
    ("name", "Election Committee"),
    ("email", "elections@local500.org"),
    purpose="Notice of nomination and election of officers",
    klass="legal_notice",
    sender="Local 500",
    known=("Local 500",),
)
clean(
    "legal",
    LEGAL,
    Draft(
        "letter",
        "Dear {{ full_name }},\n\nThis is your notice of the election of officers.\n\nOffices to be filled: president, vice president, secretary-treasurer and three trustees.\n\nNominations are due in writing by Monday, February 1, 2027.\n\nThe election is on Saturday, February 20, 2027, from 9:00 a.m. to 5:00 p.m., at the union office, 77 Mill Road, Dayton, OH 45402.\n\nEvery member in good standing may vote. Write to the Election Committee with questions: elections@local500.org.\n\nLocal 500",
        "Notice of nominations and election",
    ),
)
# (a text message that names no way to reach anybody is told so)
fault(
    "legal sms",
    LEGAL,
    Draft(
        "sms", "Local 500: Officer election Sat Feb 20, 9-5, union office, 77 Mill Road, Dayton. Nominations due Feb 1."
    ),
    "fact_missing",
)
SV = G(
    ("link", "https://forms.local21.org/s/9k2"),
    ("deadline", "Sunday, January 31, 2027"),
    ("time", "11:59 pm"),
    ("number", "about 5 minutes"),
    ("text", "Answers go to the bargaining team only"),
    purpose="Survey on schedules and staffing",
    klass="survey",
    sender="Local 21",
    known=("Local 21",),
)
clean(
    "survey",
    SV,
    Draft(
        "email",
        "Hi {{ first_name }},\n\nWhat would make your schedule better? Take our survey. It takes about five minutes, and only the bargaining team sees your answers.\n\nThe survey closes on Sunday, January 31 at 11:59 p.m.\n\nStart now: https://forms.local21.org/s/9k2\n\nThank you,\nLocal 21",
        "Your schedule, your say",
    ),
)
clean(
    "survey phone",
    SV,
    Draft(
        "phone",
        "Hi {{ first_name }}, this is a volunteer from Local 21. Do you have a minute?\n\nWhat is one thing you would change about your schedule?\n\nWe have a survey. It takes about 5 minutes. Can I text you the link? It is https://forms.local21.org/s/9k2. It closes January 31 at 11:59 pm.\n\nIf yes: Thanks! If no: No problem. Have a good night.",
    ),
)
SOL = G(
    ("text", "Teachers in Millbrook have been locked out since November 2"),
    ("date", "12/6/2026"),
    ("time", "1 PM"),
    ("place", "Millbrook Middle School, 300 Oak St."),
    ("link", "millbrookteachers.org/fund"),
    purpose="Stand with the Millbrook teachers: join their picket line and give to the fund",
    klass="solidarity",
    sector="private",
    sender="Local 21",
    known=("Local 21",),
)
clean(
    "solidarity",
    SOL,
    Draft(
        "email",
        "Dear {{ first_name }},\n\nTeachers in Millbrook have been locked out since November 2. They need us.\n\nJoin their picket line on Sunday, December 6 at 1 p.m. at Millbrook Middle School, 300 Oak St.\n\nCan't be there? You can give to their fund at millbrookteachers.org/fund. Every dollar helps.\n\nAn injury to one is an injury to all.\n\nLocal 21",
        "Stand with the Millbrook teachers",
    ),
)
GRAT = G(
    ("text", "The arbitrator ruled on November 20 that short-staffed shifts must be paid a premium of $3.50 an hour"),
    ("number", "62 employees"),
    ("money", "$18,400"),
    ("name", "Priya Raman"),
    ("phone", "415 555 0170"),
    purpose="Good news: the premium pay ruling",
    sector="private",
    sender="SEIU 5",
    known=("SEIU 5",),
)
clean(
    "ruling",
    GRAT,
    Draft(
        "email",
        "Hi {{ first_name }},\n\nWe have good news. On November 20, the arbitrator ruled that short-staffed shifts must be paid a premium of $3.50 per hour.\n\nSixty-two employees will share $18,400.\n\nThank you to everyone who spoke up. If you think you are owed money, call Priya Raman at (415) 555-0170.\n\nIn unity,\nSEIU 5",
        "Premium pay: we have a ruling",
    ),
)
clean(
    "ruling k",
    GRAT,
    Draft(
        "newsletter",
        "Ruling on premium pay\n\nThe arbitrator agreed with us on Nov. 20: when a shift is short-staffed, workers get $3.50 an hour more. About $18,400 goes to 62 employees. Questions go to Priya Raman, 415-555-0170.",
    ),
)
for name, a, b, codes in [
    ("62", "Sixty-two", "Seventy-two", ("fact_differs",)),
    ("k", "$18,400", "$184,000", ("fact_differs",)),
    ("k2", "$18,400", "$18.4 million", ("fact_differs",)),
    ("k3", "$18,400", "18,000 dollars", ("fact_differs",)),
    ("day", "November 20", "November 30", ("fact_differs",)),
    ("rate", "$3.50", "$5.30", ("fact_differs",)),
    ("who", "the arbitrator", "the judge", ("claim", "fact_missing", "fact_differs")),
    ("emp", "employees", "stewards", ("fact_differs", "fact_unknown")),
    ("per", "per hour", "per day", ("fact_differs", "fact_unknown", "claim")),
]:
    base = "Hi {{ first_name }},\n\nWe have good news. On November 20, the arbitrator ruled that short-staffed shifts must be paid a premium of $3.50 per hour.\n\nSixty-two employees will share $18,400.\n\nThank you to everyone who spoke up. If you think you are owed money, call Priya Raman at (415) 555-0170.\n\nIn unity,\nSEIU 5"
    assert a in base
    fault("ruling " + name, GRAT, Draft("email", base.replace(a, b), "Premium pay"), *codes)
