"""Checks a document against its media type, if a parser is available."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NoReturn

_LINES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")


def malformed(document: bytes | str, media_type: str) -> str | None:
    """Describe the problem; ``None`` if there is none, or the type has no parser."""
    try:
        data = document.encode() if isinstance(document, str) else document
    except UnicodeEncodeError as error:
        return f"cannot be written as UTF-8: {error.reason}"
    parse = _parser(media_type.partition(";")[0].strip().lower())
    try:
        parse(data)
    except (ValueError, SyntaxError) as error:  # lxml's XMLSyntaxError is a SyntaxError
        return f"is not well-formed {media_type}: {error}"
    return None


def _parser(media_type: str) -> Callable[[bytes], object]:
    if media_type.endswith(("/xml", "+xml")):
        return _parse_xml
    if media_type.endswith(("/json", "+json")):
        return _parse_json
    if media_type in _LINES:
        return _parse_json_lines
    return bytes


def _parse_xml(data: bytes) -> None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    etree.fromstring(data, parser)


def _parse_json(data: bytes) -> None:
    json.loads(data, parse_constant=_refuse)


def _parse_json_lines(data: bytes) -> None:
    for line in data.splitlines():
        _parse_json(line)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"JSON has no {constant}")
