"""Pictures of old paper, read by the real Tesseract: printed, tilted, grey, as PDF, PNG and JPEG."""

import io
import random
import shutil

import pytest
from django.urls import reverse
from PIL import Image, ImageDraw, ImageFont

from grievances.models import ScanState
from grievances.services import old
from unionops.platform.access.actors import acting

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tesseract") is None, reason="reading pictures needs tesseract"),
]
LINES = (
    "TRI-RIVERS LOCAL 42",
    "GRIEVANCE FORM",
    "",
    "Grievance No.: 2019-A-17",
    "Name of Grievant: Dana Whitfield",
    "Date Filed: June 3, 2019",
    "Date of Violation: May 28, 2019",
    "Articles Violated: Art. 12, Sec. 3",
    "Duty Station: Riverside Depot",
    "Nature of grievance: Overtime not offered by seniority",
)
SECOND = ("STEP 2 DECISION", "", "The grievance is hereby denied.")
READ = {
    "number": "2019-A-17",
    "grievant": "Dana Whitfield",
    "filed_on": "2019-06-03",
    "incident_on": "2019-05-28",
    "article": "Art. 12, Sec. 3",
    "site": "Riverside Depot",
    "title": "Overtime not offered by seniority",
}


def page(lines, tilt=0.0, grain=0):
    """A letter page at 200 dots per inch as a scanner gives it."""
    made = Image.new("L", (1700, 2200), 245)
    draw, font = ImageDraw.Draw(made), ImageFont.load_default(size=38)
    for at, line in enumerate(lines):
        draw.text((170, 180 + 90 * at), line, fill=30, font=font)
    rng = random.Random(5)
    for _ in range(grain):
        made.putpixel((rng.randrange(1700), rng.randrange(2200)), rng.randrange(90, 200))
    return made.rotate(tilt, fillcolor=245, resample=Image.Resampling.BICUBIC)


def as_file(kind, *pages):
    out = io.BytesIO()
    if kind == "PDF":
        pages[0].save(out, kind, save_all=True, append_images=pages[1:], resolution=200)
    else:
        pages[0].save(out, kind)
    return out.getvalue()


def values(row):
    return {name: found["value"] for name, found in row.fields.items()}


@pytest.mark.parametrize(("tilt", "grain"), [(0, 0), (0.8, 4000), (-1.2, 8000)])
def test_a_scanned_form_is_read_with_page_and_words(chief, tilt, grain):
    data = as_file("PDF", page(LINES, tilt, grain), page(SECOND, tilt, grain))
    with acting(chief):
        row = old.read_file(by=chief, row=old.add_file(by=chief, data=data, name="old.pdf"))
    assert row.state == ScanState.READ and not row.problem
    assert values(row) == READ | {"outcome": "denied"}
    assert row.fields["outcome"]["page"] == 2 and row.fields["number"]["page"] == 1
    for found in row.fields.values():
        assert found["quote"] in row.pages[found["page"] - 1]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_photo_of_a_page_is_read_and_shown_beside_the_fields(chief, kind, sign_in):
    name = f"old.{kind.lower().replace('jpeg', 'jpg')}"
    with acting(chief):
        row = old.read_file(by=chief, row=old.add_file(by=chief, data=as_file(kind, page(LINES)), name=name))
    assert values(row) == READ
    body = sign_in(chief).get(reverse("grievances:old-file", args=[row.public_id])).content.decode()
    assert "Page 1:" in body and "<img" in body and row.fields["site"]["quote"] in body
