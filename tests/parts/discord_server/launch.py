"""Runs the bot with discord.py pointed at a server of ours: `launch.py BASE run --config …`."""

import sys

from bot.cli import main
from tests.parts.discord_server import pointed_at

if __name__ == "__main__":
    with pointed_at(sys.argv[1]):
        sys.exit(main(sys.argv[2:]))
