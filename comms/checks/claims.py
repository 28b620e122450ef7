"""Every sentence mapped to the facts it rests on, or flagged as a claim nobody sourced."""

from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks import facts, figures, likeness, slots, variants
from comms.checks.lexicon import LIKE
from comms.checks.matters import NOT
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import concepts, english, is_known
from comms.checks.stemming import stems
from comms.checks.words import Sentence, fold, sentences, speaks, tokens
from unionops.platform.core import lazy_re as re

CLAIM = re.compile(
    r"\b(?:announced|admitted|confirmed|agreed|refused|decided|ruled|ordered|promised|plans? to|intends? to|"
    r"according to|proved|voted to|rejected|approved|recommends?|recommended|urges|endorses|supports|opposes|"
    r"filed|violat\w+|illegal\w*|unlawful\w*|entitled|guarante\w+|fired|"
    r"terminated|laid off|cut|eliminat\w+|retaliat\w+|lied|refuses|banned|will (?:lose|cut|close|"
    r"eliminate|pay|receive|get|be (?:paid|"
    r"fired|closed|cut|moved|fined|suspended|"
    r"disciplined|docked))|must pay|has to pay|studies|research|most (?:members|workers|people|of)|"
    r"(?:everyone|everybody|all of us|nobody|no one) (?:agrees?|knows?|supports?|disagrees?|doubts?|disputes?)|"
    r"experts|(?:the )?best (?:\w+ )?(?:\w+ )?(?:we|you|anyone|it) (?:ever|has|have)|"
    r"todos (?:están de acuerdo|apoyan|saben)|"
    r"(?:half of|a majority of|all the other) (?:\w+ )?\w+|"
    r"every (?:other )?(?:agency|local)|"
    r"recomienda|apoya|anunció|acordó|prometió|ilegal(?:es)?|admitió|mintió|violó|rechazó|despidió|"
    r"recortó|confirmó|"
    r"decidió|aseguró|negó|"
    r"(?:va|van) a (?:despedir|cerrar|recortar|pagar|eliminar)|nos deben|tiene que pagar)\b",
    re.IGNORECASE,
)
# Whoever is not the union: what is said of them needs a source.
_OTHERS = re.compile(
    r"\b(?:management|the (?:ceo|agency|company|employer|hospital|director|managers?|supervisors?|"
    r"administration|warden|"
    r"superintendent|inspector|city|state|county|board|judge|court|governor|mayor|legislature|congress|bosses|"
    r"boss)|hr|human resources|"
    r"la (?:agencia|empresa|"
    r"gerencia|administración)|el (?:director|gerente|jefe|patrón)|(?:other|another|three|two|several|many) "
    r"(?:agenc(?:y|ies)|hospitals?|locals?|unions?|employers?|companies|plants?|schools?))\b",
    re.IGNORECASE,
)
# What the other side does; 'has', 'puts', 'wants' and the like say nothing yet.
_DEED = re.compile(
    _OTHERS.pattern
    + r"\s+(?:(?:will|would|is going to|are going to|plans? to|wants? to|wanted to|now|never|has|have|had|va a|"
    r"quiere)\s+)*(?!(?:is|are|was|were|been|be|has|have|had|will|would|do|does|did|not|put|puts|made|makes?|"
    r"got|gets?|wants?|"
    r"wanted|needs?|knows?|thinks?|gave|gives?|takes?|took|can|could|may|must|should|and|or|of|in|on|at|to|"
    r"for|with|that|who|"
    r"which|about|next|from|by|as|go|goes|went|say|says|said|sent|told|asked?|asks|answered?)\b|\w+n['’]t\b)(?P<verb>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"[\s*•-]*(?:please |then |do not |don['’]t |por favor )?(?:tell|ask|call|write|bring|come|join|read|"
    r"say|send|talk|do|let|"
    r"thank|give|sign|vote|know|keep|check|show|remember|invite|dígale|llame|pregunte|escriba|venga|lea|traiga)\b",
    re.IGNORECASE,
)
# Small words that put a duty, an end or a loss into the world, and what the brief must have for them.
_TERMS = tuple(
    (re.compile(rf"\b(?:{said})\b", re.IGNORECASE), re.compile(given, re.IGNORECASE))
    for said, given in (
        (
            r"(?:is|are|be) required|(?<!no )(?<!no es )(?<!no son )obligatori[oa]s?",
            r"\b(?:mandator|compulsor|requir|must|have to|need to|shall|obligatori|debe)",
        ),
        (
            r"(?<!feel )(?<!-)(?<!\ba )(?:free|gratis|gratuit[oa]s?|no (?:cost|charge))"
            r"(?! (?:to|up|time|speech|choice|will|hand)\b)",
            r"\b(?:free|no (?:additional |extra )?(?:cost|charge|fee)|gratis|gratuit|sin (?:costo|cargo)|"
            r"costs? nothing|paid (?:for )?by|pays? for)",
        ),
        (
            r"(?:has|have) (?:already )?been (?:decided|approved|finali[sz]ed)|"
            r"(?:is|are) (?:now )?final(?! (?:offer|day|week|vote))|(?:a )?done deal|"
            r"ya (?:está|fue) (?:decidid|aprobad)[oa]",
            r"\b(?:approved|decided|ratified|settled|final\w*|adopted|voted|signed|issued|ruled|aprob[óa]|decidi[óe])",
        ),
        (
            r"ruled|ordered (?!by\b)|sustained|dismissed|overturned|reinstated",
            r"\b(?:rul(?:ed|es|ing)|order|sustain|dismiss|overturn|reinstat|decision|decid|award|judg|grant|den[yi]|reject|won)",
        ),
        (r"here to stay|for good|para siempre", r"\b(?:permanent|for good|forever|indefinite|siempre)"),
        (
            r"(?:los(?:e|es|ing)|pierden?) (?:your|their|his|her|the|any|all|su|sus|el|la)",
            r"\blos[est]|forfeit|p[ei]+rd",
        ),
    )
)
# 'All members' where the brief speaks of some: 'drivers at Eastgate', 'nurses on nights'.
_ALL = re.compile(
    rf"(?<!ask )(?<!remind )\b(?:all|every)\s+(?:of\s+)?(?:our\s+|the\s+)?(?:union\s+)?"
    rf"(?:{figures.PERSONS}|staff|locals?)\b"
    r"(?!\s+(?:(?:at|in|of|from|with|who|under|whose)\b|on\s+(?:the|our|nights?|days?|first|second|third|call|leave)\b))"
    rf"|\b(?:todos los|todas las)\s+(?:{figures.PERSONS})\b(?!\s+(?:de|del|en|con|que)\b)",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"\b[a-z]{{4,}} and [a-z]{{4,}} (?:{figures.PERSONS})\b|"
    rf"\b(?:{figures.PERSONS}|staff)\s+"
    r"(?:at|in|on|of(?! (?:the )?(?:local|union)\b)|from|with|who|under|whose|de|del|en|con|que)\b"
    r"|\b(?:for|if|when|our|the|that|only|on|night|day|new)\s+(?!union\b|our\b|the\b|all\b)[a-z]+\s+"
    rf"(?:{figures.PERSONS}|staff)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:all|every|everyone|everybody|each|todos|todas|cada)\b", re.IGNORECASE)
# A thing told as having happened, of somebody who is not 'we' or 'you'.
_TOLD = re.compile(
    r"^[\s*•-]*(?:(?:there (?:is|are|was|were|will be|has been)|hay|habrá|hubo)\b(?! (?:no|nothing|still|"
    r"a lot|much|more)\b)|"
    r"(?:the|a|an|some|many|most|several|all|two|three|four|five|other|another|his|her|their|one|el|la|los|"
    r"las|un|una|algunos|muchos|varios)\s+(?!(?:union|local|sindicato|more|less|rest|best|only|first|next|same|way|one|"
    r"of us|place|day|time|vote|word)\b)(?:[^\W\d_][\w'’-]*\s+){1,4}?(?:was|were|has|have|had|did|will|got|"
    r"gave|took|made|went|"
    r"came|lost|found|paid|kept|knew|wrote|sent|put|[a-z]{3,}ed|fue|fueron|estaba|han?|había|va|van|será|"
    r"[^\W\d_]{3,}(?:aron|ieron))\b)",
    re.IGNORECASE,
)
# 'That's a real cut.' says what the writer thinks of the sentence before it.
_COMMENT = re.compile(
    r"(?:that|this|it|those|these|eso|esto)(?:['’]s| is| are| was| es)\s+"
    r"(?:(?:\w+\s+){0,2}cuts?|(?:not|no)\s+(?:what|how|right|true|lo que|cierto)[^.!?]{0,25})[.!]*$",
    re.IGNORECASE,
)
_MAYBE = re.compile(r"[\s*•-]*(?:if|when|whenever|unless|in case|si|cuando)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Footing:
    """A sentence and the ids of the facts and sources under it."""

    sentence: Sentence
    ids: tuple[str, ...]
    claim: bool


def trace(text: str, ground: Ground, language: str = "en") -> list[Footing]:
    """Each sentence with what it rests on: a shared slot, or two shared words (one, when the fact is short)."""
    stands = [(fact.id, fact.value) for fact in ground.facts]
    stands += [(source.id, f"{source.label} {source.text}") for source in ground.sources]
    stands += [("purpose", ground.purpose), *((f"known:{i}", known) for i, known in enumerate(ground.known))]
    bags = [(name, stems(value, language) | concepts(value, speaks(value))) for name, value in stands]
    known = facts.known_slots(ground)
    said = frozenset().union(*(bag for _name, bag in bags))
    kinds = facts.TYPED - {"number"}
    typed = {fact.id for fact in ground.facts if facts.kind_of(fact) in kinds and facts.slots_of(fact)}
    bags = [(name, frozenset() if name in typed else bag) for name, bag in bags]  # a value bears only what says it
    return [_trace(sentence, bags, known, said, fold(ground.allowed_text()), language) for sentence in sentences(text)]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    if not (ground.facts or ground.sources or ground.purpose):
        return
    lines = trace(draft.body, ground, draft.language)
    for line in lines:
        if line.claim and not line.ids:
            span = line.sentence.start, line.sentence.end
            yield Finding("claim", Level.FIX, "body", *span, line.sentence.text)
    yield from _terms(draft, ground.allowed_text())
    yield from _exempt(draft, ground.allowed_text())
    yield from _everyone(draft, ground)
    yield from _shut_out(draft, ground)


def _terms(draft: Draft, allowed: str) -> Iterator[Finding]:
    for said, given in _TERMS:
        for match in said.finditer(draft.body) if not given.search(allowed) else ():
            if not NOT.search(re.split(r"[.!?\n,;:]", draft.body[: match.end()])[-1]):
                yield Finding("claim", Level.FIX, "body", *match.span(), match.group())


_NO_NEED = re.compile(
    r"\b(?:no|ning[uú]n|ninguna)\s+(?P<what>(?:[^\W\d_]+\s+(?:or\s+|o\s+)?){1,3}?)(?:is\s+|are\s+|es\s+|son\s+)?"
    r"(?:needed|required|necessary|necesari[oa]s?)\b",
    re.IGNORECASE,
)


def _exempt(draft: Draft, allowed: str) -> Iterator[Finding]:
    """'No papers are needed', 'no RSVP required', where the brief spares nobody that, or asks for it."""
    lines = [(line.text, tokens(line.text)) for line in sentences(allowed)]
    spared = [words for text, words in lines if NOT.search(text) or _FREE.search(text)]
    asked = {word[:_STEM] for text, words in lines if not NOT.search(text) for word in words}
    free = _FREE.search(allowed) is not None
    for name, text in draft.fields():
        for match in _NO_NEED.finditer(text):
            what = set(tokens(match["what"]))
            is_told = any(what & set(words) for words in spared) or (
                free and not {word[:_STEM] for word in what} & asked
            )
            if not is_told and not (what & {"action", "acción"} and spared):
                yield Finding("claim", Level.FIX, name, *match.span(), match.group())


_STEM = 6  # letters: 'register', 'registration'
_FREE = re.compile(
    r"\b(?:optional|free|open (?:to|house)|walk[- ]ins?|welcome|on us|opcional|gratis|abiert[oa])\b", re.IGNORECASE
)


def _everyone(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """A message to some that speaks to all."""
    allowed = ground.allowed_text()
    some = _SOME.search(allowed)
    if some and not _EACH.search(allowed):
        which = stems(allowed[some.start() : some.end() + _QUALIFIER].split(".")[0])
        for name, text in draft.fields():
            for match in _ALL.finditer(text):
                label = _LABEL.search(text[: match.start()])
                if label and which & stems(label.group()):
                    continue  # 'Late routes: every driver'
                yield Finding("claim", Level.FIX, name, *match.span(), match.group())


_QUALIFIER = 25
_LABEL = re.compile(r"[^.!?\n]*:\s*$")
_ONLY = re.compile(
    rf"\b(?:only (?:for |to )?(?:{figures.PERSONS})|(?:{figures.PERSONS}) only|"
    rf"(?:sólo|solo|solamente) (?:para )?(?:los |las )?(?:{figures.PERSONS}))\b",
    re.IGNORECASE,
)
_NARROW = re.compile(r"\b(?:only|just|exclusive\w*|restricted|limited|solely|sólo|solo|solamente)\b", re.IGNORECASE)


def _shut_out(draft: Draft, ground: Ground) -> Iterator[Finding]:
    """'Members only' where the brief shuts nobody out."""
    if not _NARROW.search(ground.allowed_text()) and ground.klass not in {"internal_business", "political"}:
        for name, text in draft.fields():
            for match in _ONLY.finditer(text):
                yield Finding("claim", Level.FIX, name, *match.span(), match.group())


def _claims(text: str) -> bool:
    """A question claims nothing, nor does what only might happen."""
    says = CLAIM.search(text) or (_OTHERS.search(text) and not _ASKS.match(text))
    return bool(says) and not (text.rstrip('"”’)').endswith("?") or _MAYBE.match(text) or _COMMENT.match(text))


# What a Spanish text may say of an English brief.
_ENGLISH = {
    "acord": "agreed", "admit": "admitted", "anunci": "announced", "confirm": "confirmed", "decid": "decided",
    "rechaz": "rejected", "neg": "denied", "promet": "promised", "dij": "said", "desp": "fired", "recort": "cut",
    "viol": "violated", "quier": "wants", "oblig": "forced", "cerr": "closed", "gan": "won", "public": "posted",
    "ofrec": "offered", "propu": "proposed", "firm": "signed", "vot": "voted", "aprob": "approved", "orden": "ordered",
}  # fmt: skip


def _in_english(word: str) -> frozenset[str]:
    plain = fold(word)
    return frozenset().union(*(stems(english) for start, english in _ENGLISH.items() if plain.startswith(start)))


def _bears(slot: slots.Slot, known: slots.Slot) -> bool:
    """A bare small count bears nothing: '9' may count anything."""
    is_rare = slot.kind == "number" and all(float(str(n)) >= _RARE for n in slot.values)
    return slot.agrees(known) and (slot.kind != "number" or (slot.unit == known.unit != "") or is_rare)


_RARE = 20


def _is_said(word: str, whole: str, language: str) -> bool:
    """Whether the brief has a word like this one; of a Spanish word in no list nobody can tell."""
    forms = english(fold(word)) if language[:2] == "es" else {fold(word)}
    known = frozenset(tokens(whole))
    return not any(likeness.is_deed(form) for form in forms) or any(
        likeness.alike(form, other) or any({form, other} <= group for group in LIKE)
        for form in forms
        for other in known
    )


def _is_read(text: str, language: str) -> bool:
    """Whether most words of a Spanish sentence are in a list; of the others nobody can say what they claim."""
    words = [word for word in map(fold, tokens(text)) if len(word) > 3]
    return language[:2] != "es" or 2 * sum(is_known(word) for word in words) > len(words)


_WHOLE = 4
_SHORT = 3  # 'The superintendent is against it.' rests on the sentence before it
_POINTS = re.compile(r"\b(?:it|this|that|them|lo|la|esto|eso)\b", re.IGNORECASE)
# What only tells: 'the lab confirmed the asbestos' of 'the lab found asbestos' claims nothing new.
_SAYING = frozenset({"say", "said", "says", "accord", "dic", "dij", "dijo"})
_WEAK = frozenset({"get", "got", "do", "make", "take", "go", "come"})  # in a brief they bear no claim
_LIGHT = frozenset({"did", "made", "took", "got", "went", "came"})
_FINDING = frozenset({"confirm", "found", "show", "report", "learn"})


def _trace(
    sentence: Sentence,
    bags: list[tuple[str, frozenset[str]]],
    known: list[facts.Known],
    given: frozenset[str],
    whole: str,
    language: str,
) -> Footing:
    """A word of claiming that stands nowhere in the brief needs a figure, a day or a clause of it to rest on."""
    here = concepts(sentence.text, language)
    said = slots.find(sentence.text)
    counted = [*said, *variants.counts(sentence.text)]
    firm = [k.fact for k in known if any(_bears(slot, k.slot) for slot in counted)]
    most_of_it = max((len(here & bag) for _name, bag in bags), default=0)
    if len(here) >= _WHOLE and most_of_it * 3 >= len(here) * 2:
        firm.append("")  # two words of three are those of one fact: it tells that fact
    ids = [fact for fact in firm if fact]
    words = [match.group() for match in CLAIM.finditer(sentence.text)]
    words += [match["verb"] for match in _DEED.finditer(sentence.text)]
    verbs = frozenset().union(*(concepts(word, language) | _in_english(word) for word in words)) - _LIGHT
    claim = _claims(sentence.text)
    if fold(sentence.text).rstrip(".!") in whole:
        ids += ["purpose"]
    if claim and verbs & given and language[:2] != "en":
        ids += ["purpose"]
    most = max((len(here & bag) for _name, bag in bags), default=0)
    retold = (verbs <= _SAYING and most > 2) or (verbs and verbs <= _FINDING and most > 1)
    is_known = verbs & (given - _WEAK) or all(_is_said(word, whole, language) for word in words)
    if not (claim and verbs and not is_known and not firm) or retold:
        least = 1 if len(here) <= _SHORT and _POINTS.search(sentence.text) else 2
        ids += [name for name, bag in bags if len(here & bag) >= min(least, len(bag) or 9)]
    claim = claim and _is_read(sentence.text, language)
    told = bool(_TOLD.match(sentence.text)) and not sentence.text.rstrip('"”’)').endswith("?")
    return Footing(sentence, tuple(dict.fromkeys(ids)), claim or told)
