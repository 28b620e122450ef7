"""The quickest mail server there is: says yes to everything and forgets it. `python -m tests.benchmarks.smtp_sink PORT`."""

import asyncio
import sys


async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 sink\r\n")
    while line := await reader.readline():
        verb = line[:4].upper()
        if verb == b"DATA":
            writer.write(b"354 go on\r\n")
            await reader.readuntil(b"\r\n.\r\n")
        if verb == b"EHLO":
            writer.write(b"250-sink\r\n250-PIPELINING\r\n")
        if verb == b"QUIT":
            writer.write(b"221 bye\r\n")
            break
        writer.write(b"250 OK\r\n")
    writer.close()


async def main(port: int) -> None:
    server = await asyncio.start_server(talk, "127.0.0.1", port, limit=1_000_000)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
