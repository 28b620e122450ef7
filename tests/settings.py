"""The real settings on throw-away folders; faster password hashes, no compressed static files."""

import os
import tempfile

if "UNIONOPS_TEST_DATA" not in os.environ:
    os.environ["UNIONOPS_TEST_DATA"] = tempfile.mkdtemp(prefix="unionops-test-")
os.environ["UNIONOPS_DATA"] = os.path.join(os.environ["UNIONOPS_TEST_DATA"], "data")
os.environ["UNIONOPS_SECRETS"] = os.path.join(os.environ["UNIONOPS_TEST_DATA"], "secrets")
for name in ("OLLAMA_HOSTS", "UNIONOPS_URL", "REDIS_URL", "UNIONOPS_DEBUG"):
    os.environ.pop(name, None)
os.environ["OLLAMA_HOSTS"] = "http://127.0.0.1:9"
if os.environ.get("UNIONOPS_TEST_DATABASE"):
    os.environ["DATABASE_URL"] = os.environ["UNIONOPS_TEST_DATABASE"]

from unionops.settings import *  # noqa: F403  settings are inherited whole
from unionops.settings import DATABASES, STORAGES

TESTING = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if "sealed" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["UNIONOPS_TEST_DATA"], "test.sqlite3")}
SHOW_GALLERY = True
RING_JOBS = False
