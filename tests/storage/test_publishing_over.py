"""What becomes of what editors did here when content is published again."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, update

from tests.storage.conftest import both
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.editing import FlagReason, How, Kept
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, DatabaseUnusableError, EditConflictError
from wijkwijzer_desktop.domain.service import Organization, Service, Status, Told, Translation
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import writing
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

EDITED = a_service("a", name="Beter")


@pytest.fixture
def catalogue(engine: Engine) -> StoredCatalogue:
    stored = StoredCatalogue(engine)
    assert stored.publish((a_service("a"), a_service("b"), a_service("c"))) == ()
    return stored


@pytest.fixture
def workbench(engine: Engine) -> StoredWorkbench:
    return StoredWorkbench(engine)


def names(catalogue: StoredCatalogue) -> dict[str, str]:
    return {service.id: service.name for service in catalogue.everything()}


@both
def test_fault_26_what_went_and_came_back_is_another_one_for_who_still_had_it_open(
    catalogue: StoredCatalogue, workbench: StoredWorkbench
) -> None:
    seen = workbench.read("a")
    assert seen is not None
    catalogue.publish((a_service("b"),))
    catalogue.publish((a_service("a", name="Heel anders"), a_service("b")))
    with pytest.raises(EditConflictError) as caught:
        workbench.save(EDITED, seen.version, How.EDITED)
    assert caught.value.now is not None
    assert caught.value.now.service.name == "Heel anders"


@both
def test_what_was_changed_or_added_here_stays_and_the_rest_is_as_published(
    catalogue: StoredCatalogue, workbench: StoredWorkbench
) -> None:
    workbench.save(EDITED, 1, How.EDITED)
    workbench.save(a_service("nieuw", name="Van hier"), 0, How.EDITED)
    workbench.save_all([(a_service("overgenomen", name="Uit een bestand"), 0)], How.IMPORTED)
    kept = catalogue.publish((a_service("a", name="Anders"), a_service("b", name="Anders"), a_service("d")))
    assert kept == ("a",)
    assert names(catalogue) == {
        "a": "Beter",
        "b": "Anders",
        "d": "Dienst",
        "nieuw": "Van hier",
        "overgenomen": "Uit een bestand",
    }
    assert {kept.service.id: kept.version for kept in workbench.everything()} == {
        "a": 2,
        "b": 2,
        "d": 5,
        "nieuw": 1,
        "overgenomen": 1,
    }
    (change,) = workbench.history("b")
    assert (change.how, change.account, change.before, change.after.name) == (How.IMPORTED, "", a_service("b"), "Anders")
    catalogue.check()


@both
def test_what_came_into_the_content_is_published_content_again(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    workbench.save(EDITED, 1, How.EDITED)
    assert catalogue.publish((EDITED,)) == ()
    assert catalogue.publish((a_service("a", name="Nog beter"),)) == ()
    assert names(catalogue) == {"a": "Nog beter"}
    assert [change.how for change in workbench.history("a")] == [How.IMPORTED, How.EDITED]


@both
def test_what_was_ended_here_stays_ended(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    ended = replace(a_service("a"), status=Status.ENDED)
    workbench.save(ended, 1, How.EDITED)
    assert catalogue.publish((a_service("a"), a_service("b"))) == ("a",)
    assert workbench.read("a") == Kept(ended, 2)


@both
def test_all_of_it_goes_when_that_is_asked_for(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    workbench.save(EDITED, 1, How.EDITED)
    workbench.save(a_service("nieuw"), 0, How.EDITED)
    catalogue.replace_all((a_service("a"), a_service("b")))
    assert names(catalogue) == {"a": "Dienst", "b": "Dienst"}
    assert workbench.read("a") == Kept(a_service("a"), 3)
    last = workbench.history("a")[0]
    assert (last.how, last.before) == (How.IMPORTED, EDITED)
    assert workbench.read("b") == Kept(a_service("b"), 1)


@both
def test_an_organization_that_was_renamed_here_keeps_that_name(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    renamed = Organization("een", "Eén en twee")
    workbench.save_all([(replace(a_service(i), organization=renamed), 1) for i in "abc"], How.EDITED)
    catalogue.publish((a_service("a"), a_service("b"), a_service("c"), a_service("d")))
    assert {service.organization for service in catalogue.everything()} == {renamed}


@both
def test_translations_that_came_from_elsewhere_stay_until_others_come(catalogue: StoredCatalogue, engine: Engine) -> None:
    turkish = Translation("tr", Told.DESCRIPTION, "Hulp.", "Yardim.")
    draft = Translation("ar", Told.DESCRIPTION, "", "...")
    catalogue.replace_translations((replace(a_service("a"), translations=(turkish, draft)),))
    assert [kept.version for kept in StoredWorkbench(engine).everything()] == [2, 1, 1]
    catalogue.publish((a_service("a"),))
    assert catalogue.everything()[0].translations == (turkish,)
    better = replace(turkish, text="Destek.")
    catalogue.publish((replace(a_service("a"), translations=(better,)),))
    assert catalogue.everything()[0].translations == (better,)


@both
def test_flags_of_what_is_gone_are_gone(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    for service_id in ("a", "b"):
        workbench.flag(service_id, FlagReason.OTHER, date(2026, 11, 24))
    catalogue.publish((a_service("b"),))
    assert [flag.service_id for flag in workbench.flags()] == ["b"]


@both
def test_a_refusal_changes_nothing(catalogue: StoredCatalogue, workbench: StoredWorkbench) -> None:
    workbench.save(EDITED, 1, How.EDITED)
    before = workbench.everything()
    with pytest.raises(CatalogueRefusedError):
        catalogue.publish((a_service("b"), a_service("b")))
    assert workbench.everything() == before


@both
def test_fault_19_publishing_over_damage_is_refused_unless_all_of_it_goes(catalogue: StoredCatalogue, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(update(tables.service).where(tables.service.c.id == "c").values(kind="winkel"))
    services: tuple[Service, ...] = (a_service("a"),)
    with pytest.raises(DatabaseUnusableError) as refused:
        catalogue.publish(services)
    assert refused.value.data == {"reason": "damaged"}
    catalogue.replace_all(services)
    catalogue.check()
    assert catalogue.everything() == services
