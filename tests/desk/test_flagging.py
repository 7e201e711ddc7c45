"""What anybody at the counter may say of an entry, and that nothing of the visit goes with it."""

from tests.desk.workbench_fakes import MemoryWorkbench
from tests.fakes import SERVICES, SETTINGS, SMALL_PACK, FakePrinter, FixedClock, MemoryCatalogue, OneShelf, PlainSlips, counter
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.domain.editing import Flag, FlagReason
from wijkwijzer_desktop.i18n.translator import Translator


def test_a_flag_holds_the_entry_the_reason_and_the_day_and_nothing_else() -> None:
    clock, workbench = FixedClock(), MemoryWorkbench()
    workbench.fill(SERVICES)
    adapters = Adapters(
        clock=clock,
        catalogue=MemoryCatalogue(SERVICES),
        packs=OneShelf(SMALL_PACK),
        slips=PlainSlips(),
        printer=FakePrinter(),
        translators={"nl": Translator()},
        flags=workbench,
    )
    desk = Desk(SETTINGS, adapters)
    for _ in range(2):
        desk.flag(SERVICES[0].id, FlagReason.NUMBER)
    desk.flag("weg", FlagReason.STOPPED)
    assert workbench.flags() == (Flag(1, SERVICES[0].id, FlagReason.NUMBER, clock.now().date()),)


def test_a_counter_without_a_place_for_flags_goes_on() -> None:
    counter().desk.flag(SERVICES[0].id, FlagReason.NUMBER)
