"""Readers: which there are, what they need, and the models behind them."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter

from app.api.deps import ReadersDep, SettingsDep
from app.engines.vision.probe import Probe
from app.models.costs import ModelList, ProbeRead, ProbeWanted, VisionModelRead
from app.models.schemas import EngineList, EngineRead
from app.services import vision

router = APIRouter(prefix="/engines", tags=["engines"])


@router.get("", response_model=EngineList)
def list_engines(readers: ReadersDep) -> EngineList:
    items = [
        EngineRead(
            name=name,
            state="unavailable" if offer.needs else "ready",
            models=list(offer.models),
            needs=offer.needs,
            needs_code=("not_allowed" if offer.forbidden else "settings") if offer.needs else None,
            leaves_machine=offer.leaves_machine,
        )
        for name, offer in sorted(readers.offers.items())
    ]
    return EngineList(items=items, default=readers.default)


@router.get("/{engine_name}/models", response_model=ModelList)
def list_models(engine_name: str, readers: ReadersDep, settings: SettingsDep) -> ModelList:
    """The models that the reader's provider lists, and those that are allowed; asks the provider."""
    found = vision.engine(readers, engine_name)
    allowed = found.tools.provider.settings.models
    probes = vision.Probes(settings.data_dir).of(found.tools.provider.settings.name)
    listed = vision.models(found)
    known = {each.id for each in listed}
    items = [
        VisionModelRead(
            id=each.id,
            allowed=not allowed or each.id in allowed,
            images=each.images,
            prompt_price=each.prices[0] if each.prices else None,
            completion_price=each.prices[1] if each.prices else None,
            probe=_probe(probes.get(each.id)),
        )
        for each in listed
    ]
    items += [
        VisionModelRead(
            id=name, allowed=True, images=None, prompt_price=None, completion_price=None, probe=_probe(probes.get(name))
        )
        for name in allowed
        if name not in known
    ]
    return ModelList(items=items)


@router.post("/{engine_name}/probe", response_model=ProbeRead)
def probe_model(engine_name: str, wanted: ProbeWanted, readers: ReadersDep, settings: SettingsDep) -> ProbeRead:
    """Ask a model with a small picture what it can do (a few small calls), and keep the result."""
    found = vision.engine(readers, engine_name)
    return ProbeRead.model_validate(asdict(vision.try_model(found, wanted.model, settings.data_dir)))


def _probe(found: Probe | None) -> ProbeRead | None:
    return ProbeRead.model_validate(asdict(found)) if found is not None else None
