"""Who does what a sentence obliges or allows: one of ours, the other side, or nobody, told of the paper itself."""

from __future__ import annotations

from unionops.platform.core import lazy_re as re

# The doer nearest before the word that obliges or allows; 'paper' where it is told of the grievance itself.
_PAPER = r"grievances?|complaints?|matters?|disputes?|appeals?|claims?|steps?|forms?|notifications?"
_OURS = (
    r"(?:business|union|local|grievance|association|general) (?:managers?|agents?|representatives?|committees?|"
    r"chair\w*)|"
    r"(?:union|local|association|guild|federation|lodge|chapter)(?:[’']s)? (?:\w+ )?"
    r"(?:presidents?|directors?|managers?|heads?|chiefs?)|unions?|associations?|guilds?|locals?|lodges?|chapters?|federation|stewards?|employees?|grievants?|grievors?|members?|"
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
_MODAL = r"\b(?:shall|will|must|may|can)\b"
PASSIVE = re.compile(rf"(?:(?!{_MODAL})[^.;])*?(?<!\bto)\s+(?:\w+ly )?be\b", re.I)
PASSES_ON = re.compile(r"\b(?:forward|send|transmit|refer|relay|submit)s?\b", re.I)
STARTS = re.compile(r"\b(?:file|present|initiate|grieve)s?\b", re.I)


def by_them(text: str, after: str) -> bool:
    """A paper their own people pass on among themselves: neither a filing nor an appeal. `after`: behind the number."""
    said = f"{text} {after}"
    doers = [*WHO_DOES.finditer(text)]
    done = said[doers[-1].end() :] if doers else ""
    theirs = all(doer["theirs"] and not PASSIVE.match(said, doer.end()) for doer in doers)
    return theirs and bool(PASSES_ON.search(done)) and not STARTS.search(done)


def by_us(text: str) -> bool:
    """The nearest doer is one of ours."""
    doers = [*WHO_DOES.finditer(text)]
    return bool(doers) and doers[-1]["ours"] is not None
