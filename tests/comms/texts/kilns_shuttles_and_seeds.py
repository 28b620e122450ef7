"""Heat breaks, a shuttle, safety shoes, night pay: after the checks learned from the boilers."""

from tests.comms.texts.tables import Texts

TEXTS = Texts("Local 917", "Prairie Public Workers", "12 Mill Road, Salina, KS 67401", "785-555-0100")
G, t, f = TEXTS.ground, TEXTS.true, TEXTS.turn

KIL = G(
    "The brick plant raised the kiln crews' heat breaks from 10 to 20 minutes every two hours after the union filed a complaint. The new breaks start on December 14. Foremen may not cancel a break. Crews write down every missed break on the yellow card. The company has not agreed to shade tents.",
    [
        ("number", "10 minutes"),
        ("number", "20 minutes"),
        ("date", "Monday, December 14, 2026"),
        ("name", "Curtis Boone, steward"),
        ("phone", "785-555-0121"),
    ],
    sector="private",
)
t(
    "KI1",
    KIL,
    "email",
    """Hi {{ first_name }},

We filed a complaint about the heat at the kilns, and it worked. Starting Monday, December 14, kiln crews get 20 minutes of heat break every two hours. Until now it was 10 minutes.

Two things to know:
- A foreman may not cancel your break.
- If you miss one, write it down on the yellow card.

Still open: the company has not agreed to shade tents.

Call Curtis Boone, steward, at 785-555-0121 with questions.

Local 917""",
    "Longer heat breaks at the kilns",
)
t(
    "KI2",
    KIL,
    "board",
    """Heat breaks for kiln crews

From December 14: 20 minutes every two hours (before: 10 minutes).
No foreman may cancel a break. Missed one? Write it on the yellow card.
Not agreed yet: shade tents.

Curtis Boone, steward, 785-555-0121""",
)
t(
    "KI3",
    KIL,
    "sms",
    "Local 917: Desde el lunes 14 de diciembre, 20 minutos de descanso por calor cada dos horas (antes 10). El capataz no puede cancelarlo. Anote los que pierda. Curtis Boone 785-555-0121. Responda STOP para no recibir más.",
    lang="es",
)
f(
    "KI1",
    "swap",
    "get 20 minutes of heat break every two hours. Until now it was 10 minutes",
    "get 10 minutes of heat break every two hours. Until now it was 20 minutes",
)
f("KI1", "not", "A foreman may not cancel your break.", "A foreman may cancel your break.")
f("KI1", "agreed", "the company has not agreed to shade tents", "the company has agreed to shade tents")
f("KI1", "who", "We filed a complaint", "The company filed a complaint")
f("KI2", "every", "every two hours", "every four hours")
f("KI3", "no", "El capataz no puede cancelarlo.", "El capataz puede cancelarlo.")
f(
    "KI3",
    "swap",
    "20 minutos de descanso por calor cada dos horas (antes 10)",
    "10 minutos de descanso por calor cada dos horas (antes 20)",
)

SHU = G(
    "The base shuttle will no longer stop at Gate 3 from December 7. Use the stop at Gate 5. The first shuttle leaves Gate 5 at 5:20 am, the last at 9:40 pm. The ride stays free. Management decided this without the union; we have asked to bargain over the walk.",
    [
        ("date", "Monday, December 7, 2026"),
        ("place", "Gate 5"),
        ("time", "5:20 am"),
        ("time", "9:40 pm"),
        ("name", "Lena Marsh, vice president"),
        ("email", "lmarsh@local917.org"),
    ],
)
t(
    "SH1",
    SHU,
    "email",
    """Dear {{ first_name }},

From Monday, December 7, the base shuttle will no longer stop at Gate 3. Please use the stop at Gate 5.

The first shuttle leaves Gate 5 at 5:20 am. The last one leaves at 9:40 pm. The ride is still free.

Management decided this without us. We have asked to bargain over the walk.

Write to Lena Marsh, vice president: lmarsh@local917.org

Local 917""",
    "Shuttle: use Gate 5 from December 7",
)
t(
    "SH2",
    SHU,
    "phone",
    """Hello {{ first_name }}, I'm calling for Local 917. Do you ride the base shuttle?

Starting Monday, December 7, it won't stop at Gate 3 any more. You can get on at Gate 5. First shuttle: 5:20 in the morning. Last: 9:40 in the evening. It doesn't cost anything, same as before.

Management did this without talking to the union. We've asked to bargain.

Thoughts? Tell Lena Marsh, our vice president, at lmarsh@local917.org.""",
)
t(
    "SH3",
    SHU,
    "flyer",
    """Shuttle change on December 7

- No stop at Gate 3 any more
- Get on at Gate 5: first ride 5:20 am, last ride 9:40 pm
- Still free

We asked to bargain. Lena Marsh, vice president: lmarsh@local917.org""",
)
f(
    "SH1",
    "gates",
    "will no longer stop at Gate 3. Please use the stop at Gate 5.",
    "will no longer stop at Gate 5. Please use the stop at Gate 3.",
)
f(
    "SH1",
    "times",
    "The first shuttle leaves Gate 5 at 5:20 am. The last one leaves at 9:40 pm.",
    "The first shuttle leaves Gate 5 at 9:40 pm. The last one leaves at 5:20 am.",
)
f("SH1", "free", "The ride is still free.", "The ride is no longer free.")
f("SH2", "agreed", "We've asked to bargain.", "We've agreed to it.")
f(
    "SH2",
    "who",
    "Management did this without talking to the union.",
    "Management did this after talking with the union.",
)
f("SH3", "won", "We asked to bargain.", "We won the right to bargain.")

SEE = G(
    "The seed lab wants to stop paying for safety shoes. Lab workers now get $130 a year, field workers $175. The union says no. Workers should keep their receipts and not sign the new shoe form. The bargaining session is on December 17; observers are welcome but may not speak.",
    [
        ("amount", "$130"),
        ("amount", "$175"),
        ("date", "Thursday, December 17, 2026"),
        ("time", "10:00 am"),
        ("room", "Annex, Room 14"),
        ("name", "Yusuf Demir, negotiator"),
    ],
    sector="state",
    sources=[
        (
            "Article 31, Section 3",
            "The Employer shall reimburse laboratory employees up to $130 and field employees up to $175 per calendar year for protective footwear.",
        )
    ],
)
t(
    "SE1",
    SEE,
    "email",
    """Hello {{ first_name }},

The seed lab wants to stop paying for safety shoes. We say no. Our agreement promises that the employer “shall reimburse laboratory employees up to $130 and field employees up to $175”.

Please do not sign the new shoe form, and keep your receipts.

Come and watch: the bargaining session is on Thursday, December 17, at 10:00 am in the Annex, Room 14. Observers are welcome. They may not speak.

Yusuf Demir, negotiator
Local 917""",
    "Who pays for your safety shoes?",
)
t(
    "SE2",
    SEE,
    "talking_points",
    """- The seed lab wants to stop paying for safety shoes. The union says no.
- Today lab workers get $130 a year and field workers $175.
- Keep your receipts.
- Don't sign the new shoe form.
- Bargaining: Thursday, December 17, 10:00 am, Annex, Room 14. You can watch, but you can't speak. Yusuf Demir is our negotiator.""",
)
t(
    "SE3",
    SEE,
    "newsletter",
    """Shoes on the table

For lab workers it is $130 a year, for field workers $175: that is what the employer pays for safety shoes. Now the seed lab wants to stop. The union says no.

What you can do: hold on to your receipts. Leave the new shoe form unsigned. And come to the session on Thursday, December 17, at 10:00 am in the Annex, Room 14, where Yusuf Demir speaks for us. Observers listen only.""",
)
f("SE1", "sign", "Please do not sign the new shoe form", "Please sign the new shoe form")
f("SE1", "speak", "They may not speak.", "They may speak.")
f("SE1", "quote", "up to $130 and field employees", "up to $150 and field employees")
f(
    "SE2",
    "swap",
    "lab workers get $130 a year and field workers $175",
    "lab workers get $175 a year and field workers $130",
)
f("SE2", "no", "The union says no.", "The union says yes.")
f(
    "SE3",
    "swap",
    "For lab workers it is $130 a year, for field workers $175",
    "For lab workers it is $175 a year, for field workers $130",
)
f("SE3", "stop", "Now the seed lab wants to stop.", "Now the seed lab wants to pay more.")

NIG = G(
    "The state labor board ruled on November 23 that the night crews were owed their differential. 58 crew members share $41,300. The agency appealed; nobody is paid until the appeal is decided. The union answers by December 21. Members do nothing for now.",
    [
        ("date", "Monday, November 23, 2026"),
        ("number", "58 crew members"),
        ("amount", "$41,300"),
        ("deadline", "Monday, December 21, 2026"),
        ("name", "Farah Nasser, chief steward"),
        ("phone", "785-555-0136"),
    ],
    sector="state",
)
t(
    "NI1",
    NIG,
    "email",
    """Hi {{ first_name }},

On Monday, November 23, the state labor board ruled that the night crews were owed their differential: $41,300 for 58 crew members.

The agency has appealed. Until the appeal is decided, nobody is paid. The union will answer by Monday, December 21.

You do not need to do anything for now.

Farah Nasser, chief steward, 785-555-0136

Local 917""",
    "Night differential: where it stands",
)
t(
    "NI2",
    NIG,
    "sms",
    "Local 917: Labor board ruled Nov 23: night crews were owed the differential, $41,300 for 58 crew members. Agency appealed, so no pay yet. We answer by Dec 21. Nothing to do for now. Farah Nasser 785-555-0136. STOP to opt out.",
)
t(
    "NI3",
    NIG,
    "email",
    """Hola {{ first_name }}:

El lunes 23 de noviembre la junta laboral del estado decidió que a los turnos de noche se les debía el diferencial: $41,300 para 58 miembros.

La agencia apeló. Nadie cobra hasta que se decida la apelación. El sindicato responde a más tardar el lunes 21 de diciembre.

Por ahora no tiene que hacer nada.

Farah Nasser, delegada principal, 785-555-0136

Local 917""",
    "Diferencial nocturno",
    lang="es",
)
f("NI1", "appeal", "The agency has appealed.", "The union has appealed.")
f("NI1", "paid", "nobody is paid", "everybody is paid")
f("NI1", "not", "You do not need to do anything for now.", "You need to file a claim now.")
f("NI1", "ruled", "were owed their differential", "were not owed their differential")
f("NI2", "swap", "$41,300 for 58 crew members", "$58 for 41,300 crew members")
f("NI2", "judge", "Labor board ruled", "The agency ruled")
f("NI3", "nadie", "Nadie cobra hasta", "Todos cobran antes de")
f("NI3", "no", "Por ahora no tiene que hacer nada.", "Por ahora tiene que llenar un formulario.")

TRUE, F = TEXTS.honest, TEXTS.faults()
