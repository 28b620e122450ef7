"""French and Spanish house styles: numbers put in between, articles inside articles, titles above their label."""

from __future__ import annotations

from contracts.parsing.parse import Parsed, read

WORDS = "Les parties conviennent que chaque salarié est informé du changement trente jours avant sa mise en œuvre."


def numbers(found: Parsed, level: str) -> list[str]:
    return [c.number for c in found.clauses if c.level == level]


def titles(found: Parsed, level: str) -> list[str]:
    return [c.title for c in found.clauses if c.level == level]


def page(*blocks: tuple[str, str]) -> bytes:
    return ("<html><body>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in blocks) + "</body></html>").encode()


def articles(*labels: str) -> list[tuple[str, str]]:
    return [block for label in labels for block in (("p", label), ("p", WORDS))]


def test_numbers_that_are_put_in_between_keep_their_place() -> None:
    found = read(page(*articles("Article 1er", "Article 2", "Article 2 bis", "Article 2 ter", "Article 3")), "a.html")
    assert numbers(found, "article") == ["1er", "2", "2 bis", "2 ter", "3"]


def test_spanish_articles_that_run_into_their_text_behind_a_dash() -> None:
    texto = (
        "El convenio se aplica a todos los centros de trabajo de la empresa durante toda su vigencia, sin excepción."
    )
    names = ("Ámbito personal", "Vacaciones", "Licencias", "Jornada laboral")
    found = read(page(*(("p", f"Art. {n}. {name}.—{texto}") for n, name in enumerate(names, 1))), "a.html")
    assert numbers(found, "article") == ["1", "2", "3", "4"]
    assert titles(found, "article") == list(names)


def test_articles_that_bear_the_number_of_another_are_its_sections() -> None:
    labels = ("Article 1", "Article 2", "Article 2.1", "Article 2.1.1", "Article 2.2", "Article 3", "Article 3.1")
    found = read(page(*articles(*labels)), "a.html")
    assert numbers(found, "article") == ["1", "2", "3"]
    assert numbers(found, "section") == ["2.1", "2.2", "3.1"]
    assert numbers(found, "subsection") == ["2.1.1"]


def test_agreements_bound_in_behind_may_count_in_another_way() -> None:
    labels = [f"Article {n}.0{m}" for n in (1, 2, 3) for m in (1, 2, 3)] + [f"Article {n}" for n in range(1, 6)]
    found = read(page(*articles(*labels)), "a.html")
    assert numbers(found, "article") == [label.removeprefix("Article ") for label in labels]


def test_a_heading_above_one_label_is_its_title_and_above_several_a_group() -> None:
    blocks = [("h2", "Chapitre Ier : Dispositions générales"), ("h3", "Objet"), *articles("Article 1er")]
    blocks += [("h3", "Durée"), *articles("Article 2"), ("h3", "Droit syndical"), *articles("Article 3", "Article 4")]
    found = read(page(*blocks), "a.html")
    assert titles(found, "article") == ["Objet", "Durée", "", ""]
    assert "Droit syndical" in titles(found, "other")
    assert not numbers(found, "section")


def test_titles_in_lower_case_behind_a_colon() -> None:
    names = ("purpose of agreement", "conflict between future legislation and the agreement", "application", "duration")
    lines = [f"Article {n}: {name}\n{n}.01 {WORDS}" for n, name in enumerate(names, 1)]
    found = read("\n".join([*lines[:2], f"**{lines[2]}", lines[3]]).encode(), "a.txt")
    assert titles(found, "article") == list(names)


def test_tags_and_remarks_in_markdown_are_no_words() -> None:
    head = "---\ntitle: Contract\n---\n<!-- Page 1 -->\n"
    body = (
        "# ARTICLE 1 <br> RECOGNITION\n\n![seal](https://example.org/a.png)\n\nSee [the law](https://example.org).\n\n"
    )
    found = read(
        (head + body + "# ARTICLE 2 <br> HOURS\n\n**2.1 No change.** Hours stay as they are.\n").encode(), "a.md"
    )
    assert titles(found, "article") == ["RECOGNITION", "HOURS"]
    assert (
        "See the law." in found.pages[0].text
        and "<" not in found.pages[0].text
        and "Contract" not in found.pages[0].text
    )
    assert titles(found, "section") == ["No change"]
