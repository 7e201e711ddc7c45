"""Everything that can go wrong by name, with a code and data, without words.

Words are made where they are shown: for a visitor in their language, for staff with the place.
No error carries an answer of a visitor.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from wijkwijzer_desktop.domain.editing import Kept
    from wijkwijzer_desktop.domain.network import KeptRecord


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong in somebody's file.

    code: kebab-case name of the rule; file: path as given; line: from 1, 0 if unknown;
    item: id of the question, service, row or field; data: what the words need.
    """

    code: str
    file: str = ""
    line: int = 0
    item: str = ""
    data: tuple[tuple[str, str], ...] = ()


class WijkwijzerError(Exception):
    """The root of all domain errors. `code` names it, `data` holds what words need."""

    code: ClassVar[str] = "error"

    def __init__(self, **data: str | int) -> None:
        super().__init__(self.code)
        self.data = data


class ContentRefusedError(WijkwijzerError):
    """Content files that break a rule; nothing was taken over. findings: never empty."""

    code = "content-refused"

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(count=len(findings))
        self.findings = findings


class UnknownQuestionError(WijkwijzerError):
    """data: question."""

    code = "unknown-question"


class UnknownOptionError(WijkwijzerError):
    """data: question. The option itself is an answer and is left out."""

    code = "unknown-option"


class VisitFileError(WijkwijzerError):
    """A visit file that can't be read. data: field, reason."""

    code = "visit-file"


class PackMissingError(WijkwijzerError):
    """No published pack in the database."""

    code = "pack-missing"


class DatabaseUnusableError(WijkwijzerError):
    """Not a database of ours, or it can't be opened. data: reason."""

    code = "database-unusable"


class StatisticsRefusedError(WijkwijzerError):
    """A month that has no figures to show. data: reason (not-a-month, not-over), month."""

    code = "statistics-refused"


class DatabaseNewerError(WijkwijzerError):
    """Made by a newer version of this program. data: revision."""

    code = "database-newer"


class CatalogueRefusedError(ContentRefusedError):
    """Catalogue entries that break a rule; nothing was taken over."""

    code = "catalogue-refused"


class SettingsRefusedError(WijkwijzerError):
    """Settings that can't be read. data: field, reason."""

    code = "settings-refused"


class PrinterError(WijkwijzerError):
    """The paper did not come. data: fault, one of `PrinterFault`'s values."""

    code = "printer"


class PinRefusedError(WijkwijzerError):
    """A PIN that may not be chosen. data: reason: digits, length, trivial, taken. Never the PIN."""

    code = "pin-refused"


class WrongPinError(WijkwijzerError):
    """A PIN that is nobody's. data: seconds until anybody may try again, 0 for at once."""

    code = "wrong-pin"


class StaffLockedError(WijkwijzerError):
    """Too many wrong PINs: nobody may try yet. data: seconds."""

    code = "staff-locked"


class StaffRefusedError(WijkwijzerError):
    """Nobody is logged in, or not with this role. data: needs, a role in small letters."""

    code = "staff-refused"


class AccountRefusedError(WijkwijzerError):
    """An account of staff that can't be made, changed or taken away. data: reason: label, unknown, last-manager, layer
    (they would keep entries that its maker doesn't keep), present (there are accounts already), none (there is none yet)."""

    code = "account-refused"


class StaffKeyError(WijkwijzerError):
    """The key of PINs and log can't be used. data: reason: missing, damaged, open-to-others, cannot-open,
    other (it belongs to another counter, or to earlier days)."""

    code = "staff-key"


class BackupError(WijkwijzerError):
    """A copy of the database that can't be made, or is not good enough to put back. data: reason: one of
    DatabaseUnusableError's, or newer, not-ours (something else has that name), no-folder, shared (its server makes its own)."""

    code = "backup"


class EditConflictError(WijkwijzerError):
    """Somebody else changed the same entry since it was read; nothing was written. data: item, its id. now: as it is in the
    catalogue, None where it is gone."""

    code = "edit-conflict"

    def __init__(self, item: str, now: "Kept | None") -> None:
        super().__init__(item=item)
        self.now = now


class DraftConflictError(WijkwijzerError):
    """Somebody else was first with the questions; nothing was written. data: reason: kept (another draft was kept since this one
    was opened), published (another pack was put in use)."""

    code = "draft-conflict"


class CarriedRefusedError(WijkwijzerError):
    """What was scanned or typed from a paper. data: reason: not-ours (something else), code (read or typed wrong)."""

    code = "carried-refused"


class NetworkRefusedError(ContentRefusedError):
    """A record of the network that breaks a rule; nothing was written."""

    code = "network-refused"


class RecordConflictError(EditConflictError):
    """Somebody else changed the same record of the network since it was read; nothing was written. data: item, its id. present:
    as it is kept, None where it is gone."""

    code = "record-conflict"

    def __init__(self, item: str, present: "KeptRecord | None") -> None:
        super().__init__(item, None)
        self.present = present


class ReferralFileError(WijkwijzerError):
    """A referral that can't be left as a file. data: reason: off (this counter makes none), cannot-write."""

    code = "referral-file"


class CodeKeyError(WijkwijzerError):
    """The key of slip codes can't be used: no code can be kept or looked up. data: reason: damaged, open-to-others,
    cannot-open."""

    code = "code-key"


class LayerRefusedError(WijkwijzerError):
    """An entry of another layer, or one that can't be left out there; nothing was written. data: reason: not-yours (who is logged
    in doesn't keep that layer), not-wider, no-reason, there-already, named (questions lead to it); layer: its name."""

    code = "layer-refused"


class SheetRefusedError(WijkwijzerError):
    """A sheet about what there isn't. data: option, name, known: the names that there are."""

    code = "sheet-refused"


class SheetFileError(WijkwijzerError):
    """A sheet that can't be left as a file. data: path."""

    code = "sheet-file"


class CentralAwayError(WijkwijzerError):
    """The database that counters share can't be used now. data: away, one of `domain.central.Away`."""

    code = "central-away"


class ComputerRefusedError(WijkwijzerError):
    """This computer may not do that in the database that counters share; nothing was changed."""

    code = "computer-refused"


class CounterFileError(WijkwijzerError):
    """The file by which a counter joins the database that counters share, or what joining left, can't be used; nothing was
    changed. data: reason: not-ours, damaged, newer, cannot-open, joined (this counter has joined before), other-municipality (it
    has joined that), settings (a program of another version made them)."""

    code = "counter-file"


class CentralRefusedError(WijkwijzerError):
    """The database that counters share can't be looked after so; nothing was changed. data: reason: no-address, not-shared,
    password-visible, no-database, not-begun, foreign, unknown-municipality, which-municipality, name, municipality-present,
    counter-present, unknown-counter, unknown-layer, no-content, unknown-place, codes-key, server, certificate, older, not-empty,
    no-tools, rights, full, tools-failed; item: what it is about, "" for nothing by name."""

    code = "central-refused"


class DeliveryRefusedError(WijkwijzerError):
    """The database that counters share took nothing of one parcel, and never will as it is. data: reason: gap (it misses what
    came before), another (the last that it has is under this number, and isn't this one), malformed; number of the parcel."""

    code = "delivery-refused"
