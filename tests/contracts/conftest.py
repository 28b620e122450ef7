"""Agreements that are read and published, for the tests of pages and deeds."""

import datetime
from collections.abc import Callable

import pytest

from contracts.models import AgreementVersion
from contracts.parsing.handover import pieces
from contracts.services import publishing, reading
from tests.contracts.texts import PLAIN, SUCCESSOR
from unionops.platform.access.actors import acting, system_actor
from unionops.platform.files.services import store_upload

Bring = Callable[..., AgreementVersion]


@pytest.fixture
def bring(local: object) -> Bring:
    """bring(text) -> a version read from that text and published."""

    def go(
        text: str | bytes = PLAIN, *, title: str = "Harbor Agreement", publish: bool = True, **facts: object
    ) -> AgreementVersion:
        data, name = (text.encode(), "harbor.txt") if isinstance(text, str) else (text, "harbor.docx")
        with acting(system_actor()) as by:
            assert by is not None
            upload = store_upload(by=by, file=data, name=name, purpose="agreement")
            version = reading.add_version(by=by, upload=upload, title=title, **facts)
            reading.keep_reading(version=version, by=by, parts=reading.collect(pieces(data, name=name)))
            return publishing.publish(version=version, by=by) if publish else version

    return go


@pytest.fixture
def agreement(bring: Bring) -> AgreementVersion:
    return bring(effective=datetime.date(2021, 1, 1), expires=datetime.date(2024, 12, 31))


@pytest.fixture
def successor(bring: Bring, agreement: AgreementVersion) -> AgreementVersion:
    return bring(SUCCESSOR, supersedes=agreement, effective=datetime.date(2025, 1, 1))
