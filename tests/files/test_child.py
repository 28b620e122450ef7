"""A task in the limited child gives its answer, or a sentence; never harm."""

import sys
from pathlib import Path
from typing import Any

import pytest

from unionops.platform.core.problems import Problem
from unionops.platform.files import child

pytestmark = pytest.mark.slow  # each is a process of its own

TASKS = f"{__package__}.child_tasks" if __package__ else "child_tasks"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="these fences are Linux's own")


def run(name: str, data: bytes = b"abc", **limits: Any) -> Any:
    return child.run(f"{TASKS}:{name}", data, **limits)


def code_of(name: str, **limits: Any) -> str:
    with pytest.raises(Problem) as caught:
        run(name, **limits)
    return str(caught.value.code)


def test_run_gives_back_what_the_task_returned() -> None:
    assert run("echo", options={"sheet": "Männer"}) == {"size": 3, "sheet": "Männer"}


def test_run_gives_back_bytes() -> None:
    assert run("double", b"\x00\xff\n" * 400_000) == b"\x00\xff\n" * 800_000


def test_run_gathers_the_pieces_of_a_generator() -> None:
    assert run("count", options={"upto": 4}) == [0, 1, 2, 3]


def test_stream_can_be_left_early() -> None:
    pieces = child.stream(f"{TASKS}:count", b"", options={"upto": 10**9})
    assert [next(pieces), next(pieces)] == [0, 1]
    pieces.close()


def test_run_keeps_what_libraries_print_out_of_the_answer() -> None:
    assert run("chatter") == "answer"


def test_refusal_of_the_task_arrives_whole() -> None:
    with pytest.raises(Problem) as caught:
        run("refuse")
    said = caught.value
    assert (said.code, said.hint) == ("no_columns", "Put the names in row 1.")


def test_error_of_the_task_does_not_carry_its_text() -> None:
    with pytest.raises(Problem) as caught:
        run("stumble")
    assert caught.value.code == "unreadable"
    assert "name" not in caught.value.hint.replace("under a new name", "")


@pytest.mark.parametrize("name", ["panic", "crash"])
def test_panic_and_crash_become_a_sentence(name: str) -> None:
    assert code_of(name) == "unreadable"


def test_time_and_processor_are_limited() -> None:
    assert code_of("sleep", wall=0.5) == "too_slow"
    assert code_of("spin", cpu=1, wall=20) == "too_slow"


def test_memory_and_answer_are_limited() -> None:
    assert code_of("swell") == "too_big"
    assert code_of("flood") == "too_big"


@linux_only
def test_child_has_no_network_and_no_other_program() -> None:
    assert run("connect") == "PermissionError"
    assert run("start_program") in {"PermissionError", "BlockingIOError"}  # root, and everybody else, who may not fork
    assert run("start_program", spawn=True) == "done"


@linux_only
def test_child_cannot_write(tmp_path: Path) -> None:
    assert run("write", options={"path": str(tmp_path / "x")}) in {"PermissionError", "OSError"}


@linux_only
def test_child_cannot_read_beside_the_code(tmp_path: Path) -> None:
    if run("read", options={"path": "/proc/1/status"}) == "done":
        pytest.skip("this kernel has no Landlock")
    secret = tmp_path / "files.key"
    secret.write_text("secret")
    assert run("read", options={"path": str(secret)}) == "PermissionError"


def test_only_what_draws_our_own_papers_may_start_threads() -> None:
    assert child.run(f"{TASKS}:may_start", b"") == 0
    assert child.run(f"{TASKS}:may_start", b"", threads=True) != 0
