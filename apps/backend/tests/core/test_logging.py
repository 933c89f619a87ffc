"""Row 49: one event, one JSON line, whatever stands in it and whoever says it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SAYS = """
import logging, threading, warnings
from app.core import logging as ours
ours.configure("INFO")
forged = '\\r\\n{"level": "ERROR", "message": "forged"}\\x1b[31m\\u2028'
def broken():
    raise ValueError(forged)
logging.getLogger("x").warning("batch %s", forged)
try:
    broken()
except ValueError:
    logging.getLogger("x").exception("failed on %s", forged)
thread = threading.Thread(target=broken, name="worker" + forged)
thread.start()
thread.join()
warnings.warn("beware" + forged)
"""


def test_row_49_one_event_is_one_line_of_json() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    ran = subprocess.run([sys.executable, "-c", SAYS], env=environment, capture_output=True, check=True, timeout=60)
    events = [json.loads(line) for line in ran.stderr.splitlines()]

    assert [event["level"] for event in events] == ["WARNING", "ERROR", "ERROR", "WARNING"]
    assert "forged" not in {event["message"] for event in events}
    assert ["trace" in event for event in events] == [False, True, True, False]
    assert b"\x1b" not in ran.stderr
    assert ran.stderr.isascii()
