"""An Advice as plain data, for JSON."""

from dataclasses import asdict
from datetime import date, datetime
from enum import Enum
from typing import Any

from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.i18n.wording import Wording


def advice_data(advice: Advice, wording: Wording, at: datetime) -> dict[str, Any]:
    """`urgent`, `concerns`, `recommendations`, `activities`, `pack_version`, all ids and ISO dates; every reason
    with its words in `text`. at: the moment of the advice, aware."""
    return {
        "urgent": [
            {
                "signal": route.signal.id,
                "title": wording.signal_title(route.signal),
                "services": [service.id for service in route.services],
                "numbers": [phone.number for service in route.services for phone in service.phones],
                "discreet": route.signal.discreet,
            }
            for route in advice.urgent
        ],
        "concerns": [
            {
                "topic": concern.topic.id,
                "severity": concern.severity.name.lower(),
                "because": [_plain(asdict(said)) for said in concern.because],
            }
            for concern in advice.concerns
        ],
        "recommendations": [_recommendation(r, wording, at) for r in advice.all],
        "activities": [_recommendation(r, wording, at) for r in advice.activities],
        "pack_version": advice.pack_version,
    }


def _recommendation(recommendation: Recommendation, wording: Wording, at: datetime) -> dict[str, Any]:
    service, opening = recommendation.service, recommendation.opening
    next_time = opening.starts or opening.day
    return {
        "concern": recommendation.concern,
        "service": service.id,
        "name": service.name,
        "verdict": recommendation.verdict.value,
        "step": service.step.name.lower().replace("_", "-"),
        "distance_km": recommendation.distance_km,
        "open": opening.state.value,
        "next_time": next_time.isoformat() if next_time else None,
        "checked": service.checked.isoformat() if service.checked else None,
        "reasons": [
            {"kind": reason.kind, **_plain(asdict(reason)), "text": wording.reason(reason, at)}
            for reason in recommendation.reasons
        ],
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value
