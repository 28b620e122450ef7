"""The pages of agreements over HTTP."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from contracts import tasks
from contracts.asking.scopes import scope_of
from contracts.forms import AskForm
from contracts.models import Agreement, AgreementVersion, Amendment, Clause, ClauseNote, Correction, Question
from contracts.services import reading
from tests.contracts.conftest import Bring
from tests.contracts.parsing.media import marked_up, with_table
from tests.contracts.texts import PLAIN, SUCCESSOR
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import BargainingUnit, User
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload
from unionops.platform.jobs.models import Job
from unionops.platform.jobs.services import stop
from unionops.platform.search.models import Scope

Sign = Callable[[User], Client]
Make = Callable[..., User]


def clause(version: AgreementVersion, label: str) -> Clause:
    with acting(system_actor()):
        return Clause.objects.select_related("version__agreement").get(version=version, label=label)


def text_of(client: Client, url: str, **query: str) -> str:
    answer = client.get(url, query)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def test_home_without_agreements_teaches(make_user: Make, sign_in: Sign) -> None:
    assert "No agreement is published yet" in text_of(sign_in(make_user("member")), reverse("contracts:home"))


def test_home_lists_what_is_in_force(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    page = text_of(sign_in(make_user("member")), reverse("contracts:home"))
    assert "Harbor Agreement" in page
    assert "4 articles" in page


def test_reader_shows_text_contents_and_links(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("member"))
    page = text_of(client, reverse("contracts:reader", args=["harbor-agreement", "2"]))
    assert "forty (40) hours" in page
    assert "Shift Change" in page
    assert "/contracts/harbor-agreement/3/#c-3.2" in page


def test_label_of_a_part_leads_to_its_page(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    answer = sign_in(make_user("member")).get("/contracts/harbor-agreement/2.2(b)/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/contracts/harbor-agreement/2/#c-2.2(b)")


def test_marked_words_are_highlighted(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    found = clause(agreement, "3.2")
    start = found.text.index("twenty (20) days")
    url = reverse("contracts:reader", args=["harbor-agreement", "3"])
    page = text_of(sign_in(make_user("member")), url, mark=f"3.2:{start}-{start + 16}")
    assert "<mark>twenty (20) days</mark>" in page


def test_unknown_agreement_and_label_are_404(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("member"))
    assert client.get("/contracts/nowhere/").status_code == 404
    assert client.get("/contracts/harbor-agreement/99/").status_code == 404


@pytest.mark.parametrize("name", ["contracts:agreement", "contracts:whole"])
def test_pages_of_one_agreement_open(name: str, agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    assert "RECOGNITION" in text_of(sign_in(make_user("member")), reverse(name, args=["harbor-agreement"]))


def test_search_page_and_fragment_find_words(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("member"))
    page = text_of(client, reverse("contracts:search"), q="notice shift")
    assert "<mark>notice</mark>" in page
    fragment = client.get(reverse("contracts:search"), {"q": "grievanc"}, headers={"hx-request": "true"})
    assert b"<html" not in fragment.content
    assert b"Step One" in fragment.content


def test_search_is_filtered_by_agreement_kind_article_and_day(
    successor: AgreementVersion,
    agreement: AgreementVersion,
    bring: Callable[..., AgreementVersion],
    make_user: Make,
    sign_in: Sign,
) -> None:
    bring("POLICY\n\n1. Notice\nNotice of shifts stands on the board.\n", title="Board Policy", kind="policy")
    client, url = sign_in(make_user("member")), reverse("contracts:search")
    assert "fifteen (15)" in text_of(client, url, q="shift notice", on="2022-05-01")
    assert "fifteen (15)" not in text_of(client, url, q="shift notice")
    assert "fifteen (15)" in text_of(client, url, q="shift notice", on="2022-05-01", where=str(successor.public_id))
    old = str(agreement.public_id)
    assert "No text that fits these filters was in force" in text_of(
        client, url, q="notice", on="1990-01-01", where=old
    )
    policy = text_of(client, url, q="notice", kind="policy", where="all")
    assert "/board-policy/" in policy
    assert "/harbor-agreement/" not in policy
    page = text_of(client, url, q="notice days", article="Art. II", where=old)
    assert "/harbor-agreement/2/" in page
    assert "/harbor-agreement/3/" not in page
    assert f'href="?q=notice+days&amp;where={old}"' in page


def test_search_says_which_day_it_does_not_understand(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    page = text_of(sign_in(make_user("member")), reverse("contracts:search"), q="notice", on="yesterday")
    assert "There is a problem" in page
    assert "<mark>notice</mark>" in page


def test_page_of_the_paper_leads_to_what_stands_on_it(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("member")), reverse("contracts:agreement", args=["harbor-agreement"])
    with acting(system_actor()):
        first = Clause.objects.filter(version=agreement, printed_page="2").order_by("ordinal").first()
    assert first is not None
    answer = client.get(url, {"page": "2"})
    assert answer["Location"].endswith(f"#c-{first.anchor}")
    assert client.get(url, {"page": "999"}).status_code == 404


def test_page_as_printed_is_offered_beside_the_text_of_a_pdf(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("member")), reverse("contracts:reader", args=["harbor-agreement", "2"])
    assert "as it was printed" not in text_of(client, url)
    with acting(system_actor()):
        upload = agreement.upload
        assert upload is not None
        upload.extension, upload.pages = "pdf", 3
        upload.save()
    page = text_of(client, url)
    assert "as it was printed" in page
    assert reverse("files:page", args=[upload.public_id, clause(agreement, "2").page_start]) in page


def test_clause_address_leads_to_the_reader(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    found = clause(agreement, "3.2")
    answer = sign_in(make_user("member")).get(reverse("contracts:clause", args=[found.public_id]))
    assert answer["Location"].endswith("/contracts/harbor-agreement/3/#c-3.2")


def test_steward_adds_and_withdraws_a_note(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client, found = sign_in(make_user("steward")), clause(agreement, "2.2(a)")
    url = reverse("contracts:add-note", args=[found.public_id])
    assert "Add a note" in text_of(client, url)
    assert client.post(url, {"text": "", "kind": "note"}).status_code == 422
    assert client.post(url, {"text": "x", "kind": "note", "quote": "not in the text"}).status_code == 422
    assert client.post(url, {"text": "Ask for the roster.", "kind": "practice"}).status_code == 302
    reader = reverse("contracts:reader", args=["harbor-agreement", "2"])
    assert "Ask for the roster." in text_of(client, reader)
    with acting(system_actor()):
        note = ClauseNote.objects.get()
    assert client.post(reverse("contracts:withdraw-note", args=[note.public_id])).status_code == 302
    assert "Ask for the roster." not in text_of(client, reader)


def test_members_see_no_notes_and_may_not_ask(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("member"))
    assert client.get(reverse("contracts:ask")).status_code == 403


def test_of_several_agreements_for_all_one_must_be_chosen_to_ask(
    agreement: AgreementVersion, bring: Bring, make_user: Make, sign_in: Sign
) -> None:
    client, asked = sign_in(make_user("steward")), {"text": "How long to file a grievance?"}
    assert client.post(reverse("contracts:ask"), asked).status_code == 302
    bring(title="A Letter", kind="side_letter", parent=agreement.agreement)
    assert client.post(reverse("contracts:ask"), asked).status_code == 302
    other = bring(title="Another Agreement")
    refused = client.post(reverse("contracts:ask"), asked)
    assert refused.status_code == 422
    assert b"Choose the agreement that should answer." in refused.content
    assert client.post(reverse("contracts:ask"), {**asked, "version": str(other.public_id)}).status_code == 302
    found = text_of(client, reverse("contracts:search"), q="grievance", where=str(other.public_id))
    assert f"&amp;version={other.public_id}" in found
    chosen = text_of(client, reverse("contracts:ask"), version=str(other.public_id))
    assert f'value="{other.public_id}" selected' in chosen


def test_an_agreement_of_another_unit_answers_only_where_it_is_chosen(
    agreement: AgreementVersion, unit: BargainingUnit
) -> None:
    other = BargainingUnit.objects.create(employer=unit.employer, name="Trades unit", code="0013")
    agreement.agreement.unit = other
    asked = {"text": "How long to file a grievance?"}
    assert AskForm(asked, versions=[agreement], units={other.pk}).is_valid()
    assert not AskForm(asked, versions=[agreement], units={unit.pk}).is_valid()
    chosen = AskForm({**asked, "version": str(agreement.public_id)}, versions=[agreement], units={unit.pk})
    assert chosen.is_valid() and chosen.chosen == agreement


def test_asking_without_a_model_gives_the_clauses(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("steward"))
    assert "My questions" in text_of(client, reverse("contracts:ask"))
    answer = client.post(
        reverse("contracts:ask"), {"text": "How long to file a grievance?", "version": str(agreement.public_id)}
    )
    page = text_of(client, answer["Location"])
    assert "Step One" in page
    with acting(system_actor()):
        question = Question.objects.get()
    again = client.post(reverse("contracts:question-again", args=[question.public_id]), follow=True)
    assert b"The model is off" in again.content
    review = client.post(
        reverse("contracts:question-review", args=[question.public_id]), {"verdict": "accepted"}, follow=True
    )
    assert b"There is no answer to judge here" in review.content
    bad = client.post(reverse("contracts:question-review", args=[question.public_id]), {"verdict": "edited"})
    assert bad.status_code == 422


def test_compare_shows_changed_words(successor: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    client = sign_in(make_user("member"))
    assert "Compare versions" in text_of(client, reverse("contracts:compare"))
    page = text_of(client, reverse("contracts:compare"), new=str(successor.public_id))
    assert "fifteen" in page
    assert "life vests" in page
    assert "only have a new number or place" in page or "only has a new number or place" in page
    added = text_of(client, reverse("contracts:compare"), new=str(successor.public_id), kind="added")
    assert "life vests" in added and "fifteen" not in added


def test_a_text_not_read_yet_is_not_offered_to_compare(
    successor: AgreementVersion, bring: Bring, make_user: Make, sign_in: Sign
) -> None:
    waiting = bring("ARTICLE 1 NEW\nWords.", title="Waiting Agreement", publish=False)
    client, where = sign_in(make_user("chief_steward")), reverse("contracts:compare")
    assert "Waiting Agreement" in text_of(client, where)
    with acting(system_actor()):
        AgreementVersion.objects.filter(pk=waiting.pk).update(state="reading")
    assert "Waiting Agreement" not in text_of(client, where)


def test_the_page_that_compares_leads_to_proposals(successor: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    where = reverse("contracts:impact")
    assert f'href="{where}"' in text_of(sign_in(make_user("chief_steward")), reverse("contracts:compare"))
    assert f'href="{where}"' not in text_of(sign_in(make_user("member")), reverse("contracts:compare"))


def test_a_text_whose_reading_was_stopped_is_not_said_to_be_read(make_user: Make, sign_in: Sign) -> None:
    user = make_user("chief_steward")
    client = sign_in(user)
    data = {"file": SimpleUploadedFile("harbor.txt", PLAIN.encode()), "title": "Harbor Agreement", "kind": "agreement"}
    page = client.post(reverse("contracts:add"), data)["Location"]
    assert "being read" in text_of(client, page)
    with acting(user):
        stop(Job.objects.get(), by=user)
    assert "not read yet" in text_of(client, page)
    assert "being read" not in text_of(client, page)


def test_a_file_without_a_title_is_called_by_its_name(make_user: Make, sign_in: Sign) -> None:
    user = make_user("chief_steward")
    data = {"file": SimpleUploadedFile("harbor_pilots-2026.txt", PLAIN.encode()), "kind": "agreement"}
    assert sign_in(user).post(reverse("contracts:add"), data).status_code == 302
    with acting(user):
        assert AgreementVersion.objects.get().agreement.title == "Harbor pilots 2026"


def test_chief_steward_brings_in_corrects_and_publishes(make_user: Make, sign_in: Sign) -> None:
    user = make_user("chief_steward")
    client = sign_in(user)
    url = reverse("contracts:add")
    assert "Bring in an agreement" in text_of(client, url)
    assert client.post(url, {"kind": "agreement"}).status_code == 422
    data = {"file": SimpleUploadedFile("harbor.txt", PLAIN.encode()), "title": "Harbor Agreement", "kind": "agreement"}
    answer = client.post(url, data)
    assert answer.status_code == 302
    with acting(user):
        version = AgreementVersion.objects.get()
        tasks.read_agreement.run_now(by=user, about=version, version_id=version.pk)
    page = text_of(client, answer["Location"])
    assert "HOURS OF WORK" in page
    found = clause(version, "4")
    correct = reverse("contracts:correct", args=[found.public_id])
    assert "The clause as it was read" in text_of(client, correct)
    assert client.post(correct, {"kind": "split"}).status_code == 422
    assert client.post(correct, {"kind": "retitle", "title": "PAY"}).status_code == 302
    with acting(user):
        tasks.read_agreement.run_now(by=user, about=version, version_id=version.pk)
        assert Correction.objects.count() == 1
    assert clause(version, "4").title == "PAY"
    published = client.post(reverse("contracts:publish", args=[version.public_id]), follow=True)
    assert b"Published" in published.content
    assert client.post(reverse("contracts:read-again", args=[version.public_id])).status_code == 302


def test_a_wrong_file_is_taken_out_until_its_text_is_published(
    bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign
) -> None:
    user, published, read = make_user("chief_steward"), bring(), bring(title="Read File", publish=False)
    client = sign_in(user)
    with acting(user):
        upload = store_upload(by=user, file=b"  \n", name="wrong.txt", purpose="agreement")
        wrong = reading.add_version(by=user, upload=upload, title="Wrong File")
    for version in (wrong, read):
        assert "Take the file out" in text_of(client, reverse("contracts:version", args=[version.public_id]))
    for version in (wrong, read, published):
        client.post(reverse("contracts:take-out", args=[version.public_id]))
    with acting(user):
        assert list(AgreementVersion.objects.all()) == [published]
        assert list(Agreement.objects.all()) == [published.agreement]
        assert not Scope.objects.filter(name__startswith=scope_of(read)).exists()
        assert not Upload.objects.filter(pk=upload.pk).exists()


@pytest.mark.parametrize("first", [True, False])
def test_a_file_somebody_wrote_about_stays(
    bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign, first: bool
) -> None:
    user = make_user("chief_steward")
    read = bring(publish=False) if first else bring(SUCCESSOR, supersedes=bring(), publish=False)
    with acting(user):
        noted = clause(read, "4")
        ClauseNote.objects.create(lineage=noted.lineage, clause=noted, text="mind this", author=user)
    page = sign_in(user).post(reverse("contracts:take-out", args=[read.public_id]), follow=True)
    assert "rests on this text" in page.content.decode()
    with acting(user):
        assert ClauseNote.objects.get().clause == noted


def test_members_do_not_see_unpublished_versions(
    bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign
) -> None:
    version = bring(publish=False)
    client = sign_in(make_user("member"))
    assert client.get(reverse("contracts:agreement", args=["harbor-agreement"])).status_code == 404
    assert client.get(reverse("contracts:version", args=[version.public_id])).status_code == 403


def test_amendment_is_confirmed_beside_both_texts(
    agreement: AgreementVersion, bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign
) -> None:
    letter = bring(
        'LETTER OF AGREEMENT - NOTICE\n\nReplace "fifteen (15) calendar days" with "ten (10) calendar days".\n',
        title="Notice Letter",
        kind="side_letter",
        parent=agreement.agreement,
    )
    client = sign_in(make_user("chief_steward"))
    page = text_of(client, reverse("contracts:version", args=[letter.public_id]))
    assert "Words it changes" in page
    assert "ten (10) calendar days" in page
    with acting(system_actor()):
        amendment = Amendment.objects.get()
    decide = reverse("contracts:amendment", args=[amendment.public_id])
    assert client.post(decide, {"decision": "confirm"}).status_code == 302
    reader = text_of(client, reverse("contracts:reader", args=["harbor-agreement", "2"]))
    assert "Superseded: “fifteen (15) calendar days”" in reader


def test_redline_shows_what_a_word_file_took_out_and_put_in(
    bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign
) -> None:
    version = bring(marked_up(), publish=False)
    client = sign_in(make_user("chief_steward"))
    assert "2 marked changes" in text_of(client, reverse("contracts:version", args=[version.public_id]))
    url = reverse("contracts:redline", args=[version.public_id])
    page = text_of(client, url)
    assert re.search(r"Notice of <del>.*?ten.*?</del><ins>.*?twenty.*?</ins> days\.", page)
    assert "M. Otter, Feb. 3, 2031" in page
    assert text_of(client, url, **{"from": "2"}).count("<del>") == 0
    assert sign_in(make_user("member")).get(url).status_code in (403, 404)


def test_redline_of_a_file_without_marked_changes_says_so(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    page = text_of(sign_in(make_user("chief_steward")), reverse("contracts:redline", args=[agreement.public_id]))
    assert "No tracked changes" in page


def test_rows_of_a_word_file_are_read_as_a_table(
    bring: Callable[..., AgreementVersion], make_user: Make, sign_in: Sign
) -> None:
    rows = [["Grade", "Title", "Step 1"], ["7", "", "24.50"], ["8", "Deck hand, see Article 1", "26.10"]]
    bring(with_table(rows))
    page = text_of(sign_in(make_user("member")), reverse("contracts:reader", args=["harbor-agreement", "2"]))
    table = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r'<th scope="col">(.*?)</th>', table) == rows[0]
    cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td>(.*?)</td>", table)]
    assert cells == rows[1] + rows[2]
    assert "/contracts/harbor-agreement/1/" in table
    with acting(system_actor()):
        table = Clause.objects.get(level="table")
        assert "7\t\t24.50" in table.text and table.parent is not None and table.parent.number == "2"


def test_redline_has_the_words_to_their_last_mark_and_turns_pages(
    successor: AgreementVersion, make_user: Make, sign_in: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contracts.changes import redline
    from contracts.views import comparing

    user = make_user("member")
    with acting(user):
        old = successor.supersedes
        assert old is not None
        every = redline.changes(user, old, successor)
    [changed] = [one for one in every if one.kind == "changed" and "fifteen" in str(one.words)]
    assert changed.old and "".join(t for s, t in changed.words if s in "=-") == " ".join(changed.old.body.split())
    monkeypatch.setattr(comparing, "CHANGES_A_PAGE", 1)
    client, where = sign_in(user), reverse("contracts:compare")
    first = client.get(where, {"new": str(successor.public_id)})
    assert len(first.context["changes"]) == 1 and first.context["later"] and not first.context["earlier"]
    whole = client.get(where + first.context["whole_url"])
    assert len(whole.context["changes"]) > 1 and not whole.context["whole_url"]


def test_what_only_went_along_with_its_article_is_no_news_in_the_margin(bring: Any, make_user: Make) -> None:
    from contracts import queries
    from contracts.reading import notes

    old = bring("ARTICLE 1 HOURS\n\nWork begins at eight.\n\nARTICLE 2 LEAVE\n\nSection 1. Leave is paid.\n")
    text = "ARTICLE 1 HOURS\n\nWork begins at eight.\n\nARTICLE 2 DUES\n\nDues are taken from each paycheck.\n\nARTICLE 3 LEAVE\n\nSection 1. Leave is paid.\n"
    new = bring(text, supersedes=old)
    user = make_user("member")
    with acting(user):
        clauses = list(queries.clauses(user, new).select_related("version"))
        said = {one.clause_id: one.text for one in notes.changed(user, clauses)}
    labels = {clause.label: said.get(clause.pk) for clause in clauses}
    assert (labels["3"], labels["3.1"]) == ("renumbered, was 2", None)


@pytest.mark.parametrize("publish", [False, True])
def test_addresses_of_a_text_not_yet_in_force_name_it(
    publish: bool, agreement: AgreementVersion, bring: Bring, make_user: Make, sign_in: Sign
) -> None:
    """A draft and a text of next year are reached by the links to their own clauses, not by those of the old text."""
    later = datetime.date.today() + datetime.timedelta(days=400)
    to_come = bring(SUCCESSOR, supersedes=agreement, effective=later, publish=publish)
    client = sign_in(make_user("chief_steward"))
    for version in (agreement, to_come):
        answer = client.get(reverse("contracts:clause", args=[clause(version, "4").public_id]))
        assert (f"v={version.public_id}" in answer["Location"]) == (version is to_come)
        title = "SAFETY" if version is to_come else "WAGES"
        assert title in text_of(client, answer["Location"].partition("#")[0])
