"""WebSockets as uvicorn serves them, but for clients that do not read."""

from __future__ import annotations

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

GOODBYE = 5.0
"""Seconds to take in the end of a conversation."""


class Sockets(WebSocketsSansIOProtocol):
    """A connection whose conversation is over ends, even if the client never takes what was sent last."""

    async def run_asgi(self) -> None:
        await super().run_asgi()
        self.loop.call_later(GOODBYE, self.transport.abort)
