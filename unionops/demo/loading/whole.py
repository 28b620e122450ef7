"""Loads the demo local into an empty folder, step by step, and takes all of it away again."""

import datetime
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

from comms.models import Message
from contracts.models import Agreement
from grievances.models import Matter
from members.models import Person, RosterImport
from unionops.demo.loading import accounts, agreements, cases, casework, ledger, memory, messages, organizing, roster
from unionops.demo.offices import OFFICES, SIGN_IN_WITH, named_people
from unionops.demo.people import people
from unionops.platform.access.models import Local, User
from unionops.platform.audit import anchors, triggers
from unionops.platform.core.days import today
from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.ops import stamps

# What commands may have brought in before any local was set up: removing the demo would take it away too.
WORK = (Person, RosterImport, Agreement, Matter, Message)


def load(*, by: User, anchor: datetime.date | None = None, progress: Progress = silent) -> dict[str, Any]:
    """The whole local as it would stand on the anchor day (today unless named), or nothing at all.

    Raises Problem in a folder in use.
    """
    day = anchor or today()
    _refuse_a_folder_in_use()
    if day > today():
        raise Problem("future", _("The day %s lies in the future.") % day, _("Choose today or an earlier day."))
    try:
        return _load(by, day, progress)
    except BaseException:
        empty_the_folder()
        raise


def _load(by: User, day: datetime.date, progress: Progress) -> dict[str, Any]:
    settings.DEMO_MARK.touch()
    house = accounts.set_up(by, day)
    everybody, holders = named_people(people(day))
    known = roster.load(house=house, everybody=everybody, holders=holders, progress=progress)
    versions = agreements.load(house=house, progress=progress)
    told = cases.load(house=house, version=versions[-1], progress=progress)
    casework.load(house)
    ledger.load(house=house, version=versions[-1], progress=progress)
    asked = memory.load(house=house, version=versions[-1])
    organizing.load(house)
    lists = messages.save_lists(house)
    written = messages.load(house=house, version=versions[-1], lists=lists)
    return {
        "local": str(Local.current()),
        "anchor": day.isoformat(),
        "people": known,
        "agreements": len(versions),
        "cases": told,
        "messages": written,
        "questions": asked,
        "sign_ins": sign_ins(),
    }


def sign_ins() -> list[dict[str, str]]:
    """One account for each office, the first one of a role before its fellows."""
    return [
        {"role": office.role, "name": office.name, "email": office.email, "password": SIGN_IN_WITH}
        for office in OFFICES
    ]


def _refuse_a_folder_in_use() -> None:
    if Local.is_set_up():
        if Local.current().is_demo:
            raise Problem("loaded", _("The demo local is here already."), _("Remove it first: load_demo --remove"))
        raise Problem(
            "in_use",
            _("This data folder holds a local of its own: %s.") % Local.current(),
            _("Name another folder by UNIONOPS_DATA and load the demo there."),
        )
    if User.objects.filter(is_system=False).exists() or any(model.objects.exists() for model in WORK):
        raise Problem(
            "in_use",
            _("This data folder holds people, agreements, cases or messages already."),
            _("Name another folder by UNIONOPS_DATA and load the demo there."),
        )


def remove() -> dict[str, Any]:
    """Empties every table and the folder of files. Only where the local is marked as a demo."""
    if not Local.is_set_up():
        raise Problem("nothing", _("There is no demo local in this folder."), _("Nothing was changed."))
    if not Local.current().is_demo:
        raise Problem("not_a_demo", _("This local is not a demo."), _("Nothing was changed."))
    empty_the_folder()
    return {"removed": True}


def empty_the_folder() -> None:
    """Every row, every sealed file, the mark. Callers have made sure that it is a demo's folder.

    Backups stay: somebody may have laid one of a real local there.
    """
    triggers.drop(connection)
    try:
        call_command("flush", interactive=False, verbosity=0)
    finally:
        triggers.create(connection)
    data = Path(settings.DATA_DIR)
    shutil.rmtree(data / "files", ignore_errors=True)
    (data / stamps.DEMO_SIGN_INS).unlink(missing_ok=True)
    anchors.file().unlink(missing_ok=True)
    settings.DEMO_MARK.unlink(missing_ok=True)
