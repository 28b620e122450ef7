"""Two databases to move between."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest


@pytest.fixture
def databases() -> Iterator[tuple[str, str]]:
    """Two empty databases on the test's PostgreSQL server."""
    server = os.environ.get("UNIONOPS_TEST_DATABASE", "")
    if not server:
        pytest.skip("no PostgreSQL server: bin/test postgres")
    names = [f"box_{os.getpid()}_{place}" for place in ("old", "new")]
    with psycopg.connect(server, autocommit=True) as line:
        for name in names:
            line.execute(f"CREATE DATABASE {name}")
        yield tuple(urlsplit(server)._replace(path=f"/{name}").geturl() for name in names)
        for name in names:
            line.execute(f"DROP DATABASE {name} WITH (FORCE)")
