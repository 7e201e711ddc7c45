"""Copies the pictograms that screens and content use from an unpacked `@tabler/icons` package (MIT).

    npm install --ignore-scripts --prefix FOLDER @tabler/icons
    python -m tools.fetch_pictograms FOLDER/node_modules/@tabler/icons

Refuses a name that the package doesn't have, and a drawing that does more than draw.
"""

import re
import shutil
import sys
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.ui.pictograms import USED_BY_SCREENS, is_safe

NAMED = re.compile(r"\bpictogram: *([a-z0-9-]+)")


def wanted() -> set[str]:
    content = (path.read_text(encoding="utf-8") for path in paths.content().glob("*.yaml"))
    return set(USED_BY_SCREENS).union(*(NAMED.findall(text) for text in content))


def main(package: Path) -> int:
    target = paths.resources() / "pictograms"
    outline = package / "icons" / "outline"
    names = wanted()
    unknown = sorted(name for name in names if not (outline / f"{name}.svg").is_file())
    if unknown:
        print("no such pictogram:", ", ".join(unknown), file=sys.stderr)
        return 2
    for old in target.glob("*.svg"):
        old.unlink()
    for name in sorted(names):
        svg = (outline / f"{name}.svg").read_text(encoding="utf-8")
        svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
        if not is_safe(svg):
            print("does more than draw:", name, file=sys.stderr)
            return 2
        (target / f"{name}.svg").write_text(svg, encoding="utf-8")
    shutil.copyfile(package / "LICENSE", target / "LICENSE")
    print(f"{len(names)} pictograms")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
