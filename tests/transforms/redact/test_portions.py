"""Which portions are above a level, and what is left of them."""

from __future__ import annotations

from typing import Any

import pytest

import cableconv
from cableconv.cable import (
    AnyBlock,
    Cable,
    Classification,
    ClassifiedBy,
    EmbeddedCable,
    ExecutiveOrder,
    Heading,
    Item,
    Level,
    Paragraph,
    Preformatted,
    Quote,
    Reference,
    Table,
)
from cableconv.errors import InvalidOptionError
from cableconv.vocabulary.levels import LEVELS, level_of

GONE = "[REDACTED: 1 line, above UNCLASSIFIED]"


def classed(level: Level | None, *body: AnyBlock, **fields: Any) -> Cable:
    """Return a cable of that level."""
    line = Classification(level=level, text=level or "???")
    return Cable(classification=line, body=body, **fields)


def redacted(cable: Cable, above: str = "unclassified") -> Cable:
    return cableconv.transform(cable, "redact", above=above)


def texts(cable: Cable) -> list[str]:
    """Return the texts of all blocks that have one, or ``-`` for a redacted one."""
    shown = (getattr(block, "text", None) for _, block in cable.walk())
    return ["-" if text.startswith("[REDACTED") else text for text in shown if text is not None]


@pytest.mark.parametrize("above", LEVELS[:-1])
@pytest.mark.parametrize(
    ("marking", "level"),
    [
        ("U", 0), ("U//FOUO", 1), ("SBU", 1), ("SBU/NOFORN", 1), ("LOU", 1),
        ("LIMITED OFFICIAL USE", 1), ("C", 2), ("C/NF", 2), ("C//REL TO USA, GBR", 2),
        ("C - ENTIRE TEXT", 2), ("Confidential", 2), ("S", 3), ("S//NF", 3), ("TS", 4),
    ],
)  # fmt: skip
def test_portions_marked_above_the_level_are_redacted(
    marking: str, level: int, above: Level
) -> None:
    cable = redacted(
        classed("TOP SECRET", Paragraph(number=1, marking=marking, text="Ice.")), above
    )
    (paragraph,) = cable.body
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.number, paragraph.marking) == (1, marking)
    assert (paragraph.text == "Ice.") == (level <= LEVELS.index(above))


@pytest.mark.parametrize("above", ["SBU", "fouo", "limited official use", "limited-official-use"])
def test_a_level_has_many_spellings(above: str) -> None:
    assert level_of(above.replace("-", " ")) == "LIMITED OFFICIAL USE"
    body = (Paragraph(marking="SBU", text="ice"), Paragraph(marking="C", text="fog"))
    assert texts(redacted(classed("SECRET", *body), above)) == ["ice", "-"]


def test_an_unmarked_block_has_the_level_of_the_block_around_it() -> None:
    secret = Paragraph(number=1, marking="S", text="a", blocks=(Item(label="A.", text="b"),))
    plain = Paragraph(number=2, marking="U", text="c", blocks=(Item(label="A.", text="d"),))
    assert texts(redacted(classed("SECRET", secret, plain))) == ["-", "-", "c", "d"]


def test_a_marked_inner_block_has_its_own_level() -> None:
    inner = (Item(label="A.", marking="U", text="b"), Item(label="B.", text="c"))
    cable = classed("SECRET", Paragraph(number=1, marking="S", text="a", blocks=inner))
    assert texts(redacted(cable)) == ["-", "b", "-"]


def test_an_unmarked_block_has_the_level_before_it_and_a_heading_of_both_sides() -> None:
    body = (
        Heading(text="before all"),
        Paragraph(number=1, marking="U", text="one"),
        Preformatted(text="a list"),
        Heading(text="heading"),
        Paragraph(number=2, marking="C", text="two"),
        Paragraph(text="goes on"),
        Quote(opening="BEGIN TEXT", blocks=(Paragraph(text="quoted"),), closing="END TEXT"),
        Paragraph(marking="U", text="marked, not numbered"),
        Paragraph(number=3, text="three"),
    )
    shown = texts(redacted(classed("SECRET", *body)))
    assert shown == ["-", "one", "a list", "-", "-", "-", "-", "marked, not numbered", "-"]


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"references": (Reference(kind="cable", text="OSLO 77 (SBU)"),)}, "-"),
        ({"classified_by": ClassifiedBy(text="CONSUL FENWICK. (SBU/NF)")}, "-"),
        ({"executive_order": ExecutiveOrder(text="E.O. 12958: N/A (SBU) ")}, "-"),
        ({"references": (Reference(kind="cable", text="OSLO 77 (SBU) AND PREVIOUS"),)}, "-"),
        ({"references": (Reference(kind="cable", text="OSLO 77 (U)"),)}, "Ice."),
    ],
)
def test_a_marking_after_the_last_field_may_belong_to_the_first_block(
    fields: dict[str, Any], left: str
) -> None:
    cable = classed(
        "UNCLASSIFIED", Paragraph(text="Ice."), Paragraph(number=2, marking="U", text="Tea."),
        Paragraph(text="Rum."), **fields,
    )  # fmt: skip
    assert texts(redacted(cable)) == [left, "Tea.", "Rum."]


def test_otherwise_the_level_of_the_cable_applies() -> None:
    body = (Paragraph(text="ice"), Table(rows=(("a", "b"),), text="a  b"))
    assert texts(redacted(classed("CONFIDENTIAL", *body))) == ["-", "-"]
    assert texts(redacted(classed("UNCLASSIFIED", *body))) == ["ice", "a  b"]


def test_blocks_without_any_level_are_redacted_with_a_warning() -> None:
    cable = redacted(Cable(subject="ICE", body=(Paragraph(text="ice"),)), "secret")
    assert (cable.subject, texts(cable)) == (GONE.replace("UNCLASSIFIED", "SECRET"), ["-"])
    warned = [d.path for d in cable.diagnostics if d.code == "redaction-level-unknown"]
    assert warned == ["subject", "body[0]"]


def test_an_unreadable_marking_has_the_level_of_the_cable() -> None:
    body = (Paragraph(number=1, marking="U", text="a"), Paragraph(number=2, marking="X", text="b"))
    assert texts(redacted(classed("SECRET", *body))) == ["a", "-"]


def test_a_marking_inside_a_text_counts_but_a_list_letter_does_not() -> None:
    body = (
        Paragraph(marking="U", text="Herring is cheap. (S) Nobody may know why."),
        Paragraph(marking="U", text="Herring is (A) cheap, (B) good and (C) fresh."),
    )
    assert texts(redacted(classed("SECRET", *body))) == ["-", body[1].text]


def test_a_subject_has_the_level_of_its_marking_or_the_cable() -> None:
    assert redacted(classed("SECRET", subject="ICE")).subject == GONE
    assert redacted(classed("SECRET", subject="ICE", subject_marking="U")).subject == "ICE"
    assert redacted(classed("UNCLASSIFIED", subject="ICE", subject_marking="C")).subject == GONE
    assert redacted(classed("UNCLASSIFIED", subject="ICE")).subject == "ICE"


@pytest.mark.parametrize("marking", ["U", None])
def test_a_marking_inside_a_subject_counts(marking: str | None) -> None:
    cable = classed("UNCLASSIFIED", subject="ICE (S) PELL IS ILL", subject_marking=marking)
    assert redacted(cable).subject == GONE


@pytest.mark.parametrize(("given", "kept"), [("unclassified", "ICE"), ("secret", GONE)])
def test_the_level_of_unmarked_subjects_can_be_given(given: str, kept: str) -> None:
    def subject(text: str, marking: str | None = None) -> str | None:
        cable = classed("CONFIDENTIAL", subject=text, subject_marking=marking)
        left = cableconv.transform(cable, "redact", above="unclassified", subject=given)
        return left.subject

    assert subject("ICE") == kept
    assert subject("ICE", "U") == "ICE"
    assert subject("(C) ICE") == GONE


def test_a_subject_that_goes_keeps_its_level_alone() -> None:
    cable = redacted(classed("SECRET", subject="ICE", subject_marking="S"))
    assert cable.subject_marking == "S"
    cable = redacted(classed("SECRET", subject="ICE", subject_marking="S - PELL ONLY"))
    assert cable.subject_marking == "S"


def test_references_and_classified_by_are_redacted_only_if_marked() -> None:
    cable = redacted(
        classed(
            "SECRET",
            references=(
                Reference(kind="cable", text="07 OSLO 1", id="07OSLO1"),
                Reference(label="B", kind="cable", text="(S) 07 OSLO 2", id="07OSLO2"),
            ),
            classified_by=ClassifiedBy(text="(S) Ambassador Kjaer", reasons=("1.4(b)",)),
        )
    )
    assert [reference.id for reference in cable.references] == ["07OSLO1", None]
    assert cable.references[1] == Reference(label="B", kind="redacted", text=GONE)
    assert cable.classified_by == ClassifiedBy(text=GONE)


def test_the_summary_keeps_only_text_that_a_block_keeps() -> None:
    body = (
        Paragraph(number=1, marking="U", role="summary", text="SUMMARY: Ice is cold."),
        Paragraph(number=2, marking="S", role="summary", text="Fog is not. END SUMMARY."),
    )
    cable = redacted(classed("SECRET", *body, summary="Ice is cold.\n\nFog is not."))
    assert cable.summary == f"Ice is cold.\n\n{GONE}"


def test_a_redacted_quote_is_still_a_quote() -> None:
    quote = Quote(
        opening="BEGIN LETTER OF KJAER", blocks=(Paragraph(text="a"),), closing="END OF IT"
    )
    (left,) = redacted(classed("SECRET", quote)).body
    assert left.replace(blocks=()) == Quote(opening="BEGIN TEXT", closing="END TEXT")


def test_a_label_with_content_becomes_a_dash() -> None:
    items = tuple(Item(label=label, text="x") for label in ("A.", "(12)", "iv)", "--", "Kjaer:"))
    left = redacted(classed("SECRET", *items)).body
    labels = [item.label for item in left if isinstance(item, Item)]
    assert labels == ["A.", "(12)", "iv)", "--", "--"]


def test_a_redacted_table_is_one_cell_and_lines_are_counted() -> None:
    table = Table(rows=(("a", "b"), ("c", "d")), text="a  b\nc  d")
    long = Paragraph(number=1, text="fog " * 40)
    left = redacted(classed("SECRET", table, long)).body
    gone = "[REDACTED: 2 lines, above UNCLASSIFIED]"
    assert left[0] == Table(rows=((gone,),), text=gone)
    assert left[1] == long.replace(text="[REDACTED: 3 lines, above UNCLASSIFIED]")


def test_the_header_of_an_embedded_cable_above_the_level_is_redacted() -> None:
    def repeated(level: Level | None) -> Cable:
        paragraphs = (Paragraph(number=1, marking="U", text="a"), Paragraph(number=2, text="b"))
        inner = classed(level, *paragraphs, id="07OSLO1", subject="ICE")
        around = classed(
            "SECRET", Paragraph(number=1, marking="S", text="see"), EmbeddedCable(cable=inner)
        )
        embedded = redacted(around).body[1]
        assert isinstance(embedded, EmbeddedCable)
        return embedded.cable

    assert repeated("UNCLASSIFIED").id == "07OSLO1"
    assert repeated("UNCLASSIFIED").subject == "ICE"
    for level in ("SECRET", None):
        cable = repeated(level)
        assert (cable.id, cable.subject, texts(cable)) == (None, GONE, ["a", "-"])


def test_an_embedded_cable_without_a_class_line_has_the_level_around_it() -> None:
    inner = EmbeddedCable(cable=Cable(subject="GEESE", body=(Paragraph(text="gulls"),)))
    for marking, kept in [("U", ["fog", "gulls"]), ("C", ["-", "-"])]:
        cable = redacted(classed("SECRET", Paragraph(number=1, marking=marking, text="fog"), inner))
        assert texts(cable) == kept


def test_a_block_inside_another_has_at_least_its_level() -> None:
    inside = (
        Paragraph(number=1, marking="U", text="ice"),
        Paragraph(text="fog"),
        Paragraph(number=2, text="hail"),
    )
    enclosed = EmbeddedCable(cable=Cable(body=(Paragraph(text="mist"),)))
    quote = Quote(opening="BEGIN SECRET TEXT", blocks=(*inside, enclosed))
    cable = classed("CONFIDENTIAL", Paragraph(number=1, marking="C", text="sea"), quote)
    assert texts(redacted(cable)) == ["-", "ice", "-", "-", "-"]
    assert texts(redacted(cable, "confidential")) == ["sea", "ice", "-", "-", "-"]


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("The fog", True),
        ("THE FOG.", True),
        ("F" * 69, True),
        ("The fog of May " * 5 + "is:", True),
        ("The fog of May " * 5 + "is: ", True),
        ("THE FOG OF MAY " * 5 + "IS HERE.", True),
        ("The fog is here.", False),
        ("The fog is here. ", False),
        ("The fog is here!", False),
        ("Is the fog here?", False),
        ("Fog of" * 12, False),
    ],
)
def test_a_paragraph_that_introduces_the_next_one_goes_with_it(text: str, is_title: bool) -> None:
    above = Paragraph(number=1, marking="U", text="ice")
    below = Paragraph(number=2, marking="S", text="hail")
    left = texts(redacted(classed("SECRET", above, Paragraph(text=text), below)))
    assert left == ["ice", "-" if is_title else text, "-"]


def test_a_damaged_marking_inside_a_text_counts_as_the_cables_level() -> None:
    cable = classed("CONFIDENTIAL", Paragraph(number=1, marking="U", text="It is so (C/HF) here."))
    assert texts(redacted(cable)) == ["-"]
    assert texts(redacted(cable, "confidential")) == ["It is so (C/HF) here."]


def test_a_missing_or_unread_marking_in_a_quoted_text_counts_as_the_cables_level() -> None:
    marked = (Paragraph(number=1, marking="U", text="ice"), Paragraph(number=2, text="hail"))
    unmarked = (Paragraph(number=1, text="dew"), Paragraph(text="{CX} mist"))
    first = Paragraph(number=1, marking="U", text="sea")
    cable = classed("CONFIDENTIAL", first, Quote(blocks=unmarked), Quote(blocks=marked))
    assert texts(redacted(cable)) == ["sea", "dew", "-", "ice", "-"]
    kept = ["sea", "dew", "{CX} mist", "ice", "hail"]
    assert texts(redacted(cable, "confidential")) == kept


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(number=2, marking="SECRETO", text="fog"),
        Item(label="a.", marking="SECRETO", text="fog"),
        Paragraph(number=2, text="SECRET - The fog"),
        Preformatted(text="SECRET/NOFORN  fog"),
    ],
)
def test_an_unread_marking_counts_as_the_level_that_it_names(block: AnyBlock) -> None:
    first = Paragraph(number=1, marking="C", text="ice")
    cable = classed("CONFIDENTIAL", first, block)
    assert texts(redacted(cable, "confidential")) == ["ice", "-"]
    assert texts(redacted(cable, "secret"))[0] == "ice"


@pytest.mark.parametrize(
    ("subject", "marking", "level"),
    [
        ("ICE (C: FOG", None, "CONFIDENTIAL"),
        ("ICE (S: FOG", None, "SECRET"),
        ("ICE (SBU: FOG", None, "CONFIDENTIAL"),  # at least the cable's level
        ("ICE (CNF) FOG", None, "CONFIDENTIAL"),
        ("ICE (SNF) FOG", None, "SECRET"),
        ("NF) FOG", None, "CONFIDENTIAL"),
        ("ICE (C: FOG", "S", "SECRET"),
    ],
)
def test_an_unread_marking_counts_in_a_subject(
    subject: str, marking: str | None, level: Level
) -> None:
    cable = classed("CONFIDENTIAL", subject=subject, subject_marking=marking)
    for above in LEVELS[:-1]:
        left = cableconv.transform(cable, "redact", above=above, subject="U")
        assert (left.subject == subject) is (LEVELS.index(above) >= LEVELS.index(level)), above


def test_what_goes_is_reported_with_its_place() -> None:
    inside = classed("CONFIDENTIAL", Paragraph(text="ice"), subject="GEESE")
    quote = Quote(blocks=(Paragraph(marking="C", text="gulls"), EmbeddedCable(cable=inside)))
    listed = Paragraph(text="fog", blocks=(Item(label="a.", marking="C", text="tides"),))
    cable = redacted(classed("UNCLASSIFIED", listed, quote))
    found = [each.path for each in cable.diagnostics if each.code == "redacted"]
    assert found == [
        "body[0].blocks[0]",
        "body[1].blocks[0]",
        "body[1].blocks[1].cable.subject",
        "body[1].blocks[1].cable.body[0]",
    ]


def test_diagnostics_count_redactions_without_quoting_them() -> None:
    body = (Paragraph(number=1, marking="S", text="Herring."), Paragraph(number=2, marking="U"))
    cable = redacted(classed("SECRET", *body, subject="ICE", subject_marking="U"), "confidential")
    assert [(found.code, found.path, found.message) for found in cable.diagnostics] == [
        ("redacted", "body[0]", "1 line above CONFIDENTIAL"),
        (
            "classification-stands",
            "classification",
            "the level of the whole cable is still printed; what is left is CONFIDENTIAL at most",
        ),
    ]


@pytest.mark.parametrize(("level", "doubts"), [("SECRET", []), (None, [
    "body[0]", "body[0].label", "body[1].opening", "body[1].cable.body[0]", "body[1].cable",
])])  # fmt: skip
def test_an_unknown_level_is_reported_by_place(level: Level | None, doubts: list[str]) -> None:
    inner = Cable(id="07OSLO1", body=(Paragraph(text="b"),))
    embedded = EmbeddedCable(opening="BEGIN HIS CABLE", cable=inner)
    found = redacted(classed(level, Item(label="Kjaer:", text="a"), embedded)).diagnostics
    unknown = {each.path for each in found if each.code == "redaction-level-unknown"}
    assert unknown == {*doubts}


def test_nothing_to_redact_is_reported() -> None:
    (found,) = redacted(classed("UNCLASSIFIED", Paragraph(text="ice"))).diagnostics
    assert found.code == "nothing-redacted"
    assert found.message == "nothing was found that had to be redacted"


@pytest.mark.parametrize("options", [{}, {"above": "cosmic"}, {"above": ""}])
def test_an_unknown_level_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidOptionError, match="above"):
        cableconv.transform(classed("SECRET"), "redact", **options)


def test_redacting_above_the_highest_level_is_a_warning() -> None:
    with pytest.warns(RuntimeWarning, match="nothing stands above TOP SECRET"):
        redacted(classed("SECRET"), "top secret")


def test_labels_openings_and_headers_that_go_are_reported() -> None:
    quote = Quote(opening="BEGIN LETTER OF KJAER", closing="END OF IT")
    inner = classed("SECRET", Paragraph(text="b"), id="07OSLO1", captions=("SIPDIS",))
    embedded = EmbeddedCable(opening="BEGIN KJAERS CABLE", cable=inner, closing="END OF IT")
    body = (Item(label="Kjaer:", text="a"), quote, embedded)
    left = redacted(classed("SECRET", *body))
    said = {found.path: found.message for found in left.diagnostics if found.code == "redacted"}
    assert said == {
        "body[0]": "1 line above UNCLASSIFIED",
        "body[0].label": "1 line above UNCLASSIFIED",
        "body[1].opening": "1 line above UNCLASSIFIED",
        "body[1].closing": "1 line above UNCLASSIFIED",
        "body[2].opening": "1 line above UNCLASSIFIED",
        "body[2].closing": "1 line above UNCLASSIFIED",
        "body[2].cable": "2 lines above UNCLASSIFIED",
        "body[2].cable.body[0]": "1 line above UNCLASSIFIED",
    }
    again = redacted(left)
    assert again.body == left.body
    assert not [d for d in again.diagnostics[len(left.diagnostics) :] if d.code == "redacted"]
