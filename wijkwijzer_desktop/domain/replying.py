"""What is asked of somebody who brings a paper back, one thing at a time, and the reply that it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.domain.outcome import Outcome, Reply, Wait
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW
from wijkwijzer_desktop.domain.service import Service

YES, NO, NOT_YET = "yes", "no", "not-yet"


class Ask(StrEnum):
    """CAME: whether somebody got there. HELPED: whether it was any good. ANSWERED, WAITED: how long it took until somebody
    answered, and until one could come."""

    CAME = "came"
    HELPED = "helped"
    ANSWERED = "answered"
    WAITED = "waited"


# What can be said of each, beside that one doesn't know.
VALUES: Mapping[Ask, tuple[str, ...]] = {
    Ask.CAME: (YES, Outcome.FULL, Outcome.WRONG_NUMBER, Outcome.NOT_FOR_ME, NOT_YET),
    Ask.HELPED: (YES, NO),
    Ask.ANSWERED: tuple(Wait),
    Ask.WAITED: tuple(Wait),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of one service."""

    service: Service
    ask: Ask


# What was said so far: service id and question to one of VALUES, or DONT_KNOW.
Said = Mapping[tuple[str, Ask], str]


def asked(services: tuple[Service, ...], said: Said, *, thorough: bool = False) -> tuple[Asked, ...]:
    """All that is asked by what was said so far, in order: more only of what somebody came to. thorough: also how long one waited
    to come; somebody else writes it down, so it costs no screen."""
    more = (Ask.HELPED, Ask.ANSWERED, *((Ask.WAITED,) if thorough else ()))
    return tuple(
        Asked(service, ask)
        for service in services
        for ask in (Ask.CAME, *(more if said.get((service.id, Ask.CAME)) == YES else ()))
    )


def replies(services: tuple[Service, ...], said: Said) -> tuple[Reply, ...]:
    """What there is to count; nothing of a service of which nothing was told, or that nobody went to yet."""
    made = (_reply(service.id, said) for service in services)
    return tuple(reply for reply in made if reply.outcomes)


def _reply(service: str, said: Said) -> Reply:
    came = said.get((service, Ask.CAME), DONT_KNOW)
    if came in {Outcome.FULL, Outcome.WRONG_NUMBER, Outcome.NOT_FOR_ME}:
        return Reply(service, frozenset({Outcome(came)}))
    if came != YES:
        return Reply(service, frozenset())
    helped = {Outcome.HELPED} if said.get((service, Ask.HELPED)) == YES else set()
    answered, waited = _wait(said.get((service, Ask.ANSWERED))), _wait(said.get((service, Ask.WAITED)))
    return Reply(service, frozenset({Outcome.REACHED, *helped}), answered, waited)


def _wait(value: str | None) -> Wait | None:
    return Wait(value) if value in set(Wait) else None
