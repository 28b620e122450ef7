"""A small markdown: paragraphs, emphasis, lists and links, as mail and pages may show them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from unionops.platform.core import lazy_re as re

if TYPE_CHECKING:  # loaded with the first text: an idle worker never needs them
    from markdown_it import MarkdownIt

_H1 = re.compile(r"<(/?)h1>")
TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "blockquote"}
_LINK = re.compile(r"\[([^\]]+)\]\(((?:https?://|mailto:|tel:)[^)\s]+)\)")
_MARKS = re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)|(?<![\w*])(\*)(?=\S)(.+?)(?<=\S)\3(?![\w*])")
_BARE = re.compile(r"(?<![\w@/.(\[])((?:https?://|www\.)[^\s<>()\"]+[^\s<>()\".,;:!?])")


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(["image", "code", "fence", "html_block"])


def to_html(text: str) -> str:
    """Allow-listed HTML; raw HTML in the text appears as the signs that were typed."""
    import nh3

    linked = _BARE.sub(lambda m: f"[{m[1]}]({m[1] if m[1].startswith('http') else 'https://' + m[1]})", text)
    page = _H1.sub(r"<\1h2>", _reader().render(linked))  # the page around it has the only h1
    return nh3.clean(
        page,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        url_relative="deny",  # '//elsewhere' and '/page' lead nowhere from a mail
        link_rel="noopener",
    )


def to_text(text: str) -> str:
    """The same for readers of plain text: marks gone, links written out."""
    spelled = _LINK.sub(lambda m: m[1] if m[1] == m[2] else f"{m[1]} ({m[2]})", text)
    return _MARKS.sub(lambda m: m[2] or m[4], spelled)
