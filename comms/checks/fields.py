"""Merge fields and gaps: what would reach a member half-filled."""

from collections.abc import Iterator

from comms.checks.parts import SHARED_CHANNELS, Draft, Finding, Ground, Level
from unionops.platform.core import lazy_re as re

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BROKEN = re.compile(
    r"\{\{(?![^{}\n]*\}\})[^\n]{0,40}|(?<!\{)\{(?!\{)[A-Za-z_][\w .!:]*\}(?!\})|\{%.*?%\}|\{#.*?#\}|%\(\w+\)s|"
    r"\$\{\w+\}|\$[A-Z][A-Z_]{2,}\b|%%?[A-Za-z_]{3,}%%?|<<\s*\w[\w ]*>>|<%[^\n]{0,40}?%>|«\s*[\w ]{2,30}_[\w ]*»|"
    r"«\s*(?i:first|last|full|member|nombre|apellido)[\w ]*»|"
    r"<\s*(?i:first|last|full|member|your|name|date|time|phone|link|room|place|nombre|fecha|hora)[\w ]*>|\*\|\w+\|\*"
)
_WANTED = (
    r"(?:insert|your|add|the|name|date|time|link|url|room|place|location|address|phone|e-?mail|number|"
    r"amount|member|first|"
    r"last|full|recipient|todo|tbd|tba|steward|local|contact|title|signature|day|month|year|city|inserte|"
    r"su|fecha|hora|día|"
    r"nombre|apellido|enlace|lugar|correo|teléfono|telefono|dirección|direccion|sala|firma|número|numero|cantidad)"
)
# What writers leave for later, as 'TBD', 'TODO' in capitals ('todo' is Spanish for all) or a drawn line.
GAP = re.compile(
    r"\[(?![ xX]?\])" + _WANTED + r"[^\]\n]{0,40}\](?!\()|\[\[?(?-i:[A-Z][A-Z _/-]{2,40})\]\]?(?!\()|\[\[\w[\w ]*\]\]|"
    r"\(\s*(?:insert|fill in|add|to be|tbd|tba|complet[ae]r?|inserte|por (?:definir|confirmar))\b[^)\n]{0,40}\)|"
    r"\((?:" + _WANTED + r"\s+)?(?:to be (?:announced|determined|confirmed)|goes here|here)\)|"
    r"\b(?:to be (?:announced|determined|confirmed)|por (?:definir|confirmar|anunciar))\b|"
    r"\bT\.?B\.?[DAC]\b\.?|(?-i:\bTODO\b)|\bFIXME\b|\bX{2,}\b|\bXX?-?XXXX?\b|_{3,}|_+[:/]_+|\blorem ipsum\b|\?\?\?+",
    re.IGNORECASE,
)
# Where a caller says the own name.
_CALLER = re.compile(
    r"_{3,}|[\[(]\s*(?:your|caller['’]?s|volunteer['’]?s|su)?\s*(?:name|nombre)\s*[\])]", re.IGNORECASE
)
CASE_WORDS = re.compile(
    r"grievance|case|discipline|medical|ssn|birth|dues|salary|step|arbitration|witness|remedy", re.I
)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    for name, text in draft.fields():
        yield from _fields(name, text, draft.channel, ground)
        for match in BROKEN.finditer(text):
            yield Finding("merge_broken", Level.BLOCK, name, *match.span(), match.group())
        for match in GAP.finditer(text):
            if not (draft.channel == "phone" and _CALLER.fullmatch(match.group())):
                yield Finding("gap", Level.BLOCK, name, *match.span(), match.group())


def _fields(name: str, text: str, channel: str, ground: Ground) -> Iterator[Finding]:
    for match in FIELD.finditer(text):
        field = match[1]
        if field not in ground.merge_fields:
            code = "merge_case" if CASE_WORDS.search(field) else "merge_unknown"
            known = ", ".join(sorted(ground.merge_fields))
            yield Finding(code, Level.BLOCK, name, *match.span(), match.group(), known)
        elif channel in SHARED_CHANNELS and not field.startswith("local_"):
            yield Finding("merge_shared", Level.FIX, name, *match.span(), field)
        elif count := ground.unfilled.get(field):
            yield Finding("merge_empty", Level.FIX, name, *match.span(), field, str(count))
