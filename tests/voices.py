"""A voice that says nothing, and remembers all that it was to say."""

from dataclasses import dataclass, field

from wijkwijzer_desktop.desk.ports import Listener


@dataclass
class FakeSpeaker:
    """Each utterance lasts until `finish`. known: the languages that it has a voice for."""

    known: frozenset[str] = frozenset({"nl", "en", "tr", "ar"})
    said: list[tuple[str, str]] = field(default_factory=list)
    stopped: int = 0
    forgotten: int = 0
    closed: int = 0
    current: int = 0
    listener: Listener | None = None

    def open(self, listener: Listener) -> None:
        self.listener = listener
        listener.voices_known()

    def languages(self) -> frozenset[str]:
        return self.known

    def say(self, language: str, text: str) -> int:
        self.said.append((language, text))
        self.current = len(self.said)
        return self.current

    def stop(self) -> None:
        self.stopped += 1
        self.current = 0

    def forget(self) -> None:
        self.forgotten += 1
        self.current = 0

    def close(self) -> None:
        self.closed += 1

    def finish(self, *, spoken: bool = True) -> None:
        """What is being said is over."""
        number, self.current = self.current, 0
        assert self.listener is not None
        self.listener.ended(number, spoken=spoken)

    def learn(self, *languages: str) -> None:
        """Voices came or went."""
        self.known = frozenset(languages)
        assert self.listener is not None
        self.listener.voices_known()

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.said]
