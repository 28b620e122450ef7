"""What a proposal would change: on its page, on paper, and from what it is joined."""

import datetime
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contracts import queries
from contracts.changes import impact
from contracts.citing import mentions
from contracts.models import AgreementVersion, KeptProposal
from contracts.services import practices, proposing
from contracts.services.comparing import as_data, of_file, proposed_changes
from contracts.views import comparing
from members.models import Person, Placement
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User, Worksite
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem
from unionops.platform.core.wordings import word_changes
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload

Sign = Callable[[User], Client]
Make = Callable[..., User]

PROPOSAL = """ARTICLE 2 - HOURS OF WORK

Section 1. Work Week.
The work week is forty (40) hours. As provided in Article 3, Section 2, disputes go to Step One.

Section 2. Shift Change.
a.   The Agency may give five (5) calendar days of notice before it changes a shift.

b.   In an emergency the notice may be shorter:
     1.   if the reason is written down; and
     2.   if the steward is told.

c.   An employee may ask for a swap.
"""


@pytest.mark.parametrize(("words", "article", "label"), [
    ("See Section 4.", "5", "5.4"), ("See Section 5.1(a).", "5", "5.1.a"), ("See Section 7.2.", "5", "7.2"),
    ("See Section 18-4.", "XVIII", "18.4"), ("See Sections 5-7.", "9", "9.5.7"), ("Article 3, Section 2.", "5", "3.2"),
])  # fmt: skip
def test_a_section_whose_number_holds_its_article_is_not_put_under_another(
    words: str, article: str, label: str
) -> None:
    assert [mention.label for mention in mentions(words, article)] == [label]


def test_a_decimal_point_ends_no_sentence_of_a_right() -> None:
    texts = [f"The Employer shall pay {rate} percent under Section 5.{n}." for rate, n in (("3.5", 1), ("3.25", 2))]
    clause = {"label": "5", "title": ""}
    pair = {"kind": "changed", "old": clause, "new": clause, "words": word_changes(*texts)}
    assert impact._sentences(pair) == ([texts[0]], [texts[1]])


def test_stored_pair_is_joined_on_the_page_and_on_paper(
    successor: AgreementVersion, agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("chief_steward")), reverse("contracts:impact")
    page = client.get(url, {"new": str(successor.public_id)})
    assert page.status_code == 200
    text = page.content.decode()
    assert all(words in text for words in ("Rights lost", "Questions to ask", "Information to request", "life vests"))
    paper = client.get(url, {"new": str(successor.public_id), "paper": "1"})
    assert paper.content.startswith(b"%PDF")
    with acting(system_actor()):
        assert Event.objects.filter(action="printed what a proposal would change").exists()


@pytest.mark.parametrize("as_file", [True, False])
def test_pasted_or_dropped_proposal_leaves_other_articles_alone(
    as_file: bool, agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("steward")), reverse("contracts:impact")
    held = {"file": SimpleUploadedFile("theirs.txt", PROPOSAL.encode())} if as_file else {"text": PROPOSAL}
    answer = client.post(url, {"old": str(agreement.public_id), **held}, follow=True)
    if as_file:
        assert "Reading the proposal" in answer.content.decode()
        with acting(system_actor()) as by:
            assert by is not None
            proposing.read_proposal(proposal=KeptProposal.objects.get(), by=by)
            assert not Upload.objects.filter(purpose="proposal").exists()
        answer = client.get(answer.redirect_chain[0][0])
    assert answer.status_code == 200
    asked = answer.context["asked"]
    assert [(c["kind"], c["old"]["label"]) for c in asked.changes] == [("changed", "2.2(a)")]
    assert asked.silent > 5
    assert "fifteen" in asked.changes[0]["rights"]["lost"][0]
    assert asked.changes[0]["information"]
    posted = {"old": str(agreement.public_id), "text": PROPOSAL, "whole": "on"}
    whole = client.post(url, posted, follow=True).context["asked"]
    assert {"removed"} < {c["kind"] for c in whole.changes}
    assert whole.silent == 0


def test_proposal_without_words_or_not_readable_says_so(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    client, url = sign_in(make_user("steward")), reverse("contracts:impact")
    empty = client.post(url, {"old": str(agreement.public_id)})
    assert empty.status_code == 422
    assert "Choose a file or paste the text" in empty.content.decode()
    broken = SimpleUploadedFile("theirs.pdf", b"%PDF-1.7 and nothing else")
    assert client.post(url, {"old": str(agreement.public_id), "file": broken}).status_code == 422
    client.post(
        url,
        {
            "old": str(agreement.public_id),
            "file": SimpleUploadedFile("blank.html", b"<html><script>go()</script></html>"),
        },
    )
    with acting(system_actor()) as by:
        assert by is not None
        assert KeptProposal.objects.count() == 1
        for one in KeptProposal.objects.all():
            with pytest.raises(Problem):
                proposing.read_proposal(proposal=one, by=by)
            assert one.upload is not None


def test_what_is_dropped_for_oneself_is_seen_by_nobody_else_and_forgotten(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    steward, chief = make_user("steward"), make_user("chief_steward")
    with acting(steward):
        upload = store_upload(by=steward, file=PROPOSAL.encode(), name="theirs.txt", purpose="proposal")
        kept = proposing.drop_proposal(by=steward, old=agreement, upload=upload, whole=False, shared=False)
        proposing.read_proposal(proposal=kept, by=steward)
    page = reverse("contracts:proposal", args=[kept.public_id])
    assert sign_in(chief).get(page).status_code == 404
    client = sign_in(steward)
    assert "Only you see this" in client.get(page).content.decode()
    client.post(reverse("contracts:proposal-share", args=[kept.public_id]))
    assert sign_in(chief).get(page).status_code == 200
    with acting(system_actor()) as by:
        assert by is not None
        KeptProposal.objects.update(created_at=timezone.now() - datetime.timedelta(days=2))
        assert proposing.forget_dropped(by=by) == 0
        KeptProposal.objects.update(shared=False)
        assert proposing.forget_dropped(by=by) == 1


def test_members_do_not_see_what_relies_on_words(successor: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    assert sign_in(make_user("member")).get(reverse("contracts:impact")).status_code == 403


def test_ledger_is_read_once_for_all_changes(
    successor: AgreementVersion, agreement: AgreementVersion, make_user: Make
) -> None:
    user = make_user("chief_steward")
    with acting(user):
        clause = queries.clause_at(user, agreement, "2.2(a)")
        assert clause is not None
        practices.claim_practice(by=user, clauses=[clause], title="Swap board", what="Crews swap shifts on the board.")
        old, new = (as_data(list(queries.clauses(user, version))) for version in (agreement, successor))
        changes, _silent = proposed_changes(old, new)
        joined = impact.joining(user, old, new, agreement)
        made = joined.impacts(changes)
        assert any(one["title"] == "Swap board" for change in made for one in change["practices"])
        with CaptureQueriesContext(connection) as asked:
            joined.ledger.touched("Crews no longer swap shifts on the board.", [clause])
            joined.ledger.touched("Article 2, Section 2 is removed.")
        assert len(asked) == 0


def test_worksites_that_changed_words_name_are_counted_beside_the_unit(
    agreement: AgreementVersion, make_user: Make, worksite: Worksite
) -> None:
    with acting(system_actor()):
        for number, place in enumerate((worksite, worksite, None)):
            person = Person.objects.create(last_name=f"Vance{number}", first_name="Amy")
            Placement.objects.create(person=person, unit=agreement.agreement.unit, worksite=place)
        user = make_user("officer")
    with acting(user):
        old = as_data(list(queries.clauses(user, agreement)))
        new = of_file(
            PROPOSAL.replace("changes a shift", "changes a shift at Pier 4")
            .replace("notice may be shorter", "notice may lapse")
            .encode(),
            "p.txt",
        )
        changes, _silent = proposed_changes(old, new, in_part=True)
        made = {
            one["new"]["label"]: one for one in impact.joining(user, old, new, agreement).impacts(changes) if one["new"]
        }
    assert (made["2.2(a)"]["members"], made["2.2(a)"]["members_at"]) == (3, {"Pier 4": 2})
    assert made["2.2(b)"]["members_at"] == {}


def test_a_worksite_within_the_name_of_another_is_not_named() -> None:
    worksites = {"Lakeside": 4, "Lakeside Clinic (East)": 2, "Pier": 1}
    assert impact.named_within("Nurses of Lakeside\nClinic (East) and the pier", worksites) == {
        "Lakeside Clinic (East)": 2
    }
    both = {"Lakeside": 4, "Lakeside Clinic (East)": 2}
    assert impact.named_within("Lakeside Clinic (East), and Lakeside.", worksites) == both
    assert impact.named_within("Lakesides and Piers", worksites) == {}


def test_whole_articles_left_out_of_a_part_are_counted_not_removed(agreement: AgreementVersion) -> None:
    with acting(system_actor()) as user:
        assert user is not None
        old, new = as_data(list(queries.clauses(user, agreement))), of_file(PROPOSAL.encode(), "p.txt")
        in_part, silent = proposed_changes(old, new, in_part=True)
        whole, none = proposed_changes(old, new)
        assert (none, len(whole) - len(in_part)) == (0, silent)


def test_new_words_are_set_beside_the_clauses_in_force_most_like_them(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    new = PROPOSAL + "\nSection 3. Swap Notice.\nNotice of a swap of shifts is given in writing to the steward.\n"
    client, url = sign_in(make_user("steward")), reverse("contracts:impact")
    answer = client.post(url, {"old": str(agreement.public_id), "text": new}, follow=True)
    added = next(c for c in answer.context["shown"] if "Swap Notice" in str(c["new"]))
    assert added["alike"][0]["label"] == "2.2" and added["alike"][0]["url"].startswith("/contracts/harbor-agreement/")
    assert "Clauses in force most like it" in answer.content.decode()
    assert all(not c["alike"] for c in answer.context["shown"] if c["kind"] != "added")


def test_long_list_of_changes_is_folded_paged_and_sifted(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "CHANGES_A_PAGE", 4)
    client, url = sign_in(make_user("steward")), reverse("contracts:impact")
    posted = {"old": str(agreement.public_id), "text": PROPOSAL, "whole": "on"}
    first = client.post(url, posted, follow=True)
    page = first.request["PATH_INFO"]
    every, seen = first.context["asked"].changes, []
    assert len(every) > 8 and "<details" in first.content.decode() and " open>" not in first.content.decode()
    for number in range(1, first.context["page"].paginator.num_pages + 1):
        part = client.get(page, {"page": number})
        seen += [c["place"] for c in part.context["shown"]]
        assert part.context["asked"].counts == first.context["asked"].counts
    assert seen == [c["place"] for c in every]
    sifted = client.get(page, {"only": "rights"})
    assert [c["place"] for c in sifted.context["shown"]] == [c["place"] for c in every if c["rights"]["lost"]][:4]
    for odd in ({"only": "nothing"}, {"page": "x"}, {"page": "999"}, {"only": "limits", "page": "-1"}):
        assert client.get(page, odd).status_code == 200


def test_a_change_whose_side_is_not_plain_says_so(agreement: AgreementVersion, make_user: Make, sign_in: Sign) -> None:
    chief = sign_in(make_user("chief_steward"))
    words = "ARTICLE 3 - GRIEVANCES\n\nSection 1. Definition.\nA grievance is a dispute about this Agreement.\n"
    page = chief.post(reverse("contracts:impact"), {"old": str(agreement.public_id), "text": words}, follow=True)
    assert "It is not plain from the words whom this change is for" in page.content.decode()


def test_an_article_headed_with_other_words_is_the_same_article(agreement: AgreementVersion) -> None:
    """One section of it is given anew; the others, of which nothing is said, stay."""
    with acting(system_actor()) as by:
        assert by is not None
        old = as_data(list(queries.clauses(by, agreement)))
    words = "ARTICLE 2 - TIME\n\nSection 1. Work Week.\nThe work week is forty-two (42) hours.\n"
    changes, _unsaid = proposed_changes(old, of_file(words.encode(), "a.txt"), in_part=True)
    assert [(c["kind"], (c["old"] or c["new"])["label"]) for c in changes] == [("changed", "2"), ("changed", "2.1")]
