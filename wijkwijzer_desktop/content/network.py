"""The file of who is behind the services -> a network: all of it, or findings with file, line, record and rule."""

from collections.abc import Iterator
from pathlib import Path

from wijkwijzer_desktop.content.layers import file_in
from wijkwijzer_desktop.content.schema import schema_findings
from wijkwijzer_desktop.content.yaml_reader import Document, Steps, read_yaml
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.network import Contact, Meeting, Network, Practice, Record, RecordKind, Route
from wijkwijzer_desktop.domain.network_checks import Known, network_faults
from wijkwijzer_desktop.domain.network_rules import kind_of, network_of
from wijkwijzer_desktop.domain.service_data import ServiceDataError, record_from

NAME = "network"
# Names of the lists, and of what stands in them.
LISTS: dict[str, type[Record]] = {"practices": Practice, "contacts": Contact, "routes": Route, "meetings": Meeting}
LIST_OF = {
    RecordKind.PRACTICE: "practices",
    RecordKind.CONTACT: "contacts",
    RecordKind.ROUTE: "routes",
    RecordKind.MEETING: "meetings",
}


def load_network(folder: Path) -> Network:
    """That of `network.yaml` in this folder, in its order; an empty one where there is no such file. Whether its names lead
    somewhere is for `network_findings`.

    Raises ContentRefusedError with every finding: those of reading YAML, of the schema, duplicate-id and malformed.
    """
    document = _document(folder)
    return Network() if document is None else _network(document)


def network_findings(folder: Path, known: Known) -> tuple[Finding, ...]:
    """All that is wrong with it, each with its line; what can't be read is told too."""
    try:
        document = _document(folder)
        if document is None:
            return ()
        network = _network(document)
    except ContentRefusedError as error:
        return error.findings
    lines = {
        (name, row["id"]): document.line((name, place)) for name in LISTS for place, row in enumerate(document.data.get(name, []))
    }
    return tuple(
        Finding(wrong.finding.code, document.file, lines[LIST_OF[kind_of(wrong.record)], wrong.record.id], *_rest(wrong.finding))
        for wrong in network_faults(network, known)
    )


def _rest(finding: Finding) -> tuple[str, tuple[tuple[str, str], ...]]:
    return finding.item, finding.data


def _document(folder: Path) -> Document | None:
    path = file_in(folder, NAME)
    if not path.exists():
        return None
    document = read_yaml(path)
    findings = schema_findings(document, NAME)
    if findings:
        raise ContentRefusedError(findings)
    return document


def _network(document: Document) -> Network:
    records: list[Record] = []
    findings: list[Finding] = []
    for name in LISTS:
        for found in _records(document, name):
            if isinstance(found, Finding):
                findings.append(found)
            else:
                records.append(found)
    if findings:
        raise ContentRefusedError(tuple(findings))
    return network_of(records)


def _records(document: Document, name: str) -> Iterator[Record | Finding]:
    seen: set[str] = set()
    for place, row in enumerate(document.data.get(name, [])):
        steps: Steps = (name, place)
        if row["id"] in seen:
            yield Finding("duplicate-id", document.file, document.line((*steps, "id")), row["id"])
        seen.add(row["id"])
        try:
            yield record_from(LISTS[name], row)
        except ServiceDataError as error:
            inside = tuple(int(step) if step.isdecimal() else step for step in error.field.split("."))
            data = (("field", error.field),)
            yield Finding("malformed", document.file, document.line((*steps, *inside)), row["id"], data)
