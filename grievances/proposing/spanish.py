"""Spanish grievance articles in the English words `phrases` knows: a gloss to read limits by, never a translation to
show. The quotation of a proposal is always the agreement's own sentence.
"""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import HASTA_CIEN, either
from unionops.platform.search.terms import plain as unaccented

IS_SPANISH = re.compile(
    r"\b(?:dentro de|plazo|termino de|dias? (?:laborables?|habil(?:es)?|calendario)|querella|quejas?|"
    r"(?:el|la|los|del) (?:\w+ )?dias?|agravios?|patrono|sindicato)\b"
)
_SMALL_WORDS = re.compile(r"\b(?:el|los|las|una|del|en|que|para|por|su)\b")
_UNIT = r"(?=\s+(?:dias?|semanas?|mes(?:es)?|anos?|horas?)\b)"
_WORKED = r"(?:laborables?|laborales?|habiles|de trabajo)"
_DECISION = r"(?:decision|determinacion|resolucion)"
_ANSWER = rf"(?:contestacion|respuesta|{_DECISION})"
_GLOSS = (
    (r"\bllevara (?:la|su|el) (?:queja|querella|agravio)\b", "shall duly file"),
    (r"\bdesde (?:la|su) notificacion\b(?! de)", "after receipt of the answer"),
    (
        r"\bno se (?:resuelv\w+|soluciona\w*|ajusta\w*)|\bde no (?:resolverse|solucionarse|ajustarse)\b",
        "if not settled",
    ),
    (r"\bincumplimiento (?:de|con) (?:los|dichos|estos) (?:terminos|plazos)\b", "failure to answer"),
    (r"\b(?:sera|seran|queda|quedaran) concedid[ao]s?\b", "is granted"),
    (
        r"\ba favor del? (?:la )?(?:querellante|empleado|trabajador|quejoso|agraviado|union)\b",
        "in favor of the grievant",
    ),
    (r"\ben o antes de(?: los)?\b", "within"),
    (r"\bcitara a (?:una )?reunion\b", "shall meet"),
    (r"\bde no contestarse\b", "if it fails to answer"),
    (r"\bpara reunirse\b", "to meet"),
    (rf"\bnotificar (?:su|la|dicha) {_DECISION}", "give the decision"),
    (r"\bdias? (?:calendario|naturales|corridos|consecutivos)\b", "calendar days"),
    (rf"\b(?:se entenderan?|seran|son|significan?) (?:como )?(?:dias )?{_WORKED}\b", "means working days"),
    (rf"\b(?:proximo|siguiente) dia {_WORKED}\b|\bdia {_WORKED} siguiente\b", "next working day"),
    (rf"\bdias? {_WORKED}\b", "working days"),
    (r"\bdias? (?:lectivos|escolares)\b", "school days"),
    (r"\bdias?\b", "days"),
    (r"\bsemanas?\b", "weeks"),
    (r"\bmes(?:es)?\b", "months"),
    (r"\banos?\b(?! nuevo)", "years"),
    (r"\bhoras?\b", "hours"),
    (
        r"\bdentro de(?:l (?:termino|plazo) de)?(?: un (?:termino|plazo) de)?(?: los)?(?: (?:proximos|"
        r"siguientes))?\b",
        "within",
    ),
    (r"\ben un (?:termino|plazo) (?:no mayor|maximo) de\b|\ben (?:el|un) (?:termino|plazo) de\b", "within"),
    (r"\ba mas tardar(?: a los| en)?\b|\bno mas tarde de(?: los)?\b|\bno mayor de\b", "no later than"),
    (
        r"\b(?:tendra|tiene|dispon(?:e|dra) de|contara con)(?:n)?(?: (?:un|el) (?:termino|plazo) de)?(?: hasta)?\b",
        "shall have",
    ),
    (r"\ben ningun caso\b", "in no case"),
    (r"\b(?:siguientes|posteriores) a(?: la fecha (?:de|en que))?(?:l| la| los)?\b", "following the"),
    (r"\b(?:(?:contados|contado|computados)\s+)?(?:a partir|desde|despues)(?: de(?:l)?)?\b", "after"),
    (r"\bantes de(?:l| la)?\b", "before the"),
    (r"\ba los (?=\d)|\ben (?:los )?(?=\d+ (?:days|working|calendar|school|weeks|months))", "within "),
    (r"\ben que\b|\bde que\b", "on which"),
    (r"\blo que (?:ocurra|suceda|sea) (?:primero|antes)\b", "whichever is earlier"),
    (r"\blo que (?:ocurra|suceda|sea) (?:ultimo|despues|mas tarde)\b", "whichever is later"),
    (
        rf"\b(?:notificacion|notificada|notificarse|recibida|recibo|recibir(?:se)?|recepcion) (?:de |la |su |"
        rf"dicha )*{_ANSWER}\b",
        "receipt of the answer",
    ),
    (rf"\b{_ANSWER}[^.;,]{{0,20}}\b(?:debia|debio|vencia|vencio)\b[^.;,]{{0,20}}", "answer was due "),
    (rf"\b(?:emitira|dara|rendira|comunicara|notificara|entregara)n?(?: \w+){{0,3}} {_ANSWER}\b", "shall answer"),
    (rf"\bpara (?:emitir|dar|rendir)(?: \w+){{0,2}} {_ANSWER}\b|\bpara (?:contestar|responder)(?:la)?\b", "to respond"),
    (rf"\b(?:emitir|dar|rendir|entregar) (?:(?:la|su|una) )?{_ANSWER}\b", "give the answer"),
    (rf"\bfalta de (?:una )?{_ANSWER}\b", "failure to answer"),
    (r"\b(?:se entendera|se considerara|constituira)n? (?:como )?(?:una )?denegacion\b", "is denied"),
    (r"\bdej(?:a|e|are) de (?:contestar|responder)\b", "fails to answer"),
    (r"\bde no (?:contestar|responder)\b", "if it fails to answer"),
    (r"\bno (?:contesta|conteste|contestara|contestare|responde|responda|emite|emita)n?\b", "fails to answer"),
    (r"\b(?:contestara|respondera|decidira|resolvera)n?\b", "shall answer"),
    (rf"\b{_DECISION}\b", "decision"),
    (r"\b(?:contestacion|respuesta)\b", "answer"),
    (
        r"\b(?:apelar|apelara|apelarse|apelada|elevar(?:a|se|l[ao]s?)?|recurrir|llevar la (?:queja|querella))\b",
        "appeal",
    ),
    (
        r"\bde (?:haber sido )?(?:presentad|radicad|sometid)[ao]\b|\bde (?:la )?(?:presentacion|radicacion)\b",
        "of filing",
    ),
    (r"\b(?:presentad|radicad|sometid)[ao]s?\b", "filed"),
    (r"\b(?:y|e) (?:contestar|responder)\b", "and answer"),
    (r"\b(?:someter|sometera)(?:se|l[ao]s?)?\b", "submit"),
    (r"\bllevar(?:a|l[ao]s?)?(?: (?:el|la|su) \w+)? a(?=l? arbitraje)", "submit"),
    (r"\b(?:se )?(?:presentara|radicara|interpondra|planteara|formulara)n?\b", "shall duly file"),
    (r"\b(?:presentar|radicar|interponer)(?:se|l[ao]s?)?\b", "file"),
    (r"\b(?:se reunira|se reuniran|reunirse|celebrara una (?:reunion|vista)|discutira|discutiran)\b", "shall meet"),
    (r"\b(?:debe|debera) (?:programarse|celebrarse|llevarse a cabo|convocarse)\b", "shall be held"),
    (r"\b(?:solicitar|solicitara|pedir|pedira) una (?:audiencia|vista)\b", "appeal for a meeting"),
    (r"\b(?:reunion|vista|conferencia|audiencia)\b", "meeting"),
    (r"\b(?:solicitar|solicitara|pedir|pedira|invocar|invocara)\b", "request"),
    (r"\bnotificar[a]?\b", "notify"),
    (r"\b(?:seleccionar|seleccionaran|escoger|escogeran|elegir)\b", "select"),
    (r"\barbitraje\b", "arbitration"),
    (r"\barbitro\b", "arbitrator"),
    (r"\bmediacion\b", "mediation"),
    (r"\b(?:queja|querella|agravio|reclamo|reclamacion)(s?)\b", r"grievance\1"),
    (r"\b(?:conocimiento|enterado|enterada|entero|supo|conocio|conocia|conocer)\b", "knowledge"),
    (r"\b(?:ocurrido|ocurrio|surgio|surgido|suscito|ocurrencia)\b", "occurred"),
    (r"\b(?:hecho|hechos|suceso|incidente|evento)\b", "event"),
    (r"\bviolacion\b", "violation"),
    (r"\bfecha de efectividad\b|\bfecha efectiva\b", "effective date"),
    (r"\b(?:carta|notificacion)\b", "letter"),
    (r"\b(?:recibo|recibida|recibido|recibir|recepcion)\b", "receipt"),
    (r"\b(?:despido|destitucion|cesantia)\b", "discharge"),
    (r"\bdisciplinari[ao]s?\b", "disciplinary"),
    (r"\b(?:se entendera|se considerara|quedara|sera)n? (?:denegad|rechazad)[ao]\b", "is denied"),
    (r"\bpeticion\b", "request"),
    (r"\bsin(?= (?:una )?answer\b)", "without an"),
    (r"\b(?:se entendera|se considerara|quedara)n? (?:concedid|resuelt)[ao](?: a favor)?\b", "is granted"),
    (r"\b(?:se entendera|se considerara|quedara)n? (?:retirad|desistid)[ao]\b", "is withdrawn"),
    (
        r"\bpermit(?:e|ira) (?:pasar|avanzar|seguir) al? (?:proximo|siguiente) (?:paso|nivel)\b",
        "permits an appeal to the next step",
    ),
    (r"\bpasara? automaticamente al? (?:proximo|siguiente) (?:paso|nivel)\b", "automatically proceed to the next step"),
    (r"\bpasara a la (?:proxima|siguiente) etapa\b", "shall proceed to the next step"),
    (r"\bpasara? al? (?:proximo|siguiente) (?:paso|nivel)\b", "proceed to the next step"),
    (r"\bautomaticamente\b", "automatically"),
    (r"\bprimer[ao]? (?:paso|nivel|etapa)\b", "step one"),
    (r"\bsegund[ao] (?:paso|nivel|etapa)\b", "step two"),
    (r"\btercer[ao]? (?:paso|nivel|etapa)\b", "step three"),
    (r"\bcuart[ao] (?:paso|nivel|etapa)\b", "step four"),
    (r"\b(?:paso|nivel|etapa)\b", "step"),
    (r"\b(?:primer|primero|primera)\b", "one"),
    (r"\b(?:segundo|segunda)\b", "two"),
    (r"\b(?:tercer|tercero|tercera)\b", "three"),
    (r"\b(?:sindicato|local|gremio)\b", "union"),
    (r"\b(?:patrono|empleador|agencia|compania)\b", "employer"),
    (r"\b(?:empleado|empleada|trabajador|querellante|quejoso)\b", "employee"),
    (r"\b(?:podra|puede)n?\b", "may"),
    (r"\b(?:debera|debe)n?\b", "shall"),
    (r"\bno se (?:contaran?|cuentan|incluyen|incluiran)\b", "shall not be counted"),
    (r"\b(?:se excluyen|se excluiran|excluyendo|excluidos|exceptuando|sin contar)\b", "excluding"),
    (r"\bsabados?\b", "saturday"),
    (r"\bdomingos?\b", "sunday"),
    (r"\b(?:feriados?|festivos?)\b", "holiday"),
    (r"\b(?:venciera|vence|cae|cayera|caiga)\b", "falls"),
    (r"\bmatasellos\b", "postmark"),
    (r"\b(?:si|cuando)\b", "if"),
    (r"\bde no\b", "if not"),
    (r"\bde\b", "of"),
    (r"\b(?:el|la|los|las)\b", "the"),
    (r"\by\b", "and"),
    (r"\bo\b", "or"),
)
_RULES = tuple((re.compile(words), english) for words, english in _GLOSS)
_WITH_FIGURE = re.compile(rf"\b(?:{either(HASTA_CIEN)})\s*\((\d{{1,3}})\)")
_ALONE = re.compile(rf"\b({either(HASTA_CIEN)}){_UNIT}")


def in_english(text: str, within: str = "") -> str:
    """The text itself, or a gloss of it in the words of English articles when it is Spanish, or a sentence with
    Spanish words `within` a Spanish text.
    """
    plain = " ".join(unaccented(text).split())
    if not (IS_SPANISH.search(plain) or (_SMALL_WORDS.search(plain) and IS_SPANISH.search(unaccented(within)))):
        return text
    plain = _ALONE.sub(lambda found: str(HASTA_CIEN[found[1]]), _WITH_FIGURE.sub(r"\1", plain))
    for words, english in _RULES:
        plain = words.sub(english, plain)
    return plain
