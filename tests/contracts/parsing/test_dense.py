"""Text as scanners and copying leave it: no blank lines, no type, labels of many kinds, all on invented agreements."""

import textwrap

import pytest

from contracts.parsing.parse import Parsed
from tests.contracts.parsing.test_parse import heads, numbers, parsed

WORDS = (
    "The employer posts the roster on the board each Friday. A steward is released with pay for the time that is "
    "reasonably needed. Requests are answered in writing within ten working days after they were received."
)


def dense(source: str) -> str:
    """`~` at the end of a line stands for a paragraph that runs on behind it; nothing is set apart by blank lines."""
    rows: list[str] = []
    for line in textwrap.dedent(source).strip().split("\n"):
        label, mark, _ = line.partition("~")
        rows += textwrap.wrap(f"{label}{WORDS}", 78) if mark else [line]
    return "\n".join(rows)


def read_dense(source: str) -> Parsed:
    found = parsed(dense(source))
    assert found.coverage == 1.0
    return found


def test_titles_and_sections_follow_each_other_without_a_blank_line() -> None:
    found = read_dense("""
        Article 1.  Recognition
        Section 1.1.  Bargaining unit. ~
        Section 1.2.  Probation. ~
        Article 2.  Dues checkoff
        Section 2.1.  Authorization. ~
        Section 2.2.  Indemnity. ~
        Article 3
        Statement of Policy
        Section 3.1. ~
        Section 3.2. The notice under
        Section 2.1 is given first. ~
    """)
    assert heads(found, "article") == [("1", "Recognition"), ("2", "Dues checkoff"), ("3", "Statement of Policy")]
    assert heads(found, "section") == [
        ("1.1", "Bargaining unit"),
        ("1.2", "Probation"),
        ("2.1", "Authorization"),
        ("2.2", "Indemnity"),
        ("3.1", ""),
        ("3.2", ""),
    ]


@pytest.mark.parametrize(
    ("label", "section", "articles", "sections"),
    [
        ("{n}. {t}", "{n}.{k} ~", ["1", "2", "3", "4", "5"], ["1.1", "1.2"]),
        ("ARTICLE {n} - {t}", "{n}.0{k} ~", ["1", "2", "3", "4", "5"], ["1.01", "1.02"]),
        ("ARTICLE NO. {n} - {t}", "SECTION {k}: ~", ["1", "2", "3", "4", "5"], ["1", "2"]),
        ("ARTICLE {n} {t}", "{n}.{a} ~", ["1", "2", "3", "4", "5"], ["1.A", "1.B"]),
        ("ARTICLE {n}: {t}", "Section {a}. ~", ["1", "2", "3", "4", "5"], ["A", "B"]),
        ("Art. {n} {t}", "Sec. {n}.{k} ~", ["1", "2", "3", "4", "5"], ["1.1", "1.2"]),
        ("{r}. {t}", "{a}. ~", ["I", "II", "III", "IV", "V"], ["A", "B"]),
        ("CHAPITRE {n} - {t}", "{n}-{k}.00 ~", ["1", "2", "3", "4", "5"], ["1-1.00", "1-2.00"]),
        ("A R T I C L E   {n}", "Section {k}. ~", ["1", "2", "3", "4", "5"], ["1", "2"]),
    ],
)
def test_labels_of_many_kinds(label: str, section: str, articles: list[str], sections: list[str]) -> None:
    titles = ["RECOGNITION", "UNION RIGHTS", "HOURS", "SICK LEAVE", "TERM"]
    rows = []
    for n, title in enumerate(titles, start=1):
        names = {"n": n, "t": title, "r": ["I", "II", "III", "IV", "V"][n - 1]}
        rows += [label.format(**names)] + [section.format(k=k, a=" AB"[k], **names) for k in (1, 2)]
    found = read_dense("\n".join(rows))
    assert numbers(found, "article") == articles
    assert numbers(found, "section")[:2] == sections
    assert len(numbers(found, "section")) == 10


def test_parts_divide_articles_whose_count_runs_on() -> None:
    found = read_dense("""
        PART 1 - APPLICATION
        1. TITLE
        1.1 ~
        2. COVERAGE
        2.1 ~
        PART 2 - CONSULTATION
        3. MAJOR CHANGE
        3.1 ~
        4. DISPUTES
        4.1 ~
        PART 3 - PAY
        5. ALLOWANCES
        5.1 ~
    """)
    assert numbers(found, "article") == ["1", "2", "3", "4", "5"]
    assert heads(found, "other")[:2] == [("1", "Part 1 APPLICATION"), ("2", "Part 2 CONSULTATION")]


def test_units_that_each_begin_with_the_same_article_at_the_top_of_a_page() -> None:
    units = [
        f"PART {x} - UNIT {x}\nARTICLE 1 RECOGNITION\nUnit {x} reads so. ~\nARTICLE 2 HOURS\n2.1 ~\nARTICLE 3 LEAVE\nIn {x}: ~"
        for x in ("A", "BB", "CCC")
    ]
    found = parsed("\f".join(dense(unit) for unit in units))
    assert numbers(found, "article") == ["1", "2", "3"] * 3


def test_a_list_of_contents_without_page_numbers_is_set_aside() -> None:
    names = ["Recognition", "Rights of the Union", "Hours", "Grievances", "Term"]
    listed = "\n".join(
        ["CONTENTS", *(f"Article {n} {name}" for n, name in enumerate(names, start=1)), "Appendix A Wages"]
    )
    text = "\n".join(f"Article {n} {name}\n~" for n, name in enumerate(names, start=1))
    found = parsed(f"{listed}\f{dense(text)}\nAppendix A Wages\n{dense('~')}")
    assert heads(found, "article", "appendix") == [*((str(n), name) for n, name in enumerate(names, 1)), ("A", "Wages")]
    assert {c.page for c in found.clauses} == {2}
    assert [entry.reason for entry in found.set_aside] == ["contents"]


def test_misread_labels_are_repaired_and_broken_words_joined() -> None:
    found = read_dense("""
        ARTICLE I - RECOGNITION
        Section 1. The county recog-
        nizes the union; a non-
        member is heard too. ~
        ARTlCLE II - CHECK-OFF
        Section l. ~
        Sectlon 2. ~
        Section 3, ~
        ARTICLE lII - SENIORITY
        Section 1. ~
        ARTICLE IV - TERM
        Section 1. ~
    """)
    assert numbers(found, "article") == ["I", "II", "III", "IV"]
    assert numbers(found, "section") == ["1", "1", "2", "3", "1", "1"]
    text = next(c.text for c in found.clauses if "county" in c.text)
    assert "recognizes" in text
    assert "non-\nmember" in text or "non- member" in text or "non-member" in text


def test_attachments_after_figures_and_full_lines() -> None:
    found = read_dense("""
        ARTICLE 1 - PURPOSE
        1.01 ~
        ARTICLE 2 - PAY
        2.01 ~
        APPENDIX A – RATES
        Step      2024      2025      2026
        1         38.10     39.24     40.42
        2         39.62     40.81     42.03
        3         41.20     42.44     43.71
        ANEJO B - LOW CENSUS
        ~
        LETTER OF UNDERSTANDING #1
        Re: Job Sharing
        ~
        LETTER OF AGREEMENT - Class Size
        ~
    """)
    assert heads(found, "appendix", "letter") == [
        ("A", "RATES"),
        ("B", "LOW CENSUS"),
        ("1", "Job Sharing"),
        ("", "Class Size"),
    ]


def test_a_letter_that_quotes_an_article_has_none_of_its_own() -> None:
    found = parsed(
        "MEMORANDUM OF AGREEMENT\nThe County and the Union amend their agreement as follows.\n"
        "1. ARTICLE 21: SALARY is amended to read:\n   ARTICLE 21: SALARY\n   Section 1. Rates rise on July 1.\n"
        "2. Article 22, Section 3 is deleted.\n"
    )
    assert numbers(found, "letter") == [""]
    assert numbers(found, "article") == []
    assert numbers(found, "subsection") == ["1", "2"]
    assert found.warnings == []


def test_references_and_amounts_begin_no_section() -> None:
    found = read_dense("""
        ARTICLE 2 HOURS
        2.1 Rest. A nurse who has less than ten hours off is paid more.
        2.5 times the rate is paid on holidays. ~
        2.2 Week. See Article 7. ~
        2.4 See Article 7. ~
        ARTICLE 3 LEAVE
        3.1 Rights are kept by those who transfer under
        ARTICLE 2, as well as
        Section 2. The list is kept by the Employer.
        3.2 The Village recognizes the Union. ~
        ARTICLE 4 TERM
        4.1 ~
    """)
    assert heads(found, "section") == [
        ("2.1", "Rest"),
        ("2.2", "Week"),
        ("2.4", ""),
        ("3.1", ""),
        ("3.2", ""),
        ("4.1", ""),
    ]
