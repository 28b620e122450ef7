"""Whose grievance a sentence is about, where it names a kind of its own: the union's, the employer's, discipline."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

_EMPLOYER = (
    r"(?:employer|company|agency|management|institution|hospital|district|board|"
    r"county|city|state|authority|university|college|department)"
)
KINDS = (
    (
        "union",
        re.compile(
            r"\bunion(?:[’']s)?(?: \w+){0,2} grievances?\b(?! (?:committee|chair|officer|representative|steward))|"
            r"grievances? (?:of|filed by|initiated by|by) the (?:union|local)|policy grievance",
            re.I,
        ),
    ),
    (
        "management",
        re.compile(
            rf"\b{_EMPLOYER}(?:[’']s)? grievances?\b(?! (?:answer|response|form|procedure|file))|"
            rf"\bgrievances? (?:of|filed by|initiated by|by) the {_EMPLOYER}\b|"
            rf"\bgrievances?\b[^.;]{{0,20}}\b(?:presented|filed|submitted|initiated) by the {_EMPLOYER}\b(?! of)|"
            rf"\b{_EMPLOYER} (?:may|can|shall|must|will|has|wishing|wishes|which|that)\b[^,.;]{{0,40}}"
            r"\b(?:file|present|submit|initiate|bring|lodge)s?\b (?:an?|any|its) (?:\w+ )?grievances?\b"
            r"(?! to (?:arbitration|mediation))|"
            rf"\bgrievances? (?:which |that )?the {_EMPLOYER} (?:may )?ha(?:s|ve)\b",
            re.I,
        ),
    ),
    ("group", re.compile(r"\bgroup grievance|grievances? (?:of|for|on behalf of) (?:a group|several employees)", re.I)),
    (
        "discipline",
        re.compile(
            r"\bdisciplin|\bsuspen(?:d|sion)|\bdismiss|\bdischarg|\bremoval\b|"
            r"\btermination\b(?! of (?:the|this|mediation)\b)",
            re.I,
        ),
    ),
)
