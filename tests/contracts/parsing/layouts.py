"""How agreements print their headings: one invented layout for each way seen in real ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contracts.parsing.labels import ENGLISH as ENGLISH_NAMES
from contracts.parsing.labels import alphabetic, to_roman
from tests.contracts.parsing.books import Layout, Setting, head, letter

ENGLISH = [*ENGLISH_NAMES.split(), *(f"twenty-{unit}" for unit in ENGLISH_NAMES.split()[:9])]
SPANISH = ["PRIMERA", "SEGUNDA", "TERCERA", "CUARTA", "QUINTA", "SEXTA", "SÉPTIMA", "OCTAVA", "NOVENA", "DÉCIMA"]
SPANISH += [f"DÉCIMA {unit}" for unit in SPANISH[:9]]
Part = Callable[[int, int, str, str], list[Setting]]
LAYOUTS: dict[str, Layout] = {}


def add(name: str, article: Callable[[int, str], list[Setting]], section: Part, **more: Any) -> None:
    LAYOUTS[name] = Layout(name, article, section, **more)


def run_in(label: Callable[[int, int], str], stop: str = ".") -> Part:
    """'Section 2. Notice. The Union ...' in one paragraph."""
    return lambda a, s, title, text: [Setting(f"{label(a, s)} {title + stop + ' ' if title else ''}{text}")]


def own_line(label: Callable[[int, int], str]) -> Part:
    """'Section 2. Notice' in bold on its own line above the text."""
    return lambda a, s, title, text: [Setting(f"{label(a, s)} {title}", bold=True), Setting(text)]


def two_lines(word: str, number: Callable[[int], str] = str, **look: Any) -> Callable[[int, str], list[Setting]]:
    return lambda n, title: [head(f"{word} {number(n)}", **look), head(title.upper(), **look)]


def one_line(pattern: str, number: Callable[[int], str] = str, **look: Any) -> Callable[[int, str], list[Setting]]:
    look = {"centred": False, **look}
    return lambda n, title: [head(pattern.format(n=number(n), title=title, TITLE=title.upper()), **look)]


def unmarked(pattern: str) -> Callable[[int, str], list[Setting]]:
    return lambda n, title: [Setting(row) for row in pattern.format(n=n, title=title).split("|")]


def no_heads(_n: int, _title: str) -> list[Setting]:
    """The article stands only in the labels of its sections."""
    return []


def first_arabic(n: int) -> str:
    return str(n) if n == 1 else to_roman(n)


def tens(n: int) -> str:
    return str(100 + 10 * n if n != 5 else 145)


def ordinal(n: int) -> str:
    return "1er" if n == 1 else str(n)


def spelt(n: int) -> str:
    return ENGLISH[n - 1].upper()


def dotted(a: int, s: int) -> str:
    return f"{a}.{s}"


def padded(a: int, s: int) -> str:
    return f"{a}.{s:02d}"


def lettered(_a: int, s: int) -> str:
    return letter(s)


def plain(_a: int, s: int) -> str:
    return f"Section {s}."


def small(n: int) -> str:
    return f"({alphabetic(n)})"


# fmt: off
add("usual", two_lines("ARTICLE"), run_in(plain), items=small)
add("roman_dotted", one_line("ARTICLE {n} - {TITLE}", to_roman), run_in(dotted, ":"), number=to_roman, part=dotted)
add("comma", one_line("Article {n}, {TITLE}"), own_line(lambda _a, s: f"{letter(s)}."), part=lettered, items=lambda n: f"{n}.")
add("letters_with_colon", one_line("Article {n}: {title}", first_arabic, centred=True), own_line(lambda _a, s: f"{letter(s)}:"), number=first_arabic, part=lettered)
add("paragraph_sign", one_line("§{n}    {TITLE}", tens), own_line(lambda _a, s: f"{s}."), number=tens, line_numbers=True, head=lambda _n, _all, now: f"§{now} Harbor Rights" if now else "Contract", items=lambda n: f"{alphabetic(n)}.")
add("bare_number", one_line("{n}   {TITLE}"), lambda a, s, title, text: [Setting(f"{a}.{s}   {title}", bold=True), Setting(f"{a}.{s}.1 {text}"), Setting(f"{a}.{s}.2 {text}")], part=dotted)
add("bare_number_stop", one_line("{n}. {TITLE}"), run_in(padded), part=padded, untitled=True)
add("part", two_lines("PART", to_roman), own_line(lambda _a, s: f"{letter(s)}."), number=to_roman, part=lettered, items=lambda n: f"{n}.")
add("item", one_line("ITEM {n}: {TITLE}"), run_in(lambda _a, s: f"{letter(s)}."), part=lettered, untitled=True, contents=False)
add("item_unmarked", unmarked("Item {n}. {title}"), run_in(lambda _a, s: f"{letter(s)}."), part=lettered, untitled=True, contents=False)
add("spanish", one_line("ARTÍCULO {n}. {TITLE}"), run_in(lambda _a, s: f"Sección {s}."), items=lambda n: f"{alphabetic(n)})")
add("french", one_line("ARTICLE {n} – {TITLE}"), run_in(padded, " :"), part=padded, items=lambda n: f"{alphabetic(n)})")
add("avenants", one_line("Article {n} – {title}", ordinal), lambda _a, _s, _title, text: [Setting(text)], number=ordinal, sections=2, flat=True, contents=False, units=[(f"AVENANT N° {k} DU {k} JANVIER 2031", 3 + k % 4) for k in range(1, 40)])
add("line_numbers", two_lines("ARTICLE"), run_in(lambda _a, s: f"{letter(s)}."), part=lettered, line_numbers=True, untitled=True)
add("columns", one_line("Article {n} {title}", centred=True), run_in(padded), part=padded, columns=2)
add("units_and_bylaws", two_lines("ARTICLE", to_roman), run_in(plain), number=to_roman, units=[("UNIT A - PILOTS", 9), ("UNIT B - DECK HANDS", 7), ("UNIT C - OFFICE STAFF", 5), ("BYLAWS OF LOCAL 12", 6)])
add("heads_dotted", two_lines("ARTICLE"), run_in(plain), head=lambda n, _all, now: f"Article {now or 1}.{n % 5 + 1}.B")
add("heads_like_headings", one_line("ARTICLE {n}. {TITLE}", centred=True), run_in(plain), head=lambda _n, _all, now: f"Article {now or 1}")
add("federal", one_line("Article {n}: {title}", size=14), own_line(lambda _a, s: f"Section {s}—"), items=lambda n: f"{alphabetic(n)}.")
add("federal_bare_sections", two_lines("ARTICLE"), lambda _a, s, _title, text: [Setting(f"Section {s}", bold=True), Setting(f"A. {text}"), Setting(f"B. {text}")], untitled=True)
add("federal_dotted", one_line("ARTICLE {n} - {TITLE}", centred=True), own_line(lambda a, s: f"Section {a}.{s}"), part=dotted)
add("federal_numbers", two_lines("ARTICLE"), run_in(lambda _a, s: f"{s}."), untitled=True, items=lambda n: f"{alphabetic(n)}.")
add("words", two_lines("ARTICLE", spelt), run_in(plain), number=spelt, units=[("", 24)])
add("clause", one_line("CLAUSE {n} - {TITLE}"), run_in(dotted), part=dotted, untitled=True)
add("rule", one_line("Rule {n} {title}"), run_in(lambda _a, s: small(s)), flat=True, untitled=True)
add("unmarked", unmarked("Article {n}. {title}"), run_in(plain), untitled=True, contents=False)
add("unmarked_two_lines", unmarked("Article {n}|{title}"), run_in(lambda _a, s: f"{letter(s)}."), part=lettered, untitled=True, contents=False)
add("new_page", two_lines("ARTICLE", size=14), run_in(plain), new_page=True, foot=lambda n: f"Page {n} of 60")
add("supplement", one_line("ARTICLE {n} {TITLE}"), run_in(plain), units=[("", 12), ("LOCAL SUPPLEMENT FOR THE NORTH PIER", 6)], closing=[
    head("IN WITNESS WHEREOF the parties sign", space=True), Setting("For the Union"), head("APPENDIX A - WAGES", space=True),
    Setting("Deck hand   24.50   25.00"), head("LETTER OF AGREEMENT", space=True), head("ARTICLE 3: OVERTIME"),
    Setting("The parties agree that Pier 4 keeps ten places."),
])
add("abbreviated", one_line("Art. {n}  {title}"), run_in(lambda _a, s: f"Sec. {s}."))
add("lettered_articles", two_lines("ARTICLE", letter), run_in(lambda _a, s: f"{s}."), number=letter, untitled=True, units=[("", 18)])
add("sections_on_top", two_lines("SECTION"), run_in(dotted), part=dotted, untitled=True)
add("sections_over_letters", one_line("SECTION {n} - {TITLE}"), own_line(lambda _a, s: f"{letter(s)}."), part=lettered)
add("hyphens", one_line("ARTICLE {n} {TITLE}"), run_in(lambda a, s: f"{a}-{s}"), part=lambda a, s: f"{a}-{s}", foot=lambda n: f"- {n} -", items=lambda n: f"{n}.")
add("number_and_letter", two_lines("ARTICLE"), run_in(lambda a, s: f"Section {a}{letter(s)}."), part=lambda a, s: f"{a}{letter(s)}", untitled=True)
add("bare_roman", one_line("{n}. {TITLE}", to_roman), own_line(lambda _a, s: f"{letter(s)}."), number=to_roman, part=lettered)
add("numbers_over_sections", one_line("{n}. {TITLE}"), own_line(plain))
add("numbers_over_letters", one_line("{n}. {TITLE}"), own_line(lambda _a, s: f"{letter(s)}."), part=lettered, items=lambda n: f"{n})")
add("unmarked_numbers", unmarked("{n}. {title}"), run_in(dotted), part=dotted, untitled=True, contents=False)
add("chapters", two_lines("CHAPTER"), own_line(lambda a, s: f"{a}.{s}"), part=dotted, items=small)
add("spelt_spanish", one_line("CLÁUSULA {n}. {TITLE}", lambda n: SPANISH[n - 1]), run_in(lambda _a, s: f"{alphabetic(s)})"), number=lambda n: SPANISH[n - 1], flat=True, untitled=True, contents=False)
add("joined", no_heads, run_in(lambda a, s: f"Article {a} Section {s}  Section {s}."), contents=False)
add("joined_short", no_heads, run_in(lambda a, s: f"Art. {a}, Sec. {s} -"), untitled=True, contents=False)
add("joined_roman", no_heads, own_line(lambda a, s: f"ARTICLE {to_roman(a)}, SECTION {s}:"), number=to_roman, contents=False)
add("joined_spanish", no_heads, run_in(lambda a, s: f"Artículo {a}, Sección {s}."), items=lambda n: f"{alphabetic(n)})", contents=False)
add("joined_below_articles", one_line("ARTICLE {n} - {TITLE}"), run_in(lambda a, s: f"Article {a}, Section {s}."))
add("label_behind", one_line("{TITLE}          ARTICLE {n}"), run_in(plain))
add("point_zero", one_line("ARTICLE {n}.0 {TITLE}"), run_in(dotted, ":"), part=dotted)
add("numbers_over_dotted", one_line("ARTICLE {n} - {TITLE}", centred=True), lambda _a, s, _title, text: [Setting(f"{s}. {text}"), Setting(f"{s}.1 {text}", indent=4), Setting(f"{s}.2 {text}", indent=4)], untitled=True)
add("coded", one_line("ARTICLE {n}: {TITLE}", lambda n: f"A.{n}"), run_in(lambda _a, s: f"{s}."), number=lambda n: f"A.{n}", untitled=True)
add("coded_bare", one_line("{n} {TITLE}", lambda n: f"C{n}.00"), own_line(lambda a, s: f"C{a}.{s}"), number=lambda n: f"C{n}.00", part=lambda a, s: f"C{a}.{s}")
add("in_brackets", one_line("Article {n}: {title}"), run_in(lambda a, s: f"{a}({alphabetic(s)})"), part=lambda a, s: f"{a}({alphabetic(s)})", untitled=True)
add("numbers_in_brackets", one_line("Section {n}: {title}"), run_in(lambda a, s: f"{a}({s})"), part=lambda a, s: f"{a}({s})", untitled=True)
# fmt: on
