"""Sample cables for tests, from empty to hostile; all are invented."""

from __future__ import annotations

from cableconv.cable import (
    Addressee,
    AnyBlock,
    Cable,
    Classification,
    EmbeddedCable,
    Heading,
    Item,
    Number,
    Origin,
    Paragraph,
    PrecedencePair,
    Preformatted,
    Quote,
    Reference,
    Table,
)
from cableconv.testing.full_trees import full_tree, tree_full_of

_HOSTILE = {
    "markup in every text": "<script>x</script> & \"q\" 'a' ]]> <!-- --> {\\rtf1} *_`[](x) | #",
    "injections in every text": '\'; DROP TABLE cables; -- """ ${x} {{x}} %s \\n \\',
    "control characters in every text": "a\x00b\x07c\x0cd\x1b[2Je\x7ff\x85g",
    "line breaks in every text": "a\nb\r\nc\rd\u2028e\u2029f\n\n\ng\t h",
    "noncharacters in every text": "\ufeffa\ufffeb\uffffc\ufdd0d\ufffd\U0001fffe",
    "right to left in every text": "ضباب في الميناء \u202eabc\u202c שלום \u200f\u2067x\u2069",
    "beyond the first plane in every text": "\U0001f986\u200d\U0001f469 \U00020000 e\u0301",
    "blanks in every text": " \t\u00a0 ",
    "nothing in every text": "",
    "a front matter's marks in every text": "---\n- a: [b]\n...\n# c\n1. d\n> e\n~~~",
}
"""The content of every field of a hostile cable."""


def sample_trees() -> dict[str, Cable]:
    """Return every sample by the name of its special feature, the small ones first.

    No text has a lone surrogate: readers replace those, so none ever reaches a
    plugin.
    """
    return {**_decent_trees(), **nasty_trees()}


def nasty_trees() -> dict[str, Cable]:
    """Return hostile samples, which break code written for ordinary cables."""
    hostile = {name: Cable.from_dict(tree_full_of(text)) for name, text in _HOSTILE.items()}
    return {**hostile, **_nasty_shapes()}


def telling_trees() -> dict[str, Cable]:
    """Return a few samples that cover most features, if all would take too long."""
    names = ("nothing at all", "every field full", *list(_HOSTILE)[:3])
    trees = sample_trees()
    return {"a usual cable": usual_cable()} | {name: trees[name] for name in names}


def usual_cable() -> Cable:
    """Return a short cable with the usual fields."""
    return Cable(
        id="08OSLO17",
        date="2008-02-01T09:30:00Z",
        precedence=PrecedencePair(action="PRIORITY", info="ROUTINE"),
        origin=Origin(route="RUEHNY", name="AMEMBASSY OSLO", post="Oslo", country="NO"),
        to=(Addressee(route="RUEHC", name="SECSTATE WASHDC", number="1234"),),
        info=(Addressee(name="AMEMBASSY REYKJAVIK"), Addressee(name="AMCONSUL TROMSO")),
        classification=Classification(level="CONFIDENTIAL", text="C O N F I D E N T I A L"),
        number=Number(station="OSLO", serial="000017", text="OSLO 000017"),
        captions=("SIPDIS",),
        tags=("ETRD", "PREL", "NO"),
        subject="FERRY SERVICE RESUMES",
        subject_marking="U",
        references=(Reference(label="A", kind="cable", text="07 OSLO 1204", id="07OSLO1204"),),
        body=_usual_body(),
        summary="The ferry runs again.",
        signed_by=("HERON",),
    )


def _usual_body() -> tuple[AnyBlock, ...]:
    fares = Table(rows=(("FARE", "NOK"), ("Adult", "120")), text="FARE    NOK\nAdult   120")
    items = (Item(label="--", text="twice a day;"), Item(label="--", marking="U", text="safely."))
    return (
        Paragraph(number=1, marking="U", role="summary", text="The ferry runs again."),
        Heading(text="Timetable", marking="U"),
        Paragraph(number=2, marking="C", text="As in ref A, it runs:", blocks=(*items, fares)),
        Quote(opening="BEGIN TEXT:", blocks=(Paragraph(text="Mind the gap."),), closing="END TEXT"),
        Paragraph(number=3, marking="SBU", role="comment", text="Comment: About time."),
    )


def _decent_trees() -> dict[str, Cable]:
    return {
        "nothing at all": Cable(),
        "only a subject": Cable(subject="FOG"),
        "only a paragraph": Cable(body=(Paragraph(text="Fog."),)),
        "a usual cable": usual_cable(),
        "every field full": Cable.from_dict(full_tree(0)),
        "every field full of something else": Cable.from_dict(full_tree(1)),
        "every block empty": Cable(body=_empty_blocks()),
    }


def _empty_blocks() -> tuple[AnyBlock, ...]:
    return (
        Heading(text=""),
        Paragraph(),
        Item(label=""),
        Table(rows=(), text=""),
        Table(rows=((), ("",)), text=""),
        Preformatted(text=""),
        Quote(),
        EmbeddedCable(cable=Cable()),
    )


def _nasty_shapes() -> dict[str, Cable]:
    columns = tuple(f"C{number}" for number in range(300))
    ragged = (columns, columns[:2], (), columns[:7])
    return {
        "2,000 paragraphs": Cable(
            body=tuple(Paragraph(number=n, text=f"Goose {n} (ref A).") for n in range(2000))
        ),
        "1,000 addressees": Cable(to=tuple(Addressee(name=f"POST {n}") for n in range(1000))),
        "300 columns": Cable(body=(Table(rows=(columns, columns), text="  ".join(columns)),)),
        "ragged rows": Cable(body=(Table(rows=ragged, text="C0 C1"),)),
        "a paragraph forty deep": Cable(body=(_nested(40),)),
        "cables in cables": _repeated(5),
        "a word of 100,000 letters": Cable(body=(Paragraph(text="A" * 100_000),)),
        "a path as its id": Cable(id="../../etc/passwd", subject="..\\..\\x", tags=("/", "CON")),
        "numbers out of order": Cable(body=tuple(Paragraph(number=n) for n in (7, 7, 0, 3, 2**40))),
        "the same thing twice": Cable(
            captions=("SIPDIS",) * 2, tags=("NO",) * 2, signed_by=("X",) * 2
        ),
    }


def _nested(depth: int) -> Paragraph:
    """Return a paragraph in a quotation in a paragraph, to this depth."""
    inner = Paragraph(text="The innermost.")
    for level in range(depth):
        inner = Paragraph(number=level, text="Further in.", blocks=(Quote(blocks=(inner,)),))
    return inner


def _repeated(depth: int) -> Cable:
    """Return the usual cable embedded in an embedded cable, to this depth."""
    cable = usual_cable()
    for _ in range(depth):
        block = EmbeddedCable(opening="BEGIN CABLE", cable=cable, closing="END CABLE")
        cable = usual_cable().replace(body=(block,))
    return cable
