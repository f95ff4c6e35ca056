"""A throw-away Matrix homeserver: a real Synapse on loopback, with its own folder and a free port.

Nothing of it outlives the test run, also not a killed one. Standard library only; blocking, since a
test has nothing to do while its server starts. Never share names between tests: ask `fresh_name`.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from tests.parts.places import ROOT, synapse_python
from tests.parts.synapse_config import SHARED_SECRET, log_config, server_config

PASSWORD = "correct horse"  # of every test account unless it is given another


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody's account on the test server."""

    user_id: str
    password: str = field(repr=False)

    @property
    def localpart(self) -> str:
        return self.user_id[1:].partition(":")[0]


class SynapseSays(Exception):
    """The server answered with an error: `status` is of HTTP, `errcode` of Matrix."""

    def __init__(self, status: int, answer: dict[str, Any]) -> None:
        super().__init__(f"{status} {answer.get('errcode')}: {answer.get('error')}")
        self.status = status
        self.errcode = answer.get("errcode", "")
        self.answer = answer


class Synapse:
    """One server. `limits` leaves Synapse's own rate limits on; `extra` is YAML for its file."""

    server_name = "localhost"

    def __init__(self, *, limits: bool = False, extra: str = "") -> None:
        fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # memory; 0.7 s faster start
        self.folder = Path(tempfile.mkdtemp(prefix="peerbot-synapse-", dir=fast))
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._admin_token = ""
        (self.folder / "media").mkdir()
        # "ed25519 a_<id> <unpadded base64 of 32 bytes>"; --generate-keys would cost 1.4 s
        key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.folder / "signing.key").write_text(f"ed25519 a_test {key}\n")
        (self.folder / "log.yaml").write_text(log_config(self.folder))
        yaml = server_config(self.folder, self.port, limits=limits) + extra
        (self.folder / "homeserver.yaml").write_text(yaml)

    # ── its life ──────────────────────────────────────────────────────────────────────────────────

    def start(self, within: float = 60) -> Self:
        """Start it and wait until it answers (1.5 s on an idle machine). Raises RuntimeError."""
        python = synapse_python()
        if python is None:
            raise RuntimeError("Synapse is not there: make parts")
        env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COVERAGE"))}
        wrapped = [str(python), str(ROOT / "tests/parts/die_with_parent.py")]
        server = ["-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
        with (self.folder / "stdout.log").open("ab") as output:
            self._process = subprocess.Popen(
                [*wrapped, *server],
                cwd=self.folder,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for pytest, which then stops us in order
            )
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise RuntimeError("Synapse ended at once:\n" + self.last_words())
            try:
                self.call("GET", "/_matrix/client/versions", timeout=2)
                return self
            except (OSError, SynapseSays):
                time.sleep(0.05)
        raise RuntimeError(f"Synapse did not answer within {within} s:\n" + self.last_words())

    def stop(self, *, kill: bool = False) -> None:
        """Stop it; `kill` is kill -9, which it survives. Accounts and rooms stay for `start`."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGKILL if kill else signal.SIGTERM)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def restart(self, *, kill: bool = False) -> None:
        """Stop and start, on the same port and with everything it knew."""
        self.stop(kill=kill)
        self.start()

    def remove(self) -> None:
        """Stop it and remove its folder."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def is_running(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process, for measuring it."""
        assert self._process is not None, "not started"
        return self._process.pid

    def last_words(self) -> str:
        """The end of what it printed and logged."""
        logs = [self.folder / "stdout.log", self.folder / "homeserver.log"]
        return "\n".join(log.read_text()[-2000:] for log in logs if log.exists())

    # ── what is asked of it ───────────────────────────────────────────────────────────────────────

    def call(
        self, method: str, path: str, body: Any = None, *, token: str = "", timeout: float = 30
    ) -> dict[str, Any]:
        """One request; returns the JSON answer. Raises SynapseSays, or OSError if it is down."""
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {token}"} if token else {}),
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return dict(json.load(answer))
        except urllib.error.HTTPError as error:
            with error:
                said = error.read()
            answer = json.loads(said) if said.startswith(b"{") else {"error": said[:200].decode()}
            raise SynapseSays(error.code, answer) from None

    def fresh_name(self, name: str) -> str:
        """`name` with an ending that no other test has."""
        return f"{name}-{secrets.token_hex(3)}"

    def register(self, name: str, password: str = PASSWORD, *, admin: bool = False) -> Account:
        """A new account with exactly this local part. Raises SynapseSays when it is taken."""
        path = "/_synapse/admin/v1/register"
        nonce = self.call("GET", path)["nonce"]
        parts = (nonce, name, password, "admin" if admin else "notadmin")
        mac = hmac.new(SHARED_SECRET.encode(), "\0".join(parts).encode(), hashlib.sha1)
        asked = {"nonce": nonce, "username": name, "password": password, "admin": admin}
        made = self.call("POST", path, asked | {"mac": mac.hexdigest(), "inhibit_login": True})
        return Account(made["user_id"], password)

    def log_in(self, account: Account, device_id: str | None = None) -> str:
        """An access token for the account, with a device of its own."""
        identifier = {"type": "m.id.user", "user": account.user_id}
        asked = {"type": "m.login.password", "identifier": identifier, "password": account.password}
        if device_id:
            asked["device_id"] = device_id
        return str(self.call("POST", "/_matrix/client/v3/login", asked)["access_token"])

    def as_admin(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        """A call by a server administrator; one is made at the first."""
        if not self._admin_token:
            self._admin_token = self.log_in(self.register(self.fresh_name("admin"), admin=True))
        return self.call(method, path, body, token=self._admin_token)

    def lift_limits(self, user_id: str) -> None:
        """The one admin call that a bot's account needs on a server with limits."""
        path = f"/_synapse/admin/v1/users/{user_id}/override_ratelimit"
        self.as_admin("POST", path, {"messages_per_second": 0, "burst_count": 0})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
