"""What the reader handed over is kept, so that a correction costs no second reading of the file."""

import json
import zlib
from collections.abc import Iterator

import pytest

from contracts import tasks
from contracts.models import AgreementVersion, Clause, KeptCut
from contracts.services import correcting, reading
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.access.models import User
from unionops.platform.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def by(local: object) -> Iterator[User]:
    with acting(system_actor()) as user:
        assert user is not None
        yield user


def marked(version: AgreementVersion) -> None:
    """Change the kept words, so that it shows whether they or the file were read."""
    kept = KeptCut.objects.get(version=version)
    clauses, account = json.loads(zlib.decompress(kept.packed))
    for clause in clauses:
        clause["text"] = clause["text"].replace("forty", "FORTY")
    kept.packed = zlib.compress(json.dumps([clauses, account]).encode())
    kept.save()


def hours(version: AgreementVersion) -> Clause:
    return Clause.objects.get(version=version, label="2.1")


def test_a_correction_is_made_on_what_was_read_and_reading_anew_opens_the_file(
    agreement: AgreementVersion, by: User
) -> None:
    marked(agreement)
    correcting.correct(clause=hours(agreement), by=by, kind="retitle", value={"title": "Week"})
    reading.read_version(version=agreement, by=by, anew=False)
    assert hours(agreement).title == "Week"
    assert "FORTY" in hours(agreement).text
    assert agreement.pages.count() == agreement.pages_count > 1
    reading.read_version(version=agreement, by=by)
    assert hours(agreement).title == "Week"
    assert "forty" in hours(agreement).text


def test_what_an_older_reader_cut_is_not_taken_for_this_ones(agreement: AgreementVersion, by: User) -> None:
    marked(agreement)
    KeptCut.objects.update(mark="older")
    reading.read_version(version=agreement, by=by, anew=False)
    assert "forty" in hours(agreement).text
    assert KeptCut.objects.get(version=agreement).mark != "older"


def test_a_correction_that_comes_while_the_file_is_read_is_made_as_well(
    agreement: AgreementVersion, by: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reading.keep_reading

    def corrected_meanwhile(**given: object) -> AgreementVersion:
        done = read(**given)
        if not correcting.state_of(agreement):
            correcting.correct(clause=hours(agreement), by=by, kind="retitle", value={"title": "Week"})
        return done

    monkeypatch.setattr(reading, "keep_reading", corrected_meanwhile)
    tasks.read_agreement.run_now(by=by, about=agreement, version_id=agreement.pk)
    assert hours(agreement).title == "Week"
    assert Job.objects.get().state == "done"
