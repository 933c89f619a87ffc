"""The two networks out of the ``rapidocr`` wheel, loaded on ONNX Runtime. Nothing is ever downloaded."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from app.engines.base import EngineDown
from app.engines.local import ctc

Floats = npt.NDArray[np.float32]

DETECTOR = "PP-OCRv6_det_small.onnx"
RECOGNISER = "PP-OCRv6_rec_small.onnx"


class Network(Protocol):
    """One input, one output; may be called by several threads at once (ONNX sessions may)."""

    def __call__(self, batch: Floats) -> Floats: ...


@dataclass(frozen=True, slots=True)
class Models:
    detector: Network
    recogniser: Network
    alphabet: ctc.Alphabet


def load(folder: Path | None = None) -> Models:
    """Load both networks from ``folder`` (the wheel's own, if None).

    One thread each: several cards at once use the cores better than several threads on one card.
    Raises ``EngineDown`` when a file is missing or damaged.
    """
    folder = folder or _wheel_folder()
    detector, _ = _network(folder / DETECTOR)
    recogniser, characters = _network(folder / RECOGNISER)
    return Models(detector, recogniser, ctc.Alphabet.of_characters(characters))


def _wheel_folder() -> Path:
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    import rapidocr

    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    return Path(rapidocr.__file__).parent / "models"


def _network(path: Path) -> tuple[Network, list[str]]:
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as failures

    if not path.is_file():
        message = f"the model file {path.name} is missing in {path.parent}; install rapidocr 3.10.0 again"
        raise EngineDown(message, "model_file")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    options.enable_cpu_mem_arena = False
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (failures.Fail, failures.InvalidProtobuf, failures.InvalidGraph, RuntimeError, ValueError) as error:
        raise EngineDown(f"the model file {path} cannot be loaded: {error}", "model_file") from error
    name = session.get_inputs()[0].name
    characters = session.get_modelmeta().custom_metadata_map.get("character", "").splitlines()

    def run(batch: Floats) -> Floats:
        output: Floats = session.run(None, {name: batch})[0]
        return output

    return run, characters
