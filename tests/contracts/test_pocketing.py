"""The pocket edition: whole, self-contained, without members."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from contracts.models import AgreementVersion, Clause
from contracts.services import noting, pocketing
from unionops.platform.access.actors import acting, system_actor

pytestmark = pytest.mark.django_db


def made(version: AgreementVersion, edition: str) -> str:
    with acting(system_actor()) as by:
        assert by is not None
        return pocketing.make_pocket(version=version, by=by, edition=edition).decode()


def test_pocket_holds_the_whole_text_and_loads_nothing(agreement: AgreementVersion) -> None:
    page = made(agreement, "member")
    assert "twenty (20) days" in page
    assert 'data-until="2024-12-31"' in page
    assert not re.search(r"(src|href)=\"(?!#)", page)


def test_only_the_stewards_edition_holds_notes(agreement: AgreementVersion) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        clause = Clause.objects.get(version=agreement, label="3.2")
        noting.add_note(clause=clause, by=by, text="Count from the day they learned of it.")
    assert "Count from the day" in made(agreement, "steward")
    assert "Count from the day" not in made(agreement, "member")


def test_command_writes_the_file(
    agreement: AgreementVersion, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "pocket.html"
    call_command("export_pocket", str(agreement.public_id), "--out", str(out), "--json")
    assert json.loads(capsys.readouterr().out)["bytes"] == out.stat().st_size


@pytest.mark.slow
def test_booklet_is_a_pdf(agreement: AgreementVersion) -> None:
    with acting(system_actor()) as by:
        assert by is not None
        assert pocketing.make_pocket(version=agreement, by=by, form="pdf").startswith(b"%PDF")
