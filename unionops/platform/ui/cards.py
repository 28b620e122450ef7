"""Cards on Home: each app says which card it has for which role, Home only lays them out."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

ANY = "*"


@dataclass(frozen=True)
class Card:
    """One card: a fragment template and its values. `place` is main or side, a lower `weight` stands higher."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)
    place: str = "main"
    weight: int = 50

    def html(self, request: Any = None) -> SafeString:
        return SafeString(render_to_string(self.template, self.values, request=request))


Provider = Callable[[Any], "Card | None"]
_providers: dict[str, list[Provider]] = {}


def register(role: str, provider: Provider) -> None:
    """`role` from access.roles, or `cards.ANY`; a provider that is already there is not added again."""
    listed = _providers.setdefault(role, [])
    if provider not in listed:
        listed.append(provider)


def for_user(user: Any) -> list[Card]:
    """The cards of all the roles the person holds, each provider asked once, in order of weight."""
    asked: list[Provider] = []
    for role in (ANY, *sorted(user.current_roles)):
        asked += [provider for provider in _providers.get(role, []) if provider not in asked]
    cards = [card for provider in asked if (card := provider(user)) is not None]
    return sorted(cards, key=lambda card: card.weight)
