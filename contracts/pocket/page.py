"""The edition as HTML: one file with everything in it, or the same page for the phone beside our style and script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from contracts.pocket.edition import Edition
from unionops.platform.search.terms import stop_words
from unionops.platform.search.vocabulary import everyday

STATIC = Path(settings.BASE_DIR) / "unionops" / "static"
STYLE, SCRIPT = "pocket.css", "pocket.js"
TYPE = "text/html; charset=utf-8"


def one_file(edition: Edition) -> bytes:
    """A file that loads nothing and may run nothing but its own script (by hash)."""
    style, script = _read(STYLE), _read(SCRIPT)
    context = {
        "policy": policy(style, script),
        "style_tag": SafeString(f"<style>{style}</style>"),
        "script_tag": SafeString(f"<script>{script}</script>"),
    }
    return render(edition, "contracts/pocket/file.html", context)


def for_phone(edition: Edition, stamp_url: str) -> bytes:
    """The same page with our files beside it, under the house's own policy."""
    return render(edition, "contracts/pocket/kept_text.html", {"stamp_url": stamp_url})


def render(edition: Edition, template: str, context: dict[str, Any]) -> bytes:
    language = edition.version.language
    search = {"silent": " ".join(sorted(stop_words(language))), "everyday": everyday(language)}
    return render_to_string(template, {"edition": edition, "version": edition.version, **search, **context}).encode()


def policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _read(name: str) -> str:
    return (STATIC / name).read_text()
