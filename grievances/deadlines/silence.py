"""What follows when nobody answers in time: the seven effects contracts give to silence, and whose clock runs next."""

from dataclasses import dataclass
from enum import StrEnum


class Silence(StrEnum):
    DENIED_MAY_ADVANCE = "denied_may_advance"
    AUTO_ADVANCE = "auto_advance"
    AUTO_ADVANCE_MUST_FILE = "auto_advance_but_must_file"
    MUST_ADVANCE = "must_advance_or_withdrawn"
    SUSTAINED_NO_PRECEDENT = "sustained_no_precedent"
    GRANTED = "granted"
    NO_EFFECT = "no_effect"


@dataclass(frozen=True)
class Effect:
    """`our_clock`: our next limit starts at the missed date. `moves`: the case stands at the next step by itself.

    `decided`: the silence itself ends the step in our favour. `lost_if_late`: missing our own next date ends the case.
    """

    our_clock: bool
    moves: bool = False
    decided: str = ""
    precedent: bool = True
    lost_if_late: bool = True


EFFECTS: dict[Silence, Effect] = {
    Silence.DENIED_MAY_ADVANCE: Effect(our_clock=True),
    Silence.AUTO_ADVANCE: Effect(our_clock=False, moves=True, lost_if_late=False),
    Silence.AUTO_ADVANCE_MUST_FILE: Effect(our_clock=True, moves=True),
    Silence.MUST_ADVANCE: Effect(our_clock=True),
    Silence.SUSTAINED_NO_PRECEDENT: Effect(our_clock=False, decided="sustained", precedent=False),
    Silence.GRANTED: Effect(our_clock=False, decided="granted"),
    # A contract that is silent about silence: count from the missed date all the same, because filing early is never
    # wrong.
    Silence.NO_EFFECT: Effect(our_clock=True),
}


def effect(policy: Silence) -> Effect:
    return EFFECTS[policy]
