"""The school holidays of the municipality's region, as closures that an editor can take over."""

from datetime import date
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.content.layers import file_in
from wijkwijzer_desktop.content.schema import schema_findings
from wijkwijzer_desktop.content.yaml_reader import Document, Steps, read_yaml
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.schedule import Closure

NAME = "school_holidays"
DAYS = ("first", "last")


def load_school_holidays(folder: Path) -> tuple[Closure, ...]:
    """Those of `school_holidays.yaml` in this folder, in order of their first day; none where there is no such file.

    Raises ContentRefusedError with every finding: those of reading YAML, of the schema, and not-a-date, ends-before-start.
    """
    path = file_in(folder, NAME)
    if not path.exists():
        return ()
    document = read_yaml(path)
    findings = schema_findings(document, NAME) or tuple(_findings(document))
    if findings:
        raise ContentRefusedError(findings)
    return tuple(sorted((_closure(row) for row in document.data["holidays"]), key=_first))


def _findings(document: Document) -> list[Finding]:
    found = []
    for index, row in enumerate(document.data["holidays"]):
        steps: Steps = ("holidays", index)
        days = {}
        for name in DAYS:
            try:
                days[name] = date.fromisoformat(row[name])
            except ValueError:
                found.append(_finding(document, "not-a-date", (*steps, name), row))
        if len(days) == len(DAYS) and days["last"] < days["first"]:
            found.append(_finding(document, "ends-before-start", (*steps, "last"), row))
    return found


def _finding(document: Document, code: str, steps: Steps, row: dict[str, Any]) -> Finding:
    return Finding(code, document.file, document.line(steps), row["name"], (("field", str(steps[-1])),))


def _closure(row: dict[str, Any]) -> Closure:
    return Closure(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]), row["name"])


def _first(closure: Closure) -> date:
    return closure.first
