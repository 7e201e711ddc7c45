"""A print server of our own for tests: cupsd with its own folders, on a free port; its backend does as its address says."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CUPSD = shutil.which("cupsd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
CUPS_PROGRAMS = Path("/usr/lib/cups")

# fake:/folder?exit=N&state=a,b&sleep=S  keeps each job's bytes in the folder.
# exit: 0 printed, 1 failed, 2 who are you, 4 stop the queue, 6 try later.
BACKEND = """#!/bin/sh
[ $# -eq 0 ] && { echo 'direct fake:/ "Fake" "Fake test printer"'; exit 0; }
query="${DEVICE_URI#*\\?}"; folder="${DEVICE_URI#fake:}"; folder="${folder%%\\?*}"
get() { echo "$query" | tr '&' '\\n' | sed -n "s/^$1=//p"; }
state=$(get state); [ -n "$state" ] && { echo "STATE: +$state" >&2; echo "ERROR: simulated $state" >&2; }
seconds=$(get sleep); [ -n "$seconds" ] && { trap 'kill $child; exit 0' TERM; sleep "$seconds" & child=$!; wait $child; }
code=$(get exit)
if [ "${code:-0}" = 0 ]; then
    cat ${6:--} > "$folder/$PRINTER-$1.part" && printf '%s\\n' "$3" "$5" > "$folder/$PRINTER-$1.txt"
    chmod 644 "$folder/$PRINTER-$1.part" "$folder/$PRINTER-$1.txt" && mv "$folder/$PRINTER-$1.part" "$folder/$PRINTER-$1.pdf"
    [ -n "$state" ] && echo "STATE: -$state" >&2
fi
exit ${code:-0}
"""

# Only root can print as somebody else; an ordinary user's server prints as that user.
AS_LP = "User lp\nGroup lp\n"
FILES_CONF = """SystemGroup root
ServerRoot {root}/etc
ServerBin {root}/lib
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/run
ErrorLog {root}/log/error_log
AccessLog {root}/log/access_log
PageLog {root}/log/page_log
Sandboxing relaxed
"""

# What `doctor` asks of a counter, so that the tests print the way a counter does.
CUPSD_CONF = """LogLevel info
Listen 127.0.0.1:{port}
Listen {root}/run/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobFiles No
PreserveJobHistory {history}
MaxJobTime 60
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class PrintServer:
    """root: the folder with everything; address: for CUPS_SERVER, by TCP; out: where printed jobs land."""

    root: Path
    address: str
    process: subprocess.Popen[bytes]

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def socket(self) -> Path:
        return self.root / "run" / "cups.sock"

    def queue(self, name: str, how: str = "exit=0", policy: str = "abort-job") -> str:
        """A queue that behaves as `how` says."""
        self.run("lpadmin", "-p", name, "-E", "-v", f"fake:{self.out}?{how}", "-m", "raw", "-o", f"printer-error-policy={policy}")
        return name

    def run(self, *command: str) -> str:
        """A program of CUPS against this server; its standard output."""
        done = subprocess.run(
            command,
            capture_output=True,
            check=True,
            timeout=20,
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C"},
        )
        return done.stdout.decode()

    def paper(self, queue: str, job: int) -> bytes:
        """The bytes that came out of the printer; FileNotFoundError if none did."""
        return (self.out / f"{queue}-{job}.pdf").read_bytes()

    def told(self, queue: str, job: int) -> str:
        """Title and options of a printed job."""
        return (self.out / f"{queue}-{job}.txt").read_text(encoding="utf-8")

    def spooled(self) -> list[str]:
        """Files of jobs in the spool: `c…` tells about a job, `d…` is what it prints."""
        for _ in range(3000):
            # CUPS takes a cancelled job's files away once its backend is gone, on a busy machine after a while.
            left = sorted(path.name for path in (self.root / "spool").iterdir() if path.is_file())
            if not left or not self.lives_on():
                break
        return left

    def lives_on(self) -> bool:
        """Lets a moment pass; False at once when the server has ended."""
        try:
            self.process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            return True
        return False

    def stop(self) -> None:
        """Ends the server; a second time does nothing."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=10)


@contextmanager
def print_server(*, history: bool = False) -> Iterator[PrintServer]:
    """A running server, gone afterwards. history: whether it keeps what it knows of ended jobs."""
    assert CUPSD is not None
    root = Path(tempfile.mkdtemp(prefix="wijkwijzer-cups-"))
    try:
        port = _furnish(root, history=history)
        with (root / "log" / "stdout").open("wb") as log:
            process = subprocess.Popen(
                [CUPSD, "-f", "-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        server = PrintServer(root, f"127.0.0.1:{port}", process)
        try:
            _wait_until_up(server)
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(root)


def _furnish(root: Path, *, history: bool) -> int:
    root.chmod(0o755)
    for folder in ("etc/ppd", "spool/tmp", "cache", "run", "log", "out", "lib/backend"):
        (root / folder).mkdir(parents=True)
    (root / "out").chmod(0o777)
    for name in ("cgi-bin", "daemon", "driver", "filter", "monitor", "notifier"):
        (root / "lib" / name).symlink_to(CUPS_PROGRAMS / name)
    backend = root / "lib/backend/fake"
    backend.write_text(BACKEND, encoding="utf-8")
    backend.chmod(0o755)
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    files_conf = FILES_CONF.format(root=root) + (AS_LP if os.geteuid() == 0 else "")
    (root / "etc/cups-files.conf").write_text(files_conf, encoding="utf-8")
    conf = CUPSD_CONF.format(root=root, port=port, history="Yes" if history else "No")
    (root / "etc/cupsd.conf").write_text(conf, encoding="utf-8")
    return port


def _wait_until_up(server: PrintServer) -> None:
    for _ in range(200):
        asked = subprocess.run(
            ["lpstat", "-h", server.address, "-r"],
            capture_output=True,
            timeout=10,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
        if b"is running" in asked.stdout:
            return
        if server.lives_on():
            continue
        break
    pytest.fail((server.root / "log" / "stdout").read_text(encoding="utf-8", errors="replace"))
