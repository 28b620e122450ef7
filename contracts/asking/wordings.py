"""Searches that the model put into an agreement's own words for somebody, and which words are worth asking it for."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from contracts.models import AgreementVersion, SearchWording
from contracts.prompts import REWRITE
from unionops.platform.access.models import User
from unionops.platform.core.text import fold
from unionops.platform.search.labels import labels_in
from unionops.platform.search.terms import WORD
from unionops.platform.search.wanted import PHRASE

FEWEST_WORDS = 3


def key(words: str, versions: Sequence[AgreementVersion]) -> str:
    """The same for the same words, agreements and prompt."""
    names = sorted(str(version.public_id) for version in versions)
    return hashlib.sha256("\n".join([REWRITE.sha256, fold(words), *names]).encode()).hexdigest()


def worth_asking(words: str) -> bool:
    """A question or a handful of words; not a number, a phrase in quotes or a single word."""
    return len(WORD.findall(words)) >= FEWEST_WORDS and not PHRASE.search(words) and not labels_in(words)


def held(user: User, words: str, versions: Sequence[AgreementVersion]) -> SearchWording | None:
    """What this person's search became, or is becoming; None when the model was not asked."""
    rows = SearchWording.objects.visible_to(user, "contracts.ask")
    return rows.filter(key=key(words, versions)).first()
