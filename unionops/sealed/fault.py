"""Is the sealed file whole? The supervisor runs this alone before a start, so it needs little but the driver."""

import sys
from pathlib import Path
from urllib.parse import quote

import sqlcipher3

from unionops import secrets_folder
from unionops.sealed import log

CHECKS = ("PRAGMA cipher_integrity_check", "PRAGMA quick_check(1)")

EMPTY = "its file is gone or empty"
LOG = "its log of changes is damaged, and what was saved last would be lost"


def fault(file: Path, key: str) -> str:
    """What is wrong, in one line, or nothing. Every page is read and held against its seal; nothing is written.

    Nobody may be writing meanwhile: a page that is being written looks torn.
    """
    if not file.exists():
        return EMPTY
    if log.is_damaged(file.with_name(f"{file.name}-wal")):
        return LOG
    handle = sqlcipher3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)
    try:
        handle.execute("PRAGMA cipher_log_level = NONE")
        handle.execute(f"PRAGMA key = \"x'{key}'\"")
        if not handle.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return EMPTY
        found = [str(row[0]) for check in CHECKS for row in handle.execute(check) if row[0] != "ok"]
    except sqlcipher3.Error as error:
        return str(error)
    finally:
        handle.close()
    return found[0] if found else ""


def main() -> int:
    sys.stdout.write(fault(secrets_folder.database_file(), secrets_folder.database_key()))
    return 0
