"""What a side letter says it changes: instructions that quote the old words, read from its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unionops.platform.core import lazy_re as re

REPLACE, INSERT_AFTER, INSERT_BEFORE, DELETE = "replace", "insert_after", "insert_before", "delete"
LONGEST = 3000


def _quoted(name: str) -> str:
    return rf"(?:[“\"«]\s*(?P<{name}>[^“”\"«»]{{1,{LONGEST}}}?)\s*[”\"»])"


WORDS = (
    r"(?:\s+(?:the|las?|los?|les?)?\s*(?:words?|phrases?|sentences?|language|text|figures?|numbers?|"
    r"palabras?|frases?|mots?|termes?))?[:,]?\s*"
)
OLD, NEW = _quoted("old"), _quoted("new")
BE = (
    r"\s*,?\s*(?:shall\s+be|will\s+be|is|are|is\s+hereby|are\s+hereby|shall\s+hereby\s+be|"
    r"est|sont|queda|quedan)\s+"
)
READ = r"(?:with|by|to\s+read(?:\s+as\s+follows)?|to|por|par)[:,]?"
# "... from Section 3", "... all references to": what may stand between the verb and the words it is about.
FILL = (
    r"(?:\s+(?:from|in|of|to|all|each|every|both|any|the|following|references?|occurrences?|rates?|amounts?|de|la|el|"
    r"Section|Article|Appendix|Secci[oó]n|Art[ií]culo|§?\d[\w.()\-]*|[A-Z]\b|[IVX]+\b)\b,?){0,8}"
)
STRIKE = r"\b(?:strik\w+|delet\w+|remov\w+|el[ií]m[ií]n\w+|supr[ií]m\w+|b[oó]rr\w+)(?:\s+out)?" + FILL
PUT = r"\b(?:insert\w*|ins[eé]r\w+|add\w*|ajout\w+|añad\w+|agr[eé]g\w+)" + FILL
AFTER, BEFORE = r"(?:after|following|apr[eè]s|despu[eé]s\s+de)", r"(?:before|avant|antes\s+de)"
OUT = r"(?:deleted|struck|stricken|removed)(?:\s+out)?"
MUST_READ = (
    r"(?:(?:it|they)\s+)?(?:shall|will|must|should|is\s+to|are\s+to)\s+(?:now\s+|hereby\s+|instead\s+)?(?:read|say)(?:\s+as)?|"
    r"(?:debe(?:r[aá])?\s+(?:decir|leerse)|dir[aá])"
)
CHANGE = (
    r"\b(?:replac\w+|substitut\w+|amend\w*|revis\w+|chang\w+|modif\w+|"
    r"sustit\w+|reempl[aá]\w+|c[aá]mbi\w+|remplac\w+)" + FILL + r"(?:\s+from)?"
)
CHANGED = r"(?:replaced|changed|amended|revised|modified|sustituid\w+|remplac[eé]\w*)"
AND_PUT = (
    r"(?:,?\s+and\s+(?:insert\w*|replac\w+(?:\s+(?:it|them))?(?:\s+with)?|substitut\w+|add\w*)|"
    r"\s*[,;]?\s+(?:then\s+)?(?:insert\w*|replac\w+(?:\s+(?:it|them))?\s+with|substitut\w+))"
)
FROM = r"(?:,?\s+(?:from|in|of|del?|du|en)\s+(?:[^\"“”«».;]|\.(?=\d)){2,70}?)?"
PLACED = r"(?:\s+in\s+(?:its|their)\s+place|\s+in\s+lieu\s+thereof)?"
SINGLE = re.compile(r"(?<!\w)['‘]([^'‘’\"“”]{2,300})['’](?!\w)")
# 'insert "b" after "c"', 'add "b" to Section 5': not where the other words stood.
ELSEWHERE = (
    r"(?!\s*,?\s+(?:immediately\s+)?(?:after|following|before|to|at|in(?!\s+(?:its|their|lieu|place))|"
    r"apr[eè]s|avant|despu[eé]s|antes|al?|en(?!\s+su))\b)"
)
DELETED_TOO = re.compile(rf"\s*,?\s+(?:and|y|et){WORDS}{OLD}(?!\s*,?\s*(?:shall|will|is|are|remains?|stays?)\b)")
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (REPLACE, rf"{STRIKE}{WORDS}{OLD}{FROM}{AND_PUT}{PLACED}{WORDS}{NEW}{ELSEWHERE}"),
        (REPLACE, rf"\bsubstitut\w+{WORDS}{NEW}\s+for{WORDS}{OLD}"),
        (REPLACE, rf"{CHANGE}{WORDS}{OLD}\s+{READ}{WORDS}{NEW}"),
        (REPLACE, rf"{OLD}{BE}{CHANGED}\s+{READ}{WORDS}{NEW}"),
        (REPLACE, rf"{OLD}{BE}{OUT},?\s+and\s+(?:is\s+|are\s+)?(?:replaced|substituted)\s+{READ}{WORDS}{NEW}"),
        (REPLACE, rf"{OLD}{BE}{OUT},?\s+and{WORDS}{NEW}(?:{BE}|\s+)(?:inserted|added|substituted|put){ELSEWHERE}"),
        (REPLACE, rf"\b(?:where(?:ver)?|donde)\b[^\"“«.;]{{0,80}}{OLD}\s*,?\s*(?:{MUST_READ})[:,]?{WORDS}{NEW}"),
        (
            REPLACE,
            rf"\b(?:in\s+lieu|in\s+place|instead)\s+of{WORDS}{OLD}\s*,?\s*(?:substitut\w+|insert\w*|read|put){WORDS}{NEW}",
        ),
        (INSERT_AFTER, rf"{PUT}{WORDS}{NEW}\s+(?:immediately\s+)?{AFTER}{WORDS}{OLD}"),
        (INSERT_AFTER, rf"{PUT}{WORDS}\s*(?:immediately\s+)?{AFTER}{WORDS}{OLD}\s*[:,]?\s*{NEW}"),
        (INSERT_AFTER, rf"\b{AFTER}{WORDS}{OLD}\s*,?\s*{PUT}{WORDS}{NEW}"),
        (INSERT_BEFORE, rf"{PUT}{WORDS}{NEW}\s+(?:immediately\s+)?{BEFORE}{WORDS}{OLD}"),
        (DELETE, rf"(?:{STRIKE}|\bsup+rim\w+){WORDS}{OLD}"),
        (DELETE, rf"{OLD}{BE}(?:{OUT}|suprimid\w+|supprim[eé]\w*)"),
    )
)


# 'Section 7.2 is deleted': it changes a clause that it names, by its number alone.
SAYS = re.compile(
    r"\b(?:is|are|be|hereby)\s+(?:(?!not\b)\w+\s+){0,2}?(?:deleted|struck|stricken|removed|replaced|amended|revised|modified|changed|"
    r"added|inserted|substituted|superseded|suspended|extended|renumbered|waived|repealed)\b|"
    r"\b(?:shall|will|should)\s+(?:now\s+)?(?:be\s+)?read\b(?!\s+(?:together|with|in)\b)|"
    r"(?<!not )\b(?:delete|strike|replace|insert|substitute|amend)\b|"
    r"\bqueda\w*\s+(?:modificad|suprimid|sustituid|redactad)\w+|\bse\s+(?:modifica|sustituye|suprime|añade|agrega)\w*|"
    r"\best\s+(?:modifi|remplac|supprim|abrog|ajout)\w+",
    re.I,
)
NAMES = re.compile(
    r"\b(?:articles?|sections?|appendi\w+|paragraphs?|clauses?|art[ií]culos?|secci[oó]n|cl[aá]usulas?|apartado)\b"
    r"|\b\d{1,2}\.\d{1,2}\b",
    re.I,
)
PUTS = re.compile(
    r"\b(?:with|by|put|insert\w*|add\w*|substitut\w+|replac\w+|por|ins[eé]r\w+|añ[aá]d\w+|agr[eé]g\w+|sustit\w+|"
    r"reempl[aá]\w+|ajout\w+|remplac\w+)\b[^\"“«]{0,70}?[“\"«]",
    re.I,
)
OUTSIDE_QUOTES = re.compile(r"[“\"«][^“”\"«»]*[”\"»]?")


@dataclass(frozen=True, slots=True)
class Instruction:
    """`old` and `new` as the letter quotes them; `start` and `end` are code points of the letter's text."""

    kind: str
    old: str
    new: str
    start: int
    end: int


def instructions(text: str) -> list[Instruction]:
    """In reading order; the fuller reading of the same words wins. A number alone changes nothing."""
    text = SINGLE.sub(r'"\1"', text)
    taken: list[Instruction] = []
    for found in _every(text):
        if _free(found, taken) and not _halved(text, found):
            taken.append(found)
    taken += [
        more for found in taken if found.kind == DELETE and (more := _deleted_too(text, found)) and _free(more, taken)
    ]
    return sorted(taken, key=lambda one: one.start)


def unread(text: str, sentences: Sequence[tuple[int, int]]) -> list[str]:
    """Sentences (their places) that change a clause they name, or words, in a way that nothing is carried out of."""
    read = instructions(text)
    out = []
    for start, end in sentences:
        within = [one for one in read if one.start < end and start < one.end]
        left = text[max(one.end for one in within) : end] if within else ""
        if OUTSIDE_QUOTES.search(left) if within else _changes(text[start:end]):
            out.append(text[start:end])
    return out


def _changes(sentence: str) -> bool:
    plain = OUTSIDE_QUOTES.sub(" ", sentence)
    says = SAYS.search(plain) is not None and (NAMES.search(plain) is not None or plain != sentence)
    return says or any(p.search(sentence) for _kind, p in PATTERNS)


def _halved(text: str, found: Instruction) -> bool:
    """Words are taken out, and the sentence goes on to put others there in a way that was not understood."""
    rest = re.split(r"\.\s", text[found.end :], maxsplit=1)[0]
    other = any(pattern.search(rest) for kind, pattern in PATTERNS if kind != DELETE)
    return found.kind == DELETE and PUTS.search(rest) is not None and not other


def _free(found: Instruction, taken: list[Instruction]) -> bool:
    return all(found.end <= other.start or other.end <= found.start for other in taken)


def _deleted_too(text: str, first: Instruction) -> Instruction | None:
    """'Delete "A" and "B"': the second quotation, unless a verb of its own follows it."""
    more = DELETED_TOO.match(text, first.end)
    return Instruction(DELETE, more["old"], "", more.start("old") - 1, more.end()) if more else None


def _every(text: str) -> Iterator[Instruction]:
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            words = match.groupdict()
            yield Instruction(kind, words["old"], words.get("new") or "", match.start(), match.end())


def applied(kind: str, words: str, new: str, start: int, end: int) -> str:
    """The text with an instruction carried out on the words between `start` and `end`."""
    if kind == INSERT_AFTER:
        return f"{words[:end]}{_apart(words[:end], new)}{new}{words[end:]}"
    if kind == INSERT_BEFORE:
        return f"{words[:start]}{new}{_apart(new, words[start:])}{words[start:]}"
    rest = words[end:] if new else words[end:].removeprefix(" ")
    return f"{words[:start]}{new}{rest}"


def _apart(left: str, right: str) -> str:
    return "" if left[-1:].isspace() or not right[:1].isalnum() else " "
