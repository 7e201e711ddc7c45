"""Layers in words for staff."""

from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.layers import Layers, Level
from wijkwijzer_desktop.i18n.translator import Translator


def level_name(level: Level, translator: Translator) -> str:
    """How wide it is."""
    t = translator.text
    return {
        Level.NATIONAL: t("het hele land"),
        Level.REGION: t("regio"),
        Level.MUNICIPALITY: t("gemeente"),
        Level.NEIGHBOURHOOD: t("buurt"),
    }[level]


def layer_name(layer_id: str, layers: Layers, translator: Translator) -> str:
    """What people call it."""
    layer = layers.by_id.get(layer_id)
    return layer.name if layer is not None else layer_id or translator.text("van iedereen")


def layer_refused(error: WijkwijzerError, translator: Translator) -> str:
    """Why an entry can't be changed, or left out."""
    t = translator.text
    others = t(
        "Deze ingang houden anderen bij: {layer}. U kunt wel een eigen versie maken, of haar hier verbergen.", **error.data
    )
    return {
        "not-yours": others,
        "not-wider": t("Dit kan alleen met een ingang die ook voor anderen is."),
        "no-reason": t("Schrijf op waarom, in hoogstens 200 letters."),
        "there-already": t("Hier staat al iets anders in de plaats van deze ingang. Laat haar eerst weer zien."),
        "named": t("Naar deze ingang leiden vragen. U kunt haar vervangen, maar niet verbergen."),
    }[str(error.data["reason"])]
