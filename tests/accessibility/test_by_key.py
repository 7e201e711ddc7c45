"""A whole visit by keyboard alone, with real keys through the X server."""

from pathlib import Path

import pytest

from tests.journeys.conftest import visitor
from tests.journeys.visitor import PRESS
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.events import Event
from wijkwijzer_desktop.first_screen import SETTINGS_NAME
from wijkwijzer_desktop.i18n.languages import LANGUAGES, language
from wijkwijzer_desktop.i18n.translator import Translator

pytestmark = [pytest.mark.long, pytest.mark.x11, pytest.mark.xdist_group("accessibility")]

SECONDS = 100
ON = "press:ctrl+Return"  # the one thing to do, from wherever the focus is
VISIT = (
    "see:Medewerkers",  # it has opened
    "press:Return",  # Begin: where nothing has the focus it is the one thing to do
    "press:1",
    "see:('Geld en schulden', True)",
    ON,
    "press:3",
    "see:Heeft u rekeningen",
    "press:Right",
    "press:Return",
    "see:Maakt u uw post open?",
    "press:Escape",
    "see:('Ja, een of twee', True)",
    "press:2",
    "see:Maakt u uw post open?",
    "press:space",
    "see:Heeft u een brief",
    "press:1",
    "see:Wie helpt u al?",
    "press:Tab",
    "press:Return",
    "see:('Familie of vrienden', True)",
    ON,
    "see:In welke buurt",
    "press:Down",
    "press:Return",
    "see:Iets over u",
    ON,
    "see:Op uw papier",
    ON,
    "see:Dit is uw papier",
    "press:Return",  # Print; there is no printer here
    "see:Foto 1 van",
    "press:F12",
    "see:Welkom in Enschede",
    "press:Return",
    "see:Begin",
)
# From Begin to Print and away again, with a step back on the way.
FEW = 20


def told(folder: Path, display: str, steps: tuple[str, ...]) -> list[str]:
    # "Voorlezen" would appear at any moment, and be taken for what a key did.
    (folder / SETTINGS_NAME).write_text('voice = "off"\n', encoding="utf-8")
    with visitor(folder, display, *steps) as program:
        said, _ = program.communicate(timeout=SECONDS)
    assert program.returncode == 0, said
    # The log says that nothing could be printed.
    return [line for line in said.splitlines() if not line.startswith(Event.PRINT_FAILED)]


def test_a_visit_by_keyboard_alone(display: str, tmp_path: Path) -> None:
    assert told(tmp_path, display, VISIT) == list(VISIT)
    assert sum(step.startswith(PRESS) for step in VISIT) <= FEW


@pytest.mark.long
def test_a_visit_by_keyboard_from_right_to_left(display: str, tmp_path: Path) -> None:
    arabic = Translator(language("ar"), paths.translations())
    second = arabic.content("geld.rekeningen:krap", "Ja, maar het is krap")
    paper = arabic.text("Dit is uw papier")
    assert second != "Ja, maar het is krap"
    steps = (
        f"press:{[known.code for known in LANGUAGES].index('ar') + 1}",
        f"see:{arabic.text('Begin')}",
        ON,
        "press:1",
        ON,
        f"see:{second}",
        # The first option is the rightmost, so the second lies to the left of it.
        "press:Left",
        "press:Return",
        f"see:{arabic.content('geld.achterstand', 'Heeft u rekeningen die nog betaald moeten worden?')}",
        "press:Escape",
        f"see:({second!r}, True)",
        # And back to the first one.
        "press:Left",
        "press:Right",
        "press:Return",
        f"see:{arabic.content('geld.achterstand', 'Heeft u rekeningen die nog betaald moeten worden?')}",
        "press:1",
        "press:1",
        "press:1",
        ON,
        "press:1",
        ON,
        f"see:{arabic.text('Naar mijn papier')}",
        ON,
        f"see:{paper}",
        "press:F12",
        "see:Welkom in Enschede",
    )
    assert told(tmp_path, display, steps) == list(steps)
