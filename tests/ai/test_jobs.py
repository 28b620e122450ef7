"""The model inside a job: words appear while they are written, and the Stop a person presses reaches the server."""

import threading
import time

import pytest
from django.db import connection

from tests.jobs.work import write_letter
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.ai.models import Run
from unionops.platform.core.problems import Problem
from unionops.platform.jobs import services
from unionops.platform.jobs.models import Job

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def run_in_a_thread(user_id, ended):
    user = User.objects.get(pk=user_id)
    with acting(user):
        try:
            write_letter.run_now(by=user, topic="overtime")
        except Problem as problem:
            ended.append(problem)
    connection.close()


def wait_for(check, seconds=20.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.05)
    raise AssertionError("it never happened")


@pytest.mark.parametrize("waiting", [False, True], ids=["while writing", "while loading"])
def test_stop_pressed_on_the_page_closes_the_connection(ollama, make_user, waiting):
    letter = "a long letter " * 900
    ollama.says(text=letter, delay_first=60 if waiting else 0, delay_token=0.01)
    user = make_user("steward")
    ended = []
    thread = threading.Thread(target=run_in_a_thread, args=(user.pk, ended))
    thread.start()
    with acting(user):
        row = wait_for(lambda: Job.objects.filter(phase="waiting_model" if waiting else "generating").first())
        if not waiting:
            wait_for(lambda: Job.objects.filter(pk=row.pk).exclude(partial_text="").exists())
        services.stop(row, by=user)
        assert ollama.wait_until_left(seconds=20)
        thread.join(20)
        row.refresh_from_db()
        assert row.state == "cancelled"
        assert Run.objects.get().outcome == "stopped"
        assert ended and (waiting or (row.partial_text and letter.startswith(row.partial_text)))


def test_the_text_on_the_page_is_the_text_of_the_answer(ollama, make_user):
    text = "Dear members, overtime is voluntary. " * 30
    ollama.says(text=text, delay_token=0.002)
    user = make_user("steward")
    with acting(user):
        row = write_letter.run_now(by=user, topic="overtime")
    assert row.partial_text.strip() == text.strip()
    assert row.seq == len(row.partial_text)


def test_a_transient_fault_puts_the_job_back_and_a_guard_s_word_blocks_it(ollama, make_user):
    user = make_user("steward")
    with acting(user):
        ollama.fails("busy")
        with pytest.raises(Problem):
            write_letter.run_now(by=user, topic="x")
        assert Job.objects.get().error_code == "busy"
        ollama.cloud_disabled = False
        with pytest.raises(Problem):
            write_letter.run_now(by=user, topic="x")
        assert Job.objects.first().state == "blocked"
