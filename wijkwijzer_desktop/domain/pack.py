"""What is published: questions, topics, signals and places, immutable, with a version."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt

from wijkwijzer_desktop.domain.concern import Signal, Topic
from wijkwijzer_desktop.domain.explanation import Explanation
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.questionnaire import Questionnaire

EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class Pack:
    """version: printed on the slip. postcodes: postcode4 to latitude and longitude of its centre, degrees.
    conversation: id of the service that looks at the whole when many domains weigh. explanations: of words that a
    visitor may not know. coach: id of the service that looks for activities with somebody, "" where there is none."""

    version: str
    questionnaire: Questionnaire
    topics: tuple[Topic, ...]
    signals: tuple[Signal, ...]
    places: Mapping[str, Place]
    postcodes: Mapping[str, tuple[float, float]]
    conversation: str
    explanations: tuple[Explanation, ...] = ()
    coach: str = ""

    @cached_property
    def topics_by_id(self) -> Mapping[str, Topic]:
        """Topic id to topic."""
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def signals_by_id(self) -> Mapping[str, Signal]:
        """Signal id to signal."""
        return {signal.id: signal for signal in self.signals}

    @property
    def named_services(self) -> frozenset[str]:
        """Ids of the services that visitors are led to by name, whatever else there is."""
        named = {service_id for signal in self.signals for service_id in signal.services}
        return frozenset(named | {self.conversation, self.coach} - {""})

    def distances_from(self, postcodes: tuple[str, ...]) -> dict[str, int]:
        """Postcode4 to whole kilometres from the nearest of these centres; empty where none has a centre.

        0 only for these postcodes themselves: a centre can't tell more than about a kilometre.
        """
        origins = [self.postcodes[code] for code in postcodes if code in self.postcodes]
        if not origins:
            return {}
        return {
            code: 0 if code in postcodes else max(1, round(min(_km(origin, centre) for origin in origins)))
            for code, centre in self.postcodes.items()
        }


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat_a, lon_a, lat_b, lon_b = map(radians, (*a, *b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))
