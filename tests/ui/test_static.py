"""The vendored files are what they claim to be, and the style sheet keeps its measured contrasts."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "unionops" / "static"
SUMS = (STATIC / "vendor" / "SHA256SUMS").read_text().split()
VENDORED = dict(zip(SUMS[1::2], SUMS[::2], strict=True))
PAIRS = [
    ("ink", "card", 4.5),
    ("ink", "paper", 4.5),
    ("ink", "sunk", 4.5),
    ("ink-2", "card", 4.5),
    ("ink-2", "paper", 4.5),
    ("ink-2", "sunk", 4.5),
    ("brand", "card", 4.5),
    ("brand", "paper", 4.5),
    ("brand", "brand-soft", 4.5),
    ("on-brand", "brand", 4.5),
    ("on-brand", "brand-2", 4.5),
    ("bad", "card", 4.5),
    ("bad", "bad-soft", 4.5),
    ("warn", "warn-soft", 4.5),
    ("good", "good-soft", 4.5),
    ("good", "paper", 4.5),
    ("info", "info-soft", 4.5),
    ("ai", "ai-soft", 4.5),
    ("ai", "card", 4.5),
    ("prec", "prec-soft", 4.5),
    ("prec", "card", 4.5),
    ("ink", "mark", 4.5),
    ("line-2", "card", 3.0),
    ("focus", "paper", 3.0),
    ("focus", "card", 3.0),
]


@pytest.fixture(scope="module")
def css() -> str:
    return (STATIC / "app.css").read_text()


def tokens(css: str, scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root[^{]*\{\s*color-scheme: (\w+);(.*?)\}", css, re.S)
    found: dict[str, str] = {}
    for name, body in blocks:
        if name == scheme and not found:
            found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", body))
    return found


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_can_be_told_apart(css: str, scheme: str, front: str, back: str, least: float) -> None:
    palette = tokens(css, scheme)
    assert ratio(palette[front], palette[back]) >= least


def test_dark_tokens_are_the_same_by_system_and_by_choice(css: str) -> None:
    blocks = re.findall(r":root[^{]*\{\s*color-scheme: dark;(.*?)\}", css, re.S)
    assert len(blocks) == 2
    assert " ".join(blocks[0].split()) == " ".join(blocks[1].split())


@pytest.mark.parametrize("name", sorted(VENDORED))
def test_vendored_files_are_unchanged(name: str) -> None:
    assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == VENDORED[name]


def test_vendored_files_have_their_licence() -> None:
    names = {path.name for path in (STATIC / "vendor").iterdir() if path.is_file()}
    assert names - {*VENDORED} == {
        "htmx-LICENSE.txt",
        "tabler-icons-LICENSE.txt",
        "atkinson-hyperlegible-next-LICENSE.txt",
        "README.md",
        "SHA256SUMS",
    }


def test_sizes_stay_small(css: str) -> None:
    assert len(gzip.compress(css.encode())) <= 20_000
    assert len(gzip.compress((STATIC / "app.js").read_bytes())) <= 12_000


def test_the_script_needs_no_eval() -> None:
    script = (STATIC / "app.js").read_text()
    assert not re.search(r"\beval\(|new Function|localStorage|setItem|innerHTML", script)


def test_the_font_is_asked_for_only_when_chosen(css: str) -> None:
    uses = re.findall(r'[^\n]*font-family: "Atkinson|--sans: "Atkinson[^\n]*', css)
    assert all("@font-face" in use or "data-face" in use or use.startswith("--sans") for use in uses)


def test_every_icon_that_a_page_names_is_in_the_sprite() -> None:
    there = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "vendor" / "tabler-icons-3.51.0.svg").read_text()))
    pages = [path.read_text() for path in (ROOT / "templates").rglob("*.html")]
    named = {name for page in pages for name in re.findall(r"""icon(?:=| )["']([\w-]+)["']""", page)}
    assert not named - there
