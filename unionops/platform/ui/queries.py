"""Reads the reading preferences kept with an account."""

from dataclasses import dataclass
from typing import Any

from unionops.platform.ui.models import Preference
from unionops.platform.ui.reading import Reading, clean


@dataclass(frozen=True)
class Kept:
    """What the account remembers; a language '' means as the browser says."""

    reading: Reading
    language: str


def kept(user: Any) -> Kept:
    row = Preference.objects.filter(user=user).first()
    return Kept(clean(row.values), row.language) if row else Kept(Reading(), "")
