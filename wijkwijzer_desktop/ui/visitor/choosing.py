"""Which options are chosen after a touch, where several may be."""

from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Question


def toggled(question: Question, chosen: frozenset[str], option_id: str) -> frozenset[str]:
    """The options chosen after this touch, where several may be: exclusive ones let go of the others."""
    if option_id in chosen:
        return chosen - {option_id}
    option = question.option(option_id)
    alone = {o.id for o in question.options if o.exclusive} | UNKNOWN_OPTIONS
    if option_id in UNKNOWN_OPTIONS or not question.several or (option is not None and option.exclusive):
        return frozenset({option_id})
    return chosen - alone | {option_id}
