"""Whether the model can be used right now, and if not, exactly why and what to type; never raises."""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.db import DatabaseError
from django.utils.translation import gettext as _

from unionops.platform.access.models import User
from unionops.platform.access.policy import may
from unionops.platform.ai import doors
from unionops.platform.ai.guard import Host
from unionops.platform.ai.models import Role
from unionops.platform.core.problems import Problem

FRESH_SECONDS = 5.0


@dataclass(frozen=True)
class ModelState:
    """`reason` and `fix` are for people: what is the matter, and the line to type or the page to open."""

    ready: bool
    reason: str = ""
    fix: str = ""
    model: str = ""
    code: str = ""
    notes: tuple[str, ...] = ()


_seen: dict[tuple[str, ...], tuple[float, tuple[list[Host], list[Problem]]]] = {}


def forget() -> None:
    """Look again at once."""
    _seen.clear()


def state(user: User | None = None, role: str = Role.DRAFT) -> ModelState:
    """The answer is a few seconds old at most; a person without the right to look gets no addresses."""
    try:
        found = _look(role)
    except Problem as problem:
        found = ModelState(False, problem.message, problem.hint, code=problem.code)
    except DatabaseError:
        found = ModelState(False, _("The database is busy."), _("Try again in a moment."), code="database")
    return found if user is None or may(user, "models.view") else _plain(found)


def _plain(found: ModelState) -> ModelState:
    if found.ready:
        return ModelState(True, model=found.model)
    return ModelState(False, _("The model is off."), _("Everything else works without it."), code=found.code)


def _look(role: str) -> ModelState:
    passed, problems = _hosts()
    if not passed:
        raise problems[0] if problems else doors.no_host()
    profile = doors.usable_profile(passed, role)
    if profile is None:
        host, model = doors.to_adopt(passed, role)
        return ModelState(True, model=model.name, notes=host.notes)
    door = doors.admit(passed, profile)
    return ModelState(True, model=door.model.name, notes=door.host.notes)


def _hosts() -> tuple[list[Host], list[Problem]]:
    urls = tuple(doors.host_urls())
    known = _seen.get(urls)
    if known and time.monotonic() - known[0] < FRESH_SECONDS:
        return known[1]
    found = doors.open_hosts()
    _seen[urls] = (time.monotonic(), found)
    return found
