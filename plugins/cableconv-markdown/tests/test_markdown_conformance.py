"""The format keeps what cableconv's contract asks of every format."""

from __future__ import annotations

from cableconv.testing import assert_exporter_conforms

import cableconv_markdown


def test_the_format_keeps_its_promises() -> None:
    assert_exporter_conforms(cableconv_markdown)
