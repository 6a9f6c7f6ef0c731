"""The page: the source at the left, the cable at the right, each lit by the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cableconv import Cable
from cableconv.cable import Diagnostic
from cableconv.rendering.account import Stretch, stretches
from cableconv.rendering.message_data import designation

from cableconv_html.frame import Page, look, page
from cableconv_html.markup import NOTHING, Markup, element, joined, some
from cableconv_html.proof_page.nodes import Node, node_of, nodes

_NO_SOURCE = (
    "The source is not at hand, only the cable. To see both, convert the file itself:"
    ' cableconv FILE --to proof, or convert(Path(FILE), to="proof") in Python.'
)


def encode(cable: Cable, *, text: str | None = None) -> str:
    """The page; ``text`` is what the cable's spans are places in."""
    return page(_Proof(cable, text).page())


class _Proof:
    def __init__(self, cable: Cable, text: str | None) -> None:
        self._cable = cable
        self._text = text
        self._nodes = tuple(nodes(cable))
        self._numbers = {node.path: n for n, node in enumerate(self._nodes, 1)}
        self._shown: set[int] = set()
        self._doubts: dict[int | None, list[Diagnostic]] = defaultdict(list)
        for found in cable.diagnostics:
            self._doubts[node_of(found.path or "", self._numbers)].append(found)

    def page(self) -> Page:
        """All of it."""
        name = designation(self._cable) or "cable"
        heading = element("header", element("h1", f"Proof of {name}"), _key())
        panes = element("div", self._source(), "\n", self._tree(), class_="panes")
        return Page(
            title=f"Proof of {name}",
            header=heading,
            main=panes,
            styles=(look("cable.css"), look("proof.css")),
            inline_script=look("proof.js"),
        )

    def _source(self) -> Markup:
        title = element("h2", "Source")
        if self._text is None:
            return element("section", title, element("p", _NO_SOURCE), class_="pane source")
        words = joined(map(self._stretch, stretches(self._cable, self._text)))
        return element("section", title, element("pre", "\n", words), class_="pane source")

    def _stretch(self, stretch: Stretch) -> Markup:
        if not stretch.role:
            return joined((stretch.text,))
        number = node_of(stretch.path, self._numbers)
        first = number is not None and number not in self._shown
        self._shown.update(() if number is None else (number,))
        doubtful = " doubtful" if number in self._doubts else ""
        return element(
            "span",
            stretch.text,
            class_=f"{stretch.role}{doubtful}",
            id=f"s{number}" if first else None,
            data_n=number,
            title=stretch.label,
        )

    def _tree(self) -> Markup:
        whole = _diagnostics(self._doubts[None])
        shown = joined(map(self._node, self._nodes), "\n")
        title = element("h2", "Cable")
        return element("section", title, whole, element("div", shown), class_="pane tree")

    def _node(self, node: Node) -> Markup:
        number = self._numbers[node.path]
        label = element("b", node.label, title=node.path)
        back = number in self._shown
        name = element("a", label, href=f"#s{number}") if back else label
        return element(
            "div",
            element("p", name, class_="label"),
            some("p", node.words, class_="words"),
            _diagnostics(self._doubts[number]),
            class_=f"node {node.kind} depth{min(node.depth, 4)}",
            id=f"n{number}",
            data_n=number,
        )


def _key() -> Markup:
    """What the colours mean."""
    kinds = ("field", "block", "furniture", "unread", "doubtful")
    return element("p", joined((element("span", kind, class_=kind) for kind in kinds), " "))


def _diagnostics(found: Sequence[Diagnostic]) -> Markup:
    return some("ul", joined(map(_diagnostic, found), "\n"), class_="diagnostics", role="list")


def _diagnostic(found: Diagnostic) -> Markup:
    return element("li", joined(_pieces(found), " "), class_=found.severity)


def _pieces(found: Diagnostic) -> Iterator[Markup]:
    yield element("b", found.severity)
    yield element("code", found.code)
    line = f"line {found.line}" if found.line is not None else ""
    column = f"column {found.column}" if found.column is not None else ""
    place = ", ".join(filter(None, (line, column, found.path)))
    yield joined((found.message, f" ({place})" if place else ""))
    yield some("span", found.hint or "", class_="hint") or NOTHING
