"""Fact or argument: words that judge, and the questions still without an answer."""

from collections.abc import Iterable

from unionops.platform.core import lazy_re as re

# NFFE-FSC, grievance writing tips: basic facts only on the form; no arguments, no evidence.
_WORDS = """
    unfairly unfair clearly obviously blatantly blatant violated violates unjust unjustly unjustified retaliated
    retaliation illegally illegal unlawful unlawfully discriminated outrageous ridiculous abusive malicious maliciously
    deliberately intentionally wrongfully wrongly arbitrary capricious
"""
JUDGING = (*_WORDS.split(), "in violation of", "bad faith", "disparate treatment")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|‘[^’]*’")


def argument_words(text: str) -> list[str]:
    """Judging words outside quotation marks, in the order of the list."""
    plain = QUOTED.sub(" ", text).casefold()
    return [word for word in JUDGING if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain)]


def missing(answered: Iterable[str], asked: Iterable[str]) -> list[str]:
    """The questions nobody has answered, in the order they are asked."""
    known = set(answered)
    return [w for w in asked if w not in known]
