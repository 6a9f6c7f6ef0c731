"""What every test shares: being found here puts ``tests/`` on the path, for ``trees``."""

from hypothesis import settings

settings.register_profile("cableconv", deadline=None)
settings.load_profile("cableconv")
