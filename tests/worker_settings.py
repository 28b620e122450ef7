"""Settings of processes that a test starts: the test's own database, keys and Redis."""

import os

from tests.settings import *
from tests.settings import CELERY_BEAT_SCHEDULE, DATABASES

DATABASES["default"]["NAME"] = os.environ["UNIONOPS_TEST_DB"]
RING_JOBS = True
CELERY_BROKER_URL = REDIS_URL = os.environ["UNIONOPS_TEST_REDIS"]
CELERY_INCLUDE = ["tests.jobs.work"]
OLLAMA_HOSTS = os.environ.get("UNIONOPS_TEST_OLLAMA", "http://127.0.0.1:9").split(",")
EMAIL_BACKEND = "unionops.platform.ops.mail.Backend"
CELERY_BEAT_SCHEDULE = {"sweep": CELERY_BEAT_SCHEDULE["sweep"]}  # what the hour of the day would begin is no part
