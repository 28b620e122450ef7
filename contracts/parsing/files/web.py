"""HTML as lines: headings and lists keep their meaning, scripts and styles are never read."""

from __future__ import annotations

from html.parser import HTMLParser

from contracts.parsing.files.plain import CHAR_WIDTH, LINE_HEIGHT, about_struck, decode
from contracts.parsing.labels import alphabetic, to_roman
from contracts.parsing.lines import Line, Page, Source, lead
from unionops.platform.core import lazy_re as re

SKIP = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "head"])
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "hr",
        "br",
        "title",
        "caption",
        "thead",
        "tbody",
        "figure",
        "figcaption",
        "address",
    ]
)
BOLD = ("b", "strong")
# What begins behind the number of a list item without leaving its line.
WITHIN_ITEM = ("p", "div", "section")
VOID = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "source", "area", "base"])


# Parts of a cell, until its row is closed.
INSIDE = "\v"
LONGEST_CELL, MOST_PARTS = 300, 4
HIDDEN = "hidden_text"
CHANGED = {"del": "removed", "s": "removed", "strike": "removed", "ins": "added"}
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


def _arranges(raw: str) -> bool:
    parts = [[part for part in cell.split(INSIDE) if part.strip()] for cell in raw.split("\t")]
    wide = any(len(cell) > MOST_PARTS or sum(map(len, cell)) > LONGEST_CELL for cell in parts)
    return INSIDE in raw and (len(parts) == 1 or wide)


# Elements that nobody needs to close, and what begins behind them.
ENDED_BY = {
    "p": BLOCKS,
    "li": frozenset(["li"]),
    **dict.fromkeys(("dt", "dd"), frozenset(["dt", "dd"])),
    **dict.fromkeys(("td", "th"), frozenset(["td", "th", "tr", "tbody"])),
    "tr": frozenset(["tr", "tbody"]),
}
NESTING = frozenset(["ul", "ol", "dl", "table"])


class Hidden:
    """Whether the text just read is in an element that no browser shows; `inside` are the open ones from it on."""

    def __init__(self) -> None:
        self.inside: list[str] = []

    @property
    def now(self) -> bool:
        return bool(self.inside)

    def begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        """What needs no closing ends where the next of its kind begins."""
        if self.inside and tag in ENDED_BY.get(self.inside[0], ()) and NESTING.isdisjoint(self.inside):
            self.inside = []
        unseen = "hidden" in attributes or UNSEEN.search(attributes.get("style") or "") is not None
        if tag not in VOID and (self.inside or unseen):
            self.inside.append(tag)

    def end(self, tag: str) -> None:
        """The end of what holds the hidden element ends that too."""
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass
        elif tag in BLOCKS and tag != "p":
            self.inside = []


class Changes:
    """The changes (`ins`, `del`) that the text just read is in; a paragraph takes along what was begun in it."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.before_paragraph: int | None = None

    def begin(self, tag: str) -> None:
        if tag in BLOCKS and tag != "br":
            self._end_paragraph()
        if tag == "p":
            self.before_paragraph = len(self.open)
        elif tag in CHANGED:
            self.open.append(tag)
            self.seen.add(tag)

    def end(self, tag: str) -> None:
        if tag == "p":
            self._end_paragraph()
        elif tag in CHANGED and self.open:
            self.open.pop()

    def _end_paragraph(self) -> None:
        if self.before_paragraph is not None:
            del self.open[self.before_paragraph :]
        self.before_paragraph = None


class _Reader(HTMLParser):
    """Collects lines; each knows its heading level, boldness and indentation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.skipping = 0
        self.level = 0
        self.bold = 0
        self.underlined = 0
        self.marker = ""
        self.weights: list[tuple[str, bool]] = []
        self.leads: list[tuple[str, bool]] = []
        self.lists: list[tuple[str, int]] = []
        self.row = 0
        self.cells = 0
        self.hidden = Hidden()
        self.marks = Changes()
        self.kept, self.out_of_sight = "", ""
        self.changes: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIP:
            self.skipping += 1
        if tag in BLOCKS:
            self._part(tag)
        attributes = dict(attrs)
        self.hidden.begin(tag, attributes)
        self.marks.begin(tag)
        self._begin(tag, attributes)

    def _part(self, tag: str) -> None:
        """A block inside a cell of a table stays in its row."""
        if self.cells and tag not in ("tr", "table", "thead", "tbody"):
            self.words.append(INSIDE)
        elif not self.marker or "".join(self.words).strip() != self.marker or tag not in WITHIN_ITEM:
            self.flush()

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in BOLD:
            self.bold += 1
        elif tag == "u":
            self.underlined += 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self.level = int(tag[1])
        elif tag in ("ol", "ul"):
            self.lists.append((attributes.get("type") or "1" if tag == "ol" else "", _start(attributes)))
        elif tag == "li":
            self._number()
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "tr":
            self.cells = 0

    def _cell(self) -> None:
        if self.cells:
            self.words.append("\t")
        self.cells += 1

    def _number(self) -> None:
        if not self.lists:
            return
        style, number = self.lists[-1]
        self.lists[-1] = (style, number + 1)
        if style:
            self.marker = f"{marker(style, number)}."
            self.words.append(f"{self.marker} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIP:
            self.skipping = max(0, self.skipping - 1)
        if tag in BLOCKS:
            self._part(tag)
        if tag in ("tr", "table"):
            self.cells = 0
        self.hidden.end(tag)
        self.marks.end(tag)
        if tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag == "u":
            self.underlined = max(0, self.underlined - 1)
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif tag[0] == "h" and tag[1:].isdigit():
            self.level = 0

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if self.hidden.now:
            self.out_of_sight += data
            return
        if self.marks.open:
            self._note_change(self.marks.open[-1], data)
        else:
            self.kept += data
        if any(CHANGED[mark] == "removed" for mark in self.marks.open):
            return
        self.words.append(data)
        self.weights.append((data, self.bold > 0))
        self.leads.append((data, self.bold > 0 or self.underlined > 0))

    def _note_change(self, mark: str, text: str) -> None:
        if text.strip():
            kind, row = CHANGED[mark], str(self.row)
            self.changes.append(
                {"kind": kind, "text": text, "row": row, "by": "", "at": "", "before": self.kept, "after": ""}
            )
            self.kept = ""

    def flush(self) -> None:
        """Close the line that is being collected; a table that only arranges whole paragraphs is no table."""
        if self.changes and self.changes[-1]["row"] == str(self.row):
            self.changes[-1]["after"] += self.kept
        raw, self.kept = "".join(self.words), ""
        weights = [strong for words, strong in self.weights if words.strip()]
        bold_to = lead(self.leads)
        bold_to = bold_to and bold_to + (len(self.marker) + 1 if self.marker else 0)
        self.words, self.weights, self.leads, self.marker = [], [], [], ""
        parts = re.split(f"[\t{INSIDE}]", raw) if _arranges(raw) else [raw.replace(INSIDE, " ")]
        for part in parts:
            cells = [" ".join(cell.split()) for cell in part.split("\t")]
            text = "\t".join(cells).strip() if any(cells) else ""
            if text:
                self.row += 2
                self.lines.append(self._line(text, weights))
                self.lines[-1].bold_to = 0 if len(parts) > 1 or "\t" in text else bold_to
        if self.out_of_sight.strip():
            self.row += 2
            line = self._line(" ".join(self.out_of_sight.split()), [])
            line.aside, self.out_of_sight = HIDDEN, ""
            self.lines.append(line)

    def _line(self, text: str, weights: list[bool]) -> Line:
        strong = self.level > 0 or (bool(weights) and all(weights))
        x0 = 18.0 * len(self.lists)
        return Line(
            text=text,
            x0=x0,
            x1=x0 + min(len(text), 90) * CHAR_WIDTH,
            y=self.row * LINE_HEIGHT,
            bold=strong,
            bold_start=strong or (bool(weights) and weights[0]),
            bold_end=strong,
            declared=self.level,
            block=True,
            row="\t" in text,
        )


def _start(attributes: dict[str, str | None]) -> int:
    value = attributes.get("start") or "1"
    return int(value) if value.isdigit() else 1


def marker(style: str, number: int) -> str:
    """The number a browser displays before a list item."""
    shapes = {
        "a": alphabetic(number),
        "A": alphabetic(number).upper(),
        "i": to_roman(number).lower(),
        "I": to_roman(number),
    }
    return shapes.get(style, str(number))


def read_html(data: bytes) -> Source:
    """One page: HTML has no pages of its own."""
    reader = _Reader()
    reader.feed(decode(data))
    reader.close()
    reader.flush()
    page = Page(index=0, lines=reader.lines, height=max(1, reader.row) * LINE_HEIGHT, typeset=False)
    by_hand = sum(tag in ("s", "strike") for tag in reader.marks.seen)
    return Source([page.seal()], "html", warnings=about_struck(by_hand), changes=reader.changes)
