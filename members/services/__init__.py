"""What people do with the roster. One function per deed; each leaves an audit event."""

from members.services.editing import edit_person, end_contact, note_conversation, record_consent
from members.services.importing import apply_import, decide_rows, drop_import, receive_file, replan, undo_import
from members.services.lists import delete_segment, save_segment, tag_people, undo_tagging

__all__ = [
    "apply_import",
    "decide_rows",
    "delete_segment",
    "drop_import",
    "edit_person",
    "end_contact",
    "note_conversation",
    "receive_file",
    "record_consent",
    "replan",
    "save_segment",
    "tag_people",
    "undo_import",
    "undo_tagging",
]
