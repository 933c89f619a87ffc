"""A PostgreSQL server of the tests' own, in a temporary folder, on a free port of the loopback."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ports import held_port

MISSING = "These tests need PostgreSQL: install it (on Debian: apt-get install postgresql), or run `make test`."


def _binary(name: str) -> str:
    found = shutil.which(name)
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / name).exists():
            found = found or str(folder / name)
    if found is None:
        raise RuntimeError(MISSING)
    return found


def _owner() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: then the system's own user for it runs it."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of an empty server, without a database name at its end."""
    owner = _owner()
    user = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    folder = Path(tempfile.mkdtemp(prefix="indexcards-pg-"))
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    held, port = held_port()
    data = folder / "data"
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [_binary("initdb"), "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True, stdout=subprocess.DEVNULL, env=environment, cwd=folder, **user,
    )  # fmt: skip
    options = f"-h 127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=200"
    control = [_binary("pg_ctl"), "-D", data, "-w", "-t", "60"]
    subprocess.run(
        [*control, "-l", folder / "log", "-o", options, "start"],
        check=True, stdout=subprocess.DEVNULL, env=environment, cwd=folder, **user,
    )  # fmt: skip
    held.close()
    try:
        yield f"postgresql://test@127.0.0.1:{port}"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], stdout=subprocess.DEVNULL, cwd=folder, **user)
        shutil.rmtree(folder, ignore_errors=True)
