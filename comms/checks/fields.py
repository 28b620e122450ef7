"""Merge fields and gaps: what would reach a member half-filled."""

import re
from collections.abc import Iterator

from comms.checks.parts import Draft, Finding, Ground, Level

FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BROKEN = re.compile(
    r"\{\{(?![^{}\n]*\}\})[^\n]{0,40}|(?<!\{)\{(?!\{)[A-Za-z_][\w .!:]*\}(?!\})|\{%.*?%\}|\{#.*?#\}|%\(\w+\)s|"
    r"\$\{\w+\}|<<\s*\w[\w ]*>>|<\s*(?:first|last|member|your)[\w ]*>|\*\|\w+\|\*"
)
GAP = re.compile(
    r"\[(?![ xX]?\])(?:insert|your|add|name|date|time|link|room|place|location|phone|number|member|"
    r"first|last|recipient|todo|"
    r"tbd|steward|local|contact|fecha|hora|nombre|enlace|lugar)[^\]\n]{0,40}\](?!\()|\bT\.?B\.?[DA]\b\.?|\bTODO\b|\bXX+\b|_{3,}|"
    r"\blorem ipsum\b|\?\?\?+",
    re.IGNORECASE,
)
CASE_WORDS = re.compile(
    r"grievance|case|discipline|medical|ssn|birth|dues|salary|step|arbitration|witness|remedy", re.I
)


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    for name, text in draft.fields():
        yield from _fields(name, text, ground)
        for match in BROKEN.finditer(text):
            yield Finding("merge_broken", Level.BLOCK, name, *match.span(), match.group())
        for match in GAP.finditer(text):
            yield Finding("gap", Level.BLOCK, name, *match.span(), match.group())


def _fields(name: str, text: str, ground: Ground) -> Iterator[Finding]:
    for match in FIELD.finditer(text):
        field = match[1]
        if field not in ground.merge_fields:
            code = "merge_case" if CASE_WORDS.search(field) else "merge_unknown"
            known = ", ".join(sorted(ground.merge_fields))
            yield Finding(code, Level.BLOCK, name, *match.span(), match.group(), known)
        elif count := ground.unfilled.get(field):
            yield Finding("merge_empty", Level.FIX, name, *match.span(), field, str(count))
