"""Evaluations that are kept: with a manifest from which each can be repeated, and compared two by two."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version

from sqlalchemy.orm import Session

from app.core.clock import now
from app.core.errors import Conflict, Invalid, JsonValue, NotFound
from app.db import cards, images, learning, readings, rules, templates
from app.engines import comparing
from app.engines.comparing import Difference
from app.engines.scoring import Tally
from app.models.learning_tables import Evaluation
from app.models.tables import Batch
from app.services import called, records, scored
from app.services import learning as learning_service
from app.services.scored import Records, Scored


def against_truth(
    session: Session, batch: Batch, title: str, truth: Records, *, with_verified: bool = False, every_card: bool = False
) -> Evaluation:
    """Keep how well a batch agrees with a truth; the cards are chosen as in ``scored``."""
    found = scored.of_batch(session, batch, truth, with_verified=with_verified, every_card=every_card)
    if not found.cards:
        raise Invalid(
            "None of these cards can be scored: they are not in the batch, or people have verified them.",
            code="nothing_to_score",
        )
    told = called.by_card(called.of_batch(session, batch), truth)
    return _keep(session, batch, title, "truth", {name: told[name] for name in found.cards}, found)


def against_verified(session: Session, batch: Batch, title: str) -> Evaluation:
    """What the machine had read when people judged it, against what they made of it."""
    truth: dict[str, dict[str, str | None]] = {}
    data: dict[str, dict[str, str | None]] = {}
    for chunk in cards.judged(session, batch.id):
        said = learning.by_people(session, [card.id for card in chunk])
        for card in chunk:
            for field, review in said.get(card.id, {}).items():
                truth.setdefault(card.filename, {})[field] = records.human_value(review)
                data.setdefault(card.filename, {})[field] = review.machine
    if not truth:
        raise Conflict("Nobody has verified a card of this batch yet.", code="nothing_verified")
    return _keep(session, batch, title, "verified", truth, Scored(comparing.evaluate(truth, data)))


def _keep(session: Session, batch: Batch, title: str, against: str, truth: Records, found: Scored) -> Evaluation:
    kept: dict[str, JsonValue] = {name: list(row) for name, row in comparing.plain(found.found.score).items()}
    row = Evaluation(
        batch_id=batch.id, title=title, created_at=now(), cards=kept, summary=summary(found),
        manifest={**_manifest(session, batch, set(truth)), "against": against, "left_out": len(found.left_out),
                  "truth_sha256": digest(truth)},
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def summary(of: Scored) -> dict[str, JsonValue]:
    """As stored and as shown."""
    found, score = of.found, of.found.score
    return {
        "cards": len(score.cards),
        "unread": len(of.unread),
        "truth_only": len(of.truth_only),
        "records_only": len(of.records_only),
        "unknown_fields": list(score.unknown),
        "macro": score.macro,
        "micro": score.micro,
        "all": _tally(score.total, found.cer.get(None)),
        "fields": {field: _tally(tally, found.cer.get(field)) for field, tally in score.fields.items()},
        "worst": [
            {"filename": w.filename, "field": w.field, "truth": w.truth, "value": w.value, "ratio": round(w.ratio, 1)}
            for w in found.worst
        ],
        "mistaken": [{"wanted": m.wanted, "found": m.found, "count": m.count} for m in found.mistaken],
    }


def _tally(tally: Tally, cer: float | None) -> JsonValue:
    return {
        "exact": tally.exact_share, "right": tally.right, "f1": tally.f1, "precision": tally.precision,
        "recall": tally.recall, "fuzzy": tally.fuzzy, "cer": cer, "wanted": tally.wanted, "wrong": tally.wrong,
        "missed": tally.missed, "invented": tally.invented,
    }  # fmt: skip


def _manifest(session: Session, batch: Batch, filenames: set[str]) -> dict[str, JsonValue]:
    """What was read by what: enough to repeat the run."""
    model = learning_service.current(session, batch)
    off: list[JsonValue] = [*learning.switched_off(session, learning_service.scope_of(batch))]
    template = templates.get(session, batch.template_id) if batch.template_id is not None else None
    readers: dict[str, int] = {}
    hashes: dict[str, JsonValue] = {}
    kept: dict[str, JsonValue] = {}
    for chunk in cards.attempted(session, batch.id):
        chosen = [card for card in chunk if card.filename in filenames]
        shown = readings.by_ids(session, [card.reading_id for card in chosen if card.reading_id])
        sides = images.of_cards(session, [card.id for card in chosen])
        for card in chosen:
            reading = shown.get(card.reading_id or 0)
            name = f"{reading.engine}/{reading.model}" if reading else "none"
            readers[name] = readers.get(name, 0) + 1
            kept[card.filename] = reading.id if reading else None
            hashes[card.filename] = [image.sha256 for image in sides.get(card.id, [])]
    return {
        "batch": batch.name,
        "engine": batch.engine,
        "readings": dict(readers),
        "fields": batch.fields,
        "options": batch.options,
        "template": {"id": template.id, "version": template.version} if template else None,
        "learned": {"version": model.version, "cards": model.cards, "examples": model.examples, "off": off}
        if model
        else None,
        "shown": kept,
        "code": code_version(),
        "images": hashes,
    }


@cache
def code_version() -> str:
    return version("indexcards")


def digest(truth: Records) -> str:
    """Of the cards that are scored and their values, in any order."""
    told = repr(sorted((name, sorted(values.items())) for name, values in truth.items()))
    return hashlib.sha256(told.encode()).hexdigest()


def require(session: Session, batch: Batch, evaluation_id: int) -> Evaluation:
    found = rules.evaluation(session, evaluation_id)
    if found is None or found.batch_id != batch.id:
        raise NotFound("There is no such evaluation of this batch.", code="evaluation_not_found")
    return found


def compared(session: Session, first: Evaluation, second_id: int) -> Difference:
    """Two evaluations, of one batch or of two; raises ``Conflict`` when they share no card."""
    second = rules.evaluation(session, second_id)
    if second is None:
        raise NotFound("There is no such evaluation.", code="evaluation_not_found")
    found = comparing.difference(_tallies(first), _tallies(second))
    if found is None:
        raise Conflict("The two evaluations have no card in common.", code="no_common_cards")
    return found


def _tallies(row: Evaluation) -> dict[str, Tally]:
    return comparing.kept_tallies(row.cards)
