"""Tables of messages: what is to be said, its versions, who approved, what went out, house words."""

from comms.models.house import CandidatePeriod, MessageTemplate, ReleasedText
from comms.models.messages import (
    UNASKED,
    WENT_OUT,
    Approval,
    Brief,
    Comment,
    Engine,
    KeptFinding,
    Klass,
    Medium,
    Message,
    Snapshot,
    State,
    Version,
    VersionText,
)
from comms.models.outcomes import OutcomeFile, OutcomeState, OutreachResult, Result
from comms.models.sends import EntryState, Export, OutboxEntry, ReplyNote, Send, SendState

__all__ = [
    "UNASKED",
    "WENT_OUT",
    "Approval",
    "Brief",
    "CandidatePeriod",
    "Comment",
    "Engine",
    "EntryState",
    "Export",
    "KeptFinding",
    "Klass",
    "Medium",
    "Message",
    "MessageTemplate",
    "OutboxEntry",
    "OutcomeFile",
    "OutcomeState",
    "OutreachResult",
    "ReleasedText",
    "ReplyNote",
    "Result",
    "Send",
    "SendState",
    "Snapshot",
    "State",
    "Version",
    "VersionText",
]
