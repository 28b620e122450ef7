"""Look into an office file (a zip archive) without unpacking it, and refuse the harmful ones."""

import io
import zipfile
import zlib
from collections.abc import Callable

from django.utils.translation import gettext as _

from unionops.platform.core import lazy_re as re
from unionops.platform.core.problems import Problem
from unionops.platform.files.kinds import MEGABYTE, Kind

MOST_MEMBERS = 2_000
MOST_UNPACKED = 96 * MEGABYTE
MOST_RATIO = 200
RATIO_FROM = 8 * MEGABYTE
PROLOG = 64 * 1024
ENCRYPTED = 0x1
ACTIVE = (
    "vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".jar",
)  # fmt: skip
DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
ROOT = re.compile(rb"<[A-Za-z_]")


def check_archive(data: bytes, name: str, kind: Kind) -> None:
    """Raise Problem unless the archive is what its kind promises and unpacks to a sane size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive, name, kind)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise _refused(name, "damaged") from error


def _check_members(archive: zipfile.ZipFile, name: str, kind: Kind) -> None:
    members = archive.infolist()
    for reason, found in TOTALS.items():
        if found(members):
            raise _refused(name, reason)
    names = [member.filename for member in members]
    if _is_locked(archive, names):
        raise _refused(name, "encrypted")
    if kind.inside not in names or len(set(names)) != len(names):
        raise _refused(name, "foreign")
    for member in members:
        _check_member(archive, member, name)


MANIFEST = "META-INF/manifest.xml"


def _is_locked(archive: zipfile.ZipFile, names: list[str]) -> bool:
    """An OpenDocument with a password: its manifest says how the parts are encrypted, the zip itself does not."""
    if MANIFEST not in names:
        return False
    with archive.open(MANIFEST) as part:
        return b"encryption-data" in part.read(MEGABYTE)


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> None:
    for reason, found in SIGNS.items():
        if found(member):
            raise _refused(name, reason)
    if member.filename.lower().endswith((".xml", ".rels")) and _declares(archive, member):
        raise _refused(name, "entities")


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """A document type in an office XML is an attack; so is a prolog too long to see its end."""
    with archive.open(member) as part:
        head = part.read(PROLOG).replace(b"\0", b"")
    if DECLARATION.search(head):
        return True
    return member.file_size > PROLOG and not ROOT.search(head)


def _climbs(member: zipfile.ZipInfo) -> bool:
    path = member.filename.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]


def _bomb(member: zipfile.ZipInfo) -> bool:
    ratio = member.file_size / max(member.compress_size, 1)
    return member.file_size > RATIO_FROM and ratio > MOST_RATIO


TOTALS: dict[str, Callable[[list[zipfile.ZipInfo]], bool]] = {
    "members": lambda members: len(members) > MOST_MEMBERS,
    "unpacked": lambda members: sum(member.file_size for member in members) > MOST_UNPACKED,
}
SIGNS: dict[str, Callable[[zipfile.ZipInfo], bool]] = {
    "encrypted": lambda member: bool(member.flag_bits & ENCRYPTED),
    "paths": _climbs,
    "unpacked": _bomb,
    "active": lambda member: member.filename.lower().endswith(ACTIVE),
}


def _refused(name: str, reason: str) -> Problem:
    code, message, hint = _sentences(name)[reason]
    return Problem(code, message, hint)


def _sentences(name: str) -> dict[str, tuple[str, str, str]]:
    said = {"name": name}
    save = _("Open it in the program that made it, save it again, and try once more.")
    plain = _("Save it as a plain file without macros and bring that.")
    smaller = _("Split it into smaller files.")
    return {
        "damaged": ("damaged", _("%(name)s is damaged.") % said, save),
        "foreign": ("not_what_it_says", _("%(name)s is not what its ending says.") % said, save),
        "members": ("too_many_parts", _("%(name)s is made of too many parts.") % said, smaller),
        "unpacked": ("too_big", _("%(name)s unpacks to far too much.") % said, smaller),
        "encrypted": (
            "locked",
            _("%(name)s is locked with a password.") % said,
            _("Save a copy without the password and bring that."),
        ),
        "paths": ("harmful", _("%(name)s tries to write outside its place.") % said, save),
        "active": ("macros", _("%(name)s holds macros or programs.") % said, plain),
        "entities": ("harmful", _("%(name)s holds a harmful XML declaration.") % said, save),
    }
