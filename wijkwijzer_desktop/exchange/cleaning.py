"""Text from elsewhere made fit to keep: blanks, control characters, HTML and what else people paste into a form."""

import html
import re
from html.parser import HTMLParser

from wijkwijzer_desktop.exchange.notes import Notes, Place

# Longer than any description; what is longer is cut, and said to be.
MAX_TEXT = 20_000
LOST = "\ufffd"
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufdd0-\ufdef\ufffe\uffff\u2028\u2029]")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_WRITTEN_ESCAPE = re.compile(r"\\r\\n|\\[nrt]")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r" ?\n ?(?:\n ?)*")
_BREAKING = frozenset({"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote"})
_UNREAD = frozenset({"script", "style", "template"})
_ROUNDS = 4


def is_clean(text: str) -> bool:
    """Whether `clean_text` would give it back as it is, without a word; sometimes False where it would."""
    return (
        text.isprintable()
        and not text.startswith(" ")
        and not text.endswith(" ")
        and len(text) <= MAX_TEXT
        and "<" not in text
        and "&" not in text
        and "\\" not in text
        and LOST not in text
    )


def clean_text(text: str, field: str, place: Place, notes: Notes) -> str:
    """Plain text of one field, without blanks around it. What had to be put right is noted; trimmed blanks only once a file."""
    cleaned = _fit_to_keep(text, field, place, notes)
    if "\\" in cleaned and _WRITTEN_ESCAPE.search(cleaned):
        notes.repair("written-escapes", place, field=field)
        cleaned = _WRITTEN_ESCAPE.sub(_escaped, cleaned)
    if "<" in cleaned or "&" in cleaned:
        plain = _without_markup(cleaned)
        if plain != cleaned:
            notes.repair("markup", place, field=field)
            cleaned = plain
    stripped = cleaned.strip()
    if stripped != cleaned:
        notes.tally("blanks", place.file, field=field)
    return stripped


def _fit_to_keep(text: str, field: str, place: Place, notes: Notes) -> str:
    if len(text) > MAX_TEXT:
        notes.repair("text-cut", place, field=field, length=len(text), limit=MAX_TEXT)
        text = text[:MAX_TEXT]
    if text.isprintable():
        return _with_lost(text, field, place, notes)
    if _HALF_PAIR.search(text):
        text = _HALF_PAIR.sub(LOST, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        notes.repair("control-characters", place, field=field)
        text = _CONTROL.sub("", text)
    return _with_lost(text, field, place, notes)


def _with_lost(text: str, field: str, place: Place, notes: Notes) -> str:
    if LOST in text:
        notes.repair("letters-lost", place, field=field)
    return text


def _escaped(match: re.Match[str]) -> str:
    return " " if match.group() == "\\t" else "\n"


def _without_markup(text: str) -> str:
    # What was escaped twice shows its tags only after the first round; each takes away at least one sign.
    for _ in range(_ROUNDS):
        if not _TAG.search(text):
            plain = html.unescape(text) if _ENTITY.search(text) else text
        else:
            reader = _PlainText()
            reader.feed(text)
            reader.close()
            plain = _LINES.sub("\n", _BLANKS.sub(" ", reader.text())).strip()
        if plain == text:
            break
        text = _CONTROL.sub("", _HALF_PAIR.sub(LOST, plain))
    return text


class _PlainText(HTMLParser):
    """What a reader of the page would see, a line a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BREAKING:
            self._parts.append("\n- " if tag == "li" else "\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's signature
        if tag in _BREAKING:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in _BREAKING and tag != "br":
            self._parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._parts.append(data)

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)
