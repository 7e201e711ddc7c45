"""Small content that holds, made as data: a test spoils one thing of it and looks what is said."""

import json
from pathlib import Path
from typing import Any

from tests.content.advisor import SERVICES, TILES, advise
from wijkwijzer_desktop.content.checker import Report, examine
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.content.language import Exceptions
from wijkwijzer_desktop.content.personas import load_personas

Data = dict[str, Any]


def option(name: str, text: str, **more: Any) -> Data:
    return {"id": name, "text": text, "pictogram": "home", **more}


def follow_ups(tile: str) -> list[Data]:
    problem = {"question": f"{tile}.open", "is": "nee"}
    return [
        {
            "id": f"{tile}.open",
            "part": "topic",
            "topic": tile,
            "text": "Gaat het goed met u?",
            "show_if": {"question": "begin.topics", "any_of": [tile, "alles"]},
            "options": [option("ja", "Ja, het gaat goed"), option("nee", "Nee, ik heb hulp nodig")],
        },
        {
            "id": f"{tile}.meer",
            "part": "topic",
            "topic": tile,
            "text": "Hoe vaak heeft u er last van?",
            "show_if": problem,
            "options": [option("soms", "Soms"), option("vaak", "Bijna elke dag")],
        },
        {
            "id": f"{tile}.hulp",
            "part": "topic",
            "topic": tile,
            "text": "Is er iemand die u helpt?",
            "show_if": problem,
            "options": [option("ja", "Ja, er is iemand"), option("nee", "Nee, er is nog niemand")],
        },
    ]


def questionnaire() -> Data:
    topics = [option(tile, f"Onderwerp {tile}") for tile in TILES]
    return {
        "version": "2026.11",
        "questions": [
            {
                "id": "begin.topics",
                "part": "begin",
                "text": "Waar wilt u hulp bij?",
                "several": True,
                "options": [*topics, option("alles", "Loop alles langs", exclusive=True)],
            },
            *(question for tile in TILES for question in follow_ups(tile)),
            {
                "id": "about.area",
                "part": "about",
                "text": "In welke buurt woont u?",
                "label": "waar u woont",
                "options": [option("noord", "Noord"), option("zuid", "Zuid")],
            },
            {
                "id": "about.leeftijd",
                "part": "about",
                "text": "Hoe oud bent u?",
                "label": "uw leeftijd",
                "options": [
                    option("jong", "Jonger dan 18", range={"low": 0, "high": 17}),
                    option("oud", "18 of ouder", range={"low": 18, "high": 120}),
                ],
            },
        ],
    }


def topics() -> Data:
    return {
        "conversation": "wijkteam",
        "topics": [
            {
                "id": tile,
                "name": f"Onderwerp {tile}",
                "domain": "geest",
                "pictogram": "home",
                "children": [
                    {
                        "id": f"{tile}.zorg",
                        "name": "Ik heb een zorg",
                        "fallback": True,
                        "rules": [
                            {"severity": "light", "when": {"question": f"{tile}.open", "is": "nee"}},
                            {"severity": "medium", "when": {"question": f"{tile}.meer", "is": "vaak"}},
                            {"severity": "heavy", "when": {"question": f"{tile}.hulp", "is": "nee"}},
                        ],
                    }
                ],
            }
            for tile in TILES
        ],
    }


def signals() -> Data:
    when = {"all": [{"question": "tegel1.meer", "is": "vaak"}, {"question": "tegel1.hulp", "is": "nee"}]}
    return {
        "signals": [
            {"id": "nood", "concern": "tegel1.zorg", "title": "Bel nu", "text": "Bel nu 112.", "when": when, "services": ["112"]}
        ]
    }


def places() -> Data:
    return {
        "places": [
            {"id": "noord", "name": "Noord", "within": ["stad"], "postcodes": ["7500"]},
            {"id": "zuid", "name": "Zuid", "within": ["stad"]},
        ],
        "postcodes": [{"code": "7500", "latitude": 52.2, "longitude": 6.9}],
    }


def persona(number: int) -> Data:
    tile = TILES[number % len(TILES)]
    answers = {"begin.topics": [tile], f"{tile}.open": "nee"}
    return {
        "id": f"bewoner{number}",
        "who": "Iemand, 40",
        "at": "2026-11-24T10:00",
        "counter": "balie",
        "visit": {"language": "nl", "area": "noord", "answers": answers},
        "concerns": [f"{tile}.zorg"],
        "must": ["helper"],
    }


def personas() -> Data:
    made = [persona(number) for number in range(60)]
    made[0]["visit"]["answers"] |= {"tegel1.meer": "vaak", "tegel1.hulp": "nee"}
    made[0]["urgent"] = ["nood"]
    return {"personas": made}


def files() -> dict[str, Data]:
    """File name without ending to what is in it."""
    return {
        "questionnaire": questionnaire(),
        "topics": topics(),
        "signals": signals(),
        "places": places(),
        "personas": personas(),
        "language": {"long_words": []},
    }


def write(folder: Path, made: dict[str, Data]) -> Path:
    """JSON is YAML 1.2; indented, it has a line for everything."""
    for name, data in made.items():
        (folder / f"{name}.yaml").write_text(json.dumps(data, indent=1, ensure_ascii=False), encoding="utf-8")
    return folder


def question(made: dict[str, Data], question_id: str) -> Any:
    return next(q for q in made["questionnaire"]["questions"] if q["id"] == question_id)


def topic(made: dict[str, Data], tile: str) -> Any:
    return next(t for t in made["topics"]["topics"] if t["id"] == tile)


def report_of(folder: Path, made: dict[str, Data], exceptions: Exceptions | None = None) -> Report:
    """What the checker says of this content."""
    content = load_content(write(folder, made))
    pictograms = folder / "pictograms"
    pictograms.mkdir(exist_ok=True)
    (pictograms / "home.svg").write_text("<svg/>", encoding="utf-8")
    return examine(content, SERVICES, load_personas(folder, content.pack), exceptions or Exceptions(), advise, pictograms)


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}
