"""The trail's actions in the reader's language; the trail itself keeps each as it was written."""

from __future__ import annotations

from django.utils.translation import gettext

REFUSED = "was refused "


def in_words(action: str) -> str:
    """`makemessages` finds the sentences where events are left; a refused page is named by its address' name."""
    if action.startswith(REFUSED):
        return gettext("was refused %(page)s") % {"page": action.removeprefix(REFUSED)}
    return gettext(action) if action else ""
