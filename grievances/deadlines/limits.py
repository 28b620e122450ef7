"""A contract's time limit before a date is put in: which event starts it, the counting rule, and what silence does."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from grievances.deadlines.anchors import CHOICES, Anchor, Events, choose
from grievances.deadlines.counting import Count, count
from grievances.deadlines.pauses import yearly_pauses
from grievances.deadlines.reading import BadRuleError, parse_rule, parse_whole
from grievances.deadlines.rule import Pause, Rule
from grievances.deadlines.silence import Silence

PLACEHOLDER = "2000-01-03"
OWN_KEYS = {"anchor_kind", "offset_days", "yearly_pauses", "silence", "applies_if", "filed_means"}


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

    def anchor(self, events: Events) -> Anchor | None:
        return choose(str(self.written["anchor_kind"]), events, _offset(self.written))

    def rule(self, events: Events, pauses: tuple[Pause, ...] = ()) -> Rule | None:
        """The rule with its dates put in; None while the starting date is unknown. A cap without a date is left out."""
        dated = _dated(self.written, events)
        if dated is None:
            return None
        rule = parse_rule(dated)
        yearly = yearly_pauses(_yearly(self.written), rule.anchor, rule.calendar)
        return rule.with_pauses(pauses + yearly)

    def count(self, events: Events, pauses: tuple[Pause, ...] = ()) -> Count | None:
        rule = self.rule(events, pauses)
        return count(rule) if rule else None

    def with_service_days(self, days: int) -> "Limit":
        return replace(self, written={**self.written, "service_add_days": days})


def _offset(written: Mapping[str, object]) -> int:
    return parse_whole(written.get("offset_days") or 0, "offset_days")


def _yearly(written: Mapping[str, object]) -> list[str]:
    found = written.get("yearly_pauses") or []
    if not isinstance(found, list):
        raise BadRuleError("yearly_pauses", f"{found!r} must be a list")
    return [str(text) for text in found]


def _dated(written: Mapping[str, object], events: Events) -> dict[str, object] | None:
    anchor = choose(_kind(written, ""), events, _offset(written))
    if anchor is None:
        return None
    dated = {key: value for key, value in written.items() if key not in OWN_KEYS}
    for name in ("cap", "opens"):
        inner = written.get(name)
        dated[name] = _dated(inner, events) if isinstance(inner, Mapping) else None
    return dated | {"anchor": anchor.day.isoformat()}


def _kind(written: Mapping[str, object], key: str) -> str:
    kind = str(written.get("anchor_kind") or "")
    if kind not in CHOICES:
        raise BadRuleError(f"{key}anchor_kind", f"{kind!r} is not one of: {', '.join(CHOICES)}")
    return kind


def check_limit(written: object, key: str = "") -> None:
    """Raises BadRuleError, naming the key, when this cannot become a rule."""
    if not isinstance(written, Mapping):
        raise BadRuleError(key.rstrip(".") or "rule", "must be an object")
    _kind(written, key)
    plain = {name: value for name, value in written.items() if name not in OWN_KEYS | {"cap", "opens"}}
    rule = parse_rule(plain | {"anchor": PLACEHOLDER}, key)
    for name in ("cap", "opens"):
        if written.get(name) is not None:
            check_limit(written[name], f"{key}{name}.")
    _check_words(written, rule, key)


def _check_words(written: Mapping[str, object], rule: Rule, key: str) -> None:
    try:
        yearly_pauses(_yearly(written), rule.anchor, rule.calendar, years=1)
    except ValueError as error:
        raise BadRuleError(f"{key}yearly_pauses", str(error)) from error
    if written.get("silence") not in (None, "", *Silence):
        raise BadRuleError(f"{key}silence", f"{written['silence']!r} is not one of: {', '.join(Silence)}")
