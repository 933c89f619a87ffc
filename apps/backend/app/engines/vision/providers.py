"""Providers: the servers that the administrator allows. Nothing else is ever contacted."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError, model_validator

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class ProviderSettings(BaseModel):
    """One provider as an administrator writes it. Prices in US$ per million tokens."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,40}$")]
    base_url: str
    key: SecretStr = SecretStr("")
    models: list[str] = Field(default_factory=list, max_length=200)
    calls: int = Field(default=8, ge=1, le=256)
    requests_per_minute: int | None = Field(default=None, ge=1)
    tokens_per_minute: int | None = Field(default=None, ge=1)
    deadline: float = Field(default=120.0, gt=0, le=3600)
    long_side: int = Field(default=1400, ge=300, le=6000)
    """The smallest at which the built-in reader loses no small print: `python -m bench vision-long-side`."""
    max_tokens: int = Field(default=2000, ge=64, le=200_000)
    prices: dict[str, tuple[float, float]] = Field(default_factory=dict)
    private_network: bool = False

    @model_validator(mode="after")
    def _url_is_safe(self) -> Self:
        check_url(self.base_url, private=self.private_network)
        return self


def parse(text: str) -> tuple[ProviderSettings, ...]:
    """The setting ``PROVIDERS``: a JSON list of providers. Raises ``ValueError`` that never repeats a key."""
    if not text.strip():
        return ()
    try:
        found = TypeAdapter(list[ProviderSettings]).validate_json(text)
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors(include_input=False)
        )
        raise ValueError(f"INDEXCARDS_PROVIDERS is not a list of providers: {wrong}") from None
    names = [provider.name for provider in found]
    if len(set(names)) < len(names):
        raise ValueError("INDEXCARDS_PROVIDERS names two providers alike.")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port. ``local``: this machine; ``private``: a network of our own."""

    scheme: str
    host: str
    port: int
    local: bool
    private: bool


def check_url(url: str, *, private: bool = False) -> Origin:
    """Judge a base URL; raises ``ValueError`` with what is wrong."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise ValueError("the base URL must begin with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise ValueError("the base URL must not hold a user name or password; the key has a setting of its own")
    if parts.query or parts.fragment:
        raise ValueError("the base URL must not hold ? or #")
    host = (parts.hostname or "").rstrip(".")
    try:
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise ValueError("the base URL has no usable port") from None
    if not host:
        raise ValueError("the base URL names no host")
    local, near = _place(host, private)
    if parts.scheme == "http" and not (local or near):
        raise ValueError("http:// is for this machine and for private networks; others need https://")
    return Origin(parts.scheme, host, port, local, near)


def _place(host: str, private: bool) -> tuple[bool, bool]:
    """Whether the host is this machine, and whether it is near."""
    if host == "localhost" or host.endswith(".localhost"):
        return True, True
    try:
        address = plain(ipaddress.ip_address(host))
    except ValueError:
        if re.fullmatch(r"(0x[0-9a-f]+|[0-9]+)(\.(0x[0-9a-f]+|[0-9]+))*", host, re.IGNORECASE):
            raise ValueError("the base URL's host is a number that is no plain IP address") from None
        return False, private
    if never(address):
        raise ValueError("the base URL names an address that no model server has")
    return address.is_loopback, not address.is_global


def plain(address: Address) -> Address:
    """An IPv4 address that travels inside an IPv6 one is judged as what it is."""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def never(address: Address) -> bool:
    """Link-local (where clouds keep their metadata), multicast, unspecified: never contacted."""
    return address.is_link_local or address.is_multicast or address.is_unspecified


def may_connect(origin: Origin, address: Address) -> bool:
    """Whether a name of this origin may lead to this address (against rebinding)."""
    found = plain(address)
    if never(found):
        return False
    if origin.local:
        return found.is_loopback
    if origin.private:
        return not found.is_loopback or _is_literal(origin.host)
    return found.is_global


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider in use. The key never appears in ``repr``."""

    settings: ProviderSettings = field(repr=False)
    origin: Origin

    @classmethod
    def of(cls, settings: ProviderSettings) -> Provider:
        return cls(settings, check_url(settings.base_url, private=settings.private_network))

    @property
    def leaves_machine(self) -> bool:
        return not self.origin.local
