"""A contract's time limit before a date is put in: which event starts it, the counting rule, and what silence does."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from grievances.deadlines.anchors import CHOICES, NO_LIMIT, Anchor, Events, choose
from grievances.deadlines.counting import Count, count
from grievances.deadlines.filing import FiledMeans
from grievances.deadlines.pauses import Pause
from grievances.deadlines.reading import BadRuleError, parse_rule, parse_whole
from grievances.deadlines.rule import Rule
from grievances.deadlines.silence import Silence

PLACEHOLDER = "2000-01-03"
OWN_KEYS = {"anchor_kind", "offset_days", "silence", "applies_if", "filed_means"}


@dataclass(frozen=True)
class Limit:
    """`written` is the rule of `reading` without `anchor`, with `anchor_kind` in its place (in `cap` and `opens` as
    well).
    """

    written: Mapping[str, object] = field(hash=False)

    def __post_init__(self) -> None:
        check_limit(self.written)

    @property
    def silence(self) -> Silence:
        return Silence(str(self.written.get("silence") or Silence.NO_EFFECT))

    @property
    def timeless(self) -> bool:
        """The agreement names the step and sets no time for it."""
        return self.written["anchor_kind"] == NO_LIMIT

    def anchor(self, events: Events) -> Anchor | None:
        return choose(str(self.written["anchor_kind"]), events, _offset(self.written))

    def rule(self, events: Events, pauses: tuple[Pause, ...] = ()) -> Rule | None:
        """The rule with its dates put in; None while the starting date is unknown. A cap without a date is left out."""
        filled = dated(self.written, events)
        return None if filled is None else parse_rule(filled).with_pauses(pauses)

    def count(self, events: Events, pauses: tuple[Pause, ...] = ()) -> Count | None:
        rule = self.rule(events, pauses)
        return count(rule) if rule else None

    def with_service_days(self, days: int) -> "Limit":
        return replace(self, written={**self.written, "service_add_days": days})


def _offset(written: Mapping[str, object]) -> int:
    return parse_whole(written.get("offset_days") or 0, "offset_days")


def dated(written: Mapping[str, object], events: Events, key: str = "") -> dict[str, object] | None:
    """The written rule with the day it starts put in; None while no date for it is known."""
    anchor = choose(check_kind(written, key), events, _offset(written))
    if anchor is None:
        return None
    plain = {name: value for name, value in written.items() if name not in OWN_KEYS}
    for name in ("cap", "opens"):
        plain[name] = _inner(written.get(name), events, f"{key}{name}.")
    return plain | {"anchor": anchor.day.isoformat()}


def _inner(written: object, events: Events, key: str) -> object:
    """A cap with its own anchor stays as it is; one with an anchor kind gets its day, or goes when none is known."""
    if not isinstance(written, Mapping) or written.get("anchor") is not None:
        return written
    return dated(written, events, key)


def check_kind(written: Mapping[str, object], key: str) -> str:
    kind = str(written.get("anchor_kind") or "")
    if kind not in CHOICES:
        raise BadRuleError(f"{key}anchor_kind", f"{kind!r} is not one of: {', '.join(CHOICES)}")
    return kind


def check_limit(written: object, key: str = "") -> None:
    """Raises BadRuleError, naming the key, when this cannot become a rule."""
    if not isinstance(written, Mapping):
        raise BadRuleError(key.rstrip(".") or "rule", "must be an object")
    check_kind(written, key)
    plain = {name: value for name, value in written.items() if name not in OWN_KEYS | {"cap", "opens"}}
    parse_rule(plain | {"anchor": PLACEHOLDER}, key)
    for name in ("cap", "opens"):
        if written.get(name) is not None:
            check_limit(written[name], f"{key}{name}.")
    if written.get("filed_means") not in (None, "", *FiledMeans):
        raise BadRuleError(f"{key}filed_means", f"{written['filed_means']!r} is not one of: {', '.join(FiledMeans)}")
    if written.get("silence") not in (None, "", *Silence):
        raise BadRuleError(f"{key}silence", f"{written['silence']!r} is not one of: {', '.join(Silence)}")
