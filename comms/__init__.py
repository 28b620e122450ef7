"""Comms: from what must be said to who heard it.

Holds briefs, messages in their versions, approvals, sends and what came back. Words: brief,
fact, audience, channel, message class, approval, outbox. It never sees case data, and nothing
leaves before a second person said yes.
"""
