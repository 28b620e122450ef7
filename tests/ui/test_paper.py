"""Charts keep their colours on paper: WeasyPrint reads their attributes, not the classes of the screen."""

import io

import pypdfium2
import pytest
from django.template import Context, Template

from unionops.platform.files.pdf import from_html
from unionops.platform.ui.components.charts import Bar

pytestmark = pytest.mark.slow
BRAND, WARN, BLACK = (0x17, 0x4A, 0x7C), (0x7A, 0x4A, 0x00), (0, 0, 0)


def share(pixels: list[tuple[int, ...]], colour: tuple[int, int, int]) -> float:
    near = [p for p in pixels if all(abs(a - b) < 12 for a, b in zip(p[:3], colour, strict=True))]
    return len(near) / len(pixels)


def test_bars_are_not_black_on_paper() -> None:
    template = Template('{% load ui %}{% bar_rows rows "Density" head="Site" value_head="Members" goal=70 %}')
    table = template.render(Context({"rows": [Bar("Depot", 90, of=100), Bar("Annex", 40, of=100)] * 4}))
    with pypdfium2.PdfDocument(io.BytesIO(from_html(f"<html><body>{table}</body></html>"))) as document:
        raw = document[0].render(scale=1).to_pil().convert("RGB").tobytes()
    pixels = [tuple(raw[at : at + 3]) for at in range(0, len(raw), 3)]
    assert share(pixels, BRAND) > 0.002
    assert share(pixels, WARN) > 0.0005
    assert share(pixels, BRAND) > share(pixels, BLACK)
