"""The document's own words: they decide what is one word and what was glued or broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from contracts.parsing.lines import Page
from unionops.platform.core import lazy_re as re

WORD = re.compile(r"[^\W\d_]{2,}")


def lexicon(pages: Iterable[Page]) -> Counter[str]:
    """How often each word stands in the document, folded to lower case."""
    words: Counter[str] = Counter()
    for page in pages:
        words.update(WORD.findall("\n".join([line.text for line in page.lines]).lower()))
    return words
