"""Reads the exporter's XML back, by the structs' types: the proof that it holds the whole tree."""

from lxml import etree
from msgspec import inspect

from cableconv.cable import Cable, Span
from cableconv.exporters.xml.characters import restore
from cableconv.schema import NAMESPACE


def read(document: str) -> Cable:
    root = etree.fromstring(document.encode())
    return Cable.from_dict(_struct(root, inspect.type_info(Cable)))


def _struct(element, kind):
    values = {}
    for field in kind.fields:
        found = element.find(f"{{{NAMESPACE}}}{field.name}")
        if field.name in element.attrib:
            values[field.name] = _plain(element.attrib[field.name], field.type)
        elif found is not None:
            values[field.name] = _value(found, field.type)
    return values


def _plain(text, kind):
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    if any(isinstance(kind, inspect.StructType) and kind.cls is Span for kind in kinds):
        return [int(number) for number in text.split()]
    return int(text) if any(isinstance(kind, inspect.IntType) for kind in kinds) else restore(text)


def _value(element, kind):
    match kind:
        case inspect.UnionType(types):
            return _value(element, next(k for k in types if not isinstance(k, inspect.NoneType)))
        case inspect.StructType():
            return _struct(element, kind)
        case inspect.VarTupleType(inspect.UnionType(types)):
            return [_block(member, types) for member in element]
        case inspect.VarTupleType(item):
            return [_value(member, item) for member in element]
    return restore(element.text or "")


def _block(element, types):
    name = etree.QName(element).localname
    kind = next(kind for kind in types if kind.tag == name)
    return {"type": name, **_struct(element, kind)}
