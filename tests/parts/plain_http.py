"""HTTP byte for byte, for what no decent client would say."""

import asyncio
from dataclasses import dataclass, field
from typing import Self


@dataclass(slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)  # names in small letters
    body: bytes = b""


class PlainHttp:
    """One connection. Use as `async with PlainHttp(port) as line:`."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Self:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.transport.abort()

    async def sends(self, data: bytes | str) -> None:
        """Send it as it is."""
        self.writer.write(data if isinstance(data, bytes) else data.encode())
        await self.writer.drain()

    async def is_closed(self, within: float = 10) -> bool:
        """Whether the other side closes, whatever it says before."""
        try:
            async with asyncio.timeout(within):
                while await self.reader.read(65536):
                    pass
        except ConnectionError:
            pass
        except TimeoutError:
            return False
        return True

    async def answer(self, within: float = 10, *, head: bool = False) -> Answer:
        """The next answer, with its body unless only the `head` was asked for."""
        async with asyncio.timeout(within):
            above = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = above.strip().split("\r\n")
            answer = Answer(int(first.split()[1]))
            for line in lines:
                name, _, value = line.partition(":")
                answer.headers[name.strip().lower()] = value.strip()
            length = int(answer.headers.get("content-length", 0))
            if length and not head:
                answer.body = await self.reader.readexactly(length)
        return answer


async def asks(port: int, said: str | bytes, within: float = 10) -> Answer:
    """One request on a connection of its own, given as it goes over the line."""
    async with PlainHttp(port) as line:
        await line.sends(said)
        return await line.answer(within, head=said[:5] in (b"HEAD ", "HEAD "))


def request(method: str, path: str, body: str | bytes = b"", **headers: str) -> bytes:
    """A request as bytes; `_` in the name of a header is a `-`."""
    data = body if isinstance(body, bytes) else body.encode()
    said = {"Host": "localhost", **{name.replace("_", "-"): v for name, v in headers.items()}}
    if data:
        said["Content-Length"] = str(len(data))
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + data
