"""Starts the supervisor without loading the web program into it: it stays small and keeps standing."""

import importlib
import sys
import types
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    package = types.ModuleType("unionops")
    package.__path__ = [str(ROOT / "unionops")]
    sys.modules["unionops"] = package
    sys.path.insert(0, str(ROOT))
    return int(importlib.import_module("unionops.platform.ops.supervisor").main())


if __name__ == "__main__":
    sys.exit(main())
