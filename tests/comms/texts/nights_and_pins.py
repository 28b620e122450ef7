"""Two more briefs, written last: texts true to them, and the same with one thing changed."""

from tests.comms.texts.tables import Texts

L = Texts("Local 304", "Valley Hospital & School Workers, Local 304", "(509) 555-0104")
A = L.ground(
    "The custodians' night crew at Roosevelt Middle School moves to days on February 1. The district told us on November 24 without bargaining. We filed a charge with PERC. Until it is decided, work the shift you are given and write down every extra hour. Overtime after eight hours is paid at time and a half.",
    [
        ("moved", "date", "February 1, 2027"),
        ("meeting", "date", "Tuesday, December 8, 2026"),
        ("at", "time", "3:30 pm"),
        ("where", "place", "Roosevelt library"),
        ("rep", "name", "Odell Braithwaite, field representative"),
        ("cell", "phone", "509-555-0163"),
    ],
    sector="state_local",
)
L.true(
    "cus email",
    A,
    "email",
    """Hi {{ first_name }},

The district wants the night crew at Roosevelt Middle School to work days from February 1. It told us on November 24, without bargaining, so we filed a charge with PERC.

Until that is decided, work the shift you are given and write down every extra hour. After eight hours you are owed time and a half.

Let's talk: Tuesday, December 8, 3:30 pm, in the Roosevelt library.

Odell Braithwaite, field representative, 509-555-0163

Local 304""",
    "Night crew: meet on December 8",
)
L.true(
    "cus sms",
    A,
    "sms",
    "Local 304: Night crew, meet Tue Dec 8, 3:30 pm, Roosevelt library. Keep a record of extra hours. Odell: 509-555-0163. Reply STOP to opt out",
)
for w, o, n in (
    ("date", "December 8, 3:30", "December 9, 3:30"),
    ("time", "3:30 pm, in", "3:00 pm, in"),
    ("room", "Roosevelt library", "Roosevelt cafeteria"),
    ("won", "so we filed a charge with PERC", "and PERC ruled for us"),
    ("refuse", "work the shift you are given", "refuse the new shift"),
    ("rate", "time and a half", "double time"),
    ("hours", "After eight hours", "After ten hours"),
    ("role", "field representative", "business agent"),
    ("union", "without bargaining", "after bargaining"),
    ("site", "Middle School", "Elementary School"),
    ("quote", "Let's talk:", "The principal told us, “There is no money for a night crew.” Let's talk:"),
    ("rumour", "Let's talk:", "Two of you will be laid off. Let's talk:"),
    ("phone", "509-555-0163", "509-555-0136"),
):
    L.turn("cus email", w, o, n)
B = L.ground(
    "Vote on the nurses' contract is online from December 9 at 8 a.m. to December 11 at 5 p.m. Your PIN comes by mail. If it has not come by December 8, call the election help line. 60 percent must vote yes. Per diem nurses can vote.",
    [
        ("opens", "date", "December 9, 2026, 8 a.m."),
        ("closes", "deadline", "December 11, 2026, 5 p.m."),
        ("site", "link", "https://vote.local304.org"),
        ("help_line", "phone", "877-555-0150"),
        ("office_phone", "phone", "509-555-0104"),
        ("share", "percent", "60%"),
    ],
    klass="internal_business",
    sector="private",
)
L.true(
    "vote email",
    B,
    "email",
    """Dear {{ first_name }},

You can vote on the nurses' contract online at https://vote.local304.org from December 9, 8 a.m., to December 11, 5 p.m.

Your PIN comes in the mail. No PIN by December 8? Call the election help line: 877-555-0150.

The contract passes if 60% vote yes. Per diem nurses can vote, too.

Other questions? Call the office: 509-555-0104.

Local 304""",
    "Vote on your contract, December 9 to 11",
)
L.true(
    "vote board",
    B,
    "board",
    """Nurses' contract vote

Opens: December 9, 2026, 8 a.m.
Closes: December 11, 2026, 5 p.m.
https://vote.local304.org

Per diem nurses can vote. 60% must vote yes.

Help line: 877-555-0150
Office: 509-555-0104""",
    "Contract vote",
)
for b, w, o, n in (
    (
        "vote email",
        "open/close",
        "from December 9, 8 a.m., to December 11, 5 p.m.",
        "from December 11, 8 a.m., to December 9, 5 p.m.",
    ),
    ("vote email", "pin", "Your PIN comes in the mail", "Your PIN comes by text"),
    ("vote email", "share", "60% vote yes", "50% vote yes"),
    ("vote email", "per diem", "Per diem nurses can vote, too.", "Per diem nurses cannot vote."),
    ("vote email", "paper", "online at https", "on paper or online at https"),
    (
        "vote board",
        "numbers",
        "Help line: 877-555-0150\nOffice: 509-555-0104",
        "Help line: 509-555-0104\nOffice: 877-555-0150",
    ),
    ("vote board", "link", "vote.local304.org", "votes.local304.org"),
    ("vote board", "no", "must vote yes", "must vote no"),
    ("vote board", "hour", "5 p.m.", "8 p.m."),
    ("vote email", "recommend", "Other questions?", "Your bargaining team recommends a yes vote. Other questions?"),
    ("vote email", "pin day", "by December 8?", "by December 10?"),
    (
        "vote email",
        "decided",
        "Other questions?",
        "The contract has already been approved by the board. Other questions?",
    ),
):
    L.turn(b, w, o, n)
