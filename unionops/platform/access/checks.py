"""What must never be switched on here: a page kept for one person would be shown to the next."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register

PAGE_CACHES = ("UpdateCacheMiddleware", "FetchFromCacheMiddleware")


@register()
def no_page_is_cached(app_configs: Any, **kwargs: Any) -> list[Error]:
    found = [name for name in settings.MIDDLEWARE if name.rpartition(".")[2] in PAGE_CACHES]
    return [Error(f"{name} would keep pages of people.", hint="Take it out.", id="unionops.E001") for name in found]
