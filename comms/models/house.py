"""The local's own words: templates, style notes, glossary, signatures, facts about the local."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from comms.models.messages import Klass, Medium
from unionops.platform.access.models import PublicModel, User
from unionops.platform.access.scoping import ScopedManager


class MessageTemplate(PublicModel):
    """How a message looks when no model writes it; a house template stands before the built-in one."""

    name = models.CharField(_("name"), max_length=120)
    klass = models.CharField(_("class"), max_length=20, choices=Klass, blank=True)
    channel = models.CharField(_("channel"), max_length=16, choices=Medium)
    language = models.CharField(_("language"), max_length=5, default="en")
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    body = models.TextField(_("text"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["channel", "name"]

    def __str__(self) -> str:
        return self.name


class NoteKind(models.TextChoices):
    STYLE = "style", _("How we write")
    GLOSSARY = "glossary", _("Word list")
    SIGNATURE = "signature", _("Signature")
    FACT = "fact", _("Fact about the local")


class StyleNote(PublicModel):
    """One line of house memory, readable and deletable; `proposed` ones wait for a person's yes.

    For the word list, `text` is the word and `better` what the local says instead or in Spanish.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=NoteKind, default=NoteKind.STYLE)
    text = models.CharField(_("note"), max_length=300)
    better = models.CharField(_("say instead"), max_length=300, blank=True)
    is_proposed = models.BooleanField(default=False)
    times = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    owner_path = "by"
    objects = ScopedManager()

    class Meta:
        ordering = ["kind", "text"]
        constraints = [models.UniqueConstraint(fields=["kind", "text"], name="a_note_once")]

    def __str__(self) -> str:
        return self.text
