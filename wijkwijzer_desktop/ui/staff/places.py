"""Where staff can leave a file, and find one: beside the data, or on what was plugged in. No window of the system is needed."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.widgets.choices import Answer

# Below these a desktop puts what is plugged in.
PLUGGED_IN = ("/media/", "/run/media/", "/mnt/")
FAT = frozenset({"vfat", "exfat", "fat32", "fat"})


def drives() -> tuple[tuple[str, Path], ...]:
    """What is plugged in and can be written: a name and where it is."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        plugged = root.startswith(PLUGGED_IN) or bytes(volume.fileSystemType().data()).decode().lower() in FAT
        if volume.isReady() and not volume.isReadOnly() and plugged and not root.startswith("/boot"):
            found.append((volume.displayName() or root, Path(root)))
    return tuple(found)


class PlaceField(ChoiceField):
    """The folder that is chosen."""

    def __init__(self, kit: Kit, parent: QWidget, here: Path) -> None:
        super().__init__(kit, parent, 3)
        self._kit = kit
        self._here = here
        self.folder = here
        self.touched.connect(self._choose)

    def look(self) -> None:
        """What there is now."""
        t = self._kit.words.text
        self.name(t("Waar?"))
        places = ((t("Map van deze balie"), self._here), *drives())
        # Where there is no choice there is nothing to ask.
        self.setVisible(len(places) > 1)
        self.fill([Answer(str(place), name) for name, place in places])
        self._choose(str(self.folder if any(place == self.folder for _, place in places) else self._here))

    def _choose(self, value: str) -> None:
        self.folder = Path(value)
        self.show_chosen(value)
