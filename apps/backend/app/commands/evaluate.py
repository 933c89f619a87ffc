"""``indexcards evaluate``: a batch or a CSV against the truth, alone or beside another run."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from app.commands import store
from app.commands.output import require_writable
from app.core import files
from app.core.errors import Invalid
from app.engines import comparing
from app.engines.comparing import Difference, Evaluated
from app.models.tables import Batch
from app.services import evaluation, evaluations, repeating, scored
from app.services.evaluation import Records
from app.services.folders import BatchFolder
from app.services.repeating import Repeated
from app.services.scored import Scored

SHOWN = 15
"""So many of the worst values are printed."""


def run(wanted: argparse.Namespace) -> int:
    if (wanted.truth is None) != wanted.verified:
        raise Invalid("Say what to score against: either --truth FILE or --verified.")
    if wanted.output is not None:
        require_writable(wanted.output)
    if wanted.repeat is not None:
        if wanted.verified:
            raise Invalid("A score is repeated with the truth it was made with: --truth FILE.")
        return _repeated(wanted)
    if wanted.verified or wanted.keep:
        if evaluation.is_table(Path(wanted.batch_or_csv)):
            raise Invalid("A table knows nothing of people's verdicts and keeps no score: name the batch.")
        return _kept(wanted)
    truth = evaluation.load(wanted.truth)
    found = _scored(wanted.batch_or_csv, truth, wanted)
    other = _scored(wanted.against, truth, wanted) if wanted.against else None
    _print(evaluation.report(found, wanted.batch_or_csv), _more(found.found))
    if other is not None:
        difference = comparing.difference(other.found.score.cards, found.found.score.cards)
        _print(_told(difference, wanted.against))
    if wanted.output is not None:
        _write(wanted.output, evaluations.summary(found))
    return 0


def _kept(wanted: argparse.Namespace) -> int:
    """Score as the service does, with a manifest."""
    with store.opened(wanted.data_dir) as (_, database), database.session() as session:
        batch = store.batch(session, wanted.batch_or_csv)
        if wanted.verified:
            row = evaluations.against_verified(session, batch, wanted.keep or "Against verified cards")
        else:
            truth = evaluation.load(wanted.truth)
            _print(evaluation.report(_of_batch(session, batch, truth, wanted), batch.name))
            row = evaluations.against_truth(
                session, batch, wanted.keep, truth, with_verified=wanted.with_verified, every_card=wanted.every_card
            )
        told = {"title": row.title, "manifest": row.manifest, "summary": row.summary}
        number, macro, micro, cards = row.id, *(row.summary[k] for k in ("macro", "micro", "cards"))
    shares = f"F1 macro {evaluation.number(macro)}   micro {evaluation.number(micro)}"
    _print(iter([f"Kept as number {number}: {shares}   over {cards} cards"]))
    if wanted.output is not None:
        _write(wanted.output, told)
    return 0


def _repeated(wanted: argparse.Namespace) -> int:
    """0 when every card scores as it did then."""
    with store.opened(wanted.data_dir) as (settings, database), database.session() as session:
        batch = store.batch(session, wanted.batch_or_csv)
        row = evaluations.require(session, batch, wanted.repeat)
        folder = BatchFolder(settings.batches_dir / batch.name)
        found = repeating.repeat(session, batch, row, evaluation.load(wanted.truth), folder)
    _print(evaluation.report(Scored(found.found), wanted.batch_or_csv), _of_then(found))
    return 0 if found.same else 1


def _of_then(found: Repeated) -> Iterator[str]:
    kept = "-" if found.kept_macro is None else f"{found.kept_macro:.3f}"
    verdict = "every card scores as it did" if not found.differing else f"{found.differing} cards score differently"
    yield f"F1 macro was {kept} then: {verdict}."
    if found.as_kept:
        yield f"{found.as_kept} cards have no stored words or another reader: their values are those that were read."
    if found.changed_images:
        yield f"{len(found.changed_images)} images are not the ones of then, as {found.changed_images[0]}."
    if found.code[0] != found.code[1]:
        yield f"Made with version {found.code[0]}, repeated with {found.code[1]}."


def _scored(name: str, truth: Records, wanted: argparse.Namespace) -> Scored:
    if not evaluation.is_table(Path(name)):
        with store.opened(wanted.data_dir) as (_, database), database.reading() as session:
            return _of_batch(session, store.batch(session, name), truth, wanted)
    fields = tuple(dict.fromkeys(field for values in truth.values() for field in values))
    data = evaluation.of_csv(Path(name), fields)
    return _with_cards(scored.among(truth, data, data, every_card=wanted.every_card), name)


def _of_batch(session: Session, batch: Batch, truth: Records, wanted: argparse.Namespace) -> Scored:
    found = scored.of_batch(session, batch, truth, with_verified=wanted.with_verified, every_card=wanted.every_card)
    return _with_cards(found, batch.name)


def _with_cards(found: Scored, name: str) -> Scored:
    """Raises ``Invalid`` when there is nothing to score."""
    if not found.cards:
        raise Invalid(_nothing(name, found))
    return found


def _nothing(name: str, found: Scored) -> str:
    if found.left_out:
        return f"People have judged all cards of the truth that are in {name}; --with-verified scores them too."
    has = f"{name} has {found.records_only[0]}" if found.records_only else f"{name} has no cards"
    named = f"the truth {found.truth_only[0]}" if found.truth_only else "the truth none"
    return f"No card of the truth is in {name}, so nothing can be scored: {has}, {named}."


def _more(found: Evaluated) -> Iterator[str]:
    cer = found.cer.get(None)
    yield f"character error rate {'-' if cer is None else f'{cer:.3f}'}"
    for one in found.mistaken[:5]:
        yield f"{one.count} times the {one.wanted} stood in {one.found}"
    for wrong in found.worst[:SHOWN]:
        yield f"  {wrong.filename}  {wrong.field}: {wrong.value!r} instead of {wrong.truth!r}"


def _told(found: Difference | None, other: str) -> Iterator[str]:
    if found is None:
        yield f"No card in common with {other}."
        return
    verdict = "noise" if found.is_noise else "more than noise"
    yield (
        f"F1 macro {found.second:.3f} against {found.first:.3f} of {other}: {found.difference:+.3f} "
        f"(95 % {found.low:+.3f} to {found.high:+.3f}, {found.cards} cards, {found.better} better, "
        f"{found.worse} worse): {verdict}."
    )


def _print(*parts: Iterator[str]) -> None:
    for part in parts:
        for line in part:
            print(line)  # noqa: T201


def _write(path: Path, told: object) -> None:
    with files.atomic_write(path) as target:
        target.write(json.dumps(told, ensure_ascii=False, indent=1).encode())
