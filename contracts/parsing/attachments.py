"""What stands beside the articles: appendices, side letters, wage tables, the signature page."""

from __future__ import annotations

import re

from contracts.parsing.headings import both_cases
from contracts.parsing.labels import looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.nodes import APPENDIX, LETTER, OTHER, TABLE, Node
from contracts.parsing.titles import TRIM, join_title
from contracts.parsing.typography import heading_score

APPENDIX_WORDS = both_cases(
    "Appendix",
    "Exhibit",
    "Attachment",
    "Addendum",
    "Schedule",
    "Annex",
    "Apéndice",
    "Anexo",
    "Annexe",
    "Adenda",
    "Enclosure",
)
APPENDIX_HEAD = re.compile(
    rf"^(?P<word>{APPENDIX_WORDS})(?![a-zà-ÿ])\s*(?:No\.?\s*|#\s*)?(?P<n>[\"“'‘]?(?:[A-Z]{{1,2}}|\d{{1,2}}|[IVXL]{{1,6}})(?:[\-.]\d{{1,2}})?[\"”'’]?(?![\w]))?"
    r"(?P<sep>\s*[.:\-–—]+\s*|\s+|$)(?P<rest>.*)$"
)
LETTER_HEAD = re.compile(
    r"^(?P<word>(?:JOINT |Joint )?(?:MEMORANDUM OF (?:UNDERSTANDING|AGREEMENT)|MEMORANDUM|"
    r"Memorandum of (?:Understanding|Agreement)|(?:LETTERS?|Letters?) (?:OF|of) "
    r"(?:AGREEMENT|UNDERSTANDING|INTENT|INTERPRETATION|Agreement|Understanding|Intent|Interpretation)|"
    r"SIDE ?LETTER(?: OF AGREEMENT)?|Side ?Letter(?: of Agreement)?|LETTER NO\b\.?|MOU\b|MOA\b|LOA\b|LOU\b|"
    r"MEMORANDO DE [A-Z]+|Memorando de \w+|CARTA DE [A-Z]+|Carta de (?:Entendimiento|Acuerdo)|"
    r"LETTRE D['’]ENTENTE|Lettre d['’]entente))"
    r"(?P<rest>(?![a-z]).*)$"
)
TABLE_HEAD = re.compile(
    r"^(?P<word>(?:TABLE|Table) (?P<n>[A-Z0-9]{1,4}|One|Two|Three|Four|Five|ONE|TWO|THREE|FOUR|FIVE)\b|"
    r"(?:[A-Z][A-Za-z]+ )?(?:SALARY|WAGE|PAY|Salary|Wage|Pay) "
    r"(?:SCHEDULE|TABLE|SCALE|RATE|GRID|Schedule|Table|Scale|Rate|Grid)S?s?\b)(?P<rest>.*)$"
)
SIGNATURES = re.compile(r"^(SIGNATURES?( PAGES?)?:?$|IN WITNESS WHEREOF|EN FE DE LO CUAL|EN FOI DE QUOI)", re.I)
SUBJECT = re.compile(r"^(Re|RE|Subject|SUBJECT|Ref|Asunto|Objet)\s?:\s*(?P<rest>.+)$")


def find_attachments(flow: list[Line], articles: list[Node]) -> list[Node]:
    """Attachments with the look of a heading; wage tables and signatures only behind the last article."""
    taken = {i for node in articles for i in range(node.index, node.head_end + 1)}
    last = articles[-1].index if articles else -1
    plain = not any(line.bold for line in flow)
    found: list[Node] = []
    for index in range(len(flow)):
        free = index not in taken and (not found or index > found[-1].head_end) and not _stamped(flow, index, last)
        node = _attachment(flow, index, index > last, 1.7 if plain else 2.2) if free else None
        if node:
            found.append(node)
    return _without_repeats(found)


def _stamped(flow: list[Line], index: int, last: int) -> bool:
    """ "Exhibit B" at the head of the first page says what the whole paper is attached to."""
    return index < min(3, last) and flow[index].page == flow[0].page


def _attachment(flow: list[Line], index: int, behind: bool, enough: float) -> Node | None:
    text = flow[index].text
    if len(text) >= 140 or not text[:1].isalpha():
        return None
    if behind and SIGNATURES.match(text):
        return Node(
            OTHER,
            index,
            index,
            title=text.strip(TRIM) if len(text) < 40 else "Signatures",
            score=heading_score(flow, index),
        )
    for pattern, level in ((APPENDIX_HEAD, APPENDIX), (LETTER_HEAD, LETTER), (TABLE_HEAD, TABLE)):
        match = pattern.match(text)
        if match and (level != TABLE or behind):
            return _headed(flow, index, match, level, enough)
    return None


def _headed(flow: list[Line], index: int, match: re.Match[str], level: str, enough: float) -> Node | None:
    line, rest = flow[index], match["rest"].strip()
    label = (match.groupdict().get("n") or "").strip("\"“”'‘’")
    if looks_like_sentence(rest) or (level == APPENDIX and not label and rest):
        return None
    if heading_score(flow, index) < enough or not (line.caps or line.bold or line.centred):
        return None
    title, end = join_title(flow, index, rest)
    if level == LETTER:
        number = re.match(r"^\W*#?\s*(\d{1,3}|[A-Z])\b\W*", rest)
        if number and "#" in rest[:3]:
            label, title = number[1], title.removeprefix("#").strip().removeprefix(number[1]).strip(f"{TRIM}#")
        title = _subject(flow, index) or title or match["word"]
    return Node(
        level, index, end, label=label, title=title[:160] or match["word"].strip(), score=heading_score(flow, index)
    )


def _subject(flow: list[Line], index: int) -> str:
    """A letter's 'Re:' line names it better than its first line."""
    for line in flow[index + 1 : index + 10]:
        match = SUBJECT.match(line.text)
        if match:
            return match["rest"].strip(TRIM)
    return ""


def _without_repeats(nodes: list[Node]) -> list[Node]:
    """An appendix whose heading is repeated on the next page is one appendix."""
    out: list[Node] = []
    for node in nodes:
        same = (
            out and node.level == APPENDIX and node.label and (out[-1].level, out[-1].label) == (node.level, node.label)
        )
        if not same:
            out.append(node)
    return out
