"""Packs on the shelf."""

import json

import pytest
from sqlalchemy import Engine

from tests.storage.conftest import both
from wijkwijzer_desktop.domain.errors import ContentRefusedError, PackMissingError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Questionnaire
from wijkwijzer_desktop.storage.packs import StoredPacks


def a_pack(version: str, conversation: str = "wijkteam") -> Pack:
    return Pack(version, Questionnaire(()), (), (), {}, {}, conversation)


def to_json(pack: Pack) -> str:
    return json.dumps([pack.version, pack.conversation])


def from_json(body: str) -> Pack:
    return a_pack(*json.loads(body))


def shelf(engine: Engine) -> StoredPacks:
    return StoredPacks(engine, to_json, from_json)


@both
def test_an_empty_shelf(engine: Engine) -> None:
    with pytest.raises(PackMissingError):
        shelf(engine).current()


@both
def test_the_newest_is_on_top_for_everybody(engine: Engine) -> None:
    mine, theirs = shelf(engine), shelf(engine)
    mine.publish(a_pack("1"))
    assert theirs.current() == a_pack("1")
    mine.publish(a_pack("2", "'; drop table pack; --"))
    assert theirs.current() == mine.current() == a_pack("2", "'; drop table pack; --")


@both
def test_an_older_one_can_be_put_on_top_again(engine: Engine) -> None:
    packs = shelf(engine)
    for version in ("1", "2", "1"):
        packs.publish(a_pack(version))
    assert packs.current().version == "1"


@both
def test_a_published_version_never_changes(engine: Engine) -> None:
    packs = shelf(engine)
    packs.publish(a_pack("1"))
    packs.publish(a_pack("2"))
    with pytest.raises(ContentRefusedError) as refused:
        packs.publish(a_pack("1", "iemand-anders"))
    assert refused.value.findings[0].code == "pack-version-taken"
    assert packs.current() == a_pack("2")


@both
def test_it_is_read_once(engine: Engine) -> None:
    packs = shelf(engine)
    packs.publish(a_pack("1"))
    assert packs.current() is packs.current()
