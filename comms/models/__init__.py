"""Tables of messages: what is to be said, its versions, who approved, what went out, house words."""

from comms.models.house import MessageTemplate, NoteKind, StyleNote
from comms.models.messages import (
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
from comms.models.sends import EntryState, Export, OutboxEntry, ReplyNote, Send, SendState

__all__ = [
    "Approval",
    "Brief",
    "Comment",
    "Engine",
    "EntryState",
    "Export",
    "KeptFinding",
    "Klass",
    "Medium",
    "Message",
    "MessageTemplate",
    "NoteKind",
    "OutboxEntry",
    "ReplyNote",
    "Send",
    "SendState",
    "Snapshot",
    "State",
    "StyleNote",
    "Version",
    "VersionText",
]
