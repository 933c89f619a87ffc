"""Finding out what a model can do: see an image, tell several apart, keep to a JSON schema, answer in JSON mode."""

from __future__ import annotations

import io
import threading
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from PIL import Image, ImageDraw, ImageFont

from app.core.errors import JsonValue
from app.engines.vision.client import Answer, Client, Request
from app.engines.vision.faults import Rejected
from app.engines.vision.gateway import Gateway
from app.engines.vision.ladder import judge
from app.engines.vision.prompt import build
from app.models.record import FieldSpec

NUMBER = "48213"
OTHER = "90576"
ASKED = (FieldSpec("number", description="The number written in the image"),)
BOTH = (
    FieldSpec("number", description="The number written in the first image"),
    FieldSpec("other", description="The number written in the second image"),
)


@dataclass(frozen=True, slots=True)
class Probe:
    """``images``: the model has read the number in the picture; ``several``: those in two, each in its place.

    ``checked_at``: ISO time.
    """

    images: bool
    schema: bool
    json: bool
    checked_at: str
    several: bool = False

    @property
    def rung(self) -> int:
        """The first form of asking that works; see ``ladder.RUNGS``."""
        return 0 if self.schema else 1 if self.json else 2

    @classmethod
    def of(cls, kept: Mapping[str, object]) -> Probe | None:
        match kept:
            case {"images": bool(images), "schema": bool(schema), "json": bool(mode), "checked_at": str(moment)}:
                return cls(images, schema, mode, moment, kept.get("several") is True)
        return None

    def to_json(self) -> dict[str, object]:
        return asdict(self)


def probe(client: Client, gateway: Gateway, model: str, moment: datetime) -> Probe:
    """Three small calls, and a fourth if it sees. Raises ``Fault`` when the provider or the model is not there."""
    asked = build(ASKED)
    request = Request(model=model, text=asked.text, images=(picture(),), extra={})
    strict: dict[str, JsonValue] = {"name": "probe", "strict": True, "schema": asked.schema}
    plain = _ask(client, gateway, request)
    sees = [plain is not None and NUMBER in plain.content + plain.reasoning]
    works: list[bool] = []
    forms: tuple[dict[str, JsonValue], ...] = (
        {"type": "json_schema", "json_schema": strict},
        {"type": "json_object"},
    )
    for form in forms:
        answer = _ask(client, gateway, replace(request, format=form))
        works.append(answer is not None and not judge(answer, ASKED).cause)
        sees.append(answer is not None and NUMBER in answer.content + answer.reasoning)
    several = any(sees) and _tells_apart(client, gateway, model)
    return Probe(any(sees), works[0], works[1], moment.isoformat(timespec="seconds"), several)


def _tells_apart(client: Client, gateway: Gateway, model: str) -> bool:
    pictures = (picture(), picture(OTHER))
    answer = _ask(client, gateway, Request(model=model, text=build(BOTH).text, images=pictures))
    if answer is None:
        return False
    values = judge(answer, BOTH).values
    return NUMBER in (values.get("number") or "") and OTHER in (values.get("other") or "")


def _ask(client: Client, gateway: Gateway, request: Request) -> Answer | None:
    never = threading.Event()
    try:
        return gateway.call(lambda: client.ask(request, never.is_set), never)
    except Rejected:
        return None


def picture(number: str = NUMBER) -> str:
    """A small card with a number on it, as a data URL."""
    card = Image.new("L", (480, 200), 250)
    pen = ImageDraw.Draw(card)
    pen.text((60, 70), f"No. {number}", fill=10, font=ImageFont.load_default(size=56))
    out = io.BytesIO()
    card.save(out, "PNG")
    return "data:image/png;base64," + b64encode(out.getvalue()).decode("ascii")
