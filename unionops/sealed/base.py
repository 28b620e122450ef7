"""The engine itself: opens the file with its key and sets what `doctor` later verifies."""

from typing import Any

from sqlcipher3 import dbapi2

from unionops import secrets_folder
from unionops.sealed.driver import base, creation, features, register_functions

SETTINGS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "journal_size_limit": str(64 * 1024 * 1024),
    "temp_store": "MEMORY",
    "mmap_size": "0",
    "cache_size": "-16000",
}


class DatabaseFeatures(features.DatabaseFeatures):
    max_query_params = 32766


class DatabaseCreation(creation.DatabaseCreation):
    """Test databases in a file are removed with their write-ahead log."""


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures
    creation_class = DatabaseCreation

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = dbapi2.connect(**conn_params)
        connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is told by the doctor, once
        if "mode=memory" not in str(conn_params["database"]):
            connection.execute(f"PRAGMA key = \"x'{secrets_folder.database_key()}'\"")
        register_functions(connection)
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        return connection


def live_settings(connection: Any) -> dict[str, str]:
    """What the open connection really uses, by PRAGMA name, for `doctor` and the tests."""
    with connection.cursor() as cursor:
        return {name: str(cursor.execute(f"PRAGMA {name}").fetchone()[0]) for name in SETTINGS}
