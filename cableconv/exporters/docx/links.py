"""Links: from mentions in the text to the reference list, and from there to the cables."""

from __future__ import annotations

from collections.abc import Sequence

from cableconv.cable import Reference
from cableconv.exporters.docx import styles
from cableconv.exporters.docx.text import TAB, on_one_line, run, wrapped
from cableconv.rendering.links import address_of, web_base
from cableconv.rendering.mentions import Piece, may_mention, notes_of, pieces

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

_NAME = "reference"


class Links:
    """The links of one document: numbers its bookmarks, collects addresses for its relations.

    Raises:
        InvalidOptionError: ``base`` is not the address of a web site.
    """

    def __init__(self, base: str | None) -> None:
        self._base = base and web_base("link_base", base)
        self._bookmarks = 0
        self._addresses: dict[str, str] = {}

    def place(self) -> tuple[str, str]:
        """Return a name for links, and the bookmark of that name."""
        name = self.name()
        return name, bookmark(name)

    def name(self) -> str:
        """Return a new name for links."""
        self._bookmarks += 1
        return _bookmark(self._bookmarks - 1)

    def of(self, references: Sequence[Reference]) -> ReferenceList:
        """Return the reference list of one of the document's cables."""
        first = self._bookmarks
        self._bookmarks += len(references)
        return ReferenceList(references, first, self)

    def reference(self, reference: Reference) -> str:
        """Return the reference's text, as a link to the cable if its address is known."""
        if not self._base or not reference.id:
            return run(reference.text)
        address = address_of(reference.id, self._base)
        relation = self._addresses.setdefault(address, f"cable{len(self._addresses) + 1}")
        return f'<w:hyperlink r:id="{relation}" {_link(reference.text)}'

    @property
    def relations(self) -> str:
        """Return the relations of the links, as XML."""
        return "".join(
            f'<Relationship Id="{relation}" Type="{_HYPERLINK}" Target="{on_one_line(address)}"'
            ' TargetMode="External"/>'
            for address, relation in self._addresses.items()
        )


class ReferenceList:
    """The references of one cable; ``first`` is the number of the first one's bookmark."""

    def __init__(self, references: Sequence[Reference], first: int, links: Links) -> None:
        self._references = references
        self._first = first
        self.links = links

    def entries(self) -> str:
        """Return a bookmarked paragraph for each reference, with a link if its address is known."""
        return "".join(
            wrapped(styles.REFERENCE, _bookmarked(number, _entry(reference, "", self.links)))
            for number, reference in enumerate(self._references, self._first)
        )

    def run_in(self) -> str:
        """Return the references as consecutive runs; empty if there are none."""
        entries = (
            _bookmarked(number, _entry(reference, " ", self.links))
            for number, reference in enumerate(self._references, self._first)
        )
        listed = run("; ").join(entries)
        return f"{run('Ref: ')}{listed}{run('.')}" if listed else ""

    def words(self, text: str) -> str:
        """Return running text as runs, with a link to the entry for each mention of a reference."""
        if not may_mention(text, self._references):
            return run(text)
        return "".join(map(self._written, pieces(text, self._references)))

    def _written(self, piece: Piece) -> str:
        if piece.mention is None:
            return run(piece.text)
        # an unspecific mention leads to the first, where the list begins
        name = _bookmark(self._first + (piece.mention.reference or 0))
        return link_to(name, piece.text)


def bookmark(name: str) -> str:
    """Return the bookmark of a name from ``Links``."""
    number = name.removeprefix(_NAME)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def link_to(name: str, text: str) -> str:
    """Return a link to the bookmark of that name."""
    return f'<w:hyperlink w:anchor="{name}" {_link(text)}'


def _entry(reference: Reference, space: str, links: Links) -> str:
    """Return the reference's runs; ``space`` follows its label, or a tab if it is empty."""
    behind = run(space) if space else TAB
    label = run(f"{reference.label}.") + behind if reference.label else ""
    notes = "".join(f" ({note})" for note in notes_of(reference))
    return label + links.reference(reference) + run(notes)


def _bookmarked(number: int, runs: str) -> str:
    return (
        f'<w:bookmarkStart w:id="{number + 1}" w:name="{_bookmark(number)}"/>'
        f'{runs}<w:bookmarkEnd w:id="{number + 1}"/>'
    )


def _link(text: str) -> str:
    """Return the content of a link after its target."""
    return f'w:history="1">{run(text, styles.HYPERLINK)}</w:hyperlink>'


def _bookmark(number: int) -> str:
    return f"{_NAME}{number + 1}"
