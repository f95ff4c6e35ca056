"""`python -m bot.drawing.worker`: a chart in by standard input, a PNG out. Dies rather than take more."""

import contextlib
import resource
import sys

from bot.drawing.charts import read
from bot.drawing.painting import paint

SECONDS = 20  # of processor
MEMORY = 1024 * 1024 * 1024  # bytes of address space; a picture takes a tenth of it in earnest


def main() -> None:
    """Draw one chart."""
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        with contextlib.suppress(ValueError, OSError):  # not every system knows every limit
            resource.setrlimit(what, (most, most))
    sys.stdout.buffer.write(paint(read(sys.stdin.read())))


if __name__ == "__main__":
    main()
