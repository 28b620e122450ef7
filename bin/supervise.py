"""Starts the supervisor without loading the web program into it: it stays small and keeps standing.

With a module's name as first word it runs that one in its place: one of the small programs the supervisor asks.
"""

import importlib
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUPERVISOR = "unionops.platform.ops.supervisor"


def main() -> int:
    package = types.ModuleType("unionops")
    package.__path__ = [str(ROOT / "unionops")]
    sys.modules["unionops"] = package
    sys.path.insert(0, str(ROOT))
    named = next((word for word in sys.argv[1:2] if word.startswith("unionops.")), SUPERVISOR)
    return int(importlib.import_module(named).main())


if __name__ == "__main__":
    sys.exit(main())
