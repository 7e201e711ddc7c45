"""Words for the picture of the whole: the same on screen and on paper."""

from wijkwijzer_desktop.domain.concern import Domain
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.whole import Link
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording


def domain_name(domain: Domain, translator: Translator) -> str:
    """As the visitor knows it."""
    t = translator.text
    names = {
        Domain.BODY: t("Uw lichaam"),
        Domain.MIND: t("Hoe u zich voelt"),
        Domain.SOCIAL: t("Mensen om u heen"),
        Domain.SOCIETY: t("Geld en regelen"),
    }
    return names[domain]


def link_words(link: Link, wording: Wording, pack: Pack) -> str:
    """One sentence."""
    topics = pack.topics_by_id
    cause, effect = wording.topic(topics[link.cause]), wording.topic(topics[link.effect])
    return wording.translator.text("“{effect}” komt ook door “{cause}”.", cause=cause, effect=effect)
