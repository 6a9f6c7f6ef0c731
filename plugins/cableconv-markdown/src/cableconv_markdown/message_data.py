"""The data of a cable's heading and preface, with labels for people."""

from __future__ import annotations

import json
import re

from cableconv import Cable

from cableconv_markdown.escaping import escape

Value = str | list[str]

# Printable in JSON, but not allowed bare in YAML 1.2 (5.1).
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def title(cable: Cable) -> str:
    """Return the subject, or else the designation that archives cite."""
    return cable.subject or cable.key or "Cable without a subject"


def message_data(cable: Cable) -> dict[str, Value]:
    """Return the cable's data, without missing fields."""
    order, by = cable.executive_order, cable.classified_by
    data: dict[str, Value | None] = {
        "title": title(cable),
        "id": cable.key,
        "date": cable.date,
        "from": cable.origin.name if cable.origin else None,
        "to": [addressee.name for addressee in cable.to],
        "info": [addressee.name for addressee in cable.info],
        "precedence": cable.precedence.action,
        "classification": cable.classification.level if cable.classification else None,
        "captions": list(cable.captions),
        "tags": list(cable.tags),
        "references": [reference.text for reference in cable.references],
        "classified_by": [person.name for person in by.people] if by else None,
        "reasons": list(by.reasons) if by else None,
        "declassify_on": order.declassify_on if order else None,
        "signed_by": list(cable.signed_by),
    }
    return {name: value for name, value in data.items() if value}


def as_yaml(cable: Cable) -> str:
    """Return front matter; JSON's quoted strings and lists are valid YAML."""
    lines = [f"{name}: {_quoted(value)}" for name, value in message_data(cable).items()]
    return "\n".join(["---", *lines, "---"])


def as_list(cable: Cable) -> str:
    """Return the data as a list, without the title and the references."""
    data = message_data(cable)
    del data["title"]
    data.pop("references", None)
    return "\n".join(f"- **{_label(name)}:** {_joined(value)}" for name, value in data.items())


def _quoted(value: Value) -> str:
    quoted = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _joined(value: Value) -> str:
    return escape(value if isinstance(value, str) else "; ".join(value))
