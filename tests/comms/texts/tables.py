"""A table of true texts over briefs of one invented local, and of the same texts with one thing turned."""

from dataclasses import replace
from datetime import date

from comms.checks.parts import Draft, Fact, Ground, Source

FIELDS = frozenset({"first_name", "full_name", "worksite", "steward_name", "local_name"})
Case = tuple[str, Ground, Draft]


class Texts:
    """`ground` makes a brief, `true` adds a text that is true to one, `turn` the same with one thing changed."""

    def __init__(self, sender: str, *known: str) -> None:
        self.sender, self.known = sender, (sender, *known)
        self.honest: list[Case] = []
        self.turns: list[tuple[str, str, str, str]] = []

    def ground(self, purpose: str, facts: list[tuple[str, ...]], sources=(), **more: str) -> Ground:
        """`facts` are (kind, value), or (id, kind, value) where the id tells something."""
        named = [(row if len(row) == 3 else (f"f{n}", *row)) for n, row in enumerate(facts, 1)]
        return Ground(
            today=date(2026, 11, 29),
            purpose=purpose,
            facts=tuple(Fact(*row) for row in named),
            sources=tuple(Source(f"s{n}", label, text) for n, (label, text) in enumerate(sources, 1)),
            known=self.known,
            sender=self.sender,
            merge_fields=FIELDS,
            **more,
        )

    def true(self, name: str, ground: Ground, channel: str, body: str, subject="", pre="", lang="en") -> None:
        self.honest.append((name, ground, Draft(channel, body.strip(), subject, pre, lang)))

    def turn(self, base: str, what: str, old: str, new: str) -> None:
        self.turns.append((base, what, old, new))

    def faults(self) -> list[Case]:
        found = []
        for base, what, old, new in self.turns:
            ground, draft = next((g, d) for name, g, d in self.honest if name == base)
            assert old in draft.body + draft.subject, (base, what)
            turned = replace(draft, body=draft.body.replace(old, new), subject=draft.subject.replace(old, new))
            found.append((f"{base}: {what}", ground, turned))
        return found
