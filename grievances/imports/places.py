"""Places in an agreement as an old list names them. Pure."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

_ARTICLE = r"(?:(?P<word>art(?:[íi]culo|icle)?s?\b\.?|§)\s*)?(?P<article>\d{1,3}[A-Za-z]?(?:\(\w+\))*)"
_SECTION = r"(?:\s*(?:\.|,?\s*(?:sec(?:tion|ci[óo]n)?s?\b\.?|§))\s*(?P<section>\d{1,3}[A-Za-z]?(?:\(\w+\))*))?"
PLACE = re.compile(rf"{_ARTICLE}{_SECTION}(?P<title>\s*[-–—:]\s*\D.*|\s+\D.*)?", re.I)
BETWEEN = re.compile(r"\s*(?:[;/&]|,(?!\s*(?:sec|§))|\band\b|\by\b)\s*", re.I)


_WORD = r"(?:\bA(?:rt(?:[íi]culo|icle)?s?|RT(?:[ÍI]CULO|ICLE)?S?)\b\.?|(?<![\w§])§)\s*"
CITED = re.compile(
    rf"{_WORD}\d{{1,3}}[A-Za-z]?(?:[.]\d{{1,3}}\w?)*(?i:{_SECTION.replace('?P<section>', '?:')})(?!\w|\.\d)"
)
OF_LAW = re.compile(
    r"\b(?:(?:[A-Z]\.\s?){2,5}|USCA?|CFR|FSLMRS|NLRA|LMRA|FLSA|Code|Act|Law|Statutes?|Regulations?)(?:\s\w+\.)?,?\s*§+"
)


def cited_in(title: str) -> str:
    """'Written warning - Art. 24' cites 'Art. 24'; '' where the title names no article of an agreement."""
    found = CITED.search(OF_LAW.sub("", title))
    return found[0].strip() if found else ""


def labels_in(text: str) -> list[str]:
    """'Art. 18, Sec. 4 & 21' is 18.4 and 21; nothing when a part of it names no place in an agreement."""
    found = [PLACE.fullmatch(part.strip()) for part in BETWEEN.split(text.strip())]
    if not all(one and (one["word"] or _names_no_law(one["title"])) for one in found):
        return []
    return [".".join(filter(None, (one["article"], one["section"]))).casefold() for one in found if one]


def _names_no_law(title: str | None) -> bool:
    """'21' and '21 - Overtime' are places; '5 USC 7116' is none."""
    return title is None or title.strip()[0] in "-–—:"
