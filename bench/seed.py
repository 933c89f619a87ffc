"""``python -m bench.seed DATA_DIR [--cards 50000]``: a batch of read cards without a run, for looking at the table.

The rows come from the application's own code, the scans are links to the project's samples. Prints the batch's name.
"""

from __future__ import annotations

import argparse
import os
import random
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path

from sqlalchemy.orm import Session

from app.core import names
from app.core.clock import now
from app.core.config import Settings
from app.db import batches, readings, schema
from app.db.session import Database
from app.imaging.decoder import Decoder
from app.models.enums import BatchStatus
from app.models.record import Evidence, Reading, Value
from app.models.schemas import BatchCreate
from app.models.tables import Batch, Card, Image
from app.services import batch_manager, results
from app.services.bootstrap import installed
from app.services.folders import BatchFolder
from app.services.learning import Learning
from app.services.neighbours import Neighbours
from app.services.readers import Readers
from app.services.results import Failure
from app.services.workshop import Workshop
from bench.standin import FIELDS, StandIn

SAMPLES = Path(__file__).parents[1] / "data/samples/music/images"
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Scan:
    """A sample, judged once for all cards that show it."""

    path: Path
    thumbnail: Path
    width: int
    height: int
    sha256: str


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.seed", description=__doc__)
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--cards", type=int, default=50_000)
    parser.add_argument("--title", default="Seeded drawer")
    wanted = parser.parse_args()
    print(seed(wanted.data_dir.resolve(), wanted.cards, wanted.title))


def seed(data_dir: Path, cards: int, title: str) -> str:
    """Fill ``data_dir`` with one more batch of this many cards; its name."""
    settings = Settings(data_dir=data_dir)
    settings.batches_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.url)
    schema.upgrade(database)
    with Decoder(processes=1) as decoder:
        offered = installed(
            settings, decoder, Learning(database, Workshop()), Neighbours(database, settings.batches_dir)
        )
        readers = Readers(offered, settings.engine)
        with database.session() as session:
            wish = BatchCreate.model_validate({"title": title, "fields": _fields()})
            batch = batch_manager.create(session, wish, readers, settings.batches_dir)
        folder = BatchFolder(settings.batches_dir / batch.name)
        scans = cycle(_scans(decoder, folder))
    made = StandIn(0.0, None)
    for start in range(0, cards, CHUNK):
        numbers = range(start, min(start + CHUNK, cards))
        with database.session() as session:
            held = batches.lock(session, batch.name)
            assert held is not None
            _fill(session, held, folder, [(f"{n + 1:06d}.jpg", next(scans), _reading(made, n)) for n in numbers])
    with database.session() as session:
        batches.move(session, batch.name, sources=[BatchStatus.DRAFT], target=BatchStatus.COMPLETED)
    database.close()
    return batch.name


def _fields() -> list[dict[str, str]]:
    types = {"Signatur": "shelfmark", "Jahr": "year"}
    return [{"name": field, "type": types.get(field, "text")} for field in FIELDS]


def _scans(decoder: Decoder, folder: BatchFolder) -> list[Scan]:
    kept = folder.root.parent.parent / "seeds"
    kept.mkdir(exist_ok=True)
    found: list[Scan] = []
    for sample in sorted(SAMPLES.glob("*.jpg")):
        judged = decoder.judge(sample)
        copy, thumbnail = kept / sample.name, kept / f"{sample.stem}.webp"
        copy.write_bytes(sample.read_bytes())
        decoder.thumbnail(copy, thumbnail)
        found.append(Scan(copy, thumbnail, judged.width, judged.height, sample.stem.ljust(64, "0")))
    return found


def _reading(made: StandIn, number: int) -> Reading | Failure:
    """The stand-in's, with places on the card and, here and there, doubt, a blank or a failure."""
    dice = random.Random(number)
    if number % 997 == 500:
        return Failure("No text was found on this card.", "blank", "standin")
    read = made.answer(number)
    values = tuple(_placed(value, place, dice) for place, value in enumerate(read.values))
    return replace(read, values=values, pages=(), raw=None)


def _placed(value: Value, place: int, dice: random.Random) -> Value:
    doubt = dice.random()
    certain = 0.9 + dice.random() * 0.1 if doubt < 0.8 else 0.4 + dice.random() * 0.5
    if value.text is None or dice.random() < 0.04:
        return replace(value, text=None, confidence=certain, evidence=())
    return replace(value, confidence=certain, evidence=(Evidence(0, (0.08, 0.08 + 0.09 * place, 0.5, 0.07)),))


def _fill(session: Session, batch: Batch, folder: BatchFolder, made: list[tuple[str, Scan, Reading | Failure]]) -> None:
    """Cards, images and readings of one chunk, shown as a run would."""
    cards = [Card(batch_id=batch.id, filename=name, order_key=names.natural(name)) for name, _, _ in made]
    session.add_all(cards)
    session.flush()
    kept = []
    for card, (name, scan, reading) in zip(cards, made, strict=True):
        os.link(scan.path, folder.image(name))
        folder.thumbnail(name).parent.mkdir(exist_ok=True)
        os.link(scan.thumbnail, folder.thumbnail(name))
        session.add(_image(batch, card, scan))
        row = results.row(card.id, reading)
        readings.keep(session, row)
        kept.append(row)
    session.flush()
    batches.count(session, batch.id, total=len(cards))
    session.refresh(batch)
    results.show(session, batch, kept, folder)
    session.expunge_all()


def _image(batch: Batch, card: Card, scan: Scan) -> Image:
    return Image(
        batch_id=batch.id, card_id=card.id, filename=card.filename, name_key=names.stem_key(card.filename),
        original_name=card.filename, sha256=scan.sha256, source_sha256=scan.sha256, bytes=scan.path.stat().st_size,
        format="jpeg", media_type="image/jpeg", width=scan.width, height=scan.height, added_at=now(),
    )  # fmt: skip


if __name__ == "__main__":
    main()
