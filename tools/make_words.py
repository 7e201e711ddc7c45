"""The Dutch words that most people meet often, from wordfreq, for `content check` to tell which words are rare.

wordfreq is needed only here and is not pinned with the rest: `pip install wordfreq`, then `python -m tools.make_words`.
Its data is CC BY-SA 4.0; the README beside the list says so.
"""

from pathlib import Path

from wordfreq import iter_wordlist, zipf_frequency

# Zipf: 3 is once in a million words. Most of what a B1 reader knows is more frequent than this.
LEAST = 3.2
OUT = Path(__file__).parents[1] / "resources" / "words" / "nl.txt"


def main() -> None:
    words = set()
    for word in iter_wordlist("nl", wordlist="best"):
        if zipf_frequency(word, "nl") < LEAST:
            break
        if word.replace("'", "").replace("-", "").isalpha():
            words.add(word)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
