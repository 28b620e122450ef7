"""Which languages scanned pages can be read in here. Apart from `pages`, whose library only the child needs."""

import subprocess
from functools import lru_cache


@lru_cache(maxsize=1)
def recognised_languages() -> str:
    """Of English, Spanish and French those that this machine's Tesseract has, as it takes them."""
    said = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    found = [language for language in ("eng", "spa", "fra") if language in said.stdout.split()]
    return "+".join(found) or "eng"
