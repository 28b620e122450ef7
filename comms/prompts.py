"""The words the model gets for a draft or a rewrite, and how its text is read back."""

from __future__ import annotations

from comms.checks.parts import Draft
from comms.composing import HEADED
from unionops.platform.ai.prompts import PromptText
from unionops.platform.core import json_text
from unionops.platform.core import lazy_re as re

_RULES = (
    "You write messages of a union local to its members. A volunteer gave you a brief; you only put it into words.\n"
    "- Use every fact of the brief exactly as it stands: dates, times, rooms, sums, numbers, names, "
    "links, phone numbers.\n"
    "- Add no fact, no name, no number, no date, no link and no promise that is not in the brief or its sources.\n"
    "- Put words in quotation marks only when they are copied, word for word, from a source.\n"
    "- Plain words, short sentences, reading grade 8. Spell out abbreviations.\n"
    "- Start with what it means for the reader. One ask. Do not promise how anything will end.\n"
    "- Name no member and no case.\n"
    "- For the reader's name write {{ first_name }} with both pairs of braces. Use no other placeholder.\n"
    "- Answer with the message itself and nothing else: no comments, no explanations, no choices."
)

DRAFT = PromptText(
    name="comms.draft",
    system=_RULES,
    task=(
        "Brief\nWhat must be said: {purpose}\n\nFacts (use them exactly):\n{facts}\n\n"
        "Written for: {audience}\nKind of message: {klass}\nIt speaks for: {sender}\nLanguage: {language}\n\n"
        "Form: {form}\n\n{example}"
    ),
    temperature=0.4,
    num_predict=900,
    untrusted=("purpose", "facts"),
    memory=("style", "glossary", "signature", "fact", "example"),
)
REWRITE = PromptText(
    name="comms.rewrite",
    system=_RULES,
    task=(
        "Facts that must stay exactly as they are:\n{facts}\n\nThe message as it is now:\n{before}\n\n"
        "Rewrite it: {manner}. Keep every date, time, place, number, name and link. Language: "
        "{language}\n\nForm: {form}"
    ),
    temperature=0.3,
    num_predict=900,
    untrusted=("facts", "before"),
    memory=("style", "glossary"),
)

REWRITE_PART = PromptText(
    name="comms.rewrite-part",
    system=_RULES,
    task=(
        "Facts that must stay exactly as they are:\n{facts}\n\nThe whole message:\n{before}\n\n"
        "Rewrite only this paragraph of it: {part}\n\nMake it {manner}. Keep every date, time, place, number, name and "
        "link of the paragraph. Language: {language}\n\nAnswer with the new paragraph and nothing else."
    ),
    temperature=0.3,
    num_predict=400,
    untrusted=("facts", "before", "part"),
    memory=("style", "glossary"),
)
TRANSLATE = PromptText(
    name="comms.translate",
    system=_RULES,
    task=(
        "Facts that must stay exactly as they are:\n{facts}\n\nThe message in English:\n{before}\n\n"
        "Translate it into {language}, plainly, as people at work say it. Keep names, rooms, links, phone "
        "numbers, numbers "
        "and fields in double braces as they are. Quotations from the contract stay in "
        "English.\n{terms}\n\nForm: {form}"
    ),
    temperature=0.2,
    num_predict=1200,
    untrusted=("facts", "before"),
    memory=("style",),
)

MANNERS = {
    "shorter": "about a third shorter",
    "plainer": "in plainer words and shorter sentences, for a reader who is tired after a shift",
    "urgent": "with more urgency, without alarm and without promises",
}
FORMS = {
    "email": (
        "an e-mail of 120 to 220 words. First line: 'Subject: ' and a subject of at most 55 signs. "
        "Second line: 'Preheader: ' "
        "and one short line. Then an empty line, then the text, beginning with a greeting to {{ first_name }}."
    ),
    "sms": (
        "one text message of at most 300 signs, no accents beyond need, no emoji: who speaks, the one "
        "fact, the one ask, a link."
    ),
    "letter": (
        "a letter of 150 to 250 words, beginning 'Dear {{ full_name }},'. First line: 'Subject: ' and what it is about."
    ),
    "flyer": (
        "a flyer: a headline, at most three short lines beginning with '- ', when and where, who to "
        "call. At most 70 words."
    ),
    "board": "a notice for a bulletin board: a neutral heading, the facts, who to call. At most 90 words.",
    "phone": (
        "a phone script: an open question first, then the point in two sentences, the ask, and what to "
        "say to yes and to no."
    ),
    "talking_points": "at most five talking points beginning with '- ', then two likely questions with answers.",
    "social": "a post for the public of at most 270 signs. The employer reads it: nothing about plans or people.",
    "newsletter": "a newsletter item: a headline, then 80 to 140 words.",
    "meeting_notice": (
        "a meeting notice: date, time with every alternative, place, agenda as a list, whom to tell about access needs."
    ),
    "web": "a web page text of 120 to 220 words with a headline on the first line.",
}
LANGUAGES = {"en": "English", "es": "Spanish"}
_LABEL = re.compile(
    r"^[\s*#>_-]*(?P<name>subject|asunto|preheader|preview(?: text)?)[\s*_]*:[\s*_]*(?P<text>.*?)[\s*_]*$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:sure|certainly|of course|okay|here(?:'s| is| are)|below is|claro|aquí)\b[^\n]{0,80}[:!]\s*$", re.IGNORECASE
)
_FENCE = re.compile(r"^\s*```\w*\s*\n?|\n?\s*```\s*$")


def form(channel: str) -> str:
    return FORMS[channel]


def facts_as_lines(facts: list[tuple[str, str]]) -> str:
    return "\n".join(f"- {kind}: {value}" for kind, value in facts) or "- (none given)"


def read(text: str, channel: str, language: str) -> Draft:
    """A draft from what the model wrote: its 'Subject:' lines taken apart, talk around it cut off.

    A subject and a preheader are kept for the channels that show them.
    """
    cleaned = _FENCE.sub("", text.strip())
    if (found := _from_json(cleaned)) is not None:
        return _draft(channel, found.get("body", ""), found, language)
    lines = cleaned.splitlines()
    while lines and (not lines[0].strip() or _TALK.match(lines[0].strip())):
        lines.pop(0)
    labels: dict[str, str] = {}
    while lines and (match := _LABEL.match(lines[0])):
        name = "subject" if match["name"].lower() in {"subject", "asunto"} else "preheader"
        labels[name] = match["text"].strip('“”"')
        lines.pop(0)
    body = "\n".join(lines).strip()
    return _draft(channel, body, labels, language)


def _draft(channel: str, body: str, labels: dict[str, str], language: str) -> Draft:
    subject = labels.get("subject", "") if channel in HEADED else ""
    return Draft(channel, body, subject, labels.get("preheader", "") if channel == "email" else "", language)


def _from_json(text: str) -> dict[str, str] | None:
    """Some models answer in JSON whatever they are told."""
    if not text.startswith("{"):
        return None
    try:
        found = json_text.loads(text)
    except ValueError:
        return None
    parts = {str(k).lower(): str(v) for k, v in found.items() if isinstance(v, str)}
    body = parts.get("body") or parts.get("text") or parts.get("message")
    return {**parts, "body": body} if body else None


def terms_as_lines(terms: list[tuple[str, str]]) -> str:
    """The local's own words for a term, to be used and no others."""
    return "\n".join(f"- Say “{theirs}” for “{ours}”." for ours, theirs in terms)


def paragraphs(text: str) -> list[str]:
    """Paragraphs as a reader counts them."""
    return [part for part in text.split("\n\n") if part.strip()]


def as_example(text: str) -> str:
    """An approved message of the same kind, for its manner only."""
    if not text:
        return ""
    return f"This is how we wrote an earlier message. Copy its manner, none of its facts:\n{text[:1200]}"
