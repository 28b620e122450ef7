"""The real settings on throw-away folders; faster password hashes, no compressed static files."""

import os
import tempfile
from pathlib import Path

from tests import tables

if "UNIONOPS_TEST_DATA" not in os.environ:
    os.environ["UNIONOPS_TEST_DATA"] = tempfile.mkdtemp(prefix="unionops-test-")
HERE = Path(os.environ["UNIONOPS_TEST_DATA"]) / os.environ.get("PYTEST_XDIST_WORKER", "main")
os.environ["UNIONOPS_DATA"], os.environ["UNIONOPS_SECRETS"] = str(HERE / "data"), str(HERE / "secrets")
for name in ("OLLAMA_HOSTS", "UNIONOPS_URL", "REDIS_URL", "UNIONOPS_DEBUG"):
    os.environ.pop(name, None)
os.environ["OLLAMA_HOSTS"] = "http://127.0.0.1:9"
if os.environ.get("UNIONOPS_TEST_DATABASE"):
    os.environ["DATABASE_URL"] = os.environ["UNIONOPS_TEST_DATABASE"]

tables.make_keys(HERE / "secrets")

from unionops.settings import *
from unionops.settings import DATABASES, STORAGES

TESTING = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if "sealed" in str(DATABASES["default"]["ENGINE"]):
    DATABASES["default"]["TEST"] = {"NAME": str(HERE / "test.sqlite3")}
RING_JOBS = False
