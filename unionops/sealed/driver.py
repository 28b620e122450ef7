"""Loads Django's SQLite backend on top of SQLCipher's driver.

The driver bundles a SQLite without the WAL-reset fault that Debian's 3.40 has, and seals the
file page by page. Django's backend imports the name `sqlite3`; for the length of that import
the name stands for SQLCipher, afterwards the standard module is back for everybody else.
"""

import sys

import sqlcipher3

NAMES = ("sqlite3", "sqlite3.dbapi2")
_kept = {name: sys.modules.pop(name) for name in NAMES if name in sys.modules}
sys.modules["sqlite3"] = sqlcipher3
sys.modules["sqlite3.dbapi2"] = sqlcipher3.dbapi2
try:
    from django.db.backends.sqlite3 import base, creation, features
finally:
    for name in NAMES:
        sys.modules.pop(name, None)
    sys.modules.update(_kept)

register_functions = vars(base)["register_functions"]

__all__ = ["base", "creation", "features", "register_functions"]
