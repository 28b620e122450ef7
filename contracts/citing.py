"""How clauses are cited inside their agreement: labels ('18.4(c)'), anchors for addresses, and cross-references."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import normal

SKELETON = re.compile(r"[^\W_]+|[$%]")
NUMBERED = ("article", "section", "subsection")
ENGLISH = {"appendix": "Appendix", "letter": "Letter", "table": "Table", "preamble": "Preamble", "other": "Part"}
WORDS = {
    "en": ENGLISH,
    "es": {"appendix": "Anexo", "letter": "Carta", "table": "Tabla", "preamble": "Preámbulo", "other": "Parte"},
    "fr": {"appendix": "Annexe", "letter": "Lettre", "table": "Tableau", "preamble": "Préambule", "other": "Partie"},
}
LABEL = r"(?:\d{1,3}(?:[.\-]\d{1,3})?|[IVXLC]{1,7}(?:-[A-Z])?)(?:\.[A-Za-z0-9]{1,3}\b)*(?:\s?\([A-Za-z0-9]{1,4}\))*"
INSIDE = re.compile(
    rf"\b(?P<word>[Aa]rticles?|ARTICLES?|Art\.|[Aa]rt[ií]culos?|[Cc]l[aá]usulas?)\s+(?P<a>{LABEL})"
    rf"(?:\s*,?\s*(?:Sections?|Sec\.|§|Secci[oó]n)\s*(?P<s>{LABEL}))?"
)
SECTION = re.compile(rf"\b(?:Sections?|Sec\.|Secci[oó]n(?:es)?)\s+(?P<s>{LABEL})")
APPENDIX = re.compile(r"\b(?P<word>Appendix|Attachment|Exhibit|Anexo|Apéndice|Annexe?)\s+(?P<n>[A-Z]{1,2}|\d{1,2})\b")
# 'Article 34 of the Act' is no article of the agreement.
OF_LAW = re.compile(
    r"\s*,?\s*(?:of\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:Act|Code|Constitution|Statutes?|Law|By-?laws)\b|"
    r"(?:de\s+la|del)\s+(?:\w+\s+){0,2}?(?:ley|constituci[oó]n|c[oó]digo|estatuto)\b|"
    r"(?:de\s+la|du)\s+(?:loi|code|constitution)\b)",
    re.I,
)
LAW = re.compile(
    r"\b\d{1,2}\s?(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§+|Part|Chapter|Section|Sec\.)?\s*\d+[\w.()\-]*|\bORS\s\d+[\w.]*|"
    r"\bExecutive Order\s\d+"
)


class Cited(Protocol):
    """What labelling needs of a clause."""

    @property
    def level(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def parent(self) -> int | None: ...


@dataclass(slots=True)
class Citation:
    """`article` and `section` are the bare numbers above (or of) the clause, `page` the anchor it is read under."""

    label: str
    anchor: str
    article: str
    section: str
    page: str


def cite(clauses: Sequence[Cited], language: str = "en") -> list[Citation]:
    """Citations in the order of the clauses, in the words of the agreement's language; anchors are unique.

    Anchors keep the English words in every language: addresses that people passed on stay good.
    """
    words = WORDS.get(language, ENGLISH)
    out: list[Citation] = []
    english: list[str] = []
    taken: Counter[str] = Counter()
    for clause in clauses:
        above = out[clause.parent] if clause.parent is not None else None
        parent_level = clauses[clause.parent].level if clause.parent is not None else ""
        inside = clause.parent is not None and parent_level != "other"
        label = _label(clause, above.label if above and inside else "", words)
        english.append(_label(clause, english[clause.parent or 0] if inside else "", ENGLISH))
        anchor = _anchor(english[-1])
        taken[anchor] += 1
        own = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        out.append(
            Citation(
                label=label[:80],
                anchor=own,
                page=above.page if above and inside else own,
                article=_article(clause, above),
                section=clause.number if clause.level == "section" else (above.section if above else ""),
            )
        )
    return out


def _label(clause: Cited, base: str, words: dict[str, str]) -> str:
    """`base` is the label above it, nothing when it stands under no clause."""
    if clause.level == "article" or (clause.level == "section" and not base):
        return clause.number or clause.title[:40]
    if clause.level == "section":
        return clause.number if _carries(clause.number, base) else f"{base}.{clause.number}"
    if clause.level == "subsection":
        return clause.number if _carries(clause.number, base) else f"{base}({clause.number})"
    if clause.level == "preamble" or not clause.number:
        return clause.title[:40] or words.get(clause.level, words["other"])
    return f"{words.get(clause.level, words['other'])} {clause.number}"


def own_word(level: str, number: str, text: str) -> str:
    """What an agreement calls its articles, from the heading: 'Cláusula' of 'CLÁUSULA 5. JORNADA'."""
    heading = rf"\s*([^\W\d_]{{4,15}}|§)[ \t]*(?:N[oO]\.?|#)?[ \t]*{re.escape(number)}(?!\w)"
    found = re.match(heading, text) if number and level == "article" else None
    return found[1].capitalize() if found else ""


def _carries(number: str, base: str) -> bool:
    """'8.10' under article 8, '8A' too, '2.9.2' under 2.9 and '103' under 100 hold their parent's number already."""
    hundred = base.endswith("00") and len(number) == len(base) and number.startswith(base[:-2])
    return bool(base) and (hundred or re.match(rf"{re.escape(base)}(?:[.\-–]\d|[A-Z]$)", number) is not None)


def _anchor(label: str) -> str:
    plain = re.sub(r"\s+", "-", label.strip().lower())
    kept = re.sub(r"[^a-z0-9.()\-áéíóúñüçàèêë]", "", plain)
    return kept.strip("-.")[:60] or "part"


def _article(clause: Cited, above: Citation | None) -> str:
    if clause.level == "table" and above and above.article:
        return above.article
    if clause.level in ("article", "preamble", "appendix", "letter", "table"):
        return (clause.number or clause.title)[:80]
    return above.article if above else ""


def fingerprint(title: str, body: str) -> str:
    """The same words give the same print, whatever the spacing, case or punctuation."""
    return hashlib.blake2b(bones(f"{title} {body}").encode(), digest_size=12).hexdigest()


def bones(text: str) -> str:
    """Its letters and digits only."""
    return "".join(SKELETON.findall(text.casefold()))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names a clause (`label` normalised) or a law (`label` empty)."""

    start: int
    end: int
    text: str
    label: str = ""


def mentions(text: str, article: str) -> Iterator[Mention]:
    """References in reading order; a bare 'Section 4' means the article it stands in, 'Section 7.2' names its own."""
    found = [*_of_articles(text), *_of_appendices(text), *_of_laws(text)]
    taken = [(m.start, m.end) for m in found]
    found += [
        Mention(match.start(), match.end(), match.group(), normal(f"{_above(match['s'], article)} {match['s']}"))
        for match in SECTION.finditer(text)
        if not any(start <= match.start() < end for start, end in taken) and not _of_another(text, match.end())
    ]
    yield from sorted(found, key=lambda mention: mention.start)


def _above(section: str, article: str) -> str:
    """The article a section stands in, where its own number does not say; 'Sections 5-7' are three of them."""
    own = re.match(r"(\d+)([.-])\d", section)
    return "" if own and (own[2] == "." or own[1] == normal(article)) else article


def _of_another(text: str, end: int) -> bool:
    """'Section 7106 of the Statute': not a section of this agreement."""
    return re.match(r"\s+of\s+(the\s+(?!Agreement|Article|Contract)|Title|Public)", text[end:]) is not None


def _of_articles(text: str) -> Iterator[Mention]:
    for match in INSIDE.finditer(text):
        if not OF_LAW.match(text, match.end()):
            yield Mention(match.start(), match.end(), match.group(), normal(f"{match['a']} {match['s'] or ''}"))


def _of_appendices(text: str) -> Iterator[Mention]:
    for match in APPENDIX.finditer(text):
        yield Mention(match.start(), match.end(), match.group(), f"appendix.{match['n'].lower()}")


def _of_laws(text: str) -> Iterator[Mention]:
    for match in LAW.finditer(text):
        yield Mention(match.start(), match.end(), match.group().rstrip(".,;("))
