"""Regenerates the shipped schemas: ``python -m cableconv.schema.generate``."""

from __future__ import annotations

import json
from pathlib import Path

from cableconv.schema import JSON_SCHEMA, RELAX_NG, as_json_schema, as_relax_ng


def generated() -> dict[str, str]:
    """Return the content of each schema, by its file name."""
    return {
        JSON_SCHEMA: json.dumps(as_json_schema.build(), indent=2, ensure_ascii=False) + "\n",
        RELAX_NG: as_relax_ng.build(),
    }


def main() -> None:
    for name, text in generated().items():
        Path(__file__).with_name(name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
