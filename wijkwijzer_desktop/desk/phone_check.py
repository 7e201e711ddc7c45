"""Telephone numbers as people here write them: whether one can be dialled, and how it is best written."""

import re
from dataclasses import dataclass

# What is dialled as it stands, and is too short for the library.
SHORT = frozenset({"112", "113"})
# The city hall: 14 and the number of its area.
_CITY_HALL = re.compile(r"14(0\d{2,3})")
_FREE = re.compile(r"(08\d\d|09\d\d)(\d{4}|\d{7})")
_NETWORK = re.compile(r"(088)(\d{3})(\d{2})(\d{2})")
_MOBILE = re.compile(r"(06)(\d{4})(\d{4})")
_ONLY = re.compile(r"[+]?[\d\s().\u2010-\u2015/-]+")
# An organisation writes its number as it is said aloud there: who put it in groups knew that.
_GROUPED = re.compile(r"(?:0\d+|14)(?:[ -]\d{2,})+")
_NO_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class PhoneCheck:
    """number: as people write it, in groups: those that were typed, else the usual ones; as it was typed where it is wrong.
    problem: None, or a code: `not-a-number`, or `not-dutch` for one that is of another country."""

    number: str
    problem: str | None = None


def check_phone(text: str) -> PhoneCheck:
    """Look at one number; "" is right. The first call reads the library, which takes a moment."""
    typed = text.strip()
    if not typed:
        return PhoneCheck("")
    if not _ONLY.fullmatch(typed):
        return PhoneCheck(typed, "not-a-number")
    if _NO_DIGITS.sub("", typed) in SHORT:
        return PhoneCheck(_NO_DIGITS.sub("", typed))
    import phonenumbers

    try:
        number = phonenumbers.parse(typed, "NL")
    except phonenumbers.NumberParseException:
        return PhoneCheck(typed, "not-a-number")
    if phonenumbers.is_valid_number_for_region(number, "NL"):
        grouped = " ".join(typed.split())
        if _GROUPED.fullmatch(grouped):
            return PhoneCheck(grouped)
        return PhoneCheck(_spaced(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)))
    elsewhere = number.country_code != phonenumbers.country_code_for_region("NL")
    return PhoneCheck(typed, "not-dutch" if elsewhere else "not-a-number")


def phone_problem(text: str) -> str | None:
    """The code of what is wrong with it, None for nothing."""
    return check_phone(text).problem


def _spaced(national: str) -> str:
    """In the groups in which it is said aloud here; as the library has it where there is no habit."""
    digits = _NO_DIGITS.sub("", national)
    for pattern, groups in ((_CITY_HALL, r"14 \1"), (_FREE, r"\1 \2"), (_NETWORK, r"\1 \2 \3 \4"), (_MOBILE, r"\1 \2 \3")):
        if pattern.fullmatch(digits):
            return pattern.sub(groups, digits)
    # Ten digits: the area, then three, two and two; as on every sign here.
    area, _, rest = national.partition(" ")
    own = _NO_DIGITS.sub("", rest)
    return f"{area} {own[:-4]} {own[-4:-2]} {own[-2:]}" if len(own) in {6, 7} else national
