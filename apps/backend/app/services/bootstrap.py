"""The parts of an installation, built from its settings; started and stopped in order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial

from app.core import files
from app.core.config import Settings
from app.db import schema
from app.db.session import Database
from app.engines.base import CancelToken, Card
from app.engines.local.engine import LocalEngine
from app.imaging.decoder import Decoder
from app.imaging.header import Limits as ImageLimits
from app.models.record import Page
from app.services import incoming, judging, run_life, trash, vision
from app.services.adoption import Adoption
from app.services.checkpoint import Publisher
from app.services.comparisons import Comparisons
from app.services.derivatives import Derivatives
from app.services.ingest import Ingest
from app.services.learning import Learning
from app.services.neighbours import Neighbours
from app.services.ocr_engine import OcrEngine
from app.services.readers import Offer, Readers
from app.services.refielding import Refielder
from app.services.runs import Runs
from app.services.slots import Slots
from app.services.trial import Trials
from app.services.workplace import Limits
from app.services.workshop import Workshop
from app.services.ws_manager import ws_manager

log = logging.getLogger(__name__)
SPARE_THREADS = 32
"""A reader that hangs keeps its thread; others take its place."""


@dataclass(frozen=True, slots=True)
class Parts:
    settings: Settings
    database: Database
    decoder: Decoder
    readers: Readers
    publisher: Publisher
    derivatives: Derivatives
    ingest: Ingest
    adoption: Adoption
    engine: OcrEngine
    runs: Runs
    learning: Learning
    refielder: Refielder
    comparisons: Comparisons
    trials: Trials
    judges: ThreadPoolExecutor
    """Threads that wait for the decoders while uploads are judged."""


def installed(settings: Settings, decoder: Decoder, learned: Learning, verified: Neighbours) -> dict[str, Offer]:
    """The readers that come with this version. The built-in one also lends its words to the others."""
    local = cache(
        partial(
            LocalEngine,
            decoder,
            workers=settings.workers,
            long_side=settings.reader_long_side,
            learned=learned.for_reading,
        )
    )
    return {
        "local": Offer(make=local, models=("pp-ocrv6-small",)),
        **vision.offers(settings, decoder, LentWords(local), verified),
    }


@dataclass(frozen=True, slots=True)
class LentWords:
    """The built-in recogniser, made when a reader first asks for words."""

    local: Callable[[], LocalEngine]

    def words(self, card: Card, cancel: CancelToken) -> tuple[Page, ...]:
        return self.local().words(card, cancel)


def build(settings: Settings, offers: Mapping[str, Offer] | None = None) -> Parts:
    """Put the parts together; nothing is opened but the connection pool."""
    settings.batches_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.url)
    decoder = Decoder(
        ImageLimits(max_bytes=settings.max_upload_bytes, max_pixels=settings.max_pixels, max_pages=settings.max_pages),
        processes=settings.decoders,
        timeout=settings.decode_timeout,
    )
    learned = Learning(database, Workshop())
    verified = Neighbours(database, settings.batches_dir)
    offered = offers if offers is not None else installed(settings, decoder, learned, verified)
    readers = Readers(offered, settings.engine, workers=settings.workers)
    threads = settings.workers + SPARE_THREADS + sum(2 * (offer.places or 0) + 2 for offer in offered.values())
    publisher = Publisher(database, settings.batches_dir, interval=settings.checkpoint_seconds)
    derivatives = Derivatives(decoder)
    engine = OcrEngine(
        database=database,
        batches_dir=settings.batches_dir,
        engines=readers.get,
        executor=ThreadPoolExecutor(threads, thread_name_prefix="reader"),
        slots=Slots(settings.workers),
        publisher=publisher,
        limits=Limits(read_timeout=settings.read_timeout, min_free_bytes=settings.min_free_bytes),
    )
    refielder = Refielder(database, learned, publisher)
    referee = partial(judging.by_referee, learned.workshop, database)
    engine.judge = partial(refielder.run, referee)
    return Parts(
        settings=settings,
        database=database,
        decoder=decoder,
        readers=readers,
        publisher=publisher,
        derivatives=derivatives,
        ingest=Ingest(database, settings.batches_dir, decoder, derivatives, min_free_bytes=settings.min_free_bytes),
        adoption=Adoption(database, settings.batches_dir, decoder, readers, publisher, quiet=settings.adopt_after),
        engine=engine,
        runs=Runs(engine, database, settings.data_dir, ws_manager),
        learning=learned,
        refielder=refielder,
        comparisons=Comparisons(database, learned.workshop, readers),
        trials=Trials(engine, readers),
        judges=ThreadPoolExecutor(settings.decoders + 2, thread_name_prefix="judge"),
    )


def begin(parts: Parts) -> None:
    """Bring the schema up to date, settle what a crash left, then publish and adopt."""
    root = parts.settings.batches_dir
    if schema.is_empty(parts.database) and any(_is_batch(p.name) for p in root.iterdir()):
        log.warning("the database is new, but %s holds batches: they are adopted", root)
    schema.upgrade(parts.database)
    for folder in root.iterdir():
        files.remove_temporaries(folder)
    with parts.database.session() as session:
        trash.empty(session, root)
        incoming.settle(session, root)
        recovered = run_life.recover(session, parts.settings.data_dir, root)
    for name in recovered:
        log.warning("batch %s was interrupted; resume reads the cards that are left", name)
    parts.refielder.recover()
    parts.comparisons.recover()
    parts.publisher.start()
    parts.learning.start()


def _is_batch(name: str) -> bool:
    return not name.startswith(".")


def end(parts: Parts, patience: float) -> None:
    """Begin no card, store finished ones, publish, give everything back; within ``patience`` seconds or so."""
    parts.runs.stop(patience)
    parts.refielder.stop(patience / 2)
    parts.learning.stop()
    parts.comparisons.stop(patience / 2)
    parts.publisher.stop()
    parts.judges.shutdown(wait=False, cancel_futures=True)
    parts.derivatives.stop()
    parts.readers.close()
    parts.decoder.close()
    parts.engine.executor.shutdown(wait=False, cancel_futures=True)
    parts.database.close()
