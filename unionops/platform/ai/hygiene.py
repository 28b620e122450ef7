"""Keeps foreign text harmless on its way to the model, and the model's text harmless on its way back."""

import hashlib
import hmac
import unicodedata
from typing import NamedTuple

from unionops.platform.core import lazy_re as re

KEPT_CONTROLS = frozenset("\n\t")
JOINERS = frozenset("\u200c\u200d")  # needed by some scripts, between letters
THINKING = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
LOOSE_END = re.compile(r"^.*?</think>", re.DOTALL | re.IGNORECASE)
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"')]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
ORDERS = re.compile(
    r"(?:ignor(?:e[rz]?|a|ad|en?|iere)|disregard|forget|olvid(?:a|en?|ad)|oubli(?:e|ez)|vergiss)\b[^.\n]{0,60}"
    r"\b(?:instruct?ions?|instrucciones|consignes|anweisungen|rules|reglas|règles|prompts?|everything above)\b"
    r"|[忽无][略视][^。\n]{0,12}(?:指示|指令|说明|规则)"
    r"|you are now\b|system prompt|\bas an ai\b|<\|im_(?:start|end)\|>|\[/?INST\]"
    r"|^\s*(?:system|assistant|developer)\s*:",
    re.IGNORECASE | re.MULTILINE,
)


class Cleaned(NamedTuple):
    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """Without characters nobody can see: zero-width, direction marks, tags, controls. Says how many there were."""
    kept = [mark for at, mark in enumerate(text) if _visible(text, at)]
    return Cleaned("".join(kept), len(text) - len(kept))


def _visible(text: str, at: int) -> bool:
    mark = text[at]
    if mark in JOINERS:
        return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha() and not text.isascii()
    return mark in KEPT_CONTROLS or unicodedata.category(mark) not in ("Cf", "Cc", "Co", "Cn")


def fence(label: str, text: str, key: str) -> str:
    """The text between two marks that its writer could not know.

    The mark depends on the content and a secret, so that the same passage gives the same words and the server's
    prefix cache still helps.
    """
    mark = hmac.new(key.encode(), f"{label}\n{text}".encode(), hashlib.sha256).hexdigest()[:12]
    return f"<source {label} {mark}>\n{text}\n</source {mark}>"


def find_orders(text: str) -> list[str]:
    """Sentences that speak to a machine: shown to the person, never obeyed."""
    found = []
    for match in ORDERS.finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
        end = next((at for at in (text.find(". ", match.end()), text.find("\n", match.end())) if at >= 0), len(text))
        found.append(text[start:end].strip()[:300])
    return found


def without_thinking(text: str) -> tuple[str, int]:
    """The answer without thoughts that stayed in it, and how many characters they had."""
    bare = THINKING.sub("", text)
    bare = LOOSE_END.sub("", bare) if "</think>" in bare.lower() else bare
    return bare.strip(), len(text) - len(bare)


def links(text: str) -> list[str]:
    return LINK.findall(text)
