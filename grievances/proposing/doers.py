"""Who does what a sentence obliges or allows: one of ours, the other side, or nobody, told of the paper itself."""

from __future__ import annotations

import re

# The doer nearest before the word that obliges or allows; 'paper' where it is told of the grievance itself.
_PAPER = r"grievances?|complaints?|matters?|disputes?|appeals?|claims?|steps?|forms?|notifications?"
_OURS = (
    r"(?:business|union|local|grievance|association|general) (?:managers?|agents?|representatives?|committees?|"
    r"chair\w*)|unions?|associations?|guilds?|locals?|lodges?|chapters?|federation|stewards?|employees?|grievants?|grievors?|members?|"
    r"teachers?|nurses?|officers?|operators?|firefighters?|deput(?:y|ies)|workers?|part(?:y|ies)|he|she|they|you"
)
_THEIRS = (
    r"(?:shift|superior|commanding|supervisory|hearing|deciding) officers?|employers?|compan(?:y|ies)|agency|"
    r"management|district|county|city|hospital|universit(?:y|ies)|college|boards?|"
    r"supervisors?|managers?|directors?|superintendents?|principals?|chiefs?|heads?|administrat\w+|"
    r"arbitrators?|mediators?|panel"
)
WHO_DOES = re.compile(
    rf"\b(?:(?P<paper>{_PAPER})|(?P<ours>{_OURS})|(?P<theirs>{_THEIRS}))\b"
    rf"(?:(?!\b(?:{_PAPER}|{_OURS}|{_THEIRS})\b)(?:[^.;:]|\.(?= ?\d))){{0,60}}?"
    r"\b(?:shall|will|must|may|can|has|have)\b(?! no\b)",
    re.I,
)
PASSIVE = re.compile(r"\s+(?:\w+ly )?be\b", re.I)


def by_them(text: str) -> bool:
    """A paper their own people pass on among themselves: neither a filing nor an appeal."""
    doers = [*WHO_DOES.finditer(text)]
    return bool(doers) and all(doer["theirs"] and not PASSIVE.match(text, doer.end()) for doer in doers)


def by_us(text: str) -> bool:
    """The nearest doer is one of ours."""
    doers = [*WHO_DOES.finditer(text)]
    return bool(doers) and doers[-1]["ours"] is not None
