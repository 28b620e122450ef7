"""Labels people type to reach a clause directly: '5.2', 'Art. 23 Sec 4(b)', 'XVIII-A', '§ 12'."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re
from unionops.platform.core.numerals import ENGLISH, ORDINALES, hyphened, ordinal_of, spelled, spelled_with_accents

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
NUMBER = r"(?:\d{1,3}|[ivxlc]{1,7})(?:-[a-z](?![a-z])|\s(?:bis|ter|quater|quinquies)\b)?"
PART_OF = rf"(?:{NUMBER}|[a-z])"  # sections may be letters
REST = r"(?:\s?\(\w{1,4}\)|\.\w{1,4}\b|-\d{1,3}\b)*"
ARTICLE = re.compile(
    rf"\b(?:articles?|art[ií]culos?|art|cl[aá]usulas?|clauses?|rules?)\b\.?\s*(?P<a>{NUMBER}\b{REST})"
    rf"(?:\s*,?\s*(?:\b(?:sections?|secci[oó]n|sec)\b\.?|§)\s*(?P<s>{PART_OF}\b{REST})"
    rf"|\s*,?\s+(?P<letter>(?-i:[A-Z]))\b(?!(?<=[AI])\s+(?-i:[a-z])))?",  # 'Article 5 A worker' names no letter
    re.I,
)
SECTION_FIRST = re.compile(
    rf"(?:\b(?:sections?|secci[oó]n|sec)\b\.?|§)\s*(?P<s2>{PART_OF}\b{REST})\s*,?\s*(?:(?:of|in|under|del?)\s+)?"
    rf"(?:the\s+|el\s+)?(?:articles?|art[ií]culos?|art)\b\.?\s*(?P<a2>{NUMBER}\b{REST})",
    re.I,
)
NAMED = re.compile(f"{SECTION_FIRST.pattern}|{ARTICLE.pattern}", re.I)
SPELLED = rf"{spelled(ENGLISH)}|{spelled_with_accents(ORDINALES)}"
FIRST = re.compile(r"\b1(?:er|re|[èe]re)\b", re.I)
WORDS_FIRST = re.compile(rf"^(?:{SPELLED})\b", re.I)
IN_WORDS = re.compile(
    rf"(\b(?:article|art|section|sec|clause|art[ií]culo|cl[aá]usula|secci[oó]n)\b\.?\s+)({SPELLED})\b", re.I
)
APPENDIX = re.compile(r"\b(appendix|app|anexo|annexe?|exhibit|attachment|schedule)\b\.?\s+([a-z]|\d{1,2})\b", re.I)
DOTTED = re.compile(r"(?<![\w.$])(\d{1,3}(?:[.\-]\w{1,3})+(?:\(\w{1,4}\))*|\d{1,3}(?:\(\w{1,4}\))+)(?![\w%])")
SECTION = re.compile(rf"(?:(?:\b(?:sections?|secci[oó]n|sec)\b\.?|§)\s*)?{DOTTED.pattern}", re.I)
ALONE = re.compile(rf"^\s*({NUMBER}{REST})\s*$", re.I)
PART = re.compile(r"[^\W_]+")
ATTACHED = frozenset(("anexo", "annexe", "annex"))


def normal(label: str) -> str:
    """'18.4(C)' and '18-4 c' are both '18.4.c'; a first part in roman figures or in words becomes its number.

    'Anexo A' and 'Annexe A' are 'appendix.a', as a query for any of them reads.
    """
    label = FIRST.sub("1", WORDS_FIRST.sub(lambda match: _number(match[0]), label))
    parts = [part.lower() for part in PART.findall(label)]
    if parts and not parts[0].isdigit():
        parts[0] = "appendix" if parts[0] in ATTACHED else str(roman(parts[0]) or parts[0])
    return ".".join(part.lstrip("0") or "0" for part in parts)


def roman(text: str) -> int:
    """The value of a roman number, 0 when the letters are not one."""
    if not text or any(letter not in ROMAN for letter in text):
        return 0
    values = [ROMAN[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def beside_labels(query: str) -> str:
    """What a query says beside the labels it names."""
    query = _in_figures(query)
    return SECTION.sub(" ", APPENDIX.sub(" ", NAMED.sub(" ", ALONE.sub(" ", query)))).strip(" ,;:.?")


def labels_in(query: str) -> list[str]:
    """The labels a query names, most exact first."""
    query = _in_figures(query)
    found = [_of_article(match) for match in NAMED.finditer(query)]
    found += [f"appendix.{match[2].lower()}" for match in APPENDIX.finditer(query)]
    if not found:
        found = [normal(match[1]) for match in DOTTED.finditer(query)]
    alone = ALONE.match(query)
    if not found and alone and (len(alone[1]) > 1 or alone[1].isdigit()):
        found = [normal(alone[1])]
    return list(dict.fromkeys(found))


def _of_article(match: re.Match[str]) -> str:
    return normal(f"{match['a'] or match['a2']} {match['s'] or match['s2'] or match['letter'] or ''}")


def _in_figures(query: str) -> str:
    return FIRST.sub("1", IN_WORDS.sub(lambda match: match[1] + _number(match[2]), query))


def _number(words: str) -> str:
    """'thirty-two' is '32', 'séptima' is '7'."""
    return str(ENGLISH.get(hyphened(words)) or ordinal_of(words))


def shortened(label: str) -> list[str]:
    """The label and its parents: '8.5.f' -> '8.5.f', '8.5', '8'."""
    parts = label.split(".")
    return [".".join(parts[:n]) for n in range(len(parts), 0, -1)]
