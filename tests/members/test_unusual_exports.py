"""What each program gets of people out of the ordinary, worked out by hand."""

import csv
import io

import pypdf
import pytest

from members import queries
from members.exports import record_paper
from members.formats.files import FORMATS
from members.formats.outgoing import Outgoing
from members.life.records import whole_record
from members.models import Canvass, ExportRecord, Person, Turf, TurfPerson
from members.reaching.audience import receipt
from members.reaching.chosen import Chosen
from members.services import editing, lists
from members.services.exporting import export_people
from tests.members import unusual
from unionops.platform.core.problems import Problem
from unionops.platform.files import letters

NO_FONT = "\ue9f3"
"""A letter for private use, which no font writes."""


@pytest.fixture
def people(as_system):
    return unusual.roster(as_system)


@pytest.fixture
def everybody(people, as_system):
    return lists.save_segment(by=as_system, name="Everybody", text="")


def table(by, segment, slug):
    """The rows of the file, and its manifest."""
    found = export_people(by=by, segment=segment, file_format=slug, purpose="test")
    rows = list(csv.DictReader(io.StringIO(found.data.decode())))
    return rows, found.manifest


def by_key(rows, people, column):
    keys = {str(person.public_id): name for name, person in people.items()}
    return {keys[row[column]]: row for row in rows}


def test_spoke(people, everybody, as_system):
    rows, manifest = table(as_system, everybody, "spoke_rewired")
    found = by_key(rows, people, "external_id")
    # ada and li share a number: the first of the list (Okonkwo before 李) keeps it
    assert set(found) == {"ada", "ivan"}
    assert found["ada"] | {"external_id": ""} == {
        "firstName": "Adaeze",
        "lastName": "Okonkwo-Bright",
        "cell": "3125550111",
        "zip": "60601",
        "external_id": "",
    }
    assert found["ivan"]["cell"] == "+442071838750"
    assert manifest["excluded"] == {"same_address": 1, "no_consent": 1, "no_phone": 5, "said_no": 1, "deceased": 1}


def test_receipts(people, everybody, as_system):
    def of(channel, klass=""):
        return receipt(as_system, everybody, channel=channel, klass=klass).as_json()

    assert of("email") == {
        "roster": 11,
        "included": 3,
        "excluded": {"said_no": 1, "no_email": 5, "bad_email": 1, "deceased": 1},
    }
    assert of("email", "political") == {
        "roster": 11,
        "included": 1,
        "excluded": {"not_a_member": 5, "no_email": 3, "said_no": 1, "deceased": 1},
    }
    assert of("mail") == {
        "roster": 11,
        "included": 4,
        "excluded": {"said_no": 1, "bad_address": 1, "no_address": 4, "deceased": 1},
    }
    assert of("mail", "legal_notice") == {
        "roster": 11,
        "included": 5,
        "excluded": {"bad_address": 1, "no_address": 4, "deceased": 1},
    }
    assert of("sms") == {
        "roster": 11,
        "included": 2,
        "excluded": {"same_address": 1, "no_consent": 1, "no_phone": 5, "said_no": 1, "deceased": 1},
    }
    assert of("phone")["included"] == 4


def test_mailchimp(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "mailchimp")
    found = {row["Email Address"]: row for row in rows}
    assert set(found) == {"ada@x.example", "m.l@x.example", "sum@z.example"}
    assert found["ada@x.example"]["Address"] == "12 Main St.  Apt. 4  Chicago  IL  60601  US"
    assert found["ada@x.example"]["Tags"] == "Picnic 2026, VANID 77"
    assert found["m.l@x.example"]["Address"] == "ul. Piotrkowska 1  Łódź  90-001  Poland"
    assert found["sum@z.example"]["First Name"] == "'+Ann" and found["sum@z.example"]["Last Name"] == "'=SUM(A1)"


def test_nationbuilder(people, everybody, as_system):
    rows, manifest = table(as_system, everybody, "nationbuilder")
    found = {row["last_name"]: row for row in rows}
    assert "Cher" not in found and manifest["excluded"]["no_full_name"] == 1
    jose = found["Núñez Peña"]
    assert (jose["email"], jose["email_opt_in"], jose["mobile_opt_in"], jose["suffix"]) == ("", "N", "N", "Jr.")
    assert found["Smith"]["membership_level_name"] == "former"
    assert (found["Smith"]["membership_started_at"], found["Smith"]["membership_expires_at"]) == (
        "2010-01-01",
        "2023-06-30",
    )
    assert found["Nguyễn"]["membership_started_at"] == "2002-03-01" and not found["Nguyễn"]["membership_expires_at"]
    assert jose["membership_level_name"] == "" and found["Nguyễn"]["membership_level_name"] == "member"


def test_civicrm(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "civicrm")
    found = by_key(rows, people, "External Identifier")
    assert set(found) == set(people) - {"oskar"}
    assert (found["jose"]["Do Not Email"], found["jose"]["Email"]) == ("1", "")
    assert found["cher"]["Do Not Sms"] == "1" and found["cher"]["Phone"] == ""
    assert found["hoa"]["Street Address"] == "7½ Côte Rd" and found["hoa"]["Postal Code"] == "95112-0001"


def test_action_builder(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "action_builder")
    found = by_key(rows, people, "Custom ID")
    assert found["cher"]["First Name"] == "Cher" and found["cher"]["Phone Number"] == ""
    assert found["hoa"]["Phone Number Type"] == "Home" and found["hoa"]["Phone Number"] == "3125550113"
    assert found["hoa"]["Phone Number Extension"] == "4"
    assert found["hoa"]["Assessment"] == "2" and found["ada"]["Nickname"] == "Ada"
    assert found["li"]["Last Name"] == "李"


def test_action_network(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "action_network")
    found = by_key(rows, people, "union_id")
    assert set(found) == {"ada", "mat", "sum"}
    assert found["ada"]["can2_phone"] == "3125550111" and found["mat"]["country"] == "Poland"


def test_google(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "google_contacts")
    ada = next(row for row in rows if row["First Name"] == "Adaeze")
    assert ada["Labels"] == "* myContacts ::: Picnic, 2026 ::: VANID 77"
    assert ada["Phone 1 - Label"] == "Mobile" and ada["E-mail 1 - Label"] == "* Home"


def test_thrutext(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "thrutext")
    assert {row["phone"] for row in rows} == {"3125550111", "+442071838750"}
    assert all(row["first_name"] and row["last_name"] for row in rows)


def test_dialer(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "scale_to_win_dialer")
    assert set(by_key(rows, people, "external_id")) == {"ada", "jose", "hoa", "ivan"}


def test_van(people, everybody, as_system):
    rows, manifest = table(as_system, everybody, "van")
    assert [row["VANID"] for row in rows] == ["77"] and manifest["excluded"]["no_van_id"] == 9


def test_a_walk_list_keeps_the_order_of_the_list(people):
    order = ["de la Cruz", "Ñandú", "Stone"]
    found = FORMATS["walklist"].make([Outgoing(name, name, "", worksite="Pier 4") for name in order], "Pier 4")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(found)).pages)
    assert sorted(order, key=text.index) == order


def test_csv_for_people(people, everybody, as_system):
    rows, _manifest = table(as_system, everybody, "csv")
    assert len(rows) == 11
    found = {row["Last name"]: row for row in rows}
    assert found["'=SUM(A1)"]["First name"] == "'+Ann" and found["'=SUM(A1)"]["Job title"] == "'@home"
    assert found["Núñez Peña"]["Personal email"] == "" and found["Núñez Peña"]["Cell phone"] == "(312) 555-0112"
    assert found["Cher"]["Cell phone"] == ""
    assert found["Łukasiewicz"]["Member status"] == "retired" and found["Łukasiewicz"]["Country"] == "Poland"
    assert found["Nguyễn"]["Home phone"] == "(312) 555-0113 x4"
    assert found["Okonkwo-Bright"]["Join date"] == "2020-01-15" and found["Okonkwo-Bright"]["Hire date"] == "2019-06-03"


def test_vcards(people, everybody, as_system):
    data = export_people(by=as_system, segment=everybody, file_format="vcard", purpose="t").data.decode()
    cards = data.replace("\r\n ", "").split("END:VCARD\r\n")
    assert len(cards) == 11  # ten and the empty end; who has died is left out
    ada = next(card for card in cards if "Adaeze" in card)
    assert "CATEGORIES:Picnic\\, 2026,VANID 77\r\n" in ada
    assert "ADR;TYPE=HOME:;Apt. 4;12 Main St.;Chicago;IL;60601;US\r\n" in ada
    assert "N:李;小龍;;;\r\n" in data and "N:Núñez Peña;José Ángel;;;Jr.\r\n" in data
    assert "TEL;TYPE=HOME:3125550113 x4\r\n" in data and "NICKNAME:Ada\r\n" in ada
    assert "FN:Cher\r\n" in data and all(len(line.encode()) <= 75 for line in data.split("\r\n"))


def test_lines_on_labels(people, everybody, as_system):
    rows = queries.segment_people(as_system, everybody)
    lines = {p.last_name: p.address_lines for p in Chosen(as_system, rows, "mail")}
    assert lines == {
        "Okonkwo-Bright": ["ADAEZE OKONKWO-BRIGHT", "12 MAIN ST APT 4", "CHICAGO IL 60601"],
        "Nguyễn": ["HOA THỊ NGUYỄN", "7½ CÔTE RD", "SAN JOSÉ CA 95112-0001"],
        "Łukasiewicz": ["MATEUSZ ŁUKASIEWICZ", "UL PIOTRKOWSKA 1", "ŁÓDŹ 90-001", "POLAND"],
        "Cher": ["CHER", "BUILDING TWELVE SUITE 1400", "1 VERY LONG BOULEVARD OF THE AMERICAS", "PEORIA IL 61602"],
    }


@pytest.mark.parametrize("slug", ["avery5160", "signin", "walklist"])
def test_a_paper_without_the_letters_of_a_name_says_whose_it_is(slug, people, everybody, as_system):
    Person.objects.filter(pk=people["li"].pk).update(first_name="Lee", last_name=NO_FONT)
    editing.record_consent(by=as_system, person=people["li"], channel="mail", status="granted")
    order = {"by": as_system, "segment": everybody, "file_format": slug, "purpose": "t"}
    with pytest.raises(Problem, match=f"Lee {NO_FONT}"):
        export_people(**order, leaves_out=False)
    found = export_people(**order)
    assert found.manifest["by_hand"] == [f"Lee {NO_FONT}"] and found.manifest["excluded"]["by_hand"] == 1
    assert "by_hand" not in export_people(**order | {"file_format": "csv"}).manifest
    assert not ExportRecord.objects.filter(format=slug).exclude(pk=found.record.pk).exists()


def test_every_letter_of_other_names_is_drawn(people):
    names = [person.name for name, person in people.items() if name != "li"]
    assert [letters.missing(name) for name in names] == [""] * len(names)
    assert letters.missing(f"{NO_FONT} Lee") == NO_FONT


def test_pages_say_whose_name_paper_cannot_show_before_anything_is_printed(people, as_system, secretary, sign_in):
    li = people["li"]
    Person.objects.filter(pk=li.pk).update(first_name="Lee", last_name=NO_FONT)
    canvass = Canvass.objects.create(name="Walk", question="Will you sign?", cut_by="site", by=as_system)
    turf = Turf.objects.create(canvass=canvass, name="Annex", walker=secretary)
    for at, person in enumerate(people.values()):
        TurfPerson.objects.create(canvass=canvass, turf=turf, person=person, position=at)
    client = sign_in(secretary)
    for page in (li.get_absolute_url(), turf.get_absolute_url()):
        assert "No font on this machine has all the letters" in client.get(page).content.decode()
    assert "No font" not in client.get(people["ada"].get_absolute_url()).content.decode()
    drawn = client.get(f"{turf.get_absolute_url()}paper/").content
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(drawn)).pages)
    assert "[U+E9F3]" in text.replace("\n", "")
    record = record_paper(whole_record(as_system, Person.objects.get(pk=li.pk)))
    assert "[U+E9F3]" in pypdf.PdfReader(io.BytesIO(record)).pages[0].extract_text()
