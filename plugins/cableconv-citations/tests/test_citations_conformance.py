"""The reference formats conform, alone and joined."""

from __future__ import annotations

import pytest
from cableconv.plugins import Exporter
from cableconv.testing import assert_exporter_conforms

import cableconv_citations


@pytest.mark.parametrize(
    "exporter",
    [
        cableconv_citations.ris,
        cableconv_citations.csl_json,
        cableconv_citations.bibtex,
        cableconv_citations.citation,
    ],
    ids=lambda exporter: exporter.name,
)
def test_a_reference_conforms(exporter: Exporter) -> None:
    assert_exporter_conforms(exporter)
