"""`case_packet NUMBER --out FILE.pdf`: the whole case as one PDF, without sealed papers."""

from __future__ import annotations

from grievances.management.packets import PacketCommand
from grievances.services import drawing


class Command(PacketCommand):
    help = "Write a case packet: sealed notes and papers stay out."
    make = staticmethod(drawing.case_packet)
