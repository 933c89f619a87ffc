"""Make the README's picture: the service with the sample drawers, in Chromium. Needs `make setup` and chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "data" / "samples"
PICTURES = ROOT / "docs" / "pictures"
PORT = 8377
ADDRESS = f"http://127.0.0.1:{PORT}/"
COMMAND = [sys.executable, "-m", "app"]


def read_samples(data_dir: Path) -> None:
    for name in ("music", "dissertations"):
        drawer = SAMPLES / name
        output = data_dir / f"{name}.csv"
        command = [
            "read",
            drawer / "images",
            "--template",
            drawer / "fields.json",
            "-o",
            output,
            "--data-dir",
            data_dir,
        ]
        subprocess.run([*COMMAND, *map(str, command)], check=True)


def wait() -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{ADDRESS}api/v1/health", timeout=2).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the service did not start")


def take(name: str, profile: Path, *options: str) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("The pictures need Chromium: install it (on Debian: apt-get install chromium).")
    flags = (
        "--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking "
        "--disable-component-update --disable-sync --hide-scrollbars --virtual-time-budget=8000"
    )
    target = PICTURES / f"{name}.png"
    command = [browser, *flags.split(), f"--user-data-dir={profile}", "--window-size=1280,720", *options]
    subprocess.run([*command, f"--screenshot={target}", ADDRESS], check=True, stderr=subprocess.DEVNULL)
    print(f"wrote {target.relative_to(ROOT)}")


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        data_dir.mkdir()
        read_samples(data_dir)
        server = subprocess.Popen([*COMMAND, "serve", "--port", str(PORT), "--data-dir", str(data_dir)])
        try:
            wait()
            take("batches-en-light", Path(folder) / "profile", "--accept-lang=en")
        finally:
            server.terminate()
            server.wait(timeout=30)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
