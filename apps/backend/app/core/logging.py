"""One event, one JSON line; no text of a stranger can forge a second line."""

from __future__ import annotations

import json
import logging
import sys
import threading
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry: dict[str, str] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=True)


def _thread_ended(ended: threading.ExceptHookArgs) -> None:
    """What Python would print as lines of its own."""
    name = ended.thread.name if ended.thread else "?"
    error = (ended.exc_type, ended.exc_value or ended.exc_type(), ended.exc_traceback)
    logging.getLogger(__name__).error("thread %s ended by an error of its own", name, exc_info=error)


def configure(level: str) -> None:
    """Send everything to standard error as JSON lines, warnings and threads that break too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(True)
    threading.excepthook = _thread_ended
