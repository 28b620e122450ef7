"""Writes into a sealed file as the box does, and says each number once its commit was answered.

`python power.py FILE KEY SYNCHRONOUS`: run by the test of power cuts, on a disk that will lose its power.
"""

import sys

import sqlcipher3

from unionops.sealed.base import SETTINGS


def main(file: str, key: str, synchronous: str) -> None:
    line = sqlcipher3.connect(file, isolation_level=None)
    line.execute(f"PRAGMA key = \"x'{key}'\"")
    for name, value in {**SETTINGS, "synchronous": synchronous}.items():
        line.execute(f"PRAGMA {name} = {value}")
    line.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, words TEXT)")
    for number in range(1, 10**9):
        line.execute("BEGIN IMMEDIATE")
        line.execute("INSERT INTO kept VALUES (?, ?)", (number, "words " * 50))
        line.execute("COMMIT")
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
