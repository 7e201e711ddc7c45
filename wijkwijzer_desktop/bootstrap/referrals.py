"""Referrals as files for the systems of others."""

from pathlib import Path

from wijkwijzer_desktop.bootstrap.machine import HANDED_OUT
from wijkwijzer_desktop.desk.referral_file import ReferralFiles


def referral_files(data: Path) -> ReferralFiles:
    """They are left where staff leave all that they take with them. data: the folder of this counter's data."""
    from wijkwijzer_desktop.exchange.fhir_files import ReferralFolder

    return ReferralFolder(data / HANDED_OUT)
