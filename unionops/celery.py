"""The Celery application: a doorbell for jobs whose rows live in the database."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionops.settings")

app = Celery("unionops")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
