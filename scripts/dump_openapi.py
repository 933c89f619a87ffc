"""Write the API's description, the socket's events included, to ``apps/frontend/openapi.json``."""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from pydantic import TypeAdapter

from app.core.config import Settings
from app.main import create_app
from app.models.events import BatchEvent

TARGET = Path(__file__).resolve().parents[1] / "apps" / "frontend" / "openapi.json"


def describe() -> str:
    """The description as JSON text."""
    with tempfile.TemporaryDirectory() as folder:
        described = create_app(Settings(data_dir=Path(folder), database_url="")).openapi()
    events = TypeAdapter(BatchEvent).json_schema(ref_template="#/components/schemas/{model}")
    schemas = described["components"]["schemas"]
    schemas.update(events.pop("$defs"))
    schemas["BatchEvent"] = events
    described["info"]["version"] = "1"
    if twins := sorted(name for name in schemas if "__" in name):
        raise SystemExit(f"Two models of the API have the same name; rename one of each: {', '.join(twins)}")
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when the file is not up to date")
    wanted = parser.parse_args()
    text = describe()
    if wanted.check:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            print(f"{TARGET.name} is not up to date: run `make client`")
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
