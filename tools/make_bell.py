"""Writes resources/sounds/bell.wav, two soft strokes of a bell: `python -m tools.make_bell`. Our own, like the rest."""

import math
import struct
import wave
from pathlib import Path

RATE = 16_000
SECONDS = 1.2
# When each stroke falls, in seconds, and its pitch in hertz.
STROKES = ((0.0, 880.0), (0.3, 659.3))
# What rings along, how loud beside the first, and how fast it dies away.
PARTIALS = ((1.0, 1.0, 4.0), (2.0, 0.45, 6.0), (2.76, 0.25, 9.0), (5.4, 0.08, 14.0))
LOUDNESS = 0.5
ATTACK = 0.004


def sample(at: float) -> float:
    """Between -1 and 1. at: seconds."""
    whole = 0.0
    for begins, pitch in STROKES:
        since = at - begins
        if since >= 0:
            rises = min(1.0, since / ATTACK)
            whole += rises * sum(
                share * math.exp(-fade * since) * math.sin(2 * math.pi * pitch * times * since) for times, share, fade in PARTIALS
            )
    fades = min(1.0, (SECONDS - at) / 0.1)
    return max(-1.0, min(1.0, LOUDNESS * fades * whole / 1.5))


def main() -> None:
    """One channel, 16 bits."""
    path = Path(__file__).parents[1] / "resources" / "sounds" / "bell.wav"
    path.parent.mkdir(exist_ok=True)
    values = [round(32_000 * sample(number / RATE)) for number in range(round(RATE * SECONDS))]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(values)}h", *values))


if __name__ == "__main__":
    main()
