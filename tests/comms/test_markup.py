"""Little markup, no harm."""

import pytest

from comms import markup


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://e.example/p.gif)",
        "<a href='javascript:x'>y</a>",
    ],
)
def test_nothing_that_runs_or_loads_survives(text: str) -> None:
    html = markup.to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html


def test_bare_address_becomes_a_link() -> None:
    assert 'href="https://l.example/x"' in markup.to_html("See https://l.example/x.")


def test_plain_text_spells_links_out_and_drops_marks() -> None:
    assert markup.to_text("**Come** [here](https://l.example)") == "Come here (https://l.example)"


def test_single_line_breaks_stay() -> None:
    assert "<br" in markup.to_html("one\ntwo")


def test_typed_heading_stays_one() -> None:
    assert markup.to_html("# Come\n\nAt noon") == "<h2>Come</h2>\n<p>At noon</p>\n"


def test_address_without_its_scheme_leads_nowhere() -> None:
    assert "href" not in markup.to_html("[here](//evil.example) [there](/page)")
