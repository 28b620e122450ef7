"""Writes a version from the brief and a pattern, without any model: every word is the brief's or the pattern's."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from comms import patterns
from comms.checks import dates, facts, sms, times
from comms.checks.lexicon import SMALL_WORDS
from comms.checks.parts import Draft, Fact, Source
from comms.checks.words import listed
from unionops.platform.core import lazy_re as re

_SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
_EXTRA_BLANKS = re.compile(r"\n{3,}")
_ORDER = re.compile(
    r"^(?:please\s+)?(?P<verb>tell|inform|notify|remind|let|write to|message|announce to|invite|"
    r"ask)\s+(?:all\s+|the\s+|our\s+|every\s+)*"
    r"(?:members|people|everyone|everybody|stewards|workers|staff|[\w\s-]{0,40}?(?:members|workers|staff|people|stewards|shift))\s+"
    r"(?:know\s+)?(?:(?P<to>to)|that|about|of|why|how)\s+",
    re.IGNORECASE,
)
HATCH = {
    "en": "Please do not read or forward this message on duty or in a federal building.",
    "es": "Por favor no lea ni reenvíe este mensaje on duty (en horas de trabajo) ni en un edificio federal.",
}
ENGLISH_GOVERNS = "El texto en inglés es el que vale."
GREETING = {"en": "Hello {{ first_name }},", "es": "Hola {{ first_name }}:"}
SPANISH_MONTHS = listed("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
SPANISH_DAYS = listed("lunes martes miércoles jueves viernes sábado domingo")
SPANISH_SMALL = {"and": "y", "or": "o", "to": "a", "from": "de", "at": "a las", "until": "hasta"}
SPANISH_SMALL |= {"noon": "mediodía", "midnight": "medianoche", "through": "a"}
_SMALL = re.compile(rf"\b({'|'.join(SPANISH_SMALL)})\b", re.IGNORECASE)
_A_MONTH = "|".join(sorted(dates.MONTHS, key=len, reverse=True))
_DAYS = re.compile(
    rf"\b(?P<month>{_A_MONTH})\b\.?\s+(?P<first>\d\d?)"
    rf"(?P<joint>\s?[-–—]\s?|\s(?:and|to|through)\s)(?P<last>\d\d?)\b"
    rf"(?:,?\s+(?P<year>\d{{4}}))?(?!\s*(?:[:ap]|{_A_MONTH}\b))",
    re.IGNORECASE,
)
MARKS = '“”" '
_JOINT = re.compile(r"[:,]\s|\s(?:so that|because|which|while|para que|porque)\s")
LONGEST_HEADLINE = 160
LIMITS = {"sms": 306, "social": 280}  # signs; a text message is measured in segments


@dataclass(frozen=True)
class Material:
    """A brief as the writers see it; `title` heads the message."""

    purpose: str
    facts: Sequence[Fact]
    sources: Sequence[Source]
    title: str = ""
    klass: str = "representational"
    sender: str = ""
    today: datetime.date = datetime.date(1970, 1, 1)


# What is headed by a subject; the others begin with their first words.
HEADED = frozenset({"email", "letter", "flyer", "board", "newsletter", "meeting_notice", "web"})


def compose(material: Material, channel: str, language: str, pattern: tuple[str, str] | None = None) -> Draft:
    """One version; long texts for short channels lose whole slots, never half a fact."""
    subject, body = pattern or patterns.pattern(channel, language)
    slots = slots_of(material, language)
    if channel in LIMITS:
        return Draft(channel, _short(body, slots, channel), language=language)
    preheader = slots["when"] or slots["deadline"] or slots["headline"] if channel == "email" else ""
    return Draft(channel, fill(body, slots), _subject(fill(subject, slots)), preheader[:140], language)


def fill(pattern: str, slots: dict[str, str]) -> str:
    """Lines with an empty slot go; fields that are no slots of the brief stay for the mail merge."""
    kept = []
    for line in pattern.split("\n"):
        names = [name for name in _SLOT.findall(line) if name in slots]
        if names and not any(slots[name] for name in names):
            continue
        kept.append(_SLOT.sub(lambda m: slots.get(m[1], m[0]), line))
    return _without_echo(_EXTRA_BLANKS.sub("\n\n", "\n".join(kept)).strip())


def _without_echo(text: str) -> str:
    """A heading that only repeats the sentence below it, or its beginning, says nothing."""
    parts = text.split("\n\n")
    return "\n\n".join([*(part for part, below in pairwise(parts) if not _repeats(part, below)), parts[-1]])


def _repeats(heading: str, below: str) -> bool:
    short, long = (part.strip(" .!").casefold() for part in (heading, below))
    return long.startswith(short[:-1]) if short.endswith("…") else short == long


def slots_of(material: Material, language: str) -> dict[str, str]:
    spanish = language.startswith("es")
    by_kind: dict[str, list[str]] = {}
    for fact in material.facts:
        by_kind.setdefault(_slot_kind(fact), []).append(said(fact, language))
    purpose = for_members(material.purpose)
    title = material.title or headline(purpose)
    deadline = _joined(by_kind.get("deadline", []), spanish)
    return {
        "title": title,
        "headline": headline(purpose, LONGEST_HEADLINE),
        "greeting": GREETING["es" if spanish else "en"],
        "purpose": _sentence(purpose),
        "story": "\n\n".join(_sentence(text) for text in by_kind.get("story", [])),
        "facts": "\n".join(f"- {line}" for line in by_kind.get("figure", [])),
        "when": _when(by_kind, spanish),
        "where": ", ".join(by_kind.get("room", [])),
        "deadline": f"{'Fecha límite:' if spanish else 'Please act by'} {deadline}." if deadline else "",
        "quotes": _quotes(material, by_kind.get("quotation", [])),
        "contact": ", ".join(by_kind.get("reach", [])),
        "link": " ".join(by_kind.get("link", [])),
        "sender": material.sender,
        "footer_note": "\n".join(_notes(material.klass, spanish)),
    }


def dress(draft: Draft, *, klass: str, sender: str) -> Draft:
    """Adds the lines a text must carry whoever wrote it: who speaks, how to stop, when not to read it."""
    body = draft.body.strip()
    spanish = draft.language.startswith("es")
    if draft.channel == "sms":
        body = _dress_sms(sms.plain(body), klass, sender, spanish)
    elif klass == "political" and "federal building" not in body.lower() and "edificio federal" not in body.lower():
        body = f"{body}\n\n{HATCH['es' if spanish else 'en']}"
    return replace(draft, body=body, subject=draft.subject.strip())


def subject_of(draft: Draft) -> str:
    """The subject where the channel shows one, and the words do not begin with it: a flyer has its title once."""
    first = draft.body.strip().partition("\n")[0].strip(" #*.!").casefold()
    own = draft.channel in {"email", "letter", "web"} or draft.subject.strip(" .!").casefold() != first
    return draft.subject if own and draft.channel in HEADED else ""


def for_members(purpose: str) -> str:
    """'Tell members that X' -> 'X'; what is no such order stays as it is."""
    text = " ".join(purpose.split())
    match = _ORDER.match(text)
    if not match:
        return text
    rest = text[match.end() :]
    if match["to"]:
        return f"You are invited to {rest}" if match["verb"].lower() == "invite" else f"Please {rest}"
    return rest[:1].upper() + rest[1:] or text


def headline(text: str, limit: int = 60) -> str:
    """The first sentence; one that is too long is cut between its clauses or words and ends with '…'."""
    first = re.split(r"(?<=[.!?])\s|;\s|\s[–—-]\s", text.strip())[0].rstrip(".!; ")
    if len(first) <= limit:
        return first
    joints = [match.start() for match in _JOINT.finditer(first) if limit / 3 <= match.start() < limit]
    words = (first[: joints[-1]] if joints else first[:limit].rsplit(" ", 1)[0]).split(" ")
    while len(words) > 1 and words[-1].strip(",;:").lower() in SMALL_WORDS:
        words.pop()
    return f"{' '.join(words).rstrip(',;: ')}…"


def said(fact: Fact, language: str) -> str:
    """A fact in words: ISO dates and 24-hour clocks as people write them, figures with what they count."""
    kind, value = facts.kind_of(fact), " ".join(fact.value.split())
    if kind == "date":
        return _day_in_words(value, language)
    if kind == "time":
        return _time_in_words(value, language)
    if kind in {"money", "percent", "number"}:
        shown = f"${value}" if kind == "money" and re.fullmatch(r"[\d,.]+", value) else value
        shown = f"{value}%" if kind == "percent" and re.fullmatch(r"[\d.]+", value) else shown
        name = _label(fact)
        return f"{name}: {shown}" if name else shown
    return value


def _slot_kind(fact: Fact) -> str:
    kind = facts.kind_of(fact)
    if kind == "date" and re.search(r"deadline|due|by|until|rsvp", f"{fact.kind} {fact.id}", re.IGNORECASE):
        return "deadline"
    if kind in {"name", "phone", "email"}:
        return "reach"
    if kind in {"money", "percent", "number", "reference"}:
        return "figure"
    return kind if kind in {"date", "time", "room", "link", "quotation"} else "story"


def _label(fact: Fact) -> str:
    """'parking_refund' -> 'Parking refund'; 'f3' says nothing."""
    if re.fullmatch(r"[a-z]{0,5}[_-]?\d*", fact.id, re.IGNORECASE) and fact.id.lower() not in {
        "pay",
        "cost",
        "dues",
        "fee",
    }:
        return ""
    words = re.sub(r"[_-]+", " ", fact.id).strip()
    return words[:1].upper() + words[1:]


def _when(by_kind: dict[str, list[str]], spanish: bool) -> str:
    days, hours = (
        _joined(by_kind.get("date", []), spanish),
        _joined(by_kind.get("time", []), spanish, "o" if spanish else "or"),
    )
    if days and hours and not times.find(days):
        return f"{days}, {hours}"
    return days or hours


def _joined(parts: list[str], spanish: bool, word: str = "") -> str:
    word = word or ("y" if spanish else "and")
    return parts[0] if len(parts) == 1 else f" {word} ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _quotes(material: Material, quotations: list[str]) -> str:
    lines = ["“" + quotation.strip(MARKS) + "”" for quotation in quotations]
    for source in material.sources:
        if len(source.text.split()) <= 45 and not quotations:
            lines.append(f"{source.label}: “{' '.join(source.text.split())}”")
        else:
            lines.append(source.label)
    return "\n\n".join(dict.fromkeys(lines))


def _notes(klass: str, spanish: bool) -> list[str]:
    notes = [HATCH["es" if spanish else "en"]] if klass == "political" else []
    return [*notes, ENGLISH_GOVERNS] if spanish else notes


def _sentence(text: str) -> str:
    """With a capital letter and a stop; 'iPads' and 'local88.example' begin as they are."""
    text = text.strip()
    first = text.partition(" ")[0]
    if first[:1].islower() and not first[1:2].isupper() and not set("@/.") & set(first[:-1]):
        text = text[0].upper() + text[1:]
    return text if not text or text[-1] in '.!?:…”"' else f"{text}."


def _subject(text: str) -> str:
    return " ".join(text.split())[:200]


def _short(body: str, slots: dict[str, str], channel: str) -> str:
    """Drops the least needed slots until it fits: the contact when a link is there, then the headline shrinks."""
    tries = [slots, {**slots, "contact": ""} if slots["link"] else slots]
    tries += [{**tries[-1], "headline": headline(slots["headline"], limit)} for limit in (90, 60, 40, 25)]
    text = ""
    for attempt in tries:
        text = _tidy(_SLOT.sub(_filler(_said_once(attempt)), body))
        if _fits(text, channel):
            break
    return sms.plain(text) if channel == "sms" else text


def _said_once(slots: dict[str, str]) -> dict[str, str]:
    """Without the place and the day that the headline names, with or without the day's weekday."""
    headline = slots["headline"]
    day = slots["when"].partition(", ")[2]
    when = slots["when"] in headline or bool(re.search(r"\d{4}", day) and day in headline)
    return {
        **slots,
        "when": "" if when else slots["when"],
        "where": "" if slots["where"] in headline else slots["where"],
    }


def _filler(slots: dict[str, str]) -> Callable[[re.Match[str]], str]:
    """Fills a slot; what the pattern ends with a full stop itself comes without one."""

    def fill_in(match: re.Match[str]) -> str:
        value = slots.get(match[1], match[0])
        return value.rstrip(".") if match[1] in {"deadline", "headline"} else value

    return fill_in


def _fits(text: str, channel: str) -> bool:
    if channel != "sms":
        return len(text) <= LIMITS[channel]
    size = sms.size(sms.filled(sms.plain(text)))
    return size.segments <= (2 if size.encoding == "GSM-7" else 3)


def _tidy(text: str) -> str:
    text = re.sub(r"(?:\.\s+)+\.(?=\s|$)", ".", re.sub(r"\s+", " ", text))
    return re.sub(r"([.!?…])(?:\s*\.)+(?=\s|$)", r"\1", re.sub(r"\s+([.,])", r"\1", text)).strip(" .") + (
        "." if text.rstrip().endswith(".") else ""
    )


def _dress_sms(body: str, klass: str, sender: str, spanish: bool) -> str:
    if sender and sender.casefold() not in body.casefold():
        body = f"{sender}: {body}"
    if klass != "legal_notice" and not re.search(r"\bstop\b", body, re.IGNORECASE):
        body = f"{body} {'Responda STOP para salir.' if spanish else 'Reply STOP to opt out.'}"
    return body


def _day_in_words(value: str, language: str) -> str:
    """'2026-12-18' and '18-Dec-2026' in words; in Spanish an English date too, else as it was written."""
    if language.startswith("es"):
        return _in_spanish(value)
    found = dates.find(value) if re.fullmatch(r"\d{4}-\d\d-\d\d|\d\d?-[^\W\d_]+-\d{4}", value) else ()
    day = found[0].resolve(datetime.date(found[0].year, 1, 1)) if found and found[0].year else None
    return f"{day:%A, %B} {day.day}, {day.year}" if day else value


def _in_spanish(value: str) -> str:
    """'Tuesday, December 8, 2026 at 5 pm' -> 'martes 8 de diciembre de 2026 a las 5 pm'."""
    value = _DAYS.sub(_spanish_days, re.sub(r"\bat (?=noon|midnight)", "al ", value))
    for slot in reversed(dates.find(value)):
        if slot.text.isdigit() or " de " in slot.text:
            continue
        value = value[: slot.start] + _spanish_day(slot) + value[slot.start + len(slot.text.rstrip(".")) :]
    return _SMALL.sub(lambda match: SPANISH_SMALL[match[1].lower()], value)


def _spanish_days(match: re.Match[str]) -> str:
    """'December 8-10, 2026' -> '8 al 10 de diciembre de 2026'."""
    year = f" de {match['year']}" if match["year"] else ""
    joint = "y" if match["joint"].strip() == "and" else "al"
    month = SPANISH_MONTHS[dates.MONTHS[match["month"].lower()] - 1]
    return f"{match['first']} {joint} {match['last']} de {month}{year}"


def _spanish_day(slot: dates.DateSlot) -> str:
    day = slot.resolve(datetime.date(slot.year, 1, 1)) if slot.year else None
    weekday = slot.weekday if slot.weekday is not None or day is None else day.weekday()
    parts = [SPANISH_DAYS[weekday] if weekday is not None else "", str(slot.day) if slot.day else ""]
    parts += [f"de {SPANISH_MONTHS[slot.month - 1]}" if slot.month else "", f"de {slot.year}" if slot.year else ""]
    return " ".join(filter(None, parts))


def _time_in_words(value: str, language: str) -> str:
    if language.startswith("es"):
        return _in_spanish(value)
    if not (match := re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value)):
        return value
    hour, minute = int(match[1]), match[2]
    if hour < 12 and not value.startswith("0"):
        return value if hour < 10 else f"{hour}:{minute}"
    shown = f"{(hour - 1) % 12 + 1}:{minute}" if minute != "00" else str((hour - 1) % 12 + 1)
    return f"{shown} {'pm' if hour >= 12 else 'am'}"
