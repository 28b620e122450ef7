"""HTML as lines: headings and lists keep their meaning, scripts and styles are never read."""

from __future__ import annotations

from html.parser import HTMLParser

from contracts.parsing.labels import alphabetic, to_roman
from contracts.parsing.lines import Line, Page, Source
from contracts.parsing.plain import CHAR_WIDTH, LINE_HEIGHT, decode

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
VOID = frozenset(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "source", "area", "base"])


class _Reader(HTMLParser):
    """Collects lines; each knows its heading level, boldness and indentation."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.skipping = 0
        self.level = 0
        self.bold = 0
        self.weights: list[bool] = []
        self.lists: list[tuple[str, int]] = []
        self.row = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIP:
            self.skipping += 1
        if tag in BLOCKS:
            self.flush()
        self._begin(tag, dict(attrs))

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("b", "strong"):
            self.bold += 1
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
            self.words.append(f"{marker(style, number)}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SKIP:
            self.skipping = max(0, self.skipping - 1)
        if tag in BLOCKS:
            self.flush()
        if tag in ("b", "strong"):
            self.bold = max(0, self.bold - 1)
        elif tag in ("ol", "ul") and self.lists:
            self.lists.pop()
        elif tag[0] == "h" and tag[1:].isdigit():
            self.level = 0

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        self.words.append(data)
        if data.strip():
            self.weights.append(self.bold > 0)

    def flush(self) -> None:
        """Close the line that is being collected."""
        raw = "".join(self.words)
        cells = [" ".join(part.split()) for part in raw.split("\t")]
        text = "\t".join(cells).rstrip() if "\t" in raw else " ".join(raw.split())
        self.words, weights, self.weights = [], self.weights, []
        if not text.strip():
            return
        self.row += 2
        self.lines.append(self._line(text.strip(), weights))

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
    return Source([page.seal()], "html")
