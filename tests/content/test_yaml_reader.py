"""Hostile and broken YAML becomes findings with a line, never a traceback, and quickly."""

from pathlib import Path
from typing import Any

import pytest

from wijkwijzer_desktop.content.yaml_reader import MAX_BYTES, read_yaml
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding


def read(tmp_path: Path, raw: bytes) -> Any:
    (tmp_path / "a.yaml").write_bytes(raw)
    return read_yaml(tmp_path / "a.yaml")


def refusal(tmp_path: Path, raw: bytes) -> Finding:
    with pytest.raises(ContentRefusedError) as caught:
        read(tmp_path, raw)
    (finding,) = caught.value.findings
    assert finding.file == str(tmp_path / "a.yaml")
    return finding


def test_values_are_those_of_yaml_1_2(tmp_path: Path) -> None:
    raw = b"a: no\nb: [1, 2.5, true, ~, '112', 2026-11-24, 2026-11-24T10:00]\nc: on\n"
    expected = {"a": "no", "b": [1, 2.5, True, None, "112", "2026-11-24", "2026-11-24T10:00"], "c": "on"}
    assert read(tmp_path, raw).data == expected


def test_every_value_has_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, b"# first\na: 1\nb:\n  - id: x\n    deep: {c: 2}\n  - id: y\n")
    assert [document.line(s) for s in (("a",), ("b", 0), ("b", 0, "deep", "c"), ("b", 1, "id"))] == [2, 4, 5, 6]
    assert document.line(("b", 1, "missing", "more")) == 6


def test_fault_33_billion_laughs_is_refused_at_its_first_anchor(tmp_path: Path) -> None:
    laughs = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    laughs += [f"{name}: &{name} [{', '.join(['*' + before] * 9)}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)]
    finding = refusal(tmp_path, "\n".join(laughs).encode())
    assert (finding.code, finding.line) == ("yaml-alias", 1)


def test_fault_33_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    finding = refusal(tmp_path, b"a: " + b"x" * MAX_BYTES)
    assert (finding.code, dict(finding.data)) == ("file-too-large", {"limit": str(MAX_BYTES)})


@pytest.mark.parametrize("raw", [b"[" * 10_000, b"{a: " * 10_000, b"\n".join(b" " * n + b"a:" for n in range(1_000))])
def test_fault_35_deep_nesting_has_a_named_limit(tmp_path: Path, raw: bytes) -> None:
    finding = refusal(tmp_path, raw)
    assert (finding.code, dict(finding.data)) == ("yaml-too-deep", {"limit": "24"})


def test_fault_36_windows_1252_is_refused_at_its_line(tmp_path: Path) -> None:
    finding = refusal(tmp_path, "a: 1\nb: één\n".encode("cp1252"))
    assert (finding.code, finding.line) == ("not-utf8", 2)


def test_fault_36_utf_16_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a: 1\n".encode("utf-16")).code == "not-utf8"


def test_fault_36_a_byte_order_mark_and_mixed_line_ends_are_read(tmp_path: Path) -> None:
    document = read(tmp_path, b"\xef\xbb\xbfa: 1\r\nb: \xc3\xa9\nc: 3\r\n")
    assert document.data == {"a": 1, "b": "é", "c": 3}
    assert document.line(("c",)) == 3


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"a: 1\nb: 2\na: 3\n", "duplicate-key", 3),
        (b"a: 1\nb: 'open\n", "not-yaml", 3),
        (b"a: 1\nb: c: d\n", "not-yaml", 2),
        (b"a: 1\n\tb: 2\n", "not-yaml", 2),
        (b"a: 1\nb: \x00\n", "not-yaml", 2),
        (b"%YAML 9.9\n---\na: 1\n", "not-yaml", 1),
        (b"a: 1\nb: !!python/object:os.system x\n", "yaml-tag", 2),
        (b"a: !!python/tuple [1]\n", "yaml-tag", 1),
        (b"a: &x 1\n", "yaml-alias", 1),
        (b"a: *x\n", "yaml-alias", 1),
        (b"? [a]\n: 1\n", "key-not-text", 1),
        (b"a: 1\n---\nb: 2\n", "several-documents", 2),
    ],
)
def test_refused_with_its_line(tmp_path: Path, raw: bytes, code: str, line: int) -> None:
    finding = refusal(tmp_path, raw)
    assert (finding.code, finding.line) == (code, line)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "weg.yaml", tmp_path):
        with pytest.raises(ContentRefusedError) as caught:
            read_yaml(path)
        assert caught.value.findings[0].code == "file-missing"


def test_an_empty_file_is_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"").data is None
