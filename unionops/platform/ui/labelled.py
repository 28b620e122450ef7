"""Writes each column's name into the cells under it, so that a narrow screen can show rows as cards."""

from html import escape, unescape
from html.parser import HTMLParser

ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}
NO_LABEL = {"pick", "row-acts"}


def labelled(table: str) -> str:
    """The same thead/tbody with data-label and table roles on its cells (CSS takes the native ones away)."""
    reader = _Rows()
    reader.feed(table)
    reader.close()
    return "".join(reader.out)


class _Rows(HTMLParser):
    """Copies everything as it stands and adds attributes to rows and cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.heads: list[str] = []
        self.in_head = self.in_th = False
        self.column = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw = self.get_starttag_text() or ""
        if tag == "thead":
            self.in_head = True
        elif tag == "tr":
            self.column = 0
        elif tag == "th" and self.in_head:
            self.in_th = True
            self.heads.append("")
        self.out.append(_with(raw, self._extra(tag, dict(attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(self.get_starttag_text() or "")

    def _extra(self, tag: str, attrs: dict[str, str | None]) -> str:
        if tag == "th":
            self.column += _span(attrs) if not self.in_head else 0
            return ' role="columnheader"' if self.in_head else ' role="rowheader"'
        role = f' role="{ROLES[tag]}"' if tag in ROLES and "role" not in attrs else ""
        return role + (self._label(attrs) if tag == "td" else "")

    def _label(self, attrs: dict[str, str | None]) -> str:
        column, self.column = self.column, self.column + _span(attrs)
        bare = "colspan" in attrs or "data-label" in attrs or NO_LABEL & set((attrs.get("class") or "").split())
        if bare or column >= len(self.heads) or not self.heads[column].strip():
            return ""
        return f' data-label="{escape(" ".join(self.heads[column].split()))}"'

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self.in_head = False
        elif tag == "th":
            self.in_th = False
        self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def _text(self, data: str) -> None:
        if self.in_th and self.heads:
            self.heads[-1] += unescape(data)
        self.out.append(data)

    def handle_comment(self, data: str) -> None:
        self.out.append(f"<!--{data}-->")


def _span(attrs: dict[str, str | None]) -> int:
    value = attrs.get("colspan") or "1"
    return int(value) if value.isdigit() else 1


def _with(raw: str, extra: str) -> str:
    return raw[:-1] + extra + ">" if extra else raw
