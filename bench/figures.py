"""Figures, where they are kept, and the page made of them."""

from __future__ import annotations

import datetime
import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

import psutil

from app.db.session import sqlite_module

HERE = Path(__file__).resolve().parent
KEPT = HERE / "results.json"
PAGE = HERE / "RESULTS.md"


CAVEATS = (
    "`k = 0` under other names: the same drawers were asked for by 15 and 8 schemas in German, English and French, 9 "
    "and 5 of them in view while the rules learned more words, the others written before and kept shut. These gave "
    "0.708 ± 0.071 (library) and 0.423 ± 0.143 (company cards) before, 0.842 ± 0.007 and 0.681 ± 0.060 when opened "
    "once after; one word (`Standort`) was mended afterwards. What learning does where the rules know nothing of the "
    "fields stands under `nameless`.",
    "The rules of the built-in reader were made with all 131 library cards in view, so `k = 0` and every figure of "
    "learning above it is optimistic; what was kept shut is the choice of method and its settings.",
)
"""What a reader of the table must know beside it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``bar`` empty: told for information; then ``ok`` is None."""

    key: str
    figure: str
    value: str
    how: str
    bar: str = ""
    ok: bool | None = None


def percentile(sample: Sequence[float], share: float) -> float:
    """The smallest value that ``share`` of the sample do not exceed."""
    ordered = sorted(sample)
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * share // 1).__int__() - 1))]


def spread(sample: Sequence[float]) -> str:
    """p50, p99 and the largest, of seconds, in milliseconds."""
    p50, p99 = percentile(sample, 0.5), percentile(sample, 0.99)
    return f"p50 {p50 * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms, most {max(sample) * 1000:.1f} ms (n = {len(sample)})"


def machine() -> dict[str, str]:
    """What the figures were taken on."""
    model = platform.processor()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line.split(":", 1)[1].strip() for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    release = platform.freedesktop_os_release().get("PRETTY_NAME", "") if hasattr(os, "uname") else ""
    return {
        "CPU": model,
        "Cores": str(os.cpu_count()),
        "Memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "System": f"{release}, {platform.system()} {platform.release()}".strip(", "),
        "Python": platform.python_version(),
        "SQLite": f"{sqlite_module().sqlite_version} (the interpreter's own: {sqlite3.sqlite_version})",
    }


def keep(part: str, figures: Sequence[Figure], *, quick: bool, load: float) -> None:
    """Put a part's figures in place of its earlier ones."""
    known = _kept()
    known["machine"] = machine()
    parts = cast(dict[str, object], known.setdefault("parts", {}))
    parts[part] = {
        "date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "quick": quick,
        "load": round(load, 1),
        "figures": [asdict(figure) for figure in figures],
    }
    KEPT.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n")


def _kept() -> dict[str, object]:
    return cast(dict[str, object], json.loads(KEPT.read_text())) if KEPT.exists() else {}


def render(order: Sequence[str]) -> str:
    """``RESULTS.md``: bars first, then what is told besides."""
    known = _kept()
    parts = cast(dict[str, dict[str, object]], known.get("parts", {}))
    rows: list[tuple[str, Figure]] = [
        (part, Figure(**cast(dict[str, str], made)))  # type: ignore[arg-type]
        for part in order
        for made in cast(list[object], parts.get(part, {}).get("figures", []))
    ]
    about = cast(dict[str, str], known.get("machine", {}))
    lines = ["# Figures", "", "Made by `make bench` (`python -m bench`), as they came out; see `bench/README.md`.", ""]
    lines += ["| Machine | |", "|---|---|", *(f"| {key} | {said} |" for key, said in about.items()), ""]
    lines += ["## Against the bars", "", "| Figure | Bar | Value | | Part |", "|---|---|---|---|---|"]
    lines += [f"| {f.figure} | {f.bar} | {f.value} | {_verdict(f)} | {part} |" for part, f in rows if f.bar]
    lines += [
        "",
        *(line for caveat in CAVEATS for line in (caveat, "")),
        "## Besides",
        "",
        "| Figure | Value | Part |",
        "|---|---|---|",
    ]
    lines += [f"| {f.figure} | {f.value} | {part} |" for part, f in rows if not f.bar]
    lines += ["", "## When and how", ""]
    for part in order:
        if part in parts:
            lines += _told(part, parts[part], [f for at, f in rows if at == part])
    return "\n".join(lines).rstrip() + "\n"


def _verdict(figure: Figure) -> str:
    return "pass" if figure.ok else "**fail**"


def _told(part: str, kept: dict[str, object], figures: Sequence[Figure]) -> list[str]:
    quick = ", **quick sizes, no verdict**" if kept["quick"] else ""
    head = f"**{part}** ({kept['date']}, load of the machine before it {kept['load']}{quick})"
    return [head, "", *dict.fromkeys(f"- {f.how}" for f in figures), ""]
