"""A proposal set like a letter, an e-mail or a table: the words it has for each clause it names.

'8.3 - Call-Back: An employee ...' cuts no agreement, but names a clause of the text in force, and so do the title of a
clause, the first cell of a row, and 'New Article 29'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from contracts.citing import LABEL, bones
from contracts.comparing.asides import STANDS
from contracts.comparing.named import ADD, DELETE, SAYS, Whole
from contracts.parsing.amending import applied, instructions
from contracts.parsing.labels import looks_like_sentence
from unionops.platform.ai import quotes
from unionops.platform.core import lazy_re as re
from unionops.platform.search.labels import normal

Data = dict[str, Any]
ARTICLE = r"(?:articles?|art[ií]culo|art\.?)(?![^\W\d_])"
SECTION = r"(?:(?:secci[oó]n|sections?|sec\.?|paragraph|para\.?)(?![^\W\d_])|§)"
OF_ARTICLE = re.compile(rf"\W*{ARTICLE}", re.I)
MARK = r"\s*(?:[-•*▪●]\s+|\d{1,2}[.)]\s+(?=(?:new|art|sec|§)))?"
NAME = (
    rf"(?:{ARTICLE}\s*(?P<a>{LABEL}(?!\w))(?:\s*[,:–—-]?\s*{SECTION}\s*(?P<s>{LABEL}(?!\w)))?|"
    rf"{SECTION}\s*(?P<s2>{LABEL}(?!\w))(?:\s*,?\s*(?:of|in|del?)\s+(?:the\s+|el\s+)?{ARTICLE}\s*(?P<a2>{LABEL}(?!\w)))?|"
    r"(?P<bare>\d{1,3}[.\-]\d{1,3}(?:\.[A-Za-z0-9]{1,3}\b)*(?:\s?\([A-Za-z0-9]{1,4}\))*))"
)
NAMED = re.compile(rf"(?:\b(?:in|of|from|to)\s+)?(?<![\w.$]){NAME}(?![\w%])", re.I)
HEAD = re.compile(
    rf"^{MARK}(?P<new>(?:(?:proposed|add(?: a)?) )?new\s+|nuev[oa]\s+)?{NAME}"
    r"(?:\s*\([^()]{5,60}\))?(?P<sep>\s*(?:[.:)–—-]+|\t|(?(new),))\s*|\s+|$)(?P<rest>.*)$",
    re.I,
)
POINT = re.compile(r"^\s*\(?(?P<n>[a-zA-Z]|\d{1,2}|[ivx]{1,4})[.)]\s+(?P<rest>.*)$")
VERB = re.compile(
    rf"^{MARK}(?:[\w ]{{2,30}} (?:proposes?|wants?|would like|wishes|intends?) to\s+)?(?:amend|revise|replace|change|"
    rf"modify|delete|strike|remove|eliminate|add|insert|append|substitute|reduce|increase|"
    r"añadir|agregar|suprimir|eliminar|sustituir|modificar|reemplazar|"
    rf"in (?:{ARTICLE}|{SECTION}|\d))\b",
    re.I,
)
ENDING = re.compile(
    r"^\W*(?:thanks?|thank you|(?:best |kind |warm )?regards|sincerely|respectfully|in solidarity|gracias|atentamente|"
    r"(?:everything else|all (?:other|remaining)|the (?:rest|remainder)|other (?:articles|sections|provisions)|todo lo "
    r"demás)\b.*\b(?:stays?|remains?|unchanged|as is|no changes?|current|igual|vigente)\b.*)\W*",
    re.I,
)
STRUCK = re.compile(
    r"^\W*(?:deleted?|strike|struck|remove[d]?|eliminate[d]?|suprimi[rd]\w*|elimina[rd]?\w*)"
    r"(?:\s+(?:this|the|in|its|entire(?:ty|ly)?|section|article|paragraph|language|all))*\W*$",
    re.I,
)
LANGUAGE = r"(?: (?:contract )?(?:language|text))?\s*:\s*"
BOTH = re.compile(
    rf"^\W*(?:current|existing|present|from|now|old|actual|vigente|de){LANGUAGE}(?P<old>.+?)\s*"
    rf"\b(?:proposed?|proposal|new|to|change to|propuest[oa]|a){LANGUAGE}(?P<new>.+)$",
    re.I | re.S,
)
EXCHANGE = re.compile(
    r"\b(?:(?:chang|replac|reduc|increas|rais|decreas|revis|delet)(?:e|ing)|(?:lower|shorten|extend|amend|modify|strik)"
    r"(?:e|ing)?|cambiar|reemplazar|sustituir)[\s,]+(?:[\w \-]{0,40}?\bfrom\s+|de\s+)?"
    r"(?:the\s+(?:number|figure|words?|phrase)\s+)?(?P<words>.+?)\W*$",
    re.I | re.S,
)
BETWEEN = re.compile(
    r"\s+(?:to|with|by|a|por|and (?:substitute|insert|replace(?: it)? with))\s+(?:the\s+(?:number|figure|words?)\s+)?",
    re.I,
)
IS_NEW = re.compile(r"^\W*(?:\(new\)|\[new\]|new(?: (?:section|article|language))?\s*[:.–—-])\s*", re.I)
QUOTED = re.compile(r"^[“\"«]\s*([^“”\"«»]*?)\s*[”\"»]\.?$", re.S)
NOW, THEN = (
    re.compile(r"\b(?:current|existing|present|actual|vigente)\b", re.I),
    re.compile(r"\b(?:propos|new\b|counter|management|employer|propuest)", re.I),
)
QUOTING = re.compile(r"^[>\s]+")  # of an answered e-mail
# What stands between a name and its new words.
INTRO = re.compile(
    r"^\W*(?:(?:is|are|shall be|will be|would be|to be|be)\s+)?(?:hereby\s+)?(?:changed|amended|revised|modified|"
    r"replaced|rewritten|to read|(?:shall |will |should )?(?:now )?reads?|as follows|new language)\b"
    r"[^:“\".;]{0,40}:\s*|"
    r"^\W*(?:strike|delete|suprim\w+|elimin\w+)\b[^:“\".;]{0,40}\b(?:replace|substitute|sustitu\w+|reempla\w+)[^:“\".;]{0,20}:"
    r"\s*|^\W*(?:modific\w+|enmend\w+|sustitu\w+)\b[^:“\".;]{0,40}:\s*",
    re.I,
)
ARROW = re.compile(r"\s*(?:->|→|=>|⇒)\s*")
LONGEST_ASKED = 1000  # letters of an instruction that quotes nothing; what is longer is the text itself
FEWEST = 4  # letters of a title that names a clause


@dataclass(slots=True)
class Block:
    """Lines about one clause: `at` in the text in force, else `label` of a new one."""

    at: int | None
    label: str
    start: int
    end: int
    rest: str
    lines: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "\n".join(line for line in (self.rest, *self.lines) if line.strip())


def told(old: Sequence[Data], text: str, article: str = "") -> list[Whole]:
    """What a text that is no agreement says of the clauses it names; `article` is the one that it stands in."""
    found = (_meant(old, block) for block in _blocks(old, text, article))
    return [whole for whole in found if whole is not None]


def _blocks(old: Sequence[Data], text: str, article: str) -> list[Block]:
    names = _Names(old)
    out: list[Block] = []
    open_block: Block | None = None
    column, at = None, 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        line = QUOTING.sub("", line)
        cells = line.split("\t")
        column = _column(cells) if _column(cells) is not None else column if len(cells) > 1 else None
        head = names.head(line if len(cells) == 1 else cells[0], article)
        if head is None and open_block is not None:
            head = names.point(line, open_block)
        if head is not None:
            place, label, rest = head
            article = label.split(".")[0]
            words = rest if len(cells) == 1 else _cell(cells, column, old, place)
            open_block = Block(place, label, start, at - 1, words)
            out.append(open_block)
        elif (VERB.match(line) and not STRUCK.match(line)) or (open_block is None and EXCHANGE.search(line)):
            open_block = None
            out += names.instructed(line, start)
        elif ENDING.match(line):
            open_block = None
        elif open_block is not None:
            open_block.lines.append(line)
            open_block.end = at - 1
    return out


def _column(cells: Sequence[str]) -> int | None:
    """The column with the proposed words, where a row names its columns."""
    if not any(NOW.search(cell) for cell in cells[1:]) or any(len(cell) > 60 for cell in cells):
        return None
    return next((n for n in range(len(cells) - 1, 0, -1) if THEN.search(cells[n])), None)


def _cell(cells: Sequence[str], column: int | None, old: Sequence[Data], place: int | None) -> str:
    """The proposed words of a row: of the column named so, else behind a cell with the words in force."""
    if column is not None and column < len(cells):
        return cells[column]
    same = place is not None and any(bones(cell) and bones(cell) in bones(old[place]["text"]) for cell in cells[1:-1])
    return cells[-1] if same or len(cells) == 2 else ""


class _Names:
    """How the clauses of the text in force may be named."""

    def __init__(self, old: Sequence[Data]) -> None:
        self.old = old
        self.places: dict[str, list[int]] = {}
        self.titles: dict[str, list[int]] = {}
        for at, clause in enumerate(old):
            self.places.setdefault(normal(clause["label"]), []).append(at)
            if len(bones(clause["title"])) >= FEWEST:
                self.titles.setdefault(bones(clause["title"]), []).append(at)

    def head(self, line: str, article: str) -> tuple[int | None, str, str] | None:
        """The place (None for a new clause), the label and the words behind them, where a line names a clause."""
        match = HEAD.match(line)
        if match is None:
            return self._titled(line)
        rest, label = match["rest"].strip(), _label(match, article)
        loose = not match["sep"].strip() and match["sep"] != "\t"
        if loose and (looks_like_sentence(rest) or VERB.match(f"{rest} ")) and not STRUCK.match(rest):
            return None
        places = self.places.get(label, [])
        if match["s2"] and "." not in label and any(OF_ARTICLE.match(self.old[at]["text"]) for at in places):
            return self._titled(rest)  # 'Section 2' of nobody knows which article is not Article 2
        fresh = IS_NEW.match(rest)
        if len(places) == 1 and not match["new"]:
            return places[0], label, rest
        above = label.rpartition(".")[0]
        if not places and (match["new"] or fresh or (above and len(self.places.get(above, ())) == 1)):
            return None, label, rest[fresh.end() :] if fresh else rest
        return None

    def point(self, line: str, block: Block) -> tuple[int | None, str, str] | None:
        """A point of the clause that is being told: 'a.' below 8.2, or below the point before it."""
        match = POINT.match(line)
        if match is None:
            return None
        for above in (block.label, block.label.rpartition(".")[0]):
            label = f"{above}.{match['n'].lower()}"
            places = self.places.get(label, [])
            if above and len(places) == 1:
                return places[0], label, match["rest"]
        return None

    def instructed(self, line: str, start: int) -> list[Block]:
        """An instruction that quotes nothing, 'In Section 9.2, change 240 to 80': about the one clause it names."""
        found = [match for match in NAMED.finditer(line) if len(self.places.get(_label(match, ""), ())) == 1]
        if len(found) != 1:
            return []
        label, words = _label(found[0], ""), f"{line[: found[0].start()]} {line[found[0].end() :]}"
        return [Block(self.places[label][0], label, start, start + len(line), words)]

    def _titled(self, line: str) -> tuple[int | None, str, str] | None:
        match = re.match(r"^\W*(?P<title>[^.:–—\t]{3,80}?)\s*(?:[.:–—]\s*|\t|$)(?P<rest>.*)$", line)
        places = self.titles.get(bones(match["title"]), []) if match else []
        if match is None or len(places) != 1:
            return None
        return places[0], normal(self.old[places[0]]["label"]), match["rest"]


def _label(match: re.Match[str], article: str) -> str:
    above, section = match["a"] or match["a2"] or "", match["s"] or match["s2"] or match["bare"] or ""
    own = re.match(r"\d+[.-]\d", section)
    return normal(section if own else f"{above or article} {section}")


def _meant(old: Sequence[Data], block: Block) -> Whole | None:
    clause = old[block.at] if block.at is not None else None
    words = _without_title(block.words, clause["title"] if clause else "")
    if not words:
        return None
    if clause is not None and STANDS.match(words):
        return Whole(SAYS, block.label, clause["body"], block.start, block.end)
    if clause is None:
        head, _line, more = words.partition("\n")
        words = f"{head}. {more}" if more and _only_head(head) else words
        return Whole(ADD, block.label, _tidy(words), block.start, block.end)
    if STRUCK.match(words):
        return Whole(DELETE, block.label, "", block.start, block.end)
    words = INTRO.sub("", words, count=1)
    both = BOTH.match(words)
    fresh = both["new"] if both else _exchanged(clause["body"], words) or words
    if fresh is words and (VERB.match(words.strip()) or _only_head(words)):
        return None
    return Whole(SAYS, block.label, _tidy(fresh), block.start, block.end)


def _only_head(words: str) -> bool:
    """A line with other words than its title, and no sentence behind them, heads what follows."""
    return not re.search(r"[.;!?)\"”]\s*$", words) and len(words) < 80


def _without_title(words: str, title: str) -> str:
    """The words behind the title of the clause, however it is set."""
    wanted, end = bones(title), 0
    for found in re.finditer(r"[^\W_]+", words) if wanted else ():
        end = found.end()
        if len(bones(words[:end])) >= len(wanted):
            break
    titled = end > 0 and bones(words[:end]) == wanted
    return words[end:].lstrip(" .:–—-)\n\t").strip() if titled else words.strip()


def _exchanged(body: str, words: str) -> str:
    """The old words with what is asked carried out, quoted or not: 'change fourteen (14) days to seven (7) days'."""
    fresh = body
    if len(words) > LONGEST_ASKED:
        return ""
    for one in instructions(words):
        span = quotes.find(one.old, fresh)
        if span is None or quotes.find(one.old, fresh[span.end :]) is not None:
            return ""
        fresh = applied(one.kind, fresh, one.new, span.start, span.end)
    if fresh != body:
        return fresh
    match = EXCHANGE.search(words)
    asked, between = (match["words"], BETWEEN) if match else (words.rstrip(" ."), ARROW)
    for cut in between.finditer(asked):
        before, after = asked[: cut.start()].strip(' "“”'), asked[cut.end() :].strip(' "“”')
        span = quotes.find(before, body)
        if span is not None and quotes.find(before, body[span.end :]) is None:
            return applied("replace", body, after, span.start, span.end)
    return ""


def _tidy(words: str) -> str:
    quoted = QUOTED.match(words.strip())
    return " ".join((quoted[1] if quoted else words).split())
