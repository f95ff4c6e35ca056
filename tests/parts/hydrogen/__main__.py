"""`python -m tests.parts.hydrogen`: a graphical Matrix client on loopback, to try the bot by eye.

Builds Hydrogen under .parts/ the first time. Without `--homeserver` it starts a throw-away Synapse
with an account to log in with and somebody who echoes, so that one can see that it all works.
With `--say` it sits at the client itself, in a headless browser, and takes pictures.
"""

import argparse
import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from tests.parts.nio_client import NioPerson
from tests.parts.places import HOW_TO_GET_CHROMIUM, PARTS, chromium_program, node
from tests.parts.synapse import PASSWORD, Account, Synapse

HERE = Path(__file__).resolve().parent
BUILT = PARTS / "hydrogen"


def build() -> None:
    """Fetch and build the client, unless that was done. Raises SystemExit with a sentence."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("There is no npm here. Install node and npm (Debian: apt install npm).")
    BUILT.mkdir(parents=True, exist_ok=True)
    changed = not (BUILT / "dist/index.html").exists()
    for source in HERE.iterdir():
        if source.suffix in (".js", ".mjs", ".json", ".html"):
            copy = BUILT / source.name
            if not copy.exists() or copy.read_bytes() != source.read_bytes():
                copy.write_bytes(source.read_bytes())
                changed |= source.name != "look.mjs"
    if changed:
        quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([npm, "ci", *quietly], cwd=BUILT, check=True)
        (BUILT / "public").mkdir(exist_ok=True)
        service_worker = BUILT / "node_modules/hydrogen-view-sdk/lib-build/sw.js"
        shutil.copy(service_worker, BUILT / "public")  # vite copies it as it is; no import names it
        vite = BUILT / "node_modules/.bin/vite"
        subprocess.run([vite, "build", "--logLevel", "error"], cwd=BUILT, check=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for the addresses."""


def serve(port: int, homeserver: str) -> str:
    """Serve the built client on loopback in the background; returns the address to open."""
    handler = partial(_Quiet, directory=str(BUILT / "dist"))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/?hs={quote(homeserver)}"


@asynccontextmanager
async def an_echo() -> AsyncIterator[tuple[str, Account, str]]:
    """A throw-away homeserver, an account to log in with, and who echoes there."""
    synapse = await asyncio.to_thread(Synapse().start)
    try:
        rosa = synapse.register("rosa")
        async with NioPerson.of(synapse, "echo") as echo:
            echoing = asyncio.create_task(_echo(echo))
            yield synapse.url, rosa, echo.user_id
            echoing.cancel()
            await asyncio.gather(echoing, return_exceptions=True)
    finally:
        synapse.remove()


async def _echo(echo: NioPerson) -> None:
    while True:
        heard = await echo.reads("", within=24 * 3600)
        if heard.type == "m.room.message":
            await echo.send(heard.room, f"You said: {heard.body}", reply_to=heard.id)


async def look(page: str, homeserver: str, account: Account, asked: argparse.Namespace) -> int:
    """Let a headless browser do what a person would; prints where the pictures are."""
    browser = asked.browser or chromium_program()
    runner = shutil.which("node") or node()
    if browser is None or runner is None:
        sys.exit(f"{HOW_TO_GET_CHROMIUM} Or name one with --browser.")
    order = {
        "page": page,
        "homeserver": homeserver,
        "user": account.user_id,
        "password": account.password,
        "to": asked.to,
        "say": asked.say,
        "pictures": str(asked.pictures.resolve()),
        "browser": str(browser),
        "seconds": asked.seconds,
    }
    looking = await asyncio.create_subprocess_exec(
        str(runner), "look.mjs", cwd=BUILT, stdin=asyncio.subprocess.PIPE
    )
    await looking.communicate(json.dumps(order).encode())
    return looking.returncode or 0


async def try_it(asked: argparse.Namespace, homeserver: str, account: Account) -> int:
    """Serve, and either look or wait for Ctrl-C."""
    page = serve(asked.port, homeserver)
    if asked.say:
        return await look(page, homeserver, account, asked)
    print(f"Open {page}\nlog in as {account.user_id}, and write to {asked.to}.  Ctrl-C ends it.")
    if not asked.homeserver:
        print(f"The password is: {PASSWORD}")
    await asyncio.Event().wait()
    return 0


async def main() -> int:
    """Read what is asked, and do it."""
    parser = argparse.ArgumentParser(prog="python -m tests.parts.hydrogen", description=__doc__)
    parser.add_argument("--homeserver", help="an address such as http://127.0.0.1:8008")
    parser.add_argument("--user", help="who to log in as; the password is in HYDROGEN_PASSWORD")
    parser.add_argument("--to", help="whom to write to, such as @bot:example.org")
    parser.add_argument("--say", action="append", default=[], help="words to say; may be repeated")
    parser.add_argument("--pictures", type=Path, default=PARTS / "pictures")
    parser.add_argument("--port", type=int, default=0, help="of the page; 0 is any free one")
    parser.add_argument("--browser", help="path of a Chromium")
    parser.add_argument("--seconds", type=int, default=30, help="longest wait for any answer")
    asked = parser.parse_args()
    await asyncio.to_thread(build)
    if asked.homeserver:
        if not (asked.user and asked.to):
            parser.error("--homeserver needs --user and --to")
        account = Account(asked.user, os.environ.get("HYDROGEN_PASSWORD", ""))
        return await try_it(asked, asked.homeserver, account)
    async with an_echo() as (homeserver, account, asked.to):
        return await try_it(asked, homeserver, account)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except KeyboardInterrupt:
        sys.exit(0)
