"""A font as a PDF carries it whole: made once, the same in every slip, so that nothing of a visit is in it."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_ZERO_WIDTH_JOINER = "\u200d"
_ORDERING = {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}


@dataclass(frozen=True, slots=True, eq=False)
class WholeFont:
    """name: as a PDF names it. letters: what each glyph stands for, where that is one letter always.

    file: the outlines, compressed from `length` bytes. widths, to_unicode: as they stand in a PDF. metrics: of the font.
    """

    name: str
    letters: Mapping[int, str] = field(repr=False)
    file: bytes = field(repr=False)
    length: int
    widths: bytes = field(repr=False)
    to_unicode: bytes = field(repr=False)
    metrics: Mapping[str, Any]


def whole_font(face: Any, glyphs: Mapping[str, int], advances: Mapping[int, int], shaper: Any, private: int) -> WholeFont:
    """A font for scripts whose letters join. face: reportlab's, which knows each glyph as a character from `private` on.

    glyphs: number for each character; advances: in thousandths of an em; shaper: HarfBuzz's font.
    """
    letters = _letters(glyphs, shaper)
    outlines = face.makeSubset([private + glyph for glyph in range(1, len(advances))])
    widths = b"[0 [" + b" ".join(b"%d" % advances[glyph] for glyph in range(len(advances))) + b"]]"
    bounds = " ".join(f"{bound:.0f}" for bound in face.bbox)
    metrics = {
        "Flags": 4, "FontBBox": f"[{bounds}]", "ItalicAngle": 0, "Ascent": round(face.ascent), "Descent": round(face.descent),
        "CapHeight": round(face.capHeight), "StemV": round(face.stemV),
    }  # fmt: skip
    name = "WHOLEA+" + face.name.decode("ascii")
    return WholeFont(name, letters, zlib.compress(outlines), len(outlines), widths, zlib.compress(_to_unicode(letters)), metrics)


def embed(font: WholeFont, document: Any) -> str:
    """Make a font known to one of reportlab's documents. Gives the name under which a page speaks of it."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream

    def stream(content: bytes, **named: Any) -> Any:
        return document.Reference(PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode"), **named}), content, filters=()))

    base = PDFName(font.name)
    descriptor = PDFDictionary(
        {"Type": "/FontDescriptor", "FontName": base, "FontFile2": stream(font.file, Length1=font.length), **font.metrics}
    )
    inside = PDFDictionary(
        {"Type": "/Font", "Subtype": "/CIDFontType2", "BaseFont": base, "CIDSystemInfo": PDFDictionary(_ORDERING),
         "FontDescriptor": document.Reference(descriptor), "W": font.widths, "CIDToGIDMap": "/Identity"}
    )  # fmt: skip
    fonts = document.idToObject["BasicFonts"].dict
    name = f"W{len(fonts) + 1}"
    outside = PDFDictionary(
        {"Type": "/Font", "Subtype": "/Type0", "BaseFont": base, "Encoding": "/Identity-H",
         "DescendantFonts": PDFArray([document.Reference(inside)]), "ToUnicode": stream(font.to_unicode)}
    )  # fmt: skip
    fonts[name] = document.Reference(outside)
    return f"/{name}"


def _letters(glyphs: Mapping[str, int], shaper: Any) -> dict[int, str]:
    import uharfbuzz

    letters = {glyph: character for character, glyph in sorted(glyphs.items(), reverse=True)}
    for character in glyphs:
        if not character.isalpha():
            continue
        for before in ("", _ZERO_WIDTH_JOINER):
            for after in ("", _ZERO_WIDTH_JOINER):
                buffer = uharfbuzz.Buffer()
                buffer.add_str(before + character + after)
                buffer.guess_segment_properties()
                uharfbuzz.shape(shaper, buffer)
                for info in buffer.glyph_infos:
                    if info.cluster == len(before):
                        letters.setdefault(info.codepoint, character)
    return letters


def _to_unicode(letters: Mapping[int, str]) -> bytes:
    listed = [f"<{glyph:04X}> <{ord(letter):04X}>" for glyph, letter in sorted(letters.items())]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    # A hundred at a time, as the format has it.
    for begin in range(0, len(listed), 100):
        part = listed[begin : begin + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
