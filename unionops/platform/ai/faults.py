"""What can go wrong between this program and the model: one sentence each, and whether trying again makes sense."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from unionops.platform.core import json_text
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Blocked, Permanent, Transient


class PromptTooLongError(Exception):
    """The prompt does not fit; the server counted it exactly."""

    def __init__(self, prompt_tokens: int | None, num_ctx: int | None) -> None:
        super().__init__(f"{prompt_tokens} tokens do not fit into {num_ctx}")
        self.prompt_tokens, self.num_ctx = prompt_tokens, num_ctx


class BrokenOff(Transient):
    """The text ended without the server's word that it is whole."""


def not_answering(host: str) -> Problem:
    said = _("Ollama is not answering at %(host)s.") % {"host": host}
    return Transient(said, _("Start it on that machine with: ollama serve"), code="not_running")


def busy() -> Problem:
    hint = _("Wait until the others are done.")
    return Transient(_("Too many requests are waiting for the model."), hint, code="busy")


def crashed() -> Problem:
    hint = _("If it happens often, choose a smaller model on the Models page.")
    return Transient(_("The model broke down while it was writing, most often for lack of memory."), hint, code="crash")


def slow_to_load() -> Problem:
    hint = _("Look at the machine that runs Ollama; a smaller model loads faster.")
    return Transient(_("The model took too long to load."), hint, code="load_timeout")


def stalled(seconds: float) -> Problem:
    said = _("The model was silent for %(seconds)d seconds.") % {"seconds": seconds}
    return Transient(said, _("Look at the machine that runs Ollama."), code="stalled")


def broken_off() -> BrokenOff:
    said = _("The answer broke off before its end.")
    return BrokenOff(said, _("What came is used nowhere. If it happens often, choose another model."), code="cut")


def missing(model: str) -> Problem:
    said = _("The model %(model)s is not installed.") % {"model": model}
    return Permanent(said, f"ollama pull {model}", code="model_missing")


def wants_cloud() -> Problem:
    said = _("Ollama wanted to use its cloud for this. Nothing was sent there.")
    return Blocked(said, _("Set OLLAMA_NO_CLOUD=1 for Ollama and start it again."), code="cloud")


def answered_from_afar(where: str) -> Problem:
    said = _("An answer came from %(where)s and not from this network. It was thrown away.") % {"where": where[:80]}
    return Blocked(said, _("Remove that model and set OLLAMA_NO_CLOUD=1 for Ollama."), code="remote_model")


def redirected(host: str) -> Problem:
    said = _("%(host)s wanted to send the request on to another address. It was not followed.") % {"host": host}
    return Blocked(said, _("Check the address in OLLAMA_HOSTS."), code="redirect")


def not_ollama(host: str) -> Problem:
    said = _("Something that does not speak like Ollama answers at %(host)s.") % {"host": host}
    return Permanent(said, _("Check the address in OLLAMA_HOSTS."), code="not_ollama")


def refused(status: int, text: str) -> Problem:
    said = _("Ollama refused the request (%(status)d): %(text)s") % {"status": status, "text": text[:300]}
    return Permanent(said, _("Run the self-test on the Models page."), code="refused")


def nothing_written() -> Problem:
    said = _("The model used up its room by thinking and wrote no answer.")
    return Permanent(said, _("Choose a model that does not think aloud, or one with more room."), code="empty")


def invalid(why: str) -> Problem:
    said = _("The model's answer did not have the asked form, twice: %(why)s.") % {"why": why[:200].rstrip(". ")}
    return Permanent(said, _("Run the self-test on the Models page, or choose another model."), code="invalid_answer")


def too_long() -> Problem:
    said = _("The text does not fit into the model's window, even with the least important parts left out.")
    return Permanent(said, _("Shorten the text, or choose a model with a larger window."), code="too_long")


def cut_short() -> Problem:
    said = _("The answer was longer than the room for it and was cut, twice.")
    return Permanent(said, _("Ask for less at once."), code="length")


def of_status(status: int, body: bytes, model: str, host: str) -> Exception:
    """The fault behind an answer that is not 200."""
    text = error_text(body)
    if (inner := _nested(text)).get("type") == "exceed_context_size_error":
        return PromptTooLongError(inner.get("n_prompt_tokens"), inner.get("n_ctx"))
    if status == 400 and re.search("(?:longer than|exceeds) the context length", text):
        return PromptTooLongError(None, None)
    if 300 <= status < 400:
        return redirected(host)
    if status == 404 and not model:
        return not_ollama(host)
    return _by_status(status, text, model)


def _by_status(status: int, text: str, model: str) -> Problem:
    if status in (401, 403):
        return wants_cloud()
    if status == 404:
        return missing(model)
    if status == 503:
        return busy()
    if status >= 500 and "timed out waiting" in text:
        return slow_to_load()
    if status == 500 and "error was encountered while running" in text:
        return crashed()
    return refused(status, text)


def of_line(text: str) -> Problem:
    """The fault behind an error line after 200."""
    if "error was encountered while running" in text or "unexpected EOF" in text:
        return crashed()
    return refused(200, text)


def error_text(body: bytes) -> str:
    try:
        value = json_text.loads(body)
    except ValueError:
        return body[:200].decode("utf-8", "replace")
    return str(value.get("error", "")) if isinstance(value, dict) else ""


def _nested(text: str) -> dict[str, Any]:
    """The error inside the error: some texts are JSON again."""
    try:
        value = json_text.loads(text)
    except ValueError:
        return {}
    inner = value.get("error") if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else {}
