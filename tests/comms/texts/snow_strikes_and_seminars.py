"""Thirteen briefs of three locals, written before the checks were looked at: true texts, and the same with one thing turned."""

from tests.comms.texts.tables import Texts

OHIO = Texts("Local 2288", "Lake Erie Public Workers", "PO Box 2288, Lorain, OH 44052", "440-555-0120")
TEXAS = Texts("Local 691", "Brazos Valley Hospital Employees", "PO Box 691, Bryan, TX 77801", "979-555-0110")
MAINE = Texts("Local 38", "Penobscot Paper and Allied Workers", "PO Box 38, Bucksport, ME 04416", "207-555-0101")

# strike sanction vote
SANCTION = TEXAS.ground(
    "The bargaining committee asks members to vote on a strike sanction. A yes vote does not mean we strike: it lets the committee call one with ten days' notice if talks fail. Only members may vote. Voting is by paper ballot.",
    [
        ("date", "Thursday, January 14, 2027"),
        ("time", "6:30 am to 8:00 pm"),
        ("place", "Cafeteria B, North Tower"),
        ("name", "Lorena Quist, committee chair"),
        ("phone", "979-555-0133"),
        ("number", "two thirds of the votes cast"),
    ],
    klass="internal_business",
    sector="private",
)
TEXAS.true(
    "ST1",
    SANCTION,
    "email",
    """Hello {{ first_name }},

Our talks with the hospital have slowed down, and your bargaining committee is asking for your vote on a strike sanction.

Let's be clear about what that is. Voting yes does not put us on strike. It gives the committee the power to call a strike, with ten days' notice, if talks fail. It takes two thirds of the votes cast.

When: Thursday, January 14, any time from 6:30 am to 8:00 pm
Where: Cafeteria B, North Tower
How: a paper ballot, for members only

Questions? Lorena Quist, committee chair, is at 979-555-0133.

Local 691""",
    "Strike sanction vote on January 14",
    "Your ballot is waiting in Cafeteria B",
)
TEXAS.true(
    "ST2",
    SANCTION,
    "sms",
    "Local 691: strike sanction vote Thu Jan 14, 6:30am-8pm, Cafeteria B, North Tower. Members only. A yes does not mean we strike. Q? 979-555-0133. Reply STOP to opt out",
)
TEXAS.true(
    "ST3",
    SANCTION,
    "phone",
    """Hi, {{ first_name }}? My name is ____ and I'm a volunteer with Local 691. Do you have two minutes?

How are things on your floor?

We are voting on a strike sanction on Thursday, January 14. You can come between 6:30 in the morning and 8 at night, to Cafeteria B in the North Tower. It's a paper ballot.

If they worry about a strike: a yes vote doesn't start one. It only lets the committee call one with ten days' notice if talks fail. We need two thirds of the votes cast.

Can we count on you to vote?

If they want to know more: Lorena Quist, committee chair, 979-555-0133.""",
)
TEXAS.turn("ST1", "meaning turned", "does not put us on strike", "puts us on strike")
TEXAS.turn("ST1", "notice", "with ten days' notice", "with no notice")
TEXAS.turn("ST1", "share", "two thirds of the votes", "half of the votes")
TEXAS.turn("ST1", "who votes", "for members only", "open to everyone")
TEXAS.turn("ST2", "place", "Cafeteria B, North Tower", "Cafeteria B, South Tower")
TEXAS.turn("ST3", "how", "It's a paper ballot.", "You vote online.")

# picnic
PICNIC = MAINE.ground(
    "The union's winter family party is for members, retirees and their families. The local pays for the chili and the skating. Bring a dessert to share. Skates can be borrowed. Say how many are coming by the deadline.",
    [
        ("date", "Saturday, February 6, 2027"),
        ("time", "1:00 pm to 4:30 pm"),
        ("place", "Alamo Rink, 12 Canal Street"),
        ("deadline", "Friday, January 29, 2027"),
        ("name", "Thea Marchetti"),
        ("email", "party@local38.example"),
    ],
    klass="event",
    sector="private",
)
MAINE.true(
    "PI1",
    PICNIC,
    "flyer",
    """WINTER FAMILY PARTY

Saturday, February 6
1:00 to 4:30 pm
Alamo Rink, 12 Canal Street

- Chili and skating: the local pays
- No skates? Borrow a pair
- Bring a dessert to share

Members, retirees and families: tell us how many are coming by Friday, January 29.

Thea Marchetti, party@local38.example""",
)
MAINE.true(
    "PI2",
    PICNIC,
    "social",
    "Lace up! Local 38's winter family party is Saturday, Feb. 6, 1 to 4:30 pm at the Alamo Rink, 12 Canal St. Chili and skating are on the union. Tell Thea how many of you are coming by Jan. 29: party@local38.example",
)
MAINE.true(
    "PI3",
    PICNIC,
    "email",
    """Dear {{ first_name }},

You worked hard this year. Come and have some fun with us!

The winter family party is on Saturday, February 6, from 1:00 pm to 4:30 pm, at the Alamo Rink, 12 Canal Street. Members, retirees and their families are all welcome. The local is paying for the chili and for the skating, and you can borrow skates there. We only ask that you bring a dessert to share.

So that we cook enough, please write to Thea Marchetti at party@local38.example by Friday, January 29, and say how many of you will come.

See you on the ice!

Local 38""",
    "Skating, chili and you: February 6",
    "Bring the family and a dessert",
)
MAINE.turn("PI1", "hours", "1:00 to 4:30 pm", "1:00 to 5:30 pm")
MAINE.turn("PI1", "who pays", "Chili and skating: the local pays", "Chili and skating: $5 each")
MAINE.turn("PI2", "street", "12 Canal St.", "21 Canal St.")
MAINE.turn(
    "PI3",
    "who may come",
    "Members, retirees and their families are all welcome.",
    "Sorry, members only this year, no families.",
)
MAINE.turn("PI3", "skates", "and you can borrow skates there", "but you must bring your own skates")

# bargaining update
BARGAIN = OHIO.ground(
    "At the fourth session the city withdrew its demand to end step raises. The city still wants members to pay 18 percent of the health premium; today they pay 12 percent. We proposed 14 percent. The next session is set.",
    [
        ("date", "Wednesday, December 16, 2026"),
        ("percent", "18 percent"),
        ("percent", "12 percent"),
        ("percent", "14 percent"),
        ("name", "Desmond Akers, chief negotiator"),
        ("link", "https://local2288.example/table"),
        ("quotation", "We hear you on step raises, and we are taking that off the table."),
    ],
    sources=[
        (
            "Minutes of session 4",
            'The city\'s labor director said: "We hear you on step raises, and we are taking that off the table." The union thanked the city. The parties agreed to meet again on December 16.',
        )
    ],
    sector="public",
)
OHIO.true(
    "BA1",
    BARGAIN,
    "newsletter",
    """STEP RAISES ARE SAFE

At the fourth bargaining session, the city dropped its demand to end step raises. "We hear you on step raises, and we are taking that off the table," said the city's labor director.

Health care is still open. You pay 12 percent of the premium now. The city wants you to pay 18 percent. Our side proposed 14 percent.

Both sides meet again on Wednesday, December 16. Desmond Akers, our chief negotiator, posts news at https://local2288.example/table.""",
)
OHIO.true(
    "BA2",
    BARGAIN,
    "talking_points",
    """1. We won on step raises: the city took back its demand to end them.
2. The fight now is over the health premium. We pay 12%, they want 18%, we offered 14%.
3. Next session: Wednesday, December 16.

Likely question: Is it over? No. There is no agreement yet.
Likely question: Where do I read more? local2288.example/table

Do not guess how it will end. Send hard questions to Desmond Akers, chief negotiator.""",
)
OHIO.true(
    "BA3",
    BARGAIN,
    "email",
    """Hi {{ first_name }},

Good news from the table: the city has withdrawn its demand to end our step raises.

What is left is the cost of health care. Today members pay 12 percent of the premium. Management wants that to go up to 18 percent. We proposed 14 percent, and the city has not said yes.

We go back on Wednesday, December 16. Until then, talk with the people you work with. When we stick together, the city listens.

More at https://local2288.example/table, or ask Desmond Akers, chief negotiator.

In solidarity,
Local 2288""",
    "Step raises: the city backs down",
    "Health costs are next on December 16",
)
OHIO.turn("BA1", "quotation altered", "we are taking that off the table,", "we are taking that off the table for good,")
OHIO.turn(
    "BA1",
    "who pays what",
    "You pay 12 percent of the premium now. The city wants you to pay 18 percent.",
    "You pay 18 percent of the premium now. The city wants you to pay 12 percent.",
)
OHIO.turn("BA2", "offer", "we offered 14%", "we offered 16%")
OHIO.turn("BA2", "agreement made up", "No. There is no agreement yet.", "Yes. We have an agreement.")
OHIO.turn(
    "BA3",
    "turned",
    "has withdrawn its demand to end our step raises",
    "has not withdrawn its demand to end our step raises",
)
OHIO.turn(
    "BA3",
    "threat made up",
    "We go back on Wednesday, December 16.",
    "We go back on Wednesday, December 16. The mayor told us that layoffs come next.",
)

# safety
FORKLIFT = MAINE.ground(
    "A forklift tipped over on the loading dock on November 23; nobody was hurt. The safety committee asks everyone to stop and report any forklift with a soft brake. Nobody can be disciplined for reporting. The company will inspect all nine forklifts.",
    [
        ("date", "Monday, November 23, 2026"),
        ("deadline", "Friday, December 11, 2026: the inspection is to be finished"),
        ("number", "9 forklifts"),
        ("name", "Rollie Bouchard, safety chair"),
        ("phone", "207-555-0177"),
    ],
    sector="private",
)
MAINE.true(
    "SA1",
    FORKLIFT,
    "board",
    """SAFETY NOTICE: FORKLIFT BRAKES

On Monday, November 23, a forklift tipped over on the loading dock. Nobody was hurt.

- Soft brake? Stop. Park it. Report it.
- You cannot be disciplined for reporting.
- The company will inspect all 9 forklifts. It is to be done by Friday, December 11.

Rollie Bouchard, safety chair: 207-555-0177""",
)
MAINE.true(
    "SA2",
    FORKLIFT,
    "sms",
    "Local 38: forklift tipped Nov 23, no one hurt. Soft brake? Stop and report it. You can't be disciplined for that. Checks of all 9 done by Fri Dec 11. Rollie Bouchard 207-555-0177",
)
MAINE.true(
    "SA3",
    FORKLIFT,
    "email",
    """Hello {{ first_name }},

Last week we got lucky. On Monday, November 23, a forklift tipped over on the loading dock, and nobody got hurt.

The safety committee asks this of every one of us: if the brake on your forklift feels soft, stop and report it right away. Nobody can discipline you for reporting a problem.

The company has to look at all nine forklifts, and should be finished on Friday, December 11.

If anyone leans on you to keep driving, call Rollie Bouchard, safety chair, at 207-555-0177.

Local 38""",
    "Soft brakes: stop and report",
    "What to do after the tip-over on November 23",
)
MAINE.turn("SA1", "hurt", "Nobody was hurt.", "Two people were hurt.")
MAINE.turn("SA1", "number", "all 9 forklifts", "all 19 forklifts")
MAINE.turn("SA2", "advice turned", "Stop and report it.", "Finish your shift, then report it.")
MAINE.turn(
    "SA3",
    "right turned",
    "Nobody can discipline you for reporting a problem.",
    "You can be disciplined if you do not report it.",
)
MAINE.turn(
    "SA3", "blame", "Last week we got lucky.", "Last week we got lucky. The supervisor had ordered the driver to speed."
)

# dues change
DUES = OHIO.ground(
    "The executive board proposes to raise dues from $31.50 to $34.00 a month. Members vote at the general meeting. The change would start on March 1. Per capita tax to the national union goes up by $1.75. A retired member pays $5.00 a month and this stays.",
    [
        ("date", "Tuesday, January 19, 2027: the general meeting"),
        ("time", "5:30 pm"),
        ("room", "Hall 2, 400 Broadway"),
        ("money", "$31.50 a month"),
        ("money", "$34.00 a month"),
        ("money", "$1.75"),
        ("money", "$5.00 a month"),
        ("date", "Monday, March 1, 2027: the change starts"),
        ("name", "Guadalupe Finch, treasurer"),
        ("phone", "440-555-0188"),
    ],
    klass="internal_business",
    sector="public",
)
OHIO.true(
    "DU1",
    DUES,
    "letter",
    """Dear {{ first_name }},

The executive board proposes to change the dues of Local 2288, and it is for you to decide.

Dues are $31.50 a month. The proposal is $34.00 a month, starting on Monday, March 1, 2027. One reason is that the per capita tax we send to the national union rises by $1.75. Retired members pay $5.00 a month, and that will stay the same.

The vote takes place at the general meeting on Tuesday, January 19, 2027, at 5:30 pm, in Hall 2, 400 Broadway.

If you have a question about the numbers, call Guadalupe Finch, treasurer, at 440-555-0188.

Fraternally,
Local 2288""",
    "Vote on dues",
)
OHIO.true(
    "DU2",
    DUES,
    "meeting_notice",
    """GENERAL MEETING
Tuesday, January 19, 2027, 5:30 pm
Hall 2, 400 Broadway

On the agenda: a vote on dues
Proposed: $34.00 a month in place of $31.50, from Monday, March 1, 2027
Retired members: no change ($5.00 a month)
Why: the per capita tax goes up $1.75

Contact: Guadalupe Finch, treasurer, 440-555-0188""",
)
OHIO.true(
    "DU3",
    DUES,
    "email",
    """Hola {{ first_name }}:

La junta ejecutiva propone subir las cuotas de $31.50 a $34.00 al mes. Usted decide con su voto.

La votación es en la asamblea general el martes 19 de enero de 2027, a las 5:30 pm, en Hall 2, 400 Broadway. Si los miembros dicen que sí, la nueva cuota empieza el lunes 1 de marzo.

¿Por qué? El impuesto per cápita que pagamos al sindicato nacional sube $1.75. Los jubilados siguen pagando $5.00 al mes.

Preguntas: Guadalupe Finch, tesorera, 440-555-0188.

Local 2288""",
    "Votación sobre las cuotas: 19 de enero",
    lang="es",
)
OHIO.turn("DU1", "sum", "is $34.00 a month", "is $43.00 a month")
OHIO.turn(
    "DU1",
    "retirees",
    "Retired members pay $5.00 a month, and that will stay the same.",
    "Retired members will no longer pay dues.",
)
OHIO.turn("DU1", "decided", "it is for you to decide", "it has been decided")
OHIO.turn("DU2", "start", "from Monday, March 1, 2027", "from Monday, February 1, 2027")
OHIO.turn("DU3", "sube", "sube $1.75", "baja $1.75")
OHIO.turn("DU3", "día", "el martes 19 de enero de 2027", "el miércoles 20 de enero de 2027")

# retirement seminar
RETIRE = OHIO.ground(
    "A seminar on the state pension for members within five years of retirement. A counselor from the pension system answers questions. Spouses may come. Seats are limited to 60, sign up online. Bring your last annual statement.",
    [
        ("date", "Saturday, March 13, 2027"),
        ("time", "9:00 am to noon"),
        ("place", "Community Room, Avon Branch Library"),
        ("number", "60 seats"),
        ("link", "https://local2288.example/retire"),
        ("name", "Winifred Osei"),
        ("phone", "440-555-0191"),
    ],
    klass="event",
    sector="public",
)
OHIO.true(
    "RE1",
    RETIRE,
    "email",
    """Hi {{ first_name }},

Thinking about the day you hang up your hat? If you are within five years of retirement, this seminar is for you.

A counselor from the state pension system will answer your questions on Saturday, March 13, from 9:00 am to noon, in the Community Room of the Avon Branch Library. Your husband or wife is welcome too. Bring your last annual statement with you.

There are only 60 seats, so sign up soon at https://local2288.example/retire.

Need help? Call Winifred Osei at 440-555-0191.

Local 2288""",
    "Five years or less to go? Come on March 13",
    "A pension counselor answers your questions",
)
OHIO.true(
    "RE2",
    RETIRE,
    "flyer",
    """READY TO RETIRE?

A seminar on your state pension

Saturday, March 13, 9 am - noon
Community Room, Avon Branch Library

- For members within 5 years of retirement
- Spouses may come
- Bring your last annual statement

60 seats: sign up at local2288.example/retire
Questions: Winifred Osei, 440-555-0191""",
)
OHIO.true(
    "RE3",
    RETIRE,
    "board",
    """Seminario sobre la pensión del estado

Sábado 13 de marzo, de 9:00 am a mediodía
Community Room, Avon Branch Library

Para miembros que se jubilan en cinco años o menos. Puede venir con su esposo o esposa.
Traiga su último estado de cuenta anual.
Hay 60 lugares. Inscríbase en https://local2288.example/retire

Preguntas: Winifred Osei, 440-555-0191""",
    lang="es",
)
OHIO.turn("RE1", "years", "within five years of retirement", "within fifteen years of retirement")
OHIO.turn("RE1", "spouses", "Your husband or wife is welcome too.", "Please come alone.")
OHIO.turn("RE2", "end", "9 am - noon", "9 am - 2 pm")
OHIO.turn("RE2", "library", "Avon Branch Library", "Elyria Branch Library")
OHIO.turn("RE3", "lugares", "Hay 60 lugares.", "Hay 16 lugares.")

# steward election
STEWARD = TEXAS.ground(
    "The night shift in the emergency department elects a steward. Nominations are open until the deadline; you may nominate yourself. The vote is by show of hands at the shift meeting. The term is two years. The steward gets two days of training.",
    [
        ("deadline", "Sunday, January 10, 2027, at midnight"),
        ("date", "Tuesday, January 12, 2027"),
        ("time", "7:15 pm"),
        ("room", "Break Room 3"),
        ("name", "Hamid Sorensen, chief steward"),
        ("email", "hamid@local691.example"),
    ],
    klass="internal_business",
    sector="private",
)
TEXAS.true(
    "EL1",
    STEWARD,
    "email",
    """Hello {{ first_name }},

The night shift in the emergency department needs a steward. Maybe that's you!

You can nominate a coworker, or yourself, until midnight on Sunday, January 10. Just write to Hamid Sorensen, chief steward, at hamid@local691.example.

We vote by show of hands at the shift meeting on Tuesday, January 12, at 7:15 pm, in Break Room 3. A steward serves for two years and gets two days of training, so you won't be thrown in alone.

Local 691""",
    "Who will be our night shift steward?",
    "Nominations close January 10",
)
TEXAS.true(
    "EL2",
    STEWARD,
    "sms",
    "Local 691: ED nights elects a steward Tue 1/12, 7:15pm, Break Room 3. Nominate someone (or yourself) by midnight Sun 1/10: hamid@local691.example. STOP to end",
)
TEXAS.true(
    "EL3",
    STEWARD,
    "talking_points",
    """- Emergency department nights picks a steward on Tuesday, January 12, 7:15 pm, Break Room 3.
- Anyone on the shift can be put forward, and you can put yourself forward, through Sunday, January 10, midnight.
- It's a show of hands.
- The term is two years. There are two days of training.

What not to say: who you hope will win.
Names go to Hamid Sorensen, chief steward: hamid@local691.example""",
)
TEXAS.turn("EL1", "self", "You can nominate a coworker, or yourself,", "You can nominate a coworker, but not yourself,")
TEXAS.turn("EL1", "how", "We vote by show of hands", "We vote by secret ballot")
TEXAS.turn("EL2", "deadline", "by midnight Sun 1/10", "by noon Sun 1/10")
TEXAS.turn("EL3", "term", "The term is two years.", "The term is three years.")
TEXAS.turn("EL3", "dept", "Emergency department nights picks", "Emergency department days picks")

# snow closure
SNOW = OHIO.ground(
    "The garage closes for the storm. Sanitation crews do not report; plow crews report at 3 am. Under Article 27 those sent home are paid for the full shift. Nobody has to use leave.",
    [
        ("date", "Monday, November 30, 2026"),
        ("time", "3:00 am"),
        ("place", "Plow crews: East Yard"),
        ("reference", "Article 27"),
        ("phone", "440-555-0150"),
    ],
    sources=[
        (
            "Article 27, Inclement Weather",
            "Employees who are directed not to report, or who are sent home, shall be paid for their full scheduled shift. No employee shall be charged leave for such absence.",
        )
    ],
    sector="public",
)
OHIO.true(
    "SN1",
    SNOW,
    "sms",
    "Local 2288: Garage closed Mon Nov 30 for the storm. Sanitation: stay home. Plow crews: East Yard, 3 am. You get paid and use no leave (Art. 27). 440-555-0150",
)
OHIO.true(
    "SN2",
    SNOW,
    "email",
    """{{ first_name }},

The garage is closed on Monday, November 30, because of the storm.

- Sanitation crews: do not report.
- Plow crews: report to the East Yard at 3:00 am.

If you are told to stay home or are sent home, you still get paid for your full shift. Article 27 says so: "Employees who are directed not to report, or who are sent home, shall be paid for their full scheduled shift." And nobody has to use leave for it.

If someone tells you something else, call 440-555-0150.

Stay safe,
Local 2288""",
    "Garage closed Monday: who reports",
    "You are paid, and you use no leave",
)
OHIO.true(
    "SN3",
    SNOW,
    "phone",
    """Hi, is this {{ first_name }}? This is ____ from Local 2288 about the storm.

The garage is closed on Monday, November 30. Are you on sanitation or on a plow crew?

If sanitation: please don't report tomorrow. You'll be paid for your full shift under Article 27, and it won't cost you any leave.

If plow: you report to the East Yard at 3 am.

If a boss tells you otherwise, call us at 440-555-0150. Drive carefully!""",
)
OHIO.turn(
    "SN1",
    "crews swapped",
    "Sanitation: stay home. Plow crews: East Yard, 3 am.",
    "Plow crews: stay home. Sanitation: East Yard, 3 am.",
)
OHIO.turn("SN1", "leave", "You get paid and use no leave", "You get paid but use leave")
OHIO.turn(
    "SN2",
    "quote",
    'shall be paid for their full scheduled shift."',
    'shall be paid double for their full scheduled shift."',
)
OHIO.turn("SN2", "yard", "report to the East Yard", "report to the West Yard")
OHIO.turn(
    "SN3",
    "full",
    "You'll be paid for your full shift under Article 27",
    "You'll be paid for half your shift under Article 27",
)

# parking
PARKING = TEXAS.ground(
    "The hospital wanted to charge night staff for parking. After our petition with 412 signatures the hospital dropped the fee for night staff. Day staff still pay $18 a month. Night staff who were charged get their money back by the deadline. Permit colors do not change.",
    [
        ("number", "412 signatures"),
        ("money", "$18 a month"),
        ("deadline", "Friday, January 8, 2027"),
        ("name", "Odette Pruitt, steward"),
        ("phone", "979-555-0166"),
    ],
    sector="private",
)
TEXAS.true(
    "PK1",
    PARKING,
    "email",
    """Dear {{ first_name }},

You did it! 412 of you signed the petition, and the hospital has dropped the parking fee for night staff.

Were you already charged? You get your money back by Friday, January 8. Keep the permit you have: the colors stay as they are.

Day staff still pay $18 a month. We have not forgotten you.

If your refund does not come, call Odette Pruitt, steward, at 979-555-0166.

Local 691""",
    "Night staff park free again",
    "What 412 signatures can do",
)
TEXAS.true(
    "PK2",
    PARKING,
    "social",
    "412 signatures later: no parking fee for night staff at our hospital. Anyone already charged gets the money back by January 8. This is what standing together does. #Local691",
)
TEXAS.true(
    "PK3",
    PARKING,
    "board",
    """GANAMOS: no hay cuota de estacionamiento para el turno de noche

- 412 compañeros firmaron la petición
- El hospital retiró la cuota para el personal de noche
- ¿Ya le cobraron? Le devuelven su dinero a más tardar el viernes 8 de enero
- El personal de día sigue pagando $18 al mes

Odette Pruitt, delegada, 979-555-0166""",
    lang="es",
)
TEXAS.turn("PK1", "who", "dropped the parking fee for night staff", "dropped the parking fee for all staff")
TEXAS.turn("PK1", "refund date", "by Friday, January 8", "by Friday, January 15")
TEXAS.turn("PK2", "count", "412 signatures later", "4,120 signatures later")
TEXAS.turn("PK3", "cobro", "El personal de día sigue pagando $18 al mes", "El personal de día ya no paga nada")

# new hire orientation
ORIENT = MAINE.ground(
    "New hires meet the union in the first week. The company gives the union 45 minutes under Article 6. You get a contract and meet your steward. Joining is your choice. Lunch is provided.",
    [
        ("date", "Monday, December 14, 2026"),
        ("time", "11:15 am"),
        ("room", "Training Room 1"),
        ("number", "45 minutes"),
        ("reference", "Article 6"),
        ("name", "Josette Pelkey, steward"),
        ("phone", "207-555-0142"),
    ],
    klass="organizing",
    sector="private",
)
MAINE.true(
    "NE1",
    ORIENT,
    "email",
    """Welcome, {{ first_name }}!

You are new here, and we are glad to have you. In your first week you get to meet your union.

Come to Training Room 1 on Monday, December 14, at 11:15 am. We have 45 minutes together under Article 6 of the contract. You'll get your own copy of the contract, meet your steward, Josette Pelkey, and eat lunch with us.

Whether you join is up to you. We hope you will.

Can't make it? Call Josette at 207-555-0142.

Local 38""",
    "Meet your union on December 14",
    "Lunch, your contract and your steward",
)
MAINE.true(
    "NE2",
    ORIENT,
    "sms",
    "Local 38: welcome! Meet your union Mon Dec 14, 11:15am, Training Room 1. Lunch provided. Can't come? Josette Pelkey, 207-555-0142",
)
MAINE.true(
    "NE3",
    ORIENT,
    "talking_points",
    """1. Start with a question: what was your last job like?
2. Article 6 gives us 45 minutes. Use them to listen.
3. Hand out the contract. Show them where to find it online? No: on paper, today.
4. Joining is their choice. Never push.
5. Lunch is provided.

Where: Training Room 1, Monday, December 14, 11:15 am
Steward: Josette Pelkey, 207-555-0142""",
)
MAINE.turn("NE1", "choice", "Whether you join is up to you.", "Everyone has to join.")
MAINE.turn("NE1", "minutes", "We have 45 minutes together", "We have 90 minutes together")
MAINE.turn("NE2", "room", "Training Room 1", "Training Room 4")
MAINE.turn("NE1", "name", "meet your steward, Josette Pelkey,", "meet your steward, Josette Pelletier,")

# officer-neutral vote: contract ratification
RATIFY = MAINE.ground(
    "Ratification vote on the tentative agreement: a three-year contract with raises of 4, 3 and 3 percent. No change in pensions. The committee recommends a yes vote. Mail ballots go out on January 4 and must be received by the deadline; a ballot that comes later is not counted.",
    [
        ("date", "Monday, January 4, 2027"),
        ("deadline", "Monday, January 25, 2027, 5:00 pm"),
        ("place", "PO Box 38, Bucksport"),
        ("number", "three-year contract"),
        ("percent", "4, 3 and 3 percent"),
        ("name", "Armand Theriault, president"),
        ("phone", "207-555-0119"),
    ],
    klass="internal_business",
    sector="private",
)
MAINE.true(
    "RA1",
    RATIFY,
    "letter",
    """Dear {{ first_name }},

We have a tentative agreement, and now the decision is yours. Your bargaining committee recommends that you vote yes.

The contract is for three years. Raises are 4 percent, 3 percent and 3 percent. Nothing changes in your pension.

Your ballot will be mailed on Monday, January 4, 2027. It must be at PO Box 38, Bucksport, by 5:00 pm on Monday, January 25, 2027. We cannot count a ballot that comes later than that, so please do not wait.

If no ballot has reached you, call Armand Theriault, president, at 207-555-0119.

Local 38""",
    "Your vote on the contract",
)
MAINE.true(
    "RA2",
    RATIFY,
    "sms",
    "Local 38: ballots on the new contract mail Mon Jan 4. Yours must be RECEIVED by 5 pm Mon Jan 25, PO Box 38, Bucksport. No ballot? 207-555-0119",
)
MAINE.true(
    "RA3",
    RATIFY,
    "web",
    """## Ratification vote

The committee recommends a yes vote on the tentative agreement.

| What | Detail |
| --- | --- |
| Length | three years |
| Raises | 4%, 3% and 3% |
| Pension | no change |

Ballots go out by mail on Monday, January 4. They must be received at PO Box 38, Bucksport, by Monday, January 25, 5:00 pm. Late ballots are not counted.

Questions: Armand Theriault, president, 207-555-0119.""",
    "Ratification vote",
)
MAINE.turn("RA1", "recommends", "recommends that you vote yes", "recommends that you vote no")
MAINE.turn("RA1", "pension", "Nothing changes in your pension.", "Your pension gets better too.")
MAINE.turn(
    "RA1",
    "late",
    "We cannot count a ballot that comes later than that",
    "We can count a ballot that comes later if it is postmarked by then",
)
MAINE.turn("RA2", "postmark", "must be RECEIVED by 5 pm", "must be POSTMARKED by 5 pm")
MAINE.turn("RA3", "raises", "4%, 3% and 3%", "4%, 4% and 3%")

# health care open enrollment
ENROLL = TEXAS.ground(
    "Open enrollment for health plans. If you do nothing you keep the plan you have. The vision plan ends on December 31 and is not replaced. Sign up for dental again, it does not carry over. Help is at the union office.",
    [
        ("date", "Tuesday, December 1, 2026"),
        ("deadline", "Tuesday, December 15, 2026"),
        ("time", "3:00 pm to 6:00 pm"),
        ("place", "Union office, Suite 210"),
        ("name", "Marisol Dunne"),
        ("phone", "979-555-0155"),
        ("link", "https://local691.example/enroll"),
    ],
    sector="private",
)
TEXAS.true(
    "HE1",
    ENROLL,
    "email",
    """Hi {{ first_name }},

Open enrollment for your health plan starts on Tuesday, December 1, and ends on Tuesday, December 15.

Health: if you do nothing, you keep your plan.
Dental: you have to sign up again, because it does not carry over.
Vision: the plan ends on December 31, and nothing takes its place.

Not sure what to pick? Stop by the union office, Suite 210, between 3:00 pm and 6:00 pm, or call Marisol Dunne at 979-555-0155.

Details: https://local691.example/enroll

Local 691""",
    "Open enrollment: don't lose your dental",
    "December 1 to December 15",
)
TEXAS.true(
    "HE2",
    ENROLL,
    "sms",
    "Local 691: Inscripcion de salud del 1 al 15 de diciembre. El plan dental NO se renueva solo: inscribase otra vez. Ayuda: Marisol Dunne 979-555-0155. Responda STOP para no recibir mas",
    lang="es",
)
TEXAS.true(
    "HE3",
    ENROLL,
    "flyer",
    """OPEN ENROLLMENT
December 1 - December 15

- Health plan: do nothing and keep it
- Dental: sign up again!
- Vision: ends December 31

Help: union office, Suite 210, 3 to 6 pm
Marisol Dunne, 979-555-0155
local691.example/enroll""",
)
TEXAS.turn(
    "HE1",
    "dental turned",
    "you have to sign up again, because it does not carry over",
    "you do not have to sign up again, because it carries over",
)
TEXAS.turn("HE1", "vision", "and nothing takes its place", "and a better one takes its place")
TEXAS.turn("HE2", "dental", "NO se renueva solo: inscribase otra vez", "se renueva solo: no haga nada")
TEXAS.turn("HE3", "swap", "Health plan: do nothing and keep it", "Health plan: do nothing and lose it")

# overtime settlement, one more clean alone
SETTLED = OHIO.ground(
    "The arbitrator ruled that the city must offer overtime by seniority. Mechanics who were passed over since July 1 will be paid. Claims go to the union by the deadline with dates and hours. The ruling covers the mechanics only.",
    [
        ("date", "July 1, 2026"),
        ("deadline", "Thursday, December 31, 2026"),
        ("name", "Percy Lindqvist, grievance chair"),
        ("email", "claims@local2288.example"),
    ],
    sector="public",
)
OHIO.true(
    "OT1",
    SETTLED,
    "email",
    """Dear {{ first_name }},

We won. An arbitrator has ruled that the city must offer overtime by seniority.

If you are a mechanic and were passed over at any time since July 1, you will be paid for it. Send us your claim by Thursday, December 31. Tell us the dates and the hours.

Write to Percy Lindqvist, grievance chair, at claims@local2288.example.

This ruling is about mechanics only.

Local 2288""",
    "Passed over for overtime? Send your claim",
    "The arbitrator ruled for us",
)
OHIO.turn("OT1", "by what", "offer overtime by seniority", "offer overtime by lottery")
OHIO.turn("OT1", "scope", "This ruling is about mechanics only.", "This ruling is about all of us.")
OHIO.turn(
    "OT1", "case", "Tell us the dates and the hours.", "Tell us the dates and the hours. Brother Tomlin got $6,200."
)
OHIO.turn("OT1", "who ruled", "An arbitrator has ruled", "A judge has ruled")
OHIO.turn("OT1", "certain", "you will be paid for it", "you may be paid for it")

HONEST = [*OHIO.honest, *TEXAS.honest, *MAINE.honest]
FAULTY = [*OHIO.faults(), *TEXAS.faults(), *MAINE.faults()]
