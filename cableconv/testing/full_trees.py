"""Trees in which every field has a value, made from the types of ``cable.py`` alone."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from msgspec import inspect

from cableconv.cable import Cable, EmbeddedCable, Span

_PLAUSIBLE = {
    "id": ("07ASTANA41", "08OSLO17"),
    "date": ("2007-02-01T09:30:00Z", "2008-03-04T16:05:00Z"),
    "declassify_on": ("2027-02-01", "2028-03-04"),
    "country": ("KZ", "NO"),
    "serial": ("000041", "000017"),
    "exemption": ("X1", "25X2"),
    "reasons": ("1.4(b)", "1.4(d)"),
    "url": ("https://one.example/41", "https://two.example/17"),
    "sha256": ("1a" * 32, "2b" * 32),
}
"""Values of fields that formats interpret, which may rightly leave out an invalid date."""


class _Filling(NamedTuple):
    """The content of all fields: values of a variant, or one text for every text."""

    variant: int
    text: str | None = None

    def text_of(self, field: str) -> str:
        if self.text is not None:
            return self.text
        return _PLAUSIBLE.get(field, (f"{field} one", f"{field} two"))[self.variant]


def full_tree(variant: int) -> dict[str, Any]:
    """Return a tree with a value in every field; variants (0, 1) have no value in common."""
    return _tree(_Filling(variant))


def tree_full_of(text: str) -> dict[str, Any]:
    """Return a tree with a value in every field, and this text in every place for a text."""
    return _tree(_Filling(0, text))


def _tree(filling: _Filling) -> dict[str, Any]:
    tree: dict[str, Any] = _value(_type_of_cable(), "cable", filling)
    return tree


@cache  # inspecting the types takes a hundred times as long as filling them
def _type_of_cable() -> inspect.Type:
    return inspect.type_info(Cable)


def _value(kind: inspect.Type, name: str, filling: _Filling) -> Any:
    match kind:
        case inspect.StrType():
            return filling.text_of(name)
        case inspect.IntType():
            return 1 + filling.variant
        case inspect.LiteralType(values):
            return values[filling.variant]
        case inspect.VarTupleType(inspect.UnionType(types)):
            return [_value(member, "", filling) for member in types] if name == "body" else []
        case inspect.VarTupleType(item):
            return [_value(item, name, filling)]
        case inspect.UnionType(types):
            return _value(types[0], name, filling)
        case inspect.StructType(cls) if cls is Span:
            return [1 + filling.variant, 8 + filling.variant]
        case inspect.StructType(cls, fields):
            return _struct(cls, fields, kind.tag, filling)
    raise NotImplementedError(kind)


def _struct(cls: type, fields: tuple[inspect.Field, ...], tag: object, filling: _Filling) -> Any:
    """Return an object of that class; an embedded cable is empty to avoid recursion."""
    tree: dict[str, Any] = {"type": tag} if tag else {}
    for field in fields:
        is_cable = cls is EmbeddedCable and field.name == "cable"
        tree[field.name] = {} if is_cable else _value(field.type, field.name, filling)
    return tree
