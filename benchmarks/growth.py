"""Measure how time and memory grow with the size of a file, for each container of cables.

    python benchmarks/growth.py [--kinds html csv ...] [--megabytes 12.5] [--times 3]

Each file is made in a temporary folder from an example (``examples/forms``) and an ordinary text,
and read in a process of its own: the size given, twice as large, and so on.  The size of one
cable is not limited here; of files of many cables, each cable is forgotten when it was read.
A line is printed per size: processor time and the greatest memory of the process, and how many
times those of half the size they are, both without what a file without the text takes.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FORMS = ROOT / "examples" / "forms"
MOST = 2.3
"""How many times the time of half the size is allowed."""
PROGRAM = """
import resource, sys
import cableconv

limits = cableconv.Limits(cable_size=1 << 30)
cables = sum(1 for _ in cableconv.read(sys.argv[1], session=cableconv.Session(limits=limits)))
used = resource.getrusage(resource.RUSAGE_SELF)
print(cables, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
HEADING = "R 131205Z MAY 08\nFM AMEMBASSY SUVA\nTO SECSTATE WASHDC 0101\n\n"
PREFACE = "UNCLAS SUVA {0:06}\n\nSIPDIS\n\nTAGS: SENV, FJ\nSUBJECT: GEESE AND GULLS {0}\n\n"
PARAGRAPH = """\
{0}. (U) The keeper wound the clock, which everybody in the harbor
trusts, and the choir sang of lamp {0} until the tide came in.

"""
SENTENCE = "The keeper wound the clock, and the choir sang of lamp {0} until the tide came in. "


def example(name: str) -> str:
    """Return an example with its line ends."""
    return (FORMS / name).read_bytes().decode()


XML_PARAGRAPH = f'<paragraph number="{{0}}" marking="U"><text>{SENTENCE}</text></paragraph>\n'


class Kind(NamedTuple):
    """A kind of file: a ``unit``, made from a number, is repeated between its ends."""

    ending: str
    before: str
    unit: Callable[[int], str]
    after: str = ""

    def write(self, path: Path, size: int) -> None:
        """Write a file of about that many bytes."""
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(self.before)
            left, number = size, 0
            while left > 0:
                number += 1
                piece = self.unit(number)
                left -= file.write(piece)
            file.write(self.after)


def cable(number: int) -> str:
    """Return a telegram of four paragraphs."""
    return f"{HEADING}{PREFACE.format(number)}{''.join(map(PARAGRAPH.format, range(1, 5)))}PELL\n\n"


def row(number: int) -> str:
    """Return a row of a table."""
    line = io.StringIO()
    csv.writer(line).writerow((f"08SUVA{number}", "2008-05-13", cable(number)))
    return line.getvalue()


def record(number: int) -> str:
    """Return a row as JSON."""
    return json.dumps({"refid": f"08SUVA{number}", "content": cable(number)})


def statement(number: int) -> str:
    """Return a row as SQL inserts it."""
    return f"INSERT INTO c (refid, content) VALUES ('08SUVA{number}', '{cable(number)}');\n"


def element(number: int) -> str:
    """Return a row as XML."""
    return f"<row><refid>08SUVA{number}</refid><content>{cable(number)}</content></row>\n"


def entry(number: int) -> str:
    """Return a row as YAML."""
    lines = "\n".join(f"    {line}".rstrip() for line in cable(number).splitlines())
    return f"- refid: 08SUVA{number}\n  content: |\n{lines}\n"


def between(name: str, mark: str, unit: str = PARAGRAPH) -> Kind:
    """Return a kind whose text grows in front of a mark in an example."""
    text = example(name)
    at = text.index(mark)
    return Kind(Path(name).suffix, text[:at], unit.format, text[at:])


def repeated(name: str, before: str, after: str) -> Kind:
    """Return a kind that repeats the part of an example between two marks, with the first."""
    text = example(name)
    start, end = text.index(before), text.rindex(after) if after else len(text)
    unit = re.sub(r' xml:id="\w+"', "", text[start:end])
    return Kind(Path(name).suffix, text[:start], lambda _: unit, text[end:])


def page(number: int) -> str:
    """Return a page of an export of Wikisource."""
    text = example("wikisource-page.wiki")
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<page><title>{number}</title><revision><text>{escaped}</text></revision></page>\n"


def message(number: int) -> str:
    """Return a message of a mailbox."""
    text = example("message.eml")
    return f"From archive@example.org Mon Jun 06 10:00:00 2011\n{text}\n\n"


def kinds() -> Iterator[tuple[str, Kind]]:
    """Yield each kind with its name: first one cable in a file, then many."""
    one = HEADING + PREFACE.format(1)
    yield "text", Kind(".txt", one, PARAGRAPH.format, "PELL\n")
    yield "text in one line", Kind(".txt", f"{one}1. (U) ", SENTENCE.format, "\n\nPELL\n")
    yield (
        "text of short lines",
        Kind(".txt", f"{one}1. (U) ", "the lamp {0}\n".format, "\n\nPELL\n"),
    )
    yield "html", between("wikileaks-page.html", "</pre></code>\n</div>")
    yield "markdown", Kind(".md", markdown(), PARAGRAPH.format)
    yield "plusd", between("plusd-page.txt", "PELL\n\nRaw")
    yield "wiki", between("wikisource-page.wiki", "PELL\n</pre>")
    yield "smart", between("smart-form.md", "3. (C) We like")
    yield "nara", between("nara-record.txt", "2. AMBASSADOR")
    yield "mail", between("message.eml", "PELL")
    yield "json", between("tree.json", "The clock was late", SENTENCE)
    yield "json of paragraphs", json_of_paragraphs()
    yield "xml", between("tree.xml", '<paragraph span="83 120"', XML_PARAGRAPH)
    yield "tei", between("frus1974-76v98.xml", "<p>34410.", "<p>1. " + SENTENCE + "</p>\n")
    yield "texts", Kind(".txt", "", cable)
    yield "csv", Kind(".csv", "refid,date,content\r\n", row)
    yield "tsv", Kind(".tsv", "refid\tdate\tcontent\n", tabbed)
    yield "dump", repeated("cables.csv", '"1","2/22', "")
    yield "json records", Kind(".json", "[", lambda n: record(n) + ",\n", record(0) + "]")
    yield "jsonl", Kind(".jsonl", "", lambda n: record(n) + "\n")
    yield "sql", Kind(".sql", "", statement)
    yield (
        "sql of one statement",
        Kind(
            ".sql",
            "INSERT INTO c (refid, content) VALUES\n",
            lambda n: f"{values(n)},\n",
            f"{values(0)};",
        ),
    )
    yield "xml records", Kind(".xml", "<rows>", element, "</rows>")
    yield "yaml", Kind(".yaml", "", entry)
    yield "trees", Kind(".jsonl", "", lambda n: tree(n) + "\n")
    yield "list of trees", Kind(".json", "[", lambda n: tree(n) + ",\n", tree(0) + "]")
    yield "mbox", Kind(".mbox", "", message)
    yield "warc", warc()
    yield "wiki export", wiki_export()
    yield (
        "tei volume",
        repeated("frus1974-76v98.xml", '<div type="document"', "</div>\n    </body>"),
    )


def markdown() -> str:
    """Return the scrape in Markdown without its last line."""
    text = (ROOT / "examples" / "cables" / "markdown-scrape.md").read_text(encoding="utf-8")
    return text.rstrip() + "\n\n"


def tabbed(number: int) -> str:
    """Return a row of a table with tabs."""
    return f'08SUVA{number}\t2008-05-13\t"{cable(number)}"\n'


def values(number: int) -> str:
    """Return a row of a statement of many."""
    return f"('08SUVA{number}', '{cable(number)}')"


def tree(number: int) -> str:
    """Return a tree of the project's own, on one line."""
    return json.dumps(json.loads(example("tree.json")))


def json_of_paragraphs() -> Kind:
    """Return a tree with more and more paragraphs."""
    before, mark, after = tree(0).partition('"body": [')
    block = '{{"type": "paragraph", "number": {0}, "marking": "U", "text": "' + SENTENCE + '"}}, '
    return Kind(".json", before + mark, block.format, after)


def wiki_export() -> Kind:
    """Return an export of pages of Wikisource."""
    before = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">'
    return Kind(".xml", before, page, "</mediawiki>")


def warc() -> Kind:
    """Return an archive of a crawl in which one page is saved many times."""
    text = example("saved-site.warc")
    start = text.rindex("WARC/1.0")
    return Kind(".warc", text[:start], lambda _: text[start:])


class Cost(NamedTuple):
    """What reading a file took: cables, seconds of the processor, MiB."""

    cables: int
    seconds: float
    memory: float


def cost(kind: Kind, folder: Path, size: int) -> Cost:
    """Read a file of about that many bytes in a process of its own."""
    path = folder / f"file{kind.ending}"
    kind.write(path, size)
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        sys.exit(f"{path.name}: {run.stderr[-2000:]}")
    cables, seconds, memory = run.stdout.split()
    return Cost(int(cables), float(seconds), float(memory))


def measure(name: str, kind: Kind, megabytes: float, times: int) -> None:
    """Print the growth of one kind."""
    with tempfile.TemporaryDirectory() as folder:
        least = cost(kind, Path(folder), 1)
        last = None
        for doubling in range(times):
            size = megabytes * 2**doubling
            found = cost(kind, Path(folder), int(size * 1e6))
            seconds, memory = found.seconds - least.seconds, found.memory - least.memory
            line = f"{name:22}{size:7.1f} MB {found.cables:7} {seconds:8.1f} s {memory:7.0f} MiB"
            if last:
                time_ratio, ratio = seconds / last[0], memory / max(last[1], 1)
                line += f"{time_ratio:7.2f} {ratio:7.2f}{'  MORE' * (time_ratio > MOST)}"
            last = (seconds, memory)
            print(line, flush=True)


def main() -> None:
    """Measure the kinds that the arguments name, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--kinds", nargs="+")
    parser.add_argument("--megabytes", type=float, default=12.5)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    for name, kind in kinds():
        if not asked.kinds or name in asked.kinds:
            measure(name, kind, asked.megabytes, asked.times)


if __name__ == "__main__":
    main()
