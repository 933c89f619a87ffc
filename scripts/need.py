"""Make sure that a tool of the system is there: by apt when root, else say in one sentence what to install."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

TOOLS = {
    "postgresql": (
        "postgresql",
        lambda: any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb"),
    ),
    "chromium": (
        "chromium",
        lambda: os.environ.get("CHROMIUM") or any(shutil.which(n) for n in ("chromium", "chromium-browser")),
    ),
}


def main() -> int:
    missing = [TOOLS[name][0] for name in sys.argv[1:] if not TOOLS[name][1]()]
    if not missing:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        print(f"installing {', '.join(missing)} with apt", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
            check=True,
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        return 0
    print(f"The tests need {' and '.join(missing)}: install them (on Debian: apt-get install {' '.join(missing)}).")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
