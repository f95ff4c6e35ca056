"""The files Synapse is started with, and why each line is there."""

from pathlib import Path

SHARED_SECRET = "only for tests on loopback"

_HUGE = "{per_second: 100000, burst_count: 100000}"

NO_LIMITS = f"""
rc_message: {_HUGE}
rc_registration: {_HUGE}
rc_login: {{address: {_HUGE}, account: {_HUGE}, failed_attempts: {_HUGE}}}
rc_admin_redaction: {_HUGE}
rc_joins: {{local: {_HUGE}, remote: {_HUGE}}}
rc_joins_per_room: {_HUGE}
rc_invites: {{per_room: {_HUGE}, per_user: {_HUGE}, per_issuer: {_HUGE}}}
rc_media_create: {_HUGE}
rc_presence: {{per_user: {_HUGE}}}
rc_room_creation: {_HUGE}
rc_user_directory: {_HUGE}
rc_key_requests: {_HUGE}
"""


def server_config(folder: Path, port: int, *, limits: bool) -> str:
    """homeserver.yaml. Alone in the world: no federation, no key servers, loopback only."""
    return f"""\
server_name: localhost
public_baseurl: http://127.0.0.1:{port}/
pid_file: {folder}/homeserver.pid
signing_key_path: {folder}/signing.key
log_config: {folder}/log.yaml
media_store_path: {folder}/media
database: {{name: sqlite3, args: {{database: {folder}/homeserver.db}}}}
listeners:
  - port: {port}
    type: http
    bind_addresses: [127.0.0.1]
    resources: [{{names: [client], compress: false}}]  # includes /_synapse/admin
registration_shared_secret: {SHARED_SECRET}
macaroon_secret_key: m
form_secret: f
report_stats: false
suppress_key_server_warning: true
trusted_key_servers: []
federation_domain_whitelist: []
url_preview_enabled: false
bcrypt_rounds: 4  # else 0.24 s for each account
caches: {{sync_response_cache_duration: 0s}}  # else a second first /sync is answered from 2 min ago
{"" if limits else NO_LIMITS}
"""


def log_config(folder: Path) -> str:
    """log.yaml: warnings to a file."""
    return f"""\
version: 1
disable_existing_loggers: false
formatters: {{plain: {{format: "%(asctime)s %(name)s %(levelname)s %(message)s"}}}}
handlers:
  file: {{class: logging.FileHandler, formatter: plain, filename: {folder}/homeserver.log}}
root: {{level: WARNING, handlers: [file]}}
"""
