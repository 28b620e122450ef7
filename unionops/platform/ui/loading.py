"""The house's templates as they were when the program started: an upgrade puts new files under a running box.

Django reads a template when it is first shown. Read then, a newer one may ask the older program for what it does not
know, and the page breaks. So all are read at once, with the code they belong to; the box shows new ones when it is
started again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template import Origin, TemplateDoesNotExist
from django.template.loaders import filesystem


class AsStarted(filesystem.Loader):
    """Serves what `texts` read; where developers work, the file as it is now."""

    def get_contents(self, origin: Origin) -> Any:
        if settings.DEBUG:
            return super().get_contents(origin)
        try:
            return texts(tuple(map(str, self.get_dirs())))[origin.name]
        except KeyError as error:
            raise TemplateDoesNotExist(origin) from error


@cache
def texts(folders: tuple[str, ...]) -> dict[str, str]:
    """Every template of these folders by its path."""
    found = (path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    return {str(path): path.read_text(encoding="utf-8") for path in found}


def read_all() -> None:
    texts(tuple(str(folder) for folder in settings.TEMPLATES[0]["DIRS"]))
