"""Sheets from where they belong: looked at, printed, left as a file."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import SETTINGS
from tests.ui.staff.network.networking import Networking, picker
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.desk.sheet_printing import SheetKind, SheetWish
from wijkwijzer_desktop.domain.paper import Paper


@pytest.fixture
def net(staff: StaffDriver) -> Networking:
    return Networking(staff)


def wish(net: Networking) -> SheetWish:
    made = net.sheet._made
    assert made is not None
    return made.wish


@pytest.mark.parametrize(
    ("tab", "button", "expected"),
    [
        ("Mensen en functies", "Print wie is wie", SheetWish(SheetKind.NEIGHBOURHOOD, "wijk-2")),
        ("Praktijken", "Print de kaart", SheetWish(SheetKind.PRACTICE, "huisarts-noord")),
        ("Waarvoor", "Print op een kaart", SheetWish(SheetKind.PRACTICE, "huisarts-noord")),
        ("Overleg", "Print de agenda", SheetWish(SheetKind.AGENDA, "mdo")),
        ("Nieuws", "Print het nieuws", SheetWish(SheetKind.NEWS)),
    ],
)
def test_each_place_has_its_sheet_and_a_way_back(net: Networking, tab: str, button: str, expected: SheetWish) -> None:
    net.staff.tap(tab, button)
    assert wish(net) == expected
    net.staff.tap("Print")
    net.staff.driver.see("Geprint.")
    assert len(net.staff.driver.counter.printer.jobs) == 1
    net.staff.tap("Terug")
    assert button in net.staff.driver.names


def test_news_of_a_practice_and_the_sheet_of_its_neighbourhood(net: Networking) -> None:
    net.staff.tap("Nieuws")
    picker(net.staff, "Nieuws van welke wijk of praktijk?").choose("practice:huisarts-noord")
    net.staff.tap("Print het nieuws")
    assert wish(net) == SheetWish(SheetKind.PRACTICE_NEWS, "huisarts-noord")
    net.staff.tap("Kaart van de praktijk")
    assert wish(net) == SheetWish(SheetKind.PRACTICE, "huisarts-noord")
    net.staff.tap("Terug")
    picker(net.staff, "Nieuws van welke wijk of praktijk?").choose("")
    net.staff.tap("Print het nieuws", "Wie is wie")
    assert wish(net) == SheetWish(SheetKind.NEIGHBOURHOOD, "wijk-0")


def test_the_week_as_a_poster_in_another_language_on_a3(net: Networking) -> None:
    net.staff.tap("Week")
    assert wish(net) == SheetWish(SheetKind.WEEK)
    assert "Terug" not in net.staff.driver.names
    net.staff.tap("Affiche", "Volgende week")
    picker(net.staff, "Taal naast het Nederlands").choose("ar")
    net.staff.rest()
    picker(net.staff, "Welke wijk?").choose("wijk-3")
    net.staff.rest()
    assert wish(net) == SheetWish(SheetKind.POSTER, "wijk-3", Paper.A3, "ar", following=True)
    net.staff.driver.see("Niet elke printer kan A3. Bewaar het blad anders als PDF.")
    net.staff.tap("A4")
    assert wish(net).paper is Paper.A4


def test_a_sheet_is_left_as_a_file_for_its_owner(net: Networking, tmp_path: Path) -> None:
    net.staff.tap("Praktijken", "Print de kaart", "Bewaar als PDF")
    path = tmp_path / "uit" / "wijkwijzer-practice-huisarts-noord-2026-11-24.pdf"
    net.staff.driver.see(f"Bewaard: {path}")
    made = net.sheet._made
    assert made is not None
    assert path.read_bytes() == made.paper.pdf
    assert path.stat().st_mode & 0o077 == 0


def test_where_there_is_no_room_that_is_said(net: Networking, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("in the way")
    net.staff.tap("Praktijken", "Print de kaart", "Bewaar als PDF")
    assert "Het blad is niet te bewaren:" in net.staff.driver.words


def test_a_printer_that_fails_is_said_and_it_can_be_tried_again(net: Networking) -> None:
    printer = net.staff.driver.counter.printer
    printer.fault = "jam"
    net.staff.tap("Praktijken", "Print de kaart", "Print")
    assert "De printer doet het niet:" in net.staff.driver.words
    printer.fault = ""
    net.staff.tap("Print")
    net.staff.driver.see("Geprint.")


def test_what_is_gone_meanwhile_is_said_and_printed_nowhere(net: Networking) -> None:
    net.staff.tap("Overleg")
    net.staff.networks.records = {key: kept for key, kept in net.staff.networks.records.items() if key[1] != "mdo"}
    net.staff.tap("Print de agenda")
    net.staff.driver.see("Dit is er niet meer.")
    assert not net.staff.driver.button("Print").isEnabled()
    assert not net.staff.driver.button("Bewaar als PDF").isEnabled()


def test_a_counter_with_a_roll_of_paper_leaves_sheets_as_files(staff: StaffDriver) -> None:
    staff.driver.counter.desk.use(replace(SETTINGS, paper=Paper.RECEIPT))
    net = Networking(staff)
    staff.tap("Praktijken", "Print de kaart")
    assert wish(net).paper is Paper.A4
    assert not staff.driver.button("Print").isEnabled()
    staff.driver.see("De printer van deze balie print bonnen. Bewaar dit blad als PDF en print het elders.")
    staff.tap("Bewaar als PDF")
    staff.driver.see("Bewaard:")
