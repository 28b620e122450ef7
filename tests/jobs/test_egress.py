"""All kinds of work in a network of their own whose only way out is watched: nothing wants to leave the machine.

There the route to everywhere leads back into the loopback device, so a packet for elsewhere is seen instead of being
refused before it exists. Needs Linux and the right to make such a network; says so where it is missing.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import threading
from ipaddress import ip_address
from pathlib import Path

import pytest

from tests.jobs.inputs import INPUTS
from tests.processes import wait_until
from unionops.platform.jobs.kinds import KINDS
from unionops.platform.jobs.models import TERMINAL, Job, State

INSIDE = "UNIONOPS_TEST_IN_A_NETWORK"
ENTER = 'ip link set lo up && ip route add default dev lo && exec "$@"'
EVERY_PROTOCOL = 3
inside = pytest.mark.skipif(INSIDE not in os.environ, reason="runs in the network that the first test makes")


class Watch:
    """Every address that a packet of this network was for."""

    def __init__(self) -> None:
        self.heard: set[str] = set()
        self.line = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(EVERY_PROTOCOL))
        self.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while packet := self.line.recv(64):
                self.heard.add(str(ip_address(packet[16:20] if packet[0] >> 4 == 4 else packet[24:40])))

    @property
    def elsewhere(self) -> list[str]:
        return [address for address in self.heard if not ip_address(address).is_loopback]


@pytest.mark.slow
def test_no_work_sends_a_packet_off_this_machine(tmp_path: Path) -> None:
    enter = ["unshare", "--net", "sh", "-c", ENTER, "sh"]
    if not (shutil.which("unshare") and shutil.which("ip")):
        pytest.skip("no network of its own can be made: unshare (util-linux) or ip (iproute2) is missing")
    if subprocess.run([*enter, "true"], capture_output=True, check=False).returncode:
        pytest.skip("no network of its own can be made: it takes root on Linux")
    surroundings = {k: v for k, v in os.environ.items() if k != "UNIONOPS_TEST_DATABASE"}
    surroundings |= {INSIDE: "yes", "UNIONOPS_TEST_DATA": str(tmp_path / "data")}
    (tmp_path / "data").mkdir()
    again = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", __file__, "-k", "inside"]
    done = subprocess.run([*enter, *again], env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "2 passed" in done.stdout, done.stdout[-6000:] + done.stderr[-2000:]


@inside
def test_inside_a_packet_for_elsewhere_is_seen() -> None:
    watch = Watch()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(b"x", ("203.0.113.9", 53))
        line.sendto(b"x", ("127.0.0.1", 9))
    wait_until(lambda: "127.0.0.1" in watch.heard)
    assert watch.elsewhere == ["203.0.113.9"]


@inside
@pytest.mark.django_db(transaction=True)
def test_inside_every_kind_of_work_stays_here(processes, ground) -> None:
    watch = Watch()
    processes.start_worker()
    for kind, make in INPUTS.items():
        piece = make(ground)
        job = KINDS[kind].start(by=ground.boss, about=piece.about, **piece.ids)
        wait_until(lambda job=job: Job.objects.filter(pk=job.pk, state__in=TERMINAL).exists(), seconds=300)
        job.refresh_from_db()
        assert job.state == State.DONE, f"{kind}: {job.error_detail}"
    assert watch.heard and watch.elsewhere == []
