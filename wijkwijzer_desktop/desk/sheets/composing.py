"""What every sheet is composed with: the words of one or two languages, and who makes it, when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import Block, Header, Slip
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.wording import Wording


@dataclass(frozen=True, slots=True)
class Composing:
    """dutch: for who receives the paper. own: the visitor's, the same object where that is Dutch. counter, place: name and
    address of this counter. at: aware. code: slip code, "" on a paper of nobody."""

    dutch: Wording
    own: Wording
    pack: Pack
    counter: str
    place: str
    at: datetime
    code: str = ""

    @property
    def today(self) -> date:
        """The day it is in the city."""
        return self.at.astimezone(ZONE).date()

    def both(self, say: Callable[[Wording], str]) -> Text:
        """The same in both languages."""
        dutch = say(self.dutch)
        if self.own is self.dutch:
            return Text(dutch)
        own = say(self.own)
        # What is Dutch in both stands there as Dutch, whichever way the other language runs.
        return Text(dutch, dutch if without_isolates(own) == dutch else own)

    def several(self, say: Callable[[Wording], tuple[str, ...]]) -> tuple[Text, ...]:
        """As many sentences as there are, each in both languages."""
        return tuple(self._at(say, index) for index in range(len(say(self.dutch))))

    def _at(self, say: Callable[[Wording], tuple[str, ...]], index: int) -> Text:
        return self.both(lambda w: say(w)[index])

    def text(self, message: str, **values: object) -> Text:
        """A sentence of the program."""
        return self.both(lambda w: w.translator.text(message, **values))

    def full_date(self, day: date) -> Text:
        """With the year."""
        return self.both(lambda w: formats.full_date(w.translator.language, day))

    def slip(self, blocks: Iterable[Block]) -> Slip:
        """These blocks below the name of this counter."""
        language = self.own.translator.language
        header = Header(self.counter, self.place, self.at, self.full_date(self.today), self.code)
        return Slip(header, tuple(blocks), language.code, language.direction)


def how_else(c: Composing, service: Service | None) -> Text:
    """How to reach what has no number: its website, else this counter."""
    if service is not None and c.dutch.services.website(service):
        return c.both(lambda w: w.services.website(service))
    return c.text("Het nummer weten we niet. Vraag het aan de balie.")
