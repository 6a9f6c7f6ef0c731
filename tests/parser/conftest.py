"""Let pytest rewrite the assertions of ``promises``, so that failures show the difference."""

import pytest

pytest.register_assert_rewrite("promises")
