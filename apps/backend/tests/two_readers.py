"""Two readers of the sample cards that err in different fields, and what tests do with a batch that both have read."""

from __future__ import annotations

import words

from app.engines.base import CancelToken, Card
from app.models.enums import Source
from app.models.record import Reading, Value
from drawers import House
from readers import Double

FIELDS, TRUTH = words.nameless()
CARDS = sorted(TRUTH)
VERIFIED = CARDS[:8]
REST = CARDS[8:]


class Transcriber(Double):
    """A model that reads well and writes as it likes: marks behind every value; of one field it knows nothing."""

    def __init__(self, model: str, missing: str, mark: str = ".") -> None:
        super().__init__()
        self.model = model
        self.missing = missing
        self.mark = mark

    def answer(self, card: Card, cancel: CancelToken) -> Reading:
        values = []
        for field in card.schema:
            text = TRUTH[card.filename][field.name] if field.name != self.missing else None
            values.append(Value(field.name, f"{text}{self.mark}" if text else None, 0.7, (), Source.MODEL))
        return Reading(tuple(values), "", "vision", self.model, 0.01, pages=words.pages(card.filename))


def api(house: House, batch: str, method: str, path: str, status: int = 200, **more: object) -> dict[str, object]:
    answer = house.client.request(method, f"/api/v1/batches/{batch}{path}", **more)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    found: dict[str, object] = answer.json()
    return found


def read_twice(house: House) -> str:
    batch = house.read_by(Transcriber("alpha-1", FIELDS[0], " (sic)"), *CARDS, fields=FIELDS)
    house.run_to_end(batch)
    house.reader.of[batch] = Transcriber("beta-1", FIELDS[1], " (sic)")
    house.client.post(f"/api/v1/batches/{batch}/start", params={"anew": True}).raise_for_status()
    house.run_to_end(batch, start=False)
    return batch


def verify(house: House, batch: str, cards: list[str]) -> None:
    for name in cards:
        version = house.record(batch, name)["version"]
        api(house, batch, "PATCH", f"/records/{name}", json={"version": version, "set": TRUTH[name], "who": "Ada"})
