"""New keys for database and files: all opens with the new ones, nothing with the old, whatever moment it was cut off."""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.architecture.source import ROOT

pytestmark = pytest.mark.slow
FILL = """
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from unionops import secrets_folder
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.adapters import seal_factor
from unionops.platform.files.services import store_upload
from unionops.platform.ops import mail
from unionops.platform.ops.models import MailServer
from unionops.platform.core import sealing
with acting(by := system_actor()):
    store_upload(by=by, file=b"what the file says", name="a.txt", purpose="x")
sealed = sealing.seal_text("mail secret", key=mail.key(), about=mail.ABOUT)
MailServer.objects.create(pk=1, host="mx.example.org", from_address="a@example.org", sealed_password=sealed)
Authenticator.objects.create(user=by, type="totp", data={"secret": seal_factor("SEED", secrets_folder.files_key())})
"""
READ = """
import json
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.audit.services import verify
from unionops.platform.files.models import Upload
from unionops.platform.files.services import read_upload
from unionops.platform.ops import mail
with acting(system_actor()):
    said = [read_upload(Upload.objects.get()).decode(), mail.way().password,
            get_adapter().decrypt(Authenticator.objects.get().data["secret"]), verify().ok]
print(json.dumps(said))
"""
WHOLE = ["what the file says", "mail secret", "SEED", True]
CUT = "import os; from unionops.platform.ops import rekeying; rekeying.{0} = lambda *a: os._exit(9)\n"
BEGIN = "rekeying.rekey()"


class Manage:
    """`manage.py` on a folder of its own; `sealed` tells whether the database has a key."""

    def __init__(self, surroundings: dict[str, str]) -> None:
        self.surroundings = surroundings
        self.sealed = "DATABASE_URL" not in surroundings

    def __call__(self, *words: str, code: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *words, *(["shell", "-v0", "-c", code] if code else [])]
        return subprocess.run(command, cwd=ROOT, env=self.surroundings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a PostgreSQL of our own, in a folder its owner may reach."""
    with tempfile.TemporaryDirectory(prefix="uo-") as parent:
        folder = Path(parent, "postgres")
        start = ["bin/private-postgres", "start", folder]
        started = subprocess.run(start, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
        if started.returncode == 3:
            pytest.skip("no PostgreSQL server on this machine (apt-get install postgresql)")
        assert started.returncode == 0
        yield started.stdout.strip()
        subprocess.run(["bin/private-postgres", "stop", folder], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)


def on_a_new_database(server: str) -> dict[str, str]:
    name = f"rekey_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as line:
        line.execute(f"CREATE DATABASE {name}")
    return {"DATABASE_URL": urlunsplit(urlsplit(server)._replace(path=f"/{name}"))}


on_both = pytest.mark.parametrize("manage", ["sealed", "postgres"], indirect=True)


@pytest.fixture
def manage(request: pytest.FixtureRequest, tmp_path: Path) -> Manage:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("UNIONOPS_", "DATABASE_", "DJANGO_"))
    }
    folders = {"UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_SECRETS": str(tmp_path / "secrets")}
    on_postgres = getattr(request, "param", "sealed") == "postgres"
    where = on_a_new_database(request.getfixturevalue("server")) if on_postgres else {}
    run = Manage(kept | folders | where)
    assert run("setup").returncode == 0
    filled = run(code=FILL)
    assert filled.returncode == 0, filled.stderr
    return run


def keys(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (folder / "secrets").iterdir()}


def says(manage: Any) -> Any:
    read = manage(code=READ)
    assert read.returncode == 0, read.stderr
    return json.loads(read.stdout.splitlines()[-1])


@on_both
def test_everything_opens_with_the_new_keys_and_nothing_with_the_old(manage, tmp_path):
    before = keys(tmp_path)
    with (tmp_path / "data" / "supervisor.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert json.loads(manage("rekey", "--json").stdout)["error"]["code"] == "running"
    assert keys(tmp_path) == before
    done = manage("rekey", "--json")
    assert json.loads(done.stdout) == {"database": manage.sealed, "signing": True, "files": 1, "mail": 1, "factors": 1}
    after = keys(tmp_path)
    changed = {name for name in before if before[name] != after[name]}
    expected = {"files.key", "signing.key"} | ({"database.key"} if manage.sealed else set())
    assert (changed, set(after)) == (expected, {*before, "signing.before"})
    assert says(manage) == WHOLE
    lost = "database.key" if manage.sealed else "files.key"
    (tmp_path / "secrets" / lost).write_text(before[lost])
    assert manage(code=READ).returncode != 0


ONE = "import uuid\nfrom comms import links\none = uuid.UUID(int=1)\n"
SIGN = ONE + "print(links.unsubscriber()(one, one).rstrip('/').rpartition('/')[2])"
UNSIGN = ONE + "print('list' if links.read_token({0!r}) == (one, one) else 'refused')"
RESET = "from django.contrib.auth.tokens import default_token_generator as g\n"
RESET += "from unionops.platform.access.models import User\nuser = User(pk=1, email='a@b.example', password='x')\n"


def test_links_signed_before_work_until_they_are_forgotten(manage):
    """Whoever got a mail last month can still leave the list; new links are signed with the new key only."""
    first = manage(code=SIGN).stdout.strip()
    for _time in range(2):
        assert manage("rekey", "--json").returncode == 0
    latest = manage(code=SIGN).stdout.strip()
    assert latest != first
    assert [manage(code=UNSIGN.format(link)).stdout.strip() for link in (first, latest)] == ["list", "list"]
    assert json.loads(manage("rekey", "--forget-links", "--json").stdout) == {"forgotten": 2}
    assert manage(code=UNSIGN.format(latest)).stdout.strip() == "list"
    assert manage(code=UNSIGN.format(first)).stdout.strip() == "refused"


def test_a_password_is_not_reset_by_what_an_earlier_key_signed(manage):
    token = manage(code=RESET + "print(g.make_token(user))").stdout.strip()
    check = RESET + f"print(g.check_token(user, {token!r}))"
    assert manage(code=check).stdout.strip() == "True"
    assert manage("rekey", "--json").returncode == 0
    assert manage(code=check).stdout.strip() == "False"


def test_a_signing_key_cut_off_on_its_way_leaves_one_that_is_known(manage):
    first = manage(code=SIGN).stdout.strip()
    cut = "import os; from unionops import secrets_folder as f\nreal = f.write\n"
    cut += "f.write = lambda name, text: os._exit(9) if name == f.SIGNING else real(name, text)\nf.sign_anew()"
    assert manage(code=cut).returncode == 9
    assert manage(code=UNSIGN.format(first)).stdout.strip() == "list"
    assert manage("rekey", "--json").returncode == 0
    assert manage(code=UNSIGN.format(first)).stdout.strip() == "list"


@on_both
def test_a_run_that_was_cut_off_is_settled_by_the_next(manage, tmp_path):
    """Cut off after the rows were sealed and before their key is in its place."""
    assert manage(code=CUT.format("_settle") + BEGIN).returncode == 9
    assert manage("rekey", "--finish").returncode == 0
    assert not list((tmp_path / "secrets").glob("*.new"))
    assert says(manage) == WHOLE


def test_cut_off_between_the_sealed_database_and_its_key(manage, tmp_path):
    settle = "real = rekeying._settle\nrekeying._settle = lambda name: os._exit(9) if name == 'database.key' else real(name)\n"
    code = "import os; from unionops.platform.ops import rekeying\n" + settle + BEGIN
    assert manage(code=code).returncode == 9
    assert manage(code=READ).returncode != 0
    assert manage("rekey", "--finish").returncode == 0
    assert says(manage) == WHOLE
