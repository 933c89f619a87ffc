"""A kept evaluation made again from its manifest: the same cards and words, taught anew by the same examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core import files
from app.core.errors import Conflict, JsonValue
from app.db import batches, cards, images, learning, readings
from app.db.readings import LEARNED
from app.engines import comparing
from app.engines.comparing import Evaluated
from app.engines.local.fields import Extractor, RuleExtractor
from app.engines.local.learned import model as models
from app.engines.local.learned import work
from app.engines.local.learned.model import LearnedExtractor
from app.models import layout
from app.models.learning_tables import Evaluation
from app.models.tables import Batch, Card, Reading
from app.services import called, evaluations, schemata, stored_values
from app.services import learning as learning_service
from app.services.evaluation import Records
from app.services.folders import BatchFolder
from app.services.learning import Taught


@dataclass(frozen=True, slots=True)
class Repeated:
    """``kept_macro``: as it was scored then. ``as_kept``: cards whose values could only be taken as they were read."""

    found: Evaluated
    kept_macro: float | None
    differing: int
    """Cards with another score than then."""
    as_kept: int
    changed_images: tuple[str, ...]
    code: tuple[str, str]
    """Then and now."""

    @property
    def same(self) -> bool:
        return self.differing == 0 and not self.changed_images


def repeat(session: Session, batch: Batch, row: Evaluation, truth: Records, folder: BatchFolder) -> Repeated:
    """Score it again; raises ``Conflict`` when what the manifest names is not there any more."""
    manifest = row.manifest
    shown = manifest.get("shown")
    if manifest.get("against") != "truth" or not isinstance(shown, dict):
        raise Conflict(
            "Only a score against a file, kept by this version or a later one, can be repeated.", code="not_repeatable"
        )
    told = called.by_card({**called.of_batch(session, batch), **{name: name for name in row.cards}}, truth)
    wanted = {name: values for name, values in told.items() if name in row.cards}
    if evaluations.digest(wanted) != manifest["truth_sha256"]:
        raise Conflict("This is not the truth that the evaluation was made with.", code="other_truth")
    if schemata.specs(batch.fields) != schemata.specs(_fields(manifest["fields"])):
        raise Conflict("The batch has other fields than it had then.", code="other_fields")
    kept = readings.by_ids(session, [int(n) for n in shown.values() if isinstance(n, int)])
    again = _Again(session, batch, manifest)
    data = {name: again.values(kept[n]) for name, n in shown.items() if isinstance(n, int) and n in kept}
    found = comparing.evaluate(wanted, data)
    now: dict[str, list[float]] = {name: list(tally) for name, tally in comparing.plain(found.score).items()}
    return Repeated(
        found, found_macro if isinstance(found_macro := row.summary.get("macro"), float) else None,
        sum(row.cards.get(name) != tally for name, tally in now.items()), again.as_kept,
        tuple(_changed(session, batch, folder, manifest["images"])),
        (str(manifest["code"]), evaluations.code_version()),
    )  # fmt: skip


def _fields(raw: JsonValue) -> Sequence[JsonValue]:
    return raw if isinstance(raw, list) else []


class _Again:
    """Values once more: by rules, or by a model that is taught again what that one had been taught."""

    def __init__(self, session: Session, batch: Batch, manifest: Mapping[str, JsonValue]) -> None:
        self.as_kept = 0
        self._session = session
        self._batch = batch
        learned = manifest.get("learned")
        off = learned.get("off") if isinstance(learned, dict) else None
        self._off = tuple(map(str, off)) if isinstance(off, list) else ()
        self._schema = schemata.specs(batch.fields)
        self._taught: dict[int, LearnedExtractor] = {}

    def values(self, reading: Reading) -> dict[str, str | None]:
        by = self._extractor(reading)
        words = learning.layouts(self._session, [reading.card_id]).get(reading.card_id)
        if by is None or words is None:
            self.as_kept += 1
            return {value.field: value.text for value in stored_values.of_reading(reading)}
        return {value.field: value.text for value in by.extract(layout.unpack(words), self._schema)}

    def _extractor(self, reading: Reading) -> Extractor | None:
        _, learned, version = (reading.model or "").partition(LEARNED)
        if not learned:
            return RuleExtractor() if reading.engine == "local" else None
        if int(version) not in self._taught:
            self._taught[int(version)] = self._teach(int(version))
        return self._taught[int(version)]

    def _teach(self, version: int) -> LearnedExtractor:
        scope = learning_service.scope_of(self._batch)
        model = next((one for one in learning.versions(self._session, scope) if one.version == version), None)
        if model is None:
            raise Conflict(f"Training {version} is not known here any more.", code="model_gone")
        examples = list(self._examples(model.examples))
        verified = learning_service.verified(
            self._session, schemata.names(self._batch.fields), examples, as_of=model.created_at
        )
        return LearnedExtractor(models.unpack(work.train(self._schema, verified).packed), self._off)

    def _examples(self, kept: Sequence[JsonValue]) -> Iterator[Taught]:
        for one in kept:
            name, filename, newest = one if isinstance(one, list) else (None, None, None)
            card = self._card(str(name), str(filename))
            if card is None or not isinstance(newest, int):
                raise Conflict(f"The example {filename} is not there any more.", code="example_gone")
            yield Taught(str(name), str(filename), card.id, newest)

    def _card(self, batch_name: str, filename: str) -> Card | None:
        batch = batches.get(self._session, batch_name)
        return cards.get(self._session, batch.id, filename) if batch is not None else None


def _changed(session: Session, batch: Batch, folder: BatchFolder, then: JsonValue) -> Iterator[str]:
    """Files of the cards, front and back, that are not those that the manifest names."""
    for filename, known in then.items() if isinstance(then, dict) else ():
        card = cards.get(session, batch.id, filename)
        sides = images.of_cards(session, [card.id]).get(card.id, []) if card is not None else []
        if not isinstance(known, list) or len(known) != len(sides):
            yield filename
            continue
        for image, digest in zip(sides, known, strict=True):
            path = folder.locate(image.filename, image.folder)
            if path is None or files.sha256(path) != digest:
                yield image.filename
