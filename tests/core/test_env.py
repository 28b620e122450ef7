"""What DATABASE_URL says of TLS is kept, or refused; never dropped."""

import pytest

from unionops.platform.core import env
from unionops.platform.core.problems import Problem


def test_a_database_across_a_network_is_asked_with_the_tls_that_was_named() -> None:
    asked = env.postgres("postgres://box:p%40ss@db.lan/local?sslmode=verify-full&sslrootcert=/keys/ca%20one.pem")
    assert asked["PASSWORD"] == "p@ss" and asked["NAME"] == "local"
    options = asked["OPTIONS"]
    assert isinstance(options, dict)
    assert options["sslmode"] == "verify-full" and options["sslrootcert"] == "/keys/ca one.pem"


@pytest.mark.parametrize("tail", ["?ssl=true", "?sslmode", "?sslmode=require&pool=5"])
def test_what_is_not_known_is_refused_and_not_dropped(tail: str) -> None:
    with pytest.raises(Problem) as refused:
        env.postgres(f"postgres://box@db.lan/local{tail}")
    assert refused.value.code == "setting"
