"""All that a route may ask for.

Routes open the transaction themselves (``with db.session()``): it begins, works and commits in one thread,
before the answer is made. See ``.planning/decisions/0003-transactions.md``.
"""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import Depends, Path, Query
from starlette.requests import HTTPConnection

from app.core.config import Settings
from app.db.session import Database
from app.services.adoption import Adoption
from app.services.bootstrap import Parts
from app.services.checkpoint import Publisher
from app.services.comparisons import Comparisons
from app.services.ingest import Ingest
from app.services.learning import Learning
from app.services.readers import Readers
from app.services.refielding import Refielder
from app.services.runs import Runs
from app.services.trial import Trials


def get_state(connection: HTTPConnection) -> Parts:
    state: Parts = connection.app.state.indexcards
    return state


StateDep = Annotated[Parts, Depends(get_state)]


def _settings(state: StateDep) -> Settings:
    return state.settings


def _database(state: StateDep) -> Database:
    return state.database


def _readers(state: StateDep) -> Readers:
    return state.readers


def _runs(state: StateDep) -> Runs:
    return state.runs


def _trials(state: StateDep) -> Trials:
    return state.trials


def _publisher(state: StateDep) -> Publisher:
    return state.publisher


def _ingest(state: StateDep) -> Ingest:
    return state.ingest


def _adoption(state: StateDep) -> Adoption:
    return state.adoption


def _learning(state: StateDep) -> Learning:
    return state.learning


def _refielder(state: StateDep) -> Refielder:
    return state.refielder


def _comparisons(state: StateDep) -> Comparisons:
    return state.comparisons


def _batches_dir(state: StateDep) -> FilePath:
    return state.settings.batches_dir


SettingsDep = Annotated[Settings, Depends(_settings)]
DatabaseDep = Annotated[Database, Depends(_database)]
ReadersDep = Annotated[Readers, Depends(_readers)]
RunsDep = Annotated[Runs, Depends(_runs)]
TrialsDep = Annotated[Trials, Depends(_trials)]
PublisherDep = Annotated[Publisher, Depends(_publisher)]
IngestDep = Annotated[Ingest, Depends(_ingest)]
AdoptionDep = Annotated[Adoption, Depends(_adoption)]
LearningDep = Annotated[Learning, Depends(_learning)]
ComparisonsDep = Annotated[Comparisons, Depends(_comparisons)]
RefielderDep = Annotated[Refielder, Depends(_refielder)]
BatchesDirDep = Annotated[FilePath, Depends(_batches_dir)]

WITHOUT_NUL = r"^[^\x00]*$"
BatchName = Annotated[str, Path(max_length=200, pattern=WITHOUT_NUL, description="The batch's name, as in its address")]
Filename = Annotated[str, Path(max_length=200, pattern=WITHOUT_NUL)]
TemplateId = Annotated[int, Path(ge=1, lt=2**63)]
Offset = Annotated[int, Query(ge=0, le=100_000_000)]
Limit = Annotated[int, Query(ge=1, le=1000)]
