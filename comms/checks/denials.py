"""What the brief forbids and a text asks for, or the reverse, word by word and across two languages.

`opposites` holds whole sentences against each other; here one denied verb and the words that go with it are enough:
'do not sign a new one' against 'firme uno nuevo', 'alcohol is not allowed' against 'alcohol is fine'.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from comms.checks.lexicon import ALIKE
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import Reader, bags
from comms.checks.stemming import stems
from comms.checks.words import Sentence, clauses, listed, speaks

_NEGATED = re.compile(
    r"\b(?:(?:do|does|did|should|shall|will|would|may|must|can|could|is|are|was|were)(?: not|n['’]t)|cannot|won['’]t|"
    r"can['’]t|not|never|nunca|"
    r"(?:no one|nobody|none|nothing|nadie|nada)(?: (?:may|can|shall|must|will|should|puede|debe))?|(?<!que )no)\s+"
    r"(?:(?:be|to|yet|ever|se|lo|la|le|les|los|las|me|nos)\s+){0,2}(?P<verb>[^\W\d_]{2,})",
    re.IGNORECASE,
)
_NEGATED_IN_ENGLISH = re.compile(
    _NEGATED.pattern.replace("|(?<!que )no)", ")"), re.IGNORECASE
)  # 'no note' denies no verb
_DENIES = re.compile(
    r"\b(?:not|n['’]t|no|no one|never|nobody|none|nothing|neither|nor|without|cannot|\w+n['’]t|refuse\w*|stop\w*|"
    r"(?:stay|keep) (?:out|away|off)|off limits|closed|forbid\w*|prohibit\w*|ban(?:s|ned)?|only|once|unless|except|"
    r"instead|rather|avoid\w*|skip\w*|before|until|"
    r"nunca|nadie|nada|sin|tampoco|ni|prohib\w+|s[oó]lo|solamente|salvo|excepto|evite\w*|fuera)\b|n['’]t\b",
    re.IGNORECASE,
)
_HARD = re.compile(_DENIES.pattern.replace("before|until|", ""), re.IGNORECASE)
_ENTER = re.compile(
    r"\b(?:go(?:es)?|going|went|come|step|walk)(?: back)? (?:in|inside|into)\b(?! the\b (?:mail|post))", re.I
)
_UNLESS = re.compile(r"\b(?:without|unless|until|before|except|only|sin|hasta|antes|salvo|a menos)\b", re.IGNORECASE)
_IF = re.compile(r"^\W*(?:if|when|whenever|unless|si|cuando)\b", re.IGNORECASE)
_TALK = re.compile(r"[?？][\"”’)]*$|[“”«»\"]|^\W*(?:who|what|when|where|how|why|quién|qué|cuándo|dónde|cómo)\b", re.I)
_PHRASE = re.compile(r",\s+(?:and|or|y|o|ni)\s+|\s+(?:and|y|e)\s+(?=(?:do\s+)?(?:not?|never|nunca)\b)|,\s+|:\s+")
# Verbs that say too little to be turned, or whose turning other checks see.
_LIGHT = frozenset(
    listed(
        "have has had need be been being is are was were get got do does did go goes come want know think try let make "
        "give take wait worry forget hesitate yet only just all any more less longer later than matter mean seem tell "
        "say said see only one few many much enough sure able doubt problem cost charge fee "
        "más mas es son está están hay ha han tiene tienen hace falta olvide olvidar debe puede pueden"
    )
)


_LIGHT_STEMS = frozenset({"be", "do", "have", "has"})
_DENYING = stems("nobody nothing never none cannot nadie nada nunca")


@dataclass(frozen=True)
class Phrase:
    """Part of a sentence, its words that mean something, and the verb it denies ('' for none)."""

    part: Sentence
    bag: frozenset[str]
    verb: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs, ours = speaks(given), draft.language[:2]
    if theirs != ours and theirs != "en":
        return
    read = bags(ours, theirs)
    known = list(_phrases(given, theirs, read))
    abroad = theirs != ours
    kinds = [(_IN, _OUT), (_NEEDED, _NEEDLESS)]
    standings = [(inside, out, _standing(given, theirs, inside, out, read)) for inside, out in kinds]
    aside = list(_asides(given, theirs, read))
    for name, text in draft.fields():
        said = list(_phrases(text, ours, read))
        yield from _asked_for(name, said, known, abroad=abroad)
        yield from _forbidden(name, said, known)
        yield from _sent_there(name, text, ours, aside, read)
        for inside, out, standing in standings:
            yield from _let_in_or_out(name, _standing(text, ours, inside, out, read), standing)


def _phrases(text: str, language: str, read: Reader) -> Iterator[Phrase]:
    for clause in clauses(text):
        cuts = [0, *(m.end() for m in _PHRASE.finditer(clause.text)), len(clause.text)]
        for start, end in pairwise(cuts):
            part = Sentence(clause.start + start, clause.start + end, clause.text[start:end])
            plain = _ENTER.sub("enter", part.text)
            for denied in (_NEGATED if language == "es" else _NEGATED_IN_ENGLISH).finditer(plain):
                if denied["verb"].lower() not in _LIGHT or _with_party(plain[: denied.start()]):
                    verb, by = _verb(denied["verb"], language, read), _with_party(plain[: denied.start()])
                    yield Phrase(part, read(plain, language) - verb - _DENYING, verb, read(by, language))
            yield Phrase(part, read(plain, language) | _small_verbs(plain, language))


_PARTY = re.compile(r"\b(?:management|employer|agency|company|boss|supervisor|gerencia|empresa|agencia)\W*$", re.I)


def _with_party(before: str) -> str:
    """'Management does not see': even a light verb tells what the other side does."""
    match = _PARTY.search(before)
    return match.group() if match else ""


def _verb(word: str, language: str, read: Reader) -> frozenset[str]:
    return read(word, language) | frozenset({word.lower()} if word.lower() in _LIGHT else ())


def _small_verbs(text: str, language: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]+", text.lower()) if word in _LIGHT)


def _asked_for(name: str, said: list[Phrase], known: list[Phrase], *, abroad: bool) -> Iterator[Finding]:
    """'Sign a new one' where the brief says 'do not sign a new one'."""
    denied = [phrase for phrase in known if phrase.verb]
    ours = [phrase for phrase in said if phrase.verb]
    for phrase in said:
        if phrase.verb or not _tells(phrase.part):
            continue
        for line in (line for line in denied if not _is_denied(phrase.part.text, line.part.text)):
            kept = any(other.verb & line.verb and _shares(other.bag, line.bag) for other in ours)
            here = phrase.bag - line.verb
            opens = phrase.part.text.rstrip().endswith(":") and len(here) < 2  # 'the arbitrator decided:'
            if opens or not line.verb & phrase.bag or kept or _is_free(line, known):
                continue
            here -= _LIGHT_STEMS
            alone = not here  # 'They may speak': the verb is all there is
            if alone or _shares(here, line.bag, least=1 if abroad else 2) or line.by & here:
                yield _finding(name, phrase, line)
                break


_EXCEPTS = re.compile(r"\b(?:unless|except|only|salvo|excepto|a menos|s[oó]lo)\b(?: que)?", re.IGNORECASE)


def _is_denied(text: str, line: str) -> bool:
    """Whether a text says no by itself; an exception the brief makes as well says nothing."""
    text = _EXCEPTS.sub(" ", text) if _EXCEPTS.search(line) else text
    return bool(_HARD.search(_IF_AFTER.sub("", text)))


_IF_AFTER = re.compile(r"(?<=\w)\s+(?:if|when|si|cuando)\b.*$", re.IGNORECASE)  # its 'not' is the condition's


def _forbidden(name: str, said: list[Phrase], known: list[Phrase]) -> Iterator[Finding]:
    """'Do not keep your agreement' where the brief asks to keep it."""
    for phrase in said:
        if (
            not phrase.verb
            or not _tells(phrase.part)
            or _UNLESS.search(phrase.part.text)
            or any(phrase.verb & line.verb for line in known)
        ):
            continue
        for line in known:
            if line.verb or _denied_by_another(line.part.text, phrase.verb) or not phrase.verb & line.bag:
                continue
            if _shares(phrase.bag, line.bag - phrase.verb):
                yield _finding(name, phrase, line)
                break


# A 'without' denies its noun, and 'until then' nothing.
_WITHOUT = re.compile(r"^until then\b|\b(?:without|sin)(?:\s+(?:an?|the|un|una))?(?:\s+[^\W\d_]+){1,2}", re.IGNORECASE)


def _denied_by_another(text: str, verb: frozenset[str]) -> bool:
    """Whether a line denies; 'may refuse the run' does not deny the refusing."""
    denying = (stems(match.group()) for match in _DENIES.finditer(_WITHOUT.sub("", text)))
    return any(not said or not said <= verb for said in denying)


_ASIDE = re.compile(
    r"\b(?:not|never|no|nunca)\s+(?P<how>with|to|by|at|from|con|a|por|en)\s+(?:your|the|any|our|su|el|la)\s+"
    r"(?P<what>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?P<how>with|to|by|at|from|con|a|por|en)\s+(?:your|the|any|our|su|el|la)\s+(?P<what>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_SAME_HOW = {"con": "with", "a": "to", "por": "by", "en": "at"}


def _asides(text: str, language: str, read: Reader) -> Iterator[tuple[str, frozenset[str], Sentence]]:
    """'not with your supervisor'."""
    for clause in clauses(text):
        for match in _ASIDE.finditer(clause.text):
            yield _how(match), read(match["what"], language), clause


def _how(match: re.Match[str]) -> str:
    return _SAME_HOW.get(match["how"].lower(), match["how"].lower())


def _sent_there(
    name: str, text: str, language: str, aside: list[tuple[str, frozenset[str], Sentence]], read: Reader
) -> Iterator[Finding]:
    """'You can also sign up with your supervisor' where the brief says 'not with your supervisor'."""
    for clause in clauses(text) if aside else ():
        if _DENIES.search(clause.text) or not _tells(clause):
            continue
        for match in _THERE.finditer(clause.text):
            what = read(match["what"], language)
            if line := next((part for how, known, part in aside if how == _how(match) and known & what), None):
                yield Finding("opposite", Level.FIX, name, clause.start, clause.end, clause.text, line.text)


def _is_free(line: Phrase, known: list[Phrase]) -> bool:
    """Whether the brief also has the verb undenied, of the same matter: 'no raise in 2026, a raise in 2027'."""
    return any(
        not other.verb
        and not _DENIES.search(other.part.text)
        and line.verb & other.bag
        and len(other.bag & line.bag) > 1
        for other in known
    )


def _shares(one: frozenset[str], other: frozenset[str], least: int = 2) -> bool:
    """Half the words of the shorter side, and `least` of them where it has so many."""
    size = min(len(one), len(other))
    return bool(size) and len(one & _widened(other)) >= max(min(least, size), (size + 1) // 2)


def _widened(words: frozenset[str]) -> frozenset[str]:
    return words.union(*(group for group in _alike() if group & words))


@lru_cache(1)
def _alike() -> tuple[frozenset[str], ...]:
    return tuple(stems(" ".join(group)) for group in ALIKE)


def _tells(part: Sentence) -> bool:
    return not (_TALK.search(part.text) or _IF.search(part.text))


def _finding(name: str, phrase: Phrase, line: Phrase) -> Finding:
    part = phrase.part
    return Finding("opposite", Level.FIX, name, part.start, part.end, part.text.strip(), line.part.text.strip())


_WHO = r"(?P<who>[^\W\d_]{4,})"
_STATE = r"(?:allowed|permitted|welcome|invited|included|eligible|covered|accepted|available|offered|provided)"
_COME = r"(?:come|attend|join|take part|participate|park|enter|vote)"
_ES_STATE = r"(?:permitid[oa]|bienvenid[oa]|invitad[oa]|incluid[oa]|cubiert[oa]|disponible)s?"
_HAVE = r"(?:have|offer|provide|ofrecemos|tendremos|tenemos|habrá|hay)"
_OUT = re.compile(
    rf"\b{_WHO} (?:is|are|was|were) (?:forbidden|prohibited|banned|excluded)|"
    rf"\b{_WHO.replace('who', 'who2')} (?:(?:is|are|was|were) (?:not|never|no longer)|(?:is|are|was|were)n['’]t) "
    rf"{_STATE}|"
    rf"\b{_WHO.replace('who', 'who3')} (?:cannot|can['’]t|may not|can not|do not|don['’]t|will not|won['’]t) {_COME}\b|"
    rf"\bno se (?:permite|acepta)n? (?:el |la |los |las )?{_WHO.replace('who', 'who4')}|"
    rf"\b{_WHO.replace('who', 'who5')} no (?:está|están|es|son) {_ES_STATE}|"
    rf"\b{_WHO.replace('who', 'who6')} no pueden? (?:venir|asistir|participar|entrar)|"
    rf"(?:^|[.:;,!] |\n)\W*no {_WHO.replace('who', 'who7')}(?=\s*(?:[.!,;\n]|$|(?:in|at|on|is|are)\b))|"
    rf"\bleave (?:the |your |any |all )?{_WHO.replace('who', 'who8')} at home\b|"
    rf"\b(?:cannot|can['’]t|can not|do not|don['’]t|will not|won['’]t|no) {_HAVE} (?:any )?"
    rf"{_WHO.replace('who', 'who9')}|\b(?:do not|don['’]t|never) bring (?:any |your )?"
    rf"{_WHO.replace('who', 'who11')}|\bthere (?:is|are|will be) no {_WHO.replace('who', 'who10')}",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b{_WHO} (?:is|are) (?:also |always |most |all )?(?:{_STATE}|fine|ok|okay)\b|"
    rf"\b{_WHO.replace('who', 'who2')} (?:can|may|will) (?:also )?{_COME}\b|"
    rf"\b(?<!no )se (?:permite|acepta)n? (?:el |la |los |las )?{_WHO.replace('who', 'who3')}|"
    rf"\b{_WHO.replace('who', 'who4')} (?:son|es|están|está) (?:también )?{_ES_STATE}|"
    rf"\b{_WHO.replace('who', 'who5')} pueden? (?:venir|asistir|participar|entrar)|"
    rf"\b(?:feel free to |you (?:can|may) |please |puede )?(?:bring|traer|traiga) (?:your own |some |any |your |su )?"
    rf"{_WHO.replace('who', 'who6')}|"
    rf"(?:\bwe (?:will |can |also ){{0,2}}|(?<!no )\b){_HAVE} (?:free |some )?{_WHO.replace('who', 'who7')}",
    re.IGNORECASE,
)


_NEEDLESS = re.compile(
    rf"\b(?:do|does|will)(?: not|n['’]t) need (?:any |an? |the |your )?{_WHO}|"
    rf"\bno {_WHO.replace('who', 'who2')} (?:is |are )?(?:needed|required|necessary)|"
    rf"\b{_WHO.replace('who', 'who5')} (?:is|are)(?: not|n['’]t) (?:needed|required|necessary)|"
    rf"\bneed no {_WHO.replace('who', 'who3')}|"
    rf"\bno (?:se )?(?:necesita|requiere)n? (?:el |la |un |una )?{_WHO.replace('who', 'who4')}",
    re.IGNORECASE,
)
_NEEDED = re.compile(
    rf"\b(?:you|they|members|applicants|must|will)(?: will)? need (?:some |an? |the |your )?{_WHO}|"
    rf"\b{_WHO.replace('who', 'who2')} (?:(?:is|are) )?(?:needed|required|necessary|a must)\b|"
    rf"\b(?<!no )se (?:necesita|requiere)n? (?:el |la |un |una )?{_WHO.replace('who', 'who3')}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Standing:
    """Who or what is let in, and who or what is kept out."""

    inside: list[tuple[frozenset[str], Sentence]]
    outside: list[tuple[frozenset[str], Sentence]]


def _standing(text: str, language: str, inside: re.Pattern[str], outside: re.Pattern[str], read: Reader) -> Standing:
    found = Standing([], [])
    for clause in clauses(text):
        if clause.text.endswith("?"):
            continue
        out = [(_of(match, language, read), clause) for match in outside.finditer(clause.text)]
        found.outside.extend(out)
        found.inside.extend((_of(match, language, read), clause) for match in inside.finditer(clause.text) if not out)
    return found


def _of(match: re.Match[str], language: str, read: Reader) -> frozenset[str]:
    who = next(word for word in match.groups() if word)
    return read(who, language) - stems("members people they these those everyone")


def _let_in_or_out(name: str, said: Standing, known: Standing) -> Iterator[Finding]:
    for ours, theirs, same in (
        (said.inside, known.outside, known.inside),
        (said.outside, known.inside, known.outside),
    ):
        for who, clause in ours:
            line = next((line for other, line in theirs if other & who), None)
            if line and not _EXCEPTS.search(line.text) and not any(other & who for other, _line in same):
                yield Finding("opposite", Level.FIX, name, clause.start, clause.end, clause.text, line.text)
