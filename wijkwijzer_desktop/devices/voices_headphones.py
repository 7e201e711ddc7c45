"""Whether sound goes into headphones, as far as the computer knows; and how loud it is.

On Linux the sound server knows by the plug, or by what kind of device it is: USB and Bluetooth headphones, and jacks that
notice a plug. Old jacks don't notice, and Windows tells nobody: there the settings are what staff say of their counter.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

SECONDS = 2.0
# Of the computer, not of the voice: loud enough in a hall, and no blow to the ear after a visitor who is hard of hearing.
USUAL_VOLUME = "70%"
# As PulseAudio and PipeWire call them.
ON_THE_EARS = frozenset({"headphone", "headphones", "headset", "handset", "hands-free", "earpiece"})
INTO_THE_ROOM = frozenset({"speaker", "tv"})


def headphones() -> bool | None:
    """True: into headphones. False: into a loudspeaker, or the plug is out. None: it can't be known.

    Blocks for some ms, for seconds where the sound server is slow.
    """
    if sys.platform == "win32":
        return None
    server, sinks = _asked("info"), _asked("list", "sinks")
    if not isinstance(server, dict) or not isinstance(sinks, list):
        return None
    name = server.get("default_sink_name")
    with suppress(AttributeError, TypeError):
        return next((_on_the_ears(sink) for sink in sinks if isinstance(sink, dict) and sink.get("name") == name), None)
    return None


def reset_volume() -> None:
    """As loud as it is for every visitor, whatever the one before chose. Nothing where there is no `pactl`. Blocks."""
    if sys.platform != "win32":
        with suppress(OSError, subprocess.SubprocessError):
            _run("set-sink-volume", "@DEFAULT_SINK@", USUAL_VOLUME)


def _asked(*question: str) -> Any:
    try:
        return json.loads(_run("--format=json", *question))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def _run(*words: str) -> bytes:
    return subprocess.run(["pactl", *words], capture_output=True, timeout=SECONDS, check=True).stdout


def _on_the_ears(sink: Mapping[str, Any]) -> bool | None:
    properties = sink.get("properties") or {}
    form = str(properties.get("device.form_factor", "")).lower()
    if form in ON_THE_EARS | INTO_THE_ROOM:
        return form in ON_THE_EARS
    port = next((p for p in sink.get("ports") or () if p.get("name") == sink.get("active_port")), None)
    if port is None:
        return None
    kind = str(port.get("type", "")).lower()
    if kind in INTO_THE_ROOM:
        return False
    if kind not in ON_THE_EARS:
        return None
    return str(port.get("availability")) != "not available"
