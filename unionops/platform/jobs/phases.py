"""What a person reads while work is going on."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from unionops.platform.core.progress import Phase

SENTENCES: dict[Phase, Any] = {
    Phase.WAITING_MODEL: _("Waiting for the model to load"),
    Phase.GENERATING: _("The model is writing"),
    Phase.VERIFYING: _("Checking every quotation"),
    Phase.READING: _("Reading the file"),
    Phase.READING_PAGES: _("Reading pages"),
    Phase.READING_SCANS: _("Reading scanned pages"),
    Phase.READING_CASES: _("Reading old cases"),
    Phase.MATCHING: _("Matching with the people on the roster"),
    Phase.COMPARING: _("Comparing"),
    Phase.APPLYING: _("Writing the changes"),
    Phase.TAKING_BACK: _("Taking the changes back"),
    Phase.WAITING: _("Waiting for the hour to send"),
    Phase.SENDING: _("Sending"),
    Phase.FETCHING: _("Fetching the model"),
    Phase.CHECKING: _("Checking what came"),
    Phase.UNPACKING: _("Unpacking"),
    Phase.MOVING: _("Putting everything in its place"),
    Phase.OPENING: _("Opening the database"),
}


def sentence(phase: str) -> str:
    """Nothing for a phase of another version: better silent than a word of the program."""
    return str(SENTENCES[Phase(phase)]) if phase in SENTENCES else ""
