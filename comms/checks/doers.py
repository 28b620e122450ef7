"""Who does it: a deed of the brief told of somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comms.checks import dates, likeness
from comms.checks.matters import Matter, Word, read
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import english
from comms.checks.words import fold, listed, speaks
from unionops.platform.core import lazy_re as re

UNION, WE, EMPLOYER, READER, YOU = "union", "we", "employer", "reader", "you"
_PARTIES = {
    word: party
    for party, words in {
        UNION: "union local sindicato",
        WE: "we us nosotros nosotras",
        EMPLOYER: "employer management company agency boss bosses administration "
        "empresa gerencia agencia patrón compañía",
        READER: "member members worker workers employee employees people everyone everybody nobody staff crew crews "
        "miembros trabajadores empleados afiliados personal todos nadie",
        YOU: "you usted ustedes",
    }.items()
    for word in listed(words)
}
# Employers by the name of what they are: each of them another, and any of them may be the company.
_BODIES = frozenset(
    listed(
        "city county state hospital clinic district college university school plant airline hotel library museum "
        "department authority laboratory district"
    )
)
_LEVELS = frozenset(listed("city county state"))  # of government: none is the other
_MAY_BE = tuple(map(frozenset, ((UNION, WE), (UNION, READER), (WE, READER), (WE, YOU), (READER, YOU))))
# A name within a sentence: another company than the employer.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]+")
_OURS = re.compile(r"\b(?:our|nuestr[oa])\s+$", re.IGNORECASE)
_NAMED = "="
_HELPS = (
    r"(?:\s+(?:has|have|had|will|would|can|may|must|shall|should|also|already|then|just|now|still|only|always|never|not|"
    r"all|each|both|\w+ly|had to|has to|have to|is going to|ha|han|va a|ya|también|lo|la|los|las|le|les|se|no))*\s+"
)
_BEFORE = re.compile(r"(?P<who>[^\W\d_][\w'’-]*)" + _HELPS.replace(r"\s+$", "") + "$", re.IGNORECASE)
# 'After that you pay': what holds otherwise is no business of the line that says who pays first.
_OTHERWISE = re.compile(
    r"\b(?:later|after(?:wards| that)|thereafter|everyone else|all others|otherwise|before that|too|as well|"
    r"también|después|los demás|antes)\b",
    re.I,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got|es|son|fue|fueron|será|sea)\s+"
    r"(?:(?:not|never|\w+ly|to be|also)\s+)*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\s+(?:for\s+)?(?:by|por)\s+(?:the |our |your |an? |el |la |los |las )?(?P<who>[^\W\d_][\w'’-]*)", re.I
)
_AFTER = re.compile(r"\s+(?:el |la |los |las )?(?P<who>usted(?:es)?|empresa|agencia|sindicato|compañía|ciudad)\b", re.I)
# 'The union and the hospital settled', 'a counselor from the system answers': who stands nearest is not alone.
_TOGETHER = re.compile(
    r"\b(?:and|y|e|with|con|of|from|in|at|for|on|to|de|del|en)\s+(?:[^\W\d_][\w'’-]*\s+){0,2}$", re.IGNORECASE
)


_BEYOND_WORDNET = frozenset(listed("arbitrator mediator paramedic retiree plan insurance fund grant"))
# Verbs of whoever bears the cost or brings the thing: 'the county supplies', 'the local covers'.
_GIVES = frozenset(
    listed(
        "pay pays paid cover covers covered provide provides provided supply supplies supplied furnish furnishes fund "
        "funds foots bears paga pagan cubre cubren pone ponen"
    )
)
_GIVING = frozenset({"=gives"})
# Verbs of whoever has the say, and who of the union has it for the members.
_DECIDES = frozenset(
    listed(
        "decide decides decided vote votes voted approve approves approved ratify ratifies ratified "
        "adopt adopts adopted decidió decidieron votó votaron aprobó aprobaron vota votan aprueba aprueban deciden"
    )
)
_DECIDING = frozenset({"=decides"})
_BOARDS = frozenset(listed("board committee council junta comité"))
# The same said without such a verb, of the reader.
_BY_READER = re.compile(
    r"\b(?:at|on) (?:your|their) (?:own )?(?:cost|expense)\b"
    r"|\bout of (?:your|their) (?:own )?(?:pockets?|pay\w*|wages|dues)\b"
    r"|\b(?:bring|buy) (?:your|their) own\b|\b(?:split|share) the (?:cost|bill)\b"
    r"|\bde su (?:propio )?bolsillo\b|\bpor su (?:propia )?cuenta\b|\b(?:traiga|compre) su propi\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Deed:
    """A verb, who does it, and where that stands."""

    word: Word
    who: str
    matter: Matter


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs = speaks(given)
    names = (
        frozenset(fold(match.group()) for match in _NAME.finditer(given)) - dates.MONTHS.keys() - set(dates.WEEKDAYS)
    )
    known = [deed for matter in read(given, theirs, theirs) for deed in _deeds(matter, names)]
    for name, text in draft.fields() if known else ():
        for matter in read(text, draft.language, theirs):
            for deed in () if _OTHERWISE.search(matter.clause.text) else _deeds(matter, names):
                if other := _other(deed, known):
                    part = matter.clause
                    yield Finding(
                        "opposite", Level.FIX, name, part.start, part.end, part.text, other.matter.clause.text
                    )


def _deeds(matter: Matter, names: frozenset[str]) -> Iterator[Deed]:
    text, at = matter.clause.text, matter.clause.start
    for word in (*filter(_is_deed, matter.words), *_wishes(matter)):
        start, end = word.start - at, word.end - at
        who = _who(text[:start], text[end:], names)
        if who:
            keys = word.keys | (_GIVING if word.text in _GIVES else frozenset())
            keys |= _DECIDING if word.text in _DECIDES else frozenset()
            yield Deed(replace(word, keys=keys), who, matter)
    for match in _BY_READER.finditer(text):
        a, b = (at + place for place in match.span())
        yield Deed(Word(a, b, match.group(), _GIVING, _GIVING, "", "", a, hangs=False), YOU, matter)


# What somebody wants or says leaves the deed to the next word, and is theirs all the same.
_WANTS = re.compile(
    r"\b(?:(?P<want>want(?:s|ed)?|quiere[ns]?)|(?P<say>says?|said|dice[ns]?|dij(?:o|eron)))\b", re.IGNORECASE
)


def _wishes(matter: Matter) -> Iterator[Word]:
    for match in _WANTS.finditer(matter.clause.text):
        keys = frozenset({str(match.lastgroup)})
        start, end = (matter.clause.start + at for at in match.span())
        yield Word(start, end, match.group(), keys, keys, "", "", start, hangs=False)


# What takes two: whoever of them is told of it.
_MUTUAL = frozenset(listed("settle meet bargain negotiate talk acordar negociar"))


def _is_deed(word: Word) -> bool:
    return not any(_MUTUAL & likeness.lemmas(said) for said in word.forms) and any(
        likeness.is_deed(said) for said in word.forms
    )


def _who(before: str, after: str, names: frozenset[str]) -> str:
    """'by' whom in a passive sentence, else whoever stands before the verb."""
    if _PASSIVE.search(before):
        by = _BY.match(after)
        return _party(by["who"], names) if by else ""
    if (by := _BY.match(after)) and (who := _party(by["who"], names)):
        return who  # 'decide by secret ballot' names nobody
    if late := _AFTER.match(after):
        return _party(late["who"], names)
    found = _BEFORE.search(before)
    if not found or _TOGETHER.search(before[: found.start()]):
        return ""
    who = _party(found["who"], names)
    return WE if who and _OURS.search(before[: found.start()]) else who


def _party(word: str, names: frozenset[str]) -> str:
    """The party a word stands for; of anybody else the word itself, '' where it means nobody."""
    plain = fold(word).removesuffix("'s")
    if word[0].isupper() and plain in names:
        return f"{_NAMED}{plain}"
    if plain not in _PARTIES and plain not in _BODIES and not likeness.is_somebody(plain):
        said = [
            word for word in sorted(english(plain)) if word in _PARTIES or word in _BODIES or likeness.is_somebody(word)
        ]
        plain = said[0] if len(said) == 1 else plain
    for form in (plain, plain.removesuffix("s")):
        if form in _PARTIES or form in _BODIES:
            return _PARTIES.get(form, form)
    if plain.endswith("s") and likeness.is_somebody(plain):
        return READER
    return plain if likeness.is_somebody(plain) or plain in _BEYOND_WORDNET else ""


def _other(deed: Deed, known: list[Deed]) -> Deed | None:
    """The same deed in the brief, done by somebody else and never by this one; of giving, the same thing given."""
    own = range(deed.word.start, deed.word.end)
    rest = (word for word in deed.matter.words if word.start not in own and word.text != deed.who)
    around = frozenset().union(*(word.keys for word in rest))
    same = [other for other in known if deed.word.keys & other.word.keys]
    if deed.word.keys >= _GIVING:
        shared = [len(around & (other.matter.own - _GIVING)) for other in same]
        same = [other for other, many in zip(same, shared, strict=True) if many == max(shared)]
    if any(_may_be(deed.who, other.who) for other in same):
        return None
    return next(
        (o for o in same if not around or around & o.matter.about or _share_a_value(deed.matter, o.matter)), None
    )


def _share_a_value(one: Matter, other: Matter) -> bool:
    return any(slot.agrees(known) for slot in one.values for known in other.values)


def _may_be(one: str, other: str) -> bool:
    """We are the members; whoever the brief names may be the employer."""
    both = frozenset({one, other})
    if len({who.startswith(_NAMED) for who in both}) == 2:
        return True  # who is named may be the treasurer, or the company
    if READER in both and both & _BOARDS:
        return False
    if len(both & _LEVELS) > 1:
        return False
    named = both - {UNION, WE, EMPLOYER, READER, YOU}
    if len(both) == 1 or both in _MAY_BE or (EMPLOYER in both and named & _BODIES):
        return True
    if {READER, YOU} & both and named:
        return not named & _BODIES
    return len(named) == 2 and likeness.alike(*named)
