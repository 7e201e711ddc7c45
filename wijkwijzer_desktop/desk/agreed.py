"""What the practice that sent a visitor agreed with the wijkteam, in words for that visitor."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.network import Agreement, Contact, Network, Practice, Reach
from wijkwijzer_desktop.domain.network_rules import may_stand_on_paper, serves
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Service, Status
from wijkwijzer_desktop.domain.sheet import SectionBlock
from wijkwijzer_desktop.domain.slip import FooterBlock, Slip, StepBlock, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.hours import hours_words
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.wording import Wording


@dataclass(frozen=True, slots=True)
class Agreed:
    """service: the practice's own entry. agreement: what holds for where the visitor lives, None where nobody knows. contact: who
    it is with, only where that may stand on a visitor's paper."""

    service: Service
    agreement: Agreement | None = None
    contact: Contact | None = None


def practices(desk: Desk) -> tuple[Service, ...]:
    """The entries of all practices that can have sent somebody, by name. Blocks. Raises DatabaseUnusableError."""
    found = (desk.entry(practice) for practice in desk.network.practices)
    return tuple(sorted((e for e in found if e is not None and e.status is not Status.ENDED), key=_name))


def _name(entry: Service) -> str:
    return entry.name.casefold()


def agreed_with(desk: Desk, sent: Sent, area: str, places: Mapping[str, Place]) -> Agreed | None:
    """What is known of the practice that sent somebody who lives in this place ("" where they didn't tell); None where it isn't
    in the list. Blocks. Raises DatabaseUnusableError."""
    entry = desk.entry(sent.practice) if sent.practice else None
    if entry is None:
        return None
    network = desk.network
    practice = network.practices.get(sent.practice)
    return Agreed(entry, *_holds(network, practice, area, places)) if practice is not None else Agreed(entry)


def _holds(
    network: Network, practice: Practice, area: str, places: Mapping[str, Place]
) -> tuple[Agreement | None, Contact | None]:
    known = [a for a in practice.agreements if a.reach is not Reach.UNKNOWN and _is_for(a, area, places)]
    if not known:
        return None, None
    contact = network.contacts.get(known[0].contact)
    return known[0], contact if contact is not None and may_stand_on_paper(contact) else None


def _is_for(agreement: Agreement, area: str, places: Mapping[str, Place]) -> bool:
    return not agreement.areas or (bool(area) and serves(agreement.areas, area, places))


def agreed_lines(agreed: Agreed, wording: Wording, at: datetime) -> tuple[str, ...]:
    """A sentence each; none where nobody knows what was agreed. at: aware."""
    agreement = agreed.agreement
    if agreement is None:
        return ()
    t = wording.translator.text
    in_practice = agreement.reach is Reach.IN_PRACTICE
    lines = [
        t("Iemand van het wijkteam werkt ook in uw praktijk.")
        if in_practice
        else t("Uw praktijk en het wijkteam bellen met elkaar.")
    ]
    if agreed.contact is not None and agreed.contact.name:
        lines.append(t("U praat met {name}.", name=agreed.contact.name))
    hours = hours_words(agreement.timetable, wording.translator, at.astimezone(ZONE).date(), wording.holidays)
    if hours:
        lines.append(t("Wanneer: {hours}", hours=hours))
    elif in_practice:
        lines.append(t("Vraag uw praktijk op welke dagen."))
    if in_practice and wording.services.address(agreed.service):
        lines.append(t("Waar: {place}", place=wording.services.address(agreed.service)))
    return tuple(lines)


def tell_on_slip(slip: Slip, agreed: Agreed, desk: Desk, language: str, at: datetime) -> Slip:
    """The same paper that also says what the practice agreed, after the last step; as it is where nobody knows that."""
    dutch, own = desk.wording(DUTCH.code), desk.wording(language)
    lines = agreed_lines(agreed, dutch, at)
    if not lines:
        return slip
    same = own.translator.language is DUTCH
    told = lines if same else agreed_lines(agreed, own, at)
    title = _text(agreed.service.name, agreed.service.name, same=same)
    block = SectionBlock(title, tuple(_text(d, o, same=same) for d, o in zip(lines, told, strict=True)))
    place = 1 + max((i for i, b in enumerate(slip.blocks) if isinstance(b, StepBlock)), default=_before_pen(slip) - 1)
    return replace(slip, blocks=(*slip.blocks[:place], block, *slip.blocks[place:]))


def _before_pen(slip: Slip) -> int:
    ends = (i for i, b in enumerate(slip.blocks) if isinstance(b, WriteBlock | FooterBlock))
    return next(ends, len(slip.blocks))


def _text(dutch: str, own: str, *, same: bool) -> Text:
    return Text(dutch) if same else Text(dutch, own)
