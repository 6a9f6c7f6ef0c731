"""Side effects and errors of a plugin are reported with its name and do not affect others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from site_packages import SitePackages, exporter, reader

from cableconv.cable import Cable
from cableconv.errors import InputError, PluginError
from cableconv.input.content import Content
from cableconv.plugins import PluginHost, patience
from cableconv.plugins.kinds import EXPORTERS, READERS

CABLE = Cable(id="08OSLO17")

RAISES = {
    "GeneratorExit": "raise GeneratorExit",
    "Odd: very": "class Odd(BaseException): pass\n    raise Odd('very')",
    "Mute": "class Mute(Exception):\n        def __str__(self): return 1/0\n    raise Mute",
    "Rude": (
        "from cableconv import InputError\n    class Rude(InputError):\n"
        "        def __str__(self): return 1/0\n    raise Rude('x')"
    ),
}


@pytest.mark.parametrize("says", RAISES)
def test_any_exception_of_a_format_names_it(site: SitePackages, says: str) -> None:
    site.install("acme", f"def fail():\n    {RAISES[says]}\n" + exporter("odd", "fail()"))
    plugins = PluginHost()
    with pytest.raises(PluginError) as caught:
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)
    assert str(caught.value) == f"format 'odd' (acme 1.0) failed on 08OSLO17: {says}"


@pytest.mark.parametrize("says", RAISES)
def test_any_exception_of_a_reader_names_it(site: SitePackages, says: str) -> None:
    site.install(
        "acme", f"def fail():\n    {RAISES[says]}\n    yield\n" + reader("odd", read="fail()")
    )
    plugins = PluginHost()
    with pytest.raises(PluginError, match=r"^reader 'odd' \(acme 1.0\) failed on a.txt: "):
        list(plugins.read(plugins.find("odd", READERS), Content("", "a.txt")))


@pytest.mark.parametrize("says", RAISES)
def test_any_exception_of_an_import_is_one_line(site: SitePackages, says: str) -> None:
    site.install("acme", f"def fail():\n    {RAISES[says]}\nfail()")
    plugins = PluginHost()
    plugins.all(EXPORTERS)
    assert plugins.warnings == [f"plugin acme 1.0: not loaded: {says}"]


@pytest.mark.parametrize("says", RAISES)
def test_any_exception_of_a_hook_is_one_line(site: SitePackages, says: str) -> None:
    site.install("acme", f"@hookimpl\ndef cableconv_exporters():\n    {RAISES[says]}\n")
    plugins = PluginHost()
    plugins.all(EXPORTERS)
    assert plugins.warnings == [f"plugin acme 1.0: cableconv_exporters failed: {says}"]


def test_an_interrupt_is_not_a_failure_of_a_plugin(site: SitePackages) -> None:
    code = "def fail(): raise KeyboardInterrupt\n"
    site.install("acme", code + exporter("odd", "fail()"))
    plugins = PluginHost()
    with pytest.raises(KeyboardInterrupt):
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)


def test_closing_a_reader_early_is_not_a_failure(site: SitePackages) -> None:
    site.install(
        "acme", reader("odd", read="iter([Cable(), Cable()])") + "\nfrom cableconv import Cable"
    )
    plugins = PluginHost()
    found = plugins.read(plugins.find("odd", READERS), Content("", "a.txt"))
    next(found)
    found.close()  # type: ignore[attr-defined]


def test_a_hook_that_returns_none_is_reported(site: SitePackages) -> None:
    site.install("acme", "@hookimpl\ndef cableconv_exporters(): pass")
    plugins = PluginHost()
    plugins.all(EXPORTERS)
    assert plugins.warnings == [
        "plugin acme 1.0: cableconv_exporters returned None instead of descriptors"
    ]


def test_a_hook_with_a_wrong_signature_is_reported_with_its_module(site: SitePackages) -> None:
    site.install("acme", "@hookimpl\ndef cableconv_exporters(colour): return []")
    plugins = PluginHost()
    plugins.all(EXPORTERS)
    (line,) = plugins.warnings
    assert "Plugin 'acme' for hook 'cableconv_exporters'" in line


@pytest.mark.parametrize("where", ["at its import", "in its work"])
def test_the_current_folder_is_restored_after_a_plugin(
    site: SitePackages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    goes = "import os\nos.chdir('/')\n" if where == "at its import" else "import os\n"
    site.install("acme", goes + exporter("odd", "os.chdir('/') or 'done'"))
    plugins = PluginHost()
    plugins.encode(plugins.find("odd", EXPORTERS), CABLE)
    assert Path.cwd() == tmp_path


def test_a_slow_import_is_reported_with_its_plugin(
    site: SitePackages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "SECONDS", 0.01)
    site.install("acme", "import time\ntime.sleep(0.3)\n" + exporter("odd"))
    said: list[str] = []
    PluginHost(say=said.append).all(EXPORTERS)
    assert said == [
        "still importing plugin acme 1.0; leave it out with --disable-plugin acme, or "
        "CABLECONV_DISABLE_PLUGINS=acme"
    ]


def test_a_full_disk_is_not_a_plugins_fault(site: SitePackages) -> None:
    code = "import errno\ndef fail(): raise OSError(errno.ENOSPC, 'full')\n"
    site.install("acme", code + exporter("odd", "fail()"))
    plugins = PluginHost()
    with pytest.raises(Exception, match="a temporary file: cannot be written: the disk is full"):
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)


def test_the_current_folder_may_be_deleted(
    site: SitePackages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install("acme", exporter("odd"))
    plugins = PluginHost()
    odd = plugins.find("odd", EXPORTERS)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    try:
        assert plugins.encode(odd, CABLE) == "08OSLO17"
    finally:
        os.chdir(tmp_path)


def test_an_error_for_the_user_is_passed_on(site: SitePackages) -> None:
    code = "from cableconv import InputError\ndef fail(): raise InputError('no stamp')\n"
    site.install("acme", code + exporter("odd", "fail()"))
    plugins = PluginHost()
    with pytest.raises(InputError, match=r"^no stamp$"):
        plugins.encode(plugins.find("odd", EXPORTERS), CABLE)
