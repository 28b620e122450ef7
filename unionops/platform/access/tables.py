"""Whether the tables are those this version of the program was written for."""

from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from unionops.platform.core.problems import Problem


def check() -> None:
    """Problem `database` (it does not open), `not_set_up`, `older` or `newer` than the program."""
    made = _made()
    known = {(app, name) for app, names in _known().items() for name in names}
    if any(app in _known() and name > max(_known()[app]) for app, name in made - known):
        raise Problem(
            "newer",
            _("The data folder was used by a newer version of this program; this one does not know its tables."),
            _("Start the newer version again, or restore a backup from before the change into a new folder."),
        )
    if missing := len(known - made):
        raise Problem(
            "older",
            ngettext(
                "The tables are older than this program: %(count)d change to them is not made yet.",
                "The tables are older than this program: %(count)d changes to them are not made yet.",
                missing,
            )
            % {"count": missing},
            _("Type: bin/run. It takes a backup of what is there, then makes the changes. Data is kept."),
        )


@cache
def _known() -> dict[str, frozenset[str]]:
    """The names of all changes to the tables this program brings, by app."""
    found = {app.label: _names(Path(app.path, "migrations")) for app in apps.get_app_configs()}
    return {label: names for label, names in found.items() if names}


def _names(folder: Path) -> frozenset[str]:
    return frozenset(path.stem for path in folder.glob("[0-9]*.py"))


def opens() -> list[str]:
    """The names of its tables; Problem `database` where it does not open."""
    try:
        return connection.introspection.table_names()
    except DatabaseError as error:
        raise _shut(error) from error


def _shut(error: DatabaseError) -> Problem:
    if connection.vendor != "sqlite":
        said = _("The database server does not let us in: %(error)s") % {"error": str(error).strip()}
        return Problem("database", said, _("Check DATABASE_URL, and that the server runs."))
    values = {"file": settings.DATABASES["default"]["NAME"], "secrets": settings.SECRETS_DIR}
    said = _("The database cannot be opened: %(file)s does not fit the key in %(secrets)s, or it is damaged.") % values
    hint = _("Put the key of this data folder back, or restore a backup: ./manage.py restore FILE --into NEW-FOLDER")
    return Problem("database", said, hint)


def refuse_emptied() -> None:
    """A box that was in use and holds no tables lost them: nobody is to set up another local in their place."""
    if settings.IN_USE_MARK.exists():
        if connection.vendor != "sqlite":
            raise Problem(
                "emptied",
                _("The database of DATABASE_URL is empty, though this box was in use."),
                _("Check DATABASE_URL. To move there: take a backup without it, then type, with it: %(restore)s")
                % {"restore": "./manage.py restore FILE --into NEW-FOLDER"},
            )
        raise Problem(
            "emptied",
            _("The database in %(folder)s is gone or empty, though this box was in use.")
            % {"folder": settings.DATA_DIR},
            _("Put its file back, or restore a backup: ./manage.py restore FILE --into NEW-FOLDER"),
        )


def _made() -> set[tuple[str, str]]:
    tables = opens()
    try:
        if "access_user" not in tables:
            refuse_emptied()
            raise Problem("not_set_up", _("The data folder holds no tables yet."), _("Run: ./manage.py setup"))
        with connection.cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            return {(app, name) for app, name in cursor.fetchall()}
    except DatabaseError as error:
        raise _shut(error) from error
