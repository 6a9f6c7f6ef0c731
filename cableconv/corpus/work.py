"""The work of a worker: reads, parses, changes and encodes a piece of the run."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from cableconv.cable import Cable, Diagnostic
from cableconv.corpus.items import Item, digest, open_input, read_items
from cableconv.corpus.job import Chosen, Equipment, equipped
from cableconv.corpus.outcomes import Encoded, Made, Outcome, portable
from cableconv.corpus.prepared import prepared, sent
from cableconv.corpus.results import Output, Refusal
from cableconv.input.files import Input
from cableconv.output.files import encoded
from cableconv.output.handover import hand_over
from cableconv.pipeline import tree_of
from cableconv.plugins.api import Exporter
from cableconv.plugins.kinds import READERS
from cableconv.rendering.identity import identity_of
from cableconv.telegram import Telegram


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of work: a file to open, or an item already read from one.

    ``wanted`` says for each format whether to write it; ``taker`` is as in ``read_items``.
    ``ready`` are the outputs of the others.  ``outcomes`` are given if there is nothing to do.
    """

    task: int
    source: Input
    wanted: tuple[bool, ...] = ()
    taker: str | None = None
    ready: tuple[Output, ...] = ()
    item: Item | None = None
    outcomes: tuple[Outcome, ...] | None = None


class Chunk(msgspec.Struct, frozen=True):
    """Pieces sent together with the packed job, which a worker unpacks only once."""

    job: bytes
    pieces: tuple[Piece, ...]


class Done(msgspec.Struct, frozen=True):
    """The outcomes of a chunk, and the warnings of plugins."""

    outcomes: tuple[Outcome, ...]
    warnings: tuple[str, ...] = ()


def work(packed: bytes) -> Done:
    """Process a chunk in a worker; an error becomes an outcome, never an exception."""
    import pickle

    chunk: Chunk = pickle.loads(packed)
    equipment = equipped(chunk.job)
    done = [each for piece in chunk.pieces for each in outcomes(piece, equipment)]
    return Done(tuple(map(_portable, done)), tuple(equipment.plugins.warnings))


def outcomes(piece: Piece, equipment: Equipment) -> Iterator[Outcome]:
    """Yield the outcomes of a piece, cable by cable."""
    if piece.outcomes is not None:
        yield from piece.outcomes
        return
    if piece.item is not None:
        yield treated(piece, piece.item, equipment)
        return
    try:
        content = open_input(piece.source, equipment.job.encoding)
    except Exception as error:
        yield Outcome(task=piece.task, source=piece.source, error=error)
        return
    done = [
        treated(piece, item, equipment)
        for item in read_items(piece.source, content, equipment, piece.taker)
    ]
    sha = content.sha256 if any(each.error is None for each in done) else None
    yield from (replace(each, sha256=sha, cables=len(done)) for each in done)


def treated(piece: Piece, item: Item, equipment: Equipment) -> Outcome:
    """Parse, change and encode one telegram; failures are part of the outcome."""
    outcome = Outcome(
        task=piece.task,
        source=replace(piece.source, member=item.member),
        row=item.row,
        position=item.position,
        error=item.error,
    )
    if item.found is None:
        return outcome
    try:
        reader = equipment.plugins.find(item.reader, READERS)
        cable = tree_of(item.found, reader, equipment.plugins, equipment.job.limits)
        if not equipment.chooses(cable):
            return replace(outcome, left_out=True)
        cable = equipment.transformed(cable)
        if question := equipment.job.asks:
            from cableconv.corpus.questions import QUESTIONS

            answer = QUESTIONS[question].answer(cable, item, equipment)
            return replace(outcome, key=cable.key, answer=answer)
        name = equipment.name_of(cable)
        sha = digest(item.found) if piece.item is not None else None  # a file has its own
        outcome = replace(outcome, sha256=sha, key=cable.key, name=name)
        text = _text_of(item, equipment)
        return _written(piece, cable, text, outcome, equipment)
    except Exception as error:
        return replace(outcome, error=error)


def _text_of(item: Item, equipment: Equipment) -> str | None:
    """The text that was read, where the tree is still the tree of it."""
    if equipment.job.transforms or not isinstance(item.found, Telegram):
        return None
    return item.found.text


def _written(
    piece: Piece, cable: Cable, text: str | None, outcome: Outcome, equipment: Equipment
) -> Outcome:
    """The outcome with what was found in the cable, and its results if nothing forbids them."""
    outcome = replace(outcome, diagnostics=cable.diagnostics)
    if any(found.severity == "error" for found in cable.diagnostics):
        return replace(outcome, refused="error")
    outcome = replace(outcome, losses=tuple(_losses(cable, equipment)))
    if refusal := _refusal(outcome, equipment.job.strict):
        return replace(outcome, refused=refusal)
    formats = zip(equipment.formats, piece.wanted, strict=True)
    return replace(
        outcome,
        made=tuple(
            _made(cable, text, chosen, equipment) if wanted else None for chosen, wanted in formats
        ),
        ready=piece.ready,
        prepared=tuple(prepared(cable, each, equipment.plugins) for each in equipment.collecting),
        identity=identity_of(cable) if equipment.collecting else "",
    )


def _losses(cable: Cable, equipment: Equipment) -> Iterator[Diagnostic]:
    """Yield what the formats do not hold of this cable."""
    for single in equipment.formats:
        yield from equipment.plugins.losses(single.descriptor, cable, single.options)
    for collecting in equipment.collecting:
        yield from equipment.plugins.losses(collecting.descriptor, cable, collecting.options)


def _refusal(outcome: Outcome, strict: bool) -> Refusal | None:
    found = (*outcome.diagnostics, *outcome.losses)
    doubtful = strict and any(each.severity == "warning" for each in found)
    return "doubt" if doubtful else None


def _made(cable: Cable, text: str | None, chosen: Chosen[Exporter], equipment: Equipment) -> Made:
    """The cable in one format; a failure costs this format of this cable."""
    try:
        exporter, options = chosen.descriptor, chosen.options
        if exporter.source_text and text is not None:
            options = {**options, exporter.source_text: text}
        data = encoded(equipment.plugins.encode(exporter, cable, options))
        sha = sha256(data).hexdigest()
        drafts = equipment.job.drafts
        if drafts is None:
            return Encoded(sha256=sha, data=data)
        return Encoded(sha256=sha, draft=hand_over(drafts, data))
    except Exception as error:
        return error


def _portable(outcome: Outcome) -> Outcome:
    """Return the outcome in a form that other processes can receive."""
    made = tuple(portable(each) if isinstance(each, Exception) else each for each in outcome.made)
    error = portable(outcome.error) if outcome.error else None
    return replace(outcome, made=made, error=error, prepared=tuple(map(sent, outcome.prepared)))
