"""Instructions of a proposal about whole clauses by their names: 'amend Section 2 to read', 'delete Section 3'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contracts.citing import LABEL
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import normal

REWRITE, DELETE, ADD, APPEND, SAYS = "rewrite", "delete", "add", "append", "says"
ARTICLE, SECTION = r"(?:Article|ARTICLE|Art\.|Art[ií]culo)", r"(?:Section|SECTION|Sec\.|§|Secci[oó]n|Paragraph)"
NAME = re.compile(
    rf"\b{ARTICLE}\s+(?P<a>{LABEL})(?:\s*,?\s*{SECTION}\s*(?P<s>{LABEL}))?|"
    rf"\b{SECTION}\s*(?P<s2>{LABEL})(?:\s*,?\s*(?:of|in|to|under|del?|al|en)\s+(?:the\s+|"
    rf"el\s+)?{ARTICLE}\s+(?P<a2>{LABEL}))?|"
    r"\b(?:Appendix|APPENDIX|Attachment|Anexo|Apéndice)\s+(?P<n>[A-Z]{1,2}|\d{1,2})\b"
)
QUOTED = r"[“\"«](?P<quoted>[^“”\"«»]+)[”\"»]"
# Another instruction begins with a mark of a list, a verb of its own, or the name of a clause.
NEXT = (
    r"\s*(?:(?:\(?\w{1,3}[.)]|[-•*])\s|(?:In\s+)?(?:Article|ARTICLE|Art\.|Art[ií]culo|Section|SECTION|Sec\.|"
    r"Secci[oó]n)\s|"
    r"(?:Amend|Revise|Replace|Change|Modify|Delete|Strike|Remove|Add|Insert|Append|Sustitu\w+|Modifi\w+|Elimin\w+|"
    r"Supr\w+|Agreg\w+|Añad\w+)\s)"
)
PLAIN = rf"(?P<plain>[^\s“\"«][^\n]*(?:\n(?!{NEXT})[^\n]+)*)"
TEXT = rf"\s*[:,]?\s*(?:{QUOTED}\.?|{PLAIN})"
FULL = r"(?:\s*,?\s*(?:in\s+(?:its|their|the)\s+entirety|entirely|completely|in\s+full|en\s+su\s+totalidad))?"
FOLLOWS = r"(?:as\s+follows|the\s+following|lo\s+siguiente)"
READ = (
    rf"(?:(?:so\s+)?(?:to|that\s+it)\s+(?:now\s+)?reads?(?:\s+{FOLLOWS})?|as\s+follows|"
    rf"para\s+que\s+diga(?:\s+{FOLLOWS})?)"
)
WITH = rf"(?:with|by|con|por)(?:\s+{FOLLOWS})?\s*(?=:|[“\"«])"
BE = r"\s*,?\s*(?:is|are|be|(?:shall|will|would|should|to)\s+be|queda|será)\s+(?:hereby\s+)?"
THE = r"(?:\s+(?:the|all|of|existing|current|entire|language|text|in|la|el|las|los|de))*\s*$"
CHANGING = re.compile(
    r"\b(?:amend|revise|replace|change|modify|rewrite|substitute|modificar|modifique|sustituir|sustituya|reemplazar|"
    rf"reemplace){THE}",
    re.I,
)
STRIKING = re.compile(
    rf"\b(?:delete|strike|remove|eliminate|suprimir|supr[ií]mase|eliminar|el[ií]minese|elimine){THE}", re.I
)
ADDING = re.compile(
    r"\b(?:add|insert|create|agregar|agregue|añadir|añada|insertar)\b[^.;:\n“\"«»”]{0,60}\b(?:new|nueva?)\s+$", re.I
)
APPENDING = re.compile(
    r"\b(?:add|insert|append|agregar|añadir)\b(?:\s+[“\"«](?P<words>[^“”\"«»]+)[”\"»])?[^.;:\n“\"«»”]{0,60}"
    r"\b(?:to|at|of|al|de)\s+(?:the\s+)?(?:end\s+of\s+|final\s+de\s+)?(?:the\s+|la\s+|el\s+)?$",
    re.I,
)
REWRITTEN = re.compile(
    rf"(?:{BE}(?:amended|revised|replaced|changed|modified|modificad[oa]|sustituid[oa]))?{FULL}\s*,?\s*(?:{READ}|"
    rf"{WITH})|"
    rf"\s+(?:shall|will|must|debe)\s+(?:now\s+)?(?:read|decir)(?:\s+{FOLLOWS})?",
    re.I,
)
DELETED = re.compile(
    rf"{BE}(?:deleted|stricken|struck|removed|eliminated|suprimid[oa]|eliminad[oa]){FULL}\s*(?:[.;\n]|$)", re.I
)
DONE = re.compile(rf"(?:\s*,?\s*[(“\"][^()“”\"]{{1,60}}[)”\"])?{FULL}\s*(?:[.;\n]|$)", re.I)
HEADED = re.compile(
    r"(?:\s*,?\s*(?:entitled|titled)?\s*[“\"][^“”\"]{1,80}[”\"](?=\s*,?\s*(?:to|as|reading|which)\b))?", re.I
)
TO_READ = re.compile(rf"\s*,?\s*(?:{READ}|reading|which\s+reads|que\s+diga)?", re.I)
TEXT_AT = re.compile(TEXT)
SAID = re.compile(r"\s*[:“\"«]")
BEFORE = 100  # characters in which the verb of an instruction stands before the name


@dataclass(frozen=True, slots=True)
class Whole:
    """`label` normalised, `words` what the clause says then; `start` and `end` are code points of the text."""

    kind: str
    label: str
    words: str
    start: int
    end: int


def whole_clauses(text: str, article: str = "") -> list[Whole]:
    """In reading order. A bare 'Section 2' is one of the article named before it, else of `article`."""
    return list(_every(text, article))


def _every(text: str, article: str) -> Iterator[Whole]:
    done = 0
    for name in NAME.finditer(text):
        above = name["a"] or name["a2"] or ""
        if name.start() >= done:
            found = _read(text, done, name, _label(name, above or article))
            if found:
                done = found.end
                yield found
        article = above or article


def _label(name: re.Match[str], article: str) -> str:
    if name["n"]:
        return f"appendix.{name['n'].lower()}"
    section = name["s"] or name["s2"] or ""
    own = re.match(r"\d+[.-]\d", section)
    return normal(section if own else f"{article} {section}")


def _read(text: str, done: int, name: re.Match[str], label: str) -> Whole | None:
    before, at = text[max(done, name.start() - BEFORE) : name.start()], name.end()
    offset = name.start() - len(before)
    changing, striking, adding = (verb.search(before) for verb in (CHANGING, STRIKING, ADDING))
    if adding:
        headed = HEADED.match(text, at)
        read = TO_READ.match(text, headed.end() if headed else at)
        return _with_text(ADD, label, text, offset + adding.start(), read.end() if read else at)
    if striking and (gone := DONE.match(text, at)):
        return Whole(DELETE, label, "", offset + striking.start(), gone.end())
    if gone := DELETED.match(text, at):
        return Whole(DELETE, label, "", name.start(), gone.end())
    if read := REWRITTEN.match(text, at):
        start = offset + changing.start() if changing else name.start()
        return _with_text(REWRITE, label, text, start, read.end())
    more = APPENDING.search(before)
    if more and more["words"] is not None:
        return Whole(APPEND, label, _tidy(more["words"]), offset + more.start(), at)
    return _with_text(APPEND, label, text, offset + more.start(), at) if more and SAID.match(text, at) else None


def _with_text(kind: str, label: str, text: str, start: int, at: int) -> Whole | None:
    found = TEXT_AT.match(text, at)
    return Whole(kind, label, _tidy(found["quoted"] or found["plain"]), start, found.end()) if found else None


def _tidy(words: str) -> str:
    return " ".join(words.split())
