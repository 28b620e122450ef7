"""The recovery passphrase: seven made-up words on paper that open every backup when the keys are lost."""

import base64
import json
import secrets
from typing import Any

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from unionops import secrets_folder
from unionops.platform.core import sealing
from unionops.platform.core.problems import Problem

FILE = "recovery.json"
COST, BLOCK, LANES = 2**15, 8, 1  # 32 MB, about 0.1 s
ABOUT = b"backup key"
CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aeiou"
GROUPS = 7  # of three syllables: 7 * 3 * log2(16 * 5) = 132 bits


def new_passphrase() -> str:
    """Easy to read aloud and to type: 'tobiku-lanevo-...'. Not kept anywhere."""
    return "-".join("".join(_syllable() for _ in range(3)) for _ in range(GROUPS))


def _syllable() -> str:
    return secrets.choice(CONSONANTS) + secrets.choice(VOWELS)


def set_passphrase(passphrase: str) -> None:
    """From now on every backup also opens with this passphrase; an older one ends with the next backup."""
    salt = secrets.token_bytes(16)
    backup_key = bytes.fromhex(secrets_folder.read("backup.key"))
    wrapped = sealing.wrap(backup_key, key=_stretched(passphrase, salt), about=ABOUT)
    card = {"salt": base64.b64encode(salt).decode(), "wrapped": base64.b64encode(wrapped).decode()}
    secrets_folder.write(FILE, json.dumps(card))


def card() -> dict[str, Any] | None:
    """What a backup carries so that the passphrase opens it: nothing secret without the passphrase."""
    try:
        kept: dict[str, Any] = json.loads(secrets_folder.read(FILE))
    except FileNotFoundError:
        return None
    return kept


def backup_key_from(kept: dict[str, Any], passphrase: str) -> bytes:
    """The backup key. Raises Problem when the passphrase is another one."""
    salt, wrapped = base64.b64decode(kept["salt"]), base64.b64decode(kept["wrapped"])
    try:
        return sealing.unwrap(wrapped, key=_stretched(passphrase, salt), about=ABOUT)
    except sealing.Broken as error:
        raise Problem(
            "wrong_passphrase",
            "This recovery passphrase does not open this backup.",
            "Check it letter by letter against the printed sheet.",
        ) from error


def _stretched(passphrase: str, salt: bytes) -> bytes:
    plain = "".join(passphrase.lower().split()).replace("-", "")
    return Scrypt(salt=salt, length=sealing.KEY, n=COST, r=BLOCK, p=LANES).derive(plain.encode())
