"""Fixtures every test may use: people in each role, the shared inputs, no network."""

import copy
import gc
import hashlib
import logging
import os
import re
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import translation

from tests import engines, tables
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.middleware import SEEN, STARTED
from unionops.platform.access.models import BargainingUnit, Employer, Local, RoleAssignment, User, Worksite
from unionops.platform.access.roles import Role
from unionops.platform.audit import anchors, triggers
from unionops.platform.files import child

# How fast a busy machine is says nothing about a rule: no test fails because its examples took long.
hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], print_blob=True
)
hypothesis.settings.load_profile("house")
# What the mail sinks say of each line goes to streams that are closed before their threads end.
logging.getLogger("mail.log").setLevel(logging.WARNING)
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
ALONE = {"files", "benchmarks"}
LOOPBACK = {"127.0.0.1", "::1", "localhost", "0.0.0.0"}
pytest_plugins = ["tests.standin.fixtures", "tests.processes", "tests.benchmarks.figures"]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays to the end: to look through it again and again for garbage cost a sixth of the time.

    What is measured runs as in a worker, which leaves out what it loaded and nothing more.
    """
    gc.collect()
    gc.freeze()
    if session.config.option.markexpr != "measure":
        gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real agreements, rosters and vectors that lies beside the project."""
    if not SHARED.exists():
        pytest.skip("the shared inputs (../shared) are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The tables are there already, see below; `migrate` only looks whether any is missing."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Hand this worker its own copy of the empty tables."""
    test = settings.DATABASES["default"]["TEST"]
    if url := os.environ.get("UNIONOPS_TEST_DATABASE"):
        test["TEMPLATE"] = tables.postgres(url)
    else:
        Path(test["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tables.sealed(), test["NAME"])


@pytest.fixture(autouse=True)
def _stay_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket leaves the loopback."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:
            raise AssertionError(f"a socket wanted to leave this machine: {address}")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _begins_in_english() -> Iterator[None]:
    """A page asked for in Spanish leaves its thread in Spanish; the next test would read its words there."""
    translation.activate("en")
    yield
    translation.activate("en")


@pytest.fixture(autouse=True)
def _no_anchors_of_another_trail() -> None:
    """Each test begins a trail of its own in the same data folder."""
    anchors.file().unlink(missing_ok=True)


@pytest.fixture(scope="session")
def child_answers() -> dict[str, Any]:
    """What a child once answered, by what it was asked."""
    return {}


@pytest.fixture(autouse=True)
def _a_child_is_asked_once(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, child_answers: dict[str, Any]
) -> None:
    """The same bytes are read, and the same paper drawn, once per worker: who asks makes no difference to the child.

    Not where the child itself is tested or measured. What it refuses is refused anew each time.
    """
    if ALONE & set(request.path.parts) or request.node.get_closest_marker("measure"):
        return
    run, stream = child.run, child.stream

    def key(task: str, data: bytes, limits: dict[str, Any]) -> str:
        return hashlib.sha256(f"{task} {sorted(limits.items())!r} ".encode() + data).hexdigest()

    def run_once(task: str, data: bytes, **limits: Any) -> Any:
        if (asked := key(task, data, limits)) not in child_answers:
            child_answers[asked] = run(task, data, **limits)
        return copy.deepcopy(child_answers[asked])

    def stream_once(task: str, data: bytes, **limits: Any) -> Iterator[Any]:
        if (asked := key(task, data, limits)) in child_answers:
            yield from copy.deepcopy(child_answers[asked])
            return
        pieces = []
        for piece in stream(task, data, **limits):
            pieces.append(copy.deepcopy(piece))
            yield piece
        child_answers[asked] = pieces

    monkeypatch.setattr(child, "run", run_once)
    monkeypatch.setattr(child, "stream", stream_once)


@pytest.fixture
def local(db: None) -> Local:
    return Local.objects.get_or_create(pk=1, defaults={"name": "Harbor Federal Workers", "number": "12"})[0]


@pytest.fixture
def unit(local: Local) -> BargainingUnit:
    employer = Employer.objects.create(name="Harbor Agency", code="HA")
    return BargainingUnit.objects.create(employer=employer, name="Professional unit", code="0012")


@pytest.fixture
def worksite(db: None) -> Worksite:
    return Worksite.objects.create(name="Pier 4", code="P4")


@pytest.fixture
def make_user(local: Local) -> Callable[..., User]:
    """make_user("steward") -> an account with that role; more roles as further arguments."""

    def make(*roles: str, email: str = "", name: str = "", **fields: Any) -> User:
        number = User.objects.count()
        address = email or f"{roles[0] if roles else 'nobody'}{number}@example.org"
        user = User.objects.create_user(address, name or f"Person {number}", "a long enough pass phrase", **fields)
        for role in roles:
            RoleAssignment.objects.create(user=user, role=role)
        return user

    return make


@pytest.fixture
def officer(make_user: Callable[..., User]) -> User:
    return make_user(Role.OFFICER)


@pytest.fixture
def as_system(db: None) -> Iterator[User]:
    """The box itself is acting for the length of the test."""
    with acting(system_actor()) as user:
        assert user is not None
        yield user


@pytest.fixture
def sign_in(settings: Any) -> Callable[[User], Client]:
    """sign_in(user) -> a client signed in just now, second factor included (as in a demo folder)."""
    settings.DEMO_MARK.parent.mkdir(parents=True, exist_ok=True)
    settings.DEMO_MARK.touch()

    def go(user: User) -> Client:
        import time

        client = Client()
        client.force_login(user)
        session = client.session
        now = {"method": "password", "at": time.time(), "email": user.email, "reauthenticated": True}
        session["account_authentication_methods"] = [now]
        session["account_authentication_methods_user"] = str(user.pk)
        session[STARTED] = session[SEEN] = int(time.time())
        session.save()
        return client

    return go


@pytest.fixture(autouse=True)
def _trail_may_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests that commit empty their tables afterwards; the trail's triggers step aside for that only."""
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" not in request.fixturenames and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    triggers.create(connection)
    yield
    triggers.drop(connection)


def pytest_addoption(parser: pytest.Parser) -> None:
    words = "only tests that touch no database, only those that do, only those whose outcome may hang on the engine"
    parser.addoption("--only", choices=["pure", "database", "engine"], help=words)
    parser.addoption("--marked", help="look only into files in which this mark stands")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Files that cannot hold what is asked for are not even imported."""
    if not collection_path.match("test_*.py"):
        return None
    text, only = collection_path.read_text(), config.getoption("--only")
    mark = config.getoption("--marked")
    if mark and f"mark.{mark}" not in text:
        return True
    if _holds_only_what_is_left_out(text, only, config.getoption("-m") or ""):
        return True
    return True if only == "engine" and not engines.may_differ(collection_path) else None


def _holds_only_what_is_left_out(text: str, only: str | None, marks_asked: str) -> bool:
    """The marks of the whole file say so: `pytestmark = pytest.mark.slow`, or a list of them."""
    left_out = set(re.findall(r"\bnot (\w+)", marks_asked)) | ({"django_db"} if only == "pure" else set())
    marks = re.search(r"^pytestmark = (\[[^]]*\]|.*)", text, re.M)
    return bool(marks and left_out & set(re.findall(r"mark\.(\w+)", marks[1])))


def _touches_a_database(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("django_db") or "db" in getattr(item, "fixturenames", ()))


def _shares_with_its_file(item: pytest.Item) -> bool:
    made = getattr(item, "_fixtureinfo", None)
    return bool(made) and any(each[-1].scope == "module" for each in made.name2fixturedefs.values())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long campaigns run only when asked for by `-m measure`; what shares a made thing stays on one worker."""
    if only := config.getoption("--only"):
        wanted = [item for item in items if _touches_a_database(item) == (only != "pure")]
        kept = set(wanted)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = wanted
    for item in items:
        if _shares_with_its_file(item):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
    if "measure" in (config.getoption("-m") or ""):
        return
    skip = pytest.mark.skip(reason="a long campaign: make measure")
    for item in items:
        if item.get_closest_marker("measure"):
            item.add_marker(skip)
