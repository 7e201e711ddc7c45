"""Invented residents: each a visit with what must come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.content.files import read_documents
from wijkwijzer_desktop.content.visits import read_visit
from wijkwijzer_desktop.content.yaml_reader import Document
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding, VisitFileError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.schedule import ZONE


@dataclass(frozen=True, slots=True)
class Persona:
    """who: Dutch, invented. at: aware. counter: id of the counter's service. concerns: topic ids that must
    weigh; must, must_not: service ids that must and may not be advised; urgent: ids of exactly the signals
    raised; first: service id of the first step on paper, "" where that is not laid down. file, line: where
    it stands."""

    id: str
    who: str
    at: datetime
    counter: str
    visit: Intake
    concerns: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    first: str = ""
    file: str = ""
    line: int = 0

    def finding(self, code: str, **data: str) -> Finding:
        """A finding about this persona, at its place."""
        return Finding(code, self.file, self.line, self.id, tuple(data.items()))


def load_personas(folder: Path, pack: Pack) -> tuple[Persona, ...]:
    """Read personas.yaml over the questions of this pack. Raises ContentRefusedError."""
    (document,) = read_documents(folder, ("personas",))
    personas: list[Persona] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for position, item in enumerate(document.data["personas"]):
        line = document.line(("personas", position, "id"))
        if item["id"] in seen:
            findings.append(Finding("duplicate-id", document.file, line, item["id"]))
        seen.add(item["id"])
        try:
            personas.append(_persona(item, pack, document, line))
        except VisitFileError as error:
            data = tuple((key, str(value)) for key, value in error.data.items())
            findings.append(Finding("persona-visit", document.file, line, item["id"], data))
        except ValueError:
            findings.append(Finding("malformed", document.file, line, item["id"], (("field", "at"),)))
    if findings:
        raise ContentRefusedError(tuple(findings))
    return tuple(personas)


def _persona(item: Mapping[str, Any], pack: Pack, document: Document, line: int) -> Persona:
    return Persona(
        id=item["id"],
        who=item["who"],
        at=datetime.fromisoformat(item["at"]).replace(tzinfo=ZONE),
        counter=item["counter"],
        visit=read_visit(item["visit"], pack),
        concerns=tuple(item.get("concerns", [])),
        must=tuple(item.get("must", [])),
        must_not=tuple(item.get("must_not", [])),
        urgent=tuple(item.get("urgent", [])),
        first=item.get("first", ""),
        file=document.file,
        line=line,
    )
