"""A copy for sharing keeps what stands in a file and tells nothing beside it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
import python_calamine
import xlsxwriter
from django.test import Client
from django.urls import reverse
from docx.oxml import parse_xml
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import NameObject, TextStringObject

from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.files import bare, services

WHO = "Quillfeather"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TRACKED = '<w:{0} {1} w:id="{2}" w:author="{3}" w:date="2026-03-04T05:06:07Z"><w:r>{4}</w:r></w:{0}>'


def word() -> bytes:
    """Two tracked changes and a comment, all by one person."""
    file, out = docx.Document(), io.BytesIO()
    file.core_properties.author = file.core_properties.last_modified_by = WHO
    line = file.add_paragraph("The Agency shall")
    line._p.append(parse_xml(TRACKED.format("ins", WORD, 1, WHO, "<w:t> promptly</w:t>")))
    line._p.append(parse_xml(TRACKED.format("del", WORD, 2, WHO, "<w:delText> always</w:delText>")))
    file.add_comment(line.runs, text="Ask the chief", author=WHO, initials="IQ")
    file.save(out)
    return out.getvalue()


def sheet() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.set_properties({"author": WHO})
        page = book.add_worksheet()
        page.write("A1", "Amount")
        page.write_comment("A1", "Who pays?", {"author": WHO})
    return out.getvalue()


def paper() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    note = FreeText(text="see page 2", rect=(10, 10, 90, 40))
    note[NameObject("/T")] = TextStringObject(WHO)
    writer.add_annotation(0, note)
    writer.add_metadata({"/Author": WHO, "/Title": "Settlement"})
    writer.xmp_metadata = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Quillfeather</x:xmpmeta>"
    writer.write(out)
    return out.getvalue()


def photo() -> bytes:
    told, out = Image.Exif(), io.BytesIO()
    told[0x0110], told[0x0112], told[0x013B] = "Phone 7", 6, WHO
    told.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (60, 20), "navy").save(out, "JPEG", exif=told)
    return out.getvalue()


MADE = {"docx": word, "xlsx": sheet, "pdf": paper, "jpg": photo}
TOLD = {
    "docx": {"about": 1, "changes": 2, "comments": 1},
    "xlsx": {"about": 2, "comments": 1},
    "pdf": {"about": 3, "comments": 1},
    "jpg": {"about": 1, "camera": 1, "place": 1},
}


def whole(data: bytes, extension: str) -> bytes:
    """All bytes of it, those of an archive unpacked."""
    if extension not in bare.OFFICE:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("extension", MADE)
def test_a_copy_names_nobody_and_no_day(extension: str) -> None:
    data = MADE[extension]()
    assert bare.tells(data, extension).keys() == TOLD[extension].keys()
    assert WHO.encode() in whole(data, extension)
    copy = bare.strip(data, extension)
    for word in (WHO, "Phone 7", "2026-03-04", "Settlement"):
        assert word.encode() not in whole(copy, extension)
    assert set(bare.tells(copy, extension)) <= {"changes", "comments"}


def test_tracked_changes_are_counted_and_stay_for_a_person_to_decide() -> None:
    assert bare.tells(word(), "docx")["changes"] == 2
    copy = docx.Document(io.BytesIO(bare.strip(word(), "docx")))
    text = copy.paragraphs[0]._p.xml
    assert "promptly" in text and "always" in text and "The Agency shall" in text
    assert [comment.text for comment in copy.comments] == ["Ask the chief"]


def test_a_photo_in_a_document_loses_its_place_and_stays_the_way_up_it_was() -> None:
    file, out = docx.Document(), io.BytesIO()
    file.add_picture(io.BytesIO(photo()))
    file.save(out)
    assert {"camera", "place"} <= bare.tells(out.getvalue(), "docx").keys()
    copy = bare.strip(out.getvalue(), "docx")
    assert bare.tells(copy, "docx") == {}
    with zipfile.ZipFile(io.BytesIO(copy)) as archive:
        (name,) = [name for name in archive.namelist() if "media" in name]
        with Image.open(io.BytesIO(archive.read(name))) as kept:
            assert (kept.size, dict(kept.getexif())) == ((60, 20), {0x0112: 6})


def test_sheets_papers_and_pictures_still_open() -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(bare.strip(sheet(), "xlsx")))
    assert book.get_sheet_by_index(0).to_python() == [["Amount"]]
    assert b"Who pays?" in whole(bare.strip(sheet(), "xlsx"), "xlsx")
    assert len(PdfReader(io.BytesIO(bare.strip(paper(), "pdf"))).pages) == 1
    with Image.open(io.BytesIO(bare.strip(photo(), "jpg"))) as turned:  # upright, as every viewer showed it
        assert turned.size == (20, 60)


@pytest.mark.django_db
@pytest.mark.parametrize("extension", MADE)
def test_the_page_says_what_is_told_and_gives_the_copy(
    extension: str, make_user: Callable[..., User], sign_in: Callable[[User], Client]
) -> None:
    user = make_user("steward")
    with acting(user):
        upload = services.store_upload(by=user, file=MADE[extension](), name=f"a.{extension}", purpose="test-own")
    client = sign_in(user)
    page = client.get(reverse("files:share", args=[upload.public_id])).content.decode()
    assert ("2 tracked changes" in page) == (extension == "docx")
    assert ("Where the picture was taken" in page) == (extension == "jpg")
    answer = client.get(reverse("files:bare", args=[upload.public_id]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert WHO.encode() not in whole(answer.content, extension)
    assert WHO.encode() in whole(services.read_upload(upload), extension)  # the evidence stays as it was


@pytest.mark.django_db
def test_plain_text_has_no_copy_of_its_own(make_user: Callable[..., User], sign_in: Callable[[User], Client]) -> None:
    user = make_user("steward")
    with acting(user):
        upload = services.store_upload(by=user, file=b"words", name="a.txt", purpose="test-own")
    assert (
        "Plain text carries nothing"
        in sign_in(user).get(reverse("files:share", args=[upload.public_id])).content.decode()
    )
    assert sign_in(user).get(reverse("files:bare", args=[upload.public_id])).status_code == 404
