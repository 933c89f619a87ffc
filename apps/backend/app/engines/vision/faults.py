"""What can go wrong in one call, and how the gateway goes on.

Fault
├── Limited     429: wait as asked; never counts against the card
├── Transient   5xx, reset, time-out, half a body: a few more calls
├── Down        401, 402, model gone: no use to go on
└── Rejected    this request was not liked: fails alone, or is asked again in a plainer form
"""

from __future__ import annotations

import re
from dataclasses import dataclass


class Fault(Exception):
    """``cause`` groups; the message is one sentence of ours, never the provider's text."""

    def __init__(self, message: str, cause: str) -> None:
        super().__init__(message)
        self.cause = cause


class Limited(Fault):
    """``retry_after`` seconds, or None when the provider names none."""

    def __init__(self, message: str, cause: str = "rate_limit", retry_after: float | None = None) -> None:
        super().__init__(message, cause)
        self.retry_after = retry_after


class Transient(Fault):
    """``retry_after`` seconds, if the provider named any."""

    def __init__(self, message: str, cause: str, retry_after: float | None = None) -> None:
        super().__init__(message, cause)
        self.retry_after = retry_after


class Down(Fault):
    pass


class Rejected(Fault):
    """``about``: which part of the request the provider did not like, if that can be told."""

    def __init__(self, message: str, cause: str, about: str = "") -> None:
        super().__init__(message, cause)
        self.about = about


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a failing HTTP answer says: status, our code word for it, and seconds to wait."""

    status: int
    text: str
    retry_after: float | None = None


_QUOTA = ("insufficient_quota", "insufficient credit", "billing", "exceeded your current quota", "payment")
_MODERATION = ("flagged", "moderation", "content policy", "content_policy", "safety")
_PARTS = (
    ("max_completion_tokens", "max_tokens"), ("max_tokens", "max_tokens"), ("temperature", "temperature"),
    ("response_format", "format"), ("json_schema", "format"), ("json_object", "format"),
    ("structured output", "format"), ("grammar", "format"), ("schema", "format"),
)  # fmt: skip


_TOO_MANY = re.compile(r"(at most|too many|more than|maximum|only) .{0,40}images?\b|images? .{0,40}(limit|per request)")


def of_status(refusal: Refusal) -> Fault:
    """The fault for a status that is no success. The provider's text is looked at, never repeated."""
    status, text = refusal.status, refusal.text[:4000].casefold()
    if 300 <= status < 400:
        return Down("The provider sends us to another address. Set its base URL to the right one.", "redirect")
    if status == 402 or (status == 429 and any(word in text for word in _QUOTA)):
        return Down("The provider says that the credit is used up. Add credit, then resume.", "no_credit")
    if status == 401:
        return Down("The provider does not accept the key. Set the right one, then resume.", "bad_key")
    if status == 403 and not any(word in text for word in _MODERATION):
        return Down("The provider does not let this key use the model. Check both, then resume.", "forbidden")
    if status in (404, 410):
        return Down(
            "The provider does not know this model or address. Choose another model, then resume.", "model_gone"
        )
    if status == 429:
        return Limited("The provider asks to wait.", retry_after=refusal.retry_after)
    if status in (408, 409, 425) or status >= 500:
        return Transient(f"The provider answered with error {status}.", f"http_{status}", refusal.retry_after)
    if status == 403 or any(word in text for word in _MODERATION):
        return Rejected("The provider's filter refused this card.", "filtered")
    about = "images" if _TOO_MANY.search(text) else next((part for word, part in _PARTS if word in text), "")
    return Rejected(f"The provider did not accept the request (error {status}).", "request_refused", about)
