"""A spliced file is the file that would be written anew; the spare is written on, unless somebody reads it."""

from __future__ import annotations

import random
from pathlib import Path

from app.services import splice
from app.services.splice import Lines, Place, Spare


class Kept:
    """A file that is spliced, and what it must hold."""

    def __init__(self, folder: Path) -> None:
        self.path, self.beside = folder / "checkpoint.json", folder / "spare"
        self.held: dict[Place, bytes] = {}
        self.lines, self.spare = Lines(), None

    spare: Spare | None

    def change(self, gone: set[Place], fresh: dict[Place, bytes], *, keep: bool = True) -> None:
        planned = splice.plan(self.lines, {card_id for _, card_id in gone | fresh.keys()}, fresh)
        beside = self.beside if keep and self.held else None
        self.spare = splice.write(self.path, self.lines, planned, spare=self.spare, beside=beside)
        self.lines = planned.lines
        self.held = {place: text for place, text in self.held.items() if place not in gone} | fresh

    def append(self, number: int) -> None:
        self.change(set(), {(f"{number:04d}", number): b"%d" % number * 50})

    @property
    def wanted(self) -> bytes:
        return b"[" + b",".join(b"\n" + self.held[place] for place in sorted(self.held)) + b"\n]\n"

    @property
    def inode(self) -> int:
        return self.path.stat().st_ino


def test_whatever_changes_the_file_is_the_one_that_would_be_written_anew(tmp_path: Path) -> None:
    dice = random.Random(7)
    kept = Kept(tmp_path)
    for turn in range(300):
        gone = {place for place in kept.held if dice.random() < 0.1}
        some = [(f"{n:02d}", n) for n in dice.sample(range(60), dice.randrange(6))]
        fresh = {place: b"x" * dice.randrange(1, 30) for place in some}
        kept.change(gone, fresh, keep=dice.random() < 0.8)
        assert kept.path.read_bytes() == kept.wanted, turn
        assert kept.lines.places == sorted(kept.held)


def test_two_files_take_turns_so_that_what_is_right_is_not_written_again(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for number in range(3):
        kept.append(number)
    taking_turns = [kept.inode]

    for number in range(3, 9):
        kept.append(number)
        taking_turns.append(kept.inode)

    assert len(set(taking_turns)) == 2
    assert taking_turns == taking_turns[:2] * 3 + taking_turns[:1]
    assert kept.path.read_bytes() == kept.wanted


def test_who_reads_an_old_file_reads_it_whole(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for number in range(4):
        kept.append(number)
    was = kept.wanted

    with kept.path.open("rb") as reader:
        begun = reader.read(10)
        for number in range(4, 8):
            kept.append(number)
        assert begun + reader.read() == was

    assert kept.path.read_bytes() == kept.wanted


def test_a_file_with_another_name_is_never_written_on(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.append(1)
    kept.append(2)
    backup = tmp_path / "backup"
    backup.hardlink_to(kept.path)
    was = kept.wanted

    for number in range(3, 7):
        kept.append(number)

    assert backup.read_bytes() == was
    assert kept.path.read_bytes() == kept.wanted


def test_no_spare_is_left_where_none_is_wanted(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for number in range(4):
        kept.append(number)
    assert kept.beside.exists()

    kept.change(set(), {("9", 9): b"9"}, keep=False)

    assert sorted(each.name for each in tmp_path.iterdir()) == ["checkpoint.json"]
