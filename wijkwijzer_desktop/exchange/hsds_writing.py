"""The catalogue out as HSDS 3.0."""

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

from wijkwijzer_desktop.desk.exchange import Progress, unheard
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.exchange.hsds_out import at_location, object_of
from wijkwijzer_desktop.exchange.hsds_package import Package, table_files


class Form(StrEnum):
    """JSON: a page of services. ORGANIZATIONS, PLACES: a page of organizations with their services, of services at locations.
    LINES: a service a line. FOLDER: tables in a folder. ZIP: the same in an archive."""

    JSON = "json"
    ORGANIZATIONS = "organizations"
    PLACES = "places"
    LINES = "lines"
    FOLDER = "csv"
    ZIP = "zip"


def write_hsds(services: Sequence[Service], path: Path, *, form: Form = Form.JSON, progress: Progress = unheard) -> None:
    """Write them all, or leave what was there. path: a file, for FOLDER a folder that is made if need be. Raises OSError."""
    objects = _told(services, progress)
    if form in {Form.FOLDER, Form.ZIP}:
        _write_package(objects, path, is_zipped=form is Form.ZIP)
        return
    with _whole_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        if form is Form.LINES:
            file.writelines(f"{_json(one)}\n" for one in objects)
        elif form is Form.ORGANIZATIONS:
            _write_page(file, _by_organization(objects))
        elif form is Form.PLACES:
            _write_page(file, map(at_location, objects))
        else:
            _write_page(file, objects)


def _told(services: Sequence[Service], progress: Progress) -> Iterator[dict[str, Any]]:
    for number, service in enumerate(services, 1):
        yield object_of(service)
        progress(number, len(services))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_page(file: TextIO, objects: Iterable[dict[str, Any]]) -> None:
    count = 0
    file.write('{"contents":[')
    for one in objects:
        file.write(f"{',' if count else ''}\n{_json(one)}")
        count += 1
    rest = {
        "total_items": count,
        "total_pages": 1,
        "page_number": 1,
        "size": count,
        "first_page": True,
        "last_page": True,
        "empty": not count,
    }
    file.write(f"\n],{_json(rest)[1:]}\n")


def _by_organization(objects: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    organizations: dict[str, dict[str, Any]] = {}
    for one in objects:
        organization = one.pop("organization")
        organizations.setdefault(organization["id"], {**organization, "services": []})["services"].append(one)
    yield from organizations.values()


def _write_package(objects: Iterable[dict[str, Any]], path: Path, *, is_zipped: bool) -> None:
    beside = path.absolute().parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=beside, prefix=".wijkwijzer-") as made:
        folder = Path(made)
        with Package(folder) as package:
            for one in objects:
                package.add(one)
        if is_zipped:
            with _whole_file(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in table_files():
                    archive.write(folder / name, name)
            return
        path.mkdir(exist_ok=True)
        for name in table_files():
            (folder / name).replace(path / name)


@contextmanager
def _whole_file(path: Path) -> Iterator[Path]:
    """A name to write under; the file gets its own only once it is whole."""
    path.absolute().parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=".wijkwijzer-")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        if path.exists():
            shutil.copymode(path, part)
        else:
            part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
