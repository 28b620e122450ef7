"""Writes each column's name into the cells under it, so that a narrow screen can show rows as cards."""

from html import escape, unescape

from unionops.platform.core import lazy_re as re

ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}
ATTRIBUTES = r"""(?P<attrs>(?:[^>"']|"[^"]*"|'[^']*')*)"""
PART = re.compile(rf"<(?P<tag>thead|tbody|tfoot|tr|th|td)\b{ATTRIBUTES}>", re.I)
HEADING = re.compile(r"""<th\b(?:[^>"']|"[^"]*"|'[^']*')*>(.*?)</th>""", re.I | re.S)
TAGS = re.compile(r"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
HAS_ROLE = re.compile(r"\srole\s*=", re.I)
SPANS = re.compile(r"\scolspan\s*=\s*[\"']?(\d*)", re.I)
# Cells that bring their label, or need none.
BARE = re.compile(r"\s(?:colspan|data-label)\s*=|\sclass\s*=\s*[\"']?[^\"']*\b(?:pick|row-acts)(?![\w-])", re.I)


def labelled(table: str) -> str:
    """The same thead/tbody with data-label and table roles on its cells (CSS takes the native ones away)."""
    end = table.find("</thead>")
    heads = [_plain(found) for found in HEADING.findall(table[: max(end, 0)])]
    column = 0

    def write(found: re.Match[str]) -> str:
        nonlocal column
        tag, attrs = found["tag"].lower(), found["attrs"]
        if tag == "tr":
            column = 0
        if tag == "th" and found.start() < end:
            return found[0][:-1] + ' role="columnheader">'
        here = column
        column += _span(attrs) if tag in ("th", "td") else 0
        if tag == "th":
            return found[0][:-1] + ' role="rowheader">'
        role = "" if HAS_ROLE.search(attrs) else f' role="{ROLES[tag]}"'
        named = tag == "td" and here < len(heads) and heads[here] and not BARE.search(attrs)
        return found[0][:-1] + role + (f' data-label="{escape(heads[here])}"' if named else "") + ">"

    return PART.sub(write, table)


def _plain(cell: str) -> str:
    return " ".join(unescape(TAGS.sub("", cell)).split())


def _span(attrs: str) -> int:
    found = SPANS.search(attrs)
    return int(found[1] or 1) if found else 1
