"""A line between a program and its Redis that can be slow, silent, cut off or reset."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path


class Fault(StrEnum):
    """What happens to what Redis answers."""

    NONE = "none"
    DELAY = "delay"  # each answer comes late
    DROP = "drop"  # no answer ever comes, and the line stays open
    TRUNCATE = "truncate"  # half an answer, then the end
    RESET = "reset"  # the line is torn at once


class Proxy:
    """Listens on a port of 127.0.0.1, passes bytes on to a Unix socket; `fault` can be set at any time."""

    def __init__(self, target: Path, late: float = 0.4) -> None:
        self.target, self.late, self.fault = target, late, Fault.NONE
        self.loop = asyncio.new_event_loop()
        self.server = self.loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.server.sockets[0].getsockname()[1]}/0"

    async def _serve(self, asked: asyncio.StreamReader, answers: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.CancelledError):
            inner, to_redis = await asyncio.open_unix_connection(str(self.target))
            one = asyncio.ensure_future(self._pass(asked, to_redis))
            await self._answer(inner, answers)
            one.cancel()
            to_redis.close()
        answers.close()

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(1 << 16):
            sink.write(data)
            await sink.drain()

    async def _answer(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while data := await source.read(1 << 16):
            match self.fault:
                case Fault.DELAY:
                    await asyncio.sleep(self.late)
                case Fault.DROP:
                    continue
                case Fault.TRUNCATE:
                    sink.write(data[: len(data) // 2])
                    await sink.drain()
                    return
                case Fault.RESET:
                    line = sink.get_extra_info("socket")
                    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    sink.transport.abort()
                    return
            sink.write(data)
            await sink.drain()

    async def _end(self) -> None:
        self.server.close()
        here = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in here:
            task.cancel()
        await asyncio.gather(*here, return_exceptions=True)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()


@contextlib.contextmanager
def between(target: Path) -> Iterator[Proxy]:
    proxy = Proxy(target)
    try:
        yield proxy
    finally:
        proxy.stop()
