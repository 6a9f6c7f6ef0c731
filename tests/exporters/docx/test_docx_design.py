"""The committed template is up to date and defines every style in use."""

from __future__ import annotations

import io
from importlib.resources import files

import docx

from cableconv.exporters.docx import styles
from cableconv.exporters.docx.design.build import template
from cableconv.exporters.docx.package import unpack

COMMITTED = files("cableconv.exporters.docx").joinpath("template.docx").read_bytes()


def test_the_committed_template_is_up_to_date() -> None:
    anew = "after a change: python -m cableconv.exporters.docx.design"
    assert unpack(template()) == unpack(COMMITTED), anew


def test_the_template_defines_every_style_in_use() -> None:
    named = {value for name, value in vars(styles).items() if name.isupper() and type(value) is str}
    for voice in (styles.OWN, styles.QUOTED):
        named.update(
            (voice.subject, voice.heading, voice.numbered, voice.preformatted),
            voice.texts,
            voice.items,
        )
    defined = {style.style_id for style in docx.Document(io.BytesIO(COMMITTED)).styles}
    assert named <= defined
