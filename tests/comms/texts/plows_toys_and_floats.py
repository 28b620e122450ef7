"""Three sets over twenty-five briefs, each written before the checks were run on it: true texts, and one thing turned.

What no check saw at first sight stands in the test.
"""

# fmt: off
from tests.comms.texts.tables import Case, Texts

TRUE: list[Case] = []
F: list[Case] = []

LOCAL = Texts("Local 88", "Lakeshore Workers, Local 88", "PO Box 88, Lakeshore, OH 44000", "440-555-0188")
t, f = LOCAL.true, LOCAL.turn

AMB = LOCAL.ground(
    "The county moves ambulance crews from 24-hour to 12-hour shifts on February 1. The union asked for talks in writing and has had no answer. Crews should tell us how the change hits their child care before the bargaining day. Nobody has to sign the new schedule form yet.",
    [("date", "Monday, February 1, 2027"), ("deadline", "Friday, January 15, 2027 to fill in the survey"),
     ("link", "https://local88.org/crews"), ("name", "Teresa Whitlow, EMS steward"), ("phone", "440-555-0123"),
     ("number", "64 paramedics and drivers")], sector="public")
t("AM1", AMB, "email", """Hi {{ first_name }},

Starting Monday, February 1, the county plans to put ambulance crews on 12-hour shifts in place of the 24-hour shifts you work now. That is 64 paramedics and drivers.

We wrote to the county and asked to talk about it. So far we have heard nothing back.

Here is what helps: tell us what this does to your child care. The survey is at https://local88.org/crews, and it closes on Friday, January 15, ahead of the day we bargain.

You may be handed a form for the new schedule. You do not need to sign it at this point.

Teresa Whitlow, EMS steward, can answer questions: 440-555-0123.

Local 88""", subject="12-hour shifts from February 1", pre="Tell us how it hits your family")
t("AM2", AMB, "sms", "Local 88: County wants 12-hr ambulance shifts from Mon Feb 1. Tell us what it does to your child care by Fri Jan 15: local88.org/crews Don't sign the schedule form yet. Reply STOP to end")
t("AM3", AMB, "talking_points", """- On Monday, February 1, the county switches ambulance crews from 24 hours to 12 hours a shift.
- 64 paramedics and drivers are affected.
- The union asked for talks, in writing. There has been no reply.
- Ask each person to fill in the survey by Friday, January 15: https://local88.org/crews
- The schedule form: nobody is required to sign it yet.

Who can help? Teresa Whitlow, EMS steward, 440-555-0123.""")
f("AM1", "heard", "So far we have heard nothing back.", "The county has answered and agreed to meet.")
f("AM1", "sign", "You do not need to sign it at this point.", "You need to sign it at this point.")
f("AM1", "swap hours", "on 12-hour shifts in place of the 24-hour shifts", "on 24-hour shifts in place of the 12-hour shifts")
f("AM1", "link", "local88.org/crews", "local88.org/crew")
f("AM2", "by/from", "by Fri Jan 15", "from Fri Jan 15")
f("AM3", "who asked", "The union asked for talks, in writing. There has been no reply.", "The county asked for talks, in writing. There has been no reply.")

PAYE = LOCAL.ground(
    "Maple Court nursing home paid night aides without the $1.75 shift differential in October and November. The employer admits the mistake and will pay it with the December 23 check. Aides should compare the stubs with their own hours. Aides hired after November 15 are not affected.",
    [("money", "$1.75 an hour"), ("date", "Wednesday, December 23, 2026"), ("number", "38 night aides"),
     ("name", "Corrine Abbot, steward"), ("phone", "440-555-0147"), ("deadline", "Friday, January 8, 2027 to report an error")], sector="private")
t("PA1", PAYE, "email", """{{ first_name }},

If you are a night aide at Maple Court, your October and November pay came up short. The $1.75 an hour for nights was left off. It happened to 38 night aides.

Management admits the mistake. The missing money is to be on your Wednesday, December 23 check.

Please do one thing: take out your pay stubs and compare them with the hours you wrote down. If something is off, report it by Friday, January 8 to Corrine Abbot, steward, at 440-555-0147.

Were you hired after November 15? Then this did not touch your pay.

Local 88""", subject="Missing night pay at Maple Court", pre="Check your December 23 pay")
t("PA2", PAYE, "flyer", """NIGHT AIDES AT MAPLE COURT: CHECK YOUR PAY

- The $1.75 an hour for nights was missing in October and November: 38 night aides
- The employer says it made a mistake and pays on Wednesday, December 23
- Compare your stubs with your own hours. Report errors by Friday, January 8.

Hired after November 15? You are not affected.

Corrine Abbot, steward: 440-555-0147""")
t("PA3", PAYE, "email", """Hola {{ first_name }}:

Si usted es asistente de noche en Maple Court, en octubre y noviembre le faltó el pago extra de $1.75 por hora. Les pasó a 38 asistentes de noche.

La empresa reconoce el error y lo pagará con el cheque del miércoles 23 de diciembre.

Por favor compare sus talones de pago con las horas que usted trabajó. Si algo no cuadra, avise a Corrine Abbot, delegada, al 440-555-0147, a más tardar el viernes 8 de enero.

Si le contrataron después del 15 de noviembre, esto no le afecta.

Local 88""", subject="Falta pago de noche en Maple Court", lang="es")
f("PA1", "money", "$1.75 an hour", "$1.57 an hour")
f("PA1", "weekday", "Wednesday, December 23", "Thursday, December 23")
f("PA1", "hired before", "Were you hired after November 15?", "Were you hired before November 15?")
f("PA1", "who admits", "Management admits the mistake.", "The union admits the mistake.")
f("PA2", "not dropped", "You are not affected.", "You are affected.")
f("PA2", "name", "Corrine Abbot", "Corrine Abbott")
f("PA3", "ES neg", "La empresa reconoce el error", "La empresa no reconoce el error")
f("PA3", "ES date", "viernes 8 de enero", "viernes 18 de enero")

BUS = LOCAL.ground(
    "Drivers at Garage 3 and Garage 5 can choose new winter uniforms. Full-time drivers get two jackets, part-time drivers get one. The company pays for uniforms. Orders go in on the paper form at the dispatch window, not online. Old uniforms may be kept.",
    [("deadline", "Thursday, December 17, 2026"), ("room", "dispatch window, Garage 3"), ("time", "6:00 am to 2:00 pm"),
     ("name", "Luis Arrambide, garage steward"), ("phone", "440-555-0166")], sector="public")
t("BU1", BUS, "board", """WINTER UNIFORMS: GARAGE 3 AND GARAGE 5

Order by Thursday, December 17, on the paper form. Hand it in at the dispatch window, Garage 3, between 6:00 am and 2:00 pm. There is no online order.

Full-time drivers: two jackets
Part-time drivers: one jacket

The company pays. You can hang on to your old uniform.

Luis Arrambide, garage steward, 440-555-0166""")
t("BU2", BUS, "sms", "Local 88: Garage 3 & 5 drivers: order winter uniforms by Thu 12/17, paper form, dispatch window Garage 3, 6 am-2 pm. Full-time 2 jackets, part-time 1. Company pays. Reply STOP to end")
t("BU3", BUS, "email", """Hi {{ first_name }},

New winter uniforms are here to order for everyone who drives out of Garage 3 or Garage 5. It costs you nothing, because the company pays for them.

How many jackets? Two if you work full time, one if you work part time.

Fill in the paper form (you cannot do it online) and bring it to the dispatch window at Garage 3. The window is open for this from 6:00 am to 2:00 pm. The last day is Thursday, December 17.

Nobody will ask for your old uniform back.

Any trouble, talk to Luis Arrambide, garage steward: 440-555-0166.

Local 88""", subject="Order your winter uniform", pre="Last day: December 17")
f("BU1", "swap jackets", "Full-time drivers: two jackets\nPart-time drivers: one jacket", "Full-time drivers: one jacket\nPart-time drivers: two jackets")
f("BU1", "online", "There is no online order.", "There is also an online order.")
f("BU1", "who pays", "The company pays.", "The driver pays.")
f("BU2", "garage", "dispatch window Garage 3", "dispatch window Garage 5")
f("BU3", "words", "Two if you work full time", "Three if you work full time")
f("BU3", "return", "Nobody will ask for your old uniform back.", "You must turn in your old uniform.")

LIB = LOCAL.ground(
    "The library board wants to close the Eastside and Hill branches on Sundays. It votes on January 12. The union opposes it and asks members to speak at the hearing. Three minutes for each speaker, sign up at the door. Sunday staff would lose premium pay of time and a half.",
    [("date", "Tuesday, January 12, 2027"), ("time", "6:30 pm"), ("room", "Council Chamber, City Hall"),
     ("name", "Bernadette Fiske, vice president"), ("link", "https://local88.org/sundays"), ("number", "22 Sunday workers")], sector="public",
    sources=[("Article 21, Section 3", "Employees scheduled on a Sunday shall be paid at one and one-half times the regular rate. The Library may change branch hours after thirty days' notice to the Union.")])
t("LI1", LIB, "newsletter", """Keep the branches open on Sundays

The library board wants to close two branches, Eastside and Hill, on Sundays. For 22 Sunday workers that would mean losing time and a half. The contract says: "Employees scheduled on a Sunday shall be paid at one and one-half times the regular rate."

Your union is against the plan. The board votes on Tuesday, January 12, and you can be heard first. Come to the hearing at 6:30 pm in the Council Chamber, City Hall. You sign up at the door, and each speaker has three minutes.

Bernadette Fiske, vice president, can help you get ready. More is at https://local88.org/sundays.""")
t("LI2", LIB, "social", "The library board wants to close Eastside and Hill on Sundays. Speak up before the vote: Tuesday, January 12, 6:30 pm, Council Chamber, City Hall. Sign up at the door. Three minutes each. https://local88.org/sundays")
t("LI3", LIB, "phone", """Hi, is this {{ first_name }}? I'm calling from Local 88. Do you use the Eastside or Hill library on Sundays?

The library board would like to shut both on Sundays. It votes on Tuesday, January 12. We are against it, and 22 Sunday workers would lose time and a half.

Could you come and speak? It starts at 6:30 pm in the Council Chamber at City Hall. You put your name down at the door and you get three minutes.

If yes: Great. Bernadette Fiske, vice president, will help you with what to say.
If no: That's fine. You can read more at local88.org/sundays.""")
f("LI1", "opposes", "Your union is against the plan.", "Your union is for the plan.")
f("LI1", "quote", "at one and one-half times the regular rate.\"", "at two times the regular rate.\"")
f("LI1", "saturday", "Eastside and Hill, on Sundays", "Eastside and Hill, on Saturdays")
f("LI1", "who votes", "The board votes on Tuesday", "The council votes on Tuesday")
f("LI2", "minutes", "Three minutes each", "Five minutes each")
f("LI3", "time", "6:30 pm", "5:30 pm")

SHIP = LOCAL.ground(
    "Asbestos was found in the boiler room of Pier 7. Work there stops until the air test is clean. Workers may refuse to enter and keep their pay. The employer must give results to the union within five days. Anyone who worked there since June should see the clinic; the visit is free and on paid time.",
    [("date", "Monday, December 7, 2026"), ("room", "Clinic, Building 12"), ("phone", "440-555-0119"),
     ("name", "Hollis Crane, safety chair"), ("number", "41 workers")], sector="private",
    sources=[("Article 9, Section 2", "No employee shall be required to work in an area containing friable asbestos. Results of any test shall be given to the Union within five working days.")])
t("SH1", SHIP, "email", """{{ first_name }},

Asbestos has been found in the Pier 7 boiler room. Nobody works there until an air test comes back clean.

You have the right to stay out, and your pay goes on. Article 9, Section 2 says "No employee shall be required to work in an area containing friable asbestos."

If you have worked in that room at any time since June, go and see the clinic in Building 12 from Monday, December 7. The visit is free and on paid time. 41 workers are affected.

The employer has five days to hand the test results to the union.

Hollis Crane, safety chair, is at 440-555-0119.

Local 88""", subject="Asbestos at Pier 7", pre="Stay out of the boiler room")
t("SH2", SHIP, "flyer", """ASBESTOS IN THE PIER 7 BOILER ROOM

- Do not go in before the air test is clean. You keep your pay.
- Worked there since June? See the Clinic, Building 12, from Monday, December 7. It is free and on paid time. 41 workers are affected.
- The employer must give the union the results in five days.

Hollis Crane, safety chair: 440-555-0119""")
t("SH3", SHIP, "email", """Hola {{ first_name }}:

Se encontró asbesto en el cuarto de calderas del Pier 7. Allí no se trabaja hasta que la prueba de aire salga limpia.

Usted puede negarse a entrar y sigue cobrando su pago.

Si usted trabajó allí desde junio, visite la clínica (Clinic, Building 12) a partir del lunes 7 de diciembre. La visita es gratis y en tiempo pagado. Son 41 trabajadores.

La empresa tiene que entregar los resultados al sindicato en cinco días.

Hollis Crane, encargado de seguridad: 440-555-0119.

Local 88""", subject="Asbesto en Pier 7", lang="es")
f("SH1", "building", "Building 12", "Building 21")
f("SH1", "pay stops", "and your pay goes on", "but your pay stops")
f("SH1", "condition", "until an air test comes back clean", "until a new boiler comes")
f("SH1", "scope", "at any time since June", "at any time before June")
f("SH2", "do go", "Do not go in before the air test is clean.", "Go in before the air test is clean.")
f("SH3", "ES days", "en cinco días", "en quince días")
f("SH3", "ES who", "La empresa tiene que entregar los resultados al sindicato", "El sindicato tiene que entregar los resultados a la empresa")

ADJ = LOCAL.ground(
    "The college raises class size for adjuncts from 25 to 32 students in the spring term. Adjuncts with more than 28 students may claim a stipend of $400 for each class. The claim form goes to the dean, a copy to the union. Tenured faculty are not covered.",
    [("number", "from 25 to 32 students"), ("money", "$400 for each class"), ("deadline", "Monday, February 8, 2027"),
     ("link", "https://local88.org/classsize"), ("email", "adjuncts@local88.org"), ("name", "Dr. Ines Barroso, adjunct chair")], sector="public")
t("AD1", ADJ, "email", """Dear {{ first_name }},

In the spring term your classes may grow: the college is raising the limit for adjuncts from 25 to 32 students.

If you teach more than 28 students in a class, you can claim $400 for each such class. Send the form to the dean and a copy to us at adjuncts@local88.org. The claim is due Monday, February 8. You find the form at https://local88.org/classsize.

This is for adjuncts. Tenured faculty are not part of it.

Dr. Ines Barroso, adjunct chair, is glad to help.

Local 88""", subject="Bigger classes: claim $400", pre="Claims are due February 8")
t("AD2", ADJ, "sms", "Local 88: Adjunct class limit goes from 25 to 32 in spring. Over 28 students? Claim $400 per class by Mon Feb 8: local88.org/classsize Reply STOP to end")
t("AD3", ADJ, "talking_points", """- Spring classes for adjuncts go up from 25 to 32 students.
- With over 28 students, an adjunct may claim $400 for each class.
- The form goes to the dean, with a copy to adjuncts@local88.org, by Monday, February 8.
- The form is at https://local88.org/classsize.

Are tenured faculty covered? No.
Who knows more? Dr. Ines Barroso, adjunct chair.""")
f("AD1", "swap num", "from 25 to 32 students", "from 32 to 25 students")
f("AD1", "fewer", "more than 28 students", "fewer than 28 students")
f("AD1", "to whom", "Send the form to the dean and a copy to us", "Send the form to us and a copy to the dean")
f("AD1", "tenured", "Tenured faculty are not part of it.", "Tenured faculty are part of it too.")
f("AD2", "month", "Mon Feb 8", "Mon Mar 8")
f("AD3", "no", "Are tenured faculty covered? No.", "Are tenured faculty covered? Yes.")
f("AD3", "email", "adjuncts@local88.org", "adjunct@local88.org")

CAM = LOCAL.ground(
    "The arbitrator ruled that the school district may not use bus camera video to discipline drivers unless it tells the driver first. The ruling covers regular and substitute drivers. Four written warnings are withdrawn. The district may still use video after an accident.",
    [("date", "Thursday, November 19, 2026"), ("name", "Gloria Mensah, transport steward"), ("phone", "440-555-0151"),
     ("number", "four written warnings")], sector="public")
t("CA1", CAM, "email", """Hello {{ first_name }},

Good news for bus drivers. On Thursday, November 19, the arbitrator ruled on the bus cameras. The school district cannot use the video to discipline you unless it tells you first. This holds for regular drivers and for substitutes.

Four written warnings have been withdrawn.

One thing has not changed: after an accident the district may still look at the video.

If someone shows you a video of yourself, call Gloria Mensah, transport steward, at 440-555-0151.

Local 88""", subject="Arbitrator rules on bus cameras", pre="The district must tell you first")
t("CA2", CAM, "board", """BUS CAMERAS: THE ARBITRATOR HAS RULED

Thursday, November 19: The district may not discipline a driver from camera video unless the driver was told first.

- Holds for regular and substitute drivers
- Four written warnings are withdrawn
- After an accident, video may still be used

Questions: Gloria Mensah, transport steward, 440-555-0151""")
t("CA3", CAM, "email", """Hola {{ first_name }}:

El jueves 19 de noviembre el árbitro decidió sobre las cámaras de los autobuses. El distrito no puede usar el video para disciplinar a un conductor si no le avisa primero. Vale para conductores regulares y sustitutos.

Se retiran cuatro advertencias escritas.

Después de un accidente, el distrito todavía puede usar el video.

Preguntas: Gloria Mensah, delegada de transporte, 440-555-0151.

Local 88""", subject="El árbitro decidió sobre las cámaras", lang="es")
f("CA1", "can", "The school district cannot use the video", "The school district can use the video")
f("CA1", "who ruled", "the arbitrator ruled on the bus cameras", "the judge ruled on the bus cameras")
f("CA1", "subs", "This holds for regular drivers and for substitutes.", "This holds for regular drivers but not for substitutes.")
f("CA2", "warnings", "Four written warnings are withdrawn", "Four written warnings stand")
f("CA2", "five", "Four written warnings", "Five written warnings")
f("CA3", "ES puede", "El distrito no puede usar el video", "El distrito puede usar el video")

OT = LOCAL.ground(
    "Officers at Stone Ridge were forced to stay 16 hours on nine days in November. The contract allows forced overtime only after volunteers are asked. Officers should write down the date, who ordered it and whether volunteers were asked. The union files one grievance for all. You cannot refuse a direct order.",
    [("number", "nine days"), ("deadline", "Sunday, December 13, 2026"), ("email", "overtime@local88.org"),
     ("name", "Sgt. Dale Petrakis, chief steward"), ("phone", "440-555-0172")], sector="public",
    sources=[("Article 14, Section 6", "Involuntary overtime may be assigned only after volunteers have been sought from the posted list. No officer shall be held over more than sixteen hours.")])
t("OT1", OT, "email", """{{ first_name }},

On nine days in November, officers at Stone Ridge were made to stay for 16 hours. Our contract lets them force overtime only when volunteers have been asked. Article 14, Section 6 reads: "Involuntary overtime may be assigned only after volunteers have been sought from the posted list."

The union is filing one grievance for everybody. We need your notes: the date, who gave the order, and whether anyone asked for volunteers. E-mail them to overtime@local88.org by Sunday, December 13.

If you are given a direct order, you have to obey it. Obey now, grieve later.

Sgt. Dale Petrakis, chief steward: 440-555-0172

Local 88""", subject="Forced overtime at Stone Ridge", pre="Send us your notes")
t("OT2", OT, "sms", "Local 88: Held 16 hrs at Stone Ridge in Nov? Send date, who ordered it & if volunteers were asked to overtime@local88.org by Sun Dec 13. Follow direct orders. Reply STOP to end")
t("OT3", OT, "talking_points", """- Forced overtime: nine days in November, 16 hours each, at Stone Ridge.
- The contract says volunteers come first.
- One grievance for all is being filed by the union.
- Each officer writes down the date, who ordered it and if volunteers were asked, and sends it to overtime@local88.org by Sunday, December 13.

May I refuse? No. A direct order must be followed.
Who do I call? Sgt. Dale Petrakis, chief steward, 440-555-0172.""")
f("OT1", "refuse", "If you are given a direct order, you have to obey it. Obey now, grieve later.", "If you are given a direct order, you can refuse it.")
f("OT1", "each", "The union is filing one grievance for everybody.", "Each officer must file a grievance.")
f("OT1", "19", "On nine days in November", "On nineteen days in November")
f("OT1", "quote", "only after volunteers have been sought", "only before volunteers have been sought")
f("OT2", "deadline", "by Sun Dec 13", "by Sun Dec 20")
f("OT3", "phone", "440-555-0172", "440-555-0127")

REM = LOCAL.ground(
    "Call center agents may work from home three days a week from January. Agents on a warning may not. Apply with the team lead; the reply must come within ten days. The company lends a laptop; internet is paid by the agent. The trial lasts six months.",
    [("date", "Monday, January 11, 2027"), ("number", "three days a week"), ("link", "https://local88.org/home"),
     ("name", "Anjali Deshmukh, call center steward"), ("phone", "440-555-0193")], sector="private")
t("RE1", REM, "email", """Hi {{ first_name }},

From Monday, January 11, call center agents can work from home three days a week. It is a trial and runs for six months.

To get in, apply with your team lead. They owe you a reply within ten days.

The company lends you a laptop. You pay for the internet yourself.

Agents who have a warning cannot take part.

Rules and form: https://local88.org/home. Or ask Anjali Deshmukh, call center steward, 440-555-0193.

Local 88""", subject="Work from home from January 11", pre="Three days a week, six months")
t("RE2", REM, "email", """Hola {{ first_name }}:

A partir del lunes 11 de enero, los agentes del centro de llamadas pueden trabajar desde casa tres días a la semana. Es una prueba de seis meses.

Solicítelo a su líder de equipo. La respuesta debe llegar en diez días.

La empresa le presta una computadora portátil. El internet lo paga usted.

Los agentes con una advertencia no pueden participar.

Más en https://local88.org/home o con Anjali Deshmukh, delegada del centro de llamadas, 440-555-0193.

Local 88""", subject="Trabajo desde casa desde enero", lang="es")
t("RE3", REM, "sms", "Local 88: Call center agents: work from home 3 days/wk from Mon Jan 11. Apply with your team lead. Details: local88.org/home Reply STOP to end")
f("RE1", "swap who", "The company lends you a laptop. You pay for the internet yourself.", "The company pays for the internet. You bring a laptop yourself.")
f("RE1", "warning", "cannot take part", "can take part")
f("RE1", "ten", "within ten days", "within two weeks")
f("RE1", "year", "six months", "six weeks")
f("RE2", "ES paga", "El internet lo paga usted.", "El internet lo paga la empresa.")
f("RE3", "office", "work from home 3 days/wk", "work from home 5 days/wk")

WAT = LOCAL.ground(
    "Water plant operators who pass the Class III exam get $2.10 more an hour. The city pays the exam fee only for the first try. The course is on Saturdays in March. The union won this in the last contract. Laboratory staff can join the course but do not get the raise.",
    [("money", "$2.10 more an hour"), ("date", "Saturday, March 6, 2027"), ("time", "9:00 am"), ("room", "Training Room B, Plant 2"),
     ("deadline", "Friday, February 12, 2027"), ("phone", "440-555-0160"), ("name", "Earl Tomczak, trustee")], sector="public")
t("WA1", WAT, "email", """Hello {{ first_name }},

Pass the Class III exam and your pay as a water plant operator goes up by $2.10 an hour. We won that in our last contract.

There is a course to help you pass. It meets on Saturdays in March, beginning Saturday, March 6, at 9:00 am in Training Room B, Plant 2. Sign up by Friday, February 12 with Earl Tomczak, trustee, at 440-555-0160.

The city covers the exam fee the first time you take it. After that you pay.

Do you work in the laboratory? You are welcome in the course, but the raise is only for operators.

Local 88""", subject="Class III exam: $2.10 more an hour", pre="Sign up by February 12")
t("WA2", WAT, "flyer", """$2.10 MORE AN HOUR FOR OPERATORS

- Pass the Class III exam
- Course on Saturdays in March, from Saturday, March 6, 9:00 am, Training Room B, Plant 2
- The city pays your first exam fee

Sign up by Friday, February 12: Earl Tomczak, trustee, 440-555-0160""")
t("WA3", WAT, "meeting_notice", """Class III exam course

When: Saturday, March 6, 2027, 9:00 am, and the other Saturdays in March
Where: Training Room B, Plant 2
For: operators and laboratory staff. Only operators get the raise of $2.10 an hour.
Fee: paid by the city for the first try
Sign up: by Friday, February 12, with Earl Tomczak, trustee, 440-555-0160""")
t("WA4", WAT, "email", """Hola {{ first_name }}:

Si usted opera la planta de agua y aprueba el examen Class III, gana $2.10 más por hora. El sindicato lo consiguió en el último contrato.

Hay un curso los sábados de marzo, desde el sábado 6 de marzo a las 9:00 am, en Training Room B, Plant 2. Inscríbase a más tardar el viernes 12 de febrero con Earl Tomczak, fiduciario, 440-555-0160.

La ciudad paga el examen solo la primera vez. El personal de laboratorio puede tomar el curso, pero no recibe el aumento.

Local 88""", subject="Examen Class III: $2.10 más por hora", lang="es")
f("WA1", "fee", "The city covers the exam fee the first time you take it. After that you pay.", "The city covers the exam fee every time you take it.")
f("WA1", "lab", "but the raise is only for operators", "and the raise is for you too")
f("WA1", "room", "Training Room B", "Training Room D")
f("WA1", "who won", "We won that in our last contract.", "The city offered that last spring.")
f("WA2", "sundays", "Course on Saturdays in March", "Course on Sundays in March")
f("WA2", "first", "The city pays your first exam fee", "The union pays your first exam fee")
f("WA3", "late", "by Friday, February 12", "after Friday, February 12")
TRUE += [(f"1 {name}", *rest) for name, *rest in LOCAL.honest]
F += [(f"1 {name}", *rest) for name, *rest in LOCAL.faults()]

LOCAL = Texts("Local 519", "Bayview Service Employees, Local 519", "PO Box 519, Bayview, WA 98000", "360-555-0519")
t, f = LOCAL.true, LOCAL.turn

HOT = LOCAL.ground(
    "The Grand Pacific wants housekeepers to clean 16 rooms a shift instead of 13. The contract caps the quota at 14. Housekeepers should clean at a safe pace and note every shift above 14. The union filed a grievance on November 20. Managers may not write anyone up for unfinished rooms while it runs.",
    [("number", "16 rooms"), ("date", "Friday, November 20, 2026"), ("name", "Rosa Villanueva, hotel steward"), ("phone", "360-555-0111"),
     ("link", "https://local519.org/rooms"), ("deadline", "Friday, December 18, 2026 to send in notes")], sector="private",
    sources=[("Article 11, Section 5", "No room attendant shall be assigned more than fourteen rooms in a shift without consent.")])
t("HO1", HOT, "email", """Hi {{ first_name }},

Management at the Grand Pacific would like you to clean 16 rooms in a shift. Until now it has been 13. Our contract sets a limit of 14: "No room attendant shall be assigned more than fourteen rooms in a shift without consent."

The union filed a grievance on Friday, November 20. As long as it is open, managers are not allowed to write you up because some rooms were not finished.

What you can do:
- Work at a safe pace.
- Write down each shift with more than 14 rooms. Send your notes by Friday, December 18.

Find the note sheet at https://local519.org/rooms. Rosa Villanueva, hotel steward, is at 360-555-0111.

Local 519""", subject="16 rooms a shift is too many", pre="Write down every shift above 14")
t("HO2", HOT, "sms", "Local 519: 16 rooms a shift? Contract says 14. Work safe, note every shift over 14, send notes by Fri Dec 18: local519.org/rooms Reply STOP to opt out")
t("HO3", HOT, "email", """Hola {{ first_name }}:

El Grand Pacific quiere que usted limpie 16 habitaciones por turno en vez de 13. El contrato pone un límite de 14.

El sindicato presentó una queja el viernes 20 de noviembre. Mientras dure, los gerentes no pueden amonestar a nadie por habitaciones sin terminar.

Trabaje a un ritmo seguro y anote cada turno de más de 14 habitaciones. Envíe sus notas a más tardar el viernes 18 de diciembre: https://local519.org/rooms

Rosa Villanueva, delegada del hotel, 360-555-0111

Local 519""", subject="16 habitaciones son demasiadas", lang="es")
f("HO1", "limit", "Our contract sets a limit of 14", "Our contract sets a limit of 16")
f("HO1", "not", "managers are not allowed to write you up", "managers are allowed to write you up")
f("HO1", "who filed", "The union filed a grievance", "The hotel filed a grievance")
f("HO1", "quote", "more than fourteen rooms in a shift without consent", "more than fifteen rooms in a shift without consent")
f("HO2", "under", "note every shift over 14", "note every shift under 14")
f("HO3", "ES swap", "16 habitaciones por turno en vez de 13", "13 habitaciones por turno en vez de 16")
f("HO3", "ES pueden", "los gerentes no pueden amonestar", "los gerentes pueden amonestar")

AIR = LOCAL.ground(
    "Ramp workers get a paid ten-minute break every hour when the heat index is 95 or higher. The airline agreed after two workers fell ill in August. Water and shade must be within 200 feet. If a supervisor denies a break, workers should keep working and call the hotline the same day.",
    [("date", "Tuesday, December 1, 2026"), ("number", "95 or higher"), ("number", "ten minutes every hour"), ("phone", "360-555-0122"),
     ("name", "Kofi Asante, ramp chair")], sector="private")
t("AI1", AIR, "board", """HEAT BREAKS ON THE RAMP START TUESDAY, DECEMBER 1

Heat index 95 or higher: ten minutes of paid break every hour
Water and shade: no more than 200 feet away

The airline agreed to this after two workers got sick in August.

Break denied? Keep working, and call the hotline that same day: 360-555-0122.

Kofi Asante, ramp chair""")
t("AI2", AIR, "email", """{{ first_name }},

As of Tuesday, December 1, you have a right to cool down. Once the heat index reaches 95, ramp workers get a ten-minute break every hour, and it is paid.

There has to be water and shade within 200 feet of where you work.

In August two of us fell ill. After that the airline said yes to this rule.

What if a supervisor says no? Do not walk off. Keep working and phone the hotline on the same day: 360-555-0122. Kofi Asante, ramp chair, follows up.

Local 519""", subject="Paid heat breaks from December 1", pre="Ten minutes every hour")
t("AI3", AIR, "talking_points", """- From Tuesday, December 1: a paid break of ten minutes every hour at a heat index of 95 or higher.
- The airline agreed to it. Two workers had fallen ill in August.
- Water and shade must be within 200 feet.

My supervisor says no. What now? Keep working and call 360-555-0122 the same day.
Who is in charge? Kofi Asante, ramp chair.""")
f("AI1", "lower", "Heat index 95 or higher", "Heat index 95 or lower")
f("AI1", "stop work", "Keep working, and call the hotline", "Stop working, and call the hotline")
f("AI1", "unpaid", "ten minutes of paid break every hour", "ten minutes of unpaid break every hour")
f("AI2", "day", "every hour, and it is paid", "every shift, and it is paid")
f("AI2", "who", "After that the airline said yes to this rule.", "After that the court ordered this rule.")
f("AI3", "number", "Two workers had fallen ill", "Three workers had fallen ill")
f("AI3", "next day", "call 360-555-0122 the same day", "call 360-555-0122 the next day")

MUS = LOCAL.ground(
    "Museum guards voted 61 to 14 to accept the contract. Wages rise 4 percent on January 1 and 3 percent a year later. Sick leave stays at nine days. Guards hired after 2020 move into the same pension as the others. The museum board signs on December 15.",
    [("number", "61 to 14"), ("percent", "4 percent"), ("percent", "3 percent"), ("date", "Friday, January 1, 2027"),
     ("date", "Tuesday, December 15, 2026"), ("name", "Odell Brandt, bargaining chair"), ("link", "https://local519.org/museum")], sector="public")
t("MU1", MUS, "newsletter", """Museum guards say yes

By 61 to 14, guards at the museum voted for the new contract. On Friday, January 1, pay goes up by 4 percent. A year after that comes another 3 percent.

Nine days of sick leave remain. Guards who were hired after 2020 come into the same pension as everyone else.

The museum board signs on Tuesday, December 15. The whole text is at https://local519.org/museum. Odell Brandt, bargaining chair, takes your questions.""")
t("MU2", MUS, "sms", "Local 519: Museum contract accepted 61-14. +4% on Fri Jan 1, +3% a year later. Sick leave stays at 9 days. Board signs Tue Dec 15. local519.org/museum Reply STOP to opt out")
t("MU3", MUS, "email", """Dear {{ first_name }},

You voted, and the contract is accepted: 61 in favor, 14 against.

What it brings:
- 4 percent more pay on Friday, January 1, then 3 percent more one year later
- Sick leave does not change: nine days
- One pension for all guards, also for those hired after 2020

The museum board puts its name under it on Tuesday, December 15.

Read it at https://local519.org/museum or ask Odell Brandt, bargaining chair.

Local 519""", subject="Museum contract accepted", pre="61 to 14")
f("MU1", "swap", "pay goes up by 4 percent. A year after that comes another 3 percent", "pay goes up by 3 percent. A year after that comes another 4 percent")
f("MU1", "against", "voted for the new contract", "voted against the new contract")
f("MU1", "before", "hired after 2020", "hired before 2020")
f("MU2", "14-61", "61-14", "64-11")
f("MU3", "change", "Sick leave does not change: nine days", "Sick leave changes: nineteen days")
f("MU3", "date", "Tuesday, December 15", "Tuesday, December 22")

FOR = LOCAL.ground(
    "Forest crews traveling more than 50 miles from base are to be paid for the drive both ways. The agency paid only the way out since April. Claims for back pay need the trip log. Crews on fire duty have their own rule and should not claim. The agency answers each claim in 45 days.",
    [("number", "50 miles"), ("deadline", "Wednesday, January 20, 2027"), ("email", "travel@local519.org"), ("name", "June Hallberg, forestry steward"),
     ("room", "Ranger Station 4"), ("time", "7:30 am"), ("date", "Saturday, December 12, 2026")],
    sources=[("Article 23, Section 1", "Time spent in travel beyond fifty miles from the duty station, outbound and return, is compensable.")])
t("FO1", FOR, "email", """Hello {{ first_name }},

Do you drive more than 50 miles from base with your crew? Then both the way out and the way back are paid time. Since April the agency has paid just the way out.

Article 23, Section 1 says: "Time spent in travel beyond fifty miles from the duty station, outbound and return, is compensable."

To get the back pay, send a claim with your trip log to travel@local519.org by Wednesday, January 20. The agency has 45 days to answer each claim.

Please do not claim for fire duty. That has a rule of its own.

We help with the forms on Saturday, December 12 at 7:30 am at Ranger Station 4. June Hallberg, forestry steward, will be there.

Local 519""", subject="Paid for the drive back", pre="Claims by January 20")
t("FO2", FOR, "sms", "Local 519: Drive 50+ miles from base? The way back is paid too. Claim with trip log to travel@local519.org by Wed Jan 20. Not for fire duty. Reply STOP to opt out")
t("FO3", FOR, "meeting_notice", """Help with travel claims

When: Saturday, December 12, 7:30 am
Where: Ranger Station 4
Who: crews who travel more than 50 miles from base. Fire duty has its own rule; do not claim for it.
Bring: your trip log
Contact: June Hallberg, forestry steward
Claims are due Wednesday, January 20, to travel@local519.org. The agency answers each in 45 days.""")
f("FO1", "swap ways", "Since April the agency has paid just the way out.", "Since April the agency has paid just the way back.")
f("FO1", "less", "Do you drive more than 50 miles", "Do you drive less than 50 miles")
f("FO1", "claim fire", "Please do not claim for fire duty.", "Please claim for fire duty too.")
f("FO1", "45 claim", "The agency has 45 days to answer each claim.", "You have 45 days to answer the agency.")
f("FO2", "fire", "Not for fire duty.", "Also for fire duty.")
f("FO3", "station", "Ranger Station 4", "Ranger Station 14")
f("FO3", "am/pm", "7:30 am", "7:30 pm")

MEA = LOCAL.ground(
    "The plant raised the line speed from 390 to 420 hogs an hour on Line 2 only. Injuries doubled in October. The union asks members to report every injury to the nurse and to us. Reporting is protected; nobody can be punished for it. Federal inspectors come on December 9.",
    [("number", "from 390 to 420"), ("date", "Wednesday, December 9, 2026"), ("phone", "360-555-0144"), ("name", "Amina Warsame, safety steward"),
     ("room", "Nurse Station, Gate 2")], sector="private")
t("ME1", MEA, "email", """{{ first_name }},

Line 2 runs faster now: 420 hogs an hour, up from 390. In October there were twice as many injuries.

We ask you to report each injury, even a small one. Go to the nurse (Nurse Station, Gate 2) and tell us too: call Amina Warsame, safety steward, at 360-555-0144.

You cannot be punished for reporting. The law protects you.

Federal inspectors will be in the plant on Wednesday, December 9. The other lines have not been sped up.

Local 519""", subject="Line 2 is faster: report injuries", pre="Inspectors come December 9")
t("ME2", MEA, "flyer", """LINE 2 IS FASTER. INJURIES HAVE DOUBLED.

- From 390 to 420 hogs an hour
- Report every injury to the Nurse Station, Gate 2, and to us
- Nobody can be punished for reporting

Federal inspectors come Wednesday, December 9.
Amina Warsame, safety steward: 360-555-0144""")
t("ME3", MEA, "email", """Hola {{ first_name }}:

La planta subió la velocidad de la Línea 2, de 390 a 420 cerdos por hora. En octubre las lesiones se duplicaron.

Reporte cada lesión a la enfermera (Nurse Station, Gate 2) y a nosotros: Amina Warsame, delegada de seguridad, 360-555-0144.

Nadie puede ser castigado por reportar.

Los inspectores federales vienen el miércoles 9 de diciembre.

Local 519""", subject="La Línea 2 va más rápido", lang="es")
f("ME1", "swap speed", "420 hogs an hour, up from 390", "390 hogs an hour, down from 420")
f("ME1", "can", "You cannot be punished for reporting.", "You can be punished for reporting.")
f("ME1", "line", "Line 2 runs faster now", "Line 3 runs faster now")
f("ME2", "halved", "INJURIES HAVE DOUBLED", "INJURIES HAVE TRIPLED")
f("ME2", "all lines", "LINE 2 IS FASTER.", "ALL LINES ARE FASTER.")
f("ME3", "ES nadie", "Nadie puede ser castigado por reportar.", "Usted puede ser castigado por reportar.")

DEN = LOCAL.ground(
    "The dental plan moves from Crestline to Harbor Dental on January 1. Members need not do anything; everyone is enrolled. The premium stays $18.40 a month for one person and $46.00 for a family. Ongoing treatment begun before December 31 is paid by Crestline. New cards come by mail.",
    [("date", "Friday, January 1, 2027"), ("money", "$18.40 a month for one person"), ("money", "$46.00 for a family"), ("phone", "360-555-0155"),
     ("name", "Walt Pruitt, benefits chair")], sector="public")
t("DE1", DEN, "email", """Hi {{ first_name }},

Your dental plan has a new name. On Friday, January 1, Harbor Dental takes over from Crestline.

You don't have to do anything. All of us are enrolled, and the new card comes in the mail.

The price is the same as before: $18.40 a month if you are single, $46.00 for a family.

Is your dentist in the middle of something? If the treatment started before December 31, Crestline pays for it.

Questions: Walt Pruitt, benefits chair, 360-555-0155.

Local 519""", subject="New dental plan on January 1", pre="You don't have to do anything")
t("DE2", DEN, "board", """DENTAL PLAN: HARBOR DENTAL FROM FRIDAY, JANUARY 1

Crestline ends. Everyone is enrolled with Harbor Dental without doing anything.
One person: $18.40 a month
Family: $46.00
Treatment begun before December 31: Crestline pays.
New cards arrive by mail.

Walt Pruitt, benefits chair, 360-555-0155""")
t("DE3", DEN, "email", """Hola {{ first_name }}:

El viernes 1 de enero el plan dental pasa de Crestline a Harbor Dental.

Usted no tiene que hacer nada: todos quedan inscritos y la tarjeta nueva llega por correo.

El precio no cambia: $18.40 al mes para una persona y $46.00 para una familia.

Los tratamientos que empezaron antes del 31 de diciembre los paga Crestline.

Preguntas: Walt Pruitt, encargado de beneficios, 360-555-0155.

Local 519""", subject="Nuevo plan dental desde el 1 de enero", lang="es")
f("DE1", "swap plans", "Harbor Dental takes over from Crestline", "Crestline takes over from Harbor Dental")
f("DE1", "must", "You don't have to do anything.", "You have to enroll.")
f("DE1", "pays", "Crestline pays for it", "Harbor Dental pays for it")
f("DE2", "swap prices", "One person: $18.40 a month\nFamily: $46.00", "One person: $46.00 a month\nFamily: $18.40")
f("DE2", "after", "Treatment begun before December 31", "Treatment begun after December 31")
f("DE3", "ES cambia", "El precio no cambia", "El precio cambia")
f("DE3", "ES money", "$18.40 al mes", "$18.04 al mes")

BYL = LOCAL.ground(
    "Members vote on two changes of the bylaws: dues go from 1.2 to 1.4 percent, and the executive board gets a seat for retirees. Each needs two thirds of those who vote. Only members in good standing on November 30 may vote. Ballots go out by mail; there is no voting in person.",
    [("date", "Monday, December 14, 2026"), ("deadline", "Monday, January 4, 2027"), ("percent", "from 1.2 to 1.4 percent"), ("room", "PO Box 519"),
     ("name", "Carmela Diaz-Reyes, election chair"), ("phone", "360-555-0133")], klass="internal_business", sector="public")
t("BY1", BYL, "email", """Dear {{ first_name }},

Two changes to our bylaws are up for a vote. The first moves dues from 1.2 to 1.4 percent. The second gives retirees a seat on the executive board.

For each change to pass, two thirds of the members who vote must say yes.

You may vote if you were a member in good standing on November 30. Ballots are mailed on Monday, December 14, and yours has to be back at PO Box 519 by Monday, January 4. You cannot vote in person.

No ballot in your mailbox? Call Carmela Diaz-Reyes, election chair, at 360-555-0133.

Local 519""", subject="Two bylaw changes: your vote", pre="Ballots go out December 14")
t("BY2", BYL, "newsletter", """Vote on the bylaws by mail

Ballots go out on Monday, December 14. They must be in PO Box 519 on Monday, January 4 at the latest. There is no voting in person.

Question one: should dues rise from 1.2 to 1.4 percent? Question two: should retirees have a seat on the executive board? Each one needs two thirds of the votes.

Members in good standing on November 30 can vote. Carmela Diaz-Reyes, election chair, answers at 360-555-0133.""")
t("BY3", BYL, "letter", """Dear {{ full_name }},

We ask for your vote on two changes of our bylaws:

1. Dues of 1.4 percent instead of 1.2 percent
2. A seat for retirees on the executive board

Either change passes only with two thirds of those voting.

Your ballot leaves by mail on Monday, December 14. Send it back to PO Box 519 so that it is there by Monday, January 4. The right to vote belongs to members in good standing on November 30. Nobody votes in person.

Carmela Diaz-Reyes, election chair
360-555-0133""", subject="Your vote on two bylaw changes")
f("BY1", "swap dues", "from 1.2 to 1.4 percent", "from 1.4 to 1.2 percent")
f("BY1", "half", "two thirds of the members who vote", "half of the members who vote")
f("BY1", "stewards", "The second gives retirees a seat", "The second gives stewards a seat")
f("BY2", "in person", "There is no voting in person.", "There is also voting in person.")
f("BY2", "all", "Members in good standing on November 30 can vote.", "All members can vote.")
f("BY3", "deadline", "so that it is there by Monday, January 4", "so that it is there by Monday, January 11")
f("BY3", "word percent", "Dues of 1.4 percent instead of 1.2 percent", "Dues of 1.2 percent instead of 1.4 percent")

TRA = LOCAL.ground(
    "Steward training on two evenings. New stewards must come to both; experienced stewards may come to the second only. The local pays for supper but not for mileage. Topics: the right to information, and how to interview a witness. Parking is free after 5.",
    [("date", "Tuesday, January 19, 2027"), ("date", "Thursday, January 21, 2027"), ("time", "5:30 pm to 8:00 pm"), ("room", "Room 3, Labor Temple"),
     ("deadline", "Tuesday, January 12, 2027 to sign up"), ("name", "Philippa Grant, education chair"), ("email", "learn@local519.org")], klass="event", sector="public")
t("TR1", TRA, "email", """Hi {{ first_name }},

Steward training is on two evenings: Tuesday, January 19 and Thursday, January 21, from 5:30 pm to 8:00 pm in Room 3, Labor Temple.

If you are a new steward, please plan on both evenings; that is required. If you have been a steward for a while, you can come on Thursday only.

We will look at the right to information and at how to interview a witness.

Supper is on the local. We cannot pay your mileage. Parking costs nothing after 5.

Sign up with Philippa Grant, education chair, at learn@local519.org. The last day is Tuesday, January 12.

Local 519""", subject="Steward training in January", pre="Sign up by January 12")
t("TR2", TRA, "sms", "Local 519: Steward training Tue Jan 19 & Thu Jan 21, 5:30-8 pm, Room 3, Labor Temple. New stewards: both nights. Sign up by Tue Jan 12: learn@local519.org Reply STOP to opt out")
t("TR3", TRA, "meeting_notice", """Steward training

When: Tuesday, January 19 and Thursday, January 21, 2027, 5:30 pm to 8:00 pm
Where: Room 3, Labor Temple. Free parking after 5.
Who: new stewards both evenings, experienced stewards at least the second
Topics: the right to information; how to interview a witness
Supper is paid by the local, mileage is not.
Sign up by Tuesday, January 12: Philippa Grant, education chair, learn@local519.org""")
f("TR1", "swap exp", "If you are a new steward, please plan on both evenings; that is required. If you have been a steward for a while, you can come on Thursday only.", "If you are a new steward, you can come on Thursday only. If you have been a steward for a while, please plan on both evenings; that is required.")
f("TR1", "tuesday", "you can come on Thursday only", "you can come on Tuesday only")
f("TR1", "mileage", "We cannot pay your mileage.", "We pay your mileage.")
f("TR2", "time", "5:30-8 pm", "5:30-9 pm")
f("TR3", "swap pays", "Supper is paid by the local, mileage is not.", "Mileage is paid by the local, supper is not.")
f("TR3", "who", "new stewards both evenings", "new members both evenings")

TOY = LOCAL.ground(
    "The local collects new toys for the children of the laid-off cannery workers. Toys should be unwrapped and new, no used toys, no toy weapons. Drop them off at the hall or with a steward. The firefighters deliver them on December 20. Money gifts are not taken.",
    [("deadline", "Thursday, December 17, 2026"), ("room", "Union Hall, 40 Ferry Street"), ("time", "10:00 am to 6:00 pm"), ("number", "130 children"),
     ("name", "Bettina Krause, community chair"), ("phone", "360-555-0177")], klass="solidarity", sector="private")
t("TO1", TOY, "flyer", """TOYS FOR 130 CHILDREN

The cannery laid off their parents. Let's help.

- Bring new toys, not wrapped. No used toys and no toy weapons, please.
- Union Hall, 40 Ferry Street, 10:00 am to 6:00 pm, or give them to a steward
- Last day: Thursday, December 17

We do not take money. The firefighters deliver on December 20.
Bettina Krause, community chair: 360-555-0177""")
t("TO2", TOY, "social", "New toys wanted for 130 children of laid-off cannery workers! Unwrapped, no toy weapons. Bring them to the Union Hall, 40 Ferry Street, 10:00 am to 6:00 pm, until Thursday, December 17. Firefighters deliver on December 20.")
t("TO3", TOY, "email", """Hello {{ first_name }},

130 children of cannery workers who were laid off would love a present this month. Can you help?

A new toy, without wrapping, is what we need. Leave used toys and toy weapons at home. We take no money.

You can drop your toy at the Union Hall, 40 Ferry Street, between 10:00 am and 6:00 pm, or hand it to your steward, through Thursday, December 17. On December 20 the firefighters bring the toys to the families.

Bettina Krause, community chair, 360-555-0177

Local 519""", subject="A toy for 130 children", pre="By December 17")
f("TO1", "wrapped", "Bring new toys, not wrapped.", "Bring new toys, wrapped.")
f("TO1", "money", "We do not take money.", "We also take money.")
f("TO1", "who", "The firefighters deliver on December 20.", "The police deliver on December 20.")
f("TO2", "30", "130 children", "113 children")
f("TO3", "used", "Leave used toys and toy weapons at home.", "Used toys are welcome. Leave toy weapons at home.")
f("TO3", "street", "40 Ferry Street", "40 Ferry Road")

RET = LOCAL.ground(
    "The retirees' club opens a free hearing clinic with an audiologist. Spouses are welcome. No insurance is needed. Hearing aids are not sold there. Appointments by phone only, walk-ins will be turned away. If it snows, the clinic moves one week later.",
    [("date", "Saturday, January 23, 2027"), ("time", "9:00 am"), ("room", "Room 110, Senior Center"), ("name", "Gus Lindqvist, retirees' president"),
     ("phone", "360-555-0188"), ("number", "40 appointments")], klass="event", sector="private")
t("RT1", RET, "letter", """Dear {{ full_name }},

How is your hearing? On Saturday, January 23, an audiologist will check it at our free clinic. We start at 9:00 am in Room 110, Senior Center.

You need no insurance, and your husband or wife may come along. Nothing is sold: you will not find hearing aids there.

There are 40 appointments. Please call 360-555-0188 to get one. People who come without an appointment cannot be seen.

Should it snow, we meet one week later.

Gus Lindqvist, retirees' president""", subject="A free hearing test for you")
t("RT2", RET, "phone", """Hello, is this {{ first_name }}? I'm calling for the retirees' club of Local 519. Have you had your hearing tested lately?

We have a free clinic with an audiologist on Saturday, January 23 at 9:00 am, Room 110, Senior Center. Your spouse can come too, and you need no insurance. They sell no hearing aids.

There are 40 appointments. Shall I give you the number to book? It is 360-555-0188. You do have to book, walk-ins will be turned away.

If they ask about snow: then it is a week later. Gus Lindqvist, retirees' president, knows more.""")
t("RT3", RET, "email", """Hola {{ first_name }}:

El club de jubilados ofrece una clínica auditiva gratis con una audióloga el sábado 23 de enero a las 9:00 am en Room 110, Senior Center. Su pareja es bienvenida.

No se necesita seguro. Allí no se venden audífonos.

Hay 40 citas y solo se dan por teléfono: 360-555-0188. A quien llegue sin cita no se le atenderá.

Si nieva, la clínica será una semana después.

Gus Lindqvist, presidente de los jubilados

Local 519""", subject="Clínica auditiva gratis", lang="es")
f("RT1", "insurance", "You need no insurance", "You need insurance")
f("RT1", "free", "at our free clinic", "at our clinic, for $40")
f("RT1", "earlier", "Should it snow, we meet one week later.", "Should it rain, we meet one week later.")
f("RT2", "walk-ins", "You do have to book, walk-ins will be turned away.", "You do not have to book, walk-ins are fine.")
f("RT2", "sunday", "Saturday, January 23", "Sunday, January 24")
f("RT3", "ES venden", "Allí no se venden audífonos.", "Allí también se venden audífonos.")
f("RT3", "ES seguro", "No se necesita seguro.", "Se necesita seguro.")
TRUE += [(f"2 {name}", *rest) for name, *rest in LOCAL.honest]
F += [(f"2 {name}", *rest) for name, *rest in LOCAL.faults()]

LOCAL = Texts("Local 733", "Prairie Public Employees, Local 733", "PO Box 733, Prairie, KS 66000", "785-555-0733")
t, f = LOCAL.true, LOCAL.turn
SNO = LOCAL.ground(
    "Snow plow drivers may rest ten hours after every sixteen hours of work. Supervisors have sent drivers back after six. Drivers should refuse politely and ask for the order in writing. The county promised to retrain supervisors. Mechanics are covered by another agreement.",
    [("date", "Thursday, December 10, 2026"), ("number", "ten hours"), ("name", "Boyd Tran, road steward"), ("phone", "785-555-0101"), ("link", "https://local733.org/rest")], sector="public")
t("SN1", SNO, "email", """Hi {{ first_name }},

After sixteen hours on the plow you may rest for ten. Some supervisors called drivers back in after only six.

If that happens to you, say no politely, and ask to have the order in writing.

The county has promised to train its supervisors again. It starts on Thursday, December 10.

Mechanics have an agreement of their own, so this does not cover them.

Boyd Tran, road steward, 785-555-0101, https://local733.org/rest

Local 733""", subject="Your ten hours of rest", pre="Ask for the order in writing")
t("SN2", SNO, "board", """TEN HOURS OF REST AFTER SIXTEEN HOURS OF PLOWING

Called back sooner? Refuse politely. Ask for the order in writing.
The county will retrain supervisors on Thursday, December 10.
Mechanics: you have another agreement.

Boyd Tran, road steward, 785-555-0101, local733.org/rest""")
t("SN3", SNO, "email", """Hola {{ first_name }}:

Después de dieciséis horas de trabajo, usted puede descansar diez horas. Algunos supervisores llamaron a conductores después de seis.

Niéguese con cortesía y pida la orden por escrito.

El condado prometió capacitar otra vez a los supervisores el jueves 10 de diciembre. Los mecánicos tienen otro contrato.

Boyd Tran, delegado de carreteras, 785-555-0101, https://local733.org/rest

Local 733""", subject="Sus diez horas de descanso", lang="es")
f("SN1", "swap", "After sixteen hours on the plow you may rest for ten.", "After ten hours on the plow you may rest for sixteen.")
f("SN1", "covers", "so this does not cover them", "and this covers them too")
f("SN1", "who promised", "The county has promised", "The union has promised")
f("SN2", "orally", "Ask for the order in writing.", "Do not ask for the order in writing.")
f("SN2", "ten", "TEN HOURS OF REST", "TWELVE HOURS OF REST")
f("SN3", "ES orden", "pida la orden por escrito", "no pida la orden por escrito")
f("SN3", "ES day", "jueves 10 de diciembre", "jueves 17 de diciembre")

BAD = LOCAL.ground(
    "The hospital wants nurses to float to units they were not trained for. The contract lets a nurse decline such an assignment. She must tell the charge nurse before the shift begins. Nobody may be disciplined for declining. The hospital has to fill in a form for each floated nurse; the union gets a copy.",
    [("date", "Monday, December 14, 2026"), ("time", "7:00 pm"), ("room", "Cafeteria B"), ("name", "Lorna Okoye, nurse steward"), ("email", "nurses@local733.org")],
    sector="private", sources=[("Article 16, Section 8", "A nurse may decline an assignment for which she has not been oriented, without penalty.")])
t("BA1", BAD, "email", """{{ first_name }},

The hospital would like to send you to units you have not been trained for. Under our contract you can decline. In the words of Article 16, Section 8: "A nurse may decline an assignment for which she has not been oriented, without penalty."

Tell your charge nurse before your shift begins. You cannot be disciplined for it.

Each time a nurse is floated, the hospital must fill in a form, and we get a copy.

We talk about this on Monday, December 14 at 7:00 pm in Cafeteria B. Questions before that: Lorna Okoye, nurse steward, nurses@local733.org.

Local 733""", subject="You can say no to floating", pre="Tell the charge nurse first")
t("BA2", BAD, "flyer", """FLOATED WITHOUT TRAINING? YOU MAY DECLINE.

- Tell the charge nurse before the shift begins
- No one can be disciplined for it
- The hospital fills in a form for each floated nurse. The union gets a copy.

Monday, December 14, 7:00 pm, Cafeteria B
Lorna Okoye, nurse steward: nurses@local733.org""")
t("BA3", BAD, "sms", "Local 733: Floated to a unit you're not trained for? You may decline. Tell the charge nurse before the shift. Mon Dec 14, 7 pm, Cafeteria B. nurses@local733.org Reply STOP to quit")
f("BA1", "decline", "Under our contract you can decline.", "Under our contract you cannot decline.")
f("BA1", "after", "before your shift begins", "after your shift begins")
f("BA1", "who fills", "the hospital must fill in a form, and we get a copy", "the nurse must fill in a form, and we get a copy")
f("BA2", "disciplined", "No one can be disciplined for it", "You can be disciplined for it")
f("BA2", "copy", "The union gets a copy.", "The union gets no copy.")
f("BA3", "who to", "Tell the charge nurse", "Tell the director")
f("BA3", "room", "Cafeteria B", "Cafeteria D")

PEN = LOCAL.ground(
    "The state raises what employees pay into the pension from 6 to 7.5 percent on July 1. The city's share stays at 11 percent. Workers within two years of retirement keep paying 6 percent. The union will challenge the law in court. Members need not sign any form.",
    [("date", "Thursday, July 1, 2027"), ("percent", "from 6 to 7.5 percent"), ("percent", "11 percent"), ("name", "Hector Salazar, treasurer"), ("phone", "785-555-0155")], sector="public")
t("PE1", PEN, "email", """Dear {{ first_name }},

On Thursday, July 1, the state will take more from your pay for the pension: 7.5 percent in place of 6 percent. The city still puts in 11 percent.

If you retire within two years, you stay at 6 percent.

The union is going to court against this law.

There is no form that you have to sign.

Hector Salazar, treasurer, can tell you more: 785-555-0155.

Local 733""", subject="Pension: more from your pay", pre="From July 1")
t("PE2", PEN, "newsletter", """Pension costs rise in July

The state has raised the employees' part of the pension from 6 to 7.5 percent. It begins on Thursday, July 1. The part of the city does not change: 11 percent.

People who are two years or less from retirement go on paying 6 percent. The union will fight the law in court. You don't need to sign a form.

Questions to Hector Salazar, treasurer, 785-555-0155.""")
t("PE3", PEN, "email", """Hola {{ first_name }}:

El jueves 1 de julio el estado sube lo que usted paga a la pensión, de 6 a 7.5 por ciento. La parte de la ciudad sigue en 11 por ciento.

Quienes están a dos años o menos de jubilarse siguen pagando 6 por ciento.

El sindicato impugnará la ley en el tribunal. No hace falta firmar ningún formulario.

Hector Salazar, tesorero, 785-555-0155

Local 733""", subject="La pensión cuesta más", lang="es")
f("PE1", "swap pct", "7.5 percent in place of 6 percent", "6 percent in place of 7.5 percent")
f("PE1", "city", "The city still puts in 11 percent.", "The city puts in 6 percent.")
f("PE1", "form", "There is no form that you have to sign.", "There is a form that you have to sign.")
f("PE2", "who", "The state has raised", "The city has raised")
f("PE2", "change", "does not change: 11 percent", "goes down: 11 percent")
f("PE2", "more", "two years or less from retirement", "two years or more from retirement")
f("PE3", "ES firma", "No hace falta firmar ningún formulario.", "Hace falta firmar un formulario.")

CLO = LOCAL.ground(
    "The warehouse gives each picker four shirts and one pair of safety shoes a year. Shoes can be exchanged within 30 days if they do not fit. Temporary workers get shirts but no shoes. Damaged shirts are replaced free. Lost shirts cost $12.",
    [("money", "$12"), ("number", "four shirts"), ("date", "Tuesday, January 5, 2027"), ("room", "Window 4"), ("time", "6:00 am to 8:00 am"), ("name", "Nadia Petrov, floor steward")], sector="private")
t("CL1", CLO, "board", """WORK CLOTHES FOR PICKERS FROM TUESDAY, JANUARY 5

Window 4, 6:00 am to 8:00 am

Each picker, each year: four shirts and one pair of safety shoes
Temporary workers: shirts, but no shoes
Shoes do not fit? You can exchange them within 30 days.
Shirt damaged? A new one is free. Shirt lost? $12.

Nadia Petrov, floor steward""")
t("CL2", CLO, "email", """Hi {{ first_name }},

Pick up your work clothes from Tuesday, January 5, at Window 4, between 6:00 am and 8:00 am.

Every year a picker gets four shirts and a pair of safety shoes. If the shoes do not fit, exchange them within 30 days.

A damaged shirt is replaced at no cost. If you lose one, it costs you $12.

Temporary workers get the shirts, not the shoes.

Nadia Petrov, floor steward, knows the rest.

Local 733""", subject="Your shirts and shoes", pre="From January 5 at Window 4")
t("CL3", CLO, "talking_points", """- From Tuesday, January 5, pickers get four shirts and one pair of safety shoes a year.
- Where: Window 4, 6:00 am to 8:00 am.
- Shoes that do not fit can be exchanged within 30 days.
- A damaged shirt is free, a lost one is $12.

Do temporary workers get shoes? No, only shirts.
Who can help? Nadia Petrov, floor steward.""")
f("CL1", "temp", "Temporary workers: shirts, but no shoes", "Temporary workers: shoes, but no shirts")
f("CL1", "swap", "Shirt damaged? A new one is free. Shirt lost? $12.", "Shirt damaged? A new one is $12. Shirt lost? Free.")
f("CL1", "30", "within 30 days", "within 13 days")
f("CL2", "fit", "If the shoes do not fit, exchange them", "If the shoes fit, exchange them")
f("CL2", "four", "gets four shirts", "gets five shirts")
f("CL2", "every two", "Every year a picker gets", "Every two years a picker gets")
f("CL3", "no", "Do temporary workers get shoes? No, only shirts.", "Do temporary workers get shoes? Yes.")
f("CL3", "name", "Nadia Petrov", "Nadia Petrova")

HEA = LOCAL.ground(
    "The labor board holds a hearing on the firing of two organizers at Oak Grove. Members may watch but may not speak. Phones must be off. The lawyers expect a decision in March. The union pays for the bus; it leaves at 7:15 am from the hall. The employer denies everything.",
    [("date", "Wednesday, January 27, 2027"), ("time", "9:30 am"), ("room", "Room 1204, Federal Building"), ("time", "7:15 am"), ("deadline", "Friday, January 22, 2027 to reserve a bus seat"), ("phone", "785-555-0166"), ("name", "Simone Achebe, organizer")], sector="private")
t("HE1", HEA, "email", """Hello {{ first_name }},

Two organizers were fired at Oak Grove. On Wednesday, January 27 at 9:30 am the labor board hears the case in Room 1204, Federal Building.

You are welcome to come and watch. Members cannot speak there, and your phone has to be off.

The employer denies everything. Our lawyers think that the decision comes in March.

A bus leaves the hall at 7:15 am. The union pays for it. Reserve your seat by Friday, January 22 with Simone Achebe, organizer, 785-555-0166.

Local 733""", subject="Hearing on January 27: ride with us", pre="The bus leaves at 7:15 am")
t("HE2", HEA, "sms", "Local 733: Labor board hearing Wed Jan 27, 9:30 am, Room 1204, Federal Building. Bus from the hall 7:15 am, the union pays. Reserve by Fri Jan 22: 785-555-0166. Reply STOP to quit")
t("HE3", HEA, "meeting_notice", """Labor board hearing: firing of two organizers at Oak Grove

When: Wednesday, January 27, 2027, 9:30 am
Where: Room 1204, Federal Building
Bus: 7:15 am from the hall, paid by the union. Reserve a seat by Friday, January 22.
Please note: members may watch, but they may not speak. Turn off your phone.
Contact: Simone Achebe, organizer, 785-555-0166""")
f("HE1", "admits", "The employer denies everything.", "The employer admits everything.")
f("HE1", "speak", "Members cannot speak there", "Members can speak there")
f("HE1", "pays", "The union pays for it.", "You pay for it.")
f("HE1", "month", "the decision comes in March", "the decision comes in May")
f("HE2", "swap times", "9:30 am, Room 1204, Federal Building. Bus from the hall 7:15 am", "7:15 am, Room 1204, Federal Building. Bus from the hall 9:30 am")
f("HE2", "court", "Labor board hearing", "Court hearing")
f("HE3", "watch", "members may watch, but they may not speak", "members may speak, but they may not watch")
f("HE3", "on", "Turn off your phone.", "Turn on your phone.")
TRUE += [(f"3 {name}", *rest) for name, *rest in LOCAL.honest]
F += [(f"3 {name}", *rest) for name, *rest in LOCAL.faults()]
