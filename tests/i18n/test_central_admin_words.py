"""Whatever looking after the shared database, or joining it, can be refused for has words of its own."""

import re
from pathlib import Path

import pytest

from wijkwijzer_desktop.domain.central_status import Trouble
from wijkwijzer_desktop.domain.errors import CentralRefusedError, CounterFileError, WijkwijzerError
from wijkwijzer_desktop.i18n.error_words import database_reason, error_words
from wijkwijzer_desktop.i18n.translator import Translator

PACKAGE = Path(__file__).parent.parent.parent / "wijkwijzer_desktop"
GENERAL = error_words(WijkwijzerError(), Translator())
FILES = [PACKAGE / "bootstrap" / "central_admin.py", *sorted((PACKAGE / "storage" / "central").glob("*.py"))]


def given_in(error: str, files: list[Path]) -> set[str]:
    """All reasons of this error in these files."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    calls = re.findall(rf"{error}\((.*?)\)", text)
    return {reason for call in calls for reason in re.findall(r'"([a-z-]+)"', call.split("item=")[0])}


def test_every_refusal_has_words() -> None:
    reasons = given_in("CentralRefusedError", FILES)
    assert len(reasons) > 15
    said = [error_words(CentralRefusedError(reason=reason, item="iets"), Translator()) for reason in sorted(reasons)]
    assert GENERAL not in said
    assert len(set(said)) == len(said)


def test_every_wrong_file_has_words() -> None:
    files = [PACKAGE / "desk" / "counter_file.py", PACKAGE / "bootstrap" / "central_join.py"]
    reasons = given_in("CounterFileError", files)
    assert reasons == {"cannot-open", "damaged", "not-ours", "newer", "joined", "other-municipality", "settings"}
    for reason in reasons:
        assert error_words(CounterFileError(reason=reason), Translator()) != GENERAL


def test_whatever_the_server_says_has_words() -> None:
    named = re.compile(r'\), "([a-z-]+)"\)|"[0-9A-Z]{2,5}": "([a-z-]+)"')
    texts = [(PACKAGE / "storage" / name).read_text(encoding="utf-8") for name in ("shared.py", "central/trial.py")]
    reasons = {one or other for text in texts for one, other in named.findall(text)} | {"central-file", "outbox-full", "insecure"}
    assert {"host-name", "certificate", "password", "locked", "refused"} < reasons
    unknown = database_reason("kanarie", Translator())
    assert [reason for reason in sorted(reasons) if database_reason(reason, Translator()) == unknown] == []


@pytest.mark.parametrize("trouble", Trouble)
def test_every_finding_is_documented(trouble: Trouble) -> None:
    assert trouble.name in (Trouble.__doc__ or "")
