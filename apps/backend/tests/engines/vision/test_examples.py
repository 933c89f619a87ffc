"""Verified cards as examples: the nearest by text, never the card itself, bounded, and inert."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from engines.vision.asking import GOOD, SCHEMA, card, engine_at, values
from hostile import HOSTILE

from app.core.errors import JsonValue
from app.engines.base import Card, CardImage
from app.engines.vision import examples
from app.engines.vision.engine import VisionEngine
from app.engines.vision.examples import Example, Pool
from app.engines.vision.ladder import Habits
from app.models.record import FieldSpec
from providers import Says, Script, serving

TREES = Example("b", "trees.jpg", 7, "Bäume im Walde\nBern 1910", {"title": "Bäume", "place": "Bern"})
RAILS = Example("b", "rails.jpg", 8, "Eisenbahn Bau\nBasel 1890", {"title": "Eisenbahn", "place": "Basel"})
SHIPS = Example("c", "ships.jpg", 9, "Schiffe auf dem Rhein", {"title": "Schiffe", "place": None})


class Verified:
    """Knows these examples, whatever the batch."""

    def __init__(self, *known: Example) -> None:
        self.known = known
        self.asked: list[str] = []

    def verified(self, batch: str, schema: Sequence[FieldSpec]) -> tuple[Example, ...]:
        self.asked.append(batch)
        return self.known


def bare(filename: str = "new.jpg", batch: str = "b") -> Card:
    return Card(batch, filename, (), SCHEMA)


def names(found: Sequence[Example]) -> list[str]:
    return [one.filename for one in found]


def test_the_nearest_by_text_come_first() -> None:
    pool = Pool([TREES, RAILS, SHIPS])

    assert names(pool.nearest(bare(), "Bau einer Eisenbahn, Basel", 2)) == ["rails.jpg", "ships.jpg"]
    assert names(pool.nearest(bare(), "Baume im Walde", 1)) == ["trees.jpg"]


def test_without_words_those_verified_last_are_taken() -> None:
    assert names(Pool([TREES, RAILS, SHIPS]).nearest(bare(), "", 2)) == ["ships.jpg", "rails.jpg"]


def test_a_card_is_no_example_of_itself_under_whatever_name(tmp_path: Path) -> None:
    scan = tmp_path / "scan"
    scan.write_bytes(b"the same scan")
    again = Example("other", "copy.jpg", 3, TREES.text, TREES.values, digests=frozenset({_digest(b"the same scan")}))
    pool = Pool([TREES, RAILS, again])
    same = Card("b", "trees.jpg", (CardImage("trees.jpg", scan),), SCHEMA)

    assert names(pool.nearest(same, TREES.text, 5)) == ["rails.jpg"]


@pytest.mark.parametrize("text", HOSTILE)
def test_row_35_a_verified_card_that_speaks_to_a_machine_teaches_nothing(text: str) -> None:
    by_text = Example("b", "x.jpg", 1, text, {"title": "T"})
    by_value = Example("b", "y.jpg", 2, "plain", {"title": text})

    assert Pool([by_text, by_value]).nearest(bare(), text, 5) == ()


def test_examples_are_bounded_in_number_and_size() -> None:
    huge = Example("b", "h.jpg", 1, "Wort " * 5000, {"title": "A" * 50_000, "place": None})
    said = examples.told([huge] * examples.MOST, SCHEMA)

    assert [examples.wanted(n) for n in (None, "3", True, -1, 0, 3, 99)] == [0, 0, 0, 0, 0, 3, examples.MOST]
    assert len(said) <= examples.MOST * (examples.LONGEST_TEXT + 2 * examples.LONGEST_VALUE + 100)


def test_the_version_names_the_examples_and_changes_with_what_they_say() -> None:
    first = examples.version("abc", [TREES, RAILS], images=False)
    changed = Example("b", "trees.jpg", 7, TREES.text, {"title": "Baum"})

    assert first.startswith("abc+")
    assert first.endswith(":7.8")
    assert examples.version("abc", [changed, RAILS], images=False) != first
    assert examples.version("abc", [TREES, RAILS], images=True) != first
    assert examples.version("abc", [], images=False) == "abc"
    many = [Example("b", "x", 10**15 + n, "", {}) for n in range(5)]
    assert len(examples.version("abc", many, images=False)) <= 64


def read(
    script: Script, folder: Path, source: Verified, *, several: bool = False, **options: JsonValue
) -> tuple[dict[str, str | None], str | None, list[dict[str, object]]]:
    with serving(script) as server:
        made = engine_at(server)
        tools = made.tools.__class__(
            made.tools.provider, made.tools.client, made.tools.gateway, made.tools.pictures, examples=source
        )
        tools.habits["m"] = Habits(several=several)
        engine = VisionEngine("vision", "m", tools, options)
        reading = engine.read(card(folder), threading.Event())
        engine.read(card(folder), threading.Event())
    return values(reading), reading.prompt, server.bodies


def content(body: dict[str, object]) -> list[dict[str, object]]:
    messages = body["messages"]
    assert isinstance(messages, list)
    found: list[dict[str, object]] = messages[0]["content"]
    return found


def test_examples_are_off_unless_wanted(tmp_path: Path) -> None:
    source = Verified(RAILS)
    _, version, bodies = read(lambda _b, _n: GOOD, tmp_path, source)

    assert "Eisenbahn" not in json.dumps(bodies)
    assert not source.asked
    assert version is not None
    assert "+" not in version


def test_examples_go_as_text_and_are_looked_up_once_a_run(tmp_path: Path) -> None:
    source = Verified(TREES, RAILS)
    read_values, version, bodies = read(lambda _b, _n: GOOD, tmp_path, source, several=True, examples=1)
    parts = content(bodies[0])

    assert read_values == {"title": "Bäume", "place": "Bern"}
    assert '{"title": "Bäume", "place": "Bern"}' in str(parts[0]["text"])
    assert "Eisenbahn" not in str(parts[0]["text"])
    assert [part["type"] for part in parts] == ["text", "image_url"], "this example has no scan any more"
    assert version is not None
    assert version.endswith(":7")
    assert source.asked == ["b"]


def scanned(folder: Path) -> Example:
    path = folder / "rails.png"
    path.write_bytes(card(folder).images[0].path.read_bytes())
    return Example("b", "rails.jpg", 8, RAILS.text, RAILS.values, (CardImage("rails.png", path),))


@pytest.mark.parametrize(
    ("several", "kinds"), [(True, ["text", "image_url", "text", "image_url"]), (False, ["text", "image_url"])]
)
def test_scans_of_examples_go_only_to_models_that_tell_several_apart(
    several: bool, kinds: list[str], tmp_path: Path
) -> None:
    _, _, bodies = read(lambda _b, _n: GOOD, tmp_path, Verified(scanned(tmp_path)), several=several, examples=2)
    parts = content(bodies[0])

    assert [part["type"] for part in parts] == kinds
    assert ("scans follow last" in str(parts[0]["text"])) is several


def test_a_provider_that_takes_no_more_images_gets_the_examples_as_text(tmp_path: Path) -> None:
    def script(body: dict[str, object], _number: int) -> Says:
        count = sum(part["type"] == "image_url" for part in content(body))
        return Says("At most 1 image(s) may be provided in one request.", 400) if count > 1 else GOOD

    read_values, _, bodies = read(script, tmp_path, Verified(scanned(tmp_path)), several=True, examples=2)

    assert read_values["title"] == "Bäume"
    assert len(bodies) == 3, "learnt with the first card, for all"
    assert "Eisenbahn" in str(content(bodies[-1])[0]["text"])
    assert "scans follow last" not in str(content(bodies[-1])[0]["text"])


def test_what_is_asked_again_has_examples_of_the_missing_fields_alone(tmp_path: Path) -> None:
    def script(_body: dict[str, object], number: int) -> Says:
        return Says('{"title": "Bäume", "place": "Be', finish="length") if number == 0 else Says({"place": "Bern"})

    _, _, bodies = read(script, tmp_path, Verified(RAILS), examples=1)

    assert '{"place": "Basel"}' in str(content(bodies[1])[0]["text"])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
