"""Kinds of work for the tests."""

from tests.ai.conftest import PROSE
from unionops.platform.ai.asking import ask
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Blocked, Transient
from unionops.platform.jobs.kinds import job


@job(title="Counting")
def count(task, *, upto):
    for n in range(upto + 1):
        task.progress(n, upto)


@job(title="Writing")
def write(task, *, words):
    for n in range(words):
        task.write(f"word{n} ")


@job(title="Failing")
def fail(task, *, how):
    raise {
        "transient": Transient("Not now."),
        "problem": Problem("no", "No.", "Do it."),
        "blocked": Blocked("Guard."),
        "bug": ZeroDivisionError(),
    }[how]


@job(title="Taking its time")
def slowly(task, *, seconds):
    import time

    for n in range(int(seconds * 10)):
        time.sleep(0.1)
        task.progress(n, int(seconds * 10))


@job(title="Writing slowly")
def write_slowly(task, *, words):
    import time

    for n in range(words):
        time.sleep(0.01)
        task.write(f"word{n} ")


@job(queue="ai.interactive", title="Writing a letter", max_tries=1)
def write_letter(task, *, topic):
    ask(PROSE, by=task.job.owner, variables={"topic": topic}, task=task)
