"""Draws the arrows between the boxes of the house from the code's own imports, as Mermaid.

`python -m tests.architecture.picture` prints it; docs/ARCHITECTURE.md carries it.
"""

from __future__ import annotations

import grimp

BOXES = {
    "unionops.dashboards": "dashboards",
    "unionops.demo": "demo",
    "unionops.platform": "platform",
    "members": "members",
    "contracts": "contracts",
    "grievances": "grievances",
    "comms": "comms",
}
HEIGHT = ["demo", "dashboards", "comms", "grievances", "contracts", "members", "platform"]


def arrows() -> list[tuple[str, str]]:
    """(from, to) between boxes, highest storey first; the platform counts as one box."""
    graph = grimp.build_graph("unionops", "members", "contracts", "grievances", "comms", cache_dir=None)
    found = {
        (BOXES[one], BOXES[other])
        for one in BOXES
        for other in BOXES
        if one != other and graph.direct_import_exists(importer=one, imported=other, as_packages=True)
    }
    return sorted(found, key=lambda pair: (HEIGHT.index(pair[0]), HEIGHT.index(pair[1])))


def mermaid() -> str:
    lines = [f"    {one} --> {other}" for one, other in arrows()]
    return "\n".join(["```mermaid", "flowchart TD", *lines, "```"])


if __name__ == "__main__":
    print(mermaid())
