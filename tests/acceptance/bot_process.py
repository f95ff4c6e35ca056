"""The bot on a real homeserver, as a process of its own."""

from collections.abc import Iterable
from pathlib import Path

from tests.acceptance.at_discord import AtDiscord
from tests.parts.discord_server.server import TOKEN
from tests.parts.installation import Installation, free_port
from tests.parts.places import ROOT
from tests.parts.synapse import Account, Synapse

LAUNCH = str(ROOT / "tests/parts/discord_server/launch.py")
READY = "action=listening"  # what the Matrix adapter logs once it has heard from its server

CONFIG = """\
[service]
name = "Peerbot"
organisation = "The Night Watch"
language = "en"
[storage]
database = "peerbot.db"
key_file = "peerbot.key"
[coordinators]
people = [{people}]
[programmes]
active = ["programme.toml"]
[platforms.matrix]
homeserver = "{url}"
user = "{user}"
password_file = "matrix-password"
store = "matrix-store"
{room}
{web}
{discord}
"""


WEB = """\
[platforms.web]
address = "http://127.0.0.1:{port}/"
listen = "127.0.0.1:{port}"
"""

DISCORD = """\
[platforms.discord]
server = "{server}"
relay = {relay}
token_file = "discord-token"
"""


class BotProcess(Installation):
    """One installation with an account on a homeserver, and a page or Discord if wished for."""

    def __init__(self, synapse: Synapse, folder: Path, account: Account | None = None) -> None:
        super().__init__(folder, READY)
        self.account = account or synapse.register(synapse.fresh_name("peerbot"))
        self.user_id = self.account.user_id
        self.page = ""
        self._url = synapse.url
        synapse.lift_limits(self.user_id)

    def configure(
        self,
        *,
        coordinators: Iterable[str] = (),
        room: str | None = None,
        password: str | None = None,
        url: str | None = None,
        contacts: int = 24,
        more: str = "",
        page: bool = False,
        discord: AtDiscord | None = None,
    ) -> None:
        """Write its files. `more` is TOML for the top of the programme; `page`: with our own page."""
        self.write_programme(contacts=contacts, more=more)
        self._keep_secret("matrix-password", password or self.account.password)
        web = WEB.format(port=free_port()) if page else ""
        self.page = web.split('"')[1] if page else ""
        self.config.write_text(
            CONFIG.format(
                people=", ".join(f'"matrix:{user}"' for user in coordinators),
                url=url or self._url,
                user=self.user_id,
                room=f'coordinators_room = "{room}"' if room else "",
                web=web,
                discord=self._on_discord(discord) if discord else "",
            )
        )

    def _on_discord(self, discord: AtDiscord) -> str:
        self._keep_secret("discord-token", TOKEN)
        self.program = (LAUNCH, discord.server.base)
        return DISCORD.format(server=discord.guild, relay=str(discord.relay).lower())

    def _keep_secret(self, name: str, words: str) -> None:
        secret = self.folder / name
        secret.write_text(words)
        secret.chmod(0o600)
