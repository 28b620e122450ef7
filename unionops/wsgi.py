"""The door for the web server.

All pages and their templates are loaded before the first request, and the collector of garbage rests meanwhile: there
is hardly any yet, and looking for it again and again took a sixth of the start. What was loaded is then left out
of its later rounds.
"""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

from unionops.platform.ui.loading import read_all

gc.disable()
os.umask(0o077)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionops.settings")
application = get_wsgi_application()
resolve("/accounts/login/")
read_all()
gc.freeze()
gc.enable()
