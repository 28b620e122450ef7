"""New keys for database and files: all opens with the new ones, nothing with the old, whatever moment it was cut off."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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
from unionops.platform.files import sealing
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


@pytest.fixture
def manage(tmp_path: Path):
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("UNIONOPS_", "DATABASE_", "DJANGO_"))
    }
    surroundings = {**kept, "UNIONOPS_DATA": str(tmp_path / "data"), "UNIONOPS_SECRETS": str(tmp_path / "secrets")}

    def run(*words: str, code: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *words, *(["shell", "-v0", "-c", code] if code else [])]
        return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)

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


def test_everything_opens_with_the_new_keys_and_nothing_with_the_old(manage, tmp_path):
    before = keys(tmp_path)
    with (tmp_path / "data" / "supervisor.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert json.loads(manage("rekey", "--json").stdout)["error"]["code"] == "running"
    assert keys(tmp_path) == before
    done = manage("rekey", "--json")
    assert json.loads(done.stdout) == {"database": True, "files": 1, "mail": 1, "factors": 1}
    after = keys(tmp_path)
    changed = {name for name in before if before[name] != after[name]}
    assert (changed, set(after)) == ({"database.key", "files.key"}, set(before))
    assert says(manage) == WHOLE
    (tmp_path / "secrets" / "database.key").write_text(before["database.key"])
    assert manage(code=READ).returncode != 0


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
