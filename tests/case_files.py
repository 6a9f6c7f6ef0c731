"""The case files ``cases/*.txt``: how they are read, and how a tree is written in their form.

``cases/README.md`` describes the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

CASES = Path(__file__).parent / "parser" / "cases"
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|x[0-9a-f]{2}|r|t)")
_KINDS_OF_LINES = ("table", "preformatted")


class Case(NamedTuple):
    """A case; ``text`` is the fragment in its frame."""

    title: str
    text: str
    expected: list[str]


def read_cases(path: Path) -> Iterator[Case]:
    """Yield the cases of a file in order."""
    opening, *sections = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    frame = _frame(opening)
    for section in sections:
        title, _, rest = section.partition("\n")
        fragment, arrow, expected = rest.partition("\n->\n")
        if not arrow:
            raise ValueError(f"{path.name}: the case {title!r} has no '->' line")
        if "\nescapes: yes\n" in opening:
            fragment = _ESCAPE.sub(
                lambda found: found[0].encode().decode("unicode_escape"), fragment
            )
        text = frame.replace("<<<fragment>>>", fragment.strip("\n"))
        yield Case(title.strip(), text, [line for line in expected.splitlines() if line.strip()])


def _frame(opening: str) -> str:
    named = re.search(r"^frame: (\S+)$", opening, re.MULTILINE)
    if named is None:
        return "<<<fragment>>>\n"
    return (CASES / "frames" / f"{named[1]}.txt").read_text(encoding="utf-8")


def as_expected(tree: dict[str, Any], expected: list[str]) -> list[str]:
    """Return the tree's value for each name in ``expected``, in the same form."""
    lines: list[str] = []
    for line in expected:
        if not line.startswith(" "):
            name = line.partition(":")[0]
            if name == "body":
                lines += ["body:", *outline(tree["body"], "  ")]
            else:
                lines.append(f"{name}: {_shown(_member(tree, name.split('.')))}")
    return lines


def _member(value: Any, names: list[str]) -> Any:
    """Return the value at a dotted name; for a list, the member of each entry."""
    if not names or value is None:
        return value
    if isinstance(value, list):
        return [_member(entry, names) for entry in value]
    return _member(value[names[0]], names[1:])


def _shown(value: Any) -> str:
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return " | ".join("+".join(entry) or "none" if isinstance(entry, list) else _shown(entry)
                          for entry in value)  # fmt: skip
    return str(value).replace("\n", " / ")


def outline(blocks: list[dict[str, Any]], indent: str) -> Iterator[str]:
    """Yield all blocks, one per line, with their children and lines indented below them."""
    for block in blocks:
        kind = block["type"]
        yield indent + _head(block)
        if kind == "table":
            yield from (f"{indent}  {' | '.join(row)}" for row in block["rows"])
        elif kind == "preformatted":
            yield from (f"{indent}  {line}" for line in block["text"].split("\n"))
        elif kind == "cable":
            yield f"{indent}  id: {block['cable']['id']}"
            yield from outline(block["cable"]["body"], indent + "  ")
        yield from outline(block.get("blocks", []), indent + "  ")


def _head(block: dict[str, Any]) -> str:
    marking = f"({block['marking']})" if block.get("marking") else None
    role = f"as {block['role']}" if block["role"] else None
    head = [block["type"], block.get("number"), block.get("label"), marking, role]
    line = " ".join(str(piece) for piece in head if piece is not None) + ":"
    if block["type"] in ("quote", "cable"):
        marks = (block["opening"], block["closing"])
        return f"{line} {marks[0]} ... {marks[1]}" if any(marks) else line
    return line if block["type"] in _KINDS_OF_LINES else f"{line} {block['text']}".rstrip()
