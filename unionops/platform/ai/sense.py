"""What a quotation leaves out that would turn it: the negation that governs its words, the exception behind them.

A quotation may begin behind a condition or a relative clause and end before one: its words are true and the reader is
shown the rest. It may not be cut from the 'no', 'not' or 'only' that governs its own verb, nor from an exception that
follows at once. The rules know English, Spanish and French.
"""

from enum import StrEnum

from unionops.platform.ai.quotes import NEGATORS, Span
from unionops.platform.core import lazy_re as re

# What turns all that follows in its sentence.
MORE = (
    "nothing none nobody cannot unless except ningún ninguna ninguno nada nadie salvo excepto aucun aucune nul nulle "
    "sauf"
)
TURNING = NEGATORS | frozenset(MORE.split())
# 'No later than noon' and 'not less than five' say how much, not whether; so 'Section No. 5' and 'not only'.
MEASURE = re.compile(
    r"\b(?:no|not)\s+(?:later|earlier|less|more|fewer|longer|sooner|greater)\s+than\b|\bno\s+(?:menos|más|mayor)\s+de\b"
    r"|\bnot\s+(?:only|limited\s+to)\b|\bno\s+(?:limitad[oa]s?|obstante)\b|\bno(?:\.\s*$|\.?(?=\s*\d))",
    re.I,
)
SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bNo)(?<!\bSec)(?<!\bArt)[.!?][\"'”»)\]]*\s+|\n\s*\n|\n(?=\s*(?:[^\W\d_a-zà-ÿ]|\(?\w{1,3}[.)]\s))"
)
WORD = re.compile(r"[^\W\d_]+(?:['’]t\b)?|[%‰]")
MODAL = (
    r"(?:shall|must|may|will|can|could|should|would|podr[áa]n?|pueden?|deber[áa]n?|deben?|ser[áa]n?"
    r"|peut|peuvent|doit|doivent|sera|seront)"
)
VERB = rf"(?:{MODAL}|is|are|was|were|be|has|have|had|does|do|did|es|son|est[áa]n?|est|sont|ha|han)"
# 'No employee ...', 'In no event ...', 'Nothing in this Article ...': at the beginning of a clause it governs its verb.
OPENING = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:and|but|or|that|y|pero|que|et|mais)\s+)"
    r"(?:(?:in|under|at|on|by|en|bajo|dans)\s+(?:no|ning[uú]n|ninguna|aucun)\s+(?:event|case|instance|way|circumstances?|time"
    r"|point|conditions?|account|means|caso|circunstancias?|momento|concepto|cas)"
    r"|(?<!que )no|none|neither|nothing|nobody|never|nor|ning[uú]n[oa]?|nada|nadie|jam[áa]s|tampoco|aucune?|nulle?)\b",
    re.I,
)
NOT = re.compile(
    rf"\b(?:{VERB}\s+(?:not|never)|cannot|\w+n['’]t|(?:no|nunca|jam[áa]s)\s+(?:se\s+)?{VERB}|ne\s+{VERB}(?:\s+pas)?)\b",
    re.I,
)
JOINED = re.compile(r"(?:\b(?:or|nor|and|ni|o|y|ou|et)|,)\s*$", re.I)
LABEL = re.compile(
    r"^(?:\s*(?:(?:section|sec\.|article|secci[oó]n|art[ií]culo)\s+)?(?:\(?[a-z]{1,3}[.)]|\(?\d[\w.()-]*)\s+){1,3}",
    re.I,
)
RELATIVE = re.compile(r",\s*(?:which|who|que|qui)\s*$", re.I)
NEW_CLAUSE = re.compile(r";|\b(?:but|however|pero|sino|mais)\b|[,\s]\s*(?:and|or|y|et)\s", re.I)
AND_OR = frozenset(["and", "or", "y", "et"])
CONDITION = re.compile(
    r"\b(?:if|in (?:the event|case)|en caso|when|where|once|until|because|since|although|while|whether|si|cuando|donde"
    r"|lorsque)\b",
    re.I,
)
OWN = re.compile(rf"\W*(?:[^\W\d_]+\s+){{0,6}}?{VERB}\b", re.I)  # a subject with its own verb
LIGHT = (
    "be been being have had has to at any time a the its their by in under itself himself herself themselves also "
    "either ever then thereby otherwise ser sido haber être been"
)
ADDING_NOTHING = TURNING | frozenset(LIGHT.split())
BEHIND = re.compile(
    r"[\s,;(]*\b(?:unless|except|excepting|excluding|other than|but (?:not|only)|save (?:for|that|as)|only|solely"
    r"|provided,?\s+however|salvo|excepto|a menos que|s[óo]lo|[úu]nicamente|sauf|[àa] moins|seulement)\b",
    re.I,
)
# 'the Employer shall | not pay', 'there is | no right', 'el Empleador | no podrá'; but 'if | no meeting is held'.
NOT_BEHIND = re.compile(rf"\s+(?:not|never|ne|no\s+(?:se\s+)?(?:{VERB}|\w+(?:rá|rán)))\b", re.I)
NO_BEHIND = re.compile(r"\s+no\s", re.I)
VERB_LAST = re.compile(rf"\b{VERB}\s*$", re.I)
ONLY = frozenset(["only", "solely", "sólo", "solo", "únicamente", "seulement"])


class LeftOut(StrEnum):
    """What the words of a quotation were cut off from."""

    NOTHING = ""
    NEGATION = "negation"
    EXCEPTION = "exception"


def left_out(span: Span, text: str) -> LeftOut:
    """What governs the words of the span and stands outside of it."""
    before = _measured(text[_sentence_start(text, span.start) : span.start])
    words = WORD.findall(before)
    last = words[-1].casefold() if words and before.rstrip().endswith(words[-1]) else ""
    if last in ONLY:
        return LeftOut.EXCEPTION
    if last in NEGATORS or _is_opened(before, text[span.start :]) or _is_denied(before, text[span.start :]):
        return LeftOut.NEGATION
    return _behind(span, text)


def widen(span: Span, text: str) -> Span:
    """The span with the 'not', the sign or the unit just outside it: nothing is shown without its negation."""
    start = _at_negation(text, span.start, 0)
    after = None if _is_ended(span, text) else re.match(r"[ \t\r\n]+([^\W\d_]+|[%‰])", text[span.end :])
    unit = after is not None and (after[1].casefold() in NEGATORS or after[1] in "%‰")
    money = re.search(r"[$€£¢]\s*$", text[:start]) if text[start : start + 1].isdigit() else None
    return Span(money.start() if money else start, span.end + after.end(1) if after and unit else span.end)


def in_sense(span: Span, text: str) -> Span:
    """The widened span, from the beginning of its sentence where a negation stands further up in it, and to its end
    where an exception follows.

    'prevent the Employer from ...' is shown as 'Nothing in this Article shall prevent the Employer from ...'.
    """
    start, end = widen(span, text)
    begun = _sentence_start(text, start)
    turned = {word.casefold() for word in WORD.findall(_measured(text[begun:start]))} & (TURNING | ONLY)
    if _behind(span, text) is LeftOut.EXCEPTION:
        closed = SENTENCE_END.search(text, end)
        end = len(text[: closed.start() + 1 if closed else len(text)].rstrip())
    return Span(begun if turned else start, end)


def _is_opened(before: str, after: str) -> bool:
    """'No employee who ... | shall be paid', 'In no event | shall it exceed', 'Nothing means that | they may'."""
    found = _last(OPENING, LABEL.sub("", before))
    if found is None or RELATIVE.search(before):
        return False
    since = found.string[found.end() :]
    verb = re.search(rf"\b{MODAL}\b", since, re.I)
    return ";" not in since if verb is None else _governs(since[verb.end() :], after)


def _is_denied(before: str, after: str) -> bool:
    """'may not be | moved', 'shall not at any time be | required', 'shall not be moved or | discharged'."""
    found = _last(NOT, before)
    return found is not None and _governs(before[found.end() :], after)


def _last(negation: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The last negation that does not stand in a condition that has ended: 'If it does not answer, | they may'."""
    found = list(negation.finditer(before))
    if not found or ("," in before[found[-1].end() :] and CONDITION.search(before[: found[-1].end()])):
        return None
    return found[-1]


def _governs(since: str, after: str) -> bool:
    """Whether a negated verb whose words `since` stand before the quotation still governs how it begins."""
    words = [word.casefold() for word in WORD.findall(since)]
    if re.match(rf"\W*{MODAL}\b", after, re.I) or (NEW_CLAUSE.search(since) and OWN.match(after)):
        return False
    if all(word in ADDING_NOTHING for word in words):
        return True
    if words[-1] in ("that", "que"):
        return True
    return JOINED.search(since) is not None and not _begins_anew(JOINED.sub("", since)) and not OWN.match(after)


def _begins_anew(since: str) -> bool:
    """Whether a clause with a verb of its own stands there: 'kept, copied or shown' is one verb's list."""
    starts = NEW_CLAUSE.finditer(since)
    return any(start[0].strip(" ,\n").lower() not in AND_OR or OWN.match(since[start.end() :]) for start in starts)


def _behind(span: Span, text: str) -> LeftOut:
    """What the words right behind the span take back."""
    if _is_ended(span, text):
        return LeftOut.NOTHING
    rest = _measured(text[span.end :])
    has_verb = VERB_LAST.search(text[span.start : span.end]) is not None
    if NOT_BEHIND.match(rest) or (has_verb and NO_BEHIND.match(rest)):
        return LeftOut.NEGATION
    return LeftOut.EXCEPTION if BEHIND.match(rest) else LeftOut.NOTHING


def _is_ended(span: Span, text: str) -> bool:
    return text[span.start : span.end].rstrip().endswith((".", ";", ":", "!", "?"))


def _sentence_start(text: str, place: int) -> int:
    ends = [match.end() for match in SENTENCE_END.finditer(text, 0, place)]
    begun = ends[-1] if ends else 0
    return begun + len(text[begun:place]) - len(text[begun:place].lstrip(" \t\r\n\"'“”«(["))


def _at_negation(text: str, place: int, begun: int) -> int:
    """Where the negation right before a place begins, else the place itself."""
    before = re.search(r"([^\W\d_]+)[ \t\r\n]+$", _measured(text[begun:place]))
    return begun + before.start(1) if before and before[1].casefold() in TURNING | ONLY else place


def _measured(text: str) -> str:
    """With blanks in place of what only looks like a negation."""
    return MEASURE.sub(lambda match: " " * len(match[0]), text)
