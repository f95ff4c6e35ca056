"""The command `peerbot`."""

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.config import Config, Problems, load
from bot.runtime import logs

CONFIG_EXIT = 78  # EX_CONFIG
USUAL_CONFIG = Path("config.toml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.command == "run":
        gc.disable()  # until all is loaded; looking through it meanwhile takes a tenth of a start
    if asked.command == "rehearse":
        from bot.rehearsal.evening import rehearse

        return asyncio.run(rehearse(language=asked.language, scripted=asked.scripted))
    if asked.command == "demo":
        from bot.rehearsal.demo.demonstration import demonstrate

        return asyncio.run(
            demonstrate(
                language=asked.language,
                port=asked.port,
                opens_browser=not asked.no_browser,
                tries=not (asked.no_browser or sys.stdin.isatty()),
            )
        )
    if asked.command == "setup":
        return _setting_up(asked.platform, asked.config)
    try:
        config = load(asked.config, os.environ)
    except Problems as problems:
        for problem in problems.problems:
            print(problem, file=sys.stderr)
        return CONFIG_EXIT
    logs.set_up(config.log.level, json_lines=config.log.json_lines)
    try:
        return _with_config(asked.command, config, coordinates=getattr(asked, "coordinator", False))
    except Problems as problems:
        for problem in problems.problems:
            print(problem, file=sys.stderr)
        return CONFIG_EXIT


def _setting_up(platform: str, path: Path) -> int:
    from bot.setting_up import set_up_discord, set_up_matrix

    walk = set_up_matrix if platform == "matrix" else set_up_discord
    try:
        return asyncio.run(walk(path, os.environ))
    except Problems as problems:
        for problem in problems.problems:
            print(problem, file=sys.stderr)
        return CONFIG_EXIT


def _with_config(command: str, config: Config, *, coordinates: bool) -> int:
    match command:
        case "run":
            from bot.starting import run

            return asyncio.run(run(config))
        case "check":
            return asyncio.run(_check(config))
        case "invite":
            from bot.keeping import invite

            return asyncio.run(invite(config, coordinates=coordinates))
        case "migrate":
            from bot.keeping import migrate_only

            return asyncio.run(migrate_only(config))
        case _:
            from bot.keeping import rotate_key

            return asyncio.run(rotate_key(config))


async def _check(config: Config) -> int:
    from bot.checking import check

    findings = await check(config)
    for finding in findings:
        print(f"{'ok  ' if finding.well else 'MEND'} {finding.part}: {finding.says}")
    return 0 if all(finding.well for finding in findings) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="peerbot", description="A chatbot that coordinates peer support."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in (
        ("run", "run the bot"),
        ("check", "say whether everything is well, and what mends it"),
        ("migrate", "bring the database up to date, and nothing else"),
        ("rotate-key", "seal everything with a new key; stop the bot first"),
        ("invite", "print a link that lets somebody in on the page, once"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument(
            "--config", type=Path, default=USUAL_CONFIG, help="the TOML file (default: config.toml)"
        )
        if name == "invite":
            command.add_argument(
                "--coordinator",
                action="store_true",
                help="whoever opens it coordinates from then on",
            )
    demo = commands.add_parser(
        "demo",
        help="try it with invented people, in the browser",
        description="Three people on one page: receiver, volunteer, coordinator, over the real bot. "
        "Without a terminal a conversation is walked through it, and an evening played aloud.",
    )
    demo.add_argument("--language", choices=("da", "en"), help="instead of the browser's")
    demo.add_argument("--port", type=int, default=0, help="instead of any that is free")
    demo.add_argument(
        "--no-browser", action="store_true", help="open none; the address is printed anyway"
    )
    rehearse = commands.add_parser("rehearse", help="try it with invented people, in the terminal")
    rehearse.add_argument("--language", choices=("da", "en"), default="en")
    rehearse.add_argument(
        "--scripted", action="store_true", help="play an evening aloud and say whether it went well"
    )
    setup = commands.add_parser(
        "setup", help="make the bot's account, device and rooms; or let it in"
    )
    setup.add_argument("platform", choices=("matrix", "discord"))
    setup.add_argument("--config", type=Path, default=USUAL_CONFIG, help="the TOML file")
    return parser
