"""What stands beside the advice, by what was said."""

import pytest

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.concern import NO_GP
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.screen_words import beside_offers


@pytest.mark.parametrize(("has_gp", "offered"), [("geen", False), ("ja", True)])
def test_who_has_no_gp_is_asked_for_no_practice(has_gp: str, offered: bool) -> None:
    visit = Visit(load_pack(paths.content()))
    assert NO_GP in visit.pack.topics_by_id
    visit.start()
    visit.answer("begin.topics", frozenset({"zorg"}))
    visit.answer("zorg.dokter", frozenset({has_gp}))
    while visit.view.stage in {Stage.QUESTIONS, Stage.URGENT}:
        if visit.view.screen is not None:
            visit.next(visit.view.screen.id)
        else:
            visit.go_on()
    assert (Stage.PRACTICE in {offer.stage for offer in beside_offers(Words(Translator(DUTCH)), visit)}) is offered
