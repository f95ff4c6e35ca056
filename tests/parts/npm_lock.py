"""Renews an npm lock file and takes the addresses out: `python -m tests.parts.npm_lock FOLDER …`.

npm's own switch for that (omit-lockfile-registry-resolved) forgets the versions of packages for
other platforms. Without an address, npm asks whatever registry is set up and compares the hash.
"""

import json
import subprocess
import sys
from pathlib import Path


def renew(folder: Path) -> None:
    """Write package-lock.json anew. Raises CalledProcessError when npm cannot."""
    lock = folder / "package-lock.json"
    lock.unlink(missing_ok=True)
    quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    npm = ["npm", "install", "--package-lock-only", "--omit-lockfile-registry-resolved=false"]
    subprocess.run([*npm, *quietly], cwd=folder, check=True)
    content = json.loads(lock.read_text())
    for package in content["packages"].values():
        package.pop("resolved", None)
    lock.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    for named in sys.argv[1:]:
        renew(Path(named))
