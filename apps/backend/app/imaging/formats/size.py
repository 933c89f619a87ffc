"""What a header tells of an image."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels as stored (before turning upright)."""

    width: int
    height: int

    @property
    def pixels(self) -> int:
        return self.width * self.height
