#!/usr/bin/env python
"""The command line of unionops."""

import os
import sys


def main() -> None:
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionops.settings")
    from unionops.command_line import CommandLine

    CommandLine(sys.argv).execute()


if __name__ == "__main__":
    main()
