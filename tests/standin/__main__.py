"""Runs the stand-in by itself: python -m tests.standin --port 18434 --script answers.json"""

import argparse
import signal

from tests.standin import reader
from tests.standin.adversary import Adversary
from tests.standin.script import load
from tests.standin.server import Standin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=18434)
    parser.add_argument("--script", help="a JSON list of {needle, model, text or json, delay_token, ...}")
    parser.add_argument("--mood", choices=["plain", "honest", "hostile"], default="plain")
    chosen = parser.parse_args()
    with Standin(port=chosen.port) as standin:
        if chosen.mood != "plain":
            standin.says(make=reader.make if chosen.mood == "honest" else Adversary(1).make)
        for rule in load(chosen.script) if chosen.script else []:
            standin.script.add(rule)
        print(f"listening on {standin.url}", flush=True)
        signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
