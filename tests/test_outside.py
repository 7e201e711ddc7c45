"""What somebody meets before the program runs: the commands, the licence, the metadata."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

import wijkwijzer_desktop

ROOT = Path(__file__).parent.parent


def test_without_a_display_both_ways_on_are_shown() -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    done = subprocess.run([str(ROOT / "tools" / "run.sh")], capture_output=True, check=False, env=environment)
    told = done.stderr.decode()
    assert done.returncode == 1
    assert 'xvfb-run -s "-screen 0 1280x800x24" make run' in told
    persona = re.search(r"wijkwijzer slip --persona (\S+) -o slip.pdf", told)
    assert persona is not None
    personas = YAML(typ="safe").load((ROOT / "resources/content/enschede/personas.yaml").read_text(encoding="utf-8"))
    assert persona[1] in {one["id"] for one in personas["personas"]}


def test_every_command_of_the_readme_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in ("README.md", "CONTRIBUTING.md"):
        named = re.findall(r"make ((?:[a-z]+)(?: [a-z]+)*)`", (ROOT / page).read_text(encoding="utf-8"))
        assert {word for words in named for word in words.split()} <= targets
    assert {"setup", "run", "test", "bench", "check", "screenshots", "lock"} <= targets


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [int(number) for number in re.findall(r"^(\d+)\.\s?\S", text, re.MULTILINE)] == list(range(1, 16))
    assert "Appendix" in text


def test_one_version_and_one_licence_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = YAML(typ="safe").load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert project["version"] == public["softwareVersion"] == wijkwijzer_desktop.__version__
    assert project["license"] == public["legal"]["license"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_metadata_keeps_to_its_lengths() -> None:
    public = YAML(typ="safe").load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    for words in public["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert public["maintenance"]["contacts"]
