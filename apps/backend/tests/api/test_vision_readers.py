"""What the set-up asks of vision readers: their models, what those can do, the prompt, a trial."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.engines.vision.probe import NUMBER, OTHER, Probe
from drawers import Drawer, OpenVision
from providers import KEY, Says

GOOD = Says({"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"})


def asked(drawer: Drawer, method: str, path: str, body: object = None, status: int = 200) -> dict[str, Any]:
    answer = drawer.client.request(method, f"/api/v1/{path}", json=body)
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def models(drawer: Drawer) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in asked(drawer, "GET", "engines/vision/models")["items"]}


def without_schema(body: dict[str, Any], _number: int) -> Says:
    """Sees the picture and knows JSON mode, but no schema."""
    form = body.get("response_format", {}).get("type")
    if form == "json_schema":
        return Says("response_format json_schema is not supported", 400)
    return Says({"number": NUMBER})


def test_the_models_are_those_that_the_provider_lists(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    found = models(drawer)

    assert {name: (each["allowed"], each["images"]) for name, each in found.items()} == {
        "m": (True, True),
        "letters": (True, False),
    }
    assert not server.bodies, "a list of models costs nothing"


def test_models_that_the_administrator_does_not_allow_are_shown_as_such(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    listed = json.dumps([{"name": "test", "base_url": server.url, "key": KEY, "models": ["m", "unlisted"]}])
    drawer, _ = read_by(lambda _b, _n: GOOD, providers=listed)
    found = models(drawer)

    assert {name: each["allowed"] for name, each in found.items()} == {"m": True, "letters": False, "unlisted": True}
    refused = asked(drawer, "POST", "engines/vision/probe", {"model": "letters"}, 422)
    assert refused["code"] == "model_not_allowed"
    assert not server.bodies


def test_a_probe_says_what_a_model_can_do_and_is_kept(read_by: OpenVision) -> None:
    drawer, server = read_by(without_schema)
    found = asked(drawer, "POST", "engines/vision/probe", {"model": "m"})

    assert (found["images"], found["schema"], found["json"], found["several"]) == (True, False, True, False)
    assert models(drawer)["m"]["probe"] == found
    assert len(server.bodies) == 4
    again, _ = read_by(without_schema, providers=drawer.parts.settings.providers)
    assert models(again)["m"]["probe"] == found, "a restart remembers"


def test_a_model_that_was_probed_is_asked_in_the_form_that_works(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda b, n: without_schema(b, n) if "number" in json.dumps(b) else GOOD)
    asked(drawer, "POST", "engines/vision/probe", {"model": "m"})
    before = len(server.bodies)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, "a.jpg")
    drawer.run_to_end(batch)

    assert [body["response_format"]["type"] for body in server.bodies[before:]] == ["json_object"]


@pytest.mark.parametrize(
    ("answer", "several"),
    [
        ({"number": NUMBER, "other": OTHER}, True),
        ({"number": OTHER, "other": NUMBER}, False),
        ({"number": NUMBER, "other": NUMBER}, False),
    ],
)
def test_a_probe_says_whether_a_model_tells_pictures_apart(
    answer: dict[str, str], several: bool, read_by: OpenVision
) -> None:
    drawer, server = read_by(lambda _b, n: Says(answer if n == 3 else {"number": NUMBER}))
    found = asked(drawer, "POST", "engines/vision/probe", {"model": "m"})

    assert (found["images"], found["several"]) == (True, several)
    images = [part for part in server.bodies[3]["messages"][0]["content"] if part["type"] == "image_url"]
    assert len({part["image_url"]["url"] for part in images}) == 2


def test_what_was_probed_before_several_pictures_were_asked_for_still_holds() -> None:
    kept = {"images": True, "schema": True, "json": True, "checked_at": "2026-11-22T10:00:00+00:00"}

    assert Probe.of(kept) == Probe(True, True, True, "2026-11-22T10:00:00+00:00", several=False)


def test_a_probe_finds_a_model_that_does_not_see(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says({"number": "12345"}))

    assert asked(drawer, "POST", "engines/vision/probe", {"model": "m"})["images"] is False


@pytest.mark.parametrize(
    ("engine", "status", "code"), [("nobody", 404, "engine_not_found"), ("local", 422, "no_vision_engine")]
)
def test_only_vision_readers_have_models(read_by: OpenVision, engine: str, status: int, code: str) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD)

    assert asked(drawer, "GET", f"engines/{engine}/models", status=status)["code"] == code
    assert asked(drawer, "POST", f"engines/{engine}/probe", {"model": "m"}, status)["code"] == code


def test_a_reader_that_is_not_set_up_says_what_it_needs(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD, providers="", engine="local")
    refused = asked(drawer, "GET", "engines/vision/models", status=422)

    assert refused["code"] == "engine_not_ready"
    assert "INDEXCARDS_OPENAI_BASE_URL" in refused["detail"]


def test_a_provider_that_is_not_there_is_named_without_its_key(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says(f"wrong key {KEY}", 401))
    refused = asked(drawer, "POST", "engines/vision/probe", {"model": "m"}, 503)

    assert refused["code"] == "bad_key"
    assert KEY not in json.dumps(refused)


def test_the_prompt_is_shown_as_it_will_be_sent(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    fields = [
        {"name": "Titel", "description": "Main title"},
        {"name": "Art", "type": "enum", "values": ["Buch", "Lied"]},
    ]
    shown = asked(drawer, "POST", "prompt", {"fields": fields})
    batch = drawer.batch(fields=fields, engine="vision", model="m", options={"evidence": "stored"})  # type: ignore[arg-type]
    drawer.upload(batch, "a.jpg")
    drawer.run_to_end(batch)
    body = server.bodies[0]
    texts = [
        p["text"]
        for m in body["messages"]
        if isinstance(m["content"], list)
        for p in m["content"]
        if p["type"] == "text"
    ]

    assert shown["text"] in "\n".join(texts)
    assert "Main title" in shown["text"]
    assert body["response_format"]["json_schema"]["schema"] == shown["response_schema"]
    assert list(shown["response_schema"]["properties"]) == ["Titel", "Art"]
    reading = drawer.record(batch, "a.jpg")["readings"][0]  # type: ignore[index]
    assert reading["prompt"] == shown["version"]


def test_a_template_takes_the_fields_where_it_says(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD)
    body = {"fields": ["Titel"], "template": "Lies die Karte.\n{fields}\nEnde."}
    shown = asked(drawer, "POST", "prompt", body)
    plain = asked(drawer, "POST", "prompt", {"fields": ["Titel"]})

    assert shown["text"].startswith("Lies die Karte.\n")
    assert shown["text"].rstrip().endswith("Ende.")
    assert "Titel" in shown["text"]
    assert shown["version"] != plain["version"]
    assert asked(drawer, "POST", "prompt", body)["version"] == shown["version"]


def test_the_language_of_the_cards_stands_in_prompt_and_schema(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    body = {"fields": ["Titel"], "language": "German,\n French "}
    shown = asked(drawer, "POST", "prompt", body)
    plain = asked(drawer, "POST", "prompt", {"fields": ["Titel"]})
    batch = drawer.batch(
        fields=["Titel"], engine="vision", model="m", options={"evidence": "stored", "language": "German, French"}
    )
    drawer.upload(batch, "a.jpg")
    drawer.run_to_end(batch)

    assert "The cards are written in: German, French." in shown["text"]
    assert shown["response_schema"]["description"] == "The cards are written in: German, French."
    assert "written in" not in plain["text"]
    assert shown["version"] != plain["version"]
    assert server.bodies[0]["response_format"]["json_schema"]["schema"] == shown["response_schema"]
    assert drawer.record(batch, "a.jpg")["readings"][0]["prompt"] == shown["version"]  # type: ignore[index]


def test_a_template_without_a_place_for_the_fields_is_refused(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: GOOD)
    refused = asked(drawer, "POST", "prompt", {"fields": ["Titel"], "template": "Lies die Karte."}, 422)

    assert refused["code"] == "bad_prompt"


def test_a_trial_asks_the_chosen_model_with_the_wanted_prompt(read_by: OpenVision) -> None:
    drawer, server = read_by(lambda _b, _n: GOOD)
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, "a.jpg")
    options = {"prompt": "Nur das.\n{fields}", "evidence": "stored"}
    tried = asked(drawer, "POST", f"batches/{batch}/try", {"model": "letters", "options": options})

    assert (tried["engine"], tried["model"]) == ("vision", "letters")
    assert tried["cards"][0]["data"] == {"Komponist": "Reger", "Titel": "Lied", "Signatur": "A 1"}
    assert server.bodies[0]["model"] == "letters"
    assert "Nur das." in json.dumps(server.bodies[0])
    assert drawer.get(batch)["status"] == "draft"


def test_a_trial_of_a_provider_that_is_down_says_why(read_by: OpenVision) -> None:
    drawer, _ = read_by(lambda _b, _n: Says("no", 402))
    batch = drawer.batch(engine="vision", model="m", options={"evidence": "stored"})
    drawer.upload(batch, "a.jpg")
    card = asked(drawer, "POST", f"batches/{batch}/try", {})["cards"][0]

    assert card["success"] is False
    assert "credit" in card["error"]
