"""Seal bytes at rest: AES-256-GCM in frames of 64 KiB, each bound to its place and to its file.

A frame's nonce is its number and a mark on the last one, so frames cannot be swapped, dropped or
cut off unseen. A key seals one file only, which is why counting nonces are safe.
"""

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FRAME = 64 * 1024
TAG = 16
NONCE = 12
KEY = 32


class Broken(Exception):
    """The key does not fit, or the sealed bytes were changed or cut."""


def new_key() -> bytes:
    return os.urandom(KEY)


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, from one kept secret."""
    return HKDF(SHA256(), KEY, salt=None, info=purpose.encode()).derive(key)


class Sealer:
    """Seals one frame after the other; the last one must be marked."""

    def __init__(self, key: bytes, about: bytes) -> None:
        self.cipher, self.about, self.number = AESGCM(key), about, 0

    def frame(self, plain: bytes, *, last: bool = False) -> bytes:
        sealed = self.cipher.encrypt(_nonce(self.number, last=last), plain, self.about)
        self.number += 1
        return sealed


def seal(pieces: Iterable[bytes], *, key: bytes, about: bytes) -> Iterator[bytes]:
    """Sealed frames of the joined pieces; `about` (the file's id) must be given again to open."""
    sealer, waiting = Sealer(key, about), bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > FRAME:
            yield sealer.frame(bytes(waiting[:FRAME]))
            del waiting[:FRAME]
    yield sealer.frame(bytes(waiting), last=True)


def unseal(source: BinaryIO, *, key: bytes, about: bytes) -> Iterator[bytes]:
    """The plain pieces; raises Broken at the first frame that does not fit."""
    cipher, number = AESGCM(key), 0
    frame = source.read(FRAME + TAG)
    while True:
        following = source.read(FRAME + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), frame, about)
        except InvalidTag as error:
            raise Broken("the key does not fit, or the file was changed") from error
        if not following:
            return
        frame, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(NONCE - 1, "big") + bytes([last])


def wrap(secret: bytes, *, key: bytes, about: bytes) -> bytes:
    """Seal one short secret under a kept key."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, secret, about)


def unwrap(wrapped: bytes, *, key: bytes, about: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped[:NONCE], wrapped[NONCE:], about)
    except InvalidTag as error:
        raise Broken("the key does not fit, or the secret was changed") from error


def seal_text(text: str, *, key: bytes, about: str) -> str:
    """A short text (a mail password) in a form a text column can hold."""
    return base64.b64encode(wrap(text.encode(), key=key, about=about.encode())).decode()


def open_text(sealed: str, *, key: bytes, about: str) -> str:
    return unwrap(base64.b64decode(sealed), key=key, about=about.encode()).decode()
