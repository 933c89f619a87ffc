"""Which images are one card: by their names, two by two, or each its own."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import regex
from sqlalchemy.orm import Session

from app.core import names
from app.core.errors import Invalid, JsonValue
from app.db import batches, cards, images
from app.models.enums import Pairing
from app.models.tables import Batch, Card, Image

PATTERN_SECONDS = 0.05
"""What one name may cost; a pattern that needs more is refused."""
SUPPOSE_SECONDS = 5.0
"""What looking at all names of a batch may cost before anything is stored."""

_SUFFIX = re.compile(r"^(?P<card>.*[^\s._-])(?:[\s._-]+(?P<short>[abrv12])|[\s._-]*(?P<long>recto|verso|front|back))$")
_SIDES = {"a": 0, "r": 0, "1": 0, "recto": 0, "front": 0, "b": 1, "v": 1, "2": 1, "verso": 1, "back": 1}
_SIDES |= {"vorne": 0, "hinten": 1}
_SCHEME = {"a": "ab", "b": "ab", "r": "rv", "v": "rv", "1": "12", "2": "12"}


@dataclass(frozen=True, slots=True)
class Place:
    """Which card an image belongs to, and which side of it it is."""

    card: str
    side: str


def place(filename: str, options: dict[str, JsonValue]) -> Place | None:
    """None: the image is a card of its own. Raises ``Invalid`` when the pattern takes too long."""
    stem = names.stem_key(filename)
    match options.get("pairing"):
        case Pairing.SUFFIX:
            found = _SUFFIX.match(stem)
            if found is None:  # the front of a back called ``000123_back``, or a card of its own
                return Place(f"{stem}|word", "0")
            side = found["short"] or found["long"]
            return Place(f"{found['card']}|{_SCHEME.get(side, 'word')}", f"{_SIDES[side]}{side}")
        case Pairing.PATTERN:
            return _by_pattern(stem, str(options.get("pattern") or ""))
    return None


def _by_pattern(stem: str, pattern: str) -> Place | None:
    try:
        found = regex.search(pattern, stem, flags=regex.IGNORECASE, timeout=PATTERN_SECONDS)
    except TimeoutError as error:
        raise Invalid(
            "The pattern for front and back takes too long on a name; simplify it.", code="slow_pattern"
        ) from error
    except regex.error as error:
        raise Invalid(
            f"The pattern for front and back is not usable: {error}.", code="bad_pattern", params={"error": str(error)}
        ) from error
    if found is None or found["card"] is None:
        return None
    side = found["side"] or ""
    return Place(found["card"], f"{_SIDES.get(side, 0 if not side else 1)}{names.natural(side)}")


def suppose(filenames: Sequence[str], options: dict[str, JsonValue]) -> list[list[str]]:
    """Which names would be one card, front first, in card order; nothing is stored. Raises ``Invalid``."""
    end = time.monotonic() + SUPPOSE_SECONDS
    in_order = sorted(filenames, key=names.natural)
    if options.get("pairing") == Pairing.TWO_BY_TWO:
        return [in_order[start : start + 2] for start in range(0, len(in_order), 2)]
    known = {names.stem_key(filename) for filename in filenames}
    grouped: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for filename in in_order:
        if time.monotonic() > end:
            raise Invalid(
                "The pattern for front and back takes too long on so many names; simplify it.", code="slow_pattern"
            )
        spot = place(filename, options)
        key, side = (spot.card, spot.side) if spot else (f"\x1f{filename}", "")
        grouped[key].append((side, names.natural(filename), filename))
    found: list[list[str]] = []
    for key, sides in grouped.items():
        if len(sides) > 1 and key.endswith("|12") and any(f"{key[:-3]}{mark}3" in known for mark in "-_. "):
            found.extend([filename] for _, _, filename in sides)
        else:
            found.append([filename for _, _, filename in sorted(sides)])
    return sorted(found, key=lambda card: names.natural(card[0]))


def pair_new(session: Session, batch: Batch, added: Sequence[Image]) -> None:
    """Put newly uploaded images to the cards they belong to, as far as those are unread."""
    _set_keys(batch, added)
    keys = {image.pair_key for image in added if image.pair_key}
    if keys:
        session.flush()
        _arrange(session, batch, images.with_pair_keys(session, batch.id, keys))


def pair_again(session: Session, batch: Batch) -> None:
    """Rearrange every unread image: after the options changed, and before a start."""
    unread = images.unread(session, batch.id)
    _set_keys(batch, unread)
    if batch.options.get("pairing") == Pairing.TWO_BY_TWO:
        for number, image in enumerate(sorted(unread, key=lambda i: names.natural(i.filename))):
            image.pair_key = f"{number // 2:09d}"
    session.flush()
    _arrange(session, batch, unread)


def _set_keys(batch: Batch, chosen: Sequence[Image]) -> None:
    for image in chosen:
        spot = place(image.filename, batch.options)
        image.pair_key = spot.card if spot else None


def new_card(session: Session, batch: Batch, filename: str) -> Card:
    """An unread card called after its front."""
    card = Card(batch_id=batch.id, filename=filename, order_key=names.natural(filename))
    session.add(card)
    session.flush()
    return card


def _groups(session: Session, batch: Batch, candidates: Sequence[Image]) -> list[list[Image]]:
    """The images of each card, front first."""
    grouped: dict[str, list[Image]] = defaultdict(list)
    for image in candidates:
        grouped[image.pair_key or f"\x1f{image.filename}"].append(image)
    found: list[list[Image]] = []
    for key, sides in grouped.items():
        if len(sides) > 1 and key.endswith("|12") and _is_sequence(session, batch, key):
            found.extend([image] for image in sides)
        else:
            found.append(sorted(sides, key=lambda image: _side(image, batch)))
    return found


def _side(image: Image, batch: Batch) -> tuple[str, str]:
    spot = place(image.filename, batch.options)
    return (spot.side if spot else "", names.natural(image.filename))


def _is_sequence(session: Session, batch: Batch, key: str) -> bool:
    """``x-1, x-2, x-3`` are numbered cards, not sides."""
    stem = key.rpartition("|")[0]
    return any(images.name_taken(session, batch.id, f"{stem}{mark}3") for mark in "-_. ")


def _arrange(session: Session, batch: Batch, candidates: Sequence[Image]) -> None:
    emptied: set[int] = set()
    fronts: list[Image] = []
    made = 0
    for sides in _groups(session, batch, candidates):
        front = sides[0]
        card_id = front.card_id
        if front.side:
            card_id = new_card(session, batch, front.filename).id
            made += 1
        for number, image in enumerate(sides):
            if image.card_id != card_id:
                emptied.add(image.card_id)
            if (image.card_id, image.side) != (card_id, number):
                image.card_id, image.side = card_id, number
        fronts.append(front)
    session.flush()
    removed = cards.delete_empty(session, sorted(emptied)) if emptied else 0
    for front in fronts:
        _rename(session, front)
    if made != removed:
        batches.count(session, batch.id, total=made - removed)
        session.refresh(batch)


def _rename(session: Session, front: Image) -> None:
    card = session.get(Card, front.card_id)
    if card is not None and card.filename != front.filename:
        card.filename = front.filename
        card.order_key = names.natural(front.filename)


def drop_empty(session: Session, batch: Batch, card_ids: Sequence[int]) -> None:
    """Remove cards that lost their images, and count them out."""
    removed = cards.delete_empty(session, card_ids)
    if removed:
        batches.count(session, batch.id, total=-removed)
