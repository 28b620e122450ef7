"""The guard: each way text could leave the house is refused, before anything is sent, with a sentence."""

import pytest

from tests.ai.conftest import PROSE
from tests.standin.library import Model
from unionops.platform.ai import guard, hosts, services
from unionops.platform.ai.asking import ask
from unionops.platform.ai.models import ModelProfile, Run
from unionops.platform.ai.services import choose_model
from unionops.platform.ai.state import forget, state
from unionops.platform.audit.models import Event
from unionops.platform.core.problems import Problem
from unionops.platform.jobs.errors import Blocked

pytestmark = pytest.mark.django_db


def prose(by):
    return ask(PROSE, by=by, variables={"topic": "overtime"})


def use(officer, ollama, name):
    host = guard.examine(ollama.url)
    return choose_model(by=officer, role="draft", model=host.model(name))


def cloud_on(ollama):
    ollama.cloud_disabled = False


def too_old(ollama):
    ollama.version = "0.17.7"


def no_version(ollama):
    ollama.version = "dev"


def another_content(ollama):
    ollama.library.find("qwen3.5:4b").pulled_again()


def gone(ollama):
    ollama.library.drop("qwen3.5:4b")


def became_remote(ollama):
    model = ollama.library.find("qwen3.5:4b")
    model.remote_host, model.remote_model = "https://ollama.com:443", "gpt-oss:120b"


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (cloud_on, "cloud", "OLLAMA_NO_CLOUD=1"),
        (too_old, "old_version", "0.18"),
        (no_version, "old_version", "0.18"),
        (another_content, "digest", "approves"),
        (gone, "model_missing", "ollama pull qwen3.5:4b"),
        (became_remote, "remote_model", "installed here"),
    ],
)
def test_each_violation_stops_the_request_and_the_page_says_why(ollama, asker, officer, change, code, says):
    use(officer, ollama, "qwen3.5:4b")
    assert state().ready
    change(ollama)
    forget()
    guard.told.cache_clear()
    with pytest.raises(Problem) as caught:
        prose(asker)
    assert caught.value.code == code
    assert ollama.asked() == []
    told = state()
    assert (told.ready, told.code) == (False, code)
    assert says in told.fix and told.reason
    assert not Run.objects.exists()


def test_a_refusal_of_the_guard_stands_in_the_trail(ollama, asker):
    ollama.cloud_disabled = False
    with pytest.raises(Blocked):
        prose(asker)
    assert Event.objects.filter(actor=asker, reason="cloud").exists()


@pytest.mark.parametrize("name", ["gpt-oss:cloud", "gpt-oss:120b-cloud", "gpt-oss:120b:cloud"])
def test_names_of_the_cloud_are_never_admitted(ollama, name):
    ollama.library.add(Model(name))
    with pytest.raises(Blocked, match="elsewhere"):
        guard.admit(guard.examine(ollama.url), name)


def test_an_alias_that_hides_its_host_in_the_list_is_found_by_show(ollama):
    ollama.library.add(Model("sneaky", remote_host="https://ollama.com", remote_model="gpt-oss"))
    host = guard.examine(ollama.url)
    assert host.model("sneaky").is_local is False
    plain = guard.Host(host.url, host.version, (guard.Installed("sneaky:latest", "0" * 64, 1, ("completion",)),))
    with pytest.raises(Problem):
        guard.admit(plain, "sneaky")


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("http://127.0.0.1:11434", True),
        ("http://[::1]:11434", True),
        ("http://192.168.1.20:11434", True),
        ("http://10.0.0.5:11434", True),
        ("http://[fd00::5]:11434", True),
        ("http://8.8.8.8:11434", False),
        ("http://169.254.169.254", False),
        ("http://0.0.0.0:11434", False),
        ("http://[fe80::1]:11434", False),
        ("http://user:word@127.0.0.1:11434", False),
        ("ftp://127.0.0.1", False),
        ("127.0.0.1:11434", False),
        ("http://", False),
        ("http://no-such-name.invalid:11434", False),
    ],
)
def test_only_this_machine_and_our_own_network_are_spoken_to(address, allowed, monkeypatch):
    monkeypatch.setattr(hosts.socket, "getaddrinfo", _nowhere)
    verdict = hosts.judge(address)
    assert verdict.allowed is allowed
    assert verdict.allowed or verdict.note


def _nowhere(*_args, **_more):
    raise OSError("no network in tests")


def test_a_name_that_also_points_outside_is_refused(monkeypatch):
    answers = [(0, 0, 0, "", ("127.0.0.1", 0)), (0, 0, 0, "", ("93.184.216.34", 0))]
    monkeypatch.setattr(hosts.socket, "getaddrinfo", lambda *_a, **_k: answers)
    assert not hosts.judge("http://looks-local.internal:11434").allowed


def test_an_address_outside_is_refused_without_a_single_packet(settings, asker):
    settings.OLLAMA_HOSTS = ["http://8.8.8.8:11434"]
    forget()
    with pytest.raises(Blocked, match="not on this machine"):
        prose(asker)


def test_a_box_in_the_network_is_named_as_such():
    assert "stays in your network" in hosts.judge("http://192.168.1.20:11434").note


def test_without_a_choice_the_best_installed_model_is_taken_and_noted(ollama, asker):
    ollama.library.add(Model("tiny"))
    assert state().model == "qwen3.5:4b"
    assert not ModelProfile.objects.exists()
    prose(asker)
    profile = ModelProfile.objects.get()
    assert (profile.name, profile.approved_by.is_system) == ("qwen3.5:4b", True)
    assert Event.objects.filter(action="chose a model").exists()


def test_a_model_nobody_chose_and_that_is_gone_makes_room_for_another(ollama, asker):
    prose(asker)
    ollama.library.drop("qwen3.5:4b")
    ollama.library.add(Model("gemma4:e4b"))
    forget()
    assert state().model == "gemma4:e4b"
    assert prose(asker).run.model_name == "gemma4:e4b"
    assert ModelProfile.objects.filter(active=True, role="draft").count() == 1


def test_a_local_with_an_exam_of_its_own_is_asked_to_choose(ollama, asker, officer):
    services.remember(by=officer, kind="exam", title="Notice?", text="Notice is ten days.", expected="ten days")
    with pytest.raises(Problem, match="exam"):
        prose(asker)
    assert state().code == "exam"


def test_without_any_model_the_state_names_one_that_fits(ollama):
    ollama.library.models.clear()
    told = state()
    assert not told.ready
    assert told.fix.startswith("ollama pull ")


def test_a_stopped_server_is_said_with_the_command_that_starts_it(ollama):
    ollama.refuse()
    told = state()
    assert (told.ready, told.code) == (False, "not_running")
    assert "ollama serve" in told.fix


def test_the_state_never_raises_whatever_answers_there(ollama):
    for kind in ("garbage", "crash", "hang"):
        forget()
        ollama.fails(kind, path="/api/version", seconds=0.2)
        assert state().ready is False


def test_a_member_is_told_no_addresses(ollama, make_user):
    ollama.refuse()
    told = state(make_user("member"))
    assert "127.0.0.1" not in told.reason + told.fix


def test_the_same_model_in_two_roles_keeps_one_set_of_load_options(ollama, officer):
    first = use(officer, ollama, "qwen3.5:4b")
    ModelProfile.objects.filter(pk=first.pk).update(num_ctx=6000, num_batch=64)
    second = choose_model(by=officer, role="extract", model=guard.examine(ollama.url).model("qwen3.5:4b"))
    assert second.load_options() == {"num_ctx": 6000, "num_batch": 64}


def test_an_embedding_model_cannot_be_chosen_to_write(ollama, officer):
    with pytest.raises(Problem, match="cannot do this work"):
        use(officer, ollama, "embeddinggemma")
