"""Ten briefs of three locals, twenty-six texts as a good model writes them, and the same with one thing turned."""

from tests.comms.texts.tables import Texts

A = Texts(
    "Local 905", "Skagit County School Support Staff, Local 905", "PO Box 905, Mount Vernon, WA 98273", "360-555-0105"
)
B = Texts(
    "Local 62", "Iron Range Municipal Workers, Local 62", "31 Chestnut Street, Virginia, MN 55792", "218-555-0162"
)
C = Texts("Local 3180", "Veterans Clinic Staff, Local 3180", "PO Box 318, Fresno, CA 93701", "559-555-0118")

# 1 retirement plan seminar
RET = B.ground(
    "A counselor from the pension fund explains early retirement. Workers over 55 with 20 years of service can retire early. Spouses are welcome. The city gives two hours of paid leave to attend. Private advice costs nothing, but you must book a slot.",
    [
        ("date", "Wednesday, March 17, 2027"),
        ("time", "1:00 PM to 3:00 PM"),
        ("place", "Council chamber, City Hall"),
        ("deadline", "Wednesday, March 10, 2027"),
        ("name", "Arvid Maki"),
        ("phone", "218-555-0131"),
    ],
    sector="public",
)
B.true(
    "RE1",
    RET,
    "email",
    """Hello {{ first_name }},

Are you thinking of retiring early? If you are over 55 and have 20 years of service, you can.

A counselor from the pension fund explains how on Wednesday, March 17, from 1:00 PM to 3:00 PM, in the council chamber at City Hall. The city gives you two hours of paid leave to be there. Bring your spouse if you like.

Private advice is free. You need to book a slot for it by Wednesday, March 10: Arvid Maki, 218-555-0131.

Local 62""",
    "Early retirement: what you need to know",
)
B.true(
    "RE2",
    RET,
    "board",
    """EARLY RETIREMENT

For workers over 55 with 20 years of service

Wednesday, March 17, 2027, 1:00 PM to 3:00 PM
Council chamber, City Hall

Two hours of paid leave from the city. Spouses welcome.
Free private advice: book a slot by Wednesday, March 10
Arvid Maki, 218-555-0131""",
    "Early retirement",
)
B.true(
    "RE3",
    RET,
    "sms",
    "Local 62: Early retirement talk Wed Mar 17, 1-3 PM, council chamber, City Hall. Paid leave to attend. Book private advice by Mar 10: Arvid Maki 218-555-0131. STOP to end",
)
B.turn("RE1", "under", "If you are over 55", "If you are under 55")
B.turn(
    "RE1",
    "leave",
    "The city gives you two hours of paid leave to be there.",
    "You have to use your own vacation time to be there.",
)
B.turn("RE2", "spouses", "Spouses welcome.", "No spouses, please.")
B.turn("RE3", "place", "council chamber, City Hall", "council chamber, Town Hall")

# 2 safety boots vouchers
BOOT = B.ground(
    "Boot vouchers go up. Plow drivers get $240, everyone else $180. Vouchers are good for one year. You choose the store; the city no longer picks it. Return the old voucher before you get the new one.",
    [
        ("date", "Monday, January 25, 2027"),
        ("place", "Public Works counter, Third Avenue"),
        ("name", "Signe Aho"),
        ("email", "boots@local62.example"),
    ],
    sector="public",
)
B.true(
    "BO1",
    BOOT,
    "email",
    """Hello {{ first_name }},

From Monday, January 25, your boot voucher is worth more. Plow drivers get $240, and everyone else gets $180. A voucher is good for one year.

You can pick the store yourself now. The city no longer picks it for you.

Please hand in your old voucher first, then get the new one at the Public Works counter on Third Avenue.

Signe Aho answers questions: boots@local62.example

Local 62""",
    "Your new boot voucher",
)
B.true(
    "BO2",
    BOOT,
    "newsletter",
    """Higher boot vouchers

Starting Monday, January 25, plow drivers receive a voucher for $240; all other workers receive $180. It lasts a year, and the store is your choice. Bring the old voucher to the Public Works counter, Third Avenue, before you pick up a new one. Questions? Write to Signe Aho at boots@local62.example.""",
    "Higher boot vouchers",
)
B.true(
    "BO3",
    BOOT,
    "email",
    """Hola {{ first_name }}:

A partir del lunes 25 de enero de 2027 el vale para botas vale más. Los choferes de quitanieves reciben $240 y los demás $180. El vale dura un año.

Usted escoge la tienda. Entregue primero el vale viejo y después reciba el nuevo, en el mostrador de Public Works, Third Avenue.

Preguntas: Signe Aho, boots@local62.example

Local 62""",
    "Vale para botas",
    lang="es",
)
B.turn(
    "BO1",
    "swap",
    "Plow drivers get $240, and everyone else gets $180.",
    "Plow drivers get $180, and everyone else gets $240.",
)
B.turn("BO2", "who picks", "and the store is your choice", "and the city picks the store")
B.turn(
    "BO1",
    "order",
    "Please hand in your old voucher first, then get the new one",
    "Please get the new voucher first, then hand in the old one",
)
B.turn("BO3", "cantidad", "reciben $240 y los demás $180", "reciben $180 y los demás $240")
B.turn("BO1", "rise", "your boot voucher is worth more", "your boot voucher is worth less")

# 3 aide reclassification hearing
REC = A.ground(
    "The school board hears our request to move bus aides into pay grade 7. The superintendent opposes it. Four of the seven board members have not said how they will vote. Speakers get two minutes. Do not speak about individual children.",
    [
        ("date", "Tuesday, January 19, 2027"),
        ("time", "6:00 PM"),
        ("place", "District office, Room 22"),
        ("number", "38 bus aides"),
        ("name", "Pilar Encinas, chapter president"),
        ("phone", "360-555-0129"),
    ],
    sector="public",
)
A.true(
    "RC1",
    REC,
    "email",
    """Dear {{ first_name }},

On Tuesday, January 19, the school board hears our request to move 38 bus aides into pay grade 7. Please come and fill the room: 6:00 PM, District office, Room 22.

The superintendent is against it. Four of the seven board members have not said how they will vote, so every voice counts.

Speakers have two minutes each. Please do not talk about individual children.

Pilar Encinas, chapter president: 360-555-0129

Local 905""",
    "Come to the school board on January 19",
)
A.true(
    "RC2",
    REC,
    "sms",
    "Local 905: School board hears our case for grade 7 for bus aides. Tue Jan 19, 6 PM, District office, Room 22. Come! Pilar Encinas 360-555-0129. Reply STOP to opt out",
)
A.true(
    "RC3",
    REC,
    "talking_points",
    """- We ask the board to move 38 bus aides into pay grade 7.
- The superintendent opposes the move.
- Four of seven board members are still undecided.
- If you speak, you have two minutes. Leave individual children out of it.
- Tuesday, January 19, 6:00 PM, District office, Room 22.

Who runs this? Pilar Encinas, chapter president, 360-555-0129.""",
)
A.turn("RC1", "supports", "The superintendent is against it.", "The superintendent is for it.")
A.turn("RC3", "decided", "Four of seven board members are still undecided.", "Four of seven board members are with us.")
A.turn("RC1", "talk about", "Please do not talk about individual children.", "Please talk about individual children.")
A.turn("RC2", "grade", "grade 7", "grade 6")
A.turn("RC1", "approved", "the school board hears our request to move", "the school board approves our request to move")

# 4 sick leave bank
BANK = C.ground(
    "The sick leave bank opens for new members. You join by giving one day. Only members of the bank can draw from it. A committee of three, two from the union and one from management, decides. Part-time staff give half a day. Days you give cannot be taken back.",
    [
        ("date", "Monday, February 1, 2027"),
        ("deadline", "Friday, February 26, 2027"),
        ("link", "https://local3180.example/bank"),
        ("name", "Odette Marsh"),
        ("email", "bank@local3180.example"),
    ],
)
C.true(
    "BK1",
    BANK,
    "email",
    """Hello {{ first_name }},

You can join the sick leave bank from Monday, February 1 to Friday, February 26. Give one day and you are in. If you work part time, you give half a day.

Only members of the bank can draw days from it. Three people decide on requests: two from the union and one from management.

Please note: once you give a day, you cannot get it back.

Join at https://local3180.example/bank. Questions go to Odette Marsh, bank@local3180.example.

Local 3180""",
    "The sick leave bank is open",
)
C.true(
    "BK2",
    BANK,
    "flyer",
    """JOIN THE SICK LEAVE BANK

- Give one day (half a day if you are part time)
- Only members can draw from it
- Open February 1 to February 26, 2027

https://local3180.example/bank
Odette Marsh, bank@local3180.example""",
    "Sick leave bank",
)
C.true(
    "BK3",
    BANK,
    "email",
    """Hola {{ first_name }}:

El banco de licencia por enfermedad acepta nuevos miembros desde el lunes 1 de febrero hasta el viernes 26 de febrero de 2027. Para entrar usted dona un día. Los empleados de medio tiempo donan medio día.

Sólo los miembros del banco pueden usarlo. Decide un comité de tres personas: dos del sindicato y una de la gerencia. Los días donados no se devuelven.

https://local3180.example/bank o Odette Marsh, bank@local3180.example

Local 3180""",
    "Banco de licencia",
    lang="es",
)
C.turn(
    "BK1",
    "half/full",
    "If you work part time, you give half a day.",
    "If you work part time, you also give a full day.",
)
C.turn("BK1", "committee", "two from the union and one from management", "one from the union and two from management")
C.turn("BK2", "anyone", "- Only members can draw from it", "- Anyone can draw from it")
C.turn("BK3", "devuelven", "Los días donados no se devuelven.", "Los días donados se devuelven.")
C.turn("BK1", "back", "you cannot get it back", "you can get it back at any time")

# 5 mandatory overtime petition / rights
MOT = C.ground(
    "The clinic may order overtime only in an emergency. It must ask for volunteers before it orders anyone. You may say no if you have worked 12 hours. If you are ordered, work first and grieve later. Keep a record of the hour and who gave the order.",
    [("reference", "Article 24, Section 6"), ("name", "Odette Marsh"), ("phone", "559-555-0141")],
    [
        (
            "Article 24, Section 6",
            "Employees who have worked twelve (12) consecutive hours may decline overtime without penalty.",
        )
    ],
)
C.true(
    "MO1",
    MOT,
    "email",
    """Hello {{ first_name }},

Have you been told to stay late? Know your rights under Article 24, Section 6.

- The clinic may order overtime only in an emergency.
- It has to ask for volunteers first.
- After 12 hours of work you may say no. The contract: "Employees who have worked twelve (12) consecutive hours may decline overtime without penalty."
- If you are ordered to stay, do the work now and grieve it later.
- Write down the hour and who gave the order.

Call Odette Marsh at 559-555-0141.

Local 3180""",
    "Your rights on overtime",
)
C.true(
    "MO2",
    MOT,
    "sms",
    "Local 3180: Overtime can be ordered only in an emergency. Worked 12 hours? You may say no (Article 24, Section 6). Odette Marsh 559-555-0141. STOP to end",
)
C.true(
    "MO3",
    MOT,
    "phone",
    """Hi, I am calling for Local 3180. Have you been ordered to work overtime lately?

The clinic may order it only in an emergency, and it must ask for volunteers before it orders anyone. If you have worked 12 hours, you may say no.

Will you keep a record of the hour and who gave the order?
If yes: great. Send questions to Odette Marsh, 559-555-0141.
If no: that is fine, thank you for your time.""",
)
C.turn(
    "MO1", "only", "The clinic may order overtime only in an emergency.", "The clinic may order overtime at any time."
)
C.turn("MO1", "grieve first", "do the work now and grieve it later", "grieve it first and do the work later")
C.turn(
    "MO3",
    "before/after",
    "it must ask for volunteers before it orders anyone",
    "it must ask for volunteers after it orders someone",
)
C.turn("MO2", "say no", "Worked 12 hours? You may say no", "Worked 12 hours? You may not say no")
C.turn("MO1", "quote", "may decline overtime without penalty", "shall decline overtime without penalty")
C.turn("MO1", "hours", "After 12 hours of work", "After 10 hours of work")

# 6 union office move
MOVE = A.ground(
    "The union office moves from the second floor to the ground floor of the same building. Phone and e-mail stay the same. The office is closed for two days during the move. Parking is behind the building, not in front.",
    [
        ("date", "Thursday, February 4, 2027"),
        ("date", "Friday, February 5, 2027"),
        ("place", "1410 Riverside Drive, Suite 3"),
        ("phone", "360-555-0105"),
    ],
    klass="internal_business",
    sector="public",
)
A.true(
    "MV1",
    MOVE,
    "email",
    """Hello {{ first_name }},

Our office is moving downstairs, from the second floor to the ground floor of 1410 Riverside Drive. You will find us in Suite 3.

We are closed on Thursday, February 4 and Friday, February 5 for the move. Our phone and e-mail do not change: 360-555-0105.

Please park behind the building, not in front of it.

Local 905""",
    "We are moving to the ground floor",
)
A.true(
    "MV2",
    MOVE,
    "sms",
    "Local 905: Our office is closed Thu Feb 4 and Fri Feb 5 while we move to the ground floor, 1410 Riverside Drive, Suite 3. Same phone: 360-555-0105. STOP to end",
)
A.turn("MV1", "floors", "from the second floor to the ground floor", "from the ground floor to the second floor")
A.turn(
    "MV1",
    "park",
    "Please park behind the building, not in front of it.",
    "Please park in front of the building, not behind it.",
)
A.turn("MV2", "open", "Our office is closed Thu Feb 4", "Our office is open Thu Feb 4")
A.turn("MV2", "digits", "360-555-0105. STOP", "360-555-0150. STOP")

# 7 scholarship
SCH = A.ground(
    "Two scholarships of $1,500 for children or grandchildren of members. Applicants write about what a union job meant to their family. Past winners cannot apply again. Winners are drawn by a panel from another local.",
    [
        ("deadline", "Thursday, April 15, 2027"),
        ("date", "Saturday, May 15, 2027"),
        ("email", "award@local905.example"),
        ("name", "Ingrid Sund"),
    ],
    klass="event",
    sector="public",
)
A.true(
    "SC1",
    SCH,
    "email",
    """Hello {{ first_name }},

Does your child or grandchild plan to go to school next year? We give two scholarships of $1,500 each.

They write about what a union job meant to your family and send it by Thursday, April 15 to award@local905.example. A panel from another local picks the winners. We announce them on Saturday, May 15. Past winners cannot apply again.

Ingrid Sund can help.

Local 905""",
    "Two scholarships of $1,500",
)
A.true(
    "SC2",
    SCH,
    "social",
    "Two $1,500 scholarships for children and grandchildren of our members. Tell us what a union job meant to your family by Thursday, April 15: award@local905.example",
)
A.turn("SC1", "again", "Past winners cannot apply again.", "Past winners may apply again.")
A.turn(
    "SC1",
    "dates",
    "send it by Thursday, April 15 to award@local905.example. A panel from another local picks the winners. We announce them on Saturday, May 15.",
    "send it by Saturday, May 15 to award@local905.example. A panel from another local picks the winners. We announce them on Thursday, April 15.",
)
A.turn("SC1", "panel", "A panel from another local picks the winners.", "Our executive board picks the winners.")
A.turn("SC2", "number", "Two $1,500 scholarships", "Five $1,500 scholarships")

# 8 health premium
PREM = C.ground(
    "Health premiums change on July 1. Single coverage falls from $62 to $55 a month; family coverage rises from $148 to $160. You do not have to do anything to keep your plan. Dental stays the same.",
    [("date", "Thursday, July 1, 2027"), ("phone", "559-555-0170"), ("name", "Lamont Reyes, benefits officer")],
)
C.true(
    "PR1",
    PREM,
    "email",
    """Hello {{ first_name }},

What you pay for health coverage changes on Thursday, July 1, 2027:

- Single: $55 a month, down from $62
- Family: $160 a month, up from $148

Dental costs the same as before. If you want to keep your plan, there is nothing to do.

Lamont Reyes, benefits officer, is at 559-555-0170.

Local 3180""",
    "Your health premium from July 1",
)
C.true(
    "PR2",
    PREM,
    "sms",
    "Local 3180: From July 1, 2027 health premiums: single $55 a month (was $62), family $160 (was $148). Questions: Lamont Reyes, 559-555-0170. STOP to end",
)
C.true(
    "PR3",
    PREM,
    "email",
    """Hola {{ first_name }}:

Las primas de salud cambian el jueves 1 de julio de 2027. La cobertura individual baja de $62 a $55 al mes. La cobertura familiar sube de $148 a $160. El plan dental sigue igual.

No tiene que hacer nada para conservar su plan.

Lamont Reyes: 559-555-0170

Local 3180""",
    "Primas de salud",
    lang="es",
)
C.turn("PR1", "down/up", "- Single: $55 a month, down from $62", "- Single: $62 a month, up from $55")
C.turn(
    "PR1",
    "must",
    "If you want to keep your plan, there is nothing to do.",
    "If you want to keep your plan, you must sign up again.",
)
C.turn(
    "PR3",
    "individual/familiar",
    "La cobertura individual baja de $62 a $55 al mes. La cobertura familiar sube de $148 a $160.",
    "La cobertura familiar baja de $62 a $55 al mes. La cobertura individual sube de $148 a $160.",
)
C.turn("PR1", "dental", "Dental costs the same as before.", "Dental costs more than before.")
C.turn("PR2", "year", "From July 1, 2027", "From July 1, 2028")

# 9 snow emergency
SNOW = B.ground(
    "In a snow emergency the mayor decides by 5 AM whether offices open. Plow crews report anyway. Office staff stay home and are paid. Do not call dispatch; read the web page. The union is asking for hazard pay and has not got it yet.",
    [("link", "https://local62.example/snow"), ("name", "Signe Aho"), ("phone", "218-555-0162"), ("time", "5 AM")],
    sector="public",
)
B.true(
    "SN1",
    SNOW,
    "email",
    """Hello {{ first_name }},

What happens when it snows hard? The mayor decides by 5 AM whether offices open.

- Plow crews report in any case.
- Office staff stay home, with pay.
- Please do not call dispatch. Look at https://local62.example/snow.

We are asking for hazard pay. We do not have it yet.

Signe Aho: 218-555-0162

Local 62""",
    "Snow emergencies",
)
B.true(
    "SN2",
    SNOW,
    "board",
    """SNOW EMERGENCY

The mayor decides by 5 AM.

Plow crews: report
Office staff: stay home, with pay
Do not call dispatch: https://local62.example/snow

Signe Aho, 218-555-0162""",
    "Snow emergency",
)
B.turn(
    "SN2",
    "swap",
    "Plow crews: report\nOffice staff: stay home, with pay",
    "Office staff: report\nPlow crews: stay home, with pay",
)
B.turn("SN1", "won", "We are asking for hazard pay. We do not have it yet.", "We won hazard pay.")
B.turn("SN1", "who decides", "The mayor decides by 5 AM", "The union decides by 5 AM")
B.turn("SN1", "pay", "- Office staff stay home, with pay.", "- Office staff stay home, without pay.")

# 10 election of delegates
DEL = A.ground(
    "We elect three delegates to the state convention. The local pays travel and hotel; delegates pay their own meals. Ballots are mailed to your home. Ballots that come back late are not counted. The count is open to all members.",
    [
        ("date", "Monday, March 1, 2027"),
        ("deadline", "Monday, March 22, 2027"),
        ("place", "1410 Riverside Drive, Suite 3"),
        ("name", "Ruthanne Vega, election chair"),
        ("phone", "360-555-0188"),
    ],
    klass="internal_business",
    sector="public",
)
A.true(
    "DE1",
    DEL,
    "email",
    """Dear {{ first_name }},

We elect three delegates to the state convention.

Ballots go out on Monday, March 1, to your home. Yours must be back by Monday, March 22. We cannot count late ballots. Any member may watch the count at 1410 Riverside Drive, Suite 3.

The local pays for travel and the hotel. Delegates pay for their own meals.

Questions? Ruthanne Vega, election chair, 360-555-0188.

Local 905""",
    "Elect three delegates",
)
A.true(
    "DE2",
    DEL,
    "letter",
    """Dear {{ full_name }},

This is your notice of the election of three delegates to the state convention.

We mail the ballots to your home address on Monday, March 1, 2027. They must reach us by Monday, March 22, 2027. A ballot that arrives late does not count. The count takes place at 1410 Riverside Drive, Suite 3, and every member may attend it.

Delegates travel and stay at the hotel at the local's expense. They pay for their meals themselves.

Ruthanne Vega, election chair, 360-555-0188""",
    "Notice of election",
)
A.turn("DE1", "late", "We cannot count late ballots.", "Late ballots are counted as well.")
A.turn(
    "DE1",
    "who pays",
    "The local pays for travel and the hotel. Delegates pay for their own meals.",
    "The local pays for meals. Delegates pay for their own travel and hotel.",
)
A.turn("DE2", "expense", "at the local's expense", "at their own expense")
A.turn("DE2", "closed", "and every member may attend it", "and only the committee may attend it")
A.turn("DE1", "three", "three delegates", "four delegates")

HONEST = [*A.honest, *B.honest, *C.honest]
FAULTY = [*A.faults(), *B.faults(), *C.faults()]
