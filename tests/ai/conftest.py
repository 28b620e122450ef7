"""What the model layer's tests share: a prompt, a person asking, a task that only listens."""

import uuid
from types import SimpleNamespace

import pytest
from pydantic import BaseModel, Field

from tests.comms.conftest import chair, make_message, people, segment
from tests.contracts.conftest import agreement, bring
from tests.grievances.conftest import bound, case, clause, grievant, other_steward, procedure, steward, version
from unionops.platform.access.actors import acting
from unionops.platform.ai.prompts import Passage, PromptText
from unionops.platform.core.progress import Stopped

__all__ = [
    "agreement",
    "bound",
    "bring",
    "case",
    "chair",
    "clause",
    "grievant",
    "make_message",
    "other_steward",
    "people",
    "procedure",
    "segment",
    "steward",
    "version",
]


class Point(BaseModel):
    quote: str = Field(max_length=80)
    days: int = Field(ge=1, le=90)


class Points(BaseModel):
    points: list[Point] = Field(max_length=3)


class Listener:
    """Stands where a JobHandle stands: remembers text and phases, and raises Stopped when told to."""

    def __init__(self):
        self.job = SimpleNamespace(public_id=uuid.uuid4())
        self.text, self.phases, self.stop_after = "", [], None

    def progress(self, done, total=None, phase=""):
        self.check()

    def phase(self, name):
        self.phases.append(name)

    def write(self, text):
        self.text += text
        self.check()

    def check(self):
        if self.stop_after is not None and len(self.text) >= self.stop_after:
            raise Stopped


PROSE = PromptText(name="a-letter", system="You write letters.", task="Write about {topic}.", untrusted=("topic",))
FORM = PromptText(name="points", system="You list points.", task="List the points.", role="extract")
PASSAGE = Passage(
    "P1", "Article 4", "The Employer shall give fifteen (15) days of notice before a change of shift.", "r1"
)


@pytest.fixture
def asker(make_user):
    user = make_user("steward")
    with acting(user):
        yield user


@pytest.fixture
def listener():
    return Listener()
