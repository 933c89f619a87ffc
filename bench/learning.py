"""The reader that learns, on the real cards of ``../shared``: one half to learn from, the other only to be scored."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, pstdev

import numpy as np
from PIL import Image

from app.core.clock import now
from app.core.config import Settings
from app.db import batches
from app.engines import scoring
from app.engines.base import Card, CardImage
from app.engines.local.engine import LocalEngine
from app.engines.local.fields import RuleExtractor
from app.engines.local.learned import model as models
from app.engines.local.learned import reliability, training
from app.engines.local.learned.judge import is_right
from app.engines.local.learned.knowledge import Example
from app.engines.local.learned.model import LearnedExtractor
from app.engines.local.recognise import Pixels
from app.models import layout
from app.models.enums import BatchStatus, FieldType
from app.models.record import FieldSpec, Page, Reading
from app.models.record_schemas import RecordPatch
from app.models.schemas import FieldIn
from app.models.tables import Card as CardRow
from app.services import bootstrap, results, review, schemata
from app.services.folders import BatchFolder
from bench.figures import Figure
from bench.runs import Bench

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "cards"
SEED = 20261122
SPLITS = 5
Truth = dict[str, dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class Drawer:
    schema: tuple[FieldSpec, ...]
    truth: Truth
    pages: dict[str, tuple[Page, ...]]


class PlainDecoder:
    def pixels(self, path: Path, long_side: int) -> Pixels:
        with Image.open(path) as image:
            upright = image.convert("RGB")
        upright.thumbnail((long_side, long_side))
        return np.asarray(upright)


def drawer(bench: Bench, name: str) -> Drawer:
    """Cards with their words, recognised once and kept in the scratch folder."""
    folder = REAL / name
    truth: Truth = json.loads((folder / "truth.json").read_text())
    fields = [FieldIn.model_validate(f) for f in json.loads((folder / "fields.json").read_text())["fields"]]
    bench.work.mkdir(parents=True, exist_ok=True)
    kept = bench.work / f"words-{name}.json"
    if not kept.exists():
        engine = LocalEngine(PlainDecoder())

        def read(card: str) -> str:
            files = [folder / "images" / card, folder / "images" / card.replace("_a.", "_b.")]
            images = tuple(CardImage(path.name, path) for path in dict.fromkeys(files) if path.is_file())
            return layout.pack(engine.read(Card(name, card, images, ()), threading.Event()).pages).hex()

        with ThreadPoolExecutor(2) as pool:
            kept.write_text(json.dumps(dict(zip(truth, pool.map(read, truth), strict=True))))
    words = {card: layout.unpack(bytes.fromhex(packed)) for card, packed in json.loads(kept.read_text()).items()}
    return Drawer(schemata.specs(schemata.to_json(fields)), truth, words)


def halves(cards: Sequence[str]) -> tuple[list[str], list[str]]:
    order = sorted(cards)
    random.Random(SEED).shuffle(order)
    middle = (len(order) + 1) // 2
    return order[:middle], order[middle:]


@dataclass(slots=True)
class Run:
    """One training, scored on other cards. ``given``: certainty and right, of filled values of open fields."""

    macro: float
    micro: float
    fuzzy: float
    given: list[tuple[float, bool]]
    accepted: list[bool]
    seconds: float
    milliseconds: float


def run(cards: Drawer, learn: Sequence[str], test: Sequence[str]) -> Run:
    begun = time.process_time()
    trained = training.train(cards.schema, [Example(n, cards.pages[n], cards.truth[n]) for n in learn])
    seconds = time.process_time() - begun
    extractor = LearnedExtractor(models.unpack(models.pack(models.of(cards.schema, trained))))
    closed = {field.name for field in cards.schema if field.type is FieldType.ENUM}
    measured = [(p.chance, p.right) for p in trained.predicted if p.text and p.field not in closed]
    limit = reliability.threshold_for(measured, 0.95)
    began = time.process_time()
    read = {name: extractor.extract(cards.pages[name], cards.schema) for name in test}
    each = (time.process_time() - began) / len(test) * 1000
    score = scoring.compare(
        {name: cards.truth[name] for name in test},
        {name: {value.field: value.text for value in values} for name, values in read.items()},
    )
    given = [
        (value.confidence, is_right(value.text, cards.truth[name][value.field]))
        for name, values in read.items()
        for value in values
        if value.text and value.field not in closed
    ]
    accepted = [right for sure, right in given if limit is not None and sure >= limit]
    return Run(score.macro or 0, score.micro or 0, score.total.fuzzy or 0, given, accepted, seconds, each)


def _spread(numbers: Sequence[float]) -> str:
    return f"{mean(numbers):.3f} ± {pstdev(numbers):.3f}"


def _of_library(cards: Drawer, splits: int) -> Iterator[Figure]:
    learn, shut = halves(list(cards.truth))
    how = (
        f"library cards cut in two halves by a fixed seed; k cards drawn from the first ({len(learn)}), scored on all "
        f"of the second ({len(shut)}), which was kept shut while the method was made; mean ± standard deviation over "
        f"{splits} draws (they overlap, at k = 60 almost wholly); F1 at ratio ≥ 92, blank against blank not counted"
    )
    by_rules = {n: {v.field: v.text for v in RuleExtractor().extract(cards.pages[n], cards.schema)} for n in shut}
    rules = scoring.compare({n: cards.truth[n] for n in shut}, by_rules)
    yield Figure(
        "learn-0", "library, k = 0 (rules alone), F1 macro / micro", f"{rules.macro:.3f} / {rules.micro:.3f}", how,
        "0.45", (rules.macro or 0) >= 0.45,
    )  # fmt: skip
    bars = {20: (0.74, 0.76), 60: (0.80, 0.82)}
    for k in (3, 5, 8, 10, 20, 40, 60):
        runs = [run(cards, random.Random(1000 + n).sample(learn, k), shut) for n in range(splits)]
        macro, micro = [r.macro for r in runs], [r.micro for r in runs]
        bar = bars.get(k)
        yield Figure(
            f"learn-{k}", f"library, k = {k}, F1 macro / micro", f"{_spread(macro)} / {_spread(micro)}", how,
            f"{bar[0]} / {bar[1]}" if bar else "", (mean(macro) >= bar[0] and mean(micro) >= bar[1]) if bar else None,
        )  # fmt: skip
        if k in (20, 60):
            yield from _certainty(k, runs)


def _certainty(k: int, runs: Sequence[Run]) -> Iterator[Figure]:
    given = [one for r in runs for one in r.given]
    accepted = [right for r in runs for right in r.accepted]
    error = reliability.error(given) or 0.0
    share = len(accepted) / len(given)
    real = mean(accepted) if accepted else 0.0
    how = (
        "the same runs, all draws pooled; filled values without the closed field; calibration error over ten bins; "
        "the threshold for 95 % is chosen on out-of-fold predictions of the k cards alone"
    )
    final = k == 60
    yield Figure(
        f"calibration-{k}", f"calibration error, k = {k}", f"{error:.3f}", how,
        "≤ 0.04" if final else "", error <= 0.04 if final else None,
    )  # fmt: skip
    yield Figure(
        f"accepted-{k}", f"accepted unseen at 95 %, k = {k}", f"{100 * share:.0f} %, of which {100 * real:.1f} % right",
        how, "≥ 45 % at 95 %" if final else "", (share >= 0.45 and real >= 0.95) if final else None,
    )  # fmt: skip


def _of_companies(cards: Drawer, splits: int) -> Iterator[Figure]:
    names = sorted(cards.truth)
    by_rules = {c: {v.field: v.text for v in RuleExtractor().extract(cards.pages[c], cards.schema)} for c in names}
    for k in (3, 5, 8, 10):
        fuzzy, rules = [], []
        for n in range(2 * splits):
            order = names[:]
            random.Random(n).shuffle(order)
            fuzzy.append(run(cards, order[:k], order[k:]).fuzzy)
            rules.append(scoring.compare({c: cards.truth[c] for c in order[k:]}, by_rules).total.fuzzy or 0)
        how = f"{k} of 13 cards drawn, the others scored, {len(fuzzy)} draws; no half was kept shut: there are too few"
        final = k == 8
        yield Figure(
            "companies" if final else f"companies-{k}", f"company cards, k = {k}, mean fuzzy score",
            f"{_spread(fuzzy)} (rules alone {mean(rules):.3f})", how, "0.83" if final else "",
            mean(fuzzy) >= 0.83 if final else None,
        )  # fmt: skip


def measured(bench: Bench) -> list[Figure]:
    """Quality and certainty."""
    library = drawer(bench, "library")
    splits = 2 if bench.quick else SPLITS
    return [*_of_library(library, splits), *_of_companies(drawer(bench, "blacklist"), splits)]


def speed(bench: Bench) -> list[Figure]:
    """Training and fielding, in processor time."""
    library = drawer(bench, "library")
    names = sorted(library.truth)
    hundred = run(library, names[:100], names[100:])
    how = (
        "the library's first 100 cards, folds and calibration included; then its other 31, rules included; "
        "processor time of one process"
    )
    return [
        Figure("train-100", "training at k = 100", f"{hundred.seconds:.1f} s", how, "≤ 10 s", hundred.seconds <= 10),
        Figure(
            "field", "fielding a card", f"{hundred.milliseconds:.1f} ms", how, "≤ 10 ms", hundred.milliseconds <= 10
        ),
    ]


def refielded(bench: Bench) -> list[Figure]:
    """10,000 stored cards fielded again in the service."""
    count = 500 if bench.quick else 10_000
    library = drawer(bench, "library")
    parts = bootstrap.build(Settings(data_dir=bench.fresh("refield"), min_free_bytes=0))
    bootstrap.begin(parts)
    try:
        _seed(parts, library, count)
        model = parts.learning.train("drawer")
        began = time.perf_counter()
        change = parts.refielder.begin("drawer")
        parts.refielder.join(change.id, 600)
        seconds = time.perf_counter() - began
    finally:
        bootstrap.end(parts, 5)
    how = (
        f"{count} cards (the library's words again and again) in SQLite, a model of {model.cards} cards, from the "
        "request until all new readings are stored and shown"
    )
    return [
        Figure("refield", f"fielding {count:,} stored cards again", f"{seconds:.1f} s", how, "≤ 60 s", seconds <= 60)
    ]


def _seed(parts: bootstrap.Parts, library: Drawer, count: int) -> None:
    folder = BatchFolder(parts.settings.batches_dir / "drawer")
    folder.create()
    raw = json.loads((REAL / "library" / "fields.json").read_text())["fields"]
    fields = schemata.to_json([FieldIn.model_validate(field) for field in raw])
    with parts.database.session() as session:
        batch = batches.add(
            session, name="drawer", title="Drawer", fields=fields, engine="local", model=None, options={}
        )
        batch.status = BatchStatus.COMPLETED
    names = list(library.truth)
    read = {name: RuleExtractor().extract(library.pages[name], library.schema) for name in names}
    for start in range(0, count, 250):
        with parts.database.session() as session:
            held = batches.lock(session, "drawer")
            assert held is not None
            rows = [
                CardRow(batch_id=held.id, filename=f"{n:05d}.jpg", order_key=f"{n:05d}")
                for n in range(start, start + 250)
            ]
            session.add_all(rows)
            session.flush()
            batches.count(session, held.id, total=len(rows))
            kept = []
            for row in rows:
                name = names[int(row.order_key) % len(names)]
                reading = Reading(read[name], name, "local", "pp-ocrv6-small", 0.0, pages=library.pages[name])
                made = results.row(row.id, reading)
                made.attempt, made.created_at = 1, now()
                kept.append(made)
            session.add_all(kept)
            session.flush()
            session.refresh(held)
            results.show(session, held, kept, folder)
    for n in range(60):
        with parts.database.session() as session:
            wanted = library.truth[names[n % len(names)]]
            review.patch(session, "drawer", f"{n:05d}.jpg", RecordPatch(version=2, set=wanted, who="bench"))
