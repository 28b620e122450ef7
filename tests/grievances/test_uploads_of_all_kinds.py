"""Forty files that are damaged, hostile or misnamed, sent to a case: refused in words or kept whole; the packet of what
was kept is drawn all the same.
"""

import functools
import io
import os
import zipfile

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from grievances.models import CaseDocument
from grievances.services import drawing
from unionops.platform.access.actors import acting

pytestmark = pytest.mark.slow

GOOD = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def picture(kind, size=(20, 20)):
    made = io.BytesIO()
    Image.new("RGB", size, (200, 10, 10)).save(made, kind)
    return made.getvalue()


def archive(*members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members:
            zipped.writestr(name, data)
    return made.getvalue()


PNG, JPG, TYPES = picture("PNG"), picture("JPEG"), ("[Content_Types].xml", "<Types/>")
ENTITY = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w>&x;</w>"
FILES = {
    "one.pdf": b"x",
    "head.pdf": b"%PDF-1.7",
    "half.pdf": GOOD[:90],
    "good.pdf": GOOD,
    "junk-before.pdf": b"junk" * 20 + GOOD,
    "zeros.pdf": b"\0" * 5000,
    "locked.pdf": GOOD.replace(b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 1/R 2/O(a)/U(b)/P -4>>"),
    "script.pdf": GOOD.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "loop.pdf": GOOD.replace(b"Kids[3 0 R]", b"Kids[2 0 R]"),
    "no-pages.pdf": GOOD.replace(b"/Kids[3 0 R]/Count 1", b"/Kids[]/Count 0"),
    "endless-page.pdf": GOOD.replace(b"[0 0 200 200]", b"[0 0 2000000 2000000]"),
    "page.pdf": b"<html><script>alert(1)</script></html>",
    "program.pdf": b"MZ" + os.urandom(3000),
    "words.pdf": b"just words",
    "turned\u202efdp.exe": b"MZ" + os.urandom(100),
    "good.png": PNG,
    "half.png": PNG[:40],
    "flipped.png": PNG[:30] + b"\xff" + PNG[31:],
    "huge.png": functools.partial(picture, "PNG", (30_000, 6_000)),
    "jpg.png": JPG,
    "png.jpg": PNG,
    "half.jpg": JPG[:-200],
    "drawing.png": b"<svg onload=alert(1)/>",
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "macro.docm": archive(("word/vbaProject.bin", "x"), TYPES),
    "empty.docx": archive(TYPES, ("word/document.xml", "<w/>")),
    "half.docx": archive(("a", "b"))[:30],
    "bomb.docx": lambda: archive(TYPES, ("word/document.xml", b"0" * 80_000_000)),
    "climbs.docx": archive(("../../etc/x", "1"), TYPES),
    "entity.docx": archive(TYPES, ("word/document.xml", ENTITY)),
    "a.zip": archive(("a.txt", "b")),
    "a.rar": b"Rar!\x1a\x07\0" + os.urandom(100),
    "plain.txt": b"plain words",
    "noise.txt": os.urandom(4000),
    "wide.txt": "words \u00f1".encode("utf-16"),
    "mail.eml": b"From: a@b.c\nSubject: x\n\nhello",
    "page.html": b"<script>alert(1)</script>",
    "long" + "n" * 300 + ".pdf": GOOD,
    "..%2f..%2fetc.pdf": GOOD,
    "no-ending": GOOD,
    "film.mp4": b"\0\0\0\x18ftypmp42" + os.urandom(200),
    "formula.csv": b"=cmd|' /C calc'!A0,b\n",
    "\r\nX-Evil: 1.pdf": GOOD,
}


def test_no_file_breaks_a_case_or_its_packet(case, steward, sign_in, bound):
    client = sign_in(steward)
    client.raise_request_exception = False
    path = reverse("grievances:do", args=[case.public_id, "document"])
    answers = {}
    for name, data in FILES.items():
        sent = SimpleUploadedFile(name, data() if callable(data) else data)
        answers[name] = client.post(path, {"file": sent, "title": name[:60], "kind": "evidence"}).status_code
    assert {name: code for name, code in answers.items() if code not in (302, 422)} == {}
    with acting(steward):
        kept = list(CaseDocument.objects.select_related("upload"))
    told = {row.title for row in kept}
    assert told == {name[:60].strip() for name, code in answers.items() if code == 302}
    assert (
        "good.pdf" in told and "good.png" in told and not told & {"program.pdf", "half.png", "half.jpg", "flipped.png"}
    )
    for row in kept:
        shown = client.get(reverse("files:download", args=[row.upload.public_id]))
        assert shown.status_code == 200 and "\n" not in shown.headers["Content-Disposition"]
    assert client.get(case.get_absolute_url()).status_code == 200
    book = pypdf.PdfReader(io.BytesIO(drawing.case_packet(by=bound, case=case)))
    assert len([one for one in book.outline if str(one.title).startswith("Exhibit")]) == len(kept)
