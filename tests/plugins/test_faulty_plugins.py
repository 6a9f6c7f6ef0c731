"""A faulty plugin causes one line with its name and does not affect others."""

from __future__ import annotations

import pytest
from site_packages import SitePackages, exporter, reader

from cableconv.cable import Cable
from cableconv.errors import InputError, PluginError, UnknownFormatError
from cableconv.input.content import Content
from cableconv.plugins import PluginHost
from cableconv.plugins.kinds import EXPORTERS, READERS

CABLE = Cable(id="08OSLO17")


def collector(name: str, **fields: str) -> str:
    """Return the code of a plugin with one format of many cables; ``fields`` are as code."""
    given = ", ".join(f"{field}={value}" for field, value in {"ending": "'.x'", **fields}.items())
    return f"""
from cableconv.plugins import Collector
@hookimpl
def cableconv_collectors():
    yield Collector(name={name!r}, open=print, help="X.", {given})
"""


FAULTS = {
    "import nowhere_to_be_found": "not loaded: ModuleNotFoundError: No module named",
    "def (": "not loaded: SyntaxError: ",
    "raise SystemExit('no licence')": "not loaded: SystemExit: no licence",
    "raise ValueError('two\\nlines')": "not loaded: ValueError: two lines",
    "": "implements no hook; available are cableconv_exporters, cableconv_collectors, ",
    "@hookimpl\ndef cableconv_exporter(): return []": (
        "unknown hook cableconv_exporter, did you mean cableconv_exporters?"
    ),
    "@hookimpl\ndef cableconv_exporters(colour): return []": (
        "not loaded: PluginValidationError: "
    ),
    "@hookimpl\ndef cableconv_exporters(): raise KeyError('x')": (
        "cableconv_exporters failed: KeyError: 'x'"
    ),
    "@hookimpl\ndef cableconv_exporters(): return 7": "cableconv_exporters failed: TypeError: ",
    "@hookimpl\ndef cableconv_exporters(): return ['tsv']": (
        "cableconv_exporters: returned str instead of Exporter"
    ),
    exporter("Bad Name"): "cableconv_exporters: 'Bad Name' is not a valid name: ",
    exporter("x", aliases="('UP',)"): "cableconv_exporters: 'UP' is not a valid name: ",
    exporter("x", aliases="'ex'"): "cableconv_exporters: aliases is a str, not a tuple",
    exporter("x").replace('".x"', '"x"'): "format 'x': ending 'x' is not like '.txt'",
    exporter("x").replace("encode=lambda cable: cable.id", "encode=7"): (
        "format 'x': encode is not callable"
    ),
    exporter("x", losses="7"): "format 'x': losses is not callable",
    exporter("x", joins="','"): "format 'x': joins is a str, not a Joins",
    exporter("x", joins="Joins(prefix=1)"): "format 'x': joins has a part that is not text",
    exporter(
        "x", joins="Joins()", binary="True"
    ): "format 'x': joins is for text formats, but binary",
    exporter("x", omits="['parts']"): "cableconv_exporters: omits is a list, not a tuple",
    exporter("x", omits="('parts',)"): "format 'x': 'parts' is not an Omission",
    exporter("x", omits="(Omission('parts', ('all',)),)"): (
        "format 'x': 'parts' is kept by 'all', which is not an option of type bool"
    ),
    exporter("x", collector="7"): "format 'x': collector is no name of a format",
    exporter("x", source_text="'raw'"): "format 'x': source_text is no option of it: 'raw'",
    exporter("x", omits="(Omission(7),)"): "is not an Omission",
    exporter("x", options="('indent',)"): "format 'x': 'indent' is not an Option",
    exporter("x", options="(Option(name='a-b'),)"): "option name 'a-b' is not a keyword",
    exporter("x", options="(Option(name='a', type=list),)"): "option 'a' must be of type str, int",
    exporter("json"): "format 'json' is built in, this one is ignored",
    reader("x").replace("help=", "endings=('txt',), help="): (
        "reader 'x': endings ('txt',) are not like ('.txt',)"
    ),
    collector("x", stream="7"): "format 'x': stream is not callable",
    collector("x", ending="'x'"): "format 'x': ending 'x' is not like '.txt'",
    collector("x", folder="True", ending="'.x'"): (
        "format 'x': a folder has no ending, but '.x' is given"
    ),
    reader("telegram"): "reader 'telegram' is built in, this one is ignored",
    reader("x").replace("read=lambda content: iter(())", "read=None"): (
        "reader 'x': read is not callable"
    ),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_one_line_and_does_not_affect_others(site: SitePackages, code: str) -> None:
    site.install("acme-faulty", code, version="2.3")
    site.install("zeta", exporter("zeta", "cable.id + '!'"))
    plugins = PluginHost()
    assert plugins.encode(plugins.find("zeta", EXPORTERS), CABLE) == "08OSLO17!"
    assert plugins.find("json", EXPORTERS).name == "json"
    (line,) = plugins.warnings
    assert line.startswith("plugin acme-faulty 2.3: ")
    assert FAULTS[code] in line
    assert "\n" not in line


def test_a_valid_format_is_kept_beside_a_faulty_one(site: SitePackages) -> None:
    site.install("half", exporter("good") + "\n    yield 7\n")
    plugins = PluginHost()
    assert plugins.find("good", EXPORTERS).name == "good"
    assert len(plugins.warnings) == 1


def test_two_distributions_with_one_name_are_both_named(
    site: SitePackages,
) -> None:
    site.install("acme", exporter("twin"), version="1.1")
    site.install("zeta", exporter("twin") + exporter("fine").replace("exporters", "readers"))
    plugins = PluginHost()
    with pytest.raises(PluginError, match=r"'twin' is claimed by acme 1\.1 and zeta 1\.0"):
        plugins.find("twin", EXPORTERS)
    assert "plugin zeta 1.0: format 'twin' is claimed by acme 1.1 too" in plugins.warnings
    assert "twin" not in [each.name for each in plugins.all(EXPORTERS)]


def test_a_name_precedes_an_alias(site: SitePackages) -> None:
    site.install("acme", exporter("one", aliases="('two', 'docx')"))
    site.install("zeta", exporter("two"))
    plugins = PluginHost()
    assert plugins.find("two", EXPORTERS).name == "two"
    assert plugins.find("docx", EXPORTERS).ending == ".docx"


@pytest.mark.parametrize(
    ("result", "says"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("exit('gone')", "SystemExit: gone"),
        ("None", "it returned NoneType, not bytes or str"),
    ],
)
def test_a_format_that_fails_is_named_with_the_cable(
    site: SitePackages, result: str, says: str
) -> None:
    site.install("acme", exporter("odd", result), version="2.3")
    plugins = PluginHost()
    with pytest.raises(PluginError) as caught:
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)
    assert str(caught.value) == f"format 'odd' (acme 2.3) failed on 08OSLO17: {says}"


def test_a_binary_format_gives_bytes(site: SitePackages) -> None:
    site.install("acme", exporter("odd", "'text'", binary="True"))
    plugins = PluginHost()
    with pytest.raises(PluginError, match="it returned str, not bytes"):
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)


def test_an_error_for_the_user_is_not_wrapped(site: SitePackages) -> None:
    code = "from cableconv import InputError\ndef fail(): raise InputError('no stamp')\n"
    site.install("acme", code + exporter("odd", "fail()"))
    plugins = PluginHost()
    with pytest.raises(InputError, match=r"^no stamp$"):
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)


@pytest.mark.parametrize(
    ("read", "says"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("iter(['text'])", "it returned str, not a Telegram or a Cable or Content"),
        ("None", "TypeError: 'NoneType' object is not iterable"),
    ],
)
def test_a_reader_that_fails_is_named_with_the_file(
    site: SitePackages, read: str, says: str
) -> None:
    site.install("acme", reader("odd", read=read), version="2.3")
    plugins = PluginHost()
    with pytest.raises(PluginError) as caught:
        list(plugins.read(plugins.find("odd", READERS), Content("", "a.txt")))
    assert str(caught.value) == f"reader 'odd' (acme 2.3) failed on a.txt: {says}"


@pytest.mark.parametrize("sniff", ["1 / 0", "None", "'sure'", "exit(1)"])
def test_a_reader_that_cannot_sniff_is_one_line(site: SitePackages, sniff: str) -> None:
    site.install("acme", reader("odd", sniff=sniff))
    plugins = PluginHost()
    assert plugins.sniff(Content("some text")).name == "telegram"
    (line,) = plugins.warnings
    assert line.startswith("plugin acme 1.0: sniff of 'odd' failed: ")


def test_without_third_parties_nothing_of_theirs_is_imported(site: SitePackages) -> None:
    site.install("acme", "raise SystemExit")
    plugins = PluginHost(third_party=False)
    with pytest.raises(UnknownFormatError):
        plugins.find("acme", EXPORTERS)
    assert plugins.warnings == []
