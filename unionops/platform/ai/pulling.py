"""Fetches a model to this machine's Ollama and removes one, with a bar that never goes back."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from unionops.platform.access.models import User
from unionops.platform.ai import client, doors, guard, machine, queries, services, state
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Phase, Progress, silent
from unionops.platform.jobs.errors import Transient

LIBRARY_NAME = re.compile(r"^[a-z0-9][a-z0-9._-]{0,60}(:[a-z0-9][a-z0-9._-]{0,60})?$")
PATIENCE = client.Patience(first=120.0, between=300.0, total=24 * 3600.0)
UNKNOWN_GB = 5.0


class Layers:
    """Progress comes per layer; the sum over all, never falling back when a new layer appears."""

    def __init__(self) -> None:
        self._layers: dict[str, tuple[int, int]] = {}
        self._best = 0.0

    def take(self, line: Mapping[str, Any]) -> tuple[int, int]:
        if digest := line.get("digest"):
            self._layers[str(digest)] = (int(line.get("completed") or 0), int(line.get("total") or 0))
        done, total = (sum(column) for column in zip(*self._layers.values(), strict=True)) if self._layers else (0, 0)
        self._best = max(self._best, done / total if total else 0.0)
        return int(self._best * total), total


def check_name(name: str) -> str:
    """Names from Ollama's own library only, none of the cloud. Raises Problem."""
    wanted = name.strip().lower()
    if not LIBRARY_NAME.match(wanted):
        said = _("%(name)s is not a name from Ollama's library, such as qwen3.5:4b.") % {"name": name[:60]}
        raise Problem("bad_name", said, _("Take a name from the list, or from ollama.com/library."))
    if guard.CLOUD_NAME.search(wanted):
        raise Problem("cloud", _("That model runs elsewhere."), _("Choose one without 'cloud' in its name."))
    return wanted


def check_disk(name: str) -> None:
    """Twice the size must be free: the parts arrive beside what is there. Raises Problem."""
    known = next((line.disk_gb for line in machine.SUGGESTIONS if line.name == name), UNKNOWN_GB)
    free = shutil.disk_usage(settings.DATA_DIR).free / machine.GB
    if free < 2 * known:
        said = _("%(name)s needs about %(needed).1f GB free; this disk has %(free).1f GB.")
        values = {"name": name, "needed": 2 * known, "free": free}
        raise Problem("disk", said % values, _("Free some space, or choose a smaller model."))


def pull_model(*, by: User, name: str, progress: Progress = silent) -> None:
    """Fetch a model; this is the one deed for which Ollama itself talks to its library."""
    wanted = check_name(name)
    check_disk(wanted)
    passed, problems = doors.open_hosts()
    if not passed:
        raise problems[0] if problems else doors.no_host()
    url, layers = passed[0].url, Layers()
    last: tuple[int, int] = (0, 0)

    def tick() -> None:
        progress(*last)

    for line in client.stream(url, "/api/pull", {"model": wanted, "stream": True}, patience=PATIENCE, tick=tick):
        if "error" in line:
            raise could_not(wanted, str(line["error"]))
        last = layers.take(line)
        progress(*last, phase=phase_of(str(line.get("status", ""))))
    _note(by, url, wanted)


def phase_of(status: str) -> Phase:
    """Ollama says "pulling 8934d96d3f08", "verifying sha256 digest", "writing manifest", "success"."""
    return Phase.FETCHING if status.startswith("pulling") else Phase.CHECKING


def _note(by: User, url: str, name: str) -> None:
    state.forget()
    model = guard.examine(url).model(name)
    if model is None:
        raise could_not(name, _("it is not in the list of installed models"))
    services.note_pull(by=by, name=model.name, size=model.size)


def could_not(name: str, why: str) -> Problem:
    said = _("%(name)s could not be fetched: %(why)s") % {"name": name, "why": why[:200]}
    return Transient(said, _("Check the connection to the internet and try again; what came is kept."), code="pull")


def remove_model(*, by: User, name: str) -> None:
    """Delete a model from the machine. One that is in use stays."""
    if queries.profiles().filter(name=name).exists():
        raise Problem("in_use", _("%(name)s is in use.") % {"name": name}, _("Choose another model first."))
    passed, _problems = doors.open_hosts()
    for host in passed:
        if host.model(name):
            client.delete(host.url, "/api/delete", {"model": name})
            services.note_removal(by=by, name=name)
            state.forget()
            return
    raise Problem("model_missing", _("%(name)s is not installed.") % {"name": name})
