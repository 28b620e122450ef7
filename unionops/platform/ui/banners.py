"""Lines above every page about trouble of the whole system; parts of the house register what they know."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from unionops.platform.core.registry import Registry


@dataclass(frozen=True)
class Banner:
    """One sentence and what to do; tone is bad, warn or info."""

    text: str
    tone: str = "warn"
    url: str = ""
    link: str = ""


Provider = Callable[[HttpRequest], "Banner | None"]
providers: Registry[Provider] = Registry()


def for_request(request: HttpRequest) -> list[Banner]:
    return [banner for provider in providers if (banner := provider(request)) is not None]
