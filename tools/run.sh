#!/usr/bin/env bash
# Opens the counter; without a display it says which two ways there are.
set -u
cd "$(dirname "$0")/.."
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    cat >&2 <<'WORDS'
Er is geen beeldscherm gevonden. Wijkwijzer kan het venster niet openen.
U kunt twee dingen doen:

  1. Een schijnscherm gebruiken:
     xvfb-run -s "-screen 0 1280x800x24" make run

  2. Zonder venster een briefje maken, voor een bedachte bewoner, hier Fatma:
     .venv/bin/wijkwijzer slip --persona fatma -o slip.pdf
     Alle bedachte bewoners staan in resources/content/enschede/personas.yaml.
WORDS
    exit 1
fi
exec .venv/bin/wijkwijzer "$@"
