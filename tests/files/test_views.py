"""A stored file opens for whom its purpose says, and only as an attachment."""

import io
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.files import bombs
from unionops.platform.access.actors import acting
from unionops.platform.access.models import User
from unionops.platform.files import purposes, services
from unionops.platform.files.models import Upload

SignIn = Callable[[User], Client]


@pytest.fixture
def bringer(make_user: Callable[..., User]) -> User:
    return make_user("steward")


@pytest.fixture
def upload(bringer: User) -> Upload:
    with acting(bringer):
        return services.store_upload(by=bringer, file=b"<script>", name='a "b".html', purpose="test-own")


def address(upload: Upload) -> str:
    return reverse("files:download", args=[upload.public_id])


def test_download_is_an_attachment_in_a_sandbox(upload: Upload, bringer: User, sign_in: SignIn) -> None:
    response = sign_in(bringer).get(address(upload))
    assert b"".join(response.streaming_content) == b"<script>"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_download_of_another_person_s_file_is_not_found(
    upload: Upload, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    client = sign_in(make_user("officer"))
    foreign, missing = client.get(address(upload)), client.get(reverse("files:download", args=[uuid.uuid4()]))
    assert (foreign.status_code, missing.status_code) == (404, 404)


def test_download_asks_the_reader_of_the_purpose(
    bringer: User, make_user: Callable[..., User], sign_in: SignIn
) -> None:
    officer = make_user("officer")
    purposes.register("test-officers", reader=lambda user, upload: user == officer)
    with acting(bringer):
        kept = services.store_upload(by=bringer, file=b"text", name="a.txt", purpose="test-officers")
    assert sign_in(officer).get(address(kept)).status_code == 200
    assert sign_in(bringer).get(address(kept)).status_code == 404


def test_page_is_a_picture_and_pages_end(bringer: User, sign_in: SignIn) -> None:
    with acting(bringer):
        kept = services.store_upload(by=bringer, file=bombs.page(b""), name="one.pdf", purpose="test-own")
    client = sign_in(bringer)
    assert client.get(reverse("files:page", args=[kept.public_id, 1]))["Content-Type"] == "image/png"
    assert client.get(reverse("files:page", args=[kept.public_id, 2])).status_code == 404


def test_a_picture_is_shown_drawn_anew_as_one_page(bringer: User, sign_in: SignIn) -> None:
    made = io.BytesIO()
    Image.new("RGB", (3000, 40), "white").save(made, "JPEG", comment=b"canary-in-the-file")
    with acting(bringer):
        kept = services.store_upload(by=bringer, file=made.getvalue(), name="one.jpg", purpose="test-own")
    client = sign_in(bringer)
    shown = client.get(reverse("files:page", args=[kept.public_id, 1]))
    assert shown.content.startswith(b"\x89PNG") and b"canary" not in shown.content
    assert Image.open(io.BytesIO(shown.content)).width == 1600
    assert client.get(reverse("files:page", args=[kept.public_id, 2])).status_code == 404
