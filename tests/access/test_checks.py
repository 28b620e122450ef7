"""A middleware that keeps pages is refused by `manage.py check`."""

from typing import Any

from django.core.checks import run_checks


def test_a_cache_of_pages_is_refused(settings: Any) -> None:
    assert not [error for error in run_checks() if error.id == "unionops.E001"]
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "django.middleware.cache.UpdateCacheMiddleware"]
    assert [error.id for error in run_checks() if error.id == "unionops.E001"] == ["unionops.E001"]
