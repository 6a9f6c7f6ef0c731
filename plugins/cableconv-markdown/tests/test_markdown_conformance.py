"""The format conforms."""

from __future__ import annotations

from cableconv.testing import assert_exporter_conforms

import cableconv_markdown


def test_the_format_conforms() -> None:
    assert_exporter_conforms(cableconv_markdown)
