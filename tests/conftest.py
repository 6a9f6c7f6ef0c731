"""Set-up of all tests; its place also puts ``tests/`` on the import path.

On a CI machine the generated examples are the same in every run; elsewhere they vary, so that new
failures are found.  ``--hypothesis-profile=long`` tries many more.
"""

import gc
import os
import signal

from hypothesis import settings

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # in a shell's background job
    signal.signal(signal.SIGINT, signal.default_int_handler)

shared = settings(deadline=None, derandomize="CI" in os.environ)
settings.register_profile("cableconv", shared, max_examples=15)
settings.register_profile("long", shared, max_examples=200)
settings.load_profile("cableconv")


def pytest_collection() -> None:
    """Search no garbage while tests are collected, which makes little: a sixth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Search it again, but not among the collected tests, which stay until the end."""
    gc.freeze()
    gc.enable()
