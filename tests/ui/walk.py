"""A walk past every screen of a visit over the small pack, in whatever language the window is."""

from collections.abc import Iterator

from tests.ui.driver import Driver
from wijkwijzer_desktop.domain.replying import Ask, Asked
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.ui.visitor.return_text import question_text


def every_page(driver: Driver) -> Iterator[str]:
    """Stops at every page, and says which."""
    pages = driver.controller.pages
    yield "start"
    driver.press(pages.start.begin)
    yield "topics"
    driver.choose("geld", "somber", "veilig")
    yield "topics chosen"
    driver.press_main()
    driver.choose("nee")
    yield "several"
    driver.choose("huur")
    driver.press_main()
    yield "question"
    driver.choose("nee")
    driver.see("Alarmnummer")
    yield "urgent"
    driver.tap(driver.window.kit.words.text("Ga verder met vragen"))
    driver.choose("nee")
    yield "group"
    driver.press_main()
    yield "area"
    driver.choose("buiten")
    yield "begin-with"
    yield from linking(driver)
    driver.choose("geld.schulden")
    yield "begin-with chosen"
    driver.press_main()
    driver.wait(driver.has_advice)
    yield "whole"
    yield from sent(driver)
    yield from doing(driver)
    driver.choose("results")
    yield "results"
    driver.choose("veilig.thuis")
    yield "discreet"
    driver.choose("whole")
    driver.tap(driver.window.kit.words.text("Bel nu samen"))
    assert driver.window.cover is pages.call
    yield "call"
    driver.press(pages.call.button)
    driver.choose("activities")
    yield "activities"
    driver.press_main()
    driver.wait(pages.preview.print.isEnabled)
    yield "preview"
    yield from printing(driver)


def linking(driver: Driver) -> Iterator[str]:
    """One worry makes another heavier."""
    driver.tap(driver.window.kit.words.text("Komt het één door het ander?"))
    yield "links"
    driver.choose("geld.schulden")
    yield "links, one touched"
    driver.choose("somber.somber")
    yield "links, one drawn"
    driver.press_main()


def sent(driver: Driver) -> Iterator[str]:
    """By a GP, who gets a sheet too."""
    driver.choose("practice")
    driver.see("Huisartsen Noord")
    yield "practice"
    driver.choose("huisarts-noord")
    driver.see("Noor Example")
    driver.choose("sheet")
    yield "practice chosen"
    driver.press_main()


def doing(driver: Driver) -> Iterator[str]:
    """What the visitor likes, and what fits."""
    driver.choose("recipe")
    yield "recipe"
    driver.choose("moving", "morning", "together", "only_free")
    yield "recipe chosen"
    driver.press_main()
    driver.wait(driver.has_recipe)
    yield "recipe found"
    driver.press_main()


def printing(driver: Driver) -> Iterator[str]:
    """From the paper on the screen to goodbye, and what may come between."""
    pages, printer = driver.controller.pages, driver.counter.printer
    printer.fault = "out-of-paper"
    driver.press(pages.preview.print)
    driver.wait(pages.printing.button.isVisible)
    yield "fault"
    pages.printing.offer(*map(driver.window.kit.words.text, ("Andere printer", "Foto van het scherm")))
    driver.settle()
    yield "fault, another printer"
    pages.printing.photo.emit()
    driver.settle()
    yield "photo"
    driver.counter.clock.pass_by(1)
    driver.window.top.go_back()
    driver.wait(pages.preview.print.isEnabled)
    driver.press(pages.preview.print)
    driver.wait(pages.printing.button.isVisible)
    printer.fault = ""
    printer.may_settle.clear()
    driver.press(pages.printing.button)
    yield "printing"
    printer.may_settle.set()
    driver.wait(pages.printing.button.isVisible)
    yield "paper there"
    driver.window.bottom.help.emit()
    driver.settle()
    yield "help"
    driver.press(pages.help.button)
    driver.idle(121)
    yield "warning"
    driver.touch_nowhere()
    driver.press(pages.printing.button)
    yield "done"
    driver.press(pages.done.button)
    yield "start again"
    driver.window.top.language.emit()
    driver.settle()
    yield "languages"
    driver.window.take_cover()
    driver.counter.clock.pass_by(1)
    driver.window.top.letters.emit()
    driver.settle()
    yield "look"
    driver.window.take_cover()
    pages.out_of_order.fill("database-unusable")
    driver.window.put_cover(pages.out_of_order)
    driver.settle()
    yield "out of order"
    driver.window.take_cover()
    yield from with_a_paper(driver)


def with_a_paper(driver: Driver) -> Iterator[str]:
    """An earlier paper is brought back, of which this counter knows nothing."""
    pages = driver.controller.pages
    driver.counter.clock.pass_by(1)
    pages.start.returned.emit()
    driver.settle()
    yield "bring back"
    pages.bring_back.look_with_camera(on=True)
    driver.settle()
    yield "bring back, camera"
    pages.bring_back.look_with_camera(on=False)
    for character in "K7QM3H":
        pages.bring_back.type(character)
    driver.press_main()
    driver.wait(pages.returned.button.isVisible)
    yield "returned"
    words = driver.window.kit.words
    somewhere = next(service for service in driver.counter.catalogue.all if service.kind is Kind.ACTIVITY)
    for ask in Ask:
        pages.outcome.fill(question_text(Asked(somewhere, ask), words), "")
        driver.window.show_page(pages.outcome)
        driver.settle()
        yield f"returned, {ask}"
    driver.controller.home()
    driver.settle()
