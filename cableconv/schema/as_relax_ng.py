"""The RELAX NG schema of the XML, generated from the tree's structs and the XML's layout."""

from __future__ import annotations

from inspect import cleandoc
from textwrap import indent
from xml.sax.saxutils import escape

import msgspec
from msgspec import inspect

from cableconv.cable import Cable, Span
from cableconv.schema import MAJOR, NAMESPACE, PROVENANCE_KEY
from cableconv.schema import xml_layout as layout
from cableconv.schema.provenance import Provenance
from cableconv.schema.structs import structs_of, without_none
from cableconv.tree_docs import about, fields_about

_NAMESPACES = {
    "ns": NAMESPACE,
    "xmlns": "http://relaxng.org/ns/structure/1.0",
    "xmlns:a": "http://relaxng.org/ns/compatibility/annotations/1.0",
    "datatypeLibrary": "http://www.w3.org/2001/XMLSchema-datatypes",
}
_RUNNING = "RunningText"
_INTEGER = '<data type="integer"/>'


def build() -> str:
    """Return the schema: a named pattern for each struct, with its elements and attributes."""
    structs = structs_of(inspect.type_info(Cable))
    grammar = _tag(
        "grammar",
        _about(f"{cleandoc(layout.__doc__ or '')}\nVersion {MAJOR} of the tree."),
        _tag("start", _root()),
        *(_span() if struct.cls is Span else _pattern(struct) for struct in structs),
        _pattern(_struct(Provenance)),
        _blocks(structs),
        _running_text(),
        **_NAMESPACES,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{grammar}\n'


def _struct(cls: type[msgspec.Struct]) -> inspect.StructType:
    kind = inspect.type_info(cls)
    assert isinstance(kind, inspect.StructType)
    return kind


def _root() -> str:
    number = _tag("param", f"{MAJOR}[.][0-9]+", name="pattern")
    version = _tag(
        "attribute",
        _about("the version of the tree, major and minor"),
        _tag("data", number, type="string"),
        name="version",
    )
    provenance = _tag(
        "element",
        _about("what wrote the document, on request; no part of the tree"),
        _ref(Provenance.__name__),
        name=PROVENANCE_KEY,
    )
    content = (version, _tag("optional", provenance), _ref(Cable.__name__))
    return _tag("element", _about("one cable, and the whole document"), *content, name=layout.ROOT)


def _span() -> str:
    start, end = (f"{text};" for text in fields_about(Span).values())
    content = _tag("list", _INTEGER, _INTEGER)
    return _tag("define", _about(f"{about(Span)}\n{start} {end}"), content, name=Span.__name__)


def _pattern(struct: inspect.StructType) -> str:
    descriptions = fields_about(struct.cls)
    fields = (_field(struct.cls, field, descriptions[field.name]) for field in struct.fields)
    return _tag("define", _about(about(struct.cls)), *fields, name=struct.cls.__name__)


def _field(cls: type, field: inspect.Field, description: str) -> str:
    """Return an attribute or an element; optional if the struct has a default."""
    kind = without_none(field.type)
    plain = isinstance(kind, inspect.StrType | inspect.IntType | inspect.LiteralType)
    is_span = isinstance(kind, inspect.StructType) and kind.cls is Span
    tag = "attribute" if is_span or (plain and field.name not in layout.TEXTS) else "element"
    is_running = field.name == layout.RUNNING_TEXT and cls in layout.RUNNING
    content = _ref(_RUNNING) if is_running else _content(field.name, kind, description)
    written = _tag(tag, _about(description), content, name=field.name)
    return written if field.required else _tag("optional", written)


def _content(name: str, kind: inspect.Type, description: str) -> str:
    """Return the content of an attribute or element of that type."""
    match kind:
        case inspect.StrType():
            return "<text/>"
        case inspect.IntType():
            return _INTEGER
        case inspect.LiteralType(values):
            return _tag("choice", *(_tag("value", str(value)) for value in values))
        case inspect.StructType(cls):
            return _ref(cls.__name__)
        case inspect.VarTupleType(item_type):
            return _tag("zeroOrMore", _member(name, item_type, description))
        case _:
            raise NotImplementedError(f"no XML for the field {name}: {kind}")


def _member(of: str, kind: inspect.Type, description: str) -> str:
    """Return one member of a list: a block, or an element with the name from the layout."""
    if isinstance(kind, inspect.UnionType):
        return _ref("Block")
    name = layout.MEMBERS[of]
    content = _content(name, kind, description)
    return _tag("element", _about(f"one of: {description}"), content, name=name)


def _blocks(structs: list[inspect.StructType]) -> str:
    """Return the choice of blocks, each an element named after its type."""
    choice = _tag("choice", *(_block(struct) for struct in structs if struct.tag))
    return _tag("define", _about("One block of a body."), choice, name="Block")


def _block(struct: inspect.StructType) -> str:
    says = about(struct.cls).partition("\n")[0]
    return _tag("element", _about(says), _ref(struct.cls.__name__), name=str(struct.tag))


def _running_text() -> str:
    target = _tag(
        "attribute",
        _about("the label of the reference meant; without it all are"),
        "<text/>",
        name=layout.TARGET,
    )
    words = _about("the words that mention a reference")
    mention = _tag("element", words, _tag("optional", target), "<text/>", name=layout.MENTION)
    content = _tag("mixed", _tag("zeroOrMore", mention))
    says = "Text in which mentions of the cable's references are elements; the text is all of it."
    return _tag("define", _about(says), content, name=_RUNNING)


def _ref(name: str) -> str:
    return f'<ref name="{name}"/>'


def _about(text: str) -> str:
    return _tag("a:documentation", escape(text))


def _tag(tag: str, *content: str, **attributes: str) -> str:
    """Return an element; content other than one short text is put on indented lines."""
    opening = "".join([tag, *(f' {key}="{value}"' for key, value in attributes.items())])
    inner = "\n".join(content)
    if "<" in inner or "\n" in inner:
        inner = f"\n{indent(inner, '  ')}\n"
    return f"<{opening}>{inner}</{tag}>"
