"""Finding documents: labels, words, stems, phrases, prefixes, spelling, languages."""

import pytest

from unionops.platform.search.queries import search
from unionops.platform.search.services import Document, drop_document, index_documents, put_document

pytestmark = pytest.mark.django_db

DOCUMENTS = [
    Document("a", "Hours Overtime", "Overtime is offered to volunteers first. The employer gives notice.", "18.4"),
    Document("b", "Hours Meals", "A meal period of thirty minutes is unpaid.", "18.5"),
    Document("c", "Leave Sick", "An employee may use sick leave when ill. Notices are posted weekly.", "12.1"),
    Document("d", "Leave Annual", "Annual leave accrues each pay period, and notice is given by the employee.", "12.2"),
    Document("e", "Appendix A Wages", "Deck hands earn more on Sundays.", "Appendix A"),
    Document("g", "Leave Military", "Reservists keep their pay while they serve.", "9.D"),
    Document("f", "Discipline", "Discipline shall be for just cause only.", "XVIII-A.2"),
]


@pytest.fixture(autouse=True)
def indexed() -> None:
    index_documents(kind="clause", scope="1", documents=DOCUMENTS)


def keys(query: str, **options: object) -> list[str]:
    return [hit.key for hit in search("clause", query, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("18.4", "a"),
        ("Art. 18 Sec 4", "a"),
        ("article 18, section 4(b)", "a"),
        ("18-5", "b"),
        ("§ 12.2", "d"),
        ("Appendix A", "e"),
        ("article XVIII-A section 2", "f"),
        ("article eighteen section five", "b"),
        ("Sec. 2 of Art XII", "d"),
        ("section 1, article 12", "c"),
        ("Article 9, Section D", "g"),
        ("art. nine D", "g"),
        ("what does 12.1 say about overtime", "c"),
    ],
)
def test_labels_come_first(query: str, first: str) -> None:
    assert keys(query)[0] == first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("7.3", ["named", "dotted", "in words"]),
        ("Art. 7 Sec 3", ["named", "dotted", "in words"]),
        ("7.3 bids", ["named", "bids"]),
        ("9.9", []),
    ],
)
def test_a_number_alone_finds_its_clause_and_those_that_cite_it(query: str, found: list[str]) -> None:
    documents = [
        Document("named", "Picks", "Ranked by date.", "7.3"),
        Document("dotted", "Swaps", "As in 7.3 above.", "8.1"),
        Document("in words", "Trades", "See Article 7, Section 3.", "8.2"),
        Document("bids", "Bids", "Within 7 days, 3 bids each, $7.30 or 17.3 points.", "8.3"),
        Document("table", "Grid", "7 3 12 4", "8.4"),
    ]
    index_documents(kind="rule", scope="1", documents=documents)
    assert [hit.key for hit in search("rule", query)] == found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("overtime volunteers", "a"),
        ("disciplined without cause", "f"),
        ("meals", "b"),
        ("accrual of annual leave", "d"),
    ],
)
def test_words_are_found_by_their_stems(query: str, first: str) -> None:
    assert keys(query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("fired without a good reason", "f"),
        ("called in with the flu", "c"),
        ("my lunch break", "b"),
        ("OT heads-up", "a"),
        ("¿Cuántos días de vacaciones tengo?", "d"),
    ],
)
def test_everyday_words_find_the_words_of_the_agreement(query: str, first: str) -> None:
    assert keys(query)[0] == first


def test_somebody_is_someone() -> None:
    rows = [Document("watch", "", "Someone stands watch."), Document("rep", "", "A representative may attend.")]
    index_documents(kind="clause", scope="1", documents=rows)
    assert "rep" in keys("can I have somebody with me")
    assert keys("somebody")[0] == "watch"


def test_a_word_that_says_nothing_is_not_taken_for_another() -> None:
    """'can' has the stem of 'canned'; a question with it is not about discharge."""
    index_documents(
        kind="clause",
        scope="1",
        documents=[Document("x", "", "Removal for cause."), Document("y", "", "Rest and meals.")],
    )
    assert keys("can I rest") == ["y"]
    assert keys("sacked") == ["x"]


def test_the_words_of_a_story_count_for_less_than_its_matter() -> None:
    told = Document("t", "", "In the last month it was said.")
    matter = [Document(f"m{n}", "", "The form for reimbursement goes to payroll.") for n in range(2)]
    fill = [Document(f"f{n}", "", "Seats on the night boat are kept free.") for n in range(5)]
    index_documents(kind="clause", scope="2", documents=[told, *matter, *fill])
    story = "she said that they would do it about reimbursement"
    assert keys(story, scopes=["2"])[0] == "m0"
    assert keys("said reimbursement", scopes=["2"])[0] == "t"  # a few words typed are all meant


def test_the_caller_says_what_the_words_of_a_document_are_worth() -> None:
    twins = [Document("bound", "", "Parking is free."), Document("rule", "", "Parking is free.")]
    index_documents(kind="clause", scope="1", documents=twins)
    assert keys("parking") == ["bound", "rule"]
    assert keys("parking", standing=lambda asked: dict.fromkeys({"bound"} & {*asked}, 0.8)) == ["rule", "bound"]


def test_a_spanish_worker_finds_the_spanish_agreement() -> None:
    rows = [
        Document("claim", "Querellas", "Toda querella se presenta dentro de diez días."),
        Document("light", "Trabajo alternativo", "Se dará trabajo alternativo temporal al lesionado."),
        Document("loss", "Pérdida", "No se deducirá del salario la pérdida de paquetes."),
    ]
    index_documents(kind="clause", scope="es", documents=rows, language="es")
    asked = ["¿cómo pongo una queja?", "me lastimé, quiero trabajo liviano", "me quieren cobrar lo que se perdió"]
    assert [keys(words, scopes=["es"])[0] for words in asked] == ["claim", "light", "loss"]


def test_a_phrase_in_quotes_is_not_said_otherwise() -> None:
    assert keys('"sick day"') == []
    assert keys("sick day")[0] == "c"


def test_phrase_in_quotes_must_stand_as_written() -> None:
    assert keys('"just cause"') == ["f"]
    assert keys('"cause just"') == []


def test_unfinished_word_finds_while_typing() -> None:
    assert keys("volunt", prefix=True) == ["a"]


def test_one_wrong_letter_is_forgiven() -> None:
    assert keys("overtme")[0] == "a"
    assert keys("disipline")[0] == "f"
    assert keys("zzzzz") == []


def test_a_short_word_of_a_sentence_is_no_slip_of_another() -> None:
    """'note' is not 'none': people write whole words when they write whole sentences."""
    rows = [Document("x", "", "None stops in the bus lane."), Document("y", "", "The roster is posted weekly.")]
    index_documents(kind="clause", scope="1", documents=rows)
    assert keys("what about a note on the weekly roster") == ["y"]
    assert keys("lanr") == ["x"]


def test_shortened_words_say_nothing() -> None:
    rows = [Document("x", "", "A card names the ID of its holder."), Document("y", "", "Rest and meals.")]
    index_documents(kind="clause", scope="1", documents=rows)
    assert keys("I'd rest, they've said, and I’m sure you don't mind") == ["y"]


def test_nothing_crosses_scopes() -> None:
    index_documents(kind="clause", scope="2", documents=[Document("x", "Overtime", "Other overtime words.")])
    assert keys("overtime", scopes=["2"]) == ["x"]
    assert "x" not in keys("overtime", scopes=["1"])
    assert set(keys("overtime")) >= {"a", "x"}


def test_keys_limit_the_answer_to_what_may_be_seen() -> None:
    assert keys("notice", keys={"c"}) == ["c"]
    assert keys("18.4", keys={"c"}) == []


@pytest.mark.parametrize("query", ["18(4)", "Section 18(4)", "Sec. 18(4)", "§ 18(4)"])
def test_a_number_alone_finds_its_clause_and_what_cites_it(query: str) -> None:
    rows = [
        Document("w", "Sections", "Each section stands by itself.", "2.1"),
        Document("x", "Pay", "Overtime under Section 18(4) is paid.", "2.2"),
    ]
    index_documents(kind="clause", scope="1", documents=[*DOCUMENTS, *rows])
    assert keys(query) == ["a", "x"]


def test_spanish_and_french_have_their_own_stems() -> None:
    index_documents(
        kind="clause", scope="es", language="es", documents=[Document("s", "Vacaciones", "Los empleados trabajan.")]
    )
    index_documents(
        kind="clause", scope="fr", language="fr", documents=[Document("t", "Congés", "Les salariés travaillent.")]
    )
    assert keys("empleado", scopes=["es"]) == ["s"]
    assert keys("conge", scopes=["fr"]) == ["t"]


def test_single_documents_come_and_go() -> None:
    put_document(kind="case", scope="all", document=Document("g1", "Overtime dispute", "Night shift."))
    put_document(kind="case", scope="all", document=Document("g2", "Parking", "Pier."))
    assert [hit.key for hit in search("case", "overtime")] == ["g1"]
    put_document(kind="case", scope="all", document=Document("g1", "Parking too", "Pier."))
    assert search("case", "overtime") == []
    assert {hit.key for hit in search("case", "parking")} == {"g1", "g2"}
    drop_document(kind="case", scope="all", key="g1")
    assert [hit.key for hit in search("case", "parking")] == ["g2"]


def test_the_first_document_comes_into_a_scope_that_was_indexed_empty() -> None:
    for _night in range(2):
        assert index_documents(kind="case", scope="all", documents=[]) == 0
    assert search("case", "overtime") == []
    for number in range(10):
        put_document(kind="case", scope="all", document=Document(f"g{number}", "Overtime dispute", "Night shift."))
        drop_document(kind="case", scope="all", key="g0")
    assert {hit.key for hit in search("case", "overtime")} == {f"g{number}" for number in range(1, 10)}


def test_snippet_marks_the_words_around_them() -> None:
    hit = search("clause", "notice employer")[0]
    assert [piece.text for piece in hit.snippet() if piece.hit] == ["employer", "notice"]


def test_words_of_an_expression_are_marked_where_they_stand_together() -> None:
    body = "Telework is work at another place. Work that is done as remote work is telework too."
    put_document(kind="clause", scope="1", document=Document("t", "Place", body, "11.1"))
    put_document(kind="clause", scope="1", document=Document("u", "Tools", "Remote tools for work.", "11.2"))
    hit = search("clause", "telework")[0]
    assert [piece.text for piece in hit.snippet() if piece.hit] == ["Telework", "remote", "work", "telework"]


@pytest.mark.parametrize("query", ["", "   ", "the of and", '"', "(((", "%_'", "\x00", "18." * 50, "ß" * 300])
def test_odd_queries_do_no_harm(query: str) -> None:
    keys(query)
    keys(query, prefix=True)


@pytest.mark.parametrize(
    ("asked", "printed"), [("denied", "A denial is given in writing."), ("denial", "Leave may be denied.")]
)
def test_denied_and_denial_find_each_other_though_their_stems_differ(asked: str, printed: str) -> None:
    put_document(kind="clause", scope="1", document=Document("denied", "Answer", printed))
    assert keys(asked)[0] == "denied"
