"""Asks a window to close, as a window manager does when its cross is touched; needs none. Arguments: WINDOW TIMES."""

import ctypes
import sys

CLIENT_MESSAGE, FORMAT = 33, 32


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, filled up to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 16),
    )


def main(window: int, times: int) -> int:
    """1 where there is no X server to ask."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XSendEvent.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p)
    x11.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
    display = x11.XOpenDisplay(None)
    if not display:
        return 1
    protocols, delete = (x11.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    message = ClientMessage(CLIENT_MESSAGE, 0, 1, display, window, protocols, FORMAT, (ctypes.c_long * 5)(delete))
    for _ in range(times):
        x11.XSendEvent(display, window, 0, 0, ctypes.byref(message))
    x11.XSync(display, 0)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2])))
