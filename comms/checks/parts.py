"""The words the checks speak in: a draft, the ground it stands on, and what was found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

SHORT_CHANNELS = frozenset({"sms", "social"})
SPOKEN_CHANNELS = frozenset({"phone", "talking_points"})
SHARED_CHANNELS = frozenset({"flyer", "board", "social", "newsletter", "talking_points", "meeting_notice", "web"})


class Level(StrEnum):
    """`block` must be changed, `fix` may be kept with a reason, `advice` never stops anyone."""

    BLOCK = "block"
    FIX = "fix"
    ADVICE = "advice"


@dataclass(frozen=True)
class Fact:
    """One locked fact of the brief."""

    id: str
    kind: str
    value: str


@dataclass(frozen=True)
class Source:
    """A text that may be quoted: a clause of an agreement, minutes, an earlier message."""

    id: str
    label: str
    text: str


@dataclass(frozen=True)
class Draft:
    """One version of a message: for one audience, channel and language."""

    channel: str
    body: str
    subject: str = ""
    preheader: str = ""
    language: str = "en"

    def fields(self) -> Iterable[tuple[str, str]]:
        return (("subject", self.subject), ("preheader", self.preheader), ("body", self.body))

    def whole(self) -> str:
        return "\n".join(text for _, text in self.fields() if text)

    def told(self) -> str:
        """What every reader sees; many mail programs show no preheader."""
        return "\n".join(text for text in (self.subject, self.body) if text)


@dataclass(frozen=True)
class Ground:
    """What is true, allowed and known when a draft is checked."""

    today: date
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    purpose: str = ""
    known: tuple[str, ...] = ()
    klass: str = "representational"
    sector: str = "federal"
    sender: str = ""
    candidates: tuple[str, ...] = ()
    merge_fields: frozenset[str] = frozenset()
    unfilled: dict[str, int] = field(default_factory=dict)
    is_person: Callable[[str], bool] | None = None
    grade_target: int = 8
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    original: str = ""
    house: frozenset[str] = frozenset()

    def allowed_text(self) -> str:
        """Everything a name, number or link may rightly come from."""
        parts = [self.purpose, self.sender, *self.known]
        parts += [fact.value for fact in self.facts]
        parts += [f"{source.label}. {source.text}" for source in self.sources]
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True)
class Finding:
    """One thing a check found: what, where, and what was expected."""

    code: str
    level: Level
    field: str
    start: int
    end: int
    text: str = ""
    expected: str = ""
    fact: str = ""

    @property
    def keepable(self) -> bool:
        return self.level is Level.FIX

    @property
    def key(self) -> str:
        """The same finding in the same words: a kept reason hangs on this."""
        return f"{self.code}|{self.field}|{self.text}|{self.expected}"
