"""unionops: a union local's own toolkit, on the local's own machine."""

from unionops.celery import app as celery_app

__all__ = ["celery_app"]
__version__ = "0.1.0"
