"""All that one visitor takes home, made in one go: one print job, one code on every sheet."""

from dataclasses import dataclass
from datetime import datetime

from wijkwijzer_desktop.desk.agreed import agreed_with, tell_on_slip
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.sheets.gp import gp_sheet
from wijkwijzer_desktop.desk.sheets.plan import plan_sheet
from wijkwijzer_desktop.desk.sheets.recipe import recipe_sheet
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.recipe import Recipe
from wijkwijzer_desktop.domain.referral import Referral
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.whole import Whole, whole_of


@dataclass(frozen=True, slots=True)
class Papers:
    """What must be made. whole: for a plan, None for steps apart. slips: whether the slip goes with a plan. sent: None where no
    practice sent this visitor. area: where they live, "" if they didn't tell. recipe: None for none."""

    referral: Referral
    code: str
    language: str
    whole: Whole | None = None
    slips: bool = True
    sent: Sent | None = None
    area: str = ""
    recipe: Recipe | None = None


def papers_of(visit: Visit) -> Papers | None:
    """As the visit stands; None without advice. A plan stands alone, but for what can't wait and what somebody at the counter
    added: that is read from a slip."""
    referral, advice = visit.referral, visit.advice
    if referral is None or advice is None:
        return None
    whole = None
    if visit.takes_plan:
        whole = whole_of(advice, visit.seen, visit.intake.links, discreet=visit.choice.discreet)
    slips = whole is None or bool(referral.urgent or referral.note or len(referral.steps) > 1)
    return Papers(referral, visit.code, visit.intake.language, whole, slips, visit.sent, visit.area, visit.recipe_on_paper)


def compose_all(desk: Desk, papers: Papers, at: datetime) -> tuple[Slip, ...]:
    """The slip first, the sheet for the GP last. Blocks. Raises DatabaseUnusableError."""
    agreed = agreed_with(desk, papers.sent, papers.area, desk.pack.places) if papers.sent is not None else None
    made: list[Slip] = []
    if papers.slips:
        slip = desk.compose(papers.referral, papers.code, papers.language, at)
        made.append(slip)
    composing = desk.composing(papers.language, at, papers.code)
    if papers.whole is not None:
        made.append(plan_sheet(composing, papers.whole, None if papers.slips else papers.referral.carried))
    if agreed is not None:
        made = [tell_on_slip(slip, agreed, desk, papers.language, at) for slip in made]
    if papers.recipe is not None:
        made.append(recipe_sheet(composing, papers.recipe))
    if papers.sent is not None and papers.sent.sheet and agreed is not None:
        made.append(gp_sheet(composing, papers.referral, agreed.service, desk.network.routes))
    return tuple(made)
