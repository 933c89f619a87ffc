"""``indexcards evaluate``: a batch or a CSV against the truth, alone or beside another run."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from app.commands import store
from app.commands.types import Commands
from app.core import files
from app.core.errors import Invalid
from app.engines import comparing
from app.engines.comparing import Difference, Evaluated
from app.services import evaluation, evaluations, records, repeating
from app.services.evaluation import Records
from app.services.folders import BatchFolder
from app.services.repeating import Repeated

SHOWN = 15
"""So many of the worst values are printed."""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("evaluate", help="score a batch or an exported CSV against ground truth")
    parser.add_argument("batch_or_csv", help="a batch's name, or a CSV file that was exported")
    parser.add_argument("--truth", type=Path, help='{"card.jpg": {"field": "value" or null}}, or a CSV')
    parser.add_argument("--verified", action="store_true", help="instead: what was read against what people verified")
    parser.add_argument("--with-verified", action="store_true", help="score cards that people have judged too")
    parser.add_argument("--against", help="another batch or CSV: is the difference more than noise?")
    parser.add_argument("--keep", metavar="TITLE", help="keep the score with the batch")
    parser.add_argument("--repeat", type=int, metavar="NUMBER", help="make a kept score again from its manifest")
    parser.add_argument("-o", "--output", type=Path, help="write the score as JSON too")
    parser.add_argument("--data-dir", type=Path)
    parser.set_defaults(run=run)


def run(wanted: argparse.Namespace) -> int:
    if (wanted.truth is None) != wanted.verified:
        raise Invalid("Say what to score against: --truth FILE, or --verified.")
    if wanted.repeat is not None:
        return _repeated(wanted)
    if wanted.verified or wanted.keep:
        if _is_csv(wanted.batch_or_csv):
            raise Invalid("A CSV knows nothing of people's verdicts: name the batch.")
        return _kept(wanted)
    truth = _truth(wanted.truth)
    found, left_out = _scored(wanted.batch_or_csv, truth, wanted)
    _print(evaluation.report(found.score), _more(found, left_out))
    if wanted.against:
        other, _ = _scored(wanted.against, truth, wanted)
        difference = comparing.difference(other.score.cards, found.score.cards)
        _print(_told(difference, wanted.against))
    if wanted.output is not None:
        _write(wanted.output, evaluations.summary(found))
    return 0


def _kept(wanted: argparse.Namespace) -> int:
    """Score as the service does, with a manifest."""
    with store.opened(wanted.data_dir) as (_, database), database.session() as session:
        batch = records.require_batch(session, wanted.batch_or_csv)
        title = wanted.keep or "Against verified cards"
        if wanted.verified:
            row = evaluations.against_verified(session, batch, title)
        else:
            truth = _truth(wanted.truth)
            row = evaluations.against_truth(session, batch, title, truth, with_verified=wanted.with_verified)
        told = {"title": row.title, "manifest": row.manifest, "summary": row.summary}
        number, macro, micro, cards = row.id, *(row.summary[k] for k in ("macro", "micro", "cards"))
    _print(iter([f"Kept as number {number}: F1 macro {macro:.3f}   micro {micro:.3f}   over {cards} cards"]))
    if wanted.output is not None:
        _write(wanted.output, told)
    return 0


def _repeated(wanted: argparse.Namespace) -> int:
    """0 when every card scores as it did then."""
    with store.opened(wanted.data_dir) as (settings, database), database.session() as session:
        batch = records.require_batch(session, wanted.batch_or_csv)
        row = evaluations.require(session, batch, wanted.repeat)
        folder = BatchFolder(settings.batches_dir / batch.name)
        found = repeating.repeat(session, batch, row, _truth(wanted.truth), folder)
    _print(evaluation.report(found.found.score), _of_then(found))
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


def _is_csv(name: str) -> bool:
    return Path(name).suffix.lower() == ".csv"


def _truth(path: Path) -> Records:
    return evaluation.truth_of_csv(path) if _is_csv(path.name) else evaluation.load_truth(path)


def _scored(name: str, truth: Records, wanted: argparse.Namespace) -> tuple[Evaluated, int]:
    """The score, and how many cards were left out since people have judged them."""
    fields = tuple(dict.fromkeys(field for values in truth.values() for field in values))
    if _is_csv(name):
        return comparing.evaluate(truth, evaluation.of_csv(Path(name), fields)), 0
    with store.opened(wanted.data_dir) as (_, database):
        found = evaluation.of_batch(database, name)
        judged = set() if wanted.with_verified else evaluation.judged(database, name)
    kept = {card: values for card, values in truth.items() if card not in judged}
    return comparing.evaluate(kept, found), len(truth) - len(kept)


def _more(found: Evaluated, left_out: int) -> Iterator[str]:
    cer = found.cer.get(None)
    yield f"character error rate {'-' if cer is None else f'{cer:.3f}'}"
    if left_out:
        yield f"{left_out} cards left out, since people have judged them (--with-verified scores them too)"
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
