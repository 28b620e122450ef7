"""Names that could break a file go through every format, and come out as they were wherever the format can hold them."""

import csv
import io
import re

import pypdf
import pytest
import python_calamine
from django.conf import settings

from members.formats.files import FORMATS
from members.services import editing, lists
from members.services.exporting import export_people

NAMES = {
    "formula": '=HYPERLINK("http://x.example","a")',
    "quote": 'O"Brien "Bo" Lee',
    "newline": "Line\nBreak",
    "comma": "Comma, Ann; Semi|Pipe",
    "right to left": "\u200fMark",
    "turned round": "Tur\u202ened",
    "nothing": "Nul\x00Byte",
    "long": "Very" + "long" * 28,
    "joined": "Kari\u200cmi",
    "sum": "@SUM(1)",
}
if "postgresql" in settings.DATABASES["default"]["ENGINE"]:
    del NAMES["nothing"]  # its tables hold no such letter
ONE_LINE = {"newline": "Line Break", "turned round": "Turned", "nothing": "Nul Byte"}
PERSON_TABLES = {"csv", "xlsx"}


@pytest.fixture
def everybody(as_system):
    for at, name in enumerate(NAMES.values()):
        person = editing.create_person(by=as_system, last_name=name, first_name=f"Fa{chr(97 + at)}")
        editing.add_email(by=as_system, person=person, address=f"p{at}@example.org")
        editing.add_phone(by=as_system, person=person, number=f"312555{1000 + at}", kind="cell")
        editing.add_address(by=as_system, person=person, street='1 Elm "St", #4', city="Ohio; City", state="OH")
        for channel in ("email", "sms", "phone", "mail"):
            editing.record_consent(by=as_system, person=person, channel=channel, status="granted")
    return lists.save_segment(by=as_system, name="Everybody", text="")


def made(by, segment, slug):
    return export_people(by=by, segment=segment, file_format=slug, purpose="test")


@pytest.mark.parametrize("slug", sorted(slug for slug, found in FORMATS.items() if found.ending in {"csv", "xlsx"}))
def test_a_table_holds_each_name_and_nothing_that_runs(everybody, as_system, slug):
    data = made(as_system, everybody, slug).data
    if slug == "xlsx":
        rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    else:
        rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = {str(cell) for row in rows[1:] for cell in row}
    if slug != "xlsx":
        assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r") and not re.fullmatch(r"\+?\d+", cell)]
    if slug == "van_bulk_upload":
        return  # it takes only those with a number of its own
    whole = " | ".join(cells)
    for kind, name in NAMES.items():
        expected = name.replace("\x00", "") if slug in PERSON_TABLES else ONE_LINE.get(kind, name)
        assert expected in whole or (slug == "mailchimp" and kind == "long"), kind


def test_cards_for_a_phone(everybody, as_system):
    text = made(as_system, everybody, "vcard").data.decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")) and "\x00" not in text
    whole = text.replace("\r\n ", "")
    names = re.findall(r"^N:((?:[^;\\]|\\.)*);", whole, re.MULTILINE)
    back = [re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], name) for name in names]
    assert sorted(back) == sorted(name.replace("\x00", "") for name in NAMES.values())


@pytest.mark.slow
@pytest.mark.parametrize("slug", sorted(slug for slug, found in FORMATS.items() if found.ending == "pdf"))
def test_papers_are_drawn_with_everybody_on_them(everybody, as_system, slug):
    found = made(as_system, everybody, slug)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(found.data)).pages)
    plain = re.sub(r"\W", "", text).casefold()
    for name in ("hyperlink", "bolee", "break", "semipipe", "mark", "verylong", "sum1"):
        assert name in plain
    assert found.manifest["count"] == len(NAMES)


@pytest.mark.parametrize("slug", sorted(PERSON_TABLES))
def test_our_own_table_of_them_changes_nothing(everybody, as_system, plan_file, slug):
    data = made(as_system, everybody, slug).data
    found = plan_file(data, "members", name=f"ours.{slug}", source="ours", scope="partial")
    assert found.totals["unchanged"] == len(NAMES) and not found.plan["name_changes"]
