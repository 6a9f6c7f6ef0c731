"""Message data in words."""

from __future__ import annotations

import pytest

from cableconv.cable import Cable, Furniture, Number, Origin, Section, Transmission
from cableconv.diagnostics.body import NO_SIGNATURE
from cableconv.rendering.foreign_relations import dateline, source_note
from cableconv.rendering.message_data import credited, message_data


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


@pytest.mark.parametrize(
    ("number", "total", "marked", "is_unsigned", "said"),
    [
        (1, 1, "", False, "1 of 1"),
        (1, 2, "", False, "1 and 2 of 2"),
        (1, 3, "", False, "1 to 3 of 3"),
        (1, 3, "SECTION 02 OF 03", True, "1 and 2 of 3"),
        (1, 4, "SECTION 02 OF 04, SECTION 04 OF 04", False, "1, 2 and 4 of 4"),
        (1, 3, "", True, "1 of 3"),
        (1, 10**30, "", False, f"1 to {10**30} of {10**30}"),
        (3, 2, "", False, "3 of 2"),
        (0, 0, "", False, "0 of 0"),
    ],
)
def test_sections_are_named_as_far_as_the_source_has_them(
    number: int, total: int, marked: str, is_unsigned: bool, said: str
) -> None:
    cable = Cable(
        section=Section(number=number, total=total),
        furniture=(Furniture(kind="page-mark", text=marked),),
        diagnostics=(NO_SIGNATURE.at(),) if is_unsigned else (),
    )
    assert dict(message_data(cable))["Section"] == (said,)


@pytest.mark.parametrize(
    ("station", "said"),
    [("PORT LOUIS", "PORT LOUIS"), ("Port Louis", "PORT LOUIS"), ("OSLO", "PORTLOUIS")],
)
def test_a_sender_known_from_the_number_is_named_as_printed(station: str, said: str) -> None:
    """A station that is not the post's, such as that of a container, does not name the sender."""
    number = Number(text=f"{station} 000012", station=station, serial="000012")
    cable = Cable(origin=Origin(post="PORTLOUIS", country="MU"), number=number)
    shown = dict(message_data(cable))
    assert shown["From"] == (said,)
    named = Origin(name="AMEMBASSY PORT LOUIS", post="PORTLOUIS")
    assert dict(message_data(cable.replace(origin=named)))["From"] == ("AMEMBASSY PORT LOUIS",)


def test_a_dateline_has_a_date_without_year_as_printed() -> None:
    sent = Cable(origin=Origin(post="OSLO"), transmissions=(Transmission(dtg="131205Z MAY"),))
    assert dateline(sent) == "Oslo, 131205Z MAY."
    assert dateline(sent.replace(transmissions=())) == "Oslo."
