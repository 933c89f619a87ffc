"""Ports that stay free until the server that is to listen there does."""

from __future__ import annotations

import socket


def held_port() -> tuple[socket.socket, int]:
    """A port, and a socket that keeps all others from it while it is open; a server may listen there."""
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    port: int = held.getsockname()[1]
    return held, port
