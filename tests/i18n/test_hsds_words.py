"""Every finding about a file of HSDS has words, and every gap in them is filled."""

import re
from pathlib import Path

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.hsds_words import hsds_words
from wijkwijzer_desktop.i18n.translator import Translator

EXCHANGE = Path(__file__).parents[2] / "wijkwijzer_desktop" / "exchange"
MODULES = [*(EXCHANGE / f"{name}.py" for name in ("raw", "cleaning", "notes")), *sorted(EXCHANGE.glob("hsds*.py"))]
CALL = re.compile(r'(?:repair|refuse|tally|finding|_refuse|_set_aside|Finding)\(\s*"([a-z0-9-]+)"')
RETURNED = re.compile(r'"(archive-[a-z]+)"')


def test_every_code_has_words() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    codes = {*CALL.findall(code), *RETURNED.findall(code), "without-id", "without-name", "topic-unknown", "term-left"}
    assert len(codes) > 60
    for name in sorted(codes):
        words = hsds_words(Finding(name), Translator())
        assert words, name
        assert words[0].isupper() or not words[0].isalpha(), words


def test_what_was_found_is_shown_as_it_is() -> None:
    words = hsds_words(Finding("not-a-time", data=(("field", "schedule.opens_at"), ("found", "{found} %s"))), Translator())
    assert "schedule.opens_at" in words
    assert "{found} %s" in words


def test_other_codes_are_for_others() -> None:
    assert hsds_words(Finding("iets-anders"), Translator()) == ""
