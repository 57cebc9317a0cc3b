"""Where books may not live: network shares and folders that a cloud service copies about."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from desktop.domain.errors import UnsafePlace

_CLOUD = re.compile(
    r"onedrive\b.*|dropbox\b.*|nutstore.*|(我的)?坚果云.*|(腾讯)?微云(同步.*|盘)?|weiyun.*|"
    r"icloud ?drive|com~apple~clouddocs|google ?drive|百度(网盘|云).*|"
    r"baidu(netdisk|syncdisk|yun).*|"
    r"wps ?(云盘|网盘|cloud.*)|阿里云盘.*|nextcloud|owncloud",
    re.IGNORECASE,
)
_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "fuse.davfs", "davfs", "ncpfs"}
)
_MOUNTS = Path("/proc/self/mounts")
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def check_place(folder: Path) -> None:
    """Refuse a folder in which WAL files would be torn or copied half-written.

    Raises:
        UnsafePlace: it is a network share or lies inside a cloud-sync folder.
    """
    text = str(folder)
    if text.startswith(("\\\\", "//")):
        raise UnsafePlace(path=text)
    parts = re.split(r"[\\/]", str(folder.absolute()) + "/" + text)
    if any(_CLOUD.fullmatch(part) for part in parts):
        raise UnsafePlace(path=text)
    if _is_remote(folder.absolute()):
        raise UnsafePlace(path=text)


if sys.platform == "win32":
    import ctypes

    def _is_remote(folder: Path) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE)

else:

    def _is_remote(folder: Path) -> bool:
        try:
            lines = _MOUNTS.read_text("utf-8", "replace").splitlines()
        except OSError:
            return False
        return mounted_as(folder, lines) in _NETWORK


def mounted_as(folder: Path, lines: list[str]) -> str:
    """Return the kind of file system that holds a folder, by lines as in /proc/mounts."""
    best, kind = "", ""
    for line in lines:
        _device, point, name, *_rest = line.split(" ")
        mount = point.replace("\\040", " ")
        inside = mount == "/" or folder == Path(mount) or Path(mount) in folder.parents
        if inside and len(mount) >= len(best):
            best, kind = mount, name
    return kind
