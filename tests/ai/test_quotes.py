"""Quotations: every true one is found, no altered one is, and the offsets are exact."""

import json
import random
import re
from pathlib import Path

import pypdfium2
import pytest

from unionops.platform.ai import quotes

CLAUSE = (
    "Section 3. Overtime. The Employer shall not require an employee to work more than fifteen (15) calendar days "
    "in a row, and shall pay 1.5 times the basic rate for each hour beyond eight (8) hours. An employee who is "
    "unable to work must give notice not less than 5 days before the shift; 25 days’ notice is needed for leave "
    "of $1,250.00 or 12.5% of pay. “Emergency” means an event under Article 12.4, between 4:30 and 6:00 p.m., at -5 "
    "degrees. The office may grant up to 2/3 of a day, and the self-\ninsured plan covers the oﬃce sta\u00adff."
)
SWAPS = [
    ("shall", "may"), ("may", "shall"), ("must", "should"), ("before", "after"), ("less", "more"), ("more", "less"),
    ("calendar", "work"), ("not ", ""), ("fifteen", "fifty"), ("eight", "eighty"), ("each", "any"), ("and", "or"),
    ("employee", "supervisor"), ("unable", "able"), ("up to", "at least"), ("beyond", "within"), ("means", "excludes"),
]  # fmt: skip


def windows(text: str, rng: random.Random, count: int) -> list[str]:
    words = text.split(" ")
    picks = []
    for _ in range(count):
        start = rng.randrange(len(words) - 6)
        picks.append(" ".join(words[start : start + rng.randrange(6, 24)]).removeprefix("not "))
    return picks


def alterations(quote: str, rng: random.Random) -> list[str]:
    out = [re.sub(rf"\b{re.escape(old)}", new, quote, count=1) for old, new in SWAPS]
    for match in re.finditer(r"\d+", quote):
        for number in (int(match[0]) + 1, int(match[0]) * 10, int(match[0] + "5")):
            out.append(quote[: match.start()] + str(number) + quote[match.end() :])
    out += [re.sub(r"(?<=\d)[./:](?=\d)", joint, quote, count=1) for joint in ("", ",", " ", "-", "5")]
    out += [quote.replace(mark, other, 1) for mark, other in (("%", ""), ("$", ""), ("$", "€"), (" -5", " 5"))]
    words = quote.split(" ")
    out += [" ".join(words[:cut] + words[cut + 1 :]) for cut in range(1, len(words) - 1)]
    out += [" ".join([*words[:cut], "not", *words[cut:]]) for cut in range(1, len(words))]
    middle = rng.randrange(1, len(words) - 1)
    out.append(" ".join([*words[:middle], words[middle + 1], words[middle], *words[middle + 2 :]]))
    return [altered for altered in out if _differs(altered, quote)]


def _differs(altered: str, quote: str) -> bool:
    bare = re.compile(r"[\s,;()“”’\"]+")
    return bare.sub(" ", altered).strip() != bare.sub(" ", quote).strip()


def variants(quote: str) -> list[str]:
    return [
        quote,
        quote.replace("’", "'").replace("“", '"').replace("”", '"'),
        quote.replace(" ", "\n   "),
        quote.upper(),
        quote[:1].upper() + quote[1:].rstrip(".") + ".",
        f"“{quote}”",
        re.sub(r"([a-z]{3})([a-z]{3})", r"\1-\n\2", quote, count=1),
        re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", quote),
        quote.replace("fi", "ﬁ").replace("ffi", "ﬃ"),
        quote.replace("ﬃ", "ffi").replace("\u00ad", ""),
        quote.replace("-5", "−5").replace("-", "‐"),
        quote.replace(",", "").replace(";", ",") if "1,250" not in quote else quote,
        quote.replace(" ", "\u00a0"),
    ]


def test_every_harmless_variant_is_found_and_points_at_the_same_words():
    rng = random.Random(4)
    for quote in windows(CLAUSE, rng, 150):
        for variant in variants(quote):
            span = quotes.find(variant, CLAUSE)
            assert span is not None, variant
            assert quotes.skeleton(CLAUSE[span.start : span.end]).keys == quotes.skeleton(quote).keys


def test_no_altered_quotation_is_found():
    rng = random.Random(9)
    tried = [altered for quote in windows(CLAUSE, rng, 120) for altered in alterations(quote, rng)]
    assert len(tried) > 1000
    assert [altered for altered in tried if quotes.find(altered, CLAUSE)] == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("5 days", "within 15 days"),
        ("5 days", "within 2.5 days"),
        ("5 days", "within -5 days"),
        ("5 days", "within 3/5 days"),
        ("10 days", "within 5-10 days"),
        ("000 dollars", "pay 1,000 dollars"),
        ("12", "Article 12.4"),
        ("within 15", "on or within 15th of May"),
        ("500 a month", "pay $500 a month"),
        ("at least 5", "at least 5% of pay"),
        ("able to work", "is unable to work"),
        ("able to work", "is un-\nable to work"),
        ("exempt employees", "all non-exempt employees"),
        ("they can", "they can't go"),
        ("not less than 5 days", "less than 5 days"),
        ("1.5 days", "15 days"),
        ("15 days", "1.5 days"),
        ("15 days", "1,5 days"),
        ("15 days", "1 5 days"),
        ("1-2 days", "1/2 days"),
        ("1/2 of a day", "1½ of a day"),
        ("11/2 times", "1½ times"),
        ("1 times", "1½ times"),
        ("2 of a day", "½ of a day"),
        ("1/3 of a day", "½ of a day"),
        ("five days", "twenty-five days"),
        ("73:0 a.m.", "7:30 a.m."),
        ("≤ 4 steps", "≥ 4 steps"),
        ("shall не pay", "shall pay"),
        ("shаll pay", "shall pay"),
        ("is not able", "this is notable"),
        ("may be resigned", "they may be re-signed"),
        ("may re-sign", "they may resign"),
        ("is notable", "he is not able"),
        ("indirect cost", "in direct cost"),
        ("ano", "año"),
        ("shall ... pay", "shall on request pay"),
        ("un less the parties", "unless the parties agree"),
        ("the emp loyee", "the employee"),
        ("with in five days", "within five days"),
        ("an y employee", "any employee"),
        ("", "anything"),
        ("…—“”", "anything"),
    ],
)
def test_a_quotation_never_matches_inside_a_larger_word_or_number(quote, text):
    assert quotes.find(quote, text) is None


@pytest.mark.parametrize(
    ("quote", "text", "shown"),
    [
        ("the parties", "Now theParties agree: the parties", "theParties"),
        ("pay (5) days.", "will pay (5) days. Then", "pay (5) days."),
        ("5 days’ leave", "gives 5 days' leave.", "5 days' leave"),
        ("$1000", "up to $1,000 a year", "$1,000"),
        ("1 1/2 times", "pay 1½ times", "1½ times"),
        ("½ day", "one 1/2 day", "1/2 day"),
        ("1⁄2 day", "one 1/2 day", "1/2 day"),
        ("the employee", "for [the] employee", "the] employee"),
        ("año", "el an\u0303o pasado", "an\u0303o"),
        ("not be", "shall notbe paid", "notbe"),
        ("15 days", "in 15 days2 of", "15 days"),
    ],
)
def test_harmless_differences_are_found_where_they_stand(quote, text, shown):
    span = quotes.find(quote, text)
    assert span is not None
    assert text[span.start : span.end] == shown


def test_offsets_survive_characters_outside_the_basic_plane():
    text = "🙂🙂 The steward 🙂 shall ask."
    span = quotes.find("steward shall ask", text)
    assert span is not None
    assert text[span.start : span.end] == "steward 🙂 shall ask"


@pytest.mark.slow
def test_the_marked_quotations_of_real_agreements_are_all_found(shared):
    questions = json.loads((shared / "data/agreements/questions.json").read_text())["questions"]
    texts: dict[str, str] = {}
    for question in questions:
        path = shared / "data/agreements" / question["file"]
        if path.suffix != ".pdf" or not path.exists():
            continue
        texts.setdefault(question["file"], pdf_text(path))
        for gold in question["gold"]:
            assert quotes.find(gold["quote"], texts[question["file"]]), gold["quote"]
    assert len(texts) >= 3


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pages:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.slow
def test_real_agreements_with_altered_meaning_are_never_found(shared):
    rng = random.Random(77)
    tried, wrong = 0, []
    for path in sorted((shared / "data/agreements/txt").glob("*.txt")):
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", path.read_text()) if len(part) > 300]
        for text in rng.sample(paragraphs, min(25, len(paragraphs))):
            for quote in windows(text, rng, 2):
                for altered in other_meanings(quote):
                    tried += 1
                    wrong += [(quote, altered)] if quotes.find(altered, text) else []
    assert tried > 1000
    assert wrong == []


def other_meanings(quote: str) -> list[str]:
    """Another number, the negation put in, another duty."""
    out = [quote[: m.start()] + str(int(m[0]) + 5) + quote[m.end() :] for m in re.finditer(r"(?<=\s)\d+(?=\s)", quote)]
    words = quote.split(" ")
    out += [" ".join([*words[:at], "not", *words[at:]]) for at in range(1, len(words), 3)]
    swaps = [("shall", "may"), ("may", "shall"), ("will", "may"), ("before", "after"), ("calendar", "work")]
    out += [re.sub(rf"\b{old}\b", new, quote, count=1) for old, new in swaps]
    return [altered for altered in out if altered != quote]


def test_a_hyphen_at_a_line_end_behind_re_says_nothing() -> None:
    assert quotes.verify("may be re-\nhired", "they may be rehired")
    assert quotes.verify("may be re-hired", "they may be re-hired")
    assert quotes.verify("full time staff pre-paid", "full-time staff prepaid")
