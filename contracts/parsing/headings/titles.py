"""The title of a heading: on its line, run into the text, or continued on the next lines in the same style."""

from __future__ import annotations

from contracts.parsing.headings.candidates import ARTICLE_FAMILIES
from contracts.parsing.labels import capital_share, looks_like_sentence
from contracts.parsing.lines import Line
from contracts.parsing.nodes import Node
from contracts.parsing.typography import HANGING, NEW_PAGE_GAP
from unionops.platform.core import lazy_re as re

SECTION_START = re.compile(
    r"^((SECTION|Section|Secci[oó]n|SECCI[OÓ]N)[sS]?|Sec\.|SEC\.|§)(\s*[\dlIO]{1,2}\b|\s+([A-Z]|[IVX]{1,5})(?![\w(]))"
)
ITEM_START = re.compile(
    r"^(\(?[A-Za-z0-9]{1,3}[.)](\s|$)|\d{1,2}[°º]\)?\s|[A-Z]:\s|\d{1,3}(?:[.\-]\d{1,3}){1,3}[.:)]?(\s|$)|\([A-Za-z0-9]{1,3}\))"
)
RUN_IN = re.compile(r"^([A-ZÁÉÍÓÚÑÀÈÊÇ“\"][^.:]{2,80}?)(?:[.:](?=\s|$|[–—-])|\s[–—-]\s(?![^.:]{2,40}[.:]\s))")
FRONT = re.compile(r"^(PREAMBLE|WITNESSETH|PREÁMBULO|PRÉAMBULE|PREAMBULO|INTRODUCTION|FOREWORD)\s*:?$", re.I)
TRIM = " .:–—-\\_"
# Between a bare label and its title there may be two blank lines, in steps of a line.
WIDEST_TO_TITLE = 3.2
# What no heading ends with, and what makes a sentence of a line that is not set apart.
DANGLING = re.compile(
    r"(?:^|\s)(the|an?|of|and|or|to|in|for|by|with|at|on|from|as|that|which|who|be|is|are|was|will|shall|may|must|has|have|"
    r"el|la|los|las|un|una|de|del|y|en|que|por|para|con|le|les|des|du|et|dans|pour|par|qui)$"
)
SENTENCE = re.compile(
    r"\s(shall|will|must|may|is|are|was|were|has|have|agrees?|deberá|deberán|será|serán|podrá|podrán|doit|doivent|"
    r"est|sont|peut|peuvent)\s"
)
NOT_A_TITLE = re.compile(
    r"^(The|An?|If|When|No|All|Any|In|For|Each|Every|Upon|On|Where|Such|This|These|It|They|There|We|El|La|Los|Las|Le|Les|"
    r"Un|Une)\b(?![-–])"
)
REFERS = re.compile(r"(See|Refer to|V[eé]ase|Voir)\b|Under\b.*\(\d")
FIRST_ITEM = re.compile(r"\s+(a|\(a\)|\(1\)|\(A\)|\(i\))$")
ASKS = re.compile(r"(?:How|What|Who|Where|Why|C[óo]mo|Qu[ée]|Qui[ée]n|D[óo]nde|Comment|Qui|Quoi|O[ùu])\b")
HOUSE, FEWEST = 0.75, 6  # the share of sections that shows a style, and how many there must be
STOP = re.compile(r"[.:](?=\s|$)")
FIELD = re.compile(r"\s*(?:_\s?){4,}.*$")


def starts_unit(text: str) -> bool:
    return bool(
        FRONT.match(text)
        or any(ARTICLE_FAMILIES[family].match(text) for family in ("article", "article.dotted"))
        or SECTION_START.match(text)
        or ITEM_START.match(text)
    )


def join_title(flow: list[Line], index: int, rest: str) -> tuple[str, int]:
    """The title and the position of its last line; at most three further lines of the same style are taken."""
    rest = rest.partition("\t")[0]  # of a row that only sets texts side by side
    parts = [rest.strip()] if rest.strip() else []
    at = index
    while at + 1 < len(flow) and at - index < 3 and _goes_on(flow, index, at, parts):
        parts.append(flow[at + 1].text.strip())
        at += 1
    if at > index and rest.strip() and _is_paragraph(flow, index, at):
        parts, at = [] if flow[index + 1].text[:1].islower() else parts[:1], index
    return tidy(" ".join(parts)), at


def tidy(title: str) -> str:
    """Without the marks around it, fields to fill in, and a bracket that opens or closes nothing."""
    title = FIELD.sub("", title).strip(TRIM)
    if title.endswith(")") and title.count(")") > title.count("("):
        title = title[:-1].strip(TRIM)
    return title


def _is_paragraph(flow: list[Line], index: int, at: int) -> bool:
    """What looks like a second line of the title goes on down the page in the same style: set in bold, yet text."""
    line, after = flow[at], flow[at + 1] if at + 1 < len(flow) else None
    if after is None or flow[index].centred or after.page != line.page or after.gap > 1.3 or starts_unit(after.text):
        return False
    return _same_style(flow[index], after) and line.x1 >= 0.85 * line.right


def _goes_on(flow: list[Line], first: int, at: int, parts: list[str]) -> bool:
    head, line, after = flow[first], flow[at], flow[at + 1]
    widest = 2.2 if parts or not (after.centred or after.caps) else WIDEST_TO_TITLE
    if after.gap >= NEW_PAGE_GAP:
        return not parts and _heads_the_next_page(flow, at + 1)
    if after.gap > widest or (after.block and parts) or starts_unit(after.text) or "\t" in after.text:
        return False
    if not parts:
        alike = _same_style(head, after) or titled_below(flow, at + 1) or _declared_alike(head, after)
        alike = alike or (after.bold and not head.bold and len(after.text) < 70 and not is_unlike(after.text))
        return alike and (not looks_like_sentence(after.text) or _all_in_lower_case(head, after))
    return _capitals_go_on(head, line, after) or (_same_style(head, after) and _unfinished(head, line, after, parts))


def _heads_the_next_page(flow: list[Line], index: int) -> bool:
    """The title of a label that stands alone at the foot of a page."""
    line = flow[index]
    return (line.caps or line.centred or line.bold_end) and not starts_unit(line.text) and titled_below(flow, index)


def _all_in_lower_case(head: Line, after: Line) -> bool:
    """'article 5' and 'hours of work' below it, both set apart: a house style, not a sentence."""
    return head.text[:1].islower() and (after.centred or after.bold_end) and not SENTENCE.search(after.text)


def _capitals_go_on(head: Line, line: Line, after: Line) -> bool:
    """A title in capitals fills its line of plain text and goes on below, though only its first line is marked."""
    plain = head.declared > 0 and not (head.block or after.block or after.declared)
    return plain and line.caps and after.caps and after.gap < 1.3 and line.x1 >= 0.7 * line.right


def _declared_alike(head: Line, after: Line) -> bool:
    """Two headings of one level in the file, the label and its words: unless both are labels ('RULE 3', 'RULE 4')."""
    return head.declared > 0 and after.declared == head.declared and head.text.split()[0] != after.text.split()[0]


def titled_below(flow: list[Line], index: int) -> bool:
    """A short line below a bare label, written like a title and set off from what follows."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if len(line.text) > 70 or not is_titled(line.text) or re.search(r"[.;,]$", line.text) or line.declared:
        return False
    return (
        after is None
        or after.page != line.page
        or after.gap > 1.25
        or starts_unit(after.text)
        or _leaves_room(line, after)
    )


def _leaves_room(line: Line, after: Line) -> bool:
    """A line that ends early although the next one begins a sentence and is full: a title above its text."""
    room = (line.centred or line.x1 < 0.6 * line.right) and HANGING.search(line.text) is None
    return room and after.text[:1].isupper() and after.x1 >= 0.8 * after.right and not after.caps


def _unfinished(head: Line, line: Line, after: Line, parts: list[str]) -> bool:
    if parts[-1].endswith((".", ":")) or len(" ".join(parts)) > 110 or head.declared:
        return False
    if not (after.centred or head.bold) or not line.bold_end >= head.bold:
        return False
    near = after.gap < 1.6 or 0 < after.y - line.y < 1.5 * line.size  # large type has wide lines
    return head.centred or ((line.x1 >= 0.72 * line.right or _did_not_fit(line, after)) and near)


def _did_not_fit(line: Line, after: Line) -> bool:
    """The first word of the next line is too long for the room that this one leaves."""
    word, _space, _rest = after.text.partition(" ")
    letter = (after.x1 - after.x0) / max(1, len(after.text))
    return line.x1 + letter * (len(word) + 1) > line.right


def _same_style(head: Line, after: Line) -> bool:
    if len(after.text) > 90 or after.bold != head.bold or abs(after.size - head.size) >= 1.2 or after.declared:
        return False
    return head.bold or (head.centred and after.centred) or (head.caps and after.caps)


def section_title(flow: list[Line], index: int, rest: str, family: str) -> tuple[str, int, bool]:
    """Title, last title line, and whether the clause's text runs on behind the title."""
    rest, line = rest.strip().lstrip("–—- "), flow[index]
    if _stands_alone(flow, index, rest, family):
        if over := bold_over_the_line(flow, index, rest):
            return over, index + 1, True
        title, at = join_title(flow, index, rest)
        if title and not (breaks_off(title) or (SENTENCE.search(title) and _same_style_below(flow, index))):
            return title, at, False
    title = bold_title(line, rest)
    if title:
        return title, index, True
    if family in ("keyword", "dotted"):
        return _run_in_title(flow, index, rest)
    plain = line.bold and not line.bold_to and not SENTENCE.search(rest) and not _runs_on(flow, index)
    plain = plain and not breaks_off(rest)
    if len(rest) < 80 and (plain or capital_share(rest) > 0.85 or _short_above(flow, index, rest)):
        return tidy(rest), index, False
    return capital_title(rest), index, True


def breaks_off(title: str) -> bool:
    """A line that ends in the middle of a sentence is no title, though the whole paragraph is set in bold."""
    return DANGLING.search(title) is not None


def bold_over_the_line(flow: list[Line], index: int, rest: str) -> str:
    """A bold title that fills its line and ends within the next, where the text goes on in another weight."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    full = line.bold_end and line.x1 >= 0.8 * line.right and not re.search(r"[.:]$", rest)
    if not full or after is None or not 0 < after.bold_to < 60 or after.gap > 1.3 or starts_unit(after.text):
        return ""
    return tidy(f"{rest} {STOP.split(after.text[: after.bold_to], maxsplit=1)[0]}")


def _runs_on(flow: list[Line], index: int) -> bool:
    """The next line goes on in lower case and in the same weight: a sentence, however it is set."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    near = after is not None and after.page == line.page and after.gap < 1.3 and after.bold == line.bold
    return near and after is not None and after.text[:1].islower()


def capital_title(rest: str) -> str:
    """'Posting. The employer ...': the words before the first stop if all that count are capital; else ''."""
    found = RUN_IN.match(rest)
    if found and not (NOT_A_TITLE.match(rest) or _refers(found[1])) and rest != found[0] and _all_capital(found[1]):
        return found[1].strip(TRIM)
    return ""


def _all_capital(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha()]
    long = [word for word in words if len(word) > 3] or words
    return 0 < len(text.split()) <= 9 and bool(long) and all(word[0].isupper() for word in long)


def _same_style_below(flow: list[Line], index: int) -> bool:
    after = flow[index + 1] if index + 1 < len(flow) else None
    return after is not None and after.gap < 1.3 and _same_style(flow[index], after)


def _short_above(flow: list[Line], index: int, rest: str) -> bool:
    """A few words in capitals behind a label, alone on their line and set off: by gaps where the label is not bold."""
    line, after = flow[index], flow[index + 1] if index + 1 < len(flow) else None
    if not is_titled(rest) or re.search(r"[.;,]$", rest) or line.x1 > 0.75 * line.right:
        return False
    if rest.endswith(":") and not _all_capital(rest):
        return False
    if not line.bold_start and (NOT_A_TITLE.match(rest) or not _all_capital(rest) or not _begins_anew(flow, index)):
        return False
    gap = after is None or after.gap > (1.1 if line.bold_start else 1.25) or starts_unit(after.text)
    return gap or (after is not None and _leaves_room(line, after))


def _begins_anew(flow: list[Line], index: int) -> bool:
    """Behind a gap, a heading, or a line that does not fill its measure."""
    before = flow[index - 1] if index else None
    return flow[index].gap > 1.25 or before is None or before.centred or before.x1 < 0.8 * before.right


def bold_title(line: Line, rest: str) -> str:
    """The bold words behind the label of a line that goes on in another weight; '' where only the label is bold."""
    label = len(line.text) - len(rest)
    words = line.text[label : line.bold_to] if line.bold_to > label + 2 else ""
    if not line.bold_start and _stressed(words, line.text[line.bold_to :]):
        return ""
    words = tidy(re.split(r"[.:](?=\s)", words, maxsplit=1)[0])
    return words if words[:1].isupper() and len(words) <= 110 and not ITEM_START.match(words) else ""


def _stressed(words: str, behind: str) -> bool:
    """'Only', 'In no case': words that the sentence goes on from without a stop."""
    plain = not any(word[:1].isupper() for word in words.split()[1:])
    return plain and words.rstrip()[-1:].isalnum() and behind.lstrip()[:1].islower()


def _stands_alone(flow: list[Line], index: int, rest: str, family: str) -> bool:
    line = flow[index]
    begins = rest[:1].isupper() or (rest[:1].isdigit() and (line.bold or is_titled(rest)))
    if len(rest) >= 110 or not begins:
        return False
    found = RUN_IN.match(rest)
    if (
        found
        and not line.bold_end
        and (is_titled(found[1]) or _is_phrase(found[1], rest[found.end() :]))
        and rest[found.end() :].strip()
    ):
        return False
    if line.bold and line.bold_end:
        return True
    after = flow[index + 1] if index + 1 < len(flow) else None
    if after is not None and _heads_its_parts(line, after) and len(rest.split()) <= 6:
        return not _sentence_end(rest) and not is_unlike(rest)
    if line.big and after is not None and not after.big and family in ("keyword", "dotted"):
        return True
    apart = after is None or after.gap > 1.1 or after.page != line.page or after.bold_start != line.bold_start
    apart = apart or after is None or (is_titled(rest) and ITEM_START.match(after.text) is not None)
    apart = apart or after is None or ((is_titled(rest) or len(rest.split()) <= 5) and _leaves_room(line, after))
    alone = family in ("keyword", "dotted") and apart and line.x1 < 0.87 * line.right
    listed = after is not None and ITEM_START.match(after.text) is not None
    written = (is_titled(rest) or (len(rest.split()) <= 9 and not listed)) and not _opens_list(rest)
    return alone and written and not _sentence_end(rest) and not is_unlike(rest)


def _heads_its_parts(line: Line, after: Line) -> bool:
    """'4.2 Family leave' right above '4.2.1 An employee ...'."""
    label = re.match(r"\d{1,2}(?:[.\-]\d{1,2})+", line.text)
    return label is not None and re.match(rf"{re.escape(label[0])}[.\-]\d", after.text) is not None


def _opens_list(rest: str) -> bool:
    """'The Employer agrees to:' leads to items."""
    return rest.endswith(":") and NOT_A_TITLE.match(rest) is not None


def is_unlike(rest: str) -> bool:
    """Words that are no heading unless they are set like one: a sentence, or the beginning of one."""
    return SENTENCE.search(rest) is not None or DANGLING.search(rest) is not None


def _sentence_end(rest: str) -> bool:
    return bool(re.search(r"[a-z]{3,}[.;:]$", rest)) and not (rest.endswith(":") and is_titled(rest))


def _refers(words: str) -> bool:
    """'See Article 7. ...' sends the reader elsewhere."""
    return ";" in words or REFERS.match(words) is not None


def _run_in_title(flow: list[Line], index: int, rest: str) -> tuple[str, int, bool]:
    """'Union. The Employer recognizes ...': the words up to the first stop, when they are written like a title."""
    found = RUN_IN.match(rest)
    words = FIRST_ITEM.sub("", found[1]) if found else ""
    titled = is_titled(words) and (not NOT_A_TITLE.match(words) or _all_capital(words))
    after = flow[index + 1] if index + 1 < len(flow) else None
    if titled and is_titled(rest) and _all_capital(rest) and after is not None and _leaves_room(flow[index], after):
        return tidy(rest), index, False
    if found and not _refers(words) and (titled or _is_phrase(words, rest[found.end() :])):
        return tidy(words), index, True
    if not found and index + 1 < len(flow) and len(rest) > 40 and (wrapped := _wrapped_run_in(flow, index, rest)):
        return wrapped, index + 1, True
    short = len(rest) < 70 and flow[index].x1 < 0.8 * flow[index].right
    open_end = re.search(r"[a-z.;,]$", rest) is not None or is_unlike(rest)
    if rest and short and not open_end and after is not None and after.gap > 1.1:
        return tidy(rest), index, False
    return "", index, True


def runs_in(line: Line, rest: str) -> bool:
    """'Artículo 4.- Descansos. El trabajador ...' on one line: words set off, or a phrase before a sentence."""
    if bold_title(line, rest):
        return True
    found = RUN_IN.match(rest)
    plain = not (line.bold or line.centred or line.declared) and line.x1 >= 0.8 * line.right
    return plain and found is not None and _is_phrase(found[1], rest[found.end() :])


def title_as_most(flow: list[Line], nodes: list[Node]) -> None:
    """Where most sections are titled alike, on their line or with words that run into the text, so are the others."""
    _title_alone(flow, nodes)
    running = [node for node in nodes if node.run_in]
    first = {id(node): _first_words(flow, node) for node in running if not node.title}
    phrases = [words for words in first.values() if words and len(words.split()) <= 5 and not is_unlike(words)]
    if len(running) < FEWEST or len(running) - len(first) + len(phrases) < HOUSE * len(running):
        return
    for node in running:
        node.title = node.title or first[id(node)]


def _title_alone(flow: list[Line], nodes: list[Node]) -> None:
    alone = {id(node): words for node in nodes if not node.title and (words := _words_alone(flow, node))}
    titled = sum(bool(node.title) and not node.run_in for node in nodes)
    if titled + len(alone) < max(FEWEST, HOUSE * len(nodes)):
        return
    for node in nodes:
        if found := alone.get(id(node)):
            node.title, node.head_end, node.run_in = found, node.index, False


def _words_alone(flow: list[Line], node: Node) -> str:
    """A few words behind a label that leave most of their line empty, above a new sentence."""
    line, after = flow[node.index], flow[node.index + 1] if node.index + 1 < len(flow) else None
    words = tidy(line.text[node.label_chars :])
    few = 0 < len(words.split()) <= 6 and words[:1].isupper() and not re.search(r"[.;,:\d]", words)
    under = after is not None and after.page == line.page and after.text[:1].isupper() and not starts_unit(after.text)
    worded = ASKS.match(words) is not None or not is_unlike(words)
    return words if few and under and worded and line.x1 < 0.6 * line.right else ""


def _first_words(flow: list[Line], node: Node) -> str:
    """The words before the first stop behind a label, if a title may be written so: 'How offers are made. The ...'."""
    line = flow[node.index]
    found = RUN_IN.match(line.text[node.label_chars :].strip())
    if not found or NOT_A_TITLE.match(found[1]) or _refers(found[1]) or any(map(str.isdigit, found[1])):
        return ""
    behind = line.text[node.label_chars :].strip()[found.end() :].lstrip(" –—-")
    asks = ASKS.match(found[1]) is not None
    few = len(found[1].split()) <= 8 and (asks or not is_unlike(found[1]))
    return tidy(found[1]) if few and behind[:1].isupper() else ""


def _is_phrase(words: str, behind: str) -> bool:
    """'Work period. The ...': a few words without a verb before the stop, though only the first is capital."""
    few = len(words.split()) <= 4 and not NOT_A_TITLE.match(words) and not is_unlike(words)
    return few and not any(map(str.isdigit, words)) and behind.lstrip(" –—-")[:1].isupper()


def _wrapped_run_in(flow: list[Line], index: int, rest: str) -> str:
    """A run-in title that breaks over the line end."""
    if flow[index].page != flow[index + 1].page or ITEM_START.match(flow[index + 1].text):
        return ""
    found = re.match(r"^([A-ZÁÉÍÓÚÑ“\"][^.:]{2,120}?)[.:](?=\s)", f"{rest} {flow[index + 1].text}")
    return found[1].strip(TRIM) if found and len(found[1]) > len(rest) and is_titled(found[1]) else ""


def is_titled(text: str) -> bool:
    words = text.split()
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    upper = sum(word[0].isupper() for word in words if word[0].isalpha())
    return len(words) <= 14 and upper >= 0.6 * max(1, len(long)) and not is_unlike(text)
