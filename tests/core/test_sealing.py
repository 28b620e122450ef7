"""Sealed bytes open whole with the right key, or not at all."""

import io
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionops.platform.core import sealing

KEY = bytes(range(32))


def sealed(data: bytes, about: bytes = b"id") -> bytes:
    return b"".join(sealing.seal([data], key=KEY, about=about))


def opened(data: bytes, *, key: bytes = KEY, about: bytes = b"id") -> bytes:
    return b"".join(sealing.unseal(io.BytesIO(data), key=key, about=about))


@pytest.mark.parametrize("size", [0, 1, sealing.FRAME - 1, sealing.FRAME, sealing.FRAME + 1, 3 * sealing.FRAME])
def test_sealed_bytes_come_back(size: int) -> None:
    data = os.urandom(size)
    assert opened(sealed(data)) == data


@given(st.lists(st.binary(max_size=5_000), max_size=40))
@settings(max_examples=30, deadline=None)
def test_seal_does_not_care_how_the_bytes_are_cut(pieces: list[bytes]) -> None:
    assert b"".join(sealing.seal(pieces, key=KEY, about=b"id")) == sealed(b"".join(pieces))


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_unseal_notices_any_flipped_bit(data: st.DataObject) -> None:
    box = bytearray(sealed(b"member list " * 9_000))
    at = data.draw(st.integers(0, len(box) - 1))
    box[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(sealing.Broken):
        opened(bytes(box))


def test_unseal_notices_a_missing_end_a_swap_and_another_file() -> None:
    frame = sealing.FRAME + sealing.TAG
    box = sealed(b"x" * (3 * sealing.FRAME + 5))
    swapped = box[frame : 2 * frame] + box[:frame] + box[2 * frame :]
    for broken in (box[: 2 * frame], box[:-1], swapped, box + b"x", b""):
        with pytest.raises(sealing.Broken):
            opened(broken)
    with pytest.raises(sealing.Broken):
        opened(box, about=b"other")
    with pytest.raises(sealing.Broken):
        opened(box, key=bytes(32))


def test_short_texts_are_sealed_to_what_they_are_about() -> None:
    kept = sealing.seal_text("pass word", key=KEY, about="mail")
    assert "pass" not in kept
    assert sealing.open_text(kept, key=KEY, about="mail") == "pass word"
    with pytest.raises(sealing.Broken):
        sealing.open_text(kept, key=KEY, about="ollama")
