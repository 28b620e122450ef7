"""What the model is asked about agreements, and the form of its answers."""

from __future__ import annotations

from typing import Literal

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


class Point(BaseModel):
    """A plain-language sentence and the numbered sentence of the clause that it stands on."""

    sentence: str = Field(max_length=8)
    text: str = Field(max_length=300)


class Loose(BaseModel):
    sentence: str = Field(max_length=8)
    words: str = Field(max_length=80)
    why: str = Field(max_length=200)


class Limit(BaseModel):
    sentence: str = Field(max_length=8)
    n: int = Field(ge=1, le=999)
    unit: Literal["day", "calendar_day", "work_day", "hour", "week", "month", "year", "pay_period"]
    direction: Literal["after", "before"]
    event: str = Field(max_length=120)


class Topic(BaseModel):
    topic: str = Field(max_length=30)


class ClauseNotes(BaseModel):
    summary: list[Point] = Field(max_length=4)
    ambiguous: list[Loose] = Field(max_length=4)
    deadlines: list[Limit] = Field(max_length=4)
    topics: list[Topic] = Field(max_length=2)


ANNOTATE = PromptText(
    name="annotate-clause",
    role="extract",
    system=(
        "You help stewards read one clause of a labour agreement, given as numbered sentences. Give: a summary of one "
        "to four plain sentences, each naming the number of the sentence it comes from and saying nothing more than "
        "that sentence; words that leave room for dispute, copied exactly, with the number of their sentence and why; "
        "time limits with their number, unit, side and the event they run from; and up to two topics from the list. "
        "Keep every number, 'shall', 'may' and 'not' as it is. Give empty lists where there is nothing."
    ),
    task="The clause is {name}. Topics: {topics}.",
    temperature=0.0,
    num_predict=900,
    untrusted=("name",),
)


class ChangePoint(BaseModel):
    """One plain sentence with the words it stands on: of the text in force, of the proposed one, or of both."""

    text: str = Field(max_length=300)
    old: str = Field(max_length=300)
    new: str = Field(max_length=300)


class ChangeInWords(BaseModel):
    """What one change of words does, and what to look out for."""

    effects: list[ChangePoint] = Field(max_length=3)
    watch: list[ChangePoint] = Field(max_length=3)


CHANGE = PromptText(
    name="change-in-words",
    role="draft",
    system=(
        "You help a union's bargaining team read one change that management proposes to a clause of the agreement. "
        "Given the words in force and the proposed words, give up to three effects (each one plain sentence: what "
        "employees or the union could do or rely on before and could no longer, or the other way round; say nothing "
        "that does not follow from the two texts), and up to three things to watch in the new words. With each give "
        "'old' (the words of the text in force it stands on, copied exactly, or empty) and 'new' (the words of the "
        "proposed text, copied exactly, or empty); at least one of the two. "
        "Keep every number, 'shall', 'may' and 'not' as it is. Guess no motives."
    ),
    task="The words in force:\n{before}\n\nThe proposed words:\n{after}",
    temperature=0.0,
    num_predict=900,
    untrusted=("before", "after"),
)
