"""Which part of its sentence a number of days stands in: the condition ('if no answer is given within ten days'), or
what is to be done. A verb of the one says nothing of the other.
"""

from __future__ import annotations

from typing import NamedTuple

from unionops.platform.core import lazy_re as re

CONDITION = re.compile(
    r"\b(?:if|where|when(?:ever)?(?!:)|in (?:the event|case)|should(?= (?:the|an?|any|no|such|there|he|she|it|they|"
    r"either|management)\b)|(?:any|an?|each|every) (?:grievances?|appeals?|complaints?|matters?)"
    r"(?= (?:(?:is |are )?not\b|(?:up)?on which\b|(?:which|that) (?:is|has|are|have) not\b))|"
    r"^\W*(?:grievances?|complaints?|appeals?)(?= not\b)|^\W*failure\b)",
    re.I,
)
_SUBJECT = r"(?:the|an?|such|either|any|this|that|said|he|she|it|they|he/she|his/her)"
_MODAL = r"\b(?:may|shall|will|must|can)\b"
AFTER_COMMA = re.compile(
    rf"(?:,\s*(?:then,?\s+)?|\bthen,?\s+)(?P<main>{_SUBJECT}\b(?:(?!{_MODAL})[^;.])*?"
    rf"(?:{_MODAL}|\b(?:is|are|has|have)\b).*)$",
    re.I | re.S,
)
# 'If no arbitrator can be agreed upon': 'can' belongs to the condition.
UNMARKED = re.compile(rf".*\s(?P<main>{_SUBJECT}\b(?:(?!{_MODAL})[^;.])*?(?!can\b){_MODAL}.*)$", re.I | re.S)
MODAL = re.compile(rf"(?P<main>(?!can\b){_MODAL}.*)$", re.I | re.S)
OBLIGED = re.compile(r"\b(?:may|shall|will|must|can|should)\b(?! the\b)", re.I)
# Nothing but the lead of the number stands after the condition: what is to be done comes after the number.
LEAD_ALONE = re.compile(
    rf"(?:,|\bthen\b)\s*(?:then,?\s*)?(?:(?:{_SUBJECT}|the \w+),\s*)?(?:but\s+)?"
    r"(?:within|(?:no|not) (?:later|more) than|by|in|for)\s+(?:the\s+|a period of\s+)?$",
    re.I,
)
_OURS = (
    r"(?:appeal|refer|advanc|fil|submitt?|present|process|mov|tak|pursu|initiat|elevat|forward|invok|request|demand|"
    r"carri|proceed|brought|rais)\w*"
)
NOT_BY_US = re.compile(
    rf"\bnot (?:been |be )?(?:(?:so|timely|duly|properly) )?{_OURS}\b|\b(?:union|association|grievant|"
    rf"employee)\b[^,;.]"
    rf"{{0,30}}\b(?:fails?|does not|do not)(?: to)? {_OURS}\b|"
    rf"\bno (?:such )?(?:grievance|appeal|request|claim)\b[^;.]{{0,20}}\b(?:is|was|has been|have been) {_OURS}\b|"
    r"\bfailure (?:of|by|on the part of) (?:the )?(?:aggrieved )?(?:union|association|grievant|employee|"
    r"party)\b[^;.]{0,40}"
    r"\bto \w+",
    re.I,
)
ANSWER_NOUN = r"(?:answers?|respon[ds]\w*|repl(?:y|ies)|decisions?|decide[ds]?|dispositions?|determinations?)"
NOT_BY_THEM = re.compile(
    rf"\b(?:no|not|cannot|fail(?:s|ed|ure)?|without|un(?:able|answered))\b[^,;.]{{0,60}}\b{ANSWER_NOUN}\b|"
    rf"\b{ANSWER_NOUN}\b[^,;.]{{0,50}}\b(?:not|cannot)\b|"
    r"\b(?:no|not|cannot)\b[^,;.]{0,60}\b(?:settled|resolved|adjusted|settlement|resolution|agreement)\b|"
    r"\b(?:settlement|resolution|agreement)\b[^,;.]{0,60}\b(?:not|cannot)\b|"
    r"\b(?:fails?|failed|failing|unable|cannot|do not|does not)\b(?: to)? (?:agree|settle|resolve|adjust|decide|"
    r"act|meet)\b",
    re.I,
)


# 'Is timely when filed within thirty days', 'if sent there within ten days': what must be done in time.
DONE_IN_TIME = re.compile(
    r"^\W*(?:if|when|where)\s+(?:(?:it|they|an appeal|the appeal|the grievance)\s+(?:is|are|was|were)\s+)?"
    r"(?:filed|submitted|presented|sent|received|postmarked|made|initiated|delivered|appealed|raised|brought)\b",
    re.I,
)
# 'If no arbitrator can be agreed upon within ten days': the choice of the arbitrator.
_CHOSEN = r"(?:arbitrators?|third (?:member|person|party)|chair(?:man|person)?|umpire|referee)"
OF_CHOICE = re.compile(
    rf"\b{_CHOSEN}\b[^;.]{{0,30}}\b(?:agreed|selected|chosen|named)\b|"
    rf"\b(?:agree(?:ment)?|select|choose|name)\b[^;.]{{0,60}}\b{_CHOSEN}\b",
    re.I,
)


class Part(NamedTuple):
    """The words before a number that govern it. `condition`: they only say when something else is to be done."""

    text: str
    condition: bool


def governing(before: str) -> Part:
    begun = [*CONDITION.finditer(before)]
    if not begun:
        return Part(before, condition=False)
    rest = before[begun[-1].start() :]
    if "," in rest and OBLIGED.search(before[: begun[-1].start()]):
        return Part(before, condition=False)  # 'shall, if he wishes, discuss it within ten days'
    if LEAD_ALONE.search(rest) and not MODAL.search(rest):
        return Part("", condition=False)
    said = rest[len(begun[-1][0]) :]
    main = AFTER_COMMA.search(said) or UNMARKED.search(said) or MODAL.search(said)
    if main is None:
        return Part(rest, condition=True)
    # 'If, after they confer, a settlement is not reached within three days': still the condition.
    still = not MODAL.search(main["main"]) and NOT_BY_THEM.search(main["main"])
    return Part(main["main"], condition=bool(still))
