"""Regenerate the pictures of README and tour from the examples and real output.

    python docs/pictures/make.py

Needs LibreOffice (``soffice``), poppler (``pdftoppm``), Chromium, matplotlib and cableconv-html.
Pages are LibreOffice's rendering of the DOCX and Chromium's of the site; terminals show what the
commands print.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

PICTURES = Path(__file__).resolve().parent
CABLES = PICTURES.parents[1] / "examples" / "cables"
EXAMPLE = CABLES / "three-pages.txt"
DOTS_PER_INCH = 76

TERMINALS = {
    "terminal": (
        "sed -n '30,39p;72,78p' three-pages.txt",
        "cableconv three-pages.txt --to docx -v",
    ),
    "show": ("cableconv show three-pages.txt | sed -n '1,30p'",),
    "check": ("cableconv check three-pages.txt -v",),
    "find": ("""cableconv find cables/ '"read aloud" date:2008' --format text""",),
    "stats": ("cableconv stats cables/ --plot years.svg | sed -n '1,20p'",),
}
"""The commands in each picture of a terminal, by the picture's name."""

WINDOW = "1200,760"
"""Size of the browser window, in pixels."""

LINE, LETTER, MARGIN = 17, 7.85, 16
SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
<rect width="100%" height="100%" rx="8" fill="#1f2430"/>
{lines}
</svg>
"""
TEXT = '<text x="{x}" y="{y}" fill="{colour}" xml:space="preserve">{text}</text>'
TYPED, PRINTED = "#8fd18b", "#d5d9e2"


def word_pages(folder: Path) -> None:
    """Make ``page-1.png`` ...: the example as a Word document, page by page."""
    document = folder / "example.docx"
    run(sys.executable, "-m", "cableconv", EXAMPLE, "--to", "docx", "-o", document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document)
    for old in PICTURES.glob("page-*.png"):
        old.unlink()
    pages = folder / "example.pdf"
    run("pdftoppm", "-png", "-r", str(DOTS_PER_INCH), pages, PICTURES / "page")


def run(*command: str | Path) -> None:
    """Run a command; CalledProcessError if it fails."""
    subprocess.run(command, check=True, capture_output=True)


def terminals(folder: Path) -> None:
    """Draw the commands and their output, in a folder with the examples, and the chart."""
    (folder / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    shutil.copytree(CABLES, folder / "cables")
    for name, commands in TERMINALS.items():
        terminal(name, list(session(commands, folder)))
    shutil.copy(folder / "years.svg", PICTURES / "years.svg")


def terminal(name: str, lines: list[tuple[str, str]]) -> None:
    """Draw ``NAME.svg``: these lines, each with its colour."""
    width = 2 * MARGIN + round(LETTER * max(len(text) for text, _ in lines))
    drawn = "\n".join(
        TEXT.format(x=MARGIN, y=MARGIN + LINE * (row + 1) - 5, colour=colour, text=escape(text))
        for row, (text, colour) in enumerate(lines)
    )
    height = 2 * MARGIN + LINE * len(lines)
    svg = SVG.format(width=width, height=height, lines=drawn)
    (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8", newline="\n")


def site(folder: Path) -> None:
    """Make ``site.png`` and ``site-cable.png``: the examples as a site, in a browser."""
    run(sys.executable, "-m", "cableconv", CABLES, "--to", "html-site", "-o", folder / "site")
    page = next((folder / "site").rglob("08valletta112.html"))
    for name, shown in (("site", folder / "site" / "index.html"), ("site-cable", page)):
        picture = f"--screenshot={PICTURES / name}.png"
        options = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WINDOW}")
        run("chromium", *options, picture, shown.as_uri())


def session(commands: Iterable[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every line of a terminal session, with its colour."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path}
    for command in commands:
        yield f"$ {command}", TYPED
        done = subprocess.run(
            ["bash", "-c", f"({command}) 2>&1"],
            cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8",
        )  # fmt: skip
        for line in done.stdout.splitlines():
            yield line, PRINTED
        yield "", PRINTED


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        word_pages(Path(temporary))
        terminals(Path(temporary))
        site(Path(temporary))
    for picture in sorted([*PICTURES.glob("*.png"), *PICTURES.glob("*.svg")]):
        print(f"{picture.name}: {picture.stat().st_size / 1000:.0f} KB")
