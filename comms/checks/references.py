"""Clauses, steps, laws, grades and case numbers: what a text refers to, and which of two lies within the other."""

from collections.abc import Hashable

from unionops.platform.core import lazy_re as re

_ID = r"(?:\d+(?:[.-]\d+)*(?:\s?\((?:[a-z]{1,2}|[ivx]{3,5}|\d{1,2})\))*|(?-i:[IVXL]{2,7})\b|[A-Z]\b)"
REFERENCE = re.compile(
    r"\b(?P<kind>articles?|arts?\.?|sections?|secs?\.?|secci[óo]n|§+|art[íi]culos?|appendix|step|paso)\s*"
    rf"(?P<id>{_ID})",
    re.IGNORECASE,
)
_ARTICLE, _SECTION = r"\b(?:articles?|arts?\.?|art[íi]culos?)\s*", r"(?:\bsections?|\bsecs?\.?|\bsecci[óo]n|§+)\s*"
# An article with its section is one place: neither is right with another's half.
CITED = re.compile(
    rf"{_ARTICLE}(?P<a>{_ID}),?\s+\(?{_SECTION}(?P<s>{_ID})"
    rf"|{_SECTION}(?P<s2>{_ID})\s+(?:of|in|del?)\s+(?:the\s+|el\s+)?{_ARTICLE}(?P<a2>{_ID})",
    re.IGNORECASE,
)
GRADE = re.compile(
    r"\b(?P<kind>grades?|grados?)\s+(?P<id>(?:\d{1,2}|(?-i:K|Pre-K))(?:\s?(?:-|–|to|through|a)\s?\d{1,2})?)\b"
    r"|\b(?-i:(?P<plan>GS|WG|WL|WS|NF|FV|SV|CL|PS)-?\s?(?P<step>\d{1,2}))\b",
    re.IGNORECASE,
)
LAW = re.compile(r"\b\d+\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§+\s*)?[\d.]+(?:\([a-z0-9]+\))*", re.I)
# '19-CA-4471': letters and at least three digits, joined by hyphens, name one case or one form; 'FY2026-27' is a year.
CODE = re.compile(
    r"(?<![\w-])(?!(?:FY|CY|SY)\d)(?=[A-Z0-9-]*[A-Z])(?=(?:[A-Z-]*\d){3})[A-Z0-9]+(?:-[A-Z0-9]+)+(?![\w-])"
)


def within(a: Hashable, b: Hashable) -> bool:
    """'Section 4' stands inside 'Article 18.4(c)'; the reverse is a claim of more than was given."""
    if not (isinstance(a, tuple) and isinstance(b, tuple)):
        return a == b
    part, whole = places(a), places(b)
    starts = range(len(whole) - len(part) + 1)
    return a[0] == b[0] and any(whole[at : at + len(part)] == part for at in starts)


def places(reference: Hashable) -> list[str]:
    """Article, section and letter of ('clause', '18.4(c)'), from the whole to the part."""
    return re.findall(r"\w+", str(reference[1])) if isinstance(reference, tuple) else [str(reference)]


def reference(match: re.Match[str]) -> tuple[str, str]:
    kind = match["kind"].lower()
    family = "step" if kind in {"step", "paso"} else "appendix" if kind == "appendix" else "clause"
    return family, _plain_id(match["id"])


def cited(match: re.Match[str]) -> tuple[str, str]:
    """Sections may be numbered with their article: 'Article 7, Section 7.2' is 'Article 7, Section 2'."""
    return _one(_plain_id(match["a"] or match["a2"]), _plain_id(match["s"] or match["s2"]))


def joined(one: str, two: str) -> tuple[str, str] | None:
    """'Article 12' and, next in a brief, 'Section 4': they may be told as one place."""
    article, section = REFERENCE.fullmatch(one), REFERENCE.fullmatch(two)
    if not article or not section or article["kind"][:2].lower() != "ar" or section["kind"][0].lower() not in "s§":
        return None
    return _one(_plain_id(article["id"]), _plain_id(section["id"]))


def _one(article: str, section: str) -> tuple[str, str]:
    return "clause", section if section.startswith((f"{article}.", f"{article}-")) else f"{article}.{section}"


def _plain_id(name: str) -> str:
    plain = re.sub(r"\s", "", name.lower())
    return _ROMAN.get(plain, plain)


_ROMAN = {
    ten + one: str(10 * t + o)
    for t, ten in enumerate(("", "x", "xx", "xxx", "xl", "l"))
    for o, one in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if len(ten + one) > 1
}


def grade(match: re.Match[str]) -> tuple[str, str]:
    if match["plan"]:
        return match["plan"].lower(), match["step"]
    return "grade", re.sub(r"\s|[^\w]|to|through", " ", match["id"].lower()).strip().replace("  ", " ")
