"""Finds the host and the model for a piece of work, freshly looked at; or says in a sentence why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError
from django.utils.translation import gettext as _

from unionops.platform.access.actors import system_actor
from unionops.platform.ai import guard, machine, queries, services
from unionops.platform.ai.guard import Host, Installed
from unionops.platform.ai.models import ModelProfile, Role
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Permanent


@dataclass(frozen=True)
class Door:
    host: Host
    model: Installed
    profile: ModelProfile

    @property
    def wire_name(self) -> str:
        """The name with the mark that keeps it on this machine (Ollama 0.18 and newer)."""
        return f"{self.model.name.removesuffix(':latest')}:local"


def host_urls() -> list[str]:
    return [str(url).rstrip("/") for url in settings.OLLAMA_HOSTS]


def open_hosts() -> tuple[list[Host], list[Problem]]:
    """Every host that passes, and why the others do not."""
    passed: list[Host] = []
    problems: list[Problem] = []
    for url in host_urls():
        try:
            passed.append(guard.examine(url))
        except Problem as problem:
            problems.append(problem)
    return passed, problems


def open_door(role: str = Role.DRAFT) -> Door:
    """The model in use for this role on the first host that has it. Raises the Problem that people should read."""
    passed, problems = open_hosts()
    if not passed:
        raise problems[0] if problems else no_host()
    profile = usable_profile(passed, role) or adopt(passed, role)
    return admit(passed, profile)


def usable_profile(passed: list[Host], role: str) -> ModelProfile | None:
    """The model in use. One that nobody chose and that is gone makes room for another; a person's choice never does."""
    profile = queries.profile(role)
    if profile and profile.approved_by.is_system and not any(host.model(profile.name) for host in passed):
        return None
    return profile


def admit(passed: list[Host], profile: ModelProfile) -> Door:
    problems: list[Problem] = []
    for host in passed:
        try:
            return Door(host, guard.admit(host, profile.name, profile.digest), profile)
        except Problem as problem:
            problems.append(problem)
    raise problems[0]


def adopt(passed: list[Host], role: str) -> ModelProfile:
    """Take the best installed local model when nobody has chosen one; noted, and an officer may change it."""
    _host, model = to_adopt(passed, role)
    wanted = role if role == Role.EMBED else Role.DRAFT
    try:
        return services.choose_model(by=system_actor(), role=wanted, model=model)
    except IntegrityError:  # another job chose in the same moment
        if chosen := queries.profile(role):
            return chosen
        raise


def to_adopt(passed: list[Host], role: str) -> tuple[Host, Installed]:
    """What would be taken; a local with an exam of its own chooses by itself."""
    if role != Role.EMBED and queries.exam().exists():
        raise not_examined()
    host, model = best_installed(passed, role)
    guard.admit(host, model.name)
    return host, model


def best_installed(passed: list[Host], role: str) -> tuple[Host, Installed]:
    fit = [
        (host, model)
        for host in passed
        for model in host.models
        if (model.embeds if role == Role.EMBED else model.writes)
    ]
    if not fit:
        raise no_model(role)
    gigabytes = machine.memory_gb()
    return min(fit, key=lambda pair: machine.rank(pair[1].name, pair[1].size, gigabytes))


def no_host() -> Problem:
    return Permanent(_("No address of an Ollama is set."), "OLLAMA_HOSTS=http://127.0.0.1:11434", code="no_host")


def not_examined() -> Problem:
    said = _("No model has passed the local's own exam yet.")
    return Permanent(said, _("An officer chooses one on the Models page."), code="exam")


def no_model(role: str) -> Problem:
    fitting = [
        line.name for line in machine.fitting(machine.memory_gb()) if (line.role == "embed") == (role == "embed")
    ]
    said = _("Ollama runs, but no model for this work is installed.")
    return Permanent(said, f"ollama pull {fitting[-1] if fitting else 'qwen3.5:4b'}", code="no_model")
