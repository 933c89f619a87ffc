"""An application in a process that dies in the middle of an act: at its commit, just before or just after."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session

from app.core.config import Settings
from app.main import create_app
from app.services.readers import Offer
from drawers import Drawer
from readers import Double

Moment = Literal["before_commit", "after_commit"]
SURVIVED = 7
BROKE = 8


def opened(settings: Settings, reader: Double) -> TestClient:
    app = create_app(settings, {"double": Offer(make=lambda: reader, models=("double-1",))})
    return TestClient(app, base_url="http://localhost")


def _die(session: Session) -> None:
    of_the_act = threading.current_thread().name != "publisher"
    if of_the_act and session.info.get("written"):
        os.kill(os.getpid(), signal.SIGKILL)


def _note(session: Session, *_rest: object) -> None:
    session.info["written"] = True


def _note_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        _note(state.session)


def dies(settings: Settings, act: Callable[[Drawer], object], moment: Moment, trace: Path) -> None:
    """Do this in a copy of this process that is killed at the act's first commit of a change."""
    child = os.fork()
    if not child:
        left = BROKE
        try:
            with opened(settings, Double()) as client:
                event.listen(Session, "after_flush", _note)
                event.listen(Session, "do_orm_execute", _note_statement)
                event.listen(Session, moment, _die)
                act(Drawer(client, client.app.state.indexcards))  # type: ignore[attr-defined]
                left = SURVIVED
        except BaseException as error:
            trace.write_text(repr(error))
        finally:
            os._exit(left)
    _, status = os.waitpid(child, 0)
    said = trace.read_text() if trace.exists() else ""
    assert os.WIFSIGNALED(status), f"the process lived on: {status} {said}"
