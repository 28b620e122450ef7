"""Ten more briefs: true texts in free words, and the same with one thing turned."""

import dataclasses

from comms.checks.parts import Source
from tests.comms.texts.free_words import ES, C, E, G, S

# A snow plan
SNOW = G(
    "The city changes how snow crews are called in. From December 20 crews get two hours' notice by telephone instead of one. A crew member who lives more than 30 miles away may report to the nearest yard. The local agreed to a six-month trial.",
    [
        ("date", "Sunday, December 20, 2026"),
        ("number", "two hours' notice"),
        ("number", "more than 30 miles"),
        ("name", "Rita Okafor, roads steward"),
        ("phone", "518-555-0133"),
        ("text", "The trial lasts six months"),
    ],
    sector="public",
)
SN1 = """Hello {{ first_name }},

Winter is close, and so is a change for snow crews. As of Sunday, December 20, the city must telephone you two hours before you start. Up to now it was one.

Do you live over 30 miles away? Then you can report to the yard nearest to you.

We agreed to try this out for six months. Tell Rita Okafor, roads steward, how it goes: 518-555-0133.

Local 88"""
SN2 = "Local 88: Snow crews get 2 hours' notice by phone from Dec 20 (6-month trial). Live 30+ miles away? Report to the nearest yard. Questions: 518-555-0133 Reply STOP to opt out."
SN3 = """Snow call-ins: what changes

- From December 20: two hours' notice, not one
- The call comes by telephone
- If your home is more than 30 miles off, use the yard closest to you
- It is a trial of six months

Rita Okafor, roads steward, 518-555-0133"""
# B scholarship
SCH = G(
    "The local gives three scholarships of $1,000 each to children of members. An essay of 500 words on what the union means to the family is needed. Applications go to the secretary. Winners are announced at the May picnic.",
    [
        ("number", "three scholarships"),
        ("money", "$1,000 each"),
        ("deadline", "Friday, March 12, 2027"),
        ("number", "500 words"),
        ("name", "Colleen Baptiste, recording secretary"),
        ("email", "apply@local88.org"),
        ("link", "https://local88.org/scholarship"),
    ],
    klass="event",
)
SC1 = """Dear {{ first_name }},

Does your son or daughter plan to go to college? Our local has three scholarships of $1,000 each for the children of members.

To apply, your child writes an essay of 500 words: what does the union mean to our family? Send it to Colleen Baptiste, recording secretary, at apply@local88.org by Friday, March 12, 2027.

We will name the winners at the picnic in May. The form is at https://local88.org/scholarship.

Good luck!
Local 88"""
SC2 = "Local 88: 3 scholarships of $1,000 for members' kids. Essay (500 words) due Mar 12: local88.org/scholarship Reply STOP to opt out."
SC3 = """Three students will get $1,000 each from our local. Are you a member and is your child a student? An essay of 500 words about what our union means to your family is all we ask. Applications must reach Colleen Baptiste, recording secretary, by March 12, 2027: apply@local88.org or https://local88.org/scholarship. You will hear who won at the May picnic."""
# C staffing with source
STC = "Section 2. The Hospital shall assign no more than five patients to a registered nurse on a medical floor. When the number is exceeded, the nurse shall be paid an additional $6.00 per hour for that shift."
STA = G(
    "Nurses on medical floors at Bayview Hospital had more than five patients on 19 shifts in October. Nurses should fill in the staffing form before they go home and hand it to their steward. The union meets the chief nurse about it in December.",
    [
        ("number", "19 shifts"),
        ("date", "Wednesday, December 9, 2026"),
        ("name", "Gwen Tran, chief steward"),
        ("phone", "415-555-0172"),
        ("link", "https://local88.org/staffing"),
    ],
    sources=(Source("s1", "Article 12, Section 2", STC),),
    sector="private",
)
ST1 = """Hello {{ first_name }},

In October nurses on the medical floors at Bayview Hospital cared for more than five patients on 19 shifts. Our contract does not allow that.

Article 12, Section 2 says: "The Hospital shall assign no more than five patients to a registered nurse on a medical floor." If you have more, you are owed $6.00 per hour extra for that shift.

What to do: complete the staffing form before you leave, and give it to your steward. The form is at https://local88.org/staffing.

On Wednesday, December 9, the union sits down with the chief nurse. Gwen Tran, chief steward, is at 415-555-0172.

Local 88"""
ST2 = "Local 88: More than 5 patients on a medical floor at Bayview? Fill in the staffing form before you go home, give it to your steward. local88.org/staffing Reply STOP to opt out."
ST3 = """For stewards

- In October there were 19 shifts with over five patients per nurse on medical floors.
- The contract (Article 12, Section 2) sets the limit at five.
- Over the limit, the nurse gets $6.00 more per hour for the shift.
- Ask every nurse to fill in a staffing form before going home and collect the forms.
- We meet the chief nurse on December 9.

Questions: Gwen Tran, 415-555-0172"""
# D bus lot closing, Spanish brief
GUA = G(
    "La guardería del hospital cierra los sábados a partir del 16 de enero. El sindicato pidió una reunión con la gerencia. Los padres deben llenar una encuesta corta. Las respuestas son anónimas.",
    [
        ("date", "sábado 16 de enero de 2027"),
        ("deadline", "viernes 18 de diciembre de 2026"),
        ("number", "46 familias"),
        ("name", "Yesenia Robles, delegada"),
        ("phone", "956-555-0118"),
        ("link", "https://local88.org/guarderia"),
    ],
    sector="private",
)
GU1 = """Hola {{ first_name }}:

Desde el sábado 16 de enero la guardería del hospital ya no abre los sábados. Esto toca a 46 familias.

El sindicato pidió una reunión con la gerencia. Ayúdenos: llene la encuesta corta antes del viernes 18 de diciembre en https://local88.org/guarderia. Sus respuestas son anónimas.

¿Preguntas? Yesenia Robles, delegada, 956-555-0118.

Local 88"""
GU2 = "Local 88: La guarderia del hospital cierra los sabados desde el 16 ene. Llene la encuesta anonima antes del 18 dic: local88.org/guarderia Responda STOP para no recibir mas."
GU3 = """GUARDERÍA: DENOS SU OPINIÓN

- A partir del 16 de enero cierra los sábados
- Son 46 familias
- Encuesta corta y anónima hasta el viernes 18 de diciembre
- El sindicato ya pidió hablar con la gerencia

Yesenia Robles, delegada: 956-555-0118
https://local88.org/guarderia"""
# E retirees
RET = G(
    "Retirees meet for coffee on the second Tuesday of each month. In January a speaker from the pension office explains the new tax form. Rides are offered to those who do not drive. There is no charge.",
    [
        ("date", "Tuesday, January 12, 2027"),
        ("time", "10:00 am"),
        ("room", "Elks Lodge, 77 Front Street"),
        ("name", "Harold Nyquist, retiree chapter chair"),
        ("phone", "612-555-0150"),
        ("deadline", "ask for a ride by January 8, 2027"),
    ],
    klass="event",
)
RE1 = """Dear {{ first_name }},

Our retirees get together over coffee on Tuesday, January 12, at 10:00 am in the Elks Lodge, 77 Front Street. As always it is the second Tuesday of the month.

This time somebody from the pension office will explain the new tax form.

Coming costs nothing. If you do not drive, ask Harold Nyquist, retiree chapter chair, for a ride by January 8, 2027: 612-555-0150.

Local 88"""
RE2 = "Local 88: Retirees' coffee Tue Jan 12, 10 am, Elks Lodge, 77 Front St. Pension speaker on the new tax form. Need a ride? Call 612-555-0150 by Jan 8. Reply STOP to opt out."
RE3 = """COFFEE FOR RETIREES

Second Tuesday: January 12, 2027, 10 a.m.
Elks Lodge, 77 Front Street

A speaker from the pension office: the new tax form
Free of charge. Rides: tell us by January 8

Harold Nyquist, retiree chapter chair, 612-555-0150"""
# F telework grievance arbitration date
ARB = G(
    "The arbitration about the canceled telework days at the Regional Office is heard in January. Witnesses are excused from work with pay. Members may watch but must use leave. A decision is expected within 30 days after the hearing. We cannot say how it will end.",
    [
        ("date", "Thursday, January 21, 2027"),
        ("time", "9:30 AM"),
        ("room", "Conference Room 6C"),
        ("number", "118 employees"),
        ("name", "Leo Marchetti, vice president"),
        ("email", "telework@local88.org"),
    ],
)
AR1 = """Hello {{ first_name }},

The arbitration about your canceled telework days takes place on Thursday, January 21. The hearing starts at 9:30 AM in Conference Room 6C of the Regional Office. It is about 118 employees.

If you are a witness, you are excused with pay. If you only want to watch, you are welcome, but you must take leave.

The decision should come within 30 days after the hearing. Nobody can say today how it will turn out.

Leo Marchetti, vice president, answers your questions at telework@local88.org.

Local 88"""
AR2 = "Local 88: Telework arbitration Thu Jan 21, 9:30 AM, Conf Room 6C. Want to watch? Take leave. Questions: telework@local88.org Reply STOP to opt out."
AR3 = """Q: When is the hearing?
A: January 21, 2027, at 9:30 AM in Conference Room 6C.

Q: Who is it about?
A: 118 employees at the Regional Office whose telework days were canceled.

Q: Do I get paid if I testify?
A: Yes. Witnesses are excused from work with pay.

Q: When will we know?
A: We expect a decision within 30 days of the hearing. We do not promise any outcome.

Leo Marchetti, vice president, telework@local88.org"""
# G new contract booklet pickup
BOOK = G(
    "The new contract has been printed in English and Spanish. Stewards hand out the booklets at shift change. Members can also pick one up at the union office on weekdays. The contract runs until June 30, 2029.",
    [
        ("date", "starting Monday, December 7, 2026"),
        ("time", "office open 8 am to 4 pm"),
        ("room", "Union office, 15 Canal Street, Suite 3"),
        ("number", "2,300 copies"),
        ("name", "Anita Desrosiers, office manager"),
        ("phone", "504-555-0107"),
        ("date", "June 30, 2029"),
    ],
)
BO1 = """Hello {{ first_name }},

It is here: our new contract is in print, in both English and Spanish. There are 2,300 copies.

Starting Monday, December 7, your steward has a booklet for you at shift change. Or drop by the union office, 15 Canal Street, Suite 3. It is open from 8 am to 4 pm on weekdays.

The contract is good through June 30, 2029. Keep it handy!

Anita Desrosiers, office manager, 504-555-0107

Local 88"""
BO2 = "Local 88: New contract booklets are here! From Dec 7 ask your steward at shift change or come to 15 Canal St, Suite 3, 8 am-4 pm weekdays. 504-555-0107 Reply STOP to opt out."
BO3 = """NEW CONTRACT BOOKLETS

English and Spanish
From your steward at shift change, starting Monday, December 7, 2026
Or at the union office, 15 Canal Street, Suite 3, weekdays 8 am to 4 pm

Valid until June 30, 2029
Anita Desrosiers 504-555-0107"""
# H survey new members
ORI = G(
    "Five new bus mechanics start at the Eastside garage on December 14. The union has 30 minutes with them at orientation. Stewards should greet them in the first week and give them a welcome packet. Joining is their own choice.",
    [
        ("date", "Monday, December 14, 2026"),
        ("time", "1:15 pm"),
        ("room", "Training Room, Eastside garage"),
        ("number", "30 minutes"),
        ("number", "five new mechanics"),
        ("name", "Dmitri Volkov, organizer"),
        ("phone", "303-555-0188"),
    ],
    klass="organizing",
    sector="public",
)
OR1 = """Dear {{ first_name }},

Five new mechanics begin at the Eastside garage on Monday, December 14. We have 30 minutes with them in the Training Room at 1:15 pm.

Stewards, please say hello to them during their first week and hand each a welcome packet. Remember: to join or not is up to them.

Dmitri Volkov, organizer, has the packets. Call 303-555-0188.

Local 88"""
OR2 = "Local 88: 5 new mechanics start at Eastside Mon Dec 14. Orientation 1:15 pm, Training Room. Stewards: greet them, bring a welcome packet. 303-555-0188 Reply STOP to opt out."
OR3 = """Points for stewards

1. On December 14 five new mechanics arrive at the Eastside garage.
2. Orientation: 1:15 pm, Training Room. We get 30 minutes.
3. Meet each of them in their first week. Bring a packet.
4. Never press anyone. Joining is a free choice.

Dmitri Volkov, organizer: 303-555-0188"""
# I English facts -> Spanish text
UNI = G(
    "Uniform allowance: the employer pays $240 a year for work clothes starting in 2027. Receipts must be handed in by the end of each quarter. Shoes are not covered. Part-time workers get half.",
    [
        ("money", "$240 a year"),
        ("deadline", "first receipts by Wednesday, March 31, 2027"),
        ("text", "Shoes are not covered"),
        ("name", "Ofelia Castro, shop steward"),
        ("phone", "915-555-0126"),
    ],
    sector="private",
)
UN1 = """Hola {{ first_name }}:

A partir de 2027 la empresa paga $240 al año para ropa de trabajo. Los zapatos no están incluidos. Quienes trabajan tiempo parcial reciben la mitad.

Entregue sus recibos al final de cada trimestre. Los primeros recibos se entregan a más tardar el miércoles 31 de marzo de 2027.

Ofelia Castro, delegada: 915-555-0126

El texto en inglés es el que vale."""
UN2 = """Hello {{ first_name }},

Good news: beginning in 2027 the employer gives you $240 a year for work clothes. If you work part-time, you get half. Please note that shoes are not covered.

Hand in your receipts by the end of each quarter, the first ones by Wednesday, March 31, 2027.

Ofelia Castro, shop steward, will help you: 915-555-0126.

Local 88"""
UN3 = "Local 88: $240 a year for work clothes from 2027 (part-time: half, no shoes). First receipts by Mar 31. Ofelia Castro, 915-555-0126. Reply STOP to opt out."
# J Spanish text of English meeting
SAF = G(
    "After the ladder accident the safety committee walks through the Paint Shop. Members should tell the committee about broken ladders. The union asked OSHA for an inspection. No one will be punished for a report.",
    [
        ("date", "Friday, December 4, 2026"),
        ("time", "7:00 am"),
        ("room", "Paint Shop, north door"),
        ("name", "Nuria Saldaña, safety chair"),
        ("phone", "361-555-0145"),
    ],
    sector="private",
)
SA1 = """Hola {{ first_name }}:

Después del accidente con la escalera, el comité de seguridad recorre el Paint Shop el viernes 4 de diciembre a las 7:00 am. Nos vemos en la puerta norte (north door).

Díganos qué escaleras están rotas. El sindicato ya pidió a OSHA una inspección. Nadie será castigado por avisar.

Nuria Saldaña, presidenta de seguridad, 361-555-0145

El texto en inglés es el que vale."""
SA2 = """Hello {{ first_name }},

After the accident with the ladder our safety committee goes through the Paint Shop on Friday, December 4, at 7:00 am. We start at the north door.

Is your ladder broken? Let the committee know. Your union has also asked OSHA to inspect. You cannot be punished for speaking up.

Nuria Saldaña, safety chair: 361-555-0145

Local 88"""
SA3 = "Local 88: Safety walk through the Paint Shop Fri Dec 4, 7 am, north door. Tell us about broken ladders: 361-555-0145. Nobody is punished for a report. Reply STOP to opt out."
TRUE = [
    ("SN1", SNOW, E(SN1)),
    ("SN2", SNOW, S(SN2)),
    ("SN3", SNOW, C("board", SN3)),
    ("SC1", SCH, E(SC1)),
    ("SC2", SCH, S(SC2)),
    ("SC3", SCH, C("newsletter", SC3)),
    ("ST1", STA, E(ST1)),
    ("ST2", STA, S(ST2)),
    ("ST3", STA, C("talking_points", ST3)),
    ("GU1", GUA, ES(GU1)),
    ("GU2", GUA, S(GU2, "es")),
    ("GU3", GUA, C("flyer", GU3, "es")),
    ("RE1", RET, E(RE1)),
    ("RE2", RET, S(RE2)),
    ("RE3", RET, C("flyer", RE3)),
    ("AR1", ARB, E(AR1)),
    ("AR2", ARB, S(AR2)),
    ("AR3", ARB, C("web", AR3)),
    ("BO1", BOOK, E(BO1)),
    ("BO2", BOOK, S(BO2)),
    ("BO3", BOOK, C("flyer", BO3)),
    ("OR1", ORI, C("letter", OR1)),
    ("OR2", ORI, S(OR2)),
    ("OR3", ORI, C("talking_points", OR3)),
    ("UN1", UNI, ES(UN1)),
    ("UN2", UNI, E(UN2)),
    ("UN3", UNI, S(UN3)),
    ("SA1", SAF, ES(SA1)),
    ("SA2", SAF, E(SA2)),
    ("SA3", SAF, S(SA3)),
]
BASE = {n: (g, d) for n, g, d in TRUE}


def R(base, before, after, what):
    g, d = BASE[base]
    assert before in d.body, (base, before)
    return (what, g, dataclasses.replace(d, body=d.body.replace(before, after)))


F = [
    R("SN1", "As of Sunday, December 20", "As of Sunday, December 27", "day +7"),
    R(
        "SN1",
        "two hours before you start. Up to now it was one.",
        "one hour before you start. Up to now it was two.",
        "notice swapped",
    ),
    R("SN1", "must telephone you", "must text you", "phone to text"),
    R("SN1", "Do you live over 30 miles away?", "Do you live under 30 miles away?", "over/under"),
    R("SN2", "6-month trial", "9-month trial", "trial months"),
    R("SN3", "- It is a trial of six months", "- It is here to stay", "trial to permanent"),
    R("SN3", "518-555-0133", "518-555-0113", "phone"),
    R("SC1", "three scholarships of $1,000 each", "three scholarships of $3,000 each", "sum"),
    R("SC1", "for the children of members", "for the children and grandchildren of members", "audience widened"),
    R("SC1", "by Friday, March 12, 2027", "by Friday, March 19, 2027", "deadline"),
    R("SC1", "an essay of 500 words", "a video of five minutes", "essay to video"),
    R("SC2", "due Mar 12", "opens Mar 12", "due/opens"),
    R("SC3", "at the May picnic", "at the Labor Day parade", "event"),
    R(
        "SC3",
        "Applications must reach",
        "Applications may also go to the president. They must reach",
        "another addressee",
    ),
    R("ST1", "on 19 shifts", "on 91 shifts", "digits swapped"),
    R("ST1", "no more than five patients", "no more than six patients", "quote altered"),
    R("ST1", "extra for that shift", "extra for that week", "shift/week"),
    R(
        "ST1",
        "On Wednesday, December 9, the union sits down with the chief nurse.",
        "On Wednesday, December 9, the union sits down with the chief nurse, who has admitted the mistake.",
        "invented admission",
    ),
    R("ST1", "before you leave", "after your days off", "when"),
    R(
        "ST3",
        "- Over the limit, the nurse gets $6.00 more per hour for the shift.",
        "- Over the limit, the nurse may refuse the patient.",
        "invented right",
    ),
    R("ST3", "Ask every nurse to fill in a staffing form", "Tell nurses not to fill in a staffing form", "negated ask"),
    R("ST2", "at Bayview", "at Lakeview", "site"),
    R("GU1", "ya no abre los sábados", "ya no abre los domingos", "ES weekday"),
    R("GU1", "Sus respuestas son anónimas.", "Firme sus respuestas con su nombre.", "ES anonymity turned"),
    R("GU1", "46 familias", "64 familias", "ES count"),
    R("GU2", "antes del 18 dic", "despues del 18 dic", "ES direction"),
    R(
        "GU3",
        "El sindicato ya pidió hablar con la gerencia",
        "La gerencia prometió abrir otra guardería",
        "ES invented promise",
    ),
    R("GU1", "El sindicato pidió una reunión con la gerencia.", "El sindicato demandó a la gerencia.", "ES lawsuit"),
    R("RE1", "the second Tuesday", "the third Tuesday", "nth"),
    R("RE1", "10:00 am", "10:00 pm", "am/pm"),
    R("RE1", "Coming costs nothing.", "Coming costs $5.", "invented cost"),
    R("RE1", "somebody from the pension office", "somebody from the Social Security office", "agency"),
    R("RE2", "77 Front St", "17 Front St", "house number"),
    R(
        "RE3",
        "Free of charge. Rides: tell us by January 8",
        "Lunch is served. Rides: tell us by January 8",
        "invented lunch",
    ),
    R("RE3", "Harold Nyquist", "Harald Lindqvist", "name"),
    R("AR1", "you are excused with pay", "you must use your own leave", "pay turned"),
    R("AR1", "within 30 days after the hearing", "within 30 days before the hearing", "after/before"),
    R("AR1", "Nobody can say today how it will turn out.", "We will win this one.", "promise"),
    R("AR1", "your canceled telework days", "your canceled vacation days", "matter"),
    R("AR2", "9:30 AM", "9:30 AM CT", "zone"),
    R("AR3", "A: Yes. Witnesses are excused from work with pay.", "A: Yes, at double time.", "rate invented"),
    R("AR3", "118 employees", "118 contractors", "who"),
    R("BO1", "in both English and Spanish", "in English, Spanish and Chinese", "language added"),
    R("BO1", "through June 30, 2029", "through June 30, 2028", "year"),
    R("BO1", "on weekdays", "on weekends", "weekdays"),
    R("BO2", "Suite 3", "Suite 5", "suite"),
    R("BO3", "From your steward at shift change", "From your supervisor at shift change", "from whom"),
    R("BO1", "Keep it handy!", "Keep it handy! Everyone agrees it is the best contract we ever had.", "soft claim"),
    R("OR1", "to join or not is up to them", "everyone has to join", "must join"),
    R("OR1", "Five new mechanics", "Fifteen new mechanics", "count"),
    R("OR1", "the Eastside garage", "the Westside garage", "garage"),
    R(
        "OR3",
        "4. Never press anyone. Joining is a free choice.",
        "4. Get a signed card from each before they leave.",
        "press",
    ),
    R("OR2", "bring a welcome packet", "bring a gift card", "gift"),
    R("UN1", "$240 al año", "$240 al mes", "ES per month"),
    R("UN1", "Los zapatos no están incluidos.", "Los zapatos están incluidos.", "ES negation dropped"),
    R("UN2", "you get half", "you get the same", "half/same"),
    R("UN2", "the employer gives you", "the union gives you", "who pays"),
    R("UN3", "First receipts by Mar 31", "First receipts after Mar 31", "direction"),
    R("SA1", "Nadie será castigado por avisar.", "Quien no avise será castigado.", "ES threat"),
    R("SA1", "a las 7:00 am", "a las 7:00 pm", "ES am/pm"),
    R("SA2", "Your union has also asked OSHA to inspect.", "OSHA has closed the shop.", "invented closure"),
    R("SA2", "the north door", "the south door", "door"),
    R("SA2", "You cannot be punished for speaking up.", "You can be punished for speaking up.", "not dropped"),
]
PAIRS = []
