"""The demo local as one command loads it, and takes it away again."""

import json
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from comms.models import Message
from grievances.models import Grievance, Status
from members.models import ImportState, Person, RosterImport
from unionops.demo.loading import whole
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import Local, User

pytestmark = pytest.mark.slow


def run(*words: str) -> Any:
    out = StringIO()
    call_command(*words, "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.django_db(transaction=True)
def test_load_demo_fills_an_empty_folder_and_remove_empties_it() -> None:
    said = run("load_demo")
    assert (said["people"], said["agreements"], said["cases"], said["messages"]) == (850, 2, 60, 12)
    with acting(system_actor()):
        assert Person.objects.count() == 850
        assert Grievance.objects.count() == 60
        assert Grievance.objects.exclude(status=Status.CLOSED).count() == 18
        assert Counter(Message.objects.values_list("state", flat=True)) == {
            "sent": 4, "draft": 3, "approved": 2, "in_review": 2, "cancelled": 1,
        }  # fmt: skip
        assert RosterImport.objects.filter(state=ImportState.APPLIED).count() == 2
        assert set(User.objects.exclude(person=None).values_list("email", flat=True)) >= {"steward@demo.example"}
    assert Local.current().is_demo
    assert settings.DEMO_MARK.exists()
    with pytest.raises(CommandError, match="is here already"):
        call_command("load_demo")
    kept, sign_ins = settings.DATA_DIR / "backups" / "unionops-1.backup", settings.DATA_DIR / "demo-sign-ins"
    kept.parent.mkdir(exist_ok=True)
    kept.touch()
    sign_ins.touch()
    assert run("load_demo", "--remove") == {"removed": True}
    assert kept.exists() and not sign_ins.exists()
    kept.unlink()
    assert not Local.is_set_up()
    assert not settings.DEMO_MARK.exists()


@pytest.mark.django_db
def test_load_demo_leaves_a_real_local_alone(local: Local) -> None:
    with pytest.raises(CommandError, match="holds a local of its own"):
        call_command("load_demo")
    with pytest.raises(CommandError, match="not a demo"):
        call_command("load_demo", "--remove")


@pytest.mark.django_db
def test_sign_ins_name_one_account_for_every_office() -> None:
    assert {row["role"] for row in whole.sign_ins()} >= {"member", "steward", "officer", "trustee", "technical_admin"}
