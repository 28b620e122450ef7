"""The `ollama` fixture: the stand-in, running, with the settings pointing at it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.standin.server import Standin
from unionops.platform.ai import guard, state


@pytest.fixture
def standin() -> Iterator[Standin]:
    with Standin() as running:
        yield running


@pytest.fixture
def ollama(standin: Standin, settings: Any) -> Standin:
    """A stand-in Ollama that the application talks to: `ollama.says(...)`, `ollama.fails(...)`, `ollama.log`."""
    settings.OLLAMA_HOSTS = [standin.url]
    state.forget()
    guard.told.cache_clear()
    return standin
