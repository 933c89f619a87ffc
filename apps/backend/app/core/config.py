"""Settings: environment, prefix ``INDEXCARDS_``, or ``.env``. Each is explained in ``.env.example``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.core.errors import Invalid

REPOSITORY = Path(__file__).resolve().parents[4]


class Settings(BaseSettings):
    """Sizes in bytes, times in seconds."""

    model_config = SettingsConfigDict(env_prefix="INDEXCARDS_", env_file=".env", extra="ignore")

    data_dir: Path = Path("data")
    database_url: str = ""
    engine: str = "local"
    workers: int = Field(default=os.cpu_count() or 2, ge=1, le=256)
    read_timeout: float = Field(default=120.0, gt=0)
    reader_long_side: int = Field(default=1800, ge=400, le=10_000)
    decoders: int = Field(default=2, ge=1, le=16)
    decode_timeout: float = Field(default=20.0, gt=0)
    max_upload_bytes: int = Field(default=100 * 2**20, ge=1024)
    max_request_bytes: int = Field(default=4 * 2**30, ge=1024)
    max_pixels: int = Field(default=120_000_000, ge=10_000)
    max_pages: int = Field(default=200, ge=1)
    min_free_bytes: int = Field(default=200 * 2**20, ge=0)
    checkpoint_seconds: float = Field(default=25.0, gt=0, le=30)
    openai_base_url: str = ""
    openai_api_key: SecretStr = SecretStr("")
    openai_model: str = ""
    providers: SecretStr = SecretStr("")
    allow_remote: bool = True
    adopt_after: float = Field(default=2.0, ge=0)
    allowed_hosts: str = ""
    allowed_origins: str = ""
    frontend_dir: Path = REPOSITORY / "apps" / "frontend" / "dist"
    samples_dir: Path = REPOSITORY / "data" / "samples"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def batches_dir(self) -> Path:
        return self.data_dir / "batches"

    @property
    def url(self) -> str:
        """The database's address; SQLite in the data directory unless set."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'indexcards.db').absolute()}"

    @property
    def extra_hosts(self) -> frozenset[str]:
        return frozenset(h.strip().lower() for h in self.allowed_hosts.split(",") if h.strip())

    @property
    def extra_origins(self) -> frozenset[str]:
        return frozenset(o.strip().lower().rstrip("/") for o in self.allowed_origins.split(",") if o.strip())


def load(data_dir: Path | None = None) -> Settings:
    """The settings of a command. Raises ``Invalid``, which names the one that does not fit."""
    try:
        return Settings() if data_dir is None else Settings(data_dir=data_dir)
    except ValidationError as error:
        first = error.errors(include_input=False)[0]
        name = "_".join(map(str, first["loc"])).upper()
        raise Invalid(f"The setting INDEXCARDS_{name} does not fit: {first['msg']}.") from None
