"""Message data in words."""

from __future__ import annotations

import pytest

from cableconv.cable import Cable
from cableconv.rendering.foreign_relations import source_note
from cableconv.rendering.message_data import credited


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("DRAFTED BY: OES/OA:JQUILL -- 202-555-0142", "OES/OA:JQUILL -- 202-555-0142"),
        ("DRAFTED BY OES/OA:TQUILL:CB", "OES/OA:TQUILL:CB"),
        ("Drafted: POL:Quill", "POL:Quill"),
        ("OES/OA:JQUILL", "OES/OA:JQUILL"),
        ("DRAFTED BYRON", "DRAFTED BYRON"),
        (None, ""),
    ],
)
def test_a_printed_label_is_not_said_twice(printed: str | None, said: str) -> None:
    assert dict(credited(Cable(drafted_by=printed)))["Drafted by"] == said


def test_a_source_note_credits_people_in_the_order_of_foreign_relations() -> None:
    cable = Cable(
        drafted_by="DRAFTED BY: OES:QUILL", approved_by="OES:HARROW", cleared_by="L:FENN\nEUR:LARK"
    )
    assert source_note(cable).endswith(
        "Drafted by OES:QUILL; cleared by L:FENN EUR:LARK; approved by OES:HARROW."
    )
