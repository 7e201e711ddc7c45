"""What must hold of the network before it is kept."""

from dataclasses import replace

import pytest

from tests.domain.network_samples import ANNA, BEN, DEBTS, DESK, KNOWN, LINDE, MDO, NETWORK, RECORDS
from wijkwijzer_desktop.domain.network import Agreement, Record
from wijkwijzer_desktop.domain.network_checks import faults_of, network_faults
from wijkwijzer_desktop.domain.network_rules import kind_of, network_of
from wijkwijzer_desktop.i18n.network_words import NETWORK_FINDINGS, finding_words
from wijkwijzer_desktop.i18n.translator import Translator


def test_the_sample_is_right() -> None:
    assert network_faults(NETWORK, KNOWN) == ()


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (replace(LINDE, id="wijkteam"), "network-no-practice"),
        (replace(LINDE, id="nergens"), "network-unknown-service"),
        (replace(LINDE, agreements=(Agreement(contact="niemand"),)), "network-unknown-contact"),
        (replace(LINDE, agreements=(Agreement(areas=("nergens",)),)), "network-unknown-place"),
        (replace(ANNA, published=" "), "network-unpublished"),
        (replace(ANNA, function=" "), "network-blank"),
        (replace(ANNA, organization=""), "network-blank"),
        (replace(ANNA, service="nergens"), "network-unknown-service"),
        (replace(ANNA, stands_in="niemand"), "network-unknown-contact"),
        (replace(ANNA, stands_in=ANNA.id), "network-circle"),
        (replace(ANNA, email="anna"), "network-email"),
        (replace(ANNA, areas=("nergens",)), "network-unknown-place"),
        (replace(DEBTS, services=("nergens",)), "network-unknown-service"),
        (replace(DEBTS, services=()), "network-blank"),
        (replace(DEBTS, what=""), "network-blank"),
        (replace(DEBTS, topics=("nergens",)), "network-unknown-topic"),
        (replace(DEBTS, icpc=("P76",)), "network-icpc"),
        (replace(MDO, name=""), "network-blank"),
        (replace(MDO, areas=("nergens",)), "network-unknown-place"),
    ],
)
def test_each_fault_is_found_where_it_is(record: Record, code: str) -> None:
    others = [one for one in RECORDS if kind_of(one) is not kind_of(record) or one.id != record.id]
    (finding,) = faults_of(record, network_of((*others, record)), KNOWN)
    assert (finding.code, finding.item, dict(finding.data)["kind"]) == (code, record.id, kind_of(record))
    words = finding_words(finding, Translator())
    assert "{" not in words
    assert words.endswith(".")


def test_a_function_needs_nothing_published() -> None:
    assert faults_of(replace(ANNA, name="", published=""), NETWORK, KNOWN) == ()


def test_a_longer_circle_is_found_at_each_of_its_links() -> None:
    circle = network_of((replace(ANNA, stands_in=BEN.id), replace(BEN, stands_in=DESK.id), replace(DESK, stands_in=ANNA.id)))
    assert [wrong.record.id for wrong in network_faults(circle, KNOWN)] == [ANNA.id, BEN.id, DESK.id]
    # Who leads into a circle is not in it.
    into = network_of((replace(ANNA, stands_in=BEN.id), replace(BEN, stands_in=DESK.id), replace(DESK, stands_in=BEN.id)))
    assert [wrong.record.id for wrong in network_faults(into, KNOWN)] == [BEN.id, DESK.id]


def test_an_eleventh_route_is_too_many() -> None:
    routes = network_of(replace(DEBTS, id=f"weg-{number}") for number in range(12))
    found = network_faults(routes, KNOWN)
    assert [(wrong.record.id, wrong.finding.code) for wrong in found] == [
        ("weg-10", "network-many-routes"),
        ("weg-11", "network-many-routes"),
    ]


def test_every_code_has_words() -> None:
    assert all(words.endswith(".") for words in NETWORK_FINDINGS.values())
