"""Every format of the outreach programs, read back: headings, required fields, value forms, who is not in it."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command

from members.formats.files import FORMATS, named
from members.formats.outgoing import Outgoing
from members.formats.tables import PHONES
from members.models import (
    ChannelConsent,
    EmailAddress,
    ExportRecord,
    Person,
    PersonTag,
    Phone,
    PostalAddress,
    Segment,
    Tag,
)
from members.services import exporting, lists
from unionops.platform.access.models import User

SLUGS = {
    "Action Network": "action_network", "Action Builder": "action_builder", "Mailchimp": "mailchimp",
    "NationBuilder": "nationbuilder", "Spoke (Rewired)": "spoke_rewired",
    "Spoke (Scale to Win)": "spoke_scale_to_win", "Scale to Win Dialer": "scale_to_win_dialer",
    "ThruText / ThruTalk (GetThru)": "thrutext_thrutalk_getthru", "RumbleUp": "rumbleup", "ActionKit": "actionkit",
    "VAN bulk upload": "van_bulk_upload", "CiviCRM": "civicrm", "Hustle": "hustle",
    "Google Contacts": "google_contacts",
}  # fmt: skip
REQUIRED = {
    "action_network": ["email"], "action_builder": ["First Name"], "mailchimp": ["Email Address"],
    "nationbuilder": [], "spoke_rewired": ["firstName", "lastName", "cell"], "spoke_scale_to_win": ["cell"],
    "scale_to_win_dialer": ["phone"], "thrutext_thrutalk_getthru": ["first_name", "last_name", "phone"],
    "rumbleup": ["phone", "first_name"], "actionkit": ["email"], "van_bulk_upload": ["VANID"], "civicrm": [],
    "hustle": ["phone_number"], "google_contacts": [],
}  # fmt: skip
OURS = {"external_id", "union_id", "Custom ID", "External Identifier"}
# last, first, e-mail, numbers, what they said
AWKWARD: list[tuple[str, str, str, tuple[str, ...], dict[str, str]]] = [
    ("Plain", "Ann", "ann@example.org", ("5555550101",), {"sms": "granted"}),
    ("Nomail", "Bea", "", ("5555550102",), {"sms": "granted"}),
    ("Twophones", "Cy", "cy@example.org", ("5555550103", "5555550104"), {"sms": "granted"}),
    ('=HYPERLINK("http://evil")', "=1+1", "dee@example.org", ("5555550105",), {"sms": "granted"}),
    ("Núñez-Łukasz", "Zoë", "zoe@example.org", ("5555550106",), {"sms": "granted"}),
    ('O"Neil, Jr', "Pat\nricia", "pat@example.org", ("5555550107",), {"sms": "granted"}),
    ("Suharto", "", "suharto@example.org", ("5555550108",), {"sms": "granted"}),
    ("Abroad", "Eva", "eva@example.org", ("+442071838750",), {"sms": "granted"}),
    ("Oddmail", "Fay", "fañ@example.org", (), {}),
    ("Callsonly", "Gus", "gus@example.org", ("5555550109",), {"sms": "revoked"}),
    ("Nocalls", "Hal", "hal@example.org", ("5555550110",), {"sms": "granted", "phone": "revoked"}),
    ("Noemails", "Ida", "ida@example.org", ("5555550111",), {"sms": "granted", "email": "revoked"}),
    ("Twin", "Jo", "ann@example.org", ("5555550101",), {"sms": "granted"}),
    ("Nothing", "Kim", "", (), {}),
    ("Works", "Lee", "lee@agency.gov", ("5555550112",), {}),
]


@pytest.fixture
def everybody(as_system: User) -> Segment:
    for last, first, address, numbers, said in AWKWARD:
        person = Person.objects.create(last_name=last, first_name=first, name_key=last.lower())
        if address:
            employer = address.endswith(".gov")
            EmailAddress.objects.create(person=person, address=address, is_employer=employer)
        for at, number in enumerate(numbers):
            Phone.objects.create(person=person, number=number, kind="cell", is_primary=not at)
        for channel, status in said.items():
            ChannelConsent.objects.create(person=person, channel=channel, status=status)
    marked = Person.objects.get(last_name="Plain")
    PostalAddress.objects.create(
        person=marked, street='12 "Elm"  St\nRear', street2="x" * 100, city="Aÿ" + "é" * 70, state="OH", zip="04101"
    )
    for name in ("Stewards", "odd, tag ::: here", "VANID 1234567"):
        PersonTag.objects.create(person=marked, tag=Tag.objects.create(name=name))
    return lists.save_segment(by=as_system, name="All", text="")


@pytest.fixture
def read(everybody: Segment, as_system: User) -> Callable[[str], dict[str, dict[str, str]]]:
    """read(format) -> {last name or the tool's first column: the row}."""

    def read(slug: str) -> dict[str, dict[str, str]]:
        made = exporting.export_people(by=as_system, segment=everybody, file_format=slug, purpose="test")
        rows = list(csv.DictReader(io.StringIO(made.data.decode("utf-8"), newline="")))
        kept = ExportRecord.objects.get()
        assert kept.count == len(rows) and kept.count + sum(kept.excluded.values()) == len(AWKWARD)
        return {next((v for k, v in row.items() if "last" in k.lower()), str(n)): row for n, row in enumerate(rows)}

    return read


def spec(shared: Any) -> list[dict[str, Any]]:
    return list(json.loads((shared / "data/formats/export_headers.json").read_text())["tools"])


def test_every_tool_of_the_list_is_known(shared: Any) -> None:
    names = {tool["tool"] for tool in spec(shared)}
    assert names == {*SLUGS, "vCard 3.0"}
    assert {slug for slug, found in FORMATS.items() if found.for_outreach} == set(SLUGS.values())
    assert all(named(short) for short in ("spoke", "thrutext", "van", "vcard"))


@pytest.mark.parametrize("tool", SLUGS)
def test_a_file_has_the_headings_in_order_required_fields_and_plain_cells(
    tool: str, shared: Any, read: Callable[[str], dict[str, dict[str, str]]]
) -> None:
    slug, wanted = SLUGS[tool], next(found for found in spec(shared) if found["tool"] == tool)
    rows = read(slug)
    assert rows, "nobody is left to look at"
    for row in rows.values():
        assert list(row) == wanted["headers"]
        assert all(row[name] for name in REQUIRED[slug])
        for name, cell in row.items():
            assert "\n" not in cell and "\r" not in cell
            if name in PHONES:
                assert re.fullmatch(r"|\d{10}|\+\d{8,15}", cell), (name, cell)
            else:
                assert not cell.startswith(("=", "+", "-", "@", "\t"))
            allowed = {str(value) for value in wanted.get("values", {}).get(name, [])}
            assert not allowed or cell in allowed | {""}
        assert not {name: row[name] for name in ("Date of Birth", "Age", "Birthday") if row.get(name)}
        assert all(re.fullmatch(r"[0-9a-f-]{36}", row[name]) for name in OURS & set(row))


@pytest.mark.parametrize(
    ("slug", "column", "absent"),
    [
        ("action_network", "email", {"Nomail", "Noemails", "Nothing", "Works", "Twin"}),
        ("actionkit", "email", {"Nomail", "Noemails", "Nothing", "Works", "Twin"}),
        ("mailchimp", "Email Address", {"Nomail", "Noemails", "Nothing", "Works", "Twin", "Oddmail"}),
        ("spoke", "cell", {"Oddmail", "Callsonly", "Twin", "Nothing", "Works"}),
        ("spoke_scale_to_win", "cell", {"Oddmail", "Callsonly", "Twin", "Nothing", "Works"}),
        ("thrutext", "phone", {"Oddmail", "Callsonly", "Twin", "Nothing", "Works"}),
        ("hustle", "phone_number", {"Oddmail", "Callsonly", "Twin", "Nothing", "Works"}),
        ("scale_to_win_dialer", "phone", {"Oddmail", "Nocalls", "Twin", "Nothing"}),
        ("nationbuilder", "email", set()),
    ],
)
def test_who_said_no_or_cannot_be_reached_is_left_out(
    slug: str, column: str, absent: set[str], read: Callable[[str], dict[str, dict[str, str]]]
) -> None:
    rows = read(slug)
    expected = {last for last, *_rest in AWKWARD} - absent
    found = {last.lstrip("'").replace("friend", "") for last in rows}
    assert found == expected
    used = [row[column] for row in rows.values() if row[column]]
    assert len(used) == len(set(used))


def test_nationbuilder_says_who_may_be_mailed_texted_and_called(
    read: Callable[[str], dict[str, dict[str, str]]],
) -> None:
    rows = read("nationbuilder")
    flags = ("email_opt_in", "mobile_opt_in", "do_not_call")
    said = {last: "".join(rows[last][flag] for flag in flags) for last in rows}
    assert said["Plain"] == "YYN" and said["Callsonly"] == "YNN" and said["Nocalls"] == "YYY"
    assert said["Noemails"] == "NYN" and said["Nothing"] == "NNN" and said["Nomail"] == "NYN"
    assert rows["Callsonly"]["mobile_number"] == "" and rows["Callsonly"]["phone_number"] == "5555550109"
    assert rows["Plain"]["tag_list"].split(", ") == ["Stewards", "odd tag ::: here", "VANID 1234567"]


def test_a_number_for_calls_only_is_not_offered_for_texts(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    rows = read("action_network")
    assert rows["Callsonly"]["can2_phone"] == "" and rows["Plain"]["can2_phone"] == "5555550101"


def test_mailchimp_gets_one_cell_of_address_cut_at_255_bytes(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    address = read("mailchimp")["Plain"]["Address"]
    parts = address.split("  ")
    assert parts[0] == '12 "Elm" St Rear' and parts[1] == "x" * 100
    assert len(address.encode()) <= 255


def test_who_has_one_name_is_greeted_by_it(
    read: Callable[[str], dict[str, dict[str, str]]],
) -> None:
    assert read("thrutext")["Suharto"]["first_name"] == "Suharto"


def test_rumbleup_carries_our_id_back(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    rows = list(read("rumbleup").values())
    ids = {str(public_id) for public_id in Person.objects.values_list("public_id", flat=True)}
    assert rows and {row["custom1"] for row in rows} <= ids


def test_van_takes_only_people_with_its_number(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    (row,) = read("van").values()
    assert row["VANID"] == "1234567" and ExportRecord.objects.get().excluded["no_van_id"] == len(AWKWARD) - 1


def test_google_joins_labels_and_marks_the_first_address(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    rows = read("google_contacts")
    assert rows["Plain"]["Labels"] == "* myContacts ::: Stewards ::: odd, tag : here ::: VANID 1234567"
    assert rows["Plain"]["E-mail 1 - Label"].startswith("* ") and rows["Nomail"]["E-mail 1 - Label"] == ""
    assert rows["Suharto"]["File As"] == "Suharto"


def test_civicrm_says_no_where_it_was_said(read: Callable[[str], dict[str, dict[str, str]]]) -> None:
    rows = read("civicrm")
    said = {last: (rows[last]["Do Not Email"], rows[last]["Do Not Sms"]) for last in rows}
    assert said["Plain"] == ("0", "0") and said["Noemails"] == ("1", "0") and said["Callsonly"] == ("0", "1")


def test_vcards_are_whole_folded_and_escaped(everybody: Segment, as_system: User) -> None:
    data = exporting.export_people(by=as_system, segment=everybody, file_format="vcard", purpose="test").data.decode()
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))
    assert "\n" not in data.replace("\r\n", "")
    cards = data.replace("\r\n ", "").split("END:VCARD\r\n")[:-1]
    assert len(cards) == len(AWKWARD)
    for card in cards:
        lines = card.split("\r\n")[:-1]
        assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
        (name,) = [line for line in lines if line.startswith("N:")]
        assert len(re.split(r"(?<!\\);", name[2:])) == 5
        (shown,) = [line for line in lines if line.startswith("FN:")]
        assert shown != "FN:"
    assert 'N:O"Neil\\, Jr;Pat\\nricia;;;' in data.replace("\r\n ", "")


@pytest.mark.parametrize("slug", sorted(SLUGS.values()))
def test_both_commands_write_the_same_file(slug: str, everybody: Segment, tmp_path: Any) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    order = ("--format", slug, "--purpose", "test", "--json")
    call_command("export_people", "--segment", "All", "--out", str(one), *order)
    call_command("export_outreach", "All", "--out", str(other), *order)
    assert one.read_bytes() == other.read_bytes()
    assert one.stat().st_mode & 0o077 == other.stat().st_mode & 0o077 == 0


def test_a_letter_abroad_keeps_its_country_and_its_second_line(everybody: Segment, as_system: User) -> None:
    abroad = Person.objects.get(last_name="Abroad")
    PostalAddress.objects.create(
        person=abroad, street="10 Downing St", street2="Flat 2", city="London", zip="SW1A 2AA", country="United Kingdom"
    )

    def row(slug: str) -> dict[str, str]:
        made = exporting.export_people(by=as_system, segment=everybody, file_format=slug, purpose="test").data
        rows = csv.DictReader(io.StringIO(made.decode(), newline=""))
        return next(row for row in rows if "Abroad" in row.values())

    assert row("action_network")["country"] == "United Kingdom"
    assert row("action_network")["address"] == "10 Downing St, Flat 2"
    assert row("mailchimp")["Address"] == "10 Downing St  Flat 2  London  SW1A 2AA  United Kingdom"
    assert (row("csv")["Address"], row("csv")["Country"]) == ("10 Downing St", "United Kingdom")
    assert Outgoing("x", "A", "B", street="1 St", country="Canada").address_lines[-1] == "CANADA"
    assert Outgoing("x", "A", "B", street="1 St", city="Kent", country="U.S.A.").address_lines[-1] == "KENT"


@pytest.mark.parametrize("slug", ["signin", "walklist", "vcard", "civicrm", "google_contacts", "action_builder"])
def test_who_has_died_is_not_called_on(slug: str, everybody: Segment, as_system: User) -> None:
    Person.objects.filter(last_name="Plain").update(deceased_on="2025-01-01")
    kept = exporting.export_people(by=as_system, segment=everybody, file_format=slug, purpose="test").record
    assert kept.excluded == {"deceased": 1} and kept.count == len(AWKWARD) - 1


def test_our_own_table_gives_each_their_number_though_two_share_it(
    read: Callable[[str], dict[str, dict[str, str]]],
) -> None:
    rows = list(read("csv").values())
    assert [row["Cell phone"] for row in rows if row["Last name"] in {"Plain", "Twin"}] == ["(555) 555-0101"] * 2


def test_a_number_at_home_is_not_called_a_cell(everybody: Segment, as_system: User) -> None:
    Phone.objects.create(person=Person.objects.get(last_name="Works"), number="5555550199", kind="home")
    Phone.objects.filter(number="5555550112").delete()
    made = exporting.export_people(by=as_system, segment=everybody, file_format="action_builder", purpose="test").data
    rows = csv.DictReader(io.StringIO(made.decode(), newline=""))
    assert next(row for row in rows if row["Last Name"] == "Works")["Phone Number Type"] == "Home"


@pytest.mark.parametrize("slug", sorted(FORMATS))
def test_the_manifest_names_the_columns(slug: str, everybody: Segment, as_system: User) -> None:
    made = exporting.export_people(by=as_system, segment=everybody, file_format=slug, purpose="test")
    assert made.manifest["columns"] == FORMATS[slug].columns != []
    if slug == "csv" or FORMATS[slug].for_outreach:
        assert next(csv.reader(io.StringIO(made.data.decode(), newline=""))) == made.manifest["columns"]
    assert made.manifest["sha256"] == hashlib.sha256(made.data).hexdigest()


@pytest.mark.parametrize("order", [("export_people", "--segment", "All"), ("export_outreach", "All")])
def test_a_file_that_cannot_be_written_is_not_logged_as_gone_out(
    order: tuple[str, ...], everybody: Segment, tmp_path: Any
) -> None:
    before = ExportRecord.objects.count()
    with pytest.raises(SystemExit):
        call_command(*order, "--format", "csv", "--purpose", "x", "--out", str(tmp_path / "no" / "x.csv"), "--json")
    assert ExportRecord.objects.count() == before
