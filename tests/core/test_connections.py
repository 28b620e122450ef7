"""A page does not open the sealed file anew: the connection of a web thread outlives the request."""

import threading
from io import BytesIO
from typing import Any

import pytest
from django.db import connection

from unionops.wsgi import application


def _ask() -> Any:
    """One request through the door of the web server, to its very end; the driver's connection afterwards."""
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/help/", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(), "wsgi.url_scheme": "http",
    }  # fmt: skip
    said: list[str] = []
    answer = application(environ, lambda status, headers, info=None: said.append(status))
    assert b"".join(answer) and said == ["200 OK"]
    answer.close()
    return connection.connection


@pytest.mark.django_db(transaction=True)
def test_two_requests_of_a_thread_share_one_connection() -> None:
    seen: list[Any] = []

    def thread() -> None:
        seen.extend((_ask(), _ask()))
        connection.close()

    web = threading.Thread(target=thread)
    web.start()
    web.join()
    assert seen[0] is not None and seen[0] is seen[1]
