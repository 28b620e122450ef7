"""The pocket contract: whole, self-contained, dated, without people; the booklet's numbers are right."""

import base64
import datetime
import hashlib
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from contracts.models import AgreementVersion, Clause, Element
from contracts.pocket import booklet, extras, index
from contracts.pocket import poster as posters
from contracts.pocket.edition import Edition, edition_of
from contracts.services import noting, pocketing, practices
from contracts.tasks import draw_booklet
from members.models import Person
from tests.contracts.conftest import Bring
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, User
from unionops.platform.core.problems import Problem
from unionops.platform.files.imposing import sides
from unionops.platform.files.services import read_upload

pytestmark = pytest.mark.django_db
Sign = Callable[[User], Client]
Make = Callable[..., User]


def made(version: AgreementVersion, edition: str = "member") -> str:
    with acting(system_actor()) as by:
        assert by is not None
        return pocketing.make_pocket(version=version, by=by, edition=edition).decode()


def note(version: AgreementVersion, text: str, kind: str = "reading", label: str = "3.2") -> None:
    with acting(system_actor()) as by:
        assert by is not None
        noting.add_note(clause=Clause.objects.get(version=version, label=label), by=by, text=text, kind=kind)


class Page(HTMLParser):
    """What a browser would load, run and link to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.inline: dict[str, str] = {}
        self.words: list[str] = []
        self.inside = ""
        self.policy = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        self.ids |= {given["id"]} if given.get("id") else set()
        self.loads += [given[key] for key in ("src", "data", "action", "srcset") if given.get(key)]
        self.loads += [given["href"]] if tag == "link" else []
        self.links += [given["href"]] if tag == "a" and given.get("href") else []
        self.policy = given["content"] if given.get("http-equiv") == "Content-Security-Policy" else self.policy
        self.inside = tag if tag in ("style", "script") else ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.inline[self.inside] = self.inline.get(self.inside, "") + data
        else:
            self.words.append(data)


def test_file_loads_nothing_and_runs_only_what_its_policy_names(agreement: AgreementVersion) -> None:
    page = Page(made(agreement))
    assert page.loads == []
    for what in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.inline[what].encode()).digest()).decode()
        assert f"{what}-src 'sha256-{digest}'" in page.policy
    assert page.policy.startswith("default-src 'none'")
    assert "unsafe" not in page.policy
    assert {link.removeprefix("#") for link in page.links} <= page.ids


def test_file_brings_the_everyday_words_for_its_own_search(agreement: AgreementVersion) -> None:
    page = made(agreement)
    assert "fired, fire me" in page
    assert 'data-silent="' in page


def test_file_holds_every_word_of_the_text(agreement: AgreementVersion) -> None:
    words = "".join("".join(Page(made(agreement)).words).split())
    with acting(system_actor()):
        clauses = list(Clause.objects.filter(version=agreement))
    missing = [c.name for c in clauses for line in c.body.split("\n") if "".join(line.split()) not in words]
    assert clauses
    assert missing == []


def test_text_of_an_agreement_cannot_become_code(bring: Bring) -> None:
    evil = bring("ARTICLE 1 - X\n\nSection 1. A.\n</script><script>alert(1)</script> and \"quotes\" 'too' & more.\n")
    page = Page(made(evil))
    assert "alert(1)" not in page.inline["script"]
    assert "alert(1)" in "".join(page.words)


def test_dates_travel_with_the_file(agreement: AgreementVersion, successor: AgreementVersion) -> None:
    with acting(system_actor()):
        old = AgreementVersion.objects.select_related("agreement").get(pk=agreement.pk)
    page = made(old)
    assert 'data-from="2021-01-01"' in page
    assert 'data-until="2024-12-31"' in page
    assert 'data-superseded="2025-01-01"' in page
    assert 'data-superseded="' not in made(successor)


def test_stamp_changes_with_a_word_and_with_nothing_else(agreement: AgreementVersion) -> None:
    def stamp(kind: str = "member") -> str:
        with acting(system_actor()) as by:
            assert by is not None
            return edition_of(by, agreement, kind).stamp

    member, steward = stamp(), stamp("steward")
    assert stamp() == member
    note(agreement, "Count from the day they learned of it.")
    assert stamp() == member
    assert stamp("steward") != steward
    with acting(system_actor()):
        Clause.objects.filter(version=agreement, label="3.2").update(text="Section 2. Step One.\nNever.")
    assert stamp() != member


def test_only_the_stewards_edition_holds_notes_and_confirmed_practices(agreement: AgreementVersion) -> None:
    note(agreement, "Count from the day they learned of it.")
    with acting(system_actor()) as by:
        assert by is not None
        clause = Clause.objects.get(version=agreement, label="3.2")
        day = datetime.date(2019, 5, 1)
        for title in ("Claimed only", "Confirmed one"):
            one = practices.claim_practice(by=by, clauses=[clause], title=title, what="By text.", since=day)
        for element in Element:
            practices.add_fact(
                practice=one, by=by, element=element, happened_on=day, what="x", knew="x", source="x",
                witnesses="Somebody Secret",
            )  # fmt: skip
        practices.confirm_practice(practice=one, by=by)
    steward, member = made(agreement, "steward"), made(agreement)
    assert "Count from the day" in steward
    assert "Confirmed one" in steward
    for text in ("Count from the day", "Confirmed one"):
        assert text not in member
    for text in ("Claimed only", "Somebody Secret", "The box"):
        assert text not in steward


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rosa Delgado-Núñez won on this in 2019.", False),
        ("ask DELGADO NUNEZ, rosa", False),
        ("Delgado rule: count days.", True),
        ("Rosa Parks day is no holiday.", True),
    ],
)
def test_notes_that_name_somebody_on_the_roster_stay_at_home(
    agreement: AgreementVersion, text: str, kept: bool
) -> None:
    with acting(system_actor()):
        Person.objects.create(first_name="Rosa", last_name="Delgado-Núñez")
    note(agreement, text)
    page = made(agreement, "steward")
    assert (text in page) is kept
    assert ("1 note was left out" in page) is not kept


def test_steward_edition_is_for_stewards(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    member = make_user("member")
    with acting(member), pytest.raises(Problem, match="for stewards"):
        pocketing.make_pocket(version=agreement, by=member, edition="steward")
    urls = [reverse("contracts:pocket-file", args=["harbor-agreement", kind]) for kind in ("member", "steward", "x")]
    assert [sign_in(member).get(url).status_code for url in urls] == [200, 404, 404]
    assert [sign_in(make_user("steward")).get(url).status_code for url in urls] == [200, 200, 404]


def test_command_writes_the_file(
    agreement: AgreementVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pocket.html"
    call_command("export_pocket", str(agreement.public_id), "--edition", "steward", "--out", str(out), "--json")
    assert json.loads(capsys.readouterr().out)["bytes"] == out.stat().st_size
    with pytest.raises(CommandError):
        call_command("export_pocket", str(agreement.public_id), "--out", str(tmp_path / "no" / "x.html"))


def edition(version: AgreementVersion) -> Edition:
    with acting(system_actor()) as by:
        assert by is not None
        return edition_of(by, version)


def test_index_leads_from_words_of_headings_to_their_clauses(agreement: AgreementVersion) -> None:
    words = {word.word: [place.label for place in word.places] for word in index.words_of(edition(agreement), {})}
    assert words["shift"] == ["2.2"]
    assert words["step"] == ["3.2"]
    assert "of" not in words
    assert list(words) == sorted(words)
    assert words["work"] == ["2", "2.1"]


def test_index_names_no_word_under_which_nobody_looks(bring: Bring) -> None:
    text = (
        "ARTICLE 1 CALL BACK\n\nSection 1. Rest Between Two Shifts. Eight hours.\n\nSection 2. Use of Lockers. Free.\n"
    )
    words = [word.word for word in index.words_of(edition(bring(text)), {})]
    assert words == ["call", "lockers", "rest", "shifts"]


@pytest.mark.slow
def test_page_numbers_of_contents_and_index_are_those_of_the_pages(bring: Bring, monkeypatch: Any) -> None:
    """Drawn in several parts, read back from the PDF: each heading stands on the page the contents name."""
    sections = [
        f"\nARTICLE {a} - SUBJECT {a}\n"
        + "".join(
            f"\nSection {s}. Heading{a}x{s} Matter.\n" + f"The parties agree on matter {a}.{s}. " * (12 * s) + "\n"
            for s in range(1, 5)
        )
        for a in range(1, 13)
    ]
    monkeypatch.setattr(booklet, "PART_CHARACTERS", 9_000)
    monkeypatch.setattr(booklet, "LINES_AT_ONCE", 25)
    source = edition(bring("".join(sections)))
    assert len(list(booklet.slices(source))) > 3
    reader = pypdf.PdfReader(io.BytesIO(booklet.draw(source)))
    labels, texts = reader.page_labels, [page.extract_text() for page in reader.pages]
    stands = {
        match: labels[n]
        for n, text in enumerate(texts)
        if labels[n].isdigit()
        for match in re.findall(r"Heading\d+x\d+ Matter", text)
    }
    front = "\n".join(text for n, text in enumerate(texts) if not labels[n].isdigit())
    listed = dict(re.findall(r"\d+\.\d+ (Heading\d+x\d+ Matter)\s+(\d+)", front))
    assert len(listed) == 48
    assert listed == stands
    printed = [text for n, text in enumerate(texts) if labels[n].isdigit() and not re.search(rf"\b{labels[n]}\b", text)]
    assert printed == []
    indexed = dict(re.findall(r"heading(\d+x\d+): \d+\.\d+ (\d+)", "\n".join(texts[-6:])))
    assert {f"Heading{key} Matter": page for key, page in indexed.items()} == stands
    assert [reader.get_destination_page_number(one) for one in reader.outline if not isinstance(one, list)] == [
        labels.index(listed[f"Heading{a}x1 Matter"]) for a in range(1, 13)
    ]


def test_folded_pages_read_in_order() -> None:
    """Each side's pages belong to leaves whose numbers add up; taken apart, all pages come once and in order."""
    for pages in (1, 4, 7, 60, 64, 65, 303):
        order = [page for side in sides(pages) for page in side]
        assert sorted(order)[:pages] == list(range(pages))
        assert len(order) % 4 == 0
        assert len(set(order)) == len(order) < pages + 4
    assert list(sides(7)) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(sides(65))[:2] == [(31, 0), (1, 30)]


def test_there_are_no_sheets_before_the_booklet_is_drawn(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    url = reverse("contracts:folded", args=["harbor-agreement", "member"])
    assert "no booklet" in sign_in(make_user("member")).get(url, follow=True).content.decode()


@pytest.mark.slow
def test_booklet_is_drawn_by_a_job_and_kept_for_its_readers(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    steward, member = make_user("steward"), make_user("member")
    with acting(steward):
        for _again in range(2):
            draw_booklet.run_now(by=steward, about=agreement, version_id=agreement.pk, edition="steward")
        (kept,) = agreement.booklets.all()
        files = reverse("files:download", args=[kept.upload.public_id])
    assert sign_in(steward).get(files).status_code == 200
    assert sign_in(member).get(files).status_code == 404
    sheets = reverse("contracts:folded", args=["harbor-agreement", "steward"])
    assert sign_in(member).get(sheets).status_code == 404
    answer = sign_in(steward).get(sheets)
    book, folded = (pypdf.PdfReader(io.BytesIO(data)) for data in (read_upload(kept.upload), answer.content))
    assert len(folded.pages) == 2 * -(-len(book.pages) // 4)
    assert folded.pages[0].mediabox.width == 2 * book.pages[0].mediabox.width
    page = reverse("contracts:pocket", args=["harbor-agreement"])
    assert kept.stamp in sign_in(steward).get(page).content.decode()
    assert kept.stamp not in sign_in(member).get(page).content.decode()


@pytest.mark.slow
def test_poster_leads_to_the_public_page_only_when_it_is_open(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    url, client = reverse("contracts:poster", args=["harbor-agreement"]), sign_in(make_user("steward"))

    def printed(**query: str) -> str:
        answer = client.get(url, query)
        return pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text().replace("\n", "")

    assert "/contracts/harbor-agreement/" in printed()
    Local.objects.update(contracts_public=True)
    assert "/contracts/public/harbor-agreement/" in printed()
    assert "/contracts/public/harbor-agreement/2/#c-2.2" in printed(label="2.2")
    assert client.get(url, {"label": "99"}).status_code == 302


@pytest.mark.parametrize(
    "words", ["One line.", "Word " * 600, "OVERTIME " * 300, "\n".join("(a) A short line." for _n in range(80))]
)
@pytest.mark.slow
def test_poster_of_a_clause_is_one_page_however_long_it_is(words: str, agreement: AgreementVersion) -> None:
    with acting(system_actor()):
        clause = Clause.objects.select_related("version__agreement").get(version=agreement, label="2.2")
        clause.title = "Notice of changes to shifts, rosters and places of work in the harbor and on the river"
        [sheet] = pypdf.PdfReader(io.BytesIO(posters.draw(agreement, clause, words))).pages
    assert ("…" in sheet.extract_text()) == (len(words) > 100)
    assert posters.fitting("a\n\nb") == "a\n\nb"


def test_public_pages_follow_the_switch_and_hold_the_words_alone(agreement: AgreementVersion, client: Client) -> None:
    note(agreement, "Count from the day they learned of it.")
    contents, clause = (
        reverse("contracts:public-contents", args=["harbor-agreement"]),
        reverse("contracts:public-clause", args=["harbor-agreement", "3"]),
    )
    assert [client.get(url).status_code for url in (contents, clause)] == [404, 404]
    Local.objects.update(contracts_public=True)
    assert "/contracts/public/harbor-agreement/2/" in client.get(contents).content.decode()
    page = client.get(clause).content.decode()
    assert "twenty (20) days" in page
    assert "Count from the day" not in page
    assert 'href="/contracts/harbor' not in page
    assert client.get(reverse("contracts:public-clause", args=["harbor-agreement", "77"])).status_code == 404


def test_what_the_phone_keeps_holds_nobody(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    steward = make_user("steward", name="Quirina Testperson")
    note(agreement, "Count from the day they learned of it.")
    client, anonymous = sign_in(steward), Client()
    kept = client.get(reverse("contracts:kept-text", args=["harbor-agreement"]))
    shell = client.get(reverse("contracts:kept"))
    for page in (kept.content.decode(), shell.content.decode()):
        assert "Quirina" not in page
        assert "csrf" not in page.lower()
        assert "Count from the day" not in page
    assert shell.content == anonymous.get(reverse("contracts:kept")).content
    assert anonymous.get(reverse("contracts:kept-text", args=["harbor-agreement"])).status_code == 302
    stamp = client.get(reverse("contracts:kept-stamp", args=["harbor-agreement"])).json()["stamp"]
    assert kept["X-Pocket-Stamp"] == stamp


def test_worker_is_never_kept_and_names_only_pages_without_people(client: Client, local: Local) -> None:
    answer = client.get(reverse("contracts:kept-worker"))
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Content-Type"].startswith("text/javascript")
    script = answer.content.decode()
    named = re.search(r"FILES = \[(.*?)\]", script)
    assert named is not None
    files = re.findall(r'"((?:[^"\\]|\\.)*)"', named[1])
    paths = [json.loads(f'"{path}"') for path in files]
    assert paths[:2] == ["/contracts/kept/", "/contracts/kept/app.webmanifest"]
    assert all(path.startswith("/static/") for path in paths[2:])
    manifest = client.get(paths[1]).json()
    assert manifest["start_url"] == manifest["scope"] == "/contracts/kept/"


def test_public_computer_is_offered_nothing_to_keep(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("member")), reverse("contracts:pocket", args=["harbor-agreement"])
    assert "data-keep" in client.get(url).content.decode()
    session = client.session
    session["public_computer"] = True
    session.save()
    page = client.get(url).content.decode()
    assert "data-keep" not in page
    assert "public computer" in page


def test_extras_without_any_roster_are_all_kept(db: None) -> None:
    with acting(system_actor()):
        some = [extras.Extra(1, "Note", "Rosa Delgado said so."), extras.Extra(2, "Note", "x")]
        assert extras.without_people(some) == some
