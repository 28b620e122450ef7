"""What a file tells beside its content, and a copy without it: runs in the limited child, knows no Django.

`tells` gives counts and short names, never texts: who wrote it, tracked changes, comments, where a picture was taken.
`strip` leaves content alone: tracked changes and comments stay in the copy, their authors and days do not.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from unionops.platform.core import lazy_re as re

OFFICE = ("docx", "xlsx", "ods")
SAID = re.compile(rb">\s*[^<\s]")
MARKUP = re.compile(r"^(word|xl)/.*\.xml$")
ABOUT = re.compile(r"^(docProps/(core|app|custom)\.xml|meta\.xml|docProps/thumbnail\..*|Thumbnails/.*)$")
PHOTO = re.compile(r"^(word|xl)/media/.*\.jpe?g$|^Pictures/.*\.jpe?g$", re.IGNORECASE)
THUMBNAIL = re.compile(rb"<Relationship [^>]*(?:thumbnail)[^>]*/>")
PART = re.compile(rb"<((?:\w+:)?\w+)((?:\s[^>]*)?)>.*</\1>\s*$", re.DOTALL)
WHO = re.compile(rb'(\s(?:w|w15|w14):(?:author|initials|userId|providerId)=")[^"]*(")')
WHEN = re.compile(rb'\sw:(?:date|rsid\w*)="[^"]*"')
NAMED = re.compile(rb"(<author>)[^<]*(</author>)")
PERSON = re.compile(rb'(\s(?:displayName|userId)=")[^"]*(")')
CHANGE = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s[^>]*w:author=")
COMMENT = re.compile(rb"<(?:w:comment|comment)\s")
CAMERA, PLACE, UPRIGHT = 0x0110, 0x8825, 0x0112
INFORMATION = ("/Author", "/Creator", "/Producer", "/Company", "/CreationDate", "/ModDate", "/Title", "/Subject")
FIXED = (1980, 1, 1, 0, 0, 0)


def tells(data: bytes, extension: str) -> dict[str, int]:
    """How much of what is in there; kinds that are not there are left out."""
    found = _of_pdf(data) if extension == "pdf" else _of_office(data) if extension in OFFICE else _of_picture(data)
    return {name: count for name, count in found.items() if count}


def strip(data: bytes, extension: str) -> bytes:
    return _pdf(data) if extension == "pdf" else _office(data) if extension in OFFICE else _picture(data)


def _of_office(data: bytes) -> dict[str, int]:
    changes = comments = about = 0
    photos: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name) if MARKUP.match(name) or ABOUT.match(name) else b""
            changes += len(CHANGE.findall(part))
            comments += len(COMMENT.findall(part))
            about += bool(ABOUT.match(name) and SAID.search(part))
            photos.update(_of_picture(archive.read(name)) if PHOTO.match(name) else {})
    about += photos.pop("about", 0)
    return {"about": about, "changes": changes, "comments": comments, **photos}


def _office(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in archive.namelist():
            if not name.startswith(("docProps/thumbnail", "Thumbnails/")):
                stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                copy.writestr(zipfile.ZipInfo(name, FIXED), _part(name, archive.read(name)), stored)
    return out.getvalue()


def _part(name: str, part: bytes) -> bytes:
    """One file of the archive without names and days; the accounts of it (docProps) empty but valid."""
    if PHOTO.match(name):
        return _placed_picture(part)
    if ABOUT.match(name):
        return PART.sub(rb"<\1\2></\1>", part)
    if name.endswith(".rels"):
        return THUMBNAIL.sub(b"", part)
    if not MARKUP.match(name):
        return part
    part = NAMED.sub(rb"\1\2", WHEN.sub(b"", WHO.sub(rb"\1\2", part)))
    return PERSON.sub(rb"\1\2", part) if "person" in name else part


def _placed_picture(part: bytes) -> bytes:
    """A photo in a document: of what it tells only the way up is left, for the page is laid out by that."""
    out, kept = io.BytesIO(), Image.Exif()
    with Image.open(io.BytesIO(part)) as picture:
        if way := picture.getexif().get(UPRIGHT):
            kept[UPRIGHT] = way
        bare = Image.new(picture.mode, picture.size)
        bare.paste(picture)
        bare.save(out, "JPEG", quality=92, exif=kept)
    return out.getvalue()


def _of_pdf(data: bytes) -> dict[str, int]:
    reader = PdfReader(io.BytesIO(data))
    told = sum(1 for name in INFORMATION if reader.metadata and reader.metadata.get(name))
    notes = sum(1 for page in reader.pages for note in page.get("/Annots") or [] if _is_note(note.get_object()))
    return {"about": told + ("/Metadata" in reader.root_object), "comments": notes}


def _is_note(note: object) -> bool:
    """A remark of somebody, not a link or a field of a form."""
    return isinstance(note, dict) and note.get("/Subtype") not in {"/Link", "/Widget"} and "/T" in note


def _pdf(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.metadata = None
    for name in ("/Metadata", "/PieceInfo"):
        writer.root_object.pop(NameObject(name), None)
    for page in writer.pages:
        for name in ("/Metadata", "/PieceInfo", "/LastModified"):
            page.pop(NameObject(name), None)
        for note in page.get("/Annots") or []:
            held = note.get_object()
            for name in ("/T", "/CreationDate", "/M") if _is_note(held) else ():
                held.pop(NameObject(name), None)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)  # nothing leads there now
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _of_picture(data: bytes) -> dict[str, int]:
    with Image.open(io.BytesIO(data)) as picture:
        kept = picture.getexif()
        return {"place": bool(kept.get_ifd(PLACE)), "camera": CAMERA in kept, "about": bool(set(kept) - {UPRIGHT})}


def _picture(data: bytes) -> bytes:
    """Turned as it was shown, and drawn anew, so that nothing but the picture is left."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        form = picture.format or "PNG"
        upright = ImageOps.exif_transpose(picture)
        bare = Image.new(upright.mode, upright.size)
        bare.paste(upright)
        if upright.mode == "P" and (palette := upright.getpalette()):
            bare.putpalette(palette)
        bare.save(out, form, **({"quality": 92} if form == "JPEG" else {}))
    return out.getvalue()
