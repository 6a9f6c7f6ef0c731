"""The RELAX NG schema of the XML, made from the tree's structs and the XML's layout."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from xml.sax.saxutils import escape

from msgspec import inspect

from cableconv.cable import Cable, Span
from cableconv.exporters.xml import layout
from cableconv.schema import MAJOR, NAMESPACE

HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<grammar ns="{NAMESPACE}"
         xmlns="http://relaxng.org/ns/structure/1.0"
         xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <a:documentation>
{{about}}
    Version {MAJOR} of the tree.
  </a:documentation>
  <start>
    <element name="{layout.ROOT}">
      <attribute name="version">
        <data type="string"><param name="pattern">{MAJOR}[.][0-9]+</param></data>
      </attribute>
      <ref name="Cable"/>
    </element>
  </start>

  <define name="Span">
    <a:documentation>
      Offset of the first character and after the last one, in code points of the telegram.
    </a:documentation>
    <list><data type="integer"/><data type="integer"/></list>
  </define>
"""


def build() -> str:
    """The schema: one named pattern for each struct, with its docstring."""
    head = HEAD.format(about=_indented(cleandoc(layout.__doc__ or ""), 4))
    structs = list(_structs(inspect.type_info(Cable), set()))
    patterns = "".join(map(_pattern, structs))
    return f"{head}{patterns}{_blocks(structs)}</grammar>\n"


def _structs(kind: inspect.Type, seen: set[type]) -> Iterator[inspect.StructType]:
    """Every struct that the tree is made of, each once, in the order of its first use."""
    if isinstance(kind, inspect.StructType) and kind.cls not in seen and kind.cls is not Span:
        seen.add(kind.cls)
        yield kind
        for field in kind.fields:
            yield from _structs(field.type, seen)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _structs(kind.item_type, seen)
    elif isinstance(kind, inspect.UnionType):
        for member in kind.types:
            yield from _structs(member, seen)


def _pattern(struct: inspect.StructType) -> str:
    about = _indented(escape(cleandoc(struct.cls.__doc__ or "")), 6)
    fields = "".join(f"    {_field(field)}\n" for field in struct.fields)
    return (
        f'\n  <define name="{struct.cls.__name__}">\n'
        f"    <a:documentation>\n{about}\n    </a:documentation>\n{fields}  </define>\n"
    )


def _blocks(structs: list[inspect.StructType]) -> str:
    """The choice of blocks, each an element of the name of its type."""
    blocks = "".join(
        f'      <element name="{struct.tag}"><ref name="{struct.cls.__name__}"/></element>\n'
        for struct in structs
        if struct.tag
    )
    return f'\n  <define name="Block">\n    <choice>\n{blocks}    </choice>\n  </define>\n'


def _field(field: inspect.Field) -> str:
    """An attribute or an element; optional where the struct has a default."""
    kind = without_none(field.type)
    plain = isinstance(kind, inspect.StrType | inspect.IntType | inspect.LiteralType)
    is_span = isinstance(kind, inspect.StructType) and kind.cls is Span
    tag = "attribute" if is_span or (plain and field.name not in layout.TEXTS) else "element"
    written = f'<{tag} name="{field.name}">{_content(field.name, kind)}</{tag}>'
    return written if field.required else f"<optional>{written}</optional>"


def without_none(kind: inspect.Type) -> inspect.Type:
    """The type of a field's values where it has one."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    types = tuple(member for member in kind.types if not isinstance(member, inspect.NoneType))
    return types[0] if len(types) == 1 else inspect.UnionType(types)


def _content(name: str, kind: inspect.Type) -> str:
    """What stands inside an attribute or element of that type."""
    match kind:
        case inspect.StrType():
            return "<text/>"
        case inspect.IntType():
            return '<data type="integer"/>'
        case inspect.LiteralType(values):
            return f"<choice>{''.join(f'<value>{value}</value>' for value in values)}</choice>"
        case inspect.StructType(cls):
            return f'<ref name="{cls.__name__}"/>'
        case inspect.VarTupleType(item_type):
            return f"<zeroOrMore>{_member(name, item_type)}</zeroOrMore>"
        case _:
            raise NotImplementedError(f"no XML for the field {name}: {kind}")


def _member(of: str, kind: inspect.Type) -> str:
    """One member of a list: a block, or an element by its name in the layout."""
    if isinstance(kind, inspect.UnionType):
        return '<ref name="Block"/>'
    name = layout.MEMBERS[of]
    return f'<element name="{name}">{_content(name, kind)}</element>'


def _indented(text: str, blanks: int) -> str:
    return "\n".join(f"{' ' * blanks}{line}".rstrip() for line in text.splitlines())
