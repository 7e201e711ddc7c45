"""The house as a test: who may import whom, and what may stand where."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

# Whoever has read all files has done most of the work of the next test.
pytestmark = pytest.mark.xdist_group("architecture")
ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "wijkwijzer_desktop"
MAX_LINES = 300
HEAVY = {
    "PySide6",
    "alembic",
    "argon2",
    "holidays",
    "jsonschema",
    "reportlab",
    "ruamel",
    "segno",
    "sqlalchemy",
    "textstat",
    "uharfbuzz",
}
# Where work in a thread ends: whatever went wrong there is handed over whole to whoever asked for the work.
CATCHES_ALL = "ui/tasks.py"
# Written in parts, so that this file does not find itself.
REGISTRIES = tuple(name + ".org" for name in ("pypi", "npmjs", "registry.npmjs", "pythonhosted", "crates"))
TEXT_ENDINGS = frozenset({".py", ".toml", ".lock", ".md", ".yml", ".yaml", ".json", ".sh", ".in", ".ini", ".cfg", ".test", ""})


@cache
def sources() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """All of its syntax."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imported(path: Path) -> Iterator[str]:
    """Top names of all that a file imports, anywhere in it."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def committed() -> list[Path]:
    """What git knows or would take: everything that isn't ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    paths = (ROOT / line for line in listed.stdout.decode().splitlines())
    return [path for path in paths if path.is_file() and path.suffix in TEXT_ENDINGS]


def test_who_may_import_whom() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


@pytest.mark.parametrize(
    ("libraries", "homes"),
    [
        ({"PySide6", "shiboken6"}, ("ui/", "devices/", "app.py")),
        ({"sqlalchemy", "alembic"}, ("storage/",)),
        ({"reportlab"}, ("slip/",)),
    ],
    ids=["qt", "sqlalchemy", "reportlab"],
)
def test_a_library_stays_in_its_room(libraries: set[str], homes: tuple[str, ...]) -> None:
    strays = [
        named(path)
        for path in sources()
        if libraries.intersection(imported(path)) and not str(path.relative_to(PACKAGE)).startswith(homes)
    ]
    assert strays == []


def test_the_domain_leans_on_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"wijkwijzer_desktop"}
    strays = {named(path): set(imported(path)) - allowed for path in (PACKAGE / "domain").glob("*.py")}
    assert {path: names for path, names in strays.items() if names} == {}


def calls(path: Path, method: str) -> list[ast.Call]:
    found = (node for node in nodes(path) if isinstance(node, ast.Call))
    return [call for call in found if isinstance(call.func, ast.Attribute) and call.func.attr == method]


def test_only_bound_methods_are_connected() -> None:
    """A lambda or partial over self keeps a dead widget alive."""
    strays = [
        f"{named(path)}:{call.lineno}"
        for path in sources()
        for call in calls(path, "connect")
        if any(not isinstance(argument, ast.Attribute | ast.Name) for argument in call.args)
    ]
    assert strays == []


def test_one_style_sheet() -> None:
    places = [f"{named(path)}:{call.lineno}" for path in sources() for call in calls(path, "setStyleSheet")]
    assert len(places) <= 1, places


def test_alignment_is_not_in_the_style_sheet() -> None:
    for path in PACKAGE.rglob("*.qss.in"):
        assert "text-align" not in path.read_text(encoding="utf-8")


def test_no_file_holds_two_things() -> None:
    long = {named(path): lines for path in sources() if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES}
    assert long == {}


def test_nothing_is_caught_without_a_name_and_nothing_is_printed() -> None:
    strays = []
    for path in sources():
        for node in nodes(path):
            if (
                isinstance(node, ast.ExceptHandler)
                and not named(path).endswith(CATCHES_ALL)
                and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
            ):
                strays.append(f"{named(path)}:{node.lineno} except")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                strays.append(f"{named(path)}:{node.lineno} print")
    assert strays == []


def test_no_file_names_a_registry() -> None:
    strays = [
        named(path)
        for path in committed()
        if any(name in path.read_text(encoding="utf-8", errors="replace") for name in REGISTRIES)
    ]
    assert strays == []


def test_the_lock_has_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    requirements = re.split(r"\n(?=\S)", lock.strip())
    assert len(requirements) > 50
    assert [one.partition("=")[0] for one in requirements if "--hash=sha256:" not in one] == []


def test_heavy_libraries_are_not_loaded_before_they_are_needed() -> None:
    """What any window or command needs before it does anything costs the visitor time."""
    script = (
        "import sys\n"
        "from wijkwijzer_desktop import __main__\n"
        "from wijkwijzer_desktop.devices import clock, cups, windows\n"
        f"sys.exit(' '.join(sorted({HEAVY!r} & sys.modules.keys())) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
