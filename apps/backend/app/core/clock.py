"""Time: UTC for people, monotonic for waiting."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present, in UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
