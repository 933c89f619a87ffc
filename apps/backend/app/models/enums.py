"""The closed vocabularies of the contract."""

from enum import StrEnum


class BatchStatus(StrEnum):
    DRAFT = "draft"
    RUNNING = "running"
    CANCELLING = "cancelling"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"


class CardStatus(StrEnum):
    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class FieldType(StrEnum):
    TEXT = "text"
    YEAR = "year"
    DATE = "date"
    NUMBER = "number"
    ENUM = "enum"
    SHELFMARK = "shelfmark"


class Verdict(StrEnum):
    """What a person said of one value."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Pairing(StrEnum):
    """How images become cards."""

    NONE = "none"
    SUFFIX = "suffix"
    TWO_BY_TWO = "two_by_two"
    PATTERN = "pattern"


class Source(StrEnum):
    """How the machine came to a value; the browser turns it into a sentence."""

    LABEL = "label"
    PATTERN = "pattern"
    HEADING = "heading"
    HINT = "hint"
    VOCABULARY = "vocabulary"
    MODEL = "model"
    LEARNED = "learned"
    VOTE = "vote"
    NOT_FOUND = "not_found"
