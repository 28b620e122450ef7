"""How the text of a model is read back into the fields of a version."""

import pytest

from comms import prompts

SAID = "Subject: Come Tuesday\nPreheader: Five thirty.\n\nHello"


@pytest.mark.parametrize(
    ("channel", "subject", "preheader"),
    [
        ("email", "Come Tuesday", "Five thirty."),
        ("letter", "Come Tuesday", ""),
        ("flyer", "Come Tuesday", ""),
        ("sms", "", ""),
        ("phone", "", ""),
    ],
)
def test_only_a_channel_that_shows_a_subject_keeps_one(channel: str, subject: str, preheader: str) -> None:
    draft = prompts.read(SAID, channel, "en")
    assert (draft.subject, draft.preheader, draft.body) == (subject, preheader, "Hello")
