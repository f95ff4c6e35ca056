"""Runs Python with the given arguments, and has the kernel end it when whoever started it dies.

`python die_with_parent.py -m some.module …`. A test run that is killed leaves no server behind.
Done here and not in a `preexec_fn`, which Python warns about once the caller has threads. Elsewhere
than on Linux it only runs Python.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h

if sys.platform == "linux":
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() == 1:  # the parent was gone before we asked
        sys.exit(1)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
