"""A Django database engine for SQLite through SQLCipher: one file, sealed with a key kept elsewhere."""
