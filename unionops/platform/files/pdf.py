"""PDF out: from our own templates, without network, in a limited child process.

Long papers are drawn in parts and joined; letters whose text is the same for all are drawn once
and stamped with each address.
"""

import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from unionops.platform.core.problems import Problem
from unionops.platform.core.progress import Progress, silent
from unionops.platform.files import child, letters

TASKS = "unionops.platform.files.drawing"
FORMS = "unionops.platform.files.formfields"
BINDING = "unionops.platform.files.binding"
IMPOSING = "unionops.platform.files.imposing"
LONGEST_INPUT = 400 * 1024
MEMORY_MB = 1_536
CPU_SECONDS = 60
WALL_SECONDS = 90


def render(template: str, context: dict[str, Any]) -> bytes:
    """A template as PDF. It may use `static:paper.css` and `data:` pictures, nothing else."""
    return from_html(render_to_string(template, context))


def pages(paper: bytes) -> int:
    """Of a paper that was drawn here."""
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(paper)).pages)


def from_html(html: str) -> bytes:
    """At most 400 KB of HTML and 400 pages; raises Problem beyond that. A letter no font has is spelled out."""
    data = letters.spelled_out(html).encode()
    if len(data) > LONGEST_INPUT:
        raise Problem(
            "too_long",
            _("This paper is too long to be drawn in one piece."),
            _("Choose fewer things to print, or print them in parts."),
        )
    return _drawn("draw", data)


def render_parts(
    template: str, contexts: Sequence[dict[str, Any]], *, progress: Progress = silent, at_once: int = 1
) -> bytes:
    """One PDF of many parts, each drawn by itself, so that memory stays small; `at_once` in as many children."""
    return join(render_each([(template, context) for context in contexts], progress=progress, at_once=at_once))


def render_each(
    papers: Sequence[tuple[str, dict[str, Any]]], *, progress: Progress = silent, at_once: int = 1
) -> list[bytes]:
    """A PDF of each template with its context, in their order; `at_once` in as many children."""
    drawn = []
    with ThreadPoolExecutor(at_once) as pool:
        texts = [render_to_string(template, context) for template, context in papers]
        for number, part in enumerate(pool.map(from_html, texts)):
            progress(number, len(papers))
            drawn.append(part)
    progress(len(papers), len(papers))
    return drawn


def join(parts: Sequence[bytes]) -> bytes:
    """Several PDFs one after another."""
    if len(parts) == 1:
        return parts[0]
    return _drawn("join", b"".join(parts), sizes=[len(part) for part in parts])


def stamped(body: bytes, marks: Sequence[bytes], *, progress: Progress = silent) -> bytes:
    """`body` once for each of the `marks` (from `labels.stamps`), which is laid over its first page."""
    parts = []
    for number, mark in enumerate(marks):
        progress(number, len(marks))
        parts.append(_drawn("stamp", body + mark, split=len(body)))
    progress(len(marks), len(marks))
    return join(parts)


def form_fields(data: bytes) -> list[dict[str, Any]]:
    """The fields of a form: {"name", "label", "kind": text, tick or choice, "options"}. Raises Problem without any."""
    return list(child.run(f"{FORMS}:fields", data))


def filled(data: bytes, values: dict[str, str]) -> bytes:
    """A PDF form with values in its fields, by their names."""
    return bytes(child.run(f"{FORMS}:fill", data, options={"values": values}))


def cramped(data: bytes) -> list[str]:
    """Labels of the fields of a filled form that hold more words than can be read there."""
    return list(child.run(f"{FORMS}:cramped", data))


def places(drawn: bytes) -> tuple[dict[str, int], int]:
    """Where the anchors of a drawn part stand (pages from 0), and how many pages it has."""
    return places_in([drawn])[0]


def places_in(parts: Sequence[bytes]) -> list[tuple[dict[str, int], int]]:
    """The same of several parts."""
    found = _task(f"{BINDING}:places", b"".join(parts), sizes=[len(part) for part in parts])
    return [(dict(part["names"]), int(part["pages"])) for part in found]


def pages_to_bind(data: bytes) -> int:
    """How many pages a PDF from outside gives to a book; 0 when it cannot be bound."""
    try:
        return int(_task(f"{BINDING}:tried", data))
    except Problem:
        return 0


def bind(
    front: Sequence[bytes],
    parts: Sequence[bytes],
    *,
    outline: Sequence[tuple[str, int]],
    title: str,
    numbers: bool = False,
) -> bytes:
    """A book: the front numbered in roman letters, the parts from 1; `outline` gives headings their page.

    With `numbers` they are printed at the foot of the pages, which must leave room for them.
    """
    every = [*front, *parts]
    options: dict[str, Any] = {
        "sizes": [len(part) for part in every],
        "front": len(front),
        "title": title,
        "numbers": numbers,
    }
    return bytes(_task(f"{BINDING}:bind", b"".join(every), outline=[list(mark) for mark in outline], **options))


def folded(book: bytes) -> bytes:
    """A book that was bound here as sheets of two pages a side, ordered for folding."""
    return bytes(_task(f"{IMPOSING}:fold", book))


def _drawn(task: str, data: bytes, **options: Any) -> bytes:
    return bytes(_task(f"{TASKS}:{task}", data, threads=True, **options))


def _task(task: str, data: bytes, *, threads: bool = False, **options: Any) -> Any:
    limits: dict[str, Any] = {"wall": WALL_SECONDS, "cpu": CPU_SECONDS, "memory_mb": MEMORY_MB, "threads": threads}
    try:
        return child.run(task, data, options=options, **limits)
    except Problem as problem:
        raise _in_words(problem) from problem


def _in_words(problem: Problem) -> Problem:
    """What the child says of files, said of papers."""
    if problem.code in {"too_slow", "too_big"}:
        return Problem(
            problem.code,
            _("Making this paper took more time or memory than it may."),
            _("Choose fewer things to print, or print them in parts."),
        )
    if problem.code == "unreadable":
        return Problem(
            "not_drawn",
            _("This paper could not be drawn."),
            _("Check that Pango is installed (./manage.py doctor says so) and try again.")
            + problem.hint[problem.hint.rfind(" (") :],
        )
    return problem
