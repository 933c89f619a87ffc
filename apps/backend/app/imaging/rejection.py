"""Why a file is not taken: one stable code and one sentence for the person who uploaded it."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Code = Literal[
    "empty",
    "not_an_image",
    "unsupported_format",
    "damaged",
    "too_many_bytes",
    "too_many_pixels",
    "too_many_pages",
    "encrypted",
    "decoder_failed",
    "decoder_timeout",
]
CODES: Final[frozenset[str]] = frozenset(get_args(Code))

TOO_LARGE: Final = "The image needs more memory than a decoder may use; scan it at a lower resolution."
DAMAGED: Final = "The file is damaged or incomplete; scan the card again or copy the file once more."


class ImageRejected(Exception):
    """One file cannot be used; other files are not concerned.

    ``code`` is one of ``CODES``; ``str()`` is one English sentence that says what is wrong and what to do;
    ``detail`` is for the log only and may quote the file; ``params``: the numbers in the sentence.
    """

    def __init__(
        self, code: str, message: str, *, detail: str = "", params: Mapping[str, int | str] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.detail = detail
        self.params = dict(params or {})

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.code, str(self), self.detail, self.params)


def _rebuild(code: str, message: str, detail: str, params: dict[str, int | str]) -> ImageRejected:
    return ImageRejected(code, message, detail=detail, params=params)


def damaged(detail: str) -> ImageRejected:
    """Return the rejection of a file that is cut off or does not keep its format."""
    return ImageRejected("damaged", DAMAGED, detail=detail)
