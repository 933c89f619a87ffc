"""The figures of the workbench, measured in Chromium by the browser tests (`npm run figures`)."""

from __future__ import annotations

import json
import os
import subprocess

from bench.figures import Figure
from bench.runs import Bench
from bench.service import ROOT


def measured(bench: Bench) -> list[Figure]:
    """Each figure as it was taken last: one beyond its bar is measured a second time. Needs Chromium."""
    kept = bench.fresh("browser") / "figures.jsonl"
    kept.touch()
    told = {**os.environ, "FIGURES": str(kept)}
    subprocess.run(["npm", "run", "--silent", "figures"], cwd=ROOT / "apps" / "frontend", env=told, check=False)
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    last = {line["figure"]: Figure("browser", **line) for line in lines}
    if not last:
        raise RuntimeError("the browser tests measured nothing: see what they printed")
    return list(last.values())
