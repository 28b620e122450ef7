"""What each channel can carry: subject lines, text message size, who speaks, how to stop."""

from collections.abc import Iterator

from comms.checks import sms
from comms.checks.parts import Draft, Finding, Ground, Level
from comms.checks.words import fold
from unionops.platform.core import lazy_re as re

SUBJECT_LIMIT = 60
SEGMENT_LIMIT = 3
_WORD_LIMITS = {"social": 120, "flyer": 180, "board": 220}
_STOP = re.compile(
    r"\bSTOP\b(?! +(?:THE|THIS|THAT|ALL|ANY|A|OUR|THEIR|WORK|IT)\b)|\bALTO\b|\bPARAR\b|"
    r"\b(?i:(?:reply|text|send|write|type|responda|responde|envíe|envie|escriba|conteste|"
    r"mande)\W+(?:with\s+|con\s+|back\s+)?"
    r"(?:['\"“‘]\s*)?(?:stop|end|quit|alto|parar)|stop\s*(?:=|to (?:end|opt|quit|unsub)|2)|opt[- ]?out)"
)
_BREAK = re.compile(r"[\r\n\x00-\x08\x0b\x0c\x0e-\x1f\u2028\u2029]")


def check(draft: Draft, ground: Ground) -> Iterator[Finding]:
    if draft.channel == "email":
        yield from _email(draft)
    elif draft.channel == "sms":
        yield from _sms(draft, ground)
    limit = _WORD_LIMITS.get(draft.channel)
    if limit and (count := len(draft.body.split())) > limit:
        yield Finding("too_long", Level.ADVICE, "body", 0, len(draft.body), str(count), str(limit))


def _email(draft: Draft) -> Iterator[Finding]:
    length = len(draft.subject)
    if not draft.subject.strip():
        yield Finding("subject_empty", Level.BLOCK, "subject", 0, length)
    if length > SUBJECT_LIMIT:
        span = SUBJECT_LIMIT, length
        yield Finding("subject_long", Level.ADVICE, "subject", *span, str(length), str(SUBJECT_LIMIT))
    for name in ("subject", "preheader"):
        for match in _BREAK.finditer(getattr(draft, name)):
            yield Finding("line_break", Level.BLOCK, name, *match.span())


def _sms(draft: Draft, ground: Ground) -> Iterator[Finding]:
    size, end = sms.size(draft.body), len(draft.body)
    long = sms.size(sms.filled(draft.body))
    if long.segments > SEGMENT_LIMIT:
        yield Finding("sms_long", Level.FIX, "body", 0, end, str(long.segments), str(SEGMENT_LIMIT))
    signs = [(at, sign) for at, sign in size.odd if not sign.isalpha()]
    if signs and all(not sign.isalpha() for _, sign in size.odd):
        at = signs[0][0]
        odd = " ".join(dict.fromkeys(sign for _, sign in signs))
        instead = sms.plain(odd) if sms.size(sms.plain(odd)).encoding == "GSM-7" else "A-Z, 0-9 . , ! ?"
        yield Finding("sms_signs", Level.ADVICE, "body", at, at + 1, odd, instead)
    if ground.sender and not _names_sender(draft.body, ground.sender):
        yield Finding("sms_sender", Level.FIX, "body", 0, 0, "", ground.sender)
    if ground.klass != "legal_notice" and not _STOP.search(draft.body):
        yield Finding("sms_stop", Level.FIX, "body", end, end)


def _names_sender(body: str, sender: str) -> bool:
    return fold(sender) in fold(body) or "{{ local_name }}" in body
