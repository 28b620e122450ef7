"""A text is cut anew by a better reader: what people added stays with the words it was added to."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from contracts import cutting
from contracts.models import AgreementVersion, Clause, ClauseNote, Practice
from contracts.parsing.handover import pieces
from contracts.services import correcting, noting, practices, reading, rereading
from contracts.services.staying import _holder
from tests.contracts.texts import PLAIN
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.core import codemark
from unionops.platform.search.models import Scope
from unionops.platform.search.tasks import index_anew_after_an_upgrade

pytestmark = pytest.mark.django_db
Make = Callable[..., User]
Sign = Callable[[User], Client]
Cut = list[dict[str, Any]]
Worse = Callable[[Cut], None]


def at(cut: Cut, words: str) -> int:
    return next(n for n, c in enumerate(cut) if words in c["text"])


def under_another_root(cut: Cut) -> None:
    for c in cut:
        c["path"] = c["path"].replace("u1", "u7", 1)


def sections_counted_from_two(cut: Cut) -> None:
    for c in cut:
        if c["level"] == "section" and "art:2" in c["path"]:
            c["number"] = str(int(c["number"]) + 1)
    for n in (2, 1):
        for c in cut:
            c["path"] = c["path"].replace(f"art:2/sec:{n}", f"art:2/sec:{n + 1}")


def articles_swapped(cut: Cut) -> None:
    swap = {"art:1": "art:3", "art:3": "art:1"}
    for c in cut:
        head, _, rest = c["path"].partition("/")
        name, slash, tail = rest.partition("/")
        if name in swap:
            c["path"] = f"{head}/{swap[name]}{slash}{tail}"
            if c["level"] == "article":
                c["number"] = swap[name][-1]


def joined(cut: Cut, first: int, second: int) -> None:
    whole, part = cut[first], cut[second]
    whole["text"] += f"\n{part['text']}"
    del cut[second]
    for c in cut:
        if c["parent"] is not None and c["parent"] >= second:
            c["parent"] = first if c["parent"] == second else c["parent"] - 1


def last_paragraph_swallowed(cut: Cut) -> None:
    joined(cut, at(cut, "In an emergency"), at(cut, "ask for a swap"))


def definition_swallowed_by_its_article(cut: Cut) -> None:
    joined(cut, at(cut, "ARTICLE 3"), at(cut, "Definition"))


def sentence_torn_off(cut: Cut) -> None:
    n = at(cut, "Step One.\n")
    whole = cut[n]
    where = whole["text"].index("It shall not")
    part = {**whole, "text": whole["text"][where:], "body_start": 0, "title": "", "path": whole["path"] + "/sub:x"}
    part |= {"level": "subsection", "number": "x", "parent": n, "depth": whole["depth"] + 1}
    whole["text"] = whole["text"][:where].rstrip()
    for c in cut:
        if c["parent"] is not None and c["parent"] > n:
            c["parent"] += 1
    cut.insert(n + 1, part)


def everything_torn_to_lines(cut: Cut) -> None:
    for n in reversed([n for n, c in enumerate(cut) if c["level"] == "subsection"]):
        cut[n]["path"] += "~odd"
        cut[n]["number"] = "z"


WORSE: tuple[Worse, ...] = (
    under_another_root, sections_counted_from_two, articles_swapped, last_paragraph_swallowed,
    definition_swallowed_by_its_article, sentence_torn_off, everything_torn_to_lines,
)  # fmt: skip
SWALLOWED = (last_paragraph_swallowed, definition_swallowed_by_its_article)  # a practice names a clause, no words
ABOUT = (
    "exclusive representative", "Confidential staff", "forty (40) hours", "before it changes a shift",
    "if the reason is written down", "ask for a swap", "complaint about this Agreement", "within twenty (20) days",
    "It shall not be",
)  # fmt: skip


def keep(version: AgreementVersion, worse: Worse | None = None) -> None:
    parts = reading.collect(pieces(PLAIN.encode(), name="harbor.txt"))
    if worse:
        worse(parts.clauses)
    with acting(system_actor()) as by:
        assert by is not None
        reading.keep_reading(version=version, by=by, parts=parts)


def holding(version: AgreementVersion, words: str) -> Clause:
    return next(c for c in Clause.objects.filter(version=version) if words in " ".join(c.text.split()))


@pytest.mark.parametrize("worse", WORSE, ids=lambda worse: worse.__name__)
def test_what_people_added_stays_with_its_words(worse: Worse, agreement: AgreementVersion, make_user: Make) -> None:
    keep(agreement, worse)
    steward = make_user("chief_steward")
    with acting(steward):
        for words in ABOUT:
            clause = holding(agreement, words)
            noting.add_note(clause=clause, by=steward, text=words, quote=words)
            practices.claim_practice(by=steward, clauses=[clause], title=words, what=words)
    keep(agreement)
    with acting(system_actor()):
        for note in ClauseNote.objects.all():
            now = Clause.objects.get(version=agreement, lineage=note.lineage)
            assert note.text in " ".join(now.text.split())
            assert note.clause is None or note.clause_id == now.pk
        for one in Practice.objects.all():
            [lineage] = one.lineages.all()
            now = Clause.objects.get(version=agreement, lineage=lineage)
            assert one.title in " ".join(now.text.split()) or worse in SWALLOWED


def test_what_hung_on_words_that_no_clause_has_whole_goes_where_most_of_them_are() -> None:
    words = "Bids close at noon on the second Friday of each month. Late bids wait for the next posting."
    first, torn, other = (
        Clause(path=path, text=text, title="", body_start=0, page_start=page)
        for path, text, page in (("u1/a:1", "Recognition.", 1), ("u1/a:9", words[:60], 7), ("u1/a:10", "Parking.", 8))
    )
    gone = Clause(path="u1/a:40", text=words, title="", body_start=0, page_start=8)
    assert _holder(gone, [first, torn, other]) is torn
    assert _holder(gone, [first, other]) is other  # the page it stood on, not the first clause of the book
    gone.path = "u1/a:1/sec:4"
    assert _holder(gone, [first, other]) is first


def test_text_of_an_older_reader_is_told_to_those_who_may_read_it_again(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    assert cutting.look()[0] == "good"
    with acting(system_actor()):
        AgreementVersion.objects.update(cut_by="before")
    chief, member = sign_in(make_user("chief_steward")), sign_in(make_user("member"))
    page = reverse("contracts:agreement", args=[agreement.agreement.slug])
    for address in (page, reverse("contracts:version", args=[agreement.public_id])):
        assert "An older version of the program read this" in chief.get(address).content.decode()
    assert "An older version of the program read this" not in member.get(page).content.decode()
    state, said, advice = cutting.look()
    assert state == "warn" and "Harbor Agreement" in said and "Read again" in advice
    again = chief.post(reverse("contracts:read-again", args=[agreement.public_id]))
    assert again.status_code == 302
    with acting(system_actor()) as by:
        assert by is not None
        reading.read_version(version=agreement, by=by)
    assert "An older version of the program read this" not in chief.get(page).content.decode()
    assert cutting.look()[0] == "good"


def test_a_text_that_would_be_cut_the_same_need_not_be_read_again(agreement: AgreementVersion) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        article = Clause.objects.get(version=agreement, label="2")
        correcting.correct(clause=article, by=by, kind="retitle", value={"title": "HOURS AND SHIFTS"})
        reading.read_version(version=agreement, by=by)
        AgreementVersion.objects.update(cut_by="before")
        assert rereading.look_again(by=by) == 1
        assert cutting.look()[0] == "good"
        AgreementVersion.objects.update(cut_by="before")
        Clause.objects.filter(version=agreement, label="2.1").update(title="Cut by an older reader")
        assert rereading.look_again(by=by) == 0
        assert cutting.look()[0] == "warn"


def test_mark_of_the_reader_changes_with_what_it_does_only() -> None:
    code = 'def f(x):\n    """Says f."""\n    return x + 1\n'
    same = '# why\ndef f(\n    x,\n):\n    """Says something else."""\n\n    return x + 1  # one more\n'
    assert codemark.plain(code) == codemark.plain(same) != codemark.plain(code.replace("1", "2"))
    assert len(cutting.mark()) == 12
    rooms = {path.parent.name for path in cutting.reader()}
    assert {"parsing", "headings", "sections", "pages", "files", "contracts"} <= rooms


def test_a_text_that_an_older_program_indexed_says_when_it_is_indexed_anew(
    agreement: AgreementVersion, make_user: Make, sign_in: Sign
) -> None:
    chief, page = sign_in(make_user("chief_steward")), reverse("contracts:version", args=[agreement.public_id])
    assert "indexed anew tonight" not in chief.get(page).content.decode()
    Scope.objects.update(made_by="before")
    assert "indexed anew tonight" in chief.get(page).content.decode()
    index_anew_after_an_upgrade()
    assert "indexed anew tonight" not in chief.get(page).content.decode()
