"""A scanner beside the box: what it finds is not kept, and neither is what it could not look at."""

from __future__ import annotations

import socketserver
import struct
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from unionops.platform.core.problems import Problem
from unionops.platform.files.models import Upload
from unionops.platform.files.services import store_upload
from unionops.platform.ops import doctor

pytestmark = pytest.mark.django_db
HARM = b"X5O!P%@AP-STAND-IN-TEST-FILE"
LIMIT = 200_000


class Clamd(socketserver.StreamRequestHandler):
    """Speaks as clamd does: PING, and INSTREAM with its pieces."""

    def handle(self) -> None:
        command = b"".join(iter(lambda: self.rfile.read(1), b"\0"))
        if command == b"zPING":
            self.wfile.write(b"PONG\0")
            return
        assert command == b"zINSTREAM"
        sent = b"".join(iter(self.piece, b""))
        said = b"stream: Win.Test.StandIn FOUND" if HARM in sent else b"stream: OK"
        self.wfile.write((b"INSTREAM size limit exceeded. ERROR" if len(sent) > LIMIT else said) + b"\0")

    def piece(self) -> bytes:
        return self.rfile.read(struct.unpack(">I", self.rfile.read(4))[0])


@pytest.fixture
def clamd(settings) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="uo-") as folder:
        settings.CLAMD = str(Path(folder, "clamd.ctl"))
        with socketserver.ThreadingUnixStreamServer(settings.CLAMD, Clamd) as server:
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            yield settings.CLAMD
            server.shutdown()


HEAD = b"a note in plain words\n"
FILES = {
    "clean": (HEAD * 3000, None),
    "harmful at its end": (HEAD * 3000 + HARM, "Win.Test.StandIn in a.txt. The file was not kept"),
    "more than it takes": (HEAD * 10_000, "no verdict (INSTREAM size limit exceeded. ERROR)"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_scanner_that_is_asked_decides(clamd: str, as_system, what: str) -> None:
    data, said = FILES[what]
    if said is None:
        assert store_upload(by=as_system, file=data, name="a.txt", purpose="case").size == len(data)
        return
    with pytest.raises(Problem) as refused:
        store_upload(by=as_system, file=data, name="a.txt", purpose="case")
    assert said in str(refused.value) and not Upload.objects.exists()


def test_nothing_is_kept_while_the_scanner_is_silent(settings, as_system, tmp_path) -> None:
    settings.CLAMD = str(tmp_path / "nobody")
    with pytest.raises(Problem, match="gave no verdict"):
        store_upload(by=as_system, file=HEAD, name="a.txt", purpose="case")
    assert not Upload.objects.exists()


def test_the_doctor_looks_for_it_where_it_is_named(clamd: str, settings) -> None:
    look = doctor.looks()["scanner"][1]
    assert look()[0] == "good"
    settings.CLAMD += "-gone"
    assert look()[0] == "bad"
    settings.CLAMD = ""
    assert "scanner" not in doctor.looks()
