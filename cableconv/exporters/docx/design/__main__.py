"""Writes the template to the exporter's folder."""

from __future__ import annotations

from pathlib import Path

from cableconv.exporters.docx.design.build import template

Path(__file__).parents[1].joinpath("template.docx").write_bytes(template())
