"""``python -m bench [part …] [--quick]``: measure, keep in results.json, render RESULTS.md."""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import (
    browser,
    figures,
    learning,
    long_side,
    reader,
    records,
    referee,
    runs,
    vision,
    vision_speed,
    wordings,
)
from bench.figures import Figure
from bench.runs import Bench

PARTS: dict[str, Callable[[Bench], list[Figure]]] = {
    "throughput-1000": partial(runs.throughput, full=1000),
    "throughput-20000": partial(runs.throughput, full=20_000),
    "cancel": runs.cancel,
    "polling": runs.polling,
    "kill": runs.kill,
    "patch": records.patch,
    "upload": runs.upload,
    "reader": reader.compared,
    "learning": learning.measured,
    "wordings": wordings.measured,
    "nameless": wordings.nameless,
    "learning-speed": learning.speed,
    "refield": learning.refielded,
    "pages": records.pages,
    "exports": records.exports,
    "browser": browser.measured,
    "vision-pipeline": vision.pipeline,
    "vision-faults": vision.faults,
    "vision-speed": vision_speed.measured,
    "vision-stops": vision.stops,
    "vision-long-side": long_side.measured,
    "referee": referee.measured,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"default: all of {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true", help="small sizes: does it run at all; RESULTS.md stays")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "indexcards-bench", help="scratch")
    parser.add_argument("--render", action="store_true", help="only make RESULTS.md from results.json")
    wanted = parser.parse_args()
    if unknown := set(wanted.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    bench = Bench(wanted.work, wanted.quick)
    for part in [] if wanted.render else wanted.parts or list(PARTS):
        load = os.getloadavg()[0]
        print(f"— {part}", flush=True)
        began = time.perf_counter()
        made = PARTS[part](bench)
        for figure in made:
            verdict = "" if figure.ok is None else "   pass" if figure.ok else "   FAIL"
            print(f"  {figure.figure}: {figure.value}{f'  [{figure.bar}]' if figure.bar else ''}{verdict}", flush=True)
        print(f"  ({time.perf_counter() - began:.0f} s, load before {load:.1f})", flush=True)
        if not wanted.quick:
            figures.keep(part, made, quick=False, load=load)
    if not wanted.parts and not wanted.render:
        shutil.rmtree(wanted.work, ignore_errors=True)
    if not wanted.quick:
        figures.PAGE.write_text(figures.render(list(PARTS)))
        print(f"{figures.PAGE}")


if __name__ == "__main__":
    main()
