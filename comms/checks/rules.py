"""What a message of each class may not say: duty time, partisan politics, candidates, strikes, promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import fold
from unionops.platform.core import lazy_re as re

OFF_DUTY_CLASSES = frozenset({"internal_business", "organizing", "political", "event", "solidarity"})


@dataclass(frozen=True)
class Rule:
    """A pattern that is a fault in some classes (all when empty) and some sectors (all when empty)."""

    code: str
    level: Level
    pattern: re.Pattern[str]
    classes: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()

    def holds_for(self, ground: Ground) -> bool:
        return (
            (not self.classes or ground.klass in self.classes)
            and ground.klass not in self.outside
            and (not self.sectors or ground.sector in self.sectors)
        )


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DUTY = _words(
    r"\b(?:on duty|on the clock|on (?:your |the )?(?:job|work) time|(?:company|agency|government|official|"
    r"duty|paid) time|"
    r"(?:on|using|use|take|during|with) work(?:ing)? time|during (?:your |the |our |a )?(?:shift|tour|"
    r"work(?:ing)? hours|"
    r"duty hours|office hours|business hours|work ?day)|at (?:your|their|our) (?:desks?|work ?stations?)|"
    r"while (?:you are |you're |they are )?(?:at work|working|on shift)|(?:office|work|company) (?:printer|"
    r"copier|computer|scanner)|"
    r"(?:from|using|use|on) your (?:work|government|agency|office) (?:e-?mail|computer|phone|printer|account)|"
    r"work e-?mail|government (?:e-?mail|computer|printer|vehicle|car)|agency (?:printer|copier|e-?mail)|"
    r"en horas? de (?:trabajo|servicio)|en (?:su |el )?(?:horario|tiempo) (?:de trabajo|laboral|oficial)|"
    r"durante (?:su|el|la|tu|nuestro) (?:turno|jornada)|en (?:su|el|tu) turno|en el trabajo|tiempo oficial|"
    r"correo (?:del trabajo|de la agencia|oficial)|(?:impresora|computadora) (?:de la oficina|del trabajo))\b"
)
_PARTISAN = _words(
    r"\b(?:republicans?|democrats?|democratic party|gop|maga|re-?elect\w*|partisan|super ?pac|republican[oa]s?|"
    r"dem[óo]cratas?|partidista|biden|trump|harris|obama|vance|primary election|general election|campaign "
    r"(?:contribution|donation|rally)s?|"
    r"political action committee|(?:our|the|local['’]?s) pac\b|endorse[sd]?|endorsement|"
    r"(?:vote|voting) (?:him|her|them) out|(?:vot[ae]|votar|votemos|apoye|apoyemos) (?:por|a|contra) (?:el|la|los|las) "
    r"(?:senador|gobernador|alcald|candidat|congres|president)\w*|(?:elect|defeat|unseat|oust) (?:\w+\s){0,3}"
    r"(?:congress\w*|senator|governor|mayor|representative|president of the united states)|"
    r"(?:vote|voting|campaign|canvass|knock doors|phone ?bank) (?:for|against) (?:\w+\s){0,4}"
    r"(?:for\s+)?(?:congress|senate|senator|governor|mayor|congress(?:man|woman)|representative)|"
    r"(?:candidate|run(?:ning)?) for (?:congress|senate|governor|mayor|city council|state))\b"
)
_STRIKE = _words(
    r"\b(?:(?:go(?:ing)? (?:out )?on|on|call(?: an?)?|vote (?:for|to)|join (?:the|our)|(?:authorize|"
    r"threaten|prepare for) an?) "
    r"strike|strike (?:vote|fund|line|authorization|date|deadline|action|captains?)|"
    r"(?:we|members|everybody|everyone|ready to|going to|(?:we|to|will|can|should|must|may|might|"
    r"could)(?:\s\w+ly)?) strike"
    r"(?! (?:an?|the right|the balance)\b)|walk(?:ing)? ?out|walk-?out|walk off the job|sick-?out|"
    r"slow-?down|work stoppage|job action|blue flu|work to rule|refuse to work|"
    r"stop working|call (?:in|out) sick (?:together|on)|(?:everyone|all) (?:calls?|call) (?:in|out) sick|"
    r"huelga|paro laboral)\b"
)
_PROMISE = _words(
    r"\b(?:(?:we|you|they)(?:['’]ll| will| are going to| shall| are sure to| are certain to) (?:win|beat|"
    r"prevail|defeat)|"
    r"(?:is|are|we) guaranteed?|we (?:can )?(?:promise|guarantee)|guarantees? (?:that )?(?:you|we)|"
    r"you(?:['’]ll| will) (?:all )?(?:get|receive|be paid|have|see) (?:your |full |all your )?(?:back ?pay|money|raise|"
    r"job back|a settlement)|victory is (?:certain|ours)|(?:vamos|va) a ganar|ganaremos|garantiza(?:mos|do)?|"
    r"le prometemos|les prometemos|sin duda (?:vamos|ganar)|will (?:definitely|certainly|surely)|"
    r"can'?t lose|cannot lose|sure to win|"
    r"no doubt (?:we|you)|100 ?% (?:sure|certain))\b"
)
_CASE = _words(
    r"\b(?:grievance|case|charge|complaint)\s*(?:no\.?|number|#|num\.?)?\s*:?\s*#?[A-Z]{0,4}-?\d{2,4}-\d{1,5}\b|"
    r"\b(?:grievance|case)\s*(?:no\.?|number|#)\s*\d+\b|\bG-\d{4}-\d{2,4}\b"
)
_SOMEBODY = (
    r"(?:co-?worker|member|nurse|colleague|steward|employee|worker|officer|guard|clerk|teacher|driver|"
    r"technician|mechanic|"
    r"brother|sister|woman|man|mother|father|operator|agent|inspector|custodian|aide)"
)
_HEALTH = (
    r"(?:cancer|hiv|aids|diabetes|depression|anxiety|ptsd|pregnan\w*|miscarriage|rehab|addict\w*|"
    r"alcoholi\w+|surgery|stroke|"
    r"heart attack|overdose|breakdown|suicid\w*|disabled|bipolar|chemotherapy)"
)
_PRIVATE = _words(
    r"\b\d{3}-\d{2}-\d{4}\b|\b(?:a|one|our|the|this|that|another) (?:[\w-]+ ){0,2}"
    + _SOMEBODY
    + r"\b[^.!?\n]{0,60}\b"
    + _HEALTH
    + r"|\b"
    + _HEALTH
    + r"[^.!?\n]{0,30}\bof (?:a|one|our|the|this) (?:\w+ )?"
    + _SOMEBODY
    + r"\b|\bthe (?:only|sole|lone|one) (?:[\w-]+ ){0,3}"
    + _SOMEBODY
    + r"\b[^.!?\n]{0,60}\b(?:was|were|has been|had|got|filed|complained|asked|refused|lost|won)\b|"
    r"\b(?:fue|fueron|ha sido|está) (?:despedid|suspendid|disciplinad|diagnosticad|enferm)[oa]s?\b|"
    r"\bdate of birth\b|\bsocial security number\b|\b(?:was|is|been|being|got) "
    r"(?:fired|terminated|suspended|disciplined|written up|demoted|on a pip|diagnosed|arrested|in rehab)\b|"
    r"\b(?:medical|disability|cancer|pregnan\w+|rehab) "
    r"(?:leave|record|condition|diagnosis)\s+of\b|\bhis (?:illness|diagnosis)\b|\bher (?:illness|diagnosis|pregnancy)\b"
)

RULES = (
    Rule("duty_time", Level.FIX, _DUTY, classes=OFF_DUTY_CLASSES),
    Rule("partisan", Level.BLOCK, _PARTISAN, outside=frozenset({"political"})),
    Rule("strike", Level.FIX, _STRIKE, sectors=frozenset({"federal"})),
    Rule("promise", Level.FIX, _PROMISE),
    Rule("case_named", Level.FIX, _CASE),
    Rule("private", Level.FIX, _PRIVATE),
)
_NEGATION = re.compile(
    r"(?:\b(?:not|never|don'?t|do not|off|no|nor|without|before or after|cannot|can'?t|nunca|fuera)\b[^.!?:;—]{0,45})$",
    re.I,
)
_CONDITION = re.compile(r".*\b(?:if|unless|si)\b[^,.!?]*,", re.IGNORECASE | re.DOTALL)  # its 'not' is its own
_HATCH_LINE = re.compile(r"\b(?:off[- ]duty|on duty|federal building|hatch act)\b", re.IGNORECASE)
_GOV_MAIL = re.compile(r"[\w.+-]+@[\w.-]+\.(?:gov|mil)\b", re.IGNORECASE)
_SHORTENER = re.compile(r"\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|ow\.ly|is\.gd|buff\.ly|rb\.gy)/\S+", re.IGNORECASE)
_PLAIN_HTTP = re.compile(r"\bhttp://\S+", re.IGNORECASE)
# 'https:/local.org', 'htps://', 'https//', 'www,local.org', 'https:// local.org': nothing opens.
_BROKEN_LINK = re.compile(
    r"\bhttps?:/(?!/)\S*|\bhttps?//\S*|\bhttps?:(?![/\s])\S+|\b(?:htp|htps|htttp|htttps|hhttps|ttps|http:s)://?\S*"
    r"|\bhttps?:///\S*|\bhttps?:\\\\?\S*|\bhttps?://(?=\s|$)|\bwww[,;]\S+|\bwww\.\w+(?=[\s,;]|$)"
    r"|\bhttps?://[^\s/]*(?:,|\.\.)[^\s/]*",
    re.IGNORECASE,
)
_MARKDOWN_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BAD_SCHEME = re.compile(r"\]\(\s*(?!https?:|mailto:|tel:)[a-z]+:|\b(?:javascript|data|file):\S+", re.IGNORECASE)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    for name, text in draft.fields():
        yield from _rules(name, text, ground)
        yield from _unsourced_strike(name, text, ground)
        yield from _candidates(name, text, ground)
        yield from _addresses(name, text)
    if ground.klass == "political" and draft.channel != "sms" and not _HATCH_LINE.search(draft.body):
        end = len(draft.body)
        yield Finding("hatch_line", Level.FIX, "body", end, end)


def _rules(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    for rule in RULES:
        if not rule.holds_for(ground) or (rule.code == "strike" and _is_theirs(ground)):
            continue
        for match in rule.pattern.finditer(text):
            granted = rule.code == "duty_time" and _is_granted(match.group(), ground)
            if not granted and not _NEGATION.search(text[max(0, match.start() - 60) : match.start()]):
                yield Finding(rule.code, rule.level, name, *match.span(), match.group())


_TIME_OFF = re.compile(r"(?:paid|company|official) time|tiempo (?:pagado|oficial)", re.IGNORECASE)


def _is_granted(words: str, ground: Ground) -> bool:
    """'Paid time' for donors where the brief says that they get it."""
    return bool(_TIME_OFF.fullmatch(words)) and fold(words) in fold(ground.allowed_text())


def _is_theirs(ground: Ground) -> bool:
    """In solidarity with those who strike: their strike is told, nobody here is called out."""
    return ground.klass == "solidarity" and _OF_STRIKERS.search(ground.allowed_text()) is not None


_A_STRIKE = _words(r"\b(?:strik(?:es?|ing|ers?)|huelgas?)\b")
_OF_STRIKERS = _words(r"\b(?:strik\w+|huelg\w+|walk(?:ing|ed)? ?out)\b")


def _unsourced_strike(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """Where workers may strike, talk of it still needs a word of the brief: a threat is not the writer's to make."""
    allowed = ground.allowed_text()
    if ground.sector != "federal" and not (_STRIKE.search(allowed) or _A_STRIKE.search(allowed)):
        for match in _STRIKE.finditer(text):
            before = _CONDITION.sub("", text[max(0, match.start() - 60) : match.start()])
            if not _NEGATION.search(before):
                yield Finding("claim", Level.FIX, name, *match.span(), match.group())


def _candidates(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    """While an officer election runs, no message may carry the name of one who stands in it."""
    flat = fold(text)
    for person in ground.candidates:
        last = fold(person).split()[-1]
        for match in re.finditer(rf"\b(?:{re.escape(fold(person))}|{re.escape(last)})\b", flat):
            if len(flat) == len(text):
                yield Finding("candidate", Level.BLOCK, name, *match.span(), text[slice(*match.span())], person)
            else:
                yield Finding("candidate", Level.BLOCK, name, 0, len(text), person, person)


def _addresses(name: str, text: str) -> Iterator[Finding]:
    for code, level, pattern in (
        ("gov_address", Level.FIX, _GOV_MAIL),
        ("short_link", Level.FIX, _SHORTENER),
        ("plain_http", Level.ADVICE, _PLAIN_HTTP),
        ("link_scheme", Level.BLOCK, _BAD_SCHEME),
        ("link_broken", Level.BLOCK, _BROKEN_LINK),
    ):
        for match in pattern.finditer(text):
            yield Finding(code, level, name, *match.span(), match.group())
    for match in _MARKDOWN_LINK.finditer(text):
        shown, target = _host(match[1]), _host(match[2])
        if shown and target and shown != target:
            yield Finding("link_lies", Level.BLOCK, name, *match.span(), match[1], match[2])


def _host(text: str) -> str:
    found = re.match(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:?#]|$)", text.strip(), re.IGNORECASE)
    return found[1].lower() if found else ""
