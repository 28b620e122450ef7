"""An invented local, its brief, and texts that are true to it."""

from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

CLAUSE = (
    "(c) Except in an emergency, the Employer will notify the employee of overtime no later than the end of the "
    "employee’s previous tour of duty. Employees held over with less notice will be paid for two hours at the least."
)

OVERTIME = Ground(
    today=date(2026, 11, 22),
    purpose="Short-notice overtime at Riverside Depot: members should write down what they were told and come to the meeting",
    facts=(
        Fact(
            "what",
            "text",
            "Since November 3 night shift workers at Riverside Depot were told of overtime at 05:50 for 06:00",
        ),
        Fact("day", "date", "Tuesday, December 1, 2026"),
        Fact("time", "time", "5:30 pm"),
        Fact("room", "room", "Union Hall, Room 210"),
        Fact("contact", "name", "Dana Ortiz, chief steward"),
        Fact("phone", "phone", "555-0142"),
        Fact("web", "link", "https://local2741.org/overtime"),
        Fact("count", "number", "12 workers"),
        Fact("pay", "amount", "$1,240.50"),
    ),
    sources=(Source("c1", "Article 18, Section 4(c)", CLAUSE),),
    known=("Tri-Rivers Federal Employees, Local 2741",),
    sender="Local 2741",
    merge_fields=frozenset({"first_name", "worksite", "steward_name", "local_name"}),
)

EMAIL = """Hello {{ first_name }},

Since November 3, people on the night shift at Riverside Depot were told at 05:50 to stay for overtime at 06:00. So far 12 workers are affected, and together they are owed $1,240.50.

Article 18, Section 4(c) says you must be told “no later than the end of the employee’s previous tour of duty”, except in an emergency.

What you can do: write down the time you were told and who told you. Then come to the meeting on Tuesday, December 1 at 5:30 pm in the Union Hall, Room 210.

Questions? Call Dana Ortiz, chief steward, at 555-0142. The words of the contract are at https://local2741.org/overtime.

In solidarity,
Local 2741"""

SMS = (
    "Local 2741: Told of overtime minutes before it starts? Come Tue Dec 1, 5:30 pm, Union Hall Room 210. "
    "local2741.org/overtime Reply STOP to opt out."
)


def email(body: str = EMAIL, subject: str = "Short-notice overtime: what you can do") -> Draft:
    return Draft("email", body, subject=subject)


def sms(body: str = SMS) -> Draft:
    return Draft("sms", body)
