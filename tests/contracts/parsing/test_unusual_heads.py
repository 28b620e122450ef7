"""Headings that only what stands around them proves, and side letters under less usual names."""

import pytest

from contracts.parsing.parse import Parsed, read

ARTICLES = """AGREEMENT

ARTICLE 1 - RECOGNITION
The Employer recognizes the Union as the sole representative of all employees in the unit.

ARTICLE 2 - HOURS
The week is forty hours and the day eight.

ARTICLE 3 - WAGES
Wages are paid weekly on Friday.

"""


def cut(text: str, name: str = "agreement.txt") -> Parsed:
    return read(text.encode(), name)


def tops(found: Parsed, level: str = "article") -> list[tuple[str, str]]:
    return [(c.number, c.title) for c in found.clauses if c.level == level]


def test_two_chapters_without_a_keyword_are_proved_by_their_sections() -> None:
    found = cut(
        "4. Leaves\n4.1 Sick leave\nAn employee earns one day each month.\n4.2 Family leave\n"
        "4.2.1 An employee may take up to twelve weeks.\n5. Hours\n5.1 The work week is forty hours.\n"
    )
    assert tops(found) == [("4", "Leaves"), ("5", "Hours")]
    assert [number for number, _ in tops(found, "section")] == ["4.1", "4.2", "5.1"]
    assert tops(found, "section")[1] == ("4.2", "Family leave")
    assert tops(found, "subsection") == [("4.2.1", "")]


def test_a_title_right_above_the_first_article_stays_outside_it() -> None:
    heads = ("LABOR AGREEMENT", "ARTICLE 1", "RECOGNITION", "", "The Employer recognizes the Union.", "")
    more = ("ARTICLE 2", "HOURS", "", "The week is forty hours and the day eight.", "", "ARTICLE 3", "WAGES", "")
    rows = [row if row.endswith(".") or not row else row.center(66) for row in (*heads, *more)]
    found = cut("\n".join([*rows, "Wages are paid weekly on Friday."]))
    assert tops(found) == [("1", "RECOGNITION"), ("2", "HOURS"), ("3", "WAGES")]
    assert found.clauses[0].text == "LABOR AGREEMENT"


def test_the_title_of_a_markdown_file_is_no_article() -> None:
    found = cut("# Labor Agreement\n\n# Recognition\nThe Union.\n\n# Hours\nForty.\n\n# Wages\nWeekly.\n", "a.md")
    assert [title for _, title in tops(found)] == ["Recognition", "Hours", "Wages"]


def test_a_heading_one_level_lower_titles_the_bare_label_above_it() -> None:
    found = cut("# ARTICLE 1\n## Recognition\nThe Union.\n# ARTICLE 2\n## Hours\nForty.\n# ARTICLE 3\nWages.\n", "a.md")
    assert tops(found)[:2] == [("1", "Recognition"), ("2", "Hours")]
    assert not tops(found, "section")


@pytest.mark.parametrize(
    ("heads", "label", "own"),
    [(("A", "B", "C"), "{a}-{n}", "A-1"), (("I", "II", "III"), "{a}.{n}", "I.1"), (("A", "B", "C"), "{a}{n}.", "A1")],
)
def test_sections_that_carry_the_letter_of_their_article(heads: tuple[str, ...], label: str, own: str) -> None:
    parts = [
        f"ARTICLE {a}: {title}\n\n"
        + "".join(f"{label.format(a=a, n=n)} Employees are told in time.\n\n" for n in (1, 2))
        for a, title in zip(heads, ("Recognition", "Hours", "Wages"), strict=True)
    ]
    found = cut("\n".join(parts))
    assert len(tops(found, "section")) == 6
    assert tops(found, "section")[0][0] == own


@pytest.mark.parametrize(
    ("head", "number", "title"),
    [
        ("CARTA SUPLETORIA A\nPlus de nocturnidad", "A", "Plus de nocturnidad"),
        ("CARTA ADICIONAL NO. 2: Estacionamiento", "2", "Estacionamiento"),
        ("LETTRE D'INTENTION A\nStationnement", "A", "Stationnement"),
        ("SIDE LETTER A\nParking", "A", "Parking"),
        ("LETTER OF AGREEMENT 4: PARKING", "4", "PARKING"),
        ("SUPPLEMENTAL AGREEMENT B - Parking", "B", "Parking"),
        ("MEMORANDUM OF UNDERSTANDING A\nParking", "A", "Parking"),
    ],
)
def test_side_letters_by_any_of_their_names(head: str, number: str, title: str) -> None:
    assert tops(cut(f"{ARTICLES}{head}\n\nTen places are kept.\n"), "letter") == [(number, title)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CONVENIO DE LA EMPRESA\n\nArtículo {n}. Jornada\nLa jornada de los trabajadores.\n\n", "Páginas iniciales"),
        ("CONVENTION DE LA VILLE\n\nArticle {n}. Horaire\nLes heures de la journée.\n\n", "Pages liminaires"),
        ("AGREEMENT OF THE CITY\n\nARTICLE {n}. Hours\nThe hours of the day.\n\n", "Front pages"),
    ],
)
def test_what_the_parser_names_is_named_in_the_language_of_the_agreement(text: str, name: str) -> None:
    first, rest = text.split("\n\n", 1)
    found = cut(first + "\n\n" + "".join(rest.format(n=n) for n in range(1, 6)))
    assert found.clauses[0].title == name


@pytest.mark.parametrize(
    ("name", "article", "section", "labels"),
    [
        ("a.html", "<h2>{r}. {t}</h2>", "<h3>{r}.{s} Scope</h3><p>Words of it.</p>", ["I.1", "I.2", "II.1", "II.2"]),
        ("a.txt", "Artículo {n}.º {t}\n", "Apartado {s}. Las palabras de ello.\n", ["1", "2", "1", "2"]),
        ("a.txt", "ARTICLE {n} {t}\n", "Paragraph {s}. The words of it.\n", ["1", "2", "1", "2"]),
    ],
)
def test_sections_named_by_roman_numbers_or_as_paragraphs(
    name: str, article: str, section: str, labels: list[str]
) -> None:
    titles = ["Purpose", "Recognition", "Hours", "Wages", "Leave"]
    parts = [
        part.format(r=roman, n=n, t=title, s=s)
        for n, (roman, title) in enumerate(zip(["I", "II", "III", "IV", "V"], titles, strict=True), 1)
        for part, s in ((article, 0), (section, 1), (section, 2))
    ]
    found = cut("\n".join(parts), name)
    assert [title for _number, title in tops(found)] == titles
    assert [number for number, _title in tops(found, "section")][:4] == labels
