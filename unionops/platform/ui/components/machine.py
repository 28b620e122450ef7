"""Parts that show whose words these are: the model's, the contract's, and how far a job is."""

from typing import Any

from django.utils.safestring import SafeString

from unionops.platform.ui.components.part import one_of, part


def model_box(
    content: str, title: Any = "", *, reviewed_by: Any = "", busy: Any = False, state: Any = ""
) -> SafeString:
    """The model's words: violet and called so until a person took them; `state` is one line of status."""
    return part("model_box", content=content, title=title, reviewed_by=reviewed_by, busy=busy, state=state)


def quote_block(content: str, cite: Any = "", *, url: str = "") -> SafeString:
    """Words of the contract, in serif, with where they stand."""
    return part("quote_block", content=content, cite=cite, url=url)


def progress_bar(
    label: Any, value: Any, top: Any = 100, *, note: Any = "", tone: str = "", quiet: bool = False
) -> SafeString:
    """How much of something is done; `value` None means that nobody knows. `quiet`: the label is only read aloud."""
    one_of("tone", tone, ("", "ai", "warn", "good"))
    return part("progress_bar", label=label, value=value, top=top or 100, note=note, tone=tone, quiet=quiet)


def model_off(state: Any, *, instead: Any = "") -> SafeString:
    """Why the model cannot help here now, what to do, and what works without it; nothing when it is ready."""
    if getattr(state, "ready", False):
        return SafeString("")
    return part("model_off", reason=state.reason, fix=state.fix, instead=instead)


def fold(content: str, label: Any, *, unfolded: Any = False) -> SafeString:
    """More about something, folded away until asked for."""
    return part("fold", content=content, label=label, unfolded=unfolded)
