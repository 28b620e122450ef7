"""What the model is asked about agreements, and the form of its answers."""

from __future__ import annotations

from pydantic import BaseModel, Field

from unionops.platform.ai.prompts import PromptText


class OtherWords(BaseModel):
    """Ways to look for the same thing in the agreement's own words."""

    searches: list[str] = Field(max_length=4)


REWRITE = PromptText(
    name="agreement-words",
    role="draft",
    system=(
        "You help a union steward search a labour agreement. Given a question in everyday words and the agreement's "
        "list of contents, give up to four short searches (two to six words each) in the words such agreements use, "
        "for example 'representation during investigation' for being called in by the boss. Do not answer the question."
    ),
    task="The question:\n{question}\n\nThe contents:\n{contents}",
    temperature=0.0,
    num_predict=300,
    untrusted=("question", "contents"),
)
