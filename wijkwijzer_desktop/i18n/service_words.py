"""What is known of a service, in the visitor's words: translated, else from its structured facts, else as Dutch."""

from datetime import date

from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.schedule import HolidaysOf, no_holidays
from wijkwijzer_desktop.domain.service import Kind, ReferralNeed, Service, Step, Told
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.hours import hours_words
from wijkwijzer_desktop.i18n.isolation import left_to_right
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.translator import Translator

# What somebody copies from paper without losing the place.
SHORT_ADDRESS = 36
# What can be said in every language; a document that isn't among them stays as it is written.
KNOWN_DOCUMENTS = (
    "digid",
    "identity-card",
    "bank-card",
    "letters",
    "payslip",
    "rental-contract",
    "bank-statements",
    "insurance-card",
)
# More subjects than this say nothing about a place any more.
SUBJECTS_TOLD = 4


class ServiceWords:
    """One language's words for the services of one pack. holidays: public holidays of a year."""

    def __init__(self, translator: Translator, pack: Pack, holidays: HolidaysOf = no_holidays) -> None:
        self.translator = translator
        self._t = translator.text
        self._language = translator.language
        self._pack = pack
        self._holidays = holidays

    def what(self, service: Service) -> str:
        """What it does; where nobody translated that, what kind of help it is and what for. "" where nothing is known."""
        if not service.description:
            return ""
        told = self._told(service, Told.DESCRIPTION, service.description)
        return told or self._sentences(self.kind(service), self.subjects(service))

    def as_dutch(self, service: Service) -> str:
        """The Dutch sentence, said to be Dutch, for who reads only the structured facts in `what`; else ""."""
        dutch = service.description
        if not dutch or self._told(service, Told.DESCRIPTION, dutch):
            return ""
        return self._t("In het Nederlands: {text}", text=dutch)

    def kind(self, service: Service) -> str:
        """What sort of help it is, one sentence."""
        t = self._t
        if service.kind is Kind.COUNTER:
            return t("Een plek waar u met elke vraag kunt komen.")
        if service.kind is Kind.ACTIVITY:
            return t("Iets om samen met anderen te doen.")
        if service.kind is Kind.HELPLINE:
            return t("U kunt bellen voor hulp.") if service.phones else t("U krijgt hulp op afstand.")
        return {
            Step.SELF_HELP: t("Iets waarmee u zelf verder kunt."),
            Step.VOLUNTEER: t("Hulp van een vrijwilliger."),
            Step.PROFESSIONAL: t("Hulp van een medewerker."),
            Step.MUNICIPALITY: t("Hulp van de gemeente, of hulp bij nood."),
        }[service.step]

    def subjects(self, service: Service) -> str:
        """What it is for, with the names of the first few topics."""
        names = [self._pack.topics_by_id[topic] for topic in service.topics if topic in self._pack.topics_by_id]
        if not names:
            return ""
        told = [f"“{self.translator.content(topic.id, topic.name)}”" for topic in names[:SUBJECTS_TOLD]]
        return self._t("Het gaat over: {topics}.", topics=formats.listing(self._language, told))

    def audience(self, service: Service) -> str:
        """For whom, "" if unknown."""
        return self._told(service, Told.AUDIENCE, service.audience) or service.audience

    def hours(self, service: Service, today: date) -> str:
        """When, as what follows on "Open: "; "" where nobody knows. today: from when on."""
        told = self._told(service, Told.HOURS, service.hours_text).rstrip(". ።")
        return told or hours_words(service.timetable, self.translator, today, self._holidays) or service.hours_text.rstrip(". ")

    def cost(self, service: Service) -> str:
        """What it costs, "" if unknown."""
        return self._told(service, Told.COST, service.cost) or self._price(service.cost_cents) or service.cost

    def _price(self, cents: int | None) -> str:
        if cents is None:
            return ""
        return formats.euros(self._language, cents) if cents else self._t("gratis")

    def documents(self, service: Service) -> str:
        """What to bring, as a list; "" for nothing."""
        known = self._documents_known()
        names = [known.get(d.casefold()) or self._told(service, Told.DOCUMENTS, d) or d for d in service.documents]
        return formats.listing(self._language, names)

    def ask_for(self, service: Service) -> str:
        """Whom to ask for at the door, as what follows on "Vraag naar: "; "" if unknown."""
        return self._told(service, Told.ASK_FOR, service.ask_for) or service.ask_for

    def buddy(self, service: Service) -> str:
        """Who goes along the first time, "" for nobody."""
        return self._told(service, Told.BUDDY, service.buddy) or service.buddy

    def _documents_known(self) -> dict[str, str]:
        t = self._t
        words = (
            t("DigiD"),
            t("een paspoort of ID-kaart"),
            t("uw bankpas"),
            t("de brieven waar het over gaat"),
            t("een papier met uw inkomen"),
            t("uw huurcontract"),
            t("afschriften van uw bank"),
            t("het pasje van uw zorgverzekering"),
        )
        return dict(zip(KNOWN_DOCUMENTS, words, strict=True))

    def referral(self, service: Service) -> str:
        """How one gets in, "" if one just goes."""
        told = self._told(service, Told.REFERRAL, service.referral_text)
        if told:
            return told
        if service.referral is ReferralNeed.UNKNOWN:
            return self._t("Vraag of u zich moet aanmelden.")
        if service.referral is ReferralNeed.NEEDED:
            return self._t("Iemand moet u aanmelden. Vraag het aan de balie.")
        return self._from_the_left(service.referral_text)

    def address(self, service: Service) -> str:
        """Where to go, "" if there is nowhere to go."""
        place = service.location
        if place is None or not place.visit:
            return ""
        return self._from_the_left(", ".join(part for part in (place.address, place.city) if part))

    def phone(self, service: Service) -> str:
        """The first number to call, "" for none."""
        return self._from_the_left(service.phones[0].number) if service.phones else ""

    def website(self, service: Service) -> str:
        """Where to look, short enough to copy by hand; "" if there is none."""
        host, _, path = service.url.partition("://")[2].partition("/")
        if not host:
            return ""
        short = f"{host.removeprefix('www.')}/{path}".rstrip("/")
        return self._t("Kijk op: {address}", address=short if len(short) <= SHORT_ADDRESS else host.removeprefix("www."))

    def _told(self, service: Service, told: Told, dutch: str) -> str:
        """In this language as somebody wrote it, "" where nobody did."""
        return dutch if self._language == DUTCH else service.translated(told, self._language.code, dutch)

    def _sentences(self, *sentences: str) -> str:
        return " ".join(sentence for sentence in sentences if sentence)

    def _from_the_left(self, text: str) -> str:
        return left_to_right(text) if self._language.right_to_left else text
