"""Pages that are pictures: read once, kept page by page, gone on with after a stop."""

import io
import shutil

import pypdfium2
import pytest
from fpdf import FPDF

from contracts.models import ScanReading
from contracts.services.reading import read_scans, take_apart
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.core.progress import Stopped

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed"),
]


def pictures(*texts: str) -> bytes:
    """A PDF whose pages are pictures of these words."""
    typed = FPDF(format="letter", unit="pt")
    typed.set_font("Helvetica", "", 20)
    for text in texts:
        typed.add_page()
        typed.multi_cell(460, 30, text)
    scanned = FPDF(format="letter", unit="pt")
    for page in pypdfium2.PdfDocument(bytes(typed.output())):
        out = io.BytesIO()
        page.render(scale=2).to_pil().convert("L").save(out, "PNG")
        scanned.add_page()
        scanned.image(out, 0, 0, 612, 792)
    return bytes(scanned.output())


def test_stopped_reading_goes_on_where_it_was_and_reads_no_page_twice(local: object) -> None:
    data = pictures("The ferry leaves at nine", "Overtime is paid twice")

    def stop_at_second(done: int, total: int | None = None, phase: str = "") -> None:
        if done == 1:
            raise Stopped

    with acting(system_actor()):
        with pytest.raises(Stopped):
            read_scans(data, [1, 2], stop_at_second)
        kept = ScanReading.objects.get()
        assert kept.page == 1
        assert [word["text"] for word in kept.words] == ["The", "ferry", "leaves", "at", "nine"]
        ScanReading.objects.update(words=[{**word, "text": word["text"].upper()} for word in kept.words])
        parts = take_apart(data, "scan.pdf")
    assert [page["text"] for page in parts.pages] == ["THE FERRY LEAVES AT NINE", "Overtime is paid twice"]
    assert any("read by machine" in warning for warning in parts.account["warnings"])
