"""Pictures from outside, made harmless; the parser runs in a child process."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from desktop.domain.likeness import LikenessKind
from desktop.domain.pictures import Crop, Picture


class Pictures(Protocol):
    """Opens and fits pictures; touches no books and may be called on runner threads."""

    def open(self, path: Path) -> Picture:
        """Clean a foreign picture.

        Raises:
            PictureRefused: no picture, damaged, of too many pixels.
            FileTrouble: the file cannot be read.
        """

    def fit(self, picture: Picture, crop: Crop, kind: LikenessKind) -> bytes:
        """Cut out a part and encode it as JPEG without metadata.

        Raises:
            PictureRefused: the part is too small.
        """
