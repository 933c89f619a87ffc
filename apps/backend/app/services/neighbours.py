"""Verified cards of a drawer, as examples for readers that ask a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.db import batches, images
from app.db import learning as rows
from app.db.session import Database
from app.engines.base import CardImage
from app.engines.vision.examples import Example
from app.models import layout, tables
from app.models.record import FieldSpec
from app.services import learning, records
from app.services.folders import BatchFolder

MOST = 500
"""Cards among which the nearest are looked for; of more, those verified last."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Keeps the protocol ``ExampleSource``."""

    database: Database
    batches_dir: Path

    def verified(self, batch: str, schema: Sequence[FieldSpec]) -> tuple[Example, ...]:
        """Cards with stored words on which people have judged enough; only what people have said of them."""
        with self.database.reading() as session:
            found = batches.get(session, batch)
            if found is None:
                return ()
            taught = learning.taught_cards(session, found)[-MOST:]
            ids = [one.card_id for one in taught]
            words, said = rows.layouts(session, ids), rows.by_people(session, ids)
            sides = images.of_cards(session, ids)
        names = {field.name for field in schema}
        return tuple(
            Example(
                batch=one.batch,
                filename=one.filename,
                card_id=one.card_id,
                text="\n".join(line.text for page in layout.unpack(words[one.card_id]) for line in page.lines),
                values={f: records.human_value(r) for f, r in said[one.card_id].items() if f in names},
                images=self._images(one.batch, sides.get(one.card_id, [])),
                digests=frozenset(side.sha256 for side in sides.get(one.card_id, [])),
            )
            for one in taught
            if one.card_id in words
        )

    def _images(self, batch: str, sides: Sequence[tables.Image]) -> tuple[CardImage, ...]:
        folder = BatchFolder(self.batches_dir / batch)
        places = ((side.filename, folder.locate(side.filename, side.folder)) for side in sides[:1])
        return tuple(CardImage(name, path) for name, path in places if path is not None)
