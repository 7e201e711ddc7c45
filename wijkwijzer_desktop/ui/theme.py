"""Design tokens in one place: colours, type scale, spacing, radius; and the style sheet filled from them.

All lengths are device-independent pixels at normal size; `sized` makes them larger for a larger screen and larger letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from string import Template

# How large the letters can be made.
NORMAL, LARGE, LARGEST = 1.0, 1.5, 2.0
# The first that has a letter draws it.
FAMILIES = ("Noto Sans", "Wijkwijzer Sans Arabic", "Noto Sans Ethiopic")
FAMILY_OF = {"Arab": FAMILIES[1], "Ethi": FAMILIES[2]}
SHEET = Path(__file__).with_name("style.qss.in")


class Type(IntEnum):
    """Type scale. Nothing is smaller than BODY."""

    BODY = 18
    LEAD = 20
    OPTION = 22
    CARD = 24
    TITLE = 28
    QUESTION = 32
    CALL = 36
    WELCOME = 48
    HUGE = 96

    @property
    def is_display(self) -> bool:
        """Whether it is for a few words only, as large as they can well be."""
        return self >= Type.WELCOME


class Space(IntEnum):
    """Spacing, in multiples of eight."""

    HALF = 8
    ONE = 16
    TWO = 24
    THREE = 32
    FIVE = 48


TOUCH = 64
RADIUS = 16
BAR = 84


@dataclass(frozen=True, slots=True)
class Tint:
    """A soft ground and the deep ink that stands on it."""

    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb. paper: behind everything; surface: cards; chosen: a chosen card; edge: round cards;
    main: the one thing to do; accent: progress, ticks; alarm: quick exit and urgent; focus: the ring."""

    paper: str
    surface: str
    chosen: str
    ink: str
    soft_ink: str
    edge: str
    line: str
    main: str
    on_main: str
    accent: str
    alarm: str
    alarm_ground: str
    focus: str


@dataclass(frozen=True, slots=True)
class Theme:
    """tints: by domain id, "" for what has none."""

    palette: Palette
    tints: Mapping[str, Tint]

    def tint(self, domain: str) -> Tint:
        """The tint of a domain; the neutral one where it has none."""
        return self.tints.get(domain, self.tints[""])


_WARM_TINTS = {
    "maatschappelijk": Tint("#fbe4d5", "#7a2a0c"),
    "sociaal": Tint("#dfeeda", "#1c4d26"),
    "geest": Tint("#e2e5f8", "#2b2878"),
    "lichaam": Tint("#fbe0e7", "#7f0f38"),
    "": Tint("#dcedec", "#0b4550"),
}

_GREY_TINTS = {
    "maatschappelijk": Tint("#f9e1dd", "#7d1408"),
    "sociaal": Tint("#e4e6e1", "#313b2f"),
    "geest": Tint("#e1e4ea", "#27324a"),
    "lichaam": Tint("#f3e0e4", "#6d1230"),
    "": Tint("#e8e6e3", "#2b2b2b"),
}

_STARK = Tint("#000000", "#ffe500")

THEMES: Mapping[str, Theme] = {
    "standard": Theme(
        Palette(
            paper="#faf7f1",
            surface="#ffffff",
            chosen="#eef7f5",
            ink="#16191b",
            soft_ink="#45494b",
            edge="#8a8880",
            line="#e4dfd4",
            main="#0b4550",
            on_main="#ffffff",
            accent="#0b6b6b",
            alarm="#96041d",
            alarm_ground="#fdebea",
            focus="#1a4fd0",
        ),
        _WARM_TINTS,
    ),
    "contrast": Theme(
        Palette(
            paper="#000000",
            surface="#000000",
            chosen="#2b2600",
            ink="#ffffff",
            soft_ink="#ffffff",
            edge="#ffffff",
            line="#6b6b6b",
            main="#ffe500",
            on_main="#000000",
            accent="#ffe500",
            alarm="#ffb4a8",
            alarm_ground="#1d0000",
            focus="#66d9ff",
        ),
        dict.fromkeys(_WARM_TINTS, _STARK),
    ),
    "enschede": Theme(
        Palette(
            paper="#f7f6f5",
            surface="#ffffff",
            chosen="#fff6f4",
            ink="#111111",
            soft_ink="#444444",
            edge="#858585",
            line="#dedbd8",
            main="#111111",
            on_main="#ffffff",
            accent="#b00020",
            alarm="#9c0019",
            alarm_ground="#fdecec",
            focus="#1a4fd0",
        ),
        _GREY_TINTS,
    ),
}


def text_pairs(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Every (ink, ground) on which words are read."""
    p = theme.palette
    grounds = (p.paper, p.surface, p.chosen)
    pairs = [(ink, ground) for ink in (p.ink, p.soft_ink) for ground in grounds]
    pairs += [(p.on_main, p.main), (p.alarm, p.surface), (p.alarm, p.paper), (p.alarm, p.alarm_ground), (p.ink, p.alarm_ground)]
    pairs += [(tint.ink, ground) for tint in theme.tints.values() for ground in (tint.ground, p.paper, p.surface)]
    return tuple(pairs)


def edge_pairs(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Every (colour, what it stands beside) by which one sees where something can be touched, and how it is: edges, the
    chosen, the tick, what was done of the whole, alarm, the ring of the focus."""
    p = theme.palette
    grounds = (p.paper, p.surface, p.alarm_ground)
    pairs = [(colour, ground) for colour in (p.edge, p.main, p.alarm, p.accent) for ground in grounds]
    pairs += [(p.focus, ground) for ground in (*grounds, p.chosen, theme.tint("").ground)]
    pairs += [(p.ink, p.chosen), (p.ink, p.paper), (p.main, p.chosen), (p.on_main, p.main), (p.accent, p.line)]
    # Within the ring stands a second one, for what is as dark as the ring.
    pairs += [(p.surface, ground) for ground in (p.main, p.focus)]
    return tuple(pairs)


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(typed=True)
def sized(length: int, fit: float, letters: float) -> int:
    """A length of the theme, in pixels. fit: how much larger the screen is. letters: one of NORMAL, LARGE, LARGEST.

    What is read grows all the way with the letters. What is drawn, and what is as large as it can be, stops at LARGE;
    what is empty grows half as much: the room goes to the letters.
    """
    if isinstance(length, Type) and not length.is_display:
        return round(length * fit * letters)
    if isinstance(length, Space):
        return round(length * fit * (1 + (letters - 1) / 2))
    return round(length * fit * min(letters, LARGE))


def style_sheet(theme: Theme, fit: float, letters: float) -> str:
    """The whole style sheet for this theme. fit, letters: as of `sized`."""
    values: dict[str, str] = {field.name: getattr(theme.palette, field.name) for field in fields(Palette)}
    values |= {f"type_{size.name.lower()}": str(sized(size, fit, letters)) for size in Type}
    values |= {f"space_{size.name.lower()}": str(sized(size, fit, letters)) for size in Space}
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    values |= {"families": families, "radius": str(sized(RADIUS, fit, letters)), "neutral": theme.tint("").ground}
    return Template(SHEET.read_text(encoding="utf-8")).substitute(values)
