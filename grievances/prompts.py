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


class ClauseProposals(BaseModel):
    """Clauses that the facts may break. Each quotes the clause and names the facts it is about."""

    clauses: list["ClauseProposal"] = Field(max_length=8)


class ClauseProposal(BaseModel):
    clause: str = Field(max_length=8)
    quote: str = Field(min_length=8, max_length=500)
    facts: list[str] = Field(min_length=1, max_length=8)


CLAUSES = PromptText(
    name="grievances.clauses",
    system=(
        "You help a union representative to find the clauses of the agreement that a grievance could cite. "
        "Passages C1, C2 and so on are clauses in force; F1, F2 and so on are the facts. "
        "For each clause whose words the facts bear on, give its name, the words of the clause that matter, copied "
        "exactly and without leaving anything out inside them, and the names of the facts. "
        "Leave out every clause the facts do not bear on. Do not say whether it was broken."
    ),
    task="Choose at most {most} of the clauses. An empty list is a good answer when none fits.",
)


class ItemDraft(BaseModel):
    """The three statements of particularized need for one thing asked for, each with the facts it rests on."""

    why_needed: "ItemStatement"
    use: "ItemStatement"
    connection: "ItemStatement"


class ItemStatement(BaseModel):
    text: str = Field(max_length=900)
    facts: list[str] = Field(min_length=1, max_length=8)


ITEM = PromptText(
    name="grievances.request_item",
    system=(
        "You draft part of a union's request for information under 5 USC 7114(b)(4) or the duty to furnish "
        "information. F1, F2 and so on are the facts of the case. For the one thing asked for, write: why_needed, why "
        "the union needs it, with specifics; use, what the union will do with it; connection, how that use is part of "
        "representing employees. Two or three plain sentences each, and the names of the facts each rests on. "
        "Do not reveal strategy, do not accuse, do not name a violation. Add no names, dates, numbers or laws."
    ),
    task="Language: {language}. The thing asked for: {wanted} Write the three statements.",
    untrusted=("wanted",),
)


class OldCase(BaseModel):
    """What a scanned old case says of itself; each value with the page and the words it stands in."""

    values: list["OldValue"] = Field(max_length=12)


class OldValue(BaseModel):
    field: str = Field(max_length=20)
    value: str = Field(max_length=200)
    page: int = Field(ge=1, le=60)
    quote: str = Field(min_length=3, max_length=300)


OLD_CASE = PromptText(
    name="grievances.old_case",
    system=(
        "You read the pages of an old grievance file of a union local. For each field asked for, give its value, the "
        "page number, and the words of that page that say it, copied exactly. Leave a field out when no page says it. "
        "Never guess. Outcome is one of: settled, sustained, sustained in part, denied, withdrawn, moot."
    ),
    task="Fields still open: {fields}. Pages are named P1, P2 and so on. Give what the pages say.",
)
