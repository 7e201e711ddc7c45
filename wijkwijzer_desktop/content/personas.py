"""Invented residents: each a visit with what must come of it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.content.files import documents_in, read_documents
from wijkwijzer_desktop.content.visits import read_visit
from wijkwijzer_desktop.content.yaml_reader import Document
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding, VisitFileError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Wishes
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Interest

__all__ = ["Persona", "load_personas", "personas_in"]


def load_personas(folder: Path, pack: Pack) -> tuple[Persona, ...]:
    """Read personas.yaml over the questions of this pack. Raises ContentRefusedError."""
    (document,) = read_documents(folder, ("personas",))
    personas, findings = _personas(document, pack)
    if findings:
        raise ContentRefusedError(findings)
    return personas


def personas_in(texts: Mapping[str, str], pack: Pack) -> tuple[tuple[Persona, ...], tuple[Finding, ...]]:
    """Those of a text, and what is wrong with them; an answer that these questions don't know is left out. Raises
    ContentRefusedError where the text has the wrong form."""
    if "personas" not in texts:
        return (), ()
    (document,) = documents_in(texts, ("personas",))
    return _personas(document, pack, leave_out=True)


def _personas(document: Document, pack: Pack, *, leave_out: bool = False) -> tuple[tuple[Persona, ...], tuple[Finding, ...]]:
    personas: list[Persona] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for position, item in enumerate(document.data["personas"]):
        line = document.line(("personas", position, "id"))
        if item["id"] in seen:
            findings.append(Finding("duplicate-id", document.file, line, item["id"]))
        seen.add(item["id"])
        visit = item["visit"]
        try:
            if leave_out:
                visit, wrong = _readable(visit, pack)
                findings += (Finding("persona-visit", document.file, line, item["id"], data) for data in wrong)
            personas.append(_persona({**item, "visit": visit}, pack, document, line))
        except VisitFileError as error:
            findings.append(Finding("persona-visit", document.file, line, item["id"], _data(error)))
        except ValueError:
            findings.append(Finding("malformed", document.file, line, item["id"], (("field", "at"),)))
    return tuple(personas), tuple(findings)


def _data(error: VisitFileError) -> tuple[tuple[str, str], ...]:
    return tuple((key, str(value)) for key, value in error.data.items())


def _readable(visit: Mapping[str, Any], pack: Pack) -> tuple[Mapping[str, Any], list[tuple[tuple[str, str], ...]]]:
    """What these questions know of a visit, and what is wrong with the rest. Raises VisitFileError."""
    wrong = []
    while True:
        try:
            read_visit(visit, pack)
        except VisitFileError as error:
            field, _, question = str(error.data["field"]).partition(".")
            wrong.append(_data(error))
            if question in visit.get("answers", {}):
                visit = {**visit, "answers": {name: value for name, value in visit["answers"].items() if name != question}}
            elif field in {"area", "order", "links"} and field in visit:
                visit = {name: value for name, value in visit.items() if name != field}
            else:
                raise
        else:
            return visit, wrong


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
        practice=item.get("practice"),
        full=tuple(item.get("full", [])),
        whole=item.get("whole"),
        carried=tuple(item["carried"]) if "carried" in item else None,
        wishes=_wishes(item["wishes"]) if "wishes" in item else None,
        recipe=tuple(item.get("recipe", [])),
        recipe_not=tuple(item.get("recipe_not", [])),
        file=document.file,
        line=line,
    )


def _wishes(data: Mapping[str, Any]) -> Wishes:
    return Wishes(
        frozenset(map(Interest, data.get("interests", []))),
        frozenset(map(DayPart, data.get("dayparts", []))),
        Company(data["company"]) if "company" in data else None,
        only_free=data.get("only_free", False),
        farthest_km=data.get("farthest_km"),
    )
