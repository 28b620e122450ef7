"""How numbered headings look: the families of labels that agreements use, and the lines that fit them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contracts.parsing.headings.chain import Candidate, best_chain
from contracts.parsing.labels import (
    INSERTED_PATTERN,
    MARKS,
    ORDINAL_PATTERN,
    SPELT_PATTERN,
    Key,
    capital_share,
    from_roman,
    key,
    letter_value,
    looks_like_sentence,
    without_mark,
)
from contracts.parsing.lines import Line
from contracts.parsing.typography import HANGING, continues, heading_score
from unionops.platform.core import lazy_re as re

NUMBER = rf"\d{{1,2}}00|\d{{1,3}}(?:er)?(?:-?[A-Z])?|[IVXLC]{{1,8}}(?:-?[A-Z])?|(?i:{SPELT_PATTERN})"
CODE = r"[A-Z]{1,2}[.\-]?\d{1,2}"  # 'A.1', 'C12'
AFTER = r"(?![\w(]|[.\-]\d|-[A-Z]\b)(?P<sep>\s*[.:,\-–—]+\s*|\s+|$)(?P<rest>.*)$"


def _keyword(words: str, number: str = NUMBER) -> re.Pattern[str]:
    return re.compile(
        rf"^(?P<word>{words})\s*(?:N[oO]\.?\s*|#\s*)?(?P<n>(?:{number})(?:{INSERTED_PATTERN})?)"
        rf"(?:\.?[ºª°]|-0\.00|\.00?(?!\d))?{AFTER}"
    )


def both_cases(*words: str) -> str:
    return "|".join(f"{word}|{word.upper()}" for word in words)


ARTICLE_WORDS = both_cases("Article", "Artículo", "Articulo", "Art\\.")
ARTICLE_FAMILIES: dict[str, re.Pattern[str]] = {
    "article": _keyword(ARTICLE_WORDS),
    "article.dotted": _keyword(ARTICLE_WORDS, r"\d{1,2}[.\-]\d{1,2}(?:\.\d{1,2}){0,4}"),
    "article.lettered": _keyword(ARTICLE_WORDS, r"[A-Z]"),
    "article.coded": _keyword(ARTICLE_WORDS, CODE),
    "article.sign": _keyword("§", r"\d{1,4}"),
    "article.lower": _keyword("article|artículo|articulo"),
    # 'RECOGNITION      ARTICLE 1': the label at the end of its line.
    "article.behind": re.compile(
        rf"^(?P<rest>[^\W\d_].{{2,70}}?)(?P<sep>\s{{2,}}|\t|\s+[–—(\[-]\s*|,?\s)(?P<word>{ARTICLE_WORDS})\s*(?P<n>{NUMBER})[)\].]?$"
    ),
}
OTHER_KEYWORDS: dict[str, re.Pattern[str]] = {
    "chapter": _keyword(both_cases("Chapter", "Chapitre", "Capítulo", "Capitulo")),
    "title": _keyword(both_cases("Title", "Titre", "Título")),
    "part": _keyword(both_cases("Part", "Partie", "Parte")),
    "rule": _keyword(both_cases("Rule", "Regla")),
    "item.ordinal": re.compile(
        rf"^(?P<word>{both_cases('Cláusula', 'Clausula')})\s*(?P<n>\d{{1,3}})(?:[rdtmvn]?a)\b"
        r"(?P<sep>\.?\s*[.:\-–—]+\s*|\s+|$)(?P<rest>.*)$"
    ),
    "item": _keyword(both_cases("Item", "Clause", "Cláusula", "Paragraph", "Punto")),
    "section": _keyword(both_cases("Section", "Sección", "Seccion")),
}
BARE: dict[str, re.Pattern[str]] = {
    "number": re.compile(r"^(?P<n>\d{1,2})(?P<sep>[.):]?\s+|\s*[-–—]\s+)(?P<rest>[^\W\d_].*)$"),
    "hundred": re.compile(r"^(?P<n>\d{1,2}00)(?P<sep>[.):]?\s+|\s*[-–—]\s+)(?P<rest>[^\W\d_].*)$"),
    "zero": re.compile(r"^(?P<n>\d{1,2})(?:\.00?|-0\.00)(?P<sep>[.:)]?\s+|\s*[-–—]\s+)(?P<rest>[^\W\d_].*)$"),
    "roman": re.compile(r"^(?P<n>[IVXLC]{1,7})(?P<sep>[.):]\s+|\s*[-–—]\s+)(?P<rest>\S.*)$"),
    "ordinal": re.compile(rf"^(?P<n>(?i:{ORDINAL_PATTERN})\b)(?P<sep>\s*[.:\-–—]+\s*|$)(?P<rest>.*)$"),
    "letter": re.compile(r"^(?P<n>[A-Z])(?P<sep>[.):]\s+|\s*[-–—]\s+)(?P<rest>\S.*)$"),
    "coded": re.compile(rf"^(?P<n>{CODE}(?:\.00?)?)(?P<sep>[.):]?\s+|\s*[-–—]\s+)(?P<rest>[^\W\d_].*)$"),
}
LONGEST_LOWER, LONGEST_NAMED = 60, 90
# 'Art. 2. Vacaciones.—El período ...': the title runs into the text, a dash between them.
RUN_IN_DASH = re.compile(r"^[^.:]{3,80}[.:]\s?[—–-]\s?(?=\S)")
NAMES_THE_WHOLE = re.compile(
    r"\b(?:agreement|contract|memorandum|bylaws|constitution|convenio|contrato|acuerdo|convention|entente|accord)\b",
    re.I,
)
# The next number below a heading, at most so many lines further down.
FIRST_PART = re.compile(r"^(?P<a>\d{1,2})(?:[.\-](?P<n>\d{1,2}))?[.:)]?(?:\s|$)")
TO_FIRST_SECTION = 6
SECTION_WORDS = rf"{both_cases('Section', 'Sec', 'Sección', 'Seccion')}|§"
JOINED = re.compile(
    rf"^(?:{ARTICLE_WORDS})\s*(?P<a>{NUMBER})\s*[,;:/–-]?\s*(?:{SECTION_WORDS})\b\.?\s*(?P<n>\d{{1,2}}[A-Z]?(?![\w(])|[IVX]{{1,5}}\b)?"
    rf"(?P<sep>\s*[.:–—-]+\s*|\s+|$)(?P<again>(?:(?:{SECTION_WORDS})\.?\s*(?P=n)\b|(?:{ARTICLE_WORDS})\s*(?P=a)\b)[\s.:–—-]*)?(?P<rest>.*)$"
)
CONTAINER = _keyword(
    both_cases("Division", "Part", "Chapter", "Title", "Chapitre", "Titre", "Capítulo", "Partie", "Unit", "Book")
)
LETTERED_SECTION = _keyword(both_cases("Section", "Sección"), r"[A-Z]")
CONTINUED = re.compile(
    r"[\s(\[–—-]*(?:continued|cont['’]?d|cont\.?|suite|continuaci[oó]n|contin[uú]a)[)\].]*\s*$", re.I
)
REFERENCE = re.compile(
    r"^((?i:Sections?|Sec|Paragraphs?|Article|Subsections?|Secci[oó]n|Art[ií]culo)\b|para\b|§|[A-Z]?\.?\d)"
)


def matches(flow: list[Line], pattern: re.Pattern[str], span: Iterable[int]) -> Iterator[tuple[int, re.Match[str]]]:
    for index in span:
        text = flow[index].text
        found = pattern.match(text if text[0] not in MARKS else without_mark(text))
        if found and not flow[index].is_row:
            yield index, found


def keyword_candidates(flow: list[Line], family: str, pattern: re.Pattern[str], span: Iterable[int]) -> list[Candidate]:
    """Lines that begin with a keyword and a number and look like a heading rather than like a reference."""
    out = []
    for index, found in matches(flow, pattern, span):
        rest, value = found["rest"].strip(), _value(found["n"], family)
        named = ":" in found["sep"] and len(rest) <= LONGEST_NAMED and on_its_own(flow, index)
        if value is None or not (named or not _goes_on_after(flow[index], rest, family)) or REFERENCE.match(rest):
            continue
        if "," in found["sep"] and not _set_apart(flow[index], rest):
            continue
        if family.endswith("behind") and not (_is_apart(found["sep"]) or found[0].isupper()):
            continue
        score = heading_score(flow, index) + 1.0 * found["word"].isupper() + 0.5 * bool(found["sep"].strip())
        score += 0.8 * on_its_own(flow, index) - (0.0 if RUN_IN_DASH.match(rest) else _too_long(rest))
        if score >= 0.8:
            out.append(Candidate(index, value, score, found["n"], rest, found["word"], family=family))
    return out


def _is_apart(gap: str) -> bool:
    """More than a space, or a mark, between a title and the label behind it."""
    return len(gap) > 1 and gap != ", "


def _goes_on_after(line: Line, rest: str, family: str) -> bool:
    """Words that go on in a sentence; where a whole agreement is set in lower case, only the look tells."""
    if not family.endswith("lower"):
        return looks_like_sentence(rest)
    looked = line.bold_end or line.big or line.centred or line.declared > 0
    return not looked or rest[:1] in tuple(",;)(") or len(rest) > LONGEST_LOWER


def _value(label: str, family: str) -> Key | None:
    return (letter_value(label), "") if family.endswith("lettered") else key(label)


def on_its_own(flow: list[Line], index: int) -> bool:
    """A short line between the end of a sentence, or of a title, and the beginning of another: no look needed."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    short = line.x1 < 0.8 * line.right and line.text[-1:] not in ",;" and not HANGING.search(line.text)
    return short and not continues(flow, index) and (after is None or not after.text[:1].islower())


def _set_apart(line: Line, rest: str) -> bool:
    """'Article 18, LEAVES' is a heading by its look only; without one it is a reference in a sentence."""
    return line.bold or line.big or line.centred or line.declared > 0 or capital_share(rest) > 0.85


def joined_candidates(flow: list[Line]) -> list[Candidate]:
    """Lines that carry both labels, 'Article 4, Section 1. Notice': one for each run of lines of the same article.

    None unless the labels come mostly in order, as they do where they cut the text and not where it refers to others;
    a few are enough where the text begins with one, as an excerpt does.
    """
    found = [(i, m, key(m["a"])) for i, m in matches(flow, JOINED, range(len(flow))) if _labels(flow, i, m)]
    order = [Candidate(i, (k[0], f"{k[1]:3}{_place(m)}"), 1.0, "", "") for i, m, k in found if k]
    excerpt = bool(order) and order[0].index == 0
    if (len(order) < 4 and not excerpt) or len(best_chain(order, jump=0, start=0)) < 0.8 * len(order):
        return []
    out: list[Candidate] = []
    for index, match, value in found:
        if value and not (out and out[-1].key == value):
            rest = "" if match["n"] else match["rest"].strip()
            out.append(Candidate(index, value, 2.0, match["a"], rest, match["n"] or "", family="joined"))
    return out


def _labels(flow: list[Line], index: int, match: re.Match[str]) -> bool:
    rest = match["rest"].strip()
    return (bool(match["again"]) or not (looks_like_sentence(rest) or REFERENCE.match(rest))) and (
        heading_score(flow, index) >= 0
    )


def _place(match: re.Match[str]) -> str:
    value = key(match["n"]) if match["n"] else None
    return f"{value[0]:03d}{value[1]}" if value else ""


def _too_long(rest: str) -> float:
    penalty = 1.5 if len(rest) > 110 else 0.0
    if len(rest) > 50 and re.search(r"[a-z][.;,]$", rest):
        penalty += 1.0
    return penalty


def bare_candidates(flow: list[Line], family: str, span: Iterable[int]) -> list[Candidate]:
    """Numbers without a keyword count only on lines that look like headings; 'Primera.-' needs no look."""
    out = []
    lines = list(matches(flow, BARE[family], span))
    for index, found in [] if family == "coded" and _under_roman(lines) else lines:
        rest = found["rest"].strip()
        value = (letter_value(found["n"]), "") if family == "letter" else key(found["n"])
        if value is None or looks_like_sentence(rest):
            continue
        if family == "ordinal" and rest and not HANGING.search(flow[index - 1].text if index else ""):
            out.append(Candidate(index, value, 2.0, found["n"], rest, family=family))
            continue
        if len(rest) > 90:
            continue
        score = (
            heading_score(flow, index) + 0.5 * bool(found["sep"].strip()) - 1.5 * bool(re.search(r"[a-z][.;,]$", rest))
        )
        score += 0.8 * on_its_own(flow, index)
        if family == "number" and _holds_sections(flow, index, found["n"], rest):
            out.append(Candidate(index, value, max(score, 2.0), found["n"], rest, family=family))
        elif score >= 1.5 and _outstanding(flow, index, rest):
            out.append(Candidate(index, value, score, found["n"], rest, family=family))
    return out


def _under_roman(lines: list[tuple[int, re.Match[str]]]) -> bool:
    """'I.1', 'I.2', 'II.1': the sections of articles that have Roman numbers, not codes of a letter and a number."""
    values = [from_roman(found["n"].rstrip("0123456789.-")) for _index, found in lines]
    return 2 in values and 0 not in values and values == sorted(values)


def _holds_sections(flow: list[Line], index: int, label: str, rest: str) -> bool:
    """'4. Leaves' with '4.1' as the next number below it: the sections prove the heading, no look is needed."""
    if len(rest) > LONGEST_LOWER or re.search(r"[;,]$", rest) or not rest[:1].isupper():
        return False
    below = (FIRST_PART.match(line.text) for line in flow[index + 1 : index + 1 + TO_FIRST_SECTION])
    first = next((found for found in below if found), None)
    return first is not None and first["a"] == label and int(first["n"] or 0) == 1


def _outstanding(flow: list[Line], index: int, rest: str) -> bool:
    """Set apart by its look, or at least a short line on its own."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if line.bold or line.caps or line.big or line.centred or line.declared:
        return True
    return len(rest) < 60 and line.gap > 1.25 and (after is None or after.gap > 1.25) and line.x1 < 0.8 * line.right


def without_listings(flow: list[Line], candidates: list[Candidate]) -> list[Candidate]:
    """Drop headings that stand close together without text between them and come again later: a list of contents."""
    run: list[Candidate] = []
    listed: set[int] = set()
    for before, candidate in zip([None, *candidates], candidates, strict=False):
        near = before is not None and _listed_below(flow, before.index, candidate.index)
        if not near or any(candidate.key == other.key for other in run):
            run = []
        run.append(candidate)
        few = 3 if run[0] is candidates[0] else 5
        if len(run) >= few:
            listed.update(c.index for c in run[-few:])
    again = {c.key for c in candidates if c.index not in listed}
    return [c for c in candidates if c.index not in listed or c.key not in again]


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """A heading with the label and the words of the one before is that one again: it runs, or is 'continued'."""
    kept: list[Candidate] = []
    for candidate in candidates:
        again = kept and kept[-1].key == candidate.key and _words(kept[-1].rest) == _words(candidate.rest) != ""
        kept += [] if again else [candidate]
    return kept


def _words(rest: str) -> str:
    """The letters of a title without the page number or '(continued)' behind it."""
    return "".join(filter(str.isalpha, CONTINUED.sub("", rest).casefold()))


def _listed_below(flow: list[Line], above: int, below: int) -> bool:
    """Two headings on one page with at most two short lines between them."""
    between = flow[above + 1 : below]
    return len(between) <= 2 and flow[above].page == flow[below].page and sum(len(x.text) for x in between) <= 120


def declared_candidates(flow: list[Line]) -> list[Candidate]:
    """Headings the file itself declares (Markdown, HTML, Word styles), at the topmost level used more than once."""
    levels = [line.declared for line in flow if line.declared]
    top = next((level for level in sorted(set(levels)) if levels.count(level) > 1), None)
    chosen = [i for i, line in enumerate(flow) if top and line.declared == top]
    if len(chosen) > 2 and chosen[:2] == [0, 1] and NAMES_THE_WHOLE.search(flow[0].text):
        chosen = chosen[1:]
    return [
        Candidate(i, (n, ""), 2.0, "", flow[i].text.strip(), family="declared") for n, i in enumerate(chosen, start=1)
    ]
