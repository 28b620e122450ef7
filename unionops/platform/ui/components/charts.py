"""Charts drawn on the server as SVG beside their numbers: no script, readable aloud, true on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from unionops.platform.ui.components.part import part

COLOURS = ("#174a7c", "#1b6138", "#7a4a00", "#5a3796", "#9b1c1c", "#5b4a1e")
WIDTH, HEIGHT, EDGE = 300.0, 100.0, 4.0


@dataclass(frozen=True)
class Bar:
    """One row: `of` is the whole it is a share of (then the bar is a percentage), `note` a last column."""

    label: str
    value: float
    of: float | None = None
    note: str = ""
    url: str = ""

    @property
    def share(self) -> float | None:
        if self.of is None:
            return None
        return 100 * self.value / self.of if self.of else 0.0


@dataclass(frozen=True)
class Point:
    """One moment of a line: what it is called and how high it stands."""

    label: str
    value: float


@dataclass(frozen=True)
class Slice:
    """One part of a whole."""

    label: str
    value: float
    url: str = ""


def bar_rows(
    rows: Sequence[Bar], caption: Any, *, head: Any, value_head: Any, note_head: Any = "", goal: float | None = None
) -> SafeString:
    """A table whose rows carry a bar. With `of` the bars are percentages and `goal` draws a line at that percent."""
    shares = any(row.of is not None for row in rows)
    top = 100.0 if shares else max((row.value for row in rows), default=0) or 1.0
    drawn = [_bar(row, top, goal if shares else None) for row in rows]
    return part(
        "bar_rows",
        rows=drawn,
        caption=caption,
        head=head,
        value_head=value_head,
        note_head=note_head,
        shares=shares,
        goal=goal,
    )


def _bar(row: Bar, top: float, goal: float | None) -> dict[str, Any]:
    length = row.share if row.share is not None else row.value
    low = goal is not None and length < goal
    width = max(0.0, min(100.0, 100 * length / top))
    return {"row": row, "width": _n(width), "low": low, "goal": None if goal is None else _n(goal - 0.5)}


def stacked_bar(slices: Sequence[Slice], caption: Any, *, head: Any = "", value_head: Any = "") -> SafeString:
    """Parts of one whole, in one bar, with a table as its legend."""
    whole = sum(each.value for each in slices) or 1.0
    drawn, left = [], 0.0
    for place, each in enumerate(slices):
        width = 100 * each.value / whole
        tint = place % len(COLOURS)
        drawn.append(
            {
                "slice": each,
                "x": _n(left),
                "width": _n(width),
                "share": width,
                "tone": tint + 1,
                "colour": COLOURS[tint],
            }
        )
        left += width
    return part("stacked_bar", slices=drawn, caption=caption, head=head, value_head=value_head)


def sparkline(values: Sequence[float], label: Any) -> SafeString:
    """A small line in a sentence; the label says in words what it shows."""
    if not values:
        return SafeString("")
    path = _path(_places(values, min(values), max(values)))
    return format_html(
        '<svg class="spark" viewBox="0 0 300 100" preserveAspectRatio="none" role="img" aria-label="{}">'
        '<path class="ln" d="{}" fill="none" stroke="#174a7c" stroke-width="2"'
        ' vector-effect="non-scaling-stroke"/></svg>',
        label,
        path,
    )


def line_chart(
    points: Sequence[Point],
    caption: Any,
    *,
    head: Any,
    value_head: Any,
    goal: float | None = None,
    unit: str = "",
    zero: bool = False,
) -> SafeString:
    """Something over time, its numbers in a table below. `zero` starts the height at nought."""
    values = [point.value for point in points]
    scale = [*values, *([goal] if goal is not None else []), *([0.0] if zero else [])]
    low, high = (min(scale), max(scale)) if scale else (0.0, 1.0)
    places = _places(values, low, high)
    return part(
        "line_chart",
        points=points,
        caption=caption,
        head=head,
        value_head=value_head,
        unit=unit,
        path=_path(places),
        dots=[(_n(x), _n(y)) for x, y in places],
        goal=goal,
        goal_y=None if goal is None else _n(_height(goal, low, high)),
        low=low,
        high=high,
    )


def _places(values: Sequence[float], low: float, high: float) -> list[tuple[float, float]]:
    gap = WIDTH - 2 * EDGE
    count = max(len(values) - 1, 1)
    return [(EDGE + gap * place / count, _height(value, low, high)) for place, value in enumerate(values)]


def _height(value: float, low: float, high: float) -> float:
    span = (high - low) or 1.0
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / span


def _path(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{'M' if place == 0 else 'L'}{_n(x)} {_n(y)}" for place, (x, y) in enumerate(places))


def _n(value: float) -> str:
    """A number for SVG: short, with a point whatever the reader's language."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
