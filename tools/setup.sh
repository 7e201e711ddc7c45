#!/usr/bin/env bash
# Makes .venv with everything in it: what requirements.lock pins, by hash, and this package itself, editable.
# Names the system libraries and programs that are missing; as root on Debian or Ubuntu it installs them.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

# What Qt's window and camera need: the library as the loader knows it, and the Debian package that brings it.
QT_LIBRARIES="
libEGL.so.1 libegl1
libGL.so.1 libgl1
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libdbus-1.so.3 libdbus-1-3
libglib-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libcups.so.2 libcups2
libpulse.so.0 libpulse0
libdrm.so.2 libdrm2
libXrandr.so.2 libxrandr2
libXext.so.6 libxext6
"
# Programs: two for printing, those with "espeak" and "speech" for reading aloud, the others for the tests only.
PROGRAMS="
lp cups-client
ipptool cups-ipp-utils
cupsd cups-daemon
Xvfb xvfb
xauth xauth
xdotool xdotool
openbox openbox
matchbox-window-manager matchbox-window-manager
xwininfo x11-utils
xrandr x11-xserver-utils
convert imagemagick
pdftoppm poppler-utils
zbarimg zbar-tools
/usr/share/unicode/BidiCharacterTest.txt unicode-data
/usr/libexec/at-spi-bus-launcher at-spi2-core
/usr/lib/*-linux-gnu/girepository-1.0/Atspi-2.0.typelib gir1.2-atspi-2.0
/usr/lib/python3/dist-packages/gi/__init__.py python3-gi
dbus-run-session dbus
espeak-ng espeak-ng
speech-dispatcher speech-dispatcher speech-dispatcher-espeak-ng
/usr/lib/postgresql/*/bin/initdb postgresql
ip iproute2
openssl openssl
"

missing_libraries() {
    local known name package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    while read -r name package; do
        [ -z "$name" ] || grep -qF "$name " <<<"$known" || printf '%s ' "$package"
    done <<<"$QT_LIBRARIES"
}

missing_programs() {
    local name package
    while read -r name package; do
        [ -z "$name" ] || compgen -G "$name" >/dev/null || PATH="$PATH:/sbin:/usr/sbin" command -v "$name" >/dev/null || printf '%s ' "$package"
    done <<<"$PROGRAMS"
}

install_system_packages() {
    local libraries programs
    libraries=$(missing_libraries)
    programs=$(missing_programs)
    [ -n "$libraries$programs" ] || return 0
    say "Missing on this system: $libraries$programs"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        DEBIAN_FRONTEND=noninteractive apt-get update -q
        # shellcheck disable=SC2086  # a list of packages
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $libraries $programs
        return 0
    fi
    say "Install them with: sudo apt-get install --no-install-recommends $libraries$programs"
    if [ -n "$libraries" ]; then
        say "Without these libraries the window cannot open."
        exit 1
    fi
    say "The program runs without these; some tests, and printing, do not."
}

find_python() {
    local candidate
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && {
            printf '%s' "$candidate"
            return 0
        }
    done
    say "Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv"
    exit 1
}

make_environment() {
    local python=$1
    if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        rm -rf .venv
        if "$python" -c 'import venv, ensurepip' 2>/dev/null; then
            "$python" -m venv .venv
        elif command -v uv >/dev/null; then
            uv venv -q --seed --python "$python" .venv
        else
            say "Python's venv is missing: sudo apt-get install python3-venv"
            exit 1
        fi
    fi
}

install_pinned() {
    if command -v uv >/dev/null && uv pip install -q --python .venv/bin/python --require-hashes -r requirements.lock; then
        return 0
    fi
    .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
}

if [ "$(uname)" = Linux ]; then
    install_system_packages
fi
make_environment "$(find_python)"
install_pinned
.venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
# Whoever uses it later may not write here, and would compile it anew at every start.
.venv/bin/python -m compileall -q wijkwijzer_desktop
say "Ready: .venv/bin/wijkwijzer"
