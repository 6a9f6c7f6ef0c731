"""Set-up of all tests; its place also puts ``tests/`` on the import path.

On a CI machine the generated examples are the same in every run; elsewhere they vary, so that new
failures are found.  ``--hypothesis-profile=long`` tries many more.
"""

import os

from hypothesis import settings

shared = settings(deadline=None, derandomize="CI" in os.environ)
settings.register_profile("cableconv", shared, max_examples=15)
settings.register_profile("long", shared, max_examples=200)
settings.load_profile("cableconv")
