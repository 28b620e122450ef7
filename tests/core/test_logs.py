"""Log lines: one JSON object each, in UTC, to standard error and nowhere else."""

import io
import json
import logging
from datetime import datetime, timedelta

from django.conf import settings

from unionops.platform.core.logs import Lines


def test_what_is_logged_cannot_forge_a_second_line():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    said = 'done\r\n{"level": "INFO", "text": "signed in"}\x1b[2J\u2028x'
    handler.emit(logging.LogRecord("x.y", logging.WARNING, "f", 1, said, (), None))
    assert len(stream.getvalue().splitlines()) == 1 and stream.getvalue().isascii() and "\x1b" not in stream.getvalue()
    line = json.loads(stream.getvalue())
    assert (line["level"], line["from"], line["text"]) == ("WARNING", "x.y", said)


def test_every_line_says_when_in_utc():
    record = logging.LogRecord("x", logging.INFO, "f", 1, "y", (), None)
    at = datetime.fromisoformat(json.loads(Lines().format(record))["at"])
    assert at.utcoffset() == timedelta(0) and abs(at.timestamp() - record.created) < 0.01
    assert settings.USE_TZ is True


def test_logs_go_to_standard_error_as_such_lines_and_nowhere_else():
    (handler,) = settings.LOGGING["handlers"].values()
    assert handler == {"class": "logging.StreamHandler", "formatter": "lines", "filters": ["private"]}
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert not any("handlers" in logger for logger in settings.LOGGING["loggers"].values())
