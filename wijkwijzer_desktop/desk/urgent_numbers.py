"""Whom to call at once: the entries that signals name, so that no signal is left without a number."""

from collections.abc import Iterable, Mapping

from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.domain.concern import Signal
from wijkwijzer_desktop.domain.service import Service, Status


def named_by(signals: Iterable[Signal], catalogue: Catalogue) -> Mapping[str, Service]:
    """By the id that a signal names, all that didn't end. Where the counter's own layer leaves a signal without any number, what
    the wider layers have for it stands there all the same: a number too many is better than none. Blocks. Raises
    DatabaseUnusableError."""
    asked = tuple(signals)
    named = _there(catalogue.services(_names(asked)))
    silent = tuple(s for s in asked if s.services and not any(named[name].phones for name in s.services if name in named))
    if not silent:
        return named
    wider = _there(catalogue.wider(_names(silent)))
    return {**named, **{name: service for name, service in wider.items() if service.phones}}


def _names(signals: Iterable[Signal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for signal in signals for name in signal.services))


def _there(found: Mapping[str, Service]) -> dict[str, Service]:
    return {name: service for name, service in found.items() if service.status is not Status.ENDED}
