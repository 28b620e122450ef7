"""What the model is asked about a case, and the form its answer must have."""

from pydantic import BaseModel, Field

from unionops.platform.ai.prompts import PromptText


class Statement(BaseModel):
    """A statement of facts. Each sentence names the facts it was made from."""

    sentences: list["Sentence"] = Field(max_length=40)
    questions: list[str] = Field(default_factory=list, max_length=12)


class Sentence(BaseModel):
    text: str = Field(max_length=600)
    facts: list[str] = Field(min_length=1, max_length=8)


STATEMENT = PromptText(
    name="grievances.statement",
    system=(
        "You put a union representative's notes into a statement of facts for a grievance form. "
        "Use only the facts given. Each sentence says who did what, when and where, and names the facts it comes from. "
        "No adjectives, no motives, no argument, no law, no contract. Do not add names, dates or numbers. "
        "If who, what, when, where or a witness is missing, ask for it as a question instead of filling it in."
    ),
    task="Language of the statement: {language}. Still without an answer: {missing}. Write the statement.",
)
