"""Make the font files in resources/fonts from Debian's package fonts-noto-core.

    python -m venv fonttools && fonttools/bin/pip install fonttools
    fonttools/bin/python tools/make_fonts.py [SOURCE_FOLDER]

Not needed to run or test the program: the files that it makes are committed. The same files in give the
same bytes out. Exit status: 0 made, 2 a source file is missing or a result is too large.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/truetype/noto")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
LARGEST = 400 * 1024
WEIGHTS = ("Regular", "Bold")

# First and last code point of what a counter in the Netherlands may print, for each font.
LATIN = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02DF),  # modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x200B, 0x200F),  # joiners and direction marks: seen by nobody, but a line is as high as the font that has them
    (0x2010, 0x2027),  # dashes, quotation marks, bullets, ellipsis
    (0x2030, 0x205E),  # per mille, primes, guillemets
    (0x2066, 0x2069),  # isolates, for the same reason
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20C0),  # currency
    (0x2100, 0x214F),  # letter-like: numero, trade mark
    (0x2150, 0x218B),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2265),  # minus, less or equal
    (0xFB00, 0xFB04),  # ligatures, for text that was pasted with them
)
# Without the presentation forms: text that was pasted with them is written with its letters.
ARABIC = (
    (0x0020, 0x0020),
    (0x00A0, 0x00A0),
    (0x0600, 0x06FF),  # Arabic, Persian, Urdu, Kurdish
    (0x0750, 0x077F),  # supplement
    (0x200C, 0x200F),  # joiners and direction marks
)
ETHIOPIC = (
    (0x0020, 0x0020),
    (0x00A0, 0x00A0),
    (0x1200, 0x139F),  # Ethiopic: Tigrinya, Amharic, Tigre; and its supplement
)
FONTS = {"NotoSans": LATIN, "NotoSansArabic": ARABIC, "NotoSansEthiopic": ETHIOPIC}
# Above and below the base line, in thousandths. Noto's own lines of Arabic are half as high again as those of Latin, with
# room for signs that are only in the Quran; these hold every letter and vowel of the languages here.
LINES = {"NotoSansArabic": (1069, 432)}
OWN_NAME = "Wijkwijzer Sans"
FEATURES = [
    *("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"),
    *("isol", "init", "medi", "fina", "rlig", "calt"),
]


def make(source: Path, target: Path, ranges: tuple[tuple[int, int], ...], lines: tuple[int, int] | None) -> int:
    """Write the subset of one TrueType file and return its size in bytes. lines: height above and below the base line,
    None for as they are. Raises FileNotFoundError."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    if lines is not None:
        above, below = lines
        font["hhea"].ascent, font["hhea"].descent = above, -below
        font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = above, -below
        font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = above, below
        # Under a name of its own, so that the one of the system, with its high lines, is never taken for it.
        for record in font["name"].names:
            record.string = record.toUnicode().replace("Noto Sans", OWN_NAME).replace("NotoSans", OWN_NAME.replace(" ", ""))
    font.save(target)
    return target.stat().st_size


def main(arguments: list[str]) -> int:
    """Make every face; see the module's text for the exit status."""
    source = Path(arguments[0]) if arguments else SOURCE
    for name, ranges in FONTS.items():
        for weight in WEIGHTS:
            face = f"{name}-{weight}.ttf"
            if not (source / face).is_file():
                sys.stderr.write(f"{source / face}: missing; apt-get install fonts-noto-core\n")
                return 2
            size = make(source / face, TARGET / face, ranges, LINES.get(name))
            sys.stdout.write(f"{face}: {size} bytes\n")
            if size > LARGEST:
                sys.stderr.write(f"{face}: larger than {LARGEST} bytes\n")
                return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
