"""The first run: one step after the other, from the set-up link to a local that can be used; it can stop anywhere."""

from dataclasses import dataclass

from unionops.platform.access.models import User
from unionops.platform.ops import checklist
from unionops.platform.ops.checklist import FirstStep
from unionops.platform.ops.models import PutOff

SESSION = "first_run"


@dataclass(frozen=True)
class Run:
    """All steps of one person, and the names of those somebody put off."""

    steps: list[FirstStep]
    put_off: frozenset[str]

    def step(self, name: str) -> FirstStep | None:
        return next((step for step in self.steps if step.name == name), None)

    def number(self, name: str) -> int:
        """1 for the first."""
        return [step.name for step in self.steps].index(name) + 1

    def after(self, name: str) -> FirstStep | None:
        """The next one in order, whatever its state."""
        return next(iter(self.steps[self.number(name) :]), None)

    @property
    def open(self) -> list[FirstStep]:
        """Neither done nor put off."""
        return [step for step in self.steps if not step.done and step.name not in self.put_off]

    @property
    def later(self) -> list[FirstStep]:
        return [step for step in self.steps if not step.done and step.name in self.put_off]

    @property
    def done(self) -> int:
        return sum(step.done for step in self.steps)


def run(user: User) -> Run:
    return Run(checklist.for_user(user), frozenset(PutOff.objects.values_list("name", flat=True)))
