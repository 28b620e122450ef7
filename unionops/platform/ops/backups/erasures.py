"""Erasures outlive the backups taken before them: noted beside the backups, done again after every restore."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import UUID

from django.db import transaction

from unionops.platform.core.problems import Problem
from unionops.platform.core.registry import Registry
from unionops.platform.ops.backups import shelf

NAME = "erasures.jsonl"
# Erases what the id names, if it is there again: 'erased', 'gone' (nothing to do), or 'kept' by a hold.
Again = Callable[[UUID], str]
again: Registry[Again] = Registry()
Entry = tuple[str, UUID]


def ledger() -> Path:
    """Beside the backups: whoever carries them away carries it along. It holds random ids, nothing about people."""
    return shelf.folder() / NAME


def note(kind: str, public_id: UUID) -> None:
    """Write down an erasure once it is committed."""
    transaction.on_commit(lambda: add(ledger(), [(kind, public_id)]))


def add(path: Path, entries: Iterable[Entry]) -> None:
    """Append and wait for the disk; what stands there already is not written twice."""
    new = [entry for entry in dict.fromkeys(entries) if entry not in set(read(path))]
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as sink:
        sink.writelines(json.dumps({"kind": kind, "id": str(public_id)}) + "\n" for kind, public_id in new)
        sink.flush()
        os.fsync(sink.fileno())
    path.chmod(0o600)


def read(path: Path) -> list[Entry]:
    """What the ledger names; nothing when there is none. A last line cut off by a power cut is left out."""
    if not path.exists():
        return []
    try:
        text = path.read_text(encoding="utf-8")
        rows = [json.loads(line) for line in text[: text.rfind("\n") + 1].splitlines()]
        return [(str(row["kind"]), UUID(row["id"])) for row in rows]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise Problem(
            "ledger", f"{path} is not a list of erasures.", "Take the one beside the newest backup."
        ) from error


def do_again(entries: Iterable[Entry]) -> dict[str, int]:
    """How many were erased again, were gone already, or are kept because something holds them."""
    done = Counter(again[kind](public_id) for kind, public_id in dict.fromkeys(entries) if kind in again)
    return {name: done[name] for name in ("erased", "gone", "kept")}
