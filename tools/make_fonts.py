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
FACES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
LARGEST = 400 * 1024

# First and last code point of what a counter in the Netherlands may print.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x02B0, 0x02DF),  # modifier letters
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2010, 0x2027),  # dashes, quotation marks, bullets, ellipsis
    (0x2030, 0x205E),  # per mille, primes, guillemets
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20C0),  # currency
    (0x2100, 0x214F),  # letter-like: numero, trade mark
    (0x2150, 0x218B),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2265),  # minus, less or equal
    (0xFB00, 0xFB04),  # ligatures, for text that was pasted with them
)


def make(source: Path, target: Path) -> int:
    """Write the subset of one TrueType file and return its size in bytes. Raises FileNotFoundError."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)
    return target.stat().st_size


def main(arguments: list[str]) -> int:
    """Make every face; see the module's text for the exit status."""
    source = Path(arguments[0]) if arguments else SOURCE
    for face in FACES:
        if not (source / face).is_file():
            sys.stderr.write(f"{source / face}: missing; apt-get install fonts-noto-core\n")
            return 2
        size = make(source / face, TARGET / face)
        sys.stdout.write(f"{face}: {size} bytes\n")
        if size > LARGEST:
            sys.stderr.write(f"{face}: larger than {LARGEST} bytes\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
