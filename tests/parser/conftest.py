"""The promises are asserted in a module of their own: pytest shall say there, too, what differs."""

import pytest

pytest.register_assert_rewrite("promises")
