"""The deeds of this room, one module per kind: writing, checking, approving, sending, what came back."""
