"""Looks at a host and its models before anything is sent: local, new enough, cloud off, the very model approved."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from unionops.platform.ai import client, hosts
from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Blocked, Permanent

OLDEST = (0, 18, 0)
RECOMMENDED = (0, 30, 0)
CLOUD_NAME = re.compile(r"[:\-]cloud$", re.IGNORECASE)


@dataclass(frozen=True)
class Installed:
    """One model as /api/tags lists it."""

    name: str
    digest: str
    size: int
    capabilities: tuple[str, ...]
    family: str = ""
    parameter_size: str = ""
    quantization: str = ""
    context_length: int = 0
    remote: str = ""

    @property
    def is_local(self) -> bool:
        return not self.remote and not CLOUD_NAME.search(self.name)

    @property
    def writes(self) -> bool:
        return self.is_local and ("completion" in self.capabilities or not self.capabilities)

    @property
    def embeds(self) -> bool:
        return self.is_local and "embedding" in self.capabilities


@dataclass(frozen=True)
class Host:
    """A host that passed: its version, its models, and what people should know about it."""

    url: str
    version: str
    models: tuple[Installed, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def model(self, name: str) -> Installed | None:
        wanted = full_name(name)
        return next((model for model in self.models if full_name(model.name) == wanted), None)


def full_name(name: str) -> str:
    return name if ":" in name.rsplit("/", 1)[-1] else f"{name}:latest"


def examine(url: str) -> Host:
    """The host's passport. Raises Blocked when text could leave the network, other Problems when it cannot be used."""
    verdict = hosts.judge(url)
    if not verdict.allowed:
        raise Blocked(verdict.note, _("Put the address of your own Ollama into OLLAMA_HOSTS."), code="host")
    version = str(client.get(url, "/api/version").get("version", ""))
    _check_version(version)
    _check_cloud(client.get(url, "/api/status"))
    models = tuple(_installed(row) for row in client.get_rows(url, "/api/tags", "models"))
    notes = [verdict.note] if verdict.note else []
    if parsed(version) < RECOMMENDED:
        notes.append(_("Ollama %(version)s works; 0.30 or newer is better.") % {"version": version})
    return Host(url, version, models, tuple(notes))


def parsed(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _check_version(version: str) -> None:
    if parsed(version) < OLDEST:
        said = _("This Ollama is too old (%(version)s): it cannot prove that it keeps text on this machine.")
        raise Blocked(said % {"version": version or "?"}, _("Update Ollama to 0.18 or newer."), code="old_version")


def _check_cloud(status: Mapping[str, Any]) -> None:
    cloud = status.get("cloud")
    if not isinstance(cloud, Mapping) or cloud.get("disabled") is not True:
        said = _("Ollama's cloud is switched on: it could send what is asked to another company.")
        raise Blocked(said, _("Set OLLAMA_NO_CLOUD=1 for Ollama and start it again."), code="cloud")


def _installed(row: Mapping[str, Any]) -> Installed:
    details = row.get("details") or {}
    return Installed(
        name=str(row.get("name") or row.get("model") or ""),
        digest=str(row.get("digest", "")).removeprefix("sha256:"),
        size=int(row.get("size") or 0),
        capabilities=tuple(row.get("capabilities") or ()),
        family=str(details.get("family") or ""),
        parameter_size=str(details.get("parameter_size") or ""),
        quantization=str(details.get("quantization_level") or ""),
        context_length=int(details.get("context_length") or 0),
        remote=str(row.get("remote_host") or row.get("remote_model") or ""),
    )


def admit(host: Host, name: str, digest: str = "") -> Installed:
    """The model, when it is installed here, local, and the one approved. Raises otherwise."""
    if CLOUD_NAME.search(name):
        raise _far_away(name)
    model = host.model(name)
    if model is None:
        said = _("The model %(name)s is not installed at %(host)s.") % {"name": name, "host": host.url}
        raise Permanent(said, f"ollama pull {name}", code="model_missing")
    if not model.is_local or told(host.url, model.name, model.digest)["remote"]:
        raise _far_away(name)
    if digest and model.digest != digest:
        said = _("The model %(name)s is not the one that was approved: its content has changed.") % {"name": name}
        raise Blocked(said, _("An officer approves it again on the Models page."), code="digest")
    return model


def _far_away(name: str) -> Problem:
    said = _("The model %(name)s does not run on this machine; it stands for one elsewhere.") % {"name": name}
    return Blocked(said, _("Choose a model that is installed here."), code="remote_model")


@lru_cache(maxsize=64)
def told(url: str, name: str, digest: str) -> dict[str, Any]:
    """What /api/show says, once per content: where it runs, and a hash of its template and system words."""
    shown = client.post(url, "/api/show", {"model": name})
    words = f"{shown.get('template', '')}\n{shown.get('system', '')}"
    return {
        "remote": bool(shown.get("remote_host") or shown.get("remote_model")),
        "template_sha256": hashlib.sha256(words.encode()).hexdigest(),
        "capabilities": list(shown.get("capabilities") or []),
    }
