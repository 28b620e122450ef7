"""The name of a side letter: its number, and its subject rather than the parties it is between."""

from __future__ import annotations

from collections.abc import Iterator

from contracts.parsing.headings.titles import (
    TRIM,
    WIDEST_TO_TITLE,
    is_unlike,
    starts_unit,
    tidy,
    titled_below,
)
from contracts.parsing.lines import Line
from unionops.platform.core import lazy_re as re

LETTER_HEAD = re.compile(
    r"^(?P<word>(?:JOINT |Joint )?(?:MEMORAND(?:UMS?|A) OF (?:UNDERSTANDING|AGREEMENT)|MEMORAND(?:UMS?|A)\b|"
    r"Memorandum of (?:Understanding|Agreement)|(?:LETTERS?|Letters?) (?:OF|of) "
    r"(?:AGREEMENT|UNDERSTANDING|INTENT|INTERPRETATION|Agreement|Understanding|Intent|Interpretation)|"
    r"SIDE ?LETTER(?: OF AGREEMENT)?|Side ?Letter(?: of Agreement)?|LETTER NO\b\.?|MOU\b|MOA\b|LOA\b|LOU\b|"
    r"MEMORANDO DE [A-Z]+|Memorando de \w+|CARTA DE [A-Z]+|Carta de (?:Entendimiento|Acuerdo|Intención)|"
    r"(?:CARTA|ACTA|ACUERDO) (?:SUPLETORI|ADICIONAL|COMPLEMENTARI|SUPLEMENTARI|PARALEL|ANEX)[AO]?|"
    r"(?:Carta|Acta|Acuerdo) (?:supletori|adicional|complementari|suplementari|paralel|anex)[ao]?\b|"
    r"LETTRE D['’](?:ENTENTE|INTENTION|ACCORD)|Lettre d['’](?:entente|intention|accord)|"
    r"SUPPLEMENTAL (?:LETTER|AGREEMENT|MEMORANDUM)|Supplemental (?:Letter|Agreement|Memorandum)))"
    r"(?P<rest>(?![a-z]).*)$"
)
PARTIES = re.compile(r"^(by and )?(between|among|entre)\b", re.I)
COUNTED = re.compile(
    r"^(?:N[oO°º]\.?|N[UÚ]M\.|N[uú]m\.|NUM(?:BER|ÉRO)|Num(?:ber|éro))\s*(?P<n>\d{1,3}(?:-\d{1,3})?|[A-Z]\b)\W*"
)
# "SIDE LETTER A", "LETTER OF AGREEMENT 4: PARKING": counted without a sign.
BARE_COUNT = re.compile(r"^(?P<n>\d{1,3}(?:-\d{1,3})?|[A-Z]|[IVX]{2,5})(?=\s*(?:[.:)–—-]|$))\W*")
SUBJECT = re.compile(r"^(Re|RE|Subject|SUBJECT|Ref|Asunto|Objet)\s?:\s*(?P<rest>.+)$")
# "... shall confirm the commitment concerning training for the maintenance crew to the effect that ..."
MATTER = re.compile(
    r"\b(?:concerning|regarding|with (?:respect|regard) to|relating to|in reference to|on the subject of|"
    r"en relaci[oó]n con|con respecto a|respecto (?:a|de)|concernant|au sujet d[eu]|relativement (?:à|aux?))\s+"
    r"(?P<matter>\w.{3,80}?)(?=\s+(?:to the effect|as (?:follows|set forth)|shall|will|que|which|that|is|are)\b|"
    r"\s*[.;:(]|\s*,(?! \d{4})|$)",
    re.I,
)
ABOUT = re.compile(r"\b(?P<word>Article|Art[ií]culo)\s+(?P<n>\d{1,3}|[IVXL]{1,6})\b", re.I)
NO_MATTER = re.compile(r"^(?:the following|lo siguiente|ce qui suit|this|these|th[eo]se matters?)\b", re.I)
SUBJECT_WITHIN, MATTER_LINES = 10, 8


def letter_name(flow: list[Line], index: int, end: int, head: re.Match[str], title: str) -> tuple[str, str, int]:
    """Number, title and last line of the heading of the letter whose first line is at `index`."""
    rest, label = head["rest"].strip(), ""
    number, counted = re.match(r"^\W*#?\s*(\d{1,3}|[A-Z])\b\W*", rest), COUNTED.match(rest)
    counted = counted or BARE_COUNT.match(rest)
    if number and "#" in rest[:3]:
        label, title = number[1], title.removeprefix("#").strip().removeprefix(number[1]).strip(f"{TRIM}#")
    elif counted:
        label, title = counted["n"], tidy(title.removeprefix(counted.group().rstrip(TRIM)))
    subject = _subject(flow, index, end)
    if subject:
        return label, subject, end
    if title and not PARTIES.match(title) and not LETTER_HEAD.match(title):
        return label, f"{head['word']} {title}" if re.match(r"(and|&|y|et)\s", title, re.I) else title, end
    below = flow[end + 1] if end + 1 < len(flow) else None
    if below is not None and (_is_subject(flow[index], below) or (label and _is_named(flow, end))):
        return label, tidy(below.text), end + 1
    word = head["word"] if label else tidy(flow[index].text)
    return label, _with_matter(flow, end, word), end


def _is_named(flow: list[Line], end: int) -> bool:
    """'Parking' alone on the line below 'SIDE LETTER A'."""
    head, below = flow[end], flow[end + 1]
    near = below.page == head.page and below.gap < WIDEST_TO_TITLE and below.text[:1].isupper()
    if not near or PARTIES.match(below.text) or starts_unit(below.text):
        return False
    after = flow[end + 2] if end + 2 < len(flow) else None
    phrase = len(below.text.split()) <= 6 and not is_unlike(below.text) and below.text[-1:] not in ".;,:"
    return titled_below(flow, end + 1) or (phrase and after is not None and after.gap > 1.25)


def _is_subject(head: Line, below: Line) -> bool:
    """'ARTICLE 21: SALARY' set like a heading below 'LETTER OF AGREEMENT': what the letter is about."""
    alike = below.page == head.page and below.gap < 3.2 and len(below.text) <= 90 and not below.declared
    apart = below.caps or below.centred or (below.bold and below.bold_end)
    return alike and apart and ABOUT.match(below.text) is not None


def _with_matter(flow: list[Line], end: int, word: str) -> str:
    """The general title with what the first sentences say the letter concerns, or the one article they name."""
    lines = []
    for line in flow[end + 1 : end + 1 + MATTER_LINES]:
        if LETTER_HEAD.match(line.text) and (line.bold or line.centred or line.caps):
            break
        lines.append(line.text[:400])
    opening = re.sub(r"(?<=[a-zà-ÿ])- (?=[a-zà-ÿ])", "", " ".join(lines))
    matter, about = MATTER.search(opening), ABOUT.search(opening)
    if matter and not NO_MATTER.match(matter["matter"]):
        return f"{word}: {matter['matter'].strip(TRIM)}"
    alone = len({found["n"] for found in ABOUT.finditer(opening)}) == 1
    return f"{word} ({about['word'].capitalize()} {about['n']})" if about and alone else word


def _subject(flow: list[Line], index: int, end: int) -> str:
    """A letter's 'Re:' line names it better than its first line, unless another letter begins before it."""
    for at in range(index + 1, min(index + SUBJECT_WITHIN, len(flow))):
        if at > end and LETTER_HEAD.match(flow[at].text) and flow[at].bold:
            return ""
        match = SUBJECT.match(flow[at].text)
        if match:
            return " ".join([match["rest"], *_subject_goes_on(flow, at)]).strip(TRIM)
    return ""


def _subject_goes_on(flow: list[Line], at: int) -> Iterator[str]:
    """At most two more lines: bold ones below a bold line, else hanging ones with a gap behind them."""
    head = flow[at]
    for index in range(at + 1, min(at + 3, len(flow))):
        line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
        hanging = line.indent > head.indent + 12 and (after is None or after.gap > 1.25 or after.indent == line.indent)
        near = 1.3 if head.bold else 1.45
        if line.gap > near or line.page != head.page or starts_unit(line.text):
            return
        if not (line.bold if head.bold else hanging):
            return
        yield line.text.strip()
