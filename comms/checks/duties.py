"""Duties and conditions of the brief that a text softens, hardens, invents or leaves out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms.checks.halves import NOT
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.spanish import concepts
from comms.checks.stemming import stems
from comms.checks.words import clauses, listed, speaks

_MUST = re.compile(
    r"\b(?:(?<!nobody )(?<!no one )(?:must|shall)\b(?! not\b)|(?<!not )(?<!n['’]t )(?<!no )(?<!nor )(?<!nobody )"
    r"(?<!no one )(?:have|has|need|needs) to\b|"
    r"(?<!not )(?<!n['’]t )(?<!n['’]t be )(?<!not be )(?:required|mandatory|obligatory|compulsory)\b|"
    r"be sure to\b|(?:don['’]t|do not) forget\b|(?<!no )(?:debe[ns]?|deberá[ns]?|tienen? que)\b|hay que\b|"
    r"(?<!no es )(?<!no son )obligatori[oa]s?\b|es necesario\b|no (?:se )?olvide)",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:(?:good|great|nice|smart) idea|"
    r"(?<!who )(?:(?-i:may)|might|can|could)\b(?! not\b| only\b)|if you (?:like|want|wish|can)|"
    r"consider\b|we (?:suggest|recommend|encourage)|feel free|try to|optional|voluntary|up to you|your choice|"
    r"not (?:required|mandatory)|(?:own|free|their|his|her|personal) choice|up to (?:them|him|her|each)|"
    r"(?:not|n['’]t) (?:have|need) to|need not|no need to|welcome to|"
    r"(?:nobody|no one) (?:has|have|needs?) to|"
    r"pued[ea]n?|si (?:lo )?(?:quieren?|desean?|gustan?|prefieren?)|recomend\w+|buena idea|"
    r"no (?:es obligatori[oa]|hace falta|tienen? que|es necesario)|opcional|voluntari[oa])",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\b(?:(?:not|n['’]t) (?:have|need) to do (?:anything|a thing)|need not do anything|no (?:further )?action|"
    r"nothing (?:(?:you|members|they) (?:have|need)|to do|is (?:needed|required))|"
    r"(?:members?|you|everyone|employees) (?:need )?do nothing|no (?:tienen?|deben?|hay) que hacer nada|"
    r"nada que hacer)\b",
    re.IGNORECASE,
)
_NAUGHT = re.compile(r"\b(?:nothing|nada)\b", re.IGNORECASE)
_YOU = re.compile(
    r"\b(?:you|your|members?|everyone|usted(?:es)?|afiliad[oa]s?|todos|tienen? que|debe[ns]?)\b", re.IGNORECASE
)
_IF = re.compile(
    r"\b(?:(?:but )?only (?:if|when|after|once)|if|unless|provided(?: that)?|as long as|"
    r"si|siempre que|sólo si|solo si|a menos que|a condición de que)\b(?P<when>[^.;:!?]*)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:if|unless|whether|or (?:you|they|we)|would|could|might|may|depends?|provided|once|until|only|"
    r"propos\w+|pending|si|sería|serían|podría[ns]?|cuando|depende|siempre que|a menos que|propuest\w*|propone)\b",
    re.IGNORECASE,
)
_NOT_MATTER = frozenset(
    listed(
        "anyth noth have need must good idea requir can may want like sure forget mandatori tien deb pued choic own "
        "free"
    )
)


@dataclass(frozen=True)
class Line:
    """A clause of the brief and the words of it that mean something."""

    text: str
    bag: frozenset[str]


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    given = ground.allowed_text()
    theirs = speaks(given)
    if theirs != draft.language[:2]:
        yield from _opened_up_abroad(draft, given, theirs)
        return
    lines = [Line(line.text, _matter(line.text, draft.language)) for line in clauses(given)]
    duties = [line for line in lines if _MUST.search(line.text)]
    limits = [line for line in lines if _LIMIT.search(line.text) or _FOR_SOME.search(line.text)]
    choices = [line for line in lines if _is_choice(line.text) and line not in limits]
    nothing = next((line for line in lines if _is_spared(line.text)), None)
    for name, text in draft.fields():
        said = [(part, _matter(part.text, draft.language)) for part in clauses(text)]
        kept = frozenset().union(*(bag for part, bag in said if _MUST.search(part.text)))
        for part, bag in said:
            if part.text.rstrip('"”’)').endswith("?"):
                continue
            if (
                known := _called_off(part.text, lines)
                or _other_payer(part.text, bag, lines)
                or _opened_up(part.text, draft.language, limits, theirs)
                or _less_sure(part.text, lines)
                or _other_force(part.text, bag, duties, choices, nothing, kept)
            ):
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, known.text)
    yield from _unconditional(draft, lines)


def _opened_up_abroad(draft: Draft, given: str, theirs: str) -> Iterator[Finding]:
    """'Todos pueden votar' where the brief says in English that only members may."""
    limits = [Line(line.text, frozenset()) for line in clauses(given) if _LIMIT.search(line.text)]
    lines = [Line(line.text, concepts(line.text, theirs) - _NOT_MATTER) for line in clauses(given)]
    duties = [line for line in lines if _MUST.search(line.text)]
    spared = [line for line in lines if _SPARED.search(line.text) and not _MUST.search(line.text)]
    nothing = next((line for line in lines if _is_spared(line.text)), None)
    for name, text in draft.fields():
        said = [(part, concepts(part.text, draft.language) - _NOT_MATTER) for part in clauses(text)]
        kept = frozenset().union(*(bag for part, bag in said if _MUST.search(part.text)))
        for part, bag in said:
            asks = part.text.rstrip('"”’)').endswith("?") or not (
                _CHOICE.search(part.text) or (_MUST.search(part.text) and not NOT.search(part.text))
            )
            known = _opened_up(part.text, draft.language, limits, theirs)
            if known := known or (None if asks else _other_force(part.text, bag, duties, spared, nothing, kept)):
                yield Finding("opposite", Level.FIX, name, part.start, part.end, part.text, known.text)


# What nobody needs to do; a mere 'may' is too little to hold a 'debe' against across two languages.
_SPARED = re.compile(
    r"\b(?:(?:not|n['’]t) (?:have|need) to|need not|no need to|(?:nobody|no one) (?:has|have|needs?) to)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:pued[ea]n?|podrán?|opcional|voluntari[oa]s?)\b", re.IGNORECASE)


def _is_spared(text: str) -> bool:
    """'You need do nothing', not 'if you do nothing'."""
    found = _NOTHING.search(text)
    return found is not None and not re.search(r"\b(?:if|si)\b[^,;]*$", text[: found.start()], re.IGNORECASE)


def _is_choice(text: str) -> bool:
    return bool(_MAY.search(text) or _LETS.search(text)) and not _MUST.search(text) and not _ONLY.search(text)


_LETS = re.compile(r"\b(?:lets?|letting) (?!us\b|me\b)[^\W\d_]{3,}", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b|\bs[oó]lo\b|\bsolamente\b", re.IGNORECASE)


def _matter(text: str, language: str) -> frozenset[str]:
    return stems(text, language) - _NOT_MATTER


def _other_force(
    text: str, bag: frozenset[str], duties: list[Line], choices: list[Line], nothing: Line | None, kept: frozenset[str]
) -> Line | None:
    """The line of the brief whose 'must' became a 'may', or the other way round."""
    if _MUST.search(text) and not _NOTHING.search(text) and not _NAUGHT.search(text):
        if any(_about(bag, line.bag) for line in duties):
            return None
        spared = nothing if _YOU.search(text) and not any(bag & line.bag for line in duties) else None
        return next(
            (line for line in choices if _about(bag, line.bag) or (len(line.bag) == 1 and line.bag <= bag)), spared
        )
    if _MAY.search(text):
        return next((line for line in duties if _about(bag, line.bag) and not _about(kept, line.bag)), None)
    return None


# 'Only those in the hall may vote': a limit, which 'anyone may vote' and 'you can vote there too' lift.
_LIMIT = re.compile(
    r"\b(?:only|solely|exclusively|sólo|solo|solamente|únicamente)\b[^.;!?]*?\b(?:may|can|could|will|must|pueden?|podrán?)\s+"
    r"(?:be\s+|then\s+)?(?P<verb>[^\W\d_]+)",
    re.IGNORECASE,
)
_LIFTED = re.compile(
    r"\b(?:everyone|everybody|anyone|anybody|whoever|all|any|either way|both ways|member or not|"
    r"whether or not|regardless|(?:not|n['’]t) (?:have|need) to be|need not be|"
    r"no (?:necesita|tiene que|hace falta) ser|"
    r"too|also|as well|as you like|todos|todas|cualquiera|quien|también|sin importar)\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"\bwill (?P<verb>(?:be |get |not )*[^\W\d_]{3,})", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:(?-i:may)|might|could) (?P<verb>(?:be |get |not )*[^\W\d_]{3,})", re.IGNORECASE)


def _less_sure(text: str, lines: list[Line]) -> Line | None:
    """'You may be paid' where the brief says 'they will be paid' and nowhere that they may."""
    verbs = {match["verb"].lower() for match in _UNSURE.finditer(text)}
    if any(match["verb"].lower() in verbs for line in lines for match in _UNSURE.finditer(line.text)):
        return None
    return next((x for x in lines if any(m["verb"].lower() in verbs for m in _SURE.finditer(x.text))), None)


_FOR_SOME = re.compile(r"\b(?:covers?|applies to|is for|are for)\b[^.;!?]*\bonly\b|\bonly for\b", re.IGNORECASE)
_TO_ALL = re.compile(
    r"\b(?:open to (?:everyone|everybody|anyone|all)|(?:about|for|covers?|applies to) (?:all of us|every(?:one|body))|"
    r"abiert[oa] (?:a|para) (?:tod[oa]s|cualquiera))\b",
    re.IGNORECASE,
)
_ALLOWS = re.compile(
    r"\b(?:may|can|could|will|pueden?|podrán?|to|para)\s+(?:also\s+|all\s+|both\s+|then\s+|be\s+)?"
    r"(?P<verb>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:only|just|but|unless|must|(?<!not )(?<!n['’]t )have to|sólo|solo|solamente)\b|\bin good standing\b",
    re.IGNORECASE,
)


def _opened_up(text: str, language: str, limits: list[Line], theirs: str) -> Line | None:
    """'Everyone in the unit may vote' where the brief says 'only members may vote'."""
    if not _LIFTED.search(text) or _HELD.search(text):
        return None
    if limits and _TO_ALL.search(text):
        return limits[0]
    verbs = _verbs(_ALLOWS, text, language)
    return next((line for line in limits if _verbs(_LIMIT, line.text, theirs) & verbs), None)


def _verbs(pattern: re.Pattern[str], text: str, language: str) -> frozenset[str]:
    return frozenset().union(*(concepts(match["verb"], language) for match in pattern.finditer(text)))


def _is_all(known: frozenset[str], bag: frozenset[str]) -> bool:
    """'Joining is their own choice' is of joining alone."""
    return len(known) == 1 and known <= bag


_CALLED_OFF = re.compile(
    r"(?:^\W*(?:please )?(?:do not|don['’]t|no need to|there is no need to|no)|"
    r"\byou (?:do not|don['’]t) (?:have|need) to)(?! \w+ (?:means|is|are)\b) (?P<verb>[^\W\d_]+)\b"
    r"|(?:not|n['’]t) need (?:an?|the|any|your) (?P<thing>[^\W\d_]+)",
    re.IGNORECASE,
)
_ITS_REASON = re.compile(
    r",\s+(?:it|they|this|that|because|since)\b.*$", re.IGNORECASE
)  # '..., it does not carry over'
_DO = re.compile(r"(?:^|: )\W*(?:please |you must |members must |por favor )?(?P<verb>[^\W\d_]+)\b", re.IGNORECASE)


def _called_off(text: str, lines: list[Line]) -> Line | None:
    """'Do not bring food' where the brief says 'Bring a dish'; 'you need no receipt' where it says to keep one."""
    off = _CALLED_OFF.search(text)
    if off is None:
        return None
    word = (off["verb"] or off["thing"]).lower()
    if any((m := _CALLED_OFF.search(line.text)) and word in line.text.lower() for line in lines):
        return None
    if off["thing"]:
        return next(
            (line for line in lines if re.search(rf"\b(?:without|keep|bring|sin) (?:\w+ )?{word}\b", line.text, re.I)),
            None,
        )
    plain = (line for line in lines if not NOT.search(_ITS_REASON.sub("", line.text)))
    return next((line for line in plain if (m := _DO.match(line.text)) and m["verb"].lower() == word), None)


def _about(bag: frozenset[str], known: frozenset[str]) -> bool:
    """Two words in common that mean something, or all there are."""
    shared = len(bag & known)
    return shared >= 2 and shared * 2 >= min(len(bag), len(known))


_PAYS = re.compile(
    r"\b(?P<who>you|members?|usted|the (?:local|union|employer|agency|company|hospital)|we|"
    r"la (?:empresa|agencia)|el sindicato|cada un[oa]) (?:must |will |have to |has to |debe )?"
    r"(?:pays?|covers?|reimburses?|gives? you|paga|cubre|le da)\b"
    r"|\b(?:paid (?:for )?by|(?:lo|la|los|las) pagan?) (?P<by>you|each member|members?|yourself|the "
    r"(?:local|union|employer|agency|company|hospital)|us|cada un[oa]|"
    r"usted(?:es)?|la (?:empresa|agencia)|el sindicato)\b",
    re.IGNORECASE,
)
_UNION = frozenset({"the local", "the union", "we", "us", "el sindicato"})
_SELF = frozenset({"you", "member", "members", "each member", "yourself", "usted", "ustedes", "cada uno", "cada una"})


def _other_payer(text: str, bag: frozenset[str], lines: list[Line]) -> Line | None:
    """'You pay the fee' where the brief says 'the local pays the fee'."""
    payer = _PAYS.search(text)
    for line in lines:
        known = _PAYS.search(line.text)
        if payer and known and _who_pays(known) != _who_pays(payer):
            said = {"pay", "pag"} | stems(f"{payer.group()} {known.group()}")
            if (bag & line.bag) - said:
                return line
    return None


def _who_pays(payer: re.Match[str]) -> str:
    who = (payer["who"] or payer["by"]).lower()
    return "self" if who in _SELF else "union" if who in _UNION else "employer"


def _unconditional(draft: Draft, lines: list[Line]) -> Iterator[Finding]:
    """'Dues go up' where the brief says 'dues go up if members vote yes'."""
    if _OPEN.search(draft.body):
        return
    for line in lines:
        said = next((part for part in line.text.split(": ") if _IF.search(part)), "")
        main = _matter(_IF.sub(" ", said), draft.language)
        for part in clauses(draft.body) if len(main) >= 3 else ():
            shared = len(main & stems(part.text, draft.language))
            if shared >= 3 and shared * 5 >= len(main) * 3:
                yield Finding("opposite", Level.FIX, "body", part.start, part.end, part.text, line.text)
                break
