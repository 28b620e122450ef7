"""Refuse a file that is too large, not what it says it is, or built to do harm, before it is read.

Only cheap looks are taken here; what needs a parser (page counts) is asked of the limited child.
Every refusal is a `Problem` that says what is wrong, where, and what to do.
"""

import hashlib
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.files import child, kinds, purposes
from unionops.platform.files.archives import check_archive
from unionops.platform.files.kinds import KINDS, LARGEST, Kind, extension_of, human_size
from unionops.platform.files.plain import check_rows, check_text
from unionops.platform.files.scanner import scan

MOST_PAGES = 1_500
MOST_PIXELS = 100_000_000
NAME_LIMIT = 150
MACROS = "_VBA_PROJECT".encode("utf-16-le")
LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}\x2f\x00", re.DOTALL)
"""The first record of an old workbook, and at once the one that says it is encrypted (BOF and FILEPASS of BIFF8)."""
LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Checked:
    """What is known of a file that passed."""

    name: str
    extension: str
    media_type: str
    size: int
    sha256: str
    pages: int | None = None


def check_upload(data: bytes, name: str, purpose: str = "") -> Checked:
    """Pass the file or raise Problem; `purpose` names what the file is for (`purposes.py`)."""
    name = clean_name(name)
    kind = _kind(data, name, purposes.of(purpose).kinds)
    _check_size(data, name)
    _check_magic(data, name, kind)
    scan(data, name)
    pages = _check_inside(data, name, kind)
    digest = hashlib.sha256(data).hexdigest()
    return Checked(name, kind.extension, kind.media_type, len(data), digest, pages)


def clean_name(name: str) -> str:
    """The last part of a path, without control and direction marks, at a length disks accept."""
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(c for c in last if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = shown.rpartition(".")
    cut = f"{stem[:NAME_LIMIT]}{dot}{ending[:10]}" if dot else shown[:NAME_LIMIT]
    return cut or "file"


def _kind(data: bytes, name: str, accepted: frozenset[str]) -> Kind:
    extension = extension_of(name)
    if accepted <= kinds.SHEETS:
        extension = kinds.sheet_extension(data, extension)
    if extension in accepted and extension in KINDS:
        return KINDS[extension]
    listed = _("Bring one of these kinds of file: %(kinds)s.") % {"kinds": ", ".join(sorted(accepted))}
    how = _WRITTEN if extension in WRITTEN and "docx" in accepted else HOW_ELSE.get(extension, listed)
    raise Problem("wrong_kind", _("%(name)s cannot be used here.") % {"name": name}, str(how))


_PHOTO = gettext_lazy(
    "This is a phone's own kind of photo. Send it to yourself by mail as a JPG, or set the camera to 'Most Compatible'."
)
_MAIL = gettext_lazy(
    "This is a saved e-mail. Print it to a PDF and bring that; bring each attachment as a file of its own."
)
_WRITTEN = gettext_lazy("Open it in Word or LibreOffice, save it as .docx or PDF, and bring that.")
WRITTEN = frozenset(("doc", "dot", "rtf", "odt", "pages", "wpd"))
HOW_ELSE = {"heic": _PHOTO, "heif": _PHOTO, "eml": _MAIL, "msg": _MAIL}


def _check_size(data: bytes, name: str) -> None:
    if not data:
        raise Problem("empty", _("%(name)s is empty.") % {"name": name}, _("Save it again and try once more."))
    if len(data) > LARGEST:
        said = {"name": name, "size": human_size(len(data)), "most": human_size(LARGEST)}
        raise Problem(
            "too_large",
            _("%(name)s is %(size)s; the most is %(most)s.") % said,
            _("Split it into smaller files."),
        )


def _check_magic(data: bytes, name: str, kind: Kind) -> None:
    if _looks_right(data, kind):
        return
    if data.startswith(kinds.OLE) and LOCKED in data:
        raise locked(name)
    said = {"name": name, "kind": kind.extension.upper()}
    if data.startswith(b"%PDF") and kind.extension in kinds.SHEETS:
        raise Problem(
            "not_what_it_says",
            _("%(name)s is a PDF, whatever its name says, so no rows can be read from it.") % said,
            _("Ask for the list as a spreadsheet: XLSX or CSV."),
        )
    raise Problem(
        "not_what_it_says",
        _("%(name)s is not a real %(kind)s file.") % said,
        _("Open it in the program that made it and save it as %(kind)s.") % said,
    )


def _looks_right(data: bytes, kind: Kind) -> bool:
    if kind.extension == "pdf":
        return kind.magic[0] in data[:1024] and not data.startswith(kinds.ZIP)
    if kind.magic:
        return data.startswith(kind.magic)
    return not data.startswith(tuple(kinds.NO_TEXT))


def locked(name: str) -> Problem:
    return Problem(
        "locked",
        _("%(name)s is locked with a password.") % {"name": name},
        _("Open it, save a copy without the password, and bring that copy."),
    )


def _check_inside(data: bytes, name: str, kind: Kind) -> int | None:
    if kind.inside:
        check_archive(data, name, kind)
    elif kind.extension == "xls":
        _check_old_sheet(data, name)
    elif kind.extension == "pdf":
        return _check_pages(data, name)
    elif kind.extension in kinds.PICTURES:
        check_picture(data, name)
    elif kind.extension in {"csv", "tsv"}:
        check_rows(data, name)
    else:
        check_text(data, name)
    return None


def _check_old_sheet(data: bytes, name: str) -> None:
    if LOCKED in data or LOCKED_XLS.search(data):
        raise locked(name)
    if MACROS in data:
        raise Problem(
            "macros",
            _("%(name)s holds macros (small programs).") % {"name": name},
            _("Save it as a plain XLSX or CSV file and bring that."),
        )


def _check_pages(data: bytes, name: str) -> int:
    said = child.run("unionops.platform.files.pages:describe", data, wall=20)
    if not isinstance(said, dict) or not isinstance(said.get("pages"), int):
        raise child.refusal({"kind": "failed", "error": "pages"})
    if said.get("locked"):
        raise locked(name)
    if said["pages"] > MOST_PAGES:
        counts = {"name": name, "pages": said["pages"], "most": MOST_PAGES}
        raise Problem(
            "too_many_pages",
            _("%(name)s has %(pages)d pages; the most is %(most)d.") % counts,
            _("Split it into smaller files."),
        )
    return int(said["pages"])


def check_picture(data: bytes, name: str) -> None:
    """Raises Problem when the picture is too large to open safely, as told by its head alone."""
    said = child.run("unionops.platform.files.pages:picture_size", data, wall=10)
    if not isinstance(said, list) or said[0] * said[1] > MOST_PIXELS:
        raise Problem(
            "too_many_pixels",
            _("The picture %(name)s is too large to open safely.") % {"name": name},
            _("Make it smaller (a phone's photo is fine) and try once more."),
        )
