"""Progress of a batch, as it happens."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from starlette.concurrency import run_in_threadpool

from app.api.deps import StateDep
from app.core.errors import AppError
from app.models.events import SnapshotEvent
from app.services.ws_manager import ws_manager

router = APIRouter()


@router.websocket("/ws/task/{batch_name}")
async def follow_batch(socket: WebSocket, batch_name: str, state: StateDep) -> None:
    """A snapshot first, then progress and the end; what the client says is not listened to."""
    try:
        await run_in_threadpool(state.runs.snapshot, batch_name)
    except AppError:
        await socket.accept()  # a handshake that fails would not tell the browser why
        await socket.close(1008, "There is no such batch.")
        return
    await socket.accept()
    gone = asyncio.Event()

    async def snapshot() -> SnapshotEvent:
        return await run_in_threadpool(state.runs.snapshot, batch_name)

    listener = asyncio.create_task(_until_gone(socket, gone))
    try:
        await ws_manager.serve(batch_name, socket, snapshot, gone)
    except (WebSocketDisconnect, RuntimeError, AppError):
        return  # the client left while it was being told, or the batch was deleted
    finally:
        listener.cancel()


async def _until_gone(socket: WebSocket, gone: asyncio.Event) -> None:
    try:
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
    finally:
        gone.set()
