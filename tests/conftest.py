"""What every test shares: being found here puts ``tests/`` on the path, for ``trees``.

On a CI machine the generated examples are the same in every run; elsewhere they vary, so that
new ones are found.
"""

import os

from hypothesis import settings

settings.register_profile("cableconv", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("cableconv")
