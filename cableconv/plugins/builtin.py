"""The built-in plugins by name, so that ``json`` imports only ``cableconv.exporters.json``.

The names and aliases repeat those of the descriptors, so that a look-up needs neither imports
nor metadata; a test compares them.
"""

from __future__ import annotations

EXPORTERS = {
    "docx": "cableconv.exporters.docx",
    "word": "cableconv.exporters.docx",
    "json": "cableconv.exporters.json",
    "text": "cableconv.exporters.text",
    "txt": "cableconv.exporters.text",
    "xml": "cableconv.exporters.xml",
}

# In the order of sniffing: the project's own forms, containers, the bare telegram.
READERS = {
    "json": "cableconv.readers.json",
    "jsonl": "cableconv.readers.json",
    "xml": "cableconv.readers.xml",
    "docx": "cableconv.readers.docx",
    "word": "cableconv.readers.docx",
    "tei": "cableconv.readers.tei",
    "frus": "cableconv.readers.tei",
    "warc": "cableconv.readers.warc",
    "mail": "cableconv.readers.mail",
    "eml": "cableconv.readers.mail",
    "mbox": "cableconv.readers.mail",
    "records": "cableconv.readers.records",
    "dump": "cableconv.readers.records",
    "csv": "cableconv.readers.records",
    "tsv": "cableconv.readers.records",
    "sql": "cableconv.readers.records",
    "plusd": "cableconv.readers.plusd",
    "wikisource": "cableconv.readers.wikisource",
    "wikileaks": "cableconv.readers.wikileaks",
    "html": "cableconv.readers.wikileaks",
    "markdown": "cableconv.readers.markdown",
    "md": "cableconv.readers.markdown",
    "smart": "cableconv.readers.smart",
    "nara": "cableconv.readers.nara",
    "telegram": "cableconv.readers.telegram",
    "txt": "cableconv.readers.telegram",
}

COLLECTORS = {
    "docx-dossier": "cableconv.exporters.docx",
    "dossier": "cableconv.exporters.docx",
    "jsonl": "cableconv.exporters.json_lines",
    "ndjson": "cableconv.exporters.json_lines",
}

TRANSFORMS = {
    "redact": "cableconv.transforms.redact",
    "repair-quotes": "cableconv.transforms.repair_quotes",
    "title-case": "cableconv.transforms.title_case",
}
