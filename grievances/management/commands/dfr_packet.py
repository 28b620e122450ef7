"""`dfr_packet NUMBER --out FILE.pdf`: the record for the duty of fair representation as one PDF."""

from __future__ import annotations

from grievances.management.packets import PacketCommand
from grievances.services import drawing


class Command(PacketCommand):
    help = "Write a DFR packet: sealed notes and papers stay out."
    make = staticmethod(drawing.dfr_packet)
