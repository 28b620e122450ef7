"""Words of opposite sense, in English and Spanish: a cut for a raise, closed for open."""

from itertools import combinations

from unionops.platform.core import lazy_re as re

_NO_DAY = r"(?!\s*(?:[:.,;)]|\d|(?-i:[A-Z])))"  # days are held against the brief by themselves
# Words of opposite sense; a text may use neither side, but not the one the brief does not know.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"rais(?:e[sd]?|ing)|increas\w+|aument\w+|alza",
        r"(?:pay )?cuts?|reduc\w+|decreas\w+|lower(?:s|ed|ing)?|recort\w+|baja",
    ),
    (r"agree[sd]?|accept\w*|acord\w+|aceptó", r"refus\w+|reject\w*|den(?:y|ied|ies)|rechaz\w+|negó|se niega"),
    (r"approv\w+|ratif\w+|aprob\w+", r"reject\w*|voted down|vetoed|rechaz\w+"),
    (r"won|win|settled|victory|ganamos|ganó|ganaron", r"lost|lose|defeat\w*|perdimos|perdió|perdieron"),
    (
        r"paid time|paid leave|on the clock|with pay|tiempo pagado",
        r"own time|unpaid|off the clock|without pay|sin paga",
    ),
    (
        r"no cost|free|no charge|costs? (?:\w+ )?nothing|gratis|sin costo|no cuesta nada",
        r"costs? (?:you |them |members )?(?:an?|one|half)\b|cuesta un|"
        r"(?:at|for) an? (?:\w+ )?(?:fee|charge|cost|price|rate)|at your (?:own )?(?:cost|expense)|half[- ]price|"
        r"discount\w*|a (?:bajo costo|precio \w+)|con descuento",
    ),
    (
        r"open(?:s|ed)?(?! (?:until|till|through|to)\b)|abre|abierta?(?! hasta\b)",
        r"clos(?:e[sd]?|ing|ure)|cierra|cerrada?",
    ),
    (rf"(?:before|antes de){_NO_DAY}", rf"(?:after|despu[ée]s de){_NO_DAY}"),
    (
        r"start(?:s|ed)?|begin(?:s|ning)?|empieza|comienza",
        r"end(?:s|ed)?|(?<!the )(?<!a )(?<!bus )(?<!shuttle )stop(?:s|ped)?|termina",
    ),
    (
        r"yes vote|vot(?:e|es|ing) (?:for|yes)|voto a favor|vot(?:e|ar|en) sí",
        r"(?<=a )no vote|vot(?:e|es|ing) (?:against|no)|voto en contra|vot(?:e|ar|en) (?:que )?no",
    ),
    (r"first[- ]come", r"by lottery"),
    (r"allow(?:s|ed)?|permit(?:s|ted)?|may|can", r"forbid(?:s|den)?|prohibit\w*|bann?(?:ed|s)|not allowed|prohíbe"),
    (r"required|mandatory|must|obligatori[oa]s?", r"optional|voluntary|voluntari[oa]s?"),
    (r"hir(?:e[sd]?|ing)|contrat(?:a|ar|ó)", r"lay(?:ing)? ?offs?|laid off|fir(?:e[sd]|ing)|despid\w+"),
    (r"in person|en persona", r"online|by mail|virtual|en línea|por correo"),
    (r"by mail|por correo", r"online|electronic(?:ally)?|in person|en línea|en persona"),
    (r"upper|upstairs", r"lower|downstairs"),
    (r"front (?:door|gate|entrance|desk)", r"(?:back|rear|side) (?:door|gate|entrance)"),
    (r"night shifts?|nights|turno de noche", r"day shifts?|turno de día"),
    (r"weekends?|fines? de semana", r"weekdays?|días? de semana"),
    (r"higher|mayor", r"lower|menor"),
    (r"fewest|least", r"most"),
    (
        r"end(?:s|ed)?|abolish\w*|destroy\w*|strip\w*",
        r"(?:would|will the \w+) (?:protect|preserve|restore|save|strengthen)",
    ),
    (
        r"end(?:s|ed)?|stop(?:s|ped)?|cancel\w*|termina",
        r"expand\w*|extend\w*|continu\w+|restor\w*|amplía",
    ),
    (
        r"stewards?|delegad[oa]s?|union reps?",
        r"(?:to|with|from|ask|tell|call|see|a|con) (?:(?:your|the|su|el|la) )?"
        r"(?:supervisora?|manager|boss|foreman|hr|human resources|gerenta|gerente|jef[ea]|recursos humanos)",
    ),
    (r"fil(?:e[sd]?|ing)|submit\w*|present(?:a|ó|amos)", r"withdr[ae]w\w*|dropp?(?:s|ed)?|retir(?:a|ó|amos)"),
    (r"g[ai]ve(?:s|n)? up|conced\w+|traded away", r"won|gained|kept|saved|secured"),
    (r"in writing|written|por escrito", r"orally|verbal(?:ly)?|by phone|in person|por teléfono|de palabra"),
    (r"as before|still|remains?|continues?|stays?|keeps?|sigue", r"no longer|ya no|drops?|loses?|pierden?"),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"paid", r"unpaid|not paid"),
    (r"time and a half|tiempo y medio", r"double[- ]time|tiempo doble|doble tiempo"),
    (
        r"(?:stays?|remains?|keeps?) (?:the )?(?:same|as it is|as they are|where (?:it|they)|unchanged)|"
        r"do(?:es)?(?: not|n['’]t) change|unchanged|(?:queda|sigue)n? igual|no cambian?",
        r"goes up|go up|rises?|increases?|goes down|go down|drops?|falls?|suben?|aumentan?|bajan?|"
        r"(?:costs?|pays?|worth) (?:more|less)|"
        r"(?:does|do|did|will|would) change|(?<!no )cambian?|(?<!no )cambiarán?",
    ),
    (
        r"rises?|rising|goes up|go up|(?:worth|costs?|pays?|paga) m(?:ore|ás)|sube",
        r"falls?|falling|goes down|go down|(?:worth|costs?|pays?|paga) (?:less|menos)|baja",
    ),
    (r"oppos\w+|(?:is|are) against|se opone[ns]?", r"supports?|backs|(?:is|are) (?:all )?for|in favor|apoya[ns]?"),
    (r"inside|indoors|adentro", r"outside|outdoors|afuera"),
    (r"secret ballots?|voto secreto", r"show of hands|voice votes?|open ballots?|acclamation|mano alzada"),
    (
        r"(?:(?:stays?|remains?|is|are|still) )?in (?:force|effect)|vigente|en vigor",
        r"expired?s?|ran out|void|no longer applies|vencid[oa]|venció|caducó",
    ),
    (
        r"keep (?:on )?(?:working|coming)|go on working|continue to work|siga[ns]? trabajando",
        r"stop (?:working|coming)|stay (?:at )?home|walk (?:out|off)|dejen? de trabajar",
    ),
    (r"granted|upheld|sustained|award(?:s|ed)", r"denied|denies|dismissed|overturned"),
    (
        r"(?:stays?|remains?) (?:at|the same)|(?:queda|sigue)n? en",
        r"(?:goes|go|going|went|raised?|rises?|drops?|falls?) (?:up |down )?to|(?:suben?|bajan?) a",
    ),
    (
        r"no (?:\w+ )?(?:fee|charge|cost)s?",
        r"(?:there (?:is|will be)|for|charges?|with) an? (?:\w+ )?(?:fee|charge|cost)",
    ),
    (r"temporary|temporarily|temporal(?:es|mente)?", r"permanent(?:ly|e|emente)?"),
    (r"full[- ]time|tiempo completo", r"part[- ]time|medio tiempo|tiempo parcial"),
    (r"weekly|every week|cada semana", r"monthly|every month|cada mes"),
    (r"monthly|every month|cada mes", r"yearly|every year|cada año"),
    (r"individual(?:ly)?|each", r"in all|in total|altogether"),
    (
        r"received|(?:be|come|get|send (?:it|them)) back|arrives?|reach(?:es)?|recibid[oa]s?|lleguen?|llegar",
        r"postmark\w*|mailed by|(?:put|drop) (?:it|them|yours|your \w+) in the mail|mail (?:it|them|yours) (?:by|on)|"
        r"enviad[oa]s? por correo|env[ií]el[oa]s? por correo",
    ),
    (r"members only|sólo miembros|solo miembros", r"open to (?:all|everyone|the public)|abierto al público"),
)
# How far a matter is: what was only asked for was not won, what was offered was not ordered. What an arbitrator ordered
# was won.
_STANDINGS = (
    r"demand\w*|(?:asks|asked|asking|we ask) (?:for|to)(?! volunteers)|propos\w+|request(?:s|ed|ing)?|"
    r"seek\w*|sought|applied for|"
    r"pid(?:e|en|ió|ieron)|pedimos|exig\w+|propon\w+|propus\w+|solicit(?:a|ó|amos|aron)",
    r"(?<!must )(?<!shall )(?<!has to )offer(?:s|ed|ing)?|ofrec\w+",
    r"approved|granted|won|secured|gained|obtained|(?:we|they|you) got|aprob\w+|concedi\w+|ganamos|ganó|ganaron|"
    r"logr(?:ó|amos|aron)|obtuv\w+",
    r"den(?:y|ied|ies)|reject\w*|refus\w+|turned down|rechaz\w+|neg(?:ó|aron)",
    r"ordered|orders (?:you|us|them|that|the)|forced|mandated|orden(?:a|ó|aron)|oblig(?:a|ó|aron)",
)
PAIRS = [
    tuple(re.compile(rf"\b(?:{side})\b", re.IGNORECASE) for side in pair)
    for pair in (*_WORDS, *(pair for pair in combinations(_STANDINGS, 2) if pair != _STANDINGS[2:5:2]))
]
