"""Runs the stand-in by itself: python -m tests.standin --port 18434 --script answers.json"""

import argparse
import signal

from tests.standin.script import load
from tests.standin.server import Standin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=18434)
    parser.add_argument("--script", help="a JSON list of {needle, model, text or json, delay_token, ...}")
    chosen = parser.parse_args()
    with Standin(port=chosen.port) as standin:
        for rule in load(chosen.script) if chosen.script else []:
            standin.script.add(rule)
        print(f"listening on {standin.url}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
