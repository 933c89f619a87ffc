"""Vision models as this installation offers them: providers from the settings, probes kept in the data directory."""

from __future__ import annotations

import json
import logging
import threading
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr, ValidationError

from app.core import files
from app.core.clock import now
from app.core.config import Settings
from app.core.errors import Invalid, NotFound, Unavailable
from app.engines.base import Engine
from app.engines.vision import providers
from app.engines.vision.client import Client, Listed
from app.engines.vision.engine import Tools, VisionEngine, WordSource
from app.engines.vision.examples import ExampleSource
from app.engines.vision.faults import Fault
from app.engines.vision.gateway import Gateway, Limits
from app.engines.vision.images import PictureSource
from app.engines.vision.ladder import Habits
from app.engines.vision.probe import Probe, probe
from app.engines.vision.providers import Provider, ProviderSettings
from app.services.readers import Offer, Readers

log = logging.getLogger(__name__)
OPENAI = "https://api.openai.com/v1"
NEEDS = "Set INDEXCARDS_OPENAI_BASE_URL and INDEXCARDS_OPENAI_MODEL (and the key, if the server wants one)."
FORBIDDEN = "This installation does not let scans leave the machine."


def configured(settings: Settings) -> list[ProviderSettings]:
    """The providers of the settings, the simple one first. Raises ``Invalid``."""
    try:
        return _configured(settings)
    except ValidationError as error:
        why = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ")
        raise Invalid(f"The setting INDEXCARDS_OPENAI_BASE_URL does not fit: {why}.") from None
    except ValueError as error:
        raise Invalid(f"{error}.") from None


def _configured(settings: Settings) -> list[ProviderSettings]:
    found = list(providers.parse(settings.providers.get_secret_value()))
    key = settings.openai_api_key.get_secret_value()
    if settings.openai_base_url or key:
        model = settings.openai_model
        simple = ProviderSettings(
            name="openai",
            base_url=settings.openai_base_url or OPENAI,
            key=SecretStr(key),
            models=[model] if model else [],
        )
        found = [simple, *(each for each in found if each.name != "openai")]
    return found


def offers(
    settings: Settings,
    pictures: PictureSource,
    words: WordSource | None,
    examples: ExampleSource | None = None,
) -> dict[str, Offer]:
    """One reader per provider: ``vision`` is the first, the others are ``vision:<name>``."""
    for name in ("openai", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)
    found: dict[str, Offer] = {}
    for number, each in enumerate(configured(settings)):
        name = "vision" if number == 0 else f"vision:{each.name}"
        provider = Provider.of(each)
        forbidden = provider.leaves_machine and not settings.allow_remote
        found[name] = Offer(
            make=partial(_make, name, provider, (pictures, words, examples), settings.data_dir),
            models=tuple(each.models),
            needs=FORBIDDEN if forbidden else "",
            forbidden=forbidden,
            leaves_machine=provider.leaves_machine,
            host=urlsplit(each.base_url).netloc.rpartition("@")[2],
            key_set=bool(each.key.get_secret_value()),
            places=each.calls,
        )
    return found or {"vision": Offer(make=_unset, models=(), needs=NEEDS, leaves_machine=True)}


def _unset() -> Engine:
    raise Invalid(NEEDS, code="engine_not_ready")


Sources = tuple[PictureSource, WordSource | None, ExampleSource | None]


def _make(name: str, provider: Provider, sources: Sources, data_dir: Path) -> Engine:
    settings = provider.settings
    limits = Limits(settings.calls, settings.requests_per_minute, settings.tokens_per_minute)
    tools = Tools(provider, Client(provider), Gateway(limits), *sources)
    for model, known in Probes(data_dir).of(settings.name).items():
        tools.habits[model] = Habits(rung=known.rung, several=known.several)
    return VisionEngine(name, settings.models[0] if settings.models else "", tools)


class Probes:
    """What was found out about models: ``probes.json`` in the data directory, by provider and model."""

    _guard = threading.Lock()

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / "probes.json"

    def of(self, provider: str) -> dict[str, Probe]:
        kept = self._read().get(provider, {})
        return {model: made for model, each in kept.items() if (made := Probe.of(each)) is not None}

    def keep(self, provider: str, model: str, found: Probe) -> None:
        with self._guard:
            kept = self._read()
            kept.setdefault(provider, {})[model] = found.to_json()
            with files.atomic_write(self._path) as out:
                out.write(json.dumps(kept, indent=2, ensure_ascii=False).encode())

    def _read(self) -> dict[str, dict[str, dict[str, object]]]:
        try:
            kept = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def engine(readers: Readers, name: str) -> VisionEngine:
    """A reader that is a vision model. Raises ``NotFound`` or ``Invalid``."""
    offer = readers.offers.get(name)
    if offer is None:
        raise NotFound(f"There is no reader called {name!r}.", code="engine_not_found", params={"engine": name})
    if offer.needs:
        raise Invalid(offer.needs, code="engine_not_ready")
    found = readers.get(name)
    if not isinstance(found, VisionEngine):
        raise Invalid(
            f"The reader {name!r} has no models of a provider.", code="no_vision_engine", params={"engine": name}
        )
    return found


def models(found: VisionEngine) -> list[Listed]:
    """What the provider lists; its prices are remembered. Raises ``Unavailable``."""
    try:
        listed = found.tools.client.models()
    except Fault as fault:
        raise Unavailable(str(fault), code=fault.cause) from None
    remember_prices(found, listed)
    return listed


def remember_prices(found: VisionEngine, listed: list[Listed]) -> None:
    found.tools.prices.update({each.id: each.prices for each in listed if each.prices is not None})


def try_model(found: VisionEngine, model: str, data_dir: Path) -> Probe:
    """Ask a model with a small picture and keep what it can do. Raises ``Invalid`` or ``Unavailable``."""
    allowed = found.tools.provider.settings.models
    if allowed and model not in allowed:
        raise Invalid(f"The model {model!r} is not allowed here.", code="model_not_allowed", params={"model": model})
    try:
        result = probe(found.tools.client, found.tools.gateway, model, now())
    except Fault as fault:
        raise Unavailable(str(fault), code=fault.cause) from None
    Probes(data_dir).keep(found.tools.provider.settings.name, model, result)
    found.tools.habits[model] = Habits(rung=result.rung, several=result.several)
    return result
