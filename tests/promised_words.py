"""The promise that no word is lost or invented: a node has the words of its parts, in their order.

Words consist of letters and digits; case and white space are ignored, as words that were split at
line ends are joined. A field's words may be in any order, and its label is left out. Where damage
joined words that the tree holds apart, each of them must be there from its beginning to its end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from string import ascii_lowercase
from typing import Any, NamedTuple

from cableconv.vocabulary.edit_distance import within_one_edit

Tree = dict[str, Any]

LABELS: Mapping[str, frozenset[str]] = {
    field: frozenset(words.split())
    for field, words in {
        "transmissions": "de nn yy zz oo pp rr y z o p r",
        "origin": "fm",
        "to": "to info xmt zen",
        "info": "to info xmt zen",
        "section": "section of 0f gf f final",
        "executive_order": "eo e o 0 executive order",
        "tags": "tags tag ags ag and",
        "subject": "subject subj subjs sub ubj ubjs ubject",
        "references": "ref refs reftel reftels reference references ampn and 1",
        "classified_by": "classified classifier classification class cl by reason",
        "signed_by": "s",
    }.items()
}
"""The words that name a field or join its values, which the tree expresses by its structure."""
MARKINGS = frozenset(("u", "c", "s", "sbu"))
"""Portion markings before or after a label: only the subject's is a value of its own."""
_APART = {"transmissions": ("precedence", "origin", "date"), "subject": ("subject_marking",)}
"""Fields that also hold words of others: of format lines 3 and 5, and of the subject."""
_MARKS = ("number", "marking", "label")
_FIELD = re.compile(r"(?P<cable>(?:.*\.cable\b)?)\.?(?P<name>\w+)")
_STEP = re.compile(r"(\w+)|\[(\d+)\]")
_SECTION = re.compile(r"[section]{5,9}")
_WORD = re.compile(r"[^\W_]+")
_OTHER = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"[^\D0-9]")
_NOT_SAID = ("type", "role", "kind", "page", "span")
_NOT_PRINTED = frozenset(
    re.findall(
        r"\w+",
        """parts diagnostics source summary span type role kind page number id date precedence
        country post caveats level order declassify_on declassify_event exemption reasons people
        route action tags references subject_marking""",
    )
)
"""Values that the parser derives, puts in another order or takes from other fields."""
_NUMBER = r"1?[\do]{1,3}"  # a pilcrow became the digit 1, a zero the letter O
_LONG_LABEL = 4  # letters: one that is misspelt is known still
_MOST_LETTERS = 8  # of a label that is spaced


class Said(NamedTuple):
    """The words of a node, value by value; patterns of its mark's words; its field's labels.

    ``at_label`` are words that only the label has, before the values.
    """

    values: list[str]
    marks: list[str]
    labels: frozenset[str] = frozenset()
    at_label: frozenset[str] = frozenset()
    encloses: bool = False

    @property
    def text(self) -> str:
        """All words of the values without white space."""
        return "".join(self.values)


def check_words(text: str, tree: Tree) -> None:
    """Check that each part's words are in its node or are its field's label."""
    pieces: dict[tuple[str, str], list[str]] = defaultdict(list)
    for part in tree["parts"]:
        pieces[part["path"], part["role"]].append(text[part["start"] : part["end"]])
    for (path, role), found in pieces.items():
        said = _said(tree, path, role)
        lost = _lost_of_fields(found, said) if role == "field" else _lost(found, said)
        assert not lost, f"lost from {path}: {lost}"


def check_origins(text: str, tree: Tree) -> None:
    """Check that a node's printed values are in its parts: nothing is invented or doubled."""
    owned: dict[str, str] = defaultdict(str)
    for part in tree["parts"]:
        owned[part["path"]] += squashed(text[part["start"] : part["end"]])
    for path, value in _printed(tree):
        owner = _owner(path, owned)
        is_block = path.rpartition(".cable.")[2].startswith("body")
        if owner or is_block:  # other fields may be found in the body
            assert squashed(value) in owned.get(owner, ""), f"invented at {path}: {value}"


def _owner(path: str, owned: Mapping[str, str]) -> str:
    """Return the path of the nearest node with parts around a value, inside its cable."""
    while path and path not in owned:
        path = "" if path.endswith(".cable") else path[: max(path.rfind("."), path.rfind("["), 0)]
    return path


def _printed(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the printed values of a node and of everything below it, with their paths."""
    if isinstance(node, dict):
        for name in node:
            if name not in _NOT_PRINTED:
                yield from _printed(node[name], f"{path}.{name}" if path else name)
    elif isinstance(node, list):
        for index, each in enumerate(node):
            yield from _printed(each, f"{path}[{index}]")
    elif isinstance(node, str):
        yield path, node


def node_at(tree: Tree, path: str) -> Any:
    """Return the node at a part's path."""
    node: Any = tree
    for name, index in _STEP.findall(path):
        node = node[name] if name else node[int(index)]
    return node


def _said(tree: Tree, path: str, role: str) -> Said:
    node = node_at(tree, path)
    if role != "field":
        marks = [re.escape(squashed(str(node[name]))) for name in _MARKS if node.get(name)]
        marks += [_NUMBER] if node.get("number") is not None else []
        values = [squashed(text) for text in _strings(node, marks=False)]
        return Said(values, marks, encloses="closing" in node)
    field = _FIELD.match(path)
    assert field
    cable = node_at(tree, field["cable"])
    nodes = [node, *(cable[name] for name in _APART.get(field["name"], ()))]
    values = [squashed(text) for each in nodes for text in _strings(each)]
    labels = LABELS.get(field["name"], frozenset())
    if isinstance(node, list) and field["name"] == "references":
        labels |= frozenset(ascii_lowercase)  # of an entry without words
    return Said(values, [], labels, labels if field["name"] == "subject" else labels | MARKINGS)


def _strings(node: Any, marks: bool = True) -> Iterator[str]:
    """Yield the values of a node and of everything below it, perhaps without its own marks."""
    if isinstance(node, dict):
        left_out = _NOT_SAID if marks else (*_NOT_SAID, *_MARKS)
        for name in sorted(node.keys() - left_out, key=[*_MARKS, *node].index):
            yield from _strings(node[name])
    elif isinstance(node, list):
        for each in node:
            yield from _strings(each)
    elif node is not None:
        yield f"{node:02}" if isinstance(node, int) else node


def _lost(pieces: list[str], said: Said) -> list[str]:
    """Return a block's or furniture's pieces if they are not there as a whole and in order.

    The first and last lines of a quotation have its blocks between them.
    """
    whole = [" ".join(pieces)]
    return [piece for piece in (pieces if said.encloses else whole) if not _is_there(piece, said)]


def _is_there(piece: str, said: Said) -> bool:
    words = squashed(piece)
    if words in said.text:
        return True
    marks = "|".join(["para", *said.marks])
    return re.sub(f"^(?:{marks})*|(?:{marks})$", "", words) in said.text


def _lost_of_fields(pieces: list[str], said: Said) -> list[str]:
    return [word for piece in pieces for word in _lost_of_field(piece, said)]


def _lost_of_field(piece: str, said: Said) -> list[str]:
    """Return those of a field's words that are neither there nor its label."""
    words, text = words_of(piece), said.text
    while label := _length_of_label(words, said):
        del words[:label]
    lost = [word for word in words if word not in text and word.replace("o", "0") not in text]
    return [word for word in lost if not _is_made_of(word, said)]


def _length_of_label(words: list[str], said: Said) -> int:
    """Return how many of a field's first words are its label, perhaps misspelt or spaced."""
    spaced = range(min(len(words), _MOST_LETTERS), 0, -1)
    length = next((n for n in spaced if "".join(words[:n]) in said.at_label), 0)
    return length or int(bool(words) and any(map(partial(_is_misspelt, words[0]), said.labels)))


def _is_misspelt(word: str, label: str) -> bool:
    if label == "section" and _SECTION.fullmatch(word):
        return True
    return len(label) >= _LONG_LABEL and within_one_edit(label, word)


def _is_made_of(word: str, said: Said) -> bool:
    """Whether it is labels and values that were joined, whole but for its beginning and end."""
    counts = (value.lstrip("0") for value in said.values)  # OF1 is the total 01
    whole = {*said.values, *counts, *said.labels} - {""}
    ends = {at for at in range(len(word)) if any(map(partial(_ends, word[:at]), said.values))}
    ends.add(0)
    for at in range(len(word)):
        if at in ends:
            ends |= {at + len(each) for each in whole if word.startswith(each, at)}
    return any(each.startswith(word[at:]) for at in ends for each in ("", *said.values) if at)


def _ends(beginning: str, value: str) -> bool:
    return bool(beginning) and value.endswith(beginning)


@lru_cache(maxsize=10_000)  # a value is that of its node, and of those around it
def squashed(text: str) -> str:
    """Return the words of a text without anything between them."""
    return _OTHER.sub("", _lowered(text))


def words_of(text: str) -> list[str]:
    """Return the words, which consist of letters and digits, in lower case and ASCII digits."""
    return _WORD.findall(_lowered(text))


def _lowered(text: str) -> str:
    text = text.casefold()
    return text if text.isascii() else _DIGIT.sub(lambda digit: str(int(digit[0])), text)
